"""The elected officers, and who presides. Personal names are sealed: the record holds their salted hashes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, assert_never

from domain.act import Fact, act
from domain.context import Context
from domain.evolving import replace
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.values import Entry, Sealed, Taken, normal


@dataclass(frozen=True, kw_only=True)
class Officer:
    """An office and the person elected to it."""

    office: str
    person: Sealed


@dataclass(frozen=True, kw_only=True)
class OfficersElected(Fact):
    """Officers were elected in one decision, until a day or for the meeting."""

    TOPIC: ClassVar[str] = "OfficersElected"
    elected: tuple[Officer, ...]
    until: date | None
    taken: Taken


@dataclass(frozen=True, kw_only=True)
class ChairTaken(Fact):
    """Someone took the chair: the holder of an office, or a person named."""

    TOPIC: ClassVar[str] = "ChairTaken"
    office: str | None
    person: Sealed | None


OfficerFact = OfficersElected | ChairTaken


@dataclass(frozen=True)
class Officers:
    """What the rules need to know: which offices are filled, and who presides."""

    offices: tuple[str, ...] = ()
    presiding: ChairTaken | None = None


@act
def elect_officers(
    schedule: Schedule,
    officers: Officers,
    entry: Entry,
    context: Context,
    *,
    elected: tuple[Officer, ...],
    until: date | None = None,
    taken: Taken,
) -> OfficersElected:
    """Elect one or several officers in one decision. Several may hold one office (Vice-Chairs)."""
    del context
    must_stand(schedule)
    if not elected:
        raise impossible("No officer was named.", 'Use: nemcon officer elect "Chair=Ms. A (Italy)"')
    named = tuple(Officer(office=normal(one.office), person=one.person) for one in elected)
    # The record: there is one Chair; a replacement is its own act.
    if [one.office for one in named].count("Chair") + officers.offices.count("Chair") > 1:
        raise impossible(
            "A meeting has one Chair, and one has been elected already.",
            "If that entry was wrong: nemcon correct ENTRY officer elect ...",
        )
    return OfficersElected(entry=entry, elected=named, until=until, taken=taken)


@act
def take_chair(
    schedule: Schedule,
    officers: Officers,
    entry: Entry,
    context: Context,
    *,
    office: str | None = None,
    person: Sealed | None = None,
) -> ChairTaken:
    """Record who presides from now on: the holder of an office, or a person."""
    del context, officers
    must_stand(schedule)
    if office is None and person is None:
        raise impossible("Nobody was named to preside.", "Use: nemcon officer preside Chair")
    return ChairTaken(entry=entry, office=None if office is None else normal(office), person=person)


def evolve(officers: Officers, fact: OfficerFact) -> Officers:
    """The officers after `fact`."""
    match fact:
        case OfficersElected():
            return replace(officers, offices=(*officers.offices, *(one.office for one in fact.elected)))
        case ChairTaken():
            return replace(officers, presiding=fact)
        case _:
            assert_never(fact)
