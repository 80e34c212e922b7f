"""The pages of a long meeting, from the record to the disk."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from click.testing import CliRunner

from cli.main import nemcon
from cli.room import Room
from domain.adopting import adopt_agenda
from domain.amending import retitle_item
from domain.issuing import issue_provisional_agenda
from domain.schedule import schedule_meeting
from domain.sittings import open_meeting
from domain.values import text_in
from tests.bench.figure import Figure, limit, timed
from tests.bench.meetings import BODY, CONSENSUS, Deed, commands, items, new_record, together
from tests.bench.places import Places

_LISTED = 200
_DAY = date(2020, 9, 8)


def sites(places: Places) -> Iterator[Figure]:
    """A meeting that goes through its agenda again and again, and one that changes its agenda with every act."""
    for name, record in (
        (f"site of a meeting of {places.acts:,} acts", places.long_meeting()),
        (f"site of a meeting of {places.acts // 5:,} acts that change an agenda of {_LISTED} items", _restless(places)),
    ):
        times = [timed(lambda record=record, turn=turn: _written(record, places, turn)) for turn in range(3)]  # type: ignore[misc] # bound now
        yield limit(name, statistics.median(times), at_most=5_000)


def _written(record: Path, places: Places, turn: int) -> None:
    room = Room(str(record), clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))
    output = places.folder / f"{record.stem}-{turn}"
    try:
        said = CliRunner().invoke(nemcon, ["site", "-o", str(output)], obj=room, prog_name="nemcon")
    finally:
        room.close()
    assert said.exit_code == 0, said.output


def _restless(places: Places) -> Path:
    path = places.folder / "restless.db"
    register = new_record(path)
    together(register, commands("restless", _retitling(places.acts // 5)))
    register.engine.dispose()
    return path


def _retitling(acts: int) -> Iterator[Deed]:
    days = {"starts": _DAY, "ends": _DAY + timedelta(days=2)}
    yield Deed(
        schedule_meeting, {"key": "restless", "body": BODY, "place": "Vienna", "ordinal": 7, **days}, date(2020, 6, 4)
    )
    listed = {"symbol": "CTOC/COP/WG.7/2020/1", "issued": date(2020, 6, 4), "items": items(_LISTED)}
    yield Deed(issue_provisional_agenda, listed, date(2020, 6, 4))
    yield from (Deed(open_meeting), Deed(adopt_agenda, {"taken": CONSENSUS}))
    for turn in range(acts - 4):
        title = text_in("en", f"Smuggling of migrants, as retitled for the {turn}th time")
        yield Deed(retitle_item, {"item": f"i2.{turn % 50 + 1}", "title": title, "taken": CONSENSUS})
