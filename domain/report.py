"""The report of the meeting: what is recorded of it. It becomes the only memory.

Its acts stand in `domain.reporting` (drafted, amended, adopted) and in `domain.publishing` (issued, corrected,
forwarded).
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal, assert_never

from domain.act import Fact
from domain.evolving import replace
from domain.late import dataclass
from domain.rules import impossible
from domain.values import Basis, Entry, Language, Taken

Extent = Literal["whole", "outline"]


@dataclass(frozen=True, kw_only=True)
class ReportDrafted(Fact):
    """A draft of the report was circulated under its symbol, or a key where it has none.

    A further part (`/Add.1`) is one more such fact. `sections` are the chapters it holds, where they are known.
    """

    TOPIC: ClassVar[str] = "ReportDrafted"
    symbol: str
    prepared_by: str
    sections: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ReportAmended(Fact):
    """A paragraph of the draft was amended orally; it takes effect with the adoption."""

    TOPIC: ClassVar[str] = "ReportAmended"
    section: str | None
    paragraph: str
    text: str


@dataclass(frozen=True, kw_only=True)
class ReportSectionAdopted(Fact):
    """The body adopted one section of its draft report, before the whole."""

    TOPIC: ClassVar[str] = "ReportSectionAdopted"
    section: str
    taken: Taken


@dataclass(frozen=True, kw_only=True)
class ReportAdopted(Fact):
    """The body adopted its report, with the oral amendments made: the whole, or an outline to be completed.

    `at_meeting` is the later meeting that adopted it, `silence` the procedure that did: each by its natural key.
    """

    TOPIC: ClassVar[str] = "ReportAdopted"
    extent: Extent
    ad_referendum: bool
    at_meeting: str | None
    silence: str | None
    taken: Taken


@dataclass(frozen=True, kw_only=True)
class ReportNotAdopted(Fact):
    """The body did not adopt its report, or did not confirm an adoption ad referendum."""

    TOPIC: ClassVar[str] = "ReportNotAdopted"
    at_meeting: str | None
    taken: Taken


@dataclass(frozen=True, kw_only=True)
class ReportConfirmed(Fact):
    """An adoption ad referendum, or out of session, was confirmed. It is no second adoption."""

    TOPIC: ClassVar[str] = "ReportConfirmed"
    at_meeting: str | None
    taken: Taken


@dataclass(frozen=True, kw_only=True)
class ReportEntrusted(Fact):
    """An officer, by office and never by name, was entrusted with the finalization of the report."""

    TOPIC: ClassVar[str] = "ReportEntrusted"
    to: str
    assisted_by: str | None


@dataclass(frozen=True, kw_only=True)
class ReportFinalized(Fact):
    """Who was entrusted with it finalized the text."""

    TOPIC: ClassVar[str] = "ReportFinalized"


@dataclass(frozen=True, kw_only=True)
class ReportIssued(Fact):
    """The report, or `part` of it, was issued under its symbol: unedited in advance, or in its final form.

    `also` are further symbols of the same paper, where it goes to several organs.
    """

    TOPIC: ClassVar[str] = "ReportIssued"
    symbol: str
    issued: date
    advance: bool
    part: str | None
    also: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ReportCorrected(Fact):
    """A corrigendum was issued to a paper of the report: in all languages, or in those named only."""

    TOPIC: ClassVar[str] = "ReportCorrected"
    symbol: str
    corrects: str
    languages: tuple[Language, ...]


@dataclass(frozen=True, kw_only=True)
class ReportForwarded(Fact):
    """The report, with the recommendations agreed, was forwarded to another body."""

    TOPIC: ClassVar[str] = "ReportForwarded"
    to: str
    recommendations: int
    pursuant_to: tuple[Basis, ...]


ReportFact = (
    ReportDrafted
    | ReportAmended
    | ReportSectionAdopted
    | ReportAdopted
    | ReportNotAdopted
    | ReportConfirmed
    | ReportEntrusted
    | ReportFinalized
    | ReportIssued
    | ReportCorrected
    | ReportForwarded
)


@dataclass(frozen=True)
class Report:
    """What the rules need to know of the report.

    `sections` are those drafted, `amended` the sections amended (None where it was not said which), `papers` what was
    issued, True of a symbol issued in advance only. `reconvened` is True of the report of a session that goes on.
    """

    drafts: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    amended: tuple[str | None, ...] = ()
    adopted_sections: tuple[str, ...] = ()
    adoption: ReportAdopted | None = None
    confirmed: Entry | None = None
    entrusted: tuple[str, ...] = ()
    finalized: Entry | None = None
    papers: tuple[tuple[str, bool], ...] = ()
    corrigenda: tuple[str, ...] = ()
    forwarded: tuple[str, ...] = ()
    reconvened: bool = False

    @property
    def draft(self) -> str | None:
        """The symbol of the draft, without its further parts."""
        return self.drafts[0] if self.drafts else None

    @property
    def adopted(self) -> Entry | None:
        """The entry by which the report, or its outline, stands adopted."""
        return None if self.adoption is None else self.adoption.entry

    @property
    def whole(self) -> bool:
        """Whether the text as a whole stands adopted, and not its outline alone."""
        return self.adoption is not None and self.adoption.extent == "whole"

    @property
    def pending(self) -> bool:
        """Whether it is adopted ad referendum and not confirmed."""
        return self.adoption is not None and self.adoption.ad_referendum and self.confirmed is None

    @property
    def anew(self) -> Report:
        """What the report of the reconvened session begins with: the papers that were issued stay known."""
        return Report(papers=self.papers, corrigenda=self.corrigenda, reconvened=True)

    @property
    def issued(self) -> str | None:
        """The symbol under which the report was first issued."""
        return self.papers[0][0] if self.papers else None

    def section(self, word: str) -> str | None:
        """The section of the draft that a word names, in whatever case it is typed."""
        return next((one for one in self.sections if one.casefold() == word.casefold()), None)


def must_be_drafted(report: Report) -> str:
    """The symbol of the draft; refused where there is none."""
    if report.draft is None:
        raise impossible("There is no draft report.", "First: nemcon report draft SYMBOL --prepared-by WHO")
    return report.draft


def must_be_adopted(report: Report) -> None:
    """Refuse where the body has not adopted its report."""
    if report.adoption is None:
        raise impossible("The report has not been adopted.", "First: nemcon report adopt")


def evolve(report: Report, fact: ReportFact) -> Report:
    """The report after `fact`."""
    match fact:
        case ReportDrafted() if report.whole:
            return replace(report.anew, drafts=(fact.symbol,), sections=fact.sections)
        case ReportDrafted():
            sections = (*report.sections, *fact.sections)
            return replace(report, drafts=(*report.drafts, fact.symbol), sections=sections)
        case ReportAmended():
            return replace(report, amended=(*report.amended, fact.section))
        case ReportSectionAdopted():
            return replace(report, adopted_sections=(*report.adopted_sections, fact.section))
        case ReportAdopted():
            return replace(report, adoption=fact, confirmed=None)
        case ReportNotAdopted():
            return replace(report, adoption=None)
        case ReportConfirmed():
            return replace(report, confirmed=fact.entry)
        case _:
            return _afterwards(report, fact)


_Afterwards = ReportEntrusted | ReportFinalized | ReportIssued | ReportCorrected | ReportForwarded


def _afterwards(report: Report, fact: _Afterwards) -> Report:
    match fact:
        case ReportEntrusted():
            return replace(report, entrusted=(*report.entrusted, fact.to))
        case ReportFinalized():
            return replace(report, finalized=fact.entry)
        case ReportIssued():
            papers = {**dict(report.papers), **dict.fromkeys((fact.symbol, *fact.also), fact.advance)}
            return replace(report, papers=tuple(papers.items()))
        case ReportCorrected():
            return replace(report, corrigenda=(*report.corrigenda, fact.symbol))
        case ReportForwarded():
            return replace(report, forwarded=(*report.forwarded, fact.to))
        case _:
            assert_never(fact)
