"""What an attacker may do to a record, and who notices: each attack is really carried out, on both engines.

T: the triggers of the database. V: a verification against what the database itself holds. K: the same, where the
attacker also holds the key of the log and makes everything anew. W: a verification against a checkpoint that somebody
else kept. What must be missed is asserted too: nobody should believe that it would be noticed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from domain.record import guards
from domain.record.checkpoint import Checkpoint
from domain.record.database import reading, writing
from domain.record.merkle import BadProof, Frontier, consistency_proof, leaf_hashes
from domain.record.notes import BadNote, KeyType, Signer
from domain.record.proofs import Submission
from domain.record.tables import CHECKPOINT, EVENT, HEAD
from domain.record.verdict import Verdict
from domain.record.verifying import verify
from domain.record.witness import witness
from tests.domain.story import AT_WORK, BUREAU, CONFERENCE, WORKING_GROUP, sitting
from tests.record.book import Book, asked, command, registered
from tests.record.server import Server

LOG = Signer("example.org/record", KeyType.LOG, b"L" * 32)
WITNESS = Signer("witness.example", KeyType.WITNESS, b"W" * 32)
TABLE = """
| attack | T | V | K | W |
|---|---|---|---|---|
| edit a state | refused | caught | missed | caught |
| edit a topic | refused | caught | missed | caught |
| delete in the middle | refused | caught | missed | caught |
| replace an entry | refused | caught | missed | caught |
| swap two | refused | caught | missed | caught |
| back-date one | refused | caught | missed | caught |
| delete the last 3 events only | refused | caught | missed | missed if after the outside checkpoint |
| delete the tail and its checkpoints, past the outside checkpoint | refused | missed | missed | caught |
| make the tree anew, without its signatures | refused | caught | missed | caught |
| edit the last entry and take its signature away | refused | missed | missed | caught |
| append around the program | allowed | caught | missed | missed if after the outside checkpoint |
| edit a checkpoint | refused | caught | - | - |
| edit the frontier | refused | caught | - | - |
| fork, shown to a witness | - | - | - | refused |
| rollback, shown to a witness | - | - | - | refused |
| same size with another root, shown to a witness | - | - | - | refused |
"""

Attack = Callable[[Connection], None]


def signed(size: int, root: bytes) -> str:
    return str(Checkpoint(LOG.name, size, root).signed(LOG))


@pytest.fixture
def kept(tmp_path: Path, served: Server | None) -> Book:
    """A record of eight entries, an hour between them, each with its signed checkpoint."""
    book = Book.new(tmp_path / "record.db", served)
    book.register.sign = signed
    bodies = [registered(body) for body in (CONFERENCE, WORKING_GROUP, BUREAU)]
    for request in [*bodies, *(asked(deed) for deed in (*AT_WORK, sitting(1)))]:
        book.clock.now += timedelta(hours=1)
        book.give(command(request))
    book.engine.dispose()
    return book


# --- The attacks


def edit_a_state(connection: Connection) -> None:
    _edit(connection, 2, "state", lambda state: state.replace(b"Europe/Vienna", b"Europe/Zurich"))


def edit_a_topic(connection: Connection) -> None:
    _edit(connection, 8, "topic", lambda _topic: "SittingClosed")


def delete_in_the_middle(connection: Connection) -> None:
    connection.execute(delete(EVENT).where(EVENT.c.entry == 3))


def replace_an_entry(connection: Connection) -> None:
    row = dict(connection.execute(select(EVENT).where(EVENT.c.entry == 2)).mappings().one())
    row["state"] = row["state"].replace(b"Europe/Vienna", b"Europe/Zurich")
    columns = "(entry, originator_id, originator_version, topic, state)"
    values = "VALUES (:entry, :originator_id, :originator_version, :topic, :state)"
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"INSERT OR REPLACE INTO event {columns} {values}"), row)
    else:
        update_ = "ON CONFLICT (entry) DO UPDATE SET state = excluded.state"
        connection.execute(text(f"INSERT INTO event {columns} {values} {update_}"), row)


def swap_two(connection: Connection) -> None:
    for old, new in ((2, 99), (3, 2), (99, 3)):
        connection.execute(update(EVENT).where(EVENT.c.entry == old).values(entry=new))


def back_date_one(connection: Connection) -> None:
    _edit(connection, 5, "state", lambda state: state.replace(b'"recorded_at":"2020', b'"recorded_at":"2019'))


def delete_the_last_three(connection: Connection) -> None:
    connection.execute(delete(EVENT).where(EVENT.c.entry > 5))


def delete_the_tail(connection: Connection) -> None:
    """With its checkpoints, and the head set back: nothing in the database tells of it."""
    delete_the_last_three(connection)
    connection.execute(delete(CHECKPOINT).where(CHECKPOINT.c.size > 5))
    last = connection.execute(select(CHECKPOINT.c.recorded_at).where(CHECKPOINT.c.size == 5)).scalar_one()
    tree = Frontier().extended(leaves_of(connection))
    connection.execute(update(HEAD).values(size=5, frontier=tree.to_bytes(), recorded_at=last))


def made_anew_unsigned(connection: Connection, first: int = 1) -> None:
    """The tree over what now stands there, with no signature from that entry on: whoever has no key can do that."""
    leaves = leaves_of(connection)
    for size in connection.execute(select(CHECKPOINT.c.size).where(CHECKPOINT.c.size >= first)).scalars().all():
        root = Frontier().extended(leaves[:size]).root()
        connection.execute(update(CHECKPOINT).where(CHECKPOINT.c.size == size).values(root=root, note=None))
    connection.execute(update(HEAD).values(frontier=Frontier().extended(leaves).to_bytes()))


def make_the_tree_anew(connection: Connection) -> None:
    edit_a_state(connection)
    made_anew_unsigned(connection)


def edit_the_unsigned_end(connection: Connection) -> None:
    _edit(connection, 8, "state", lambda state: state.replace(b'"recorded_by":"clerk"', b'"recorded_by":"other"'))
    made_anew_unsigned(connection, 8)


def append_around_the_program(connection: Connection) -> None:
    row = dict(connection.execute(select(EVENT).where(EVENT.c.entry == 8)).mappings().one())
    state = row["state"].replace(b'"number":8,', b'"number":9,').replace(b'"version":5,', b'"version":6,')
    connection.execute(insert(EVENT).values({**row, "entry": 9, "originator_version": 6, "state": state}))


def edit_a_checkpoint(connection: Connection) -> None:
    connection.execute(update(CHECKPOINT).where(CHECKPOINT.c.size == 4).values(root=b"x" * 32))


def edit_the_frontier(connection: Connection) -> None:
    connection.execute(update(HEAD).values(frontier=b"x" * 32))


ATTACKS: Mapping[str, Attack] = {
    "edit a state": edit_a_state,
    "edit a topic": edit_a_topic,
    "delete in the middle": delete_in_the_middle,
    "replace an entry": replace_an_entry,
    "swap two": swap_two,
    "back-date one": back_date_one,
    "delete the last 3 events only": delete_the_last_three,
    "delete the tail and its checkpoints, past the outside checkpoint": delete_the_tail,
    "make the tree anew, without its signatures": make_the_tree_anew,
    "edit the last entry and take its signature away": edit_the_unsigned_end,
    "append around the program": append_around_the_program,
    "edit a checkpoint": edit_a_checkpoint,
    "edit the frontier": edit_the_frontier,
}
_OF_THE_TREE = {"edit a checkpoint", "edit the frontier"}
_IN_ORDER = select(*EVENT.c).order_by(EVENT.c.entry)


def leaves_of(connection: Connection) -> list[bytes]:
    return leaf_hashes(
        (row.entry, row.originator_id, row.originator_version, row.topic, row.state)
        for row in connection.execute(_IN_ORDER)
    )


def _edit(connection: Connection, entry: int, column: str, change: Callable[[Any], Any]) -> None:
    old = connection.execute(select(EVENT.c[column]).where(EVENT.c.entry == entry)).scalar_one()
    assert change(old) != old
    connection.execute(update(EVENT).where(EVENT.c.entry == entry).values({column: change(old)}))


# --- The attacker


def without_triggers(connection: Connection) -> None:
    """Drop them, as whoever owns the database can."""
    if connection.dialect.name == "sqlite":
        for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        return
    laid = "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal"
    for name, table in connection.exec_driver_sql(laid).all():
        connection.exec_driver_sql(f"DROP TRIGGER {name} ON {table}")


def made_anew(connection: Connection) -> None:
    """Whatever now stands there becomes a record without a flaw, by whoever holds the key."""
    rows: list[dict[str, Any]] = []
    versions, last = dict[str, int](), datetime.min.replace(tzinfo=UTC)
    for rank, row in enumerate(connection.execute(_IN_ORDER).mappings().all(), start=1):
        stream = row["originator_id"]
        versions[stream] = versions.get(stream, 0) + 1
        state = json.loads(row["state"])
        last = max(last, datetime.fromisoformat(state["entry"]["recorded_at"]))
        state["entry"] |= {"number": rank, "version": versions[stream], "recorded_at": _in_utc(last)}
        told = json.dumps(state, ensure_ascii=False, separators=(",", ":")).encode()
        rows.append({**row, "entry": rank, "originator_version": versions[stream], "state": told})
    for table in (EVENT, CHECKPOINT):
        connection.execute(delete(table))
    tree, at = Frontier(), ""
    for one in rows:
        connection.execute(insert(EVENT).values(one))
        tree = Frontier().extended(leaves_of(connection))
        at = datetime.fromisoformat(json.loads(one["state"])["entry"]["recorded_at"]).isoformat()
        note = signed(tree.size, tree.root())
        connection.execute(insert(CHECKPOINT).values(size=tree.size, root=tree.root(), recorded_at=at, note=note))
    connection.execute(update(HEAD).values(size=tree.size, frontier=tree.to_bytes(), recorded_at=at))


def _in_utc(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def attacked(kept: Book, attack: Attack, *, with_the_key: bool = False) -> Book:
    """The record after an attack by somebody who may do everything to it, and hides that afterwards."""
    book = kept.copy(f"attacked by {attack.__name__}{with_the_key}.db")
    with writing(book.engine) as connection:
        without_triggers(connection)
        attack(connection)
        if with_the_key:
            made_anew(connection)
        guards.lay(connection)
    return book


# --- Who notices


def triggers(kept: Book, attack: Attack) -> str:
    book = kept.copy(f"guarded from {attack.__name__}.db")
    try:
        with writing(book.engine) as connection:
            attack(connection)
    except DBAPIError:
        return "refused"
    finally:
        book.engine.dispose()
    return "allowed"


def outside(kept: Book, size: int) -> Checkpoint:
    with reading(kept.engine) as connection:
        root = connection.execute(select(CHECKPOINT.c.root).where(CHECKPOINT.c.size == size)).scalar_one()
    return Checkpoint(LOG.name, size, root)


def found(book: Book, known: Checkpoint | None = None) -> Verdict:
    with reading(book.engine) as connection:
        return verify(connection, keys=[LOG.verifier], outside=known)


def noticed(book: Book, known: Checkpoint | None = None) -> str:
    told = found(book, known)
    book.engine.dispose()
    return "missed" if told.ok else "caught"


def by_somebody_else(kept: Book, attack: Attack) -> str:
    """What a checkpoint of all eight entries shows, and one of the first five."""
    book = attacked(kept, attack, with_the_key=True)
    of_all, of_five = noticed(book, outside(kept, 8)), noticed(book, outside(kept, 5))
    if attack in {delete_the_last_three, append_around_the_program}:
        assert (of_all, of_five) == ("caught" if attack is delete_the_last_three else "missed", "missed")
        return "missed if after the outside checkpoint"
    return of_all


def row(kept: Book, name: str, attack: Attack) -> list[str]:
    cells = [triggers(kept, attack), noticed(attacked(kept, attack))]
    if name in _OF_THE_TREE:
        return [name, *cells, "-", "-"]
    return [name, *cells, noticed(attacked(kept, attack, with_the_key=True)), by_somebody_else(kept, attack)]


def of_a_witness(kept: Book, state: Path) -> list[list[str]]:
    """What a witness says that has seen eight entries."""
    with reading(kept.engine) as connection:
        leaves = leaves_of(connection)
    other = [*leaves[:3], *(bytes(reversed(leaf)) for leaf in leaves[3:]), b"9" * 32]
    at = kept.clock.now

    def shown(leaves: list[bytes], old: int) -> Submission:
        root = Frontier().extended(leaves).root()
        return Submission(old, consistency_proof(leaves, old), Checkpoint(LOG.name, len(leaves), root).signed(LOG))

    witness(replace(shown(leaves, 8), old=0, hashes=()), [LOG.verifier], WITNESS, state, at, first=True)
    attempts = {
        "fork": shown(other, 8),
        "rollback": shown(leaves[:5], 5),
        "same size with another root": shown(other[:8], 8),
    }

    def said(one: Submission) -> str:
        try:
            witness(one, [LOG.verifier], WITNESS, state, at)
        except (BadNote, BadProof):
            return "refused"
        return "cosigned"

    return [[f"{name}, shown to a witness", "-", "-", "-", said(one)] for name, one in attempts.items()]


def test_each_attack_is_noticed_by_those_and_by_no_others(
    kept: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert noticed(kept) == "missed"  # there is nothing to notice yet
    rows = [row(kept, name, attack) for name, attack in ATTACKS.items()]
    rows += of_a_witness(kept, tmp_path / "seen.txt")
    told = "\n".join(f"| {' | '.join(cells)} |" for cells in (["attack", "T", "V", "K", "W"], *rows))
    told = told.replace("\n", "\n|---|---|---|---|---|\n", 1)
    with capsys.disabled():
        print(f"\n{told}")  # noqa: T201 - whoever runs the tests sees the table
    assert told == TABLE.strip()
