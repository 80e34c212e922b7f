"""From meeting to meeting: an item continues one or more items of earlier meetings. Each has its own identity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar

from domain.act import Fact, act
from domain.agenda import Agenda, must_have
from domain.context import Context
from domain.evolving import replace
from domain.late import dataclass
from domain.outline import Predecessor
from domain.provisional import AnyIssue
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.values import Entry, normal


@dataclass(frozen=True, kw_only=True)
class ItemCarriedOver(Fact):
    """An item was recorded as the continuation of an item of an earlier meeting."""

    TOPIC: ClassVar[str] = "ItemCarriedOver"
    item: str
    predecessor: Predecessor


@dataclass(frozen=True)
class Continuations:
    """What the rules need to know of where the items come from: the items of earlier meetings that each continues."""

    predecessors: Mapping[str, tuple[Predecessor, ...]] = field(default_factory=dict)


@act
def carry_over_item(
    schedule: Schedule,
    agenda: Agenda,
    continuations: Continuations,
    entry: Entry,
    context: Context,
    *,
    item: str,
    predecessor: Predecessor,
) -> ItemCarriedOver:
    """Record that an item continues an item of an earlier meeting, once."""
    must_stand(schedule)
    number = must_have(agenda, item).name
    own = f"{schedule.body} {schedule.key}"
    # The record: what is carried over comes from another meeting, which is in the record.
    if normal(predecessor.meeting).casefold() == own.casefold():
        raise impossible(
            f"Both items belong to {schedule.key}; an item is carried over from another {schedule.says}.",
            "Name the other one: nemcon item carry-over N KEY#N",
        )
    if not context.exists("meeting", predecessor.meeting):
        raise impossible(
            f"The record knows no meeting {predecessor.meeting}.", "Enter it first: nemcon meeting schedule KEY BODY"
        )
    # The record: a link is recorded once.
    if any(_same(predecessor, one) for one in continuations.predecessors.get(item, ())):
        raise impossible(f"That item {number} continues it is recorded already.", "Nothing needs to be done.")
    return ItemCarriedOver(entry=entry, item=item, predecessor=predecessor)


def _same(one: Predecessor, other: Predecessor) -> bool:
    return (one.meeting, one.item) == (other.meeting, other.item)


def evolve(continuations: Continuations, fact: ItemCarriedOver) -> Continuations:
    """The continuations after `fact`."""
    known = continuations.predecessors
    return replace(continuations, predecessors={**known, fact.item: (*known.get(fact.item, ()), fact.predecessor)})


def after_issue(continuations: Continuations, fact: AnyIssue) -> Continuations:
    """The continuations once a paper has put items on the agenda that continue others."""
    found = {item.id: item.continues for item in fact.items if item.continues}
    return replace(continuations, predecessors={**continuations.predecessors, **found})
