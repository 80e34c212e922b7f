"""What other systems do with numbered lists, and what we do: their cases by their ids, with our verdict."""

import json
from pathlib import Path

import pytest

from domain.issuing import issue_provisional_agenda
from domain.rescheduling import cancel_meeting
from domain.supplementing import revise_provisional_agenda
from tests.domain.story import (
    FOUNDING,
    Facts,
    added,
    adopted,
    agenda_of,
    closed,
    decide,
    deleted,
    did,
    history,
    issued,
    items_of,
    meeting,
    moved,
    opened,
    refused,
    scheduled,
)

ROOT = Path(__file__).resolve().parents[2]
PEERS = ROOT.parent / "shared" / "data" / "peer-cases.json"
SETTLED = {"pm-04": "0025", "pm-14": "0025", "pm-15": "0025", "og-07": "0026"}


def provisional(*lines: str) -> Facts:
    return history(scheduled(), issued(*lines), opened())


def test_each_case_left_to_us_is_settled_on_a_page() -> None:
    if not PEERS.exists():
        pytest.skip("the cases of other systems are not here")
    undecided = [case["id"] for case in json.loads(PEERS.read_text()) if case["verdict"] == "decide"]
    assert undecided == [*SETTLED]
    for number in SETTLED.values():
        assert list((ROOT / "docs" / "decisions").glob(f"{number}-*.md"))


def test_pm_04_sub_items_go_with_the_item_they_stand_under() -> None:
    facts = provisional("1 a", "2 b", "2a d", "3 e", "4 f", "5 g", "5a c")
    assert agenda_of(history(moved("2", under="4"), adopted(), after=facts)) == [
        "1 a",
        "2 e",
        "3 f",
        "3 (a) b",
        "3 (a) (i) d",
        "4 g",
        "4 (a) c",
    ]


def test_pm_14_a_removal_before_the_adoption_closes_the_gap_and_one_after_it_leaves_it() -> None:
    facts = provisional("1 a", "2 b", "2a c", "2b d", "2c e", "2d f", "3 g")
    assert "2 (c) f" in agenda_of(history(deleted("2c"), adopted(), after=facts))
    assert "2 (d) f" in agenda_of(history(adopted(), deleted("2c"), after=facts))


def test_pm_15_and_os_05_an_item_with_sub_items_is_not_removed_and_none_is_promoted() -> None:
    with refused("Item 2 has 2 sub-items."):
        history(deleted("2"), after=provisional("1 a", "2 b", "2a c", "2b d", "3 g"))


def test_pm_16_a_number_is_never_given_twice() -> None:
    facts = history(adopted(), added("h"), deleted("4"), added("i"), after=provisional("1 a", "2 b", "3 g"))
    assert agenda_of(facts)[-1] == "5 i"


def test_og_05_a_meeting_with_an_item_left_does_not_close_without_a_word() -> None:
    with refused("Item 1 is neither concluded nor deferred."):
        history(adopted(), closed(), after=provisional("1 a"))


def test_og_07_a_meeting_with_an_agenda_may_be_cancelled_and_the_agenda_stays_to_be_read() -> None:
    facts = history(*FOUNDING, did(cancel_meeting))
    assert meeting(facts).schedule.cancelled
    assert agenda_of(facts)[0] == "1 Organizational matters"


def test_os_02_sub_items_are_numbered_under_their_item() -> None:
    facts = history(added("x", under="1"), added("y", under="1"), adopted(), after=provisional("1 a"))
    assert agenda_of(facts) == ["1 a", "1 (a) x", "1 (b) y"]


def test_sa_01_no_number_and_no_item_is_listed_twice() -> None:
    with refused("The number 1 is used twice."):
        provisional("1 a", "1 b")


def test_sa_03_the_order_of_the_list_is_what_people_made_it() -> None:
    facts = provisional("3 c", "1 a", "2 b")
    assert agenda_of(history(adopted(), after=facts)) == ["3 c", "1 a", "2 b"]


def test_pa_01_a_paper_without_items_wipes_nothing() -> None:
    facts = history(*FOUNDING)
    day = meeting(facts).schedule.starts
    with refused("An agenda has at least one item."):
        decide(revise_provisional_agenda, facts, issued=day, items=items_of())
    with refused("The provisional agenda was issued on 4 June 2020"):
        decide(issue_provisional_agenda, facts, issued=day, items=items_of("1 One"))


def test_oe_01_the_list_is_depth_first_wherever_an_item_is_put() -> None:
    facts = history(added("x", under="1"), after=provisional("1 a", "2 b", "2a c"))
    assert [line.title.texts["en"] for line in meeting(facts).agenda.in_force] == ["a", "x", "b", "c"]
