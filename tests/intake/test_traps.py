"""The traps met on real papers: a paper that walked into one gives the same facts, or says that something is wrong."""

from __future__ import annotations

from collections import Counter
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.intake import Paper, Unreadable
from tests.intake.papers import FOUNDING, SAMPLE, TRAPS, facts, names, reading, shared
from tests.intake.test_layouts import ASCIIDOC, PDF_TEXT
from tests.intake.word import from_text, in_word

# Traps that must not cost a single fact, and of which nobody needs to be told.
HARMLESS = (
    "hyphen for dash", "minus for dash", "em dash for dash", "dash with spaces", "to for dash", "no-break spaces",
    "no-break spaces in hours", "two spaces after a stop", "CRLF", "CR", "byte order mark", "soft hyphens",
    "form feed at page breaks", "form feed in a sentence", "form feed before a heading", "form feed in the table",
    "form feed in a title", "trailing tabs stripped", "leading tabs stripped", "tabs as spaces", "tabs as one space",
    "no tags", "stars for tags", "contd", "item headings", "item headings with colon", "roman parts", "capital parts",
    "parts in title case", "all parts in capitals", "British spelling",
    "numbered sub-items", "numbered sub-items everywhere", "bare sub-items", "24 hours", "both halves of the day",
    "year in the table", "no weekday", "a dash between the days", "a final newline", "three blank lines",
    "no blank lines", "indented", "a sub-item with a bullet", "hours on the line of the day", "no space in sub-items",
)  # fmt: skip

# Traps that cost no fact, but a warning.
TOLD = ("wrapped at 80", "furniture", "wrong weekday", "another title in the table", "another title in the annotations")


ECE: Final = ("01-ece-agat-2020-inf1-annotated-provisional-agenda.txt",
              "02-ece-agat-2020-inf1-annotated-provisional-agenda-pdftext.txt")  # fmt: skip
BOTH: Final = ("sample", "founding")
ALL: Final = (*BOTH, "sample in Word", "founding in Word", "AsciiDoc", "text of a PDF", *ECE)


def text_of(paper: str) -> str:
    own = {"sample": SAMPLE, "sample in Word": SAMPLE, "AsciiDoc": ASCIIDOC, "text of a PDF": PDF_TEXT}
    return own.get(paper) or shared(FOUNDING if paper.startswith("founding") else paper)


def read_as(paper: str, text: str) -> Paper:
    return in_word(from_text(text)) if paper.endswith("in Word") else reading(text)


@pytest.mark.parametrize("paper", ALL)
@pytest.mark.parametrize("trap", TRAPS)
def test_no_trap_changes_a_fact_silently(trap: str, paper: str) -> None:
    text = text_of(paper)
    trapped = TRAPS[trap](text)
    assert trapped != text or paper not in BOTH  # other papers need not have a place for each trap
    before = read_as(paper, text)
    try:
        after = read_as(paper, trapped)
    except Unreadable as refused:
        if paper not in {"AsciiDoc", ECE[0]}:  # where its marks must begin a line, they can be lost
            raise AssertionError from refused
        return
    told = Counter(names(after)) - Counter(names(before))
    assert facts(after) == facts(before) or told


@pytest.mark.parametrize("paper", ALL[:4])
@pytest.mark.parametrize("trap", HARMLESS)
def test_a_harmless_trap_changes_nothing(trap: str, paper: str) -> None:
    before, after = read_as(paper, text_of(paper)), read_as(paper, TRAPS[trap](text_of(paper)))
    assert facts(after) == facts(before)
    assert names(after) == names(before)


@pytest.mark.parametrize("paper", BOTH)
@pytest.mark.parametrize("trap", TOLD)
def test_a_trap_that_is_seen_through_costs_no_fact(trap: str, paper: str) -> None:
    assert facts(reading(TRAPS[trap](text_of(paper)))) == facts(reading(text_of(paper)))


def is_read_or_refused(text: str) -> bool:
    """Whether the text gives items, or a refusal that says what to do next; anything else is an error of ours."""
    try:
        return bool(reading(text).items)
    except Unreadable as refusal:
        return bool(refusal.why and refusal.next_step)


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    for before in ("", "Provisional agenda\n1. One\n", f"{SAMPLE}\n", "= A\n== Provisional agenda\n"):
        assert is_read_or_refused(before + text)


@given(st.permutations(SAMPLE.splitlines()))
def test_the_lines_of_a_paper_in_any_order_are_read_or_refused(lines: list[str]) -> None:
    assert is_read_or_refused("\n".join(lines))


@given(st.lists(st.integers(0, len(SAMPLE)), max_size=4), st.sampled_from(["\f", "\t", "\n", "\u00a0", "(", "1", "*"]))
def test_stray_characters_never_stop_the_reading(places: list[int], stray: str) -> None:
    text = SAMPLE
    for place in places:
        text = text[:place] + stray + text[place:]
    assert is_read_or_refused(text)
