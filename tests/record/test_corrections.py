import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pytest

from domain.act import Fact
from domain.amendments import ItemAdded
from domain.body import name_also
from domain.record.request import Request
from domain.relating import relate
from domain.rescheduling import cancel_meeting
from domain.resolution import Relation, TextRef, record_resolution
from domain.rules import OutOfOrder
from domain.values import Basis, Mode, Taken, text_in
from tests.domain.story import (
    BUREAU,
    CONFERENCE,
    CONSENSUS,
    LAST_DAY,
    WORKING_GROUP,
    Deed,
    added,
    adopted,
    agenda_of,
    concluded,
    deferred,
    deleted,
    did,
    issued,
    opened,
    refused,
    retitled,
    scheduled,
    sitting,
    taken_up,
)
from tests.record.book import MEETING, Book, asked, command, registered, struck

THIRD = f"{WORKING_GROUP.key} x"


@contextmanager
def falls(entry: int, because: str) -> Iterator[None]:
    """Expect a refusal because an entry accepted before would be refused now."""
    with pytest.raises(OutOfOrder, match=re.escape(because)) as caught:
        yield
    assert caught.value.sentence.startswith(f"Entry {entry}, accepted before, would then be refused: ")
    assert caught.value.next_step == f"First correct or strike entry {entry}; see: nemcon history"
    assert caught.value.dependant == entry


def business(book: Book) -> list[str]:
    """What stands in the meeting, in order of business."""
    with book.open() as under_way:
        return [told(fact) for fact in under_way.chapter("meeting", MEETING).business]


def told(fact: Fact) -> str:
    return f"{fact.TOPIC} {getattr(fact, 'items', None) or getattr(fact, 'item', '')}".strip().replace("'", "")


def late(deed: Deed, on: str = "2020-09-08") -> Deed:
    return replace(deed, on=on)


# --- The place of an act.


def test_a_correction_stands_where_the_wrong_act_stood(book: Book) -> None:
    book.each(sitting(1), taken_up("i2.4"), taken_up("i2.5"), concluded("i2.5"))
    book.correct(6, taken_up("i2.6"))
    assert business(book)[5:] == ["ItemsTakenUp (i2.6,)", "ItemsTakenUp (i2.5,)", "ItemConcluded i2.5"]


def test_an_act_placed_before_another_of_its_day_stands_there(book: Book) -> None:
    book.each(sitting(1), taken_up("i2.5"), concluded("i2.5"))
    book.record(asked(taken_up("i2.4"), before=6))
    book.record(asked(taken_up("i2.6"), before=6))
    book.record(asked(taken_up("i2.7"), before=8))
    assert [line.split()[1] for line in business(book)[5:]] == ["(i2.7,)", "(i2.4,)", "(i2.6,)", "(i2.5,)", "i2.5"]


def test_a_correction_of_an_act_placed_before_another_keeps_its_place(book: Book) -> None:
    book.each(sitting(1), taken_up("i2.5"))
    book.record(asked(taken_up("i2.4"), before=6))
    book.record(asked(taken_up("i2.6"), before=6))
    book.correct(7, taken_up("i2.7"))
    assert [line.split()[1] for line in business(book)[5:]] == ["(i2.7,)", "(i2.6,)", "(i2.5,)"]


def test_an_act_of_an_earlier_day_goes_before_those_of_later_ones(book: Book) -> None:
    book.each(sitting(1), late(taken_up("i2.5"), LAST_DAY))
    book.each(taken_up("i2.4"))
    assert [line.split()[-1] for line in business(book)[5:]] == ["(i2.4,)", "(i2.5,)"]


def test_a_correction_may_move_an_act_to_another_day(book: Book) -> None:
    book.each(sitting(1), taken_up("i2.4"), late(taken_up("i2.5"), LAST_DAY))
    book.correct(6, late(taken_up("i2.6"), LAST_DAY))
    assert [line.split()[-1] for line in business(book)[5:]] == ["(i2.6,)", "(i2.5,)"]
    book.correct(7, taken_up("i2.7"))
    assert [line.split()[-1] for line in business(book)[5:]] == ["(i2.7,)", "(i2.6,)"]


