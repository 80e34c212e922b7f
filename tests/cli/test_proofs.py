"""An auditor's case: witnesses keep a checkpoint, and a stranger checks an entry."""

from pathlib import Path

import pytest

from domain.record.keyfile import write_key
from domain.record.notes import KeyType, Signer
from tests.cli.terminal import Terminal

LOG = Signer("example.org/record", KeyType.LOG, b"L" * 32)
KEY = LOG.verifier
SEEN = "(1 September 2020, 12:00 UTC)"
WITNESSES = [Signer(f"{name}.example", KeyType.WITNESS, name.encode().ljust(32)) for name in ("vienna", "geneva")]


@pytest.fixture
def office(read: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """The founding agenda is in the record (entries 1 to 12), and the log has a key (entry 13).

    In the folder: log.key, vienna.key and geneva.key, and a quorum file of both witnesses.
    """
    monkeypatch.chdir(tmp_path)
    for signer in (LOG, *WITNESSES):
        write_key(tmp_path / f"{signer.name.partition('.')[0].replace('example', 'log')}.key", signer)
    names = "".join(f"witness {one.name.partition('.')[0]} {one.verifier}\n" for one in WITNESSES)
    (tmp_path / "quorum.txt").write_text(f"log {LOG.verifier}\n{names}group both all vienna geneva\nquorum both\n")
    monkeypatch.setenv("NEMCON_KEY", "log.key")
    monkeypatch.setenv("NEMCON_QUORUM", "quorum.txt")
    read.types("key adopt")
    return read


def witnessed(office: Terminal, *names: str, first: bool = True) -> str:
    """What the secretariat is told once these witnesses have cosigned."""
    told = ""
    office.types("checkpoint export -o shown.txt")
    for name in names:
        also = " --first" if first else ""
        office.types(
            f"checkpoint witness shown.txt --key {name}.key --log {KEY} --state {name}.seen -o {name}.txt{also}"
        )
        told = office.last(f"checkpoint add {name}.txt")
    return told


def test_a_record_is_witnessed_by_one_after_the_other(office: Terminal) -> None:
    assert witnessed(office, "vienna") == (
        "The checkpoint of 13 entries is cosigned by vienna (1 September 2020, 12:00 UTC); "
        "the quorum (2 of vienna, geneva) is not met yet."
    )
    assert witnessed(office, "geneva").endswith("the quorum (2 of vienna, geneva) is met.")
    office.types("meeting open --at 2020-09-08T10:00")
    assert office.types("checkpoint export").startswith("old 13\n")


def test_a_witness_sees_the_record_grow(office: Terminal) -> None:
    witnessed(office, "vienna", "geneva")
    office.types("meeting open --at 2020-09-08T10:00")
    assert "The checkpoint of 15 entries is cosigned" in witnessed(office, "vienna", first=False)
    office.types("checkpoint export --from 13 -o again.txt")
    office.refused(
        f"checkpoint witness again.txt --key vienna.key --log {KEY} --state vienna.seen",
        "The proof begins at 13 entries, and this witness saw 15 last.",
        "nemcon checkpoint export --from 15",
    )


def test_a_stranger_checks_an_entry_without_the_record(office: Terminal) -> None:
    witnessed(office, "vienna", "geneva")
    office.types("prove 5 -o entry-5.tlog-proof")
    office.db.unlink()
    told = office.types("check-proof entry-5.tlog-proof").splitlines()
    assert told[0] == "Entry 5 is in the record example.org/record of 13 entries."
    assert told[2:4] == [
        "The checkpoint is signed by the key of example.org/record.",
        f"Witnesses: vienna {SEEN}, geneva {SEEN}. The quorum is 2 of vienna, geneva.",
    ]
    assert told[4].startswith('It reads: {"entry":{"number":5,')


def test_without_a_key_it_is_said_that_nobody_was_asked(office: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEMCON_QUORUM")
    Path("entry.tlog-proof").write_text(office.enter(["prove", "5"]).stdout)
    assert "Who signed the checkpoint was not checked: give the key of the log by --key." in office.types(
        "check-proof entry.tlog-proof"
    )
    assert "is signed by the key of example.org/record." in office.types(f"check-proof entry.tlog-proof --key {KEY}")
    office.refused(f"check-proof entry.tlog-proof --key {WITNESSES[0].verifier}", "another log")
    office.refused("checkpoint add entry.tlog-proof", "Whose cosignatures count is not known.", "NEMCON_QUORUM")


def test_too_few_witnesses_are_too_few(office: Terminal) -> None:
    witnessed(office, "vienna")
    office.types("prove 5 -o entry.tlog-proof")
    office.refused("check-proof entry.tlog-proof", "Too few witnesses have cosigned: vienna (1 September 2020")


def test_a_changed_proof_is_refused(office: Terminal) -> None:
    witnessed(office, "vienna", "geneva")
    office.types("prove 5 -o entry.tlog-proof")
    whole = Path("entry.tlog-proof").read_bytes()
    for at in range(0, len(whole), 7):
        changed = bytearray(whole)
        changed[at] ^= 1
        Path("changed.tlog-proof").write_bytes(changed)
        office.refused("check-proof changed.tlog-proof")


def test_a_restricted_act_is_proven_without_what_it_says(office: Terminal) -> None:
    office.types("meeting open --at 2020-09-08T10:00 --restricted")
    witnessed(office, "vienna", "geneva")
    told = office.types("prove 14 -o entry.tlog-proof")
    assert told == "Entry 14 is under the checkpoint of 15 entries. Its text is restricted and left out.\n"
    assert "How it reads is left out; its hash is in the proof." in office.types("check-proof entry.tlog-proof")


def test_a_sealed_value_is_in_no_proof(office: Terminal) -> None:
    office.types("officer elect 'Chair=Ms. Ana Lopez (Peru)' --at 2020-09-08 --restricted")
    for entry in range(1, office.entries() + 1):
        assert "Lopez" not in office.types(f"prove {entry} --restricted")


def test_a_file_that_is_far_too_large_is_none_of_ours(office: Terminal) -> None:
    Path("large").write_bytes(bytes(2_000_001))
    office.refused("check-proof large", "large is larger than 2 MB.")


def test_a_record_with_fewer_entries_than_a_witness_saw_says_what_that_may_mean(office: Terminal) -> None:
    office.refused("checkpoint export --from 60", "This record has only 13 entries.", "an older copy, or was cut.")


def test_a_proof_that_went_through_mail_says_so(office: Terminal, tmp_path: Path) -> None:
    office.types("prove 1 -o proof")
    (tmp_path / "proof").write_bytes((tmp_path / "proof").read_bytes().replace(b"\n", b"\r\n"))
    office.refused("check-proof proof", "The lines of the file end as mail or Windows writes them", "tr -d")


def test_a_file_that_is_not_there_is_not_put_down_to_the_disk(office: Terminal) -> None:
    told = office.refused("--seen none.txt body add G Group", "none.txt: No such file or directory.", "Check the name")
    assert "disk" not in told
