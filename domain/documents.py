"""The documents under the items of an agenda, or that none is foreseen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar, assert_never

from domain.act import Fact, act
from domain.agenda import Agenda, must_have
from domain.context import Context
from domain.evolving import replace
from domain.late import dataclass
from domain.outline import Documentation
from domain.provisional import AnyIssue
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.values import Entry, LocalizedText, normal


@dataclass(frozen=True, kw_only=True)
class DocumentListed(Fact):
    """A document was listed under an item."""

    TOPIC: ClassVar[str] = "DocumentListed"
    item: str
    symbol: str
    title: LocalizedText
    prepared_by: str | None


@dataclass(frozen=True, kw_only=True)
class NoDocumentForeseen(Fact):
    """No documentation is foreseen under an item."""

    TOPIC: ClassVar[str] = "NoDocumentForeseen"
    item: str


DocumentFact = DocumentListed | NoDocumentForeseen


@dataclass(frozen=True)
class Documents:
    """What the rules need to know: the symbols listed under each item, and the items under which none is foreseen."""

    symbols: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    none_foreseen: frozenset[str] = frozenset()


@act
def list_document(
    schedule: Schedule,
    agenda: Agenda,
    listing: Documents,
    entry: Entry,
    context: Context,
    *,
    item: str,
    symbol: str,
    title: LocalizedText,
    prepared_by: str | None = None,
) -> DocumentListed:
    """List a document under an item, once."""
    del context
    must_stand(schedule)
    number = must_have(agenda, item).name
    if normal(symbol) in listing.symbols.get(item, ()):
        raise impossible(f"{normal(symbol)} is listed under item {number} already.", "Nothing needs to be done.")
    return DocumentListed(entry=entry, item=item, symbol=normal(symbol), title=title, prepared_by=prepared_by)


@act
def foresee_no_document(
    schedule: Schedule, agenda: Agenda, listing: Documents, entry: Entry, context: Context, *, item: str
) -> NoDocumentForeseen:
    """Record that no documentation is foreseen under an item."""
    del context
    must_stand(schedule)
    number = must_have(agenda, item).name
    if listing.symbols.get(item):
        listed = ", ".join(listing.symbols[item])
        raise impossible(
            f"Documents are listed under item {number}: {listed}.",
            "If that is wrong, find its entry (nemcon history), then: nemcon strike ENTRY --reason TEXT",
        )
    if item in listing.none_foreseen:
        raise impossible(f"That none is foreseen under item {number} is recorded.", "Nothing needs to be done.")
    return NoDocumentForeseen(entry=entry, item=item)


def evolve(listing: Documents, fact: DocumentFact) -> Documents:
    """The documents after `fact`."""
    match fact:
        case DocumentListed():
            listed = (*listing.symbols.get(fact.item, ()), fact.symbol)
            symbols = {**listing.symbols, fact.item: listed}
            return replace(listing, symbols=symbols, none_foreseen=listing.none_foreseen - {fact.item})
        case NoDocumentForeseen():
            return replace(listing, none_foreseen=listing.none_foreseen | {fact.item})
        case _:
            assert_never(fact)


def after_issue(listing: Documents, fact: AnyIssue) -> Documents:
    """The documents once the provisional agenda, or a paper after it, has listed them."""
    found = {item.id: tuple(one.symbol for one in item.documents) for item in fact.items if item.documents}
    listed = {item: tuple(dict.fromkeys((*listing.symbols.get(item, ()), *new))) for item, new in found.items()}
    none = {item.id for item in fact.items if item.documentation is Documentation.NONE_FORESEEN}
    return replace(listing, symbols={**listing.symbols, **listed}, none_foreseen=listing.none_foreseen | none)
