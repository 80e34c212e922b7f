"""The sentences of the registers: bodies, resolutions, numbers and papers issued."""

from __future__ import annotations

from typing import assert_never

from domain.body import BodyAlsoNamed, BodyRegistered
from domain.numbering import NumberTaken
from domain.papers import PaperIssued
from domain.resolution import ResolutionRecorded, ResolutionRelated, ResolutionRenumbered, TextRef
from domain.rules import PERMISSIVE, PROFILES
from domain.values import Taken
from projections import issued
from projections.sentences.room import decided
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


def of_resolution(told: Told, fact: ResolutionRecorded | ResolutionRelated | ResolutionRenumbered) -> str:
    """How a text came into the record, and how it bears on others."""
    match fact:
        case ResolutionRecorded():
            return f"{_recorded(fact)}{_heard(fact)}"
        case ResolutionRenumbered():
            was = told.before.ref or (told.first.ref if isinstance(told.first, ResolutionRecorded) else fact.ref)
            became = f"became {fact.ref.kind} {fact.ref.number}, {fact.ref.kind} {fact.part} having been adopted"
            return f"{capital(_text(was))} {became}"
        case ResolutionRelated():
            ref = told.before.ref or (told.first.ref if isinstance(told.first, ResolutionRecorded) else None)
            text = capital(_text(ref)) if ref else "The text"
            paragraph = f", in paragraph {fact.paragraph}" if fact.paragraph else ""
            phrase = f": {quoted(fact.phrase)}" if fact.phrase else ""
            return f"{text} {fact.relation} {_text(fact.other)}{paragraph}{phrase}{_heard(fact)}"
        case _:
            assert_never(fact)


def _recorded(fact: ResolutionRecorded) -> str:
    title = f", {quoted(fact.title)}" if fact.title else ""
    cited = ", known by citation only" if fact.cited_only else ""
    adopted = decided(f"adopted on {long_day(fact.adopted)}" if fact.adopted else "adopted", Taken(how=fact.how))
    when = f", {adopted}," if adopted != "adopted" else ""
    draft = f", from draft {fact.proposal}" if fact.proposal else ""
    return f"{capital(_text(fact.ref))}{title}{when} entered the record{draft}{cited}"


def _text(ref: TextRef) -> str:
    return f"{ref.kind} {ref.number} of {ref.body}"


def _heard(fact: ResolutionRecorded | ResolutionRelated) -> str:
    """What is hearsay says so."""
    if fact.verified:
        return ""
    return f" (not verified; source: {fact.source})" if fact.source else " (not verified)"


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
