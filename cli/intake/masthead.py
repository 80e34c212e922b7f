"""The head of a paper: who meets, where, when, and under which symbol."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from cli.intake.days import span
from cli.intake.footnotes import without_title_marks
from cli.intake.pages import cells, is_job_number, joined
from cli.intake.paper import Masthead
from cli.intake.sections import Block, blocks
from cli.intake.source import Line
from cli.intake.why import Doubts
from cli.intake.words import LANGUAGES, ORDINALS, any_of, counted, one_symbol

_LONGEST: Final = 250  # characters of a line at the head
_WRAPPED_FROM: Final = 55  # a line shorter than this was not cut by the width of the page

_DISTRIBUTION: Final = re.compile(r"Distr(?:\.|ibution)?:? ?(?P<value>[A-Z][a-z]+)")
_ORIGINAL: Final = re.compile(r"Original: ?(?P<value>[A-Z][a-z]+)(?: only)?")
_PLACE: Final = re.compile(r"(?P<place>[A-Z][^\d]{1,79}?),? (?P<days>(?:from )?(?:[A-Z][a-z]+day,? )?\d.{5,60})")
_TITLE: Final = re.compile(
    r"(?:Draft )?(?:Annotated|Provisional|Revised)? ?(?:annotated )?(?:provisional )?agenda", re.IGNORECASE
)
_UNDER_ITEM: Final = re.compile(r"(?:Agenda item|Item) \d{1,3}(?: \([a-z]\))?(?: of the (?:provisional )?agenda)?\*?")
_COUNT: Final = rf"(?P<count>{any_of(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
_MEETING: Final = re.compile(
    rf"(?:The )?{_COUNT} (?:session|meeting)(?: of the (?P<body>[A-Z].{{2,200}}))?", re.IGNORECASE
)
_VENUE: Final = re.compile(r"(?:Session|Meeting) to be held (?:at|in) (?:the )?(?P<venue>[A-Z][^.;]{2,120})\.?")
_NAME: Final = re.compile(r"[^\W\d_a-z⁰¹²³⁴⁵⁶⁷⁸⁹][^.;:]{2,249}")


@dataclass
class _Head:
    """What has been found so far; names keep their order, from the widest body to the one that meets."""

    found: Masthead = field(default_factory=Masthead)
    names: list[tuple[int, str]] = field(default_factory=list)
    title_line: int | None = None


def read_masthead(lines: Sequence[Line], doubts: Doubts) -> Masthead:
    """The head of the paper; whatever of it cannot be told is a warning, and so is what is missing."""
    head = _Head()
    for block in blocks(lines):
        for number, text in _pieces(block, doubts):
            if not _take(head, number, text, doubts):
                doubts.add("unexplained_line", number, text)
    _name_body(head, doubts)
    first = next((line.number for line in lines if line.text.strip()), 1)
    place = head.title_line or first
    text = next((line.words for line in lines if line.number == place and line.text.strip()), "")
    warn_of_missing(head.found, place, text, doubts)
    return head.found


def warn_of_missing(found: Masthead, line: int, text: str, doubts: Doubts) -> None:
    """Warn of what a head should say and this one does not."""
    missing = {
        "own_symbol_absent": found.symbol,
        "body_not_found": found.body,
        "place_and_days_not_found": found.place,
    }
    for name, value in missing.items():
        if value is None:
            doubts.add(name, line, text)


def _pieces(block: Block, doubts: Doubts) -> list[tuple[int, str]]:
    """The cells of the block, a long name cut by the width of the page put together with a warning."""
    pieces: list[tuple[int, str]] = []
    for line in block.lines:
        for text in cells(line):
            if pieces and line.number > pieces[-1][0] and _continues(pieces[-1][1], text):
                doubts.add("line_joined", line.number, text)
                text = joined([pieces[-1], (line.number, text)], doubts)  # noqa: PLW2901 - the line is longer now
                pieces[-1] = (pieces[-1][0], text)
            else:
                pieces.append((line.number, text))
    return pieces


def _continues(before: str, text: str) -> bool:
    if not _WRAPPED_FROM <= len(before) <= _LONGEST or not _NAME.fullmatch(before):
        return False
    scratch = _Head()
    return not _take_fact(scratch, 0, before) and not _take_fact(scratch, 0, text)


def _take(head: _Head, number: int, text: str, doubts: Doubts) -> bool:
    if len(text) > _LONGEST:
        return False
    if _take_fact(head, number, text):
        _check_days(head, number, text, doubts)
        return True
    if head.found.place is None and head.title_line is None and _NAME.fullmatch(text):
        head.names.append((number, text))
        return True
    return False


def _take_fact(head: _Head, number: int, text: str) -> bool:
    """Whether the line states one of the facts of a head that has not been stated yet."""
    if _TITLE.fullmatch(without_title_marks(text)):
        head.title_line = head.title_line or number
        return True
    if _UNDER_ITEM.fullmatch(text) or is_job_number(text) or text == "United Nations":
        return True
    facts = _facts(text)
    if not facts or any(getattr(head.found, name) is not None for name in facts):
        return False
    lines = head.found.lines | dict.fromkeys(facts, number)
    head.found = replace(head.found, lines=lines, **facts)  # type: ignore[arg-type]
    return True


def _facts(text: str) -> dict[str, object]:
    if symbol := one_symbol(text):
        return {"symbol": symbol}
    if match := _DISTRIBUTION.fullmatch(text):
        return {"distribution": match["value"]}
    if (match := _ORIGINAL.fullmatch(text)) and match["value"].lower() in LANGUAGES:
        return {"original_language": LANGUAGES[match["value"].lower()]}
    if (issued := span(text)) and issued.starts and issued.starts == issued.ends:
        return {"issued": issued.starts}
    if match := _MEETING.fullmatch(text):
        return {"ordinal": counted(match["count"])} | ({"body": match["body"]} if match["body"] else {})
    if match := _VENUE.fullmatch(text):
        return {"venue": match["venue"]}
    if (match := _PLACE.fullmatch(text)) and (days := span(match["days"])):
        return {"place": match["place"].strip(), "starts": days.starts, "ends": days.ends}
    return {}


def _check_days(head: _Head, number: int, text: str, doubts: Doubts) -> None:
    match = _PLACE.fullmatch(text)
    days = span(match["days"]) if match else None
    if not days or head.found.lines.get("place") != number:
        return
    if not days.has_year:
        doubts.add("date_without_year", number, text)
    elif not days.starts or not days.ends or days.starts > days.ends:
        doubts.add("date_unclear", number, text)
        head.found = replace(head.found, starts=None, ends=None)


def _name_body(head: _Head, doubts: Doubts) -> None:
    """The last name above the place is the body, the one above it its parent."""
    names = list(head.names)
    if head.found.body is None and names:
        number, body = names.pop()
        head.found = replace(head.found, body=body, lines=head.found.lines | {"body": number})
    if names:
        number, parent = names[-1]
        head.found = replace(head.found, parent_body=parent, lines=head.found.lines | {"parent_body": number})
    if len(names) > 1:
        doubts.add("two_parents", names[-1][0], "; ".join(name for _, name in names))
