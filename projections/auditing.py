"""What an auditor asks of each act: when it had happened at the latest, what it replaced, and what it lacked."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo
from enum import StrEnum
from functools import lru_cache

from domain.act import Fact
from domain.amendments import ItemAdded, ItemDeleted, ItemMoved, ItemRetitled
from domain.body import BodyRegistered
from domain.business import ActStruck
from domain.meeting import KIND as MEETING
from domain.proposal import KIND as PROPOSAL
from domain.proposal import ProposalPut
from domain.quorum import decides
from domain.report import ReportConfirmed
from domain.schedule import MeetingScheduled
from domain.silence import SilenceCirculated
from domain.unusual import IN_THE_ROOM, in_the_room
from domain.values import Taken, zone_named
from projections.tables import Row, utc
from projections.telling import Told


class Lack(StrEnum):
    """What an act lacked. A quorum lacks only where too few were counted: nobody doubts one that was not counted."""

    SITTING = "sitting"
    ANY_SITTING = "any_sitting"
    HOUR = "hour"
    QUORUM = "quorum"
    AUTHORITY = "authority"


_PROPOSALS = (ItemAdded, ItemDeleted, ItemMoved, ItemRetitled)


def audited(told: Told) -> Row:
    """What the row of an act says for an auditor."""
    return {
        "happened": _happened(told),
        "replaces": _replaced(told),
        "replaced_by": _replacing(told) if told.struck_by else None,
        "lacks": ",".join(_lacks(told)),
    }


def _happened(told: Told) -> str:
    """The moment by which it had happened: a day without an hour counts from its end, in its zone."""
    occurred = told.fact.entry.occurred
    return _end(occurred.day, occurred.zone or _zone(told.first)) if occurred.at is None else utc(occurred.at)


@lru_cache(maxsize=1024)
def _end(day: date, zone: str) -> str:
    return utc(datetime.combine(day, time.max, tzinfo=_clock(zone)))


def _clock(zone: str) -> tzinfo:
    """The clock of a zone; UTC where this machine has no data of it, which must not stop a record from being read."""
    try:
        return zone_named(zone)
    except ValueError:
        return UTC


def _zone(first: Fact) -> str:
    match first:
        case MeetingScheduled(zone=zone) | BodyRegistered(zone=zone):
            return zone
        case SilenceCirculated(deadline=deadline):
            return deadline.zone
        case _:
            return "UTC"


def _replaced(told: Told) -> int | None:
    """The entry whose place the act took: the last one that had it before."""
    entry = told.fact.entry
    if entry.replaces is None:
        return None
    before = (fact.entry for fact in told.facts if fact.entry.version < entry.version)
    return max((one.number for one in before if one.place == entry.place), default=None)


def _replacing(told: Told) -> int | None:
    """The entry that took the place of the act: the first one that had it afterwards."""
    entry = told.fact.entry
    after = (fact.entry for fact in told.facts if fact.entry.version > entry.version)
    return min((one.number for one in after if one.place == entry.place), default=None)


def _lacks(told: Told) -> list[Lack]:
    if isinstance(told.fact, ActStruck):
        return []
    entry, find = told.fact.entry, _FINDERS.get(told.kind)
    found = [] if find is None else find(told)
    return [*found, Lack.AUTHORITY] if entry.waives and not (entry.authority or "").strip() else found


def _in_a_meeting(told: Told) -> list[Lack]:
    return [*_no_sitting(told), *_no_quorum(told)]


def _put_nowhere(told: Told) -> list[Lack]:
    """A proposal is put at a sitting, and says at which, unless it is adopted by silence or by correspondence."""
    fact = told.fact
    put = isinstance(fact, ProposalPut) and fact.sitting is None and not fact.taken.out_of_session
    return [Lack.SITTING] if put else []


_FINDERS = {MEETING: _in_a_meeting, PROPOSAL: _put_nowhere}


def _no_sitting(told: Told) -> list[Lack]:
    """What was decided elsewhere needs no sitting; a proposal is no decision."""
    taken: Taken | None = getattr(told.fact, "taken", None)
    if taken is None and type(told.fact) not in IN_THE_ROOM:
        return []
    here = in_the_room(told.fact)
    if _elsewhere(told.fact, taken) or not (here or _decides(told, taken)):
        return []
    sittings, when = told.before.sittings, told.fact.entry.occurred
    if not sittings.parts:
        return [Lack.ANY_SITTING if taken is not None else Lack.SITTING]
    if not here:
        return []
    if sittings.under_way(when.day) is None:
        # A late act comes at the end of its day: its hour may still be that of a sitting.
        timed = when.at is not None and any(part.timed for part in sittings.parts)
        return [] if timed and sittings.held_at(when) else [Lack.SITTING]
    return [Lack.HOUR] if when.at is not None and not sittings.held_at(when) else []


def _elsewhere(fact: Fact, taken: Taken | None) -> bool:
    """Whether it was decided out of session, at a later meeting, or, of a confirmation, by the capitals."""
    if isinstance(fact, ReportConfirmed) or getattr(fact, "at_meeting", None) is not None:
        return True
    return taken is not None and taken.out_of_session


def _no_quorum(told: Told) -> list[Lack]:
    """Too few were present when they were last counted at that sitting: the rule was waived, or is not verified."""
    counted = told.before.attendance.quorum
    if counted is None or counted.sitting != told.before.sittings.now or counted.to_decide is not False:
        return []
    return [Lack.QUORUM] if decides(told.fact) else []


def _decides(told: Told, taken: Taken | None) -> bool:
    proposed = isinstance(told.fact, _PROPOSALS) and told.before.agenda.adoption is None
    return taken is not None and not proposed
