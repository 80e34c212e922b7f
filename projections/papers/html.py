"""A paper as one HTML page that asks nothing of anywhere, set by a template."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from projections.papers.direction import RIGHT_TO_LEFT, SYMBOL, parted
from projections.papers.layout import TIED, spans_of
from projections.words import NOT_OFFICIAL

if TYPE_CHECKING:
    from projections.papers.press import Sheet


def page(sheet: Sheet) -> bytes:
    """The paper as a page: the same bytes from the same paper."""
    told = (
        _engine()
        .get_template("paper.html")
        .render(
            title=sheet.title,
            language=sheet.language,
            direction="rtl" if sheet.language in RIGHT_TO_LEFT else "ltr",
            blocks=[{"kind": type(block).__name__, **vars(block)} for block in sheet.blocks],
            not_official=NOT_OFFICIAL,
        )
    )
    return f"{told}\n".encode()


@lru_cache(maxsize=1)
def _engine() -> Environment:
    engine = Environment(
        loader=PackageLoader("projections.papers"),
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
