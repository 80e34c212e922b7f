"""What the rules of a body ask of a change of its agenda, and of the items left at the close."""

from dataclasses import replace
from typing import Any

import pytest

from domain.adopting import adopt_agenda
from domain.amending import add_item, delete_item, retitle_item
from domain.closing import close_meeting
from domain.considering import take_up
from domain.context import Context
from domain.documents import list_document
from domain.profiles import ECOSOC_COMMISSIONS, GENERAL_ASSEMBLY, IPBES, UNFCCC
from domain.questions import Question
from domain.remarks import remarks
from domain.reporting import adopt_report, draft_report
from domain.rules import Profile, Rule
from domain.values import Taken, text_in
from tests.domain import story
from tests.domain.story import (
    AT_WORK,
    CONSENSUS,
    FIRST_DAY,
    FOUNDING,
    LAST_DAY,
    WORKING_GROUP,
    Deed,
    decide,
    did,
    history,
    meeting,
    opened,
    refused,
)

FIFTEEN = "rule 15 of the rules of procedure of the General Assembly"
MAJORITY, TWO_THIRDS = (
    Profile(
        name="ours",
        title="our own rules",
        rules=tuple(
            Rule(question=one, number="6", says="A vote carries it.", source="ours", word=word)
            for one in (Question.INCLUSION, Question.AMENDMENT, Question.DELETION)
        ),
    )
    for word in ("majority", "two-thirds")
)


@pytest.fixture
def under(monkeypatch: pytest.MonkeyPatch) -> "Under":
    return Under(monkeypatch)


