"""Entries under "Documentation": a title, who prepared it, a symbol."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from cli.intake.pages import joined
from cli.intake.paper import PaperDocument
from cli.intake.source import Line
from cli.intake.why import Doubts
from cli.intake.words import LONGEST_SENTENCE, SYMBOL, one_symbol

_BRACKETED: Final = re.compile(r"\((?P<inside>[^()]{3,120}(?:\([A-Z0-9]{1,8}\))?[^()]{0,20})\)[.;,]?$")
_SYMBOL: Final = re.compile(rf"(?<![\w/]){SYMBOL}")
_AUTHOR: Final = re.compile(
    r"\b(?:[Pp]repared|[Ss]ubmitted|[Nn]ote|[Rr]eport|[Pp]aper) by (?:the )?"
    r"(?P<author>[^\W\d_][^,;()]{1,80}?)"
    r"(?= (?:on|concerning|containing|entitled|regarding|transmitting|pursuant)\b|[,;(]|$)"
)
_NONE: Final = re.compile(r"(?:None|No documentation)[^/]{0,60}\.?", re.IGNORECASE)


@dataclass
class Documents:
    """The documentation of one item while it is read. `announced` is the line of its heading."""

    announced: int | None = None
    found: list[PaperDocument] = field(default_factory=list)
    none_foreseen: bool = False
    waiting: list[tuple[int, str]] = field(default_factory=list)

    def take(self, line: Line, words: str, doubts: Doubts) -> None:
        """Take one line; an entry ends with its symbol, or with an address of the web."""
        if not self.waiting and not self.found and _NONE.fullmatch(words):
            self.none_foreseen = True
            return
        self.waiting.append((line.number, words))
        if one_symbol(words.rpartition(" ")[2].rstrip(".;,")) or _in_brackets(words) or words.startswith("http"):
            self.close(doubts)

    def close(self, doubts: Doubts) -> None:
        """End the entry being read, even without a symbol."""
        if not self.waiting:
            return
        number, text = self.waiting[0][0], joined(self.waiting, doubts)
        self.waiting = []
        self.found.append(_document(number, text, doubts))


def _in_brackets(words: str) -> str | None:
    """The symbols in the brackets at the end of an entry, as they stand."""
    match = _BRACKETED.search(words[-200:])
    return match["inside"] if match and _first_symbol(match["inside"]) else None


def _first_symbol(text: str) -> str | None:
    return next((match[0] for match in _SYMBOL.finditer(text) if one_symbol(match[0])), None)


def _document(number: int, text: str, doubts: Doubts) -> PaperDocument:
    inside = _in_brackets(text)
    bare = text.rstrip(".;,")
    symbol = _first_symbol(inside) if inside else one_symbol(bare.rpartition(" ")[2])
    if symbol is None:
        doubts.add("document_without_symbol", number, text)
    elif inside and one_symbol(inside) is None:
        doubts.add("symbol_unclear", number, inside)
    ends = text.rfind("(" + inside) if inside else len(bare) - len(symbol or "")
    title = text[:ends].strip(" ,;:-") if symbol else text
    if symbol and _first_symbol(title[-LONGEST_SENTENCE:]):
        doubts.add("symbol_unclear", number, text)
    author = _AUTHOR.search(title[:LONGEST_SENTENCE])
    return PaperDocument(
        symbol=symbol, title=title or None, prepared_by=author["author"] if author else None, line=number
    )
