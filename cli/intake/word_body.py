"""The body of a Word document as lines: a paragraph is a line, a row of a table one or more, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from cli.intake.pages import is_page_or_job
from cli.intake.paper import Footnote, TrackedChange
from cli.intake.rows import row_lines
from cli.intake.source import Line, Source, printed
from cli.intake.word_words import Words, paragraphs_in, words_of
from cli.intake.xml_tree import attribute, child, local

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cli.intake.why import Doubts
    from cli.intake.word_numbers import Numbers

_END: Final = "¶"  # the end of a paragraph, where that is what was changed
_SHOWN: Final = 65  # characters of a wording shown with its warning
_ROOM: Final = 15  # of them before the first word that differs
_OF_NO_PAGE: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class Body:
    """Takes the blocks of a document one by one; what it doubts goes to `doubts`."""

    def __init__(self, numbers: Numbers, notes: Mapping[tuple[str, str], _Element], doubts: Doubts) -> None:
        self._numbers = numbers
        self._notes = dict(notes)
        self._doubts = doubts
        self._lines: list[Line] = []
        self._footnotes: list[Footnote] = []
        self._tracked: list[TrackedChange] = []
        self._number = 1  # of the block that is read now
        self._tables = 0
        self._boxes: list[str] = []  # the texts of the boxes that hang in the block that is read now
        self._carried: list[str] = []  # what deleted ends of paragraphs leave for the next one

    def source(self) -> Source:
        """All that was taken."""
        return Source(
            form="docx", lines=tuple(self._lines), footnotes=tuple(self._footnotes), tracked=tuple(self._tracked)
        )

    def head(self, header: _Element) -> None:
        """Take the header of the first page, without the number of the page."""
        for paragraph in paragraphs_in(header):
            text = self._text(paragraph)
            if text.strip() and not is_page_or_job(" ".join(text.split())):
                self._put(text, f"paragraph {self._number}, at the top of the page")

    def block(self, block: _Element) -> None:
        """Take a paragraph or a table."""
        match local(block):
            case "p":
                self._put(self._text(block), f"paragraph {self._number}")
            case "tbl":
                self._tables += 1
                for place, row in enumerate(_below(block, "tr"), start=1):
                    self._put("\n".join(self._row(row)), f"table {self._tables}, row {place}")
            case _:
                self._doubt("part_not_read", "another file")

    def _put(self, text: str, place: str) -> None:
        """Add the lines of one block and a blank one; a block without words is none."""
        boxes, self._boxes = self._boxes, []
        if text.strip():
            self._doubts.places[self._number] = place
            shown = text if text.isascii() and text.isprintable() else printed(text, self._number, self._doubts)
            self._lines += [Line(number=self._number, text=line) for line in [*shown.split("\n"), ""]]
            self._number += 1
        for box in boxes:
            self._put(box, f"{place}, in a text box")

    def _row(self, row: _Element) -> list[str]:
        """The lines of a row. Where its cells stand is no matter: a row is told by what is in it."""
        properties = child(row, "trPr")
        lines = row_lines([self._cell(cell) for cell in _below(row, "tc")])
        text = " ".join(" ".join(lines).split())
        if child(properties, "del") is not None:
            self._track(text, "")
            return []
        if child(properties, "ins") is not None:
            self._track("", text)
        return lines

    def _cell(self, cell: _Element) -> list[str]:
        """The paragraphs of a cell; of cells merged downwards only the first is seen."""
        properties = child(cell, "tcPr")
        merged = child(properties, "vMerge")
        texts = [self._text(paragraph).replace("\t", " ") for paragraph in paragraphs_in(cell)]
        said = " ".join(texts).strip()
        if child(properties, "cellIns") is not None:
            self._track("", said)
        if child(properties, "cellDel") is not None:
            self._track(said, "")
            return []
        if merged is not None and attribute(merged, "val") != "restart":
            if said:
                self._doubt("hidden_text", said)
            return []
        return texts

    def _text(self, paragraph: _Element) -> str:
        """The wording after all changes, with its automatic number; it ends up empty where all of it was deleted."""
        words = words_of(paragraph)
        after, before = "".join(words.after), "".join(words.before)
        self._tell(words, before, after)
        gone = words.mark_deleted and not after.strip()
        # Where the end of a paragraph was deleted, the one after it goes on in it, under its number.
        label = "" if gone or any(self._carried) else self._numbers.label(paragraph)
        if label is None:
            self._doubt("number_not_read", after)
        self._take_notes(words)
        numbered = f"{label} {after}" if label and after.strip() else after
        self._carried.append(numbered)
        if words.mark_deleted:
            return ""
        whole, self._carried = "".join(self._carried), []
        return whole

    def _tell(self, words: Words, before: str, after: str) -> None:
        for name, text in words.met:
            self._doubt(name, text or after)
        for box in words.boxes:
            text = "\n".join(self._text(paragraph) for paragraph in paragraphs_in(box))
            if text.strip():
                self._doubt("text_box", " ".join(text.split()))
                self._boxes.append(text)
        if words.renumbered and after.strip():
            self._track(f"(another automatic number) {before}", after)
        elif before != after:
            self._track(before, after)
        elif (words.mark_inserted or words.mark_deleted) and after.strip():
            changed = f"{after} {_END}"
            self._track(changed if words.mark_deleted else before, changed if words.mark_inserted else after)

    def _track(self, before: str, after: str) -> None:
        if not before.strip() and not after.strip():
            return
        self._tracked.append(TrackedChange(before=_one_line(before), after=_one_line(after), line=self._number))
        self._doubt("changes_not_accepted", _both(_one_line(before), _one_line(after)))

    def _take_notes(self, words: Words) -> None:
        for kind, key, own_mark in words.notes:
            note = self._notes.pop((kind, key), None)  # once: a note may name itself
            if note is None or attribute(note, "type") in _OF_NO_PAGE:
                continue
            text = " ".join(text for text in map(self._text, list(paragraphs_in(note))) if text.strip())
            mark = own_mark or str(len(self._footnotes) + 1)
            said = _one_line(printed(text, self._number, self._doubts)).removeprefix(own_mark).lstrip()
            self._footnotes.append(Footnote(mark=mark, text=said, line=self._number))

    def _doubt(self, name: str, text: str) -> None:
        self._doubts.add(name, self._number, _one_line(text) or "(no words)")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _both(before: str, after: str) -> str:
    """Both wordings, cut to where they differ."""
    same = next((place for place, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), 0)
    start = max(0, same - _ROOM)
    return " -> ".join(_shown(text, start) for text in (before, after))


def _shown(text: str, start: int) -> str:
    cut = f"{'…' if start else ''}{text[start : start + _SHOWN]}{'…' if len(text) > start + _SHOWN else ''}"
    return f"“{cut}”" if text else "nothing"


def _below(element: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, whatever frames stand round them; not those of a table inside."""
    for below in element:
        if local(below) == name:
            yield below
        elif local(below) in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _below(below, name)
