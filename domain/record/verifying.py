"""Was the record altered? One pass over its events in the order of entry, and a look at everything beside them.

It reads and never writes. What it cannot tell is what an administrator who holds the key made anew from the first
entry on: for that it needs a checkpoint that somebody else kept, and it says how much no such checkpoint covers.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from domain.record import beside, guards, roles
from domain.record.checkpoint import Checkpoint
from domain.record.merkle import Frontier, leaf_hashes
from domain.record.notes import BadNote, Note
from domain.record.prepared import Prepared
from domain.record.states import States
from domain.record.tables import CHECKPOINT, COSIGNED, EVENT, HEAD, SEALED
from domain.record.verdict import Kind, Problem, Seals, Signed, Verdict
from domain.values import seal_digest

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from domain.record.notes import Verifier

_CHUNK: Final = 1000
_MOST: Final = 100
"""Problems that are told one by one; a record that has more is not mended by reading on."""

EVENTS = Prepared(
    select(EVENT.c.entry, EVENT.c.originator_id, EVENT.c.originator_version, EVENT.c.topic, EVENT.c.state).order_by(
        EVENT.c.entry
    )
)
_CHECKPOINTS = Prepared(
    select(CHECKPOINT.c.size, CHECKPOINT.c.root, CHECKPOINT.c.recorded_at, CHECKPOINT.c.note).order_by(
        CHECKPOINT.c.size
    )
)
_SEALED = Prepared(select(SEALED.c.digest, SEALED.c.salt, SEALED.c.value))


def verify(
    connection: Connection,
    *,
    keys: Sequence[Verifier] = (),
    outside: Checkpoint | None = None,
    witnessed: Callable[[Note], bool] = lambda _note: False,
    anew: bool = False,
    tell: Callable[[int, int], None] = lambda _done, _all: None,
) -> Verdict:
    """What is wrong with the record of this connection, which sees one state of it from first to last.

    `keys` are the public keys of the log. `outside` is a checkpoint that somebody else kept, already read: what it
    covers must be what is here, and is hashed but not read `anew` unless that is asked for. `witnessed` tells whether
    enough witnesses cosigned a note. `tell` hears how far it is.
    """
    audit = Audit(connection, keys, outside, anew=anew)
    for step in (audit.look_at_the_database, lambda: audit.walk(tell), audit.look_at_the_head, audit.open_the_seals):
        audit.attempt(step)
    audit.attempt(audit.look_beside)
    audit.attempt(lambda: audit.compare(witnessed))
    audit.close()
    return audit.verdict()


class Audit:
    """A verification under way."""

    def __init__(
        self, connection: Connection, keys: Sequence[Verifier], outside: Checkpoint | None, *, anew: bool
    ) -> None:
        self._connection = connection
        self._keys = keys
        self._outside = outside
        self._problems: list[Problem] = []
        self._known = 0 if outside is None or anew else outside.size
        self._states = States(connection, self._known, self.wrong)
        self._frontier = Frontier()
        self._good = 0
        self._covered = 0
        self._parted = False
        self._key_before: Verifier | None = None
        self._last_note: Note | None = None
        self._signed: Signed | None = None
        self._unsigned = 0
        self._cosigned: list[tuple[int, Note]] = []
        self._roots: dict[int, tuple[bytes, datetime | None]] = {}
        self._witnessed = 0
        self._given = False
        self._since: datetime | None = None
        self._told = Seals()

    def wrong(self, kind: Kind, sentence: str, entry: int | None = None) -> None:
        """Note what is wrong."""
        if len(self._problems) < _MOST:
            self._problems.append(Problem(kind=kind, sentence=sentence, entry=entry))

    def attempt(self, step: Callable[[], None]) -> None:
        """Take a step. A damaged database may answer anything at all: whatever that leads to is a problem of its."""
        try:
            step()
        except Exception as error:  # noqa: BLE001 - as the docstring says
            cause = str(getattr(error, "orig", None) or error).split("\n", 1)[0]
            self.wrong(Kind.DATABASE, f"The database cannot be read on: {cause}.", self._states.next)

    def look_at_the_database(self) -> None:
        """SQLite's own check, which sees what no hash covers; and the triggers."""
        if self._connection.dialect.name == "sqlite":
            for (said,) in self._connection.exec_driver_sql("PRAGMA integrity_check(5)"):
                if said != "ok":
                    self.wrong(Kind.DATABASE, f"SQLite finds its file damaged: {said}.")
        for fault in guards.faults(self._connection):
            self.wrong(Kind.TRIGGER, f"The tables are not guarded as they should be: {fault}.")

    # --- The events, and the checkpoints between them

    def walk(self, tell: Callable[[int, int], None]) -> None:
        """Hash every event, read what was not read before, and stop at each checkpoint to compare."""
        total = self._connection.execute(select(func.max(EVENT.c.entry))).scalar_one() or 0
        events = iter(EVENTS.rows(self._connection, {}))
        sought = self._sought()
        checkpoints = iter(_CHECKPOINTS.rows(self._connection, {}))
        upcoming = next(checkpoints, None)
        while chunk := list(islice(events, self._stretch(upcoming, sought))):
            self._states.read(chunk)
            self._frontier = self._frontier.extended(leaf_hashes(chunk))
            size = self._frontier.size
            if sought and sought[0] == size:
                self._roots[sought.pop(0)] = (self._frontier.root(), self._states.last)
            while upcoming is not None and upcoming[0] <= size:
                self._stand_at(*upcoming)
                upcoming = next(checkpoints, None)
            if size % _CHUNK == 0 or size == total:
                tell(size, total)
        self._beyond(upcoming)

    def _sought(self) -> list[int]:
        """The sizes whose roots will be asked for, in their order."""
        sizes = {self._outside.size} if self._outside is not None else set()
        for size, text in self._connection.execute(select(COSIGNED.c.size, COSIGNED.c.note)):
            try:
                self._cosigned.append((size, Note.of(text.encode())))
            except BadNote as error:
                self.wrong(Kind.COSIGNATURE, f"A cosigned checkpoint of {size} entries cannot be read. {error}")
        return sorted({*sizes, *(size for size, _ in self._cosigned)} - {0})

    def _stretch(self, upcoming: Any, sought: Sequence[int]) -> int:  # noqa: ANN401 - a row, or None
        """How many events to take until there is something to compare."""
        ends = [self._frontier.size + _CHUNK, *sought[:1], *([upcoming[0]] if upcoming else [])]
        return max(1, int(min(ends)) - self._frontier.size)

    def _stand_at(self, size: int, root: bytes, recorded_at: str, note: str | None) -> None:
        """Compare a stored checkpoint with the tree over what stands before it."""
        if self._frontier.size == size and self._frontier.root() == root:
            self._good = size
        elif not self._parted:  # whatever comes after it differs too
            self._parted = True
            self.wrong(Kind.CHECKPOINT, self._altered(size), self._good + 1)
        before, self._covered = self._covered, size
        last = self._states.last
        if last is not None and size >= self._known and datetime.fromisoformat(recorded_at) != last:
            self.wrong(Kind.TIME, f"Checkpoint {size} and entry {size} do not name the same time.", size)
        if note is None:
            self._unsigned += 1
            if self._states.log_since > before:  # whoever gives the log a key has it at hand
                said = f"Entry {self._states.log_since} gives the log its key, and checkpoint {size} is not signed."
                self.wrong(Kind.SIGNATURE, said, self._states.log_since)
        else:
            self._check_note(size, root, recorded_at, note)

    def _altered(self, size: int) -> str:
        first = self._good + 1
        which = f"Entry {size} is" if first == size else f"One of the entries {first} to {size} is"
        return f"{which} not what checkpoint {size} stands for, or the checkpoint was altered."

    def _check_note(self, size: int, root: bytes, recorded_at: str, text: str) -> None:
        """The signed note names the same size and root; and a key of the log signed it, where one is known."""
        try:
            note = Note.of(text.encode())
        except BadNote as error:
            self.wrong(Kind.SIGNATURE, f"The signed note of checkpoint {size} cannot be read. {error}", size)
            return
        if note.text.split("\n")[1:] != [str(size), b64encode(root).decode(), ""]:
            self.wrong(Kind.SIGNATURE, f"Checkpoint {size} and its signed note do not name the same root.", size)
            return
        keys = [one for one in (self._states.log_key, self._key_before) if one is not None] or self._keys
        if keys and not any(_is_signed(note, key) for key in keys):
            self.wrong(Kind.SIGNATURE, f"Checkpoint {size} is not signed by the key of this log.", size)
            return
        self._key_before = self._states.log_key  # the checkpoint of a rotation is still signed by the key before it
        self._signed = Signed(size=size, recorded_at=recorded_at, checked=bool(keys))
        self._last_note = note

    def _beyond(self, upcoming: Any) -> None:  # noqa: ANN401 - a row, or None
        """Entries that no checkpoint covers, or a checkpoint of more entries than there are."""
        size = self._frontier.size
        if upcoming is not None:
            said = f"Checkpoint {upcoming[0]} stands for more entries than the {size} that are there."
            self.wrong(Kind.CHECKPOINT, said, size + 1)
        elif size > self._covered:
            first = self._covered + 1
            which = f"Entry {first} has" if first == size else f"Entries {first} to {size} have"
            self.wrong(Kind.CHECKPOINT, f"{which} no checkpoint: recorded by something that is not Nemcon.", first)

    # --- What stands beside them

    def look_at_the_head(self) -> None:
        """The head says how many entries there are, since when, and the right edge of their tree."""
        heads = self._connection.execute(select(HEAD)).all()
        if len(heads) != 1:
            self.wrong(Kind.HEAD, f"The record has {len(heads)} heads.")
            return
        (head,) = heads
        if head.size != self._frontier.size:
            self.wrong(Kind.HEAD, f"The head says {head.size} entries; there are {self._frontier.size}.")
        elif head.frontier != self._frontier.to_bytes() and not self._parted:
            self.wrong(Kind.HEAD, "What the head keeps of the tree is not that of these entries.")
        if self._states.last is not None and datetime.fromisoformat(head.recorded_at) != self._states.last:
            self.wrong(Kind.TIME, "The head and the last entry do not name the same time.", self._frontier.size)

    def look_beside(self) -> None:
        """The rows that no hash of the tree covers, and the columns of every table, are what was written."""
        for find in (beside.misshapen_tables, beside.damaged_commands):
            for sentence, entry in find(self._connection):
                self.wrong(Kind.DATABASE, sentence, entry)

    def open_the_seals(self) -> None:
        """Each sealed value that is still kept must be the one of which an entry holds the salted hash."""
        seals = self._states.seals
        if not roles.reads_sealed(self._connection):
            self._told = Seals(withheld=len(seals))
            return
        kept = 0
        for digest, salt, value in _SEALED.rows(self._connection, {}):
            if not _is_sealed(digest, salt, value):
                self.wrong(Kind.SEAL, "A sealed value is not the one that was recorded.", seals.get(digest))
            kept += digest in seals
        self._told = Seals(kept=kept, disposed=len(seals) - kept)

    def compare(self, witnessed: Callable[[Note], bool]) -> None:
        """What somebody else kept of the record, against the record."""
        if self._keys and self._unsigned and self._last_note is None:
            self.wrong(Kind.SIGNATURE, "No checkpoint is signed by the key that you know the log by.")
        if self._keys and self._last_note and not self._is_known(self._last_note):
            self.wrong(Kind.SIGNATURE, "The record is signed by another key than the one you know the log by.")
        if self._outside is not None:
            self._must_cover(self._outside.size, self._outside.root, Kind.OUTSIDE, "kept outside")
        for size, note in self._cosigned:
            try:
                found = Checkpoint.of(note.text)
                enough = witnessed(note)
            except BadNote as error:
                self.wrong(
                    Kind.COSIGNATURE, f"The cosigned checkpoint of {size} entries is not accepted. {error}", size
                )
                continue
            if enough:
                self._must_cover(found.size, found.root, Kind.COSIGNATURE, "that witnesses cosigned")

    def _is_known(self, note: Note) -> bool:
        """Whether a key that is known signed it, or is one of those that followed each other in this log."""
        return any(str(key) in self._states.log_keys or _is_signed(note, key) for key in self._keys)

    def _must_cover(self, size: int, root: bytes, kind: Kind, which: str) -> None:
        found = (Frontier().root(), None) if size == 0 else self._roots.get(size)
        if found is None:
            said = f"The checkpoint {which} is of {size} entries; the record has {self._frontier.size}."
            self.wrong(kind, said, self._frontier.size + 1)
        elif found[0] != root:
            self.wrong(kind, f"The first {size} entries are not those of the checkpoint {which}.")
        elif size >= self._witnessed:
            self._witnessed, self._since, self._given = size, found[1], kind is Kind.OUTSIDE

    def close(self) -> None:
        """Leave the database: it may be closed before what was not read to its end."""
        self._states.close()

    def verdict(self) -> Verdict:
        """All that was found."""
        return Verdict(
            events=self._frontier.size,
            root=self._frontier.root(),
            checkpoint=self._signed,
            unsigned=self._unsigned,
            witnessed=self._witnessed,
            given=self._given,
            since=self._since or self._states.first,
            seals=self._told,
            problems=tuple(self._problems),
        )


def _is_sealed(digest: str, salt: object, value: object) -> bool:
    """Whether a row is the value that was sealed; a column of SQLite may hold anything at all."""
    return isinstance(salt, bytes) and isinstance(value, str) and seal_digest(salt, value) == digest


def _is_signed(note: Note, key: Verifier) -> bool:
    found = note.by(key)
    message = note.text.encode()
    return found is not None and note.text.startswith(f"{key.name}\n") and key.accepts(message, found.data)
