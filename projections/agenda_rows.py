"""Which rows has the agenda of a meeting? One for itself, and one for each line of each edition."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from domain.remaining import undisposed
from projections.agenda import AGENDA, LINE, Edition, Status
from projections.amendments import amendments, changes
from projections.tables import ByStream, Row

if TYPE_CHECKING:
    from domain.agenda import Adoption
    from domain.items import ItemDeferred, Items
    from domain.meeting import Meeting
    from domain.outline import Line, Outline


def _agenda_rows(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    if kind == "meeting" and state.agenda.issued is not None:
        yield _agenda_row(state)


def _agenda_row(meeting: Meeting) -> Row:
    agenda = meeting.agenda
    issued, adoption, paper = agenda.issued, agenda.adoption, agenda.paper
    occurred = adoption.entry.occurred if adoption else None
    latest = adoption or agenda.provisionally
    return {
        "status": _status(meeting),
        "symbol": agenda.symbol,
        "issued": paper.issued.isoformat() if paper else "",
        "issued_entry": paper.entry.number if paper else 0,
        "source_sha256": issued.source_sha256 if issued else None,
        "adopted_entry": adoption.entry.number if adoption else None,
        "adopted_day": occurred.day.isoformat() if occurred else None,
        "adopted_at": occurred.at.isoformat() if occurred and occurred.at else None,
        "adopted_zone": occurred.zone if occurred else None,
        "adopted_sitting": adoption.sitting if adoption else None,
        "adopted_resumed": adoption is not None and adoption.resumed,
        "as_amended": bool(adoption and adoption.amendments),
        "in_abeyance": list(latest.in_abeyance) if latest else [],
        "provisionally": _provisionally(agenda.provisionally),
        "applied_entry": agenda.applied.number if agenda.applied else None,
        "understandings": [
            {"entry": one.entry.number, "item": one.item, "text": one.text} for one in agenda.understandings
        ],
        "amendments": amendments(agenda, adoption),
        "changes": changes(agenda),
        "adopted_papers": [adoption.symbol, adoption.allocation] if adoption else [None, None],
    }


def _provisionally(adoption: Adoption | None) -> dict[str, Any] | None:
    if adoption is None:
        return None
    when = adoption.entry.occurred
    told = {"day": when.day.isoformat(), "at": when.at and when.at.isoformat(), "zone": when.zone}
    return {"entry": adoption.entry.number, "sitting": adoption.sitting, "resumed": adoption.resumed, **told}


def _status(meeting: Meeting) -> Status:
    if meeting.agenda.adoption is not None:
        return Status.ADOPTED
    if meeting.agenda.provisionally is not None:
        return Status.PROVISIONALLY_ADOPTED
    return Status.PROVISIONAL if meeting.sittings.closed is None else Status.NEVER_ADOPTED


def _line_rows(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    if kind != "meeting" or state.agenda.issued is None:
        return
    remaining = frozenset(undisposed(state.agenda, state.items))
    yield from _lines(Edition.PROVISIONAL, state.agenda.provisional, state, remaining)
    if state.agenda.adoption is not None:
        yield from _lines(Edition.ADOPTED, state.agenda.adoption.outline, state, remaining)
    yield from _lines(Edition.CURRENT, state.agenda.in_force, state, remaining)


def _lines(edition: Edition, outline: Outline, meeting: Meeting, remaining: Container[str]) -> Iterator[Row]:
    for rank, line in enumerate(outline, start=1):
        yield {
            "edition": edition,
            "rank": rank,
            "item": line.id,
            "number": line.number,
            "original": line.title.original,
            "titles": {"texts": line.title.texts, "unofficial": list(line.title.unofficial)},
            "parent": line.parent,
            "status": _item_status(line, meeting.items),
            "remaining": line.id in remaining,
            "allocated": list(meeting.allocations.to.get(line.id, ())),
            "considered": line.considered,
            "footnotes": list(line.footnotes),
            "deferred": [_deferred(one) for one in meeting.items.deferrals.get(line.id, ())],
            "continues": [asdict(one) for one in meeting.continuations.predecessors.get(line.id, ())],
        }


def _deferred(fact: ItemDeferred) -> dict[str, Any]:
    return {"to": fact.to, "documents": list(fact.documents), "decision_only": fact.decision_only}


def _item_status(line: Line, items: Items) -> str:
    return str(line.gone or items.status(line.id))


def _agenda_shown(kind: str, state: Any) -> tuple[object, ...]:  # noqa: ANN401 - each kind of stream has its own state
    return (state.agenda, state.sittings.closed) if kind == "meeting" else ()


def _lines_shown(kind: str, state: Any) -> tuple[object, ...]:  # noqa: ANN401 - each kind of stream has its own state
    return (state.agenda, state.items, state.allocations, state.continuations) if kind == "meeting" else ()


PROJECTIONS = (
    ByStream(AGENDA, _agenda_rows, _agenda_shown, of="meeting"),
    ByStream(LINE, _line_rows, _lines_shown, key=("edition", "item"), of="meeting"),
)
