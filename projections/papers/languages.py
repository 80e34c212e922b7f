"""What a paper says of the languages it is printed in: what is missing, and what no one has made official."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from projections.agenda import ItemView
from projections.papers import layout
from projections.papers.items import deleted, named
from projections.papers.layout import Block, Paragraph
from projections.words import language, listed


def languages(every: Sequence[ItemView], lang: str | None) -> Iterator[Block]:
    """Which titles are not in the language asked for, and which are in a wording no one has made official."""
    items = [item for item in every if not deleted(item)]
    shown: dict[str, list[ItemView]] = {}
    for item in items:
        shown.setdefault(item.title.in_language(lang)[1], []).append(item)
    missing = {other: of for other, of in shown.items() if lang is not None and other != lang}
    for other, of in missing.items():
        which = "" if of == items else f": {_items(of)}"
        yield Paragraph(f"Not available in {language(lang or '')}{which}; shown in {language(other)}.")
    unofficial = [item for item in items if item.title.in_language(lang)[1] in item.title.unofficial]
    if unofficial:
        yield Paragraph(f"Unofficial wording: {_items(unofficial)}.")


def elsewhere(originals: set[str], lang: str | None) -> Iterator[Block]:
    """Annotations and documents are kept in their original language only."""
    if lang is not None and originals - {lang}:
        yield Paragraph(f"Annotations and documents are shown in {listed(sorted(map(language, originals)))}.")


def _items(items: Sequence[ItemView]) -> str:
    numbers = [item.number.replace(" ", layout.TIED) for item in items if item.number is not None]
    head = [f"item{'s' if len(numbers) > 1 else ''} {listed(numbers)}"] if numbers else []
    return listed([*head, *(named(item) for item in items if item.number is None)])
