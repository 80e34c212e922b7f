"""What happens to a round of silence: extended, suspended, corrected, replaced, withdrawn."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

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
from domain.rounds import CirculatedText, Deadline
from domain.rules import GENERAL_ASSEMBLY_2020, OSCE, Profile
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
    rules = {"silence minimum": replace(GENERAL_ASSEMBLY_2020.rules["silence minimum"], verified=False)}
    rules |= {"silence deadline": replace(OSCE.rules["silence deadline"], verified=False)}
    under(Profile(name="hearsay", title="rules heard of", rules=rules))
    state = silence(history(circulated(until("2020-06-17 10:00")), objected("2020-06-17 10:00", on="2020-06-17")))
    assert state.round is not None
    assert (state.round.short, state.objections) == (True, 1)


def test_where_the_rules_say_before_an_objection_at_the_very_deadline_is_late(under: Under) -> None:
    under(OSCE)
    assert silence(history(circulated(), objected("2020-06-19 18:00"))).objections == 0
    assert silence(history(circulated(), objected("2020-06-19 17:59"))).objections == 1


def test_seventy_two_hours_are_hours_also_when_the_clocks_change(under: Under) -> None:
    under(GENERAL_ASSEMBLY_2020)
    # On 25 October 2020 the clocks of Vienna went back: from Friday to Monday are 73 hours.
    start = {"on": "2020-10-23", "at": "18:00"}
    assert len(history(circulated(until("2020-10-26 17:00"), **start))) == 1
    # On 29 March 2020 they went forward: from Friday to Monday are 71 hours.
    with refused("is shorter than 72 hours", MINIMUM):
        history(circulated(until("2020-03-30 18:00"), on="2020-03-27", at="18:00"))


def test_of_a_circulation_known_by_its_day_the_whole_day_is_given(under: Under) -> None:
    under(GENERAL_ASSEMBLY_2020)
    midnight = Deadline(instant=datetime(2020, 6, 18, 22, tzinfo=UTC), zone=ZONE, printed="midnight")
    assert len(history(circulated(midnight, at=None))) == 1