# --- Corrected is as if it had been right at once.


WRONG_AND_RIGHT: Sequence[tuple[Deed, Deed]] = [
    (taken_up("i2.4"), taken_up("i2.5")),
    (added("Trafficking"), added("Smuggling")),
    (added("Crises again", under="i2.4"), added("Crises again", under="i2.5")),
    (deleted("i2.6"), deleted("i2.7")),
    (retitled("i2.4", "Crisis"), retitled("i2.4", "Crises of all kinds")),
    (deferred("i2.4"), deferred("i2.5")),
]


@pytest.mark.parametrize(
    ("wrong", "right"), WRONG_AND_RIGHT, ids=lambda deed: f"{deed.act.__name__} {len(deed.fields)}"
)
def test_what_is_corrected_is_as_if_it_had_been_right_at_once(book: Book, wrong: Deed, right: Deed) -> None:
    once = book.copy("once.db")
    once.each(right, sitting(1), taken_up("i2.2"))
    book.each(wrong, sitting(1), taken_up("i2.2"))
    book.correct(5, right)
    assert book.shown() == once.shown()
    assert business(book) == business(once)
    assert book.rows() == book.rebuilt()


def test_a_decision_whose_correction_moved_it_bears_its_right_day(book: Book) -> None:
    once = book.copy("once.db")
    deed = deferred("i2.4")
    right = replace(deed, fields={**deed.fields, "taken": Taken(how=Mode.CONSENSUS, number="1")})
    once.each(right)
    book.each(late(deed, LAST_DAY))
    book.correct(5, right)
    assert book.shown() == once.shown()
    assert book.rows() == book.rebuilt()


# --- Identity.


def test_a_chain_of_corrections_keeps_the_identity_of_an_item(book: Book) -> None:
    book.each(added("Trafikking"))
    book.correct(5, added("Trafficing"))
    book.correct(7, added("Trafficking"))
    book.each(sitting(1), taken_up("i5"))
    book.correct(9, added("Trafficking in persons"))
    assert [fact.item for fact in book.facts() if isinstance(fact, ItemAdded)] == ["i5"] * 4
    assert [fact.entry.place for fact in book.facts() if isinstance(fact, ItemAdded)] == [5] * 4
    assert agenda_of(book.facts())[-1] == "6 Trafficking in persons"
    assert book.rows() == book.rebuilt()


def test_a_corrected_agenda_keeps_the_identities_of_its_items(book: Book) -> None:
    book.each(sitting(1), taken_up("i2.1"))
    book.correct(2, issued("1 Opening", "2 Crises"))
    assert [line.id for line in book.state().agenda.in_force] == ["i2.1", "i2.2"]


# --- Judged again.


def test_a_late_act_that_makes_a_later_one_unlawful_is_refused_and_names_it(book: Book) -> None:
    before = book.dump()
    with falls(6, "The meeting wg7 was cancelled."):
        book.each(did(cancel_meeting, "2020-08-01"))
    with falls(7, "The agenda of wg7 was adopted on"):
        book.record(asked(adopted(), before=4))
    assert book.dump() == before


def test_a_strike_that_makes_a_later_act_unlawful_is_refused_and_names_it(book: Book) -> None:
    book.each(sitting(1), taken_up("i2.4"), concluded("i2.4"))
    with falls(10, "Item 2 was not taken up."):
        book.strike(6)
    with falls(5, "There is no such meeting on that day."):
        book.strike(1)
    book.strike(7)
    book.strike(6)
    assert business(book)[4:] == ["SittingOpened"]


def test_several_strikes_in_one_command_are_judged_together(book: Book) -> None:
    book.each(sitting(1), taken_up("i2.4"), concluded("i2.4"))
    book.record(struck(7), struck(6))
    assert business(book)[4:] == ["SittingOpened"]


