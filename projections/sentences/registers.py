"""The sentences of the registers: bodies, resolutions, numbers and papers issued."""

from __future__ import annotations

from typing import assert_never

from domain.body import BodyAlsoNamed, BodyRegistered
from domain.numbering import NumberTaken
from domain.papers import PaperIssued
from domain.resolution import ResolutionRecorded
from domain.rules import PERMISSIVE, PROFILES
from domain.values import Taken
from projections import issued
from projections.sentences.room import decided
from projections.sentences.texts import AfterAdoption, after_adoption, heard, text
from projections.telling import Told
from projections.words import capital, long_day, quoted, the


def of_body(told: Told, fact: BodyRegistered | BodyAlsoNamed) -> str:
    """How a body came into the register, and how else it is written."""
    match fact:
        case BodyRegistered():
            return _registered(fact)
        case BodyAlsoNamed():
            name = told.first.name if isinstance(told.first, BodyRegistered) else "body"
            return f"{capital(the(name))} is also written {quoted(fact.spelling)}"
        case _:
            assert_never(fact)


def _registered(fact: BodyRegistered) -> str:
    parent = f" under {fact.parent}" if fact.parent else ""
    applies = PROFILES.get(fact.rules, PERMISSIVE)
    rules = "" if applies is PERMISSIVE else f"; it applies {applies.title}"
    return f"{capital(the(fact.name))} ({fact.key}) entered the register{parent}{rules}"


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
    name = f"{capital(issued.NAMES[asked.paper])}{stands_for}{withheld}"
    return f"{name} was issued, printed as {asked.form} from entries 1 to {fact.last} (SHA-256 {fact.sha256[:12]}…)"
