"""How a paper is laid out: blocks, set as text of 78 columns or as Markdown.

A paper says what it consists of once; how that looks is decided here. Every paper ends by saying what it is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby, zip_longest
from typing import Final, assert_never

from domain.late import dataclass
from projections import wording

WIDTH: Final = 78
TIED: Final = wording.TIED
"""Stands between two words that no line may part ("item 4"); printed as a space."""


class Style(StrEnum):
    """How some words of a line stand out."""

    PLAIN = "plain"
    ASIDE = "aside"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Span:
    """Some words of a line, in one style."""

    text: str
    style: Style = Style.PLAIN


Inline = str | tuple[Span, ...]
Entries = Sequence[int]


def aside(text: str) -> tuple[Span, ...]:
    """Words about an item that are not its title."""
    return (Span(text, Style.ASIDE),)


@dataclass(frozen=True)
class Masthead:
    """The body, its meeting, its place and days; at the right what tells this paper from others."""

    lines: tuple[str, ...]
    aside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heading:
    """A heading; `level` counts from 1. A `label` is its number, under which its text does not run."""

    text: str
    level: int = 1
    label: str = ""
    entries: Entries = ()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, and the entries it came from where they are asked for."""

    text: Inline
    entries: Entries = ()


@dataclass(frozen=True)
class Note:
    """A footnote, after its mark."""

    mark: str
    text: str
    entries: Entries = ()


@dataclass(frozen=True)
class Row:
    """A line of a list: its number or hours, its text, and the lines under it.

    `about` is the identity of the item or entry that it tells of: pages lead from one to another by it, and editions
    of a paper are compared by it.
    """

    label: str
    text: Inline
    entries: Entries = ()
    rows: tuple[Row, ...] = ()
    about: str = ""


