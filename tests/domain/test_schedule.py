from datetime import date
from typing import Any

from domain.decisions import take_decision
from domain.plenary import hold_sitting
from domain.rescheduling import cancel_meeting, postpone_meeting, reconvene_meeting, relocate_meeting
from domain.schedule import permit_services, schedule_meeting
from domain.sittings import open_meeting
from domain.values import Language
from tests.domain.story import (
    AT_WORK,
    CONSENSUS,
    FOUNDING,
    LAST_DAY,
    WORKING_GROUP,
    Deed,
    closed,
    decide,
    did,
    history,
    meeting,
    opened,
    refused,
    scheduled,
    sitting,
)

DAYS: dict[str, Any] = {"starts": date(2020, 9, 8), "ends": date(2020, 9, 9)}
LATER: dict[str, Any] = {"starts": date(2020, 9, 10), "ends": date(2020, 9, 11)}


def test_a_meeting_is_scheduled_under_the_names_of_its_body_on_that_day() -> None:
    fact = decide(schedule_meeting, key=" WG7 ", body="UNTOC-COP/WG.7", place=" Vienna", **DAYS)
    assert (fact.key, fact.body, fact.body_name) == ("wg7", WORKING_GROUP.key, WORKING_GROUP.name)
    assert (fact.body_short, fact.says, fact.zone, fact.place) == (
        "Working Group",
        "meeting",
        "Europe/Vienna",
        "Vienna",
    )


def test_a_meeting_is_scheduled_once() -> None:
    with refused("The meeting wg7 is scheduled already."):
        history(scheduled(), scheduled())


def test_the_body_of_a_meeting_is_in_the_register() -> None:
    with refused("The body UNCAC-COSP is not in the register."):
        history(scheduled("UNCAC-COSP"))


def test_a_meeting_ends_no_earlier_than_it_starts() -> None:
    with refused("The meeting would end on 2020-09-07, before it starts on 2020-09-08."):
        decide(
            schedule_meeting,
            key="wg7",
            body="UNTOC-COP",
            place="Vienna",
            starts=date(2020, 9, 8),
            ends=date(2020, 9, 7),
        )


def test_a_meeting_of_one_day_is_lawful() -> None:
    day = date(2020, 9, 8)
    assert decide(schedule_meeting, key="wg7", body="UNTOC-COP", place="Vienna", starts=day, ends=day).ends == day


def test_other_days_take_the_place_of_the_days_before() -> None:
    plan = meeting(history(scheduled(), did(postpone_meeting, **LATER))).schedule
    assert (plan.starts, plan.ends) == (date(2020, 9, 10), date(2020, 9, 11))


def test_a_meeting_is_not_postponed_to_the_days_it_has() -> None:
    with refused("Those are the days it is scheduled for already."):
        decide(postpone_meeting, history(scheduled()), **DAYS)


def test_a_meeting_is_not_postponed_to_days_that_end_before_they_start() -> None:
    with refused("before it starts"):
        decide(postpone_meeting, history(scheduled()), starts=date(2020, 9, 9), ends=date(2020, 9, 8))


def test_a_meeting_may_be_held_elsewhere() -> None:
    assert meeting(history(scheduled(), did(relocate_meeting, place=" New  York"))).schedule.place == "New York"


def test_a_meeting_is_not_relocated_to_where_it_is() -> None:
    with refused("It is scheduled to be held in Vienna already."):
        decide(relocate_meeting, history(scheduled()), place="Vienna ")


def test_nothing_more_is_done_to_a_cancelled_meeting() -> None:
    facts = history(*FOUNDING, did(cancel_meeting))
    with refused("The meeting wg7 was cancelled."):
        decide(postpone_meeting, facts, **LATER)


def test_what_was_never_scheduled_cannot_be_cancelled() -> None:
    with refused("There is no such meeting on that day."):
        decide(cancel_meeting)


def test_an_act_of_a_day_before_the_meeting_was_scheduled_finds_no_meeting() -> None:
    with refused("There is no such meeting on that day."):
        decide(relocate_meeting, history(scheduled()), on="2020-04-30", place="New York")


