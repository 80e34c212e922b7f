"""Which other streams a fact names: by their kind and natural key."""

from __future__ import annotations

from collections.abc import Iterator

from domain import body, report, resolution, schedule, silence
from domain.act import Fact
from domain.agenda import ProvisionalAgendaIssued
from domain.values import Basis

Mention = tuple[str, str]


def mentions(fact: Fact) -> Iterator[Mention]:
    """The streams that `fact` names. The stream of a number is left out: a number is nobody's dependant."""
    yield from _bases(getattr(fact, "pursuant_to", ()))
    match fact:
        case body.BodyRegistered(parent=str(owner)) | report.ReportForwarded(to=str(owner)):
            yield ("body", owner)
        case schedule.MeetingScheduled() | silence.SilenceAgreed() | silence.SilenceCirculated():
            yield ("body", fact.body)
        case silence.SilenceNoted(by_meeting=str(meeting)):
            yield ("meeting", meeting)
        case resolution.ResolutionRecorded():
            yield ("body", fact.ref.body)
        case resolution.ResolutionRelated() if fact.other.kind != "document":
            yield ("resolution", str(fact.other))
        case ProvisionalAgendaIssued():
            for item in fact.items:
                yield from _bases(item.pursuant_to)
        case _:
            return


def _bases(bases: tuple[Basis, ...]) -> Iterator[Mention]:
    for basis in bases:
        yield (basis.kind, basis.key)
