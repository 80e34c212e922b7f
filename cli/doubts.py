"""An archive as it was read, and every doubt about its rows, on the screen."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cli.errors import Refused
from cli.intake.archive import WHY, Doubt, Fate, Table, Texts, as_rows, counts, read_texts
from cli.intake.citations import Citations, read_citations
from cli.intake.csvfile import bytes_of
from cli.intake.source import Unreadable, sha256_of
from projections.words import capital, counted

if TYPE_CHECKING:
    from cli.archiving import Archived

_WIDTH = 100
_EXAMPLES = 3  # rows shown of each doubt; the report has all of them

__all__ = ["Archive", "as_rows", "must_be_accepted", "preview", "read", "told"]


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


def read(nodes: Path, edges: Path) -> Archive:
    """The two tables in the files."""
    try:
        tables = [bytes_of(nodes), bytes_of(edges)]
        texts = read_texts(tables[0], nodes.name)
        return Archive(texts, read_citations(tables[1], edges.name, texts), sha256_of(b"".join(tables)))
    except Unreadable as error:
        raise Refused(f"{error.what} was not read: {error.why}.", error.next_step) from error


def preview(archive: Archive) -> Iterator[str]:
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


def must_be_accepted(archive: Archive, accept: tuple[str, ...], *, accept_warnings: bool) -> None:
    """Refuse what nobody has accepted."""
    names = {name for table in archive.tables for name, _ in counts(table)}
    open_ = sorted(names - set(accept))
    if open_ and not accept_warnings:
        raise Refused(
            f"{len(open_)} {'doubt is' if len(open_) == 1 else 'doubts are'} not accepted: {', '.join(open_)}. "
            "Nothing was recorded.",
            "Look at them above, all rows with --report FILE; then add --accept-warnings, or --accept NAME for each.",
        )


def told(archive: Archive, done: Archived, *, dry_run: bool) -> Iterator[str]:
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
