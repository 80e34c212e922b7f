"""What comes of a silence procedure: its outcome is announced, a plenary takes note, and something may be unusual."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast

from domain.act import Fact, act
from domain.confirming import remarks as on_a_second_person
from domain.context import Context
from domain.days import long_day
from domain.objections import SilenceBroken
from domain.rounds import Round, passed
from domain.rules import impossible
from domain.silence import (
    Outcome,
    SilenceAnnounced,
    SilenceCirculated,
    SilenceFact,
    SilenceNoted,
    SilenceProcedure,
    evolve,
    must_be_begun,
    must_be_recorded,
    must_run,
)
from domain.silence_rules import remarks_on
from domain.values import Entry


@act
def announce(
    silence: SilenceProcedure, entry: Entry, context: Context, *, at_meeting: str | None = None
) -> SilenceAnnounced:
    """Announce the outcome, computed from the objections recorded so far."""
    found = must_run(silence)
    must_be_recorded(context, at_meeting)
    # The record: no deadline passes while silence is suspended.
    if found.suspended and not found.counting:
        raise impossible(
            f"Silence on {silence.key} is suspended; that no one objected cannot be announced.",
            f"First: nemcon silence resume {silence.key}, or nemcon silence withdraw {silence.key}",
        )
    # The record: "no objection" cannot be known before the deadline has passed.
    if not found.counting and not passed(found.deadline, entry):
        raise impossible(
            f"Silence runs until {found.deadline.printed}; that no one objected cannot be announced before.",
            f"Announce after the deadline: nemcon silence announce {silence.key} --at WHEN",
        )
    # The record: nobody announces an objection that has not come yet.
    first = min((one.received for one in found.counting), default=None)
    if first is not None and entry.occurred.at is not None and entry.occurred.at < first:
        first = first.astimezone(found.deadline.local.tzinfo)
        raise impossible(
            f"The objection that counts was received at {first:%H:%M on} {first:%-d %B %Y}, after that announcement.",
            f"Check the hour: nemcon silence announce {silence.key} --at WHEN",
        )
    outcome = silence.computed
    day = _adopted_on(found, outcome, entry)
    return SilenceAnnounced(entry=entry, outcome=outcome, adopted_on=day, at_meeting=at_meeting)


def _adopted_on(found: Round, outcome: Outcome, entry: Entry) -> date | None:
    """The day of the adoption by the rules of the body; None where nothing was adopted, or they do not say."""
    if outcome == "not_adopted" or found.adopted_at is None:
        return None
    return found.deadline.local.date() if found.adopted_at == "expiry" else entry.occurred.day


@act
def take_note(
    silence: SilenceProcedure, entry: Entry, context: Context, *, by_meeting: str | None = None
) -> SilenceNoted:
    """Record that a plenary meeting took note of the outcome."""
    must_be_begun(silence)
    # The record: what is noted was announced, or is known to have been agreed.
    if silence.outcome is None:
        raise impossible(
            f"The result of {silence.key} has not been announced.", f"First: nemcon silence announce {silence.key}"
        )
    if silence.noted:
        raise impossible(f"A plenary meeting took note of {silence.key} already.", "Nothing needs to be done.")
    must_be_recorded(context, by_meeting)
    return SilenceNoted(entry=entry, by_meeting=by_meeting)


def remarks(silence: SilenceProcedure, fact: Fact, context: Context) -> Iterator[str]:
    """What is unusual of a fact that was accepted, and is recorded all the same."""
    if isinstance(fact, SilenceCirculated):
        yield from remarks_on(fact.body, fact.deadline, fact.addressees, fact.entry, context)
    if isinstance(fact, SilenceBroken) and fact.by_addressee is False:
        yield "Whoever broke the silence is not among those to whom the text was circulated."
    after = evolve(silence, cast("SilenceFact", fact))
    yield from on_a_second_person(silence.body, fact, context)
    yield from _lapse(silence, after, fact)
    incomplete = [] if after.round is None else after.round.undecided
    if isinstance(fact, SilenceAnnounced) and incomplete:
        entries = ", ".join(str(one.entry.number) for one in incomplete)
        yield f"The objection of entry {entries} did not reach all who must receive it, and nobody ruled upon it."


def _lapse(silence: SilenceProcedure, after: SilenceProcedure, fact: Fact) -> Iterator[str]:
    """Silence that runs on when what allows it has lapsed."""
    lapses, deadline = after.basis_until, after.deadline
    if lapses is None or deadline is None or lapses >= deadline.local.date():
        return
    if after.deadline != silence.deadline or isinstance(fact, SilenceAnnounced):
        lapse = "lapsed" if isinstance(fact, SilenceAnnounced) else "lapses"
        yield f"The basis, {after.basis}, {lapse} on {long_day(lapses)}, before the deadline."
