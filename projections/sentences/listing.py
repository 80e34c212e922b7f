"""The sentences of the agenda and of the organization of work: before the adoption, amendments are proposals."""

from __future__ import annotations

from typing import assert_never

from domain.agenda import (
    AgendaAdopted,
    AgendaFact,
    AgendaProvisionallyAdopted,
    AnyAdoption,
    ProvisionalAgendaApplied,
    UnderstandingStated,
)
from domain.amendments import (
    ItemAdded,
    ItemDeleted,
    ItemFootnoted,
    ItemMoved,
    ItemRetitled,
    ItemsMerged,
    ItemSplit,
    ItemWithdrawn,
    PendingAmendmentDropped,
    amended,
)
from domain.provisional import ProvisionalAgendaIssued, ProvisionalAgendaRevised, SupplementaryAgendaIssued
from domain.timetable import (
    OrganizationOfWorkAdopted,
    OrganizationOfWorkProposed,
    OrganizationOfWorkRevised,
    Slot,
    TimetableFact,
)
from projections.sentences import papers
from projections.sentences.room import Room, decided, entry_of, pursuant, verb
from projections.words import capital, counted, days, quoted, unstopped

Amended = ItemAdded | ItemDeleted | ItemRetitled | ItemMoved | ItemFootnoted | ItemSplit | ItemsMerged
"""What the body decides of its list: a withdrawal needs no decision."""


def of_agenda(room: Room, fact: AgendaFact) -> str:
    """How the agenda came about and changed."""
    match fact:
        case ProvisionalAgendaIssued() | SupplementaryAgendaIssued() | ProvisionalAgendaRevised():
            return papers.of_paper(room, fact)
        case PendingAmendmentDropped():
            return f"The oral amendment proposed in {entry_of(room.told, fact.amendment)} was not accepted"
        case AgendaAdopted():
            adopted = verb(fact.taken, "adopted", "to adopt")
            symbol = f" ({fact.symbol})" if fact.symbol else ""
            agenda = f"its agenda{symbol}{_adopted(room, fact)}{_allocation(fact)}"
            return decided(f"{room.body} {adopted} {agenda}", fact.taken)
        case AgendaProvisionallyAdopted():
            adopted = verb(fact.taken, "provisionally adopted", "provisionally to adopt")
            return decided(f"{room.body} {adopted} its agenda{_adopted(room, fact)}", fact.taken)
        case ProvisionalAgendaApplied():
            began = verb(fact.taken, "began", "to begin")
            on = "its work on the basis of the provisional agenda, without adopting it,"
            return decided(f"{room.body} {began} {on}", fact.taken)
        case UnderstandingStated():
            return _understanding(room, fact)
        case ItemWithdrawn():
            return f"{capital(room.named(fact.item))} was withdrawn by {fact.entry.origin or 'its proposer'}"
        case ItemAdded() | ItemDeleted() | ItemRetitled() | ItemMoved() | ItemFootnoted() | ItemSplit() | ItemsMerged():
            if room.before.agenda.adoption is None:
                by = f" by {fact.entry.origin}" if fact.entry.origin else ""
                return f"An oral amendment was proposed{by}: {_proposal(room, fact)}"
            return decided(f"{room.body} {_change(room, fact)}", fact.taken)
        case _:
            assert_never(fact)


def _allocation(fact: AgendaAdopted) -> str:
    """The other paper that the same decision adopted."""
    return f" and the allocation of agenda items ({fact.allocation})" if fact.allocation else ""


def _adopted(room: Room, fact: AnyAdoption) -> str:
    """As orally amended, with item 4 held in abeyance: between commas, where there is anything to say."""
    parts = ["as orally amended"] if room.before.agenda.amendments else []
    limits = [f"with {room.items(fact.in_abeyance)} held in abeyance"] if fact.in_abeyance else []
    limits += [f"with the exception of {room.items(fact.excepted)}"] if fact.excepted else []
    parts += [" and ".join(limits)] if limits else []
    return f", {', '.join(parts)}," if parts else ""


def _understanding(room: Room, fact: UnderstandingStated) -> str:
    on = f"On {room.item(fact.item)}, the" if fact.item else "The"
    text = unstopped(fact.text)
    return f"{on} Chair stated the understanding {text if text.startswith('that ') else f'that {quoted(text)}'}"


def _as_included(fact: ItemAdded) -> str:
    """What is said of a new item beside its title."""
    urgent = ", of an important and urgent character" if fact.urgent else ""
    left = "there would be no consideration of this item"
    return f"{urgent}, on the understanding that {left}" if fact.no_consideration else urgent


