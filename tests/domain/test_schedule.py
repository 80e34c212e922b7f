from datetime import date
from typing import Any

from domain.rescheduling import cancel_meeting, postpone_meeting, relocate_meeting
from domain.schedule import permit_services, schedule_meeting
from domain.values import Language
from tests.domain.story import FOUNDING, WORKING_GROUP, decide, did, history, meeting, refused, scheduled

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
