"""What a paper says of the languages it is printed in: what is missing, and what no one has made official."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from projections.agenda import ItemView
from projections.papers.items import deleted, named
from projections.papers.layout import Block, Paragraph
from projections.wording import Wording, wording


def languages(every: Sequence[ItemView], lang: str | None) -> Iterator[Block]:
    """Which titles are not in the language asked for, and which are in a wording no one has made official."""
    words = wording(lang)
    items = [item for item in every if not deleted(item)]
    shown: dict[str, list[ItemView]] = {}
    for item in items:
        shown.setdefault(item.title.in_language(lang)[1], []).append(item)
    missing = {other: of for other, of in shown.items() if lang is not None and other != lang}
    for other, of in missing.items():
        which = "" if of == items else words.say.which_items.format(items=_items(of, words))
        told = {"language": words.named(lang or ""), "which": which, "other": words.named(other)}
        yield Paragraph(words.say.not_available.format(**told))
    unofficial = [item for item in items if item.title.in_language(lang)[1] in item.title.unofficial]
    if unofficial:
        yield Paragraph(words.say.unofficial.format(items=_items(unofficial, words)))
    yield from as_recorded(lang)


def as_recorded(lang: str | None) -> Iterator[Block]:
    """In another language than English: that names and texts of the record are in none but their own."""
    words = wording(lang)
    if words.language != "en":
        yield Paragraph(words.say.as_recorded)


def elsewhere(originals: set[str], lang: str | None) -> Iterator[Block]:
    """Annotations and documents are kept in their original language only."""
    if lang is not None and originals - {lang}:
        words = wording(lang)
        named_ = words.listed(sorted(map(words.named, originals)))
        yield Paragraph(words.say.shown_in.format(languages=named_))


def _items(items: Sequence[ItemView], words: Wording) -> str:
    numbers = [item.number for item in items if item.number is not None]
    head = [words.numbers(numbers)] if numbers else []
    return words.listed([*head, *(named(item, words.language) for item in items if item.number is None)])
