from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.decisions import number_decision, take_decision
from domain.deferring import defer_item
from domain.numbering import NumberTaken
from domain.record.request import Request
from domain.resolution import TextKind, TextRef, record_resolution
from domain.values import Mode, Taken, text_in
from tests.domain.story import CONFERENCE, LAST_DAY, WORKING_GROUP, Deed, did, opened, refused, scheduled
from tests.record.book import MEETING, Book, asked

SECOND = f"{WORKING_GROUP.key} wg8"


def decided(number: str | None, text: str = "approved the plan") -> Deed:
    return did(take_decision, text=text, taken=Taken(how=Mode.CONSENSUS, number=number))


def text(body: str, number: str = "7/1", kind: TextKind = "resolution", **more: object) -> Request:
    ref = TextRef(body=body, kind=kind, number=number)
    fields: dict[str, Any] = {"title": text_in("en", "Strengthening"), "adopted": date(2014, 10, 10)} | more
    return asked(did(record_resolution, "2014-10-10", ref=ref, **fields), key=str(ref))


def begin(book: Book, key: str = SECOND) -> None:
    """A second meeting of the same body, opened."""
    first = scheduled()
    plan = replace(first, fields={**first.fields, "key": key.rsplit(" ", maxsplit=1)[-1]})
    book.record(asked(plan, key=key), asked(opened(), key=key))


def taken(book: Book) -> list[tuple[str, int]]:
    """The numbers taken, each with the entry of the act that took it."""
    found = [fact for fact in book.everything() if isinstance(fact, NumberTaken)]
    return [(fact.number, fact.entry.group or 0) for fact in found]


def test_a_number_is_taken_in_the_transaction_of_the_act(book: Book) -> None:
    book.each(decided("1"))
    assert taken(book) == [(f"{MEETING} decision 1", 8)]
    assert [fact.entry.number for fact in book.everything()][-2:] == [8, 9]


def test_a_decision_without_a_number_takes_none(book: Book) -> None:
    book.each(decided(None))
    assert taken(book) == []


def test_a_number_is_not_issued_twice_in_a_meeting(book: Book) -> None:
    book.each(decided("1"))
    with refused(f"The number {MEETING} decision 1 was taken already, by the meeting {MEETING} (entry 9)."):
        book.each(decided("1", "approved another plan"))


def test_a_number_is_not_issued_twice_whether_it_comes_with_the_decision_or_later(book: Book) -> None:
    book.each(decided(None), decided("2"), did(number_decision, decision=5, number="1"))
    with refused("decision 1 was taken already"):
        book.each(decided("1"))
    book.each(decided(None))
    with refused("decision 2 was taken already"):
        book.each(did(number_decision, decision=8, number="2"))


def test_a_bare_number_belongs_to_its_meeting_and_a_full_one_to_the_body(book: Book) -> None:
    begin(book)
    book.each(decided("1"), decided("77/505"))
    book.record(asked(decided("1"), key=SECOND))
    with refused(f"The number {WORKING_GROUP.key} decision 77/505 was taken already, by the meeting {MEETING}"):
        book.record(asked(decided("77/505"), key=SECOND))


def test_two_bodies_may_have_one_number(book: Book) -> None:
    book.record(text(CONFERENCE.key))
    book.record(text(WORKING_GROUP.key))
    book.record(text(CONFERENCE.key, kind="decision"))
    assert [number for number, _entry in taken(book)] == [
        "UNTOC-COP resolution 7/1",
        "UNTOC-COP/WG.7 resolution 7/1",
        "UNTOC-COP decision 7/1",
    ]


def test_a_text_known_by_citation_is_completed_under_the_number_it_has(book: Book) -> None:
    book.record(text(CONFERENCE.key, title=None, adopted=None, cited_only=True))
    book.record(text(CONFERENCE.key))
    assert len(taken(book)) == 1
    with refused("UNTOC-COP resolution 7/1 is in the record already."):
        book.record(text(CONFERENCE.key))


def test_a_number_goes_back_to_the_right_act_after_a_correction(book: Book) -> None:
    book.each(decided("1"))
    book.correct(5, decided("1", "approved the revised plan"))
    book.correct(7, decided("1", "approved the plan as revised"))
    assert taken(book) == [(f"{MEETING} decision 1", 8)]
    assert list(book.state().decisions.numbers.values()) == ["1"]


def test_a_number_given_back_is_still_issued_once(book: Book) -> None:
    book.each(decided("1"))
    book.correct(5, decided("1", "approved the revised plan"))
    with refused("decision 1 was taken already"):
        book.each(decided("1", "approved a third plan"))


def test_a_number_taken_in_error_stays_with_its_meeting(book: Book) -> None:
    begin(book)
    book.each(decided("77/505"))
    book.strike(5)
    with refused("decision 77/505 was taken already"):
        book.record(asked(decided("77/505"), key=SECOND))
    book.each(decided("77/505", "approved the plan at last"))
    assert len(taken(book)) == 1


def test_a_correction_may_take_the_next_number(book: Book) -> None:
    book.each(decided("1"))
    book.correct(5, decided("2"))
    assert [number for number, _entry in taken(book)] == [f"{MEETING} decision 1", f"{MEETING} decision 2"]


def test_the_stream_of_a_number_names_the_act_that_took_it(book: Book) -> None:
    book.each(decided("1"))
    (fact,) = book.facts("number", f"{MEETING} decision 1")
    assert isinstance(fact, NumberTaken)
    assert (fact.by_kind, fact.by, fact.for_version) == ("meeting", MEETING, 5)
    assert fact.by_stream == book.facts()[0].entry.stream


def test_one_decision_has_acts_on_several_days_and_takes_its_number_once(book: Book) -> None:
    again = Taken(how=Mode.CONSENSUS, number="77/505", also=True)
    book.each(decided("77/505"), did(defer_item, LAST_DAY, item="i2.4", taken=again))
    assert taken(book) == [(f"{WORKING_GROUP.key} decision 77/505", 8)]
    with refused("No decision of this meeting had the number 77/505 by then."):
        book.strike(5)
    with refused("decision 77/505 was taken already"):
        book.each(decided("77/505", "approved another plan"))
    begin(book)
    with refused("No decision of this meeting had the number 77/505 by then."):
        book.record(asked(did(take_decision, text="to go on", taken=again), key=SECOND))


@pytest.mark.parametrize("number", ["1", "77/505"])
def test_a_taking_that_was_struck_is_no_accident(book: Book, number: str) -> None:
    book.each(decided(number))
    key = next(fact.number for fact in book.everything() if isinstance(fact, NumberTaken))
    book.strike(1, key=key, kind="number")
    book.each(decided(number))
    assert len(taken(book)) == 2
