"""A paper as one HTML page that asks nothing of anywhere, set by a template."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
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
from projections.papers.layout import TIED, Block, spans_of
from projections.papers.unset import NotSet
from projections.wording import wording

if TYPE_CHECKING:
    from projections.papers.press import Sheet


def page(sheet: Sheet) -> bytes:
    """The paper as a page: the same bytes from the same paper."""
    not_official = wording(sheet.language).say.not_official
    told = _rendered(
        sheet.templates,
        title=sheet.title,
        language=sheet.language,
        direction="rtl" if sheet.language in RIGHT_TO_LEFT else "ltr",
        blocks=told_of(sheet.blocks),
        picture=Markup(sheet.drawn.get("svg", "")),  # noqa: S704 - our own drawing, which escapes every word
        not_official=not_official,
    )
    if escape(not_official) not in told:
        raise NotSet("paper.html does not print that the paper is no official document", "Add: {{ not_official }}")
    return f"{told}\n".encode()


def told_of(blocks: Iterable[Block]) -> list[dict[str, object]]:
    """The blocks as a template asks for them, each with its kind."""
    return [{"kind": type(block).__name__, **vars(block)} for block in blocks]


def _rendered(folder: Path | None, **paper: object) -> str:
    try:
        return engine(folder=folder).get_template("paper.html").render(**paper)
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
def engine(*packages: str, folder: Path | None = None) -> Environment:
    """What sets templates, in a sandbox: those of a folder, of other packages and of papers, the first that is there.

    They read what they are given, and the files beside them.
    """
    own = [FileSystemLoader(folder)] if folder else []
    found = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*own, *(PackageLoader(one) for one in (*packages, "projections.papers"))]),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=False,
    )
    found.filters |= {"symbols": symbols, "spans": spans_of}
    return found


@lru_cache(maxsize=4096)
def symbols(text: str) -> Markup:
    """The text, with each symbol isolated from the direction of the words around it."""
    parts = (Markup("<bdi>{}</bdi>").format(part) if apart else escape(part) for part, apart in parted(SYMBOL, text))
    return Markup().join(parts).replace(TIED, "\N{NO-BREAK SPACE}")
