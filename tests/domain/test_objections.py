"""Objections: in time, late, retracted, ruled upon, and recorded after the announcement."""

import pytest

from domain.announcing import announce
from domain.business import standing
from domain.objecting import break_silence, retract_objection, rule_on_objection
from domain.silence import note_agreement
from tests.domain.story import BUREAU, Deed, Facts, Strike, decide, did, history, moment, refused
from tests.domain.test_rounds import LATER, circulated, extended, objected, replaced, silence

IN_TIME, LATE = "2020-06-19 18:00", "2020-06-19 18:01"


def retracted(when: str, on: str = "2020-06-19", which: int | None = None) -> Deed:
    return did(retract_objection, on, retracted=moment(when), objection=which)


def ruled(*, admitted: bool, on: str = "2020-06-24", which: int | None = None) -> Deed:
    fields = {"admitted": admitted, "objection": which}
    return Deed(rule_on_objection, fields, on, None, {"authority": "letter of the Chair"})


def announced(on: str = "2020-06-22") -> Deed:
    return did(announce, on)


# --- Retracted.


def test_an_objection_retracted_at_or_before_the_deadline_counts_no_more() -> None:
    for when in ("2020-06-19 17:30", IN_TIME):
        facts = history(circulated(), objected("2020-06-19 17:00"), retracted(when), announced())
        assert silence(facts).outcome == "adopted"


def test_a_retraction_after_the_deadline_changes_nothing() -> None:
    facts = history(circulated(), objected("2020-06-19 17:00"), retracted(LATE), announced())
    assert silence(facts).outcome == "not_adopted"


def test_a_retraction_after_the_announcement_changes_nothing_either() -> None:
    facts = history(
        circulated(), objected("2020-06-19 17:00"), announced(), retracted("2020-06-23 10:00", "2020-06-23")
    )
    assert silence(facts).outcome == "not_adopted"
    assert not silence(facts).contested


def test_of_several_objections_it_is_said_which_is_retracted() -> None:
    facts = history(circulated(), objected("2020-06-19 16:00"), objected("2020-06-19 17:00"))
    with refused("hybrid has 2 such objections."):
        history(retracted(IN_TIME), after=facts)
    assert silence(history(retracted(IN_TIME, which=2), after=facts)).objections == 1
    assert silence(history(retracted(IN_TIME, which=2), retracted(IN_TIME), after=facts)).objections == 0


def test_what_is_retracted_was_received_in_this_round_and_not_retracted_before() -> None:
    for deeds in ((), (objected("2020-06-19 17:00"), retracted(IN_TIME)), (objected("2020-06-19 17:00"), replaced())):
        with refused("hybrid has no objection to retract in this round."):
            history(circulated(), *deeds, retracted("2020-06-23 10:00", "2020-06-23"))
    with refused("would have been retracted before it was received."):
        history(circulated(), objected("2020-06-19 17:00"), retracted("2020-06-19 16:00"))


# --- Late.


def test_a_late_objection_counts_where_it_is_admitted() -> None:
    late = history(circulated(), objected(LATE))
    assert silence(history(ruled(admitted=True), after=late)).objections == 1
    assert silence(history(ruled(admitted=False), after=late)).objections == 0


def test_an_extension_makes_a_late_objection_timely() -> None:
    facts = history(circulated(), extended(), objected(LATE))
    assert silence(facts).deadline == LATER
    with refused("hybrid has no late or contested objection to rule upon."):
        history(ruled(admitted=False), after=facts)


def test_an_objection_is_ruled_upon_once() -> None:
    with refused("hybrid has no late or contested objection to rule upon."):
        history(circulated(), objected(LATE), ruled(admitted=True), ruled(admitted=False))


def test_a_ruling_is_somebodys() -> None:
    with refused("It is not said whose ruling it is."):
        decide(rule_on_objection, history(circulated(), objected(LATE)), on="2020-06-24", admitted=True)


# --- Contested.


def contested() -> Facts:
    return history(circulated(), announced(), objected("2020-06-19 17:00", on="2020-06-23"))


def test_a_timely_objection_recorded_after_the_announcement_makes_the_result_contested() -> None:
    state = silence(contested())
    assert (state.outcome, state.contested) == ("adopted", True)


def test_a_late_objection_recorded_after_the_announcement_does_not() -> None:
    assert not silence(history(circulated(), announced(), objected(LATE, on="2020-06-23"))).contested


def test_a_ruling_settles_a_contested_result() -> None:
    admitted = silence(history(ruled(admitted=True), after=contested()))
    assert (admitted.outcome, admitted.contested) == ("not_adopted", False)
    refused_ = silence(history(ruled(admitted=False), after=contested()))
    assert (refused_.outcome, refused_.contested) == ("adopted", False)


def test_a_result_stays_contested_until_each_objection_is_ruled_upon() -> None:
    two = history(objected("2020-06-19 17:30", on="2020-06-23"), after=contested())
    one_left = history(ruled(admitted=False, which=3), after=two)
    assert silence(one_left).contested
    assert not silence(history(ruled(admitted=False), after=one_left)).contested
    assert silence(history(ruled(admitted=True), after=one_left)).outcome == "not_adopted"


def test_a_retraction_in_time_that_is_recorded_after_the_announcement_is_settled_by_a_correction() -> None:
    facts = history(circulated(), objected("2020-06-19 17:00"), announced(), retracted(IN_TIME, "2020-06-23"))
    assert (silence(facts).outcome, silence(facts).contested) == ("not_adopted", True)
    with refused("hybrid has no late or contested objection to rule upon."):
        history(ruled(admitted=False), after=facts)
    corrected = history(Strike(3), announced("2020-06-24"), after=facts)
    assert silence(tuple(standing(corrected))).outcome == "adopted"


def test_where_the_objection_is_struck_the_result_stands() -> None:
    facts = history(Strike(3), after=contested())
    assert not silence(tuple(standing(facts))).contested


def test_what_was_never_circulated_has_no_objections() -> None:
    agreed = history(did(note_agreement, "2019-08-30", key="plan", body=BUREAU.key, subject="Plan"))
    for deed in (retracted(IN_TIME), ruled(admitted=True), objected(IN_TIME)):
        with refused("was never circulated here"):
            history(deed, after=agreed)


@pytest.mark.parametrize("act", [break_silence, retract_objection])
def test_a_letter_is_received_at_an_hour_of_a_known_clock(act: object) -> None:
    facts = history(circulated(), objected("2020-06-19 17:00"))
    naive = moment(IN_TIME).replace(tzinfo=None)
    told = {"received": naive} if act is break_silence else {"retracted": naive}
    with refused("An hour without its zone does not say when."):
        Deed(act, told, "2020-06-19").on_top_of(facts)  # type: ignore[arg-type] # one of two acts
