import pytest

from domain.closing import close_meeting
from domain.items import ItemStatus
from domain.remaining import note_remaining_items
from tests.domain.story import (
    AT_WORK,
    CONSENSUS,
    FOUNDING,
    LAST_DAY,
    added,
    adopted,
    closed,
    concluded,
    decide,
    deferred,
    deleted,
    held,
    history,
    issued,
    meeting,
    opened,
    refused,
    scheduled,
    taken_up,
)

SHORT = (scheduled(), issued("1 One", "1a First", "1b Second", "2 Two"), opened(), adopted())


def test_the_meeting_asks_what_becomes_of_the_items_left() -> None:
    with refused("Items 1 (a), 1 (b) and 2 are neither concluded nor deferred."):
        decide(close_meeting, history(*SHORT))
    with refused("Item 2 is neither concluded nor deferred."):
        decide(close_meeting, history(*SHORT, deferred("1")))


def test_an_item_is_done_with_through_the_item_it_stands_under() -> None:
    facts = history(*SHORT, taken_up("1"), concluded("1"), deferred("2"))
    assert decide(close_meeting, facts).remaining is None


def test_an_item_in_abeyance_is_not_left_for_the_body_has_said_what_becomes_of_it() -> None:
    assert decide(close_meeting, history(*SHORT, held("1"), deferred("2"))).remaining is None


def test_an_item_is_done_with_once_its_sub_items_are() -> None:
    facts = history(*SHORT, deferred("1a"), taken_up("1b"), concluded("1b", this_stage=True), deferred("2"))
    assert decide(close_meeting, facts).remaining is None


def test_a_deleted_item_is_not_left() -> None:
    assert decide(close_meeting, history(*SHORT, deleted("1a"), deferred("1b"), deleted("2"))).remaining is None


def test_an_item_whose_sub_items_were_all_deleted_is_itself_left() -> None:
    facts = history(*SHORT, deleted("1a"), deleted("1b"), deferred("2"))
    with refused("Item 1 is neither concluded nor deferred."):
        decide(close_meeting, facts)


def test_what_becomes_of_the_items_is_recorded_only_where_some_are_left() -> None:
    assert decide(close_meeting, history(*SHORT), remaining="lapse").remaining == "lapse"
    assert decide(close_meeting, history(*SHORT, deferred("1"), deferred("2")), remaining="lapse").remaining is None


@pytest.mark.parametrize(
    ("remaining", "status"),
    [("carry", ItemStatus.DEFERRED), ("defer", ItemStatus.DEFERRED), ("lapse", ItemStatus.LEFT)],
)
def test_the_items_left_are_carried_over_deferred_or_lapse(remaining: str, status: ItemStatus) -> None:
    items = meeting(history(*SHORT, taken_up("1a"), concluded("1a"), closed(remaining))).items
    assert [items.status(item) for item in ("i2.2", "i2.3", "i2.4")] == [ItemStatus.CONCLUDED, status, status]


def test_a_meeting_without_an_agenda_closes_with_nothing_left() -> None:
    assert decide(close_meeting, history(scheduled(), opened())).remaining is None


def test_a_meeting_that_was_not_opened_is_not_closed() -> None:
    with refused("The meeting wg7 has not been opened on that day."):
        decide(close_meeting, history(*FOUNDING))


def test_a_meeting_is_closed_once() -> None:
    with refused("The meeting wg7 was closed on 9 September 2020 (entry 105)."):
        decide(close_meeting, history(*AT_WORK, closed("carry")), on=LAST_DAY)


def test_a_pending_item_that_is_left_is_named_by_its_title() -> None:
    facts = history(scheduled(), issued("1 One"), opened(), added("New"), deferred("1"))
    with refused('Item "New" is neither concluded nor deferred.'):
        decide(close_meeting, facts)


def test_the_body_takes_note_of_the_items_that_remain() -> None:
    fact = decide(note_remaining_items, history(*SHORT, deferred("1a"), held("2")), taken=CONSENSUS)
    assert fact.items == ("i2.3",)


def test_where_no_item_remains_there_is_nothing_to_note() -> None:
    with refused("No item remains for consideration."):
        decide(note_remaining_items, history(*SHORT, deferred("1"), held("2")), taken=CONSENSUS)
