"""What the body, a proposer or the Chair says of single items of the list."""

import pytest

from domain.adopting import state_understanding
from domain.amending import drop_pending, footnote_item, withdraw_item
from domain.closing import close_meeting
from domain.items import take_up
from domain.outline import Gone
from domain.values import text_in
from tests.domain.story import (
    CONSENSUS,
    Deed,
    Facts,
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
    with refused("The agenda has no item i9."):
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
