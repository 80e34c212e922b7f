"""`nemcon verify`, `log export` and `log import` as an auditor types them."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

_EDIT = "UPDATE event SET state = CAST(replace(CAST(state AS TEXT), 'Eighth', 'Second') AS BLOB) WHERE entry = 2"
BODY = "body add WG8 'Eighth Group' --zone Europe/Vienna"


@pytest.fixture
def kept(empty: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A record of three entries, signed with a key of its own."""
    monkeypatch.chdir(tmp_path)
    empty.types("key new example.org/record -o key")
    monkeypatch.setenv("NEMCON_KEY", "key")
    empty.types("key adopt")
    empty.types(BODY)
    empty.types("body add WG9 'Ninth Group' --zone Europe/Vienna")
    return empty


def tampered(terminal: Terminal, *statements: str) -> None:
    with closing(sqlite3.connect(terminal.db)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_record_that_verifies_says_so_and_how_much_nobody_else_vouches_for(kept: Terminal) -> None:
    first, signed, window = kept.types("verify").splitlines()
    assert first.startswith("The record verifies: 3 entries, root ")
    assert signed.startswith("The last signed checkpoint is of 3 entries, ")
    assert window.startswith("Unwitnessed: all 3 entries, of the last few minutes.")


def test_as_json_it_has_the_names_that_other_programs_rely_on(kept: Terminal) -> None:
    told = json.loads(kept.types("verify --json"))
    assert {"ok", "events", "root", "checkpoint", "unwitnessed_events", "problems"} <= set(told)
    assert (told["ok"], told["events"], told["unwitnessed_events"], told["problems"]) == (True, 3, 3, [])


def test_one_that_does_not_ends_with_status_3_and_the_first_bad_entry(kept: Terminal) -> None:
    tampered(kept, "DROP TRIGGER event_unchanged", _EDIT)
    result = kept.enter(["verify"])
    assert result.exit_code == 3
    assert result.output.startswith("The record does not verify: ")
    assert "the first at entry 2." in result.output.splitlines()[0]
    assert "the trigger event_unchanged is missing. [trigger]" in result.output
    again = kept.enter(["verify", "--json"])
    assert again.exit_code == 3
    assert json.loads(again.output)["first"] == 2


def test_an_empty_record_has_nothing_to_witness(empty: Terminal) -> None:
    assert "There is nothing to sign yet.\nUnwitnessed: there is nothing to witness yet.\n" in empty.types("verify")


def test_a_checkpoint_kept_outside_narrows_what_nobody_vouches_for(kept: Terminal) -> None:
    kept.types("checkpoint export -o outside")
    said = "Unwitnessed: nothing. Every entry is vouched for by the checkpoint you gave.\n"
    assert said in kept.types("verify --from outside")
    kept.types("body add WG10 'Tenth Group' --zone Europe/Vienna")
    assert "Unwitnessed: the last 1 entry, " in kept.types("verify --from outside")


def test_an_older_copy_is_refused_while_a_larger_checkpoint_is_known(kept: Terminal, tmp_path: Path) -> None:
    (tmp_path / "old.db").write_bytes(kept.db.read_bytes())
    kept.types("body add WG10 'Tenth Group' --zone Europe/Vienna")
    kept.types("checkpoint export -o seen")
    older = Terminal(tmp_path / "old.db")
    older.refused(f"--seen seen {BODY.replace('8', '11')}", "This record has 3 entries; one of 4 was witnessed.")
    kept.types(f"--seen seen {BODY.replace('8', '11')}")


def test_an_export_becomes_the_same_record_elsewhere(kept: Terminal, tmp_path: Path) -> None:
    assert kept.types("log export -o export.jsonl") == "3 events.\n"
    other = Terminal(tmp_path / "other.db")
    other.types("init")
    assert other.types("log import export.jsonl").startswith("3 events were verified and accepted; the root is ")
    assert other.types("verify") == kept.types("verify")
    assert other.types("history") == kept.types("history")
    assert other.types("log export") == kept.types("log export")
    other.refused("log import export.jsonl", "There are entries in this record already.")


def test_what_is_cut_or_changed_in_an_export_is_refused_and_nothing_of_it_accepted(
    kept: Terminal, tmp_path: Path
) -> None:
    kept.types("log export -o export.jsonl")
    text = (tmp_path / "export.jsonl").read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    other = Terminal(tmp_path / "other.db")
    other.types("init")
    for changed, said in (
        (text[:-200], "Line 3 is not one of an export, or is cut off."),
        ("".join(lines[:2]), "The export is cut off: it has 2 of 3 events."),
        ("".join([lines[0], lines[2]]), "An event or a checkpoint is missing from the export, or is there twice."),
        ("".join(lines[1:]), "Line 1 is not one of an export"),
        (text.replace("Eighth", "Second"), "The export does not verify. "),
        (re.sub('("head": .*?"root": ").{4}', r"\g<1>AAAA", text), "The events of the export do not lead to the root"),
        ("", "The first line does not say how far the record was"),
    ):
        (tmp_path / "changed.jsonl").write_text(changed, encoding="utf-8")
        other.refused("log import changed.jsonl", said, "Nothing of it was accepted.")


def test_sealed_values_are_counted_and_come_with_an_export_that_is_restricted(room: Terminal, tmp_path: Path) -> None:
    said = room.types(f"log export -o {tmp_path}/all.jsonl")
    assert said == "21 events. Sealed values withheld: 1.\n"
    other = Terminal(tmp_path / "other.db")
    other.types("init")
    assert "Sealed values that are not in it: 1." in other.types(f"log import {tmp_path}/all.jsonl")
    room.types(f"log export --restricted -o {tmp_path}/restricted.jsonl")
    third = Terminal(tmp_path / "third.db")
    third.types("init")
    third.types(f"log import {tmp_path}/restricted.jsonl")
    assert third.types("verify") == room.types("verify")
    assert third.types("verify").splitlines()[2] == "Sealed values: 1 as recorded, 0 not kept here."
    assert other.types("verify").splitlines()[2] == "Sealed values: 0 as recorded, 1 not kept here."


def test_a_restricted_export_in_which_a_command_was_changed_is_refused(room: Terminal, tmp_path: Path) -> None:
    room.types(f"log export --restricted -o {tmp_path}/restricted.jsonl")
    file = tmp_path / "restricted.jsonl"
    file.write_text(re.sub('("digest": ").{4}', r"\g<1>0000", file.read_text(encoding="utf-8")), encoding="utf-8")
    other = Terminal(tmp_path / "other.db")
    other.types("init")
    other.refused(f"log import {file}", " is not one of an export, or is cut off.")


def test_a_record_begun_before_is_upgraded_once(empty: Terminal) -> None:
    assert empty.types("init --upgrade") == f"{empty.db} is of this version already; nothing was changed.\n"
    tampered(
        empty,
        *(f"DROP TABLE {name}" for name in ("checkpoint", "cosigned", "signature")),
        "DROP TRIGGER head_forward",
        "DROP TRIGGER head_once",
        "DROP TRIGGER head_kept",
        "ALTER TABLE head DROP COLUMN frontier",
        *(f"DROP TRIGGER {name}" for name in _LEFT),
        "UPDATE nemcon SET version = 1",
    )
    empty.refused("status", "This record was begun by an earlier version", "nemcon init --upgrade")
    assert "was upgraded: 0 entries" in empty.types("init --upgrade")
    assert empty.types("verify").startswith("The record verifies")


_LEFT = ("event_unchanged", "event_kept", "event_next", "command_unchanged", "command_kept", "command_once",
         "sealed_unchanged", "sealed_once")  # fmt: skip