def test_a_correction_that_a_later_act_cannot_stand_with_is_refused(book: Book) -> None:
    book.each(sitting(1), taken_up("i2.4"), concluded("i2.4"))
    before = book.dump()
    with falls(10, "Item 2 was not taken up."):
        book.correct(6, taken_up("i2.5"))
    assert book.dump() == before


def test_a_right_act_is_judged_where_it_stands_and_not_where_it_is_entered(book: Book) -> None:
    book.each(sitting(1), taken_up("i2.4"), concluded("i2.4"))
    with refused("Item 3 was not taken up."):
        book.correct(7, concluded("i2.5"))
    with refused("Item 2 was not taken up."):
        book.record(asked(concluded("i2.4"), before=6))


def test_a_waiver_stands_when_its_act_is_judged_again(book: Book) -> None:
    waived = asked(adopted(), key=THIRD, waives=("11",), authority="decision 10/1")
    book.record(asked(replace(scheduled(), fields={**scheduled().fields, "key": "x"}), key=THIRD))
    book.record(asked(issued("1 Opening"), key=THIRD), waived, asked(late(sitting(1), LAST_DAY), key=THIRD))
    book.record(asked(late(opened(), LAST_DAY), key=THIRD))
    book.record(asked(added("Crises"), key=THIRD))
    book.strike(4, key=THIRD)
    assert book.state(key=THIRD).agenda.adoption.entry.waives == ("11",)


def test_what_needs_an_opening_falls_with_it_unless_the_rule_is_waived(book: Book) -> None:
    with falls(7, "has not been opened. The agenda is submitted for approval after the opening."):
        book.strike(3)
    book.record(struck(4), asked(adopted(), replaces=4, waives=("11",), authority="decision 10/1"))
    book.strike(3)
    assert business(book) == ["MeetingScheduled", told(book.facts()[1]), "AgendaAdopted"]


def test_only_acts_of_the_command_itself_are_not_judged_again(book: Book) -> None:
    book.each(sitting(1))
    answer = book.record(asked(taken_up("i2.4"), before=5), asked(concluded("i2.4"), before=5))
    assert [fact.entry.version for fact in answer.facts] == [6, 7]
    assert business(book)[4:] == ["ItemsTakenUp (i2.4,)", "ItemConcluded i2.4", "SittingOpened"]


def test_a_body_is_asked_as_it_was_on_the_day(book: Book) -> None:
    book.record(asked(replace(scheduled(), on="2019-05-01"), key=THIRD))
    assert book.facts(key=THIRD)[0].entry.number == 8


# --- Strikes.


def test_a_strike_is_never_struck(book: Book) -> None:
    book.each(sitting(1))
    book.strike(5)
    with refused("Entry 9 is itself a strike, and a strike is never struck."):
        book.strike(6)


def test_a_whole_stream_may_be_struck_and_begun_again(book: Book) -> None:
    book.record(asked(scheduled(), key=THIRD))
    book.strike(1, key=THIRD)
    assert book.state(key=THIRD).schedule.key is None
    assert book.record(asked(scheduled(), key=THIRD)).facts[0].entry.version == 3
    assert book.rows() == book.rebuilt()


# --- The first act of a stream that others name.

SEVEN = TextRef(body=CONFERENCE.key, kind="resolution", number="7/1")
NINE = TextRef(body=CONFERENCE.key, kind="resolution", number="9/1")


def recorded(ref: TextRef) -> Request:
    title = text_in("en", f"Resolution {ref.number}")
    return asked(did(record_resolution, "2014-10-10", ref=ref, title=title), key=str(ref))


def named_elsewhere(entries: str) -> str:
    return f"begins with that entry, and is named elsewhere: {entries}."


