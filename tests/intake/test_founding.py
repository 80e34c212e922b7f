"""The founding paper, word for word as it was issued, gives exactly what it says."""

from __future__ import annotations

from datetime import date, time

import pytest

from cli.intake import Paper
from cli.intake.paper import OFFICIAL_LANGUAGES, PaperItem, Reference, Services
from tests.intake.papers import FOUNDING, names, reading, shared


@pytest.fixture(name="paper", scope="module")
def read_founding_paper() -> Paper:
    return reading(shared(FOUNDING))


def item(paper: Paper, number: int) -> PaperItem:
    return paper.items[number - 1]


def test_it_has_five_items_and_two_sub_items(paper: Paper) -> None:
    assert [each.number for each in paper.items] == ["1", "2", "3", "4", "5"]
    assert [(sub.number, sub.title) for sub in item(paper, 1).items] == [
        ("1 (a)", "Opening of the meeting"),
        ("1 (b)", "Adoption of the agenda and organization of work"),
    ]
    assert [item(paper, number).title for number in (1, 4, 5)] == [
        "Organizational matters",
        "Other matters",
        "Adoption of the report",
    ]
    assert item(paper, 2).title.endswith("investigate and prosecute such cases")
    assert item(paper, 3).title.endswith("by criminal groups")


def test_paragraphs_cut_by_the_page_are_whole_again(paper: Paper) -> None:
    opening, adoption = item(paper, 1).items
    assert item(paper, 1).annotation == ()
    assert [len(each.annotation) for each in (opening, adoption)] == [1, 3]
    assert [len(item(paper, number).annotation) for number in (2, 3, 4, 5)] == [3, 3, 1, 1]
    assert "consecutively with other working groups" in adoption.annotation[0]
    assert "such as means for collecting evidence" in item(paper, 3).annotation[1]


def test_two_documents_are_listed_and_none_are_foreseen_under_item_4(paper: Paper) -> None:
    assert [each.documentation for each in paper.items] == [
        "not_stated",
        "listed",
        "listed",
        "none_foreseen",
        "not_stated",
    ]
    second, third = (item(paper, number).documents[0] for number in (2, 3))
    assert (second.symbol, second.prepared_by) == ("CTOC/COP/WG.7/2020/2", "Secretariat")
    assert (third.symbol, third.prepared_by) == ("CTOC/COP/WG.7/2020/3", "Secretariat")
    assert (second.title or "").startswith("Background paper prepared by the Secretariat on the impact")
    assert (second.title or "").endswith("prosecute such cases")


def test_the_head_says_who_meets_where_and_when(paper: Paper) -> None:
    head = paper.masthead
    assert (head.symbol, head.body) == (None, "Working Group on the Smuggling of Migrants")
    assert (head.parent_body or "").startswith("Conference of the Parties to the United Nations Convention")
    assert (head.place, head.starts, head.ends) == ("Vienna", date(2020, 9, 8), date(2020, 9, 9))
    assert (head.distribution, head.issued) == ("General", date(2020, 6, 4))
    assert (head.language, head.original_language, head.ordinal) == ("en", "en", 7)
    assert head.lines["body"] == 12


def test_the_opening_and_the_services_are_announced(paper: Paper) -> None:
    assert paper.opens == time(10)
    assert paper.services == Services(sittings=4, languages=OFFICIAL_LANGUAGES)


def test_two_decisions_by_silence_are_narrated(paper: Paper) -> None:
    bureau = "extended Bureau of the Conference of the Parties"
    assert [(each.ref, each.body, each.subject) for each in paper.silence] == [
        ("silence 2019-08-30", bureau, "meeting plan for 2020"),
        ("silence 2020-05-01", bureau, "substantive topics of the Working Group for that meeting"),
    ]


def test_the_meeting_follows_from_the_first_and_two_items_from_the_second(paper: Paper) -> None:
    topics = (Reference(ref="silence 2020-05-01", inferred=True),)
    assert paper.pursuant_to == (Reference(ref="silence 2019-08-30", inferred=False),)
    assert [each.pursuant_to for each in paper.items] == [(), topics, topics, (), ()]


def test_the_organization_of_work_rests_on_resolution_7_1(paper: Paper) -> None:
    (resolution,) = paper.resolutions
    assert (resolution.kind, resolution.number, resolution.body) == ("resolution", "7/1", paper.masthead.parent_body)
    assert (resolution.title or "").startswith("Strengthening the implementation")
    assert [(each.modality, each.partial) for each in resolution.decided] == [("decided", True), ("encouraged", True)]
    assert paper.organization_of_work_pursuant_to == (Reference(ref="7/1", inferred=False),)


def test_eight_slots_stand_in_four_sittings(paper: Paper) -> None:
    days = (date(2020, 9, 8), date(2020, 9, 9))
    assert [(each.date, each.start, each.end) for each in paper.organization_of_work] == [
        (day, *hours) for day in days for hours in ((time(10), time(13)), (time(15), time(18)))
    ]
    assert [[(slot.number, slot.continued) for slot in each.items] for each in paper.organization_of_work] == [
        [("1 (a)", False), ("1 (b)", False), ("2", False)],
        [("2", True), ("3", False)],
        [("3", True)],
        [("4", False), ("5", False)],
    ]


def test_it_has_two_warnings_and_no_more(paper: Paper) -> None:
    assert names(paper) == ["own_symbol_absent", "body_named_two_ways"]
    assert (paper.warnings[1].line, paper.warnings[1].text) == (34, "Working Group on Smuggling of Migrants")
