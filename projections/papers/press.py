"""The press: a paper in each of its forms, as the bytes of a file.

What a paper consists of is said once, in blocks; each form is set by its own module, which is imported when asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from domain.values import Occurred
from projections.papers.layout import Block, as_markdown, as_text


@dataclass(frozen=True, kw_only=True)
class Revision:
    """What a paper was before, and who made it what it is, and when."""

    before: Sequence[Block]
    author: str
    occurred: Occurred | None


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A paper before it is printed: its blocks, and what a file says of itself.

    `title` names the paper in the properties of a file; `language` is that of its fixed wording; `made` is when the
    last entry behind it was recorded. `plain` is its text where that is not set from the blocks; `drawn` its picture,
    where there is one, by form. Where there is a `revision`, Word tracks each change. `templates` is the folder of a
    secretariat's own templates.
    """

    title: str
    blocks: Sequence[Block]
    language: str = "en"
    plain: str = ""
    drawn: Mapping[str, str] = field(default_factory=dict)
    made: datetime | None = None
    revision: Revision | None = None
    templates: Path | None = None


def _text(sheet: Sheet) -> bytes:
    return (sheet.plain or as_text(sheet.blocks, sheet.language)).encode()


def _markdown(sheet: Sheet) -> bytes:
    return as_markdown(sheet.blocks, sheet.language).encode()


def _html(sheet: Sheet) -> bytes:
    from projections.papers.html import page  # noqa: PLC0415 - the templates' engine is loaded for this form only

    return page(sheet)


def _picture(form: str, sheet: Sheet) -> bytes:
    return sheet.drawn[form].encode()


def _docx(sheet: Sheet) -> bytes:
    from projections.papers.word.document import document  # noqa: PLC0415 - the library of Word files is heavy

    return document(sheet)


def _pdf(sheet: Sheet) -> bytes:
    from projections.papers.pdf import document  # noqa: PLC0415 - its library is an extra

    return document(sheet)


PICTURES: Final = ("svg", "dot")
"""The forms that only a paper with a picture has."""

FORMS: Final[Mapping[str, Callable[[Sheet], bytes]]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "docx": _docx,
    "pdf": _pdf,
    **{form: partial(_picture, form) for form in PICTURES},
}
"""The forms a paper of blocks is printed in, by name."""

TEMPLATED: Final = frozenset({"html", "docx", "pdf"})
"""Those of them that are set by templates."""
BINARY: Final = frozenset({"docx", "pdf", "xlsx"})
"""The forms, of these and of others, that are no text."""
