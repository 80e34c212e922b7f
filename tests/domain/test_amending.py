"""What the body, a proposer or the Chair says of single items of the list."""

import pytest

from domain.adopting import state_understanding
from domain.amending import drop_pending, footnote_item, withdraw_item
from domain.closing import close_meeting
from domain.considering import take_up
from domain.outline import Gone
from domain.splitting import merge_items, split_item
from domain.values import text_in
from tests.domain.story import (
    CONSENSUS,
    Deed,
    Facts,
    Strike,
    added,
    adopted,
    agenda_of,
    decide,
    deferred,
    did,
    history,
    issued,
    meeting,
    opened,
    refused,
    scheduled,
)

SHORT = (scheduled(), issued("1 One", "1a First", "2 Two", "3 Three"), opened())


def withdrawn(item: str) -> Deed:
    return Deed(withdraw_item, {"item": item}, particular={"origin": "the Bureau"})


def footnoted(item: str, text: str) -> Deed:
    return did(footnote_item, item=item, text=text, taken=CONSENSUS)


def included(title: str) -> Deed:
    deed = added(title)
    return Deed(deed.act, {**deed.fields, "no_consideration": True})


def footnotes(facts: Facts, number: str) -> tuple[str, ...]:
    agenda = meeting(facts).agenda
    line = agenda.in_force.get(agenda.find(number))
    assert line is not None
    return line.footnotes


# --- Withdrawn by its proposer.


def test_an_item_withdrawn_before_the_adoption_is_gone_from_the_list_proposed() -> None:
    facts = history(*SHORT, withdrawn("2"))
    assert agenda_of(facts) == ["1 One", "1 (a) First", "3 Three"]
    assert agenda_of(history(adopted(), after=facts)) == ["1 One", "1 (a) First", "2 Three"]


def test_an_item_withdrawn_after_the_adoption_keeps_its_number() -> None:
    agenda = meeting(history(*SHORT, adopted(), withdrawn("2"))).agenda
    line = agenda.current.numbered("2")
    assert line is not None
    assert line.gone is Gone.WITHDRAWN
    with refused("Item 2 was withdrawn."):
        agenda.find("2")


def test_who_withdraws_an_item_is_named() -> None:
    with refused("It is not said who withdraws the item."):
        decide(withdraw_item, history(*SHORT), item="2")


def test_an_item_with_sub_items_is_not_withdrawn() -> None:
    with refused("Item 1 has 1 sub-items."):
        history(*SHORT, withdrawn("1"))


def test_a_withdrawal_needs_no_acceptance() -> None:
    with refused("A withdrawal needs no acceptance: it is not dropped."):
        decide(drop_pending, history(*SHORT, withdrawn("2")), amendment=4)


def test_a_pending_item_is_withdrawn_by_its_proposer() -> None:
    assert agenda_of(history(*SHORT, added("New"), withdrawn("i4"), adopted()))[-1] == "3 Three"


# --- Footnotes and understandings.


def test_a_footnote_is_pending_until_the_adoption_and_changes_no_number() -> None:
    facts = history(scheduled(), issued("1 One", "3 Three"), opened(), footnoted("3", "Not peace."))
    state = meeting(facts).agenda
    assert [line.footnotes for line in state.provisional] == [(), ()]
    assert footnotes(history(adopted(), after=facts), "3") == ("Not peace.",)


def test_a_footnote_to_an_adopted_item_is_added_at_once() -> None:
    assert footnotes(history(*SHORT, adopted(), footnoted("2", "A."), footnoted("2", "B.")), "2") == ("A.", "B.")


def test_a_footnote_has_a_text_that_the_item_has_not() -> None:
    with refused("The footnote has no text."):
        history(*SHORT, footnoted("2", " "))
    with refused("The item has that footnote already."):
        history(*SHORT, footnoted("2", "A."), footnoted("2", "A."))


@pytest.mark.parametrize("item", [None, "2"])
def test_the_chair_states_an_understanding_of_an_item_or_of_the_whole_agenda(item: str | None) -> None:
    facts = history(*SHORT, did(state_understanding, text="that it is brief", item=item))
    assert [one.text for one in meeting(facts).agenda.understandings] == ["that it is brief"]


