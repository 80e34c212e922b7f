"""Checkpoints, cosignatures and the files that carry them."""

import base64
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.record.checkpoint import Checkpoint, Cosignature, cosign, cosignatures, read_checkpoint
from domain.record.merkle import inclusion_path, leaf_hash
from domain.record.notes import BadNote, KeyType, Note, Signature, Signer
from domain.record.proofs import Proof, Submission

LOG = Signer("example.org/record", KeyType.LOG, b"L" * 32)
WITNESS = Signer("witness.example", KeyType.WITNESS, b"W" * 32)
ROOT = leaf_hash(b"")
NOTE = Checkpoint("example.org/record", 27, ROOT).signed(LOG)
AT = datetime(2023, 3, 20, 13, 32, 27, tzinfo=UTC)

# The example of C2SP tlog-checkpoint and tlog-cosignature.
SOFA = """example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
"""


def test_a_published_checkpoint_is_read_and_written_the_same() -> None:
    found = Checkpoint.of(SOFA)
    assert (found.origin, found.size) == ("example.com/behind-the-sofa", 20852163)
    assert str(found) == SOFA


def test_a_signed_checkpoint_is_read_with_the_key_of_its_log() -> None:
    assert read_checkpoint(bytes(NOTE), LOG.verifier) == Checkpoint("example.org/record", 27, ROOT)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SOFA + "extension\n", "extension lines"),
        (SOFA.replace("20852163", "020852163"), "not a number"),
        (SOFA.replace("20852163", "-1"), "not a number"),
        (SOFA.replace("20852163", "+1"), "not a number"),
        (SOFA.replace("20852163", "\N{ARABIC-INDIC DIGIT ONE}"), "not a number"),
        (SOFA.replace("20852163", "1" * 20), "not a number"),
        (SOFA.replace("CsUY", "CsU_"), "malformed base64"),
        (SOFA.replace("CsUY", ""), "not of 32 bytes"),
        (SOFA.replace("example.com", "example .com"), "cannot be the name of a key"),
        (SOFA.replace("20852163\n", "\n"), "no checkpoint"),
        ("\n".join(SOFA.split("\n")[:2]), "no checkpoint"),
        (SOFA[:-1], "no checkpoint"),
    ],
)
def test_what_is_no_checkpoint_is_refused_by_name(text: str, said: str) -> None:
    with pytest.raises(BadNote, match=said):
        Checkpoint.of(text)


def test_an_empty_record_has_a_checkpoint() -> None:
    assert Checkpoint.of(SOFA.replace("20852163", "0")).size == 0


def test_a_checkpoint_of_another_log_is_refused() -> None:
    other = Signer("example.org/other", KeyType.LOG, b"O" * 32)
    with pytest.raises(BadNote, match=r"another log: example\.org/record, not example\.org/other"):
        read_checkpoint(bytes(NOTE), other.verifier)
    with pytest.raises(BadNote, match="a checkpoint of another log"):
        Checkpoint("example.org/record", 27, ROOT).signed(other)


def test_a_witness_says_what_it_saw_and_when() -> None:
    seen = NOTE.with_signatures(cosign(NOTE, WITNESS, AT))
    assert cosignatures(Note.of(bytes(seen)), [WITNESS.verifier]) == (Cosignature(WITNESS.verifier, AT),)
    assert read_checkpoint(bytes(seen), LOG.verifier).size == 27


def test_a_cosignature_is_over_the_message_of_the_specification() -> None:
    data = cosign(NOTE, WITNESS, AT).data
    assert data[:8] == (1679319147).to_bytes(8)
    assert WITNESS.verifier.accepts(f"cosignature/v1\ntime 1679319147\n{NOTE.text}".encode(), data[8:])


def test_who_did_not_cosign_is_not_counted() -> None:
    assert cosignatures(NOTE, [WITNESS.verifier]) == ()


@given(st.integers(0, 71), st.integers(1, 255))
def test_a_changed_cosignature_is_refused(at: int, by: int) -> None:
    data = bytearray(cosign(NOTE, WITNESS, AT).data)
    data[at] ^= by
    changed = NOTE.with_signatures(Signature(WITNESS.name, WITNESS.verifier.id, bytes(data)))
    with pytest.raises(BadNote, match=r"cosignature of witness\.example is not over this checkpoint"):
        cosignatures(changed, [WITNESS.verifier])


