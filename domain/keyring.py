"""The key ring of the record: the key of its log, one after the other, and the keys of those who record.

There is one for the whole record. What was signed is judged by the keys that stood when it was entered: nothing on the
ring is struck or dated back, or a signature that was good would turn bad afterwards.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, ClassVar, Self, assert_never

from domain.act import Fact, act
from domain.business import ActStruck
from domain.context import Context
from domain.days import long_day
from domain.evolving import replace
from domain.rules import OutOfOrder, impossible, must_be_said
from domain.values import Entry

KIND = "keyring"
KEY = "record"
"""The natural key of the only stream of its kind."""

_PATTERN = frozenset('*?!,"#\\')


@dataclass(frozen=True, kw_only=True)
class LogKeyAdopted(Fact):
    """The record took its first log key. `key` is its public half, as C2SP signed-note writes it."""

    TOPIC: ClassVar[str] = "LogKeyAdopted"
    key: str


@dataclass(frozen=True, kw_only=True)
class LogKeyRotated(Fact):
    """Another key signs the log from then on. `statement` is a note that says so, signed by both."""

    TOPIC: ClassVar[str] = "LogKeyRotated"
    key: str
    instead_of: str
    statement: str


@dataclass(frozen=True, kw_only=True)
class StaffKeyAdmitted(Fact):
    """A member of the recording staff signs with this SSH key, from `since` to `until`, both days of UTC included."""

    TOPIC: ClassVar[str] = "StaffKeyAdmitted"
    person: str
    key: str
    since: date
    until: date | None


@dataclass(frozen=True, kw_only=True)
class StaffKeyWithdrawn(Fact):
    """A member of the recording staff signs with this SSH key no more, from the moment this was recorded."""

    TOPIC: ClassVar[str] = "StaffKeyWithdrawn"
    person: str
    key: str


KeyFact = LogKeyAdopted | LogKeyRotated | StaffKeyAdmitted | StaffKeyWithdrawn | ActStruck


@dataclass(frozen=True)
class Admission:
    """One key of one person: from which day, to which, and the moment from which it was withdrawn."""

    person: str
    key: str
    since: date
    until: date | None
    admitted: Entry
    withdrawn: datetime | None = None

    def holds(self, day: date) -> bool:
        """Whether the person signs with it on that day."""
        return self.withdrawn is None and self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Keyring:
    """The log keys, the one in use last; and every key that was ever admitted."""

    log: tuple[str, ...] = ()
    staff: tuple[Admission, ...] = ()

    def part(self, kind: type[Any]) -> Self:
        """The key ring itself: it has no parts."""
        del kind
        return self

    def keys_of(self, person: str, day: date) -> tuple[str, ...]:
        """The keys with which somebody signs on that day."""
        return tuple(one.key for one in self.staff if one.person == person and one.holds(day))


def fingerprint(key: str) -> str:
    """A public key as `ssh-keygen -l` names it: the hash of its wire form, in base64 without padding."""
    digest = hashlib.sha256(_wire_form(key)).digest()
    return f"SHA256:{base64.b64encode(digest).decode().rstrip('=')}"


def _wire_form(key: str) -> bytes:
    try:
        return base64.b64decode(key.rpartition(" ")[2], validate=True)
    except (binascii.Error, ValueError):
        return b""  # of what is no key


def log_name(key: str) -> str:
    """The name in a log key, which is that of the log."""
    return key.partition("+")[0]


@act
def adopt_log_key(ring: Keyring, entry: Entry, context: Context, *, key: str) -> LogKeyAdopted:
    """Take a log key, by which the checkpoints of the record are signed from then on."""
    del context
    must_be_said(key, "key")
    # The record: one key follows another, and the one before says so itself.
    if ring.log:
        raise impossible(
            f"The record has the log key {ring.log[-1]} already.",
            "Give it another, which both sign: nemcon key rotate --to FILE",
        )
    return LogKeyAdopted(entry=entry, key=key)


@act
def rotate_log_key(
    ring: Keyring, entry: Entry, context: Context, *, key: str, instead_of: str, statement: str
) -> LogKeyRotated:
    """Let another key sign the log from then on."""
    del context
    if not ring.log:
        raise impossible("The record has no log key yet.", "First: nemcon key adopt")
    # The record: only the key in use says which comes after it.
    if instead_of != ring.log[-1]:
        raise impossible(
            f"The key at hand is not that of the log, {ring.log[-1]}.", "Name the one in use: --key FILE or NEMCON_KEY"
        )
    # The record: a key that was once given up is not taken again.
    if key in ring.log:
        raise impossible("That key has signed the log before.", f"Make another: nemcon key new {log_name(key)} -o FILE")
    # C2SP tlog-checkpoint: the name of the key is the origin, and the log stays the same log.
    if log_name(key) != log_name(instead_of):
        raise impossible(
            f"The log is called {log_name(instead_of)}, the new key {log_name(key)}.",
            f"Make one of the same name: nemcon key new {log_name(instead_of)} -o FILE",
        )
    return LogKeyRotated(entry=entry, key=key, instead_of=instead_of, statement=statement)


@act
def admit_staff(
    ring: Keyring, entry: Entry, context: Context, *, person: str, key: str, since: date, until: date | None = None
) -> StaffKeyAdmitted:
    """Admit an SSH key of a member of the recording staff, from a day on, and until another if one is said."""
    del context
    must_be_said(person, "name")
    # ssh-keygen(1), "Allowed signers": the name is a pattern there, and must stand for one person.
    if _PATTERN & set(person):
        raise impossible(
            f"The name {person} has a sign that ssh-keygen reads as a pattern.", 'Leave out * ? ! , " # and \\ in it.'
        )
    _must_be_ed25519(key)
    # The record: what was entered before a key was admitted cannot have been signed with it.
    if since < entry.occurred.day:
        raise impossible(
            f"A key is admitted from today on, {long_day(entry.occurred.day)}, or from a later day.",
            "Leave out --from.",
        )
    if until is not None and until < since:
        raise impossible("The key would end before it begins.", "Give a later day: --until DATE")
    _must_be_free(ring, person, key, since)
    return StaffKeyAdmitted(entry=entry, person=person, key=key, since=since, until=until)


def _must_be_ed25519(key: str) -> None:
    kind, _, encoded = key.partition(" ")
    if kind != "ssh-ed25519":
        raise impossible(
            f"The key is of the type {kind or '?'}; staff sign with ssh-ed25519.", "Make another: ssh-keygen -t ed25519"
        )
    if " " in encoded or not _wire_form(key):
        raise impossible("The key is not one of OpenSSH.", "Make one: ssh-keygen -t ed25519")


def _must_be_free(ring: Keyring, person: str, key: str, since: date) -> None:
    for one in ring.staff:
        if one.key != key:
            continue
        number = one.admitted.number
        # The record: two persons are told apart by their keys, so no key is ever that of two.
        if one.person != person:
            raise impossible(
                f"That key is the one of {one.person} (entry {number}).", "Make another: ssh-keygen -t ed25519"
            )
        # The record: a key is withdrawn for good; nobody says why it was.
        if one.withdrawn is not None:
            raise impossible(f"That key of {person} was withdrawn.", "Make another: ssh-keygen -t ed25519")
        if one.until is None or since <= one.until:
            raise impossible(
                f"That key of {person} is admitted already (entry {number}).",
                "Nothing needs to be done; to prolong it, admit it from the day after its last: --from DATE",
            )


@act
def withdraw_staff(ring: Keyring, entry: Entry, context: Context, *, person: str, key: str) -> StaffKeyWithdrawn:
    """Withdraw a key of a member of the recording staff, from now on and for good."""
    del context
    if not any(one.person == person and one.key == key and one.withdrawn is None for one in ring.staff):
        raise impossible(f"{person} has no such key that could be withdrawn.", "See which there are: nemcon staff list")
    return StaffKeyWithdrawn(entry=entry, person=person, key=key)


def must_sign(ring: Keyring, entry: Entry, key: str | None) -> None:
    """Refuse an act of somebody whose key is admitted, unless it is signed with it; and one signed with another key.

    `key` is that of the signature, None where there is none. The day is that on which it is recorded.
    """
    person, admitted = entry.recorded_by, ring.keys_of(entry.recorded_by, recorded_on(entry))
    if key is None and admitted:
        raise OutOfOrder(
            RULE,
            f"{person} signs what is recorded, and this is not signed.",
            "Name your key: nemcon --sign FILE NOUN VERB; or once: export NEMCON_SIGN=FILE",
        )
    if key is not None and key not in admitted:
        raise OutOfOrder(
            RULE,
            f"The key {fingerprint(key)} is not admitted for {person} today.",
            f"Name an admitted one: nemcon --sign FILE; or admit it: nemcon staff admit {person} --key FILE.pub",
        )


def recorded_on(entry: Entry) -> date:
    """The day, of UTC, on which an entry was recorded: the keys of that day count."""
    return entry.recorded_at.astimezone(UTC).date()


def must_be_in_use(ring: Keyring, key: str) -> None:
    """Refuse a log key at hand that is not the one in use: its checkpoints would be taken for those of another log."""
    if ring.log and key != ring.log[-1]:
        raise OutOfOrder(
            RULE,
            f"The log key at hand, {key}, is not the one in use, {ring.log[-1]}.",
            "Name the file of that one: --key FILE or NEMCON_KEY",
        )


RULE = "the key ring"
"""What is refused for want of the right key; it stands where a rule number would, and cannot be waived."""


def evolve(ring: Keyring, fact: KeyFact) -> Keyring:
    """The key ring after `fact`."""
    match fact:
        case LogKeyAdopted() | LogKeyRotated():
            return replace(ring, log=(*ring.log, fact.key))
        case StaffKeyAdmitted():
            one = Admission(fact.person, fact.key, fact.since, fact.until, fact.entry)
            return replace(ring, staff=(*ring.staff, one))
        case StaffKeyWithdrawn():
            return replace(ring, staff=tuple(_withdrawn(one, fact) for one in ring.staff))
        case ActStruck():
            return ring
        case _:
            assert_never(fact)


def _withdrawn(one: Admission, fact: StaffKeyWithdrawn) -> Admission:
    if (one.person, one.key) != (fact.person, fact.key):
        return one
    return replace(one, withdrawn=fact.entry.recorded_at)
