"""Keys of OpenSSH for the tests: made by the stock program where it is installed, else by the library."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization as form
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

_Private = ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
_KEYGEN = shutil.which("ssh-keygen")
KEYGEN = pytest.mark.skipif(_KEYGEN is None, reason="ssh-keygen is not installed (apt-get install openssh-client)")


def keygen(*words: object, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """What stock ssh-keygen answers."""
    return subprocess.run(  # noqa: S603 - the stock program, by its path
        [str(_KEYGEN), *map(str, words)], input=given, capture_output=True, check=False, timeout=60
    )


def made(file: Path, kind: str = "ed25519", passphrase: str | None = None) -> Path:
    """A private key in a file that its owner alone can read, and its public half beside it."""
    if _KEYGEN is not None:
        bits = ("-b", "2048") if kind == "rsa" else ()
        done = keygen("-q", "-t", kind, *bits, "-N", passphrase or "", "-C", f"{file.name} at work", "-f", file)
        assert done.returncode == 0, done.stderr
        return file
    way = form.BestAvailableEncryption(passphrase.encode()) if passphrase else form.NoEncryption()
    return _written(file, _key(kind), way)


def _written(file: Path, key: _Private, way: form.KeySerializationEncryption) -> Path:
    file.write_bytes(key.private_bytes(form.Encoding.PEM, form.PrivateFormat.OpenSSH, way))
    file.chmod(0o600)
    public = key.public_key().public_bytes(form.Encoding.OpenSSH, form.PublicFormat.OpenSSH)
    file.with_name(f"{file.name}.pub").write_bytes(public + f" {file.name} at work\n".encode())
    return file


def fixed(file: Path) -> Path:
    """A key that is always the same for the same name of file, for transcripts: no key for anything else."""
    seed = hashlib.sha256(f"a key for transcripts: {file.name}".encode()).digest()
    key = ed25519.Ed25519PrivateKey.from_private_bytes(seed)
    return _written(file, key, form.NoEncryption())


def _key(kind: str) -> _Private:
    if kind == "rsa":
        return rsa.generate_private_key(65537, 2048)
    return ed25519.Ed25519PrivateKey.generate() if kind == "ed25519" else ec.generate_private_key(ec.SECP256R1())


def public(file: Path) -> Path:
    """The public half of a key."""
    return file.with_name(f"{file.name}.pub")
