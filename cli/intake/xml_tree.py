"""XML from outside, as a tree: no document type, no entities, nothing fetched from anywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cli.intake.source import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARES: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def tree(data: bytes, name: str, part: str = "") -> _Element:
    """The root of the XML. Refused: a document type or entities, and what is not well formed; `part` names it."""
    from lxml import etree

    inside = f" in its part {part}" if part else ""
    entities = Unreadable(
        name, f"it declares a document type or entities{inside}", "Save the paper anew in the program that made it."
    )
    if _DECLARES.search(data):
        raise entities
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        why = f"its XML is not well formed{inside} (line {line})"
        raise Unreadable(name, why, "Save the paper anew in the program that made it.") from error
    if root.getroottree().docinfo.doctype:  # in an encoding in which the search above does not see it
        raise entities
    return root


def local(element: _Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: _Element, name: str) -> str | None:
    """An attribute of the element's own namespace, or of none."""
    space = str(element.tag).rpartition("}")[0]
    found: str | None = element.get(f"{space}}}{name}") if space else None
    return found if found is not None else element.get(name)


def child(element: _Element | None, name: str) -> _Element | None:
    """The first child of that name."""
    return None if element is None else next((below for below in element if local(below) == name), None)
