"""A resolution or a decision with a text of its own: its title, what it decided, and how it rests on others.

Its key is body, kind, first number and part: resolution 7/1 of the UNTOC Conference and resolution 7/1 of the UNCAC
Conference are two.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, Literal, Self, assert_never

from domain.act import Fact, act
from domain.becoming import adoption, in_the_mode, on_the_day
from domain.business import ActStruck
from domain.context import Context, must_still_act
from domain.evolving import replace
from domain.late import dataclass
from domain.rules import impossible
from domain.values import Entry, LocalizedText, Mode

KIND = "resolution"

TextKind = Literal["resolution", "decision", "document"]
Modality = Literal["decided", "encouraged", "requested"]


class Relation(StrEnum):
    """How one text bears on another, normalized: "also" and "further" only vary repetition.

    From those that cite, by which nothing changes, to those that act on the other text.
    """

    CITES = "cites"
    RECALLS = "recalls"
    REAFFIRMS = "reaffirms"
    TAKES_NOTE = "takes note of"
    WELCOMES = "welcomes"
    BEARS_IN_MIND = "bears in mind"
    GUIDED_BY = "guided by"
    HAVING_CONSIDERED = "having considered"
    REQUESTS = "requests"
    REITERATES = "reiterates"
    DECIDES = "decides"
    ENDORSES = "endorses"
    APPROVES = "approves"
    PURSUANT_TO = "pursuant to"
    FOLLOWS = "follows"
    IMPLEMENTS = "implements"
    ESTABLISHES = "establishes"
    EXTENDS = "extends"
    RENEWS = "renews"
    AMENDS = "amends"
    CORRECTS = "corrects"
    SUPERSEDES = "supersedes"
    TERMINATES = "terminates"
    RESCINDS = "rescinds"
    ABROGATES = "abrogates"


PROLONGING = (Relation.EXTENDS, Relation.RENEWS)
"""The relations by which the other text stays in effect longer."""


class Part(StrEnum):
    """The part of a text that says so."""

    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    ANNEX = "annex"


@dataclass(frozen=True, kw_only=True)
class TextRef:
    """A resolution or decision by its body, kind and number: `UNTOC-COP`, resolution, `7/1`.

    A paper that is neither (a report that is cited) has the kind `document`, no body, and its symbol as its number.
    """

    body: str
    kind: TextKind
    number: str

    def __str__(self) -> str:
        return f"{self.body} {self.kind} {self.number}" if self.body else f"{self.kind} {self.number}"


@dataclass(frozen=True, kw_only=True)
class Provision:
    """One thing the text decided, encouraged or requested; `partial` marks a quotation that is not complete."""

    modality: Modality
    text: str
    partial: bool = False


@dataclass(frozen=True, kw_only=True)
class ResolutionRecorded(Fact):
    """A text entered the record. `source` says where it was seen; `verified` is False for hearsay.

    `cited_only` marks a text known by citation alone: its title and day may be missing. `proposal` is the first symbol
    of the draft it was, `silence` the natural key of the silence procedure by which it was adopted.
    """

    TOPIC: ClassVar[str] = "ResolutionRecorded"
    ref: TextRef
    title: LocalizedText | None
    adopted: date | None
    how: Mode
    symbol: str | None
    decided: tuple[Provision, ...]
    cited_only: bool
    source: str | None
    verified: bool
    proposal: str | None
    silence: str | None


@dataclass(frozen=True, kw_only=True)
class ResolutionRenumbered(Fact):
    """The number of the text became that of its first part, `ref`, when the part numbered `part` was adopted."""

    TOPIC: ClassVar[str] = "ResolutionRenumbered"
    ref: TextRef
    part: str


@dataclass(frozen=True, kw_only=True)
class ResolutionRelated(Fact):
    """The text bears on another one: in which place and words, in part or wholly, according to which source.

    `cited_as` is the number as the text prints it; `until` the last day to which it extends or renews the other.
    """

    TOPIC: ClassVar[str] = "ResolutionRelated"
    relation: Relation
    other: TextRef
    part: Part | None
    paragraph: str | None
    footnote: bool
    phrase: str | None
    cited_as: str | None
    in_part: str | None
    until: date | None
    source: str | None
    verified: bool

    @property
    def link(self) -> Link:
        """What tells this relation from the others of the text."""
        return (self.relation, str(self.other), self.part, self.paragraph, self.footnote, self.phrase, self.in_part)


Link = tuple[Relation, str, Part | None, str | None, bool, str | None, str | None]


@dataclass(frozen=True, kw_only=True)
class ResolutionEffectStated(Fact):
    """From which day, and until which, the text has effect. Of each, what is stated last stands."""

    TOPIC: ClassVar[str] = "ResolutionEffectStated"
    begins: date | None
    ends: date | None
    source: str | None
    verified: bool


@dataclass(frozen=True, kw_only=True)
class ResolutionReissued(Fact):
    """The text was printed again under the same symbol, in all languages where none is named."""

    TOPIC: ClassVar[str] = "ResolutionReissued"
    symbol: str
    reason: str | None
    languages: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ResolutionTitled(Fact):
    """The title of the text in a language in which it was not known."""

    TOPIC: ClassVar[str] = "ResolutionTitled"
    language: str
    title: str


ResolutionFact = (
    ResolutionRecorded
    | ResolutionRelated
    | ResolutionEffectStated
    | ResolutionReissued
    | ResolutionTitled
    | ResolutionRenumbered
    | ActStruck
)


@dataclass(frozen=True)
class Resolution:
    """What the rules need to know of a text. Its key is `ref`, for ever; it may go by another number since."""

    ref: TextRef | None = None
    renumbered: TextRef | None = None
    drafts: tuple[str, ...] = ()
    symbol: str | None = None
    cited_only: bool = False
    relations: frozenset[Link] = frozenset()
    effect: tuple[date | None, date | None] | None = None
    languages: frozenset[str] = frozenset()

    def part(self, kind: type[Any]) -> Self:
        """The resolution itself: it has no parts."""
        del kind
        return self


@act
def record_resolution(
    resolution: Resolution,
    entry: Entry,
    context: Context,
    *,
    ref: TextRef,
    title: LocalizedText | None = None,
    adopted: date | None = None,
    how: Mode = Mode.UNKNOWN,
    symbol: str | None = None,
    decided: tuple[Provision, ...] = (),
    cited_only: bool = False,
    source: str | None = None,
    verified: bool = True,
    proposal: str | None = None,
    silence: str | None = None,
) -> ResolutionRecorded:
    """Enter a text in the record; one known so far by citation only may be completed once."""
    # The record: only what a body adopted has a number of its own; papers are listed under an item.
    if ref.kind == "document":
        raise impossible(f"{ref.number} is a paper, not a resolution.", "List it: nemcon document list ITEM SYMBOL")
    # The record: a number is issued once. A citation is later than the text it cites, whichever is entered first.
    if resolution.ref is not None and cited_only == resolution.cited_only:
        raise impossible(f"{ref} is in the record already.", f'See it: nemcon lineage "{ref.body} {ref.number}"')
    body = context.body(ref.body)
    if body is None:
        raise impossible(f"The body {ref.body} is not in the register.", f"First: nemcon body add {ref.body} NAME")
    if (found := adoption(ref.body, proposal, silence, adopted, context)) is not None:
        title, adopted = title or found.title, on_the_day(found, adopted)
        how, silence = in_the_mode(found, how), found.silence
    # The record: a body adopts nothing after its end; what it adopted before may be numbered later.
    if body.discontinued is not None and adopted is not None and adopted > body.discontinued.occurred.day:
        must_still_act(body)
    return ResolutionRecorded(
        entry=entry,
        ref=ref,
        title=title,
        adopted=adopted,
        how=how,
        symbol=symbol,
        decided=decided,
        cited_only=cited_only,
        source=source,
        verified=verified,
        proposal=proposal,
        silence=silence,
    )


def evolve(resolution: Resolution, fact: ResolutionFact) -> Resolution:
    """The text after `fact`."""
    match fact:
        case ResolutionRecorded():
            return replace(
                resolution,
                ref=fact.ref,
                symbol=fact.symbol or resolution.symbol,
                cited_only=fact.cited_only and (resolution.ref is None or resolution.cited_only),
                drafts=(*resolution.drafts, *([fact.proposal] if fact.proposal else [])),
                languages=resolution.languages | set(fact.title.texts if fact.title else ()),
            )
        case ResolutionRenumbered():
            return replace(resolution, renumbered=fact.ref)
        case ResolutionRelated():
            return replace(resolution, relations=resolution.relations | {fact.link})
        case ResolutionEffectStated():
            begins, ends = resolution.effect or (None, None)
            return replace(resolution, effect=(fact.begins or begins, fact.ends or ends))
        case ResolutionReissued():
            return replace(resolution, symbol=fact.symbol)
        case ResolutionTitled():
            return replace(resolution, languages=resolution.languages | {fact.language})
        case ActStruck():
            return resolution
        case _:
            assert_never(fact)
