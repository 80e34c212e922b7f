"""Signed notes: the example of golang.org/x/mod/sumdb/note (BSD-3-Clause), and what is refused."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.record.keyfile import read_key, write_key
from domain.record.notes import BadNote, KeyType, Note, Signature, Signer, Verifier, sign_note

SKEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
PETER = (
    "\N{EM DASH} PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
)
ENOCH = (
    "\N{EM DASH} EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ="
)
SIGNED = f"{TEXT}\n{PETER}\n{ENOCH}\n"


def test_the_published_key_signs_as_published() -> None:
    assert str(sign_note(TEXT, Signer.of(SKEY))) == f"{TEXT}\n{PETER}\n"
    assert Signer.of(SKEY).skey == SKEY
    assert str(Signer.of(SKEY).verifier) == VKEY


def test_a_published_note_is_read_with_one_of_its_two_keys() -> None:
    note = Note.of(SIGNED.encode())
    note.must_be_signed(Verifier.of(VKEY))
    note.must_be_signed(Verifier.of("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"))
    assert bytes(note) == SIGNED.encode()


@pytest.mark.parametrize(("whole", "read"), [(VKEY, Verifier.of), (SKEY, Signer.of)])
def test_no_part_of_a_key_is_a_key(whole: str, read: Callable[[str], object]) -> None:
    parts = {whole[i:j] for i in range(len(whole)) for j in range(i + 1, len(whole) + 1)} - {whole}
    other = {f"{whole[:at]}{chr(ord(sign) + 1)}{whole[at + 1 :]}" for at, sign in enumerate(whole)}
    for broken in parts | other:
        with pytest.raises(BadNote):
            read(broken)


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (TEXT, "no signed note"),
        (f"{TEXT}\n", "no signed note"),
        (SIGNED[:-1], "no signed note"),
        (f"\x01{SIGNED}", "control character"),
        (SIGNED.replace("\n", "\r\n"), "mail or Windows writes them"),
        (SIGNED.replace(PETER, PETER.replace("Peter", "Peter ")), "malformed base64"),
        (SIGNED.replace(PETER, PETER.replace("Peter", "Peter+")), "cannot be the name of a key"),
        (SIGNED.replace("\N{EM DASH} E", "-- E"), "a line among its signatures that is none"),
        (f"{SIGNED}Unexpected line.\n", "a line among its signatures that is none"),
        (f"{SIGNED}{PETER}\n", "two signatures by one key of PeterNeumann"),
        (SIGNED.replace("x08go/", "x08go_"), "malformed base64"),
        (SIGNED.replace("JnAM=", "JnAN="), "malformed base64"),
        (SIGNED.replace("JnAM=", "JnAM"), "malformed base64"),
        (f"{TEXT}\n\N{EM DASH} PeterNeumann x08gow==\n", "is cut off"),
        (f"{TEXT}\n\N{EM DASH} PeterNeumann\n", "malformed base64"),
        (f"{TEXT}\n" + f"{PETER}\n" * 101, "more than 100 signatures"),
        ("x" * 1_000_001, "larger than a million bytes"),
    ],
)
def test_a_malformed_note_is_refused_by_name(broken: str, said: str) -> None:
    with pytest.raises(BadNote, match=said):
        Note.of(broken.encode())


def test_a_note_that_is_not_utf_8_is_refused() -> None:
    with pytest.raises(BadNote, match="UTF-8"):
        Note.of(b"\xff" + SIGNED.encode())


@given(st.integers(0, len(TEXT.encode()) - 1), st.integers(1, 255))
def test_a_note_with_one_byte_changed_is_refused(at: int, by: int) -> None:
    data = bytearray(SIGNED.encode())
    data[at] ^= by
    with pytest.raises(BadNote):
        Note.of(bytes(data)).must_be_signed(Verifier.of(VKEY))


@given(st.binary(max_size=200))
def test_whatever_is_read_is_a_note_or_refused(data: bytes) -> None:
    with suppress(BadNote):
        assert bytes(Note.of(data)) == data


def test_a_note_that_the_key_has_not_signed_is_refused() -> None:
    with pytest.raises(BadNote, match="not signed by the key other"):
        Note.of(SIGNED.encode()).must_be_signed(Signer.new("other", KeyType.LOG).verifier)
    with pytest.raises(BadNote, match="PeterNeumann has a log key; a witness key is needed"):
        Verifier.of(VKEY).must_be(KeyType.WITNESS)


def test_a_key_of_the_same_name_and_id_does_not_verify_what_it_has_not_signed() -> None:
    note = Note.of(SIGNED.encode())
    wrong = Note(note.text, (Signature("PeterNeumann", Verifier.of(VKEY).id, bytes(64)),))
    with pytest.raises(BadNote, match="is not over this text"):
        wrong.must_be_signed(Verifier.of(VKEY))
    assert not Verifier("odd", KeyType.LOG, b"\xff" * 32).accepts(b"", bytes(64))


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==", "malformed base64"),
        (
            "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            r"a type that is not known here \(0x65\)",
        ),
        ("PeterNeumann+173116ae+ARpc", "not of 32 bytes"),
        (VKEY.replace("c74f", "c74e"), "does not fit its own id"),
        ("", "That is no public key"),
        ("+173116ae+ARpc", "cannot be the name of a key"),
    ],
)
def test_a_malformed_key_is_refused_by_name(key: str, said: str) -> None:
    with pytest.raises(BadNote, match=said):
        Verifier.of(key)


def test_a_public_key_is_no_private_one() -> None:
    with pytest.raises(BadNote, match="no private key"):
        Signer.of(VKEY)
    with pytest.raises(BadNote, match="does not fit its own id"):
        Signer.of(SKEY.replace("c74f", "c74e"))


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\N{NO-BREAK SPACE}b", "a\nb", "a\x01b"])
def test_a_key_has_a_name_without_spaces_and_plus(name: str) -> None:
    with pytest.raises(BadNote, match="cannot be the name of a key"):
        Signer.new(name, KeyType.LOG)


def test_a_witness_key_signs_no_note_and_no_half_a_text_is_signed() -> None:
    with pytest.raises(BadNote, match="a log key is needed"):
        sign_note(TEXT, Signer.new("w", KeyType.WITNESS))
    with pytest.raises(BadNote, match="ends with a newline"):
        sign_note("half", Signer.new("w", KeyType.LOG))


def test_a_private_key_is_never_printed() -> None:
    signer = Signer.of(SKEY)
    assert "seed" not in repr(signer)
    assert SKEY[-20:] not in f"{signer} {signer!r}"


def test_a_key_file_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    path, signer = tmp_path / "log.key", Signer.new("example.org/record", KeyType.LOG)
    write_key(path, signer)
    assert path.stat().st_mode & 0o777 == 0o600
    assert read_key(path, KeyType.LOG) == signer
    with pytest.raises(BadNote, match="never overwritten"):
        write_key(path, signer)
    with pytest.raises(BadNote, match="a witness key is needed"):
        read_key(path, KeyType.WITNESS)


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such modes")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o644])
def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "log.key"
    write_key(path, Signer.of(SKEY))
    path.chmod(mode)
    with pytest.raises(BadNote, match="can be read by others") as refusal:
        read_key(path, KeyType.LOG)
    assert SKEY[-20:] not in str(refusal.value)


def test_a_published_witness_key_is_read() -> None:
    vkey = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"  # of transparency-dev/formats
    assert str(Verifier.of(vkey).must_be(KeyType.WITNESS)) == vkey
