"""What happens to a round of silence: extended, suspended, corrected, replaced, withdrawn."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from domain.announcing import announce
from domain.beginning import circulate
from domain.circulating import (
    correct_text,
    extend_silence,
    replace_text,
    resume_silence,
    suspend_silence,
    withdraw_silence,
)
from domain.context import Context
from domain.objecting import break_silence
from domain.profiles.osce import OSCE
from domain.profiles.unga import GENERAL_ASSEMBLY_2020
from domain.questions import Question
from domain.rounds import CirculatedText, Deadline
from domain.rules import Profile, Rule
from domain.silence import SilenceProcedure
from domain.streams import STREAMS
from tests.domain import story
from tests.domain.story import BUREAU, ZONE, Deed, Facts, decide, did, history, moment, refused

TEXT = (CirculatedText(name="hybrid.pdf", sha256="00", language="en"),)
MINIMUM = "rule 74/544 of the decisions of the General Assembly of 2020"


def until(text: str) -> Deadline:
    return Deadline(instant=moment(text), zone=ZONE, printed=f"until {text}")


FIRST, LATER = until("2020-06-19 18:00"), until("2020-06-22 18:00")


def circulated(deadline: Deadline = FIRST, on: str = "2020-06-16", at: str | None = "10:00", **more: object) -> Deed:
    fields = {"key": "hybrid", "body": BUREAU.key, "subject": "Hybrid format", "deadline": deadline}
    return Deed(circulate, {**fields, **more}, on, at)


def objected(received: str, on: str = "2020-06-19") -> Deed:
    return did(break_silence, on, received=moment(received))


def extended(deadline: Deadline = LATER, on: str = "2020-06-18", at: str | None = None) -> Deed:
    return did(extend_silence, on, at, deadline=deadline)


def suspended(on: str = "2020-06-18") -> Deed:
    return did(suspend_silence, on)


def replaced(on: str = "2020-06-22", deadline: Deadline | None = None) -> Deed:
    return did(replace_text, on, texts=TEXT, deadline=deadline or until("2020-06-26 18:00"))


def silence(facts: Facts) -> SilenceProcedure:
    state: SilenceProcedure = STREAMS["silence"].fold(facts)
    return state


@pytest.fixture
def under(monkeypatch: pytest.MonkeyPatch) -> "Under":
    return Under(monkeypatch)


def rule(question: Question, **answer: Any) -> Rule:  # noqa: ANN401 - the fields of a rule
    """A rule of our own on this question."""
    return Rule(question=question, number="3", says="So it is.", source="ours", **answer)


OURS = Profile(
    name="ours",
    title="our own rules",
    rules=(
        rule(Question.SILENCE_DEADLINE, word="before"),
        rule(Question.SILENCE_FORM, word="writing"),
        rule(Question.SILENCE_ADDRESSEES),
    ),
)


class Under:
    """The Bureau under other rules of procedure."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch

    def __call__(self, profile: Profile) -> None:
        """Let these rules be in force."""
        body = replace(BUREAU, rules=profile)
        self.monkeypatch.setattr(story, "CONTEXT", Context(body={body.key: body}.get))


# --- Extended.


def test_an_extension_moves_the_deadline_of_objections_and_of_the_announcement() -> None:
    facts = history(circulated(), extended(), objected("2020-06-22 18:00"))
    assert silence(facts).deadline == LATER
    assert silence(facts).objections == 1
    with refused("Silence runs until until 2020-06-22 18:00"):
        decide(announce, history(circulated(), extended()), on="2020-06-20")


def test_silence_is_extended_up_to_its_very_deadline() -> None:
    assert len(history(circulated(), extended(on="2020-06-19", at="18:00"))) == 2
    assert len(history(circulated(), extended(on="2020-06-19"))) == 2


