"""What the page put between the words: markup, page numbers, symbols at the top, footnotes, cut lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cli.intake.source import Line
from cli.intake.why import Doubts
from cli.intake.words import one_symbol

_EDGE: Final = 3  # lines of furniture at the top or at the foot of a page, at most
_MARGIN: Final = 12  # lines from the edge of the page, blank ones counted, among which they are looked for

_TAG: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,10})(?: [^<>]{0,200})?/?>|&[a-z]{2,8};|&#\d{1,6};")
_KNOWN_TAGS: Final = frozenset({"i", "b", "em", "strong", "u"})
_EMPHASIS: Final = re.compile(r"(?<!\w)\*(?P<text>[^\s*][^*]{0,80})\*(?!\w)")
_PAGE_NUMBER: Final = re.compile(r"-? ?(?:[Pp]age )?\d{1,4}(?:(?:/| of )\d{1,4})? ?-?")
_JOB_NUMBER: Final = re.compile(r"[A-Z]{1,4}\.\d{2}-\d{4,6}(?: \([A-Z]\))?")
_CELLS: Final = re.compile(r"\t| {3,}")
_CUT_WORD: Final = re.compile(r"[^\W\d_]-$")


def without_markup(lines: Sequence[Line], doubts: Doubts) -> list[Line]:
    """The lines without the tags of typewritten emphasis; other markup is dropped with a warning."""
    unstarred = (
        replace(line, text=_EMPHASIS.sub(r"\g<text>", line.text)) if "*" in line.text else line for line in lines
    )
    return [_unmarked(line, doubts) if "<" in line.text or "&" in line.text else line for line in unstarred]


def _unmarked(line: Line, doubts: Doubts) -> Line:
    unknown = [tag[0] for tag in _TAG.finditer(line.text) if (tag[1] or "").lower() not in _KNOWN_TAGS]
    if unknown:
        doubts.add("markup_dropped", line.number, line.text)
    return replace(line, text=_TAG.sub("", line.text))


def cells(line: Line) -> list[str]:
    """The cells of a line set in columns, each with single spaces, without the empty ones."""
    parts = (" ".join(part.split()) for part in _CELLS.split(line.text))
    return [part for part in parts if part]


def without_furniture(lines: Sequence[Line], own_symbol: str | None) -> list[Line]:
    """The lines without the page numbers, job numbers and symbols at the edges of the pages.

    Looked for only beside a form feed and at the end of the file: elsewhere such a line may be anything, and whoever
    meets it there warns. A symbol at the top of a page is furniture where it is the paper's own, or its end.
    """
    kept = list(lines)
    starts = [place for place, line in enumerate(lines) if line.page_start]
    gone: set[int] = set()
    for start in starts:
        gone |= _furniture(kept, range(start, min(start + _MARGIN, len(kept))), own_symbol)
    for end in [*starts, len(kept)] if starts else []:
        gone |= _furniture(kept, range(end - 1, max(end - _MARGIN, 0) - 1, -1), None)
    return [replace(line, text="") if place in gone else line for place, line in enumerate(kept)]


def _furniture(lines: list[Line], places: range, own_symbol: str | None) -> set[int]:
    gone: set[int] = set()
    for place in places:
        words = cells(lines[place])
        if words and not all(_is_furniture(cell, own_symbol) for cell in words):
            break
        if words:
            gone.add(place)
        if len(gone) == _EDGE:
            break
    return gone


def _is_furniture(cell: str, own_symbol: str | None) -> bool:
    if is_page_or_job(cell) or all(map(is_page_or_job, cell.split(" ", maxsplit=1))):
        return True
    symbol = one_symbol(cell)
    return bool(own_symbol and symbol and f"/{own_symbol}".endswith(f"/{symbol}"))


def is_page_or_job(words: str) -> bool:
    """Whether these are nothing but the number of a page or of a translation job."""
    return bool(_PAGE_NUMBER.fullmatch(words) or _JOB_NUMBER.fullmatch(words))


def is_stray(words: str) -> bool:
    """Whether a line is nothing but a page number, a job number or a symbol."""
    if len(words) > 80:  # noqa: PLR2004 - no such line is longer
        return False
    return is_page_or_job(words) or one_symbol(words) is not None


def is_job_number(words: str) -> bool:
    """Whether a line is the number of the translation job, as the first page carries it."""
    return bool(_JOB_NUMBER.fullmatch(words))


def joined(parts: Sequence[tuple[int, str]], doubts: Doubts) -> str:
    """The lines (number and words) as one; where a hyphen stood at an end it is kept, with a warning."""
    pieces: list[str] = []
    for number, words in parts:
        if pieces and _CUT_WORD.search(pieces[-1][-2:]) and words[:1].isalnum():
            if "://" not in pieces[-1]:
                doubts.add("hyphen_at_line_end", number, f"{pieces[-1][-40:]} {words[:40]}")
            pieces.append(words)
            continue
        pieces.extend((" ", words) if pieces else (words,))
    return "".join(pieces)
