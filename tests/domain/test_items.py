from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from domain.act import Fact
from domain.considering import conclude_item, suspend_item, take_up
from domain.deferring import defer_item
from domain.documents import foresee_no_document, list_document
from domain.issuing import issue_provisional_agenda
from domain.items import ItemStatus, hold_item, reopen_item
from domain.outline import Document, Documentation
from domain.rescheduling import cancel_meeting
from domain.values import text_in
from tests.domain.story import (
    AT_WORK,
    CONSENSUS,
    FOUNDING,
    LAST_DAY,
    Deed,
    Facts,
    added,
    closed,
    concluded,
    decide,
    deferred,
    did,
    held,
    history,
    items_of,
    meeting,
    opened,
    refused,
    reopened,
    scheduled,
    suspended,
    taken_up,
)

SYMBOL, TITLE = "CTOC/COP/WG.7/2020/2", text_in("en", "Background paper")


def status(facts: Facts, item: str) -> ItemStatus:
    state = meeting(facts)
    return state.items.status(state.agenda.find(item))


def listed(item: str, symbol: str = SYMBOL) -> Deed:
    return did(list_document, item=item, symbol=symbol, title=TITLE)


def test_an_item_is_taken_up_suspended_and_concluded() -> None:
    steps = [taken_up("2"), suspended("2"), taken_up("2"), concluded("2")]
    found = [status(history(*AT_WORK, *steps[:count]), "2").value for count in range(5)]
    assert found == ["not_taken_up", "under_consideration", "suspended", "under_consideration", "concluded"]


def test_items_are_taken_up_jointly() -> None:
    assert meeting(history(*AT_WORK, taken_up("2", "3"))).items.open == ("i2.4", "i2.5")


def test_an_item_is_not_taken_up_twice() -> None:
    with refused("Item 2 is under consideration already."):
        decide(take_up, history(*AT_WORK, taken_up("2")), items=("3", "2"))


def test_a_sub_item_is_named_as_it_is_typed() -> None:
    with pytest.raises(Exception, match="was concluded already") as caught:
        history(*AT_WORK, taken_up("1a"), concluded("1a"), taken_up("1a"))
    assert vars(caught.value)["next_step"] == "To come back to it: nemcon item reopen 1a"


def test_what_was_never_taken_up_is_neither_suspended_nor_concluded() -> None:
    for act in (suspend_item, conclude_item):
        with refused("Item 2 was not taken up."):
            decide(act, history(*AT_WORK), item="2")


def test_an_item_is_suspended_once() -> None:
    with refused("The consideration of that item is suspended already."):
        history(*AT_WORK, taken_up("2"), suspended("2"), suspended("2"))


def test_a_suspended_item_may_be_concluded() -> None:
    assert status(history(*AT_WORK, taken_up("2"), suspended("2"), concluded("2")), "2") is ItemStatus.CONCLUDED


def test_a_concluded_item_is_not_concluded_again() -> None:
    with refused("The consideration of item 2 is concluded."):
        history(*AT_WORK, taken_up("2"), concluded("2"), concluded("2"))


def test_a_stage_that_was_concluded_is_not_concluded_again_before_the_next_begins() -> None:
    with refused("The consideration of item 2 is concluded at this stage."):
        history(*AT_WORK, taken_up("2"), concluded("2", this_stage=True), concluded("2"))


def test_an_item_of_which_a_stage_was_concluded_is_taken_up_without_reopening() -> None:
    facts = history(*AT_WORK, taken_up("2"), concluded("2", this_stage=True))
    assert status(facts, "2") is ItemStatus.CONCLUDED_THIS_STAGE
    assert status(history(taken_up("2"), after=facts), "2") is ItemStatus.UNDER_CONSIDERATION


def test_an_item_is_reopened_as_often_as_it_was_concluded() -> None:
    facts = history(*AT_WORK, taken_up("2"), concluded("2"), reopened("2"), concluded("2"), reopened("2"))
    assert status(facts, "2") is ItemStatus.UNDER_CONSIDERATION
    with refused("Item 2 was neither concluded nor deferred, nor held in abeyance."):
        decide(reopen_item, facts, item="2", taken=CONSENSUS)


def test_an_item_held_in_abeyance_is_considered_again_once_it_is_taken_up_or_reopened() -> None:
    facts = history(*AT_WORK, held("2"))
    assert status(facts, "2") is ItemStatus.IN_ABEYANCE
    for lift in (taken_up("2"), reopened("2")):
        assert status(history(lift, after=facts), "2") is ItemStatus.UNDER_CONSIDERATION


def test_what_is_held_in_abeyance_or_done_with_is_not_held() -> None:
    with refused("Item 2 is held in abeyance already."):
        decide(hold_item, history(*AT_WORK, held("2")), item="2", taken=CONSENSUS)
    for steps in ([deferred("2")], [taken_up("2"), concluded("2")]):
        with refused("already."):
            decide(hold_item, history(*AT_WORK, *steps), item="2", taken=CONSENSUS)


