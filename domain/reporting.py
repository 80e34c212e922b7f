"""The acts by which the report comes about: draft, amend, adopt a section or the whole, confirm, entrust, finalize."""

from __future__ import annotations

from collections.abc import Iterator

from domain.act import act
from domain.context import Context
from domain.days import dated, long_day
from domain.officers import Officers
from domain.report import (
    Extent,
    Report,
    ReportAdopted,
    ReportAmended,
    ReportConfirmed,
    ReportDrafted,
    ReportEntrusted,
    ReportFinalized,
    ReportNotAdopted,
    ReportSectionAdopted,
    must_be_adopted,
    must_be_drafted,
)
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.sittings import Sittings, must_be_able_to_decide, must_be_open
from domain.values import Entry, Taken, normal


@act
def draft_report(
    schedule: Schedule,
    sittings: Sittings,
    report: Report,
    entry: Entry,
    context: Context,
    *,
    symbol: str,
    prepared_by: str,
    sections: tuple[str, ...] = (),
) -> ReportDrafted:
    """Record the draft report, or a further part of it."""
    del context
    must_stand(schedule)
    # A session that was closed and is reconvened has a report of its own.
    if report.whole and _of_the_part_before(report, sittings):
        _must_not_be_pending(report)
        report = report.anew
    _must_not_be_adopted(report)
    name, holds = normal(symbol), tuple(normal(one) for one in sections)
    _must_be_another(report, name, holds)
    # The record: a section stands in one paper.
    for section in holds:
        if holds.count(section) > 1:
            raise impossible(f"Section {section} is named twice.", f"Once: --section {section}")
        if report.section(section) is not None:
            raise impossible(f"Section {section} is drafted already.", "See: nemcon report show")
    return ReportDrafted(entry=entry, symbol=name, prepared_by=normal(prepared_by), sections=holds)


def _must_not_be_pending(report: Report) -> None:
    # The record: what was adopted ad referendum stands or falls before another report begins.
    if report.pending and report.adopted is not None:
        raise impossible(
            f"The report adopted ad referendum on {dated(report.adopted)} has not been confirmed.",
            "First: nemcon report confirm; then the report of the reconvened session is drafted",
        )


def _of_the_part_before(report: Report, sittings: Sittings) -> bool:
    """Whether the report that was adopted is that of the part before the meeting was opened anew."""
    if not sittings.anew or sittings.awaited or sittings.opened is None or report.adopted is None:
        return False
    return report.adopted.occurred.day < sittings.opened.occurred.day


def _must_be_another(report: Report, symbol: str, sections: tuple[str, ...]) -> None:
    # The record: a draft comes once; a further part has its own symbol, /Add.1, or says which sections it holds.
    further = symbol.startswith(f"{report.draft}/") or bool(sections)
    if report.draft is not None and (symbol in report.drafts or not further):
        raise impossible(
            f"The draft report is in the record already, as {symbol if symbol in report.drafts else report.draft}.",
            f"To adopt it: nemcon report adopt; a further part: nemcon report draft {report.draft}/Add.1 --section S",
        )


def _must_not_be_adopted(report: Report) -> None:
    # The record: what is adopted is fixed; an outline leaves the text open.
    if report.whole and report.adoption is not None:
        raise impossible(
            f"The report was adopted on {dated(report.adoption.entry)}.",
            "What is adopted is corrected by a corrigendum: nemcon report correct SYMBOL",
        )


@act
def amend_report(
    report: Report, entry: Entry, context: Context, *, section: str | None = None, paragraph: str, text: str
) -> ReportAmended:
    """Amend a paragraph of the draft orally."""
    del context
    must_be_drafted(report)
    _must_not_be_adopted(report)
    named = None if section is None else _section(report, section)
    # The record: a section that was adopted is fixed.
    if named in report.adopted_sections:
        raise impossible(f"Section {named} was adopted.", "What is adopted is corrected: nemcon report correct SYMBOL")
    return ReportAmended(entry=entry, section=named, paragraph=normal(paragraph), text=normal(text))


