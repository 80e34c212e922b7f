"""The sentences of the schedule, the sittings and the officers."""

from __future__ import annotations

from typing import Final, assert_never

from domain.officers import ChairTaken, OfficerFact, OfficersElected
from domain.remaining import undisposed
from domain.schedule import (
    ConferenceServicesPermitted,
    MeetingCancelled,
    MeetingPostponed,
    MeetingRelocated,
    MeetingScheduled,
    ScheduleFact,
)
from domain.sittings import (
    MeetingClosed,
    MeetingOpened,
    SittingClosed,
    SittingFact,
    SittingOpened,
    SittingResumed,
    SittingSuspended,
)
from domain.values import Language
from projections.sentences.room import Room, decided, pursuant
from projections.sentences.seals import mark
from projections.words import capital, clock, counted, days, listed, long_day, ordinal_word, the

_LANGUAGES: Final = {
    Language.ARABIC: "Arabic",
    Language.CHINESE: "Chinese",
    Language.ENGLISH: "English",
    Language.FRENCH: "French",
    Language.RUSSIAN: "Russian",
    Language.SPANISH: "Spanish",
}


def of_schedule(room: Room, fact: ScheduleFact) -> str:
    """When and where the meeting is to be held, and with which services."""
    match fact:
        case MeetingScheduled():
            return _scheduled(fact)
        case MeetingPostponed():
            verb = "postponed" if fact.starts >= room.before.schedule.starts else "brought forward"
            return f"{room.occasion} was {verb} to {days(fact.starts, fact.ends)}"
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
    into = "the six official languages" if every else listed(_LANGUAGES[one] for one in fact.languages)
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
            until = f" until {long_day(fact.until)}" if fact.until else ""
            return decided(f"{room.body} {fact.taken.verb or 'elected'} {elected}{until},", fact.taken)
        case ChairTaken():
            office = the(fact.office) if fact.office else ""
            person = mark(fact.person) if fact.person else ""
            return capital(f"{', '.join(filter(None, [office, person])) or 'somebody'} presided")
        case _:
            assert_never(fact)
