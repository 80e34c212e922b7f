"""What a paper is made of: its blocks or its JSON, asked of the record page by page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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
from projections.papers.press import FORMS, PICTURES, Revision, Sheet
from projections.papers.unset import NotSet
from projections.wording import Wording, wording

if TYPE_CHECKING:
    from projections.history import HistoryLine
    from projections.papers.layout import Block
    from projections.timetable import SlotView


class Printed(NamedTuple):
    """A paper before it is printed, and as it is told to other programs."""

    sheet: Sheet
    told: Callable[[], object]


def made(
    room: Room,
    paper: str,
    meeting: str | None,
    form: str,
    view: View,
    *,
    annotated: bool = False,
    what: str | None = None,
    templates: Path | None = None,
) -> bytes:
    """A paper in a form, as the bytes of its file; `what` is that of which it is, where that is no meeting."""
    from cli import exported

    exported.must_fit(paper, form)
    if paper in MAKERS and form in exported.EXPORTS:
        return exported.of_register(room, paper, meeting, form, view)
    if paper in MAKERS:
        module, name = MAKERS[paper]
        printed: Printed = getattr(import_module(module), name)(room, meeting, what, view)
        if form == "json":
            return f"{as_text(printed.told())}\n".encode()
        return set_in(form, replace(printed.sheet, templates=templates))
    edition = {"agenda": Edition.ADOPTED, "work": Edition.CURRENT, "history": Edition.CURRENT}.get(
        paper, Edition.PROVISIONAL
    )
    with shown(room, meeting, replace(view, as_json=form == "json"), edition) as page:
        if form in exported.EXPORTS:
            return exported.of_page(room, page, paper, form, annotated=annotated)
        if form == "json":
            return f"{as_text(_AS_JSON[paper](room, page))}\n".encode()
        sheet = _sheet(room, paper, page, annotated=annotated)
        if paper == "comparison" and form == "docx":
            sheet = _tracked(page, sheet)
        return set_in(form, replace(sheet, made=_made(page), templates=templates))


def set_in(form: str, sheet: Sheet) -> bytes:
    """A paper in a form; refused where that is a picture, and there is none of it, or where it cannot be set."""
    if form in PICTURES and form not in sheet.drawn:
        raise Refused("There is no picture of this paper.", "Choose another form: --format text")
    try:
        return FORMS[form](sheet)
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
        lines, left_out = lines_of(room, page)
        heading = f"History of {page.meeting.key}"
        blocks = [*history_paper.blocks(lines, heading, left_out=left_out, lang=page.view.lang)]
        told = history_paper.text(lines, heading, left_out=left_out, lang=page.view.lang)
        return Sheet(title=heading, blocks=blocks, plain=told)
    found = _annotated(page) if annotated and paper == "provisional" else _BLOCKS[paper](page)
    words = wording(page.view.lang)
    return Sheet(title=_title(paper, page, words), blocks=[*found], language=words.language)


def _title(paper: str, page: Page, words: Wording) -> str:
    """What a file says that it is."""
    say = words.say
    names = {
        "agenda": say.file_agenda,
        "provisional": say.file_provisional,
        "comparison": say.file_comparison,
        "concordance": say.file_concordance,
        "work": say.file_work,
    }
    return say.file_title.format(paper=names[paper], key=page.meeting.key)


def _annotated(page: Page) -> Iterable[Block]:
    stream = page.meeting.stream
    beside = (
        documents.documents(page.connection, stream),
        documents.annotations(page.connection, stream),
        documents.none_foreseen(page.connection, stream),
    )
    return agenda_paper.annotated(page.meeting, page.agenda, *beside, lang=page.view.lang)


def compared(page: Page) -> comparison.Comparison:
    """The provisional agenda beside the one adopted."""
    return comparison.compare(page.meeting, page.agenda, page.latest(), page.in_force())


def pairs_of(page: Page) -> comparison.Concordance:
    """The numbers of the provisional agenda beside those in force."""
    return comparison.concordance(page.agenda, page.in_force(), page.view.lang)


def concorded(page: Page) -> Iterable[Block]:
    """The concordance as a paper."""
    known = {one.id for one in page.agenda.items}
    items = [*page.agenda.items, *(one for one in page.in_force().items if one.id not in known)]
    return comparison.concordance_blocks(page.meeting, pairs_of(page), items, page.view.lang)


def slots_of(page: Page) -> list[SlotView]:
    """The sittings planned; refused where none is."""
    found = timetable.slots(page.connection, page.meeting.stream)
    if not found:
        raise page.view.refused_without("No organization of work", "proposed", "Propose one: nemcon work propose FILE")
    return found


def lines_of(room: Room, page: Page) -> tuple[list[HistoryLine], int]:
    """The lines of the history that are shown, and how many are left out."""
    lines = history.history(page.connection, stream=page.meeting.stream)
    restricted = page.view.restricted
    kept = [line for line in lines if restricted or line.distribution is not Distribution.RESTRICTED]
    told = history.unsealed(kept, lambda digest: room.reveal(page.connection, digest), restricted=restricted)
    return [*told], len(lines) - len(kept)


MAKERS: Mapping[str, tuple[str, str]] = {
    "report": ("cli.proceedings", "report"),
    "journal": ("cli.proceedings", "journal"),
    "silence-circulation": ("cli.letters", "circulation"),
    "silence-extension": ("cli.letters", "extension"),
    "silence-result": ("cli.letters", "result"),
    "silence-register": ("cli.letters", "register"),
    "lineage": ("cli.pedigree", "lineage"),
    "certificate": ("cli.certificate", "certificate"),
    "decisions": ("cli.registers", "decisions"),
    "documents": ("cli.registers", "documents"),
    "attendance": ("cli.registers", "attendance"),
}
"""The papers that no edition of an agenda is needed for, and the function that makes each: loaded when it is asked."""

OF_A_MEETING = frozenset({"report", "journal"})
"""Those of them that rest on what a meeting did."""

_BLOCKS: Mapping[str, Callable[[Page], Iterable[Block]]] = {
    "agenda": Page.blocks,
    "provisional": Page.blocks,
    "comparison": lambda page: comparison.blocks(compared(page), page.view.lang),
    "concordance": concorded,
    "work": lambda page: work_paper.blocks(
        page.meeting, slots_of(page), page.agenda, page.view.lang, why=page.view.why
    ),
}
_AS_JSON: Mapping[str, Callable[[Room, Page], object]] = {
    "agenda": lambda _, page: page.told(),
    "provisional": lambda _, page: page.told(),
    "comparison": lambda _, page: comparison.as_json(compared(page)),
    "concordance": lambda _, page: numbers(pairs_of(page)),
    "work": lambda _, page: work_paper.as_json(page.meeting, slots_of(page), page.agenda, lang=page.view.lang),
    "history": lambda room, page: history_paper.as_json(lines_of(room, page)[0]),
}


def numbers(pairs: comparison.Concordance) -> list[dict[str, str | None]]:
    """The concordance for other programs."""
    return [{"old": old, "new": new, "title": title} for old, new, title in pairs]


def as_text(value: object) -> str:
    """JSON as it is printed."""
    return json.dumps(value, ensure_ascii=False, indent=2)
