"""The room on one screen: what `nemcon status` shows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from cli.find import find, meeting_meant
from cli.officers import told
from cli.room import Room
from domain.days import long_day
from projections import agenda as agendas
from projections import confirmations, history, silence
from projections.agenda import AgendaView, Edition
from projections.attendance import AttendanceView, as_json, attendance
from projections.history import HistoryLine
from projections.meetings import MeetingView, meeting, meetings
from projections.officers import officers
from projections.papers import history as history_paper
from projections.papers.attendance import quorum, total
from projections.proposals import ProposalLine, ProposalStatus, proposals
from projections.silence import SilenceLine, SilenceStatus
from projections.words import listed, ordinal_word, several_days, sitting_words


@dataclass(frozen=True)
class Standing:
    """Where things stand: the meeting meant if there is one, what silence is running, the last entries."""

    meeting: MeetingView | None
    others: tuple[MeetingView, ...]
    presiding: str | None
    officers: tuple[str, ...]
    attendance: AttendanceView | None
    agenda: AgendaView | None
    proposals: tuple[ProposalLine, ...]
    running: tuple[SilenceLine, ...]
    to_confirm: int
    last: tuple[HistoryLine, ...]


_WAITING = {
    SilenceStatus.RUNNING,
    SilenceStatus.SUSPENDED,
    SilenceStatus.EXPIRED,
    SilenceStatus.BROKEN,
    SilenceStatus.CONTESTED,
}


def standing(room: Room, connection: Connection, word: str | None, moment: datetime) -> Standing:
    """Where things stand at a moment in the record that `connection` shows."""
    views = meetings(connection)
    held = _meant(connection, word, views)
    found = agendas.agenda(connection, held.stream, Edition.CURRENT) if held else None
    lines = history.unsealed(history.last(connection, 3), lambda digest: room.reveal(connection, digest))
    return Standing(
        meeting=held,
        others=tuple(view for view in views if held is None or view.stream != held.stream),
        presiding=_presiding(room, connection, held),
        officers=_officers(room, connection, held),
        attendance=attendance(connection, held.stream) if held else None,
        agenda=found,
        proposals=_proposals(connection, held),
        running=tuple(one for one in silence.silences(connection, moment) if one.status in _WAITING),
        to_confirm=len(confirmations.unconfirmed(connection)),
        last=tuple(lines),
    )


def _meant(connection: Connection, word: str | None, views: list[MeetingView]) -> MeetingView | None:
    if word is not None:
        return meeting(connection, find(connection, "meeting", word).stream)
    candidates = [view for view in views if view.state == "open"] or views
    return meeting(connection, meeting_meant(connection, None).stream) if len(candidates) == 1 else None


def _proposals(connection: Connection, held: MeetingView | None) -> tuple[ProposalLine, ...]:
    """Those before the meeting on which no action was taken; what is restricted is left to `nemcon proposal list`."""
    found = [] if held is None else proposals(connection, f"{held.body} {held.key}")
    return tuple(one for one in found if one.status is ProposalStatus.PENDING and one.distribution != "restricted")


def _presiding(room: Room, connection: Connection, held: MeetingView | None) -> str | None:
    if held is None or held.state == "closed":
        return None
    acting = f", acting as {held.acting_as}" if held.acting_as else ""
    if held.presiding_office is not None:
        return f"the {held.presiding_office}{acting}"
    seal = held.presiding_seal
    return None if seal is None else f"{room.reveal(connection, seal) or 'the presiding officer'}{acting}"


def _officers(room: Room, connection: Connection, held: MeetingView | None) -> tuple[str, ...]:
    if held is None or held.state == "closed":
        return ()
    return tuple(told(room, connection, one) for one in officers(connection, held.stream))


def text_status(room: Room, connection: Connection, word: str | None, moment: datetime) -> str:
    """The room as lines of text."""
    now = standing(room, connection, word, moment)
    rows = [*_of_meeting(now), *_of_silence(now), *_of_a_second_person(now)]
    told = [f"{label:<12}{text}" for label, text in rows]
    last = [f"  {history_paper.line(line)}" for line in now.last] or ["  Nothing is recorded yet."]
    return "\n".join([*told, "Last entries", *last])


def _of_meeting(now: Standing) -> list[tuple[str, str]]:
    held = now.meeting
    if held is None:
        there = ", ".join(f"{one.key} ({one.state})" for one in now.others)
        return [("Meetings", there or "none; read a paper: nemcon import FILE")]
    count = f"{ordinal_word(held.ordinal)} {held.says} of the " if held.ordinal else ""
    rows = [
        ("Meeting", f"{held.key}: {count}{held.body_name}"),
        ("", f"{held.place}, {several_days(held.spans)}; {held.state}"),
        ("Sitting", _sitting(held)),
    ]
    rows += [("Presiding", now.presiding)] if now.presiding else []
    rows += [("" if rank else "Officers", one) for rank, one in enumerate(now.officers)]
    rows += _of_attendance(now.attendance, held)
    rows += _of_agenda(now.agenda, held)
    rows += [("" if rank else "Proposals", _proposed(one)) for rank, one in enumerate(now.proposals)]
    rows += [("Report", held.report)] if held.report else []
    return rows


def _proposed(line: ProposalLine) -> str:
    to = f", an amendment to {line.to_symbol}" if line.to_symbol else ""
    items = f", {'items' if line.items[1:] else 'item'} {listed(line.items)}" if line.items else ""
    return f"{line.symbol}{to}{items}: no action yet"


def _sitting(held: MeetingView) -> str:
    if held.sitting is None:
        return "none is open"
    return f"{sitting_words(held.sitting, resumed=held.resumed)}{', suspended' if held.suspended else ''}"


def _of_attendance(found: AttendanceView | None, held: MeetingView) -> list[tuple[str, str]]:
    """Who takes part, and the last count where it is that of the sitting open now."""
    if found is None:
        return []
    counted = found.quorum is not None and found.quorum.sitting == held.sitting
    rows = [("Attendance", total(found))] if found.participants else []
    return [*rows, *([("Quorum", quorum(found.quorum))] if found.quorum is not None and counted else [])]


def _of_agenda(found: AgendaView | None, held: MeetingView) -> list[tuple[str, str]]:
    if found is None:
        return [("Agenda", "not issued")]
    rows = [("Agenda", _adopted(found))]
    open_ = [item for item in found.items if item.id in held.open_items]
    rows += [("Item open", f"{item.number}  {str(item.title)[:70]}") for item in open_]
    pending = found.amendments if found.adopted_entry is None else ()
    rows += [("Pending", f"#{one.entry}  {one.was or 'a new item'}: {one.kind}, {one.title[:60]}") for one in pending]
    return rows


def _adopted(found: AgendaView) -> str:
    if found.adopted_entry is None or found.adopted is None:
        return _not_adopted(found)
    amended = ", as orally amended" if found.as_amended else ""
    return f"adopted on {long_day(found.adopted.day)}{amended} (entry {found.adopted_entry})"


def _not_adopted(found: AgendaView) -> str:
    if (one := found.provisionally) is not None:
        return f"provisionally adopted on {long_day(one.occurred.day)} (entry {one.entry})"
    applied = f"; work began without adoption (entry {found.applied_entry})" if found.applied_entry else ""
    return f"provisional, not adopted{applied}"


def _of_silence(now: Standing) -> list[tuple[str, str]]:
    return [
        ("Silence", f"{one.key}: {one.status}, until {one.deadline.printed}") for one in now.running if one.deadline
    ]


def _of_a_second_person(now: Standing) -> list[tuple[str, str]]:
    if not now.to_confirm:
        return []
    waiting = "1 entry waits" if now.to_confirm == 1 else f"{now.to_confirm} entries wait"
    return [("To confirm", f"{waiting} for a second person: nemcon history --unconfirmed")]


def json_status(room: Room, connection: Connection, word: str | None, moment: datetime) -> str:
    """The room as JSON."""
    now = standing(room, connection, word, moment)
    held, found = now.meeting, now.agenda
    told = {
        "meeting": held.key if held else None,
        "other_meetings": [one.key for one in now.others],
        "state": held.state if held else None,
        "sitting": held.sitting if held else None,
        "presiding": now.presiding,
        "officers": [*now.officers],
        "attendance": None if now.attendance is None else as_json(now.attendance)["counts"],
        "agenda": found.status if found else None,
        "items_open": [item.number for item in found.items if item.id in held.open_items] if found and held else [],
        "pending": [one.entry for one in found.amendments] if found and found.adopted_entry is None else [],
        "proposals": [one.symbol for one in now.proposals],
        "silence": [one.key for one in now.running],
        "to_confirm": now.to_confirm,
        "last": history_paper.as_json(now.last),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