def test_a_deadline_that_has_passed_is_not_extended() -> None:
    for on, at in (("2020-06-19", "18:01"), ("2020-06-20", None)):
        with refused("Silence on hybrid ended at its deadline, until 2020-06-19 18:00, and no objection is recorded."):
            history(circulated(), extended(on=on, at=at))
    with refused("has passed; silence was broken."):
        history(circulated(), objected("2020-06-19 17:00"), extended(on="2020-06-20"))


def test_no_waiver_extends_a_deadline_that_has_passed() -> None:
    with refused("Silence on hybrid ended at its deadline"):
        decide(extend_silence, history(circulated()), on="2020-06-20", waives=("74/544", "the record"), deadline=LATER)


def test_an_extension_gives_more_time() -> None:
    for deadline in (FIRST, until("2020-06-19 12:00")):
        with refused("is not after the deadline of hybrid"):
            history(circulated(), extended(deadline))


# --- Suspended and resumed.


def test_no_deadline_passes_while_silence_is_suspended() -> None:
    facts = history(circulated(), suspended())
    with refused("Silence on hybrid is suspended; that no one objected cannot be announced."):
        decide(announce, facts, on="2020-06-22")
    assert len(history(did(withdraw_silence, "2020-06-22"), after=facts)) == 3


def test_silence_is_resumed_with_its_deadline_or_with_another() -> None:
    same = history(circulated(), suspended(), did(resume_silence, "2020-06-19"))
    assert silence(same).deadline == FIRST
    other = history(circulated(), suspended(), did(resume_silence, "2020-06-22", deadline=until("2020-06-24 18:00")))
    assert silence(other).deadline == until("2020-06-24 18:00")
    assert decide(announce, other, on="2020-06-25").outcome == "adopted"


def test_a_deadline_that_passed_meanwhile_is_given_anew() -> None:
    with refused("passed while silence was suspended."):
        decide(resume_silence, history(circulated(), suspended()), on="2020-06-20")
    with refused("is before the circulation"):
        decide(resume_silence, history(circulated(), suspended()), on="2020-06-23", deadline=LATER)


def test_what_is_suspended_is_neither_suspended_again_nor_extended() -> None:
    for deed in (suspended(), extended()):
        with refused("Silence on hybrid is suspended already."):
            history(circulated(), suspended(), deed)
    with refused("Silence on hybrid is not suspended."):
        decide(resume_silence, history(circulated()), on="2020-06-18")


# --- Another text.


def test_a_corrected_text_leaves_the_round_as_it_is() -> None:
    before = history(circulated(), objected("2020-06-17 12:00", on="2020-06-17"))
    after = history(did(correct_text, "2020-06-18", texts=TEXT), after=before)
    assert silence(after) == silence(before)


def test_a_replaced_text_begins_a_new_round_to_which_earlier_objections_do_not_apply() -> None:
    state = silence(history(circulated(), objected("2020-06-19 12:00"), replaced()))
    assert state.round is not None
    assert (state.round.number, state.objections) == (2, 0)
    assert state.deadline == until("2020-06-26 18:00")


def test_an_objection_to_a_new_round_is_received_after_it_began() -> None:
    facts = history(circulated(), objected("2020-06-19 12:00"), replaced())
    with refused("would have been received before the circulation on 22 June 2020"):
        decide(break_silence, facts, on="2020-06-23", received=moment("2020-06-21 12:00"))
    assert silence(history(objected("2020-06-23 12:00", on="2020-06-23"), after=facts)).objections == 1


def test_a_text_that_stands_since_the_deadline_is_neither_replaced_nor_corrected_nor_withdrawn() -> None:
    for deed in (replaced(), did(correct_text, "2020-06-22", texts=TEXT), did(withdraw_silence, "2020-06-22")):
        with refused("Silence on hybrid ended at its deadline"):
            history(circulated(), deed)


def test_another_text_is_one_that_can_be_shown() -> None:
    for deed in (did(correct_text, "2020-06-17", texts=()), did(replace_text, "2020-06-17", texts=(), deadline=LATER)):
        with refused("No text is given for hybrid."):
            history(circulated(), deed)


