"""To whom the items are allocated: the plenary or committees. It changes apart from number, title and place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar

from domain.act import Fact, act
from domain.agenda import Agenda, must_have
from domain.context import Context
from domain.evolving import replace
from domain.late import dataclass
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.values import Entry, Taken

PLENARY = "plenary"


@dataclass(frozen=True, kw_only=True)
class ItemAllocated(Fact):
    """An item was allocated to the plenary or to a committee; `also` where it stays with those it had before.

    `directly` where the body decided to consider it directly there, without a committee; `papers` are those it did so
    for. The heading of the agenda under which the item stands is left as it is.
    """

    TOPIC: ClassVar[str] = "ItemAllocated"
    item: str
    to: str
    also: bool
    taken: Taken
    directly: bool = False
    papers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Allocations:
    """What the rules need to know of the allocation: to whom each item went."""

    to: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def after(self, fact: ItemAllocated) -> tuple[str, ...]:
        """To whom the item of `fact` is allocated after it."""
        return (*self.to.get(fact.item, ()), fact.to) if fact.also else (fact.to,)


@act
def allocate_item(
    schedule: Schedule,
    agenda: Agenda,
    allocations: Allocations,
    entry: Entry,
    context: Context,
    *,
    item: str,
    to: str,
    also: bool = False,
    taken: Taken,
    directly: bool = False,
    papers: tuple[str, ...] = (),
) -> ItemAllocated:
    """Allocate an item to the plenary or to a committee, in the place of its former allocation or beside it."""
    del context
    must_stand(schedule)
    line = must_have(agenda, item)
    had = allocations.to.get(item, ())
    if not to.strip():
        raise impossible(f"It is not said to whom item {line.name} is allocated.", "Add: --to plenary, or --to C3")
    if had == (to,) or (also and to in had):
        raise impossible(f"Item {line.name} is allocated there already.", "Nothing needs to be done.")
    # The record: what is considered directly goes to no committee first.
    if directly and to != PLENARY:
        raise impossible(f"An item is considered directly in plenary meeting, not in {to}.", "Add: --to plenary")
    return ItemAllocated(entry=entry, item=item, to=to, also=also, taken=taken, directly=directly, papers=papers)


def evolve(allocations: Allocations, fact: ItemAllocated) -> Allocations:
    """The allocation after `fact`."""
    return replace(allocations, to={**allocations.to, fact.item: allocations.after(fact)})
