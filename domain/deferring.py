"""The deferral of an item to another meeting: the whole of it, some documents under it, or only the decision on it."""

from __future__ import annotations

from domain.act import act
from domain.agenda import Agenda, must_have
from domain.context import Context
from domain.items import ItemDeferred, Items, ItemStatus, typed
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.values import Entry, Taken


@act
def defer_item(
    schedule: Schedule,
    agenda: Agenda,
    state: Items,
    entry: Entry,
    context: Context,
    *,
    item: str,
    to: str = "next",
    taken: Taken,
    documents: tuple[str, ...] = (),
    decision_only: bool = False,
    include: bool = False,
) -> ItemDeferred:
    """Defer the consideration of an item, of some documents under it, or the decision on it."""
    must_stand(schedule)
    number = must_have(agenda, item).name
    _deferrable(state, item, number, whole=not documents and not decision_only)
    _one_part(documents, decision_only=decision_only)
    # The record: what is deferred goes to another meeting.
    if to == schedule.key:
        raise impossible(f"{to} is this very {schedule.says}.", "Name another one, or leave out --to: the next one.")
    named = context.meeting(f"{schedule.body} {to}")
    fact = ItemDeferred(
        entry=entry,
        item=item,
        to=to,
        taken=taken,
        documents=documents,
        decision_only=decision_only,
        include=include,
        ordinal=named.ordinal if named else None,
    )
    # The record: what is deferred already is not deferred there again.
    if any(_same(one, fact) for one in state.deferrals.get(item, ())):
        raise impossible(f"That was deferred under item {number} already.", "Nothing needs to be done.")
    return fact


def _deferrable(state: Items, item: str, number: str, *, whole: bool) -> None:
    """Papers, and a decision, may be deferred also where the consideration itself was concluded."""
    done = {ItemStatus.CONCLUDED, ItemStatus.DEFERRED} if whole else {ItemStatus.DEFERRED}
    if state.status(item) in done:
        raise impossible(
            f"The consideration of item {number} is {state.status(item)} already.",
            f"To come back to it: nemcon item reopen {typed(number)}",
        )


def _one_part(documents: tuple[str, ...], *, decision_only: bool) -> None:
    if documents and decision_only:
        raise impossible(
            "Documents and a decision are deferred by two acts.",
            "Give --documents in one, --decision-only in the other.",
        )
    if any(not symbol.strip() for symbol in documents):
        raise impossible("The symbol of a document is blank.", "Give it: --documents A/76/429")


def _same(one: ItemDeferred, other: ItemDeferred) -> bool:
    return (one.to, one.documents, one.decision_only) == (other.to, other.documents, other.decision_only)
