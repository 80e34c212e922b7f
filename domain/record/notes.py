"""Signed notes and their keys: C2SP signed-note v1, as golang.org/x/mod/sumdb/note reads and writes them.

A note is a text and, below a blank line, the signatures of those who vouch for it. Two types of key are known, both
Ed25519: 0x01, which signs the text, and 0x04, by which a witness signs the text and when it saw it (tlog-cosignature).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

EM_DASH: Final = "\N{EM DASH}"

_PRIVATE: Final = "PRIVATE+KEY+"
_PUBLIC: Final = "the line that nemcon key new printed, or nemcon key list."
_LARGEST: Final = 1_000_000
_MOST_SIGNATURES: Final = 100
"""signed-note, "Format": verifiers should apply a maximum, and must accept 16; these are Go's."""


class BadNote(ValueError):  # noqa: N818 - says what was met, not that something failed
    """A note, a key or a signature that is not accepted: why, and what to do next."""

    def __init__(
        self, sentence: str, next_step: str = "Do not rely on it; ask for another, from where it came."
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step


class KeyType(IntEnum):
    """What a key signs: signed-note, "Signature types"."""

    LOG = 0x01
    WITNESS = 0x04

    @property
    def said(self) -> str:
        """The key, as a sentence calls it."""
        return "a witness key" if self is KeyType.WITNESS else "a log key"


@dataclass(frozen=True)
class Verifier:
    """The public half of a key: its name, its type and the 32 bytes of RFC 8032."""

    name: str
    type: KeyType
    key: bytes

    @staticmethod
    def of(vkey: str) -> Verifier:
        """The key that `NAME+ID+BASE64` names: signed-note, "Verifier keys"."""
        if vkey.strip().startswith(_PRIVATE):
            raise BadNote("That is a private key. It stays with its owner.", f"Give its public half: {_PUBLIC}")
        name, _, rest = vkey.strip().partition("+")
        told, _, encoded = rest.partition("+")
        if not encoded:
            raise BadNote("That is no public key: it has the form NAME+ID+BASE64.", f"Give the key itself: {_PUBLIC}")
        made, key = _key(name, encoded)
        found = Verifier(name, made, key)
        if told != found.id.hex():
            raise BadNote(f"The key of {name} does not fit its own id: it was not copied whole.", "Copy it again.")
        return found

    @property
    def id(self) -> bytes:
        """signed-note: SHA-256(key name || 0x0A || signature type || public key)[:4]."""
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([self.type]) + self.key).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{_encoded(bytes([self.type]) + self.key)}"

    def accepts(self, message: bytes, signature: bytes) -> bool:
        """Whether that is the signature of RFC 8032 over the message by this key."""
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - only who checks a signature loads it
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415 - the same

        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True

    def must_be(self, kind: KeyType) -> Verifier:
        """The same key; refused where it is of another type."""
        if self.type is not kind:
            raise BadNote(f"{self.name} has {self.type.said}; {kind.said} is needed here.", f"Give {kind.said}.")
        return self


@dataclass(frozen=True)
class Signer:
    """Both halves of a key. The private one, its seed, is never printed."""

    name: str
    type: KeyType
    seed: bytes = field(repr=False)

    @staticmethod
    def new(name: str, kind: KeyType) -> Signer:
        """A new key of that name."""
        must_be_a_name(name)
        return Signer(name, kind, secrets.token_bytes(32))

    @staticmethod
    def of(skey: str) -> Signer:
        """The key that `PRIVATE+KEY+NAME+ID+BASE64` holds."""
        name, _, rest = skey.strip().removeprefix(_PRIVATE).partition("+")
        told, _, encoded = rest.partition("+")
        if not skey.strip().startswith(_PRIVATE):
            raise BadNote("That is no private key.", "Make one: nemcon key new NAME -o FILE")
        made, seed = _key(name, encoded)
        found = Signer(name, made, seed)
        if told != found.verifier.id.hex():
            raise BadNote(f"The private key of {name} does not fit its own id.", "Bring it back from a copy.")
        return found

    @property
    def skey(self) -> str:
        """The key as it is kept in a file, both halves: to be written there and nowhere else."""
        return f"PRIVATE+KEY+{self.name}+{self.verifier.id.hex()}+{_encoded(bytes([self.type]) + self.seed)}"

    @cached_property
    def verifier(self) -> Verifier:
        """The public half."""
        return Verifier(self.name, self.type, self._private.public_key().public_bytes_raw())

    @cached_property
    def _private(self) -> Ed25519PrivateKey:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 - only who signs loads it

        return Ed25519PrivateKey.from_private_bytes(self.seed)

    def sign(self, message: bytes) -> bytes:
        """The signature of RFC 8032 over the message, 64 bytes."""
        return self._private.sign(message)

    def must_be(self, kind: KeyType) -> Signer:
        """The same key; refused where it is of another type."""
        self.verifier.must_be(kind)
        return self


