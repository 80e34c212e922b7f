"""Where does the meeting stand? Its days, its sitting, who presides, the items open, the amendments pending."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Boolean, Column, Connection, Integer, String, Table, select

from domain.late import dataclass
from projections.tables import DERIVED, ByStream, Row, stream_column

if TYPE_CHECKING:
    from domain.meeting import Meeting
    from domain.officers import ActedAs, ChairTaken
    from domain.schedule import MeetingScheduled

MEETING = Table(
    "meeting",
    DERIVED,
    stream_column(),
    Column("key", String, nullable=False),
    Column("body", String, nullable=False),
    Column("body_name", String, nullable=False),
    Column("short", String, nullable=False),
    Column("says", String, nullable=False),
    Column("zone", String, nullable=False),
    Column("ordinal", Integer),
    Column("place", String, nullable=False),
    Column("starts", String(10), nullable=False),
    Column("ends", String(10), nullable=False),
    Column("again", JSON, nullable=False),
    Column("opens", String(5)),
    Column("services", Integer),
    Column("languages", String, nullable=False),
    Column("cancelled", Boolean, nullable=False),
    Column("opened", Boolean, nullable=False),
    Column("closed", Boolean, nullable=False, index=True),
    Column("sitting", Integer),
    Column("sitting_day", String(10)),
    Column("suspended", Boolean, nullable=False),
    Column("resumed", Boolean, nullable=False),
    Column("presiding_office", String),
    Column("presiding_seal", String),
    Column("acting_as", String),
    Column("open_items", String, nullable=False),
    Column("report", String),
    Column("offices", JSON, nullable=False),
)


@dataclass(frozen=True)
class MeetingView:
    """A meeting as it stands. `state` is scheduled, open, closed or cancelled; `sitting` the one open now.

    `offices` are those filled by election, each as often as it is; `acting_as` is the office that who presides acts in.
    `sitting_day` is when the sitting opened, `resumed` tells that it was resumed; `again` are the days for which the
    meeting was reconvened.
    """

    stream: str
    key: str
    body: str
    body_name: str
    short: str
    says: str
    zone: str
    ordinal: int | None
    place: str
    starts: date
    ends: date
    opens: time | None
    services: int | None
    languages: tuple[str, ...]
    state: str
    sitting: int | None
    suspended: bool
    presiding_office: str | None
    presiding_seal: str | None
    open_items: tuple[str, ...]
    report: str | None
    offices: tuple[str, ...] = ()
    sitting_day: date | None = None
    acting_as: str | None = None
    resumed: bool = False
    again: tuple[tuple[date, date], ...] = ()

    @property
    def spans(self) -> tuple[tuple[date, date], ...]:
        """The first and the last day of each time that it comes together."""
        return ((self.starts, self.ends), *self.again)


def _rows(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    if kind == "meeting" and state.schedule.scheduled is not None:
        yield _row(state, state.schedule.scheduled)


def _row(state: Meeting, scheduled: MeetingScheduled) -> Row:
    plan = state.schedule
    chair = state.officers.presiding
    return {
        "key": scheduled.key,
        "body": scheduled.body,
        "body_name": scheduled.body_name,
        "short": scheduled.body_short,
        "says": scheduled.says,
        "zone": scheduled.zone,
        "ordinal": scheduled.ordinal,
        "place": plan.place,
        "starts": plan.starts.isoformat(),
        "ends": plan.ends.isoformat(),
        "again": [[starts.isoformat(), ends.isoformat()] for starts, ends in plan.again],
        "opens": None if scheduled.opens is None else f"{scheduled.opens:%H:%M}",
        "services": plan.services.sittings if plan.services else None,
        "languages": ",".join(plan.services.languages) if plan.services else "",
        "cancelled": plan.cancelled,
        "opened": state.sittings.begun,
        "closed": state.sittings.closed is not None,
        "sitting": state.sittings.now,
        "sitting_day": _sitting_day(state),
        "suspended": state.sittings.suspended,
        "resumed": (part := state.sittings.current) is not None and part.resumed,
        "presiding_office": chair.office if chair else None,
        "presiding_seal": _seal(chair),
        "acting_as": next((one.acts_as for one in state.officers.acting if one is chair), None),
        "open_items": ",".join(state.considered),
        "report": _report(state),
        "offices": [*state.officers.offices],
    }


def _sitting_day(state: Meeting) -> str | None:
    part = state.sittings.current
    return None if part is None else part.day.isoformat()


def _seal(chair: ChairTaken | ActedAs | None) -> str | None:
    return None if chair is None or chair.person is None else chair.person.digest


def _report(state: Meeting) -> str | None:
    report = state.report
    if report.forwarded:
        return "forwarded"
    if report.issued:
        return "issued"
    if report.adoption:
        outline = "outline adopted" if report.adoption.extent == "outline" else "adopted"
        return f"{outline} ad referendum" if report.pending else outline
    return "drafted" if report.draft else None


def _state(row: Any) -> str:  # noqa: ANN401 - a row of the table above
    if row.cancelled:
        return "cancelled"
    if row.closed:
        return "closed"
    return "open" if row.opened else "scheduled"


def _view(row: Any) -> MeetingView:  # noqa: ANN401 - a row of the table above
    return MeetingView(
        stream=row.stream,
        key=row.key,
        body=row.body,
        body_name=row.body_name,
        short=row.short,
        says=row.says,
        zone=row.zone,
        ordinal=row.ordinal,
        place=row.place,
        starts=date.fromisoformat(row.starts),
        ends=date.fromisoformat(row.ends),
        opens=None if row.opens is None else time.fromisoformat(row.opens),
        services=row.services,
        languages=tuple(filter(None, row.languages.split(","))),
        state=_state(row),
        sitting=row.sitting,
        suspended=row.suspended,
        presiding_office=row.presiding_office,
        presiding_seal=row.presiding_seal,
        open_items=tuple(filter(None, row.open_items.split(","))),
        report=row.report,
        offices=tuple(row.offices),
        sitting_day=None if row.sitting_day is None else date.fromisoformat(row.sitting_day),
        acting_as=row.acting_as,
        resumed=row.resumed,
        again=tuple((date.fromisoformat(starts), date.fromisoformat(ends)) for starts, ends in row.again),
    )


def meetings(connection: Connection) -> list[MeetingView]:
    """Every meeting, by its first day and key."""
    query = select(MEETING).order_by(MEETING.c.starts, MEETING.c.key)
    return [_view(row) for row in connection.execute(query)]


def open_meetings(connection: Connection) -> list[MeetingView]:
    """The meetings open now, by first day and key: found without a look at all the others."""
    is_open = (MEETING.c.closed.is_(False), MEETING.c.opened.is_(True), MEETING.c.cancelled.is_(False))
    query = select(MEETING).where(*is_open).order_by(MEETING.c.starts, MEETING.c.key)
    return [_view(row) for row in connection.execute(query)]


def meetings_of(connection: Connection, body: str) -> list[MeetingView]:
    """The meetings of one body, by their first day and key."""
    query = select(MEETING).where(MEETING.c.body == body).order_by(MEETING.c.starts, MEETING.c.key)
    return [_view(row) for row in connection.execute(query)]


def meeting(connection: Connection, stream: str) -> MeetingView | None:
    """The meeting of a stream, or None where it has none yet."""
    row = connection.execute(select(MEETING).where(MEETING.c.stream == stream)).one_or_none()
    return None if row is None else _view(row)


def _shown(kind: str, state: Any) -> tuple[object, ...]:  # noqa: ANN401 - each kind of stream has its own state
    if kind != "meeting":
        return ()
    return (state.schedule, state.sittings, state.officers, state.agenda, state.items, state.report)


PROJECTIONS = (ByStream(MEETING, _rows, _shown, of="meeting"),)
