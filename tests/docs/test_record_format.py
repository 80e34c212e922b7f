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
    (tmp_path / "checkpoint.txt").write_text(CHECKPOINT.replace("\n16\n", f"\n{size}\n"), encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - the recipe of our own page
        ["/bin/sh", "-c", f"LOG='{LOG}'\n{RECIPE}"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert said in done.stdout + done.stderr
