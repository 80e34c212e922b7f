import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.numbers import ItemNumber, conventional, letter, roman


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("1", "1"),
        ("12", "12"),
        ("1a", "1 (a)"),
        ("1.a", "1 (a)"),
        ("1A", "1 (a)"),
        ("1a.ii", "1 (a) (ii)"),
        ("4aa", "4 (aa)"),
        ("1 (a)", "1 (a)"),
        (" 1  (a)  (iv) ", "1 (a) (iv)"),
    ],
)
def test_a_number_is_typed_and_printed(typed: str, printed: str) -> None:
    assert str(ItemNumber.parse(typed)) == printed


@pytest.mark.parametrize("text", ["", "a", "1.", "one", "1 a", "(a)", "1 (a", "1a.k", "12345", "1-2", "2.1"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not an item number; type 2, 1a or 4a\.ii"):
        ItemNumber.parse(text)


def test_letters_go_on_past_z() -> None:
    assert [letter(rank) for rank in (1, 2, 26, 27, 52, 53)] == ["a", "b", "z", "aa", "az", "ba"]


def test_the_third_level_counts_in_roman_numerals() -> None:
    assert [roman(rank) for rank in (1, 4, 5, 9, 14, 39)] == ["i", "iv", "v", "ix", "xiv", "xxxix"]


def test_a_secretariat_numbers_items_then_letters_then_numerals() -> None:
    first = conventional(None, 4)
    second = conventional(first, 2)
    assert [str(first), str(second), str(conventional(second, 3))] == ["4", "4 (b)", "4 (b) (iii)"]


@given(st.lists(st.integers(1, 39), min_size=1, max_size=3))
def test_what_is_printed_reads_back_as_the_same_number(ranks: list[int]) -> None:
    number = conventional(None, ranks[0])
    for rank in ranks[1:]:
        number = number.child(rank)
    assert ItemNumber.parse(str(number)) == number
