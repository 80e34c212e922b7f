"""A paper told to a template of typst: its words in pieces, each of one style and one direction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, assert_never

from projections.papers.direction import RIGHT_TO_LEFT, runs
from projections.papers.layout import (
    TIED,
    Block,
    Heading,
    Inline,
    Listing,
    Masthead,
    Note,
    Paragraph,
    Row,
    Style,
    Table,
    spans_of,
    why_mark,
)
from projections.papers.notes import Notes, Reference, digits, note_text
from projections.wording import wording

if TYPE_CHECKING:
    from projections.papers.press import Sheet

Piece = Mapping[str, object]


class _Teller:
    """Tells a paper to the template: its words in pieces of one direction and one style, its footnotes in place."""

    def __init__(self, sheet: Sheet) -> None:
        self.language = sheet.language
        self.notes = Notes(sheet.blocks)

    def pieces(self, text: str, style: str = "plain") -> list[Piece]:
        """A text in one style."""
        printed = text.replace("\t", " ").replace(TIED, "\N{NO-BREAK SPACE}")
        home = self.language in RIGHT_TO_LEFT
        return [
            {"text": part, "style": style, "direction": ("rtl" if right else "ltr") if right != home else "same"}
            for part, right in runs(printed, self.language)
        ]

    def words(self, inline: Inline, entries: Sequence[int] = ()) -> list[Piece]:
        """The words of a line with its footnotes, and the entries it came from."""
        told: list[Piece] = []
        for word in self.notes.referred(spans_of(inline)):
            if isinstance(word, Reference):
                note = self.pieces(word.text)
                told.append({"text": digits(word.mark), "style": "note", "note": note})
            else:
                told += self.pieces(word.text, Style(word.style).value)
        return [*told, *(self.pieces(f" {why_mark(entries)}", "why") if entries else [])]

    def block(self, block: Block) -> Iterator[dict[str, Any]]:
        """A block for the template; nothing of a footnote that has its place."""
        told: dict[str, Any]
        match block:
            case Masthead():
                told = {"lines": [*map(self.pieces, block.lines)], "aside": [*map(self.pieces, block.aside)]}
            case Heading():
                label = self.pieces(block.label) if block.label else []
                told = {"level": block.level, "label": label, "words": self.words(block.text, block.entries)}
            case Paragraph():
                told = {"words": self.words(block.text, block.entries)}
            case Note():
                if self.notes.placed(block):
                    return
                told = {"words": self.pieces(f"{digits(block.mark)} {note_text(block)}")}
            case Listing():
                told = {"rows": [*map(self.row, block.rows)], "columns": [*block.columns]}
            case Table():
                rows = [[{"cell": self.pieces(cell)} for cell in row] for row in block.rows]
                told = {"head": [*map(self.pieces, block.head)], "rows": rows}
            case _:
                assert_never(block)
        yield {"kind": type(block).__name__, **told}

    def row(self, row: Row) -> dict[str, Any]:
        """A line of a list with those under it."""
        words = self.words(row.text, row.entries)
        return {"label": self.pieces(row.label), "words": words, "rows": [*map(self.row, row.rows)]}


def told(sheet: Sheet, fonts: Sequence[str]) -> dict[str, Any]:
    """The paper as the template reads it; `fonts` in the order in which a sign is looked up in them."""
    teller = _Teller(sheet)
    return {
        "title": sheet.title,
        "language": sheet.language,
        "fonts": fonts,
        "blocks": [told for block in sheet.blocks for told in teller.block(block)],
        "not-official": teller.pieces(wording(sheet.language).say.not_official),
    }
