"""What the stored events say of themselves, read one after the other in the order of entry.

Each state must be in its one form, name the entry, the stream and the version under which it stands, be recorded no
earlier than the one in front of it, and bear the signature that the key ring of that moment asks of its author.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, get_args
from uuid import UUID

from sqlalchemy import select

from domain.business import ActStruck
from domain.keyring import KeyFact
from domain.record.codec import Codec, UnknownState
from domain.record.merkle import leaf_text
from domain.record.notes import Verifier
from domain.record.prepared import Prepared
from domain.record.signing import Signatures
from domain.record.tables import SIGNATURE
from domain.record.verdict import Kind

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from domain.act import Fact
    from domain.values import Entry

Stored = tuple[int, str, int, str, bytes]
"""An event as it is stored: entry, stream, version, topic, state."""

Wrong = Callable[[Kind, str, int | None], None]

_SIGNATURES = Prepared(select(SIGNATURE.c.entry, SIGNATURE.c.signature).order_by(SIGNATURE.c.entry))
_OF_THE_RING: Final = frozenset(fact.TOPIC for fact in get_args(KeyFact) if fact is not ActStruck)
_BEGIN: Final = datetime.min.replace(tzinfo=UTC)
_NEVER: Final = 2**63
_SEALED: Final = b'{"digest":'
_SEAL: Final = re.compile(rb'\{"digest":"([0-9a-f]{64})","stands_for":')


def seals_in(state: bytes) -> list[str]:
    """The digests of the values that a stored state seals."""
    return [digest.decode() for digest in _SEAL.findall(state)]


class _Stream:
    """How far a stream is."""

    __slots__ = ("id", "version")

    def __init__(self, name: str) -> None:
        self.id = UUID(name).int
        self.version = 0


class States:
    """Reads states; whatever is wrong goes to `wrong`. Those up to the entry `known` were read before.

    `seals` are the digests met, each with its entry; `log_key` is the one that the key ring has in use, `log_since` the
    entry that put it there.
    """

    def __init__(self, connection: Connection, known: int, wrong: Wrong) -> None:
        self._known = known
        self._wrong = wrong
        self._decode = Codec().decode
        self._next = 1
        self._streams: dict[str, _Stream] = {}
        self._last = _BEGIN
        self._staff = Signatures()
        self._signatures = _SIGNATURES.rows(connection, {})
        self._signed: tuple[int, bytes] = next(self._signatures, (_NEVER, b""))
        self._watched = self._signed[0]  # from the first signature, or the first key, on every entry is looked at
        self.first: datetime | None = None
        self.seals: dict[str, int] = {}
        self.log_key: Verifier | None = None
        self.log_since = 0

    @property
    def last(self) -> datetime | None:
        """When the entry read last was recorded."""
        return None if self._last is _BEGIN else self._last

    @property
    def log_keys(self) -> tuple[str, ...]:
        """The log keys so far: each but the first with the word of the one before it."""
        return self._staff.log_keys

    @property
    def next(self) -> int:
        """The entry that is to be read next."""
        return self._next

    def read(self, chunk: Sequence[Stored]) -> None:  # noqa: C901 - in one loop, which runs for each event there is
        """Read these events, which follow those read before."""
        known, streams, decode, expected, last = self._known, self._streams, self._decode, self._next, self._last
        watched, of_the_ring = self._watched, _OF_THE_RING
        for row in chunk:
            entry, name, version, topic, state = row
            stream = streams.get(name)
            if stream is None:
                stream = streams[name] = _Stream(name)
            stream.version += 1
            if entry != expected or version != stream.version:
                self._out_of_order(row, expected, stream)
            expected = entry + 1
            if _SEALED in state:
                self.seals.update(dict.fromkeys(seals_in(state), entry))
            if entry <= known and entry not in {1, known} and topic not in of_the_ring:
                continue
            try:
                fact = decode(topic, state)
            except UnknownState as error:
                self._wrong(Kind.STATE, f"Entry {entry} cannot be read: {error}.", entry)
                continue
            told = fact.entry
            if told.number != entry or told.version != version or told.stream.int != stream.id:
                self._another(entry, told)
            if told.recorded_at < last:
                self._wrong(Kind.TIME, f"Entry {entry} was recorded before the entry in front of it.", entry)
            if last is _BEGIN:
                self.first = told.recorded_at
            last = told.recorded_at
            if entry >= watched or topic in of_the_ring:
                self._look_at_the_signature(row, fact)
                watched = 0
        self._next, self._last, self._watched = expected, last, watched

    def close(self) -> None:
        """Read no further: the signatures that are left belong to no entry."""
        self._signatures.close()

    def _out_of_order(self, row: Stored, expected: int, stream: _Stream) -> None:
        entry, version = row[0], row[2]
        if entry != expected:
            missing = f"Entry {expected} is" if entry == expected + 1 else f"Entries {expected} to {entry - 1} are"
            self._wrong(Kind.GAP, f"{missing} missing.", expected)
        if version != stream.version:
            said = f"Entry {entry} is version {version} of its stream, after version {stream.version - 1}."
            self._wrong(Kind.VERSION, said, entry)
        stream.version = version

    def _another(self, entry: int, told: Entry) -> None:
        said = f"Entry {entry} says of itself that it is entry {told.number}, version {told.version} of its stream."
        self._wrong(Kind.ENVELOPE, said, entry)

    def _look_at_the_signature(self, row: Stored, fact: Fact) -> None:
        entry, name, version, topic, state = row
        while self._signed[0] < entry:
            self._signed = next(self._signatures, (_NEVER, b""))
        given = self._signed[1] if self._signed[0] == entry else None
        for sentence in self._staff.problems(fact, leaf_text(name, version, topic, state), given):
            self._wrong(Kind.STAFF, f"Entry {entry}: {sentence}", entry)
        if topic in _OF_THE_RING and self._staff.log_keys:
            self._take_log_key(entry, self._staff.log_keys[-1])

    def _take_log_key(self, entry: int, key: str) -> None:
        if self.log_key is None or str(self.log_key) != key:
            self.log_key, self.log_since = Verifier.of(key), entry
