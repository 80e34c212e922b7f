"""The papers that list the items before the adoption: the provisional agenda, what supplements it, what revises it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from domain.act import Fact
from domain.late import dataclass
from domain.outline import AgendaItem
from domain.values import Distribution


@dataclass(frozen=True, kw_only=True)
class ProvisionalAgendaIssued(Fact):
    """The provisional agenda was issued: every item, with its annotation and documents.

    `source_sha256` is of the file it was read from; `warnings` names what was accepted when it was read.
    """

    TOPIC: ClassVar[str] = "ProvisionalAgendaIssued"
    symbol: str | None
    issued: date
    distribution_printed: Distribution
    original_language: str
    items: tuple[AgendaItem, ...]
    source_sha256: str | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SupplementaryAgendaIssued(Fact):
    """A paper beside the provisional agenda added items to it. `called` is what the body calls that paper."""

    TOPIC: ClassVar[str] = "SupplementaryAgendaIssued"
    called: str
    symbol: str | None
    issued: date
    items: tuple[AgendaItem, ...]
    source_sha256: str | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ProvisionalAgendaRevised(Fact):
    """A paper took the place of the provisional agenda: every item, those of before under their identities."""

    TOPIC: ClassVar[str] = "ProvisionalAgendaRevised"
    called: str
    symbol: str | None
    issued: date
    items: tuple[AgendaItem, ...]
    source_sha256: str | None
    warnings: tuple[str, ...]


LaterPaper = SupplementaryAgendaIssued | ProvisionalAgendaRevised
AnyIssue = ProvisionalAgendaIssued | LaterPaper
