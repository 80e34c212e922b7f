"""A paper as one HTML page that asks nothing of anywhere, set by a template."""

from __future__ import annotations

import traceback
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from projections.papers.direction import RIGHT_TO_LEFT, SYMBOL, parted
from projections.papers.layout import TIED, spans_of
from projections.papers.unset import NotSet
from projections.words import NOT_OFFICIAL

if TYPE_CHECKING:
    from projections.papers.press import Sheet


def page(sheet: Sheet) -> bytes:
    """The paper as a page: the same bytes from the same paper."""
    told = _rendered(
        sheet.templates,
        title=sheet.title,
        language=sheet.language,
        direction="rtl" if sheet.language in RIGHT_TO_LEFT else "ltr",
        blocks=[{"kind": type(block).__name__, **vars(block)} for block in sheet.blocks],
        not_official=NOT_OFFICIAL,
    )
    if escape(NOT_OFFICIAL) not in told:
        raise NotSet("paper.html does not print that the paper is no official document", "Add: {{ not_official }}")
    return f"{told}\n".encode()


def _rendered(folder: Path | None, **paper: object) -> str:
    try:
        return _engine(folder).get_template("paper.html").render(**paper)
    except Exception as error:  # a template may fail in any way that Python can
        place = _place(error)
        raise NotSet(
            f"The template failed: {place}{error}", "Mend it, and check it: nemcon template check DIR"
        ) from error


def _place(error: Exception) -> str:
    """The template and the line in which it failed, where they are known."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name}, line {error.lineno}: "
    frames = traceback.extract_tb(error.__traceback__)
    found = [frame for frame in frames if Path(frame.filename).suffix in {".html", ".css"}]
    return f"{Path(found[-1].filename).name}, line {found[-1].lineno}: " if found else ""


@lru_cache(maxsize=2)
def _engine(folder: Path | None) -> Environment:
    """The engine of templates, in a sandbox: they read what they are given, and the files of their folder."""
    ours = PackageLoader("projections.papers")
    engine = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(folder), ours]) if folder else ours,
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=False,
    )
    engine.filters |= {"symbols": symbols, "spans": spans_of}
    return engine


def symbols(text: str) -> Markup:
    """The text, with each symbol isolated from the direction of the words around it."""
    parts = (Markup("<bdi>{}</bdi>").format(part) if apart else escape(part) for part, apart in parted(SYMBOL, text))
    return Markup().join(parts).replace(TIED, "\N{NO-BREAK SPACE}")
