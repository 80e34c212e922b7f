"""The formats of files: each gives the same lines, which the layouts then read."""

from __future__ import annotations

from typing import Final

from cli.intake.source import MOST_LINES, Source, Unreadable, lines_of, text_of
from cli.intake.why import Doubts

_OLD_WORD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XML: Final = (b"<?xml", b"<akomaNtoso")


def source_of(data: bytes, name: str, doubts: Doubts) -> Source:
    """The lines of the file. Refused: each format that is not read, by its name."""
    bare = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith(b"PK"):
        from cli.intake.form_docx import docx_source

        source = docx_source(data, name, doubts)
    elif data[:1024].lstrip().startswith(b"%PDF"):
        from cli.intake.form_pdf import pdf_source

        source = pdf_source(data, name, doubts)
    elif bare.startswith(_XML):
        from cli.intake.form_akn import akn_source

        source = akn_source(data, name, doubts)
    else:
        _refuse_old_word(data, name)
        source = Source(form="text", lines=lines_of(text_of(data, name), doubts))
    if len(source.lines) > 2 * MOST_LINES:
        why = f"it has more than {MOST_LINES:,} lines, which no agenda has"
        raise Unreadable(name, why, "Read a file with the agenda alone.")
    return source


def _refuse_old_word(data: bytes, name: str) -> None:
    """Both are of the same container, which names what is inside in UTF-16."""
    if not data.startswith(_OLD_WORD):
        return
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable(name, "it is encrypted", "Open it in Word with its password, save it without, and read that.")
    why = "it is a file of an old Office (.doc)"
    raise Unreadable(name, why, "Open it in Word, save it as a Word document (.docx), and read that.")
