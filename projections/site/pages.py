"""The pages of a meeting: each whole in itself, each leading to the others, none asking anything of anywhere."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from domain.days import long_day
from projections.agenda import AgendaView, ItemView, Status
from projections.papers import agenda as agenda_paper
from projections.papers import force as force_paper
from projections.papers import history as history_paper
from projections.papers import items as items_paper
from projections.papers import silence as silence_paper
from projections.papers.html import engine, told_of
from projections.papers.layout import Block, Heading
from projections.papers.lineage import marks_of, name_of, word_of
from projections.papers.masthead import masthead
from projections.silence import SilenceStatus
from projections.site.drawing import HIGH, WIDE, drawn
from projections.words import NOT_OFFICIAL, capital, clock, counted, listed, ordinal_word, sitting_words

if TYPE_CHECKING:
    from projections.history import HistoryLine
    from projections.lineage import Edge, Graph, Node
    from projections.papers.layout import Row
    from projections.site.material import Material
    from projections.site.states import State

_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,60}")
_PAGES: Final = {
    "index.html": "Meeting",
    "agenda.html": "Agenda",
    "silence.html": "Silence",
    "lineage.html": "Lineage",
    "history.html": "History",
}


_CHANGED, _NOTHING = Markup(' class="changed"'), Markup()


@dataclass(frozen=True)
class Links:
    """Where the rows of a page lead: items to their pages, entries to the history; `changed` rows are marked.

    Where `here`, the rows are those that others lead to.
    """

    items: Mapping[str, str] = field(default_factory=dict)
    entries: frozenset[int] = frozenset()
    changed: frozenset[str] = frozenset()
    here: bool = False

    def page(self, row: Row) -> str | None:
        """The page about what the row tells of."""
        return self.items.get(row.about)

    def entry(self, number: int) -> str | None:
        """The line of the history with that entry."""
        return f"history.html#e{number}" if number in self.entries else None

    def marks(self, row: Row) -> Markup:
        """What is said of the row itself."""
        if self.here and row.about:
            return Markup(' id="{}"').format(row.about)
        return _CHANGED if row.about in self.changed else _NOTHING


@dataclass(frozen=True, kw_only=True)
class Signed:
    """How the record vouches for its first `entries`: the root of the tree over them, and a signed checkpoint."""

    entries: int
    root: str
    checkpoint: str | None


def pages(material: Material, signed: Signed | None) -> dict[str, bytes]:
    """Every page by the name of its file: the same bytes from the same record."""
    site = _Site(material, signed)
    return {name: site.page(template, name, told) for name, template, told in site.all()}


class _Site:
    """The pages in the making."""

    def __init__(self, material: Material, signed: Signed | None) -> None:
        self.material = material
        self.signed = signed
        self.files = {item.id: item_file(item.id) for item in material.items}
        shown = frozenset(line.entry for line in material.lines)
        self.links = Links(self.files, shown)
        self.lines = {line.entry: line for line in material.lines}
        self.of_item: dict[str, list[HistoryLine]] = {item.id: [] for item in material.items}
        for line in material.lines:
            for item in set(line.items) & set(self.of_item):
                self.of_item[item].append(line)
        meeting = material.meeting
        which = f"{ordinal_word(meeting.ordinal)} {meeting.says}" if meeting.ordinal else ""
        self.meeting = ", ".join(filter(None, [meeting.body_name, which]))

    def page(self, template: str, name: str, told: Mapping[str, Any]) -> bytes:
        """A page, set."""
        material = self.material
        text = (
            engine("projections.site")
            .get_template(template)
            .render(
                meeting=self.meeting,
                nav=_PAGES,
                name=name,
                not_official=NOT_OFFICIAL,
                stood=_stood(material),
                left_out=_left_out(material),
                **{"links": self.links, **told},
            )
        )
        return f"{text.strip()}\n".encode()

    def all(self) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
        """Each page: its file, its template, and what it tells."""
        yield "index.html", "meeting.html", self._meeting()
        yield "agenda.html", "agenda.html", self._agenda()
        for item in self.material.items:
            yield self.files[item.id], "item.html", self._item(item)
        yield "silence.html", "silence.html", self._silence()
        yield "lineage.html", "lineage.html", self._lineage()
        yield "history.html", "history.html", self._history()

    def _meeting(self) -> Mapping[str, Any]:
        material = self.material
        last = material.states.shown[-1] if material.states.shown else None
        return {
            "title": self.meeting,
            "facts": list(_facts(material)),
            "blocks": told_of(last.blocks if last else ()),
            "signed": self.signed,
        }

    def _agenda(self) -> Mapping[str, Any]:
        material = self.material
        shown = material.states.shown
        return {
            "title": "The agenda, act by act",
            "states": [self._state(rank, state) for rank, state in enumerate(shown, start=1)],
            "states_left_out": counted(material.states.left_out, "earlier state") if material.states.left_out else "",
        }

    def _state(self, rank: int, state: State) -> Mapping[str, Any]:
        line = self.lines.get(state.entry)
        return {
            "rank": rank,
            "entry": state.entry,
            "at": "An act that is restricted" if line is None else _at(line),
            "said": "Its sentence is left out." if line is None else history_paper.said(line),
            "blocks": told_of(state.blocks),
            "links": Links(self.files, self.links.entries, state.changed),
        }

    def _item(self, item: ItemView) -> Mapping[str, Any]:
        material = self.material
        number = "New item" if item.number is None else f"Item {item.number}"
        return {
            "title": f"{number}: {items_paper.title(item, material.lang)}",
            "continued": list(_continued(material, item)),
            "status": capital(item.status.replace("_", " ")),
            "states": [
                self._state(rank, state)
                for rank, state in enumerate(material.states.shown, start=1)
                if item.id in state.changed
            ],
            "blocks": told_of(_without_heading(history_paper.blocks(self.of_item[item.id], ""))),
            "links": Links(entries=self.links.entries),
        }

    def _silence(self) -> Mapping[str, Any]:
        return {
            "title": "Register of silence procedures",
            "procedures": [_procedure(line) for line in self.material.silences],
        }

    def _lineage(self) -> Mapping[str, Any]:
        graph = self.material.graph
        refs = {node.id: f"n{rank}" for rank, node in enumerate(graph.nodes)}
        return {
            "title": "Lineage",
            "drawing": drawn(graph, refs, self.material.ours),
            "wide": WIDE,
            "high": HIGH,
            "nodes": [self._node(graph, node, refs) for node in graph.nodes],
            "nodes_left_out": graph.left_out,
        }

    def _node(self, graph: Graph, node: Node, refs: Mapping[str, str]) -> Mapping[str, Any]:
        stands = self.material.standings.get(node.id)
        force = force_paper.mark(stands) if stands else ""
        day = [long_day(date.fromisoformat(node.day))] if node.day else []
        names = {one.id: capital(name_of(one)) for one in graph.nodes}
        return {
            "ref": refs[node.id],
            "name": capital(name_of(node)),
            "label": node.label,
            "said": [*day, *filter(None, [force, marks_of(node, []).strip(" ()")])],
            "source": node.source,
            "up": [_tie(edge, edge.to_id, refs, names, up=True) for edge in graph.edges if edge.from_id == node.id],
            "down": [_tie(edge, edge.from_id, refs, names, up=False) for edge in graph.edges if edge.to_id == node.id],
        }

    def _history(self) -> Mapping[str, Any]:
        lines = self.material.lines
        blocks = history_paper.blocks(lines, "", left_out=self.material.left_out.acts)
        return {
            "title": f"History of {self.material.meeting.key}",
            "blocks": told_of(_without_heading(blocks)),
            "links": Links(here=True),
        }


def item_file(item: str) -> str:
    """The file of an item's page: named after its identity where every system can write that."""
    if _FILE_NAME.fullmatch(item) and not item.endswith("."):
        return f"item-{item}.html"
    return f"item-{hashlib.sha256(item.encode()).hexdigest()[:16]}.html"


