"""The state of a report as a text: what was drafted, adopted, issued, corrected and forwarded, each with its day."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill
from typing import Any

from domain.days import long_day
from projections.meetings import MeetingView
from projections.report import ReportStatus, ReportView, Step
from projections.words import NOT_OFFICIAL, counted, languages, listed, mode, ordinal_word, quoted, the

_WIDTH = 78
_STATUS = {
    ReportStatus.DRAFTED: "Drafted, not adopted.",
    ReportStatus.PARTLY_ADOPTED: "Adopted in part; not adopted as a whole.",
    ReportStatus.OUTLINE_ADOPTED: "Its outline is adopted.",
    ReportStatus.ADOPTED_AD_REFERENDUM: "Adopted ad referendum, not confirmed.",
    ReportStatus.ADOPTED: "Adopted.",
    ReportStatus.NOT_ADOPTED: "Not adopted.",
}


def text(meeting: MeetingView, report: ReportView, *, why: bool = False) -> str:
    """The state of the report, then a line for each thing that happened to it, by day; `why` names its entry."""
    ordinal = f"{ordinal_word(meeting.ordinal)} " if meeting.ordinal else ""
    heading = f"Report of {the(meeting.body_name)} on its {ordinal}{meeting.says} ({meeting.key})"
    steps = sorted(_told(report), key=lambda told: told[1].day)
    lines = [_line(words, step, why=why) for words, step in steps]
    return "\n\n".join([fill(heading, _WIDTH), *_stands(meeting, report), "\n".join(lines), NOT_OFFICIAL]) + "\n"


def _stands(meeting: MeetingView, report: ReportView) -> Iterator[str]:
    """How far it is; and apart from it, how far that of the reconvened session is."""
    if report.before is None:
        yield _STATUS[report.status]
    else:
        yield from _stands(meeting, report.before)
        yield f"Of the reconvened {meeting.says}: {_STATUS[report.status].lower()}"


def _line(words: str, step: Step, *, why: bool) -> str:
    entry = f"  [#{step.entry}]" if why else ""
    return fill(f"{long_day(step.day)}: {words}.{entry}", _WIDTH, subsequent_indent="    ", break_on_hyphens=False)


def _told(report: ReportView) -> Iterator[tuple[str, Step]]:
    if report.before is not None:
        yield from _told(report.before)
    yield from ((_draft(one), one) for one in report.drafts)
    yield from ((_amendment(one), one) for one in report.amendments)
    yield from ((f"section {name} adopted{_how(one)}", one) for name, one in report.adopted_sections.items())
    yield from ((f"not adopted{_at(one)}{_how(one)}", one) for one in report.rejections)
    yield from ((_adopted(report, one), one) for one in report.adoptions)
    if report.confirmation is not None:
        yield f"the adoption confirmed{_at(report.confirmation)}", report.confirmation
    yield from _afterwards(report)


def _afterwards(report: ReportView) -> Iterator[tuple[str, Step]]:
    yield from ((f"{the(one.detail['to'])} entrusted with its finalization", one) for one in report.entrusted)
    if report.finalized is not None:
        yield "the text finalized", report.finalized
    yield from ((_issued(one), one) for one in report.papers)
    yield from ((_corrigendum(one), one) for one in report.corrigenda)
    yield from ((f"forwarded to {one.detail['to']}", one) for one in report.forwarded)


def _draft(one: Step) -> str:
    names = one.detail["sections"]
    sections = f" (section{'s' if len(names) > 1 else ''} {listed(names)})" if names else ""
    return f"draft {one.detail['symbol']}{sections}, prepared by {one.detail['prepared_by']}"


def _amendment(one: Step) -> str:
    of = f" of section {one.detail['section']}" if one.detail["section"] else ""
    return f"paragraph {one.detail['paragraph']}{of} amended orally: {quoted(one.detail['text'])}"


def _adopted(report: ReportView, one: Step) -> str:
    what = "the outline " if one.detail["extent"] == "outline" else ""
    orally = f", with {counted(len(report.amendments), 'oral amendment')}" if report.amendments else ""
    reserve = ", ad referendum" if one.detail["ad_referendum"] else ""
    by = f" {one.detail['silence'].rpartition(' ')[2]}" if one.detail["silence"] else ""
    return f"{what}adopted{_at(one)}{orally}{reserve}{_how(one)}{by}"


def _at(one: Step) -> str:
    key = one.detail["at_meeting"]
    return f" at {key.rpartition(' ')[2]}" if key else ""


def _how(one: Step) -> str:
    how = mode(one.taken)
    number = f" (decision {one.taken.number})" if one.taken.number else ""
    return f"{f', {how}' if how else ''}{number}"


def _issued(one: Step) -> str:
    part = f"the part {quoted(one.detail['part'])} " if one.detail["part"] else ""
    symbols = listed([one.detail["symbol"], *one.detail["also"]])
    return f"{part}issued{' in advance, unedited,' if one.detail['advance'] else ''} as {symbols}"


def _corrigendum(one: Step) -> str:
    only = f", in {languages(one.detail['languages'])} only" if one.detail["languages"] else ""
    return f"corrigendum {one.detail['symbol']} to {one.detail['corrects']}{only}"


def as_json(meeting: MeetingView, report: ReportView) -> dict[str, Any]:
    """The state of the report as other programs read it."""
    return {
        "meeting": meeting.key,
        "before": None if report.before is None else as_json(meeting, report.before),
        "status": report.status,
        "sections": [{"name": name, "adopted": _json(report.adopted_sections.get(name))} for name in report.sections],
        "drafts": [_json(one) for one in report.drafts],
        "amendments": [_json(one) for one in report.amendments],
        "adopted": _json(report.adoption),
        "not_adopted": [_json(one) for one in report.rejections],
        "confirmed": _json(report.confirmation),
        "entrusted": [_json(one) for one in report.entrusted],
        "finalized": _json(report.finalized),
        "issued": [_json(one) for one in report.papers],
        "corrigenda": [_json(one) for one in report.corrigenda],
        "forwarded": [_json(one) for one in report.forwarded],
    }


def _json(one: Step | None) -> dict[str, Any] | None:
    return None if one is None else {"entry": one.entry, "day": one.day.isoformat(), **one.detail}
