from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.announcing import announce, take_note
from domain.beginning import circulate, note_agreement
from domain.objecting import break_silence
from domain.rounds import Deadline
from domain.silence import SilenceProcedure
from domain.streams import STREAMS
from domain.values import Sealed, zone_named
from tests.domain.story import BUREAU, ZONE, Deed, Facts, decide, did, history, moment, refused

BUREAU_KEY = BUREAU.key
DEADLINE = Deadline(instant=moment("2020-06-19 18:00"), zone=ZONE, printed="6 p.m. on Friday, 19 June 2020")
EXACTLY, A_SECOND_LATER = moment("2020-06-19 18:00"), moment("2020-06-19 18:00:01")


def circulated(deadline: Deadline = DEADLINE, on: str = "2020-06-16", at: str | None = "10:00") -> Deed:
    return did(circulate, on, at, key="hybrid", body=BUREAU_KEY, subject="Hybrid format", deadline=deadline)


def objected(received: datetime) -> Deed:
    return did(break_silence, "2020-06-19", received=received)


def announced(on: str = "2020-06-22") -> Deed:
    return did(announce, on)


def agreed(on: str = "2019-08-30", body: str = BUREAU_KEY, subject: str = "Meeting plan for 2020") -> Deed:
    return did(note_agreement, on, key="plan-2020", body=body, subject=subject)


def silence(facts: Facts) -> SilenceProcedure:
    state: SilenceProcedure = STREAMS["silence"].fold(facts)
    return state


# --- Circulation.


def test_a_text_is_put_under_silence_until_a_deadline() -> None:
    state = silence(history(circulated()))
    assert (state.key, state.subject, state.deadline, state.outcome) == ("hybrid", "Hybrid format", DEADLINE, None)


def test_what_allows_the_procedure_has_not_lapsed_when_the_text_is_circulated() -> None:
    for basis, until, fragment in (
        ("74/544", "2020-06-15", "The basis, 74/544, lapsed on 15 June 2020, before the circulation."),
        (None, "2020-06-30", "It is not said what lapses on 30 June 2020."),
    ):
        deed = circulated()
        lapsing = {**deed.fields, "basis": basis, "basis_until": date.fromisoformat(until)}
        with refused(fragment):
            replace(deed, fields=lapsing).on_top_of(())
        lasting = {**lapsing, "basis": "74/544", "basis_until": date(2020, 6, 30)}
        assert len(history(replace(deed, fields=lasting))) == 1


def test_a_deadline_follows_the_circulation() -> None:
    for on, at in (("2020-06-20", "10:00"), ("2020-06-19", "18:00"), ("2020-06-20", None)):
        with refused("The deadline, 6 p.m. on Friday, 19 June 2020, is before the circulation on"):
            circulated(on=on, at=at).on_top_of(())


def test_a_text_may_be_circulated_on_the_day_of_its_deadline() -> None:
    assert len(history(circulated(on="2020-06-19", at="17:59"))) == 1
    assert len(history(circulated(on="2020-06-19", at=None))) == 1


def test_a_key_is_given_once() -> None:
    with refused("The silence procedure hybrid is in the record already."):
        history(circulated(), circulated())
    with refused("The silence procedure hybrid is in the record already."):
        history(circulated(), agreed(on="2020-06-17"))


def test_the_body_of_a_silence_procedure_is_in_the_register() -> None:
    with refused("The body ECOSOC is not in the register."):
        history(agreed(body="ECOSOC"))


def test_a_silence_procedure_has_a_subject() -> None:
    with refused("A silence procedure has a subject."):
        history(agreed(subject=" "))


# --- Objections and the outcome.


def test_an_objection_exactly_at_the_deadline_counts() -> None:
    facts = history(circulated(), objected(EXACTLY), announced())
    assert silence(facts).objections == 1
    assert silence(facts).outcome == "not_adopted"


def test_an_objection_a_second_later_does_not_count() -> None:
    facts = history(circulated(), objected(A_SECOND_LATER), announced())
    assert silence(facts).objections == 0
    assert silence(facts).outcome == "adopted"


def test_without_an_objection_the_text_is_adopted_once_it_is_announced() -> None:
    facts = history(circulated())
    assert silence(facts).outcome is None
    assert decide(announce, facts, on="2020-06-22").outcome == "adopted"


def test_who_broke_the_silence_is_sealed() -> None:
    sealed = Sealed(digest="00", stands_for="a delegation")
    fact = decide(break_silence, history(circulated()), on="2020-06-18", received=EXACTLY, objector=sealed)
    assert fact.objector == sealed


def test_that_no_one_objected_cannot_be_announced_before_the_deadline_has_passed() -> None:
    for on, at in (("2020-06-18", None), ("2020-06-19", "17:00"), ("2020-06-19", "18:00")):
        with refused("Silence runs until 6 p.m. on Friday, 19 June 2020"):
            decide(announce, history(circulated()), on=on, at=at)


