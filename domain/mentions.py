"""Which other streams a fact names: by their kind and natural key."""

from __future__ import annotations

from collections.abc import Iterator

from domain import body, numbering, report, resolution, schedule, silence
from domain.act import Fact
from domain.agenda import ItemAdded, ProvisionalAgendaIssued
from domain.timetable import OrganizationOfWorkProposed
from domain.values import Basis

Mention = tuple[str, str]


def mentions(fact: Fact) -> Iterator[Mention]:
    """The streams that `fact` names. The stream of a number is left out: a number is nobody's dependant."""
    match fact:
        case body.BodyRegistered(parent=str(parent)):
            yield ("body", parent)
        case schedule.MeetingScheduled():
            yield ("body", fact.body)
            yield from _bases(fact.pursuant_to)
        case silence.SilenceAgreed() | silence.SilenceCirculated():
            yield ("body", fact.body)
        case silence.SilenceNoted(by_meeting=str(meeting)):
            yield ("meeting", meeting)
        case resolution.ResolutionRecorded():
            yield ("body", fact.ref.body)
        case resolution.ResolutionRelated():
            yield ("resolution", str(fact.other))
        case ProvisionalAgendaIssued():
            for item in fact.items:
                yield from _bases(item.pursuant_to)
        case ItemAdded() | OrganizationOfWorkProposed():
            yield from _bases(fact.pursuant_to)
        case report.ReportForwarded():
            yield ("body", fact.to)
            yield from _bases(fact.pursuant_to)
        case numbering.NumberTaken() | _:
            return


def _bases(bases: tuple[Basis, ...]) -> Iterator[Mention]:
    for basis in bases:
        yield (basis.kind, basis.key)
