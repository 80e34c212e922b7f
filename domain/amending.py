"""The acts that change the list: add, delete, withdraw, retitle, move, footnote an item; drop what was not accepted."""

from __future__ import annotations

from domain.act import act
from domain.agenda import Agenda, must_be_issued, must_have
from domain.amendments import (
    Amendment,
    ItemAdded,
    ItemDeleted,
    ItemFootnoted,
    ItemMoved,
    ItemRetitled,
    ItemSplit,
    ItemWithdrawn,
    PendingAmendmentDropped,
    named_by,
)
from domain.context import Context
from domain.evolving import replace
from domain.inclusion import must_be_urgent, must_carry
from domain.questions import Question
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.values import Basis, Entry, LocalizedText, Taken


def still(agenda: Agenda, pending: bool | None) -> bool:  # noqa: FBT001 - a field of the fact, judged again
    """Whether the change is a pending amendment; refused where it was one thing when made and would be the other.

    A decision never turns into a proposal, nor a proposal into a decision, because the adoption was struck or moved.
    """
    now = agenda.adoption is None
    if pending is not None and pending != now:
        was = "a proposal, made before the adoption" if pending else "a decision, taken after the adoption"
        raise impossible(
            f"It was {was} of the agenda.", "Correct the adoption instead: nemcon correct ENTRY agenda adopt"
        )
    return now


@act
def add_item(
    schedule: Schedule,
    agenda: Agenda,
    entry: Entry,
    context: Context,
    *,
    title: LocalizedText,
    under: str | None = None,
    after: str | None = None,
    pursuant_to: tuple[Basis, ...] = (),
    taken: Taken,
    pending: bool | None = None,
    urgent: bool = False,
    no_consideration: bool = False,
) -> ItemAdded:
    """Add an item: pending before the adoption, at once after it."""
    must_stand(schedule)
    pending = still(agenda, pending)
    must_be_issued(agenda)
    if after is not None:
        under = must_have(agenda, after).parent
    if under is None:
        must_be_urgent(schedule, agenda, entry, context, urgent=urgent)
    else:
        must_have(agenda, under)
    # General Assembly, rule 15 speaks of regular sessions.
    if not schedule.special:
        must_carry(schedule, Question.INCLUSION, entry, context, taken)
    return ItemAdded(
        entry=entry,
        item=f"i{entry.place}",
        title=title,
        under=under,
        after=after,
        pursuant_to=pursuant_to,
        taken=taken,
        pending=pending,
        urgent=urgent,
        no_consideration=no_consideration,
    )


@act
def delete_item(
    schedule: Schedule,
    agenda: Agenda,
    entry: Entry,
    context: Context,
    *,
    item: str,
    taken: Taken,
    pending: bool | None = None,
) -> ItemDeleted:
    """Delete an item that has no sub-items: those need their own decision first, so that no text is lost."""
    must_stand(schedule)
    pending = still(agenda, pending)
    must_be_bare(agenda, item)
    must_carry(schedule, Question.DELETION, entry, context, taken)
    return ItemDeleted(entry=entry, item=item, taken=taken, pending=pending)


@act
def withdraw_item(
    schedule: Schedule,
    agenda: Agenda,
    entry: Entry,
    context: Context,
    *,
    item: str,
    pending: bool | None = None,
) -> ItemWithdrawn:
    """Withdraw an item that has no sub-items: its proposer does, who is named."""
    del context
    must_stand(schedule)
    pending = still(agenda, pending)
    must_be_bare(agenda, item)
    if entry.origin is None:
        raise impossible("It is not said who withdraws the item.", "Name its proposer: --from WHO")
    return ItemWithdrawn(entry=entry, item=item, pending=pending)


def must_be_bare(agenda: Agenda, item: str) -> None:
    """Refuse to take an item off the list that has sub-items: no text is lost."""
    line = must_have(agenda, item)
    below = [child for child in agenda.in_force.children(item) if not child.deleted]
    if below:
        raise impossible(
            f"Item {line.name} has {len(below)} sub-items.",
            "Delete or move each of them first: nemcon item delete|move N",
        )


