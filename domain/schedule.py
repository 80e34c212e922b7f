"""When and where a meeting is to be held, by whose decision, and with which services."""

from __future__ import annotations

from datetime import date, time
from typing import ClassVar, assert_never

from domain.act import Fact, act
from domain.context import BodyFacts, Context, must_still_act
from domain.evolving import replace
from domain.late import dataclass
from domain.rules import impossible, must_be_said
from domain.values import Basis, Entry, Language, normal


@dataclass(frozen=True, kw_only=True)
class MeetingScheduled(Fact):
    """A meeting was scheduled. `says` is the body's own word for it; the body's name is as of that day.

    A `special` one has other rules of notice than a regular one, and is called so: a special session.
    """

    TOPIC: ClassVar[str] = "MeetingScheduled"
    key: str
    body: str
    body_name: str
    body_short: str
    says: str
    zone: str
    ordinal: int | None
    place: str
    starts: date
    ends: date
    opens: time | None
    pursuant_to: tuple[Basis, ...]
    special: bool = False


@dataclass(frozen=True, kw_only=True)
class MeetingPostponed(Fact):
    """Other days were set."""

    TOPIC: ClassVar[str] = "MeetingPostponed"
    starts: date
    ends: date


@dataclass(frozen=True, kw_only=True)
class MeetingReconvened(Fact):
    """A meeting that had been opened is to come together again, on further days, under the same number."""

    TOPIC: ClassVar[str] = "MeetingReconvened"
    starts: date
    ends: date


@dataclass(frozen=True, kw_only=True)
class MeetingRelocated(Fact):
    """Another place was set."""

    TOPIC: ClassVar[str] = "MeetingRelocated"
    place: str


@dataclass(frozen=True, kw_only=True)
class MeetingCancelled(Fact):
    """The meeting will not be held."""

    TOPIC: ClassVar[str] = "MeetingCancelled"


@dataclass(frozen=True, kw_only=True)
class ConferenceServicesPermitted(Fact):
    """What conference services permit: how many sittings, interpreted into which languages."""

    TOPIC: ClassVar[str] = "ConferenceServicesPermitted"
    sittings: int
    languages: tuple[Language, ...]


ScheduleFact = (
    MeetingScheduled
    | MeetingPostponed
    | MeetingReconvened
    | MeetingRelocated
    | MeetingCancelled
    | ConferenceServicesPermitted
)


@dataclass(frozen=True)
class Schedule:
    """What the rules need to know of the schedule, and the fact that first set it.

    `again` are the first and the last day of each time the meeting was reconvened for. Rules that speak of regular
    sessions are not asked of a `special` one.
    """

    scheduled: MeetingScheduled | None = None
    services: ConferenceServicesPermitted | None = None
    key: str | None = None
    body: str | None = None
    short: str = ""
    says: str = "meeting"
    special: bool = False
    zone: str = "UTC"
    place: str = ""
    starts: date = date.min
    ends: date = date.max
    cancelled: bool = False
    again: tuple[tuple[date, date], ...] = ()

    def includes(self, day: date) -> bool:
        """Whether the meeting was to be held on that day."""
        return any(starts <= day <= ends for starts, ends in ((self.starts, self.ends), *self.again))


def must_be_scheduled(schedule: Schedule) -> None:
    """Refuse where the meeting is not scheduled."""
    if schedule.key is None:
        raise impossible(
            "There is no such meeting on that day.", "First: nemcon meeting schedule KEY BODY --dates FROM..TO"
        )


def must_stand(schedule: Schedule) -> None:
    """Refuse where the meeting is not scheduled, or was cancelled."""
    must_be_scheduled(schedule)
    if schedule.cancelled:
        raise impossible(
            f"The {schedule.says} {schedule.key} was cancelled.", "If that was an error, strike the entry."
        )


def must_be_days(starts: date, ends: date) -> None:
    """Refuse days that end before they start."""
    if ends < starts:
        raise impossible(f"The meeting would end on {ends}, before it starts on {starts}.", "Use --dates FROM..TO")


@act
def schedule_meeting(
    schedule: Schedule,
    entry: Entry,
    context: Context,
    *,
    key: str,
    body: str,
    place: str,
    starts: date,
    ends: date,
    ordinal: int | None = None,
    opens: time | None = None,
    pursuant_to: tuple[Basis, ...] = (),
    special: bool = False,
) -> MeetingScheduled:
    """Schedule a meeting, once."""
    if schedule.key is not None:
        raise impossible(
            f"The {schedule.says} {schedule.key} is scheduled already.",
            f"To change its days or place: nemcon meeting postpone {schedule.key}, relocate, or cancel",
        )
    must_be_said(key, "key")
    must_be_said(place, "place")
    found = _body(context, body)
    must_be_days(starts, ends)
    return MeetingScheduled(
        entry=entry,
        key=normal(key).lower(),
        body=found.key,
        body_name=found.name,
        body_short=found.short,
        says=f"special {found.says}" if special else found.says,
        zone=found.zone,
        ordinal=ordinal,
        place=normal(place),
        starts=starts,
        ends=ends,
        opens=opens,
        pursuant_to=pursuant_to,
        special=special,
    )


def _body(context: Context, body: str) -> BodyFacts:
    found = context.body(body)
    if found is None:
        raise impossible(f"The body {body} is not in the register.", f"First: nemcon body add {body} NAME")
    must_still_act(found)
    return found


@act
def permit_services(
    schedule: Schedule, entry: Entry, context: Context, *, sittings: int, languages: tuple[Language, ...]
) -> ConferenceServicesPermitted:
    """Record what conference services permit."""
    del context
    must_stand(schedule)
    if sittings < 1:
        raise impossible("Conference services permit at least one sitting.", "Use: --sittings 4")
    return ConferenceServicesPermitted(entry=entry, sittings=sittings, languages=languages)


def evolve(schedule: Schedule, fact: ScheduleFact) -> Schedule:
    """The schedule after `fact`."""
    match fact:
        case MeetingScheduled():
            return Schedule(
                scheduled=fact,
                key=fact.key,
                body=fact.body,
                short=fact.body_short,
                says=fact.says,
                special=fact.special,
                zone=fact.zone,
                place=fact.place,
                starts=fact.starts,
                ends=fact.ends,
            )
        case MeetingPostponed() if schedule.again:
            return replace(schedule, again=(*schedule.again[:-1], (fact.starts, fact.ends)))
        case MeetingPostponed():
            return replace(schedule, starts=fact.starts, ends=fact.ends)
        case MeetingReconvened():
            return replace(schedule, again=(*schedule.again, (fact.starts, fact.ends)))
        case MeetingRelocated():
            return replace(schedule, place=fact.place)
        case MeetingCancelled():
            return replace(schedule, cancelled=True)
        case ConferenceServicesPermitted():
            return replace(schedule, services=fact)
        case _:
            assert_never(fact)
