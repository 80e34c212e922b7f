"""`nemcon resolution import`: an archive of resolutions and their citations, shown with every doubt, then recorded."""

from __future__ import annotations

import csv
from pathlib import Path

import click

from cli.desk import recorder
from cli.files import whole
from cli.options import accept_options
from cli.room import Room, pass_room

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("import")
@click.argument("nodes", type=_FILE)
@click.argument("edges", type=_FILE)
@click.option("--report", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Every doubt, as CSV.")
@accept_options
@click.option("--by", envvar="NEMCON_BY", metavar="WHO", help="Who records. Default: NEMCON_BY.")
@click.option("-n", "--dry-run", is_flag=True, help="Show it, and record nothing.")
@pass_room
def import_(
    room: Room,
    nodes: Path,
    edges: Path,
    report: Path | None,
    accept: tuple[str, ...],
    accept_warnings: bool,
    by: str | None,
    dry_run: bool,
) -> None:
    """Record an archive of texts. A table of texts and a table of which text cites which, both CSV.

    Every doubt about a row has a name and blocks the import until it is accepted. What is in doubt is recorded as
    unverified; what cannot be understood is left out, and said. The same files again record nothing.

    Example: nemcon resolution import examples/texts.csv examples/citations.csv --accept-warnings --report doubts.csv
    """
    from cli.archiving import planned, record
    from cli.doubts import as_rows, must_be_accepted, preview, read, told

    who = recorder(by)
    archive = read(nodes, edges)
    with room.recording(dry_run=dry_run) as under_way:
        plan = planned(under_way, archive.texts, archive.citations)
        click.echo("\n".join(preview(archive)))
        if report is not None:
            with whole(report) as file:
                csv.writer(file).writerows(as_rows(archive.doubts))
        must_be_accepted(archive, accept, accept_warnings=accept_warnings)
        for line in told(archive, record(under_way, plan, archive.sha256, who), dry_run=dry_run):
            room.answer(line)


COMMANDS = (import_,)
