"""How an agenda and its items are named in Akoma Ntoso: the IRIs of its versions, and the ids of its items.

The naming convention is that of OASIS (Akoma Ntoso Naming Convention 1.0, sections 4 and 5), with the subtypes of the
profile for the United Nations, AKN4UN: an agenda is a `debateReport` of the subtype `agenda`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import Final

from projections.agenda import AgendaView, Edition, ItemView
from projections.meetings import MeetingView

# Section 4.6.1: languages by ISO 639-2; another one keeps the code it is known by.
_LANGUAGES: Final = {"ar": "ara", "zh": "zho", "en": "eng", "fr": "fra", "ru": "rus", "es": "spa"}
_UNFIT = re.compile(r"[^\w.]+")


def slug(text: str) -> str:
    """A symbol or a key as a part of an IRI: CTOC-COP-WG.7-2020-1."""
    return _UNFIT.sub("-", text).strip("-")


def three_letters(language: str) -> str:
    """The code of a language by ISO 639-2: "eng"."""
    return _LANGUAGES.get(language, language)


@dataclass(frozen=True)
class Iris:
    """The IRIs of one version of an agenda: the work, what was first issued of it, and the version itself."""

    work: str
    first: str
    expression: str


def iris(meeting: MeetingView, agenda: AgendaView, language: str, *, annotated: bool) -> Iris:
    """All editions are versions of one work, which has the number and date of the provisional paper."""
    number = slug(agenda.symbol or meeting.key)
    work = f"/akn/un/debateReport/agenda/{slug(meeting.body)}/{agenda.issued.isoformat()}/{number}"
    first = f"{work}/{three_letters(language)}@"
    version = "annotated" if annotated else ""
    if agenda.edition is Edition.ADOPTED and agenda.adopted is not None:
        version = agenda.adopted.day.isoformat()
    return Iris(work, first, f"{first}{version}")


def ontology(kind: str, *parts: str) -> str:
    """The IRI of a thing that is no document: an organization, an event."""
    return "/".join([f"/akn/ontology/{kind}/un", *map(slug, parts)])


def printed_ids(items: Sequence[ItemView]) -> Mapping[str, str]:
    """The `eId` of each item: its printed number within that of the item above it, so that it changes with the number.

    An item without a number, or a second one of the same number, is counted.
    """
    numbers = {item.id: item.number for item in items}
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for item in items:
        above = ids.get(item.parent or "")
        number = item.number or "new"
        over = numbers.get(item.parent or "")
        own = slug(number.removeprefix(f"{over} ") if over else number) or "new"
        first = f"{above}__hcontainer_{own}" if above else f"hcontainer_{own}"
        free = (one for one in chain([first], (f"{first}-{rank}" for rank in count(2))) if one not in taken)
        ids[item.id] = next(free)
        taken.add(ids[item.id])
    return ids


def lasting_id(item: str) -> str:
    """The `wId` of an item, from its identity: the same in all versions, whatever its number."""
    return f"item_{slug(item)}"
