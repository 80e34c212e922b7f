"""The papers of a meeting as tables for spreadsheets: one row for each thing, every value in a column of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime

from domain.rounds import Deadline
from domain.values import Distribution
from projections.agenda import AgendaView
from projections.attendance import AttendanceView
from projections.decisions import DecisionLine
from projections.documents import Listed
from projections.history import HistoryLine
from projections.papers.comparison import Comparison, Concordance
from projections.papers.grid import Cell, Grid
from projections.papers.items import title
from projections.sentences.seals import printable, withheld
from projections.silence import SilenceLine
from projections.timetable import SlotView
from projections.words import counted

Why = Mapping[str, list[int]] | None


def _head(*lines: str) -> tuple[str, ...]:
    """The names of the columns."""
    return tuple(name for line in lines for name in line.split(", "))


def agenda(found: AgendaView, why: Why, lang: str | None) -> Grid:
    """The items of an edition in their order, each with its identity, by which it is the same under any number."""
    numbers = {item.id: item.number for item in found.items}
    rows = [
        (
            item.number,
            title(item, lang),
            item.title.in_language(lang)[1],
            numbers.get(item.parent) if item.parent else None,
            item.status,
            ", ".join(item.allocated),
            item.id,
            *([] if why is None else [_entries(why.get(item.id, ()))]),
        )
        for item in found.items
    ]
    entries = () if why is None else ("entries",)
    return Grid(
        name="Agenda",
        head=("number", "title", "language", "under", "status", "allocated to", "identity", *entries),
        rows=rows,
    )


def _entries(numbers: Iterable[int]) -> str:
    return ", ".join(f"#{number}" for number in numbers)


def comparison(found: Comparison) -> Grid:
    """What became of each item."""
    rows = [
        (
            one.old.number if one.old else None,
            one.new.number if one.new else None,
            ", ".join(one.changes),
            title(one.old) if one.old else None,
            title(one.new) if one.new else None,
            one.item.id,
        )
        for one in found.items
    ]
    return Grid(
        name="Comparison", head=("provisional", "now", "changes", "title then", "title now", "identity"), rows=rows
    )


def concordance(pairs: Concordance) -> Grid:
    """Old numbers and new ones."""
    return Grid(name="Concordance", head=("provisional", "now", "title"), rows=[*pairs])


def work(slots: Sequence[SlotView], found: AgendaView, lang: str | None) -> Grid:
    """A row for each item of each sitting planned, or for a sitting with none."""
    return Grid(
        name="Organization of work",
        head=("day", "start", "end", "number", "title", "language", "continued", "stage"),
        rows=[row for slot in slots for row in _slot(slot, found, lang)],
    )


def _slot(slot: SlotView, found: AgendaView, lang: str | None) -> Iterator[tuple[Cell, ...]]:
    items = {item.id: item for item in found.items}
    when = (slot.day, f"{slot.start:%H:%M}", f"{slot.end:%H:%M}")
    for id_ in slot.items or ("",):
        item = items.get(id_)
        told = (item.number, title(item, lang), item.title.in_language(lang)[1]) if item else (None,) * 3
        yield (*when, *told, _yes(id_ in slot.continued), slot.stage.value)


def _yes(true: bool) -> str | None:  # noqa: FBT001 - what is said of the value itself
    return "yes" if true else None


def _day(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)


def history(lines: Sequence[HistoryLine], left_out: int) -> Grid:
    """A row for each entry; of a restricted act that is left out, a row that says so and nothing else."""
    head = _head(
        "entry, event, day, time, zone, recorded at, recorded by, sitting, what was done",
        "struck by, replaces, replaced by, waived rules, authority, distribution, values withheld",
    )
    rows = [
        (
            *(line.entry, line.event, _day(line.day), line.at[11:16] if line.at else None, line.zone),
            *(line.recorded_at, line.recorded_by, line.sitting, printable(line.summary)),
            *(line.struck_by, line.replaces, line.replaced_by, ", ".join(line.waives), line.authority),
            *(line.distribution.value, (line.hidden or withheld(line.summary)) or None),
        )
        for line in lines
    ]
    return Grid(
        name="History",
        head=head,
        rows=[*rows, *_restricted(head, left_out)],
        about=_left_out(left_out, "act"),
    )


def _restricted(head: Sequence[str], number: int) -> Iterator[tuple[Cell, ...]]:
    """What is left out is counted: a row for each, with nothing but its distribution."""
    yield from [tuple(Distribution.RESTRICTED.value if name == "distribution" else None for name in head)] * number


def _left_out(number: int, thing: str) -> tuple[str, ...]:
    return (f"{counted(number, f'restricted {thing}').capitalize()} left out.",) if number else ()


def decisions(lines: Sequence[DecisionLine], words: Mapping[int, str], left_out: int = 0) -> Grid:
    """The decisions of a meeting, in the body's own words and in the sentence of the report."""
    head = _head(
        "number, formerly, day, sitting, items, text, sentence, how, tally, effect, en bloc, distribution, entry"
    )
    rows = [
        (
            *(line.number, line.formerly, _day(line.day), line.sitting, ", ".join(line.items), line.text),
            *(printable(words.get(line.entry, "")), line.how, line.tally, _day(line.effect), _yes(line.en_bloc)),
            *(line.distribution, line.entry),
        )
        for line in lines
    ]
    about = _left_out(left_out, "decision")
    return Grid(name="Decisions", head=head, rows=[*rows, *_restricted(head, left_out)], about=about)


def documents(listed: Sequence[Listed], numbers: Mapping[str, str | None]) -> Grid:
    """The documents of a meeting under the numbers that their items have now."""
    rows = [(numbers.get(one.item), one.symbol, one.title, one.language, one.prepared_by, one.entry) for one in listed]
    return Grid(name="Documents", head=("item", "symbol", "title", "language", "prepared by", "entry"), rows=rows)


def attendance(found: AttendanceView) -> Grid:
    """Those who take part, in the order of the list."""
    rows = [(one.category.value, one.name, one.entry) for one in found.participants]
    return Grid(name="Attendance", head=("category", "name", "entry"), rows=rows)


def _deadline(found: Deadline | None) -> tuple[Cell, Cell, Cell]:
    return (None, None, None) if found is None else (_utc(found.instant), found.zone, found.printed)


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M}"


def silence(lines: Sequence[SilenceLine], as_of: datetime, left_out: int = 0) -> Grid:
    """The register of silence procedures: what the record holds of each, and where it stood then."""
    head = _head(
        "key, body, subject, drafted, opened, agreed, deadline (UTC), zone, deadline as printed",
        "round, status, status as of (UTC), outcome, adopted on",
        "objections, late, incomplete, retracted, refused, distribution, entry",
    )
    rows = [
        (
            *(one.key, one.body, one.subject, _day(one.drafted), _day(one.opened), _day(one.agreed)),
            *_deadline(one.deadline),
            *(one.round, one.status.value, _utc(as_of), one.outcome, _day(one.adopted_on), one.objections),
            *(one.late, one.incomplete, one.retracted, one.refused, one.distribution, one.entry),
        )
        for one in lines
    ]
    return Grid(
        name="Silence procedures",
        head=head,
        rows=[*rows, *_restricted(head, left_out)],
        about=_left_out(left_out, "procedure"),
    )
