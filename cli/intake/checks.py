"""Cross-checks between the parts of one paper: each that fails is a warning, none changes what was read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from cli.intake.paper import Masthead, Paper, PaperItem, PaperSitting
from cli.intake.why import Doubts

_ANNEX: Final = re.compile(r"\b(?:see|in|to|as) (?:the )?annex\b", re.IGNORECASE)


def check(paper: Paper, said: Sequence[tuple[int, str]], doubts: Doubts) -> None:
    """Every cross-check between the list of items, the annotations and the organization of work."""
    items = list(_all_items(paper.items))
    _check_documents(items, doubts)
    if not paper.organization_of_work:
        _check_annex(said, doubts)
        return
    _check_announced(paper, said, doubts)
    _check_opening(paper, doubts)
    _check_items(items, paper.organization_of_work, doubts)
    _check_continued(paper.organization_of_work, doubts)
    _check_days(paper.masthead, paper.organization_of_work, doubts)


def _all_items(items: Sequence[PaperItem]) -> Iterator[PaperItem]:
    for item in items:
        yield item
        yield from _all_items(item.items)


def _check_documents(items: Sequence[PaperItem], doubts: Doubts) -> None:
    seen: set[str] = set()
    for item in items:
        if item.documents and item.documentation == "none_foreseen":
            doubts.add("documentation_contradicts", item.line, f"{item.number} {item.title}")
        for document in item.documents:
            if document.symbol in seen:
                doubts.add("document_listed_twice", document.line, document.symbol or "")
            seen |= {document.symbol} if document.symbol else set()


def _check_annex(said: Sequence[tuple[int, str]], doubts: Doubts) -> None:
    for line, sentence in said:
        if _ANNEX.search(sentence):
            doubts.add("annex_not_read", line, sentence)


def _check_announced(paper: Paper, said: Sequence[tuple[int, str]], doubts: Doubts) -> None:
    announced, read = paper.services and paper.services.sittings, len(paper.organization_of_work)
    if announced is not None and announced != read:
        line = next((line for line, text in said if "meetings" in text or "sittings" in text), 1)
        doubts.add("announced_sittings_differ", line, f"{announced} announced, {read} read")


def _check_opening(paper: Paper, doubts: Doubts) -> None:
    first = paper.organization_of_work[0]
    if paper.opens and first.start and paper.opens != first.start:
        doubts.add("opening_differs", first.line, f"{paper.opens:%H:%M}, {first.start:%H:%M}")


def _check_items(items: Sequence[PaperItem], sittings: Sequence[PaperSitting], doubts: Doubts) -> None:
    """An item has its place where it, its sub-items, or the item it stands under is in a sitting."""
    placed = {slot.number for sitting in sittings for slot in sitting.items}
    above = {" ".join(number.split(" ")[:depth]) for number in placed for depth in (1, 2)}
    for item in items:
        parts = item.number.split(" ")
        covered = any(" ".join(parts[:depth]) in placed for depth in range(1, len(parts) + 1))
        if not covered and item.number not in above:
            doubts.add("item_missing_in_timetable", item.line, f"{item.number} {item.title}")


def _check_continued(sittings: Sequence[PaperSitting], doubts: Doubts) -> None:
    seen: set[str] = set()
    for sitting in sittings:
        for slot in sitting.items:
            if slot.continued != (slot.number in seen):
                doubts.add("continued_unclear", slot.line, slot.number)
            seen.add(slot.number)


def _check_days(masthead: Masthead, sittings: Sequence[PaperSitting], doubts: Doubts) -> None:
    if not masthead.starts or not masthead.ends:
        return
    held = {sitting.date for sitting in sittings}
    line = masthead.lines.get("starts", 1)
    for offset in range(min((masthead.ends - masthead.starts).days, 366) + 1):
        day = masthead.starts + timedelta(days=offset)
        if day not in held and day.isoweekday() <= 5:  # noqa: PLR2004 - Friday: nobody meets at a weekend
            doubts.add("day_without_sitting", line, day.isoformat())
