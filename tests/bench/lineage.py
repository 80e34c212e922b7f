"""Lineage at real size: importing an archive of thousands of resolutions, and asking what any of them rests on."""

from __future__ import annotations

import csv
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, func, select

from cli.archiving import planned, record
from cli.intake.archive import read_texts
from cli.intake.citations import COLUMNS, read_citations
from domain.record.database import connect, reading
from domain.record.register import Register
from domain.record.transaction import transaction
from projections.engine import Writer
from projections.force import standings
from projections.lineage import Direction, lineage
from projections.ties import EDGE, NODE
from tests.bench.figure import Figure, limit, timed
from tests.bench.meetings import new_record
from tests.bench.places import Places

DATA = Path(__file__).parents[3] / "shared" / "data" / "lineage"
EDGES = 55_000
_WAYS: tuple[Direction, ...] = ("up", "down", "both")


def archive(folder: Path, edges: int = EDGES) -> tuple[Path, Path]:
    """The real texts, and so many citations: those of the sample, again and again, each time from other texts."""
    with (DATA / "nodes.csv").open(encoding="utf-8", newline="") as file:
        days = {row["symbol"]: row["frbr_adoption_date"] for row in csv.DictReader(file)}
    with (DATA / "edges-sample.csv").open(encoding="utf-8", newline="") as file:
        sample = [*csv.DictReader(file)]
    symbols = [*days]
    place = {symbol: rank for rank, symbol in enumerate(symbols)}
    path = folder / "edges.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for rank in range(edges):
            turn, row = divmod(rank, len(sample))
            by = symbols[(place[sample[row]["source_symbol"]] + 137 * turn) % len(symbols)]
            writer.writerow({**sample[row], "source_symbol": by, "source_adoption_date": days[by]})
    return DATA / "nodes.csv", path


def lineages(places: Places) -> Iterator[Figure]:
    """The import of the archive, and the slowest lineage of all its texts."""
    if not DATA.exists():
        print("The archive of resolutions is not here; its figures are left out.", file=sys.stderr)
        return
    nodes, edges = archive(places.folder)
    path = places.folder / "archive.db"
    new_record(path).engine.dispose()
    name = f"2,951 texts and {EDGES:,} citations"
    yield limit(f"import of {name}", timed(lambda: imported(path, nodes, edges)), at_most=10_000)
    engine = connect(str(path), keep=True)
    with reading(engine) as connection:
        roots = connection.scalars(select(NODE.c.name).distinct().order_by(NODE.c.name)).all()
        cited = [root for root in roots if root.startswith("resolution:")]
        slowest = sorted(cited[:: max(len(cited) // 400, 1)], key=lambda root: _seconds(connection, root, "both"))[-9:]
        slowest += connection.scalars(_most_cited()).all()
        asked = {
            (root, way): statistics.median(_seconds(connection, root, way) for _ in range(9))
            for root in slowest
            for way in _WAYS
        }
    engine.dispose()
    yield limit(f"lineage of any of {name}: the slowest found", max(asked.values()), at_most=50)


def _most_cited():  # type: ignore[no-untyped-def] # noqa: ANN202

    return select(EDGE.c.to_name).group_by(EDGE.c.to_name).order_by(func.count().desc()).limit(5)


def imported(path: Path, nodes: Path, edges: Path) -> None:
    """Read both tables and record them, as the command does."""
    register = Register(connect(str(path), keep=True), Writer())
    texts = read_texts(nodes.read_bytes(), nodes.name)
    citations = read_citations(edges.read_bytes(), edges.name, texts)
    with transaction(register) as under_way:
        record(under_way, planned(under_way, texts, citations), "0" * 64, "secretariat")
    register.engine.dispose()


def _seconds(connection: Connection, root: str, way: Direction) -> float:
    """How long it takes to find a lineage as it is printed, and where its texts stand."""

    def ask() -> None:
        found = lineage(connection, root, way, most=200)
        from datetime import date

        standings(
            connection, [node.id for node in found.nodes if node.kind in ("resolution", "decision")], date(2026, 1, 1)
        )

    return timed(ask)
