"""Which words are written from right to left, and which keep their own direction among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

RIGHT_TO_LEFT: Final = {"ar"}
# A symbol of a document, a number such as 7/1, an entry: what is read from left to right in any writing.
SYMBOL: Final = re.compile(r"[A-Z]{1,12}(?:[/.-][A-Za-z0-9.()-]+)+|\d+(?:/\d+)+|#\d+")
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LEFT = "A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff\u2e80-\u9fff"
_LEFT_WITHIN = re.compile(rf"{SYMBOL.pattern}|[{_LEFT}](?:[^{_RIGHT}]*[{_LEFT}])?")
_RIGHT_WITHIN = re.compile(rf"[{_RIGHT}](?:[^{_LEFT}]*[{_RIGHT}])?")


def runs(text: str, language: str) -> Iterator[tuple[str, bool]]:
    """The text cut where its direction changes: each part, and whether it runs from right to left.

    What belongs to neither, such as blanks and brackets, goes with the language of the paper.
    """
    whole = language in RIGHT_TO_LEFT
    yield from ((part, whole != apart) for part, apart in parted(_LEFT_WITHIN if whole else _RIGHT_WITHIN, text))


def parted(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts: those that the pattern finds, which stand apart, and those between them.

    A bracket stands on the side of its partner, and a full stop outside.
    """
    end = 0
    for found in pattern.finditer(text):
        last = _closed(text, found.start(), found.end())
        yield from [(text[end : found.start()], False)] if found.start() > end else []
        yield text[found.start() : last], True
        end = last
    yield from [(text[end:], False)] if text[end:] else []


def _closed(text: str, start: int, end: int) -> int:
    """Where a part ends that neither takes the bracket of another with it nor leaves its own behind."""
    open_ = text.count("(", start, end) - text.count(")", start, end)
    while text[end - 1] == "." or (text[end - 1] == ")" and open_ < 0):
        open_ += text[end - 1] == ")"
        end -= 1
    while open_ > 0 and text.startswith(")", end):
        open_, end = open_ - 1, end + 1
    return end
