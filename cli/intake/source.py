"""From the bytes of a file to its lines, or the reason why it cannot be read.

Only what is certain is repaired here: the byte order mark, the ends of lines, form feeds, the kinds of space.
A line keeps the number an editor shows for it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cli.intake.paper import Footnote, Form, TrackedChange
from cli.intake.why import Doubts

LARGEST: Final = 10_000_000  # bytes; the longest agendas in print stay below one million
MOST_LINES: Final = 300_000

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_TURNS_DIRECTION: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Joiners, marks and the soft hyphen print nothing: without them two spellings of one word are one again.
_INVISIBLE: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u2060\ufeff]")
_LIGATURES: Final = re.compile("[\ufb00-\ufb06]")  # of print, "fi" and others: one sign for two letters
_CONTROL: Final = re.compile("[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]")
_SPACES: Final = re.compile("[\u000b\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")

_SPOILT: Final = re.compile("\ufffd|\u00e2\u20ac.|[\u00c3\u00d0\u00d1][\u0080-\u00bf]")  # UTF-8 taken for Latin-1
_HIGH: Final = re.compile(rb"[\x80-\xff]")

_SAVE: Final = "Save it as plain text (UTF-8) or as a Word document (.docx) and read that."
_OTHER_FORMATS: Final = (
    (b"{\\rtf", "it is an RTF file"),
    (b"\xff\xfe", "it is text in UTF-16"),
    (b"\xfe\xff", "it is text in UTF-16"),
)


class Unreadable(Exception):  # noqa: N818 - named, as OutOfOrder is, for what it tells the user
    """The file cannot be read: what was refused, why, and what to do next."""

    def __init__(self, what: str, why: str, next_step: str) -> None:
        super().__init__(f"{what} was not read: {why}. {next_step}")
        self.what = what
        self.why = why
        self.next_step = next_step


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line, or what a form feed left of it, with tabs kept; `page_start` when a form feed stood before it.

    Of a file without lines it is a paragraph, or a row of a table, and `number` counts those.
    """

    number: int
    text: str
    page_start: bool = False

    @property
    def words(self) -> str:
        """The text with single spaces."""
        return " ".join(self.text.split())


@dataclass(frozen=True, kw_only=True)
class Source:
    """The lines of a paper, from whatever file they came, and what its format keeps apart from them."""

    form: Form
    lines: tuple[Line, ...]
    footnotes: tuple[Footnote, ...] = ()
    tracked: tuple[TrackedChange, ...] = ()


def bytes_of(path: Path) -> bytes:
    """The bytes of the file. Refused: what is not there, is no file, or is larger than `LARGEST`."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unreadable(path.name, reason[0].lower() + reason[1:], "Check the name of the file.") from error
    if len(data) > LARGEST:
        why = f"it is larger than {LARGEST // 1_000_000} MB, which no agenda is"
        raise Unreadable(path.name, why, "Read a file with the agenda alone.")
    return data


def text_of(data: bytes, name: str) -> str:
    """The text of the bytes. Refused: nothing at all, other formats, and what is not UTF-8."""
    for start, why in _OTHER_FORMATS:
        if data.startswith(start):
            raise Unreadable(name, why, _SAVE)
    if b"\0" in data:
        raise Unreadable(name, f"it is not text (a NUL byte at offset {data.index(0)})", _SAVE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(
            name, _not_utf_8(data, error.start), "Save it as plain text in UTF-8 and read that."
        ) from error
    if not text.strip():
        raise Unreadable(name, "it is empty", "Check that it is the file you meant.")
    _refuse_many_lines(text, name)
    return text


def _not_utf_8(data: bytes, place: int) -> str:
    """What is wrong with the encoding: one that is not UTF-8, or two in one file."""
    line = data.count(b"\n", 0, place) + 1
    at = f"at byte offset {place}, in line {line}"
    mixed = _HIGH.search(data, 0, place) or not data[place:].decode("utf-8", "ignore").isascii()
    return f"it mixes two encodings: UTF-8, and another one ({at})" if mixed else f"it is not UTF-8 ({at})"


def lines_of(text: str, doubts: Doubts) -> tuple[Line, ...]:
    """The lines of the text; a form feed starts a page and a line, but the line keeps its number."""
    return tuple(_lines(text, doubts))


def _refuse_many_lines(text: str, name: str) -> None:
    if text.count("\n") + text.count("\r") + text.count("\f") > MOST_LINES:
        why = f"it has more than {MOST_LINES:,} lines, which no agenda has"
        raise Unreadable(name, why, "Read a file with the agenda alone.")


def sha256_of(data: bytes) -> str:
    """The SHA-256 of the bytes, in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _lines(text: str, doubts: Doubts) -> Iterator[Line]:
    for number, raw in enumerate(_LINE_END.split(text), start=1):
        shown = raw if raw.isascii() and raw.isprintable() else printed(raw, number, doubts)
        for place, piece in enumerate(shown.split("\f")):
            yield Line(number=number, text=piece, page_start=place > 0)


def printed(raw: str, number: int, doubts: Doubts) -> str:
    """The text as it prints: one kind of space, no joiners, nothing that turns the direction of writing."""
    for pattern, name in ((_TURNS_DIRECTION, "right_to_left_characters"), (_CONTROL, "control_character")):
        kept = pattern.sub("", raw)
        if kept != raw:
            doubts.add(name, number, kept)
            raw = kept
    if _SPOILT.search(raw):
        doubts.add("garbled_characters", number, raw)
    raw = _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), raw)
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _INVISIBLE.sub("", raw)))