def test_an_understanding_has_a_text_and_is_of_an_item_that_is_there() -> None:
    with refused("The understanding has no text."):
        decide(state_understanding, history(*SHORT), text="")
    with refused("The agenda has no such item: what put it there was struck or not accepted."):
        decide(state_understanding, history(*SHORT), text="that it is brief", item="i9")


# --- Included, and not considered.


def test_an_item_included_without_consideration_is_not_taken_up() -> None:
    left_out = "Item 4 was included on the understanding that there would be no consideration of it."
    with refused(left_out):
        decide(take_up, history(*SHORT, included("Lakes"), adopted()), items=("4",))


def test_an_item_included_without_consideration_is_not_left_at_the_closure() -> None:
    facts = history(*SHORT, included("Lakes"), adopted(), deferred("1"), deferred("2"), deferred("3"))
    assert decide(close_meeting, facts).remaining is None


def test_an_urgent_item_says_so() -> None:
    deed = added("Lakes")
    fact = decide(deed.act, history(*SHORT), title=text_in("en", "Lakes"), taken=CONSENSUS, urgent=True)
    assert vars(fact)["urgent"] is True


# --- Two items of one, one of two.


def split(item: str, first: str, second: str) -> Deed:
    return did(split_item, item=item, first=text_in("en", first), second=text_in("en", second), taken=CONSENSUS)


def merged(item: str, other: str, title: str) -> Deed:
    return did(merge_items, item=item, merged=other, title=text_in("en", title), taken=CONSENSUS)


def test_a_split_before_the_adoption_is_pending_and_renumbers_with_it() -> None:
    facts = history(*SHORT, split("2", "Land", "Water"))
    assert agenda_of(facts)[2:] == ["2 Land", "- Water", "3 Three"]
    assert agenda_of(history(adopted(), after=facts))[2:] == ["2 Land", "3 Water", "4 Three"]


def test_after_the_adoption_the_first_part_keeps_the_number_and_the_second_gets_the_next() -> None:
    assert agenda_of(history(*SHORT, adopted(), split("2", "Land", "Water")))[2:] == ["2 Land", "4 Water", "3 Three"]
    assert agenda_of(history(*SHORT, adopted(), split("1a", "Land", "Water")))[1:3] == ["1 (a) Land", "1 (b) Water"]


def test_the_parts_of_an_item_have_two_titles() -> None:
    with refused("Both parts of item 2 have the same title."):
        history(*SHORT, split("2", "Land", "Land"))


def test_items_are_merged_and_the_number_of_the_other_is_not_given_again() -> None:
    assert agenda_of(history(*SHORT, merged("2", "3", "Both"), adopted()))[2:] == ["2 Both"]
    facts = history(*SHORT, adopted(), merged("2", "3", "Both"), added("New"))
    assert agenda_of(facts)[2:] == ["2 Both", "4 New"]
    with refused("Item 3 was merged."):
        meeting(facts).agenda.find("3")


def test_an_item_is_not_merged_with_itself_nor_one_that_has_sub_items_with_another() -> None:
    with refused("Item 2 cannot be merged with itself."):
        history(*SHORT, merged("2", "2", "Both"))
    with refused("Item 1 has 1 sub-items."):
        history(*SHORT, merged("2", "1", "Both"))


def test_a_split_on_which_another_amendment_rests_is_not_dropped_before_it() -> None:
    for rests in (merged("3", "i4", "Both"), footnoted("i4", "Not peace.")):
        with refused("rests on it."):
            decide(drop_pending, history(*SHORT, split("2", "Land", "Water"), rests), amendment=4)


@pytest.mark.parametrize("rests", [split("i4", "Land", "Water"), merged("i4", "2", "Both")])
def test_striking_what_was_split_or_merged_leaves_a_record_that_loads(rests: Deed) -> None:
    facts = history(*SHORT, added("New"), rests, adopted(), Strike(4))
    assert agenda_of(facts) == ["1 One", "1 (a) First", "2 Two", "3 Three"]
