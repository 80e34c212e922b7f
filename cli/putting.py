"""`nemcon proposal put`: the body takes action on proposals, on one or on several by one gavel."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from cli.desk import Desk, Step, at_the_desk
from cli.drafts import acting_meeting, how_taken, in_its_meeting, meeting_of, proposal_meant, sitting_of, step
from cli.errors import Refused
from cli.find import find
from cli.options import Said, act_options
from cli.room import Room, pass_room
from domain.putting import ELSEWHERE, put_proposal
from domain.values import Mode, Occurred
from projections.proposals import amendments_to

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.meeting import Meeting


@click.command()
@click.argument("symbols", nargs=-1, required=True, metavar="SYMBOL...")
@click.option("--rejected", is_flag=True, help="The body did not adopt it.")
@click.option("--no-action", is_flag=True, help="The body decided to take no action on it.")
@click.option("--silence", metavar="KEY", help="It was adopted by that silence procedure.")
@click.option("--at-meeting", metavar="KEY", help="Another meeting acts: the plenary, on what a committee recommended.")
@act_options
@pass_room
def put(
    room: Room,
    symbols: tuple[str, ...],
    silence: str | None,
    at_meeting: str | None,
    said: Said,
    *,
    rejected: bool,
    no_action: bool,
) -> None:
    """Record the action that the body took on a proposal. It was adopted unless you say otherwise.

    Several proposals are put en bloc: one gavel. What a committee adopted, the plenary adopts with --at-meeting.

    Example: nemcon proposal put A/76/L.40 --how recorded --tally 77-10-3
    """
    if rejected + no_action + (silence is not None) > 1:
        raise Refused(
            "One action has one outcome.", "Choose one of --rejected, --no-action and --silence, or none of them."
        )
    outcome = "rejected" if rejected else "no_action" if no_action else "adopted"
    with at_the_desk(room, said) as desk:
        key = None if silence is None else _silence(desk, silence)
        meant = [proposal_meant(desk, symbol) for symbol in dict.fromkeys(symbols)]
        acting = [acting_meeting(desk, state, at_meeting) for _, state in meant]
        meetings = {meeting_of(desk, state)[0] for _, state in meant}
        if at_meeting is None and len(meetings) > 1:
            raise Refused(
                f"Those proposals are before {len(meetings)} meetings: {', '.join(sorted(meetings))}.",
                "Put those of one meeting by one command; or name the one that acts on them all: --at-meeting KEY",
            )
        meeting = acting[0][1]
        told = {"outcome": outcome, "silence": key, "en_bloc": len(meant) > 1}
        acts = tuple(
            (one, _putting(desk, one, meeting, {**told, "at_meeting": other}))
            for (one, _), (other, _) in zip(meant, acting, strict=True)
        )
        in_its_meeting(desk, meeting, acts, None if key is None else _stood(desk, key))


def _silence(desk: Desk, word: str) -> str:
    """The key of the silence procedure; the mode of the decision is silence then."""
    desk.said = replace(desk.said, how=desk.said.how or Mode.SILENCE.value)
    return find(desk.under_way.connection, "silence", word).key


def _stood(desk: Desk, key: str) -> Occurred | None:
    """The day on which it was announced, or is known, that nobody objected."""
    state = desk.under_way.chapter("silence", key).state
    entry = state.announced or state.agreed
    return None if entry is None else Occurred(day=entry.occurred.day)


def _putting(desk: Desk, key: str, meeting: Meeting, told: Mapping[str, object]) -> Step:
    taken = how_taken(desk)
    sitting = {} if taken.how in ELSEWHERE else sitting_of(desk, meeting)
    return step(put_proposal, taken=taken, amendments=amendments_to(desk.under_way.connection, key), **sitting, **told)


COMMANDS = (put,)
