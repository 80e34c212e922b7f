"""The acts on a proposal before the body acts on it: submit, revise, amend, sponsor, withdraw, introduce again."""

from __future__ import annotations

from typing import Any

from domain.act import act
from domain.context import Context
from domain.pending import (
    comes_after,
    must_be_amendable,
    must_be_pending,
    must_be_submitted,
    spelled,
)
from domain.proposal import (
    KIND,
    BudgetImplicationsRead,
    Draft,
    Proposal,
    ProposalAmended,
    ProposalReintroduced,
    ProposalRevised,
    ProposalSponsored,
    ProposalSubmitted,
    ProposalWithdrawn,
    SponsorshipWithdrawn,
)
from domain.questions import Question
from domain.rounds import CirculatedText
from domain.rules import impossible, must_be_said
from domain.schedule import must_stand
from domain.sittings import must_be_open
from domain.values import Entry, LocalizedText, Taken, normal
from domain.wording import capital


@act
def submit_proposal(
    proposal: Proposal,
    entry: Entry,
    context: Context,
    *,
    symbol: str,
    draft: Draft,
    meeting: str,
    title: LocalizedText | None = None,
    items: tuple[str, ...] = (),
    numbers: tuple[str, ...] = (),
    to: str | None = None,
    sponsors: tuple[str, ...] = (),
    texts: tuple[CirculatedText, ...] = (),
) -> ProposalSubmitted:
    """Submit a draft to a meeting, or an amendment to what was submitted before."""
    must_be_said(symbol, "symbol")
    # The record: a symbol is given once.
    if proposal.submitted is not None:
        raise impossible(
            f"{capital(proposal.called)} is in the record already (entry {proposal.submitted.entry.number}).",
            f"See it: nemcon proposal show {proposal.symbol}; its revision: nemcon proposal revise {proposal.symbol}",
        )
    schedule = context.state("meeting", meeting).schedule
    # The record: a proposal is submitted to a meeting, even before it opens.
    if schedule.body is None:
        raise impossible(f"The meeting {meeting} is not in the record on that day.", "List them: nemcon status")
    amended = None if to is None else must_be_amendable(context.state(KIND, to), entry, meeting)
    if amended is not None and not items:
        items, numbers = _its_items(amended, meeting)
    return ProposalSubmitted(
        entry=entry,
        symbol=normal(symbol),
        draft=draft,
        title=title,
        meeting=meeting,
        body=schedule.body,
        body_short=schedule.short,
        items=items,
        numbers=numbers,
        to=to,
        to_symbol=None if amended is None else amended.symbol,
        sponsors=spelled(sponsors),
        texts=texts,
    )