class Under:
    """The Working Group under other rules of procedure."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch

    def __call__(self, rules: Profile) -> None:
        """Let these rules be in force."""
        bodies = {WORKING_GROUP.key: replace(WORKING_GROUP, rules=rules)}
        self.monkeypatch.setattr(story, "CONTEXT", Context(body=bodies.get))


def added(on: str = LAST_DAY, tally: str | None = None, **more: Any) -> Deed:  # noqa: ANN401 - the fields of the act
    return did(add_item, on, title=text_in("en", "New"), taken=Taken(how=CONSENSUS.how, tally=tally), **more)


def test_an_item_that_comes_late_is_urgent(under: Under) -> None:
    under(GENERAL_ASSEMBLY)
    with refused("The item is proposed 29 days before the opening. An item proposed less than 30 days", FIFTEEN):
        history(*FOUNDING, added("2020-08-10"))
    with refused("The item is proposed during the meeting.", FIFTEEN):
        history(*AT_WORK, added())
    assert history(*FOUNDING, added("2020-08-09"))
    assert history(*AT_WORK, added(urgent=True))
    assert history(*AT_WORK, added(under="2"))


def test_the_platform_asks_for_urgency_only_up_to_the_adoption(under: Under) -> None:
    under(IPBES)
    with refused("The item is proposed 8 days before the opening.", f"rule 8 of {IPBES.title}"):
        history(*FOUNDING, added("2020-08-31"))
    assert history(*AT_WORK, added())


def test_an_additional_item_needs_its_majority(under: Under) -> None:
    under(GENERAL_ASSEMBLY)
    with refused("The vote was 40 to 40. Additional items are placed on the agenda by a majority", FIFTEEN):
        history(*AT_WORK, added(urgent=True, tally="40-40-10"))
    assert history(*AT_WORK, added(urgent=True, tally="41-40-10"))
    assert history(*AT_WORK, added(urgent=True, tally="unanimity"))


def test_a_rule_that_was_not_read_asks_for_no_majority(under: Under) -> None:
    under(GENERAL_ASSEMBLY)
    assert history(*AT_WORK, did(delete_item, LAST_DAY, item="2", taken=Taken(tally="1-40")))


@pytest.mark.parametrize(
    "deed",
    [
        added(tally="20-30"),
        did(delete_item, LAST_DAY, item="2", taken=Taken(tally="20-30")),
        did(retitle_item, LAST_DAY, item="2", title=text_in("en", "Other"), taken=Taken(tally="20-30")),
    ],
)
def test_a_change_of_the_agenda_needs_the_majority_that_the_rules_ask_for(under: Under, deed: Deed) -> None:
    under(MAJORITY)
    with refused("The vote was 20 to 30. A vote carries it.", "rule 6 of our own rules"):
        history(*AT_WORK, deed)


def test_two_thirds_are_twice_as_many(under: Under) -> None:
    under(TWO_THIRDS)
    assert history(*AT_WORK, added(tally="60-30"))
    with refused("The vote was 59 to 30.", "rule 6 of our own rules"):
        history(*AT_WORK, added(tally="59-30"))


# --- The close.


def test_where_items_are_carried_over_automatically_they_do_not_lapse(under: Under) -> None:
    under(UNFCCC)
    closed = decide(close_meeting, history(*AT_WORK), on=LAST_DAY)
    assert closed.remaining == "carry"
    assert [*remarks(meeting(history(*AT_WORK)), closed, story.CONTEXT)] == [
        f"What is left is carried over by rule 16 of {UNFCCC.title}."
    ]
    with refused("not completed. An item not completed at an ordinary session", f"rule 16 of {UNFCCC.title}"):
        decide(close_meeting, history(*AT_WORK), on=LAST_DAY, remaining="lapse")
    assert decide(close_meeting, history(*AT_WORK), on=LAST_DAY, waives=("16",), remaining="lapse").remaining == "lapse"


def test_a_commission_that_closes_without_its_report_is_reminded(under: Under) -> None:
    under(ECOSOC_COMMISSIONS)
    facts = history(*AT_WORK)
    closed = decide(close_meeting, facts, on=LAST_DAY, remaining="carry")
    (said,) = remarks(meeting(facts), closed, story.CONTEXT)
    assert said.startswith(f"No report has been adopted; rule 37 of {ECOSOC_COMMISSIONS.title}: The commission reports")
    reported = history(
        did(draft_report, symbol="L.1", prepared_by="the Rapporteur"), did(adopt_report, taken=CONSENSUS), after=facts
    )
    assert [*remarks(meeting(reported), closed, story.CONTEXT)] == []


def test_an_additional_item_waits_seven_days_before_it_is_considered(under: Under) -> None:
    under(GENERAL_ASSEMBLY)
    placed = (*AT_WORK, added(urgent=True))
    with refused("Item 6 was placed on the agenda on 9 September 2020 (entry 105), as an additional item.", FIFTEEN):
        history(*placed, did(take_up, "2020-09-15", items=("6",)))
    assert history(*placed, did(take_up, "2020-09-16", items=("6",)))
    assert history(*placed, did(take_up, "2020-09-15", items=("2",)))
    assert history(*placed, did(take_up, "2020-09-15", items=("6",), waives=("15",)))


def test_the_seven_days_run_from_the_adoption_of_an_agenda_to_which_the_item_was_added(under: Under) -> None:
    under(GENERAL_ASSEMBLY)
    before = (*FOUNDING, added("2020-08-31", urgent=True), opened(), did(adopt_agenda, FIRST_DAY, taken=CONSENSUS))
    with refused("Item 6 was placed on the agenda on 8 September 2020 (entry 105), as an additional item.", FIFTEEN):
        history(*before, did(take_up, "2020-09-14", items=("6",)))
    assert history(*before, did(take_up, "2020-09-15", items=("6",)))


def test_where_no_paper_is_listed_under_an_additional_item_a_remark_asks_for_the_report(under: Under) -> None:
    under(GENERAL_ASSEMBLY)
    facts = history(*AT_WORK, added(urgent=True))
    taken_up = decide(take_up, facts, on="2020-09-16", items=("6",))
    missing = f"No paper of a committee is listed under item 6; {FIFTEEN} asks that one has reported on it."
    assert missing in remarks(meeting(facts), taken_up, story.CONTEXT)
    report = did(list_document, "2020-09-10", item="6", symbol="A/75/250", title=text_in("en", "Report"))
    assert missing not in remarks(meeting(history(report, after=facts)), taken_up, story.CONTEXT)
