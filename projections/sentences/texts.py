"""What becomes of a text, in sentences: how it bears on others, when it has effect, reissues, titles."""

from __future__ import annotations

from typing import assert_never

from domain.days import long_day
from domain.resolution import (
    Part,
    Relation,
    ResolutionEffectStated,
    ResolutionRecorded,
    ResolutionReissued,
    ResolutionRelated,
    ResolutionRenumbered,
    ResolutionTitled,
    TextRef,
)
from projections.telling import Told
from projections.words import capital, language, languages, quoted

AfterAdoption = (
    ResolutionRelated | ResolutionEffectStated | ResolutionReissued | ResolutionTitled | ResolutionRenumbered
)

VERBS = {
    Relation.GUIDED_BY: "is guided by",
    Relation.HAVING_CONSIDERED: "has considered",
    Relation.REQUESTS: "makes a request with reference to",
    Relation.REITERATES: "reiterates with reference to",
    Relation.DECIDES: "decides with reference to",
    Relation.PURSUANT_TO: "acts pursuant to",
}
"""The verb of a relation whose name is none, or would say another thing."""


def after_adoption(told: Told, fact: AfterAdoption) -> str:
    """What became of the text after its adoption."""
    ref = told.before.ref or (told.first.ref if isinstance(told.first, ResolutionRecorded) else None)
    words = capital(text(ref)) if ref else "The text"
    match fact:
        case ResolutionRelated():
            return f"{words} {_related(fact)}{heard(fact)}"
        case ResolutionEffectStated():
            return f"{words} {_effect(fact)}{heard(fact)}"
        case ResolutionReissued():
            return f"{words} was reissued as {fact.symbol}{_languages(fact)}{f': {fact.reason}' if fact.reason else ''}"
        case ResolutionTitled():
            return f"{words} is called {quoted(fact.title)} in {language(fact.language)}"
        case ResolutionRenumbered():
            became = f"{fact.ref.kind} {fact.ref.number}, {fact.ref.kind} {fact.part} having been adopted"
            return f"{capital(text(ref or fact.ref))} became {became}"
        case _:
            assert_never(fact)


def text(ref: TextRef) -> str:
    """Resolution 7/1 of UNTOC-COP; document A/74/483."""
    return f"{ref.kind} {ref.number} of {ref.body}" if ref.body else f"{ref.kind} {ref.number}"


def heard(fact: ResolutionRecorded | ResolutionRelated | ResolutionEffectStated) -> str:
    """What is hearsay says so."""
    if fact.verified:
        return ""
    return f" (not verified; source: {fact.source})" if fact.source else " (not verified)"


def _related(fact: ResolutionRelated) -> str:
    verb = VERBS.get(fact.relation, fact.relation.value)
    parted = f" in part ({fact.in_part})" if fact.in_part else ""
    until = f" until {long_day(fact.until)}" if fact.until else ""
    phrase = f": {quoted(fact.phrase)}" if fact.phrase else ""
    cited = f", cited as {fact.cited_as}" if fact.cited_as and fact.cited_as != fact.other.number else ""
    where = place(fact.part, fact.paragraph, footnote=fact.footnote)
    return f"{verb} {text(fact.other)}{parted}{until}{where}{cited}{phrase}"


def place(part: Part | None, paragraph: str | None, *, footnote: bool) -> str:
    """What follows a comma: in operative paragraph 3; in a footnote to the preamble; or nothing."""
    where = {
        None: f"paragraph {paragraph}",
        Part.PREAMBLE: f"paragraph {paragraph} of the preamble",
        Part.OPERATIVE: f"operative paragraph {paragraph}",
        Part.ANNEX: f"paragraph {paragraph} of the annex",
    }
    whole = {None: "", Part.PREAMBLE: "the preamble", Part.OPERATIVE: "the operative part", Part.ANNEX: "the annex"}
    said = where[part] if paragraph else whole[part]
    if footnote:
        return f", in a footnote to {said}" if said else ", in a footnote"
    return f", in {said}" if said else ""


def _effect(fact: ResolutionEffectStated) -> str:
    begins = f" from {long_day(fact.begins)}" if fact.begins else ""
    ends = f" until {long_day(fact.ends)}" if fact.ends else ""
    return f"has effect{begins}{ends}"


def _languages(fact: ResolutionReissued) -> str:
    return f" (in {languages(fact.languages)} only)" if fact.languages else ""
