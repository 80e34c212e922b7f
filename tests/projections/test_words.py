from datetime import UTC, date, datetime, time

import pytest

from domain.values import Mode, Taken
from projections import words


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        (date(2020, 9, 8), date(2020, 9, 8), "8 September 2020"),
        (date(2020, 9, 8), date(2020, 9, 9), "8 and 9 September 2020"),
        (date(2020, 9, 8), date(2020, 9, 10), "8 to 10 September 2020"),
        (date(2020, 9, 30), date(2020, 10, 1), "30 September and 1 October 2020"),
        (date(2020, 9, 30), date(2020, 10, 2), "30 September to 2 October 2020"),
        (date(2020, 12, 31), date(2021, 1, 2), "31 December 2020 to 2 January 2021"),
    ],
)
def test_days_print_the_month_and_the_year_no_more_often_than_needed(start: date, end: date, printed: str) -> None:
    assert words.days(start, end) == printed


def test_a_short_day_has_neither_year_nor_locale() -> None:
    assert words.short_day(date(2020, 9, 8)) == "8 Sep"


@pytest.mark.parametrize(
    ("at", "printed"),
    [
        (time(10), "10 a.m."),
        (time(10, 30), "10.30 a.m."),
        (time(9, 5), "9.05 a.m."),
        (time(12), "12 noon"),
        (time(12, 30), "12.30 p.m."),
        (time(15), "3 p.m."),
        (time(0), "midnight"),
        (time(0, 30), "12.30 a.m."),
    ],
)
def test_a_clock_is_printed_as_the_united_nations_prints_it(at: time, printed: str) -> None:
    assert words.clock(at) == printed
    assert words.clock(datetime.combine(date(2020, 9, 8), at, UTC)) == printed


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        (time(10), time(13), "10 a.m.\N{EN DASH}1 p.m."),
        (time(15), time(18), "3\N{EN DASH}6 p.m."),
        (time(9, 30), time(11), "9.30\N{EN DASH}11 a.m."),
        (time(10), time(12), "10 a.m.\N{EN DASH}12 noon"),
        (time(12), time(14), "12 noon\N{EN DASH}2 p.m."),
    ],
)
def test_hours_of_one_half_day_share_their_meridiem(start: time, end: time, printed: str) -> None:
    assert words.hours(start, end) == printed


@pytest.mark.parametrize(
    ("number", "short", "word"),
    [
        (1, "1st", "first"),
        (2, "2nd", "second"),
        (3, "3rd", "third"),
        (7, "7th", "seventh"),
        (12, "12th", "twelfth"),
        (13, "13th", "thirteenth"),
        (20, "20th", "twentieth"),
        (21, "21st", "twenty-first"),
        (90, "90th", "ninetieth"),
        (100, "100th", "hundredth"),
        (101, "101st", "hundred and first"),
        (112, "112th", "hundred and twelfth"),
        (186, "186th", "hundred and eighty-sixth"),
        (199, "199th", "hundred and ninety-ninth"),
        (202, "202nd", "202nd"),
    ],
)
def test_ordinals_are_printed_in_figures_and_in_words(number: int, short: str, word: str) -> None:
    assert (words.ordinal(number), words.ordinal_word(number)) == (short, word)


@pytest.mark.parametrize(
    ("given", "printed"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_has_commas_and_one_and(given: list[str], printed: str) -> None:
    assert words.listed(given) == printed


def test_counts_are_words_up_to_nine() -> None:
    assert words.counted(1, "item") == "one item"
    assert words.counted(9, "item") == "nine items"
    assert words.counted(10, "item") == "10 items"


@pytest.mark.parametrize(
    ("how", "printed"),
    [
        (Mode.SILENCE, "under the silence procedure"),
        (Mode.NO_OBJECTION, "there being no objection"),
        (Mode.CONSENSUS, "by consensus"),
        (Mode.WITHOUT_A_VOTE, "without a vote"),
        (Mode.ACCLAMATION, "by acclamation"),
        (Mode.SHOW_OF_HANDS, "by a show of hands"),
        (Mode.RECORDED, "by a recorded vote"),
        (Mode.ROLL_CALL, "by a roll-call vote"),
        (Mode.SECRET_BALLOT, "by secret ballot"),
        (Mode.CORRESPONDENCE, "by correspondence"),
        (Mode.UNKNOWN, ""),
    ],
)
def test_every_mode_of_decision_has_its_own_words(how: Mode, printed: str) -> None:
    assert words.mode(Taken(how=how)) == printed


def test_no_mode_is_without_words() -> None:
    assert all(isinstance(words.mode(Taken(how=how)), str) for how in Mode)


@pytest.mark.parametrize(
    ("how", "tally", "printed"),
    [
        (Mode.RECORDED, "77-10-3", "by a recorded vote of 77 to 10, with 3 abstentions"),
        (Mode.RECORDED, "77-0-1", "by a recorded vote of 77 to none, with 1 abstention"),
        (Mode.ROLL_CALL, "12-3-0", "by a roll-call vote of 12 to 3, with no abstentions"),
        (Mode.RECORDED, "77-10", "by a recorded vote of 77 to 10"),
        (Mode.SHOW_OF_HANDS, "12-3", "by a show of hands (12 to 3)"),
        (Mode.RECORDED, "two thirds", "by a recorded vote (two thirds)"),
        (Mode.UNKNOWN, "12-3", "(12 to 3)"),
    ],
)
def test_a_tally_is_printed_with_the_mode(how: Mode, tally: str, printed: str) -> None:
    assert words.mode(Taken(how=how, tally=tally)) == printed
