"""A silence procedure: a text stands unless someone objects before a deadline.

An objection received at or before the deadline counts. The outcome is computed from the deadline and what was
received, and is recorded by the announcement; until then a passed deadline is "expired, result not announced".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Literal, Self, assert_never

from domain.act import Fact, act
from domain.business import ActStruck
from domain.context import Context
from domain.evolving import replace
from domain.rules import impossible, must_be_said
from domain.values import Entry, Sealed, normal, zone_named

KIND = "silence"

Outcome = Literal["adopted", "not_adopted"]


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
class SilenceAgreed(Fact):
    """A body agreed by silence, and nothing but the day is known: no text, no opening, no deadline."""

    TOPIC: ClassVar[str] = "SilenceAgreed"
    key: str
    body: str
    subject: str


@dataclass(frozen=True, kw_only=True)
class SilenceCirculated(Fact):
    """A text was put under silence. `text_sha256` is of the file circulated, `text_name` its name.

    `bears_on` names what it concerns (a meeting, a resolution, a proposal).
    """

    TOPIC: ClassVar[str] = "SilenceCirculated"
    key: str
    body: str
    subject: str
    text_name: str | None
    text_sha256: str | None
    deadline: Deadline
    addressees: tuple[str, ...]
    bears_on: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SilenceBroken(Fact):
    """An objection, or an amendment in place of one, was received. Who broke the silence is sealed."""

    TOPIC: ClassVar[str] = "SilenceBroken"
    received: datetime
    channel: str | None
    amendment: str | None
    objector: Sealed | None


@dataclass(frozen=True, kw_only=True)
class SilenceAnnounced(Fact):
    """The outcome was announced, as computed at this entry."""

    TOPIC: ClassVar[str] = "SilenceAnnounced"
    outcome: Outcome


@dataclass(frozen=True, kw_only=True)
class SilenceNoted(Fact):
    """A plenary meeting took note of the outcome: not a second adoption."""

    TOPIC: ClassVar[str] = "SilenceNoted"
    by_meeting: str | None


SilenceFact = SilenceAgreed | SilenceCirculated | SilenceBroken | SilenceAnnounced | SilenceNoted | ActStruck


@dataclass(frozen=True)
class SilenceProcedure:
    """What the rules need to know of a silence procedure."""

    key: str | None = None
    body: str | None = None
    subject: str = ""
    opened: Entry | None = None
    agreed: Entry | None = None
    deadline: Deadline | None = None
    received: tuple[datetime, ...] = ()
    outcome: Outcome | None = None
    noted: bool = False

    @property
    def objections(self) -> int:
        """How many objections were received at or before the deadline."""
        return 0 if self.deadline is None else sum(at <= self.deadline.instant for at in self.received)

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
    if context.body(body) is None:
        raise impossible(
            f"The body {body} is not in the register.", f"First: nemcon body bureau KEY, or nemcon body add {body} NAME"
        )
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
    text_name: str | None = None,
    text_sha256: str | None = None,
    addressees: tuple[str, ...] = (),
    bears_on: tuple[str, ...] = (),
) -> SilenceCirculated:
    """Put a text under silence until a deadline."""
    _new(silence, context, key, body, subject)
    # The record: a deadline follows the circulation.
    if _before(deadline, entry):
        raise impossible(
            f"The deadline, {deadline.printed}, is before the circulation on {entry.occurred.day:%-d %B %Y}.",
            "Check --until and --at; both take the day, the hour and, with --zone, the clock meant.",
        )
    return SilenceCirculated(
        entry=entry,
        key=key,
        body=body,
        subject=normal(subject),
        text_name=text_name,
        text_sha256=text_sha256,
        deadline=deadline,
        addressees=addressees,
        bears_on=bears_on,
    )


def _before(deadline: Deadline, entry: Entry) -> bool:
    """Whether the deadline is not after the act: by instant where both are known, else by day in its zone."""
    if entry.occurred.at is not None:
        return deadline.instant <= entry.occurred.at
    return deadline.local.date() < entry.occurred.day


def _running(silence: SilenceProcedure) -> Deadline:
    # The record: what was never circulated cannot be broken or announced.
    if silence.deadline is None:
        raise impossible(
            f"The silence procedure {silence.key or ''} was never circulated here; only its day may be known.",
            "Circulate it first: nemcon silence circulate KEY BODY SUBJECT --until WHEN",
        )
    if silence.outcome is not None:
        raise impossible(
            f"The result of {silence.key} was announced already: {silence.outcome.replace('_', ' ')}.",
            f"If that was an error: nemcon history silence {silence.key}, then nemcon strike ENTRY --reason TEXT",
        )
    return silence.deadline


@act
def break_silence(
    silence: SilenceProcedure,
    entry: Entry,
    context: Context,
    *,
    received: datetime,
    channel: str | None = None,
    amendment: str | None = None,
    objector: Sealed | None = None,
) -> SilenceBroken:
    """Record an objection, in time or late."""
    del context
    _running(silence)
    if received.tzinfo is None:
        raise impossible("An hour without its zone does not say when.", "Give the hour with its zone.")
    # The record: silence that was not yet asked for cannot be broken.
    if silence.opened is not None and _earlier(received, silence.opened):
        raise impossible(
            f"The objection would have been received before the circulation on "
            f"{silence.opened.occurred.day:%-d %B %Y} (entry {silence.opened.number}).",
            "Check --received: it takes the day and the hour, on the clock of the letter.",
        )
    return SilenceBroken(entry=entry, received=received, channel=channel, amendment=amendment, objector=objector)


def _earlier(moment: datetime, opened: Entry) -> bool:
    """Whether a moment is before an act: by instant where the act has one, else by its day."""
    if opened.occurred.at is not None:
        return moment < opened.occurred.at
    return moment.date() < opened.occurred.day


@act
def announce(silence: SilenceProcedure, entry: Entry, context: Context) -> SilenceAnnounced:
    """Announce the outcome, computed from the objections recorded so far."""
    del context
    deadline = _running(silence)
    # The record: "no objection" cannot be known before the deadline has passed.
    if silence.objections == 0 and not _passed(deadline, entry):
        raise impossible(
            f"Silence runs until {deadline.printed}; that no one objected cannot be announced before.",
            f"Announce after the deadline: nemcon silence announce {silence.key} --at WHEN",
        )
    return SilenceAnnounced(entry=entry, outcome="not_adopted" if silence.objections else "adopted")


def _passed(deadline: Deadline, entry: Entry) -> bool:
    """Whether the deadline had passed: by instant where the act has one, else by day in the deadline's zone."""
    if entry.occurred.at is not None:
        return entry.occurred.at > deadline.instant
    return entry.occurred.day >= deadline.local.date()


@act
def take_note(
    silence: SilenceProcedure, entry: Entry, context: Context, *, by_meeting: str | None = None
) -> SilenceNoted:
    """Record that a plenary meeting took note of the outcome."""
    # The record: what is noted was announced, or is known to have been agreed.
    if silence.outcome is None:
        raise impossible(
            f"The result of {silence.key or 'this procedure'} has not been announced.",
            f"First: nemcon silence announce {silence.key or 'KEY'}",
        )
    if silence.noted:
        raise impossible(f"A plenary meeting took note of {silence.key} already.", "Nothing needs to be done.")
    if by_meeting is not None and not context.exists("meeting", by_meeting):
        raise impossible(f"The meeting {by_meeting} is not in the record.", "List them: nemcon status")
    return SilenceNoted(entry=entry, by_meeting=by_meeting)


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
                deadline=fact.deadline,
            )
        case SilenceBroken():
            return replace(silence, received=(*silence.received, fact.received))
        case SilenceAnnounced():
            return replace(silence, outcome=fact.outcome)
        case SilenceNoted():
            return replace(silence, noted=True)
        case ActStruck():
            return silence
        case _:
            assert_never(fact)