def test_an_item_in_abeyance_is_not_concluded_and_may_be_deferred() -> None:
    with refused("Item 2 is in abeyance."):
        decide(conclude_item, history(*AT_WORK, held("2")), item="2")
    assert status(history(*AT_WORK, held("2"), deferred("2")), "2") is ItemStatus.DEFERRED


def test_an_item_is_deferred_before_or_while_it_is_considered() -> None:
    for steps in ([deferred("2")], [taken_up("2"), deferred("2")], [taken_up("2"), suspended("2"), deferred("2")]):
        assert status(history(*AT_WORK, *steps), "2") is ItemStatus.DEFERRED


def test_an_item_may_be_deferred_before_the_meeting_opens() -> None:
    assert decide(defer_item, history(*FOUNDING), item="2", taken=CONSENSUS).to == "next"


@pytest.mark.parametrize("steps", [[deferred("2")], [taken_up("2"), concluded("2")]])
def test_an_item_that_is_done_with_is_not_deferred(steps: list[Deed]) -> None:
    with refused("already."):
        decide(defer_item, history(*AT_WORK, *steps), item="2", taken=CONSENSUS)


def test_a_deferred_item_is_taken_up_only_once_it_is_reopened() -> None:
    facts = history(*AT_WORK, deferred("2"))
    with refused("The consideration of item 2 was deferred already."):
        decide(take_up, facts, items=("2",))
    assert status(history(reopened("2"), after=facts), "2") is ItemStatus.UNDER_CONSIDERATION


def test_business_is_done_only_while_the_meeting_is_open() -> None:
    with refused("The meeting wg7 has not been opened on that day."):
        decide(take_up, history(*FOUNDING), items=("2",))
    with refused("The meeting wg7 was closed on 9 September 2020 (entry 105)."):
        decide(take_up, history(*AT_WORK, closed("carry")), on=LAST_DAY, items=("2",))
    with refused("The meeting wg7 was cancelled."):
        decide(take_up, history(*FOUNDING, did(cancel_meeting)), items=("2",))


def test_work_begins_without_an_adopted_agenda_where_the_body_does_so() -> None:
    assert status(history(*FOUNDING, opened(), taken_up("2")), "2") is ItemStatus.UNDER_CONSIDERATION


@pytest.mark.parametrize("act", [suspend_item, conclude_item])
def test_an_item_that_is_not_on_the_agenda_is_not_considered(act: Callable[..., Fact]) -> None:
    with refused("The agenda has no such item: what put it there was struck or not accepted."):
        decide(act, history(*AT_WORK), item="i9")
    with refused("The agenda has no such item: what put it there was struck or not accepted."):
        decide(take_up, history(*AT_WORK), items=("i2.4", "i9"))


def test_a_pending_item_is_named_by_its_title() -> None:
    with refused('Item "New" was not taken up.'):
        decide(conclude_item, history(*FOUNDING, opened(), added("New")), item="i4")


def test_something_is_taken_up() -> None:
    with refused("item"):
        decide(take_up, history(*AT_WORK), items=())


# --- Documents.


def test_a_document_is_listed_under_an_item_once() -> None:
    with refused("CTOC/COP/WG.7/2020/2 is listed under item 2 already."):
        history(*AT_WORK, listed("2"), listed("2", " CTOC/COP/WG.7/2020/2 "))


def test_a_document_may_be_listed_under_two_items() -> None:
    documents = meeting(history(*AT_WORK, listed("2"), listed("3"))).documents.symbols
    assert documents == {"i2.4": (SYMBOL,), "i2.5": (SYMBOL,)}


def test_a_document_listed_on_the_provisional_agenda_is_listed() -> None:
    paper = Document(symbol="WG.7/2", title=text_in("en", "Background paper"))
    items = tuple(replace(item, documents=(paper,)) for item in items_of("1 One"))
    facts = history(scheduled(), did(issue_provisional_agenda, issued=date(2020, 6, 4), items=items))
    with refused("WG.7/2 is listed under item 1 already."):
        decide(list_document, facts, item="1", symbol="WG.7/2", title=paper.title)


def test_that_no_document_is_foreseen_is_recorded_once() -> None:
    with refused("That none is foreseen under item 2 is recorded."):
        history(*AT_WORK, did(foresee_no_document, item="2"), did(foresee_no_document, item="2"))


def test_the_provisional_agenda_may_say_that_none_is_foreseen() -> None:
    items = tuple(replace(item, documentation=Documentation.NONE_FORESEEN) for item in items_of("1 One"))
    facts = history(scheduled(), did(issue_provisional_agenda, issued=date(2020, 6, 4), items=items))
    assert meeting(facts).documents.none_foreseen == {"i2.1"}


def test_none_is_foreseen_only_where_none_is_listed() -> None:
    with refused("Documents are listed under item 2: CTOC/COP/WG.7/2020/2."):
        decide(foresee_no_document, history(*AT_WORK, listed("2")), item="2")


def test_a_document_may_come_where_none_was_foreseen() -> None:
    facts = history(*AT_WORK, did(foresee_no_document, item="2"), listed("2"))
    assert meeting(facts).documents.none_foreseen == frozenset()
