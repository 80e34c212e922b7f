"""A second person confirms an entry, where the rules of the body ask for one."""

from dataclasses import replace
from typing import Any

import pytest

from domain.act import Fact
from domain.amending import add_item
from domain.business import ActStruck
from domain.confirming import Confirmation, asks, confirm_act, evolve, is_a_decision, is_an_adoption, remarks
from domain.context import Context
from domain.decisions import take_decision
from domain.questions import Question
from domain.rules import Profile, Rule
from domain.values import text_in
from tests.domain.story import (
    CONFERENCE,
    CONSENSUS,
    FOUNDING,
    WORKING_GROUP,
    Deed,
    adopted,
    did,
    envelope,
    history,
    opened,
    refused,
)

LOOK = Rule(
    question=Question.SECOND_PERSON,
    number="4",
    says="What is adopted is confirmed by a second person.",
    source="made for the tests",
    word="adoptions",
)
GIVEN: dict[str, Any] = {"confirmed": 20, "recorded_by": "anna", "body": WORKING_GROUP.key}


def around(*rules: Rule) -> Context:
    """A record in which the body goes by these rules."""
    body = replace(CONFERENCE, rules=Profile(name="own", title="its own rules", rules=rules))
    return Context(body=lambda _key: body)


def confirmed(by: str, context: Context | None = None, after: Confirmation | None = None) -> Fact:
    """The confirmation by somebody of what anna recorded."""
    entry = replace(envelope(1, "confirmation"), recorded_by=by)
    return confirm_act(after or Confirmation(), entry, context or Context(), **GIVEN)


def test_another_person_confirms_an_entry() -> None:
    fact = confirmed("boris")
    assert {name: getattr(fact, name) for name in GIVEN} == GIVEN


@pytest.mark.parametrize(
    ("context", "rule"), [(Context(), "two persons"), (around(LOOK), "rule 4 of its own rules")], ids=["none", "a rule"]
)
def test_whoever_recorded_an_entry_does_not_confirm_it(context: Context, rule: str) -> None:
    for name in ("anna", "Anna"):
        with refused("Entry 20 was recorded by anna, and another person confirms it.", rule=rule):
            confirmed(name, context)


def test_an_entry_is_confirmed_once() -> None:
    once = evolve(Confirmation(), confirmed("boris"))  # type: ignore[arg-type] # that very fact
    with refused("Entry 20 was confirmed already, by boris (entry 101)."):
        confirmed("clara", after=once)
    assert evolve(once, ActStruck(entry=envelope(2, "confirmation"), struck=1, reason="Error.")) is once
    assert once.part(Confirmation) is once


ADOPTION = history(*FOUNDING, opened(), adopted())[-1]
DECISION = history(*FOUNDING, opened(), adopted(), did(take_decision, text="to meet again", taken=CONSENSUS))[-1]
PENDING = history(*FOUNDING, opened(), did(add_item, title=text_in("en", "Other"), taken=CONSENSUS))[-1]


@pytest.mark.parametrize(
    ("fact", "adoption", "decision"), [(ADOPTION, True, True), (DECISION, False, True), (PENDING, False, False)]
)
def test_an_adoption_is_a_decision_and_what_is_pending_is_none(fact: Fact, *, adoption: bool, decision: bool) -> None:
    assert (is_an_adoption(fact), is_a_decision(fact)) == (adoption, decision)
    assert asks(LOOK, fact) == adoption
    assert asks(replace(LOOK, word="decisions"), fact) == decision


def test_an_act_that_waits_for_a_second_person_says_so() -> None:
    said = f"A second person confirms it, under rule 4 of its own rules: nemcon confirm {ADOPTION.entry.number}"
    assert [*remarks("G", ADOPTION, around(LOOK))] == [said]
    assert [*remarks("G", DECISION, around(LOOK))] == []
    assert [*remarks("G", PENDING, around(LOOK))] == []
    assert [*remarks("G", ADOPTION, around())] == []
    assert [*remarks("G", ADOPTION, around(replace(LOOK, verified=False)))] == []
    waived = replace(ADOPTION, entry=replace(ADOPTION.entry, waives=("4",)))
    assert [*remarks("G", waived, around(LOOK))] == []


def test_a_deed_of_the_story_is_not_needed_to_confirm() -> None:
    assert Deed(confirm_act, GIVEN).on_top_of(()).TOPIC == "ActConfirmed"
