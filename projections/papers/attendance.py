"""The attendance of a meeting as a text: by category, names verbatim, in the order of the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from textwrap import fill

from domain.attendance import Category
from domain.days import long_day
from projections.attendance import AttendanceView, QuorumView
from projections.meetings import MeetingView
from projections.sentences.attending import NAMES, counts
from projections.words import NOT_OFFICIAL, capital, ordinal

_WIDTH = 100


def attendance(meeting: MeetingView, found: AttendanceView, *, why: bool = False) -> str:
    """The list; with `why`, the entry it came with."""
    if not found.participants:
        body = ["No attendance is recorded."]
    else:
        mark = f"  [#{found.participants[0].entry}]" if why else ""
        body = [fill(f"{capital(total(found))}.{mark}", _WIDTH), *_by_category(found)]
    beside = [fill(line, _WIDTH) for line in (*_credentials(found, why=why), *_counted(found, why=why))]
    return "\n\n".join([f"Attendance of {meeting.key}", *body, *beside, NOT_OFFICIAL]) + "\n"


def total(found: AttendanceView) -> str:
    """Two States and one signatory."""
    return counts(one.category for one in found.participants)


def _by_category(found: AttendanceView) -> Iterator[str]:
    for category in Category:
        names = [one.name for one in found.participants if one.category is category]
        if names:
            yield "\n".join([capital(NAMES[category][1]), *(f"  {name}" for name in names)])


def _credentials(found: AttendanceView, *, why: bool) -> Iterator[str]:
    for one in found.credentials:
        mark = f"  [#{one.entry}]" if why else ""
        outcome = "accepted" if one.accepted else "noted"
        yield f"Report on credentials {one.symbol}: {outcome} on {long_day(date.fromisoformat(one.day))}.{mark}"


def _counted(found: AttendanceView, *, why: bool) -> Iterator[str]:
    if found.quorum is not None:
        mark = f"  [#{found.quorum.entry}]" if why else ""
        yield f"Last counted at the {ordinal(found.quorum.sitting)} meeting: {quorum(found.quorum)}.{mark}"


def quorum(one: QuorumView) -> str:
    """60 of 150 present; enough to debate, not to decide."""
    present = f"{one.present} present" if one.participating is None else f"{one.present} of {one.participating} present"
    said = [
        f"{'enough' if enough else 'not enough'} to {purpose}"
        for purpose, enough in (("debate", one.to_debate), ("decide", one.to_decide))
        if enough is not None
    ]
    return "; ".join([present, ", ".join(said)]) if said else present
