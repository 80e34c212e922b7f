"""A paper as a Word file; a revised one with each change tracked, as the body that decided it made them."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from projections.papers.layout import Table
from projections.papers.word.lines import Line, lines
from projections.papers.word.package import package
from projections.papers.word.tracked import compared
from projections.papers.word.xml import Writer, attributes

if TYPE_CHECKING:
    from domain.values import Occurred
    from projections.papers.press import Revision, Sheet


def document(sheet: Sheet) -> bytes:
    """The paper as a Word file: the same bytes from the same paper."""
    writer = Writer(sheet.language)
    body = _revised(writer, sheet, sheet.revision) if sheet.revision else _clean(writer, sheet)
    return package(
        body,
        writer.footnotes(),
        title=sheet.title,
        language=sheet.language,
        made=sheet.made,
        folder=sheet.templates,
    )


def _clean(writer: Writer, sheet: Sheet) -> str:
    return "".join(
        writer.table(one) if isinstance(one, Table) else writer.paragraph(one)
        for one in lines(sheet.blocks, sheet.language)
    )


def _revised(writer: Writer, sheet: Sheet, revision: Revision) -> str:
    """To accept every change gives the paper, to reject them all what it was before."""
    old, new = (
        [one for one in lines(of, sheet.language) if isinstance(one, Line)] for of in (revision.before, sheet.blocks)
    )
    writer.stamp = attributes(revision.author, *_when(revision.occurred))
    return "".join(writer.paragraph(one.line, one.words, one.change) for one in compared(old, new))


def _when(occurred: Occurred | None) -> tuple[str, str]:
    """The clock of the place, as Word shows it, and the instant; the day alone where no hour is known."""
    if occurred is None:
        return "", ""
    if occurred.at is None or occurred.local is None:
        return f"{occurred.day}T00:00:00Z", ""
    instant = occurred.at.astimezone(UTC)
    return f"{occurred.local:%Y-%m-%dT%H:%M:%SZ}", f"{instant:%Y-%m-%dT%H:%M:%SZ}"
