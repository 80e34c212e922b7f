"""The sentences of the schedule, the sittings and the officers."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from domain.days import long_day
from domain.officers import ActedAs, ChairTaken, OfficerFact, OfficerReplaced, OfficersElected
from domain.remaining import undisposed
from domain.schedule import (
    ConferenceServicesPermitted,
    MeetingCancelled,
    MeetingPostponed,
    MeetingReconvened,
    MeetingRelocated,
    MeetingScheduled,
    ScheduleFact,
)
from domain.sittings import (
    MeetingClosed,
    MeetingOpened,
    SittingClosed,
    SittingFact,
    SittingHeld,
    SittingOpened,
    SittingResumed,
    SittingSuspended,
)
from domain.values import Language
from projections.sentences.room import Room, decided, pursuant, verb
from projections.sentences.seals import mark
from projections.words import capital, clock, counted, days, languages, listed, ordinal_word, the


def of_schedule(room: Room, fact: ScheduleFact) -> str:
    """When and where the meeting is to be held, and with which services."""
    match fact:
        case MeetingScheduled():
            return _scheduled(fact)
        case MeetingPostponed():
            plan = room.before.schedule
            starts = plan.again[-1][0] if plan.again else plan.starts
            moved = "postponed" if fact.starts >= starts else "brought forward"
            return f"{room.occasion} was {moved} to {days(fact.starts, fact.ends)}"
        case MeetingReconvened():
            return f"{room.occasion} was reconvened for {days(fact.starts, fact.ends)}"
        case MeetingRelocated():
            before = f" from {room.before.schedule.place}" if room.before.schedule.place else ""
            return f"{room.occasion} was moved{before} to {fact.place}"
        case MeetingCancelled():
            return f"{room.occasion} was cancelled"
        case ConferenceServicesPermitted():
            return f"Conference services permitted {_services(fact)}"
        case _:
            assert_never(fact)


def _scheduled(fact: MeetingScheduled) -> str:
    which = f"The {ordinal_word(fact.ordinal)}" if fact.ordinal else "A"
    place = f", in {fact.place}" if fact.place else ""
    opens = f", opening at {clock(fact.opens)}" if fact.opens else ""
    return (
        f"{which} {fact.says} of {the(fact.body_name)} was scheduled for {days(fact.starts, fact.ends)}"
        f"{place}{opens}{pursuant(fact.pursuant_to)}"
    )


def _services(fact: ConferenceServicesPermitted) -> str:
    sittings = counted(fact.sittings, "plenary meeting")
    if not fact.languages:
        return sittings
    every = set(fact.languages) == set(Language)
    into = "the six official languages" if every else languages(fact.languages)
    return f"{sittings}, with interpretation into {into}"


def of_sittings(room: Room, fact: SittingFact) -> str:
    """The opening and the closure, and the plenary meetings."""
    match fact:
        case MeetingOpened():
            return f"{room.occasion} was opened"
        case MeetingClosed():
            return f"{room.occasion} was closed{_left(room, fact)}"
        case SittingOpened():
            return f"The {ordinal_word(fact.number)} plenary meeting was called to order"
        case SittingHeld():
            again = " (resumed)" if fact.resumed else ""
            return f"The {ordinal_word(fact.number)}{again} plenary meeting was held; only its day is known"
        case SittingSuspended():
            return f"The {ordinal_word(fact.number)} plenary meeting was suspended"
        case SittingResumed():
            return f"The {ordinal_word(fact.number)} plenary meeting was resumed"
        case SittingClosed():
            return f"The {ordinal_word(fact.number)} plenary meeting rose"
        case _:
            assert_never(fact)


def _left(room: Room, fact: MeetingClosed) -> str:
    """What became of the items left."""
    left = undisposed(room.before.agenda, room.before.items)
    if fact.remaining is None or not left:
        return ""
    what = f"the consideration of {room.items(left)}"
    match fact.remaining:
        case "carry":
            return f"; {what} was carried over to its next {room.says}"
        case "defer":
            return f"; {what} was deferred to its next {room.says}"
        case "lapse":
            return f"; {what} lapsed"
        case _:
            assert_never(fact.remaining)


def of_officers(room: Room, fact: OfficerFact) -> str:
    """Who was elected, who presides. A person stands as a mark."""
    match fact:
        case OfficersElected():
            elected = listed(f"{mark(one.person)} as {one.office}" for one in fact.elected)
            since = f" from {long_day(fact.since)}" if fact.since else ""
            did = verb(fact.taken, "elected", "to elect")
            return decided(f"{room.body} {did} {elected}{since}{_until(fact.until)},", fact.taken)
        case OfficerReplaced(officer=officer):
            new, old = mark(officer.person), mark(fact.replaced)
            text = f"As {officer.office}, {new} replaced {old}{_until(fact.until)}"
            return text if fact.taken is None else decided(f"{text},", fact.taken)
        case ActedAs():
            return f"{_who(fact)} acted as {fact.acts_as}"
        case ChairTaken():
            return f"{_who(fact)} presided"
        case _:
            assert_never(fact)


def _until(day: date | None) -> str:
    return f" until {long_day(day)}" if day else ""


def _who(fact: ChairTaken | ActedAs) -> str:
    office = the(fact.office) if fact.office else ""
    person = mark(fact.person) if fact.person else ""
    return capital(", ".join(filter(None, [office, person])) or "somebody")
