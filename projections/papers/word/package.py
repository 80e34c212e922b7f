"""The file of Word round the words: its styles, its properties, and the same bytes from the same paper."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from projections.papers.unset import NotSet
from projections.papers.word.xml import NAMESPACES
from projections.wording import wording

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from docx.opc.rel import _Relationship

STYLES: Final = "paper.docx"
"""The file of a folder of templates whose styles, margins, header and footer the papers have."""

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FOOTNOTES = f"{_TYPE}.footnotes+xml"
_LARGEST = 50_000_000
_NAMES: Final[Mapping[str, str]] = {
    "BodyText": "Body Text",
    "FootnoteReference": "footnote reference",
    "FootnoteText": "footnote text",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "Heading4": "heading 4",
    "ListItem": "List Item",
    "Masthead": "Masthead",
    "MastheadAside": "Masthead Aside",
    "NotOfficial": "Not Official",
    "PaperTable": "Paper Table",
    "TableHead": "Table Head",
    "TableText": "Table Text",
}
"""The styles of a paper, and what each is called in Word."""
_STYLED = re.compile(r'(<w:(?:p|r|tbl)Style w:val=")([^"]+)')
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(
    body: str, footnotes: str, *, title: str, language: str, made: datetime | None, folder: Path | None
) -> bytes:
    """The body and its footnotes as a file, in the styles of a folder of templates or in ours."""
    document = opened(folder)
    if folder is not None:
        body, footnotes = _styled(document, body), _styled(document, footnotes)
    if "w16du" not in document.element.nsmap:  # a file saved by an older Word does not know of instants
        body = re.sub(' w16du:dateUtc="[^"]*"', "", body)
    _fill(document, body)
    _note(document, footnotes)
    _speak(document, language)
    told = document.core_properties
    told.title, told.language, told.author, told.last_modified_by = title, language, "", ""
    told.comments = wording(language).say.not_official
    told.revision = 1
    if made is not None:
        told.created = told.modified = made.astimezone(UTC).replace(tzinfo=None)
    saved = BytesIO()
    document.save(saved)
    return canonical(saved.getvalue())


def opened(folder: Path | None) -> Opened:
    """The styles of a folder of templates, or ours where it has none; refused where a paper cannot be set in them."""
    own = folder / STYLES if folder else None
    if own is None or not own.exists():
        return Document(BytesIO(style_file()))
    try:
        with zipfile.ZipFile(own) as file:
            size = sum(one.file_size for one in file.infolist())
        document = Document(str(own)) if size <= _LARGEST else None
    except (OSError, KeyError, ValueError, SyntaxError, zipfile.BadZipFile) as error:
        raise _refused("is no Word file without macros") from error
    if document is None:
        raise _refused(f"holds more than {_LARGEST // 1_000_000} MB")
    if any(_loads(one) for part in document.part.package.iter_parts() for one in part.rels.values()):
        raise _refused("loads something from elsewhere, such as a picture that is linked")
    if missing := sorted(_NAMES[one] for one in _NAMES.keys() - _ids(document).keys()):
        raise _refused(f"has no style {missing[0]!r}")
    return document


def _loads(one: _Relationship) -> bool:
    return one.is_external and one.reltype != RELATIONSHIP_TYPE.HYPERLINK


def _refused(why: str) -> NotSet:
    return NotSet(f"{STYLES} {why}", "Begin again with: nemcon template copy DIR; then change its styles in Word")


def _ids(document: Opened) -> dict[str, str]:
    """The name by which the file knows each style: Word may translate it, but keeps what the style is called."""
    known = {str(one.name).lower(): str(one.style_id) for one in document.styles}
    # The library calls some styles as the menu of Word does, others as the file does.
    called = {name: known.get(shown.lower()) for name, shown in _NAMES.items()}
    return {name: id_ for name, id_ in called.items() if id_ is not None}


def _styled(document: Opened, xml: str) -> str:
    ids = _ids(document)
    return _STYLED.sub(lambda found: f"{found[1]}{ids.get(found[2], found[2])}", xml)


def _fill(document: Opened, body: str) -> None:
    """The words take the place of what the file of styles says; its page, header and footer stay."""
    place = document.element.body
    for one in [*place]:
        if one.tag != qn("w:sectPr"):
            place.remove(one)
    for rank, one in enumerate([*parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>")]):
        place.insert(rank, one)


def _note(document: Opened, footnotes: str) -> None:
    part = document.part
    for name, one in [*part.rels.items()]:
        if one.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            part.rels.pop(name)
    blob = f"{_XML}{footnotes}".encode()
    made = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, blob, part.package)
    part.relate_to(made, RELATIONSHIP_TYPE.FOOTNOTES)


def _speak(document: Opened, language: str) -> None:
    """The language of every word, whatever that of the file of styles was."""
    also = {"ar": ["w:bidi"], "zh": ["w:eastAsia"]}.get(language, [])
    for one in document.styles.element.iter(qn("w:lang")):
        for name in ("w:val", *also):
            one.set(qn(name), _REGIONS.get(language, language))


_REGIONS: Mapping[str, str] = {"ar": "ar-SA", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ru": "ru-RU", "zh": "zh-CN"}
"""The languages as Word names them, for spelling and hyphenation."""


def canonical(data: bytes) -> bytes:
    """The same files in a zip that says nothing of when and where it was made.

    They are stored as they are: what comes out of a compression differs from one version of zlib to another.
    """
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            _store(new, name, old.read(name))
    return made.getvalue()


def _store(made: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.create_system = 3  # whichever system it is made on
    info.external_attr = 0o600 << 16
    made.writestr(info, data)


@lru_cache(maxsize=1)
def style_file() -> bytes:
    """Our own styles, as a file to be changed in Word."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as file:
        for name, text in _PARTS.items():
            _store(file, name, f"{_XML}{text}".encode())
        for name in ("styles", "footer"):
            _store(
                file,
                f"word/{name}.xml",
                files("projections.papers").joinpath(f"templates/word/{name}.xml").read_bytes(),
            )
    return made.getvalue()


def _related(*targets: tuple[str, str]) -> str:
    told = "".join(
        f'<Relationship Id="rId{rank}" Type="{_RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for rank, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{told}</Relationships>'


_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_PARTS: Mapping[str, str] = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/>'
        f'<Override PartName="/word/footer.xml" ContentType="{_TYPE}.footer+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    ),
    "_rels/.rels": _related(("officeDocument", "word/document.xml")).replace(
        "</Relationships>",
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/'
        'core-properties" Target="docProps/core.xml"/></Relationships>',
    ),
    "docProps/core.xml": (
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    ),
    "word/_rels/document.xml.rels": _related(
        ("styles", "styles.xml"), ("settings", "settings.xml"), ("footer", "footer.xml")
    ),
    "word/document.xml": (
        f'<w:document {NAMESPACES} xmlns:r="{_RELATIONSHIPS}"><w:body><w:p/><w:sectPr>'
        '<w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
        'w:header="708" w:footer="708" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    ),
    "word/settings.xml": (
        f"<w:settings {NAMESPACES}>"
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        "</w:settings>"
    ),
}
