"""Templates of a secretariat's own: copied out, changed, and checked by setting a paper of every kind of block."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Final

from projections.papers.layout import (
    Block,
    Heading,
    Listing,
    Masthead,
    Note,
    Paragraph,
    Row,
    Span,
    Style,
    Table,
)
from projections.papers.press import FORMS, Sheet

NAMES: Final[Mapping[str, str]] = {
    "blocks.html": "html",
    "paper.css": "html",
    "paper.docx": "docx",
    "paper.html": "html",
    "paper.typ": "pdf",
}
"""The files of a folder of templates, and the form that each sets. What a folder lacks is taken from ours."""

SAMPLE: Final[Sequence[Block]] = (
    Masthead(("Body", "First meeting", "Geneva, 1 March 2021"), ("BODY/2021/1", "4 January 2021")),
    Heading("Heading¹", entries=(1,)),
    Paragraph((Span("Plain, "), Span("aside, ", Style.ASIDE), Span("old", Style.REMOVED), Span("new", Style.ADDED))),
    Heading("Heading of an item", 2, "1."),
    Listing((Row("1.", "Item", (2, 3), (Row("(a)", "Sub-item²"), Row("(b)", (Span("[deleted]", Style.ASIDE),)))),)),
    Heading("Heading of a day", 3),
    Listing((Row("10 a.m.", "", rows=(Row("1.", "Item"), Row("", "Without a number"))),), (12, 4)),
    Heading("Documentation", 4),
    Paragraph("Note by the Secretariat (BODY/2021/2)", (4,)),
    Table(("Old", "New", "Title"), (("1", "2", "Item"), ("2", "–", "Item"))),
    Note("¹", "A footnote to the whole.", (5,)),
    Note("²", "A footnote to a sub-item."),
    Note("*", "A footnote without a mark."),
)
"""A paper that has every kind of block and every style of words."""


def copies() -> dict[str, bytes]:
    """Our own templates, by the name each has in a folder."""
    return {name: _ours(name) for name in NAMES}


def _ours(name: str) -> bytes:
    if name == "paper.docx":
        from projections.papers.word.package import style_file  # noqa: PLC0415 - the library of Word files is heavy

        return style_file()
    return files("projections.papers").joinpath(f"templates/{name}").read_bytes()


def checks(folder: Path) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Each template of a folder, and what sets the sample by it."""
    for name, form in NAMES.items():
        if (folder / name).exists():
            sheet = Sheet(title="Sample", blocks=SAMPLE, templates=folder)
            yield name, lambda form=form, sheet=sheet: FORMS[form](sheet)  # type: ignore[misc] # both are bound now


def digest(folder: Path) -> str:
    """The SHA-256 of a folder of templates: of each file in it, its name and its bytes."""
    told = hashlib.sha256()
    for file in sorted(one for one in folder.rglob("*") if one.is_file()):
        told.update(
            f"{file.relative_to(folder).as_posix()}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode()
        )
    return told.hexdigest()
