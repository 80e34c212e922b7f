"""From the parts of a paper to the paper as read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from cli.intake import announced, lineage
from cli.intake.agenda_list import Listed, read_list
from cli.intake.annotations import Note, Paragraph, paragraphs_of, read_annotations
from cli.intake.checks import check
from cli.intake.masthead import read_masthead
from cli.intake.numbers import parent
from cli.intake.paper import Documentation, Masthead, Paper, PaperDocument, PaperItem, ReadingWarning, Reference
from cli.intake.resolutions import read_resolutions
from cli.intake.sections import Sections
from cli.intake.silence import read_silence
from cli.intake.source import Unreadable
from cli.intake.timetable import read_timetable
from cli.intake.why import Doubts
from cli.intake.words import sentences

_NONE_FORESEEN: Final = re.compile(
    r"\bno documentation (?:is|has been|will be)(?: \w+)? (?:foreseen|expected|envisaged|submitted|required)\b",
    re.IGNORECASE,
)


@dataclass
class _About:
    """All that was read about one item."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    documents: list[PaperDocument] = field(default_factory=list)
    none_foreseen: bool = False


@dataclass(frozen=True)
class _Read:
    """The parts of the paper, each read by itself."""

    sections: Sections
    sha256: str
    masthead: Masthead
    listed: Sequence[Listed]
    about: Mapping[str | None, _About]
    paragraphs: Sequence[Paragraph]
    said: Sequence[tuple[int, str]]


_ROMAN = re.compile(r"[IVXL]{1,7}\.\s+\w")


def _without_items(name: str, sections: Sections) -> Unreadable:
    """Nothing is numbered, or only in Roman: whether those are items or headings, the paper does not say."""
    if any(_ROMAN.match(line.words) for line in sections.agenda):
        return Unreadable(
            name,
            "the provisional agenda has Roman numbers only (I., II.)",
            "Number the items “1.”, “2.” and read it again; lines that are headings stay as they are.",
        )
    why = "no numbered item was found under “Provisional agenda”"
    return Unreadable(name, why, "Number the items (“1. Opening of the meeting”) and read it again.")


def assembled(sections: Sections, name: str, sha256: str, doubts: Doubts) -> Paper:
    """The paper. Refused: a provisional agenda without a single numbered item."""
    listed = read_list(sections.agenda, doubts)
    if not listed:
        raise _without_items(name, sections)
    for line in sections.annex:
        if line.text.strip():
            doubts.add("unexplained_line", line.number, line.words)
    notes = [] if sections.alone else read_annotations(sections.annotations, listed, doubts)
    paragraphs = [paragraph for note in notes for paragraph in paragraphs_of(note, doubts)]
    said = list(announced.statements(paragraphs, doubts))
    head = sections.masthead or read_masthead(sections.head, doubts)
    masthead = announced.with_ordinal(said, head, doubts)
    announced.check_body(said, masthead, doubts)
    announced.check_days(said, masthead, doubts)
    about = _about(notes, paragraphs)
    paper = _paper(_Read(sections, sha256, masthead, listed, about, paragraphs, said), doubts)
    check(paper, said, doubts)
    warnings = doubts.in_order_of_lines()
    return replace(paper, warnings=_few(warnings) if sections.alone else warnings)


def _few(warnings: Sequence[ReadingWarning]) -> tuple[ReadingWarning, ...]:
    """The first of each name: of a list written by hand its writer knows the rest."""
    first: dict[str, ReadingWarning] = {}
    for one in warnings:
        first.setdefault(one.name, one)
    return tuple(first.values())


def _paper(read: _Read, doubts: Doubts) -> Paper:
    narrated = read_silence(read.paragraphs, doubts)
    refs = lineage.items_follow_from(narrated, read.paragraphs, read.listed, read.masthead)
    return Paper(
        sha256=read.sha256,
        masthead=read.masthead,
        opens=announced.read_opening(read.said, read.masthead, doubts),
        services=announced.read_services(read.said, read.masthead, doubts),
        items=_items(read.listed, read.about, refs),
        organization_of_work=read_timetable(read.sections.timetable, read.listed, read.masthead, doubts),
        organization_of_work_pursuant_to=lineage.work_follows_from(read.said),
        silence=tuple(told.decision for told in narrated),
        resolutions=read_resolutions(read.paragraphs, doubts),
        pursuant_to=lineage.meeting_follows_from(narrated, read.masthead),
        footnotes=read.sections.footnotes,
        warnings=(),
    )


def _about(notes: Iterable[Note], paragraphs: Iterable[Paragraph]) -> dict[str | None, _About]:
    about: dict[str | None, _About] = {}
    for note in notes:
        known = about.setdefault(note.item, _About())
        known.documents += note.documents.found
        known.none_foreseen |= note.documents.none_foreseen
    for paragraph in paragraphs:
        about[paragraph.item].paragraphs.append(paragraph)
        about[paragraph.item].none_foreseen |= any(map(_NONE_FORESEEN.search, sentences(paragraph.text)))
    return about


def _items(
    listed: Sequence[Listed], about: Mapping[str | None, _About], refs: Mapping[str, tuple[Reference, ...]]
) -> tuple[PaperItem, ...]:
    """The items with their sub-items. Where a number is taken twice, what is said goes to the first."""
    under: dict[str | None, list[Listed]] = {}
    for item in listed:
        under.setdefault(parent(item.number), []).append(item)
    taken: set[str] = set()

    def built(item: Listed) -> PaperItem:
        first = item.number not in taken
        taken.add(item.number)
        below = tuple(built(sub) for sub in under.get(item.number, ())) if first else ()
        return _item(item, about.get(item.number, _About()), refs.get(item.number, ()), below) if first else _item(item)

    return tuple(built(item) for item in under.get(None, ()))


def _item(
    item: Listed, said: _About | None = None, refs: tuple[Reference, ...] = (), below: tuple[PaperItem, ...] = ()
) -> PaperItem:
    about = said or _About()
    return PaperItem(
        number=item.number,
        title=item.title,
        annotation=tuple(paragraph.text for paragraph in about.paragraphs),
        documents=tuple(about.documents),
        documentation=_documentation(about),
        pursuant_to=refs,
        items=below,
        line=item.line,
    )


def _documentation(said: _About) -> Documentation:
    if said.none_foreseen:
        return "none_foreseen"
    return "listed" if said.documents else "not_stated"
