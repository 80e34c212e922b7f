"""`nemcon resolution import`: an archive of resolutions and their citations, shown with every doubt, then recorded."""

from __future__ import annotations

import csv
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.desk import recorder
from cli.errors import Refused
from cli.files import whole
from cli.intake.archive import WHY, Doubt, Fate, Table, as_rows, counts, read_texts
from cli.intake.citations import read_citations
from cli.intake.csvfile import bytes_of
from cli.intake.source import Unreadable, sha256_of
from cli.options import accept_options
from cli.room import Room, pass_room
from projections.words import capital, counted

if TYPE_CHECKING:
    from cli.archiving import Archived
    from cli.intake.archive import Texts
    from cli.intake.citations import Citations

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_WIDTH = 100
_EXAMPLES = 3  # rows shown of each doubt; the report has all of them


@dataclass(frozen=True)
class Archive:
    """What was read of the two tables."""

    texts: Texts
    citations: Citations
    sha256: str

    @property
    def tables(self) -> tuple[Table, Table]:
        """The two, in the order in which they were named."""
        return self.texts, self.citations

    @property
    def doubts(self) -> list[Doubt]:
        """Every doubt, in the order of the rows."""
        return [one for table in self.tables for one in sorted(table.doubts, key=lambda doubt: doubt.line)]


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
    who = recorder(by)
    archive = _read(nodes, edges)
    with room.recording(dry_run=dry_run) as under_way:
        from cli.archiving import planned, record

        plan = planned(under_way, archive.texts, archive.citations)
        click.echo("\n".join(_preview(archive)))
        if report is not None:
            with whole(report) as file:
                csv.writer(file).writerows(as_rows(archive.doubts))
        _must_be_accepted(archive, accept, accept_warnings=accept_warnings)
        for line in _told(archive, record(under_way, plan, archive.sha256, who), dry_run=dry_run):
            room.answer(line)


def _read(nodes: Path, edges: Path) -> Archive:
    try:
        tables = [bytes_of(nodes), bytes_of(edges)]
        texts = read_texts(tables[0], nodes.name)
        return Archive(texts, read_citations(tables[1], edges.name, texts), sha256_of(b"".join(tables)))
    except Unreadable as error:
        raise Refused(f"{error.what} was not read: {error.why}.", error.next_step) from error


def _preview(archive: Archive) -> Iterator[str]:
    """What was read, how many rows met which fate, and each doubt with some of its rows."""
    for table in archive.tables:
        yield f"{table.name}: {_rows(table.fates.total())}; {_fates(table)}."
    shown: dict[str, list[Doubt]] = {}
    for one in archive.doubts:
        shown.setdefault(one.name, []).append(one)
    if shown:
        yield f"{capital(counted(len(shown), 'doubt'))}:"
    for name, number in sorted((name, len(doubts)) for name, doubts in shown.items()):
        yield _filled(f"{name} ({_rows(number)}): {WHY[name]}{_unverified(shown[name])}", 2, 4)
        yield from (_filled(f"{one.file}, line {one.line}: {one.text}", 6, 8) for one in shown[name][:_EXAMPLES])
        if number > _EXAMPLES:
            yield f"      and {number - _EXAMPLES:,} more"


def _rows(number: int) -> str:
    return f"{number:,} {'row' if number == 1 else 'rows'}"


def _fates(table: Table) -> str:
    words = {Fate.RECORDED: "can be recorded", Fate.ALREADY: "say what an earlier row says", Fate.LEFT_OUT: "cannot be"}
    return ", ".join(f"{table.fates[fate]:,} {said}" for fate, said in words.items())


def _unverified(doubts: list[Doubt]) -> str:
    return " Recorded as unverified." if any(one.unverified for one in doubts) else ""


def _filled(text: str, first: int, then: int) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=" " * first, subsequent_indent=" " * then, break_on_hyphens=False)


def _must_be_accepted(archive: Archive, accept: tuple[str, ...], *, accept_warnings: bool) -> None:
    names = {name for table in archive.tables for name, _ in counts(table)}
    open_ = sorted(names - set(accept))
    if open_ and not accept_warnings:
        raise Refused(
            f"{len(open_)} {'doubt is' if len(open_) == 1 else 'doubts are'} not accepted: {', '.join(open_)}. "
            "Nothing was recorded.",
            "Look at them above, all rows with --report FILE; then add --accept-warnings, or --accept NAME for each.",
        )


def _told(archive: Archive, done: Archived, *, dry_run: bool) -> Iterator[str]:
    """What was recorded: every row of both tables is counted once."""
    mark = "(not recorded) " if dry_run else ""
    if not done.entries:
        yield f"{mark}All that these tables say is in the record already; nothing was recorded."
    else:
        yield f"{mark}{done.entries:,} entries, #{done.first} to #{done.last}: the archive is in the record."
    for table, known in zip(archive.tables, (done.known_texts, done.known_citations), strict=True):
        new = table.fates[Fate.RECORDED] - known
        yield (
            f"{mark}{table.name}: {_rows(table.fates.total())} = {new:,} recorded + {known:,} in the record already + "
            f"{table.fates[Fate.ALREADY]:,} said by an earlier row + {table.fates[Fate.LEFT_OUT]:,} left out."
        )
    if done.beyond:
        things = "text or paper is" if done.beyond == 1 else "texts and papers are"
        yield f"{mark}{done.beyond:,} {things} known by citation only."


COMMANDS = (import_,)
