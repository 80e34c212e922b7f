from dataclasses import replace
from datetime import date

import pytest

from domain.adopting import adopt_agenda, adopt_agenda_provisionally, apply_provisional_agenda
from domain.agenda import at_sitting, printed
from domain.amending import add_item, delete_item, drop_pending, move_item, retitle_item
from domain.issuing import issue_provisional_agenda
from domain.items import ItemStatus
from domain.plenary import close_sitting
from domain.rescheduling import cancel_meeting
from domain.values import text_in
from tests.domain.story import (
    AT_WORK,
    BUREAU,
    CONSENSUS,
    FOUNDING,
    Deed,
    Facts,
    Strike,
    added,
    adopted,
    agenda_of,
    decide,
    deferred,
    deleted,
    did,
    dropped,
    history,
    issued,
    items_of,
    meeting,
    moved,
    opened,
    refused,
    retitled,
    scheduled,
    sitting,
)

SHORT = (scheduled(), issued("1 One", "2 Two", "3 Three"), opened())
APPLIED = did(apply_provisional_agenda, taken=CONSENSUS)
RULE_11 = "rule 11 of the rules of procedure of the Conference of the Parties to UNTOC"


# --- The provisional agenda.


def test_the_provisional_agenda_is_issued_with_its_items() -> None:
    assert agenda_of(history(*FOUNDING))[:3] == [
        "1 Organizational matters",
        "1 (a) Opening of the meeting",
        "1 (b) Adoption of the agenda",
    ]


def test_the_provisional_agenda_is_issued_once() -> None:
    with refused("The provisional agenda was issued on 4 June 2020 (entry 102)."):
        history(*FOUNDING, issued("1 Opening"))


def test_an_agenda_has_at_least_one_item() -> None:
    with refused("An agenda has at least one item."):
        history(scheduled(), issued())


def test_a_number_is_used_once() -> None:
    with refused("The number 1 (a) is used twice."):
        history(scheduled(), issued("1", "1a", "1a"))


def test_the_identity_of_an_item_comes_from_its_place_and_never_from_its_number() -> None:
    lines = meeting(history(*FOUNDING)).agenda.in_force.lines
    assert [(line.id, line.number, line.parent) for line in lines[:4]] == [
        ("i2.1", "1", None),
        ("i2.2", "1 (a)", "i2.1"),
        ("i2.3", "1 (b)", "i2.1"),
        ("i2.4", "2", None),
    ]


def test_an_item_stands_under_one_printed_before_it() -> None:
    items = tuple(replace(item, parent="9") for item in items_of("1 One"))
    with refused("stands under"):
        decide(issue_provisional_agenda, history(scheduled()), issued=date(2020, 6, 4), items=items)


def test_a_number_that_cannot_be_read_never_stops_the_record_from_loading() -> None:
    items = tuple(replace(item, number="I.") for item in items_of("1 One"))
    issue = did(issue_provisional_agenda, issued=date(2020, 6, 4), items=items)
    facts = history(scheduled(), issue, opened(), adopted(), added("New", under="i2.1"))
    assert len(agenda_of(facts)) == 2


def test_nothing_is_done_to_an_agenda_that_was_not_issued() -> None:
    facts = history(scheduled(), opened())
    with refused("No provisional agenda has been issued."):
        decide(add_item, facts, title=text_in("en", "New"), taken=CONSENSUS)
    with refused("No provisional agenda has been issued."):
        decide(adopt_agenda, facts, taken=CONSENSUS)


def test_the_agenda_of_a_cancelled_meeting_stays_as_it_is() -> None:
    facts = history(*FOUNDING, did(cancel_meeting))
    with refused("The meeting wg7 was cancelled."):
        decide(adopt_agenda, facts, taken=CONSENSUS)


# --- The adoption.


def test_the_agenda_is_adopted_after_the_opening() -> None:
    fact = decide(adopt_agenda, history(*FOUNDING, opened()), taken=CONSENSUS)
    assert fact.taken == CONSENSUS


def test_an_agenda_is_adopted_once() -> None:
    with refused("The agenda of wg7 was adopted on 8 September 2020 (entry 104). An agenda is adopted once."):
        decide(adopt_agenda, history(*AT_WORK), taken=CONSENSUS)


def test_rule_11_forbids_the_adoption_before_the_opening() -> None:
    with refused("The agenda is submitted for approval after the opening.", RULE_11):
        decide(adopt_agenda, history(*FOUNDING), taken=CONSENSUS)


