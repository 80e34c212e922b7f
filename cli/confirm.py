"""`nemcon confirm`: a second member of the recording staff confirms what another recorded."""

from __future__ import annotations

import click

from cli.corrections import fact_of_entry
from cli.desk import Desk, Step, at_the_desk
from cli.errors import Refused
from cli.options import Said, act_options
from cli.room import Room, pass_room
from domain.business import strikes
from domain.confirming import KIND, confirm_act
from projections.confirmation_rows import body_of


@click.command()
@click.argument("entries", metavar="ENTRY...", type=click.IntRange(1), nargs=-1, required=True)
@act_options
@pass_room
def confirm(room: Room, entries: tuple[int, ...], said: Said) -> None:
    """Confirm what somebody else recorded. One entry or several, where a body wants a second person to look.

    What waits for one: nemcon history --unconfirmed.

    Example: nemcon confirm 20 --by boris
    """
    with at_the_desk(room, said) as desk:
        acts = [(str(one), _confirmation(desk, one)) for one in dict.fromkeys(entries)]
        desk.in_streams(KIND, acts, lambda _: desk.today())


def _confirmation(desk: Desk, entry: int) -> Step:
    """What is confirmed: an act that stands. The fields are of its entry, never typed."""
    named, fact = fact_of_entry(desk.under_way, entry)
    chapter = desk.under_way.chapter(named.kind, named.key)
    strike = strikes(chapter.facts).get(fact.entry.version)
    if strike is not None:
        raise Refused(
            f"Entry {entry} was struck (entry {strike.entry.number}).", "Confirm what took its place: nemcon history"
        )
    fields = {"confirmed": entry, "recorded_by": fact.entry.recorded_by, "body": body_of(chapter.state)}
    return Step(confirm_act, lambda _: fields)
