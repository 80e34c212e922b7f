from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from projections.papers import pdf
from projections.papers.layout import Block, Heading, Listing, Masthead, Note, Paragraph, Row, Span, Style, Table
from projections.papers.press import Sheet
from projections.papers.unset import NotSet
from projections.words import NOT_OFFICIAL
from tests.projections.programs import said

pytest.importorskip("typst", reason="typst, the extra pdf, is not installed")
pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")

EVERY: list[Block] = [
    Masthead(("Group on Lakes", "Seventh meeting"), ("LAKES/2020/1",)),
    Heading("Agenda¹", entries=[4]),
    Listing((Row("1.", "Reeds²", rows=(Row("(a)", (Span("Old", Style.REMOVED), Span("New", Style.ADDED))),)),)),
    Heading("Fish & fishing", 2, "2."),
    Listing((Row("10 a.m.", "", rows=(Row("1.", "Reeds"), Row("", "A talk"))),), (20, 4)),
    Paragraph((Span("See "), Span("there", Style.ASIDE)), [2, 3]),
    Table(("Old", "New"), (("1", "2 & #3"),)),
    Note("¹", "As amended."),
    Note("²", "Reeds only."),
    Note("*", "Nobody refers to it."),
]
MADE = datetime(2020, 9, 8, 10, tzinfo=UTC)


def printed(*blocks: Block, language: str = "en", templates: Path | None = None) -> bytes:
    return pdf.document(
        Sheet(title="Agenda of lakes7", blocks=blocks, language=language, made=MADE, templates=templates)
    )


def text(tmp_path: Path, paper: bytes) -> str:
    (tmp_path / "paper.pdf").write_bytes(paper)
    return " ".join(said("pdftotext", tmp_path / "paper.pdf", "-").split())


def test_an_independent_reader_reads_every_block(tmp_path: Path) -> None:
    head, _, foot = text(tmp_path, printed(*EVERY)).partition(NOT_OFFICIAL)
    assert head == (
        "Group on Lakes Seventh meeting LAKES/2020/1 Agenda1 [#4] 1. Reeds2 (a) OldNew "
        "2. Fish & fishing 10 a.m. 1. Reeds A talk See there [#2, #3] Old New 1 2 & #3 * Nobody refers to it. "
    )
    assert foot == " 1 As amended. 2 Reeds only. 1/1"


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert printed(*EVERY) == printed(*EVERY)


def test_every_font_is_embedded(tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(printed(*EVERY))
    _, _, *fonts = said("pdffonts", tmp_path / "paper.pdf").splitlines()
    assert fonts
    assert all(font.split()[-5] == "yes" and "LibertinusSerif" in font for font in fonts)


def test_it_is_tagged_and_says_what_it_conforms_to() -> None:
    root = pypdf.PdfReader(BytesIO(printed(*EVERY))).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    told = root["/Metadata"].get_data().decode()
    for part in (
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Agenda of lakes7",
        "<xmp:CreateDate>2020-09-08T10:00:00+00:00</xmp:CreateDate>",
    ):
        assert part in told
    assert {"/H1", "/H2", "/L", "/LI", "/Lbl", "/LBody", "/P", "/Table", "/TH", "/TD", "/Note"} <= {*_tags(root)}


def _tags(root: dict[str, object]) -> list[str]:
    found, waiting = [], [root["/StructTreeRoot"]]
    while waiting:
        one = getattr(waiting.pop(), "get_object", lambda: None)()
        if isinstance(one, dict):
            found.append(str(one.get("/S")))
            waiting.append(one.get("/K"))
        elif isinstance(one, list):
            waiting += one
    return found


def test_a_sign_that_no_font_has_is_refused_by_its_name() -> None:
    with pytest.raises(NotSet, match="No font here has a sign of 'ᚠ'") as refusal:
        printed(Paragraph("The rune ᚠ."))
    assert "NEMCON_FONTS=FOLDER" in refusal.value.next_step


def test_arabic_is_set_with_its_extra_and_its_symbols_keep_their_direction(tmp_path: Path) -> None:
    pytest.importorskip("fontpkg_amiri", reason="the font of the extra pdf-ar is not installed")
    told = text(tmp_path, printed(Paragraph("القرار (A/RES/74/176) هنا"), language="ar"))
    assert "A/RES/74/176" in told
    assert "القرار" in told


def test_chinese_is_set_with_its_extra(tmp_path: Path) -> None:
    pytest.importorskip("justmytype_intl_cjk", reason="the font of the extra pdf-zh is not installed")
    assert text(tmp_path, printed(Paragraph("组织事项"), language="zh")).startswith("组织事项")


def test_a_folder_of_fonts_may_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path("/usr/share/fonts/truetype/noto")
    if not (folder / "NotoSansRunic-Regular.ttf").exists():
        pytest.skip("the Noto fonts are not installed on this machine")
    (tmp_path / "runes.ttf").symlink_to(folder / "NotoSansRunic-Regular.ttf")
    monkeypatch.setenv(pdf.FONTS, str(tmp_path))
    assert "ᚠ" in text(tmp_path, printed(Paragraph("The rune ᚠ.")))
    monkeypatch.setenv(pdf.FONTS, str(tmp_path / "nowhere"))
    with pytest.raises(NotSet, match="which is no folder"):
        printed(*EVERY)


def test_without_typst_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NotSet, match="typst, which is not installed") as refusal:
        printed(*EVERY)
    assert 'pip install "nemcon[pdf]"' in refusal.value.next_step


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("= A\n#nothing", "paper.typ, line 2: unknown variable: nothing"),
        ('#import "@preview/cetz:0.3.0"', "paper.typ, line 1: packages are not loaded from anywhere"),
        ('#read("/../../etc/passwd")', "paper.typ, line 1"),
        ('#set document(title: [T])\n#text(font: "Nowhere")[a]', "paper.typ, line 2: unknown font family: nowhere"),
    ],
)
def test_a_template_that_fails_is_refused_by_its_line(tmp_path: Path, template: str, told: str) -> None:
    (tmp_path / "paper.typ").write_text(f"{template}\n// not-official")
    before = dict(os.environ)
    with pytest.raises(NotSet, match=f"The template failed: {told}"):
        printed(*EVERY, templates=tmp_path)
    assert dict(os.environ) == before
