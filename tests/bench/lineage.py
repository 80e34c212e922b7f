"""Lineage at real size: the import of an archive of resolutions, and what any of its texts rests on."""

from __future__ import annotations

import csv
import statistics
import sys
from collections.abc import Iterator
from datetime import date
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
from projections.ties import EDGE, NODE, NodeKind
from tests.bench.figure import Figure, limit, timed
from tests.bench.meetings import new_record
from tests.bench.places import Places

DATA = Path(__file__).parents[3] / "shared" / "data" / "lineage"
_EDGES = 55_000
_TRIED = 300  # texts asked for once, to find the slowest
_WAYS: tuple[Direction, ...] = ("up", "down", "both")


def lineages(places: Places) -> Iterator[Figure]:
    """The import of the archive, and the slowest lineage found in it."""
    if not DATA.exists():
        print("The archive of real resolutions is not beside the project: no figures of lineage.", file=sys.stderr)
        return
    edges, path = places.folder / "edges.csv", places.folder / "archive.db"
    _write_citations(edges)
    new_record(path).engine.dispose()
    name = f"2,951 texts and {_EDGES:,} citations"
    yield limit(f"import of {name}", timed(lambda: _imported(path, edges)), at_most=10_000)
    engine = connect(str(path), keep=True)
    with reading(engine) as connection:
        roots = _suspects(connection)
        asked = [(root, way) for root in roots for way in _WAYS]
        times = [statistics.median(_asked(connection, *one) for _ in range(9)) for one in asked]
        before = [statistics.median(_asked(connection, *one, on="2022-06-30") for _ in range(9)) for one in asked]
    engine.dispose()
    yield limit(f"lineage of any of {name}, the slowest found", max(times), at_most=50)
    yield limit(f"lineage of any of {name}, as it was on a day, the slowest found", max(before), at_most=50)


def _write_citations(path: Path) -> None:
    """The citations of the sample, again and again, each time from other texts of the real ones."""
    with (DATA / "nodes.csv").open(encoding="utf-8", newline="") as file:
        days = {row["symbol"]: row["frbr_adoption_date"] for row in csv.DictReader(file)}
    with (DATA / "edges-sample.csv").open(encoding="utf-8", newline="") as file:
        sample = [*csv.DictReader(file)]
    symbols = [*days]
    place = {symbol: rank for rank, symbol in enumerate(symbols)}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for rank in range(_EDGES):
            turn, row = divmod(rank, len(sample))
            by = symbols[(place[sample[row]["source_symbol"]] + 137 * turn) % len(symbols)]
            writer.writerow({**sample[row], "source_symbol": by, "source_adoption_date": days[by]})


def _imported(path: Path, edges: Path) -> None:
    """Read both tables and record what they say, as the command does."""
    nodes = DATA / "nodes.csv"
    register = Register(connect(str(path), keep=True), Writer())
    texts = read_texts(nodes.read_bytes(), nodes.name)
    citations = read_citations(edges.read_bytes(), edges.name, texts)
    with transaction(register) as under_way:
        record(under_way, planned(under_way, texts, citations), "0" * 64, "secretariat")
    register.engine.dispose()


def _suspects(connection: Connection) -> list[str]:
    """The texts most cited, and of many others those that took longest."""
    cited = select(EDGE.c.to_name).group_by(EDGE.c.to_name).order_by(func.count().desc()).limit(5)
    every = select(NODE.c.name).where(NODE.c.kind == NodeKind.RESOLUTION).distinct().order_by(NODE.c.name)
    texts = connection.scalars(every).all()
    tried = texts[:: max(len(texts) // _TRIED, 1)]
    slowest = sorted(tried, key=lambda root: _asked(connection, root, "both"))[-5:]
    return [*connection.scalars(cited), *slowest]


def _asked(connection: Connection, root: str, way: Direction, on: str | None = None) -> float:
    """The seconds it takes to find a lineage as the command shows it, and where its texts stand."""

    def ask() -> None:
        found = lineage(connection, root, way, most=100, on=on)
        texts = [node.id for node in found.nodes if node.kind == NodeKind.RESOLUTION]
        standings(connection, texts, date.fromisoformat(on or "2026-01-01"), until=on)

    return timed(ask)
