"""Word documents (.docx), read from their parts: paragraphs with their automatic numbers, and rows of tables.

What Word keeps apart from the text comes apart: footnotes, and changes that nobody has accepted. The wording after the
changes is read, and each is a warning with both wordings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from cli.intake.source import Source, Unreadable
from cli.intake.unzipped import Unzipped
from cli.intake.word_body import Body
from cli.intake.word_numbers import Numbers
from cli.intake.xml_tree import attribute, child, local, tree

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cli.intake.why import Doubts

_MAIN: Final = ".document.main+xml"
_MACROS: Final = ("vbaProject.bin", "vbaData.xml")
_OFF: Final = frozenset({"0", "false", "off"})


def docx_source(data: bytes, name: str, doubts: Doubts) -> Source:
    """The lines of a Word document. Refused: other zipped files, macros, encryption, entities, bombs."""
    document = _Document(data, name)
    numbers = Numbers(document.related("numbering"), document.related("styles"))
    notes = {
        (kind, attribute(note, "id") or ""): note
        for kind in ("footnote", "endnote")
        for note in _children(document.related(f"{kind}s"))
    }
    body = Body(numbers, notes, doubts)
    for header in document.headers_of_first_page():
        body.head(header)
    for block in _blocks(child(document.root, "body")):
        body.block(block)
    return body.source()


class _Document:
    """The parts of the document and how they hang together (ISO/IEC 29500-2)."""

    def __init__(self, data: bytes, name: str) -> None:
        self._unzipped = Unzipped(data, name)
        self._name = name
        self._unzipped.require_word()
        self._main = self._main_part()
        root = self._part(self._main)
        if root is None or child(root, "body") is None:
            raise Unreadable(name, "the Word document has no body", "Save the paper anew in Word.")
        self.root: Final = root
        folder, _, file = self._main.rpartition("/")
        self._folder = folder
        self._relations = self._part(f"{folder}/_rels/{file}.rels")
        self._read: dict[str, _Element | None] = {}

    def related(self, kind: str) -> _Element | None:
        """The part of that kind which the document names: its styles, its footnotes."""
        if kind not in self._read:
            targets = (self._target(each) for each in self._listed() if (each.get("Type") or "").endswith(f"/{kind}"))
            self._read[kind] = next((self._part(target) for target in targets if target), None)
        return self._read[kind]

    def headers_of_first_page(self) -> Iterator[_Element]:
        """The header printed at the top of the first page: there many papers have their symbol."""
        section = next((each for each in self.root.iter() if local(each) == "sectPr"), None)
        if section is None:
            return
        other = child(section, "titlePg")
        wanted = "first" if other is not None and attribute(other, "val") not in _OFF else "default"
        for each in section:
            if local(each) == "headerReference" and attribute(each, "type") == wanted:
                key = next((value for name, value in each.attrib.items() if str(name).endswith("}id")), None)
                found = next((self._target(one) for one in self._listed() if one.get("Id") == key), None)
                part = self._part(found) if found else None
                if part is not None:
                    yield part

    def _listed(self) -> list[_Element]:
        return _children(self._relations)

    def _target(self, relation: _Element) -> str | None:
        target = relation.get("Target") or ""
        if relation.get("TargetMode") == "External":
            return None
        return target[1:] if target.startswith("/") else f"{self._folder}/{target}"

    def _main_part(self) -> str:
        types = self._part("[Content_Types].xml")
        named = [each for each in _children(types) if local(each) == "Override"]
        kinds = {(each.get("PartName") or "").lstrip("/"): each.get("ContentType") or "" for each in named}
        macros = any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds.values())
        if macros or any(member.endswith(_MACROS) for member in self._unzipped.names):
            raise Unreadable(
                self._name, "it carries macros", "Save it as a Word document without macros (.docx) and read that."
            )
        return next((part for part, kind in kinds.items() if kind.endswith(_MAIN)), "word/document.xml")

    def _part(self, part: str) -> _Element | None:
        data = self._unzipped.member(part)
        return None if data is None else tree(data, self._name, part)


def _blocks(element: _Element | None) -> Iterator[_Element]:
    """The paragraphs and tables of the body in their order, whatever frames stand round them."""
    for below in _children(element):
        if local(below) in {"p", "tbl", "altChunk"}:
            yield below
        else:
            yield from _blocks(below)


def _children(element: _Element | None) -> list[_Element]:
    return [] if element is None else list(element)
