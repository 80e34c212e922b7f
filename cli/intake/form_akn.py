"""Akoma Ntoso (OASIS LegalDocML), as the United Nations profile writes an agenda: a debateReport.

<hcontainer name="item"><num>1</num><heading>Opening of the meeting</heading><content><p>...</p></content></hcontainer>
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cli.intake.numbers import as_printed, numbered
from cli.intake.paper import Footnote, TrackedChange
from cli.intake.rows import row_lines
from cli.intake.sections import AGENDA, part_named
from cli.intake.source import Line, Source, Unreadable, printed
from cli.intake.xml_tree import child, local, tree

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cli.intake.why import Doubts

_READ: Final = ("debateReport", "doc")
_BLOCKS: Final = frozenset({"p", "tr", "num", "heading", "subheading", "crossHeading", "listIntroduction", "block"})
_SKIPPED: Final = frozenset({"meta", "toc", "img"})  # what is said of the document, and what stands elsewhere in it


def akn_source(data: bytes, name: str, doubts: Doubts) -> Source:
    """The lines of an agenda in Akoma Ntoso. Refused: other XML, and other kinds of document, by their name."""
    root = tree(data, name)
    if local(root) != "akomaNtoso":
        raise Unreadable(
            name, f"it is XML ({local(root)}), but not Akoma Ntoso", "Save the paper as plain text or .docx."
        )
    document = next((child(root, kind) for kind in _READ if child(root, kind) is not None), None)
    if document is None:
        kind = local(root[0]) if len(root) else "nothing"
        why = f"it is an Akoma Ntoso document of another kind ({kind}); an agenda is a debateReport"
        raise Unreadable(name, why, "Check that it is the file you meant.")
    reading = _Reading(document, doubts)
    reading.document(document)
    return reading.source()


class _Reading:
    """The blocks of the document in their order, each a line with its place."""

    def __init__(self, document: _Element, doubts: Doubts) -> None:
        self._doubts = doubts
        self._lines: list[Line] = []
        self._footnotes: list[Footnote] = []
        self._tracked: list[TrackedChange] = []
        self._number = 1
        self._label = ""
        self._told: set[_Element] = set()  # notes and changes told once, though a heading is read in two places
        self._frames: set[_Element] = set()  # elements with a block somewhere below them
        for element in document.iter():
            if local(element) in _BLOCKS:
                above = element.getparent()
                while above is not None and above not in self._frames and local(above) != "authorialNote":
                    self._frames.add(above)
                    above = above.getparent()

    def source(self) -> Source:
        """All that was read."""
        if self._label:
            self._lines.append(Line(number=self._number, text=self._label))
        return Source(
            form="akoma_ntoso",
            lines=tuple(self._lines),
            footnotes=tuple(self._footnotes),
            tracked=tuple(self._tracked),
        )

    def document(self, document: _Element) -> None:
        """Read the whole. Items that hold their annotations are set out as papers print them: a list, then the rest."""
        items = [each for each in document.iter() if _is_item(each)]
        if not any(_annotated(each) for each in items):
            self.take(document)
            return
        for part in document:
            if part in set(items[0].iterancestors()):
                self._in_two_parts(part, items)
            elif local(part) == "conclusions":
                self._leave(part)
            else:
                self.take(part)

    def _in_two_parts(self, body: _Element, items: list[_Element]) -> None:
        if not any(part_named(line) == AGENDA for line in self._lines):
            self._put(body, "Provisional agenda")
        for each in items:
            for below in each:
                if local(below) in {"num", "heading"}:
                    self.take(below)
        self._put(body, "Annotations")
        self.take(body)

    def _leave(self, part: _Element) -> None:
        """What stands below the paper belongs to no item."""
        for each in part.iter():
            if local(each) == "p" and (words := " ".join(self._words(each).split())):
                self._doubts.places[self._number] = _place(each)
                self._doubts.add("unexplained_line", self._number, words)
                self._number += 1

    def take(self, element: _Element) -> None:
        """Take an element: what stands in frames one by one, whatever has no block below it as one line."""
        name = local(element)
        if name in _SKIPPED:
            return
        if name == "num":
            self._label = self._words(element)
        elif name == "tr":
            cells = [[self._words(cell)] for cell in element]
            self._put(element, "\n".join(row_lines(cells)))
        elif element in self._frames and name not in _BLOCKS:
            for below in element:
                self.take(below)
        else:
            self._put(element, self._words(element))

    def _put(self, element: _Element, text: str) -> None:
        if not text.strip():
            return
        text = f"{_label(self._label)} {text}" if self._label else text
        self._label = ""
        self._doubts.places[self._number] = _place(element)
        shown = text if text.isascii() and text.isprintable() else printed(text, self._number, self._doubts)
        self._lines += [Line(number=self._number, text=line) for line in [*shown.split("\n"), ""]]
        self._number += 1

    def _words(self, element: _Element) -> str:
        """The words of a block after the changes marked in it."""
        before: list[str] = []
        after: list[str] = []
        self._gather(element, before, after)
        was, now = (" ".join("".join(parts).split(" ")) for parts in (before, after))
        if was != now and element not in self._told:
            self._told.add(element)
            self._doubts.places[self._number] = _place(element)
            one, other = (" ".join(text.split()) for text in (was, now))
            self._tracked.append(TrackedChange(before=one, after=other, line=self._number))
            self._doubts.add("changes_not_accepted", self._number, f"“{one[:65]}” -> “{other[:65]}”")
        return now

    def _gather(self, element: _Element, before: list[str], after: list[str]) -> None:
        _put(before, after, element.text)
        for below in element:
            name = local(below)
            if name == "authorialNote":
                self._note(below)
            elif name == "eol":
                _put(before, after, "\n", squeezed=False)
            elif name not in _SKIPPED:
                self._gather(below, [] if name == "ins" else before, [] if name == "del" else after)
            _put(before, after, below.tail)

    def _note(self, note: _Element) -> None:
        if note in self._told:
            return
        self._told.add(note)
        mark = note.get("marker") or str(len(self._footnotes) + 1)
        text = " ".join(" ".join(str(part) for part in note.itertext()).split())
        self._footnotes.append(Footnote(mark=mark, text=text, line=self._number))


def _put(before: list[str], after: list[str], text: str | None, *, squeezed: bool = True) -> None:
    """Add a text to both wordings; how the file is broken into lines is no matter."""
    if text:
        said = " ".join(f"x{text}x".split())[1:-1] if squeezed else text
        before.append(said)
        after.append(said)


def _is_item(element: _Element) -> bool:
    """Whether an element is an item: it has a heading, and a number as items have."""
    number = child(element, "num")
    if number is None or child(element, "heading") is None:
        return False
    said = numbered(f"{_label(''.join(str(part) for part in number.itertext()))} x", "1")
    return said is not None


def _annotated(item: _Element) -> bool:
    """Whether an item holds more than its number, its heading and other items."""
    return any(
        local(below) not in {"num", "heading", "subheading"} and child(below, "heading") is None for below in item
    )


def _label(words: str) -> str:
    """The number of an item as papers print it: that it is one is said by its element."""
    bare = " ".join(words.split())
    return as_printed(bare, letters=bare.strip("().").isalpha())


def _place(element: _Element) -> str:
    named = next((key for each in (element, *element.iterancestors()) if (key := each.get("eId"))), None)
    return f"line {element.sourceline}" + (f", {named}" if named else "")
