"""A silence procedure: a text stands unless someone objects before a deadline.

The outcome is computed from the deadline and what was received, and is recorded by the announcement; until then a
passed deadline is "expired, result not announced". What happens to a round stands in `domain.rounds`, what objections
are in `domain.objections`; the acts in `domain.beginning`, `domain.circulating`, `domain.objecting`,
`domain.announcing` and `domain.attaching`.
"""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Literal, Self

from domain.act import Fact
from domain.business import ActStruck
from domain.context import Context
from domain.evolving import replace
from domain.late import dataclass
from domain.objections import ObjectionFact, ObjectionRuled
from domain.rounds import (
    AdoptedAt,
    CirculatedText,
    Deadline,
    OfARound,
    Round,
    RoundFact,
    SilenceBasisRenewed,
    SilenceWithdrawn,
    after_in_round,
)
from domain.rules import impossible
from domain.statements import StatementAttached
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
class SilenceDrafted(Fact):
    """A text was prepared that is to be put under silence; nobody is asked yet."""

    TOPIC: ClassVar[str] = "SilenceDrafted"
    key: str
    body: str
    subject: str
    texts: tuple[CirculatedText, ...]


@dataclass(frozen=True, kw_only=True)
class SilenceCirculated(Fact):
    """A text was put under silence, in the languages of `texts`; `at_meeting` where it was proposed at a meeting.

    `bears_on` names what it concerns (a meeting, a resolution, a proposal); `basis` what allows the procedure, up to
    and with the day `basis_until`; `objections_to` are those who must all receive an objection. The rules of the body
    on that day are noted: `minimum_hours` of silence, whether an objection received at the very deadline counts, and
    what makes the day of the adoption (`adopted_at`).
    """

    TOPIC: ClassVar[str] = "SilenceCirculated"
    key: str
    body: str
    subject: str
    texts: tuple[CirculatedText, ...]
    deadline: Deadline
    addressees: tuple[str, ...]
    objections_to: tuple[str, ...]
    at_meeting: str | None
    bears_on: tuple[str, ...]
    basis: str | None
    basis_until: date | None
    counts_at_deadline: bool
    minimum_hours: int | None
    adopted_at: AdoptedAt | None = None


@dataclass(frozen=True, kw_only=True)
class SilenceAnnounced(Fact):
    """The outcome was announced, as computed at this entry: by letter, or at a meeting.

    `adopted_on` is the day of the adoption, where the rules of the body say which that is.
    """

    TOPIC: ClassVar[str] = "SilenceAnnounced"
    outcome: Outcome
    at_meeting: str | None
    adopted_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class SilenceNoted(Fact):
    """A plenary meeting took note of the outcome: not a second adoption."""

    TOPIC: ClassVar[str] = "SilenceNoted"
    by_meeting: str | None


SilenceFact = (
    SilenceAgreed
    | SilenceDrafted
    | SilenceCirculated
    | RoundFact
    | ObjectionFact
    | StatementAttached
    | SilenceAnnounced
    | SilenceNoted
    | ActStruck
)


@dataclass(frozen=True)
class SilenceProcedure:
    """What the rules need to know of a silence procedure; `round` is the last one, None where only a day is known."""

    key: str | None = None
    body: str | None = None
    subject: str = ""
    drafted: Entry | None = None
    opened: Entry | None = None
    agreed: Entry | None = None
    announced: Entry | None = None
    round: Round | None = None
    addressees: tuple[str, ...] = ()
    basis: str | None = None
    basis_until: date | None = None
    withdrawn: bool = False
    outcome: Outcome | None = None
    adopted_on: date | None = None
    noted: bool = False
    statements: int = 0

    @property
    def deadline(self) -> Deadline | None:
        """The deadline of the last round."""
        return None if self.round is None else self.round.deadline

    @property
    def objections(self) -> int:
        """How many objections count in the last round."""
        return 0 if self.round is None else len(self.round.counting)

    def circulated_to(self, name: str | None) -> bool | None:
        """Whether that one is among the addressees; None where this cannot be told: a single one stands for many."""
        if name is None or len(self.addressees) <= 1:
            return None
        return normal(name).casefold() in {normal(one).casefold() for one in self.addressees}

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


def must_be_recorded(context: Context, meeting: str | None) -> None:
    """Refuse a meeting that is not in the record."""
    if meeting is not None and not context.exists("meeting", meeting):
        raise impossible(f"The meeting {meeting} is not in the record.", "List them: nemcon status")


