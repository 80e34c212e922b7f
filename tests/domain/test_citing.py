import pytest

from domain.citing import Symbol, first_symbol, is_number, is_paper, kept, parts_of, symbol_read


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("7/1", "7/1"),
        ("66/253b", "66/253 B"),
        ("66/253, sect. B", "66/253 B"),
        ("66/253 section B", "66/253 B"),
        ("2758(xxvi)", "2758 (XXVI)"),
        ("217 A (III)", "217 A (III)"),
        ("217 (III) A", "217 A (III)"),
        ("1874 (s-iv)", "1874 (S-IV)"),
        ("2388 (2017)", "2388 (2017)"),
        ("S\N{NON-BREAKING HYPHEN}10/2", "S-10/2"),
        ("es-10/24", "ES-10/24"),
        ("76/553 A and B", "76/553 A-B"),
        ("74/264 A, B and C", "74/264 A-C"),
        ("76/16*", "76/16"),
        ("ii/27", "II/27"),
        ("WHA73(7)", "WHA73(7)"),
    ],
)
def test_a_number_is_kept_in_one_form_however_it_is_typed(typed: str, number: str) -> None:
    assert kept(typed) == number
    assert kept(number) == number


def test_the_parts_of_a_composite_text_are_cited_by_their_letters_or_without() -> None:
    assert parts_of("74/250 A-B") == ("74/250 A", "74/250 B", "74/250")
    assert parts_of("74/250 A") == ()


@pytest.mark.parametrize(
    ("word", "symbol"),
    [
        ("A/RES/74/176", Symbol("A", "resolution", "74/176")),
        ("A/RES/76/16*", Symbol("A", "resolution", "76/16")),
        ("A/HRC/RES/57/18", Symbol("A/HRC", "resolution", "57/18")),
        ("a/dec/76/506 B", Symbol("A", "decision", "76/506 B")),
        ("S/RES/242 (1967)", Symbol("S", "resolution", "242 (1967)")),
        ("A/74/483", None),
        ("7/1", None),
    ],
)
def test_a_symbol_tells_whose_text_it_is_and_which(word: str, symbol: Symbol | None) -> None:
    assert symbol_read(word) == symbol


def test_a_paper_with_two_symbols_goes_by_the_first() -> None:
    assert first_symbol("A/60/440-S/2005/658") == "A/60/440"
    assert first_symbol("A/75/79/Add.1-E/2020/55/Add.1") == "A/75/79/Add.1"
    assert [first_symbol(one) for one in ("A/ES-10/2", "UNEP/GC.S-V/3")] == ["A/ES-10/2", "UNEP/GC.S-V/3"]


def test_a_paper_is_told_from_a_number() -> None:
    papers = ["A/74/483", "A/74/5 (Vol. II)", "S/2023/970", "CTOC/COP/2018/CRP.3", "A/75/79-E/2020/55"]
    assert all(map(is_paper, papers))
    assert not any(map(is_number, papers))
    numbers = ["7/1", "2021/44", "217 A (III)", "BC-10/1", "S-10/2"]
    assert all(map(is_number, numbers))
    assert not any(map(is_paper, [*numbers, "A/RES/74/176", "UNTOC-COP 7/1", "https://example.org/x"]))
