"""A resolution or a decision with a text of its own: its title, what it decided, and how it rests on others.

Its key is body, kind, first number and part: resolution 7/1 of the UNTOC Conference and resolution 7/1 of the UNCAC
Conference are two.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, Literal, Self, assert_never

from domain.act import Fact, act
from domain.becoming import adoption, in_the_mode, on_the_day
from domain.business import ActStruck
from domain.context import Context
from domain.evolving import replace
from domain.rules import impossible
from domain.values import Entry, LocalizedText, Mode

KIND = "resolution"

TextKind = Literal["resolution", "decision"]
Modality = Literal["decided", "encouraged", "requested"]


class Relation(StrEnum):
    """How one text bears on another, normalized: "also" and "further" only vary repetition."""

    RECALLS = "recalls"
    REAFFIRMS = "reaffirms"
    TAKES_NOTE = "takes note of"
    WELCOMES = "welcomes"
    FOLLOWS = "follows"
    IMPLEMENTS = "implements"
    ESTABLISHES = "establishes"
    EXTENDS = "extends"
    AMENDS = "amends"
    SUPERSEDES = "supersedes"
    RESCINDS = "rescinds"


@dataclass(frozen=True, kw_only=True)
class TextRef:
    """A resolution or decision by its body, kind and number: `UNTOC-COP`, resolution, `7/1`."""

    body: str
    kind: TextKind
    number: str

    def __str__(self) -> str:
        return f"{self.body} {self.kind} {self.number}"


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
    """The text bears on another one: in which paragraph, in which words, according to which source."""

    TOPIC: ClassVar[str] = "ResolutionRelated"
    relation: Relation
    other: TextRef
    paragraph: str | None
    phrase: str | None
    source: str | None
    verified: bool


ResolutionFact = ResolutionRecorded | ResolutionRelated | ResolutionRenumbered | ActStruck


@dataclass(frozen=True)
class Resolution:
    """What the rules need to know of a text. Its key is `ref`, for ever; it may go by another number since."""

    ref: TextRef | None = None
    renumbered: TextRef | None = None
    drafts: tuple[str, ...] = ()
    symbol: str | None = None
    cited_only: bool = False
    relations: frozenset[tuple[Relation, str]] = frozenset()

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
    # The record: a number is issued once. A citation is later than the text it cites, whichever is entered first.
    if resolution.ref is not None and cited_only == resolution.cited_only:
        raise impossible(f"{ref} is in the record already.", f'See it: nemcon lineage "{ref.body} {ref.number}"')
    if context.body(ref.body) is None:
        raise impossible(f"The body {ref.body} is not in the register.", f"First: nemcon body add {ref.body} NAME")
    if (found := adoption(proposal, silence, context)) is not None:
        title, adopted = title or found.title, on_the_day(found, adopted)
        how, silence = in_the_mode(found, how), found.silence
    if not cited_only and title is None:
        raise impossible(
            f"{ref} needs its title.", f"If only a citation is known: nemcon resolution cited {ref.number}"
        )
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


@act
def relate(
    resolution: Resolution,
    entry: Entry,
    context: Context,
    *,
    relation: Relation,
    other: TextRef,
    paragraph: str | None = None,
    phrase: str | None = None,
    source: str | None = None,
    verified: bool = True,
) -> ResolutionRelated:
    """Record that the text recalls, reaffirms, amends ... another one. The other need not be in the record."""
    del context
    if resolution.ref is None:
        raise impossible("That resolution is not in the record.", "First: nemcon resolution record REF TITLE")
    if resolution.ref == other:
        raise impossible(f"{other} cannot bear on itself.", "Name the other text.")
    if (relation, str(other)) in resolution.relations:
        raise impossible(
            f"That {resolution.ref} {relation} {other} is in the record already.", "Nothing needs to be done."
        )
    return ResolutionRelated(
        entry=entry,
        relation=relation,
        other=other,
        paragraph=paragraph,
        phrase=phrase,
        source=source,
        verified=verified,
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
            )
        case ResolutionRenumbered():
            return replace(resolution, renumbered=fact.ref)
        case ResolutionRelated():
            return replace(resolution, relations=resolution.relations | {(fact.relation, str(fact.other))})
        case ActStruck():
            return resolution
        case _:
            assert_never(fact)
