"""The second verifier, which shares no code with the program: it accepts what was exported, and not a byte else."""

import ast
import importlib.util
import json
import random
import subprocess
import sys
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from domain.record.checkpoint import Checkpoint
from domain.record.keyfile import write_key
from domain.record.notes import KeyType, Signer
from tests.cli.terminal import IMPORT, Terminal

PROGRAM = Path(__file__).parents[2] / "examples" / "verify_export.py"
LOG, NEXT, STRANGER = (Signer("example.org/record", KeyType.LOG, one * 32) for one in (b"L", b"N", b"S"))
WITNESS = Signer("vienna.example", KeyType.WITNESS, b"W" * 32)
KEYS = [str(one.verifier) for one in (LOG, WITNESS)]


def loaded() -> Any:  # noqa: ANN401 - a module
    spec = importlib.util.spec_from_file_location("verify_export", PROGRAM)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


verify: Callable[[Path, list[str]], str] = loaded().verify


def test_it_has_fewer_than_150_lines_and_imports_nothing_of_ours() -> None:
    text = PROGRAM.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 150
    imported = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else node.names[0].name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    others = {name.partition(".")[0] for name in imported} - set(sys.stdlib_module_names)
    assert others == {"cryptography"}


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of what `make demo` records."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEMCON_BY", "secretary")
        patch.chdir(PROGRAM.parents[1])
        terminal = Terminal(tmp_path_factory.mktemp("demo") / "nemcon.db")
        for line in (
            "init",
            IMPORT,
            *(f"run examples/{one}.nemcon" for one in ("resolutions", "first-day", "the-rest")),
        ):
            terminal.types(line)
        return exported(terminal)


