"""The words of a paper in the XML of Word: runs, paragraphs, tables, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, Literal
from xml.sax.saxutils import escape, quoteattr

from projections.papers.direction import RIGHT_TO_LEFT, runs
from projections.papers.layout import TIED, Span, Style, Table
from projections.papers.layout import columns as width_of
from projections.papers.notes import Reference, Word
from projections.papers.word.lines import Line

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du" mc:Ignorable="w16du"'
)
Change = Literal["", "ins", "del"]
Marked = tuple[Change, Word]

_STYLES: Final = {
    Style.PLAIN: "",
    Style.ASIDE: "<w:i/><w:iCs/>",
    Style.REMOVED: "<w:strike/>",
    Style.ADDED: '<w:u w:val="single"/>',
}
_BLANKS = re.compile(rf"[^\S\t{TIED}\u2009]+")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ABOUT = 9000
"""The width of a text on A4 paper, in twentieths of a point."""


@dataclass
class Writer:
    """Writes paragraphs in one language, and keeps their footnotes. `stamp` says of a change whose and when it is."""

    language: str
    stamp: str = ""
    notes: list[tuple[Change, Reference]] = field(default_factory=list)
    changes: int = 0

    @property
    def turned(self) -> bool:
        """Whether the paper is written from right to left."""
        return self.language in RIGHT_TO_LEFT

    def paragraph(self, line: Line, words: Iterable[Marked] | None = None, change: Change = "") -> str:
        """A paragraph, all of whose words are new or gone where `change` says so."""
        marked = [(change, word) for word in line.words] if words is None else words
        mark = f"<w:rPr>{self._changed(change)}</w:rPr>" if change else ""
        end = _stops(line) + ("<w:bidi/>" if self.turned else "") + _indent(line) + mark
        return f'<w:p><w:pPr><w:pStyle w:val="{line.style}"/>{end}</w:pPr>{self.words(marked)}</w:p>'

    def words(self, marked: Iterable[Marked]) -> str:
        """The runs, those that were put in and those that were taken out together."""
        told = []
        for change, group in groupby(marked, key=lambda one: one[0]):
            inner = "".join(self._run(word, change) for word in _joined(word for _, word in group))
            told.append(self._changed(change, inner) if change else inner)
        return "".join(told)

    def table(self, table: Table) -> str:
        """A table, whose head is repeated on each page."""
        rows = "".join(self._row(row, head=not rank) for rank, row in enumerate([table.head, *table.rows]))
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _widths(table))
        turned = "<w:bidiVisual/>" if self.turned else ""
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="PaperTable"/>{turned}<w:tblW w:w="0" w:type="auto"/>'
            f'<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
        )

    def footnotes(self) -> str:
        """The footnotes that the paragraphs refer to."""
        told = "".join(self._footnote(rank, *note) for rank, note in enumerate(self.notes, start=1))
        return f"<w:footnotes {NAMESPACES}>{_SEPARATORS}{told}</w:footnotes>"

    def _footnote(self, rank: int, change: Change, note: Reference) -> str:
        mark = "<w:footnoteRef/>" if note.numbered else f"<w:t>{_clean(note.mark)}</w:t>"
        number = f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{mark}</w:r>'
        turned = "<w:bidi/>" if self.turned else ""
        text = self.words([(change, Span(f" {note.text}"))])
        style = f'<w:pPr><w:pStyle w:val="FootnoteText"/>{turned}</w:pPr>'
        return f'<w:footnote w:id="{rank}"><w:p>{style}{number}{text}</w:p></w:footnote>'

    def _row(self, cells: Sequence[str], *, head: bool) -> str:
        style = "TableHead" if head else "TableText"
        told = "".join(f"<w:tc><w:tcPr/>{self.paragraph(Line(style, (Span(cell),)))}</w:tc>" for cell in cells)
        repeated = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if head else "<w:trPr><w:cantSplit/></w:trPr>"
        return f"<w:tr>{repeated}{told}</w:tr>"

    def _changed(self, change: Change, inner: str = "") -> str:
        self.changes += 1
        told = f'<w:{change} w:id="{self.changes}" {self.stamp}'
        return f"{told}>{inner}</w:{change}>" if inner else f"{told}/>"

    def _run(self, word: Word, change: Change) -> str:
        if isinstance(word, Reference):
            self.notes.append((change, word))
            own = "" if word.numbered else ' w:customMarkFollows="1"'
            mark = "" if word.numbered else _text(word.mark, change)
            note = f'<w:footnoteReference{own} w:id="{len(self.notes)}"/>'
            return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{note}{mark}</w:r>'
        return "".join(_part(*one, word.style, change) for one in runs(_BLANKS.sub(" ", word.text), self.language))


def _part(text: str, right: bool, style: Style, change: Change) -> str:  # noqa: FBT001 - a part and its direction
    how = _STYLES[style] + ("<w:rtl/>" if right else "")
    told = "<w:tab/>".join(_text(one, change) for one in text.split("\t"))
    return f"<w:r><w:rPr>{how}</w:rPr>{told}</w:r>" if how else f"<w:r>{told}</w:r>"


def _text(text: str, change: Change) -> str:
    tag = "w:delText" if change == "del" else "w:t"
    return f'<{tag} xml:space="preserve">{_clean(text)}</{tag}>' if text else ""


def _clean(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))


def _joined(words: Iterable[Word]) -> Iterator[Word]:
    """Words of one style that follow each other, as one."""
    for style, group in groupby(words, key=lambda one: one.style if isinstance(one, Span) else None):
        if style is None:
            yield from group
        else:
            yield Span("".join(word.text for word in group), style)


def _stops(line: Line) -> str:
    if not line.stops:
        return ""
    told = "".join(f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in line.stops)
    return f"<w:tabs>{told}</w:tabs>"


def _indent(line: Line) -> str:
    if not line.stops:
        return ""
    return f'<w:ind w:left="{line.stops[-1]}" w:hanging="{line.stops[-1] - line.start}"/>'


def _widths(table: Table) -> list[int]:
    """The columns as wide as their longest cell; the last takes what is left, and a third at least."""
    *narrow, _ = [max(map(width_of, column)) * 115 + 230 for column in zip(table.head, *table.rows, strict=True)]
    shrunk = min(1, _ABOUT * 2 / 3 / max(sum(narrow), 1))
    kept = [int(width * shrunk) for width in narrow]
    return [*kept, _ABOUT - sum(kept)]


def attributes(author: str, date: str, instant: str) -> str:
    """What is said of each change: its author, the clock of the place, and the instant where it is known."""
    told = f"w:author={quoteattr(_NOT_XML.sub(' ', author))}"
    told += f' w:date="{date}"' if date else ""
    return told + (f' w16du:dateUtc="{instant}"' if instant else "")


_SEPARATORS = "".join(
    f'<w:footnote w:type="{name}" w:id="{rank}"><w:p><w:r><w:{name}/></w:r></w:p></w:footnote>'
    for rank, name in ((-1, "separator"), (0, "continuationSeparator"))
)
