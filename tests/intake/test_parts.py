"""The parts of a paper: numbers, list, annotations, documents, table, sentences; and what each does with oddities."""

from __future__ import annotations

from datetime import time

import pytest

from cli.intake import Paper
from cli.intake.numbers import follows, numbered, parent
from cli.intake.words import counted, languages_in, likeness, one_symbol, sentences
from tests.intake.papers import HARBOURS, SAMPLE, edited, names, reading

PROSE = "Members may tell how their harbours fared."


def with_list(items: str) -> Paper:
    """A paper of nothing but a list."""
    return reading(f"Provisional agenda\n{items}\nAnnotations\n")


def with_table(rows: str) -> Paper:
    return reading(SAMPLE[: SAMPLE.index("Tuesday, 8 September\t")] + rows)


def slots(paper: Paper) -> list[list[str]]:
    return [[slot.number for slot in sitting.items] for sitting in paper.organization_of_work]


@pytest.mark.parametrize(
    ("line", "after", "number", "title"),
    [
        ("3. Beacons", None, "3", "Beacons"),
        ("3.Beacons", None, "3", "Beacons"),
        ("Item 3: Beacons", None, "3", "Beacons"),
        ("Item 3 Beacons", None, "3", "Beacons"),
        (" - (a) Vote", "1", "1 (a)", "Vote"),
        ("1. (a) Vote", None, "1 (a)", "Vote"),
        ("4 (a) (ii) Vote", None, "4 (a) (ii)", "Vote"),
        ("(i) Vote", "1 (a)", "1 (a) (i)", "Vote"),
        ("(ii) Vote", "1 (a) (i)", "1 (a) (ii)", "Vote"),
        ("(i) Vote", "1 (h)", "1 (i)", "Vote"),
        ("(b) Vote", "1 (a) (ii)", "1 (b)", "Vote"),
    ],
)
def test_numbers_are_read_in_full(line: str, after: str | None, number: str, title: str) -> None:
    found = numbered(line, after)
    assert found is not None
    assert (found.number, found.title) == (number, title)


@pytest.mark.parametrize("line", ["3 Beacons", "2020 was a year", "3.5 metres", "(a) Vote", "Beacons"])
def test_what_begins_with_no_number_is_none(line: str) -> None:
    assert numbered(line, None) is None


def test_numbers_know_what_they_stand_under_and_what_they_follow() -> None:
    assert (parent("1 (a) (i)"), parent("1 (a)"), parent("1")) == ("1 (a)", "1", None)
    assert follows("1", None)
    assert follows("1 (aa)", "1 (z)")
    assert follows("1 (a) (ii)", "1 (a) (i)")
    assert not follows("1 (c)", "1 (a)")


def test_sub_items_go_three_deep() -> None:
    paper = with_list("1. One\n(a) Sub; and\n(i) Deeper,\n(ii) Deeper still\n(b) Sub again\n2. Two")
    (first, second) = paper.items[0].items
    assert [deep.number for deep in first.items] == ["1 (a) (i)", "1 (a) (ii)"]
    assert (first.title, first.items[0].title, second.number) == ("Sub", "Deeper", "1 (b)")


def test_a_title_may_take_several_lines() -> None:
    paper = with_list("1. Safety of the\nharbours\n\nin winter\nNorth.")
    assert paper.items[0].title == "Safety of the harbours in winter North"
    assert "line_joined" in names(paper)


def test_a_line_after_a_finished_title_is_not_explained() -> None:
    paper = with_list("Note\n1. One.\nand more\n2.\n3. Two\n\nNot two\n- bullet\n4\n")
    assert [item.title for item in paper.items] == ["One", "Two"]
    assert names(paper).count("unexplained_line") == 6


def test_a_number_taken_twice_keeps_both_items_and_gives_the_text_to_the_first() -> None:
    paper = reading("Provisional agenda\n1. One\n1. Two\nAnnotations\n1. One\nText of it.\n")
    assert [(item.number, item.annotation) for item in paper.items] == [("1", ("Text of it.",)), ("1", ())]


def test_a_numbered_list_in_an_annotation_stays_a_paragraph() -> None:
    paper = reading(edited(SAMPLE, PROSE, f"{PROSE}\n\n(a) The first of them;\n\n(b) The second of them."))
    assert paper.items[1].annotation == (PROSE, "(a) The first of them;", "(b) The second of them.")


def test_a_heading_cut_by_the_page_is_put_together() -> None:
    cut = HARBOURS.replace("and what", "and\n\n\nwhat")
    paper = reading(edited(SAMPLE, f"\n2. {HARBOURS}\n", f"\n2. {cut}\n"))
    assert paper.items[1].annotation == (PROSE,)
    assert "title_differs" not in names(paper)