@dataclass(frozen=True)
class Signature:
    """One line below a note: the name and the id of a key, and what it wrote."""

    name: str
    id: bytes
    data: bytes

    @staticmethod
    def of(line: str) -> Signature:
        """signed-note, "Format": em dash, space, key name, space, base64 of the key id and the signature."""
        dash, _, rest = line.partition(" ")
        name, _, encoded = rest.partition(" ")
        if dash != EM_DASH:
            raise BadNote("The note has a line among its signatures that is none.")
        must_be_a_name(name)
        raw = decoded(encoded)
        if len(raw) <= 4:  # noqa: PLR2004 - the id takes four bytes
            raise BadNote(f"The signature of {name} is cut off.")
        return Signature(name, raw[:4], raw[4:])

    def __str__(self) -> str:
        return f"{EM_DASH} {self.name} {_encoded(self.id + self.data)}"

    def is_by(self, verifier: Verifier) -> bool:
        """signed-note, "Signatures": name and id together identify the key."""
        return (self.name, self.id) == (verifier.name, verifier.id)


@dataclass(frozen=True)
class Note:
    """A text that ends with a newline, and its signatures. None of them is verified yet."""

    text: str
    signatures: tuple[Signature, ...]

    @staticmethod
    def of(data: bytes) -> Note:
        """The note that these bytes are: signed-note, "Format"."""
        text, blank, below = _plain(data).rpartition("\n\n")
        # The note text includes the final newline but not the separating blank line.
        if not blank or not below.endswith("\n"):
            raise BadNote(
                "That is no signed note: there is no blank line with signatures below it, or its end is missing."
            )
        lines = below.removesuffix("\n").split("\n")
        if len(lines) > _MOST_SIGNATURES:
            raise BadNote(f"The note has more than {_MOST_SIGNATURES} signatures.")
        return Note(f"{text}\n", ()).with_signatures(*(Signature.of(line) for line in lines))

    def with_signatures(self, *more: Signature) -> Note:
        """The note with these signatures below those it has; refused where one key would have signed twice."""
        keys = [(one.name, one.id) for one in (*self.signatures, *more)]
        for name, key in keys:
            # Go drops the second in silence: what it says is then never looked at.
            if keys.count((name, key)) > 1:
                raise BadNote(f"The note has two signatures by one key of {name}.")
        return Note(self.text, (*self.signatures, *more))

    def __str__(self) -> str:
        return self.text + "\n" + "".join(f"{one}\n" for one in self.signatures)

    def __bytes__(self) -> bytes:
        return str(self).encode()

    def by(self, verifier: Verifier) -> Signature | None:
        """The signature of that key, not yet verified; None where there is none."""
        return next((one for one in self.signatures if one.is_by(verifier)), None)

    def must_be_signed(self, verifier: Verifier) -> None:
        """Refuse a note that the log key has not signed, or not so."""
        verifier.must_be(KeyType.LOG)
        found = self.by(verifier)
        if found is None:
            raise BadNote(
                f"The note is not signed by the key {verifier}.",
                "Is it the right note? If the log has had several keys (nemcon key list), give each: "
                "--log or --key once more, or one more line log in the quorum file.",
            )
        if not verifier.accepts(self.text.encode(), found.data):
            raise BadNote(f"The signature of {verifier.name} is not over this text: one of them was changed.")


def sign_note(text: str, signer: Signer) -> Note:
    """The text, signed by a log key."""
    signer.must_be(KeyType.LOG)
    if _plain(text.encode()) != text or not text.endswith("\n") or text == "\n":
        raise BadNote("A text that is signed ends with a newline.", "Give a whole text.")
    return Note(text, (Signature(signer.name, signer.verifier.id, signer.sign(text.encode())),))


def must_be_a_name(name: str) -> None:
    """signed-note, "Format": a key name is not empty and holds neither Unicode spaces nor a plus."""
    if not name or "+" in name or any(sign.isspace() or sign < " " for sign in name):
        raise BadNote(
            f"{name!r} cannot be the name of a key.", "Give a name like example.org/record, without space or +."
        )


def decoded(text: str) -> bytes:
    """RFC 4648, section 4, in its one form: nothing around it, no other padding, no bits that mean nothing."""
    try:
        raw = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise BadNote("There is malformed base64 in it.") from error
    if not text or _encoded(raw) != text:
        raise BadNote("There is malformed base64 in it.")
    return raw


def _encoded(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _key(name: str, encoded: str) -> tuple[KeyType, bytes]:
    must_be_a_name(name)
    raw = decoded(encoded)
    if raw[0] not in tuple(KeyType):
        raise BadNote(
            f"The key of {name} is of a type that is not known here (0x{raw[0]:02x}).", "Give an Ed25519 key."
        )
    if len(raw) != 33:  # noqa: PLR2004 - a byte for the type, and 32 bytes as RFC 8032 encodes either half
        raise BadNote(f"The key of {name} is not of 32 bytes.", "Copy it again.")
    return KeyType(raw[0]), raw[1:]


def must_end_in_newlines(data: bytes) -> None:
    """Refuse what mail, or an editor, has given other ends of lines: it is no longer what was signed."""
    if b"\r\n" in data:
        raise BadNote(
            "The lines of the file end as mail or Windows writes them (CRLF), not as they were signed.",
            "Send it as an attachment that stays as it is; or: tr -d '\\r' < FILE > ANOTHER",
        )


def _plain(data: bytes) -> str:
    """signed-note, "Format": valid UTF-8, and no ASCII control character but the newline."""
    if len(data) > _LARGEST:
        raise BadNote("The note is larger than a million bytes.")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise BadNote("The note is not text in UTF-8.") from error
    must_end_in_newlines(data)
    if any(sign < " " and sign != "\n" for sign in text):
        raise BadNote("The note holds a control character.")
    return text
