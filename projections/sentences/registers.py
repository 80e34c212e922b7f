"""The sentences of the registers: bodies, resolutions, numbers and papers issued."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from domain.body import BodyAlsoNamed, BodyDiscontinued, BodyRegistered, BodyRenamed, RulesAdopted
from domain.days import long_day
from domain.numbering import NumberTaken
from domain.papers import PaperIssued
from domain.resolution import ResolutionRecorded
from domain.rules import Rule
from domain.values import Taken
from projections import issued
from projections.sentences.room import decided
from projections.sentences.texts import AfterAdoption, after_adoption, heard, text
from projections.telling import Told
from projections.words import capital, listed, quoted, the


def of_body(told: Told, fact: BodyRegistered | BodyAlsoNamed | BodyRenamed | RulesAdopted | BodyDiscontinued) -> str:
    """How a body came into the register, how else it is written, what it applies, and how it ended."""
    name = capital(the(_name(told)))
    match fact:
        case BodyRegistered():
            return _registered(fact)
        case BodyAlsoNamed():
            return f"{name} is also written {quoted(fact.spelling)}"
        case BodyRenamed():
            return f"{name} was renamed {fact.name}"
        case RulesAdopted():
            return f"{name} began to apply {_applied(fact)}"
        case BodyDiscontinued():
            passed = f"; its functions passed to {listed(fact.successors)}" if fact.successors else ""
            return f"{name} was discontinued{passed}"
        case _:
            assert_never(fact)


def _name(told: Told) -> str:
    """The name of the body at that place; the one it was entered with where nothing else stands."""
    first = told.first.name if isinstance(told.first, BodyRegistered) else "body"
    return first if told.before.facts is None else str(told.before.facts.name)


def _registered(fact: BodyRegistered) -> str:
    parent = f" under {fact.parent}" if fact.parent else ""
    applies = f"; it applies {_applied(fact)}" if fact.rules.rules else ""
    return f"{capital(the(fact.name))} ({fact.key}) entered the register{parent}{applies}"


def _applied(fact: BodyRegistered | RulesAdopted) -> str:
    return rules_in_words(fact.rules.title, fact.rules.rules, mutatis_mutandis=fact.mutatis_mutandis)


def rules_in_words(title: str, rules: Iterable[Rule], *, mutatis_mutandis: bool) -> str:
    """The rules of procedure of X, mutatis mutandis, and where they are silent those of Y."""
    words = f"{title}, mutatis mutandis" if mutatis_mutandis else title
    gaps = listed(dict.fromkeys(rule.of for rule in rules if rule.of))
    return f"{words}, and where they are silent {gaps}" if gaps else words


def of_resolution(told: Told, fact: ResolutionRecorded | AfterAdoption) -> str:
    """How a text came into the record, and what became of it."""
    if isinstance(fact, ResolutionRecorded):
        return f"{_recorded(fact)}{heard(fact)}"
    return after_adoption(told, fact)


def _recorded(fact: ResolutionRecorded) -> str:
    title = f", {quoted(fact.title)}" if fact.title else ""
    cited = ", known by citation only" if fact.cited_only else ""
    adopted = decided(f"adopted on {long_day(fact.adopted)}" if fact.adopted else "adopted", Taken(how=fact.how))
    when = f", {adopted}," if adopted != "adopted" else ""
    draft = f", from draft {fact.proposal}" if fact.proposal else ""
    return f"{capital(text(fact.ref))}{title}{when} entered the record{draft}{cited}"


def of_number(fact: NumberTaken) -> str:
    """Who took a number."""
    by = f"that {fact.by_kind}" if fact.by == fact.number else f"the {fact.by_kind} {fact.by}"
    return f"The number {fact.number} was taken by {by}"


def of_papers(fact: PaperIssued) -> str:
    """Which paper was printed and given out, and from what."""
    asked = fact.asked
    stands_for = f", as of {long_day(asked.on)}," if asked.on else ""
    withheld = ", with what is restricted," if asked.restricted else ""
    name = f"{capital(issued.name(asked.paper, asked.what))}{stands_for}{withheld}"
    return f"{name} was issued, printed as {asked.form} from entries 1 to {fact.last} (SHA-256 {fact.sha256[:12]}…)"
