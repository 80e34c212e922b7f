from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from domain.act import Fact
from domain.decisions import agree_recommendation, number_decision, take_decision
from domain.deferring import defer_item
from domain.values import Taken
from tests.domain.story import (
    AT_WORK,
    CONSENSUS,
    FOUNDING,
    LAST_DAY,
    Strike,
    closed,
    decide,
    deferred,
    deleted,
    did,
    history,
    meeting,
    refused,
)

AGAIN = Taken(number="77/505", also=True)
DECIDED = did(take_decision, text="To meet again.", taken=CONSENSUS)


def test_a_decision_is_kept_in_the_bodys_own_words() -> None:
    fact = decide(take_decision, history(*AT_WORK), text=" To  meet again.\n", items=("2", "3"), taken=CONSENSUS)
    assert (fact.text, fact.items) == ("To meet again.", ("i2.4", "i2.5"))


@pytest.mark.parametrize("act", [take_decision, agree_recommendation])
def test_it_is_said_what_was_decided(act: Callable[..., Fact]) -> None:
    with refused("It is not said what was decided."):
        decide(act, history(*AT_WORK), text=" \n", taken=CONSENSUS)


@pytest.mark.parametrize(
    ("act", "told"), [(take_decision, {"items": ("i2.5", "i2.4")}), (agree_recommendation, {"item": "i2.4"})]
)
def test_it_concerns_an_item_that_stands(act: Callable[..., Fact], told: dict[str, Any]) -> None:
    with refused("Item 2 was deleted."):
        decide(act, history(*AT_WORK, deleted("2")), text="To meet again.", taken=CONSENSUS, **told)


@pytest.mark.parametrize("act", [take_decision, agree_recommendation])
def test_it_is_taken_while_the_meeting_is_open(act: Callable[..., Fact]) -> None:
    with refused("has not been opened"):
        decide(act, history(*FOUNDING), text="To meet again.", taken=CONSENSUS)
    with refused("was closed"):
        decide(act, history(*AT_WORK, closed("carry")), on=LAST_DAY, text="To meet again.", taken=CONSENSUS)


def test_a_number_may_come_days_after_the_decision() -> None:
    facts = history(*AT_WORK, DECIDED, did(number_decision, LAST_DAY, decision=5, number=" 77/505 "))
    assert meeting(facts).decisions.numbers == {5: "77/505"}


def test_a_number_once_given_stays() -> None:
    for given in (
        (DECIDED, did(number_decision, decision=5, number="1")),
        (did(take_decision, text="To meet again.", taken=Taken(number="1")),),
    ):
        with refused("That decision has its number already: 1."):
            decide(number_decision, history(*AT_WORK, *given), decision=5, number="2")


def test_only_a_decision_is_given_a_number() -> None:
    with refused("That entry is no decision of this meeting."):
        decide(number_decision, history(*AT_WORK, DECIDED), decision=3, number="1")


def test_what_the_body_decided_by_another_act_may_be_given_a_number_too() -> None:
    facts = history(*AT_WORK, deferred("2"), did(number_decision, LAST_DAY, decision=5, number="77/505"))
    assert meeting(facts).decisions.numbers == {5: "77/505"}
    with refused("That decision has its number already: 77/505."):
        decide(number_decision, facts, on=LAST_DAY, decision=5, number="77/506")


def test_a_decision_goes_on_in_acts_of_other_days_under_its_number() -> None:
    first = did(take_decision, text="To meet again.", taken=Taken(number="77/505"))
    facts = history(*AT_WORK, first, did(defer_item, LAST_DAY, item="2", taken=AGAIN))
    assert meeting(facts).decisions.numbers == {5: "77/505", 6: "77/505"}


def test_only_a_decision_taken_before_goes_on() -> None:
    other = did(take_decision, text="To meet again.", taken=Taken(number="77/506"))
    with refused("No decision of this meeting had the number 77/505 by then."):
        history(*AT_WORK, other, did(take_decision, text="To meet again.", taken=AGAIN))


def test_a_corrected_decision_keeps_the_number_it_was_given() -> None:
    facts = history(*AT_WORK, DECIDED, did(number_decision, decision=5, number="1"), Strike(5))
    facts = history(replace(DECIDED, particular={"replaces": 5}), after=facts)
    assert list(meeting(facts).decisions.numbers.values()) == ["1"]


def test_recommendations_are_counted() -> None:
    agreed = did(agree_recommendation, text="States should cooperate.", item="2", taken=CONSENSUS)
    assert meeting(history(*AT_WORK, agreed, agreed)).decisions.recommendations == 2