def _section(report: Report, word: str) -> str:
    """The section meant; any word where the draft was recorded without its sections."""
    section = normal(word)
    found = report.section(section)
    if found is None and report.sections:
        raise impossible(f"The draft has no section {section}.", f"It has: {', '.join(report.sections)}")
    return found or next((one for one in report.adopted_sections if one.casefold() == section.casefold()), section)


@act
def adopt_section(
    schedule: Schedule,
    sittings: Sittings,
    report: Report,
    entry: Entry,
    context: Context,
    *,
    section: str,
    taken: Taken,
) -> ReportSectionAdopted:
    """Adopt one section of the draft, once. The report stands adopted only when the whole is."""
    del context
    must_be_open(schedule, sittings)
    must_be_drafted(report)
    _must_not_be_adopted(report)
    found = _section(report, section)
    if found in report.adopted_sections:
        raise impossible(f"Section {found} was adopted already.", "To adopt the report as a whole: nemcon report adopt")
    return ReportSectionAdopted(entry=entry, section=found, taken=taken)


@act
def adopt_report(
    schedule: Schedule,
    sittings: Sittings,
    report: Report,
    entry: Entry,
    context: Context,
    *,
    extent: Extent = "whole",
    ad_referendum: bool = False,
    at_meeting: str | None = None,
    silence: str | None = None,
    taken: Taken,
) -> ReportAdopted:
    """Adopt the report, once, with the oral amendments made: in session, at a later meeting, or out of session."""
    _must_be_open_somewhere(schedule, sittings, context, at_meeting, taken)
    must_be_drafted(report)
    _must_be_new(report, extent)
    if silence is not None:
        _must_have_concluded(silence, context)
    return ReportAdopted(
        entry=entry, extent=extent, ad_referendum=ad_referendum, at_meeting=at_meeting, silence=silence, taken=taken
    )


def _must_be_open_somewhere(
    schedule: Schedule, sittings: Sittings, context: Context, at_meeting: str | None, taken: Taken
) -> None:
    """Refuse unless the meeting is open, a later one decided, or the body did without a meeting."""
    if at_meeting is None:
        _must_not_be_over(sittings, taken)
        must_be_able_to_decide(schedule, sittings, taken)
        return
    must_stand(schedule)
    # The record: a report adopted later is adopted by another meeting.
    if at_meeting.casefold() == f"{schedule.body} {schedule.key}".casefold():
        raise impossible(
            f"{schedule.key} is itself the {schedule.says} the report is on.",
            "Name the one the report is on: -m KEY; or leave out --at-meeting.",
        )
    if not context.exists("meeting", at_meeting):
        raise impossible(f"The meeting {at_meeting} is not in the record.", "List them: nemcon status")


def _must_not_be_over(sittings: Sittings, taken: Taken) -> None:
    # The record: after the closure it is another meeting that adopts, or the body without one.
    if sittings.closed is not None and not taken.out_of_session:
        raise impossible(
            f"The meeting was closed on {dated(sittings.closed)}.",
            f"A later meeting: --at-meeting KEY; without one: --how correspondence; what happened before the closure: "
            f"--before {sittings.closed.number}",
        )


def _must_be_new(report: Report, extent: Extent) -> None:
    # The record: a report is adopted once; of an outline, the text may be adopted afterwards.
    if report.adoption is None or (report.adoption.extent == "outline" and extent == "whole"):
        return
    day, number = report.adoption.entry.occurred.day, report.adoption.entry.number
    what = "The outline of the report" if report.adoption.extent == "outline" else "The report"
    how = " ad referendum" if report.pending else ""
    raise impossible(
        f"{what} was adopted{how} on {long_day(day)} (entry {number}).",
        "To record that it is confirmed: nemcon report confirm"
        if report.pending
        else f"If that entry was wrong: nemcon strike {number} --reason TEXT",
    )


def _must_have_concluded(silence: str, context: Context) -> None:
    # The record: what is adopted by silence is what silence was announced to have adopted.
    if context.state("silence", silence).outcome != "adopted":
        key = silence.rpartition(" ")[2]
        raise impossible(
            f"It is not announced by that day that silence on {key} had concluded without objection.",
            f"First: nemcon silence announce {key} --at WHEN; see: nemcon silence show {key}",
        )


