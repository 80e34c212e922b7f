"""Automatic numbers of Word: they stand nowhere in the text, and are counted as ISO/IEC 29500-1, 17.9, tells."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cli.intake.numbers import as_printed
from cli.intake.xml_tree import attribute, child, local

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS: Final = 9
_MOST: Final = 780  # a number of letters or Roman numerals beyond it would be longer than any title
_MOST_STYLES: Final = 20  # a style is based on another, and so on; real ones stop after three or four
_PLACEHOLDER: Final = re.compile(r"%(\d)")
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def _letters(count: int) -> str:
    """a, b ... z, aa, bb: 17.18.59, lowerLetter."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if 0 < count <= _MOST else str(count)


def _roman(count: int) -> str:
    if not 0 < count <= _MOST:
        return str(count)
    said = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        said += letters * times
    return said


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "none": lambda _count: "",
}
_SMALL: Final = frozenset({"lowerLetter", "lowerRoman"})


@dataclass(frozen=True, kw_only=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    style: str | None = None


@dataclass
class _List:
    """A definition of nine levels, and how far each has been counted."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbers:
    """The numbers of one document, told in the order of its paragraphs."""

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._of_number: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._styles = {attribute(each, "styleId") or "": each for each in _named(styles, "style")}
        self._default = next(
            (key for key, each in self._styles.items()
             if attribute(each, "default") in {"1", "true"} and attribute(each, "type") == "paragraph"),
            "",
        )  # fmt: skip
        links: dict[str, str] = {}
        abstract = {attribute(each, "abstractNumId") or "": each for each in _named(numbering, "abstractNum")}
        for key, each in abstract.items():
            if (linked := _value(each, "styleLink")) is not None:
                links[linked] = key
        for key, each in abstract.items():
            wanted = links.get(_value(each, "numStyleLink") or "", key)
            self._lists[key] = _List(levels=_levels(abstract[wanted]))
        for each in _named(numbering, "num"):
            self._add(each)

    def label(self, paragraph: _Element) -> str | None:
        """The number before the paragraph, "" for none; None where there is one that cannot be worked out."""
        number, depth = self._numbered(child(paragraph, "pPr"))
        if number is None or number == "0":
            return ""
        if number not in self._of_number:
            return ""  # 17.9.18: a reference to a definition that is not there is no number
        key, own_levels, starts = self._of_number[number]
        held = self._lists[key]
        levels = held.levels | own_levels
        if depth not in levels:
            return ""
        self._count(held, levels, number, depth, starts)
        return _label(levels, held.counts, depth)

    def _add(self, num: _Element) -> None:
        key = _value(num, "abstractNumId")
        if key not in self._lists:
            return
        own: dict[int, _Level] = {}
        starts: dict[int, int] = {}
        for override in _named(num, "lvlOverride"):
            depth = _int(attribute(override, "ilvl"), 0)
            own |= _levels(override)
            if (start := _value(override, "startOverride")) is not None:
                starts[depth] = _int(start, 1)
        self._of_number[attribute(num, "numId") or ""] = (key, own, starts)

    def _count(self, held: _List, levels: dict[int, _Level], number: str, depth: int, starts: dict[int, int]) -> None:
        """One more at this depth; what stands deeper begins anew, unless its restart says otherwise (17.9.10)."""
        for above in range(depth):
            held.counts.setdefault(above, levels[above].start if above in levels else 1)
        if depth in starts and (number, depth) not in self._begun:
            held.counts[depth] = starts[depth]
        else:
            held.counts[depth] = held.counts.get(depth, levels[depth].start - 1) + 1
        self._begun.add((number, depth))
        for below in range(depth + 1, _LEVELS):
            restart = levels[below].restart if below in levels else None
            if restart is None or depth < restart:
                held.counts.pop(below, None)

    def _numbered(self, properties: _Element | None) -> tuple[str | None, int]:
        """The list and the depth of a paragraph, its own or its style's."""
        own = child(properties, "numPr")
        number, depth = _value(own, "numId"), _value(own, "ilvl")
        style = _value(properties, "pStyle") or self._default
        if number is not None:
            return number, _int(depth, self._depth_of_style(number, style))
        seen = 0
        while (found := self._styles.get(style)) is not None and seen < _MOST_STYLES:
            inherited = child(child(found, "pPr"), "numPr")
            if (number := _value(inherited, "numId")) is not None:
                said = depth if depth is not None else _value(inherited, "ilvl")
                return number, _int(said, self._depth_of_style(number, style))
            style, seen = _value(found, "basedOn") or "", seen + 1
        return None, 0

    def _depth_of_style(self, number: str, style: str) -> int:
        """17.9.23: the level that names the style."""
        known = self._of_number.get(number)
        levels = self._lists[known[0]].levels if known else {}
        return next((depth for depth, level in levels.items() if level.style == style and style), 0)


def _label(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str | None:
    level = levels[depth]
    if level.form == "bullet":
        return "-"
    shown = _PLACEHOLDER.findall(level.text)
    said = level.text
    for place in shown:
        at = int(place) - 1
        form = _FORMATS.get(levels[at].form if at in levels else "decimal")
        if form is None:
            return None
        said = said.replace(f"%{place}", form(counts.get(at, levels[at].start if at in levels else 1)))
    return as_printed(said, letters=level.form in _SMALL) if shown == [str(depth + 1)] else said


def _levels(definition: _Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for level in _named(definition, "lvl"):
        restart = _value(level, "lvlRestart")
        found[_int(attribute(level, "ilvl"), 0)] = _Level(
            start=_int(_value(level, "start"), 1),
            form=_value(level, "numFmt") or "decimal",
            text=_value(level, "lvlText") or "",
            restart=_int(restart, 0) if restart is not None else None,
            style=_value(level, "pStyle"),
        )
    return found


def _named(element: _Element | None, name: str) -> list[_Element]:
    return [] if element is None else [below for below in element if local(below) == name]


def _value(element: _Element | None, name: str) -> str | None:
    """The value of the child of that name."""
    found = child(element, name)
    return None if found is None else attribute(found, "val")


def _int(text: str | None, default: int) -> int:
    """The number, where it is one that a list can have."""
    return int(text) if text and text.isascii() and text.lstrip("-").isdecimal() and len(text) <= 6 else default  # noqa: PLR2004
