"""Elements of Akoma Ntoso 3.0, and the bytes of a document: the same from the same elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def element(tag: str, *inside: Element | str, **attributes: str | None) -> Element:
    """An element with what is inside it, text and elements in turn; attributes that are None are left out."""
    made = etree.Element(f"{{{NAMESPACE}}}{tag}", nsmap={None: NAMESPACE})
    for name, value in attributes.items():
        if value is not None:
            made.set(LANG if name == "lang" else name, _legal(value))
    for one in inside:
        if not isinstance(one, str):
            made.append(one)
        elif len(made):
            made[-1].tail = f"{made[-1].tail or ''}{_legal(one)}"
        else:
            made.text = f"{made.text or ''}{_legal(one)}"
    return made


def _legal(text: str) -> str:
    """XML 1.0, section 2.2: control signs are no characters of a document."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n\r")


def as_bytes(root: Element) -> bytes:
    """The document, indented, in UTF-8."""
    etree.indent(root)
    told: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return told + b"\n"