def must_be_circulated(silence: SilenceProcedure) -> Round:
    """The round under way or the last one; refused where there is none, or where all was withdrawn."""
    must_not_be_withdrawn(silence)
    must_be_begun(silence)
    # The record: what was never circulated cannot be broken or announced.
    if silence.round is None:
        known = "is drafted and was not circulated by then" if silence.drafted else "was never circulated here"
        only = "" if silence.drafted else "; only its day may be known"
        raise impossible(
            f"The silence procedure {silence.key} {known}{only}.",
            "Circulate it first: nemcon silence circulate KEY BODY SUBJECT --until WHEN",
        )
    return silence.round


def must_be_begun(silence: SilenceProcedure) -> None:
    """Refuse what would have happened before anything else did."""
    # The record: nothing comes of a text before it is under silence.
    if silence.key is None:
        raise impossible(
            "The text was not yet under silence then.", "Check --at and --received: they come after the circulation."
        )


def must_not_be_withdrawn(silence: SilenceProcedure) -> None:
    """Refuse where the proposal was withdrawn."""
    # The record: nothing more happens to what was withdrawn.
    if silence.withdrawn:
        raise impossible(
            f"The silence procedure {silence.key} was withdrawn.",
            f"For another one choose another key; see it: nemcon history silence {silence.key}",
        )


def must_be_announced(silence: SilenceProcedure, key: str) -> None:
    """Refuse what rests on the result of a silence procedure that nobody has announced by that day."""
    if silence.outcome is None:
        raise impossible(
            f"The result of the silence procedure {silence.key or key} has not been announced on that day.",
            f"First: nemcon silence announce {silence.key or 'KEY'} --at WHEN",
        )


def must_run(silence: SilenceProcedure) -> Round:
    """The round under way; refused where the result was announced."""
    found = must_be_circulated(silence)
    # The record: what was announced stands.
    if silence.outcome is not None:
        raise impossible(
            f"The result of {silence.key} was announced already: {silence.outcome.replace('_', ' ')}.",
            "Another text has a procedure of its own: nemcon silence circulate KEY BODY SUBJECT; if that was an error: "
            f"nemcon history silence {silence.key}, then nemcon strike ENTRY --reason TEXT",
        )
    return found


def evolve(silence: SilenceProcedure, fact: SilenceFact) -> SilenceProcedure:
    """The procedure after `fact`."""
    match fact:
        case SilenceAgreed():
            return replace(
                silence, key=fact.key, body=fact.body, subject=fact.subject, agreed=fact.entry, outcome="adopted"
            )
        case SilenceDrafted():
            return replace(silence, key=fact.key, body=fact.body, subject=fact.subject, drafted=fact.entry)
        case SilenceCirculated():
            return _circulated(silence, fact)
        case SilenceBasisRenewed():
            return replace(silence, basis=fact.basis, basis_until=fact.until)
        case SilenceWithdrawn():
            return replace(silence, withdrawn=True)
        case SilenceAnnounced():
            return replace(silence, outcome=fact.outcome, adopted_on=fact.adopted_on, announced=fact.entry)
        case SilenceNoted():
            return replace(silence, noted=True)
        case StatementAttached():
            return replace(silence, statements=silence.statements + 1)
        case ActStruck():
            return silence
        case _:
            return silence if silence.round is None else _in_the_round(silence, silence.round, fact)


def _circulated(silence: SilenceProcedure, fact: SilenceCirculated) -> SilenceProcedure:
    began = Round(1, fact.entry, fact.deadline, fact.counts_at_deadline, fact.minimum_hours, fact.adopted_at)
    return replace(
        silence,
        key=fact.key,
        body=fact.body,
        subject=fact.subject,
        opened=fact.entry,
        addressees=fact.addressees,
        basis=fact.basis,
        basis_until=fact.basis_until,
        round=replace(began, objections_to=fact.objections_to),
    )


def _in_the_round(silence: SilenceProcedure, found: Round, fact: OfARound) -> SilenceProcedure:
    after = replace(silence, round=after_in_round(found, fact))
    # A ruling that admits an objection settles a result announced before it; one that refuses it lets it stand.
    settles = silence.outcome is not None and isinstance(fact, ObjectionRuled) and fact.admitted
    return replace(after, outcome=after.computed, adopted_on=None) if settles else after