def test_a_cosignature_from_beyond_every_calendar_is_refused() -> None:
    seconds = 2**62
    data = seconds.to_bytes(8) + WITNESS.sign(f"cosignature/v1\ntime {seconds}\n{NOTE.text}".encode())
    with pytest.raises(BadNote, match="no calendar"):
        cosignatures(NOTE.with_signatures(Signature(WITNESS.name, WITNESS.verifier.id, data)), [WITNESS.verifier])


def test_a_log_key_is_no_witness_and_a_witness_no_log() -> None:
    with pytest.raises(BadNote, match="a witness key is needed here"):
        cosign(NOTE, LOG, AT)
    with pytest.raises(BadNote, match="a witness key is needed here"):
        cosignatures(NOTE, [LOG.verifier])
    with pytest.raises(BadNote, match="a log key is needed here"):
        read_checkpoint(bytes(NOTE), Signer(LOG.name, KeyType.WITNESS, b"L" * 32).verifier)


@pytest.mark.parametrize("extra", [b"", b"nemcon/v1\n"])
@pytest.mark.parametrize("hashes", [(), (ROOT, leaf_hash(b"2"))])
def test_a_proof_is_read_as_it_was_written(extra: bytes, hashes: tuple[bytes, ...]) -> None:
    proof = Proof(26, hashes, NOTE, extra)
    assert Proof.of(str(proof).encode()) == proof
    assert str(proof).startswith("c2sp.org/tlog-proof@v1\n")


@pytest.mark.parametrize("hashes", [(), (ROOT, leaf_hash(b"2"))])
def test_a_submission_is_read_as_it_was_written(hashes: tuple[bytes, ...]) -> None:
    shown = Submission(12, hashes, NOTE)
    assert Submission.of(str(shown).encode()) == shown
    assert str(shown).startswith("old 12\n")


PROOF = str(Proof(26, (ROOT,), NOTE, b"text"))
HASH = base64.b64encode(ROOT).decode()


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (PROOF.replace("@v1", "@v2"), "no proof"),
        (PROOF.replace("index 26\n", ""), "no index"),
        (PROOF.replace("extra", "index"), "not a number"),
        (PROOF.replace("index 26", "index 026"), "not a number"),
        (PROOF.replace("extra ", "extra _"), "malformed base64"),
        (PROOF.replace(f"{HASH}\n\n", f"{HASH[4:]}\n\n"), "not of 32 bytes"),
        (PROOF.replace(f"{HASH}\n\n", f"{HASH}\n" * 64 + "\n"), "more than 63 hashes"),
        (PROOF.partition("\n\n")[0], "cut off"),
        (PROOF.replace("index 26\n", "index 26\n\n"), "cannot be the name|no checkpoint|no signed note|extension"),
        ("c2sp.org/tlog-proof@v1\n\nx", "no signed note"),
    ],
)
def test_a_broken_proof_is_refused_by_name(broken: str, said: str) -> None:
    with pytest.raises(BadNote, match=said):
        Checkpoint.of(Proof.of(broken.encode()).note.text)


def test_a_proof_that_is_not_text_is_refused() -> None:
    with pytest.raises(BadNote, match="UTF-8"):
        Proof.of(PROOF.encode().replace(b"c2sp", b"\xff"))


def test_what_is_not_for_a_witness_is_refused() -> None:
    with pytest.raises(BadNote, match="nothing for a witness"):
        Submission.of(PROOF.encode())


def test_a_proof_of_one_entry_in_a_million_is_smaller_than_a_kilobyte() -> None:
    signed = Checkpoint("example.org/record", 1_000_000, ROOT).signed(LOG)
    hashes = len(inclusion_path(999_999, 1_000_000)), len(inclusion_path(0, 1_000_000))
    proof = str(Proof(999_999, (ROOT,) * max(hashes), signed))
    assert len(proof.removesuffix(str(signed))) < 1000
