"""The footnotes of an agenda: what its items mean, and on what understanding they stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from domain.late import dataclass
from projections.agenda import AgendaView, Edition, ItemView
from projections.papers.amendments import decided
from projections.papers.items import deleted
from projections.wording import Wording, wording
from projections.words import unstopped

_SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
_DIGITS = str.maketrans("0123456789", _SUPERSCRIPTS)


@dataclass(frozen=True)
class Footnote:
    """A footnote: its mark, the item it belongs to or None for the whole agenda, its text, the entry it came from."""

    mark: str
    item: str | None
    text: str
    entry: int | None = None


def footnotes(agenda: AgendaView, first: int, lang: str | None = None) -> Sequence[Footnote]:
    """The footnotes in the order of the list, those to the whole agenda first, marked from `first` on."""
    if agenda.edition is Edition.PROVISIONAL:
        return ()
    words = wording(lang)
    found = [
        *_understood(agenda, None, words),
        *(one for item in agenda.items for one in _of(agenda, item, words)),
    ]
    return [
        Footnote(str(rank).translate(_DIGITS), item, text, entry)
        for rank, (item, text, entry) in enumerate(found, start=first)
    ]


def marks(notes: Sequence[Footnote], item: str | None) -> str:
    """The marks that stand after an item, or after the heading."""
    return "\N{THIN SPACE}".join(one.mark for one in notes if one.item == item)


_Found = tuple[str | None, str, int | None]


def _of(agenda: AgendaView, item: ItemView, words: Wording) -> Iterator[_Found]:
    if not deleted(item):
        yield from _meant(agenda, item, words)
    if agenda.edition is Edition.CURRENT:
        yield from ((item.id, text, entry) for text, entry in decided(agenda, item.id, words))


def _meant(agenda: AgendaView, item: ItemView, words: Wording) -> Iterator[_Found]:
    if not item.considered:
        yield item.id, words.say.not_considered, None
    for text in item.footnotes:
        yield item.id, f"{unstopped(text)}.", None
    if item.allocated and agenda.edition is Edition.CURRENT:
        to = [words.say.plenary if one == "plenary" else one for one in item.allocated]
        yield item.id, words.say.allocated.format(to=words.listed(to)), None
    yield from _understood(agenda, item.id, words)


def _understood(agenda: AgendaView, item: str | None, words: Wording) -> Iterator[_Found]:
    for one in agenda.understandings:
        if one.item == item:
            yield item, words.say.understanding.format(text=unstopped(one.text)), one.entry


def as_json(agenda: AgendaView) -> list[Mapping[str, object]]:
    """The understandings for other programs."""
    return [{"item": one.item, "text": one.text, "entry": one.entry} for one in agenda.understandings]
