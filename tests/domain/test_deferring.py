from domain.allocation import allocate_item
from domain.context import MeetingFacts
from domain.deferring import defer_item
from domain.documents import list_document
from domain.items import ItemStatus, reopen_item
from domain.remarks import remarks
from domain.values import text_in
from tests.domain.story import (
    AT_WORK,
    CONSENSUS,
    CONTEXT,
    Deed,
    Facts,
    closed,
    concluded,
    decide,
    deferred,
    did,
    history,
    meeting,
    refused,
    reopened,
    taken_up,
)

REPORTS = ("A/76/429", "A/76/7/Add.29")


def partly(**part: object) -> Deed:
    return Deed(defer_item, {"item": "2", "taken": CONSENSUS, **part})


def status(facts: Facts, item: str) -> ItemStatus:
    state = meeting(facts)
    return state.items.status(state.agenda.find(item))


def test_documents_are_deferred_and_the_item_is_considered_on() -> None:
    facts = history(*AT_WORK, taken_up("2"), partly(documents=REPORTS))
    assert status(facts, "2") is ItemStatus.UNDER_CONSIDERATION


def test_a_decision_is_deferred_after_the_consideration_was_concluded() -> None:
    facts = history(*AT_WORK, taken_up("2"), concluded("2"), partly(decision_only=True))
    assert status(facts, "2") is ItemStatus.CONCLUDED


def test_an_item_whose_decision_was_deferred_is_not_left_at_the_closure() -> None:
    items = ("1a", "1b", "3", "4", "5")
    facts = history(*AT_WORK, partly(decision_only=True), *(deferred(item) for item in items), closed())
    assert meeting(facts).sittings.closed is not None


def test_documents_and_a_decision_are_deferred_by_two_acts() -> None:
    with refused("Documents and a decision are deferred by two acts."):
        decide(defer_item, history(*AT_WORK), item="2", taken=CONSENSUS, documents=REPORTS, decision_only=True)


def test_a_document_that_is_deferred_has_a_symbol() -> None:
    with refused("The symbol of a document is blank."):
        decide(defer_item, history(*AT_WORK), item="2", taken=CONSENSUS, documents=(" ",))


def test_the_same_is_not_deferred_to_the_same_meeting_twice() -> None:
    facts = history(*AT_WORK, partly(documents=REPORTS), partly(documents=REPORTS, to="wg8"))
    with refused("That was deferred under item 2 already."):
        decide(defer_item, facts, item="2", taken=CONSENSUS, documents=REPORTS)


def test_nothing_of_a_deferred_item_is_deferred_before_it_is_reopened() -> None:
    with refused("The consideration of item 2 is deferred already."):
        history(*AT_WORK, deferred("2"), partly(decision_only=True))


def test_a_reopened_item_may_be_deferred_again_and_its_documents_stay_deferred() -> None:
    facts = history(*AT_WORK, partly(documents=REPORTS), deferred("2"), reopened("2"), deferred("2"))
    found = meeting(facts).items.deferrals["i2.4"]
    assert [one.documents for one in found] == [REPORTS, ()]


def test_an_item_is_not_deferred_to_the_very_meeting() -> None:
    with refused("wg7 is this very meeting."):
        decide(defer_item, history(*AT_WORK), item="2", taken=CONSENSUS, to="wg7")


def said(facts: Facts, **fields: object) -> list[str]:
    state = meeting(facts)
    return list(remarks(state, partly(**fields).on_top_of(facts), CONTEXT))


def test_a_meeting_that_the_record_does_not_know_yet_is_worth_a_remark() -> None:
    assert said(history(*AT_WORK), to="wg9") == ["The record knows no meeting 'wg9' of that body yet."]
    assert said(history(*AT_WORK), to="wg8") == []


def test_a_document_that_is_not_listed_under_the_item_is_worth_a_remark() -> None:
    listed = did(list_document, item="2", symbol=REPORTS[0], title=text_in("en", "Report"))
    [remark] = said(history(*AT_WORK, listed), documents=REPORTS)
    assert remark.startswith("A/76/7/Add.29 is not listed under that item")


def test_the_deferral_knows_which_meeting_of_the_body_is_meant() -> None:
    assert CONTEXT.meeting("UNTOC-COP/WG.7 wg8") == MeetingFacts(key="wg8", ordinal=8)
    assert decide(defer_item, history(*AT_WORK), item="2", to="wg8", taken=CONSENSUS).ordinal == 8


def test_an_item_is_reopened_for_a_paper() -> None:
    facts = history(*AT_WORK, taken_up("2"), concluded("2"))
    assert decide(reopen_item, facts, item="2", taken=CONSENSUS, papers=("A/76/L.40",)).papers == ("A/76/L.40",)


def test_only_the_plenary_considers_an_item_directly() -> None:
    with refused("An item is considered directly in plenary meeting, not in C3."):
        decide(allocate_item, history(*AT_WORK), item="2", to="C3", directly=True, taken=CONSENSUS)
