"""How does one state of the record differ from another? Part by part, each as it was and as it is, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, select

from domain.days import long_day
from domain.late import dataclass
from projections.agenda import AGENDA, LINE, AgendaView, Edition, agenda
from projections.history import HISTORY
from projections.meetings import MEETING, MeetingView, meeting
from projections.papers.comparison import Comparison, compare
from projections.papers.items import deleted
from projections.silence import SILENCE, SilenceLine, silences
from projections.timetable import SLOT, SlotView, slots
from projections.words import counted, hours, listed, several_days, sitting_words

TABLES = (MEETING, AGENDA, LINE, SLOT, SILENCE)
"""All that a snapshot asks."""


@dataclass(frozen=True)
class Snapshot:
    """How things stood in one state. Of an edition of the agenda alone, nothing else is known."""

    meeting: MeetingView | None
    agenda: AgendaView | None
    slots: tuple[SlotView, ...] = ()
    silence: tuple[SilenceLine, ...] = ()
    edition_alone: bool = False


@dataclass(frozen=True)
class Changed:
    """One thing that differs: what it is, what it was, what it is now; None where it was or is not there."""

    what: str
    was: str | None
    now: str | None


@dataclass(frozen=True)
class Differences:
    """What differs between two states, part by part; no agenda where neither state has one."""

    meeting: MeetingView
    standing: tuple[Changed, ...]
    agenda: Comparison | None
    statuses: tuple[Changed, ...]
    work: tuple[Changed, ...]
    silence: tuple[Changed, ...]
    edition_alone: bool

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        retitled = self.agenda is not None and any(one.changes for one in self.agenda.items)
        return retitled or bool(self.standing or self.statuses or self.work or self.silence)


def silence_streams(connection: Connection) -> list[str]:
    """The streams of all silence procedures, those struck as a whole included."""
    return [*connection.execute(select(HISTORY.c.stream).where(HISTORY.c.kind == "silence").distinct()).scalars()]


def snapshot(connection: Connection, stream: str, at: datetime) -> Snapshot:
    """How a meeting, and all silence procedures, stand in what `connection` shows, at a moment."""
    return Snapshot(
        meeting(connection, stream),
        agenda(connection, stream),
        tuple(slots(connection, stream)),
        tuple(silences(connection, at)),
    )


def edition(connection: Connection, stream: str, which: Edition) -> Snapshot:
    """An edition of the agenda of a meeting, alone."""
    return Snapshot(meeting(connection, stream), agenda(connection, stream, which), edition_alone=True)


def differences(old: Snapshot, new: Snapshot) -> Differences | None:
    """What differs from `old` to `new`; None where neither knew of the meeting."""
    held = new.meeting or old.meeting
    if held is None:
        return None
    alone = old.edition_alone or new.edition_alone
    return Differences(
        meeting=held,
        standing=() if alone else tuple(_standing(old, new)),
        agenda=_agenda(held, old.agenda, new.agenda),
        statuses=() if alone else tuple(_statuses(old.agenda, new.agenda)),
        work=() if alone else tuple(_work(old, new)),
        silence=() if alone else tuple(_silence(old.silence, new.silence)),
        edition_alone=alone,
    )


def _agenda(held: MeetingView, old: AgendaView | None, new: AgendaView | None) -> Comparison | None:
    some = old or new
    if some is None:
        return None
    none = replace(some, items=())
    before = old or none
    return compare(held, replace(before, items=tuple(one for one in before.items if not deleted(one))), new or none)


def _standing(old: Snapshot, new: Snapshot) -> Iterator[Changed]:
    for what, said in _STANDING:
        was, now = (None if one.meeting is None else said(one.meeting) for one in (old, new))
        yield from _changed(what, was, now)
    yield from _changed("Agenda", *(None if one.agenda is None else _adopted(one.agenda) for one in (old, new)))


def _changed(what: str, was: str | None, now: str | None) -> Iterator[Changed]:
    if was != now:
        yield Changed(what, was, now)


def _adopted(held: AgendaView) -> str:
    return f"{spaced(held.status)}{', as orally amended' if held.as_amended else ''}"


def _sitting(held: MeetingView) -> str | None:
    if held.sitting is None:
        return None
    return f"the {sitting_words(held.sitting, resumed=held.resumed)}{', suspended' if held.suspended else ''}"


def _presiding(held: MeetingView) -> str | None:
    acting = f", acting as {held.acting_as}" if held.acting_as else ""
    if held.presiding_office is not None:
        return f"the {held.presiding_office}{acting}"
    return None if held.presiding_seal is None else f"a person named{acting}"


def _offices(held: MeetingView) -> str | None:
    filled = Counter(held.offices)
    return listed(f"{one} ({count})" if count > 1 else one for one, count in filled.items()) or None


_STANDING: Sequence[tuple[str, Callable[[MeetingView], str | None]]] = (
    ("Meeting", lambda held: held.state),
    ("Place", lambda held: held.place or None),
    ("Days", lambda held: several_days(held.spans)),
    ("Sitting", _sitting),
    ("Presiding", _presiding),
    ("Offices", _offices),
    ("Report", lambda held: held.report),
)


def spaced(word: str) -> str:
    """A word of a closed list as it is read: not taken up."""
    return word.replace("_", " ")


def _statuses(old: AgendaView | None, new: AgendaView | None) -> Iterator[Changed]:
    was = {item.id: item.status for item in old.items if not deleted(item)} if old else {}
    for item in new.items if new else ():
        before = was.get(item.id, "not_taken_up")
        if not deleted(item) and item.status != before:
            yield Changed(item.number or "new", spaced(before), spaced(item.status))


def _work(old: Snapshot, new: Snapshot) -> Iterator[Changed]:
    yield from _changed("Stage", *(one.slots[0].stage.value if one.slots else None for one in (old, new)))
    was, now = ({(slot.day, slot.start, slot.end): slot for slot in one.slots} for one in (old, new))
    for day, start, end in sorted({*was, *now}):
        one, other = was.get((day, start, end)), now.get((day, start, end))
        if one is None or other is None or set(one.items) != set(other.items):
            what = f"{long_day(day)}, {hours(start, end)}"
            yield Changed(what, _planned(one, old.agenda), _planned(other, new.agenda))


_OTHERS = {True: "a new item", False: "an item no longer on the agenda"}


def _planned(slot: SlotView | None, by: AgendaView | None) -> str | None:
    if slot is None:
        return None
    numbers = {item.id: item.number for item in by.items} if by else {}
    known = [number for item in slot.items if (number := numbers.get(item)) is not None]
    others = [_OTHERS[item in numbers] for item in slot.items if numbers.get(item) is None]
    said = [f"item{'s' if len(known) > 1 else ''} {listed(known)}"] if known else []
    return "; ".join([*said, *others]) or "no items"


def _silence(old: Sequence[SilenceLine], new: Sequence[SilenceLine]) -> Iterator[Changed]:
    was, now = ({(one.key, one.body): _said(one) for one in lines} for lines in (old, new))
    for key, body in {**was, **now}:
        yield from _changed(f"{key} ({body})", was.get((key, body)), now.get((key, body)))


def _said(line: SilenceLine) -> str:
    """Where a silence procedure stands. Who objected is never named."""
    until = f", until {line.deadline.printed}" if line.deadline else ""
    outcome = f", {spaced(line.outcome)}" if line.outcome else ""
    objections = f", {counted(line.objections, 'objection')} in time" if line.objections else ""
    late = f", {counted(line.late, 'objection')} after the deadline" if line.late else ""
    return f"{spaced(line.status)}{until}{outcome}{objections}{late}"
