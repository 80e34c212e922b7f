"""Is a proposal still before the body? What an act on it must find, and what it is told where it does not."""

from __future__ import annotations

from domain.days import dated
from domain.proposal import Proposal, ProposalPut, ProposalSubmitted
from domain.rules import OutOfOrder, impossible
from domain.values import Entry, normal
from domain.wording import capital


def must_be_pending(proposal: Proposal, at_meeting: str | None = None) -> ProposalSubmitted:
    """How the proposal was submitted; refused where it was not, was withdrawn, or where action was taken on it.

    Another meeting, `at_meeting`, may act on what the one to which it was submitted has acted on.
    """
    submitted = must_be_submitted(proposal)
    action = proposal.action if at_meeting is None else proposal.action_of(at_meeting)
    # The record: the body acts once; another time is a reconsideration of what it did.
    if action is not None:
        raise acted(proposal, action)
    # The record: what was withdrawn is not before the body.
    if proposal.withdrawn is not None:
        raise impossible(
            f"{capital(proposal.called)} was withdrawn (entry {proposal.withdrawn.number}).",
            f"If somebody introduced it again: nemcon proposal reintroduce {proposal.symbol} --from WHO",
        )
    return submitted


def acted(proposal: Proposal, action: ProposalPut) -> OutOfOrder:
    """The refusal of what comes after the action; to be raised by the act that found it."""
    entry = action.entry
    done = {"adopted": "was adopted", "rejected": "was rejected", "no_action": "was disposed of without action"}
    goes_on = "; if another meeting acts on it: --at-meeting KEY" if action.at_meeting is None else ""
    return impossible(
        f"{capital(proposal.called)} {done[action.outcome]} on {dated(entry)}.",
        f"If that entry is wrong: nemcon correct {entry.number} proposal put {proposal.symbol} ...{goes_on}",
    )


def must_be_submitted(proposal: Proposal) -> ProposalSubmitted:
    """How the proposal was submitted; refused where it was not, on that day."""
    if proposal.submitted is None:
        raise impossible(
            "That proposal had not been submitted on that day.", "First: nemcon proposal submit SYMBOL --at WHEN"
        )
    return proposal.submitted


def must_be_amendable(other: Proposal, entry: Entry, meeting: str) -> Proposal:
    """What an amendment submitted to a meeting would amend; refused once that is no longer before it."""
    own = must_be_submitted(other).meeting
    action = other.action if meeting == own else other.action_of(meeting)
    # The record: an amendment amends what the body has still to act on.
    if action is not None and comes_after(entry, action.entry):
        raise acted(other, action)
    if other.withdrawn is not None and comes_after(entry, other.withdrawn):
        must_be_pending(other)
    return other


def comes_after(entry: Entry, other: Entry) -> bool:
    """Whether an act comes after one of another stream: by day, by the hour where both have one, else as entered.

    An act that takes the place of another is given the benefit of the doubt: its own rank says nothing of its place.
    """
    one, two = entry.occurred, other.occurred
    if one.day != two.day:
        return one.day > two.day
    if one.at is not None and two.at is not None and one.at != two.at:
        return one.at > two.at
    return entry.replaces is None and entry.number > other.number


def spelled(names: tuple[str, ...]) -> tuple[str, ...]:
    """Delegations as they are kept: one spelling, each once."""
    return tuple({normal(name).casefold(): normal(name) for name in reversed(names)}.values())[::-1]
