"""What recording staff sign: the leaf text of each entry, in the transaction that adds it; and whether it is so.

What must be signed, and by which key, is said by the key ring as it stood just before the entry: `domain.keyring`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert

from domain.keyring import (
    KIND,
    Keyring,
    LogKeyAdopted,
    LogKeyRotated,
    StaffKeyAdmitted,
    evolve,
    must_be_in_use,
    must_sign,
    recorded_on,
)
from domain.record.merkle import leaf_text
from domain.record.prepared import Prepared
from domain.record.tables import SIGNATURE
from domain.rules import OutOfOrder
from domain.streams import KIND_OF

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from eventsourcing.persistence import StoredEvent
    from sqlalchemy import Connection

    from domain.act import Fact
    from domain.record.register import Register

_SIGNATURES = Prepared(insert(SIGNATURE))


class Signing:
    """The signatures of one transaction; `ring` is the key ring as it stands under the lock."""

    def __init__(self, connection: Connection, register: Register, ring: Callable[[], Keyring]) -> None:
        self._connection = connection
        self._signer, self._log = register.signer, register.sign
        self._ring = ring
        self._to_sign: set[int] = set()

    def judge(self, fact: Fact) -> None:
        """Refuse a fact that is not signed as the key ring asks, and a rotation that both keys have not signed."""
        ring, key = self._ring(), self._signer.key if self._signer else None
        if self._log is not None:
            from domain.record.logkey import LogSigner  # noqa: PLC0415 - loaded already, where a log key is at hand

            if isinstance(self._log, LogSigner):
                must_be_in_use(ring, self._log.key)
        if isinstance(fact, LogKeyRotated):
            from domain.record.rotation import must_be_stated  # noqa: PLC0415 - it is done once in years

            must_be_stated(fact)
        if _not_yet(ring, fact):
            return
        must_sign(ring, fact.entry, key)
        if key is not None:
            self._to_sign.add(fact.entry.number)

    def write(self, stored: Sequence[StoredEvent], first: int) -> None:
        """Keep the signatures of these events, of which the first is the entry `first`."""
        if self._signer is None or not self._to_sign:
            return
        rows = [
            {"entry": entry, "signature": self._signer.signature(text_of(one))}
            for entry, one in enumerate(stored, start=first)
            if entry in self._to_sign
        ]
        _SIGNATURES.many(self._connection, rows)
        self._to_sign.clear()


def _not_yet(ring: Keyring, fact: Fact) -> bool:
    """Whether it is the admission of a first key, by somebody who can have none yet."""
    entry = fact.entry
    return isinstance(fact, StaffKeyAdmitted) and not ring.keys_of(entry.recorded_by, recorded_on(entry))


def log_keys(facts: Iterable[Fact]) -> list[tuple[int, str]]:
    """The log keys that the key ring tells of, each with the entry that put it there."""
    return [(one.entry.number, one.key) for one in facts if isinstance(one, LogKeyAdopted | LogKeyRotated)]


def _out_of_turn(ring: Keyring, fact: Fact) -> bool:
    """Whether a log key takes the place of another than the last one."""
    before = (fact.instead_of,) if isinstance(fact, LogKeyRotated) else ()
    return isinstance(fact, LogKeyAdopted | LogKeyRotated) and before != ring.log[-1:]


def text_of(stored: StoredEvent) -> bytes:
    """What is signed of an entry: its leaf text."""
    return leaf_text(str(stored.originator_id), stored.originator_version, stored.topic, stored.state)


class Signatures:
    """The signatures of a record, looked at in the order of entry, each by the key ring as it stood before."""

    def __init__(self) -> None:
        self._ring = Keyring()

    def problems(self, fact: Fact, text: bytes, signature: bytes | None) -> Iterator[str]:
        """What is wrong with the signature of an entry, by its leaf text; nothing for one that needs none.

        To be asked of every entry, from the first: the keys of an entry are those that were admitted before it.
        """
        from domain.record.ssh import written  # noqa: PLC0415 - whoever records needs none of it
        from domain.record.sshsig import BadSignature, check  # noqa: PLC0415 - the same

        try:
            if not (signature is None and _not_yet(self._ring, fact)):
                must_sign(self._ring, fact.entry, None if signature is None else written(check(signature, text)))
        except BadSignature as error:
            yield f"The signature of {fact.entry.recorded_by} does not stand: {error}."
        except OutOfOrder as refusal:
            yield refusal.sentence
        yield from self._of_the_ring(fact)

    def _of_the_ring(self, fact: Fact) -> Iterator[str]:
        if KIND_OF.get(type(fact)) != KIND:
            return
        if _out_of_turn(self._ring, fact):
            yield f"The log key {fact.key} does not follow the one that was in use."  # type: ignore[attr-defined] # a log key
        if isinstance(fact, LogKeyRotated):
            from domain.record.notes import BadNote  # noqa: PLC0415 - it is done once in years
            from domain.record.rotation import must_be_stated  # noqa: PLC0415 - the same

            try:
                must_be_stated(fact)
            except BadNote as error:
                yield f"The rotation of the log key does not stand: {error.sentence}"
        self._ring = evolve(self._ring, fact)  # type: ignore[arg-type] # by its kind it is one of the key ring

    @property
    def log_keys(self) -> tuple[str, ...]:
        """The log keys adopted so far, the one in use last."""
        return self._ring.log
