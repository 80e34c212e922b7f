"""`nemcon silence object`, `retract`, `rule`: what is received while a text is under silence, and afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.corrections import fact_in
from cli.desk import Step, at_the_desk
from cli.letter import received_typed, silence_meant
from cli.options import Said, act_options
from cli.room import Room, pass_room
from domain.objecting import break_silence, retract_objection, rule_on_objection

if TYPE_CHECKING:
    from cli.desk import Desk
    from domain.silence import SilenceProcedure

_WHICH = click.option(
    "--which", type=click.IntRange(1), metavar="ENTRY", help="The objection, by its entry, where there are several."
)


@click.command("object")
@click.argument("key")
@click.option("--received", required=True, metavar="WHEN", help="When it was received: 2020-05-01T17:40.")
@click.option("--channel", type=click.Choice(["letter", "note-verbale", "email", "orally"]), help="How it came.")
@click.option(
    "--to", "addressed", multiple=True, metavar="WHO", help="Who had received it by then. Default: all who must."
)
@click.option("--amendment", metavar="TEXT", help="The amendment asked for, where it is one.")
@act_options
@pass_room
def object_(
    room: Room,
    key: str,
    received: str,
    channel: str | None,
    addressed: tuple[str, ...],
    amendment: str | None,
    said: Said,
) -> None:
    """Record an objection. Who objected (--from) is sealed; that it had not been addressed is said.

    Example: nemcon silence object topics-2020 --received 2020-05-01T17:40 --channel letter --from "Delegation"
    """
    with at_the_desk(room, said) as desk:
        natural, clock = silence_meant(desk, key)
        fields = {
            "received": received_typed(desk, received, clock),
            "channel": channel,
            "addressed": addressed,
            "amendment": amendment,
            "objector": desk.under_way.seal(said.origin, "a delegation") if said.origin else None,
        }
        desk.said = _unnamed(desk.said)

        def told(silence: SilenceProcedure) -> dict[str, object]:
            return {**fields, "by_addressee": silence.circulated_to(said.origin)}

        desk.in_stream("silence", natural, Step(break_silence, told), zone=clock)


def _unnamed(said: Said) -> Said:
    """What was said, without who objected: that stands under its seal only."""
    return Said(**{**vars(said), "origin": None})


@click.command()
@click.argument("key")
@click.option("--received", required=True, metavar="WHEN", help="When the retraction was received: 2020-05-01T17:50.")
@_WHICH
@act_options
@pass_room
def retract(room: Room, key: str, received: str, which: int | None, said: Said) -> None:
    """Record that an objection was retracted. After the deadline that changes nothing. Who it was (--from) is not kept.

    Example: nemcon silence retract topics-2020 --received 2020-05-01T17:50
    """
    with at_the_desk(room, said) as desk:
        natural, clock = silence_meant(desk, key)
        fields = {
            "retracted": received_typed(desk, received, clock),
            "objection": _place(desk, which, natural),
        }
        desk.said = _unnamed(desk.said)  # the objection says under its seal who made it
        desk.in_stream("silence", natural, Step(retract_objection, lambda _: fields), zone=clock)


@click.command()
@click.argument("key")
@click.option(
    "--late",
    "--objection",
    "late",
    type=click.Choice(["admitted", "refused"]),
    required=True,
    help="Whether it counts; one in time is named by --which.",
)
@_WHICH
@act_options
@pass_room
def rule(room: Room, key: str, late: str, which: int | None, said: Said) -> None:
    """Record a ruling on an objection. On one that came late, did not reach all or was recorded late.

    Example: nemcon silence rule topics-2020 --late refused --authority "letter of the Chair" --at 2020-05-04
    """
    with at_the_desk(room, said) as desk:
        natural, clock = silence_meant(desk, key)
        fields = {"admitted": late == "admitted", "objection": _place(desk, which, natural)}
        desk.in_stream("silence", natural, Step(rule_on_objection, lambda _: fields), zone=clock)


def _place(desk: Desk, which: int | None, natural: str) -> int | None:
    return None if which is None else fact_in(desk.under_way, which, "silence", natural).entry.place


COMMANDS = (object_, retract, rule)
