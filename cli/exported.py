"""Papers for other programs: tables for spreadsheets, the calendar of the sittings, the agenda in Akoma Ntoso."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from cli import printed
from cli.errors import Refused
from cli.options import View
from cli.page import Page
from cli.registers import REGISTERS
from cli.room import Room
from domain.values import Distribution, Language
from projections import documents, history
from projections import sittings as planned
from projections.behind import silences_behind
from projections.issued import NAMES
from projections.papers import planned as calendar
from projections.papers import tables
from projections.papers.grid import Grid, as_csv, as_xlsx
from projections.papers.masthead import masthead
from projections.papers.press import FORMS, PICTURES
from projections.silence import SILENCE, SilenceLine
from projections.ties import EDGE
from projections.words import capital


def _history(room: Room, page: Page) -> Grid:
    return tables.history(*printed.lines_of(room, page))


def _work(_room: Room, page: Page) -> Grid:
    return tables.work(printed.slots_of(page), page.agenda, page.view.lang)


def _agenda(_room: Room, page: Page) -> Grid:
    return tables.agenda(page.agenda, page.why(), page.view.lang)


_GRIDS: Final[Mapping[str, Callable[[Room, Page], Grid]]] = {
    "agenda": _agenda,
    "provisional": _agenda,
    "comparison": lambda _, page: tables.comparison(printed.compared(page)),
    "concordance": lambda _, page: tables.concordance(printed.pairs_of(page)),
    "work": _work,
    "history": _history,
}
_TABLES = (*_GRIDS, *REGISTERS)
EXPORTS: Final[Mapping[str, Collection[str]]] = {
    "akn": ("agenda", "provisional"),
    "ics": ("work",),
    "csv": _TABLES,
    "xlsx": _TABLES,
}
"""The forms for other programs, and the papers that each is for."""


def must_fit(paper: str, form: str) -> None:
    """Refuse a form that makes no sense for the paper, with those that do."""
    drawn = PICTURES if paper == "lineage" else ()
    forms = [*(one for one in FORMS if one not in PICTURES), "json", *drawn]
    forms += [one for one, papers in EXPORTS.items() if paper in papers]
    if form not in forms:
        raise Refused(
            f"{capital(NAMES.get(paper, f'the {paper}'))} is not printed as {form}.",
            f"Choose one of: {', '.join(forms)}",
        )


def of_register(room: Room, paper: str, meeting: str | None, form: str, view: View) -> bytes:
    """A register as a table."""
    register = REGISTERS[paper](room, meeting, None, view)
    return _table(register.grid, form, register.changed, view)


def of_page(room: Room, page: Page, paper: str, form: str, *, annotated: bool) -> bytes:
    """A paper of a meeting that has an agenda, in one of the forms for other programs."""
    changed = history.recorded(page.connection, page.meeting.stream)
    if form == "akn":
        return _akn(room, page, annotated=annotated and paper == "provisional")
    if form == "ics":
        return _calendar(page, changed)
    grid = _GRIDS[paper](room, page)
    title = f"{capital(paper)} of {page.meeting.key}"
    about = (title, *masthead(page.meeting).lines, *grid.about)
    return _table(replace(grid, about=about), form, changed, page.view)


def _table(grid: Grid, form: str, changed: datetime | None, view: View) -> bytes:
    if form == "csv":
        return as_csv(grid)
    return as_xlsx(grid, changed or datetime(1970, 1, 1, tzinfo=UTC), right_to_left=view.lang == Language.ARABIC)


def _calendar(page: Page, changed: datetime | None) -> bytes:
    printed.slots_of(page)  # refused where none is planned
    found = planned.sittings(page.connection, page.meeting.stream)
    stamp = changed or datetime(1970, 1, 1, tzinfo=UTC)
    return calendar.feed(page.meeting, found, page.agenda, stamp, page.view.lang)


def _akn(room: Room, page: Page, *, annotated: bool) -> bytes:
    from projections.papers import akn
    from projections.papers.akn_meta import Edited, Silenced

    stream = page.meeting.stream
    every = _silences(room, page)
    shown = [one for one in every if page.view.restricted or one.distribution != Distribution.RESTRICTED]
    edited = Edited(
        meeting=page.meeting,
        agenda=page.agenda,
        provisional=page.provisional(),
        lang=page.view.lang,
        silences=[Silenced.read(one) for one in shown],
        left_out=len(every) - len(shown),
        annotated=annotated,
        documents=documents.documents(page.connection, stream) if annotated else (),
    )
    if not annotated:
        return akn.document(edited)
    said = documents.annotations(page.connection, stream)
    return akn.document(edited, said, documents.none_foreseen(page.connection, stream))


def _silences(room: Room, page: Page) -> list[SilenceLine]:
    """The procedures behind the meeting, which have streams of their own."""
    with room.reading(page.view, tables=(EDGE, SILENCE)) as connection:
        return silences_behind(connection, f"{page.meeting.body} {page.meeting.key}", datetime.min.replace(tzinfo=UTC))