def test_the_refusal_under_rule_11_says_what_to_do_next() -> None:
    with pytest.raises(Exception, match="has not been opened") as caught:
        decide(adopt_agenda, history(*FOUNDING), taken=CONSENSUS)
    assert vars(caught.value)["next_step"] == "First: nemcon meeting open --at WHEN"


def test_a_body_may_waive_its_rule_11() -> None:
    fact = decide(adopt_agenda, history(*FOUNDING), waives=("11",), taken=CONSENSUS)
    assert fact.entry.waives == ("11",)


def test_waiving_another_rule_does_not_help() -> None:
    with refused("has not been opened", RULE_11):
        decide(adopt_agenda, history(*FOUNDING), waives=("9", "1"), taken=CONSENSUS)


def test_waiving_no_rule_makes_a_second_adoption_possible() -> None:
    with refused("An agenda is adopted once."):
        decide(adopt_agenda, history(*AT_WORK), waives=("11", "the record"), taken=CONSENSUS)


def test_a_body_without_rules_adopts_whenever_it_likes() -> None:
    facts = history(scheduled(BUREAU.key), issued("1 Topics"))
    assert decide(adopt_agenda, facts, taken=CONSENSUS).entry.waives == ()


def test_an_agenda_is_adopted_with_items_held_in_abeyance() -> None:
    state = meeting(history(*SHORT, deleted("1"), did(adopt_agenda, taken=CONSENSUS, in_abeyance=("3",))))
    assert state.items.status(state.agenda.find("2")) is ItemStatus.IN_ABEYANCE


def test_an_item_that_is_done_with_is_not_held_by_the_adoption() -> None:
    with refused("The consideration of item 2 is deferred already."):
        decide(adopt_agenda, history(*SHORT, deferred("2")), taken=CONSENSUS, in_abeyance=("2",))


# --- Adopted with an exception, provisionally, or not at all.


def except_(*items: str) -> Deed:
    return did(adopt_agenda, taken=CONSENSUS, excepted=items)


def provisionally(*excepted: str) -> Deed:
    return did(adopt_agenda_provisionally, taken=CONSENSUS, excepted=excepted)


def test_an_item_excepted_is_not_on_the_adopted_agenda_and_the_numbers_stay() -> None:
    facts = history(*SHORT, except_("2"), added("New"))
    assert agenda_of(facts) == ["1 One", "3 Three", "4 New"]
    with refused("Item 2 was excepted."):
        meeting(facts).agenda.find("2")


def test_an_item_is_excepted_with_its_sub_items_and_after_the_list_is_numbered_anew() -> None:
    facts = history(*FOUNDING, opened(), deleted("2"), except_("1"))
    assert agenda_of(facts) == ["2 Technology", "3 Other matters", "4 Adoption of the report"]


def test_an_item_is_not_both_held_in_abeyance_and_excepted() -> None:
    with refused("An item is either held in abeyance or left out."):
        decide(adopt_agenda, history(*SHORT), taken=CONSENSUS, in_abeyance=("2",), excepted=("2",))


def test_the_agenda_and_the_allocation_of_its_items_are_adopted_by_one_decision() -> None:
    fact = decide(adopt_agenda, history(*FOUNDING, opened()), taken=CONSENSUS, symbol="A/77/251", allocation="A/77/252")
    assert (fact.symbol, fact.allocation) == ("A/77/251", "A/77/252")


def test_one_paper_is_not_both_the_agenda_and_the_allocation() -> None:
    with refused("A/77/251 cannot be both papers."):
        decide(adopt_agenda, history(*FOUNDING, opened()), taken=CONSENSUS, symbol="A/77/251", allocation="A/77/251")


def test_an_adoption_that_leaves_out_every_item_is_none() -> None:
    with refused("An agenda has at least one item."):
        decide(adopt_agenda, history(*SHORT), taken=CONSENSUS, excepted=("1", "2", "3"))


def test_the_amendments_pending_take_effect_with_the_provisional_adoption() -> None:
    facts = history(*SHORT, deleted("1"), provisionally())
    assert agenda_of(facts) == ["1 Two", "2 Three"]
    assert meeting(facts).agenda.adoption is None


def test_what_is_proposed_after_the_provisional_adoption_is_pending_until_the_final_one_which_keeps_numbers() -> None:
    facts = history(*SHORT, provisionally(), deleted("2"), added("New", after="1"))
    assert agenda_of(facts) == ["1 One", "- New", "3 Three"]
    facts = history(adopted(), after=facts)
    assert agenda_of(facts) == ["1 One", "4 New", "3 Three"]


