"""A proposal is put: the action that the body takes on it, what must come before it, and what is unusual about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.act import Fact, act
from domain.confirming import remarks as on_a_second_person
from domain.context import Context
from domain.pending import must_be_amendable, must_be_pending
from domain.proposal import (
    KIND,
    ActionOutcome,
    BudgetImplicationsRead,
    Proposal,
    ProposalAmended,
    ProposalPut,
    ProposalSubmitted,
    SponsorshipWithdrawn,
)
from domain.proposing import must_be_in_the_room
from domain.questions import Question
from domain.rules import impossible
from domain.silence import SilenceProcedure, must_be_announced
from domain.values import Entry, Mode, Taken
from domain.wording import capital, the

ELSEWHERE = {Mode.SILENCE, Mode.CORRESPONDENCE}
_FOR_AND_AGAINST = re.compile(r"(\d+)-(\d+)")


@act
def put_proposal(
    proposal: Proposal,
    entry: Entry,
    context: Context,
    *,
    outcome: ActionOutcome,
    taken: Taken,
    amendments: tuple[str, ...] = (),
    silence: str | None = None,
    sitting: int | None = None,
    resumed: bool = False,
    en_bloc: bool = False,
    at_meeting: str | None = None,
) -> ProposalPut:
    """Take action on a proposal: adopt it, reject it, or decide to take no action on it.

    `amendments` are the first symbols of all that were submitted to it. `at_meeting` is another meeting that acts on it
    than the one to which it was submitted: the plenary, on what a committee recommended to it.
    """
    submitted = must_be_pending(proposal, at_meeting)
    meeting = at_meeting or submitted.meeting
    acting = context.state("meeting", meeting).schedule
    # The record: only a meeting that is there acts on it.
    if at_meeting is not None and acting.body is None:
        raise impossible(f"The meeting {at_meeting} is not in the record on that day.", "List them: nemcon status")
    if submitted.to is not None:
        must_be_amendable(context.state(KIND, submitted.to), entry, meeting)
    if taken.how not in ELSEWHERE:
        must_be_in_the_room(meeting, entry, context)
    if silence is not None:
        _must_have_stood(proposal, silence, context.state("silence", silence))
    _must_be_counted_right(proposal, outcome, taken)
    # The record: an adopted text is numbered by what records it.
    if taken.number is not None:
        raise impossible(
            f"{capital(proposal.called)} gets its number when the text is recorded.",
            f"Leave out --decision; then: nemcon resolution record REF --proposal {proposal.symbol}",
        )
    amendments = tuple(one for one in amendments if _submitted_to(one, context) == meeting)
    before = waiting(amendments, context)
    # For instance General Assembly, rule 90: "the amendment shall be voted on first".
    if before and outcome != "no_action":
        context.rules(acting.body).forbid(
            Question.AMENDMENTS_FIRST,
            entry,
            f"No action was taken on the amendment{'s' if before[1:] else ''} {', '.join(before)}.",
            f"First: nemcon proposal put {before[0]}; or, if it was withdrawn: nemcon proposal withdraw {before[0]}",
        )
    submitted_to_it = [context.state(KIND, one) for one in amendments]
    return ProposalPut(
        entry=entry,
        outcome=outcome,
        taken=taken,
        amendments=amendments,
        amended=tuple(one.symbol for one in submitted_to_it if one.adopted),
        silence=silence,
        sitting=sitting,
        resumed=resumed,
        en_bloc=en_bloc,
        at_meeting=at_meeting,
        body=None if at_meeting is None else acting.body,
        body_short=None if at_meeting is None else acting.short,
    )


def _submitted_to(amendment: str, context: Context) -> str | None:
    """The meeting to which an amendment was submitted: one that a committee left aside is not before the plenary."""
    submitted: ProposalSubmitted | None = context.state(KIND, amendment).submitted
    return None if submitted is None else submitted.meeting


def _must_have_stood(proposal: Proposal, key: str, silence: SilenceProcedure) -> None:
    # The record: a text is adopted by silence once it is announced, or known, that nobody objected.
    must_be_announced(silence, key)
    if silence.outcome != "adopted":
        raise impossible(
            f"Silence on {silence.key} was broken; {proposal.called} was not adopted by it.",
            f"Begin another round under another key, or put it in the room: nemcon proposal put {proposal.symbol}",
        )


def _must_be_counted_right(proposal: Proposal, outcome: ActionOutcome, taken: Taken) -> None:
    found = _FOR_AND_AGAINST.match(taken.tally or "")
    # The record: no rule adopts what more voted against than for. The reverse may be: a veto, a qualified majority.
    if outcome == "adopted" and found is not None and int(found[1]) < int(found[2]):
        raise impossible(
            f"With {found[1]} for and {found[2]} against, {proposal.called} was not adopted.",
            f"Record it as rejected: nemcon proposal put {proposal.symbol} --rejected --tally {taken.tally}",
        )


def waiting(amendments: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The amendments, of those named, on which no action was taken and which were not withdrawn, by their symbols."""
    named = [context.state(KIND, one) for one in amendments]
    return tuple(one.symbol for one in named if one.pending)


def remarks(proposal: Proposal, fact: Fact, context: Context) -> Iterator[str]:
    """What is unusual about an act on a proposal that was accepted all the same."""
    submitted = proposal.submitted
    if submitted is not None:  # the natural key of a meeting begins with that of its body
        yield from on_a_second_person(submitted.meeting.rpartition(" ")[0], fact, context)
    match fact:
        case ProposalPut():
            yield from _not_recommended(proposal, fact)
            if fact.taken.how not in ELSEWHERE:
                yield from _outside(proposal.submitted, fact, context)
                yield from _passed_over(fact, context)
        case ProposalAmended() | BudgetImplicationsRead():
            yield from _outside(proposal.submitted, fact, context)
        case SponsorshipWithdrawn() if len(fact.sponsors) == len(proposal.sponsors):
            yield f"{capital(proposal.called)} has no sponsor left."
        case _:
            return


def _outside(submitted: ProposalSubmitted | None, fact: Fact, context: Context) -> Iterator[str]:
    when = fact.entry.occurred
    if when.at is None or submitted is None:
        return
    meeting = getattr(fact, "at_meeting", None) or submitted.meeting
    if not context.state("meeting", meeting).sittings.held_at(when):
        yield f"{fact.entry.occurred.local:%H:%M} is outside the sittings recorded."


def _not_recommended(proposal: Proposal, fact: ProposalPut) -> Iterator[str]:
    """Another meeting acts on it, which that of its submission did not adopt, as far as the record knows."""
    if fact.at_meeting is None or proposal.adopted or proposal.submitted is None:
        return
    the_body = the(proposal.submitted.body_short)
    if proposal.action is None:
        yield f"The record holds no action of {the_body} on {proposal.called}."
    else:
        yield f"{capital(the_body)} did not adopt {proposal.called} (entry {proposal.action.entry.number})."


def _passed_over(fact: ProposalPut, context: Context) -> Iterator[str]:
    for one in waiting(fact.amendments, context):
        yield f"No action was taken on the amendment {one}, which lapses."
