"""Entries that recording staff sign, in the transaction that adds them; and the look at them afterwards."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from domain.act import Fact
from domain.keyring import LogKeyAdopted, LogKeyRotated, admit_staff, adopt_log_key, rotate_log_key, withdraw_staff
from domain.record.codec import Codec
from domain.record.database import reading
from domain.record.keyfile import write_key
from domain.record.logkey import LogSigner, log_signer
from domain.record.merkle import leaf_text
from domain.record.notes import BadNote, KeyType, Note, sign_note
from domain.record.notes import Signer as LogKey
from domain.record.request import Answer
from domain.record.rotation import stated
from domain.record.signer import Signer, signer
from domain.record.signing import Signatures
from domain.record.ssh import blob_of
from domain.record.sshsig import check
from domain.record.tables import EVENT, SIGNATURE
from domain.rules import OutOfOrder
from tests.domain.story import Deed, did
from tests.record.book import MEETING, Book, asked, at_work, command, struck
from tests.record.ssh import made

NOW = datetime(2020, 9, 10, 12, tzinfo=UTC)
TODAY = "2020-09-10"


class Office:
    """A record at which anna and boris sign, each with a key of their own."""

    def __init__(self, book: Book, folder: Path) -> None:
        self.book = book
        self.anna, self.boris = (signer(made(folder / name)) for name in ("anna", "boris"))

    def records(self, deed: Deed, by: str = "anna", sign: Signer | None = None, key: str = MEETING) -> Answer:
        """Somebody records a deed, signing with a key."""
        self.book.register.signer = sign
        return self.book.record(asked(deed, key), by=by)

    def admits(self, person: str, one: Signer, by: str = "anna", sign: Signer | None = None) -> Answer:
        """Somebody admits a key."""
        deed = did(admit_staff, TODAY, person=person, key=one.key, since=NOW.date())
        return self.records(deed, by, sign, "record")

    def signatures(self) -> dict[int, bytes]:
        """The signature of each entry that has one."""
        with reading(self.book.engine) as connection:
            return {row.entry: row.signature for row in connection.execute(select(SIGNATURE))}

    def problems(self, **instead: bytes | None) -> list[str]:
        """What is wrong with the signatures; `e5=...` puts another in the place of that of entry 5."""
        kept: dict[int, bytes | None] = dict(self.signatures())
        kept |= {int(name[1:]): signature for name, signature in instead.items()}
        look = Signatures()
        found: list[str] = []
        for entry, text, fact in self.entries():
            found += look.problems(fact, text, kept.get(entry))
        return found

    def entries(self) -> list[tuple[int, bytes, Fact]]:
        """Every entry with its leaf text and its fact."""
        with reading(self.book.engine) as connection:
            rows = connection.execute(select(EVENT).order_by(EVENT.c.entry)).all()
        return [
            (
                row.entry,
                leaf_text(row.originator_id, row.originator_version, row.topic, row.state),
                Codec().decode(row.topic, row.state),
            )
            for row in rows
        ]


@pytest.fixture
def office(book: Book, tmp_path: Path) -> Office:
    """A record of seven entries, and two keys that nobody admitted yet."""
    return Office(book, tmp_path)


def test_an_act_is_signed_over_its_leaf_text_by_whoever_recorded_it(office: Office) -> None:
    office.admits("anna", office.anna)
    (fact,) = office.admits("boris", office.boris, sign=office.anna).facts
    texts = {entry: text for entry, text, _ in office.entries()}
    assert check(office.signatures()[fact.entry.number], texts[fact.entry.number]) == blob_of(office.anna.key)
    assert office.problems() == []


def test_without_a_key_on_the_ring_nothing_is_signed(office: Office) -> None:
    office.records(did(adopt_log_key, TODAY, key="log+1+A"), key="record")
    assert office.signatures() == {}
    assert office.problems() == []


def test_an_act_of_somebody_with_a_key_is_refused_unsigned_or_signed_by_another(office: Office) -> None:
    office.admits("anna", office.anna)
    before = office.book.dump()
    for by, sign, said in (
        ("anna", None, "anna signs what is recorded, and this is not signed."),
        ("anna", office.boris, "is not admitted for anna today."),
        ("boris", office.anna, "is not admitted for boris today."),
        ("boris", office.boris, "is not admitted for boris today."),
    ):
        with pytest.raises(OutOfOrder, match=said):
            office.records(did(adopt_log_key, TODAY, key="log+1+A"), by, sign, "record")
    assert office.book.dump() == before


def test_a_key_is_judged_by_the_ring_as_it_stood_then(office: Office) -> None:
    office.admits("anna", office.anna)
    office.admits("boris", office.boris, sign=office.anna)
    office.records(did(withdraw_staff, TODAY, person="anna", key=office.anna.key), sign=office.anna, key="record")
    with pytest.raises(OutOfOrder, match="is not admitted for anna today"):
        office.records(did(adopt_log_key, TODAY, key="log+1+A"), sign=office.anna, key="record")
    office.records(did(adopt_log_key, TODAY, key="log+1+A"), key="record")
    assert office.problems() == []


def test_a_key_is_good_until_the_end_of_its_last_day(office: Office) -> None:
    deed = did(admit_staff, TODAY, person="anna", key=office.anna.key, since=NOW.date(), until=NOW.date())
    office.records(deed, key="record")
    office.book.clock.now = NOW + timedelta(hours=11, minutes=59)
    office.admits("boris", office.boris, sign=office.anna)
    office.book.clock.now = NOW + timedelta(hours=12)
    with pytest.raises(OutOfOrder, match="is not admitted for anna today"):
        office.records(did(adopt_log_key, "2020-09-11", key="log+1+A"), sign=office.anna, key="record")
    office.records(did(adopt_log_key, "2020-09-11", key="log+1+A"), key="record")
    assert office.problems() == []


def test_every_wrong_signature_is_found(office: Office) -> None:
    office.admits("anna", office.anna)
    office.admits("boris", office.boris, sign=office.anna)
    text = office.entries()[8][1]
    assert office.problems(e9=None) == ["anna signs what is recorded, and this is not signed."]
    (by_boris,) = office.problems(e9=office.boris.signature(text))
    assert by_boris.endswith("is not admitted for anna today.")
    (of_another,) = office.problems(e9=office.anna.signature(text + b"x"))
    assert of_another == "The signature of anna does not stand: it is not a signature of this text."
    (cut_off,) = office.problems(e9=office.signatures()[9][:-1])
    assert cut_off == "The signature of anna does not stand: the bytes end too early."
    (too_early,) = office.problems(e8=office.anna.signature(office.entries()[7][1]))
    assert too_early.endswith("is not admitted for anna today.")


def test_all_acts_of_a_gavel_and_of_a_script_are_signed(tmp_path: Path) -> None:
    office = Office(at_work(tmp_path / "book.db"), tmp_path)
    first = office.book.size + 1
    office.book.clock.now = NOW
    office.admits("clerk", office.anna, by="boris")
    office.book.register.signer = office.anna
    with office.book.open() as under_way:
        under_way.act(command(asked(did(adopt_log_key, TODAY, key="log+1+A"), "record")))
        under_way.flush()
        under_way.act(
            command(asked(did(admit_staff, TODAY, person="b", key=office.boris.key, since=NOW.date()), "record"))
        )
    assert sorted(office.signatures()) == [first + 1, first + 2]
    assert office.problems() == []


def test_nothing_on_the_key_ring_is_struck_and_no_confirmation(office: Office) -> None:
    office.admits("anna", office.anna)
    for kind, key, said in (
        ("keyring", "record", "Nothing on the key ring is struck."),
        ("confirmation", "1", "A confirmation is not struck."),
    ):
        with pytest.raises(OutOfOrder, match=said):
            office.book.record(struck(1, key, kind), by="boris")


def test_a_dry_run_signs_nothing_and_refuses_as_if_it_did(office: Office) -> None:
    office.admits("anna", office.anna)
    asked_for = command(asked(did(adopt_log_key, TODAY, key="log+1+A"), "record"), by="anna")
    with pytest.raises(OutOfOrder, match="not signed"):
        office.book.give(asked_for, dry_run=True)
    office.book.register.signer = office.anna
    office.book.give(asked_for, dry_run=True)
    assert office.signatures() == {}


# --- The key of the log


@pytest.fixture
def log(tmp_path: Path) -> tuple[LogSigner, LogSigner]:
    """Two log keys of one name, each in its file."""
    for name in ("one", "other"):
        write_key(tmp_path / name, LogKey.new("example.org/record", KeyType.LOG))
    return log_signer(tmp_path / "one"), log_signer(tmp_path / "other")


def rotation(old: LogSigner, new: LogSigner, statement: str | None = None) -> Deed:
    """One log key makes way for another."""
    told = stated(old.signer, new.signer) if statement is None else statement
    return did(rotate_log_key, TODAY, key=new.key, instead_of=old.key, statement=told)


def test_a_rotation_is_signed_by_both_keys(office: Office, log: tuple[LogSigner, LogSigner]) -> None:
    old, new = log
    office.records(did(adopt_log_key, TODAY, key=old.key), key="record")
    office.records(rotation(old, new), key="record")
    assert office.book.state("keyring", "record").log == (old.key, new.key)
    assert office.problems() == []


def test_a_rotation_that_one_key_did_not_sign_is_refused(office: Office, log: tuple[LogSigner, LogSigner]) -> None:
    old, new = log
    office.records(did(adopt_log_key, TODAY, key=old.key), key="record")
    whole = Note.of(stated(old.signer, new.signer).encode())
    half = str(Note(whole.text, whole.signatures[:1]))
    of_others = str(sign_note(whole.text, old.signer))
    backwards = stated(new.signer, old.signer)
    for statement in (half, of_others, backwards, "", whole.text):
        with pytest.raises(BadNote):
            office.records(rotation(old, new, statement), key="record")
    assert office.book.size == 8


def test_a_rotation_that_does_not_stand_is_found(office: Office, log: tuple[LogSigner, LogSigner]) -> None:
    old, new = log
    look = Signatures()
    entry = office.records(did(adopt_log_key, TODAY, key=old.key), key="record").facts[0].entry
    good = LogKeyRotated(entry=entry, key=new.key, instead_of=old.key, statement=stated(old.signer, new.signer))
    assert [*look.problems(LogKeyAdopted(entry=entry, key=old.key), b"", None)] == []
    assert [*look.problems(good, b"", None)] == []
    fact = replace(good, key=old.key, instead_of=new.key)
    (said,) = look.problems(fact, b"", None)
    assert said.startswith("The rotation of the log key does not stand: ")
    assert look.log_keys == (old.key, new.key, old.key)


def test_a_log_key_that_does_not_follow_the_one_in_use_is_found(
    office: Office, log: tuple[LogSigner, LogSigner]
) -> None:
    old, new = log
    entry = office.records(did(adopt_log_key, TODAY, key=old.key), key="record").facts[0].entry
    good = LogKeyRotated(entry=entry, key=new.key, instead_of=old.key, statement=stated(old.signer, new.signer))
    look = Signatures()
    assert [*look.problems(good, b"", None)] == [f"The log key {new.key} does not follow the one that was in use."]
    look = Signatures()
    assert [*look.problems(LogKeyAdopted(entry=entry, key=old.key), b"", None)] == []
    (said,) = look.problems(LogKeyAdopted(entry=entry, key=new.key), b"", None)
    assert said == f"The log key {new.key} does not follow the one that was in use."


def test_only_the_log_key_in_use_records(office: Office, log: tuple[LogSigner, LogSigner]) -> None:
    old, new = log
    office.book.register.sign = old
    office.records(did(adopt_log_key, TODAY, key=old.key), key="record")
    office.book.register.sign = new
    with pytest.raises(OutOfOrder, match="is not the one in use"):
        office.records(rotation(old, new), key="record")
    office.book.register.sign = old
    office.records(rotation(old, new), key="record")
    with pytest.raises(OutOfOrder, match="is not the one in use"):
        office.admits("anna", office.anna)
    office.book.register.sign = new
    office.admits("anna", office.anna)
