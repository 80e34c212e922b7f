"""A paper as one HTML page that asks nothing of anywhere, set by a template."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from projections.papers.layout import TIED, Block, spans_of
from projections.wording import wording

if TYPE_CHECKING:
    from projections.papers.press import Sheet

_RIGHT_TO_LEFT: Final = {"ar"}
# A symbol of a document, a number such as 7/1, an entry: what is read from left to right in any writing.
_SYMBOL = re.compile(r"[A-Z]{1,12}(?:[/.-][A-Za-z0-9.()-]+)+|\d+(?:/\d+)+|#\d+")


def page(sheet: Sheet) -> bytes:
    """The paper as a page: the same bytes from the same paper."""
    told = (
        engine()
        .get_template("paper.html")
        .render(
            title=sheet.title,
            language=sheet.language,
            direction="rtl" if sheet.language in _RIGHT_TO_LEFT else "ltr",
            blocks=told_of(sheet.blocks),
            picture=Markup(sheet.drawn.get("svg", "")),  # noqa: S704 - our own drawing, which escapes every word
            not_official=wording(sheet.language).say.not_official,
        )
    )
    return f"{told}\n".encode()


def told_of(blocks: Iterable[Block]) -> list[dict[str, object]]:
    """The blocks as a template asks for them, each with its kind."""
    return [{"kind": type(block).__name__, **vars(block)} for block in blocks]


@lru_cache(maxsize=2)
def engine(*packages: str) -> Environment:
    """What sets templates: those of papers, and before them those of other packages."""
    found = Environment(
        loader=ChoiceLoader([PackageLoader(one) for one in (*packages, "projections.papers")]),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=False,
    )
    found.filters |= {"symbols": symbols, "spans": spans_of}
    return found


@lru_cache(maxsize=4096)
def symbols(text: str) -> Markup:
    """The text, with each symbol isolated from the direction of the words around it."""
    parts, end = [Markup()], 0
    for found in _SYMBOL.finditer(text):
        parts += [escape(text[end : found.start()]), Markup("<bdi>{}</bdi>").format(found[0])]
        end = found.end()
    return Markup().join([*parts, escape(text[end:])]).replace(TIED, "\N{NO-BREAK SPACE}")
