"""What single sentences of the annotations tell: resolutions, decisions by silence, services."""

from __future__ import annotations

import pytest

from tests.intake.papers import SAMPLE, edited, names, reading

PROSE = "Members may tell how their harbours fared."


@pytest.mark.parametrize(
    ("sentence", "body", "number"),
    [
        ("It recalls General Assembly resolution 74/176.", "General Assembly", "74/176"),
        ("It recalls resolution 2388 (2017) of the Security Council.", "Security Council", "2388 (2017)"),
        ("It recalls General Assembly resolution 3363 (XXX).", "General Assembly", "3363 (XXX)"),
        ("It recalls Council resolution 31/16 A, and more.", "Council", "31/16 A"),
        ("It recalls Council resolution S-8/1.", "Council", "S-8/1"),
    ],
)
def test_resolutions_are_cited_with_their_body(sentence: str, body: str, number: str) -> None:
    paper = reading(edited(SAMPLE, PROSE, f"{PROSE} {sentence}"))
    assert (body, number) in {(each.body, each.number) for each in paper.resolutions}


def test_a_list_of_resolutions_and_a_decision_are_each_cited() -> None:
    paper = reading(
        edited(SAMPLE, PROSE, f"{PROSE} See Council resolutions 5/1, 5/2 and 6/1 and Council decision 5/1.")
    )
    assert [(each.kind, each.number) for each in paper.resolutions[1:]] == [
        ("resolution", "5/1"),
        ("resolution", "5/2"),
        ("resolution", "6/1"),
        ("decision", "5/1"),
    ]


def test_one_number_of_two_bodies_is_two_resolutions() -> None:
    paper = reading(edited(SAMPLE, PROSE, f"{PROSE} See Council resolution 7/1."))
    assert [each.body for each in paper.resolutions] == ["Assembly of the Parties to the Harbour Convention", "Council"]


def test_an_item_rests_on_the_resolution_its_annotation_opens_with() -> None:
    paper = reading(edited(SAMPLE, PROSE, f"Pursuant to Council resolution 5/1, members may talk. {PROSE}"))
    assert [(each.ref, each.inferred) for each in paper.items[1].pursuant_to] == [
        ("5/1", False),
        ("silence 2020-05-01", True),
    ]


@pytest.mark.parametrize(
    ("sentence", "body", "subject"),
    [
        ("The Bureau agreed, by silence procedure, on 2 May 2020, to the map.", "Bureau", "map"),
        ("On 2 May 2020, the Bureau approved the map through a silence procedure.", "Bureau", "map"),
    ],
)
def test_silence_is_told_in_other_orders(sentence: str, body: str, subject: str) -> None:
    told = reading(edited(SAMPLE, PROSE, f"{PROSE} {sentence}")).silence[-1]
    assert (told.ref, told.body, told.subject) == ("silence 2020-05-02", body, subject)


@pytest.mark.parametrize(
    "sentence",
    [
        "On 1 May 2020 and on 2 May 2020 the Bureau agreed, using the silence procedure, on the map.",
        "On 2 May 2020 silence procedure was used.",
        "On 2 May 2020, the Bureau agreed, using the silence procedure.",
    ],
)
def test_a_silence_that_cannot_be_made_out_is_a_warning(sentence: str) -> None:
    paper = reading(edited(SAMPLE, PROSE, f"{PROSE} {sentence}"))
    assert (len(paper.silence), "silence_not_read" in names(paper)) == (2, True)


def test_topics_of_another_meeting_bind_no_item_of_this_one() -> None:
    paper = reading(edited(SAMPLE, "on the topics of that meeting", "on the topics of the eighth meeting"))
    assert [item.pursuant_to for item in paper.items] == [()] * 5


def test_a_meeting_follows_from_the_decision_that_names_it_plainly() -> None:
    start = SAMPLE.index("the seventh meeting of the Working Group on Safety of Harbours is scheduled")
    end = SAMPLE.index(" is scheduled", start)
    paper = reading(SAMPLE[:start] + "the meeting" + SAMPLE[end:])
    assert [each.ref for each in paper.pursuant_to] == ["silence 2019-08-30"]


def test_interpretation_into_some_languages_is_read_by_their_names() -> None:
    paper = reading(edited(SAMPLE, "the six official languages of the United Nations", "English, French and Spanish"))
    assert paper.services is not None
    assert paper.services.languages == ("en", "fr", "es")


def test_more_days_announced_than_the_meeting_has_are_a_warning() -> None:
    assert "days_differ" in names(reading(edited(SAMPLE, "over two days", "over three days")))
