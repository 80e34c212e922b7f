"""The sentences of what the body does in the room: its items, its decisions and recommendations."""

from __future__ import annotations

from typing import assert_never

from domain.allocation import ItemAllocated
from domain.days import long_day
from domain.decisions import (
    DecisionFact,
    DecisionNumbered,
    DecisionRenumbered,
    DecisionTaken,
    RecommendationAgreed,
)
from domain.documents import DocumentFact, DocumentListed, NoDocumentForeseen
from domain.items import (
    ItemConcluded,
    ItemDeferred,
    ItemFact,
    ItemHeld,
    ItemReopened,
    ItemsTakenUp,
    ItemStatus,
    ItemSuspended,
)
from domain.remaining import RemainingItemsNoted
from projections.sentences.room import TOOK, Room, decided, entry_of, verb
from projections.words import listed, ordinal_word, quoted, unstopped


def of_items(room: Room, fact: ItemFact) -> str:
    """How far the body came with its items."""
    match fact:
        case ItemsTakenUp():
            return f"{room.body} {_taken_up(room, fact.items)}"
        case ItemSuspended():
            return f"{room.body} suspended its consideration of {room.item(fact.item)}"
        case ItemConcluded():
            stage = "this stage of " if fact.this_stage else ""
            return f"{room.body} concluded {stage}its consideration of {room.item(fact.item)}"
        case ItemDeferred():
            return decided(f"{room.body} {_deferred(room, fact)}", fact.taken)
        case ItemHeld():
            return decided(
                f"{room.body} {verb(fact.taken, 'held', 'to hold')} {room.item(fact.item)} in abeyance", fact.taken
            )
        case ItemReopened():
            reopened = verb(fact.taken, "reopened", "to reopen")
            on = f"{_and(reopened)}{_on(fact)}" if fact.papers else ""
            return decided(f"{room.body} {reopened} its consideration of {room.item(fact.item)}{on}", fact.taken)
        case _:
            assert_never(fact)


def _deferred(room: Room, fact: ItemDeferred) -> str:
    """The words of the field: the item, the documents under it, or a decision on it, to which meeting."""
    item, to = room.item(fact.item), _deferred_to(room, fact)
    if fact.documents:
        papers = f"the following documents under {item}: {listed(fact.documents)}"
        return f"{verb(fact.taken, 'decided', 'to defer')} until {to} consideration of {papers},"
    deferred = verb(fact.taken, "deferred", "to defer")
    if fact.decision_only:
        return f"{deferred} a decision on {item} to {to}"
    if fact.include:
        included = f"to include it in the provisional agenda of {to}"
        return f"{deferred} its consideration of {item}{_and(deferred)} {included}"
    return f"{deferred} its consideration of {item} to {to}"


def _and(said: str) -> str:
    """What leads to a second infinitive: decided to defer it and to include it; deferred it and decided to."""
    return " and" if " to " in said else " and decided"


def _deferred_to(room: Room, fact: ItemDeferred) -> str:
    if fact.ordinal is not None:
        return f"its {ordinal_word(fact.ordinal)} {room.says}"
    return f"its next {room.says}" if fact.to == "next" else fact.to


def _on(fact: ItemReopened | ItemAllocated) -> str:
    """For which papers the body did it."""
    return f" to proceed expeditiously with the consideration of {listed(fact.papers)}"


def of_allocation(room: Room, fact: ItemAllocated) -> str:
    """To whom an item went."""
    if fact.directly:
        considered = verb(fact.taken, "decided", "to consider")
        on = f"{_and(considered)}{_on(fact)}" if fact.papers else ""
        return decided(f"{room.body} {considered} {room.item(fact.item)} directly in plenary meeting{on}", fact.taken)
    also = "also " if fact.also else ""
    to = "the plenary" if fact.to == "plenary" else fact.to
    allocated = verb(fact.taken, "allocated", "to allocate")
    return decided(f"{room.body} {also}{allocated} {room.item(fact.item)} to {to}", fact.taken)


def of_remaining(room: Room, fact: RemainingItemsNoted) -> str:
    """Which items remained at a recess."""
    noted = verb(fact.taken, "took note of", "to take note of")
    left = "the following agenda items that remained for consideration"
    return f"{decided(f'{room.body} {noted} {left}', fact.taken)}: {room.items(fact.items)}"


def of_documents(room: Room, fact: DocumentFact) -> str:
    """What documents stand under the items."""
    match fact:
        case DocumentListed():
            prepared = f", prepared by {fact.prepared_by}" if fact.prepared_by else ""
            listing = f"was listed under {room.item(fact.item)}"
            return f"The document {fact.symbol}, {quoted(fact.title)}{prepared}, {listing}"
        case NoDocumentForeseen():
            return f"No documentation is foreseen under {room.item(fact.item)}"
        case _:
            assert_never(fact)


def _taken_up(room: Room, items: tuple[str, ...]) -> str:
    again = all(room.before.items.status(item) is ItemStatus.SUSPENDED for item in items)
    if again:
        return f"resumed its {'joint ' if len(items) > 1 else ''}consideration of {room.items(items)}"
    return f"took up {room.items(items)}{' jointly' if len(items) > 1 else ''}"


def of_decisions(room: Room, fact: DecisionFact) -> str:
    """What the body decided and recommended."""
    match fact:
        case DecisionTaken():
            return f"{_under(room, fact.items)} {_decision(fact)}{_effect(fact)}"
        case DecisionNumbered():
            also = "also has" if fact.also else "was given"
            return f"The decision in {entry_of(room.told, fact.decision)} {also} the number {fact.number}"
        case DecisionRenumbered():
            return f"Decision {fact.former} became decision {fact.number}, decision {fact.part} having been taken"
        case RecommendationAgreed():
            agreed = decided(f"{verb(fact.taken, 'agreed on', 'on')} a recommendation", fact.taken)
            return f"{_under(room, () if fact.item is None else (fact.item,))} {agreed}: {quoted(fact.text)}"
        case _:
            assert_never(fact)


def _under(room: Room, items: tuple[str, ...]) -> str:
    return f"Under {room.items(items)}, {room.the_body}" if items else room.body


def _effect(fact: DecisionTaken) -> str:
    """From when a decision has effect, where that is not its own day; and that it was one of several."""
    when = f", with effect from {long_day(fact.effect)}" if fact.effect else ""
    return f"{when} (en bloc)" if fact.en_bloc else when


_SUBJECTS = {"the", "a", "an", "all", "each", "every", "its", "no"}
"""Words that begin a clause with a subject of its own, not a predicate of the body."""


def _decision(fact: DecisionTaken) -> str:
    """The body's own words: a text that is a predicate goes on from its subject, another one is quoted."""
    text = unstopped(fact.text)
    said = fact.taken.verb or "decided"
    if said in TOOK and text.startswith(("to ", "that ", "that,")):
        return decided(f"{said} {text},", fact.taken)
    if said in TOOK and text.partition(" ")[0] in _SUBJECTS:
        return decided(f"{said} that {text},", fact.taken)
    if fact.taken.verb is None and text[:1].islower():
        return decided(f"{text},", fact.taken)
    return f"{decided(said, fact.taken)}: {quoted(text)}"
