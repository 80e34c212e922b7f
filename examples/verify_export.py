"""Verify an export by docs/record-format.md alone: verify_export.py FILE [VKEY of the log, and of each witness ...]."""

import json
import sys
from base64 import b64decode, b64encode
from datetime import UTC, datetime
from functools import reduce
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LOG, WITNESS = b"\1", b"\4"
COLUMNS = ["entry", "originator_id", "originator_version", "topic", "state"]


def must(holds: object, otherwise: str) -> None:
    """Stop at the first thing that is wrong."""
    if not holds:
        raise ValueError(otherwise)


def exact(text: str) -> bytes:
    """Base64 in its one form."""
    must(b64encode(raw := b64decode(text, validate=True)).decode() == text, "base64 in another form")
    return raw


def strings(data: bytes) -> list[bytes]:
    """The strings of SSH, each behind its length in four bytes, that make up some data."""
    end = 4 + int.from_bytes(data[:4])
    must(end <= len(data) or not data, "an SSH signature that is cut off")
    return [data[4:end], *strings(data[end:])] if data else []


def ssh_signer(blob: bytes, text: bytes) -> str:
    """The SSH key that signed a text: PROTOCOL.sshsig, with Ed25519 and SHA-512."""
    public, *named, inner = strings(blob[10:])
    (kind, key), (algorithm, signature) = strings(public), strings(inner)
    form = [b"SSHSIG\0\0\0\1", b"ssh-ed25519", b"ssh-ed25519", b"nemcon-act", b"", b"sha512"]
    must([blob[:10], kind, algorithm, *named] == form, "another kind of SSH signature")
    message = b"".join(len(one).to_bytes(4) + one for one in (*named, sha512(text).digest()))
    Ed25519PublicKey.from_public_bytes(key).verify(signature, b"SSHSIG" + message)
    return f"ssh-ed25519 {b64encode(public).decode()}"


