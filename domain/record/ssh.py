"""Keys of OpenSSH: a public one as it is written on a line, a private one in its file.

Of all their types only Ed25519 is taken: it has one size, one signature of a text, and no choice to get wrong. The
numbers of a wire format are big-endian; a string is its length in four bytes and itself (RFC 4251, section 5).
"""

from __future__ import annotations

import base64
import binascii
import stat
import struct
from pathlib import Path
from typing import Final

ED25519: Final = "ssh-ed25519"

_MAGIC: Final = b"openssh-key-v1\0"
_BEGIN: Final = "-----BEGIN OPENSSH PRIVATE KEY-----"
_END: Final = "-----END OPENSSH PRIVATE KEY-----"
_MAKE_ONE: Final = "Make one: ssh-keygen -t ed25519"
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


class UnusableKey(Exception):  # noqa: N818 - what it says of the key, like OutOfOrder of an act
    """A key that cannot be used: why, and what to do next. It never quotes what a private key holds."""

    def __init__(self, sentence: str, next_step: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step


class Malformed(ValueError):  # noqa: N818 - says what was met
    """Bytes that end too early, or go on too long."""


def string(value: bytes) -> bytes:
    """A string as the wire has it."""
    return struct.pack(">I", len(value)) + value


class Wire:
    """Bytes that are read from the front."""

    def __init__(self, value: bytes) -> None:
        self._rest = value

    def take(self, count: int) -> bytes:
        """The next bytes."""
        if len(self._rest) < count:
            raise Malformed("the bytes end too early")
        taken, self._rest = self._rest[:count], self._rest[count:]
        return taken

    def number(self) -> int:
        """The next number, of four bytes."""
        return int.from_bytes(self.take(4), "big")

    def string(self) -> bytes:
        """The next string."""
        return self.take(self.number())

    def end(self) -> None:
        """Nothing may follow."""
        if self._rest:
            raise Malformed("bytes follow the end")


def blob_of(key: str) -> bytes:
    """The wire form of a public key written as `ssh-ed25519 AAAA...`."""
    return base64.b64decode(key.split()[1], validate=True)


def written(blob: bytes) -> str:
    """A public key as it stands on a line, without a comment."""
    return f"{ED25519} {base64.b64encode(blob).decode()}"


def raw_of(blob: bytes) -> bytes:
    """The 32 bytes of the key in its wire form (RFC 8709, section 4); `UnusableKey` for a key of another type."""
    wire = Wire(blob)
    try:
        kind = wire.string().decode("ascii")
        must_be_ed25519(kind, "The key")
        raw = wire.string()
        wire.end()
    except (Malformed, UnicodeDecodeError) as error:
        raise _no_key("The key") from error
    if len(raw) != 32:  # noqa: PLR2004 - RFC 8032, section 5.1.5: a public key has 32 octets
        raise _no_key("The key")
    return raw


def must_be_ed25519(kind: str, what: str) -> None:
    """Refuse a key of another type by its name."""
    if kind != ED25519:
        raise UnusableKey(
            f"{what} is of the type {kind}; recording staff sign with {ED25519}.",
            _MAKE_ONE,
        )


def public_key(file: Path) -> str:
    """The public key that a `.pub` file holds, without its comment."""
    words = _text(file).split()
    if words and words[0].startswith("-----BEGIN"):
        raise UnusableKey(
            f"{file} holds a private key, which stays with its owner.", f"Give its public half: {file}.pub"
        )
    if len(words) < 2 or "-" not in words[0]:  # noqa: PLR2004 - its type and itself
        raise _no_key(str(file))
    must_be_ed25519(words[0], str(file))
    try:
        blob = blob_of(f"{words[0]} {words[1]}")
    except binascii.Error as error:
        raise _no_key(str(file)) from error
    raw_of(blob)
    return written(blob)


def private_key(file: Path) -> tuple[bytes, bytes]:
    """The wire form of the public half and the 32 bytes of the private one, from a file that its owner alone can read.

    Refused: a file that others can read, a key of another type, one under a passphrase, which the agent keeps open.
    """
    must_be_private(file)
    container = _opened(file)
    try:
        return _halves(container, file)
    except (Malformed, UnicodeDecodeError) as error:
        raise _no_key(str(file)) from error


def must_be_private(file: Path) -> None:
    """Refuse a key file that others than its owner can read."""
    if file.stat().st_mode & _OTHERS:
        raise UnusableKey(f"Others can read the key {file}.", f"Close it to them: chmod 600 {file}")


def _opened(file: Path) -> bytes:
    lines = _text(file).split("\n")
    words = [line.strip() for line in lines if line.strip()]
    if not words or words[0] != _BEGIN:
        raise _of_another_kind(file, words[0] if words else "")
    if words[-1] != _END:
        raise _no_key(str(file))
    try:
        return base64.b64decode("".join(words[1:-1]), validate=True)
    except binascii.Error as error:
        raise _no_key(str(file)) from error


def _halves(container: bytes, file: Path) -> tuple[bytes, bytes]:
    """PROTOCOL.key of OpenSSH: the header names the cipher and holds the public key in clear."""
    wire = Wire(container)
    if wire.take(len(_MAGIC)) != _MAGIC:
        raise Malformed("not a container of a key")
    cipher, _kdf, _options = wire.string(), wire.string(), wire.string()
    if wire.number() != 1:
        raise Malformed("not one key")
    blob, sealed = wire.string(), wire.string()
    wire.end()
    must_be_ed25519(Wire(blob).string().decode("ascii"), str(file))
    if cipher != b"none":
        raise UnusableKey(
            f"The key {file} is under a passphrase, which is asked for by the agent alone.",
            f"Load it: ssh-add {file}; then name its public half: --sign {file}.pub",
        )
    return blob, _seed(Wire(sealed), raw_of(blob))


def _seed(wire: Wire, public: bytes) -> bytes:
    check, again, kind = wire.number(), wire.number(), wire.string()
    named, pair = wire.string(), wire.string()
    if check != again or kind != ED25519.encode() or named != public or pair[32:] != public:
        raise Malformed("the halves of the key do not belong together")
    return pair[:32]


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii")
    except UnicodeDecodeError as error:
        raise _no_key(str(file)) from error


def _of_another_kind(file: Path, first: str) -> UnusableKey:
    """A PEM file of another program names its type in its first line; a public key is no private one."""
    if first.startswith("-----BEGIN ") and first.endswith("PRIVATE KEY-----"):
        kind = first.removeprefix("-----BEGIN ").removesuffix("-----").strip()
        return UnusableKey(f"{file} is a PEM file with: {kind}; recording staff sign with {ED25519}.", _MAKE_ONE)
    return _no_key(str(file))


def _no_key(what: str) -> UnusableKey:
    return UnusableKey(f"{what} cannot be read as a key of OpenSSH.", _MAKE_ONE)
