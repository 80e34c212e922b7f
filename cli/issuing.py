"""`nemcon agenda issue` and `draft-next`: the papers that hold an agenda before the meeting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli.errors import Refused
from cli.options import Said, View, act_options, meeting_option, view_options
from cli.room import Room, pass_room

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from cli.desk import Desk
    from domain.act import Fact
    from domain.meeting import Meeting
    from domain.outline import AgendaItem
    from projections.carrying import Carried, Target
    from projections.meetings import MeetingView


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.option("--symbol", metavar="S", help="The paper's own symbol; it need not occur in the paper.")
@click.option("--issued", required=True, metavar="DATE", help="The date it bears.")
@click.option("--item", "titles", multiple=True, metavar="TITLE", help="An item, in place of a file; may be repeated.")
@click.option("--supplementary", is_flag=True, help="It adds items to the provisional agenda.")
@click.option("--revised", is_flag=True, help="It takes the place of the provisional agenda.")
@click.option("--called", metavar="NAME", help='What the body calls such a paper: "supplementary list".')
@click.option("--accept", multiple=True, metavar="NAME", help="Accept a warning by its name; may be repeated.")
@click.option("--accept-warnings", is_flag=True, help="Accept all the warnings that were shown.")
@act_options
@pass_room
def issue(
    room: Room,
    file: Path | None,
    symbol: str | None,
    issued: str,
    titles: tuple[str, ...],
    supplementary: bool,
    revised: bool,
    called: str | None,
    accept: tuple[str, ...],
    accept_warnings: bool,
    said: Said,
) -> None:
    """Issue the provisional agenda of a meeting. A later paper supplements or replaces it.

    The items are read from a file, whose warnings block it until accepted. Without a file they are those of --item,
    then those carried over from earlier meetings: see nemcon agenda draft-next. To record all that an annotated
    provisional agenda says, use nemcon import.

    Example: nemcon agenda issue agenda.txt --symbol CTOC/COP/WG.7/2020/1 --issued 2020-06-04
    """
    from cli.desk import Step, at_the_desk, on_day
    from cli.when import day_typed
    from domain.streams import ACT_OF

    if supplementary and revised:
        raise click.UsageError("--supplementary adds to the provisional agenda, --revised replaces it: choose one.")
    if called and not (supplementary or revised):
        raise click.UsageError("--called names a later paper: add --supplementary or --revised.")
    if file is not None and titles:
        raise click.UsageError("Name a file or --item, not both: the file lists every item.")
    paper = Issue(titles, supplementary, revised, called)
    fields: dict[str, Any] = {"issued": day_typed(issued), "symbol": symbol}
    fields |= _read(file, symbol, accept, accept_warnings=accept_warnings)
    with at_the_desk(room, on_day(said, issued)) as desk:
        fields["items"] = _items(desk, paper, fields.get("items"))
        act, more = _act(desk, paper, fields["items"])
        told = {name: value for name, value in {**fields, **more}.items() if name in ACT_OF[act].fields}
        desk.in_meeting(Step(act, lambda _: told))


@dataclass(frozen=True)
class Issue:
    """Which paper is issued: its items where they were typed, and what kind it is."""

    titles: tuple[str, ...]
    supplementary: bool
    revised: bool
    called: str | None

    @property
    def later(self) -> bool:
        """Whether it follows the provisional agenda."""
        return self.supplementary or self.revised


def _read(file: Path | None, symbol: str | None, accept: tuple[str, ...], *, accept_warnings: bool) -> dict[str, Any]:
    """What the file says, once its warnings are accepted; nothing where there is none."""
    if file is None:
        return {}
    from cli.papers import accepted, paper_in
    from cli.planning import agenda_fields, list_alone
    from cli.preview import warnings_of

    paper = list_alone(paper_in(file))
    for line in warnings_of(paper):
        click.echo(line)
    accepted(paper, accept, accept_warnings=accept_warnings)
    return {**agenda_fields(paper), "symbol": symbol or paper.masthead.symbol}


def _items(desk: Desk, paper: Issue, read: tuple[AgendaItem, ...] | None) -> tuple[AgendaItem, ...]:
    """The items of the paper: those read or typed and, of a first paper, what earlier meetings carry over."""
    from cli.drafting import drafted, recognised
    from projections.carrying import carried_over

    connection = desk.under_way.connection
    carried = [] if paper.later else carried_over(connection, _target(desk.meeting()[1]))
    if read is not None:
        return recognised(read, carried)
    found = drafted(connection, paper.titles, carried)
    if not found:
        raise Refused(
            "There is no item to issue: no file was named, and no earlier meeting carries one over.",
            "Write the items in a file: nemcon agenda issue FILE --issued DATE; or name each: --item TITLE",
        )
    return found


def _target(meeting: Meeting) -> Target:
    from projections.carrying import Target

    plan = meeting.schedule
    return Target(plan.body or "", plan.starts, plan.key)


def _act(desk: Desk, paper: Issue, items: tuple[AgendaItem, ...]) -> tuple[Callable[..., Fact], dict[str, object]]:
    """The act that records the paper. A supplementary one that repeats the whole list takes its place."""
    from domain.issuing import issue_provisional_agenda
    from domain.supplementing import issue_supplementary_agenda, repeats, revise_provisional_agenda

    named: dict[str, object] = {"called": paper.called} if paper.called else {}
    if paper.revised:
        return revise_provisional_agenda, named
    if not paper.supplementary:
        return issue_provisional_agenda, {}
    if repeats(desk.meeting()[1].agenda.provisional, items):
        return revise_provisional_agenda, {"called": "supplementary provisional agenda", **named}
    return issue_supplementary_agenda, named


@click.command("draft-next")
@meeting_option
@click.option("--for", "to", metavar="KEY", help="The meeting to which items are carried over. Default: the next one.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The bare list, in a file.")
@view_options
@pass_room
def draft_next(room: Room, meeting: str | None, to: str | None, output: Path | None, view: View) -> None:
    """List what is carried over to the next meeting. Items deferred or in abeyance, papers and decisions deferred.

    With -o the bare list is written to a file, to be edited and issued with nemcon agenda issue FILE; without a file,
    nemcon agenda issue takes the list as it is.

    Example: nemcon agenda draft-next --for wg8
    """
    from cli.files import whole

    with room.reading(view) as connection:
        draft = _draft(connection, meeting, to)
        told = draft.json() if view.as_json else draft.text()
    if output is None:
        click.echo(told.rstrip())
        return
    with whole(output) as file:
        file.write(draft.plain())
    click.echo(f"The list was written to {output}: {len(draft.items)} items and sub-items.")


@dataclass(frozen=True)
class Draft:
    """What goes on the next provisional agenda: after which meeting, to which one, and what is still open there."""

    after: MeetingView
    to: str
    items: tuple[AgendaItem, ...]
    carried: dict[str, Carried]
    left: str

    def text(self) -> str:
        """The draft on the screen."""
        from projections.papers import draft

        return draft.text(self.after, self.to, self.items, self.carried, self.left)

    def plain(self) -> str:
        """The bare list."""
        from projections.papers import draft

        return draft.plain(self.to, self.items)

    def json(self) -> str:
        """The draft for other programs."""
        import json

        from projections.papers import draft

        return json.dumps(draft.as_json(self.items, self.carried), ensure_ascii=False, indent=2)


def _draft(connection: Connection, word: str | None, to: str | None) -> Draft:
    from cli.drafting import drafted, place
    from projections.carrying import Target, carried_over, still_open

    after, held = _meetings(connection, word, to)
    if held is None:
        target = Target(after.body, after.ends + timedelta(days=1), None)
    else:
        target = Target(held.body, held.starts, held.key)
    carried = carried_over(connection, target)
    items = drafted(connection, (), carried)
    named = held.key if held else f"the next {after.says}"
    return Draft(after, named, items, {place(one): one for one in carried}, still_open(connection, after))


def _meetings(connection: Connection, word: str | None, to: str | None) -> tuple[MeetingView, MeetingView | None]:
    """The meeting after which the draft is drawn up, and the one it is for, where the record knows that."""
    from cli.find import find, meeting_meant
    from projections.meetings import meetings

    known = meetings(connection)
    named = meeting_meant(connection, word) if to is None else find(connection, "meeting", to)
    meant = next(one for one in known if one.stream == named.stream)
    others = [one for one in known if one.body == meant.body and one.state != "cancelled"]
    if to is not None:
        return next((one for one in reversed(others) if one.starts < meant.starts), meant), meant
    return meant, next((one for one in others if one.starts > meant.starts), None)
