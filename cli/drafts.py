"""Proposals as they are named on the command line; when, and in which sitting, an act on one took place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cli.corrections import fact_of_entry
from cli.desk import Desk, Step, taken
from cli.errors import Refused
from cli.find import find
from cli.when import at_typed, in_the_meeting
from projections.names import named

if TYPE_CHECKING:
    from datetime import date

    from domain.meeting import Meeting
    from domain.proposal import Proposal
    from domain.values import Occurred, Taken

Acts = tuple[tuple[str, Step], ...]


def proposal_meant(desk: Desk, word: str) -> tuple[str, Proposal]:
    """The key and the state of the proposal that a symbol names, whichever of its symbols it is."""
    key = find(desk.under_way.connection, "proposal", word).key
    return key, desk.under_way.chapter("proposal", key).state


def meeting_of(desk: Desk, proposal: Proposal) -> tuple[str, Meeting]:
    """The natural key and the state of the meeting to which a proposal was submitted."""
    submitted = proposal.submitted
    assert submitted is not None  # noqa: S101 - a proposal has its name from its submission
    return submitted.meeting, desk.under_way.chapter("meeting", submitted.meeting).state


def acting_meeting(desk: Desk, proposal: Proposal, word: str | None) -> tuple[str | None, Meeting]:
    """The meeting that acts, as its state is; with its key where it is another than that of the submission."""
    own, state = meeting_of(desk, proposal)
    if word is None:
        return None, state
    found = find(desk.under_way.connection, "meeting", word)
    if found.key == own:
        return None, state
    return found.key, desk.under_way.chapter("meeting", found.key).state


def must_be_new(desk: Desk, symbol: str) -> None:
    """Refuse a symbol that a revision of another proposal has."""
    for one in named(desk.under_way.connection, "proposal", symbol):
        if one.key.casefold() != symbol.casefold():
            raise Refused(f"{symbol} is a revision of {one.key}.", f"See it: nemcon proposal show {one.key}")


def in_its_meeting(desk: Desk, meeting: Meeting, acts: Acts, day: Occurred | None = None) -> None:
    """Record acts of one gavel on proposals, at the time of their meeting, or on `day` where nothing is said."""
    said = desk.said

    def when(_state: object) -> Occurred:
        if day is not None and said.sitting is None:
            return day if said.at is None else at_typed(said.at, zone_of(meeting), desk.room.now(), None)
        return in_the_meeting(meeting, desk.room.now(), said.at, said.sitting)

    desk.in_streams("proposal", acts, when)


def zone_of(meeting: Meeting) -> str:
    """The zone of a meeting."""
    return meeting.schedule.scheduled.zone if meeting.schedule.scheduled else "UTC"


def sitting_of(desk: Desk, meeting: Meeting) -> Mapping[str, object]:
    """The plenary meeting in which the act takes place: as said, the one open, or the only one of the day."""
    if desk.said.sitting is not None:
        return {"sitting": desk.said.sitting.number, "resumed": desk.said.sitting.resumed}
    day = _day(desk, meeting)
    part = meeting.sittings.under_way(day) or meeting.sittings.on(day)
    return {"sitting": None, "resumed": False} if part is None else {"sitting": part.number, "resumed": part.resumed}


def _day(desk: Desk, meeting: Meeting) -> date:
    said, correcting = desk.said, desk.room.correcting
    if correcting is not None and said.at is None:
        return fact_of_entry(desk.under_way, correcting.entry)[1].entry.occurred.day
    return in_the_meeting(meeting, desk.room.now(), said.at, None).day


def items_typed(meeting: Meeting, numbers: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """The items that these numbers name, by identity, and as they are called in the agenda in force."""
    items = tuple(dict.fromkeys(meeting.agenda.find(number) for number in numbers))
    return {"items": items, "numbers": tuple(_called(meeting, item) for item in items)}


def _called(meeting: Meeting, item: str) -> str:
    line = meeting.agenda.in_force.get(item)
    return item if line is None or line.number is None else line.number


def how_taken(desk: Desk) -> Taken:
    """How the body decided; a proposal takes no number of a decision."""
    said = desk.said
    if said.decision is not None or said.same_decision is not None:
        option = "--decision" if said.decision else "--same-decision"
        raise Refused(
            "A proposal gets its number when it is recorded as the text that it became.",
            f"Leave out {option}; then: nemcon resolution record REF --proposal SYMBOL",
        )
    return taken(desk.said)


def step(act: Any, **fields: object) -> Step:  # noqa: ANN401 - any act on a proposal
    """One act, and the fields it is told."""
    return Step(act, lambda _: fields)
