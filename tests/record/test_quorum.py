"""Whose cosignatures are enough."""

import pytest

from domain.record.notes import BadNote, KeyType, Signer
from domain.record.quorum import Quorum

LOG = Signer("example.org/record", KeyType.LOG, b"L" * 32).verifier
A, B, C = (Signer(f"{name}.example", KeyType.WITNESS, name.encode() * 32).verifier for name in "abc")
TEXT = f"""# Whom we trust
log {LOG}

witness vienna {A}
witness geneva {B} https://geneva.example/witness
\twitness nairobi\t{C}
group two 2 vienna geneva nairobi
quorum two
"""


def test_two_of_three_are_enough() -> None:
    quorum = Quorum.of(TEXT)
    assert quorum.logs == (LOG,)
    assert quorum.said == "2 of vienna, geneva, nairobi"
    assert [quorum.met(cosigned) for cosigned in ([], [A], [A, C], [A, B, C])] == [False, False, True, True]


@pytest.mark.parametrize(
    ("asked", "said", "met"),
    [
        ("quorum vienna", "vienna", [True, False]),
        ("quorum none", "none", [True, True]),
        ("group one any vienna geneva\nquorum one", "1 of vienna, geneva", [True, True]),
        ("group every all vienna geneva\nquorum every", "2 of vienna, geneva", [False, False]),
        ("group west any geneva nairobi\ngroup g all vienna west\nquorum g", "2 of vienna, west", [False, False]),
    ],
)
def test_a_quorum_is_a_witness_a_group_or_nobody(asked: str, said: str, met: list[bool]) -> None:
    quorum = Quorum.of(TEXT.replace("group two 2 vienna geneva nairobi\nquorum two", asked))
    assert (quorum.said, [quorum.met([one]) for one in (A, B)]) == (said, met)
    assert quorum.met([A, B])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("quorum two", "", "asks for no quorum"),
        ("quorum two", "quorum two\nquorum none", "Line 9 of the quorum file: there is a quorum already"),
        ("quorum two", "quorum three", "three is not defined above it"),
        ("quorum two", "quorum", "'quorum' is not understood"),
        ("group two 2", "group two 4", "'4' of 3 cannot be"),
        ("group two 2", "group two 0", "'0' of 3 cannot be"),
        ("group two 2", "group two many", "'many' of 3 cannot be"),
        ("group two 2", "group two 2 basel", "basel is not defined above it"),
        ("group two 2 vienna", "group two 2 vienna vienna", "vienna is a member already"),
        ("group two 2 vienna geneva nairobi", "group two", "'' of 0 cannot be"),
        ("group two", "group vienna", "the name vienna is taken"),
        ("witness geneva", "witness none", "the name none is taken"),
        (f"witness geneva {B}", f"witness geneva {A}", "this witness is there already"),
        (f"witness geneva {B}", "witness geneva", "Line 5 of the quorum file: That is no public key"),
        (f"witness geneva {B}", f"witness geneva {LOG}", "a witness key is needed here"),
        (f"log {LOG}", f"log {A}", "a log key is needed here"),
        (f"log {LOG}", f"log {LOG}\nlog {LOG}", "this log is there already"),
        ("# Whom", "Whom", "Line 1 of the quorum file: 'Whom' is not understood"),
    ],
)
def test_a_line_that_cannot_be_is_refused_by_its_number(old: str, new: str, said: str) -> None:
    with pytest.raises(BadNote, match=said):
        Quorum.of(TEXT.replace(old, new))