def _without_heading(blocks: Iterable[Block]) -> Sequence[Block]:
    """The blocks without their first heading: the page has one of its own."""
    first, *rest = blocks
    return rest if isinstance(first, Heading) else [first, *rest]


def _continued(material: Material, item: ItemView) -> Iterator[str]:
    """It continues item 3 of wg6."""
    before, after = material.continued.get(item.id, ((), ()))
    for words, nodes in (("It continues", before), ("It is continued by", after)):
        if nodes:
            yield f"{words} {listed(map(name_of, nodes))}."


def _at(line: HistoryLine) -> str:
    """8 September 2020, 10.25 a.m., 1st meeting."""
    at = clock(datetime.fromisoformat(line.at)) if line.at else ""
    sitting = sitting_words(line.sitting, resumed=line.resumed) if line.sitting else ""
    return ", ".join(filter(None, [long_day(date.fromisoformat(line.day)), at, sitting]))


def _facts(material: Material) -> Iterator[tuple[str, str]]:
    """What is known of the meeting, each with its word."""
    meeting, agenda = material.meeting, material.agenda
    yield "Place and days", masthead(meeting).lines[-1]
    yield "State", f"The {meeting.says} is {meeting.state}."
    yield "Agenda", _how_far(agenda, meeting.says)
    if meeting.report:
        yield "Report", f"{capital(meeting.report)}."


