"""A witness cosigns only what begins with all it saw before."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.record.checkpoint import Checkpoint, cosignatures
from domain.record.merkle import BadProof, consistency_proof, leaf_hash, root_of
from domain.record.notes import BadNote, KeyType, Note, Signer
from domain.record.proofs import Submission
from domain.record.witness import witness

LOG = Signer("example.org/record", KeyType.LOG, b"L" * 32)
KEY = Signer("witness.example", KeyType.WITNESS, b"W" * 32)
AT = datetime(2026, 1, 5, 9, tzinfo=UTC)
LEAVES = [leaf_hash(bytes([number])) for number in range(12)]


def shown(size: int, old: int = 0, leaves: list[bytes] = LEAVES, log: Signer = LOG) -> Submission:
    note = Checkpoint(log.name, size, root_of(leaves[:size])).signed(log)
    return Submission(old, consistency_proof(leaves[:size], old) if old else (), note)


def see(one: Submission, state: Path, *, first: bool = False) -> Note:
    return witness(one, [LOG.verifier], KEY, state, AT, first=first)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """What a witness keeps that saw five entries."""
    see(shown(5), tmp_path / "seen.txt", first=True)
    return tmp_path / "seen.txt"


def test_a_witness_cosigns_what_goes_on_from_what_it_saw(state: Path) -> None:
    note = see(shown(8, 5), state)
    (seen,) = cosignatures(note, [KEY.verifier])
    assert (seen.at, Checkpoint.of(note.text).size) == (AT, 8)
    assert Note.of(state.read_bytes()) == shown(8, 5).note
    assert not state.with_name("seen.txt.new").exists()


def test_the_same_checkpoint_is_cosigned_again(state: Path) -> None:
    again = see(replace(shown(5, 5), note=see(shown(5, 5), state)), state)
    assert [one.name for one in again.signatures] == [LOG.name, KEY.name]


FORK = [*LEAVES[:4], *(leaf_hash(b"other" + bytes([number])) for number in range(8))]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (shown(8, 5, FORK), "the second does not begin with the first"),
        (replace(shown(8, 5), note=shown(8, 5, FORK).note), "the second does not begin with the first"),
        (shown(5, 5, FORK), "same size have different roots"),
        (shown(4, 4), "This is a rollback: the record had 5 entries and is shown with 4"),
        (shown(8, 3), "begins at 3 entries, and this witness saw 5 last"),
        (shown(8), "begins at 0 entries, and this witness saw 5 last"),
        (replace(shown(8, 5), hashes=()), "shorter than it must be"),
        (replace(shown(8, 5), hashes=shown(8, 5).hashes * 2), "longer than it can be"),
        (shown(8, 5, log=Signer("example.org/other", KeyType.LOG, b"L" * 32)), "a checkpoint of another log"),
        (shown(8, 5, log=Signer("example.org/record", KeyType.LOG, b"X" * 32)), "not signed by the key"),
    ],
)
def test_a_witness_refuses_whatever_else_it_is_shown_and_forgets_nothing(
    one: Submission, said: str, state: Path
) -> None:
    before = state.read_bytes()
    with pytest.raises((BadNote, BadProof), match=said):
        see(one, state)
    assert state.read_bytes() == before
    assert not state.with_name("seen.txt.new").exists()


@pytest.mark.parametrize("one", [shown(8, 5, FORK), shown(5, 5, FORK), shown(4, 4)])
def test_a_witness_that_sees_a_fork_or_a_rollback_is_told_not_to_try_again(one: Submission, state: Path) -> None:
    with pytest.raises((BadNote, BadProof)) as caught:
        see(one, state)
    assert str(getattr(caught.value, "next_step", "")).startswith(
        "Do not cosign and do not try again: tell the other witnesses"
    )


def test_a_witness_that_lost_what_it_saw_cosigns_nothing(tmp_path: Path) -> None:
    with pytest.raises(BadNote, match="what this witness saw last is not known"):
        see(shown(5), tmp_path / "lost.txt")


def test_a_witness_that_has_seen_the_record_does_not_begin_anew(state: Path) -> None:
    with pytest.raises(BadNote, match="is there already"):
        see(shown(8), state, first=True)


def test_a_proof_from_nothing_is_no_proof(tmp_path: Path) -> None:
    with pytest.raises(BadNote, match="a proof from size 0"):
        see(replace(shown(5), hashes=(LEAVES[0],)), tmp_path / "new.txt", first=True)


def test_two_at_once_do_not_forget_what_one_of_them_saw(state: Path) -> None:
    state.with_name("seen.txt.new").touch()
    with pytest.raises(BadNote, match="at work, or was interrupted"):
        see(shown(8, 5), state)


def test_what_the_witness_keeps_is_on_the_disk_before_it_cosigns(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("domain.record.witness.cosign", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        see(shown(8, 5), state)
    assert Note.of(state.read_bytes()) == shown(8, 5).note


def test_a_log_whose_key_was_rotated_is_known_by_either(state: Path) -> None:
    new = Signer(LOG.name, KeyType.LOG, b"N" * 32)
    note = witness(shown(8, 5, log=new), [new.verifier, LOG.verifier], KEY, state, AT)
    assert cosignatures(note, [KEY.verifier])


def test_a_log_key_is_no_witness(state: Path) -> None:
    with pytest.raises(BadNote, match="a witness key is needed here"):
        witness(shown(8, 5), [LOG.verifier], LOG, state, AT)