def test_it_is_announced_as_soon_as_the_deadline_has_passed() -> None:
    assert decide(announce, history(circulated()), on="2020-06-19", at="18:00:01").outcome == "adopted"


def test_of_an_announcement_with_only_a_day_the_day_of_the_deadline_is_enough() -> None:
    assert decide(announce, history(circulated()), on="2020-06-19").outcome == "adopted"


def test_a_broken_silence_may_be_announced_before_the_deadline() -> None:
    facts = history(circulated(), did(break_silence, "2020-06-17", received=moment("2020-06-17 09:00")))
    assert decide(announce, facts, on="2020-06-17").outcome == "not_adopted"


def test_an_objection_is_not_announced_before_it_comes() -> None:
    broken = history(circulated(), objected(moment("2020-06-19 17:30")))
    with refused("The objection that counts was received at 17:30 on 19 June 2020, after that announcement."):
        did(announce, "2020-06-19", "12:00").on_top_of(broken)
    for at in ("17:30", None):
        assert did(announce, "2020-06-19", at).on_top_of(broken).entry.version == len(broken) + 1


def test_what_was_never_circulated_is_neither_broken_nor_announced() -> None:
    for act, told in ((break_silence, {"received": EXACTLY}), (announce, {})):
        for facts, said in (((), "not yet under silence then"), (history(agreed()), "was never circulated here")):
            with refused(said):
                Deed(act, told, "2020-06-22").on_top_of(facts)


def test_what_was_announced_stands() -> None:
    facts = history(circulated(), announced())
    with refused("The result of hybrid was announced already: adopted."):
        history(announced(), after=facts)


def test_a_result_says_that_the_text_was_not_adopted() -> None:
    with refused("announced already: not adopted."):
        history(circulated(), objected(EXACTLY), announced(), announced())


# --- Known by its day alone.


def test_of_what_was_agreed_on_a_day_nothing_more_is_known() -> None:
    state = silence(history(agreed()))
    assert (state.outcome, state.deadline, state.objections) == ("adopted", None, 0)
    assert state.agreed is not None
    assert state.agreed.occurred.at is None


# --- Taking note.


def test_a_meeting_takes_note_of_the_outcome_once() -> None:
    facts = history(circulated(), announced(), did(take_note, by_meeting="wg7"))
    assert silence(facts).noted
    with refused("A plenary meeting took note of hybrid already."):
        decide(take_note, facts)


def test_a_meeting_takes_note_of_what_is_known_by_its_day_alone() -> None:
    assert decide(take_note, history(agreed())).by_meeting is None


def test_what_was_not_announced_is_not_noted() -> None:
    with refused("The result of hybrid has not been announced."):
        decide(take_note, history(circulated()))
    with refused("The text was not yet under silence then."):
        decide(take_note)


def test_note_is_taken_by_a_meeting_of_the_record() -> None:
    with refused("The meeting wg8 is not in the record."):
        decide(take_note, history(agreed()), by_meeting="wg8")


# --- Clocks.


def test_a_deadline_on_the_day_the_clocks_change_is_the_instant_the_letter_meant() -> None:
    new_york = zone_named("America/New_York")
    printed = datetime(2020, 11, 1, 18, tzinfo=new_york)  # clocks went back at 2 a.m. that Sunday
    deadline = Deadline(instant=printed.astimezone(UTC), zone="America/New_York", printed="6 p.m. on 1 November 2020")
    assert deadline.instant == datetime(2020, 11, 1, 23, tzinfo=UTC)
    assert deadline.local.isoformat() == "2020-11-01T18:00:00-05:00"


def test_seventy_two_hours_over_a_longer_day_end_at_another_hour() -> None:
    start = moment("2020-10-23 18:00")
    end = Deadline(instant=datetime.fromtimestamp(start.timestamp() + 72 * 3600, UTC), zone=ZONE, printed="72 hours")
    assert end.local.isoformat() == "2020-10-26T17:00:00+01:00"


def test_the_day_of_a_deadline_is_that_of_the_clock_of_the_letter() -> None:
    late = Deadline(instant=datetime(2020, 6, 19, 22, tzinfo=UTC), zone=ZONE, printed="midnight in Vienna")
    facts = history(circulated(late))
    with refused("Silence runs until midnight in Vienna"):
        decide(announce, facts, on="2020-06-19")
    assert decide(announce, facts, on="2020-06-20").outcome == "adopted"


def test_a_deadline_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        Deadline(instant=datetime(2020, 6, 19, 18), zone=ZONE, printed="6 p.m.")  # noqa: DTZ001 - to be refused


def test_an_objection_is_received_at_an_hour_of_a_known_clock() -> None:
    with refused("An hour without its zone does not say when."):
        history(circulated(), objected(datetime(2020, 6, 19, 17)))  # noqa: DTZ001 - to be refused