def test_the_final_adoption_remembers_what_took_effect_with_the_provisional_one() -> None:
    adoption = meeting(
        history(*SHORT, deleted("1"), provisionally(), retitled("1", "Second"), adopted())
    ).agenda.adoption
    assert adoption is not None
    assert [type(one).__name__ for one in adoption.amendments] == ["ItemDeleted", "ItemRetitled"]


def test_an_item_excepted_provisionally_stays_out_of_the_agenda_finally_adopted() -> None:
    assert agenda_of(history(*SHORT, provisionally("2"), adopted())) == ["1 One", "3 Three"]


def test_an_agenda_is_adopted_provisionally_once_and_never_after_it_was_adopted() -> None:
    with refused("The agenda was provisionally adopted already (entry 104)."):
        history(*SHORT, provisionally(), provisionally())
    with refused("An agenda is adopted once."):
        history(*SHORT, adopted(), provisionally())


def test_the_provisional_adoption_remembers_its_sitting() -> None:
    found = meeting(history(*SHORT, sitting(1), provisionally())).agenda.provisionally
    assert found is not None
    assert found.sitting == 1


def test_the_provisional_agenda_is_applied_once_and_only_while_nothing_is_adopted() -> None:
    with refused("The provisional agenda is applied already (entry 104)."):
        history(*SHORT, APPLIED, APPLIED)
    with refused("An agenda is adopted once."):
        history(*SHORT, adopted(), APPLIED)
    with refused("The agenda was provisionally adopted already (entry 104)."):
        history(*SHORT, provisionally(), APPLIED)


def test_an_agenda_that_was_applied_may_still_be_adopted() -> None:
    assert agenda_of(history(*SHORT, APPLIED, deleted("1"), adopted())) == ["1 Two", "2 Three"]


# --- Before the adoption: pending oral amendments.


def test_an_amendment_is_pending_until_the_adoption() -> None:
    facts = history(*SHORT, added("New", after="1"))
    assert agenda_of(facts) == ["1 One", "- New", "2 Two", "3 Three"]
    assert len(meeting(facts).agenda.pending) == 1
    assert meeting(facts).agenda.provisional == meeting(history(*SHORT)).agenda.provisional


def test_pending_amendments_take_effect_with_the_adoption_which_numbers_anew() -> None:
    facts = history(*SHORT, added("New", after="1"), deleted("2"), moved("3", under="1"), adopted())
    assert agenda_of(facts) == ["1 One", "1 (a) Three", "2 New"]
    assert meeting(facts).agenda.pending == ()


def test_the_adoption_remembers_what_took_effect_with_it() -> None:
    adoption = meeting(history(*SHORT, deleted("2"), adopted(), deleted("1"))).agenda.adoption
    assert adoption is not None
    assert [type(one).__name__ for one in adoption.amendments] == ["ItemDeleted"]
    assert [str(line.title) for line in adoption.outline] == ["One", "Three"]


def test_a_new_title_alone_keeps_the_numbers_as_printed() -> None:
    given = (scheduled(), issued("1 One", "3 Three"), opened())
    assert agenda_of(history(*given, retitled("3", "Third"), adopted())) == ["1 One", "3 Third"]


def test_an_adoption_as_proposed_keeps_the_numbers_as_printed() -> None:
    given = (scheduled(), issued("1 One", "3 Three"), opened())
    assert agenda_of(history(*given, adopted())) == ["1 One", "3 Three"]


def test_identities_outlive_the_new_numbers() -> None:
    agenda = meeting(history(*SHORT, deleted("2"), adopted())).agenda
    assert agenda.find("2") == agenda.find("p3") == "i2.3"


def test_the_adoption_remembers_its_sitting_where_the_record_can_tell() -> None:
    at_first = (*SHORT, sitting(1), adopted())
    risen = (*SHORT, sitting(1), did(close_sitting, number=1), adopted())
    for story, number in ((at_first, 1), (risen, 1), ((*SHORT, adopted()), None)):
        adoption = meeting(history(*story)).agenda.adoption
        assert adoption is not None
        assert adoption.sitting == number


def test_no_sitting_is_remembered_before_an_adoption() -> None:
    before = meeting(history(*SHORT, sitting(1)))
    assert at_sitting(before.agenda, before.sittings) == before.agenda


def test_a_dropped_amendment_takes_no_effect() -> None:
    facts = history(*SHORT, added("New", after="1"), deleted("3"), dropped(4), adopted())
    assert agenda_of(facts) == ["1 One", "2 Two"]


