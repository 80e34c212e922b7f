"""The key of the log: made, adopted, rotated; and what it signs."""

import os
import stat
from pathlib import Path

import pytest

from domain.record.keyfile import read_key
from domain.record.notes import KeyType, Verifier
from tests.cli.terminal import Terminal

SSH = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZWQyNTUx"


@pytest.fixture
def log(empty: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """An empty record, and a folder with one log key, `record.key`."""
    monkeypatch.chdir(tmp_path)
    empty.types("key new example.org/record -o record.key")
    return empty


def test_a_new_key_is_for_its_owner_alone_and_only_its_public_half_is_shown(log: Terminal, tmp_path: Path) -> None:
    told = log.types("key new example.org/other -o other.key")
    file = tmp_path / "other.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    signer = read_key(file, KeyType.LOG)
    assert told == f"{signer.verifier}\n"
    assert "PRIVATE" not in told
    assert Verifier.of(log.types("key new w.org -o w.key --witness").strip()).type is KeyType.WITNESS


def test_a_key_is_adopted_once_and_another_takes_its_place_with_both_at_hand(log: Terminal) -> None:
    log.types("key new example.org/record -o second.key")
    assert "The record has no log key yet." in log.types("key list")
    assert "was adopted." in log.types("--key record.key key adopt")
    log.refused("--key second.key key adopt", "The record has the log key example.org/record+")
    assert "both signing." in log.types("--key record.key key rotate --to second.key")
    log.refused("--key record.key body add G Group --at 2000-01-01", "The log key at hand", "is not the one in use")
    log.types("--key second.key body add G Group --at 2000-01-01")
    listed = log.types("key list").split()
    assert [one.partition("+")[0] for one in listed] == ["example.org/record"] * 2
    assert log.types("key list --known-at 1").split() == listed[:1]
    assert listed[1] in log.types("key list --json")


def test_what_cannot_be_done_with_a_log_key(log: Terminal, tmp_path: Path) -> None:
    before = (tmp_path / "record.key").read_bytes()
    log.refused("key new example.org/record -o record.key", "record.key is there already; a key is never overwritten.")
    assert (tmp_path / "record.key").read_bytes() == before
    log.refused("key new 'a b' -o x.key", "'a b' cannot be the name of a key.")
    log.refused("key adopt", "No log key is at hand.")
    log.refused("--key nowhere key adopt", "nowhere: No such file or directory.")
    log.types("key new w.org -o w.key --witness")
    log.refused("--key w.key key adopt", "a witness key; a log key is needed here.")
    log.refused("--key record.key key rotate --to record.key", "record.key holds the key that is in use.")
    log.types("key new other.org -o other.key")
    log.refused("--key record.key key rotate --to other.key", "The record has no log key yet.")
    log.types("--key record.key key adopt")
    log.refused("--key record.key key rotate --to other.key", "The log is called example.org/record")
    (tmp_path / "record.key").chmod(0o644)
    log.refused("--key record.key body add G Group", "can be read by others")


def test_no_private_key_is_printed_or_kept_anywhere(log: Terminal, tmp_path: Path) -> None:
    log.types("key new example.org/record -o second.key")
    secrets = [(tmp_path / name).read_text().strip().split("+", 4)[4] for name in ("record.key", "second.key")]
    lines = ("--key record.key key adopt", "--key record.key key rotate --to second.key", "key list", "history --json")
    answers = [log.types(line) for line in lines] + log.dump()
    assert not [secret for secret in secrets for answer in answers if secret in answer]
    assert not [name for name in os.environ if any(secret in os.environ[name] for secret in secrets)]


def test_no_private_key_is_echoed_wherever_it_is_put_by_mistake(
    log: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEMCON_DEBUG", "1")
    secret = (tmp_path / "record.key").read_text().strip()
    ssh = f"-----BEGIN OPENSSH PRIVATE KEY-----\n{SSH}\n-----END OPENSSH PRIVATE KEY-----\n"
    (tmp_path / "group").write_text(f"group a {secret}\n")
    (tmp_path / "log").write_text(f"log {secret}\n")
    for words in (
        ["verify", "--quorum", "record.key"],
        ["verify", "--quorum", "group"],
        ["verify", "--quorum", "log"],
        ["verify", "--from", "record.key"],
        ["verify", "--from", secret],
        ["--key", secret, "key", "adopt"],
        ["--sign", ssh, "body", "add", "G", "Group"],
        ["--seen", secret, "body", "add", "G", "Group"],
        ["--seen", "record.key", "body", "add", "G", "Group"],
        ["key", "new", secret, "-o", "other.key"],
        ["key", "new", "other", "-o", secret, secret],
        ["check-proof", "record.key", "--key", secret],
        ["checkpoint", "witness", "log", "--key", "log", "--log", secret, "--state", "seen"],
        ["staff", "admit", "anna", "--key", "record.key"],
        ["staff", "admit", "anna", "--key", secret],
        [secret],
        ["key", secret],
        ["run", "-"],
    ):
        told = log.enter(words, secret)
        assert told.exit_code in {1, 2}, words
        said = "".join(told.output.split())
        assert secret.rpartition("+")[2] not in said, words
        assert SSH not in said, words


def test_where_a_public_key_is_wanted_a_file_or_a_private_key_is_told_apart(log: Terminal, tmp_path: Path) -> None:
    secret = (tmp_path / "record.key").read_text().strip()
    for given, said in (("record.key", "That is no public key: it has the form"), (secret, "That is a private key.")):
        (tmp_path / "quorum.txt").write_text(f"log {given}\nquorum none\n")
        log.refused("verify --quorum quorum.txt", f"Line 1 of the quorum file: {said}", "nemcon key list")


def test_after_a_rotation_the_log_is_known_by_either_key_and_by_no_other(log: Terminal, tmp_path: Path) -> None:
    for name in ("second", "other"):
        log.types(f"key new example.org/record -o {name}.key")
    log.types("--key record.key key adopt")
    log.types("checkpoint export -o before.txt")
    log.types("--key record.key key rotate --to second.key")
    log.types("--key second.key body add G Group --zone Europe/Vienna")
    old, new, other = (
        str(read_key(tmp_path / f"{name}.key", KeyType.LOG).verifier) for name in ("record", "second", "other")
    )
    for known in (old, new):
        (tmp_path / "quorum.txt").write_text(f"log {known}\nquorum none\n")
        assert log.types("verify --quorum quorum.txt").startswith("The record verifies: 3 entries")
    log.refused("verify --quorum quorum.txt --from before.txt", "is not signed by the key", "one more line log")
    (tmp_path / "quorum.txt").write_text(f"log {other}\nquorum none\n")
    told = log.enter(["verify", "--quorum", "quorum.txt"])
    assert (told.exit_code, "another key than the one you know the log by" in told.output) == (3, True)


def test_a_witness_goes_on_after_a_rotation_with_both_keys_of_the_log(log: Terminal, tmp_path: Path) -> None:
    log.types("key new example.org/record -o second.key")
    log.types("key new --witness vienna.example -o witness.key")
    old, new = (str(read_key(tmp_path / name, KeyType.LOG).verifier) for name in ("record.key", "second.key"))
    witness = "checkpoint witness shown.txt --key witness.key --state seen.txt -o seen-by.txt"
    log.types("--key record.key key adopt")
    log.types("checkpoint export -o shown.txt")
    log.types(f"{witness} --log {old} --first")
    log.types("--key record.key key rotate --to second.key")
    log.types("--key second.key body add G Group --zone Europe/Vienna")
    log.types("checkpoint export --from 1 -o shown.txt")
    for one in (old, new):
        log.refused(f"{witness} --log {one}", "is not signed by the key", "--log or --key once more")
    log.types(f"{witness} --log {new} --log {old}")
    log.types("prove 1 -o proof")
    log.refused(f"check-proof proof --key {old}", "is not signed by the key", "--log or --key once more")
    assert "is signed by the key of example.org/record" in log.types(f"check-proof proof --key {old} --key {new}")
