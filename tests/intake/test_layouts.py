"""AsciiDoc and the text layer of a PDF: the same meeting, told in two layouts, reads to the same facts."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from cli.intake import Paper, Unreadable
from tests.intake.papers import facts, names, reading, shared

ASCIIDOC: Final = """= Annotated provisional agenda
:doctype: agenda
:committee: Commission on Harbours
:session: 3
:session-date: Geneva, 30 January 2020
:agenda-id: HC/BUOY/2020/INF.1
:item-name: Expert Group on Buoys
:revdate: 15 January 2020
:language: en
:distribution: General

// a comment
== Provisional agenda footnote:[Bring your own copies.], footnote:[Register early.]

. Adoption of the agenda

. Election of the Chair

.. Nominations

.. Vote

. Lights and sounds of the buoys in the northern harbours, seen from the sea

== Annotations

=== Item 1. Adoption of the agenda

The group will adopt its agenda.

_Documentation_:

Informal document HC/BUOY/2020/INF.1

=== Item 2. Election of the Officers

The group will elect those who steer it through the week, in the order of the alphabet
and without haste.

Candidates are asked to be there.

*Documentation:*

HC/BUOY/2019/22/Rev.1 +
HC/EX/2/Rev.1

=== Item 3. Lights and sounds of the buoys in the northern harbours, seen from the sea

Nothing is known of them yet, so that those who know should tell the others what they know.
"""

PDF_TEXT: Final = """\
                  United Nations                                                         HC/BUOY/2020/INF.1
                                                                                         Distr.: General
                                                                                         15 January 2020

                                                                                         Original: English


Commission on Harbours
Third session of the Expert Group on Buoys
Geneva, 30 January 2020
Item 1 of the provisional agenda

                Annotated provisional agenda 1, 2
                Session to be held at the Old Lighthouse, Geneva.

         I.     Provisional agenda

                1.       Adoption of the agenda
                2.       Election of the Chair
                         (a)     Nominations
                         (b)     Vote
                3.       Lights and sounds of the buoys in the northern harbours, seen from
                         the sea

        II.     Annotations

                Item 1.           Adoption of the agenda

                The group will adopt its agenda.

1   Bring your own copies.
2   Register early.
\fBUOY/2020/INF.1

           Documentation:
           Informal document HC/BUOY/2020/INF.1

           Item 2.       Election of the Officers
           The group will elect those who steer it through the week, in the order of the alphabet
           and without haste.
           Candidates are asked to be there.
           Documentation:
           HC/BUOY/2019/22/Rev.1
           HC/EX/2/Rev.1

           Item 3.       Lights and sounds of the buoys in the northern harbours, seen
                         from the sea
           Nothing is known of them yet, so that those

2
\f                                                                                       BUOY/2020/INF.1


           who know should tell the others what they know.

                                                                                                           3
