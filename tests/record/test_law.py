"""Whatever is recorded lawfully, in whatever order: the rows written act by act are those derived again."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.decisions import number_decision, take_decision
from domain.documents import foresee_no_document, list_document
from domain.officers import Officer, act_as, elect_officers, replace_officer
from domain.plenary import close_sitting, hold_sitting, resume_sitting, suspend_sitting
from domain.rescheduling import reconvene_meeting, relocate_meeting
from domain.rules import OutOfOrder
from domain.values import Mode, Sealed, Taken, text_in
from tests.domain.story import (
    CONSENSUS,
    FIRST_DAY,
    LAST_DAY,
    WORKING_GROUP,
    Deed,
    added,
    adopted,
    closed,
    concluded,
    deferred,
    deleted,
    did,
    issued,
    moved,
    opened,
    reopened,
    retitled,
    scheduled,
    sitting,
    suspended,
    taken_up,
)
from tests.record.book import Book, asked, registered

Wish = tuple[str, int, Deed]

ALONE = replace(WORKING_GROUP, parent=None)
ITEMS = ["i2.1", "i2.2", "i2.3", "i4", "i5"]
ON_AN_ITEM: list[Callable[[str], Deed]] = [taken_up, taken_up, suspended, concluded, deferred, reopened, deleted]
item = st.sampled_from(ITEMS)
version = st.integers(1, 14)


def decided(number: str | None) -> Deed:
    return did(take_decision, text="approved the plan", taken=Taken(how=Mode.CONSENSUS, number=number))


NAME = Sealed(digest="00", stands_for="the Chair", open=True)
REJOINED = did(reconvene_meeting, starts=date(2020, 12, 2), ends=date(2020, 12, 2))
CHAIR = did(elect_officers, elected=(Officer(office="Chair", person=NAME),), taken=CONSENSUS)
ANOTHER = did(replace_officer, officer=Officer(office="Chair", person=NAME), replaced=NAME)
ACTING = did(act_as, acts_as="Chair", office="Vice-Chair")

deeds = st.one_of(
    st.sampled_from([opened(), adopted(), closed("carry"), closed("lapse"), sitting(1), sitting(2), added("New")]),
    st.sampled_from([did(close_sitting, number=1), did(relocate_meeting, place="Geneva"), decided(None), decided("1")]),
    st.sampled_from(
        [did(hold_sitting, number=2), did(hold_sitting, number=61), did(hold_sitting, number=1, resumed=True)]
    ),
    st.sampled_from([did(suspend_sitting, number=1), did(resume_sitting, number=1), REJOINED, CHAIR, ANOTHER, ACTING]),
    st.tuples(st.sampled_from(ON_AN_ITEM), item).map(lambda two: two[0](two[1])),
    item.map(lambda one: retitled(one, "Another title")),
    item.map(lambda one: added("Below", under=one)),
    item.map(lambda one: did(list_document, item=one, symbol="CTOC/1", title=text_in("en", "Note"))),
    item.map(lambda one: did(foresee_no_document, item=one)),
    st.tuples(item, item).map(lambda two: moved(two[0], after=two[1])),
    version.map(lambda one: did(number_decision, decision=one, number="2")),
    st.just(issued("1 Opening", "2 Technology", on=FIRST_DAY)),
)
dated = st.tuples(deeds, st.sampled_from([FIRST_DAY, LAST_DAY])).map(lambda two: replace(two[0], on=two[1]))
how = st.sampled_from(["act", "act", "act", "act", "before", "strike", "correct"])
wishes = st.lists(st.tuples(how, version, dated), min_size=4, max_size=14)

BEGUN = (scheduled(), issued("1 Opening", "2 Crises", "2a Technology"), opened())


def wish(book: Book, how: str, version: int, deed: Deed) -> None:
    """Do it if it is lawful."""
    with suppress(OutOfOrder):
        match how:
            case "before":
                book.record(asked(deed, before=version))
            case "strike":
                book.strike(version)
            case "correct" if version <= len(book.facts()):
                book.correct(version, deed)
            case _:
                book.record(asked(deed))


def told(folder: str, script: list[Wish], *, keeping: bool) -> tuple[Book, dict[int, object]]:
    """A record in which what was lawful was done, and the rows after each act."""
    book = Book.new(Path(folder) / "record.db")
    book.register.keeping = keeping
    book.record(registered(ALONE))
    book.each(*BEGUN)
    then: dict[int, object] = {}
    for one in script:
        wish(book, *one)
        then[book.size] = book.rows()
    return book, then


@settings(max_examples=20)
@given(wishes, st.integers(0, 13), st.sampled_from(["read again", "kept"]))
def test_rows_derived_again_are_those_derived_act_by_act_and_as_they_were_known(
    script: list[Wish], rank: int, streams: str
) -> None:
    with TemporaryDirectory() as folder:
        book, then = told(folder, script, keeping=streams == "kept")
        now = book.rows()
        assert book.rebuilt() == now
        assert [fact.entry.number for fact in book.everything()] == list(range(1, book.size + 1))
        entry = sorted(then)[rank % len(then)]
        assert book.rows_as_of(known_at=entry) == then[entry]
