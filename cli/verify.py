"""`nemcon verify`: whether the record was altered, and for how much of it somebody else vouches."""

from __future__ import annotations

import json
import sys
from base64 import b64encode
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli.room import Room, pass_room
from domain.days import long_day
from domain.record.database import reading

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from domain.record.checkpoint import Checkpoint
    from domain.record.notes import Note, Verifier
    from domain.record.quorum import Quorum
    from domain.record.verdict import Problem, Verdict

FAILED = 3
"""The exit status of a record that does not verify."""


earlier_option = click.option(
    "--from",
    "earlier",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="CHECKPOINT-FILE",
    help="A checkpoint kept outside: what it covers must be here, and is not read anew.",
)
quorum_option = click.option(
    "--quorum",
    "quorum_file",
    envvar="NEMCON_QUORUM",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Whose cosignatures count, and the key of the log. Also NEMCON_QUORUM.",
)


@click.command("verify")
@earlier_option
@quorum_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_room
def verify_record(room: Room, earlier: Path | None, quorum_file: Path | None, *, as_json: bool) -> None:
    """Verify the whole record. Say how much of it rests on this database alone. Exit status 3 where it fails.

    Example: nemcon verify --from checkpoint-of-march.txt
    """
    found = examined(room, earlier, quorum_file)
    now = room.now()
    click.echo(json.dumps(as_data(found, now), ensure_ascii=False) if as_json else "\n".join(told(found, now)))
    if not found.ok:
        raise click.exceptions.Exit(FAILED)


def examined(room: Room, earlier: Path | None, quorum_file: Path | None) -> Verdict:
    """What a verification finds, with what was given to compare with."""
    with reading(room.engine) as connection:
        return compared(connection, earlier, quorum_file)


def compared(connection: Connection, earlier: Path | None, quorum_file: Path | None, *, anew: bool = False) -> Verdict:
    """The same, of a connection that sees one state of the record."""
    from domain.record.verifying import verify

    quorum = None if quorum_file is None else _quorum(quorum_file)
    keys = () if quorum is None else quorum.logs
    outside = None if earlier is None else _outside(earlier, keys)
    with _progress() as tell:
        return verify(connection, keys=keys, outside=outside, witnessed=_witnessed(quorum), anew=anew, tell=tell)


def _quorum(file: Path) -> Quorum:
    from cli.files import text_of
    from domain.record.quorum import Quorum

    return Quorum.of(text_of(file))


def _outside(file: Path, keys: tuple[Verifier, ...]) -> Checkpoint:
    """The checkpoint in a file; signed by the log, where its key is known."""
    from domain.record.checkpoint import Checkpoint, must_be_of
    from domain.record.proofs import note_in

    note = note_in(file.read_bytes())
    found = Checkpoint.of(note.text)
    if keys:
        key = next((one for one in keys if note.by(one) is not None), keys[0])
        must_be_of(found, key.name)
        note.must_be_signed(key)
    return found


def _witnessed(quorum: Quorum | None) -> Callable[[Note], bool]:
    """Whether enough witnesses cosigned a note; without a quorum file nobody knows whose they are."""
    from domain.record.checkpoint import cosignatures

    def enough(note: Note) -> bool:
        if quorum is None:
            return False
        found = [one.witness for one in cosignatures(note, quorum.witnesses.values())]
        return bool(found) and quorum.met(found)

    return enough


class _progress:  # noqa: N801 - used as a word of the with statement
    """A line on the terminal that says how far it is, and is gone at the end."""

    def __enter__(self) -> Callable[[int, int], None]:
        return self._tell if sys.stderr.isatty() else lambda _done, _all: None

    def _tell(self, done: int, total: int) -> None:
        click.echo(f"\r{done:,} of {total:,} entries", nl=False, err=True)

    def __exit__(self, *_error: object) -> None:
        if sys.stderr.isatty():
            click.echo("\r\x1b[K", nl=False, err=True)


# --- As it is told


def told(found: Verdict, now: datetime) -> list[str]:
    """The verdict in a few lines."""
    root = b64encode(found.root).decode()
    if found.ok:
        return [f"The record verifies: {_counted(found.events)}, root {root}.", *_beside(found, now)]
    first = found.first
    where = f", the first at entry {first.entry}" if first is not None and first.entry is not None else ""
    count = "one problem" if len(found.problems) == 1 else f"{len(found.problems)} problems"
    return [
        f"The record does not verify: {count}{where}.",
        *(f"- {one.sentence} [{one.kind.value}]" for one in _sorted(found)),
        f"It has {_counted(found.events)}, root {root}.",
        *_beside(found, now),
    ]


def _sorted(found: Verdict) -> list[Problem]:
    return sorted(found.problems, key=lambda one: (one.entry is None, one.entry or 0))


def _counted(entries: int) -> str:
    return "1 entry" if entries == 1 else f"{entries:,} entries"


def _beside(found: Verdict, now: datetime) -> list[str]:
    return [_signed(found), *_sealed(found), _window(found, now)]


def _signed(found: Verdict) -> str:
    if found.checkpoint is None:
        return "No checkpoint is signed." if found.events else "There is nothing to sign yet."
    when = datetime.fromisoformat(found.checkpoint.recorded_at)
    checked = "" if found.checkpoint.checked else "; no key was given to check the signature with (--quorum FILE)"
    return (
        f"The last signed checkpoint is of {_counted(found.checkpoint.size)}, "
        f"{long_day(when)}, {when:%H:%M} UTC{checked}."
    )


def _sealed(found: Verdict) -> list[str]:
    seals = found.seals
    if seals.withheld:
        return [f"Sealed values: {seals.withheld} are withheld from this role and were not checked."]
    if not seals.kept and not seals.disposed:
        return []
    return [f"Sealed values: {seals.kept} as recorded, {seals.disposed} not kept here."]


_WHO = {True: "the checkpoint you gave", False: "witnesses"}


def _window(found: Verdict, now: datetime) -> str:
    if not found.events:
        return "Unwitnessed: there is nothing to witness yet."
    if not found.unwitnessed:
        return f"Unwitnessed: nothing. Every entry is vouched for by {_WHO[found.given]}."
    over = f"of the last {hours:g} hours" if (hours := found.hours(now)) else "of the last few minutes"
    if not found.witnessed:
        return f"Unwitnessed: all {_counted(found.events)}, {over}. They rest on this database alone."
    return f"Unwitnessed: the last {_counted(found.unwitnessed)}, {over}. They rest on this database alone."


def as_data(found: Verdict, now: datetime) -> dict[str, Any]:
    """The verdict for other programs."""
    signed = found.checkpoint
    first = found.first
    return {
        "ok": found.ok,
        "events": found.events,
        "root": b64encode(found.root).decode(),
        "checkpoint": signed
        and {"size": signed.size, "recorded_at": signed.recorded_at, "signature_checked": signed.checked},
        "unsigned_checkpoints": found.unsigned,
        "witnessed_events": found.witnessed,
        "unwitnessed_events": found.unwitnessed,
        "unwitnessed_hours": found.hours(now),
        "sealed": {"kept": found.seals.kept, "disposed": found.seals.disposed, "withheld": found.seals.withheld},
        "first": None if first is None else first.entry,
        "problems": [{"kind": one.kind.value, "entry": one.entry, "sentence": one.sentence} for one in _sorted(found)],
    }
