"""Item numbers: how they are typed, printed, ordered and given out.

A number is printed "1", "1 (a)", "1 (a) (i)" and typed `1`, `1a`, `1a.i`; it is a label, never an identity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LETTERED = 2  # the level of (a), (b) ...; below it (i), (ii) ...
_COUNTED = 400  # no item has more sub-items
_ROMAN = (("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_PRINTED = re.compile(r"(\d{1,4}[a-z]?)(?: \(([a-z]{1,2})\))?(?: \(([ivx]{1,7})\))?")
_TYPED = re.compile(r"(\d{1,4})(?:\.?([a-z]{1,2}))?(?:\.([ivx]{1,7}))?")


def letter(rank: int) -> str:
    """The sub-item letter of a rank from 1: a ... z, aa, ab ..."""
    letters = ""
    while rank > 0:
        rank, rest = divmod(rank - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def roman(rank: int) -> str:
    """The lower-case Roman numeral of a rank from 1."""
    numeral = ""
    for sign, worth in _ROMAN:
        while rank >= worth:
            numeral, rank = numeral + sign, rank - worth
    return numeral


@dataclass(frozen=True, order=True)
class ItemNumber:
    """The parts of an item's number, outermost first: ("1", "a", "i")."""

    parts: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join([self.parts[0], *(f"({part})" for part in self.parts[1:])])

    @classmethod
    def parse(cls, text: str) -> ItemNumber:
        """The number that `text` types or prints; refuses anything else with `ValueError`."""
        word = " ".join(text.lower().split())
        found = _TYPED.fullmatch(word) or _PRINTED.fullmatch(word)
        if not found:
            message = f"{text!r} is not an item number; type 2, 1a or 4a.ii"
            raise ValueError(message)
        return cls(tuple(part for part in found.groups() if part))

    @classmethod
    def read(cls, printed: str) -> ItemNumber:
        """The number as a paper printed it, however it numbers: what is not of our form is one part."""
        head, *below = printed.split(" (")
        parts = tuple(part.removesuffix(")") for part in below)
        return cls((head, *parts)) if all(parts) else cls((printed,))

    @property
    def rank(self) -> int:
        """Its rank among its siblings as their numbers count, or 0 where it does not count as ours do."""
        last, depth = self.parts[-1], len(self.parts)
        if depth == 1:
            return int(last) if last.isdecimal() else 0
        sign = letter if depth == _LETTERED else roman
        return next((rank for rank in range(1, _COUNTED) if sign(rank) == last), 0)

    def child(self, rank: int) -> ItemNumber:
        """The conventional number of the sub-item of this rank."""
        return ItemNumber((*self.parts, letter(rank) if len(self.parts) == 1 else roman(rank)))


def conventional(parent: ItemNumber | None, rank: int) -> ItemNumber:
    """The number a secretariat gives to the item of this rank (from 1) under `parent`."""
    return ItemNumber((str(rank),)) if parent is None else parent.child(rank)
