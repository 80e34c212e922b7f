"""The procedural report, built from the record: what the body did, in numbered paragraphs, under roman chapters.

The form is that of the reports of working groups. What the record does not have is left out, never invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from domain.attendance import Category
from projections.agenda import AgendaView
from projections.attendance import AttendanceView
from projections.documents import Listed
from projections.history import HistoryLine
from projections.meetings import MeetingView
from projections.narrative import PLACE_OF, Place
from projections.papers import agenda as agenda_paper
from projections.papers.considered import other_proceedings, under_items
from projections.papers.languages import languages
from projections.papers.layout import Block, Heading, Listing, Paragraph, Row, Table, aside, plain
from projections.papers.masthead import masthead
from projections.papers.sittings import sittings
from projections.papers.telling import Para, joined, led, named_entries, said
from projections.sentences.attending import NAMES, counts
from projections.words import capital, cardinal, counted, listed, ordinal_word, the


@dataclass(frozen=True, kw_only=True)
class Proceedings:
    """What a report is made of: the acts in order of business, and the views beside them.

    `adopted` is the agenda as it was adopted, `agenda` the one in force; None where there is none. `restricted`
    has the day of each restricted entry that is not among the `lines`.
    """

    meeting: MeetingView
    lines: Sequence[HistoryLine]
    agenda: AgendaView | None
    adopted: AgendaView | None
    documents: Sequence[Listed]
    attendance: AttendanceView
    restricted: tuple[str, ...] = ()

    @property
    def left_out(self) -> int:
        """How many restricted entries are left out."""
        return len(self.restricted)

    @property
    def the_body(self) -> str:
        """The Working Group, within a sentence."""
        return the(self.meeting.short)

    def told(self, place: Place) -> list[HistoryLine]:
        """The acts that belong to a part of the report."""
        return [line for line in self.lines if PLACE_OF[line.event] is place]


@dataclass(frozen=True)
class Section:
    """A part of a chapter; without a title, the chapter itself."""

    title: str
    paras: tuple[Para, ...]


@dataclass(frozen=True)
class Chapter:
    """A chapter: its sections, those with paragraphs only."""

    title: str
    sections: tuple[Section, ...]


def blocks(found: Proceedings, *, lang: str | None = None, why: bool = False) -> Iterator[Block]:
    """What the paper consists of; with `why`, each paragraph names its entries, and a table at the end names all."""
    meeting = found.meeting
    every = chapters(found, lang)
    yield masthead(meeting)
    yield Heading(heading(meeting))
    yield Paragraph(
        aside("Procedural report, made from the record. It tells what was done, not what was said in debate.")
    )
    number = 0
    for rank, chapter in enumerate(every, start=1):
        yield Heading(chapter.title, level=2, label=f"{roman(rank)}.")
        for letter, section in enumerate(chapter.sections, start=1):
            if section.title:
                yield Heading(section.title, level=3, label=f"{lettered(letter)}.")
            rows = [_row(rank, para, why=why) for rank, para in enumerate(section.paras, start=number + 1)]
            yield Listing(tuple(rows), (5,))
            number += len(rows)
    if found.agenda is not None:
        yield from languages(found.agenda.items, lang)
    yield from withheld(found, found.lines)
    if why:
        yield Heading("Concordance of paragraphs and entries", level=2)
        yield _concordance(every)


def heading(meeting: MeetingView) -> str:
    """Report of the Working Group on its seventh meeting."""
    ordinal = f"{ordinal_word(meeting.ordinal)} " if meeting.ordinal else ""
    return f"Report of {the(meeting.body_name)} on its {ordinal}{meeting.says}"


def _row(number: int, para: Para, *, why: bool) -> Row:
    return Row(f"{number}.", para.text, para.entries if why else (), para.rows)


def _concordance(every: Iterable[Chapter]) -> Table:
    paras = [para for chapter in every for section in chapter.sections for para in section.paras]
    rows = ((str(number), ", ".join(map(str, para.entries))) for number, para in enumerate(paras, start=1))
    return Table(("Paragraph", "Entries"), tuple(rows))


def withheld(found: Proceedings, lines: Iterable[HistoryLine]) -> Iterator[Block]:
    """How many entries are left out, and how many values of those told are withheld."""
    sealed = sum(line.hidden for line in lines)
    if found.left_out:
        several = "entries are" if found.left_out > 1 else "entry is"
        yield Paragraph(f"{capital(cardinal(found.left_out))} restricted {several} left out.")
    if sealed:
        yield Paragraph(f"{capital(counted(sealed, 'sealed value'))} {'are' if sealed > 1 else 'is'} withheld.")


def chapters(found: Proceedings, lang: str | None = None) -> list[Chapter]:
    """The chapters that have anything to say, their paragraphs naming each other by number."""
    says, proceedings = found.meeting.says, found.told(Place.PROCEEDINGS)
    items = under_items(proceedings, found.agenda, found.the_body, lang)
    every = [
        Chapter(
            "Introduction", (Section("", (*_schedule(found), *sittings(found.the_body, found.told(Place.SITTINGS)))),)
        ),
        Chapter(f"Organization of the {says}", tuple(_organization(found, lang))),
        Chapter("Consideration of the items of the agenda", tuple(Section(*one) for one in items)),
        _of(found, "Other proceedings", other_proceedings(proceedings, found.agenda)),
        _of(found, "Adoption of the report", found.told(Place.REPORT)),
        _of(found, f"Closure of the {says}", found.told(Place.CLOSURE)),
        _of(found, "Finalization and issue of the report", found.told(Place.ISSUE)),
    ]
    kept = [replace(one, sections=tuple(part for part in one.sections if part.paras)) for one in every]
    return _joined([one for one in kept if one.sections], found.told(Place.NOWHERE))


def _of(found: Proceedings, title: str, lines: Sequence[HistoryLine]) -> Chapter:
    return Chapter(title, (Section("", _led(found, lines)),))


def _led(found: Proceedings, lines: Iterable[HistoryLine]) -> tuple[Para, ...]:
    return tuple(led(lines, found.the_body))


def _schedule(found: Proceedings) -> tuple[Para, ...]:
    """When it was to be held: these acts lie before the meeting, and their sentences say the days."""
    return tuple(Para(said(line), (line.entry,)) for line in found.told(Place.SCHEDULE))


def _organization(found: Proceedings, lang: str | None) -> Iterator[Section]:
    says, (opening, officers) = found.meeting.says, _taking_the_chair(found)
    yield Section(f"Opening of the {says}", _led(found, opening))
    yield Section("Election of officers", _led(found, officers))
    yield Section("Adoption of the agenda", (*_led(found, found.told(Place.AGENDA)), *_agenda(found, lang)))
    yield Section("Organization of work", _led(found, found.told(Place.WORK)))
    beside = [line for line in found.told(Place.ATTENDANCE) if line.event != "AttendanceRecorded"]
    yield Section("Attendance", (*_attendance(found), *_led(found, beside)))
    yield Section("Documentation", tuple(_documents(found)))


def _taking_the_chair(found: Proceedings) -> tuple[list[HistoryLine], list[HistoryLine]]:
    """Who presided before the first election belongs to the opening; all else to the officers."""
    lines = [line for line in found.lines if PLACE_OF[line.event] in {Place.OPENING, Place.OFFICERS}]
    first = next((rank for rank, line in enumerate(lines) if line.event == "OfficersElected"), len(lines))
    opening = [line for line in lines[:first] if line.event in {"MeetingOpened", "ChairTaken"}]
    return [*opening, *(one for one in lines[first:] if one.event == "MeetingOpened")], [
        line for line in lines if line not in opening and line.event != "MeetingOpened"
    ]


def _agenda(found: Proceedings, lang: str | None) -> Iterator[Para]:
    """The list as it was adopted."""
    agenda = found.adopted
    if agenda is not None and agenda.adopted_entry is not None:
        yield Para("The agenda as adopted was as follows:", (agenda.adopted_entry,), agenda_paper.rows(agenda, lang))


def _attendance(found: Proceedings) -> Iterator[Para]:
    """How many attended, then who, by category, in the order of the list."""
    every = found.attendance.participants
    if every:
        entries = (every[0].entry,)
        yield Para(f"The {found.meeting.says} was attended by {counts(one.category for one in every)}.", entries)
    for category in Category:
        names = [one.name for one in every if one.category is category]
        if names:
            called = NAMES[category][len(names) > 1]
            yield Para(f"The following {called} attended: {listed(names)}.", (every[0].entry,))


def _documents(found: Proceedings) -> Iterator[Para]:
    """The documents under the items, in the order of the record."""
    if found.documents:
        numbers = {item.id: item.number or "" for item in (found.agenda.items if found.agenda else ())}
        entries = tuple(sorted({one.entry for one in found.documents}))
        rows = tuple(Row(numbers.get(one.item, ""), _document(one)) for one in found.documents)
        yield Para("The following documents were listed under the items of the agenda:", entries, rows)


def _document(one: Listed) -> str:
    return one.symbol if one.title in {"", one.symbol} else f"{one.title} ({one.symbol})"


def _joined(every: Sequence[Chapter], numbering: Iterable[HistoryLine]) -> list[Chapter]:
    """The chapters with what was numbered later added to its decision, and entries named as paragraphs."""
    later: dict[int, list[int]] = {}
    for line in numbering:
        for entry in named_entries(line):
            later.setdefault(entry, []).append(line.entry)
    paras = [para for chapter in every for section in chapter.sections for para in section.paras]
    numbers = {entry: rank for rank, para in reversed([*enumerate(paras, start=1)]) for entry in para.entries}
    whole = iter(_numbered_later(para, later) for para in joined(paras, numbers))
    return [
        replace(
            one, sections=tuple(replace(part, paras=tuple(next(whole) for _ in part.paras)) for part in one.sections)
        )
        for one in every
    ]


def _numbered_later(para: Para, later: Mapping[int, list[int]]) -> Para:
    more = [number for entry in para.entries for number in later.get(entry, ())]
    return replace(para, entries=(*para.entries, *more))


_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LETTERS = 26


def roman(number: int) -> str:
    """I, II, III, IV: the number of a chapter, of which there are few."""
    text = ""
    for value, sign in _ROMAN:
        text, number = text + sign * (number // value), number % value
    return text


def lettered(number: int) -> str:
    """A to Z, then AA, AB: the letter of a section."""
    before, own = divmod(number - 1, _LETTERS)
    return (lettered(before) if before else "") + chr(ord("A") + own)


def as_json(found: Proceedings, lang: str | None = None) -> dict[str, Any]:
    """The report for other programs: each paragraph with its number and its entries."""
    number, told = 0, []
    for rank, chapter in enumerate(chapters(found, lang), start=1):
        sections = []
        for section in chapter.sections:
            numbered = [*enumerate(section.paras, start=number + 1)]
            number += len(numbered)
            sections.append({"title": section.title or None, "paragraphs": [_told(*one) for one in numbered]})
        told.append({"number": roman(rank), "title": chapter.title, "sections": sections})
    sealed = sum(line.hidden for line in found.lines)
    return {"meeting": found.meeting.key, "chapters": told, "left_out": found.left_out, "withheld": sealed}


def _told(number: int, para: Para) -> dict[str, Any]:
    lines = [{"label": row.label, "text": plain(row.text)} for row in para.rows]
    return {"number": number, "text": para.text, "lines": lines, "entries": [*para.entries]}
