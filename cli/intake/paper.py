"""What was read from one paper: a preview for the secretariat, never the record.

Each value keeps the line it was read from. What the paper does not say is `None` or empty, never a guess;
whatever is doubtful is among the `warnings`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import Final, Literal

Documentation = Literal["listed", "none_foreseen", "not_stated"]
Modality = Literal["decided", "encouraged", "requested"]
Kind = Literal["resolution", "decision"]
Form = Literal["text", "docx", "pdf", "akoma_ntoso"]

OFFICIAL_LANGUAGES: Final = ("ar", "zh", "en", "fr", "ru", "es")


@dataclass(frozen=True, kw_only=True)
class ReadingWarning:
    """A doubt about the reading: its name, its line (from 1), the words of the paper, and why it matters.

    `place` says where that is in a file without lines: "paragraph 12", "table 1, row 3", "page 2, line 5".
    """

    name: str
    line: int
    text: str
    why: str
    place: str


@dataclass(frozen=True, kw_only=True)
class Reference:
    """What something follows from: "7/1" or "silence 2019-08-30"; inferred when the paper does not say so itself."""

    ref: str
    inferred: bool


@dataclass(frozen=True, kw_only=True)
class PaperDocument:
    """A document listed under an item. A document cited without a symbol, or without a title, has `None` there."""

    symbol: str | None
    title: str | None
    prepared_by: str | None
    line: int


@dataclass(frozen=True, kw_only=True)
class PaperItem:
    """An item or sub-item; `number` in full ("1 (a)"), `annotation` one string for each paragraph."""

    number: str
    title: str
    annotation: tuple[str, ...]
    documents: tuple[PaperDocument, ...]
    documentation: Documentation
    pursuant_to: tuple[Reference, ...]
    items: tuple[PaperItem, ...]
    line: int


@dataclass(frozen=True, kw_only=True)
class PaperSlot:
    """An item in its place in a sitting."""

    number: str
    continued: bool
    line: int


@dataclass(frozen=True, kw_only=True)
class PaperSitting:
    """One sitting of the proposed organization of work, in the local time of the place of the meeting."""

    date: date | None
    start: time | None
    end: time | None
    items: tuple[PaperSlot, ...]
    line: int


@dataclass(frozen=True, kw_only=True)
class PaperSilence:
    """A decision narrated as taken by silence; `ref` is "silence" and its day, as `pursuant_to` names it."""

    ref: str
    body: str
    date: date
    subject: str
    line: int


@dataclass(frozen=True, kw_only=True)
class Decided:
    """Part of what a resolution did, as an annotation tells it: always a partial quotation."""

    modality: Modality
    text: str
    partial: Literal[True] = True


@dataclass(frozen=True, kw_only=True)
class PaperResolution:
    """A resolution or decision the paper cites. Its number means nothing without its body."""

    kind: Kind
    body: str | None
    number: str
    title: str | None
    decided: tuple[Decided, ...]
    line: int


@dataclass(frozen=True, kw_only=True)
class Services:
    """The conference services announced: how many sittings, and the languages of interpretation (ISO 639-1)."""

    sittings: int | None
    languages: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Footnote:
    """A footnote, kept apart from the text it stood in."""

    mark: str
    text: str
    line: int


@dataclass(frozen=True, kw_only=True)
class TrackedChange:
    """A change in the file that nobody has accepted yet. The reading is that of `after`. Who made it is not kept."""

    before: str
    after: str
    line: int


@dataclass(frozen=True, kw_only=True)
class Masthead:
    """The head of the paper; `lines` says where each value stands."""

    symbol: str | None = None
    body: str | None = None
    parent_body: str | None = None
    ordinal: int | None = None
    place: str | None = None
    venue: str | None = None
    starts: date | None = None
    ends: date | None = None
    language: str = "en"
    distribution: str | None = None
    issued: date | None = None
    original_language: str | None = None
    lines: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One annotated provisional agenda as read; `sha256` is that of the bytes of the file, `form` its format."""

    sha256: str
    form: Form
    masthead: Masthead
    opens: time | None
    services: Services | None
    items: tuple[PaperItem, ...]
    organization_of_work: tuple[PaperSitting, ...]
    organization_of_work_pursuant_to: tuple[Reference, ...]
    silence: tuple[PaperSilence, ...]
    resolutions: tuple[PaperResolution, ...]
    pursuant_to: tuple[Reference, ...]
    footnotes: tuple[Footnote, ...]
    tracked_changes: tuple[TrackedChange, ...]
    warnings: tuple[ReadingWarning, ...]