# --- Withdrawn.


def test_nothing_happens_to_what_was_withdrawn() -> None:
    facts = history(circulated(), did(withdraw_silence, "2020-06-17"))
    for deed in (extended(), suspended(), replaced(), objected("2020-06-19 12:00"), did(announce, "2020-06-22")):
        with refused("The silence procedure hybrid was withdrawn."):
            history(deed, after=facts)


def test_what_was_announced_is_neither_extended_nor_withdrawn() -> None:
    facts = history(circulated(), did(announce, "2020-06-22"))
    for deed in (extended(on="2020-06-23"), did(withdraw_silence, "2020-06-23")):
        with refused("The result of hybrid was announced already: adopted."):
            history(deed, after=facts)


# --- The rules of the body.


def test_a_period_shorter_than_the_rules_ask_for_is_refused(under: Under) -> None:
    under(GENERAL_ASSEMBLY_2020)
    start = moment("2020-06-16 10:00")
    for hours, at in ((71, "10:00"), (72 - 10 - 1, None)):
        short = Deadline(instant=start + timedelta(hours=hours), zone=ZONE, printed="too soon")
        with refused("Silence until too soon is shorter than 72 hours. A silence procedure lasts", MINIMUM):
            history(circulated(short, at=at))
    enough = Deadline(instant=start + timedelta(hours=72), zone=ZONE, printed="in three days")
    assert len(history(circulated(enough))) == 1


def test_a_new_round_is_as_long_as_the_rules_ask_for(under: Under) -> None:
    under(GENERAL_ASSEMBLY_2020)
    facts = history(circulated(), objected("2020-06-17 12:00"))
    with refused("is shorter than 72 hours", MINIMUM):
        decide(replace_text, facts, on="2020-06-19", at="10:00", texts=TEXT, deadline=until("2020-06-21 10:00"))


def test_a_body_waives_its_minimum(under: Under) -> None:
    under(GENERAL_ASSEMBLY_2020)
    fields = circulated(until("2020-06-18 10:00")).fields
    state = silence((decide(circulate, (), "2020-06-16", "10:00", ("74/544",), **fields),))
    assert state.round is not None
    assert state.round.short


def test_an_unverified_rule_refuses_nothing(under: Under) -> None:
    rules = (rule(Question.SILENCE_MINIMUM, value=72), rule(Question.SILENCE_DEADLINE, word="before"))
    under(Profile(name="hearsay", title="rules heard of", rules=tuple(replace(one, verified=False) for one in rules)))
    state = silence(history(circulated(until("2020-06-17 10:00")), objected("2020-06-17 10:00", on="2020-06-17")))
    assert state.round is not None
    assert (state.round.short, state.objections) == (True, 1)


def test_where_the_rules_say_before_an_objection_at_the_very_deadline_is_late(under: Under) -> None:
    under(OURS)
    assert silence(history(circulated(), objected("2020-06-19 18:00"))).objections == 0
    assert silence(history(circulated(), objected("2020-06-19 17:59"))).objections == 1


def test_seventy_two_hours_are_hours_also_when_the_clocks_change(under: Under) -> None:
    under(Profile(name="x", title="our own rules", rules=(rule(Question.SILENCE_MINIMUM, value=72),)))
    # On 25 October 2020 the clocks of Vienna went back: from Friday to Monday are 73 hours.
    start = {"on": "2020-10-23", "at": "18:00"}
    assert len(history(circulated(until("2020-10-26 17:00"), **start))) == 1
    # On 29 March 2020 they went forward: from Friday to Monday are 71 hours.
    with refused("is shorter than 72 hours", "rule 3 of our own rules"):
        history(circulated(until("2020-03-30 18:00"), on="2020-03-27", at="18:00"))


def test_of_a_circulation_known_by_its_day_the_whole_day_is_given(under: Under) -> None:
    under(Profile(name="x", title="our own rules", rules=(rule(Question.SILENCE_MINIMUM, value=72),)))
    midnight = Deadline(instant=datetime(2020, 6, 18, 22, tzinfo=UTC), zone=ZONE, printed="midnight")
    assert len(history(circulated(midnight, at=None))) == 1