def test_only_a_pending_amendment_can_be_dropped() -> None:
    with refused("There is no such amendment pending."):
        decide(drop_pending, history(*SHORT, deleted("3")), amendment=3)


def test_what_was_adopted_can_no_longer_be_dropped() -> None:
    with refused("There is no such amendment pending."):
        decide(drop_pending, history(*SHORT, deleted("3"), adopted()), amendment=4)


def test_an_amendment_on_which_another_rests_is_not_dropped_before_it() -> None:
    facts = history(*SHORT, added("New"), moved("2", under="i4"))
    with refused("rests on"):
        decide(drop_pending, facts, amendment=4)


def test_striking_an_amendment_on_which_another_rests_leaves_a_record_that_loads() -> None:
    facts = history(*SHORT, added("New"), moved("2", under="i4"), adopted(), Strike(4))
    assert "Two" in " ".join(agenda_of(facts))


def test_a_corrected_amendment_stays_dropped() -> None:
    facts = history(*SHORT, added("New"), dropped(4), Strike(4))
    right = added("Newer")
    facts = history(replace(right, particular={"replaces": 4}), after=facts)
    assert agenda_of(facts) == ["1 One", "2 Two", "3 Three"]


def test_an_item_added_after_another_stays_beside_it_when_the_move_of_that_one_is_dropped() -> None:
    facts = history(*SHORT, moved("3", under="1"), added("New", after="3"), dropped(4), adopted())
    assert agenda_of(facts) == ["1 One", "2 Two", "3 Three", "4 New"]


def test_two_items_never_stand_under_each_other_when_a_move_is_dropped() -> None:
    steps = (moved("1", under="2"), moved("1", after="3"), moved("2", under="1"), dropped(5), adopted())
    assert agenda_of(history(*SHORT, *steps)) == ["1 Two", "1 (a) One", "2 Three"]


def test_a_sub_item_moved_to_safety_is_not_lost_when_the_move_is_dropped() -> None:
    facts = history(*FOUNDING, opened(), moved("1a", after="5"), moved("1b", after="5"), deleted("1"))
    with refused("rests on"):
        decide(drop_pending, facts, amendment=4)


# --- After the adoption: numbers are kept.


def test_after_the_adoption_a_deleted_item_leaves_a_gap() -> None:
    assert agenda_of(history(*SHORT, adopted(), deleted("2"))) == ["1 One", "3 Three"]


def test_a_new_item_never_takes_the_number_of_a_deleted_one() -> None:
    facts = history(*SHORT, adopted(), deleted("3"), added("New"), added("Newer", after="1"))
    assert agenda_of(facts) == ["1 One", "5 Newer", "2 Two", "4 New"]


def test_a_new_item_is_numbered_after_the_highest_number_printed() -> None:
    given = (scheduled(), issued("1 One", "2 Two", "7 Other matters"), opened(), adopted())
    assert agenda_of(history(*given, added("New")))[-1] == "8 New"


def test_a_new_sub_item_takes_the_next_letter_of_its_item() -> None:
    facts = history(*AT_WORK, deleted("1b"), added("New", under="1"), added("First", under="2"))
    assert agenda_of(facts)[:4] == [
        "1 Organizational matters",
        "1 (a) Opening of the meeting",
        "1 (c) New",
        "2 Crises",
    ]
    assert agenda_of(facts)[4] == "2 (a) First"


def test_a_sub_item_of_a_sub_item_counts_in_numerals() -> None:
    assert "1 (a) (i) Minute of silence" in agenda_of(history(*AT_WORK, added("Minute of silence", under="1a")))


def test_items_however_deep_never_stop_the_record_from_loading() -> None:
    third = history(*AT_WORK, added("Third", under="1a"))
    deeper = history(added("Fourth", under="i5"), added("Fifth", under="i6"), after=third)
    assert len(agenda_of(deeper)) == 10


def test_a_moved_item_keeps_its_number() -> None:
    facts = history(*AT_WORK, moved("4", after="1"), moved("2", under="5"))
    assert agenda_of(facts)[2:] == [
        "1 (b) Adoption of the agenda",
        "4 Other matters",
        "3 Technology",
        "5 Adoption of the report",
        "2 Crises",
    ]


def test_an_item_is_added_beside_the_one_it_comes_after() -> None:
    fact = decide(add_item, history(*AT_WORK), title=text_in("en", "New"), after="1a", taken=CONSENSUS)
    assert (fact.item, fact.under, fact.after) == ("i5", "i2.1", "i2.2")


