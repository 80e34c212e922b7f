from __future__ import annotations

from datetime import date

import pytest

from projections.papers.procedural import lettered, roman
from projections.papers.telling import Para, joined, on_days


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["2020-09-08"], "on 8 September 2020"),
        (["2020-09-09", "2020-09-08"], "on 8 and 9 September 2020"),
        (["2020-09-08", "2020-09-09", "2020-09-10"], "from 8 to 10 September 2020"),
        (["2020-09-08", "2020-09-09", "2020-09-11"], "on 8, 9 and 11 September 2020"),
        (["2020-08-30", "2020-09-02"], "on 30 August 2020 and 2 September 2020"),
    ],
)
def test_days_are_named_as_reports_name_them(days: list[str], said: str) -> None:
    assert on_days(map(date.fromisoformat, days)) == said


def test_chapters_have_roman_numbers_and_sections_letters() -> None:
    assert [roman(one) for one in (1, 4, 7, 9, 12)] == ["I", "IV", "VII", "IX", "XII"]
    assert [lettered(one) for one in (1, 26, 27, 53)] == ["A", "Z", "AA", "BA"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("appealed against the ruling of entry 4;", "appealed against the ruling in paragraph 7;"),
        ("reconsidered the decision in entry 4", "reconsidered the decision in paragraph 7"),
        ("entered a reservation on entry 4", "entered a reservation on paragraph 7"),
        ('decided: "to see entry 4"', 'decided: "to see entry 4"'),
        ("the ruling of entry 5", "the ruling of an act that is not told here"),
    ],
)
def test_an_entry_that_is_named_becomes_its_paragraph_unless_somebody_said_it(text: str, told: str) -> None:
    (para,) = joined([Para(text, (9,))], {4: 7})
    assert para.text == told
