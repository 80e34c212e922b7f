"""The sentences of a proposal, from its submission to the action taken on it."""

from __future__ import annotations

from typing import assert_never

from domain.proposal import (
    BudgetImplicationsRead,
    Proposal,
    ProposalAmended,
    ProposalPut,
    ProposalReintroduced,
    ProposalRevised,
    ProposalSponsored,
    ProposalSubmitted,
    ProposalWithdrawn,
    SponsorshipWithdrawn,
)
from projections.sentences.room import decided, texts_of, verb
from projections.telling import Told
from projections.words import capital, listed, quoted, the

ProposalAct = (
    ProposalSubmitted
    | ProposalRevised
    | ProposalAmended
    | ProposalSponsored
    | SponsorshipWithdrawn
    | ProposalWithdrawn
    | ProposalReintroduced
    | BudgetImplicationsRead
    | ProposalPut
)


def of_proposal(told: Told, fact: ProposalAct) -> str:
    """What became of a proposal, step by step."""
    called = _called(told)
    match fact:
        case ProposalSubmitted():
            return _submitted(fact)
        case ProposalRevised():
            return _revised(called, fact)
        case ProposalAmended():
            amended = verb(fact.taken, "orally amended", "orally to amend")
            return f"{decided(f'{_body(told)} {amended} {called}', fact.taken)}: {quoted(fact.text)}"
        case ProposalSponsored():
            return f"{_who(fact)} joined the sponsors of {called}"
        case SponsorshipWithdrawn():
            each = "their" if len(fact.sponsors) > 1 else "its"
            return f"{_who(fact)} withdrew {each} sponsorship of {called}"
        case ProposalWithdrawn():
            return f"{capital(called)} was withdrawn by {fact.entry.origin or 'its sponsors'}"
        case ProposalReintroduced():
            return f"{capital(called)}, which had been withdrawn, was introduced again by {_who(fact)}"
        case BudgetImplicationsRead():
            document = f", {fact.document}," if fact.document else ""
            return f"A statement of the programme budget implications of {called}{document} was read out"
        case ProposalPut():
            return f"{decided(_put(told, called, fact), fact.taken)}{' (en bloc)' if fact.en_bloc else ''}"
        case _:
            assert_never(fact)


def _who(fact: ProposalSponsored | SponsorshipWithdrawn | ProposalReintroduced) -> str:
    return listed(fact.sponsors) or "Nobody"


def _first(told: Told) -> ProposalSubmitted | None:
    """How it was submitted; where that was struck, how it once was."""
    state: Proposal = told.before
    first = told.first
    return state.submitted or (first if isinstance(first, ProposalSubmitted) else None)


def _called(told: Told) -> str:
    state: Proposal = told.before
    submitted = _first(told)
    if state.submitted is None and submitted is not None:
        state = Proposal(submitted=submitted, symbols=(submitted.symbol,))
    return state.called


def _body(told: Told) -> str:
    submitted = _first(told)
    return capital(the(submitted.body_short)) if submitted else "The body"


def _submitted(fact: ProposalSubmitted) -> str:
    what = f"An amendment to {fact.to_symbol}, {fact.symbol}" if fact.to_symbol else f"Draft {fact.draft} {fact.symbol}"
    title = f", {quoted(fact.title)}" if fact.title else ""
    by = f" by {listed(fact.sponsors)}" if fact.sponsors else ""
    under = f" under item{'s' if fact.numbers[1:] else ''} {listed(fact.numbers)}" if fact.numbers else ""
    comma = "," if title or fact.to or fact.texts else ""
    return f"{what}{title}{texts_of(fact.texts)}{comma} was submitted{by}{under}"


def _revised(called: str, fact: ProposalRevised) -> str:
    said = f": {quoted(fact.text)}" if fact.text else ""
    if fact.symbol is None:
        return f"The sponsors orally revised {called}{said}"
    return f"The sponsors revised {called}, which was issued as {fact.symbol}{texts_of(fact.texts)}{said}"


def _put(told: Told, called: str, fact: ProposalPut) -> str:
    body = _body(told) if fact.body_short is None else capital(the(fact.body_short))
    if fact.outcome == "no_action":
        return f"{body} {verb(fact.taken, 'decided', 'to take no action on')} {called}"
    done = verb(fact.taken, fact.outcome, f"to {fact.outcome.removesuffix('ed')}")
    return f"{body} {done} {called}{_changed(told.before, fact)}"


def _changed(before: Proposal, fact: ProposalPut) -> str:
    """As orally revised, as orally amended, as amended by A/76/L.33: computed, never typed.

    What another meeting acts on has been revised and amended already; it may have been recommended.
    """
    here = fact.at_meeting is None
    how = ["as orally revised"] if here and before.orally_revised else []
    how += ["as orally amended"] if here and before.orally_amended else []
    how += [f"recommended by {the(before.recommended_by)}"] if not here and before.recommended_by else []
    how += [f"as amended by {listed(fact.amended)}"] if fact.amended else []
    return f", {listed(how)}," if how else ""
