"""Footnotes are set apart, wherever on the page they stand; their marks are taken off the words.

A block is a footnote only where its mark is also found on a word: otherwise it is left, and whoever meets it warns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from cli.intake.pages import joined
from cli.intake.paper import Footnote
from cli.intake.source import Line
from cli.intake.why import Doubts

_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED: Final = str.maketrans(_RAISED, "0123456789")
_NOTE: Final = re.compile(rf"\s*(?P<mark>\*{{1,3}}|[{_RAISED}]{{1,2}}|\d{{1,2}})/?\s+(?P<text>[^\W\d_\t].*)")
_GLUED_NOTE: Final = re.compile(rf"\s*(?P<mark>\*{{1,3}}|[{_RAISED}]{{1,2}})(?P<text>[^\W\d_].*)")
_RULE: Final = re.compile(r"\s*[_\u2500\u2014-]{5,}\s*")

# On a word or on the stop after it: "agenda*", "migrants1", "crime.2"; a word of two letters is more likely a code.
_MARK: Final = re.compile(
    rf"(?:(?<=[a-z]{{3}})|(?<=[a-z][.,;)]))(?P<digits>\d{{1,2}})(?![\w/.-])"
    rf"|(?<=\w)(?P<stars>\*{{1,3}})(?![\w*])|(?<=[\w.,;)])(?P<raised>[{_RAISED}]{{1,2}})"
)
_ABBREVIATION: Final = re.compile(
    r"(?:rev|add|corr|amend|inf|crp|para|paras|art|arts|no|nos|vol|chap|sect)\.", re.IGNORECASE
)
_LONGEST_WORD: Final = 200
_TITLE_MARKS: Final = re.compile(r"(?<=agenda)(?: ?\d{1,2},?)+\s*$", re.IGNORECASE)


@dataclass
class _Open:
    """A footnote while its lines are read."""

    mark: str
    line: int
    parts: list[tuple[int, str]] = field(default_factory=list)


def without_footnotes(lines: Sequence[Line], doubts: Doubts) -> tuple[list[Line], tuple[Footnote, ...]]:
    """The lines with footnotes and their marks taken out, and the footnotes."""
    used = {mark for line in lines for mark in _marks(line.text)}
    notes: list[_Open] = []
    kept = list(_kept(lines, used, notes))
    known = {note.mark for note in notes}
    footnotes = tuple(Footnote(mark=n.mark, text=joined(n.parts, doubts), line=n.line) for n in notes)
    return [_without_marks(line, known, doubts) for line in kept], footnotes


def without_title_marks(text: str) -> str:
    """A title without the marks that follow it: "Annotated provisional agenda 1, 2"."""
    return _TITLE_MARKS.sub("", text).rstrip("* ")


def _marks(text: str) -> Iterator[str]:
    if len(text) < 200:  # noqa: PLR2004 - a title is short
        for match in _TITLE_MARKS.finditer(text):
            yield from re.findall(r"\d{1,2}", match[0])
    for match in _MARK.finditer(text):
        if _on_a_word(match):
            yield match[0].translate(_LOWERED)


def _on_a_word(match: re.Match[str]) -> bool:
    """Whether the mark follows a word, and not a symbol, an address or an abbreviation: "/Rev.1", "para.2"."""
    if not match["digits"]:
        return True
    before = match.string[max(0, match.start() - _LONGEST_WORD) : match.start()]
    word = before.split(" ")[-1]
    return "/" not in word and not _ABBREVIATION.fullmatch(word.lstrip("("))


def _kept(lines: Sequence[Line], used: set[str], notes: list[_Open]) -> Iterator[Line]:
    """The lines outside footnotes, a blank one in the place of each that is taken out."""
    inside, may_start = False, True
    for line in lines:
        blank = not line.text.strip() or _RULE.fullmatch(line.text) is not None
        inside = inside and not blank and not line.page_start
        note = _note(line, used) if inside or may_start or line.page_start else None
        if note:
            notes.append(note)
            inside = True
        elif inside:
            notes[-1].parts.append((line.number, line.words))
        yield replace(line, text="") if inside or blank else line
        may_start = inside or blank


def _note(line: Line, used: set[str]) -> _Open | None:
    match = _NOTE.fullmatch(line.text) or _GLUED_NOTE.fullmatch(line.text)
    mark = match["mark"].translate(_LOWERED) if match else None
    if not match or mark not in used:
        return None
    return _Open(mark=mark, line=line.number, parts=[(line.number, " ".join(match["text"].split()))])


def _without_marks(line: Line, known: set[str], doubts: Doubts) -> Line:
    def taken(match: re.Match[str]) -> str:
        if not _on_a_word(match):
            return match[0]
        if match[0].translate(_LOWERED) in known:
            return ""
        if "://" not in line.text:
            doubts.add("footnote_unclear", line.number, line.text[max(0, match.start() - 40) : match.end() + 40])
        return match[0]

    after_title = _TITLE_MARKS.search(line.text) if len(line.text) < _LONGEST_WORD else None
    if after_title and not known.issuperset(re.findall(r"\d{1,2}", after_title[0])):
        doubts.add("footnote_unclear", line.number, line.text)
    return replace(line, text=_MARK.sub(taken, line.text))
