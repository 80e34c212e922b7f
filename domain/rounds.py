"""A round of silence: a text, a deadline, and what happens to both. The acts stand in `domain.circulating`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar, Literal, assert_never

from domain.act import Fact
from domain.days import long_day
from domain.evolving import replace
from domain.late import dataclass
from domain.objections import Objection, ObjectionFact, ObjectionRetracted, ObjectionRuled, SilenceBroken
from domain.rules import impossible
from domain.values import Entry, zone_named

AdoptedAt = Literal["expiry", "announcement"]


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """When silence ends: the instant, the zone whose clock the letter used, and the words it printed.

    An instant without its offset is refused with `ValueError`.
    """

    instant: datetime
    zone: str
    printed: str

    def __post_init__(self) -> None:
        if self.instant.tzinfo is None:
            raise ValueError("a deadline is an instant: it needs its offset")

    @property
    def local(self) -> datetime:
        """The instant on the clock of the letter."""
        return self.instant.astimezone(zone_named(self.zone))


@dataclass(frozen=True, kw_only=True)
class CirculatedText:
    """A file that was sent: its name, its hex SHA-256, and its language where that was said."""

    name: str
    sha256: str
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class SilenceExtended(Fact):
    """The deadline was moved later while silence was running."""

    TOPIC: ClassVar[str] = "SilenceExtended"
    deadline: Deadline


@dataclass(frozen=True, kw_only=True)
class SilenceSuspended(Fact):
    """Silence was suspended: no deadline passes until it is resumed."""

    TOPIC: ClassVar[str] = "SilenceSuspended"


@dataclass(frozen=True, kw_only=True)
class SilenceResumed(Fact):
    """Silence was resumed, with its deadline or with another one."""

    TOPIC: ClassVar[str] = "SilenceResumed"
    deadline: Deadline | None


@dataclass(frozen=True, kw_only=True)
class SilenceCorrected(Fact):
    """The text was corrected in the same round: the deadline and the objections stand."""

    TOPIC: ClassVar[str] = "SilenceCorrected"
    texts: tuple[CirculatedText, ...]


@dataclass(frozen=True, kw_only=True)
class SilenceReplaced(Fact):
    """Another text was put under silence in place of the one before: a new round, without objections yet."""

    TOPIC: ClassVar[str] = "SilenceReplaced"
    texts: tuple[CirculatedText, ...]
    deadline: Deadline
    counts_at_deadline: bool
    minimum_hours: int | None
    adopted_at: AdoptedAt | None = None


@dataclass(frozen=True, kw_only=True)
class SilenceBasisRenewed(Fact):
    """What allows the procedure was extended, or replaced by another decision, up to and with the day `until`."""

    TOPIC: ClassVar[str] = "SilenceBasisRenewed"
    basis: str
    until: date


@dataclass(frozen=True, kw_only=True)
class SilenceWithdrawn(Fact):
    """The proposal was withdrawn before it had an outcome."""

    TOPIC: ClassVar[str] = "SilenceWithdrawn"


OfARound = SilenceExtended | SilenceSuspended | SilenceResumed | SilenceCorrected | SilenceReplaced | ObjectionFact
"""What changes the round."""

RoundFact = (
    SilenceExtended
    | SilenceSuspended
    | SilenceResumed
    | SilenceCorrected
    | SilenceReplaced
    | SilenceBasisRenewed
    | SilenceWithdrawn
)


@dataclass(frozen=True)
class Round:
    """What the rules need to know of a round: the rules in force when it began stay with it.

    An objection counts only when all of `objections_to` have received it.
    """

    number: int
    began: Entry
    deadline: Deadline
    counts_at_deadline: bool = True
    minimum_hours: int | None = None
    adopted_at: AdoptedAt | None = None
    suspended: bool = False
    received: tuple[Objection, ...] = ()
    objections_to: tuple[str, ...] = ()

    @property
    def counting(self) -> tuple[Objection, ...]:
        """The objections that count: in time, or admitted; not those retracted in time or refused."""
        return tuple(one for one in self.received if one.counts(self.in_time))

    @property
    def undecided(self) -> list[Objection]:
        """The objections in time that did not reach all who must receive them, and were not ruled upon."""
        return [
            one
            for one in self.received
            if not one.complete
            and one.admitted is None
            and self.in_time(one.received)
            and not one.taken_back(self.in_time)
        ]

    def in_time(self, moment: datetime) -> bool:
        """Whether what was received at that moment was in time. At the very deadline is, unless the rules differ."""
        if moment == self.deadline.instant:
            return self.counts_at_deadline
        return moment < self.deadline.instant

    @property
    def short(self) -> bool:
        """Whether the period is shorter than the rules asked for. Of a day alone the whole day is given."""
        if self.minimum_hours is None:
            return False
        return longest_period(self.deadline, self.began) < timedelta(hours=self.minimum_hours)


def after_in_round(found: Round, fact: OfARound) -> Round:
    """The round after `fact`; another one after a replacement."""
    match fact:
        case SilenceExtended():
            return replace(found, deadline=fact.deadline)
        case SilenceSuspended():
            return replace(found, suspended=True)
        case SilenceResumed():
            return replace(found, suspended=False, deadline=fact.deadline or found.deadline)
        case SilenceReplaced():
            return Round(
                found.number + 1,
                fact.entry,
                fact.deadline,
                fact.counts_at_deadline,
                fact.minimum_hours,
                fact.adopted_at,
                objections_to=found.objections_to,
            )
        case SilenceCorrected():
            return found
        case SilenceBroken():
            complete = not fact.addressed or set(found.objections_to) <= set(fact.addressed)
            objection = Objection(fact.entry, fact.received, complete=complete)
            return replace(found, received=(*found.received, objection))
        case ObjectionRetracted():
            return _with(found, fact.objection, retracted=fact.retracted)
        case ObjectionRuled():
            return _with(found, fact.objection, admitted=fact.admitted)
        case _:
            assert_never(fact)


def _with(found: Round, objection: int, **changed: Any) -> Round:  # noqa: ANN401 - the fields of an objection
    received = tuple(replace(one, **changed) if one.entry.place == objection else one for one in found.received)
    return replace(found, received=received)


def longest_period(deadline: Deadline, began: Entry) -> timedelta:
    """How long silence lasts at most: from the moment of the act, or from the first moment of its day."""
    start = began.occurred.at
    if start is None:
        start = datetime.combine(began.occurred.day, time(), tzinfo=zone_named(deadline.zone))
    # Two moments of one zone would be subtracted by their clocks, and lose the hour of the day the clocks change.
    return timedelta(seconds=deadline.instant.timestamp() - start.timestamp())


def not_after(deadline: Deadline, entry: Entry) -> bool:
    """Whether the deadline is not after the act: by instant where both are known, else by day in its zone."""
    if entry.occurred.at is not None:
        return deadline.instant <= entry.occurred.at
    return deadline.local.date() < entry.occurred.day


def surely_passed(deadline: Deadline, entry: Entry) -> bool:
    """Whether the deadline had passed whatever the hour of the act. At the very deadline it has not."""
    if entry.occurred.at is not None:
        return entry.occurred.at > deadline.instant
    return entry.occurred.day > deadline.local.date()


def passed(deadline: Deadline, entry: Entry) -> bool:
    """Whether the deadline may have passed: of an act with only a day, the day of the deadline is enough."""
    if entry.occurred.at is not None:
        return entry.occurred.at > deadline.instant
    return entry.occurred.day >= deadline.local.date()


def must_follow(deadline: Deadline, entry: Entry) -> None:
    """Refuse a deadline that is not after the act that sets it."""
    # The record: a deadline follows the circulation.
    if not_after(deadline, entry):
        raise impossible(
            f"The deadline, {deadline.printed}, is before the circulation on {long_day(entry.occurred.day)}.",
            "Check --until and --at; both take the day, the hour and, with --zone, the clock meant.",
        )


def must_be_in_force(basis: str | None, until: date | None, entry: Entry) -> None:
    """Refuse a basis that has lapsed on the day of the circulation."""
    # The record: what has no basis has none that lapses.
    if until is not None and basis is None:
        raise impossible(f"It is not said what lapses on {long_day(until)}.", "Name the decision: --basis REF")
    # The record: a decision that has lapsed allows nothing.
    if until is not None and until < entry.occurred.day:
        raise impossible(
            f"The basis, {basis}, lapsed on {long_day(until)}, before the circulation.",
            "Name the decision in force and its last day: --basis REF --basis-until DATE",
        )
