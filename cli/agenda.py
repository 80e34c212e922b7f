"""`nemcon agenda`: issued, adopted, shown, compared."""

from __future__ import annotations

import json

import click

from cli.issuing import draft_next, issue
from cli.options import Said, View, act_options, meeting_option, view_options
from cli.room import Room, pass_room


@click.group()
def agenda() -> None:
    """The agenda: provisional, adopted, and as it stands.

    Example: nemcon agenda show
    """


@agenda.command()
@click.option("--provisionally", is_flag=True, help="Provisionally: it may be adopted finally later.")
@click.option("--except", "excepted", multiple=True, metavar="N", help="Without this item; may be repeated.")
@click.option("--abeyance", multiple=True, metavar="N", help="With this item held in abeyance; may be repeated.")
@click.option("--symbol", metavar="S", help="The paper that holds the agenda adopted: A/77/251.")
@click.option("--allocation", metavar="S", help="The paper that allocates its items, adopted with it: A/77/252.")
@act_options
@pass_room
def adopt(
    room: Room,
    provisionally: bool,
    excepted: tuple[str, ...],
    abeyance: tuple[str, ...],
    symbol: str | None,
    allocation: str | None,
    said: Said,
) -> None:
    """Adopt the agenda, with the oral amendments pending. "As orally amended" is computed, never typed.

    Example: nemcon agenda adopt --abeyance 4 --how no-objection --at 2020-09-08T10:20
    """
    from cli.desk import Step, at_the_desk, taken
    from domain.adopting import adopt_agenda, adopt_agenda_provisionally

    if provisionally and (symbol or allocation):
        raise click.UsageError("--symbol and --allocation name the papers of the final adoption.")
    papers = {} if provisionally else {"symbol": symbol, "allocation": allocation}
    with at_the_desk(room, said) as desk:
        desk.in_meeting(
            Step(
                adopt_agenda_provisionally if provisionally else adopt_agenda,
                lambda meeting: {
                    **papers,
                    "taken": taken(said),
                    "in_abeyance": tuple(meeting.agenda.find(number) for number in dict.fromkeys(abeyance)),
                    "excepted": tuple(meeting.agenda.find(number) for number in dict.fromkeys(excepted)),
                },
            )
        )


@agenda.command("apply-provisional")
@act_options
@pass_room
def apply(room: Room, said: Said) -> None:
    """Begin the work on the basis of the provisional agenda. It is not adopted by that.

    Example: nemcon agenda apply-provisional --at 2020-09-08T10:20
    """
    from cli.desk import Step, at_the_desk, taken
    from domain.adopting import apply_provisional_agenda

    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(apply_provisional_agenda, lambda _: {"taken": taken(said)}))


@agenda.command()
@click.argument("text")
@click.argument("number", metavar="[ITEM]", required=False)
@act_options
@pass_room
def understanding(room: Room, text: str, number: str | None, said: Said) -> None:
    """Record an understanding that the Chair stated. It is printed as a footnote.

    Example: nemcon agenda understanding "that item 4 is limited to matters of procedure" 4 --at 2020-09-08T10:24
    """
    from cli.desk import Step, at_the_desk
    from domain.adopting import state_understanding

    with at_the_desk(room, said) as desk:
        desk.in_meeting(
            Step(
                state_understanding,
                lambda meeting: {"text": text, "item": None if number is None else meeting.agenda.find(number)},
            )
        )


@agenda.command()
@meeting_option
@click.option("--provisional", "edition", flag_value="provisional", help="The provisional paper.")
@click.option("--adopted", "edition", flag_value="adopted", help="The agenda as adopted.")
@view_options
@pass_room
def show(room: Room, meeting: str | None, edition: str | None, view: View) -> None:
    """Show the agenda as it stands. Or the provisional, or the adopted one.

    Example: nemcon agenda show --adopted --why
    """
    from cli.page import shown
    from projections.agenda import Edition

    tables = None if view.why else ()
    with shown(room, meeting, view, Edition(edition or "current"), tables) as page:
        click.echo((page.json() if view.as_json else page.text()).rstrip())


@agenda.command()
@meeting_option
@view_options
@pass_room
def diff(room: Room, meeting: str | None, view: View) -> None:
    """Compare the provisional agenda with the one adopted. Where none is adopted: with the one proposed.

    Example: nemcon agenda diff
    """
    from cli.page import shown
    from projections.agenda import Edition
    from projections.papers import comparison

    with shown(room, meeting, view, Edition.PROVISIONAL, ()) as page:
        found = comparison.compare(page.meeting, page.agenda, page.latest(), page.in_force())
    click.echo((as_text(comparison.as_json(found)) if view.as_json else comparison.text(found, view.lang)).rstrip())


def as_text(value: object) -> str:
    """JSON as it is printed."""
    return json.dumps(value, ensure_ascii=False, indent=2)


for command in (issue, draft_next):
    agenda.add_command(command)
