"""One stream while a transaction is under way: what is stored, what stands, and what was added."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from domain.act import Fact
from domain.business import ActStruck, comes_last, in_place, standing
from domain.rules import OutOfOrder
from domain.streams import ACTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from domain.context import Context
    from domain.streams import Stream
    from domain.values import Entry


class Step(NamedTuple):
    """One fact that stands, with the state before and after it."""

    fact: Fact
    before: Any
    after: Any


@dataclass
class Chapter:
    """A stream under the lock.

    `facts` is all that is stored, in the order of entry; `business` what stands, in its order; `state` its fold.
    `steps` are the facts added last since the projections were last written; `disturbed` is True where
    one was not last, so that everything derived from the stream must be derived again.
    """

    id: UUID
    stream: Stream
    facts: list[Fact]
    business: list[Fact] = field(init=False)
    state: Any = field(init=False)
    steps: list[Step] = field(default_factory=list)
    disturbed: bool = False

    def __post_init__(self) -> None:
        self.settle()

    @property
    def version(self) -> int:
        """How many events are stored, struck ones and strikes included."""
        return len(self.facts)

    def settle(self) -> None:
        """Put what stands in its order and fold it anew."""
        self.business = standing(self.facts)
        self.state = self.stream.fold(self.business)

    def state_at(self, entry: Entry) -> Any:  # noqa: ANN401 - each kind of stream has its own state
        """The state that an act with this envelope finds at its place in the order of business."""
        if comes_last(entry, self.business):
            return self.state
        return self.stream.fold(self._before(entry))

    def _before(self, entry: Entry) -> list[Fact]:
        marker = _Marker(entry=entry)
        ordered = in_place([*self.facts, marker])
        struck = {fact.struck for fact in self.facts if isinstance(fact, ActStruck)}
        earlier = ordered[: ordered.index(marker)]
        return [fact for fact in earlier if not isinstance(fact, ActStruck) and fact.entry.version not in struck]

    def look_elsewhere(self, refusal: OutOfOrder, entry: Entry, decide: Callable[[Any], object]) -> None:
        """Refuse with what would help, where `decide` accepts in another place of its day what it refused here."""
        place, hint = self._elsewhere(entry)
        if place is not None and "--before" not in refusal.next_step and self._accepted(place, decide):
            next_step = f"{refusal.next_step.rstrip('.')}; {hint}"
            raise OutOfOrder(refusal.rule, refusal.sentence, next_step) from refusal

    def _elsewhere(self, entry: Entry) -> tuple[Entry | None, str]:
        """The other place of an act that comes last on its day, or before another act; how to give it that one."""
        if entry.before is not None:
            here = f"it was judged before entry {self.facts[entry.before - 1].entry.number}"
            return replace(entry, before=None), f"{here}; it is accepted last on its day: --at, without -p or --before"
        at = entry.occurred.at
        if at is None or entry.replaces is not None:
            return None, ""
        that_day = (fact.entry for fact in self.business if fact.entry.occurred.day == entry.occurred.day)
        later = next((one for one in that_day if one.occurred.at is not None and one.occurred.at > at), None)
        if later is None:
            return None, ""
        return replace(entry, before=later.version), f"if it came before entry {later.number}: --before {later.number}"

    def _accepted(self, entry: Entry, decide: Callable[[Any], object]) -> bool:
        try:
            decide(self.state_at(entry))
        except OutOfOrder:
            return False
        return True

    def add(self, fact: Fact) -> None:
        """Enter a fact: at the end of the business, or at its place; then later acts are to be judged again."""
        last = not isinstance(fact, ActStruck) and comes_last(fact.entry, self.business)
        last = last and not self._before_one_struck(fact.entry)
        self.facts.append(fact)
        if last:
            after = self.stream.evolve(self.state, fact)
            self.steps.append(Step(fact, self.state, after))
            self.business.append(fact)
            self.state = after
        else:
            self.disturbed = True
            self.settle()

    def _before_one_struck(self, entry: Entry) -> bool:
        """Whether an act that was struck stands on a later day: it is told after this one."""
        return len(self.business) < len(self.facts) and any(
            fact.entry.occurred.day > entry.occurred.day for fact in self.facts if not isinstance(fact, ActStruck)
        )

    def judge_again(self, context: Callable[[Fact], Context], first: int) -> None:
        """Run the own decide of each act accepted before entry `first` on the business as it is now.

        Refused if one of them would now be refused, naming it. Waivers stand.
        """
        state: Any = self.stream.empty
        for fact in self.business:
            if fact.entry.number < first:
                self._judge(ACTS[type(fact)].judge_again, state, fact, context(fact))
            state = self.stream.evolve(state, fact)

    @staticmethod
    def _judge(judge: Callable[[Any, Fact, Context], None], state: object, fact: Fact, context: Context) -> None:
        try:
            judge(state, fact, context)
        except OutOfOrder as refusal:
            raise OutOfOrder(
                refusal.rule,
                f"Entry {fact.entry.number}, accepted before, would then be refused: {refusal.sentence}",
                f"First correct or strike entry {fact.entry.number}; see: nemcon history",
                dependant=fact.entry.number,
            ) from refusal


@dataclass(frozen=True, kw_only=True)
class _Marker(Fact):
    """Where an act would stand, before it is decided."""
