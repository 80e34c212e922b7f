"""`nemcon report`: drafted, amended, adopted, confirmed, entrusted and finalized."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from cli import reports
from cli.desk import Desk, Step, at_the_desk, taken
from cli.errors import Refused
from cli.find import find
from cli.options import Said, act_options
from cli.room import Room, pass_room
from domain.reporting import (
    adopt_report,
    adopt_section,
    amend_report,
    confirm_report,
    draft_report,
    entrust_report,
    finalize_report,
    reject_report,
)

if TYPE_CHECKING:
    from domain.meeting import Meeting

_AT_MEETING = click.option(
    "--at-meeting", metavar="KEY", help="The later meeting that decided; -m names the one reported on."
)


@click.group()
def report() -> None:
    """The report of the meeting, which becomes the only memory.

    Example: nemcon report adopt
    """


for _command in reports.COMMANDS:
    report.add_command(_command)


@report.command()
@click.argument("symbol")
@click.option("--prepared-by", default="the Secretariat", show_default=True, metavar="WHO", help="Who prepared it.")
@click.option("--section", "sections", multiple=True, metavar="S", help="A section it holds; may be repeated.")
@act_options
@pass_room
def draft(room: Room, symbol: str, prepared_by: str, sections: tuple[str, ...], said: Said) -> None:
    """Record the draft report, or a further part of it. By its symbol, or a key such as @draft-report.

    Example: nemcon report draft CTOC/COP/WG.7/2020/L.1 --section I --section II --at 2020-09-09
    """
    fields = {"symbol": symbol, "prepared_by": prepared_by, "sections": sections}
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(draft_report, lambda _: fields))


@report.command()
@click.argument("paragraph")
@click.argument("text")
@click.option("--section", metavar="S", help="The section the paragraph stands in.")
@act_options
@pass_room
def amend(room: Room, paragraph: str, text: str, section: str | None, said: Said) -> None:
    """Amend a paragraph of the draft orally.

    Example: nemcon report amend 12 "Several speakers stressed ..." --at 2020-09-09T16:40
    """
    fields = {"paragraph": paragraph, "text": text, "section": section}
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(amend_report, lambda _: fields))


@report.command()
@click.option("--section", metavar="S", help="One section of the draft only.")
@click.option("--outline", is_flag=True, help="Its outline only; the text is completed later.")
@click.option("--ad-referendum", is_flag=True, help="On the condition that the capitals confirm it.")
@_AT_MEETING
@click.option("--by-silence", metavar="KEY", help="The silence procedure that adopted it.")
@act_options
@pass_room
def adopt(
    room: Room,
    section: str | None,
    outline: bool,
    ad_referendum: bool,
    at_meeting: str | None,
    by_silence: str | None,
    said: Said,
) -> None:
    """Adopt the report, with the oral amendments made. "As orally amended" is computed, never typed.

    Example: nemcon report adopt --at 2020-09-09T17:30
    """
    if section is not None and (outline or ad_referendum or at_meeting or by_silence):
        raise Refused("A section is adopted in the room, and as it is.", "Give --section alone.")
    with at_the_desk(room, said) as desk:
        if section is not None:
            desk.in_meeting(Step(adopt_section, lambda _: {"section": section, "taken": taken(said)}))
            return
        _by_silence(desk, by_silence)
        held = _later(desk, at_meeting)
        fields = {
            "extent": "outline" if outline else "whole",
            "ad_referendum": ad_referendum,
            "at_meeting": None if held is None else held[0],
            "silence": None if by_silence is None else find(desk.under_way.connection, "silence", by_silence).key,
            "taken": taken(desk.said),
        }
        desk.in_meeting(Step(adopt_report, lambda _: fields), held=held and held[1])


def _by_silence(desk: Desk, key: str | None) -> None:
    """What a silence procedure adopted was adopted by silence."""
    if key is None:
        return
    if desk.said.how not in {None, "silence"} or desk.said.tally:
        raise Refused(f"What {key} adopted was adopted by silence.", "Leave out --how and --tally, or --by-silence.")
    desk.said = replace(desk.said, how="silence")


def _later(desk: Desk, key: str | None) -> tuple[str, Meeting] | None:
    """The later meeting that decided, by its natural key, and its state: its sittings give the act its time."""
    return None if key is None else desk.meeting(key)


def _how_not_said(desk: Desk) -> None:
    """Where nothing is said, it is not known how: nobody fails to object to what is not adopted."""
    if desk.said.how is None and desk.said.tally is None:
        desk.said = replace(desk.said, how="unknown")


@report.command()
@_AT_MEETING
@act_options
@pass_room
def reject(room: Room, at_meeting: str | None, said: Said) -> None:
    """Record that the body did not adopt the report. Or did not confirm its adoption ad referendum.

    Example: nemcon report reject --at 2020-09-09T17:50
    """
    with at_the_desk(room, said) as desk:
        held = _later(desk, at_meeting)
        _how_not_said(desk)
        fields = {"at_meeting": None if held is None else held[0], "taken": taken(desk.said)}
        desk.in_meeting(Step(reject_report, lambda _: fields), held=held and held[1])


@report.command()
@_AT_MEETING
@act_options
@pass_room
def confirm(room: Room, at_meeting: str | None, said: Said) -> None:
    """Record that an adoption of the report was confirmed. One ad referendum, by correspondence or by silence.

    Example: nemcon report confirm -m wg7 --at 2020-10-12
    """
    with at_the_desk(room, said) as desk:
        held = _later(desk, at_meeting)
        if held is None:
            _how_not_said(desk)  # the capitals confirm, each for itself
        fields = {"at_meeting": None if held is None else held[0], "taken": taken(desk.said)}
        desk.in_meeting(Step(confirm_report, lambda _: fields), held=held and held[1])


@report.command()
@click.argument("who")
@click.option("--with", "assisted_by", metavar="WHO", help="With whose assistance.")
@act_options
@pass_room
def entrust(room: Room, who: str, assisted_by: str | None, said: Said) -> None:
    """Entrust an officer with the finalization of the report. The officer is named by the office, not in person.

    Example: nemcon report entrust Rapporteur --with "the Secretariat" --at 2020-09-09T17:35
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(entrust_report, lambda _: {"to": who, "assisted_by": assisted_by}))


@report.command()
@act_options
@pass_room
def finalize(room: Room, said: Said) -> None:
    """Record that the entrusted officer finalized the text.

    Example: nemcon report finalize --at 2020-09-16
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(finalize_report))