def _proposal(room: Room, fact: Amended) -> str:
    """What an oral amendment would do; it takes effect with the adoption."""
    match fact:
        case ItemAdded():
            how = f"{_as_included(fact)}{pursuant(fact.pursuant_to)}"
            return f"a new item{_place(room, fact)}, {quoted(fact.title)}{how}"
        case ItemDeleted():
            return f"to delete {room.named(fact.item).rstrip(',')}"
        case ItemRetitled():
            return f"to retitle {room.named(fact.item)} as {quoted(fact.title)}"
        case ItemMoved():
            return f"to place {room.named(fact.item)}{_place(room, fact)}"
        case ItemFootnoted():
            return f"to add a footnote to {room.item(fact.item)}, {quoted(fact.text)}"
        case ItemSplit():
            return f"to split {room.named(fact.item)} into {quoted(fact.first)} and {quoted(fact.second)}"
        case ItemsMerged():
            return f"to merge {room.item(fact.merged)} with {room.item(fact.item)} as {quoted(fact.title)}"
        case _:
            assert_never(fact)


def _change(room: Room, fact: Amended) -> str:
    """What the body did to its adopted agenda."""
    match fact:
        case ItemAdded():
            number = _number_given(room, fact)
            item = f"item {number}" if number else "an item"
            how = f"{_as_included(fact)}{pursuant(fact.pursuant_to)}"
            added = verb(fact.taken, "added", "to add")
            to = "to" if "add" in added else "in"
            return f"{added} {item}, {quoted(fact.title)}, {to} its agenda{how}"
        case ItemDeleted():
            return f"{verb(fact.taken, 'deleted', 'to delete')} {room.named(fact.item)} from its agenda"
        case ItemRetitled():
            changed = verb(fact.taken, "changed", "to change")
            titles = f"from {room.title(fact.item)} to {quoted(fact.title)},"
            return f"{changed} the title of {room.item(fact.item)} {titles}"
        case ItemMoved():
            return f"{verb(fact.taken, 'placed', 'to place')} {room.named(fact.item)}{_place(room, fact)}"
        case ItemFootnoted():
            added = verb(fact.taken, "added", "to add")
            return f"{added} a footnote to {room.item(fact.item)}, {quoted(fact.text)},"
        case ItemSplit():
            split = verb(fact.taken, "split", "to split")
            return f"{split} {room.named(fact.item)} into {quoted(fact.first)} and {quoted(fact.second)},"
        case ItemsMerged():
            merged = verb(fact.taken, "merged", "to merge")
            return f"{merged} {room.item(fact.merged)} with {room.item(fact.item)} as {quoted(fact.title)},"
        case _:
            assert_never(fact)


def _place(room: Room, fact: ItemAdded | ItemMoved) -> str:
    if fact.after is not None:
        return f" after {room.item(fact.after)}"
    return f" under {room.item(fact.under)}" if fact.under is not None else ""


def _number_given(room: Room, fact: ItemAdded) -> str | None:
    """The number a new item got; for a struck addition the one it had got, while its neighbours are still there."""
    outline = room.before.agenda.current
    if any(outline.get(anchor) is None for anchor in (fact.under, fact.after) if anchor is not None):
        return None
    line = amended(outline, fact, keep_numbers=True).get(fact.item)
    return line.number if line else None


def of_timetable(room: Room, fact: TimetableFact) -> str:
    """How the organization of work came about and changed."""
    match fact:
        case OrganizationOfWorkProposed():
            return f"An organization of work was proposed, with {_slots(fact.slots)}{pursuant(fact.pursuant_to)}"
        case OrganizationOfWorkAdopted():
            adopted = verb(fact.taken, "adopted", "to adopt")
            return decided(f"{room.body} {adopted} its organization of work", fact.taken)
        case OrganizationOfWorkRevised():
            if room.before.sittings.opened is None:
                return decided(f"The organization of work was revised: {_slots(fact.slots)},", fact.taken)
            revised = verb(fact.taken, "revised", "to revise")
            return decided(f"{room.body} {revised} its organization of work: {_slots(fact.slots)},", fact.taken)
        case _:
            assert_never(fact)


def _slots(slots: tuple[Slot, ...]) -> str:
    held = [slot.day for slot in slots]
    when = f" on {days(min(held), max(held))}" if held else ""
    return f"{counted(len(slots), 'plenary meeting')}{when}"
