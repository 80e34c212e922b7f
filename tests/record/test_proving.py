"""What is shown of a record to those who do not see it: on a real one, in a file and on a server."""

import pytest
from sqlalchemy import select, update

from domain.record import subtrees
from domain.record.checkpoint import Checkpoint, cosign, read_checkpoint
from domain.record.database import reading, writing
from domain.record.edge import Altered
from domain.record.merkle import BadProof, leaf_hash, leaf_text, root_of
from domain.record.notes import BadNote, KeyType, Note, Signer
from domain.record.proofs import Proof
from domain.record.proving import check_proof, prove, submit
from domain.record.quorum import Quorum
from domain.record.register import Register
from domain.record.subtrees import SUBTREE, Tree, kept
from domain.record.tables import CHECKPOINT, COSIGNED, EVENT
from domain.record.witnessed import Witnessed, add, last_size
from domain.rules import OutOfOrder
from domain.values import Distribution
from projections.engine import Writer
from tests.domain.story import concluded, taken_up
from tests.record.book import Book, asked, begun

LOG = Signer("example.org/record", KeyType.LOG, b"L" * 32)
A, B = (Signer(f"{name}.example", KeyType.WITNESS, name.encode() * 32) for name in "ab")
QUORUM = Quorum.of(
    f"log {LOG.verifier}\nwitness a {A.verifier}\nwitness b {B.verifier}\ngroup both all a b\nquorum both\n"
)


@pytest.fixture
def book(blank: Book, monkeypatch: pytest.MonkeyPatch) -> Book:
    """A record of seven entries whose checkpoints are signed; a subtree that is kept has two leaves."""
    monkeypatch.setattr(subtrees, "LEAVES", 2)
    return signed(blank)


def signed(book: Book) -> Book:
    def sign(size: int, root: bytes) -> str:
        return str(Checkpoint(LOG.name, size, root).signed(LOG))

    book.register = Register(book.engine, Writer(), clock=book.clock, sign=sign)
    with book.engine.begin() as connection:
        subtrees.METADATA.create_all(connection)
    return begun(book)


def leaves(book: Book) -> list[bytes]:
    columns = (EVENT.c.originator_id, EVENT.c.originator_version, EVENT.c.topic, EVENT.c.state)
    with reading(book.engine) as connection:
        rows = connection.execute(select(*columns).order_by(EVENT.c.entry)).all()
    return [leaf_hash(leaf_text(*row)) for row in rows]


def keep_cosigned(book: Book, note: Note) -> Witnessed:
    with writing(book.engine) as connection:
        return add(connection, note, QUORUM)


def last_note(book: Book) -> Note:
    return submit(book.engine, 0).note


def test_each_entry_is_proven_and_reads_as_it_is_stored(book: Book) -> None:
    for fact in book.everything():
        proof = Proof.of(str(prove(book.engine, fact.entry.number)).encode())
        found = check_proof(proof)
        assert (found.entry, found.topic, found.version) == (fact.entry.number, fact.TOPIC, str(fact.entry.version))
        assert found.state == book.register.codec.encode(fact)
        assert read_checkpoint(bytes(proof.note), LOG.verifier).size == 7


def test_the_roots_of_subtrees_are_kept_and_used(book: Book) -> None:
    prove(book.engine, 7)
    with reading(book.engine) as connection:
        found = kept(connection)
        tree = Tree(connection, found)
        assert tree.root(0, 7) == root_of(leaves(book))
        assert not tree.new
    assert set(found) == {0, 1, 2}


def test_a_kept_root_that_is_wrong_is_found_out_and_made_anew(book: Book) -> None:
    prove(book.engine, 1)
    with writing(book.engine) as connection:
        connection.execute(update(SUBTREE).values(root=bytes(32)))
    check_proof(prove(book.engine, 1))
    with reading(book.engine) as connection:
        assert kept(connection)[1] == root_of(leaves(book)[2:4])


def test_who_cannot_keep_a_root_still_gets_the_proof(book: Book) -> None:
    with book.engine.begin() as connection:
        subtrees.METADATA.drop_all(connection)
    check_proof(prove(book.engine, 1))
    with reading(book.engine) as connection:
        assert kept(connection) == {}


def test_rebuilding_makes_the_table_of_subtrees_anew(book: Book) -> None:
    prove(book.engine, 1)
    book.rebuilt()
    with reading(book.engine) as connection:
        assert kept(connection) == {}
    check_proof(prove(book.engine, 1))


