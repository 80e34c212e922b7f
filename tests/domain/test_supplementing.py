from dataclasses import replace
from datetime import date

from domain.adopting import adopt_agenda, adopt_agenda_provisionally
from domain.outline import Document
from domain.questions import Question
from domain.remarks import remarks
from domain.rules import Rule
from domain.streams import ACT_OF
from domain.supplementing import issue_supplementary_agenda, revise_provisional_agenda
from domain.values import text_in
from tests.domain.story import (
    AT_WORK,
    CONSENSUS,
    CONTEXT,
    FOUNDING,
    WORKING_GROUP,
    Deed,
    added,
    adopted,
    agenda_of,
    decide,
    deleted,
    did,
    dropped,
    history,
    items_of,
    meeting,
    opened,
    refused,
    retitled,
)

LATER = "2020-07-01"


def supplemented(*lines: str) -> Deed:
    return did(issue_supplementary_agenda, LATER, issued=date(2020, 7, 1), items=items_of(*lines))


def revised(*lines: str) -> Deed:
    return did(revise_provisional_agenda, LATER, issued=date(2020, 7, 1), items=items_of(*lines))


AS_IT_WAS = (
    "1 Organizational matters",
    "1a Opening of the meeting",
    "1b Adoption of the agenda",
    "2 Crises",
    "3 Technology",
    "4 Other matters",
    "5 Adoption of the report",
)


AS_PRINTED = agenda_of(history(*FOUNDING))


def test_a_supplementary_list_with_numbers_of_its_own_goes_on_from_the_last_item() -> None:
    facts = history(*FOUNDING, supplemented("1 Floods", "1a Lakes", "2 Rivers"))
    assert agenda_of(facts)[-3:] == ["6 Floods", "6 (a) Lakes", "7 Rivers"]


def test_a_supplementary_list_that_goes_on_from_the_last_item_keeps_its_numbers() -> None:
    assert agenda_of(history(*FOUNDING, supplemented("171 Floods")))[-1] == "171 Floods"


def test_a_supplementary_list_puts_a_sub_item_under_an_item_that_it_repeats() -> None:
    facts = history(*FOUNDING, supplemented("1 organizational matters.", "1c Elections", "6 Floods", "6a Lakes"))
    assert agenda_of(facts) == [*AS_PRINTED[:3], "1 (c) Elections", *AS_PRINTED[3:], "6 Floods", "6 (a) Lakes"]
    assert [line.id for line in meeting(facts).agenda.provisional if str(line.title) == "Elections"] == ["i3.2"]
    facts = history(supplemented("7 Rivers"), after=facts)
    ACT_OF[issue_supplementary_agenda].judge_again(meeting(facts[:2]), facts[2], CONTEXT)


def test_a_sub_item_with_a_number_of_the_papers_own_gets_the_next_one_under_its_item() -> None:
    facts = history(*FOUNDING, supplemented("1 Technology", "1a Satellites", "2 Floods"))
    assert agenda_of(facts)[4:6] == ["3 Technology", "3 (a) Satellites"]
    assert agenda_of(facts)[-1] == "6 Floods"


def test_an_item_that_is_repeated_above_nothing_is_on_the_agenda_already() -> None:
    with refused('Item 2, "Crises", is on the provisional agenda already.'):
        history(*FOUNDING, supplemented("1 Organizational matters", "1a Elections", "2 Crises"))


def test_the_items_of_a_supplementary_list_have_their_own_identities() -> None:
    facts = history(*FOUNDING, supplemented("1 Floods"))
    assert [line.id for line in meeting(facts).agenda.provisional][-2:] == ["i2.7", "i3.1"]


def test_an_item_is_on_an_agenda_once() -> None:
    with refused('Item 2, "Crises", is on the provisional agenda already.'):
        history(*FOUNDING, supplemented("1 Floods", "2 crises."))


def test_a_supplementary_agenda_is_accepted_in_part() -> None:
    facts = history(*FOUNDING, supplemented("1 Floods", "2 Rivers"), opened(), deleted("6"), adopted())
    assert agenda_of(facts)[-2:] == ["5 Adoption of the report", "6 Rivers"]
    adoption = meeting(facts).agenda.adoption
    assert adoption is not None
    assert [one.item for one in adoption.amendments] == ["i3.1"]


def test_a_revised_agenda_keeps_the_identities_of_the_items_it_repeats() -> None:
    lines = [line for line in AS_IT_WAS if "Technology" not in line and "Other" not in line]
    facts = history(*FOUNDING, revised(*lines[:-1], "3 Floods", "4 Other matters", "5 Adoption of the report"))
    assert [(line.number, line.id) for line in meeting(facts).agenda.provisional if line.parent is None] == [
        ("1", "i2.1"),
        ("2", "i2.4"),
        ("3", "i2.5"),  # what has another title under the same number is the same item
        ("4", "i2.6"),
        ("5", "i2.7"),
    ]