# --- What the rules of the body say.


def test_rules_that_nobody_read_in_their_own_text_change_nothing(under: Under) -> None:
    under(OSCE)
    facts = history(circulated(), Deed(break_silence, {"received": moment("2020-06-19 18:00"), "channel": "orally"}))
    assert silence(facts).objections == 1


def test_an_oral_objection_is_out_of_order_where_the_rules_ask_for_a_letter(under: Under) -> None:
    under(OURS)
    told: dict[str, Any] = {"received": moment("2020-06-17 12:00"), "channel": "orally"}
    with refused("The objection was made orally. So it is.", "rule 3 of our own rules"):
        decide(break_silence, history(circulated()), on="2020-06-17", **told)
    decide(break_silence, history(circulated()), on="2020-06-17", waives=("3",), **told)


def announced(under: Under, word: str | None, on: str = "2020-06-22") -> date | None:
    under(Profile(name="x", title="x", rules=(rule(Question.SILENCE_ADOPTION, word=word),) if word else ()))
    state = silence(history(circulated(), did(announce, on)))
    assert state.outcome == "adopted"
    return state.adopted_on


def test_the_rules_say_whether_the_expiry_or_the_announcement_makes_the_day_of_the_adoption(under: Under) -> None:
    assert announced(under, "expiry") == date(2020, 6, 19)
    assert announced(under, "announcement") == date(2020, 6, 22)
    assert announced(under, None) is None


def test_what_was_not_adopted_has_no_day_of_adoption(under: Under) -> None:
    under(Profile(name="x", title="x", rules=(rule(Question.SILENCE_ADOPTION, word="expiry"),)))
    facts = history(circulated(), objected("2020-06-17 12:00", on="2020-06-17"), did(announce, "2020-06-22"))
    assert (silence(facts).outcome, silence(facts).adopted_on) == ("not_adopted", None)


def test_a_silence_after_the_decision_that_allowed_it_has_lapsed_is_out_of_order(under: Under) -> None:
    under(GENERAL_ASSEMBLY_2020)
    august, september = until("2020-09-03 18:00"), until("2020-09-04 18:00")
    lapsed = "rule 74/561 of the decisions of the General Assembly of 2020"
    assert history(circulated(august, on="2020-08-31"))
    with refused("On 1 September 2020 nothing in effect allows", lapsed):
        history(circulated(september, on="2020-09-01"))
    with refused("On 26 March 2020 nothing in effect allows", lapsed):
        history(circulated(on="2020-03-26"))
    fields: dict[str, Any] = {**circulated(september).fields}
    decide(circulate, (), "2020-09-01", waives=("74/561",), **fields)


def test_a_circulation_is_remarked_upon_where_it_names_nobody_or_outlives_what_allows_it(under: Under) -> None:
    under(GENERAL_ASSEMBLY_2020)

    def remarks(**told: Any) -> list[str]:  # noqa: ANN401 - what is told of a circulation
        (fact,) = history(circulated(**told))
        return [*STREAMS["silence"].remarks(SilenceProcedure(), fact, story.CONTEXT)]

    assert remarks(addressees=("all Member States",)) == []
    assert remarks() == [
        (
            "No addressee is named; rule 74/544 of the decisions of the General Assembly of 2020: The drafts are "
            "circulated to all Member States."
        )
    ]
    lapses = remarks(deadline=until("2020-09-03 18:00"), on="2020-08-31", addressees=("all Member States",))
    assert lapses == [
        (
            "Silence ends after what allows it has lapsed; rule 74/561 of the decisions of the General Assembly of "
            "2020: The silence procedure stays in effect until the end of August 2020."
        )
    ]
    under(OURS)
    assert remarks() == ["No addressee is named; rule 3 of our own rules: So it is."]
