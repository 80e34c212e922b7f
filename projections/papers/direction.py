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
    end = 0
    for found in (_LEFT_WITHIN if whole else _RIGHT_WITHIN).finditer(text):
        if found.start() > end:
            yield text[end : found.start()], whole
        yield found[0], not whole
        end = found.end()
    if text[end:]:
        yield text[end:], whole
