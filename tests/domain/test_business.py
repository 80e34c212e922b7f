from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.act import Fact
from domain.business import ActStruck, Story, comes_last, in_place, known, order_of_business, standing, strike, strikes
from domain.sittings import MeetingOpened
from tests.domain.story import Facts, envelope, refused

MONDAY, TUESDAY = "2020-09-07", "2020-09-08"


def fact(version: int, on: str = MONDAY, *, replaces: int | None = None, before: int | None = None) -> Fact:
    return MeetingOpened(entry=replace(envelope(version, on=on), replaces=replaces, before=before))


def struck(version: int, target: int, on: str = TUESDAY) -> ActStruck:
    return ActStruck(entry=envelope(version, on=on), struck=target, reason="Recorded in error.")


def versions(facts: list[Fact]) -> list[int]:
    return [one.entry.version for one in facts]


# --- The order.


def test_acts_of_one_day_stand_in_the_order_they_were_entered() -> None:
    assert versions(in_place((fact(1), fact(2), fact(3, TUESDAY)))) == [1, 2, 3]


def test_a_late_entry_takes_its_place_by_its_day() -> None:
    assert versions(in_place((fact(1), fact(2, TUESDAY), fact(3)))) == [1, 3, 2]


def test_an_act_takes_the_place_of_the_one_it_replaces() -> None:
    assert versions(in_place((fact(1), fact(2), fact(3), fact(4, replaces=2)))) == [1, 2, 4, 3]


def test_an_act_of_another_day_takes_its_place_there() -> None:
    assert versions(in_place((fact(1), fact(2), fact(3, TUESDAY), fact(4, TUESDAY, replaces=1)))) == [1, 2, 4, 3]


def test_an_act_is_placed_just_before_another() -> None:
    assert versions(in_place((fact(1), fact(2), fact(3, before=2)))) == [1, 3, 2]
    assert versions(in_place((fact(1), fact(2), fact(3, before=1)))) == [3, 1, 2]


def test_of_two_acts_before_one_the_later_stands_nearer() -> None:
    assert versions(in_place((fact(1), fact(2), fact(3, before=2), fact(4, before=2)))) == [1, 3, 4, 2]


def test_an_act_may_precede_one_that_precedes_another() -> None:
    chain = (fact(1), fact(2), fact(3, before=2), fact(4, before=3), fact(5, before=3), fact(6, before=4))
    assert versions(in_place(chain)) == [1, 6, 4, 5, 3, 2]


def test_an_act_may_precede_one_that_took_anothers_place() -> None:
    assert versions(in_place((fact(1), fact(2), fact(3, replaces=1), fact(4, before=3)))) == [4, 1, 3, 2]


def test_an_act_may_take_the_place_of_one_that_precedes_another() -> None:
    assert versions(in_place((fact(1), fact(2), fact(3, before=2), fact(4, replaces=3)))) == [1, 3, 4, 2]


# --- Strikes.


def test_a_struck_act_does_not_stand_and_is_still_seen() -> None:
    facts = (fact(1), fact(2), struck(3, 1))
    assert versions(standing(facts)) == [2]
    assert [(one.fact.entry.version, one.struck_by) for one in order_of_business(facts)] == [(1, facts[2]), (2, None)]


def test_strikes_are_no_business() -> None:
    assert versions(standing((fact(1), struck(2, 1)))) == []


def test_a_strike_is_found_by_what_it_struck() -> None:
    one = struck(2, 1)
    assert strikes((fact(1), one)) == {1: one}


STORED: Facts = (fact(1), fact(2), struck(3, 1))


def test_an_act_is_struck_with_its_reason() -> None:
    found = strike(STORED, envelope(4), struck=2, reason="Recorded in error.")
    assert (found.struck, found.reason) == (2, "Recorded in error.")


@pytest.mark.parametrize(
    ("target", "reason", "sentence"),
    [
        (9, "Error.", "There is no such entry to strike."),
        (3, "Error.", "Entry 103 is itself a strike, and a strike is never struck."),
        (1, "Error.", "Entry 101 is struck already."),
        (2, " \n", "A strike needs its reason."),
    ],
)
def test_what_cannot_be_struck(target: int, reason: str, sentence: str) -> None:
    with refused(sentence):
        strike(STORED, envelope(4), struck=target, reason=reason)


# --- Two clocks.


def test_what_was_known_at_an_entry() -> None:
    assert versions(known(STORED, 102)) == [1, 2]
    assert versions(standing(STORED, known_at=102)) == [1, 2]
    assert versions(standing(STORED, known_at=103)) == [2]


def test_what_was_known_at_a_moment() -> None:
    moment = datetime(2020, 9, 10, 0, 2, tzinfo=UTC)
    assert versions(known(STORED, moment)) == [1, 2]
    assert versions(standing(STORED, known_at=moment)) == [1, 2]


def test_what_is_known_now_is_everything() -> None:
    assert known(STORED, None) == list(STORED)


def test_a_day_looks_at_no_later_one() -> None:
    facts = (fact(1), fact(2, TUESDAY), fact(3))
    assert versions(standing(facts, on=date(2020, 9, 7))) == [1, 3]
    assert versions(standing(facts, on=date(2020, 9, 6))) == []


def test_strikes_ignore_the_day_looked_at() -> None:
    assert versions(standing((fact(1), fact(2), struck(3, 1, on=TUESDAY)), on=date(2020, 9, 7))) == [2]


def test_an_act_comes_last_unless_its_day_or_place_is_an_earlier_one() -> None:
    facts = (fact(1), fact(2, TUESDAY))
    assert comes_last(envelope(1, on=MONDAY), ())
    assert comes_last(envelope(3, on=TUESDAY), facts)
    assert not comes_last(envelope(3, on=MONDAY), facts)
    assert not comes_last(fact(3, TUESDAY, replaces=2).entry, facts)
    assert not comes_last(fact(3, TUESDAY, before=2).entry, facts)


def test_a_story_counts_struck_acts_and_strikes_too() -> None:
    assert Story(len(STORED), STORED).version == 3
