"""The page on the format says what is so: its examples verify, by the program and by the recipe with OpenSSL."""

import hashlib
import re
import shutil
import subprocess
from base64 import b64encode
from pathlib import Path

import pytest

from domain.record.checkpoint import cosignatures, read_checkpoint
from domain.record.merkle import leaf_hash, leaf_text
from domain.record.notes import Note, Verifier
from domain.record.quorum import Quorum
from tests.cli.terminal import Terminal

AUDIT = (Path(__file__).parents[2] / "docs" / "how-to" / "audit-a-record.md").read_text(encoding="utf-8")
PAGE = (Path(__file__).parents[2] / "docs" / "record-format.md").read_text(encoding="utf-8")
STATE, *_ = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
LEAF, CHECKPOINT, KEYS, QUORUM, *_ = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
LOG, WITNESS = map(Verifier.of, KEYS.splitlines())
RECIPE = next(one for one in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) if "openssl" in one)


def test_the_leaf_of_the_example_is_that_of_its_row() -> None:
    state = STATE.replace("\n", "").encode()
    text = leaf_text("b659c4b4-cda4-5cb4-a475-16fe2efac3c8", 8, "ItemConcluded", state)
    assert text.decode() == LEAF
    assert hashlib.sha256(state).hexdigest() in LEAF
    assert b64encode(leaf_hash(text)).decode() in PAGE


def test_the_checkpoint_of_the_example_is_signed_and_cosigned() -> None:
    assert read_checkpoint(CHECKPOINT.encode(), LOG).size == 16
    (seen,) = cosignatures(Note.of(CHECKPOINT.encode()), [WITNESS])
    assert f"{seen.at:%Y-%m-%d %H:%M}" == "2020-09-17 12:30"


def test_the_quorum_file_of_the_example_is_one() -> None:
    quorum = Quorum.of(QUORUM)
    assert (quorum.logs, quorum.met([WITNESS]), quorum.met([])) == ((LOG,), True, False)


@pytest.mark.skipif(not shutil.which("openssl"), reason="there is no openssl here")
@pytest.mark.parametrize(
    ("size", "said"), [("16", "Signature Verified Successfully"), ("17", "Signature Verification Failure")]
)
def test_stock_openssl_verifies_a_checkpoint_by_the_recipe(size: str, said: str, tmp_path: Path) -> None:
    text = CHECKPOINT.replace("\n16\n", f"\n{size}\n")
    assert said in by_the_recipe(text, str(LOG), tmp_path)
    assert said in by_the_recipe(f"old 12\n{b64encode(b'x' * 32).decode()}\n\n{text}", str(LOG), tmp_path)


@pytest.mark.skipif(not shutil.which("openssl"), reason="there is no openssl here")
@pytest.mark.parametrize("more", ["", " --from 1"])
def test_stock_openssl_verifies_the_file_that_an_auditor_keeps(more: str, tmp_path: Path) -> None:
    (asked,) = re.findall(r"nemcon --db audit.db (checkpoint export -o \S+)\n", AUDIT)
    record = Terminal(tmp_path / "audit.db")
    record.types("init")
    key, kept = tmp_path / "record.key", tmp_path / asked.split()[-1]
    vkey = record.types(f"key new example.org/record -o {key}").strip()
    record.types(f"--key {key} key adopt --by anna")
    record.types(f"--key {key} body add G Group --zone Europe/Vienna --by anna")
    record.types(asked.replace(kept.name, str(kept)) + more)
    assert "Signature Verified Successfully" in by_the_recipe(kept.read_text(encoding="utf-8"), vkey, tmp_path)


def by_the_recipe(checkpoint: str, vkey: str, folder: Path) -> str:
    """What the recipe of the page answers about a file."""
    (folder / "checkpoint.txt").write_text(checkpoint, encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - the recipe of our own page
        ["/bin/sh", "-c", f"LOG='{vkey}'\n{RECIPE}"], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr
