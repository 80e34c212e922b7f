"""The report of the meeting: drafted, amended, adopted once, issued and forwarded. It becomes the only memory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, assert_never

from domain.act import Fact, act
from domain.context import Context
from domain.decisions import Decisions
from domain.evolving import replace
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.sittings import Sittings, must_be_open
from domain.values import Basis, Entry, Taken, normal


@dataclass(frozen=True, kw_only=True)
class ReportDrafted(Fact):
    """A draft of the report was circulated under its symbol, or a key where it has none."""

    TOPIC: ClassVar[str] = "ReportDrafted"
    symbol: str
    prepared_by: str


@dataclass(frozen=True, kw_only=True)
class ReportAmended(Fact):
    """A paragraph of the draft was amended orally; it takes effect with the adoption."""

    TOPIC: ClassVar[str] = "ReportAmended"
    paragraph: str
    text: str


@dataclass(frozen=True, kw_only=True)
class ReportAdopted(Fact):
    """The body adopted its report, with the oral amendments made."""

    TOPIC: ClassVar[str] = "ReportAdopted"
    taken: Taken


@dataclass(frozen=True, kw_only=True)
class ReportIssued(Fact):
    """The adopted report was issued under its symbol."""

    TOPIC: ClassVar[str] = "ReportIssued"
    symbol: str
    issued: date


@dataclass(frozen=True, kw_only=True)
class ReportForwarded(Fact):
    """The report, with the recommendations agreed, was forwarded to another body."""

    TOPIC: ClassVar[str] = "ReportForwarded"
    to: str
    recommendations: int
    pursuant_to: tuple[Basis, ...]


ReportFact = ReportDrafted | ReportAmended | ReportAdopted | ReportIssued | ReportForwarded


@dataclass(frozen=True)
class Report:
    """What the rules need to know of the report."""

    draft: str | None = None
    amended: int = 0
    adopted: Entry | None = None
    issued: str | None = None
    forwarded: tuple[str, ...] = ()


def _must_be_adopted(report: Report) -> None:
    if report.adopted is None:
        raise impossible("The report has not been adopted.", "First: nemcon report adopt")


@act
def draft_report(
    schedule: Schedule, report: Report, entry: Entry, context: Context, *, symbol: str, prepared_by: str
) -> ReportDrafted:
    """Record the draft report."""
    del context
    must_stand(schedule)
    if report.draft is not None:
        raise impossible(
            f"The draft report is in the record already, as {report.draft}.", "To adopt it: nemcon report adopt"
        )
    return ReportDrafted(entry=entry, symbol=normal(symbol), prepared_by=normal(prepared_by))


@act
def amend_report(report: Report, entry: Entry, context: Context, *, paragraph: str, text: str) -> ReportAmended:
    """Amend a paragraph of the draft orally."""
    del context
    if report.draft is None:
        raise impossible("There is no draft report.", "First: nemcon report draft SYMBOL --prepared-by WHO")
    if report.adopted is not None:
        raise impossible(
            f"The report was adopted (entry {report.adopted.number}).", "What is adopted is corrected by a corrigendum."
        )
    return ReportAmended(entry=entry, paragraph=normal(paragraph), text=normal(text))


@act
def adopt_report(
    schedule: Schedule, sittings: Sittings, report: Report, entry: Entry, context: Context, *, taken: Taken
) -> ReportAdopted:
    """Adopt the report, once, with the oral amendments made."""
    del context
    must_be_open(schedule, sittings)
    if report.draft is None:
        raise impossible("There is no draft report.", "First: nemcon report draft SYMBOL --prepared-by WHO")
    if report.adopted is not None:
        raise impossible(
            f"The report was adopted on {report.adopted.occurred.day:%-d %B %Y} (entry {report.adopted.number}).",
            f"If that entry was wrong: nemcon strike {report.adopted.number} --reason TEXT",
        )
    return ReportAdopted(entry=entry, taken=taken)


@act
def issue_report(report: Report, entry: Entry, context: Context, *, symbol: str, issued: date) -> ReportIssued:
    """Issue the adopted report under its symbol."""
    del context
    _must_be_adopted(report)
    if report.issued is not None:
        raise impossible(f"The report was issued already, as {report.issued}.", "Nothing needs to be done.")
    return ReportIssued(entry=entry, symbol=normal(symbol), issued=issued)


@act
def forward_report(
    report: Report,
    decisions: Decisions,
    entry: Entry,
    context: Context,
    *,
    to: str,
    pursuant_to: tuple[Basis, ...] = (),
) -> ReportForwarded:
    """Forward the report, with the recommendations agreed, to another body."""
    _must_be_adopted(report)
    found = context.body(to)
    if found is None:
        raise impossible(f"The body {to} is not in the register.", f"First: nemcon body add {to} NAME")
    if found.key in report.forwarded:
        raise impossible(f"The report was forwarded to {found.key} already.", "Nothing needs to be done.")
    return ReportForwarded(
        entry=entry, to=found.key, recommendations=decisions.recommendations, pursuant_to=pursuant_to
    )


def evolve(report: Report, fact: ReportFact) -> Report:
    """The report after `fact`."""
    match fact:
        case ReportDrafted():
            return replace(report, draft=fact.symbol)
        case ReportAmended():
            return replace(report, amended=report.amended + 1)
        case ReportAdopted():
            return replace(report, adopted=fact.entry)
        case ReportIssued():
            return replace(report, issued=fact.symbol)
        case ReportForwarded():
            return replace(report, forwarded=(*report.forwarded, fact.to))
        case _:
            assert_never(fact)