@pytest.fixture(scope="session")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export with everything in it: two log keys, one after the other, a witness, and staff that sign."""
    folder = tmp_path_factory.mktemp("signed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEMCON_BY", "anna")
        patch.chdir(PROGRAM.parents[1])
        terminal = Terminal(folder / "nemcon.db")
        terminal.types("init")
        terminal.types(IMPORT)
        patch.chdir(folder)
        write_key(Path("log.key"), LOG)
        write_key(Path("next.key"), NEXT)
        write_key(Path("witness.key"), WITNESS)
        Path("quorum.txt").write_text(f"witness vienna {KEYS[1]}\nquorum vienna\n")
        ssh_key(Path("anna"))
        for line in (
            "--key log.key key adopt",
            "--key log.key staff admit anna --key anna.pub",
            "--key log.key --sign anna meeting open --at 2020-09-08T10:00",
            "checkpoint export -o shown.txt",
            f"checkpoint witness shown.txt --key witness.key --log {KEYS[0]} --state seen.txt --first -o seen-by.txt",
            "checkpoint add seen-by.txt --quorum quorum.txt",
            "--key log.key --sign anna key rotate --to next.key",
            "--key next.key --sign anna agenda adopt --at 10:30",
            "--key next.key --sign anna staff withdraw anna",
            "--key next.key item take-up 2 --at 10:31",
        ):
            terminal.types(line)
        return exported(terminal)


def ssh_key(file: Path) -> None:
    key = Ed25519PrivateKey.from_private_bytes(b"A" * 32)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
    file.write_bytes(private)
    file.chmod(0o600)
    file.with_suffix(".pub").write_bytes(key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH))


def exported(terminal: Terminal) -> Path:
    file = terminal.db.with_name("record.jsonl")
    terminal.types(f"log export -o {file}")
    return file


def program(file: Path, *keys: str) -> subprocess.CompletedProcess[str]:
    """What the program answers as a stranger runs it: away from the project, with nothing but the file."""
    return subprocess.run(  # noqa: S603 - our own program, on files of our own
        [sys.executable, "-I", PROGRAM, file, *keys], capture_output=True, text=True, check=False, cwd=file.parent
    )


def test_the_export_of_the_demo_verifies(demo: Path) -> None:
    done = program(demo)
    count = len(demo.read_text(encoding="utf-8").splitlines())
    assert (done.stdout, done.returncode) == (f"{count} entries verify, 0 signed, 0 witnessed.\n", 0)


def test_everything_that_is_signed_is_verified(signed: Path) -> None:
    assert program(signed, *KEYS).stdout == "20 entries verify, 20 signed, 16 witnessed.\n"


def test_a_key_that_was_not_given_verifies_nothing(signed: Path) -> None:
    done = program(signed, KEYS[0])
    assert done.returncode == 1
    assert "a signature of vienna.example with a key that was not given" in done.stderr
    assert "another log key than the one given" in program(signed, *KEYS[1:], str(STRANGER.verifier)).stderr


def test_after_a_rotation_the_log_is_known_by_its_first_key_and_by_a_later_one(signed: Path) -> None:
    for key in (LOG, NEXT):
        assert program(signed, str(key.verifier), KEYS[1]).stdout == "20 entries verify, 20 signed, 16 witnessed.\n"


def resigned(file: Path, size: int, key: Signer | None) -> bytes:
    """An export in which the checkpoint of some size is signed by another key, or not at all."""
    lines = file.read_bytes().splitlines(keepends=True)
    told = json.loads(lines[size - 1])
    note = Checkpoint(LOG.name, size, b64decode(told["checkpoint"]["root"]))
    told["checkpoint"]["note"] = str(note.signed(key)) if key is not None else None
    lines[size - 1] = f"{json.dumps(told, ensure_ascii=False)}\n".encode()
    return b"".join(lines)


def test_after_a_rotation_the_key_before_signs_nothing(signed: Path) -> None:
    assert resigned(signed, 18, NEXT) == signed.read_bytes()
    assert not refused(signed, resigned(signed, 18, None))
    for size, key in ((17, NEXT), (18, LOG), (20, LOG), (20, STRANGER)):
        assert refused(signed, resigned(signed, size, key))


def test_a_key_that_enters_the_log_signs_the_checkpoint_over_it(signed: Path) -> None:
    for size in (13, 17):
        assert refused(signed, resigned(signed, size, None))


def test_an_export_without_its_signed_checkpoints_is_refused_by_name(demo: Path, signed: Path) -> None:
    assert "nothing is signed by the log" in program(demo, KEYS[0]).stderr
    lines = [json.loads(line) for line in signed.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        line.pop("cosigned", None)
        line.get("checkpoint", {})["note"] = None
    data = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines).encode()
    assert "a new log key, and nothing is signed" in program(changed(signed, data), KEYS[0]).stderr
    for line in lines:
        line.pop("checkpoint", None)
    data = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines).encode()
    for keys in ([], KEYS):
        assert "nothing is signed by the log" in program(changed(signed, data), *keys).stderr


def changed(file: Path, data: bytes) -> Path:
    other = file.with_name("changed.jsonl")
    other.write_bytes(data)
    return other


def refused(file: Path, data: bytes) -> bool:
    try:
        verify(changed(file, data), KEYS)
    except SystemExit as end:
        return str(end.code).startswith("The export does not verify")
    return False


def test_it_fails_after_any_change_of_one_byte(demo: Path, signed: Path) -> None:
    chosen = random.Random(4)  # noqa: S311 - the same places each time
    for file, tries in ((demo, 300), (signed, 700)):
        whole = file.read_bytes()
        for at in chosen.sample(range(len(whole)), tries):
            data = bytearray(whole)
            data[at] ^= 1 << chosen.randrange(8)
            assert refused(file, bytes(data)), f"byte {at} of {file.parent.name}: {bytes(data[at - 30 : at + 30])!r}"


def test_every_byte_of_what_stands_beside_an_entry_counts(signed: Path) -> None:
    whole = signed.read_bytes()
    lines = whole.splitlines(keepends=True)
    start = sum(map(len, lines[:15]))
    beside = start + lines[15].index(b'", "signature"')
    for at in range(beside, start + len(lines[15])):
        data = bytearray(whole)
        data[at] ^= 1
        assert refused(signed, bytes(data)), f"byte {at}: {bytes(data[at - 30 : at + 30])!r}"


def test_it_fails_without_a_line_and_with_one_twice_and_with_two_exchanged(demo: Path, signed: Path) -> None:
    for file in (demo, signed):
        lines = file.read_bytes().splitlines(keepends=True)
        for at in range(len(lines)):
            assert refused(file, b"".join(lines[:at] + lines[at + 1 :]))
            assert refused(file, b"".join(lines[:at]))
            assert refused(file, b"".join([*lines[: at + 1], *lines[at:]]))
        assert refused(file, b"".join([*lines[:5], lines[6], lines[5], *lines[7:]]))
        assert refused(file, b"".join(lines)[:-1])
        assert refused(file, b"")


def test_a_private_key_that_is_given_by_mistake_is_not_echoed(signed: Path) -> None:
    for key in (LOG.skey, Signer("record", KeyType.LOG, b"L" * 32).skey):
        done = program(signed, key)
        assert (done.returncode, done.stderr.startswith("The export does not verify, at entry 0")) == (1, True)
        assert key.rpartition("+")[2] not in done.stderr
