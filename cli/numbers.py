"""`nemcon decision number`, `part`, `list`: the numbers of decisions, given at once, days later, or changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from cli.corrections import fact_of_entry
from cli.desk import Desk, Step, at_the_desk
from cli.errors import Refused
from cli.find import find, text_ref
from cli.options import Said, View, act_options, of_meeting_option, view_options
from cli.room import Room, pass_room
from domain.decisions import canonical, decided_in, number_decision, renumber_decision
from domain.parting import renumber_resolution
from projections import decisions as register
from projections.names import named
from projections.papers import decisions as paper

if TYPE_CHECKING:
    from domain.resolution import TextRef


@click.command()
@click.argument("number")
@click.argument("entries", nargs=-1, required=True, type=click.IntRange(1), metavar="ENTRY...")
@click.option("--also", is_flag=True, help="A decision taken before has the number; it went on in this entry.")
@act_options
@pass_room
def number(room: Room, number: str, entries: tuple[int, ...], said: Said, *, also: bool) -> None:
    """Give a decision its number, at once or days later. With several entries, it was taken at several meetings.

    Example: nemcon decision number 77/505 31 --at 2020-09-14
    """
    with at_the_desk(room, said) as desk:
        places = [_decision_of(desk, entry) for entry in dict.fromkeys(entries)]
        desk.in_meeting(*(_numbering(number, place, also=also or rank > 0) for rank, place in enumerate(places)))


def _decision_of(desk: Desk, entry: int) -> int:
    """The place of the decision that an entry took, in the meeting meant."""
    named, fact = fact_of_entry(desk.under_way, entry)
    if named.kind == "proposal":
        raise Refused(
            f"Entry {entry} is an act on the proposal {named.label}.",
            f"An adopted proposal gets its number so: nemcon resolution record REF --proposal {named.label}",
        )
    place = desk.place_of(entry)
    if decided_in(fact) is None:
        raise Refused(f"Entry {entry} is no decision.", "List them: nemcon decision list")
    return place


def _numbering(number: str, place: int, *, also: bool) -> Step:
    return Step(number_decision, lambda _: {"decision": place, "number": number, "also": also})


@click.command()
@click.argument("part")
@click.argument("entry", required=False, type=click.IntRange(1), metavar="[ENTRY]")
@click.option(
    "--renames", nargs=2, required=True, metavar="OLD NEW", help='"76/506" "76/506 A": what the number becomes.'
)
@act_options
@pass_room
def part(room: Room, part: str, entry: int | None, renames: tuple[str, str], said: Said) -> None:
    """Record that a number became that of a first part. That is because a further part was adopted.

    The further part is in the record already, or is the decision of ENTRY, which gets that number now. A resolution is
    named with its body: "UNGA 66/253". Both numbers go on naming the text, and neither is given again.

    Example: nemcon decision part "76/506 B" 41 --renames "76/506" "76/506 A" --at 2022-07-28
    """
    former, becomes = renames
    with at_the_desk(room, said) as desk:
        text = None if entry is not None else _text_meant(desk, former)
        if text is not None:
            _rename_text(desk, text, becomes, part)
            return
        words = [word.rpartition(" decision ")[2] for word in (former, becomes, part)]
        renaming = Step(renumber_decision, lambda _: dict(zip(("former", "number", "part"), words, strict=True)))
        first = [] if entry is None else [_numbering(part, _decision_of(desk, entry), also=False)]
        desk.in_meeting(*first, renaming)


def _text_meant(desk: Desk, word: str) -> TextRef | None:
    """The text with a stream of its own that has the number; None where a decision taken in a meeting has it."""
    connection = desk.under_way.connection
    if register.key_of(connection, word) or not named(connection, "resolution", word):
        return None
    return text_ref(connection, word)


def _rename_text(desk: Desk, text: TextRef, becomes: str, part: str) -> None:
    numbers = [word.removeprefix(f"{text.body} ").removeprefix(f"{text.kind} ") for word in (becomes, part)]
    ref = type(text)(body=text.body, kind=text.kind, number=canonical(numbers[0]))
    fields = {"ref": ref, "part": canonical(numbers[1])}
    desk.in_stream("resolution", str(text), Step(renumber_resolution, lambda _: fields))


@click.command("list")
@of_meeting_option
@click.option("--unnumbered", is_flag=True, help="Only those that have no number yet.")
@view_options
@pass_room
def list_(room: Room, meeting: str | None, view: View, *, unnumbered: bool) -> None:
    """The decisions taken in a meeting, or in all, with their numbers.

    Example: nemcon decision list
    """
    with room.reading() as now:
        stream = None if meeting is None else find(now, "meeting", meeting).stream
    with room.reading(view) as connection:
        lines = register.decisions(connection, stream)
        shown = [line for line in lines if view.restricted or line.distribution != "restricted"]
        hidden = len(lines) - len(shown)
        if unnumbered:
            shown = [line for line in shown if line.number is None]
        if view.as_json:
            click.echo(json.dumps(register.as_json(shown), ensure_ascii=False, indent=2))
        else:
            click.echo(paper.register(connection, shown, why=view.why, left_out=hidden).rstrip())


@click.command()
@click.argument("ref", metavar="NUMBER")
@view_options
@pass_room
def show(room: Room, ref: str, view: View) -> None:
    """One decision by any number that it has or had.

    Example: nemcon decision show "76/506 A"
    """
    with room.reading(view) as connection:
        keys = register.key_of(connection, ref)
        if len(keys) != 1:
            raise _not_one(ref, keys)
        shown = [line for line in register.decisions(connection) if register.key(line) == keys[0]]
        if not view.restricted and any(line.distribution == "restricted" for line in shown):
            raise Refused(f"The decision {ref} is restricted.", "To see it all the same: --restricted")
        if view.as_json:
            click.echo(json.dumps(register.as_json(shown), ensure_ascii=False, indent=2))
        else:
            click.echo(paper.register(connection, shown, why=view.why).rstrip())


def _not_one(ref: str, keys: list[str]) -> Refused:
    if not keys:
        return Refused(
            f"No decision taken in a meeting has the number {ref!r}.",
            f'See them: nemcon decision list; a text of its own: nemcon lineage "{ref}"',
        )
    return Refused(f"{ref!r} names {len(keys)} of them: {', '.join(keys)}.", "Name the body too.")


COMMANDS = (number, part, list_, show)
