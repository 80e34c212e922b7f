"""The acts that end a silence procedure: the outcome is announced, and a plenary meeting takes note of it."""

from __future__ import annotations

from datetime import date

from domain.act import act
from domain.context import Context
from domain.rounds import Round, passed
from domain.rules import impossible
from domain.silence import Outcome, SilenceAnnounced, SilenceNoted, SilenceProcedure, must_run
from domain.values import Entry


@act
def announce(silence: SilenceProcedure, entry: Entry, context: Context) -> SilenceAnnounced:
    """Announce the outcome, computed from the objections recorded so far."""
    del context
    found = must_run(silence)
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
    outcome = silence.computed
    return SilenceAnnounced(entry=entry, outcome=outcome, adopted_on=_adopted_on(found, outcome, entry))


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
