"""Numbers of items as papers write them, in the one form `nemcon read` gives: "1", "1 (a)", "1 (a) (i)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_ROMAN: Final = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()  # noqa: SIM905
_BULLETS: Final = "-‐‑‒–—−•*·◦▪ "  # noqa: RUF001 - what lists are marked with

_FULL: Final = re.compile(
    r"(?P<word>Item )?(?P<top>\d{1,6})(?P<dot>[.:])?(?: ?\((?P<letter>[a-z]{1,2})\))?(?: ?\((?P<roman>[ivx]{1,5})\))?"
    r"[.:]?(?: |$)",
    re.IGNORECASE,
)
_GLUED: Final = re.compile(r"(?P<word>Item )?(?P<top>\d{1,6})(?P<dot>\.)(?=[^\W\d])", re.IGNORECASE)
_LABEL: Final = re.compile(r"[\[(]?(?P<mark>\d{1,6}|[a-z]{1,5})[\])]?\.?")
_SUB: Final = re.compile(r"\((?P<letter>[a-z]{1,5})\)(?: |$|(?=[A-Z]))")


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """A line that begins with a number; `spelled` when it says "Item 3" or "3 (a)", which nothing else does."""

    number: str
    title: str
    spelled: bool


def numbered(line: str, after: str | None) -> Numbered | None:
    """The number and the title of a line, where it begins with one; `after` is the number of the item before it.

    A bare "3" without its stop is no number of an item, and "(a)" stands under the item before it.
    """
    text = line.lstrip(_BULLETS)
    full = _FULL.match(text) or _GLUED.match(text)
    if full:
        parts = full.groupdict()
        spelled = bool((parts["word"] and parts["dot"]) or parts.get("letter"))
        if not spelled and not parts["word"] and not parts["dot"]:
            return None
        number = joined(parts["top"], parts.get("letter"), parts.get("roman"))
        return Numbered(number=number, title=text[full.end() :].strip(), spelled=spelled)
    sub = _SUB.match(text)
    if sub and after is not None:
        return Numbered(number=_under(sub["letter"], after), title=text[sub.end() :].strip(), spelled=False)
    return None


def joined(top: str, letter: str | None, roman: str | None) -> str:
    """The number in full, "1 (a)" from "1" and "a"."""
    return " ".join([str(int(top)), *(f"({part.lower()})" for part in (letter, roman) if part)])


def as_printed(label: str, *, letters: bool) -> str:
    """A number that is known to be one, as papers print it: "1" and "1)" as "1."; of `letters`, "a." as "(a)"."""
    match = _LABEL.fullmatch(label)
    if not match or label.startswith("(") or (match["mark"].isdecimal() == letters):
        return label
    return f"({match['mark']})" if letters else f"{match['mark']}."


def parent(number: str) -> str | None:
    """The number of the item a sub-item stands under; None for an item."""
    return number.rpartition(" ")[0] or None


def follows(number: str, before: str | None) -> bool:
    """Whether the number is the next one among its likes, `before` being the last of them, or the first."""
    mark = number.rpartition(" ")[2].strip("()")
    last = before.rpartition(" ")[2].strip("()") if before else None
    if mark.isdecimal():
        return int(mark) == (int(last) if last else 0) + 1
    rows = (_ROMAN, _letters()) if number.count("(") > 1 else (_letters(),)
    return any(mark in row and row.index(mark) == (row.index(last) + 1 if last in row else 0) for row in rows)


def _letters() -> list[str]:
    single = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    return single + [letter * 2 for letter in single]


def _under(letter: str, after: str) -> str:
    """The number that "(i)" takes after 1 (h) or after 1 (a): a letter where it is the next, a Roman number else."""
    top, *marks = after.split(" ")
    as_letter = f"{top} ({letter})"
    if not marks or letter not in _ROMAN or follows(as_letter, f"{top} {marks[0]}"):
        return as_letter
    # A list of Roman numerals begins with (i): what follows 127 (s) as (x) is a letter.
    if len(marks) == 1 and letter in "vx":
        return as_letter
    return f"{top} {marks[0]} ({letter})"
