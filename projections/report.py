"""How far is the report? Its drafts and their sections, its adoption, the papers issued, and where it went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, get_args

from sqlalchemy import JSON, Column, Connection, Integer, String, Table, select

from domain.report import (
    ReportAdopted,
    ReportAmended,
    ReportConfirmed,
    ReportCorrected,
    ReportDrafted,
    ReportEntrusted,
    ReportFact,
    ReportFinalized,
    ReportForwarded,
    ReportIssued,
    ReportNotAdopted,
    ReportSectionAdopted,
)
from domain.values import Taken
from projections.tables import DERIVED, ByAct, Projection, Row, stream_column
from projections.telling import Told

# A row an act: `detail` holds the fields of its fact. `place` keeps the order of business within a day.
REPORT = Table(
    "report",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    Column("topic", String(80), nullable=False),
    Column("detail", JSON, nullable=False),
)


class ReportStatus(StrEnum):
    """How far the adoption of a report has come."""

    DRAFTED = "drafted"
    PARTLY_ADOPTED = "partly_adopted"
    OUTLINE_ADOPTED = "outline_adopted"
    ADOPTED_AD_REFERENDUM = "adopted_ad_referendum"
    ADOPTED = "adopted"
    NOT_ADOPTED = "not_adopted"


@dataclass(frozen=True)
class Step:
    """One act on the report: its entry, its day, and the fields of its fact."""

    entry: int
    day: date
    detail: Mapping[str, Any]

    @property
    def taken(self) -> Taken:
        """How it was decided."""
        return Taken(**self.detail["taken"])


@dataclass
class ReportView:
    """A report as it stands: its acts by what they did, in the order of business.

    `adoption` is the one that stands; there may be one of the outline before it. `sections` are the names of those
    drafted, or adopted without having been named in the draft. `before` is the report of the part that was closed
    before the session was reconvened.
    """

    drafts: list[Step] = field(default_factory=list)
    amendments: list[Step] = field(default_factory=list)
    adopted_sections: dict[str, Step] = field(default_factory=dict)
    adoption: Step | None = None
    adoptions: list[Step] = field(default_factory=list)
    rejections: list[Step] = field(default_factory=list)
    confirmation: Step | None = None
    entrusted: list[Step] = field(default_factory=list)
    finalized: Step | None = None
    papers: list[Step] = field(default_factory=list)
    corrigenda: list[Step] = field(default_factory=list)
    forwarded: list[Step] = field(default_factory=list)
    before: ReportView | None = None

    @property
    def sections(self) -> list[str]:
        """Every section, in the order of the draft."""
        drafted = [name for draft in self.drafts for name in draft.detail["sections"]]
        return list(dict.fromkeys([*drafted, *self.adopted_sections]))

    @property
    def status(self) -> ReportStatus:
        """How far its adoption has come."""
        if self.adoption is None:
            if self.rejections:
                return ReportStatus.NOT_ADOPTED
            return ReportStatus.PARTLY_ADOPTED if self.adopted_sections else ReportStatus.DRAFTED
        if self.adoption.detail["ad_referendum"] and self.confirmation is None:
            return ReportStatus.ADOPTED_AD_REFERENDUM
        return ReportStatus.OUTLINE_ADOPTED if self.adoption.detail["extent"] == "outline" else ReportStatus.ADOPTED


def _rows(told: Told) -> Iterator[Row]:
    fact = told.fact
    if isinstance(fact, ReportFact):
        entry = fact.entry
        yield {
            "entry": entry.number,
            "place": entry.place,
            "day": entry.occurred.day.isoformat(),
            "topic": fact.TOPIC,
            "detail": _detail(fact),
        }


def _detail(fact: ReportFact) -> Row:
    plain = {name: value for name, value in vars(fact).items() if name not in {"entry", "taken", "issued"}}
    if isinstance(fact, ReportIssued):
        plain["issued"] = fact.issued.isoformat()
    if isinstance(fact, ReportForwarded):
        plain["pursuant_to"] = [basis.key for basis in fact.pursuant_to]
    taken: Taken | None = getattr(fact, "taken", None)
    if taken is not None:
        plain["taken"] = {"how": taken.how, "tally": taken.tally, "number": taken.number, "verb": taken.verb}
    return plain


def report(connection: Connection, stream: str) -> ReportView | None:
    """The report of a meeting, or None where nothing is recorded of it."""
    query = select(REPORT).where(REPORT.c.stream == stream).order_by(REPORT.c.day, REPORT.c.place, REPORT.c.entry)
    view: ReportView | None = None
    for row in connection.execute(query):
        view = view or ReportView()
        # What is drafted once the whole is adopted is the report of a session that was reconvened.
        if row.topic == ReportDrafted.TOPIC and view.status is ReportStatus.ADOPTED:
            view = ReportView(before=view)
        _take(view, row.topic, Step(row.entry, date.fromisoformat(row.day), row.detail))
    return view


def _take(view: ReportView, topic: str, step: Step) -> None:
    match topic:
        case ReportSectionAdopted.TOPIC:
            view.adopted_sections[step.detail["section"]] = step
        case ReportAdopted.TOPIC:
            view.adoption, view.confirmation = step, None
            view.adoptions.append(step)
        case ReportNotAdopted.TOPIC:
            view.adoption = None
            view.rejections.append(step)
        case ReportConfirmed.TOPIC:
            view.confirmation = step
        case ReportFinalized.TOPIC:
            view.finalized = step
        case _:
            _lists(view)[topic].append(step)


def _lists(view: ReportView) -> Mapping[str, list[Step]]:
    return {
        ReportDrafted.TOPIC: view.drafts,
        ReportAmended.TOPIC: view.amendments,
        ReportEntrusted.TOPIC: view.entrusted,
        ReportIssued.TOPIC: view.papers,
        ReportCorrected.TOPIC: view.corrigenda,
        ReportForwarded.TOPIC: view.forwarded,
    }


PROJECTIONS: tuple[Projection, ...] = (ByAct(REPORT, _rows, get_args(ReportFact)),)
