"""What a paper is made of: its blocks or its JSON, asked of the record page by page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cli.errors import Refused
from cli.options import View
from cli.page import Page, shown
from cli.room import Room
from domain.values import Distribution
from projections import documents, history, timetable
from projections.agenda import Edition
from projections.papers import agenda as agenda_paper
from projections.papers import comparison
from projections.papers import history as history_paper
from projections.papers import work as work_paper
from projections.papers.press import FORMS, Revision, Sheet
from projections.papers.unset import NotSet
from projections.words import capital

if TYPE_CHECKING:
    from projections.history import HistoryLine
    from projections.papers.layout import Block
    from projections.timetable import SlotView


def made(
    room: Room,
    paper: str,
    meeting: str | None,
    form: str,
    view: View,
    *,
    annotated: bool = False,
    templates: Path | None = None,
) -> bytes:
    """A paper in a form, as the bytes of its file."""
    edition = {"agenda": Edition.ADOPTED, "work": Edition.CURRENT, "history": Edition.CURRENT}.get(
        paper, Edition.PROVISIONAL
    )
    with shown(room, meeting, replace(view, as_json=form == "json"), edition) as page:
        if form == "json":
            return f"{as_text(_AS_JSON[paper](room, page))}\n".encode()
        sheet = _sheet(room, paper, page, annotated=annotated)
        if paper == "comparison" and form == "docx":
            sheet = _tracked(page, sheet)
        try:
            return FORMS[form](replace(sheet, made=_made(page), templates=templates))
        except NotSet as error:
            raise Refused(f"{error}.", error.next_step) from error


def _made(page: Page) -> datetime | None:
    """When the last entry behind a paper was recorded."""
    last = history.last_entry(page.connection, page.meeting.stream)
    lines = [] if last is None else history.entries(page.connection, [last])
    return next((datetime.fromisoformat(line.recorded_at) for line in lines), None)


def _tracked(page: Page, sheet: Sheet) -> Sheet:
    """In Word the two are one agenda: the later, in which each change of the provisional one is tracked."""
    other, lang = page.latest(), page.view.lang
    occurred = other.adopted or (other.provisionally.occurred if other.provisionally else None)
    body = page.meeting.body_name
    revision = Revision(
        before=[*agenda_paper.blocks(page.meeting, page.agenda, page.why(), lang)],
        author=body if occurred else f"{body} (not decided)",
        occurred=occurred,
    )
    blocks = [*agenda_paper.blocks(page.meeting, other, page.why(), lang)]
    return replace(sheet, blocks=blocks, revision=revision)


def _sheet(room: Room, paper: str, page: Page, *, annotated: bool) -> Sheet:
    if paper == "history":
        lines, left_out = _lines(room, page)
        heading = f"History of {page.meeting.key}"
        blocks = [*history_paper.blocks(lines, heading, left_out=left_out)]
        return Sheet(title=heading, blocks=blocks, plain=history_paper.text(lines, heading, left_out=left_out))
    found = _annotated(page) if annotated and paper == "provisional" else _BLOCKS[paper](page)
    return Sheet(title=f"{capital(paper)} of {page.meeting.key}", blocks=[*found])


def _annotated(page: Page) -> Iterable[Block]:
    stream = page.meeting.stream
    beside = (
        documents.documents(page.connection, stream),
        documents.annotations(page.connection, stream),
        documents.none_foreseen(page.connection, stream),
    )
    return agenda_paper.annotated(page.meeting, page.agenda, *beside, lang=page.view.lang)


def _compared(page: Page) -> comparison.Comparison:
    return comparison.compare(page.meeting, page.agenda, page.latest(), page.in_force())


def pairs_of(page: Page) -> comparison.Concordance:
    """The numbers of the provisional agenda beside those in force."""
    return comparison.concordance(page.agenda, page.in_force())


def _slots(page: Page) -> list[SlotView]:
    found = timetable.slots(page.connection, page.meeting.stream)
    if not found:
        raise page.view.refused_without("No organization of work", "proposed", "Propose one: nemcon work propose FILE")
    return found


def _lines(room: Room, page: Page) -> tuple[list[HistoryLine], int]:
    """The lines of the history that are shown, and how many are left out."""
    lines = history.history(page.connection, stream=page.meeting.stream)
    restricted = page.view.restricted
    kept = [line for line in lines if restricted or line.distribution is not Distribution.RESTRICTED]
    told = history.unsealed(kept, lambda digest: room.reveal(page.connection, digest), restricted=restricted)
    return [*told], len(lines) - len(kept)


_BLOCKS: Mapping[str, Callable[[Page], Iterable[Block]]] = {
    "agenda": Page.blocks,
    "provisional": Page.blocks,
    "comparison": lambda page: comparison.blocks(_compared(page)),
    "concordance": lambda page: comparison.concordance_blocks(page.meeting, pairs_of(page)),
    "work": lambda page: work_paper.blocks(page.meeting, _slots(page), page.agenda, page.view.lang, why=page.view.why),
}
_AS_JSON: Mapping[str, Callable[[Room, Page], object]] = {
    "agenda": lambda _, page: page.told(),
    "provisional": lambda _, page: page.told(),
    "comparison": lambda _, page: comparison.as_json(_compared(page)),
    "concordance": lambda _, page: numbers(pairs_of(page)),
    "work": lambda _, page: work_paper.as_json(page.meeting, _slots(page), page.agenda, lang=page.view.lang),
    "history": lambda room, page: history_paper.as_json(_lines(room, page)[0]),
}


def numbers(pairs: comparison.Concordance) -> list[dict[str, str | None]]:
    """The concordance for other programs."""
    return [{"old": old, "new": new, "title": title} for old, new, title in pairs]


def as_text(value: object) -> str:
    """JSON as it is printed."""
    return json.dumps(value, ensure_ascii=False, indent=2)
