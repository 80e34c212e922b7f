"""What becomes of a text after its adoption: how it bears on others, when it has effect, its titles."""

from __future__ import annotations

from datetime import date

from domain.act import act
from domain.context import Context
from domain.resolution import (
    PROLONGING,
    Part,
    Relation,
    Resolution,
    ResolutionEffectStated,
    ResolutionReissued,
    ResolutionRelated,
    ResolutionTitled,
    TextRef,
)
from domain.rules import impossible, must_be_said
from domain.values import Entry, normal


def _must_be_recorded(resolution: Resolution) -> TextRef:
    # The record: nothing happens to a text that is not there.
    if resolution.ref is None:
        raise impossible("That resolution is not in the record.", "First: nemcon resolution record REF TITLE")
    return resolution.ref


@act
def relate(
    resolution: Resolution,
    entry: Entry,
    context: Context,
    *,
    relation: Relation,
    other: TextRef,
    part: Part | None = None,
    paragraph: str | None = None,
    footnote: bool = False,
    phrase: str | None = None,
    cited_as: str | None = None,
    in_part: str | None = None,
    until: date | None = None,
    source: str | None = None,
    verified: bool = True,
) -> ResolutionRelated:
    """Record that the text recalls, reaffirms, amends ... another one. The other need not be in the record."""
    del context
    ref = _must_be_recorded(resolution)
    if ref == other:
        raise impossible(f"{other} cannot bear on itself.", "Name the other text.")
    # The record: a text that is recalled is as long in effect as before.
    if until is not None and relation not in PROLONGING:
        raise impossible(
            f"{relation.capitalize()} is no relation that lasts until a day.", "Leave out --until, or type: extends"
        )
    fact = ResolutionRelated(
        entry=entry,
        relation=relation,
        other=other,
        part=part,
        paragraph=paragraph,
        footnote=footnote,
        phrase=phrase,
        cited_as=cited_as,
        in_part=in_part,
        until=until,
        source=source,
        verified=verified,
    )
    # The record: what a text says in one place is entered once.
    if fact.link in resolution.relations:
        raise impossible(f"That {ref} {relation} {other} is in the record already.", "Nothing needs to be done.")
    return fact


@act
def state_effect(
    resolution: Resolution,
    entry: Entry,
    context: Context,
    *,
    begins: date | None = None,
    ends: date | None = None,
    source: str | None = None,
    verified: bool = True,
) -> ResolutionEffectStated:
    """Record from which day, and until which, a text has effect, where that is not the day of its adoption."""
    del context
    ref = _must_be_recorded(resolution)
    if begins is None and ends is None:
        raise impossible(f"It is not said when {ref} has effect.", "Add --from DATE, --until DATE, or both.")
    first, last = resolution.effect or (None, None)
    first, last = begins or first, ends or last
    # The calendar: nothing ends before it begins.
    if first is not None and last is not None and last < first:
        raise impossible(f"{ref} would end before it begins.", "Check the two days.")
    if resolution.effect == (first, last):
        raise impossible(f"That is in the record already of {ref}.", "Nothing needs to be done.")
    return ResolutionEffectStated(entry=entry, begins=begins, ends=ends, source=source, verified=verified)


@act
def reissue(
    resolution: Resolution,
    entry: Entry,
    context: Context,
    *,
    symbol: str | None = None,
    reason: str | None = None,
    languages: tuple[str, ...] = (),
) -> ResolutionReissued:
    """Record that a text was printed again, under the symbol it has: only an asterisk is added."""
    del context
    ref = _must_be_recorded(resolution)
    own = resolution.symbol
    printed = symbol or own
    if printed is None:
        raise impossible(f"The record does not know the symbol of {ref}.", "Name it: --symbol A/RES/76/16*")
    # The Editorial Manual of the United Nations: a text reissued for technical reasons keeps its symbol.
    if own is not None and _plain(printed) != _plain(own):
        raise impossible(
            f"A reissue keeps its symbol, and that of {ref} is {own}.",
            "If the text itself is another: nemcon resolution record REF TITLE, and relate the two.",
        )
    marked = normal(symbol) if symbol and symbol.rstrip().endswith("*") else f"{printed}*"
    return ResolutionReissued(entry=entry, symbol=marked, reason=reason, languages=languages)


def _plain(symbol: str) -> str:
    return normal(symbol).rstrip("* ")


@act
def entitle(resolution: Resolution, entry: Entry, context: Context, *, language: str, title: str) -> ResolutionTitled:
    """Record the title of a text in one more language. All its languages have one number and one symbol."""
    del context
    ref = _must_be_recorded(resolution)
    must_be_said(title, "title")
    # The record: a wording that is wrong is corrected, not entered again.
    if language in resolution.languages:
        raise impossible(
            f"The record has the title of {ref} in that language ({language}) already.",
            "If it is wrong: nemcon correct ENTRY resolution record ...; see: nemcon history resolution REF",
        )
    return ResolutionTitled(entry=entry, language=language, title=normal(title))