def test_a_heading_that_is_only_begun_differs() -> None:
    begun = edited(SAMPLE, f"\n2. {HARBOURS}\n", "\n2. Safety of small harbours\n")
    assert "title_differs" in names(reading(begun))
    assert "title_differs" in names(reading(edited(SAMPLE, "\n5. Adoption of the report\n", "\n5. Adoption\n")))


def test_headings_in_the_middle_of_a_block_are_found() -> None:
    text = edited(SAMPLE, f"{PROSE}\n\nDocumentation\n\n", f"{PROSE}\nDocumentation\n")
    text = edited(text, "(HC/AP/WG.7/2020/2)\n\n3. Beacons", "(HC/AP/WG.7/2020/2)\nItem 3.\nBeacons")
    assert reading(text).items[1:3] == tuple(item for item in reading(text).items if item.documents and item.annotation)
    assert names(reading(text)) == names(reading(SAMPLE))


def test_an_unknown_item_takes_no_more_than_its_heading() -> None:
    paper = reading(
        edited(SAMPLE, "\n3. Beacons and buoys\n\nM", "\nItem 9. Beacons\nOf light.\n\n3. Beacons and buoys\n\nM")
    )
    assert {"annotation_for_unknown_item", "text_outside_items"} <= set(names(paper))
    assert paper.items[2].annotation


def test_a_very_long_numbered_line_is_a_paragraph() -> None:
    paper = reading(edited(SAMPLE, PROSE, f"{PROSE}\n\n4. Long {'and long ' * 1000}."))
    assert len(paper.items[1].annotation) == 2


def test_a_long_block_is_compared_no_further_than_a_title_goes() -> None:
    block = "\n".join(["Item 3. Lamps", *["very long line of lamps " * 40] * 4, "End."])
    assert "title_differs" in names(reading(edited(SAMPLE, "3. Beacons and buoys\n\nM", f"{block}\n\nM")))


def test_documentation_may_stand_on_one_line() -> None:
    paper = reading(edited(SAMPLE, "Documentation\n\nNote by", "Documentation: Note by"))
    assert paper.items[2].documents[0].symbol == "HC/AP/WG.7/2020/3"
    none = reading(
        edited(SAMPLE, "Documentation\n\nNote by the Secretariat on beacons (HC/AP/WG.7/2020/3)", "Documents: None.")
    )
    assert none.items[2].documentation == "none_foreseen"
    assert "documentation_not_read" not in names(none)


@pytest.mark.parametrize(
    ("entry", "symbol", "title", "author"),
    [
        ("HC/AP/2020/5", "HC/AP/2020/5", None, None),
        ("Informal document HC/AP/2020/5.", "HC/AP/2020/5", "Informal document", None),
        ("Report by the Chair, with maps (HC/AP/2020/5)", "HC/AP/2020/5", "Report by the Chair, with maps", "Chair"),
        ("Old text (A/RES/3363 (XXX))", "A/RES/3363 (XXX)", "Old text", None),
        ("http://example.org/paper", None, "http://example.org/paper", None),
    ],
)
def test_an_entry_gives_its_symbol_title_and_author(
    entry: str, symbol: str | None, title: str | None, author: str | None
) -> None:
    paper = reading(edited(SAMPLE, "Note by the Secretariat on beacons (HC/AP/WG.7/2020/3)", entry))
    (document,) = paper.items[2].documents
    assert (document.symbol, document.title, document.prepared_by) == (symbol, title, author)


def test_two_symbols_in_one_entry_are_a_warning() -> None:
    text = edited(SAMPLE, "on beacons (HC", "on beacons HC/AP/2020/9 and buoys (HC")
    assert "symbol_unclear" in names(reading(text))


def test_a_row_may_name_several_items() -> None:
    paper = with_table("Tuesday, 8 September\n10 a.m.-1 p.m.\t1 (a) and (b)\t\n3-6 p.m.\t2, 3 and 4\t\n")
    assert slots(paper) == [["1 (a)", "1 (b)"], ["2", "3", "4"]]


def test_hours_repeated_in_each_row_are_one_sitting() -> None:
    row = "8 September 2020\t10 a.m.-1 p.m.\t{}\n"
    assert slots(with_table("".join(row.format(number) for number in ("2", "3")))) == [["2", "3"]]


def test_a_day_without_hours_is_a_sitting_without_hours() -> None:
    paper = with_table("8 September\n\t2\t\n9 September\n\t3\t\n")
    assert slots(paper) == [["2"], ["3"]]
    assert names(paper).count("sitting_without_hours") == 2


