"""`nemcon read` and `nemcon import`: what a paper says, shown; the same, recorded."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.desk import recorder
from cli.errors import Refused
from cli.importing import Imported, record
from cli.intake import Unreadable, as_json
from cli.intake import read as read_paper
from cli.intake.paper import Paper
from cli.options import accept_options
from cli.planning import Keys, plan
from cli.preview import preview, warnings_of
from cli.profiles import PROFILE, profile_of
from cli.room import Room, pass_room
from projections import history
from projections.carrying import Target, carried_over
from projections.names import named
from projections.papers import history as history_paper
from projections.words import counted

if TYPE_CHECKING:
    from domain.context import BodyFacts
    from domain.record.transaction import Transaction
    from domain.rules import Profile

_FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.command()
@_FILE
@click.option("--json", "json_asked", is_flag=True, help="As JSON.")
def read(file: Path, json_asked: bool) -> None:
    """Show what an annotated provisional agenda says. From text, Word, PDF or Akoma Ntoso; nothing is recorded.

    Example: nemcon read examples/agenda.txt
    """
    paper = paper_in(file)
    click.echo(json.dumps(as_json(paper), ensure_ascii=False, indent=2) if json_asked else preview(paper), nl=True)


def paper_in(file: Path) -> Paper:
    """The paper in a file; refused where it cannot be read."""
    try:
        return read_paper(file)
    except Unreadable as error:
        raise Refused(f"{error.what} was not read: {error.why}.", error.next_step) from error


@click.command("import")
@_FILE
@click.option("--as", "meeting", metavar="KEY", help="The key of the meeting, chosen once: wg7.")
@click.option("--body", metavar="KEY", help="The key of its body: UNTOC-COP/WG.7. Not needed once it is registered.")
@click.option("--parent", metavar="KEY", help="The key of the body it reports to: UNTOC-COP.")
@click.option(
    "--rules",
    type=PROFILE,
    default="permissive",
    show_default=True,
    metavar="PROFILE|FILE",
    help="Their rules of procedure.",
)
@click.option("--zone", default="UTC", show_default=True, metavar="ZONE", help="The clock of the place: Europe/Vienna.")
@click.option("--symbol", metavar="S", help="The paper's own symbol, which need not occur in it.")
@accept_options
@click.option("--by", envvar="NEMCON_BY", metavar="WHO", help="Who records. Default: NEMCON_BY.")
@click.option("-n", "--dry-run", is_flag=True, help="Show it, and record nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Show the warnings only, and answer with the entries.")
@pass_room
def import_paper(
    room: Room,
    file: Path,
    meeting: str | None,
    body: str | None,
    parent: str | None,
    rules: str | Path,
    zone: str,
    symbol: str | None,
    accept: tuple[str, ...],
    accept_warnings: bool,
    by: str | None,
    dry_run: bool,
    quiet: bool,
) -> None:
    """Record what an annotated provisional agenda says. Bodies, decisions it narrates, meeting, agenda, work.

    What would be recorded is shown first, and each warning blocks it until it is accepted. The same file again
    records nothing.

    Example: nemcon import examples/agenda.txt --as wg7 --body UNTOC-COP/WG.7 --parent UNTOC-COP --accept-warnings
    """
    chosen = Chosen(meeting=meeting, body=body, parent=parent, rules=profile_of(rules), zone=zone, symbol=symbol, by=by)
    recorder(by)
    paper = paper_in(file)
    click.echo("\n".join(warnings_of(paper)) if quiet else preview(paper))
    accepted(paper, accept, accept_warnings=accept_warnings)
    with room.recording(dry_run=dry_run) as under_way:
        keys = _keys(under_way, paper, chosen)
        imported = record(under_way, paper, keys, plan(paper, keys))
        _tell(room, under_way, imported, dry_run=dry_run, quiet=quiet)


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What was typed beside the file."""

    meeting: str | None
    body: str | None
    parent: str | None
    rules: Profile
    zone: str
    symbol: str | None
    by: str | None


def accepted(paper: Paper, accept: tuple[str, ...], *, accept_warnings: bool) -> None:
    """Refuse while a warning of the reading, which was shown, is not accepted."""
    open_ = sorted({one.name for one in paper.warnings} - set(accept))
    if open_ and not accept_warnings:
        raise Refused(
            f"{len(open_)} {'warning is' if len(open_) == 1 else 'warnings are'} not accepted: {', '.join(open_)}. "
            "Nothing was recorded.",
            "Look at them above, then add --accept-warnings, or --accept NAME for each.",
        )


def _keys(under_way: Transaction, paper: Paper, chosen: Chosen) -> Keys:
    """The keys chosen, or those of the bodies whose names the register knows."""
    body, parent = chosen.body, chosen.parent
    known = _registered(under_way, body, paper.masthead.body)
    if known is not None:
        body, parent = known.key, known.parent
    elif parent is None:
        above = _registered(under_way, None, paper.masthead.parent_body)
        parent = above.key if above else None
    if body is None or chosen.meeting is None:
        raise Refused(
            "A paper does not say under which keys its meeting and its body are to be kept; they are chosen once.",
            "Add: --as wg7 --body UNTOC-COP/WG.7 --parent UNTOC-COP --rules untoc --zone Europe/Vienna, as it applies",
        )
    head, key = paper.masthead, chosen.meeting.lower()
    carried = carried_over(under_way.connection, Target(body, head.starts, key)) if head.starts else []
    facts = known or (None if parent is None else under_way.context(under_way.now.date()).body(parent))
    return Keys(
        meeting=key,
        body=body,
        parent=parent,
        rules=facts.rules if facts else chosen.rules,
        zone=facts.zone if facts else chosen.zone,
        symbol=chosen.symbol,
        by=recorder(chosen.by),
        carried=tuple(carried),
    )


def _registered(under_way: Transaction, key: str | None, name: str | None) -> BodyFacts | None:
    """The body in the register under a key or, where none is chosen, under the name the paper gives it."""
    word = key or name
    found = named(under_way.connection, "body", word) if word else []
    if len(found) != 1:
        return None
    return under_way.context(under_way.now.date()).body(found[0].key)


def _tell(room: Room, under_way: Transaction, imported: Imported, *, dry_run: bool, quiet: bool) -> None:
    if not imported.new:
        room.answer(
            f"All that this paper says is in the record already ({imported.before} acts); nothing was recorded."
        )
        return
    mark = "(not recorded) " if dry_run else ""
    if quiet:
        room.answer(f"{mark}Entries {imported.new[0]} to {imported.new[-1]}: the paper is in the record.")
    for line in [] if quiet else history.entries(under_way.connection, imported.new):
        room.answer(f"{mark}{history_paper.line(line)}")
    for remark in imported.remarks:
        room.answer(f"Note: {remark}", aside=True)
    if imported.before:
        room.answer(f"What the record held already was left as it is: {counted(imported.before, 'act')}.")