@act
def reject_report(
    schedule: Schedule,
    sittings: Sittings,
    report: Report,
    entry: Entry,
    context: Context,
    *,
    at_meeting: str | None = None,
    taken: Taken,
) -> ReportNotAdopted:
    """Record that the body did not adopt the report, or did not confirm its adoption ad referendum."""
    _must_be_open_somewhere(schedule, sittings, context, at_meeting, taken)
    must_be_drafted(report)
    # The record: what stands adopted is not refused afterwards.
    if report.adoption is not None and not report.pending:
        _must_be_new(report, report.adoption.extent)
    return ReportNotAdopted(entry=entry, at_meeting=at_meeting, taken=taken)


@act
def confirm_report(
    schedule: Schedule, report: Report, entry: Entry, context: Context, *, at_meeting: str | None = None, taken: Taken
) -> ReportConfirmed:
    """Record that an adoption ad referendum, or out of session, was confirmed."""
    must_stand(schedule)
    must_be_adopted(report)
    if at_meeting is not None and not context.exists("meeting", at_meeting):
        raise impossible(f"The meeting {at_meeting} is not in the record.", "List them: nemcon status")
    if report.confirmed is not None:
        raise impossible(
            f"The adoption of the report was confirmed already (entry {report.confirmed.number}).",
            "Nothing needs to be done.",
        )
    # The record: what a meeting adopted without reserve awaits no confirmation.
    if report.adoption is not None and not _may_be_confirmed(report.adoption):
        raise impossible(
            f"The report was adopted in session and not ad referendum (entry {report.adoption.entry.number}).",
            "Nothing needs to be confirmed.",
        )
    return ReportConfirmed(entry=entry, at_meeting=at_meeting, taken=taken)


def _may_be_confirmed(adoption: ReportAdopted) -> bool:
    return adoption.ad_referendum or adoption.taken.out_of_session


@act
def entrust_report(
    schedule: Schedule,
    sittings: Sittings,
    report: Report,
    entry: Entry,
    context: Context,
    *,
    to: str,
    assisted_by: str | None = None,
) -> ReportEntrusted:
    """Entrust an officer with the finalization of the report."""
    del context
    must_be_open(schedule, sittings)
    office = normal(to).removeprefix("the ")
    if office.casefold() in {one.casefold() for one in report.entrusted}:
        raise impossible(f"The {office} is entrusted with it already.", "Nothing needs to be done.")
    if report.finalized is not None:
        raise impossible(f"The report was finalized (entry {report.finalized.number}).", "Nothing needs to be done.")
    return ReportEntrusted(entry=entry, to=office, assisted_by=None if assisted_by is None else normal(assisted_by))


@act
def finalize_report(schedule: Schedule, report: Report, entry: Entry, context: Context) -> ReportFinalized:
    """Record that the text was finalized by whoever was entrusted with it."""
    del context
    must_stand(schedule)
    must_be_adopted(report)
    if not report.entrusted:
        raise impossible("Nobody was entrusted with the report.", "First: nemcon report entrust Rapporteur")
    if report.finalized is not None:
        raise impossible(
            f"The report was finalized already (entry {report.finalized.number}).", "Nothing needs to be done."
        )
    return ReportFinalized(entry=entry)


def remarks_on_adoption(report: Report) -> Iterator[str]:
    """What is unusual when the report is adopted as a whole: sections that were passed over."""
    left = [one for one in report.sections if one not in report.adopted_sections]
    if report.adopted_sections and left:
        yield f"Not adopted before the whole: section{'s' if len(left) > 1 else ''} {', '.join(left)}."


def remarks_on_trust(officers: Officers, to: str) -> Iterator[str]:
    """What is unusual when the report is entrusted: an office that nobody holds in the record."""
    if to.casefold() not in {one.casefold() for one in (*officers.offices, "the Secretariat", "Secretariat")}:
        yield f"No {to} was elected as far as the record knows."