\f"""


def comparable(paper: Paper) -> dict[str, object]:
    """The facts both layouts state."""
    said = facts(paper)
    assert isinstance(said, dict)
    return {name: value for name, value in said.items() if name not in {"venue", "original_language"}}


def test_both_layouts_read_to_the_same_facts() -> None:
    assert comparable(reading(ASCIIDOC)) == comparable(reading(PDF_TEXT))


def test_the_layouts_are_read_from_the_shared_papers_to_the_same_facts() -> None:
    asciidoc = reading(shared("01-ece-agat-2020-inf1-annotated-provisional-agenda.txt"))
    pdf_text = reading(shared("02-ece-agat-2020-inf1-annotated-provisional-agenda-pdftext.txt"))
    left, right = comparable(asciidoc), comparable(pdf_text)
    # The one keeps the hyphen at which the other's page broke an address.
    assert left == right
    assert (pdf_text.masthead.body, pdf_text.masthead.ordinal) == ("Advisory Group on Advanced Technologies", 1)
    assert [len(item.documents) for item in asciidoc.items] == [1, 2, 9, 0, 3, 0, 0, 1]
    for paper in (asciidoc, pdf_text):
        differing = [warning.text for warning in paper.warnings if warning.name == "title_differs"]
        assert differing == ["Appointment of the Officers", "Vision, Mission and Program of Work"]


@pytest.mark.parametrize("text", [ASCIIDOC, PDF_TEXT])
def test_the_head_is_read(text: str) -> None:
    head = reading(text).masthead
    assert (head.symbol, head.body, head.ordinal) == ("HC/BUOY/2020/INF.1", "Expert Group on Buoys", 3)
    assert (head.parent_body, head.place) == ("Commission on Harbours", "Geneva")
    assert (head.starts, head.ends, head.issued) == (date(2020, 1, 30), date(2020, 1, 30), date(2020, 1, 15))


@pytest.mark.parametrize("text", [ASCIIDOC, PDF_TEXT])
def test_another_wording_in_a_heading_is_a_warning_and_no_more(text: str) -> None:
    paper = reading(text)
    assert paper.items[1].title == "Election of the Chair"
    assert [sub.number for sub in paper.items[1].items] == ["2 (a)", "2 (b)"]
    assert len(paper.items[1].annotation) == 2
    expected = ["title_differs"] if text == PDF_TEXT else ["body_from_item_name", "title_differs"]
    assert names(paper) == expected


def test_footnotes_and_furniture_are_in_no_paragraph() -> None:
    paper = reading(PDF_TEXT)
    assert [note.text for note in paper.footnotes] == ["Bring your own copies.", "Register early."]
    assert "those who know" in paper.items[2].annotation[0]
    assert paper.masthead.venue == "Old Lighthouse, Geneva"


def test_a_head_of_asciidoc_without_its_facts_says_so() -> None:
    bare = (
        "= Agenda\nA stray line\n:agenda-id: none\n:session: third time\n\n== Provisional agenda\n\n. One\n... Deep\n"
    )
    assert {
        "own_symbol_absent",
        "body_not_found",
        "place_and_days_not_found",
        "unexplained_line",
        "attribute_not_read",
    } <= set(names(reading(bare)))


def test_a_footnote_of_asciidoc_that_is_not_closed_is_a_warning() -> None:
    assert "footnote_unclear" in names(reading(ASCIIDOC.replace("be there.", "be there.footnote:[Or not")))


@pytest.mark.parametrize("text", ["Agenda\n1. One\n", "Ordre du jour provisoire\n1. Ouverture\n"])
def test_what_is_no_provisional_agenda_in_english_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="no line of it is the heading") as refused:
        reading(text)
    assert refused.value.next_step.startswith("Check that it is an annotated provisional agenda in English")


def test_an_agenda_without_numbered_items_is_refused() -> None:
    with pytest.raises(Unreadable, match="no numbered item"):
        reading("Provisional agenda\n\nOpening of the meeting\n\nAnnotations\n")


def test_a_list_written_by_hand_needs_no_head_and_its_headings_are_no_items() -> None:
    paper = reading(
        """
        # for the seventy-sixth session
        A. Growth
        12. Sport
        B. Disarmament
        100. Arms
          (u) Ammunition
        """
    )
    assert [(item.number, item.title) for item in paper.items] == [("12", "Sport"), ("100", "Arms")]
    assert names(paper) == ["number_not_in_order"]


def test_a_heading_above_items_is_not_the_end_of_a_title() -> None:
    paper = reading("Provisional agenda\n\n1. Sport\nB. Disarmament\n2. Arms\n")
    assert [item.title for item in paper.items] == ["Sport", "Arms"]
    assert "unexplained_line" in names(paper)


def test_roman_numbers_alone_are_refused_with_what_to_do() -> None:
    with pytest.raises(Unreadable, match=r"Roman numbers only \(I., II.\)") as refused:
        reading("Provisional agenda\n\nI. Opening of the session\nII. Elections\n")
    assert "Number the items “1.”, “2.”" in str(vars(refused.value))