def _how_far(agenda: AgendaView | None, says: str) -> str:
    if agenda is None:
        return "None has been issued."
    if agenda.adopted_entry is not None:
        amended = ", as orally amended" if agenda.as_amended else ""
        return f"{capital(agenda_paper.how_adopted(agenda))}{amended}."
    return {
        Status.PROVISIONALLY_ADOPTED: "Provisionally adopted.",
        Status.NEVER_ADOPTED: f"Not adopted: the {says} was closed without it.",
    }.get(agenda.status, "Provisional: not yet adopted.")


def _stood(material: Material) -> str:
    moment = material.moment.astimezone(UTC)
    return f"As the record stood at entry #{material.last}, on {long_day(moment)} at {moment:%H:%M} UTC."


def _left_out(material: Material) -> str:
    """Left out: two restricted acts and one sealed value."""
    out = material.left_out
    said = [
        counted(number, thing)
        for number, thing in (
            (out.acts, "restricted act"),
            (out.values, "sealed value"),
            (out.silences, "restricted silence procedure"),
            (out.links, "restricted link"),
        )
        if number
    ]
    return f"Left out: {listed(said)}." if said else ""


def _procedure(line: Any) -> Mapping[str, Any]:  # noqa: ANN401 - a line of the register
    deadline = line.deadline
    return {
        "subject": capital(line.subject),
        "key": f"{line.key}, {line.body}",
        "status": capital(line.status.value),
        "said": silence_paper.standing(line),
        "instant": None if deadline is None else f"{deadline.instant.astimezone(UTC):%Y-%m-%dT%H:%MZ}",
        "local": "" if deadline is None else silence_paper.on_the_clock(deadline.instant, deadline.zone),
        "utc": "" if deadline is None else f"{deadline.instant.astimezone(UTC):%Y-%m-%d %H:%M} UTC",
        "runs": line.status is SilenceStatus.RUNNING,
    }


def _tie(edge: Edge, other: str, refs: Mapping[str, str], names: Mapping[str, str], *, up: bool) -> Mapping[str, Any]:
    return {
        "word": word_of(edge, up=up),
        "ref": refs[other],
        "name": names[other],
        "marks": " and ".join(
            word for word, true in (("inferred", edge.inferred), ("unverified", not edge.verified)) if true
        ),
        "entry": edge.entry,
        "source": edge.source,
    }
