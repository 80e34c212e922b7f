"""A silence procedure: a text stands unless someone objects before a deadline.

The outcome is computed from the deadline and what was received, and is recorded by the announcement; until then a
passed deadline is "expired, result not announced". What happens to a round stands in `domain.rounds`, what objections
are in `domain.objections`; their acts in `domain.circulating`, `domain.objecting` and `domain.announcing`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal, Self

from domain.act import Fact, act
from domain.business import ActStruck
from domain.context import Context, must_still_act
from domain.evolving import replace
from domain.objections import ObjectionFact, ObjectionRuled
from domain.rounds import (
    AdoptedAt,
    CirculatedText,
    Deadline,
    OfARound,
    Round,
    RoundFact,
    SilenceWithdrawn,
    after_in_round,
    must_follow,
)
from domain.rules import impossible, must_be_said
from domain.silence_rules import (
    adopted_at,
    counts_at_deadline,
    minimum_hours,
    must_be_allowed,
    must_be_long_enough,
    remarks_on,
)
from domain.values import Entry, normal

KIND = "silence"

Outcome = Literal["adopted", "not_adopted"]


@dataclass(frozen=True, kw_only=True)
class SilenceAgreed(Fact):
    """A body agreed by silence, and nothing but the day is known: no text, no opening, no deadline."""

    TOPIC: ClassVar[str] = "SilenceAgreed"
    key: str
    body: str
    subject: str


@dataclass(frozen=True, kw_only=True)
class SilenceCirculated(Fact):
    """A text was put under silence, in the languages of `texts`.

    `bears_on` names what it concerns (a meeting, a resolution, a proposal); `basis` what allows the procedure, up to
    and with the day `basis_until`. The rules of the body on that day are noted: `minimum_hours` of silence, whether an
    objection received at the very deadline counts, and what makes the day of the adoption (`adopted_at`).
    """

    TOPIC: ClassVar[str] = "SilenceCirculated"
    key: str
    body: str
    subject: str
    texts: tuple[CirculatedText, ...]
    deadline: Deadline
    addressees: tuple[str, ...]
    bears_on: tuple[str, ...]
    basis: str | None
    basis_until: date | None
    counts_at_deadline: bool
    minimum_hours: int | None
    adopted_at: AdoptedAt | None = None


@dataclass(frozen=True, kw_only=True)
class SilenceAnnounced(Fact):
    """The outcome was announced, as computed at this entry; `adopted_on` where the rules of the body say which day."""

    TOPIC: ClassVar[str] = "SilenceAnnounced"
    outcome: Outcome
    adopted_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class SilenceNoted(Fact):
    """A plenary meeting took note of the outcome: not a second adoption."""

    TOPIC: ClassVar[str] = "SilenceNoted"
    by_meeting: str | None


SilenceFact = (
    SilenceAgreed | SilenceCirculated | RoundFact | ObjectionFact | SilenceAnnounced | SilenceNoted | ActStruck
)


@dataclass(frozen=True)
class SilenceProcedure:
    """What the rules need to know of a silence procedure; `round` is the last one, None where only a day is known."""

    key: str | None = None
    body: str | None = None
    subject: str = ""
    opened: Entry | None = None
    agreed: Entry | None = None
    announced: Entry | None = None
    round: Round | None = None
    basis_until: date | None = None
    withdrawn: bool = False
    outcome: Outcome | None = None
    adopted_on: date | None = None
    noted: bool = False

    @property
    def deadline(self) -> Deadline | None:
        """The deadline of the last round."""
        return None if self.round is None else self.round.deadline

    @property
    def objections(self) -> int:
        """How many objections count in the last round."""
        return 0 if self.round is None else len(self.round.counting)

    @property
    def contested(self) -> bool:
        """Whether what is known now would have given another outcome than the one announced."""
        return self.round is not None and self.outcome is not None and self.outcome != self.computed

    @property
    def computed(self) -> Outcome:
        """What comes of it by what is known."""
        return "not_adopted" if self.objections else "adopted"

    def part(self, kind: type[Any]) -> Self:
        """The procedure itself: it has no parts."""
        del kind
        return self


def _new(silence: SilenceProcedure, context: Context, key: str, body: str, subject: str) -> None:
    must_be_said(key, "key")
    # The record: a key is given once.
    if silence.key is not None:
        raise impossible(
            f"The silence procedure {silence.key} is in the record already.",
            f"See it: nemcon silence show {silence.key}; for another one choose another key.",
        )
    found = context.body(body)
    if found is None:
        raise impossible(
            f"The body {body} is not in the register.", f"First: nemcon body bureau KEY, or nemcon body add {body} NAME"
        )
    must_still_act(found)
    if not subject.strip():
        raise impossible("A silence procedure has a subject.", "Name it: nemcon silence circulate KEY BODY SUBJECT")


@act
def note_agreement(
    silence: SilenceProcedure, entry: Entry, context: Context, *, key: str, body: str, subject: str
) -> SilenceAgreed:
    """Record that a body agreed by silence on a day, everything else being unknown."""
    _new(silence, context, key, body, subject)
    return SilenceAgreed(entry=entry, key=key, body=body, subject=normal(subject))


@act
def circulate(
    silence: SilenceProcedure,
    entry: Entry,
    context: Context,
    *,
    key: str,
    body: str,
    subject: str,
    deadline: Deadline,
    texts: tuple[CirculatedText, ...] = (),
    addressees: tuple[str, ...] = (),
    bears_on: tuple[str, ...] = (),
    basis: str | None = None,
    basis_until: date | None = None,
) -> SilenceCirculated:
    """Put a text under silence until a deadline."""
    _new(silence, context, key, body, subject)
    must_follow(deadline, entry)
    must_be_allowed(body, entry, context)
    must_be_long_enough(body, deadline, entry, context)
    # The record: what has no basis has none that lapses.
    if basis_until is not None and basis is None:
        raise impossible(f"It is not said what lapses on {basis_until:%-d %B %Y}.", "Name the decision: --basis REF")
    # The record: a decision that has lapsed allows nothing.
    if basis_until is not None and basis_until < entry.occurred.day:
        raise impossible(
            f"The basis, {basis}, lapsed on {basis_until:%-d %B %Y}, before the circulation.",
            "Name the decision in force and its last day: --basis REF --basis-until DATE",
        )
    return SilenceCirculated(
        entry=entry,
        key=key,
        body=body,
        subject=normal(subject),
        texts=texts,
        deadline=deadline,
        addressees=addressees,
        bears_on=bears_on,
        basis=basis,
        basis_until=basis_until,
        counts_at_deadline=counts_at_deadline(body, entry, context),
        minimum_hours=minimum_hours(body, context),
        adopted_at=adopted_at(body, entry, context),
    )


def must_be_circulated(silence: SilenceProcedure) -> Round:
    """The round under way or the last one; refused where there is none, or where all was withdrawn."""
    # The record: what was never circulated cannot be broken or announced.
    if silence.round is None:
        raise impossible(
            f"The silence procedure {silence.key or ''} was never circulated here; only its day may be known.",
            "Circulate it first: nemcon silence circulate KEY BODY SUBJECT --until WHEN",
        )
    # The record: nothing more happens to what was withdrawn.
    if silence.withdrawn:
        raise impossible(
            f"The silence procedure {silence.key} was withdrawn.",
            f"For another one choose another key; see it: nemcon history silence {silence.key}",
        )
    return silence.round


def must_run(silence: SilenceProcedure) -> Round:
    """The round under way; refused where the result was announced."""
    found = must_be_circulated(silence)
    # The record: what was announced stands.
    if silence.outcome is not None:
        raise impossible(
            f"The result of {silence.key} was announced already: {silence.outcome.replace('_', ' ')}.",
            f"If that was an error: nemcon history silence {silence.key}, then nemcon strike ENTRY --reason TEXT",
        )
    return found


def remarks(silence: SilenceProcedure, fact: Fact, context: Context) -> Iterator[str]:
    """What is worth saying of a fact that was accepted, and is recorded all the same."""
    if isinstance(fact, SilenceCirculated):
        yield from remarks_on(fact.body, fact.deadline, fact.addressees, fact.entry, context)
    del silence


def evolve(silence: SilenceProcedure, fact: SilenceFact) -> SilenceProcedure:
    """The procedure after `fact`."""
    match fact:
        case SilenceAgreed():
            return replace(
                silence, key=fact.key, body=fact.body, subject=fact.subject, agreed=fact.entry, outcome="adopted"
            )
        case SilenceCirculated():
            return replace(
                silence,
                key=fact.key,
                body=fact.body,
                subject=fact.subject,
                opened=fact.entry,
                basis_until=fact.basis_until,
                round=Round(1, fact.entry, fact.deadline, fact.counts_at_deadline, fact.minimum_hours, fact.adopted_at),
            )
        case SilenceWithdrawn():
            return replace(silence, withdrawn=True)
        case SilenceAnnounced():
            return replace(silence, outcome=fact.outcome, adopted_on=fact.adopted_on, announced=fact.entry)
        case SilenceNoted():
            return replace(silence, noted=True)
        case ActStruck():
            return silence
        case _:
            return silence if silence.round is None else _in_the_round(silence, silence.round, fact)


def _in_the_round(silence: SilenceProcedure, found: Round, fact: OfARound) -> SilenceProcedure:
    after = replace(silence, round=after_in_round(found, fact))
    # A ruling that admits an objection settles a result announced before it; one that refuses it lets it stand.
    settles = silence.outcome is not None and isinstance(fact, ObjectionRuled) and fact.admitted
    return replace(after, outcome=after.computed, adopted_on=None) if settles else after