class Export:
    """What was read of an export so far."""

    def __init__(self, vkeys: list[str]) -> None:
        self.keys: dict[tuple[str, bytes], bytes] = {}  # by the name of the key and its id
        self.known = [key for key in map(self.trust, vkeys) if self.keys[key][:1] == LOG]
        self.log, self.before, self.reached = self.known[:0], self.known[:0], {LOG: 0, WITNESS: 0}
        self.stack, self.versions, self.head, self.told = list[bytes](), dict[str, int](), dict[str, Any](), object()
        self.staff, self.at = list[tuple[str, str, str, str]](), datetime.min.replace(tzinfo=UTC)

    def trust(self, vkey: str) -> tuple[str, bytes]:
        """Take a public key: signed-note, "Verifier keys"."""
        name, told, encoded = vkey.split("+", 2)
        key = name, sha256(name.encode() + b"\n" + exact(encoded)).digest()[:4]
        must(key[1].hex() == told and exact(encoded)[:1] in (LOG, WITNESS), f"a broken key of {name}")
        self.keys[key] = exact(encoded)
        return key

    def signers(self, note: str, text: str) -> list[tuple[str, bytes]]:
        """The keys that signed a note of this text: all of them known, all verified, none twice."""
        must(note.startswith(f"{text}\n") and note.endswith("\n"), "a note of something else, or cut off")
        found: list[tuple[str, bytes]] = []
        for line in note[len(text) + 1 : -1].split("\n"):
            dash, name, encoded = line.split(" ")
            key, signature, message = (name, exact(encoded)[:4]), exact(encoded)[4:], text
            must(dash == "\N{EM DASH}" and key not in found, "two signatures by one key, or none")
            must(key in self.keys, f"a signature of {name} with a key that was not given")
            if self.keys[key][:1] == WITNESS:  # tlog-cosignature
                message, signature = f"cosignature/v1\ntime {int.from_bytes(signature[:8])}\n{text}", signature[8:]
            Ed25519PublicKey.from_public_bytes(self.keys[key][1:]).verify(signature, message.encode())
            found.append(key)
        return found

    def take(self, size: int, text: str) -> None:
        """Verify one line: the event of an entry, and what stands beside it."""
        must(json.dumps(line := json.loads(text), ensure_ascii=False) == text and [*line][:5] == COLUMNS, "other bytes")
        number, stream, version, topic, state = (line.pop(name) for name in COLUMNS)
        entry, expected = (fact := json.loads(state))["entry"], self.versions.get(stream, 0) + 1
        must([number, stream, version] == [size, stream, expected] == [*entry.values()][:3], "an entry out of place")
        must((at := datetime.fromisoformat(entry["recorded_at"])) >= self.at, "recorded before the one in front")
        self.versions[stream], self.at, day = expected, at, f"{at:%Y-%m-%d}"
        leaf = f"nemcon/v1\n{stream}\n{version}\n{topic}\n{sha256(state.encode()).hexdigest()}\n".encode()
        self.stack.append(sha256(b"\0" + leaf).digest())
        while size % 2 == 0:  # RFC 9162, 2.1.2: merge as often as the size before the leaf ends in ones
            right, left, size = self.stack.pop(), self.stack.pop(), size // 2
            self.stack.append(sha256(b"\1" + left + right).digest())
        by = ssh_signer(exact(line.pop("signature")), leaf) if "signature" in line else ""
        admitted = [key for who, key, since, end in self.staff if who == entry["recorded_by"] and since <= day <= end]
        must(by in (admitted or [""]), "not signed as whoever recorded it signs")
        self.turn(topic, fact)
        self.compare(number, line)

    def turn(self, topic: str, fact: dict[str, Any]) -> None:
        """Follow the key ring: the keys of the log, and those of the staff."""
        if topic in {"LogKeyAdopted", "LogKeyRotated"}:
            keys = [self.trust(fact[one]) for one in ("instead_of", "key") if one in fact]
            must(keys[:-1] == self.log[-1:], "a log key that does not follow the one before")
            text = f"nemcon/key-rotation/v1\n{fact.get('instead_of')}\n{fact['key']}\n"
            must(len(keys) == 1 or self.signers(fact["statement"], text) == keys, "not signed by both keys")
            self.log.append(keys[-1])
        elif topic == "StaffKeyAdmitted":
            self.staff.append((fact["person"], fact["key"], fact["since"], fact["until"] or "9999"))
        elif topic == "StaffKeyWithdrawn":
            self.staff = [one for one in self.staff if one[:2] != (fact["person"], fact["key"])]

    def compare(self, size: int, line: dict[str, Any]) -> None:
        """Compare what stands beside an entry, and is left of its line, with the tree so far."""
        self.head = line.pop("head") if size == 1 else self.head
        root = reduce(lambda right, left: sha256(b"\1" + left + right).digest(), reversed(self.stack))
        self.told = told = {"size": size, "root": b64encode(root).decode(), "recorded_at": self.at.isoformat()}
        due = self.before or self.log[-1:] or self.known  # a rotation stands under a checkpoint by the key before it
        new, checkpoint = self.before != self.log[-1:], line.pop("checkpoint", told)
        must(not new or checkpoint is told or checkpoint["note"], "a new log key, and nothing is signed")
        self.before = self.before if checkpoint is told else self.log[-1:]
        for one in filter(None, (checkpoint.get("note"), *line.pop("cosigned", []))):
            by = self.signers(one, f"{due[-1][0] if due else ''}\n{size}\n{told['root']}\n")
            must(set(by) & set(due), "a checkpoint that is not signed by the log key of its time")
            self.reached |= {self.keys[key][:1]: size for key in by}
        must({**checkpoint, "size": size, "note": ""} == {**told, "note": ""} and not line, "another checkpoint")

    def close(self, rest: str) -> None:
        """Nothing is missing at the end, and the log is the one of the given key: of its first, or of a later one."""
        must(self.told == self.head and not rest, "it is cut off, or is not what its head stands for")
        must(self.before == self.log[-1:] and (self.reached[LOG] or not self.known), "nothing is signed by the log")
        must(not self.known or {*self.known} & {*(self.log or self.known)}, "another log key than the one given")


def verify(file: Path, vkeys: list[str]) -> str:
    """What an export holds, in a sentence; the program ends where it does not verify."""
    size = 0
    try:
        found, (*lines, rest) = Export(vkeys), file.read_bytes().decode().split("\n")
        for size, line in enumerate(lines, start=1):
            found.take(size, line)
        found.close(rest)
    except Exception as error:
        raise SystemExit(f"The export does not verify, at entry {size}: {error!r}") from error
    return f"{size} entries verify, {found.reached[LOG]} signed, {found.reached[WITNESS]} witnessed."


if __name__ == "__main__":
    print(verify(Path(sys.argv[1]), sys.argv[2:]))
