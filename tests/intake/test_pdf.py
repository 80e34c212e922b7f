"""PDF files made from our own words by a program that others use, and those that hold no words we can trust."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest

from cli.intake import Unreadable, read_bytes
from tests.intake.papers import FOUNDING, SAMPLE, facts, names, reading, shared
from tests.intake.test_layouts import PDF_TEXT
from tests.intake.word import from_text, p, word

pypdf = pytest.importorskip("pypdf", reason="pypdf (extra import-pdf) is not installed")
SOFFICE: Final = shutil.which("soffice")
office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")


def _writes(language: str) -> bool:
    """Whether a font of this machine has the letters of the language: without it they are in no PDF."""
    lists = shutil.which("fc-list")
    command = [str(lists), f":lang={language}", "family"]
    return lists is not None and bool(subprocess.run(command, capture_output=True, check=False).stdout)  # noqa: S603


fonts = pytest.mark.skipif(not (_writes("ar") and _writes("th")), reason="no fonts for Arabic and Thai are installed")


def printed(folder: Path, **documents: bytes) -> dict[str, bytes]:
    """The documents as LibreOffice prints them."""
    return converted(folder, "docx", "pdf", **documents)


def converted(folder: Path, kind: str, into: str, **documents: bytes) -> dict[str, bytes]:
    for name, data in documents.items():
        (folder / f"{name}.{kind}").write_bytes(data)
    files = [str(folder / f"{name}.{kind}") for name in documents]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(  # noqa: S603 - the office found on this machine, and files of our own
        [str(SOFFICE), "--headless", profile, "--convert-to", into, "--outdir", str(folder / "out"), *files],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return {name: (folder / "out" / f"{name}.{into.partition(':')[0]}").read_bytes() for name in documents}


RUSSIAN: Final = "Рабочая группа рассмотрит вопрос о безопасности малых гаваней после бури. "  # noqa: RUF001 - Cyrillic
ARABIC: Final = "ينظر الفريق العامل في سلامة الموانئ الصغيرة بعد العاصفة. "
THAI: Final = "คณะทำงานจะพิจารณาความปลอดภัยของท่าเรือขนาดเล็ก "


@pytest.fixture(name="pdfs", scope="module")
def made_by_the_office(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    head = (p("Provisional agenda"), p("1. Opening of the meeting"), p("Annotations"), p("1. Opening of the meeting"))
    documents = {
        "sample": from_text(SAMPLE),
        "russian": word(*head, p(RUSSIAN * 3)),
        "arabic": word(*head, p(ARABIC * 9)),
        "thai": word(*head, p(THAI * 9)),
        "quotation": word(
            *head, p("Members may wish to talk about how their harbours fared. " * 3), p("They call it سلام there.")
        ),
    }
    return printed(tmp_path_factory.mktemp("pdf"), **documents)


@office
def test_a_paper_reads_to_the_same_facts_from_a_pdf_as_from_text(pdfs: dict[str, bytes]) -> None:
    paper = read_bytes(pdfs["sample"], "sample.pdf")
    assert facts(paper) == facts(reading(SAMPLE))
    assert names(paper) == names(reading(SAMPLE))
    assert paper.form == "pdf"
    assert paper.warnings[0].place == "page 1, line 7"


@office
def test_the_founding_paper_reads_to_the_same_facts_from_a_pdf(tmp_path: Path) -> None:
    text = shared(FOUNDING)
    paper = read_bytes(printed(tmp_path, founding=from_text(text))["founding"], "founding.pdf")
    assert facts(paper) == facts(reading(text))
    assert names(paper) == ["line_joined", *names(reading(text))]  # a name at the head is longer than the page is wide


@office
def test_cyrillic_letters_are_read(pdfs: dict[str, bytes]) -> None:
    paper = read_bytes(pdfs["russian"], "russian.pdf")
    assert paper.items[0].annotation == ((RUSSIAN * 3).strip(),)


@office
@fonts
@pytest.mark.parametrize(
    ("language", "why"), [("arabic", "in Arabic or Hebrew"), ("thai", "neither Latin nor Cyrillic")]
)
def test_letters_without_a_certain_order_are_refused_with_advice(
    pdfs: dict[str, bytes], language: str, why: str
) -> None:
    with pytest.raises(Unreadable, match=why) as refused:
        read_bytes(pdfs[language], "paper.pdf")
    assert "Word file (.docx)" in refused.value.next_step


@office
@fonts
def test_a_word_of_arabic_in_an_english_paper_is_told(pdfs: dict[str, bytes]) -> None:
    paper = read_bytes(pdfs["quotation"], "paper.pdf")
    (warning,) = (one for one in paper.warnings if one.name == "script_not_read")
    assert warning.place.startswith("page 1, line ")


def written(pages: int, *, encrypt: tuple[str, str] | None = None, base: bytes | None = None) -> bytes:
    """A PDF of blank pages, or of those of another."""
    writer = pypdf.PdfWriter()
    for page in pypdf.PdfReader(BytesIO(base)).pages if base else ():
        writer.add_page(page)
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    if encrypt:
        writer.encrypt(*encrypt, algorithm="RC4-128")
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read_bytes(data, "paper.pdf")
    return refused.value.why


def test_what_only_begins_like_a_pdf_is_refused() -> None:
    assert refusal(b"%PDF-1.7 and nothing more") == "the PDF is damaged"


def test_a_scan_is_refused_by_name() -> None:
    assert refusal(written(2)) == "it has no text, only pictures of its pages (a scan)"


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    assert refusal(written(401)) == "it has more than 400 pages"


@office
def test_an_encrypted_pdf_is_refused_and_one_that_only_forbids_printing_is_read(pdfs: dict[str, bytes]) -> None:
    assert refusal(written(0, encrypt=("secret", "more"), base=pdfs["sample"])) == "it is encrypted"
    assert read_bytes(written(0, encrypt=("", "more"), base=pdfs["sample"]), "paper.pdf").items


@office
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_damaged_pdf_is_read_or_refused(pdfs: dict[str, bytes], part: float) -> None:
    data = pdfs["sample"]
    place = int(len(data) * part)
    for damaged in (data[:place], data[:place] + bytes(range(256)) + data[place + 256 :]):
        try:
            assert read_bytes(damaged, "paper.pdf").items
        except Unreadable as refused:
            assert refused.next_step  # noqa: PT017 - either is right


def picture(data: bytes) -> bytes:
    """The PDF with a page more that holds a picture and no words."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(data))
    page = writer.add_blank_page(width=595, height=842)
    form = pypdf.generic.StreamObject()
    form.update({pypdf.generic.NameObject("/Subtype"): pypdf.generic.NameObject("/Image")})
    objects = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/Im0"): writer._add_object(form)})  # noqa: SLF001
    page[pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject(
        {pypdf.generic.NameObject("/XObject"): objects}
    )
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


@office
def test_a_page_that_is_a_picture_is_told(pdfs: dict[str, bytes]) -> None:
    paper = read_bytes(picture(pdfs["sample"]), "paper.pdf")
    assert [one.place for one in paper.warnings if one.name == "page_without_text"] == [
        f"page {len(pypdf.PdfReader(BytesIO(pdfs['sample'])).pages) + 1}"
    ]
    blank = read_bytes(written(1, base=pdfs["sample"]), "paper.pdf")
    assert "page_without_text" not in names(blank)


def test_a_page_too_large_to_be_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cli.intake.form_pdf._LARGEST_PAGE", 3)
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(width=595, height=842)
    content = pypdf.generic.DecodedStreamObject()
    content.set_data(b"BT ET BT ET")
    page[pypdf.generic.NameObject("/Contents")] = writer._add_object(content)  # noqa: SLF001
    held = BytesIO()
    writer.write(held)
    assert refusal(held.getvalue()) == "one of its pages is too large to be text"


def test_without_pypdf_the_refusal_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(Unreadable, match=r"pypdf, which reads those, is not installed. Install nemcon\[import-pdf\]"):
        read_bytes(b"%PDF-1.7", "paper.pdf")


def set_in_type(text: str) -> bytes:
    """The text as it stands, page by page, in a PDF of letters of one width."""
    typst = pytest.importorskip("typst", reason="typst (extra pdf) is not installed")
    pages = (f"#raw({json.dumps(page, ensure_ascii=False)}, block: true)" for page in text.split("\f"))
    source = "#set page(width: 60cm, height: 60cm)\n" + "\n#pagebreak()\n".join(pages)
    made: bytes = typst.compile(source.encode(), ignore_system_fonts=True)
    return made


def test_the_agenda_of_another_body_reads_to_the_same_facts_from_a_pdf_as_from_its_text() -> None:
    text = shared("02-ece-agat-2020-inf1-annotated-provisional-agenda-pdftext.txt").partition("\n")[2]
    from_pdf = read_bytes(set_in_type(text), "agenda.pdf")
    assert facts(from_pdf) == facts(reading(text))
    assert names(from_pdf) == names(reading(text))


def test_our_own_paper_in_that_layout_does_so_too() -> None:
    from_pdf = read_bytes(set_in_type(PDF_TEXT), "agenda.pdf")
    assert facts(from_pdf) == facts(reading(PDF_TEXT))