@act
def footnote_item(
    schedule: Schedule,
    agenda: Agenda,
    entry: Entry,
    context: Context,
    *,
    item: str,
    text: str,
    taken: Taken,
    pending: bool | None = None,
) -> ItemFootnoted:
    """Give an item a footnote: pending before the adoption, at once after it."""
    del context
    must_stand(schedule)
    pending = still(agenda, pending)
    line = must_have(agenda, item)
    if not text.strip():
        raise impossible("The footnote has no text.", "Give it: nemcon item footnote N TEXT")
    if text in line.footnotes:
        raise impossible("The item has that footnote already.", "Nothing needs to be done.")
    return ItemFootnoted(entry=entry, item=item, text=text, taken=taken, pending=pending)


@act
def retitle_item(
    schedule: Schedule,
    agenda: Agenda,
    entry: Entry,
    context: Context,
    *,
    item: str,
    title: LocalizedText,
    taken: Taken,
    pending: bool | None = None,
) -> ItemRetitled:
    """Give an item another title."""
    must_stand(schedule)
    pending = still(agenda, pending)
    if must_have(agenda, item).title == title:
        raise impossible("The item has that title already.", "Nothing needs to be done.")
    must_carry(schedule, Question.AMENDMENT, entry, context, taken)
    return ItemRetitled(entry=entry, item=item, title=title, taken=taken, pending=pending)


@act
def move_item(
    schedule: Schedule,
    agenda: Agenda,
    entry: Entry,
    context: Context,
    *,
    item: str,
    under: str | None = None,
    after: str | None = None,
    taken: Taken,
    pending: bool | None = None,
) -> ItemMoved:
    """Put an item under another, or just after another."""
    del context
    must_stand(schedule)
    pending = still(agenda, pending)
    line = must_have(agenda, item)
    if after is not None:
        under = must_have(agenda, after).parent
    if after is None and under is None:
        raise impossible("It is not said where the item goes.", "Add: --under N or --after N")
    if under is not None:
        must_have(agenda, under)
    inside = {below.id for below in agenda.in_force.subtree(item)}
    if {under, after} & inside:
        raise impossible(f"Item {line.name} cannot stand under or after itself.", "Name another item.")
    return ItemMoved(entry=entry, item=item, under=under, after=after, taken=taken, pending=pending)


@act
def drop_pending(agenda: Agenda, entry: Entry, context: Context, *, amendment: int) -> PendingAmendmentDropped:
    """Record that a pending oral amendment was not accepted."""
    del context
    found = next((pending for pending in agenda.pending if pending.entry.place == amendment), None)
    if found is None:
        raise impossible("There is no such amendment pending.", "The pending ones are listed by: nemcon status")
    if isinstance(found, ItemWithdrawn):
        raise impossible(
            "A withdrawal needs no acceptance: it is not dropped.",
            f"If it was recorded in error: nemcon strike {found.entry.number}",
        )
    own = _made_by(found)
    for other in agenda.pending:
        if other is not found and own & named_by(other):
            raise impossible(
                f"The amendment of entry {other.entry.number} rests on it.",
                f"First: nemcon item drop-pending {other.entry.number}",
            )
    without = replace(agenda, pending=tuple(one for one in agenda.pending if one is not found))
    if {line.id for line in agenda.proposed} - {line.id for line in without.proposed} - own:
        raise impossible("A deletion rests on it.", "First drop the deletion: nemcon item drop-pending ENTRY")
    return PendingAmendmentDropped(entry=entry, amendment=amendment)


def _made_by(amendment: Amendment) -> set[str | None]:
    """The item that would not be there without an amendment."""
    if isinstance(amendment, ItemAdded):
        return {amendment.item}
    return {amendment.part} if isinstance(amendment, ItemSplit) else set()
