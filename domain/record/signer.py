"""Who signs: the private key in a file, or the agent that holds it; nothing here ever shows a private key.

A file `KEY.pub` asks the agent of OpenSSH at `SSH_AUTH_SOCK` (draft-miller-ssh-agent, section 4.5): whoever keeps the
key under a passphrase, or on a card, gives it to the agent and never to this program.
"""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from domain.record.ssh import Malformed, UnusableKey, Wire, blob_of, private_key, public_key, string, written
from domain.record.sshsig import BadSignature, check, enveloped, to_be_signed

if TYPE_CHECKING:
    from collections.abc import Callable

_SIGN: Final = b"\x0d"
_SIGNED: Final = b"\x0e"
_NO_FLAGS: Final = bytes(4)
_SECONDS: Final = 30


@dataclass(frozen=True)
class Signer:
    """A key that signs: its public half as it stands on a line, and what gives the 64 bytes of a signature."""

    key: str
    sign: Callable[[bytes], bytes] = field(repr=False)

    def signature(self, text: bytes) -> bytes:
        """The signature of a text, in its envelope, checked before anybody keeps it."""
        blob = blob_of(self.key)
        made = enveloped(blob, self.sign(to_be_signed(text)))
        try:
            check(made, text)
        except BadSignature as error:
            raise UnusableKey(f"What was signed with {self.key} does not stand.", "See: ssh-add -l") from error
        return made


def signer(file: Path) -> Signer:
    """The signer that `file` names: a private key, or the public half of one that the agent holds."""
    if file.suffix == ".pub":
        return _in_the_agent(file)
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 - only who signs loads it

    blob, seed = private_key(file)
    return Signer(written(blob), Ed25519PrivateKey.from_private_bytes(seed).sign)


def _in_the_agent(file: Path) -> Signer:
    key, where = public_key(file), os.environ.get("SSH_AUTH_SOCK")
    if not where:
        raise UnusableKey(
            f"{file} is a public key, and no agent is at hand that holds its private half.",
            "Start one: eval $(ssh-agent); ssh-add KEY; or name the private key: --sign KEY",
        )
    blob = blob_of(key)
    return Signer(key, lambda data: _signed(_asked(where, _SIGN + string(blob) + string(data) + _NO_FLAGS), file))


def _asked(where: str, message: bytes) -> bytes:
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(_SECONDS)
            line.connect(where)
            line.sendall(string(message))
            return _received(line, int.from_bytes(_received(line, 4), "big"))
    except OSError as error:
        raise UnusableKey(
            f"The agent at {where} does not answer: {error.strerror or error}.", "Start one: eval $(ssh-agent)"
        ) from error


def _received(line: socket.socket, count: int) -> bytes:
    found = b""
    while len(found) < count:
        more = line.recv(count - len(found))
        if not more:
            raise ConnectionError("it hung up")
        found += more
    return found


def _signed(answer: bytes, file: Path) -> bytes:
    """The 64 bytes in the agent's answer; a refusal means that it does not hold the key, or that its owner said no."""
    try:
        wire = Wire(answer)
        if wire.take(1) == _SIGNED:
            inner = Wire(wire.string())
            inner.string()
            return inner.string()
    except Malformed:
        pass
    raise UnusableKey(
        f"The agent does not sign with {file}.", "See what it holds: ssh-add -l; load the key: ssh-add KEY"
    )
