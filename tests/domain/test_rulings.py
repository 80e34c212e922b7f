"""Rulings, appeals and reconsiderations: who may do what, and what is unusual."""

from dataclasses import replace

import pytest

from domain.context import Context
from domain.decisions import take_decision
from domain.questions import Question
from domain.remarks import remarks
from domain.rules import PERMISSIVE, Rule
from domain.rulings import appeal_ruling, give_ruling, has_two_thirds, reconsider
from domain.values import Mode, Taken
from tests.domain import story
from tests.domain.story import (
    AT_WORK,
    CONSENSUS,
    CONTEXT,
    FOUNDING,
    WORKING_GROUP,
    Deed,
    Facts,
    decide,
    did,
    history,
    meeting,
    refused,
)

RULED = did(give_ruling, text="The motion is in order.", by_rule="45")
TWO_THIRDS = Rule(
    question=Question.RECONSIDERATION,
    number="81",
    says="Reconsideration is decided by two thirds.",
    source="General Assembly, rule 81",
    word="two-thirds",
)


def appealed(*, tally: str | None = None, overruled: bool = False, by: str | None = "A", of: int | None = None) -> Deed:
    how = Taken(how=Mode.RECORDED, tally=tally) if tally else CONSENSUS
    particular = {} if by is None else {"origin": by}
    return Deed(appeal_ruling, {"taken": how, "overruled": overruled, "ruling": of}, particular=particular)


def voted(tally: str) -> Taken:
    return Taken(how=Mode.RECORDED, tally=tally)


def test_a_ruling_stands_until_an_appeal_overrules_it() -> None:
    facts = history(*AT_WORK, RULED, RULED, appealed(overruled=True))
    assert meeting(facts).rulings.given == {5: None, 6: True}
    assert meeting(history(appealed(of=5), after=facts)).rulings.given == {5: False, 6: True}


def test_a_ruling_is_given_while_the_meeting_is_open_and_says_something() -> None:
    with refused("has not been opened"):
        history(*FOUNDING, RULED)
    with refused("It is not said what was ruled."):
        decide(give_ruling, history(*AT_WORK), text=" ")


def test_an_appeal_is_against_a_ruling_and_decided_once() -> None:
    with refused("No ruling was given in this meeting."):
        history(*AT_WORK, appealed())
    with refused("That entry is no ruling of this meeting."):
        history(*AT_WORK, RULED, appealed(of=4))
    with refused("An appeal against that ruling was decided already."):
        history(*AT_WORK, RULED, appealed(), appealed())


def test_an_appeal_is_somebodys() -> None:
    with refused("It is not said who appealed."):
        history(*AT_WORK, RULED, appealed(by=None))


@pytest.mark.parametrize(
    ("tally", "overruled", "said"),
    [
        ("20-45-3", False, []),
        ("45-20", True, []),
        (None, True, []),
        ("20-45", True, ["20-45 is read as votes for and against the appeal, and the ruling was overruled."]),
        ("45-20", False, ["45-20 is read as votes for and against the appeal, and the ruling was upheld."]),
    ],
)
def test_an_outcome_that_its_tally_does_not_bear_out_is_remarked_on(
    tally: str | None,
    said: list[str],
    *,
    overruled: bool,
) -> None:
    facts = history(*AT_WORK, RULED)
    fact = history(appealed(tally=tally, overruled=overruled), after=facts)[-1]
    assert list(remarks(meeting(facts), fact, CONTEXT)) == said


# --- Reconsideration.

DECIDED = did(take_decision, text="to meet again", taken=CONSENSUS)


def test_a_decision_of_the_meeting_or_a_proposal_is_reconsidered() -> None:
    facts = history(*AT_WORK, DECIDED)
    assert decide(reconsider, facts, decision=5, taken=CONSENSUS).decision == 5
    assert decide(reconsider, facts, subject=" A/76/L.31 ", taken=CONSENSUS).subject == "A/76/L.31"
    after = meeting(history(did(reconsider, decision=5, taken=CONSENSUS), after=facts))
    assert (after.decisions.numbers, after.rulings) == (meeting(facts).decisions.numbers, meeting(facts).rulings)


def test_what_is_reconsidered_is_a_decision_or_is_named() -> None:
    with refused("That entry is no decision of this meeting."):
        decide(reconsider, history(*AT_WORK), decision=4, taken=CONSENSUS)
    for subject in (None, " "):
        with refused("It is not said what is reconsidered."):
            decide(reconsider, history(*AT_WORK), subject=subject, taken=CONSENSUS)


def test_two_thirds_are_of_those_voting() -> None:
    assert has_two_thirds("60-30-100")
    assert not has_two_thirds("59-30")
    assert has_two_thirds(None)
    assert has_two_thirds("a large majority")


@pytest.fixture
def facts(monkeypatch: pytest.MonkeyPatch) -> Facts:
    """A decision of a body that reconsiders by two thirds."""
    body = replace(WORKING_GROUP, rules=replace(PERMISSIVE, title="its rules", rules=(TWO_THIRDS,)))
    monkeypatch.setattr(story, "CONTEXT", Context(body={body.key: body}.get))
    return history(*AT_WORK, DECIDED)


def test_where_the_rules_say_so_a_simple_majority_reconsiders_nothing(facts: Facts) -> None:
    with refused("59-30 is less than two thirds", rule="rule 81 of its rules"):
        decide(reconsider, facts, decision=5, taken=voted("59-30"))
    assert decide(reconsider, facts, decision=5, taken=voted("60-30")).agreed
    assert not decide(reconsider, facts, decision=5, taken=voted("59-30"), agreed=False).agreed
    assert decide(reconsider, facts, decision=5, taken=voted("59-30"), waives=("81",)).agreed
    assert decide(reconsider, facts, decision=5, taken=CONSENSUS).agreed
