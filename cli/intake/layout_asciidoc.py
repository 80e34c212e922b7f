"""AsciiDoc, as Metanorma's collection of United Nations documents writes it.

= Annotated provisional agenda
:agenda-id: ECE/AGAT/2020/INF.1
== Provisional agenda
. Adoption of the agenda
== Annotations
=== Item 1. Adoption of the agenda
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from cli.intake.days import span
from cli.intake.masthead import warn_of_missing
from cli.intake.paper import Footnote, Masthead
from cli.intake.sections import AGENDA, Sections, cut, part_named
from cli.intake.source import Line
from cli.intake.why import Doubts
from cli.intake.words import LONGEST_TITLE, counted, one_symbol, squeezed

_ATTRIBUTE: Final = re.compile(r":(?P<name>[a-z][a-z0-9-]{1,40}):(?: (?P<value>.{0,400}))?")
_HEADING: Final = re.compile(r"(?P<level>={1,6}) +(?P<title>\S.*)")
_LISTED: Final = re.compile(r"(?P<depth>\.{1,3}) +(?P<title>\S.*)")
_FOOTNOTE: Final = re.compile(r" ?footnote:\[(?P<text>[^\[\]]{0,5000})\],?")
_STRONG: Final = re.compile(r"(?P<mark>[_*]{1,2})(?P<text>[^_*]{1,80})(?P=mark)(?P<colon>:?)")
_PLACE: Final = re.compile(r"(?P<place>[^,\d]{2,60}), (?P<days>.{6,60})")

# How the document is to be set, and what its publisher counts: nothing of the meeting.
_NOT_OF_THE_MEETING: Final = frozenset(
    {
        "copyright-year",
        "data-uri-image",
        "docfile",
        "docnumber",
        "doctype",
        "edition",
        "imagesdir",
        "item-number",
        "local-cache-only",
        "mn-document-class",
        "mn-output-extensions",
        "status",
        "title",
    }
)


def fits(lines: Sequence[Line]) -> bool:
    """Whether some heading of AsciiDoc is "Provisional agenda"."""
    headings = (_HEADING.fullmatch(line.text.rstrip()) for line in lines if line.text.startswith("=="))
    return any(
        part_named(Line(number=0, text=_FOOTNOTE.sub("", heading["title"]))) == AGENDA
        for heading in headings
        if heading
    )


def sections(lines: Sequence[Line], doubts: Doubts) -> Sections:
    """The parts of the paper, their lines as plain text has them; the head is read from the attributes."""
    bare, footnotes = _without_footnotes(lines, doubts)
    parts = cut(list(_plain(bare)), doubts)
    parts.footnotes = footnotes
    parts.masthead = _masthead(parts.head, doubts)
    return parts


def _without_footnotes(lines: Sequence[Line], doubts: Doubts) -> tuple[list[Line], tuple[Footnote, ...]]:
    notes: list[Footnote] = []
    kept: list[Line] = []
    for line in lines:
        for match in _FOOTNOTE.finditer(line.text):
            notes.append(Footnote(mark=str(len(notes) + 1), text=squeezed(match["text"]), line=line.number))
        bare = _FOOTNOTE.sub("", line.text) if "footnote:" in line.text else line.text
        if "footnote:" in bare:
            doubts.add("footnote_unclear", line.number, bare)
        kept.append(replace(line, text=bare))
    return kept, tuple(notes)


def _plain(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without the marks of AsciiDoc; its automatic numbers are written out, as its own rules count them."""
    counts = [0, 0, 0]
    for line in lines:
        text = line.text.strip().removesuffix(" +")
        heading, listed = _HEADING.fullmatch(text), _LISTED.fullmatch(text)
        strong = _STRONG.fullmatch(text) if len(text) < LONGEST_TITLE else None
        if text.startswith("//") and not text.startswith("////"):
            text = ""
        elif heading:
            yield replace(line, text="")
            text = heading["title"] if len(heading["level"]) > 1 else ""
        elif listed:
            text = f"{_number(counts, len(listed['depth']))} {listed['title']}"
        elif strong:
            text = strong["text"] + strong["colon"]
        yield replace(line, text=text)
        if heading:
            counts = [0, 0, 0]
            yield replace(line, text="")


def _number(counts: list[int], depth: int) -> str:
    counts[depth - 1] += 1
    counts[depth:] = [0] * (len(counts) - depth)
    count = counts[depth - 1]
    roman = "i ii iii iv v vi vii viii ix x".split()  # noqa: SIM905
    forms = (f"{count}.", f"({chr(ord('a') + (count - 1) % 26)})", f"({roman[(count - 1) % len(roman)]})")
    return forms[depth - 1]


def _masthead(head: Sequence[Line], doubts: Doubts) -> Masthead:
    """The head from the attributes; a line that is none, or not one we know, is a warning."""
    found = Masthead()
    first = next((line for line in head if line.text), Line(number=1, text=""))
    for line in head:
        match = _ATTRIBUTE.fullmatch(line.text.rstrip()) if len(line.text) < LONGEST_TITLE else None
        if match:
            found = _with_attribute(found, line, match["name"], (match["value"] or "").strip(), doubts)
        elif line.text:
            doubts.add("unexplained_line", line.number, line.words)
    warn_of_missing(found, first.number, first.words, doubts)
    return found


def _with_attribute(found: Masthead, line: Line, name: str, value: str, doubts: Doubts) -> Masthead:
    facts = _facts(name, value)
    if not facts:
        if name not in _NOT_OF_THE_MEETING:
            doubts.add("attribute_not_read", line.number, line.words)
        return found
    if name == "item-name":
        doubts.add("body_from_item_name", line.number, line.words)
    return replace(found, lines=found.lines | dict.fromkeys(facts, line.number), **facts)  # type: ignore[arg-type]


def _facts(name: str, value: str) -> dict[str, object]:
    match name:
        case "committee" if value:
            return {"parent_body": value}
        case "item-name" if value:
            return {"body": value}
        case "agenda-id" if one_symbol(value):
            return {"symbol": one_symbol(value)}
        case "session" if counted(value):
            return {"ordinal": counted(value)}
        case "language" if value:
            return {"language": value}
        case "distribution" if value:
            return {"distribution": value}
        case "revdate" if (days := span(value)) and days.starts:
            return {"issued": days.starts}
        case "session-date" if (said := _PLACE.fullmatch(value)) and (days := span(said["days"])) and days.starts:
            return {"place": said["place"], "starts": days.starts, "ends": days.ends}
        case _:
            return {}