def test_a_title_is_changed_at_once() -> None:
    assert "3 New technology" in agenda_of(history(*AT_WORK, retitled("3", "New technology")))


def test_an_item_is_not_given_the_title_it_has() -> None:
    with refused("The item has that title already."):
        decide(retitle_item, history(*AT_WORK), item="3", title=text_in("en", "Technology"), taken=CONSENSUS)


# --- What no agenda allows, adopted or not.


@pytest.fixture(params=["before the adoption", "after it"])
def facts(request: pytest.FixtureRequest) -> Facts:
    return history(*FOUNDING, opened(), *([adopted()] if request.param == "after it" else []))


def test_an_item_with_sub_items_is_not_deleted(facts: Facts) -> None:
    with refused("Item 1 has 2 sub-items."):
        decide(delete_item, facts, item="1", taken=CONSENSUS)


def test_an_item_is_deleted_once_its_sub_items_are(facts: Facts) -> None:
    assert agenda_of(history(deleted("1a"), deleted("1b"), deleted("1"), after=facts))[0] == "2 Crises"


def test_a_deleted_item_is_not_deleted_again(facts: Facts) -> None:
    with refused("Item 2 "):
        decide(delete_item, history(deleted("2"), after=facts), item="i2.4", taken=CONSENSUS)


def test_nothing_is_put_under_or_after_a_deleted_item(facts: Facts) -> None:
    without = history(deleted("2"), after=facts)
    for where in ({"under": "i2.4"}, {"after": "i2.4"}):
        with refused("Item 2 "):
            history(added("New", **where), after=without)
        with refused("Item 2 "):
            history(moved("3", **where), after=without)


def test_an_item_cannot_stand_under_or_after_itself(facts: Facts) -> None:
    with refused("Item 1 cannot stand under or after itself."):
        decide(move_item, facts, item="1", under="1", taken=CONSENSUS)
    with refused("Item 1 cannot stand under or after itself."):
        decide(move_item, facts, item="1", after="1", taken=CONSENSUS)


def test_an_item_cannot_stand_under_its_own_sub_item(facts: Facts) -> None:
    with refused("Item 1 cannot stand under or after itself."):
        decide(move_item, facts, item="1", under="1a", taken=CONSENSUS)
    with refused("Item 1 cannot stand under or after itself."):
        decide(move_item, facts, item="1", after="1b", taken=CONSENSUS)


def test_a_move_says_where_the_item_goes(facts: Facts) -> None:
    with refused("It is not said where the item goes."):
        decide(move_item, facts, item="1", taken=CONSENSUS)


def test_an_item_that_is_not_there_is_not_retitled(facts: Facts) -> None:
    with refused("The agenda has no such item: what put it there was struck or not accepted."):
        decide(retitle_item, facts, item="i9", title=text_in("en", "New"), taken=CONSENSUS)


# --- How an item is named.


def test_an_item_is_found_by_its_number_its_provisional_number_or_its_identity() -> None:
    agenda = meeting(history(*FOUNDING, opened(), deleted("2"), adopted())).agenda
    assert [agenda.find(word) for word in ("3", "p4", "i2.6", "1a", "1 (a)", "p1a")] == [
        "i2.6",
        "i2.6",
        "i2.6",
        "i2.2",
        "i2.2",
        "i2.2",
    ]


def test_an_item_is_found_by_its_title_where_one_item_alone_has_it() -> None:
    facts = history(*FOUNDING, opened(), added("Floods"), added("Lakes"), added("Lakes"))
    assert meeting(facts).agenda.find("floods ") == "i4"
    with refused("The agenda has no item Lakes."):
        meeting(facts).agenda.find("Lakes")


def test_before_the_adoption_the_room_goes_by_the_provisional_numbers() -> None:
    agenda = meeting(history(*FOUNDING, opened(), deleted("2"))).agenda
    assert (agenda.find("3"), agenda.find("p3")) == ("i2.5", "i2.5")


@pytest.mark.parametrize("word", ["9", "1c", "p9", "Fish", ""])
def test_an_item_that_is_not_there_is_not_found(word: str) -> None:
    with refused(f"The agenda has no item {printed(word.removeprefix('p'))}."):
        meeting(history(*AT_WORK)).agenda.find(word)


def test_a_deleted_item_is_not_found_by_its_number() -> None:
    with refused("Item 2 was deleted."):
        meeting(history(*AT_WORK, deleted("2"))).agenda.find("2")


def test_a_word_that_is_no_number_is_printed_as_it_was_typed() -> None:
    assert [printed("1a"), printed("Technology")] == ["1 (a)", "Technology"]