def test_an_item_put_between_others_by_a_revised_agenda_is_new_and_the_others_stay_what_they_are() -> None:
    lines = (*AS_IT_WAS[:4], "3 Floods", "4 Technology", "5 Other matters", "6 Adoption of the report")
    facts = history(*FOUNDING, revised(*lines))
    found = [(line.number, line.id) for line in meeting(facts).agenda.provisional]
    assert found[4:] == [("3", "i3.5"), ("4", "i2.5"), ("5", "i2.6"), ("6", "i2.7")]


def test_two_items_of_one_title_are_two_items() -> None:
    facts = history(*FOUNDING, revised(*AS_IT_WAS, "6 Crises"))
    assert [line.id for line in meeting(facts).agenda.provisional if str(line.title) == "Crises"] == ["i2.4", "i3.8"]


def test_an_item_that_a_revised_agenda_leaves_out_is_not_on_the_list() -> None:
    facts = history(*FOUNDING, revised(*AS_IT_WAS[:4]))
    assert agenda_of(facts)[3:] == ["2 Crises"]


def test_a_pending_amendment_stays_pending_on_the_revised_agenda() -> None:
    facts = history(*FOUNDING, opened(), retitled("2", "Floods"))
    facts = history(revised(*AS_IT_WAS, "6 Rivers"), after=facts)
    assert [agenda_of(facts)[index] for index in (3, -1)] == ["2 Floods", "6 Rivers"]


def test_an_item_that_an_amendment_is_about_is_not_left_out_before_that_is_dropped() -> None:
    facts = history(*FOUNDING, Deed(added("Lakes", after="5").act, added("Lakes", after="5").fields, LATER))
    with refused("The paper leaves out item 5, and the amendment of entry 103 is about it."):
        history(revised(*AS_IT_WAS[:-1]), after=facts)
    facts = history(did(dropped(3).act, LATER, amendment=3), revised(*AS_IT_WAS[:-1]), after=facts)
    assert agenda_of(facts)[-1] == "4 Other matters"


def test_no_paper_changes_an_agenda_that_was_adopted_even_provisionally() -> None:
    provisionally = did(adopt_agenda_provisionally, taken=CONSENSUS)
    for facts in (history(*AT_WORK), history(*FOUNDING, opened(), provisionally)):
        for act in (issue_supplementary_agenda, revise_provisional_agenda):
            with refused("no paper changes it any more."):
                decide(act, facts, issued=date(2020, 9, 8), items=items_of("1 Floods"))


def test_a_later_paper_comes_after_the_first_and_has_an_item() -> None:
    with refused("No provisional agenda has been issued."):
        history(FOUNDING[0], supplemented("1 Floods"))
    with refused("An agenda has at least one item."):
        history(*FOUNDING, revised())


def test_the_documents_of_a_later_paper_join_those_listed() -> None:
    [item] = items_of("2 Crises")
    paper = Document(symbol="WG.7/2020/9", title=text_in("en", "Note"))
    facts = history(*FOUNDING)
    fact = decide(
        revise_provisional_agenda, facts, LATER, issued=date(2020, 7, 1), items=(replace(item, documents=(paper,)),)
    )
    assert meeting((*facts, fact)).documents.symbols["i2.4"] == ("WG.7/2020/9",)


def test_the_notice_of_a_supplementary_list_is_compared_with_the_rule() -> None:
    profile = CONTEXT.rules("UNTOC-COP/WG.7")
    rule = Rule(
        question=Question.SUPPLEMENTARY_NOTICE,
        number="14",
        says="They are communicated 20 days before.",
        source="rule 14",
        value=20,
    )
    fact = supplemented("1 Floods").on_top_of(history(*FOUNDING))
    body = replace(WORKING_GROUP, rules=replace(profile, rules=(*profile.rules, rule)))
    [said] = remarks(meeting(history(*FOUNDING)), fact, replace(CONTEXT, body={body.key: body}.get))
    assert said.startswith("Notice given: 69 days; rule 14")


def test_the_agenda_adopted_is_the_one_that_the_papers_add_up_to() -> None:
    facts = history(*FOUNDING, supplemented("1 Floods"), opened())
    fact = decide(adopt_agenda, facts, taken=CONSENSUS)
    assert agenda_of((*facts, fact))[-1] == "6 Floods"
