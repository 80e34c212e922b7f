"""The acts on a round of silence: extend, suspend, resume, correct the text, replace it by a new round, withdraw."""

from __future__ import annotations

from datetime import date

from domain.act import act
from domain.context import Context
from domain.days import long_day
from domain.rounds import (
    CirculatedText,
    Deadline,
    Round,
    SilenceBasisRenewed,
    SilenceCorrected,
    SilenceExtended,
    SilenceReplaced,
    SilenceResumed,
    SilenceSuspended,
    SilenceWithdrawn,
    must_follow,
    surely_passed,
)
from domain.rules import impossible
from domain.silence import SilenceProcedure, must_not_be_withdrawn, must_run
from domain.silence_rules import adopted_at, counts_at_deadline, minimum_hours, must_be_allowed, must_be_long_enough
from domain.values import Entry, normal


def _open(silence: SilenceProcedure, entry: Entry) -> Round:
    """The round, while anything can still be done about it."""
    found = must_run(silence)
    # docs/decisions/0019: when the deadline has passed without objection the text stands.
    if not found.suspended and not found.counting and surely_passed(found.deadline, entry):
        raise impossible(
            f"Silence on {silence.key} ended at its deadline, {found.deadline.printed}, and no objection is recorded.",
            f"Announce it: nemcon silence announce {silence.key}; for another text circulate it under another key.",
        )
    return found


@act
def extend_silence(silence: SilenceProcedure, entry: Entry, context: Context, *, deadline: Deadline) -> SilenceExtended:
    """Move the deadline later while silence is running."""
    del context
    found = _open(silence, entry)
    _not_suspended(silence, found)
    # docs/decisions/0019: a deadline that has passed is not extended, broken or not.
    if surely_passed(found.deadline, entry):
        raise impossible(
            f"The deadline of {silence.key}, {found.deadline.printed}, has passed; silence was broken.",
            f"Begin a new round: nemcon silence replace {silence.key} --text FILE --until WHEN",
        )
    # The record: an extension gives more time.
    if deadline.instant <= found.deadline.instant:
        raise impossible(
            f"{deadline.printed} is not after the deadline of {silence.key}, {found.deadline.printed}.",
            "Give the later deadline: --until WHEN; if the first was entered wrongly: nemcon correct ENTRY ...",
        )
    return SilenceExtended(entry=entry, deadline=deadline)


@act
def suspend_silence(silence: SilenceProcedure, entry: Entry, context: Context) -> SilenceSuspended:
    """Suspend silence: no deadline passes until it is resumed."""
    del context
    _not_suspended(silence, _open(silence, entry))
    return SilenceSuspended(entry=entry)


def _not_suspended(silence: SilenceProcedure, found: Round) -> None:
    # The record: what is suspended already is resumed first.
    if found.suspended:
        raise impossible(
            f"Silence on {silence.key} is suspended already.",
            f"Resume it: nemcon silence resume {silence.key} --until WHEN",
        )


@act
def resume_silence(
    silence: SilenceProcedure, entry: Entry, context: Context, *, deadline: Deadline | None = None
) -> SilenceResumed:
    """Resume silence, with its deadline or with another one."""
    del context
    found = must_run(silence)
    # The record: only what is suspended is resumed.
    if not found.suspended:
        raise impossible(f"Silence on {silence.key} is not suspended.", "Nothing needs to be done.")
    # The record: silence is not resumed after its end.
    if deadline is None and surely_passed(found.deadline, entry):
        raise impossible(
            f"The deadline of {silence.key}, {found.deadline.printed}, passed while silence was suspended.",
            f"Say until when: nemcon silence resume {silence.key} --until WHEN",
        )
    if deadline is not None:
        must_follow(deadline, entry)
    return SilenceResumed(entry=entry, deadline=deadline)


@act
def correct_text(
    silence: SilenceProcedure, entry: Entry, context: Context, *, texts: tuple[CirculatedText, ...]
) -> SilenceCorrected:
    """Correct the text in the same round: the deadline and the objections stand."""
    del context
    _open(silence, entry)
    _must_have_text(silence, texts)
    return SilenceCorrected(entry=entry, texts=texts)


@act
def replace_text(
    silence: SilenceProcedure,
    entry: Entry,
    context: Context,
    *,
    texts: tuple[CirculatedText, ...],
    deadline: Deadline,
) -> SilenceReplaced:
    """Put another text under silence: a new round, to which earlier objections do not apply."""
    _open(silence, entry)
    _must_have_text(silence, texts)
    must_follow(deadline, entry)
    must_be_allowed(silence.body, entry, context)
    must_be_long_enough(silence.body, deadline, entry, context)
    return SilenceReplaced(
        entry=entry,
        texts=texts,
        deadline=deadline,
        counts_at_deadline=counts_at_deadline(silence.body, entry, context),
        minimum_hours=minimum_hours(silence.body, context),
        adopted_at=adopted_at(silence.body, entry, context),
    )


def _must_have_text(silence: SilenceProcedure, texts: tuple[CirculatedText, ...]) -> None:
    # The record: another text is one that can be shown.
    if not texts:
        raise impossible(f"No text is given for {silence.key}.", "Name the file that was sent: --text FILE")


@act
def withdraw_silence(silence: SilenceProcedure, entry: Entry, context: Context) -> SilenceWithdrawn:
    """Withdraw the proposal before it has an outcome."""
    del context
    must_not_be_withdrawn(silence)
    # The record: a draft that nobody was asked about is withdrawn at any time.
    if silence.drafted is None or silence.round is not None:
        _open(silence, entry)
    return SilenceWithdrawn(entry=entry)


@act
def renew_basis(
    silence: SilenceProcedure, entry: Entry, context: Context, *, basis: str, until: date
) -> SilenceBasisRenewed:
    """Record that what allows the procedure was extended, or replaced, until another day."""
    del context
    must_run(silence)
    # The record: only what lapses is extended, and an extension gives more time.
    if silence.basis_until is None:
        raise impossible(f"Of {silence.key} no basis that lapses is recorded.", "Nothing needs to be done.")
    if until <= silence.basis_until:
        raise impossible(
            f"{long_day(until)} is not after the day on which {silence.basis} lapses, {long_day(silence.basis_until)}.",
            "Give the later day: --until DATE",
        )
    return SilenceBasisRenewed(entry=entry, basis=normal(basis), until=until)
