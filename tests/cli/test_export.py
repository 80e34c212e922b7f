"""The export of the log: every event in a line of its own, byte for byte as it is stored, and nothing sealed."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.terminal import Terminal


def test_every_event_is_a_line_without_a_gap_and_its_state_is_the_one_stored(room: Terminal) -> None:
    lines = [json.loads(line) for line in room.types("log export").splitlines() if line.startswith("{")]
    with closing(sqlite3.connect(room.db)) as connection:
        columns = "entry, originator_id, originator_version, topic, state"
        stored = connection.execute(f"SELECT {columns} FROM event ORDER BY entry").fetchall()  # noqa: S608 - a literal
    assert [one["entry"] for one in lines] == list(range(1, 22))
    columns_ = {"entry", "originator_id", "originator_version", "topic", "state"}
    assert all(columns_ <= set(one) <= {*columns_, "checkpoint", "head"} for one in lines)
    assert [one["state"].encode() for one in lines] == [row[4] for row in stored]
    assert [one["topic"] for one in lines] == [row[3] for row in stored]
    assert [one["originator_version"] for one in lines] == [row[2] for row in stored]
    assert [one["originator_id"].replace("-", "") for one in lines] == [row[1].replace("-", "") for row in stored]


def test_sealed_values_are_not_in_it(room: Terminal) -> None:
    room.runs(
        'silence circulate t UNTOC-COP/XBUREAU T --until "2020-05-01 18:00" --at 2020-04-24',
        "silence object t --received 2020-05-01T17:00 --from Ruritania",
    )
    exported = room.types("log export")
    assert "Ruritania" not in exported
    assert "Ms. A. Example" not in exported
    assert "a delegation" in exported


def test_a_file_and_the_screen_get_the_same(room: Terminal, tmp_path: Path) -> None:
    result = room.enter(["log", "export"])
    assert (result.exit_code, result.stderr) == (0, "21 events. Sealed values withheld: 1.\n")
    assert room.types(f"log export -o {tmp_path}/log.jsonl") == "21 events. Sealed values withheld: 1.\n"
    assert (tmp_path / "log.jsonl").read_bytes() == result.stdout_bytes


def test_an_empty_record_exports_nothing(empty: Terminal) -> None:
    assert empty.types("log export") == "0 events.\n"
