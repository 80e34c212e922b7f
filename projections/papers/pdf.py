"""A paper as PDF/A-2a and PDF/UA-1, set by a typst template."""

from __future__ import annotations

import json
import os
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from projections.papers.typeset import told
from projections.papers.unset import NotSet

if TYPE_CHECKING:
    from typst import Fonts

    from projections.papers.press import Sheet

TEMPLATE: Final = "paper.typ"
FONTS: Final = "NEMCON_FONTS"
"""The variable that names folders of fonts, as PATH names folders of programs."""

_OURS: Final = "Libertinus Serif"
_PACKAGES: Final = {"fontpkg_amiri": "Amiri", "justmytype_intl_cjk": "Noto Sans SC"}
"""The packages of fonts that the extras install, and the font of each that is used."""


def document(sheet: Sheet) -> bytes:
    """The paper as a PDF: the same bytes from the same paper."""
    own = sheet.templates / TEMPLATE if sheet.templates else None
    if own is not None and own.exists():
        if "not-official" not in own.read_text(encoding="utf-8", errors="replace"):
            raise NotSet(f"{TEMPLATE} does not print that the paper is no official document", "Add: paper.not-official")
        return _compiled(own.resolve(), sheet)
    with as_file(files("projections.papers").joinpath("templates")) as folder:
        return _compiled(folder / TEMPLATE, sheet)


def _compiled(template: Path, sheet: Sheet) -> bytes:
    try:
        import typst  # noqa: PLC0415 - the extra need not be there
    except ImportError as error:
        reason = "A paper is set as PDF by typst, which is not installed"
        raise NotSet(reason, 'Install it: pip install "nemcon[pdf]"') from error
    fonts, families = _fonts(os.environ.get(FONTS, ""))
    paper = json.dumps(told(sheet, families), ensure_ascii=False)
    with _offline():
        try:
            made, warnings = typst.compile_with_warnings(
                template,
                root=template.parent,
                font_paths=fonts,
                ignore_system_fonts=True,
                format="pdf",
                sys_inputs={"paper": paper},
                pdf_standards=["a-2a", "ua-1"],
                package_path=template.parent,
                package_cache_path=template.parent,
                timestamp=int(sheet.made.timestamp()) if sheet.made else 0,
            )
        except typst.TypstError as error:
            raise _refusal(error.message, error.diagnostic) from error
    for warning in warnings:
        raise _refusal(warning.message, warning.diagnostic)
    return bytes(made)


def _refusal(message: str, diagnostic: str) -> NotSet:
    """What typst says, as people read it: a missing sign by its name, a fault of the template by its line."""
    if "could not be displayed" in message:
        sign = re.search(r'"(.+?)"', message.encode().decode("unicode_escape") if "\\u" in message else message)
        shown = sign[1] if sign else "a sign"
        return NotSet(
            f"No font here has a sign of {shown!r}, so the PDF would lack it",
            'For Arabic: pip install "nemcon[pdf-ar]"; for Chinese: "nemcon[pdf-zh]"; '
            f"for any other, name a folder of fonts: {FONTS}=FOLDER",
        )
    if "failed to download package" in message:
        message = "packages are not loaded from anywhere"
    place = re.search(r"┌─ (\S+?):(\d+):\d+", diagnostic)
    where = f"{Path(place[1]).name}, line {place[2]}" if place else TEMPLATE
    return NotSet(f"The template failed: {where}: {message}", "Mend it, and check it: nemcon template check DIR")


@cache
def _fonts(named: str) -> tuple[Fonts, tuple[str, ...]]:
    """The fonts that a PDF may use, and their families in the order in which a sign is looked up in them."""
    import typst  # noqa: PLC0415 - see above

    folders = [Path(one) for one in named.split(os.pathsep) if one]
    for folder in folders:
        if not folder.is_dir():
            raise NotSet(f"{FONTS} names {folder}, which is no folder", "Name the folder that holds the fonts")
    installed = {name: spec for name in _PACKAGES if (spec := find_spec(name)) is not None}
    packaged = [Path(place) for spec in installed.values() for place in spec.submodule_search_locations or ()]
    own = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[*map(str, folders)])
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(one) for one in [*packaged, *folders]])
    families = (_OURS, *(_PACKAGES[name] for name in installed), *sorted({one.family for one in own.fonts()}))
    return fonts, tuple(dict.fromkeys(families))


@contextmanager
def _offline() -> Iterator[None]:
    """No template reaches the network: what typst would load goes to a port of ours at which nobody listens."""
    names = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy")
    before = {name: os.environ.pop(name) for name in names if name in os.environ}
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        os.environ.update(dict.fromkeys(names[:6], closed))
        try:
            yield
        finally:
            for name in names[:6]:
                del os.environ[name]
            os.environ.update(before)
