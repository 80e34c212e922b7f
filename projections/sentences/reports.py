"""The sentences of the report: how it came about, was adopted, and where it went."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from domain.days import long_day
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
from domain.values import Mode
from projections.sentences.room import Room, decided, pursuant, verb
from projections.words import capital, counted, languages, listed, ordinal_word, quoted, the

_Before = ReportDrafted | ReportAmended | ReportSectionAdopted | ReportEntrusted | ReportFinalized
_Outcome = ReportAdopted | ReportNotAdopted | ReportConfirmed


def of_report(room: Room, fact: ReportFact) -> str:
    """How the report came about, and where it went."""
    match fact:
        case ReportIssued():
            return _issued(fact)
        case ReportCorrected():
            only = f", in {languages(fact.languages)} only" if fact.languages else ""
            return f"A corrigendum to {fact.corrects} was issued{only}, as {fact.symbol}"
        case ReportForwarded():
            count = f", with {counted(fact.recommendations, 'recommendation')}," if fact.recommendations else ""
            return f"{room.body} forwarded its report{count} to {fact.to}{pursuant(fact.pursuant_to)}"
        case ReportAdopted() | ReportNotAdopted() | ReportConfirmed():
            return _outcome(room, fact)
        case _:
            return _preparing(room, fact)


def _preparing(room: Room, fact: _Before) -> str:
    match fact:
        case ReportDrafted():
            before = room.before.report
            further = "A further part of the draft report" if before.draft else "The draft report"
            further = f"The draft report of the reconvened {room.says}" if before.whole else further
            sections = f" ({_sections(fact.sections)})" if fact.sections else ""
            return f"{further}, {fact.symbol}{sections}, prepared by {fact.prepared_by}, was circulated"
        case ReportAmended():
            of = f" of section {fact.section}" if fact.section else ""
            return f"Paragraph {fact.paragraph}{of} of the draft report was amended orally: {quoted(fact.text)}"
        case ReportSectionAdopted():
            orally = ", as orally amended," if fact.section in room.before.report.amended else ""
            adopted = verb(fact.taken, "adopted", "to adopt")
            return decided(f"{room.body} {adopted} section {fact.section} of its draft report{orally}", fact.taken)
        case ReportEntrusted():
            to = the(fact.to)
            helped = f", with the assistance of {fact.assisted_by}" if fact.assisted_by else ""
            return f"{room.body} entrusted {to} with the finalization of its report{helped}"
        case ReportFinalized():
            trusted = room.before.report.entrusted
            return f"{capital(the(trusted[-1])) if trusted else room.body} finalized the report"
        case _:
            assert_never(fact)


def _sections(names: tuple[str, ...]) -> str:
    return f"section{'s' if len(names) > 1 else ''} {listed(names)}"


def _outcome(room: Room, fact: _Outcome) -> str:
    at = f"At {fact.at_meeting.rpartition(' ')[2]}, {room.the_body}" if fact.at_meeting else room.body
    report = room.before.report
    match fact:
        case ReportAdopted():
            # The procedure named stands for the mode.
            taken = replace(fact.taken, how=Mode.UNKNOWN) if fact.silence else fact.taken
            comma = "," if taken.out_of_session else ""
            return decided(f"{at} {_adopted(room, fact)}{comma}", taken)
        case ReportNotAdopted() if report.pending:
            return decided(f"{at} did not confirm the adoption of {_reported(room, fact)}", fact.taken)
        case ReportNotAdopted():
            return decided(f"{at} did not adopt {_reported(room, fact)}", fact.taken)
        case ReportConfirmed():
            return _confirmed(room, fact, at)
        case _:
            assert_never(fact)


def _reported(room: Room, fact: _Outcome) -> str:
    """The report on its meeting; where another meeting decides, on its seventeenth meeting."""
    ordinal = room.scheduled.ordinal if room.scheduled and fact.at_meeting else None
    again = "reconvened " if room.before.report.reconvened else ""
    return f"the report on its {again}{f'{ordinal_word(ordinal)} ' if ordinal else ''}{room.says}"


def _confirmed(room: Room, fact: ReportConfirmed, at: str) -> str:
    """By a meeting, or by the capitals, each for itself."""
    adoption = room.before.report.adoption
    when = f", on {long_day(adoption.entry.occurred.day)}," if adoption else ""
    what = f"the adoption {_way(adoption)}{when} of {_reported(room, fact)}"
    if fact.at_meeting is None and fact.taken.how is Mode.UNKNOWN:
        return f"{capital(what)} was confirmed"
    return decided(f"{at} {verb(fact.taken, 'confirmed', 'to confirm')} {what},", fact.taken)


def _way(adoption: ReportAdopted | None) -> str:
    if adoption is None or adoption.ad_referendum:
        return "ad referendum"
    return "by silence" if adoption.taken.how is Mode.SILENCE else "by correspondence"


def _adopted(room: Room, fact: ReportAdopted) -> str:
    """Adopted the report on its meeting; the draft report as a whole, where sections were adopted before."""
    before, adopted = room.before.report, verb(fact.taken, "adopted", "to adopt")
    orally = ", as orally amended," if before.amended else ""
    reserve = ", ad referendum," if fact.ad_referendum else ""
    outline = "an outline of " if fact.extent == "outline" else ""
    whole = " as a whole" if before.adopted_sections and not outline else ""
    what = f"{outline}{_reported(room, fact)}{whole}"
    by = f" under the silence procedure {fact.silence.rpartition(' ')[2]}" if fact.silence else ""
    return f"{adopted} {what}{orally}{reserve.removeprefix(',') if orally else reserve}{by}"


def _issued(fact: ReportIssued) -> str:
    what = f"The part of the report {quoted(fact.part)}" if fact.part else "The report"
    how = " in advance, unedited," if fact.advance else ""
    dated = f", dated {long_day(fact.issued)}" if fact.issued != fact.entry.occurred.day else ""
    also = f", also as {listed(fact.also)}" if fact.also else ""
    was = "reissued" if fact.symbol.endswith("*") else "issued"
    return f"{what} was {was}{how} as {fact.symbol}{also}{dated}"
