"""`nemcon body`: the register of bodies and their bureaux, their names and the rules they apply."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.desk import Step, at_the_desk
from cli.errors import Refused
from cli.find import find
from cli.options import AS_IT_IS, Said, View, act_options, view_options
from cli.profiles import PROFILE, profile_of
from cli.room import Room, pass_room
from cli.when import at_typed
from domain.body import adopt_rules, discontinue_body, name_also, register_body, rename_body
from domain.questions import Question
from domain.rules import PERMISSIVE
from projections.bodies import BODY, BODY_NAME, as_json
from projections.bodies import body as body_view
from projections.names import named
from projections.papers import bodies as paper

if TYPE_CHECKING:
    from cli.desk import Desk
    from domain.context import BodyFacts


@click.group()
def body() -> None:
    """Bodies: the Conference, its working groups, their bureaux.

    Example: nemcon body add UNTOC-COP "Conference of the Parties" --rules untoc --at 2003-09-29
    """


@body.command()
@click.argument("key")
@click.argument("name")
@click.option("--parent", metavar="KEY", help="The body it stands under.")
@click.option("--rules", type=PROFILE, metavar="PROFILE|FILE", help="Its rules of procedure. Default: its parent's.")
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
    rules: str | Path | None,
    zone: str | None,
    says: str,
    short: str | None,
    also: tuple[str, ...],
    said: Said,
) -> None:
    """Enter a body in the register. With --also: another spelling of its name.

    Example: nemcon body add UNTOC-COP/WG.7 "Working Group on the Smuggling of Migrants" --parent UNTOC-COP
    """
    with at_the_desk(room, said) as desk:
        connection = desk.under_way.connection
        spellings = [_spelled(one) for one in also]
        if spellings and len(named(connection, "body", key)) == 1:
            desk.in_stream("body", find(connection, "body", key).key, *spellings, day=desk.today())
            return
        above = None if parent is None else find(connection, "body", parent).key
        facts = None if above is None else _parent(desk, above)
        fields = {
            "key": key,
            "name": name,
            "short": short or short_of(name),
            "parent": above,
            "zone": zone or (facts.zone if facts else "UTC"),
            "says": says,
            **(inherited(facts) if rules is None else {"rules": profile_of(rules)}),
        }
        desk.in_stream("body", key, Step(register_body, lambda _: fields), *spellings, day=desk.today())


def _parent(desk: Desk, key: str) -> BodyFacts | None:
    """The body above, as it was on the day of the act."""
    when = desk.today() if desk.said.at is None else at_typed(desk.said.at, "UTC", desk.room.now(), None)
    return desk.under_way.context(when.day).body(key)


def inherited(parent: BodyFacts | None) -> dict[str, object]:
    """The rules of the body above: mutatis mutandis where they themselves say so."""
    rules = PERMISSIVE if parent is None else parent.rules
    return {"rules": rules, "mutatis_mutandis": rules.get(Question.SCOPE) is not None}


def _spelled(spelling: str) -> Step:
    return Step(name_also, lambda _: {"spelling": spelling})


@body.command()
@click.argument("key")
@click.option("--extended", is_flag=True, help="The extended bureau: the officers with the chairs of the groups.")
@click.option("--of-session", type=click.IntRange(1), metavar="N", help="The session whose bureau it is.")
@act_options
@pass_room
def bureau(room: Room, key: str, extended: bool, of_session: int | None, said: Said) -> None:
    """Enter the bureau of a body. It is a body of its own, whose acts are restricted by default.

    Example: nemcon body bureau UNTOC-COP --extended
    """
    with at_the_desk(room, said) as desk:
        above = find(desk.under_way.connection, "body", key)
        facts = _parent(desk, above.key)
        word = "extended Bureau" if extended else "Bureau"
        fields = {
            "key": bureau_key(above.key, extended=extended, of_session=of_session),
            "name": f"{word} of the {above.label}",
            "short": word,
            "parent": above.key,
            "zone": facts.zone if facts else "UTC",
            "private": True,
            "of_session": of_session,
            **inherited(facts),
        }
        desk.in_stream("body", str(fields["key"]), Step(register_body, lambda _: fields), day=desk.today())


@body.command("rules")
@click.argument("key")
@click.argument("profile", type=PROFILE, metavar="[PROFILE|FILE]", required=False)
@click.option("--gaps", type=PROFILE, metavar="PROFILE|FILE", help="The rules that apply where those are silent.")
@click.option("--mutatis-mutandis", is_flag=True, help="They are another body's, and apply as far as they can.")
@act_options
@pass_room
def rules_(
    room: Room,
    key: str,
    profile: str | Path | None,
    gaps: str | Path | None,
    mutatis_mutandis: bool,
    said: Said,
) -> None:
    """Apply rules of procedure from that day on. Without PROFILE, show those in force, on the day of --at.

    Example: nemcon body rules UNTOC-COP untoc --at 2004-07-07 --authority "decision 1/1"
    """
    if profile is None:
        if gaps is not None or mutatis_mutandis:
            raise Refused("It is not said which rules apply.", f"Name them: nemcon body rules {key} PROFILE")
        show_body(room, key, replace(AS_IT_IS, on=said.at, as_json=said.as_json))
        return
    filled = profile_of(profile) if gaps is None else profile_of(profile).filled(profile_of(gaps))
    fields = {"rules": filled, "mutatis_mutandis": mutatis_mutandis}
    with at_the_desk(room, said) as desk:
        natural = find(desk.under_way.connection, "body", key).key
        desk.in_stream("body", natural, Step(adopt_rules, lambda _: fields))


@body.command()
@click.argument("key")
@click.argument("name")
@click.option("--short", metavar="NAME", help='What a report calls it from then on: "Working Group".')
@act_options
@pass_room
def rename(room: Room, key: str, name: str, short: str | None, said: Said) -> None:
    """Give a body another name from that day on. What it did before keeps the old one.

    Example: nemcon body rename UNTOC-COP/WG.7 "Working Group on Smuggling" --at 2026-10-16
    """
    with at_the_desk(room, said) as desk:
        natural = find(desk.under_way.connection, "body", key).key
        fields = {"name": name, "short": short or short_of(name)}
        desk.in_stream("body", natural, Step(rename_body, lambda _: fields))


@body.command()
@click.argument("key")
@click.option("--in-favour-of", multiple=True, metavar="KEY", help="The body its functions pass to; may be repeated.")
@act_options
@pass_room
def discontinue(room: Room, key: str, in_favour_of: tuple[str, ...], said: Said) -> None:
    """Discontinue a body; its decisions stay its own. Several in favour of one are a merger.

    Example: nemcon body discontinue UNTOC-COP/XBUREAU --in-favour-of UNTOC-COP --at 2026-10-16
    """
    with at_the_desk(room, said) as desk:
        connection = desk.under_way.connection
        natural = find(connection, "body", key).key
        fields = {"successors": tuple(find(connection, "body", one).key for one in in_favour_of)}
        desk.in_stream("body", natural, Step(discontinue_body, lambda _: fields))


@body.command()
@click.argument("key")
@view_options
@pass_room
def show(room: Room, key: str, view: View) -> None:
    """Show a body. Its names, the rules of procedure in force with their sources, what became of it.

    Example: nemcon body show UNTOC-COP --on 2020-09-08
    """
    show_body(room, key, view)


def show_body(room: Room, key: str, view: View) -> None:
    """Print a body as the view asks."""
    with room.reading() as now:
        found = find(now, "body", key)
    with room.reading(view, found.stream, (BODY, BODY_NAME)) as connection:
        shown = body_view(connection, found.stream)
    if shown is None:
        raise Refused(f"The register held nothing of {found.key} then.", "Choose a later --on or --known-at.")
    told = json.dumps(as_json(shown), ensure_ascii=False, indent=2) if view.as_json else paper.body(shown, why=view.why)
    click.echo(told.rstrip())


def bureau_key(parent: str, *, extended: bool, of_session: int | None = None) -> str:
    """The key of a body's bureau: UNTOC-COP/BUREAU, UNTOC-COP/XBUREAU; with its session, UNTOC-COP/BUREAU-10."""
    return f"{parent}/{'X' if extended else ''}BUREAU{'' if of_session is None else f'-{of_session}'}"


def short_of(name: str) -> str:
    """What a report calls a body: the words of its name before "on", "of" or "to": Working Group, Conference."""
    words = name.split()
    cut = next((at for at, word in enumerate(words) if word in {"on", "of", "to", "for"}), len(words))
    return " ".join(words[:cut]) or name
