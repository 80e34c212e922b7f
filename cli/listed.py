"""Items as they are named on the command line: by their number in the agenda in force."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from cli.desk import Step, at_the_desk
from cli.options import Said
from cli.room import Room
from domain.act import Fact

if TYPE_CHECKING:
    from domain.meeting import Meeting


def on_item(room: Room, said: Said, act: Callable[..., Fact], number: str, **fields: Any) -> None:  # noqa: ANN401 - the fields of any act
    """Record an act on one item, found by its number in the agenda in force."""
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(act, lambda meeting: {"item": meeting.agenda.find(number), **fields}))


def found(meeting: Meeting, number: str | None) -> str | None:
    """The identity of the item that a number names, if one is named."""
    return None if number is None else meeting.agenda.find(number)
