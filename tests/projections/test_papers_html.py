from __future__ import annotations

from html.parser import HTMLParser

import pytest

from projections.papers import html
from projections.papers.layout import Block, Heading, Listing, Masthead, Note, Paragraph, Row, Span, Style, Table
from projections.papers.press import Sheet
from projections.words import NOT_OFFICIAL

EVERY: list[Block] = [
    Masthead(("Group on Lakes", "Seventh meeting"), ("LAKES/2020/1",)),
    Heading("Agenda", entries=[4]),
    Listing((Row("1.", "Reeds", rows=(Row("(a)", (Span("Old", Style.REMOVED), Span("New", Style.ADDED))),)),)),
    Paragraph((Span("See "), Span("there", Style.ASIDE)), [2, 3]),
    Table(("Old", "New"), (("1", "2 & 3"),)),
    Note("¹", "As amended."),
]


def printed(*blocks: Block, language: str = "en") -> str:
    return html.page(Sheet(title="Agenda of lakes7", blocks=blocks, language=language)).decode()


class Balanced(HTMLParser):
    """Fails where a tag is closed that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what is open."""
        assert not {name for name, _ in attrs} & {"src", "href"}  # a page asks nothing of anywhere
        self.open += [] if tag == "meta" else [tag]

    def handle_endtag(self, tag: str) -> None:
        """Close the last one."""
        assert self.open.pop() == tag


def test_a_page_holds_every_block_and_asks_nothing_of_anywhere() -> None:
    told = printed(*EVERY)
    reader = Balanced()
    reader.feed(told)
    assert not reader.open
    assert "url(" not in told
    for part in (
        "<title>Agenda of lakes7</title>",
        "<p>Group on Lakes</p>",
        "<p><bdi>LAKES/2020/1</bdi></p>",
        '<h1>Agenda <span class="why">[#4]</span></h1>',
        "<del>Old</del><ins>New</ins>",
        'See <i>there</i> <span class="why">[#2, #3]</span>',
        '<th scope="col">Old</th>',
        "<td>2 &amp; 3</td>",
        '<p class="note">¹ As amended.</p>',
        f"<p>{NOT_OFFICIAL}</p>",
    ):
        assert part in told


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert printed(*EVERY) == printed(*EVERY)


def test_what_a_title_holds_is_never_markup() -> None:
    assert "<script>" not in printed(Heading("<script>alert(1)</script>"), Paragraph("<script>"))


@pytest.mark.parametrize("symbol", ["CTOC/COP/WG.7/2020/1", "A/RES/74/176", "7/1", "A/76/L.40", "#12"])
def test_a_symbol_keeps_its_direction_within_arabic(symbol: str) -> None:
    told = printed(Paragraph(f"القرار {symbol} هنا"), language="ar")
    assert f"<p>القرار <bdi>{symbol}</bdi> هنا</p>" in told
    assert '<html lang="ar" dir="rtl">' in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("(A/RES/74/176)", "(<bdi>A/RES/74/176</bdi>)"),
        ("A/RES/74/176.", "<bdi>A/RES/74/176</bdi>."),
        ("A/CN.4/L.5(a)", "<bdi>A/CN.4/L.5(a)</bdi>"),
    ],
)
def test_a_bracket_or_full_stop_after_a_symbol_is_not_its_own(text: str, told: str) -> None:
    assert html.symbols(text) == told
