"""The small words that every event is made of: when, who, in which language, under what seal.

Those that are in nearly every event have slots: a replay reads them by the million.
"""

from __future__ import annotations

import hashlib
import unicodedata
import uuid
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

NAMESPACE = uuid.UUID("b8ad6c1e-52f5-5c0b-9d7c-6f3f0e1b7a10")
"""The fixed namespace under which natural keys become stream ids (docs/record-format.md)."""


class Mode(StrEnum):
    """How a decision was taken. The modes are never merged into "without a vote"."""

    SILENCE = "silence"
    NO_OBJECTION = "no-objection"
    CONSENSUS = "consensus"
    WITHOUT_A_VOTE = "without-a-vote"
    ACCLAMATION = "acclamation"
    SHOW_OF_HANDS = "show-of-hands"
    RECORDED = "recorded"
    ROLL_CALL = "roll-call"
    SECRET_BALLOT = "secret-ballot"  # noqa: S105 - a way to vote, not a password
    CORRESPONDENCE = "correspondence"
    UNKNOWN = "unknown"


class Distribution(StrEnum):
    """Who may see an act: the classes the field prints as "Distr."."""

    GENERAL = "general"
    LIMITED = "limited"
    RESTRICTED = "restricted"


class Language(StrEnum):
    """The six official languages of the United Nations, by ISO 639-1 code."""

    ARABIC = "ar"
    CHINESE = "zh"
    ENGLISH = "en"
    FRENCH = "fr"
    RUSSIAN = "ru"
    SPANISH = "es"


def normal(text: str) -> str:
    """`text` in Unicode NFC with single spaces: two spellings a reader cannot tell apart become one."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@lru_cache(maxsize=4096)
def stream_id(kind: str, key: str) -> uuid.UUID:
    """The id of the stream that `kind` and its natural `key` name.

    UUIDv5 (RFC 9562, section 5.5) over the key in NFC, case-folded and single-spaced, so that "the same
    meeting twice" collides at version 1 instead of becoming two meetings.
    """
    return uuid.uuid5(NAMESPACE, f"{kind}:{normal(key).casefold()}")


@lru_cache(maxsize=256)
def zone_named(name: str) -> ZoneInfo:
    """The IANA time zone `name`; refuses a zone that does not exist with `ValueError`."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        message = f"there is no time zone {name!r}; use an IANA name such as Europe/Vienna"
        raise ValueError(message) from error


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurred:
    """When something happened: at least the day, sometimes the moment and the zone of the clock in the room.

    Refused with `ValueError`: a moment without an offset, a moment without its zone, and a day that is not
    the moment's own day in that zone. "Agreed on 30 August 2019" has only a day.
    """

    day: date
    at: datetime | None = None
    zone: str | None = None

    def __post_init__(self) -> None:
        if self.at is None:
            return
        if self.at.tzinfo is None or self.zone is None:
            message = "a moment needs its offset and its zone"
            raise ValueError(message)
        if self.at.astimezone(zone_named(self.zone)).date() != self.day:
            message = f"{self.at.isoformat()} is not on {self.day} in {self.zone}"
            raise ValueError(message)

    @property
    def local(self) -> datetime | None:
        """The moment on the clock of its zone, or None when only the day is known."""
        return None if self.at is None or self.zone is None else self.at.astimezone(zone_named(self.zone))


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """The envelope of every event: its rank, its place, both clocks, and on whose word.

    `number` is the entry's rank in the whole record (gapless, from 1); `version` its rank in its stream.
    `occurred` is the meeting's clock, `recorded_at` the recorder's (UTC, never goes back). `group` is the
    number of the first entry of the same gavel. `authority` is the rule, paper or ruling it rests on, `origin` whose
    proposal or letter it is. `waives` lists the rules the body set aside. `replaces` is the
    version whose place in the order of business this act takes; `before` one that it precedes.
    """

    number: int
    stream: uuid.UUID
    version: int
    occurred: Occurred
    recorded_at: datetime
    recorded_by: str
    command_id: str
    authority: str | None = None
    origin: str | None = None
    note: str | None = None
    group: int | None = None
    waives: tuple[str, ...] = ()
    replaces: int | None = None
    before: int | None = None
    distribution: Distribution = Distribution.GENERAL

    @property
    def place(self) -> int:
        """The version whose place this act has: its own, or that of the act it replaces."""
        return self.version if self.replaces is None else self.replaces


@dataclass(frozen=True, kw_only=True, slots=True)
class LocalizedText:
    """A title in the language it was issued in and, where they exist, in others.

    `texts` maps a language code to its wording; a language that is absent is missing, never replaced in
    silence. `unofficial` names the languages whose wording no one has made official.
    """

    original: str
    texts: dict[str, str] = field(default_factory=dict)
    unofficial: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.texts.get(self.original, "")

    def in_language(self, language: str | None) -> tuple[str, str]:
        """The wording in `language` and that language, or the original and its language where it is missing."""
        if language is not None and language in self.texts:
            return self.texts[language], language
        return str(self), self.original


def text_in(language: str, wording: str) -> LocalizedText:
    """A title known in one language only."""
    return LocalizedText(original=language, texts={language: normal(wording)})


@dataclass(frozen=True, kw_only=True)
class Sealed:
    """A value kept beside the record, of which the record holds only a salted hash.

    `digest` is hex SHA-256 of the 16-byte salt and the value in UTF-8; `stands_for` is what a paper prints
    instead ("a delegation"). An `open` value (an officer's name) is printed while it is kept; the others are
    withheld unless asked for. The value can be disposed of one day without losing the act or any proof.
    """

    digest: str
    stands_for: str
    open: bool = False


def seal_digest(salt: bytes, value: str) -> str:
    """The digest by which the record holds `value`."""
    return hashlib.sha256(salt + value.encode()).hexdigest()


@dataclass(frozen=True, kw_only=True, slots=True)
class Basis:
    """What an act or an item rests on: another stream, by its kind and key.

    `inferred` is True where the paper narrates the basis without stating that it is one.
    """

    kind: str
    key: str
    inferred: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """How a decision was taken: its mode, the tally as printed, its number, the body's own verb in print.

    `also` is True where the number is that of a decision taken before, which goes on in this act.
    """

    how: Mode = Mode.UNKNOWN
    tally: str | None = None
    number: str | None = None
    verb: str | None = None
    also: bool = False

    @property
    def out_of_session(self) -> bool:
        """Whether the body decided without a meeting: by silence, or by correspondence."""
        return self.how in {Mode.SILENCE, Mode.CORRESPONDENCE}
