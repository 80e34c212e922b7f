"""The papers that were printed and given out: which one, from which entries, and the hash of its bytes.

A paper follows from the record and from what was asked, so that whoever holds it can have it made again.
"""

from __future__ import annotations

import re
from datetime import date
from typing import ClassVar, Literal

from domain.act import Fact, act
from domain.context import Context
from domain.late import dataclass
from domain.rules import impossible
from domain.schedule import Schedule, must_be_scheduled
from domain.values import Entry

PaperName = Literal[
    "agenda",
    "provisional",
    "comparison",
    "work",
    "concordance",
    "history",
    "decisions",
    "documents",
    "attendance",
    "report",
    "journal",
    "silence-circulation",
    "silence-extension",
    "silence-result",
    "silence-register",
    "lineage",
]
PaperForm = Literal["text", "markdown", "html", "docx", "pdf", "json", "svg", "dot", "akn", "ics", "csv", "xlsx"]

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was asked of the printer: the paper, its form, the language of the titles, the day it stands for.

    `what` is that of which it is, where that is no meeting: a silence procedure, a resolution. `why` names the entries
    behind each line, `restricted` includes what is restricted or sealed. `templates` is the SHA-256 of the folder of
    templates it was set by, None where they were the program's own.
    """

    paper: PaperName
    form: PaperForm
    what: str | None = None
    language: str | None = None
    on: date | None = None
    annotated: bool = False
    why: bool = False
    restricted: bool = False
    templates: str | None = None


@dataclass(frozen=True, kw_only=True)
class PaperIssued(Fact):
    """A paper was printed and given out. `sha256` is of its bytes, `last` the last entry of the record behind it."""

    TOPIC: ClassVar[str] = "PaperIssued"
    asked: Asked
    sha256: str
    last: int


@act
def issue_paper(
    schedule: Schedule, entry: Entry, context: Context, *, asked: Asked, sha256: str, last: int
) -> PaperIssued:
    """Issue a paper that was printed from the record. A meeting that was cancelled had its papers too."""
    del context
    must_be_scheduled(schedule)
    if not _SHA256.fullmatch(sha256):
        raise impossible(f"{sha256!r} is no SHA-256.", "Have the paper printed by: nemcon paper issue")
    # The record: a paper rests on what was recorded before it.
    if not 0 < last < entry.number:
        raise impossible(f"Entry {last} does not stand before the paper.", "Have it printed by: nemcon paper issue")
    return PaperIssued(entry=entry, asked=asked, sha256=sha256, last=last)
