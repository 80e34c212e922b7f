"""`nemcon body`: the register of bodies and their bureaux."""

from __future__ import annotations

import click

from cli.desk import Step, at_the_desk
from cli.find import find
from cli.options import Said, act_options
from cli.room import Room, pass_room
from domain.body import name_also, register_body
from domain.rules import PROFILES
from projections.names import named


@click.group()
def body() -> None:
    """Bodies: the Conference, its working groups, their bureaux.

    Example: nemcon body add UNTOC-COP "Conference of the Parties" --rules untoc --at 2003-09-29
    """


@body.command()
@click.argument("key")
@click.argument("name")
@click.option("--parent", metavar="KEY", help="The body it stands under.")
@click.option("--rules", type=click.Choice(list(PROFILES)), help="Its rules of procedure. Default: its parent's.")
@click.option("--zone", metavar="ZONE", help="The clock of its room, such as Europe/Vienna. Default: its parent's.")
@click.option(
    "--says", type=click.Choice(["meeting", "session"]), default="meeting", help="What it calls what it holds."
)
@click.option("--short", metavar="NAME", help='What a report calls it: "Working Group".')
@click.option("--also", multiple=True, metavar="NAME", help="Another spelling of its name; may be repeated.")
@act_options
@pass_room
def add(
    room: Room,
    key: str,
    name: str,
    parent: str | None,
    rules: str | None,
    zone: str | None,
    says: str,
    short: str | None,
    also: tuple[str, ...],
    said: Said,
) -> None:
    """Enter a body in the register, or another spelling of its name.

    Example: nemcon body add UNTOC-COP/WG.7 "Working Group on the Smuggling of Migrants" --parent UNTOC-COP
    """
    with at_the_desk(room, said) as desk:
        connection = desk.under_way.connection
        spellings = [_spelled(one) for one in also]
        if spellings and len(named(connection, "body", key)) == 1:
            desk.in_stream("body", find(connection, "body", key).key, *spellings, day=desk.today())
            return
        above = None if parent is None else find(connection, "body", parent).key
        facts = None if above is None else desk.under_way.context(desk.today().day).body(above)
        fields = {
            "key": key,
            "name": name,
            "short": short or short_of(name),
            "parent": above,
            "rules": rules or (facts.rules.name if facts else "permissive"),
            "zone": zone or (facts.zone if facts else "UTC"),
            "says": says,
        }
        desk.in_stream("body", key, Step(register_body, lambda _: fields), *spellings, day=desk.today())


def _spelled(spelling: str) -> Step:
    return Step(name_also, lambda _: {"spelling": spelling})


@body.command()
@click.argument("key")
@click.option("--extended", is_flag=True, help="The extended bureau: the officers with the chairs of the groups.")
@click.option("--of-session", type=click.IntRange(1), metavar="N", help="The session whose bureau it is.")
@act_options
@pass_room
def bureau(room: Room, key: str, extended: bool, of_session: int | None, said: Said) -> None:
    """Enter the bureau of a body: a body of its own, whose acts are restricted by default.

    Example: nemcon body bureau UNTOC-COP --extended
    """
    with at_the_desk(room, said) as desk:
        above = find(desk.under_way.connection, "body", key)
        facts = desk.under_way.context(desk.today().day).body(above.key)
        word = "extended Bureau" if extended else "Bureau"
        fields = {
            "key": bureau_key(above.key, extended=extended, of_session=of_session),
            "name": f"{word} of the {above.label}",
            "short": word,
            "parent": above.key,
            "rules": facts.rules.name if facts else "permissive",
            "zone": facts.zone if facts else "UTC",
            "private": True,
            "of_session": of_session,
        }
        desk.in_stream("body", str(fields["key"]), Step(register_body, lambda _: fields), day=desk.today())


def bureau_key(parent: str, *, extended: bool, of_session: int | None = None) -> str:
    """The key of a body's bureau: UNTOC-COP/BUREAU, UNTOC-COP/XBUREAU; with its session, UNTOC-COP/BUREAU-10."""
    return f"{parent}/{'X' if extended else ''}BUREAU{'' if of_session is None else f'-{of_session}'}"


def short_of(name: str) -> str:
    """What a report calls a body: the words of its name before "on", "of" or "to": Working Group, Conference."""
    words = name.split()
    cut = next((at for at, word in enumerate(words) if word in {"on", "of", "to", "for"}), len(words))
    return " ".join(words[:cut]) or name
