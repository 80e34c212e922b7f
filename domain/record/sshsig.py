"""Signatures of OpenSSH over a text (PROTOCOL.sshsig), with Ed25519 keys and nothing else.

One namespace and one hash are used, so that a signature made for another purpose, a commit or a mail, is never taken
for that of an act. Two signatures are compared as they are decoded: their armour may be wrapped in many ways.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import textwrap
from dataclasses import dataclass
from typing import Final

from domain.record.ssh import ED25519, Malformed, UnusableKey, Wire, raw_of, string

NAMESPACE: Final = "nemcon-act"
HASH: Final = "sha512"

_MAGIC: Final = b"SSHSIG"
_VERSION: Final = (1).to_bytes(4, "big")
_BEGIN: Final = "-----BEGIN SSH SIGNATURE-----"
_END: Final = "-----END SSH SIGNATURE-----"
_LINE: Final = 70
_LENGTH: Final = 64


class BadSignature(ValueError):  # noqa: N818 - says what was met
    """Not a signature of ours, or not one of this text: the message says which."""


@dataclass(frozen=True)
class Signature:
    """What a signature says of itself: the wire form of its key, and the 64 bytes of Ed25519."""

    key: bytes
    signed: bytes


def to_be_signed(text: bytes) -> bytes:
    """PROTOCOL.sshsig, section 3: the bytes that the key signs hold the hash of the text."""
    digest = hashlib.sha512(text).digest()
    return _MAGIC + string(NAMESPACE.encode()) + string(b"") + string(HASH.encode()) + string(digest)


def enveloped(key: bytes, signed: bytes) -> bytes:
    """PROTOCOL.sshsig, section 2: the signature with what it takes to check it."""
    inner = string(ED25519.encode()) + string(signed)
    named = string(NAMESPACE.encode()) + string(b"") + string(HASH.encode())
    return _MAGIC + _VERSION + string(key) + named + string(inner)


def read(blob: bytes) -> Signature:
    """The signature in its envelope; `BadSignature` for another version, namespace, hash or type of key."""
    try:
        return _read(Wire(blob))
    except (Malformed, UnusableKey) as error:
        raise BadSignature(str(error)) from error


def _read(wire: Wire) -> Signature:
    if wire.take(len(_MAGIC)) != _MAGIC or wire.take(len(_VERSION)) != _VERSION:
        raise BadSignature("it is no SSH signature of version 1")
    key = wire.string()
    raw_of(key)
    if (namespace := wire.string()) != NAMESPACE.encode():
        raise BadSignature(f"it was made in the namespace {namespace.decode(errors='replace')!r}, not {NAMESPACE!r}")
    wire.string()  # reserved: a reader ignores it, and what is signed below has it empty
    if (algorithm := wire.string()) != HASH.encode():
        raise BadSignature(f"it was made with the hash {algorithm.decode(errors='replace')!r}, not {HASH!r}")
    inner = Wire(wire.string())
    wire.end()
    kind, signed = inner.string(), inner.string()
    inner.end()
    if kind != ED25519.encode() or len(signed) != _LENGTH:
        raise BadSignature("it is no signature by an Ed25519 key")
    return Signature(key, signed)


def check(blob: bytes, text: bytes) -> bytes:
    """The wire form of the key by which `text` was signed; `BadSignature` if it was not."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - only who checks a signature loads it
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415 - the same

    found = read(blob)
    try:
        Ed25519PublicKey.from_public_bytes(raw_of(found.key)).verify(found.signed, to_be_signed(text))
    except InvalidSignature as error:
        raise BadSignature("it is not a signature of this text") from error
    return found.key


def armoured(blob: bytes) -> str:
    """The signature as `ssh-keygen` reads it."""
    lines = textwrap.wrap(base64.b64encode(blob).decode(), _LINE)
    return "\n".join([_BEGIN, *lines, _END]) + "\n"


def unarmoured(text: str) -> bytes:
    """The signature in its armour, however that is wrapped."""
    lines = text.split()
    inside = text.strip().removeprefix(_BEGIN).removesuffix(_END)
    if not text.strip().startswith(_BEGIN) or not text.strip().endswith(_END) or len(lines) < 2:  # noqa: PLR2004
        raise BadSignature("it has no armour of an SSH signature")
    try:
        return base64.b64decode("".join(inside.split()), validate=True)
    except binascii.Error as error:
        raise BadSignature("its armour does not hold base64") from error
