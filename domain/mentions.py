"""Which other streams a fact names: by their kind and natural key."""

from __future__ import annotations

from collections.abc import Iterator

from domain import body, proposal, report, resolution, schedule, silence
from domain.act import Fact
from domain.continuing import ItemCarriedOver
from domain.provisional import ProvisionalAgendaIssued, ProvisionalAgendaRevised, SupplementaryAgendaIssued
from domain.values import Basis

Mention = tuple[str, str]


def mentions(fact: Fact) -> Iterator[Mention]:  # noqa: C901 - one case a kind of fact, read as a list
    """The streams that `fact` names. The stream of a number is left out: a number is nobody's dependant."""
    yield from _bases(getattr(fact, "pursuant_to", ()))
    yield from _elsewhere(fact)
    match fact:
        case body.BodyRegistered(parent=str(owner)) | report.ReportForwarded(to=str(owner)):
            yield ("body", owner)
        case body.BodyDiscontinued():
            for key in fact.successors:
                yield ("body", key)
        case (
            schedule.MeetingScheduled()
            | silence.SilenceAgreed()
            | silence.SilenceDrafted()
            | silence.SilenceCirculated()
        ):
            yield ("body", fact.body)
        case silence.SilenceNoted(by_meeting=str(meeting)):
            yield ("meeting", meeting)
        case resolution.ResolutionRecorded() | resolution.ResolutionRelated():
            yield from _of_a_text(fact)
        case proposal.ProposalSubmitted() | proposal.ProposalPut():
            yield from _of_a_proposal(fact)
        case ProvisionalAgendaIssued() | SupplementaryAgendaIssued() | ProvisionalAgendaRevised():
            for item in fact.items:
                yield from _bases(item.pursuant_to)
                for one in item.continues:
                    yield ("meeting", one.meeting)
        case ItemCarriedOver():
            yield ("meeting", fact.predecessor.meeting)
        case _:
            return


def _elsewhere(fact: Fact) -> Iterator[Mention]:
    """The meeting at which it was done, and the silence procedure by which."""
    for kind, name in (("meeting", "at_meeting"), ("silence", "silence")):
        key: str | None = getattr(fact, name, None)
        if key is not None:
            yield (kind, key)


def _of_a_text(fact: resolution.ResolutionRecorded | resolution.ResolutionRelated) -> Iterator[Mention]:
    if isinstance(fact, resolution.ResolutionRecorded):
        yield ("body", fact.ref.body)
        yield from _draft(fact.proposal)
    elif fact.other.kind != "document":
        yield ("resolution", str(fact.other))


def _of_a_proposal(fact: proposal.ProposalSubmitted | proposal.ProposalPut) -> Iterator[Mention]:
    if isinstance(fact, proposal.ProposalSubmitted):
        yield ("meeting", fact.meeting)
        yield from _draft(fact.to)
    else:
        for one in fact.amendments:
            yield from _draft(one)


def _draft(symbol: str | None) -> Iterator[Mention]:
    if symbol is not None:
        yield (proposal.KIND, symbol)


def _bases(bases: tuple[Basis, ...]) -> Iterator[Mention]:
    for basis in bases:
        yield (basis.kind, basis.key)
