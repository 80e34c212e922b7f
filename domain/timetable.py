"""The organization of work: which items are planned for which sitting. It is apart from the agenda.

An item may stand in several sittings and a sitting may hold several items. Revising it leaves the agenda alone.
"""

from __future__ import annotations

from datetime import date, time
from itertools import pairwise
from typing import ClassVar, assert_never

from domain.act import Fact, act
from domain.agenda import Agenda, must_be_issued
from domain.context import Context
from domain.days import long_day
from domain.evolving import replace
from domain.late import dataclass
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.sittings import Sittings, must_be_open
from domain.values import Basis, Entry, Taken


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A planned sitting: its day, its hours on the clock of the place, and the items planned, in order."""

    day: date
    start: time
    end: time
    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OrganizationOfWorkProposed(Fact):
    """An organization of work was proposed, with all its slots."""

    TOPIC: ClassVar[str] = "OrganizationOfWorkProposed"
    slots: tuple[Slot, ...]
    pursuant_to: tuple[Basis, ...]


@dataclass(frozen=True, kw_only=True)
class OrganizationOfWorkAdopted(Fact):
    """The organization of work was adopted as proposed."""

    TOPIC: ClassVar[str] = "OrganizationOfWorkAdopted"
    taken: Taken


@dataclass(frozen=True, kw_only=True)
class OrganizationOfWorkRevised(Fact):
    """Other slots took the place of all slots before."""

    TOPIC: ClassVar[str] = "OrganizationOfWorkRevised"
    slots: tuple[Slot, ...]
    taken: Taken


TimetableFact = OrganizationOfWorkProposed | OrganizationOfWorkAdopted | OrganizationOfWorkRevised


@dataclass(frozen=True)
class Timetable:
    """What the rules need to know of the organization of work."""

    slots: tuple[Slot, ...] = ()
    proposed: Entry | None = None
    adopted: Entry | None = None
    revised: Entry | None = None


def _lawful(schedule: Schedule, agenda: Agenda, slots: tuple[Slot, ...]) -> None:
    # The record: a slot lies within the meeting's days, ends after it starts, and plans items of the agenda.
    if not slots:
        raise impossible("An organization of work has at least one sitting.", "One line a sitting: DAY HOURS ITEMS")
    for slot in slots:
        when = f"{long_day(slot.day)}, {slot.start:%H:%M} to {slot.end:%H:%M}"
        if not schedule.includes(slot.day):
            raise impossible(
                f"The sitting of {when} is outside the days of {schedule.key}, {schedule.starts} to {schedule.ends}.",
                "Check the day, or first: nemcon meeting postpone",
            )
        if slot.end <= slot.start:
            raise impossible(f"The sitting of {when} ends before it starts.", "Write the hours as 10:00-13:00")
        for item in slot.items:
            if agenda.in_force.get(item) is None and agenda.provisional.get(item) is None:
                raise impossible(f"The agenda has no item {item}.", "See the agenda in force: nemcon agenda show")
    _apart(slots)


def _apart(slots: tuple[Slot, ...]) -> None:
    ordered = sorted(slots, key=lambda slot: (slot.day, slot.start))
    for one, other in pairwise(ordered):
        if one.day == other.day and other.start < one.end:
            raise impossible(
                f"Two sittings overlap on {long_day(one.day)}: until {one.end:%H:%M}, and from {other.start:%H:%M}.",
                "Mend the hours in the file.",
            )


@act
def propose_work(
    schedule: Schedule,
    agenda: Agenda,
    timetable: Timetable,
    entry: Entry,
    context: Context,
    *,
    slots: tuple[Slot, ...],
    pursuant_to: tuple[Basis, ...] = (),
) -> OrganizationOfWorkProposed:
    """Propose an organization of work, once; later ones revise it."""
    del context
    must_stand(schedule)
    must_be_issued(agenda)
    if timetable.slots:
        raise impossible("An organization of work was proposed already.", "To change it: nemcon work revise FILE")
    _lawful(schedule, agenda, slots)
    return OrganizationOfWorkProposed(entry=entry, slots=slots, pursuant_to=pursuant_to)


def _must_be_proposed(timetable: Timetable) -> None:
    if not timetable.slots:
        raise impossible("No organization of work was proposed.", "First: nemcon work propose FILE")


@act
def adopt_work(
    schedule: Schedule,
    sittings: Sittings,
    timetable: Timetable,
    entry: Entry,
    context: Context,
    *,
    taken: Taken,
) -> OrganizationOfWorkAdopted:
    """Adopt the organization of work as it stands, once."""
    del context
    must_be_open(schedule, sittings)
    _must_be_proposed(timetable)
    if timetable.adopted is not None:
        raise impossible(
            f"The organization of work was adopted already (entry {timetable.adopted.number}).",
            "To change it: nemcon work revise FILE",
        )
    return OrganizationOfWorkAdopted(entry=entry, taken=taken)


@act
def revise_work(
    schedule: Schedule,
    agenda: Agenda,
    timetable: Timetable,
    entry: Entry,
    context: Context,
    *,
    slots: tuple[Slot, ...],
    taken: Taken,
) -> OrganizationOfWorkRevised:
    """Put other slots in the place of all slots before; the agenda stays."""
    del context
    must_stand(schedule)
    _must_be_proposed(timetable)
    _lawful(schedule, agenda, slots)
    if slots == timetable.slots:
        raise impossible("That is the organization of work as it stands.", "Nothing needs to be done.")
    return OrganizationOfWorkRevised(entry=entry, slots=slots, taken=taken)


def evolve(timetable: Timetable, fact: TimetableFact) -> Timetable:
    """The organization of work after `fact`."""
    match fact:
        case OrganizationOfWorkProposed():
            return replace(timetable, slots=fact.slots, proposed=fact.entry)
        case OrganizationOfWorkRevised():
            return replace(timetable, slots=fact.slots, revised=fact.entry)
        case OrganizationOfWorkAdopted():
            return replace(timetable, adopted=fact.entry)
        case _:
            assert_never(fact)
