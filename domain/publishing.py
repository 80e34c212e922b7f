"""The acts by which the report leaves the room: issue it or a part of it, correct what was issued, forward it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain.act import act
from domain.context import Context
from domain.decisions import Decisions
from domain.report import Report, ReportCorrected, ReportForwarded, ReportIssued, must_be_adopted, must_be_drafted
from domain.rules import impossible
from domain.schedule import Schedule
from domain.values import Basis, Entry, Language, normal

_CORRIGENDUM = "/Corr."


@act
def issue_report(
    report: Report,
    entry: Entry,
    context: Context,
    *,
    symbol: str,
    issued: date,
    advance: bool = False,
    part: str | None = None,
    also: tuple[str, ...] = (),
) -> ReportIssued:
    """Issue the report, or a part of it, under its symbol: in advance and unedited, then once in its final form."""
    del context
    must_be_drafted(report)
    name, others = normal(symbol), tuple(normal(one) for one in also)
    for one in (name, *others):
        _must_be_issued_once(report, one, advance=advance)
    # The record: a report is one paper; what is issued beside it is an addition, a revision, or a part with its name.
    if report.issued is not None and part is None and not _belongs(name, [one for one, _ in report.papers]):
        raise impossible(
            f"The report was issued already, as {report.issued}.",
            f"For an addition: nemcon report issue {report.issued}/Add.1 --issued DATE; or name it: --part TEXT",
        )
    return ReportIssued(
        entry=entry,
        symbol=name,
        issued=issued,
        advance=advance,
        part=None if part is None else normal(part),
        also=others,
    )


def _must_be_issued_once(report: Report, symbol: str, *, advance: bool) -> None:
    # The record: a corrigendum is no issue of the report; it corrects one.
    if _CORRIGENDUM in symbol:
        raise impossible(f"{symbol} is a corrigendum.", f"Use: nemcon report correct {symbol}")
    # The record: after the advance version comes the final one, and after that none.
    before = dict(report.papers).get(symbol)
    if before is False or (before and advance):
        how = "in advance " if before else ""
        raise impossible(f"The report was issued {how}already, as {symbol}.", "Nothing needs to be done.")


def _belongs(symbol: str, issued: list[str]) -> bool:
    """Whether it is one of the papers, reissued or not (an asterisk), or is added to one of them."""
    return symbol.rstrip("*") in issued or any(symbol.startswith(f"{one}/") for one in issued)


@act
def correct_report(
    report: Report, entry: Entry, context: Context, *, symbol: str, languages: tuple[Language, ...] = ()
) -> ReportCorrected:
    """Issue a corrigendum to a paper of the report, in all languages or in some."""
    del context
    must_be_drafted(report)
    name = normal(symbol)
    if name in report.corrigenda:
        raise impossible(f"{name} was issued already.", "Nothing needs to be done.")
    return ReportCorrected(entry=entry, symbol=name, corrects=_corrected(report, name), languages=languages)


def _corrected(report: Report, symbol: str) -> str:
    """The paper that a corrigendum corrects: the one its symbol names, else the last one."""
    papers = [*report.drafts, *(one for one, _ in report.papers)]
    paper, corrigendum, _ = symbol.partition(_CORRIGENDUM)
    if not corrigendum:
        return papers[-1]
    # The record: only a paper that is there can be corrected.
    if paper not in papers:
        raise impossible(f"The report has no paper {paper}.", f"It has: {', '.join(papers)}")
    return paper


@act
def forward_report(
    schedule: Schedule,
    report: Report,
    decisions: Decisions,
    entry: Entry,
    context: Context,
    *,
    to: str,
    pursuant_to: tuple[Basis, ...] = (),
) -> ReportForwarded:
    """Forward the report, with the recommendations agreed, to another body."""
    must_be_adopted(report)
    found = context.body(to)
    if found is None:
        raise impossible(f"The body {to} is not in the register.", f"First: nemcon body add {to} NAME")
    # The record: a body has its own report already.
    if found.key == schedule.body:
        raise impossible(
            f"The report is that of {found.key} itself; it is forwarded to another body.", "Name that body: --to BODY"
        )
    if found.key in report.forwarded:
        raise impossible(f"The report was forwarded to {found.key} already.", "Nothing needs to be done.")
    return ReportForwarded(
        entry=entry, to=found.key, recommendations=decisions.recommendations, pursuant_to=pursuant_to
    )


def remarks_on_issue(report: Report, fact: ReportIssued) -> Iterator[str]:
    """What is unusual when the report is issued: a text that nobody adopted, or nobody finalized."""
    if report.adoption is None:
        yield "The report is issued before its adoption."
    elif report.entrusted and report.finalized is None and not fact.advance:
        yield f"That the {report.entrusted[-1]} finalized the report is not recorded."


def remarks_on_forwarding(report: Report) -> Iterator[str]:
    """What is unusual when the report is forwarded: an adoption that awaits its confirmation."""
    if report.pending:
        yield "The report was adopted ad referendum, and that it is confirmed is not recorded."
