"""Signatures of OpenSSH: made here and read there, made there and read here, and all that is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.record.signer import Signer, signer
from domain.record.ssh import blob_of, string
from domain.record.sshsig import NAMESPACE, BadSignature, armoured, check, enveloped, read, unarmoured
from tests.record.ssh import KEYGEN, keygen, made

TEXT = b"nemcon/v1\nb659c4b4-cda4-5cb4-a475-16fe2efac3c8\n8\nItemConcluded\n00\n"

# The example of PROTOCOL.sshsig, section 1: made in the namespace "foo", by a key of its own.
FOREIGN = """\
-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgJKxoLBJBivUPNTUJUSslQTt2hD
jozKvHarKeN8uYFqgAAAADZm9vAAAAAAAAAFMAAAALc3NoLWVkMjU1MTkAAABAKNC4IEbt
Tq0Fb56xhtuE1/lK9H9RZJfON4o6hE9R4ZGFX98gy0+fFJ/1d2/RxnZky0Y7GojwrZkrHT
FgCqVWAQ==
-----END SSH SIGNATURE-----
"""


@pytest.fixture
def anna(tmp_path: Path) -> Signer:
    """A key of anna's, as OpenSSH makes it."""
    return signer(made(tmp_path / "anna"))


def test_a_signature_names_its_key_and_stands_for_its_text_alone(anna: Signer) -> None:
    signature = anna.signature(TEXT)
    assert check(signature, TEXT) == blob_of(anna.key)
    with pytest.raises(BadSignature, match="not a signature of this text"):
        check(signature, TEXT + b"\n")


@KEYGEN
def test_stock_openssh_verifies_what_is_signed_here(anna: Signer, tmp_path: Path) -> None:
    (tmp_path / "act.sig").write_text(armoured(anna.signature(TEXT)))
    (tmp_path / "allowed").write_text(f'anna namespaces="{NAMESPACE}" {anna.key}\n')
    verify = ["-Y", "verify", "-f", tmp_path / "allowed", "-I", "anna", "-n", NAMESPACE, "-s", tmp_path / "act.sig"]
    assert keygen(*verify, given=TEXT).returncode == 0
    assert keygen(*verify, given=TEXT + b"x").returncode != 0


@KEYGEN
def test_what_stock_openssh_signs_is_the_same_signature_in_another_armour(anna: Signer, tmp_path: Path) -> None:
    theirs = keygen("-Y", "sign", "-f", tmp_path / "anna", "-n", NAMESPACE, given=TEXT).stdout.decode()
    assert unarmoured(theirs) == anna.signature(TEXT)  # Ed25519 signs the same text in one way
    narrow = theirs.replace("\n", "\r\n").replace("U1NIU0lH", "U1NI\nU0lH")
    assert unarmoured(narrow) == unarmoured(theirs)


@KEYGEN
@pytest.mark.parametrize(
    ("how", "said"),
    [
        (("-n", "file"), "it was made in the namespace 'file'"),
        (("-n", NAMESPACE, "-O", "hashalg=sha256"), "it was made with the hash 'sha256'"),
    ],
)
def test_a_signature_for_another_purpose_is_refused(
    anna: Signer, tmp_path: Path, how: tuple[str, ...], said: str
) -> None:
    del anna
    theirs = keygen("-Y", "sign", "-f", tmp_path / "anna", *how, given=TEXT).stdout.decode()
    with pytest.raises(BadSignature, match=said):
        check(unarmoured(theirs), TEXT)


@KEYGEN
def test_a_signature_by_a_key_of_another_type_is_refused_by_its_name(tmp_path: Path) -> None:
    made(tmp_path / "old", "rsa")
    theirs = keygen("-Y", "sign", "-f", tmp_path / "old", "-n", NAMESPACE, given=TEXT).stdout.decode()
    with pytest.raises(BadSignature, match="of the type ssh-rsa"):
        check(unarmoured(theirs), TEXT)


def test_the_example_of_the_protocol_is_read_and_is_of_another_namespace() -> None:
    with pytest.raises(BadSignature, match="namespace 'foo', not 'nemcon-act'"):
        read(unarmoured(FOREIGN))


@pytest.mark.parametrize(
    "armour",
    ["", "text", FOREIGN.replace("BEGIN", "START"), FOREIGN[:-3], FOREIGN.replace("U1NI", "U1N!"), FOREIGN[:40]],
    ids=["nothing", "no armour", "another beginning", "no end", "no base64", "cut off"],
)
def test_what_is_in_no_armour_is_refused(armour: str) -> None:
    with pytest.raises(BadSignature, match="armour"):
        unarmoured(armour)


def test_no_byte_of_a_signature_can_be_changed_lost_or_added(anna: Signer) -> None:
    good = anna.signature(TEXT)
    for place in range(len(good)):
        for bad in (good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :], good[:place]):
            with pytest.raises(BadSignature):
                check(bad, TEXT)
    with pytest.raises(BadSignature, match="bytes follow the end"):
        check(good + b"\0", TEXT)


def test_a_signature_of_another_length_is_refused(anna: Signer) -> None:
    with pytest.raises(BadSignature, match="no signature by an Ed25519 key"):
        read(enveloped(blob_of(anna.key), bytes(63)))


@given(st.binary(max_size=300))
def test_whatever_is_no_signature_is_refused_and_nothing_else_happens(noise: bytes) -> None:
    for blob in (noise, b"SSHSIG\0\0\0\1" + noise, b"SSHSIG\0\0\0\1" + string(noise)):
        with pytest.raises(BadSignature):
            check(blob, TEXT)


def test_a_signer_shows_no_private_key(anna: Signer, tmp_path: Path) -> None:
    inside = (tmp_path / "anna").read_text().splitlines()
    assert not [line for line in inside if line in repr(anna)]
    assert "sign=" not in repr(anna)
