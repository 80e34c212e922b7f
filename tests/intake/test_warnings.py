"""Each warning has a name, a reason and a line, and there is a paper that calls for it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from cli.intake import WHY
from cli.intake.why import LONGEST_QUOTATION, Doubts
from tests.intake.papers import SAMPLE, TRAPS, edited, names, reading
from tests.intake.test_layouts import ASCIIDOC

TABLE: Final = "\t5\tAdoption of the report"
HOURS: Final = "10 a.m.–1 p.m.\t1 (a)"
PROSE: Final = "Members may tell how their harbours fared."
PLACE: Final = "Vienna, 8 and 9 September 2020\n"


def said(sentence: str) -> str:
    """The paper with one more paragraph under item 2."""
    return edited(SAMPLE, PROSE, f"{PROSE}\n\n{sentence}")


CALLED_FOR: Final[dict[str, str]] = {
    "annex_not_read": TRAPS["no annex"](SAMPLE),
    "announced_sittings_differ": TRAPS["five sittings announced"](SAMPLE),
    "annotation_for_unknown_item": TRAPS["an unknown annotation"](SAMPLE),
    "annotation_missing": edited(SAMPLE, "4. Other matters.\n", "4. Other matters.\n5. Thanks.\n").replace(
        "5. Adoption of the report.", "6. Adoption of the report."
    ),
    "attribute_not_read": edited(ASCIIDOC, ":session: 3", ":colour: blue"),
    "body_from_item_name": ASCIIDOC,
    "body_named_two_ways": said("The Working Group on the Safety of Harbours and Bridges is another."),
    "body_not_found": re.sub(r"\A.*?Vienna", "Vienna", SAMPLE, flags=re.DOTALL),
    "continued_unclear": edited(SAMPLE, " (<i>continued</i>)", ""),
    "control_character": edited(SAMPLE, PROSE, PROSE + "\x07"),
    "date_outside_meeting": TRAPS["another day in the table"](SAMPLE),
    "date_unclear": edited(SAMPLE, PLACE, "Vienna, 9 and 8 September 2020\n"),
    "date_without_year": TRAPS["no year at the head"](SAMPLE),
    "day_without_sitting": edited(SAMPLE, PLACE, "Vienna, 8 to 10 September 2020\n"),
    "days_differ": edited(SAMPLE, "in Vienna on 8 and 9 September", "in Vienna on 1 and 2 September"),
    "document_listed_twice": TRAPS["a symbol twice"](SAMPLE),
    "document_without_symbol": edited(SAMPLE, " (HC/AP/WG.7/2020/3)", ""),
    "documentation_contradicts": said("For this item no documentation is foreseen."),
    "documentation_not_read": edited(SAMPLE, "Note by the Secretariat on beacons (HC/AP/WG.7/2020/3)\n", ""),
    "duplicated_number": TRAPS["a number twice"](SAMPLE),
    "garbled_characters": edited(SAMPLE, "harbours fared", "harbours \ufffdared"),
    "footnote_unclear": edited(SAMPLE, "harbours fared.", "harbours fared.3"),
    "hyphen_at_line_end": edited(SAMPLE, "harbours fared.", "har-\nbours fared."),
    "item_missing_in_timetable": edited(SAMPLE, TABLE, ""),
    "item_not_in_list": edited(SAMPLE, TABLE, "\t6\tFarewell"),
    "languages_not_read": edited(SAMPLE, "the six official languages of the United Nations", "many tongues"),
    "line_joined": edited(SAMPLE, "and such other means as\n\nhelp", "and such other means as\n\nHelp"),
    "markup_dropped": edited(SAMPLE, "harbours fared.", "harbours <sup>fared</sup>."),
    "number_not_in_order": edited(SAMPLE, "\n5. Adoption of the report.", "\n7. Adoption of the report."),
    "numbered_paragraph": TRAPS["a numbered paragraph"](SAMPLE),
    "opening_differs": TRAPS["another place for the day"](SAMPLE),
    "ordinal_differs": TRAPS["sixth once"](SAMPLE),
    "own_symbol_absent": SAMPLE,
    "part_repeated": edited(SAMPLE, "4. Other matters\n\n", "Annotations\n\n4. Other matters\n\n"),
    "place_and_days_not_found": edited(SAMPLE, PLACE, ""),
    "resolution_without_body": said("See also resolution 5/3."),
    "right_to_left_characters": TRAPS["right to left"](SAMPLE),
    "section_without_item": TRAPS["a closing"](SAMPLE),
    "sentence_too_long": said("Members may talk" + " and talk" * 300 + "."),
    "services_differ": said("There are resources for three meetings with interpretation into English and French."),
    "silence_not_read": said("Something was agreed by silence procedure."),
    "sitting_not_in_order": edited(SAMPLE, "3–6 p.m.\t2", "12 noon–2 p.m.\t2"),
    "sitting_without_day": edited(SAMPLE, "Tuesday, 8 September\t\t\n", ""),
    "sitting_without_hours": edited(SAMPLE, HOURS, "10 a.m.\t1 (a)"),
    "sitting_without_items": SAMPLE + "\n7–8 p.m.\t\n",
    "subitem_without_item": edited(SAMPLE, "\n2. Safety", "\n9. (a) Safety"),
    "symbol_unclear": edited(SAMPLE, "(HC/AP/WG.7/2020/3)", "(HC/AP/WG.7/2020/3 and HC/AP/WG.7/2020/4)"),
    "text_outside_items": edited(SAMPLE, "Annotations\n", "Annotations\n\nAll are welcome.\n"),
    "time_unclear": TRAPS["the wrong half shared"](SAMPLE),
    "title_cut": edited(SAMPLE, "3. Beacons and buoys.", "3. Beacons" + " and buoys" * 300),
    "title_differs": TRAPS["another title in the table"](SAMPLE),
    "two_parents": edited(SAMPLE, "Distr.:", "Commission on Harbours\n\nDistr.:"),
    "unexplained_line": edited(SAMPLE, TABLE, "\tLunch"),
    "weekday_differs": TRAPS["wrong weekday"](SAMPLE),
}


# Called for by what only a Word document or a PDF can hold: test_docx.py, test_word_*.py, test_pdf.py.
OF_OTHER_FORMS: Final = frozenset({
    "changes_not_accepted", "comment_left_out", "hidden_text", "number_not_read", "page_without_text", "part_not_read",
    "script_not_read", "text_box",
})  # fmt: skip


def test_every_name_is_called_for_by_some_paper() -> None:
    assert set(CALLED_FOR) | OF_OTHER_FORMS == set(WHY)
    tests = "".join(
        (Path(__file__).parent / f"test_{form}.py").read_text("utf-8")
        for form in ("docx", "word_changes", "word_beside", "word_tables", "pdf")
    )
    assert all(f'"{name}"' in tests for name in OF_OTHER_FORMS)


@pytest.mark.parametrize("name", CALLED_FOR)
def test_the_paper_that_calls_for_a_warning_gets_it(name: str) -> None:
    paper = reading(CALLED_FOR[name])
    warning = next(warning for warning in paper.warnings if warning.name == name)
    assert warning.why == WHY[name]
    assert 1 <= warning.line <= CALLED_FOR[name].count("\n") + 1
    assert warning.text
    assert warning.place == f"line {warning.line}"


def test_every_name_in_the_code_is_in_the_enumeration() -> None:
    folder = Path(__file__).resolve().parents[2] / "cli" / "intake"
    used = {
        name
        for file in folder.glob("*.py")
        for name in re.findall(r'(?:add|doubt)\(\s*"(\w+)"', file.read_text("utf-8"))
    }
    assert used <= set(WHY)
    assert len(used) > 40


def test_reasons_are_sentences() -> None:
    assert all(why[0].isupper() and why.endswith(".") and len(why) < 130 for why in WHY.values())


def test_a_warning_is_given_once_and_quotes_no_more_than_a_line() -> None:
    doubts = Doubts()
    for _ in range(2):
        doubts.add("unexplained_line", 3, "long " * 100)
    doubts.add("unexplained_line", 1, "short")
    first, second = doubts.in_order_of_lines()
    assert (first.text, second.line) == ("short", 3)
    assert len(second.text) <= LONGEST_QUOTATION + 1


def test_a_line_that_is_not_explained_is_quoted_with_its_number() -> None:
    text = edited(SAMPLE, TABLE, "\tLunch")
    warning = next(each for each in reading(text).warnings if each.name == "unexplained_line")
    assert (warning.text, text.split("\n")[warning.line - 1].strip()) == ("Lunch", "Lunch")


def test_a_paper_in_two_spellings_is_told_once_for_each() -> None:
    paper = reading(said("The Working Group on Safety of Harbours is the Working Group on the Safety of the Harbours."))
    assert names(paper).count("body_named_two_ways") == 2
