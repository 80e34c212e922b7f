"""What rests on what, and what is in force, asked of a record in a file and of one on a server."""

from datetime import date

import pytest

from domain.record.database import reading
from domain.relating import relate, state_effect
from domain.resolution import Relation, TextRef, record_resolution
from domain.values import text_in
from projections.force import Force, cited_only, register
from projections.lineage import lineage, texts
from tests.domain.story import CONFERENCE, did
from tests.record.book import Book, asked, registered

DAY = "2014-10-10"


def ref(number: str) -> TextRef:
    return TextRef(body=CONFERENCE.key, kind="resolution", number=number)


@pytest.fixture
def archive(blank: Book) -> Book:
    """Resolution 1/1, five that recall it, of which 2/5 supersedes it from 2015, and one more that recalls those."""
    blank.record(registered(CONFERENCE))
    for number in ("1/1", *(f"2/{rank}" for rank in range(1, 6)), "3/1"):
        title = text_in("en", f"Title of {number}")
        recorded = did(record_resolution, DAY, ref=ref(number), title=title, adopted=date(2014, 10, 10))
        blank.record(asked(recorded, str(ref(number))))
    for rank in range(1, 6):
        for by, other in ((f"2/{rank}", "1/1"), ("3/1", f"2/{rank}")):
            blank.record(asked(did(relate, DAY, relation=Relation.RECALLS, other=ref(other)), str(ref(by))))
    blank.record(asked(did(relate, DAY, relation=Relation.SUPERSEDES, other=ref("1/1")), str(ref("2/5"))))
    blank.record(asked(did(relate, DAY, relation=Relation.RECALLS, other=ref("0/1")), str(ref("3/1"))))
    blank.record(asked(did(state_effect, DAY, begins=date(2015, 1, 1)), str(ref("2/5"))))
    return blank


def test_the_nearest_are_shown_those_first_that_act_on_a_text_and_the_rest_is_counted(archive: Book) -> None:
    root = f"resolution:{ref('1/1')}"
    with reading(archive.engine) as connection:
        found = lineage(connection, root, "down", most=2)
        recalled = lineage(connection, root, "down", most=2, relation="recalls")
        near = lineage(connection, root, "down", depth=1, most=2)
        whole = lineage(connection, root, "both")
    assert [node.symbol for node in found.nodes] == ["UNTOC-COP 1/1", "UNTOC-COP 2/1", "UNTOC-COP 2/5"]
    assert (found.left_out, recalled.left_out, near.left_out, whole.left_out) == (4, 4, 3, 0)
    assert (len(whole.nodes), len(whole.edges)) == (7, 11)


def test_a_text_known_by_citation_only_is_found_and_counted(archive: Book) -> None:
    with reading(archive.engine) as connection:
        assert texts(connection, "0/1") == [f"resolution:{ref('0/1')}"]
        assert cited_only(connection) == cited_only(connection, body="UNTOC-COP") == 1
        assert cited_only(connection, body="UNTOC") == 0


def test_the_register_says_what_is_in_force_on_a_day(archive: Book) -> None:
    with reading(archive.engine) as connection:
        then, now = (register(connection, day)[0] for day in (date(2014, 12, 31), date(2015, 1, 1)))
    assert (then.number, then.standing.force, now.standing.force) == ("1/1", Force.IN_FORCE, Force.SUPERSEDED)


def test_the_rows_derived_again_are_the_same(archive: Book) -> None:
    before = archive.rows()
    assert archive.rebuilt() == before
