"""Every kind of stream: what it holds, how it begins and how it evolves. The list of facts is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

from domain import (
    adopting,
    amending,
    announcing,
    attaching,
    beginning,
    body,
    circulating,
    closing,
    confirming,
    considering,
    deferring,
    issuing,
    keyring,
    meeting,
    numbering,
    objecting,
    parting,
    plenary,
    proposal,
    proposing,
    publishing,
    putting,
    relating,
    remarks,
    reporting,
    rescheduling,
    resolution,
    silence,
    splitting,
    supplementing,
)
from domain.act import Act, Fact, State, acts
from domain.context import Context
from domain.late import dataclass

Remarks = Callable[[Any, Fact, Context], Iterable[str]]


def _nothing(_state: object, _fact: Fact, _context: Context) -> Iterable[str]:
    return ()


@dataclass(frozen=True)
class Stream:
    """A kind of stream; `remarks` are what is worth saying of a fact that was accepted."""

    kind: str
    empty: State
    evolve: Callable[[Any, Any], Any]
    facts: tuple[type[Fact], ...]
    remarks: Remarks

    def fold(self, facts: Iterable[Fact]) -> Any:  # noqa: ANN401 - each kind of stream has its own state
        """The state after `facts`, which are in order of business."""
        state: Any = self.empty
        for fact in facts:
            state = self.evolve(state, fact)
        return state


def _stream(
    kind: str, empty: State, evolve: Callable[[Any, Any], Any], facts: object, remarks: Remarks = _nothing
) -> Stream:
    return Stream(kind, empty, evolve, get_args(facts), remarks)


STREAMS: Mapping[str, Stream] = {
    stream.kind: stream
    for stream in (
        _stream(body.KIND, body.Body(), body.evolve, body.BodyFact),
        _stream(meeting.KIND, meeting.Meeting(), meeting.evolve, meeting.MeetingFact, remarks.remarks),
        _stream(silence.KIND, silence.SilenceProcedure(), silence.evolve, silence.SilenceFact, announcing.remarks),
        _stream(resolution.KIND, resolution.Resolution(), resolution.evolve, resolution.ResolutionFact),
        _stream(proposal.KIND, proposal.Proposal(), proposal.evolve, proposal.ProposalFact, putting.remarks),
        _stream(numbering.KIND, numbering.Number(), numbering.evolve, numbering.NumberFact),
        _stream(keyring.KIND, keyring.Keyring(), keyring.evolve, keyring.KeyFact),
        _stream(confirming.KIND, confirming.Confirmation(), confirming.evolve, confirming.ConfirmationFact),
    )
}

TOPICS: Mapping[str, type[Fact]] = {fact.TOPIC: fact for stream in STREAMS.values() for fact in stream.facts}

APART = (
    adopting,
    amending,
    announcing,
    attaching,
    beginning,
    circulating,
    closing,
    considering,
    deferring,
    issuing,
    objecting,
    parting,
    plenary,
    proposing,
    publishing,
    putting,
    relating,
    reporting,
    rescheduling,
    splitting,
    supplementing,
)
"""Modules whose acts stand apart from the part whose facts they record: importing them completes the list of acts."""

ACTS: Mapping[type[Fact], Act] = acts()
ACT_OF: Mapping[Callable[..., Fact], Act] = {one.function: one for one in ACTS.values()}

KIND_OF: Mapping[type[Fact], str] = {
    fact: stream.kind
    for stream in STREAMS.values()
    for fact in stream.facts
    if fact.TOPIC != "ActStruck"  # a strike is found in every kind of stream, never as its first fact
}
