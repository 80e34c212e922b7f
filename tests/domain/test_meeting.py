from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from domain.act import Fact
from domain.adopting import adopt_agenda_provisionally, apply_provisional_agenda
from domain.business import ActStruck
from domain.considering import take_up
from domain.context import Context
from domain.issuing import issue_provisional_agenda
from domain.meeting import Meeting
from domain.plenary import close_sitting, open_sitting
from domain.profiles import ECOSOC_COMMISSIONS
from domain.remarks import remarks
from domain.schedule import permit_services
from domain.streams import STREAMS
from tests.domain.story import (
    AT_WORK,
    BUREAU,
    CONSENSUS,
    CONTEXT,
    FIRST_DAY,
    FOUNDING,
    NEXT_WEEK,
    WORKING_GROUP,
    Deed,
    Facts,
    Strike,
    adopted,
    decide,
    did,
    envelope,
    history,
    issued,
    items_of,
    meeting,
    opened,
    scheduled,
    sitting,
    taken_up,
)


def said(facts: Facts, deed: Deed) -> list[str]:
    return list(remarks(meeting(facts), deed.on_top_of(facts), CONTEXT))


def test_a_meeting_hands_an_act_the_part_it_looks_at() -> None:
    state = meeting(history(*AT_WORK))
    assert state.part(type(state.agenda)) is state.agenda


def test_a_strike_is_no_business_of_the_meeting() -> None:
    strike = ActStruck(entry=envelope(9), struck=4, reason="Recorded in error.")
    for stream in STREAMS.values():
        assert stream.evolve(stream.empty, strike) == stream.empty


def test_a_struck_adoption_leaves_the_agenda_provisional() -> None:
    assert meeting(history(*AT_WORK, Strike(4))) == meeting(history(*FOUNDING, opened()))


def test_a_meeting_that_has_not_begun_is_empty() -> None:
    assert meeting(()) == Meeting()


# --- What is worth saying.


def test_more_sittings_than_conference_services_permit_are_unusual() -> None:
    facts = history(
        scheduled(), did(permit_services, sittings=1, languages=()), sitting(1), did(close_sitting, number=1)
    )
    assert said(facts, sitting(2)) == ["Conference services permit one sitting; this is number 2."]


def test_a_sitting_outside_the_days_of_the_meeting_is_unusual() -> None:
    found = said(history(scheduled()), did(open_sitting, NEXT_WEEK, number=1))
    assert found == ["16 September 2020 is outside the days of the meeting, 2020-09-08 to 2020-09-09."]


def test_an_hour_at_which_no_sitting_was_held_is_unusual() -> None:
    early = did(take_up, FIRST_DAY, "09:30", items=("2",))
    facts = history(*FOUNDING, did(open_sitting, FIRST_DAY, "10:00", number=1), opened(), adopted())
    risen = history(did(close_sitting, FIRST_DAY, "13:00", number=1), after=facts)
    late = did(take_up, FIRST_DAY, "14:00", items=("2",))
    assert said(facts, early) == ["09:30 is outside the sittings recorded."]
    assert said(facts, late) == []
    assert said(risen, late) == ["14:00 is outside the sittings recorded."]


def test_a_waiver_of_a_rule_that_is_not_kept_is_unusual() -> None:
    facts = history(*FOUNDING, opened(), adopted())
    [said_of_it] = said(facts, did(take_up, waives=("99",), items=("2",)))
    assert said_of_it.startswith("Rule 99, which was waived, is not among those kept of ")
    assert said(facts, did(take_up, waives=("11",), items=("2",))) == []


def test_a_sitting_as_planned_is_not_unusual() -> None:
    facts = history(scheduled(), did(permit_services, sittings=1, languages=()))
    assert said(facts, sitting(1)) == said(history(scheduled()), sitting(1)) == []


def test_another_item_still_under_consideration_is_unusual() -> None:
    found = said(history(*AT_WORK, taken_up("2")), taken_up("3"))
    assert found == ["Item 2 is still under consideration; suspend or conclude it."]


def test_items_taken_up_jointly_do_not_disturb_each_other() -> None:
    assert said(history(*AT_WORK), taken_up("2", "3")) == []


def test_only_the_first_item_is_usually_taken_up_before_the_adoption() -> None:
    facts = history(*FOUNDING, opened())
    assert said(facts, taken_up("1b")) == []
    assert said(facts, taken_up("2")) == ["The agenda has not been adopted."]


def test_of_an_item_that_is_no_longer_there_nothing_is_said() -> None:
    fact = decide(take_up, history(*AT_WORK, taken_up("2")), items=("3",))
    empty = Meeting(items=meeting(history(*AT_WORK, taken_up("2"))).items)
    assert list(remarks(empty, fact, CONTEXT)) == ["The agenda has not been adopted."]


@pytest.mark.parametrize(("on", "end"), [("2020-07-10", ""), ("2020-07-11", " Notice is short.")])
def test_the_notice_given_is_said_and_that_it_is_short(on: str, end: str) -> None:
    days = (date(2020, 9, 8) - date.fromisoformat(on)).days
    (found,) = said(history(scheduled()), issued("1 One", on=on))
    asked = "rule 9 of the rules of procedure of the Conference of the Parties to UNTOC asks for 60."
    assert found == f"Notice given: {days} days; {asked}{end}"


def test_what_a_rule_that_nobody_read_asks_for_is_said_with_its_mark() -> None:
    bodies = {WORKING_GROUP.key: replace(WORKING_GROUP, rules=ECOSOC_COMMISSIONS)}
    (found,) = remarks(
        meeting(history(scheduled())),
        issued("1 One", on="2020-09-01").on_top_of(history(scheduled())),
        Context(body=bodies.get),
    )
    asked = f"rule 6 of {ECOSOC_COMMISSIONS.title}, which is not verified, asks for 42."
    assert found == f"Notice given: 7 days; {asked}"


def test_a_body_without_rules_asks_for_no_notice() -> None:
    late = did(issue_provisional_agenda, issued=date(2020, 9, 7), items=items_of("1 One"))
    assert said(history(scheduled(BUREAU.key)), late) == []


def test_of_most_acts_nothing_is_said() -> None:
    assert said(history(*FOUNDING), opened()) == []


@pytest.mark.parametrize("act", [adopt_agenda_provisionally, apply_provisional_agenda])
def test_work_on_an_agenda_adopted_provisionally_or_applied_is_not_unusual(act: Callable[..., Fact]) -> None:
    facts = history(*FOUNDING, opened())
    assert said(facts, taken_up("2")) == ["The agenda has not been adopted."]
    assert said(history(did(act, taken=CONSENSUS), after=facts), taken_up("2")) == []