@dataclass(frozen=True)
class Listing:
    """A list with printed numbers. `columns` are the least widths of its labels by depth, to align several lists."""

    rows: tuple[Row, ...]
    columns: tuple[int, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table; the text of its last column may run over several lines."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Masthead | Heading | Paragraph | Note | Listing | Table

# Chinese and Japanese have no blanks: a line may end after any sign, but begin with no closing mark.
_OPENING = "（《「『【"  # noqa: RUF001 - full-width marks are meant
_CLOSING = "，。、；：？！）》」』】"  # noqa: RUF001 - full-width marks are meant
_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60"
_PIECE = rf"( ?)([{_OPENING}]*[{_WIDE}][{_CLOSING}]*|[^ {_WIDE}]+[{_CLOSING}]*)"
_BLANKS = re.compile(rf"[^\S{TIED}]+")


def pieces(text: str) -> list[tuple[str, str]]:
    """The text cut where a line may end: each piece with the blank before it, "" where there is none."""
    text = _BLANKS.sub(" ", text).strip(" ")
    if max(text, default="") < _WIDE[0]:  # words and nothing else: most papers need not compile the pattern
        return [(" " if rank else "", word) for rank, word in enumerate(text.split(" ") if text else ())]
    return [(str(blank), str(piece)) for blank, piece in re.findall(_PIECE, text)]


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: wide signs two, combining and invisible ones none."""
    return len(text) if text.isascii() else sum(_columns_of(sign) for sign in text)


def _columns_of(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def fill(text: str, lead: str = "", mark: str = "") -> list[str]:
    """The text in lines under the end of `lead`. Words are never cut, so that a symbol can be found and copied."""
    lines, line, fresh = [], lead, True
    for blank, piece in [*pieces(text), *([("  ", mark)] if mark else [])]:
        if not fresh and columns(line + blank + piece) > WIDTH:
            lines.append(line)
            line, fresh = " " * columns(lead), True
        line += piece if fresh else blank + piece
        fresh = False
    return [one.rstrip().replace(TIED, " ") for one in [*lines, line]]


def why_mark(entries: Entries) -> str:
    """[#12, #19]: the entries a line came from."""
    return f"[{', '.join(f'#{number}' for number in entries)}]" if entries else ""


def as_text(blocks: Iterable[Block], language: str | None = None) -> str:
    """The paper as text of 78 columns, in an official language or in English."""
    parts: list[list[str]] = []
    for are_notes, group in groupby(blocks, lambda block: isinstance(block, Note)):
        set_ = [_text(block) for block in group]
        parts += [["─" * 12, *(line for note in set_ for line in note)]] if are_notes else set_
    lines = [*parts, fill(_not_official(language))]
    return "\n\n".join(map("\n".join, lines)).replace(TIED, " ") + "\n"


def _not_official(language: str | None) -> str:
    return wording.wording(language).say.not_official


def _text(block: Block) -> list[str]:
    match block:
        case Masthead():
            return [*_masthead(block), "─" * WIDTH]
        case Heading():
            return fill(block.text, f"{block.label} " if block.label else "", why_mark(block.entries))
        case Paragraph():
            return fill(_plain(block.text), "", why_mark(block.entries))
        case Note():
            return fill(block.text, f"{block.mark} ", why_mark(block.entries))
        case Listing():
            return list(_lines(block.rows, block.columns, ""))
        case Table():
            return _aligned([block.head, *block.rows])
        case _:
            assert_never(block)


def _masthead(block: Masthead) -> list[str]:
    """Left and right on one line where every line has room for both; else the right above the left."""
    pairs = list(zip_longest(block.lines, block.aside, fillvalue=""))
    if all(columns(f"{left}  {right}") <= WIDTH for left, right in pairs):
        return [f"{left}{_padded('', WIDTH - columns(left + right))}{right}".rstrip() for left, right in pairs]
    aside = [_padded("", WIDTH - columns(right)) + right for right in block.aside]
    return [*aside, *(line for left in block.lines for line in fill(left))]


def _lines(rows: Sequence[Row], least: tuple[int, ...], indent: str) -> Iterator[str]:
    width = max([*least[:1], *(columns(row.label) + 1 for row in rows if row.label)], default=0)
    for row in rows:
        lead = f"{indent}{_padded(row.label, width)}"
        below = list(_lines(row.rows, least[1:], indent + " " * width))
        if row.text or not below:
            yield from fill(_plain(row.text), lead, why_mark(row.entries))
        else:  # a label alone, such as the hours of a sitting: the first line under it stands beside it
            below[0] = lead + below[0][len(indent) + width :]
        yield from below


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(map(columns, column)) + 2 for column in zip(*rows, strict=True)][:-1]
    leads = ["".join(map(_padded, row, widths)) for row in rows]
    return [line for lead, row in zip(leads, rows, strict=True) for line in fill(row[-1], lead)]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


_TEXT_MARKS = {Style.PLAIN: ("", ""), Style.ASIDE: ("", ""), Style.REMOVED: ("[-", "-]"), Style.ADDED: ("{+", "+}")}


def _plain(inline: Inline) -> str:
    return "".join(span.text.join(_TEXT_MARKS[span.style]) for span in spans_of(inline))


def spans_of(inline: Inline) -> tuple[Span, ...]:
    """The words of a line, style by style."""
    return (Span(inline),) if isinstance(inline, str) else inline


def plain(inline: Inline) -> str:
    """The words of a line without their styles."""
    return "".join(span.text for span in spans_of(inline))


def as_markdown(blocks: Iterable[Block], language: str | None = None) -> str:
    """The paper as Markdown. Printed numbers are text: a Markdown list would number the items anew, without gaps."""
    return "\n\n".join([*map(_markdown, blocks), f"*{_not_official(language)}*"]) + "\n"


def _markdown(block: Block) -> str:
    match block:
        case Masthead():
            first, *rest = [*block.lines, *block.aside]
            return "\n\n".join([f"# {escaped(first)}", *filter(None, ["\\\n".join(map(escaped, rest))])])
        case Heading():
            label = f"{escaped(block.label)} " if block.label else ""
            return f"{'#' * (block.level + 1)} {label}{_marked(block.text, block.entries)}"
        case Paragraph():
            return _marked(block.text, block.entries)
        case Note():
            return f"{block.mark} {_marked(block.text, block.entries)}"
        case Listing():
            return "\n".join(_bullets(block.rows, ""))
        case Table():
            rows = [block.head, ("---",) * len(block.head), *(tuple(map(escaped, row)) for row in block.rows)]
            return "\n".join(f"| {' | '.join(row)} |" for row in rows)
        case _:
            assert_never(block)


def _bullets(rows: Iterable[Row], indent: str) -> Iterator[str]:
    for row in rows:
        label = f"**{escaped(row.label)}**" if row.label else ""
        yield f"{indent}- {' '.join(filter(None, [label, _marked(row.text, row.entries)]))}"
        yield from _bullets(row.rows, f"{indent}  ")


_MARKDOWN_MARKS = {
    Style.PLAIN: ("", ""),
    Style.ASIDE: ("*", "*"),
    Style.REMOVED: ("~~", "~~"),
    Style.ADDED: ("**", "**"),
}


def _marked(inline: Inline, entries: Entries) -> str:
    """The words with their styles and the entries they came from."""
    words = "".join(escaped(span.text).join(_MARKDOWN_MARKS[span.style]) for span in spans_of(inline))
    return f"{words} {escaped(why_mark(entries))}".strip()


# What begins a list, a heading or a rule where it stands first in a line.
_OPENS = re.compile(r"^(\d{1,9})([.)] )|^([-+#=])")


def escaped(text: str) -> str:
    """The text so that Markdown prints it as it is."""
    safe = re.sub(r"([\\`*_\[\]<>~|&$])", r"\\\1", _BLANKS.sub(" ", text).replace(TIED, " "))
    return _OPENS.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", safe)
