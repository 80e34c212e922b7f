"""Which agendas has the meeting had? The one after each act that changed it; the record is folded once for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from domain.evolving import replace
from projections.agenda import AGENDA, LINE, AgendaView, Edition, view
from projections.agenda_rows import PROJECTIONS
from projections.papers import agenda as paper
from projections.papers.items import deleted, named
from projections.papers.layout import Block, Listing, Masthead, Paragraph, Row
from projections.words import capital, listed

if TYPE_CHECKING:
    from projections.meetings import MeetingView
    from projections.telling import Told

MOST_LINES = 10_000
"""Of all the agendas shown: with more a browser would take long to show the page, and nobody would read it."""

_ROWS = {one.table: one.rows for one in PROJECTIONS}
_PUT_OFF = {"deferred": "deferred", "in_abeyance": "held in abeyance"}


@dataclass(frozen=True)
class State:
    """An agenda as an act left it: the entry of the act, the paper, and which of its rows the act changed."""

    entry: int
    agenda: AgendaView
    blocks: tuple[Block, ...]
    changed: frozenset[str]


@dataclass(frozen=True)
class States:
    """The agendas that a meeting has had, in the order of business; `left_out` counts the earliest if too many."""

    shown: tuple[State, ...] = ()
    left_out: int = 0


def states(stream: str, meeting: MeetingView, told: Iterable[Told], lang: str | None) -> States:
    """The agenda after each act that changed what its paper prints, or put an item off."""
    acts = list(_acts(told))
    kept = _as_many_as_fit(acts)
    return States(tuple(_different(stream, meeting, kept, lang)), len(acts) - len(kept))


def _acts(told: Iterable[Told]) -> Iterator[tuple[int, Any]]:
    """The entries of the acts after which the agenda was another, each with the state of the meeting after it."""
    agenda, rest = None, None
    for one in told:
        state = one.after
        if not one.stands or state.agenda.issued is None:
            continue
        now = (state.sittings.closed is None, _put_off(state.items.statuses))
        if state.agenda is not agenda or now != rest:
            agenda, rest = state.agenda, now
            yield one.fact.entry.number, state


def _put_off(statuses: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset((item, status) for item, status in statuses.items() if status in _PUT_OFF)


def _as_many_as_fit(acts: list[tuple[int, Any]]) -> list[tuple[int, Any]]:
    """The last ones, and at least one."""
    lines = 0
    for number, (_, state) in enumerate(reversed(acts)):
        lines += len(state.agenda.in_force.lines)
        if lines > MOST_LINES and number:
            return acts[-number:]
    return acts


def _different(stream: str, meeting: MeetingView, acts: Iterable[tuple[int, Any]], lang: str | None) -> Iterator[State]:
    before: tuple[Block, ...] = ()
    for entry, state in acts:
        found = _view(stream, state)
        blocks = (*_without_masthead(paper.blocks(meeting, found, lang=lang)), *_of_those_put_off(found))
        if blocks != before:
            yield State(entry, found, blocks, _changed(before, blocks))
            before = blocks


def _view(stream: str, state: Any) -> AgendaView:  # noqa: ANN401 - the state of a meeting
    """The agenda in force as the projections would tell it of that state, but for its changes: no paper prints them.

    Their number grows with each, and so would the time that every further state takes.
    """
    state = replace(state, agenda=replace(state.agenda, changed=()))
    (row,) = _ROWS[AGENDA]("meeting", state)
    lines = [one for one in _ROWS[LINE]("meeting", state) if one["edition"] == Edition.CURRENT]
    return view(SimpleNamespace(stream=stream, **row), [SimpleNamespace(**line) for line in lines], Edition.CURRENT)


def _without_masthead(blocks: Iterable[Block]) -> Iterator[Block]:
    return (block for block in blocks if not isinstance(block, Masthead))


def _of_those_put_off(agenda: AgendaView) -> Iterator[Paragraph]:
    """Deferred: item 4. The paper of the agenda does not print it; whoever follows the meeting asks."""
    for status, word in _PUT_OFF.items():
        items = [named(item) for item in agenda.items if item.status == status and not deleted(item)]
        if items:
            yield Paragraph(f"{capital(word)}: {listed(items)}.")


def _changed(before: Iterable[Block], after: Iterable[Block]) -> frozenset[str]:
    """The rows that are new or read otherwise; of the first agenda none."""
    was = dict(_read(before))
    return frozenset(about for about, words in _read(after) if was and was.get(about) != words)


def _read(blocks: Iterable[Block]) -> Iterator[tuple[str, object]]:
    for block in blocks:
        if isinstance(block, Listing):
            yield from _rows(block.rows)


def _rows(rows: Iterable[Row]) -> Iterator[tuple[str, object]]:
    for row in rows:
        if row.about:
            yield row.about, (row.label, row.text)
        yield from _rows(row.rows)