def _its_items(amended: Proposal, meeting: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The items of what an amendment would amend, where nothing is said: an item of a meeting is that one's own."""
    submitted = must_be_submitted(amended)
    return (submitted.items, submitted.numbers) if submitted.meeting == meeting else ((), ())


@act
def revise_proposal(
    proposal: Proposal,
    entry: Entry,
    context: Context,
    *,
    symbol: str | None = None,
    text: str | None = None,
    texts: tuple[CirculatedText, ...] = (),
) -> ProposalRevised:
    """Revise a proposal, as its sponsors may: orally, or in a paper under a symbol of its own."""
    must_be_pending(proposal)
    revised = None if symbol is None else normal(symbol)
    # The record: a symbol is given once.
    if revised is not None and (revised in proposal.symbols or context.exists("proposal", revised)):
        raise impossible(
            f"The symbol {revised} is in the record already.", f"See it: nemcon proposal show {proposal.symbol}"
        )
    return ProposalRevised(entry=entry, symbol=revised, text=None if text is None else normal(text), texts=texts)


@act
def amend_proposal(
    proposal: Proposal,
    entry: Entry,
    context: Context,
    *,
    text: str,
    taken: Taken,
    sitting: int | None = None,
    resumed: bool = False,
) -> ProposalAmended:
    """Record that the body amended a proposal orally, before it acted on it."""
    must_be_in_the_room(must_be_pending(proposal).meeting, entry, context)
    if not text.strip():
        raise impossible("It is not said what was amended.", "Give the amendment: --with TEXT")
    return ProposalAmended(entry=entry, text=normal(text), taken=taken, sitting=sitting, resumed=resumed)


def must_be_in_the_room(meeting: str, entry: Entry, context: Context) -> None:
    """Refuse what a body does in the room while its meeting was not open."""
    state: Any = context.state("meeting", meeting)
    must_stand(state.schedule)
    closed = state.sittings.closed
    # The record: business is done between the opening and the closure; both may be on the day of the act.
    if not state.sittings.begun or (closed is not None and comes_after(entry, closed)):
        must_be_open(state.schedule, state.sittings)


@act
def sponsor_proposal(
    proposal: Proposal, entry: Entry, context: Context, *, sponsors: tuple[str, ...]
) -> ProposalSponsored:
    """Join the sponsors of a proposal. Some bodies allow it even after the adoption."""
    del context
    _must_not_be_withdrawn(proposal)
    joined = spelled(sponsors)
    # The record: who sponsors a proposal sponsors it already.
    for name in joined:
        if proposal.sponsored_by(name):
            raise impossible(
                f"{name} is a sponsor of {proposal.called} already.",
                f"See the sponsors: nemcon proposal show {proposal.symbol}",
            )
    return ProposalSponsored(entry=entry, sponsors=joined)


@act
def withdraw_sponsorship(
    proposal: Proposal, entry: Entry, context: Context, *, sponsors: tuple[str, ...]
) -> SponsorshipWithdrawn:
    """Leave the sponsors of a proposal."""
    del context
    _must_not_be_withdrawn(proposal)
    left = spelled(sponsors)
    # The record: only a sponsor leaves the sponsors.
    for name in left:
        if not proposal.sponsored_by(name):
            raise impossible(
                f"{name} is no sponsor of {proposal.called}.",
                f"See the sponsors: nemcon proposal show {proposal.symbol}",
            )
    return SponsorshipWithdrawn(entry=entry, sponsors=left)


def _must_not_be_withdrawn(proposal: Proposal) -> None:
    must_be_submitted(proposal)
    if proposal.withdrawn is not None:
        must_be_pending(proposal)


@act
def withdraw_proposal(proposal: Proposal, entry: Entry, context: Context) -> ProposalWithdrawn:
    """Withdraw a proposal, as its sponsors may before the body acts on it."""
    submitted = must_be_pending(proposal)
    # For instance General Assembly, rule 80: "provided that the motion has not been amended".
    if proposal.orally_amended:
        context.rules(submitted.body).forbid(
            Question.WITHDRAWAL,
            entry,
            f"{capital(proposal.called)} has been amended by the body.",
            f"Put it: nemcon proposal put {proposal.symbol}; or, if the body waived the rule: --notwithstanding RULE",
        )
    return ProposalWithdrawn(entry=entry)


@act
def reintroduce_proposal(
    proposal: Proposal, entry: Entry, context: Context, *, sponsors: tuple[str, ...]
) -> ProposalReintroduced:
    """Introduce again a proposal that was withdrawn, as any delegation may."""
    del context
    must_be_submitted(proposal)
    # The record: what is before the body is not introduced again.
    if proposal.withdrawn is None:
        must_be_pending(proposal)
        raise impossible(
            f"{capital(proposal.called)} was not withdrawn.",
            f"To join its sponsors: nemcon proposal sponsor {proposal.symbol} WHO",
        )
    if not sponsors:
        raise impossible("It is not said who introduced it again.", "Name them: --from WHO")
    return ProposalReintroduced(entry=entry, sponsors=spelled(sponsors))


@act
def read_implications(
    proposal: Proposal,
    entry: Entry,
    context: Context,
    *,
    document: str | None = None,
    sitting: int | None = None,
    resumed: bool = False,
) -> BudgetImplicationsRead:
    """Record that the statement of programme budget implications of a proposal was read out."""
    must_be_in_the_room(must_be_pending(proposal).meeting, entry, context)
    symbol = None if document is None else normal(document)
    # The record: one statement is read out once.
    if symbol in proposal.implications:
        raise impossible(
            f"The statement of programme budget implications of {proposal.called} was read out already.",
            f"Name another statement by its symbol: nemcon proposal pbi {proposal.symbol} SYMBOL",
        )
    return BudgetImplicationsRead(entry=entry, document=symbol, sitting=sitting, resumed=resumed)