def test_conference_services_permit_sittings_and_languages() -> None:
    facts = history(scheduled(), did(permit_services, sittings=4, languages=tuple(Language)))
    services = meeting(facts).schedule.services
    assert services is not None
    assert (services.sittings, len(services.languages)) == (4, 6)


def test_conference_services_permit_at_least_one_sitting() -> None:
    with refused("Conference services permit at least one sitting."):
        decide(permit_services, history(scheduled()), sittings=0, languages=())


# --- Reconvened.

DECEMBER = "2020-12-02"
AGAIN: dict[str, Any] = {"starts": date(2020, 12, 2), "ends": date(2020, 12, 4)}
CLOSED = (*AT_WORK, closed("carry"))


def reconvened(on: str = LAST_DAY, **days: Any) -> Deed:  # noqa: ANN401 - dates by their names
    return did(reconvene_meeting, on=on, **(days or AGAIN))


def test_a_meeting_that_was_broken_off_goes_on_under_its_number() -> None:
    state = meeting(history(*AT_WORK, sitting(1), reconvened()))
    assert [state.schedule.includes(date(2020, month, 3)) for month in (9, 12)] == [False, True]
    assert state.schedule.includes(date(2020, 9, 8))
    assert state.sittings.begun


def test_a_meeting_that_was_closed_is_opened_anew_once_it_is_reconvened() -> None:
    facts = history(*CLOSED, reconvened())
    with refused("The reconvened meeting wg7 has not been opened on that day."):
        decide(take_decision, facts, on=DECEMBER, text="to go on", taken=CONSENSUS)
    again = history(did(open_meeting, on=DECEMBER), after=facts)
    assert decide(take_decision, again, on=DECEMBER, text="to go on", taken=CONSENSUS).text == "to go on"
    with refused("was opened on 2 December 2020"):
        decide(open_meeting, again, on=DECEMBER)


def test_a_sitting_known_to_have_been_held_is_enough_for_a_meeting_that_is_reconvened() -> None:
    facts = history(*CLOSED, reconvened(), did(hold_sitting, on=DECEMBER, number=5))
    assert meeting(facts).sittings.begun


def test_only_what_has_begun_is_reconvened() -> None:
    with refused("The meeting wg7 has not been opened on that day."):
        decide(reconvene_meeting, history(*FOUNDING), **AGAIN)


def test_a_meeting_is_reconvened_for_later_days() -> None:
    with refused("The meeting wg7 was held on 8 September 2020, after it would begin again."):
        history(*AT_WORK, sitting(1), reconvened(**DAYS))
    with refused("after it would begin again."):
        history(*AT_WORK, reconvened(**DAYS))
    with refused("would end on 2020-12-01"):
        history(*AT_WORK, reconvened(starts=date(2020, 12, 2), ends=date(2020, 12, 1)))


def test_what_is_to_come_is_postponed_and_not_reconvened_once_more() -> None:
    facts = history(*AT_WORK, sitting(1), reconvened())
    with refused("The meeting wg7 is to come together again already, from 2020-12-02 to 2020-12-04."):
        decide(reconvene_meeting, facts, on=LAST_DAY, **AGAIN)
    with refused("Those are the days it is scheduled for already."):
        decide(postpone_meeting, facts, on=LAST_DAY, **AGAIN)
    later = date(2021, 3, 1)
    plan = meeting(history(did(postpone_meeting, on=LAST_DAY, starts=later, ends=later), after=facts)).schedule
    assert (plan.starts, plan.again) == (date(2020, 9, 8), ((later, later),))


def test_what_was_reconvened_and_held_is_neither_postponed_nor_is_the_meeting_cancelled() -> None:
    facts = history(*CLOSED, reconvened())
    with refused("was opened on 8 September 2020"):
        decide(cancel_meeting, facts, on=DECEMBER)
    held = history(did(hold_sitting, on=DECEMBER, number=1), after=facts)
    with refused("was opened on 8 September 2020"):
        decide(postpone_meeting, held, on=DECEMBER, **AGAIN)


def test_a_meeting_is_opened_once_before_it_is_closed_and_not_after() -> None:
    with refused("was closed on 9 September 2020"):
        decide(open_meeting, history(*AT_WORK, closed("carry")), on=LAST_DAY)
    assert meeting(history(*FOUNDING, opened())).sittings.begun