def test_an_item_before_any_day_is_not_explained() -> None:
    paper = with_table("\t2\tBeacons\n")
    assert slots(paper) == []
    assert "unexplained_line" in names(paper)


def test_a_cell_that_begins_with_a_figure_is_no_item() -> None:
    paper = with_table("8 September\n10 a.m.-1 p.m.\t2\t\n\t2 hours of rest\there\n")
    assert slots(paper) == [["2"]]
    assert "unexplained_line" in names(paper)


def test_continued_may_stand_beside_the_number() -> None:
    paper = with_table("8 September\n10 a.m.-1 p.m.\t2\t\n3-6 p.m.\t2 (continued)\t\n")
    assert [[slot.continued for slot in each.items] for each in paper.organization_of_work] == [[False], [True]]


def test_a_day_that_is_not_in_the_calendar_is_left_out() -> None:
    paper = with_table("31 September\n10 a.m.-1 p.m.\t2\t\n")
    assert paper.organization_of_work[0].date is None
    assert "date_unclear" in names(paper)


def test_an_annex_that_is_no_table_is_not_explained() -> None:
    text = edited(SAMPLE, "Annex\n\nProposed organization of work\n", "Annex\n\nMap of the harbour\n")
    assert {"unexplained_line", "annex_not_read"} <= set(names(reading(text)))


def test_the_first_sitting_begins_with_the_opening() -> None:
    paper = reading(edited(SAMPLE, "at 10 a.m.", "at 9 a.m."))
    assert (paper.opens, "opening_differs" in names(paper)) == (time(9), True)


def test_an_opening_without_an_hour_is_unknown() -> None:
    assert reading(edited(SAMPLE, ", at 10 a.m.", "")).opens is None


def test_the_head_may_number_the_meeting() -> None:
    place = "Vienna, 8 and 9"
    for line in ("Seventh meeting", "7th session of the Working Group on the Safety of Harbours"):
        assert (
            reading(
                edited(SAMPLE, f"{place} September 2020\n\nA", f"{line}\n{place} September 2020\n\nA")
            ).masthead.ordinal
            == 7
        )
    other = reading(edited(SAMPLE, f"{place} September 2020\n\nA", f"Third meeting\n{place} September 2020\n\nA"))
    assert (other.masthead.ordinal, "ordinal_differs" in names(other)) == (None, True)


def test_a_head_wrapped_at_the_width_of_the_page_is_put_together_with_a_warning() -> None:
    long = "Assembly of the Parties to the Convention on the Harbours of the\nNorthern Seas and Lakes"
    paper = reading(edited(SAMPLE, "\nAssembly of the Parties to the Harbour Convention\n", f"\n{long}\n"))
    assert paper.masthead.parent_body == long.replace("\n", " ")
    assert "line_joined" in names(paper)


def test_a_head_says_things_once() -> None:
    paper = reading(edited(SAMPLE, "4 June 2020\n", f"4 June 2020\n5 June 2020\n{'Long ' * 60}\nHC/AP/2020/1*\n"))
    assert (paper.masthead.symbol, names(paper).count("unexplained_line")) == ("HC/AP/2020/1", 2)


def test_a_paper_without_body_counts_no_meeting() -> None:
    paper = reading("Provisional agenda\n1. One\nAnnotations\n1. One\nThe third meeting of the Group will be opened.\n")
    assert (paper.masthead.body, paper.masthead.ordinal) == (None, None)


def test_words_are_counted_compared_and_cut() -> None:
    assert [counted(word) for word in ("four", "twenty-first", "12th", "fortieth", "many")] == [4, 21, 12, 40, None]
    assert languages_in("six languages of the United Nations") == languages_in("six official languages")
    assert likeness("", "") == 0.0
    assert one_symbol("AND/OR") is None
    assert list(sentences("See No. 5. It is so.")) == ["See No. 5.", "It is so."]


def test_a_page_number_and_a_symbol_alone_are_never_text() -> None:
    paper = reading(edited(SAMPLE, PROSE, f"{PROSE}\n\nPage 3 of 4\n\nHC/AP/WG.7/2020/1\n\nAnd more."))
    assert paper.items[1].annotation == (PROSE, "And more.")


def test_at_most_three_lines_are_furniture() -> None:
    paper = reading(edited(SAMPLE, PROSE, f"{PROSE}\n\f1\n2\n3\n4\nAnd more."))
    assert "unexplained_line" in names(paper)


def test_a_dated_annotation_without_the_days_of_the_meeting_is_left_alone() -> None:
    paper = reading("Provisional agenda\n1. One\nAnnotations\n1. One\nSee 31 June and 31 June 2020, and 1 May.\n")
    assert names(paper).count("date_unclear") == 1