def test_the_first_act_of_a_body_that_is_named_elsewhere_is_not_struck(book: Book) -> None:
    with refused(f"UNTOC-COP {named_elsewhere('entry 2, entry 3')}"):
        book.strike(1, CONFERENCE.key, "body")
    with refused(f"UNTOC-COP/WG.7 {named_elsewhere('entry 4')}"):
        book.strike(1, WORKING_GROUP.key, "body")
    book.strike(1, BUREAU.key, "body")


def test_a_mention_that_was_struck_names_nothing(book: Book) -> None:
    book.strike(1, BUREAU.key, "body")
    with refused(f"UNTOC-COP {named_elsewhere('entry 2')}"):
        book.strike(1, CONFERENCE.key, "body")


def test_a_later_act_of_a_body_that_is_named_elsewhere_may_be_struck(book: Book) -> None:
    book.record(asked(did(name_also, "2020-02-03", spelling="COP to UNTOC"), key=CONFERENCE.key))
    book.strike(2, CONFERENCE.key, "body")
    assert book.state("body", CONFERENCE.key).spellings == ()


def test_a_resolution_that_others_rest_on_is_not_struck(book: Book) -> None:
    book.record(recorded(SEVEN))
    book.record(recorded(NINE))
    related = did(relate, "2018-10-19", relation=Relation.RECALLS, other=SEVEN)
    book.record(asked(related, key=str(NINE)))
    plan = {**scheduled().fields, "pursuant_to": (Basis(kind="resolution", key=str(SEVEN)),)}
    book.record(asked(replace(scheduled(), fields=plan), key=THIRD))
    with refused(f"{SEVEN} {named_elsewhere('entry 12, entry 13')}"):
        book.strike(1, str(SEVEN), "resolution")


def test_a_word_that_only_looks_like_a_mention_is_none(book: Book) -> None:
    book.record(recorded(SEVEN))
    book.each(added("Follow-up to resolution 7/1"))
    book.strike(1, str(SEVEN), "resolution")
    assert book.state("resolution", str(SEVEN)).ref is None


def test_a_first_act_that_is_named_elsewhere_may_be_corrected(book: Book) -> None:
    right = replace(CONFERENCE, name="Conference of the Parties")
    book.record(struck(1, CONFERENCE.key, "body"), replace(registered(right), replaces=1))
    assert book.state("body", CONFERENCE.key).facts.name == "Conference of the Parties"
    with refused(f"UNTOC-COP {named_elsewhere('entry 2, entry 3')}"):
        book.strike(3, CONFERENCE.key, "body")


def test_another_act_of_the_same_command_is_no_correction_of_a_first_act(book: Book) -> None:
    for other in (asked(sitting(1)), replace(registered(CONFERENCE), replaces=None)):
        with refused(f"UNTOC-COP {named_elsewhere('entry 2, entry 3')}"):
            book.record(struck(1, CONFERENCE.key, "body"), other)


def test_a_strike_of_nothing_is_refused_however_often_the_stream_is_named(book: Book) -> None:
    with refused("There is no such entry to strike."):
        book.strike(9, CONFERENCE.key, "body")


def test_a_command_of_several_streams_corrects_both(book: Book) -> None:
    book.each(sitting(1))
    with book.open() as under_way:
        under_way.act(command(struck(5), struck(1, BUREAU.key, "body")))
    assert book.rows() == book.rebuilt()
    assert CONSENSUS.how == "consensus"


def test_what_is_done_in_another_stream_exempts_nothing_from_being_judged_again(book: Book) -> None:
    elsewhere = [asked(did(name_also, spelling=word), key=BUREAU.key) for word in ("A", "B", "C")]
    with falls(7, "has not been opened."):
        book.record(*elsewhere, struck(3))


def test_what_was_accepted_in_the_same_transaction_is_judged_again_too(book: Book) -> None:
    with falls(9, "Item 2 was not taken up."), book.open() as under_way:
        for request in (asked(taken_up("i2.4")), asked(concluded("i2.4")), struck(5)):
            under_way.act(command(request))
