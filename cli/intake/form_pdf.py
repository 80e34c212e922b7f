"""The text layer of a PDF, laid out as it stands on the page. Latin and Cyrillic letters only.

What a scan holds is a picture; and in a PDF the letters of Arabic may stand in any order, which nobody can mend.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Final

from cli.intake.source import Line, Source, Unreadable, printed

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

    from cli.intake.why import Doubts

_MOST_PAGES: Final = 400
_LARGEST_PAGE: Final = 5_000_000  # bytes of the drawing of one page, unpacked
_FEWEST_LETTERS: Final = 40  # a stamp on a scan has fewer
_MOST_OTHERS: Final = 20  # one letter in so many may be of another script

_LETTER: Final = re.compile(r"[^\W\d_]")
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_OTHER: Final = re.compile(
    "(?![\u0041-\u058f\u1e00-\u1fff\u2070-\u218f\u2c60-\u2c7f\u2de0-\u2dff\ua640-\ua69f\ua720-\ua7ff\ufb00-\ufb06])"
    r"[^\W\d_]"
)


def pdf_source(data: bytes, name: str, doubts: Doubts) -> Source:
    """The lines of a PDF. Refused: scans, Arabic and other scripts, encryption, what is damaged or too long."""
    try:
        from pypdf import PdfReader
    except ImportError as error:
        step = "Install nemcon[import-pdf]; or save its text with `pdftotext -layout FILE.pdf FILE.txt` and read that."
        raise Unreadable(name, "it is a PDF file, and pypdf, which reads those, is not installed", step) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it grumbles about is refused here, or is no matter
    try:
        reader = PdfReader(BytesIO(data))
        _refuse_closed(reader, name)
        texts = [_text(page, name) for page in reader.pages]
        bare = [place for place, text in enumerate(texts) if not text.strip() and _has_picture(reader.pages[place])]
    except Unreadable:
        raise
    except Exception as error:
        step = "Get the file again; or save its text with `pdftotext -layout FILE.pdf FILE.txt` and read that."
        raise Unreadable(name, "the PDF is damaged", step) from error
    _refuse_scripts("".join(texts), name)
    return Source(form="pdf", lines=tuple(_lines(texts, frozenset(bare), doubts)))


def _refuse_closed(reader: PdfReader, name: str) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable(name, "it is encrypted", "Save it without its password and read that.")
    if len(reader.pages) > _MOST_PAGES:
        raise Unreadable(name, f"it has more than {_MOST_PAGES} pages", "Read a file with the agenda alone.")


def _text(page: PageObject, name: str) -> str:
    drawing = page.get_contents()
    if drawing is None:
        return ""
    if len(drawing.get_data()) > _LARGEST_PAGE:
        raise Unreadable(name, "one of its pages is too large to be text", "Read a file with the agenda alone.")
    return page.extract_text(extraction_mode="layout")


def _has_picture(page: PageObject) -> bool:
    resources = page.get("/Resources")
    return resources is not None and bool(resources.get_object().get("/XObject"))


def _refuse_scripts(text: str, name: str) -> None:
    letters = sum(1 for _ in _LETTER.finditer(text))
    if letters < _FEWEST_LETTERS:
        why = "it has no text, only pictures of its pages (a scan)"
        raise Unreadable(name, why, "Ask for the Word file or a PDF with text, or type the list of items by hand.")
    if sum(1 for _ in _RIGHT_TO_LEFT.finditer(text)) * _MOST_OTHERS > letters:
        why = "it is a PDF in Arabic or Hebrew, and in what order its letters are read is not certain"
        raise Unreadable(name, why, "Ask for its Word file (.docx) or plain text, or read the paper in English.")
    if sum(1 for _ in _OTHER.finditer(text)) * _MOST_OTHERS > letters:
        why = "it is a PDF in letters that are neither Latin nor Cyrillic"
        raise Unreadable(name, why, "Ask for its Word file (.docx) or plain text, or read the paper in English.")


def _lines(texts: list[str], bare: frozenset[int], doubts: Doubts) -> Iterator[Line]:
    """The lines of all pages, counted through; what is counted on the page are the lines that have words."""
    number = 0
    for place, text in enumerate(texts):
        counted = 0
        for first, raw in enumerate(text.split("\n") if text else [""]):
            number += 1
            counted += bool(raw.strip())
            doubts.places[number] = f"page {place + 1}, line {max(counted, 1)}"
            if _OTHER.search(raw):
                doubts.add("script_not_read", number, raw)
            shown = raw if raw.isascii() and raw.isprintable() else printed(raw, number, doubts)
            yield Line(number=number, text=shown.replace("\f", " "), page_start=first == 0 and place > 0)
        if place in bare:
            doubts.places[number] = f"page {place + 1}"
            doubts.add("page_without_text", number, f"page {place + 1}")
    yield Line(number=number + 1, text="", page_start=True)  # the last page has a foot as well
