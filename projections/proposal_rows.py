"""Which rows has each proposal: itself, the meetings it is before, its sponsors, and what it became."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from projections.proposals import BECAME, BEFORE, PROPOSAL, SPONSOR, ProposalStatus
from projections.tables import ByStream, Projection, Row

if TYPE_CHECKING:
    from domain.proposal import Proposal, ProposalPut


def _rows(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    if kind == "proposal" and state.submitted is not None:
        yield _row(state)


def _row(proposal: Proposal) -> Row:
    submitted = proposal.submitted
    assert submitted is not None  # noqa: S101 - the caller asked
    title = submitted.title
    return {
        "entry": submitted.entry.number,
        "key": submitted.symbol,
        "symbols": json.dumps(proposal.symbols),
        "draft": submitted.draft,
        "title": None if title is None else str(title),
        "title_language": None if title is None else title.original,
        "meeting": submitted.meeting,
        "body": submitted.body,
        "body_short": submitted.body_short,
        "items": ",".join(submitted.numbers),
        "to": submitted.to,
        "to_symbol": submitted.to_symbol,
        "submitted": str(submitted.entry.occurred.day),
        "distribution": submitted.entry.distribution.value,
        "orally_revised": proposal.orally_revised,
        "orally_amended": proposal.orally_amended,
        "implications": json.dumps(proposal.implications),
        **_disposed(proposal),
    }


def _disposed(proposal: Proposal) -> Row:
    action = proposal.action
    if action is None:
        gone = proposal.withdrawn
        nothing = dict.fromkeys(("sitting", "by_body", "how", "tally", "verb", "silence"))
        return {
            **nothing,
            "resumed": False,
            "earlier": "[]",
            "amended": "[]",
            "status": (ProposalStatus.PENDING if gone is None else ProposalStatus.WITHDRAWN).value,
            "disposed": None if gone is None else gone.number,
            "day": None if gone is None else str(gone.occurred.day),
        }
    done = _action(action)
    return {
        **{name: done[name] for name in ("day", "sitting", "resumed", "by_body", "how", "tally", "verb", "silence")},
        "status": ProposalStatus(action.outcome).value,
        "disposed": action.entry.number,
        "amended": json.dumps(action.amended),
        "earlier": json.dumps([_action(one) for one in proposal.actions[:-1]]),
    }


def _action(action: ProposalPut) -> Row:
    return {
        "outcome": action.outcome,
        "by_body": action.body_short,
        "day": str(action.entry.occurred.day),
        "sitting": action.sitting,
        "resumed": action.resumed,
        "how": action.taken.how.value,
        "tally": action.taken.tally,
        "verb": action.taken.verb,
        "amended": action.amended,
        "silence": action.silence,
        "entry": action.entry.number,
    }


def _before(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    if kind == "proposal" and state.submitted is not None:
        yield {"meeting": state.submitted.meeting}
        yield from ({"meeting": one.at_meeting} for one in state.actions if one.at_meeting is not None)


def _sponsors(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    for rank, sponsor in enumerate(state.sponsors if kind == "proposal" else (), start=1):
        yield {"rank": rank, "name": sponsor.name, "restricted": sponsor.restricted}


def _became(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    for draft in state.drafts if kind == "resolution" else ():
        goes_by = state.renumbered or state.ref
        text = f"{goes_by.kind} {goes_by.number} of {goes_by.body}"
        yield {"proposal": draft, "key": str(state.ref), "text": text}


def _shown(kind: str, state: Any) -> tuple[object, ...]:  # noqa: ANN401 - each kind of stream has its own state
    return (state,) if kind == "proposal" else ()


def _shown_of_texts(kind: str, state: Any) -> tuple[object, ...]:  # noqa: ANN401 - each kind of stream has its own state
    return (state,) if kind == "resolution" else ()


PROJECTIONS: tuple[Projection, ...] = (
    ByStream(PROPOSAL, _rows, _shown, of="proposal"),
    ByStream(BEFORE, _before, _shown, of="proposal"),
    ByStream(SPONSOR, _sponsors, _shown, of="proposal"),
    ByStream(BECAME, _became, _shown_of_texts, of="resolution"),
)