def test_an_altered_record_proves_nothing(filed: Book) -> None:
    book = filed
    with writing(book.engine) as connection:
        for name in ("checkpoint_unchanged", "event_unchanged"):
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        head = connection.execute(select(CHECKPOINT).order_by(CHECKPOINT.c.size.desc()).limit(1)).one()
        note = Checkpoint(LOG.name, head.size, head.root).signed(LOG)
        connection.execute(update(CHECKPOINT).where(CHECKPOINT.c.size == head.size).values(note=str(note)))
        connection.execute(update(EVENT).where(EVENT.c.entry == 2).values(topic="BodyRenamed"))
    with pytest.raises(Altered, match="do not lead to the root of its checkpoint"):
        prove(book.engine, 1)


def test_without_a_signed_checkpoint_nobody_vouches(filed: Book) -> None:
    with pytest.raises(OutOfOrder, match="No checkpoint over entry 3 is signed"):
        prove(filed.engine, 3)
    with pytest.raises(OutOfOrder, match="There is no entry 8"):
        prove(filed.engine, 8)


def test_a_restricted_act_is_proven_without_its_text_unless_it_is_asked_for(book: Book) -> None:
    book.record(asked(taken_up("i2.4")))
    book.record(asked(concluded("i2.4"), distribution=Distribution.RESTRICTED))
    assert check_proof(prove(book.engine, 8)).state
    assert check_proof(prove(book.engine, 9)).state is None
    assert b'"restricted"' in (check_proof(prove(book.engine, 9, restricted=True)).state or b"")


def test_a_proof_of_something_else_is_refused(book: Book) -> None:
    proof = prove(book.engine, 3)
    for broken, said in (
        (proof.extra[:-1] + b" ", "its hash is another"),
        (proof.extra.replace(b"nemcon/v1", b"nemcon/v2"), "does not hold the text of an entry"),
        (b"nemcon/v1\n", "does not hold the text of an entry"),
        (proof.extra.replace(b"\n1\n", b"\n2\n"), "leads to another root"),
    ):
        with pytest.raises(BadProof, match=said):
            check_proof(Proof(proof.index, proof.hashes, proof.note, broken))


def test_each_size_is_shown_to_begin_the_record(book: Book) -> None:
    for old in range(1, 8):
        assert submit(book.engine, old).old == old
    with pytest.raises(OutOfOrder, match="This record has only 7 entries"):
        submit(book.engine, 8)


def test_witnesses_are_shown_the_last_checkpoint_and_strangers_one_that_was_cosigned(book: Book) -> None:
    note = last_note(book)
    keep_cosigned(book, note.with_signatures(cosign(note, A, book.clock())))
    book.record(asked(taken_up("i2.4")))
    assert Checkpoint.of(submit(book.engine, 7).note.text).size == 8
    assert Checkpoint.of(prove(book.engine, 7).note.text).size == 7
    assert Checkpoint.of(prove(book.engine, 8).note.text).size == 8


def test_what_witnesses_gave_back_is_kept_until_it_is_enough(book: Book) -> None:
    note = last_note(book)
    first = keep_cosigned(book, note.with_signatures(cosign(note, A, book.clock())))
    assert ([one.witness.name for one in first.by], first.enough) == (["a.example"], False)
    both = keep_cosigned(book, note.with_signatures(cosign(note, B, book.clock())))
    assert ([one.witness.name for one in both.by], both.enough) == (["a.example", "b.example"], True)
    with reading(book.engine) as connection:
        assert (last_size(connection, 7), last_size(connection, 8)) == (0, 7)
        *_, kept_note = connection.execute(select(COSIGNED.c.note)).scalars()
    assert kept_note == str(prove(book.engine, 2).note)
    assert [one.name for one in prove(book.engine, 2).note.signatures] == [
        "example.org/record",
        "a.example",
        "b.example",
    ]


def test_the_same_cosignature_is_kept_once(book: Book) -> None:
    note = last_note(book)
    for _ in range(2):
        keep_cosigned(book, note.with_signatures(cosign(note, A, book.clock())))
    with reading(book.engine) as connection:
        assert len(connection.execute(select(COSIGNED)).all()) == 1


def test_a_witness_that_saw_another_record_is_heard(book: Book) -> None:
    other, larger = (Checkpoint(LOG.name, size, bytes(32)).signed(LOG) for size in (7, 9))
    with pytest.raises(BadNote, match="The witness saw another record: of 7 entries"):
        keep_cosigned(book, other.with_signatures(cosign(other, A, book.clock())))
    with pytest.raises(BadNote, match="saw 9 entries, and this record has 7: it was cut short, or is an old copy"):
        keep_cosigned(book, larger.with_signatures(cosign(larger, A, book.clock())))


def test_who_is_not_of_the_quorum_is_not_kept(book: Book) -> None:
    stranger = Signer("stranger.example", KeyType.WITNESS, b"S" * 32)
    note = last_note(book)
    with pytest.raises(BadNote, match="No witness of the quorum has cosigned"):
        keep_cosigned(book, note.with_signatures(cosign(note, stranger, book.clock())))
