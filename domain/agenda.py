"""The agenda: issued as a provisional paper, amended orally, adopted once, changed afterwards by dated decisions.

Before the adoption, an addition, a deletion, a new title or a move is a *pending oral amendment*: it takes effect
with the adoption, which numbers the list anew. After it, printed numbers are kept and gaps are normal.
"""

from __future__ import annotations

from functools import reduce
from typing import ClassVar, assert_never

from domain.act import Fact
from domain.amendments import (
    Amendment,
    ItemAdded,
    ItemDeleted,
    ItemFootnoted,
    ItemMoved,
    ItemRetitled,
    ItemsMerged,
    ItemSplit,
    ItemWithdrawn,
    PendingAmendmentDropped,
    amended,
)
from domain.evolving import replace
from domain.late import dataclass
from domain.numbers import ItemNumber
from domain.outline import Gone, Line, Outline, outline_of
from domain.provisional import (
    AnyIssue,
    LaterPaper,
    ProvisionalAgendaIssued,
    ProvisionalAgendaRevised,
    SupplementaryAgendaIssued,
)
from domain.rules import impossible
from domain.sittings import Sittings
from domain.values import Entry, Taken


@dataclass(frozen=True, kw_only=True)
class AgendaAdopted(Fact):
    """The agenda was adopted, with the oral amendments pending at that moment.

    `in_abeyance` are the items held in abeyance, `excepted` those that were left out of the adoption. `symbol` is the
    paper that holds the agenda adopted, `allocation` the one with the allocation of its items, adopted by the same
    decision.
    """

    TOPIC: ClassVar[str] = "AgendaAdopted"
    taken: Taken
    in_abeyance: tuple[str, ...] = ()
    excepted: tuple[str, ...] = ()
    symbol: str | None = None
    allocation: str | None = None


@dataclass(frozen=True, kw_only=True)
class AgendaProvisionallyAdopted(Fact):
    """The agenda was adopted provisionally: it fixes the numbers, and may still be adopted finally."""

    TOPIC: ClassVar[str] = "AgendaProvisionallyAdopted"
    taken: Taken
    in_abeyance: tuple[str, ...] = ()
    excepted: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ProvisionalAgendaApplied(Fact):
    """The body began its work on the basis of the provisional agenda, without adopting it."""

    TOPIC: ClassVar[str] = "ProvisionalAgendaApplied"
    taken: Taken


@dataclass(frozen=True, kw_only=True)
class UnderstandingStated(Fact):
    """The Chair stated an understanding, of an item or of the whole agenda; nobody decided it."""

    TOPIC: ClassVar[str] = "UnderstandingStated"
    text: str
    item: str | None


AnyAdoption = AgendaAdopted | AgendaProvisionallyAdopted
AgendaFact = (
    AnyIssue | Amendment | PendingAmendmentDropped | AnyAdoption | ProvisionalAgendaApplied | UnderstandingStated
)


@dataclass(frozen=True)
class Adoption:
    """The adoption: its entry, the amendments that took effect with it, and the sitting at which it was, if known."""

    entry: Entry
    outline: Outline
    amendments: tuple[Amendment, ...]
    sitting: int | None = None
    resumed: bool = False
    in_abeyance: tuple[str, ...] = ()
    symbol: str | None = None
    allocation: str | None = None


@dataclass(frozen=True)
class Agenda:
    """What the rules need to know of the agenda."""

    issued: ProvisionalAgendaIssued | None = None
    later: tuple[LaterPaper, ...] = ()
    provisional: Outline = Outline()
    pending: tuple[Amendment, ...] = ()
    applied: Entry | None = None
    provisionally: Adoption | None = None
    adoption: Adoption | None = None
    current: Outline = Outline()
    understandings: tuple[UnderstandingStated, ...] = ()
    changed: tuple[Amendment, ...] = ()

    @property
    def paper(self) -> AnyIssue | None:
        """The last paper that held the list before its adoption."""
        return self.later[-1] if self.later else self.issued

    @property
    def symbol(self) -> str | None:
        """The symbols of the papers that hold the provisional list: one that replaces those before stands alone."""
        papers: list[AnyIssue | None] = [self.issued]
        for one in self.later:
            papers = [*papers, one] if isinstance(one, SupplementaryAgendaIssued) else [one]
        return " and ".join(one.symbol for one in papers if one is not None and one.symbol) or None

    @property
    def base(self) -> Outline:
        """What pending amendments would change: the list provisionally adopted, or else the provisional one."""
        return self.provisional if self.provisionally is None else self.provisionally.outline

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """What an adoption now would adopt beside the provisional list, a provisional adoption before it included."""
        return (*(self.provisionally.amendments if self.provisionally else ()), *self.pending)

    @property
    def proposed(self) -> Outline:
        """The list with the pending amendments in it, under the numbers it has."""
        outline = self.base
        for amendment in self.pending:
            outline = amended(outline, amendment, keep_numbers=False)
        return outline

    @property
    def in_force(self) -> Outline:
        """The list by whose numbers the room goes: the adopted one as it stands, or before it the proposed one."""
        return self.proposed if self.adoption is None else self.current

    def additional_since(self, item: str) -> Entry | None:
        """The entry that placed an additional item, one of an important and urgent character, on the agenda."""
        for adoption in filter(None, (self.provisionally, self.adoption)):
            if any(_additional(one, item) for one in adoption.amendments):
                return adoption.entry
        return next((one.entry for one in self.changed if _additional(one, item)), None)

    def find(self, word: str) -> str:
        """The identity of the item that `word` names: `2`, `1a`, `p4` (provisional), its title, or itself."""
        must_be_issued(self)
        outline = self.provisional if word[:1] == "p" and word[1:2].isdigit() else self.in_force
        number = word.removeprefix("p")
        line = self.in_force.get(word) or outline.numbered(printed(number)) or self.in_force.entitled(word)
        if line is None or line.deleted:
            raise impossible(
                f"The agenda has no item {printed(number)}." if line is None else f"Item {line.name} was {line.gone}.",
                "See the agenda in force: nemcon agenda show",
            )
        return line.id


def _additional(amendment: Amendment, item: str) -> bool:
    return isinstance(amendment, ItemAdded) and amendment.item == item and amendment.urgent


def printed(number: str) -> str:
    """A typed number as it is printed; what is not a number, as it was typed."""
    try:
        return str(ItemNumber.parse(number))
    except ValueError:
        return number


def must_be_issued(agenda: Agenda) -> None:
    """Refuse where there is no provisional agenda yet."""
    if agenda.issued is None:
        raise impossible(
            "No provisional agenda has been issued.", "First: nemcon import FILE, or nemcon agenda issue FILE"
        )


def must_have(agenda: Agenda, item: str) -> Line:
    """The line of an item that stands; refused where the agenda has none, or it was deleted."""
    must_be_issued(agenda)
    line = agenda.in_force.get(item)
    if line is None and (was := agenda.provisional.get(item)) is not None:
        raise impossible(
            f"Item {was.name} of the provisional agenda is no longer on the list.",
            "See the agenda in force: nemcon agenda show",
        )
    if line is None:  # nobody types an identity: it comes from an act that no longer stands
        raise impossible(
            "The agenda has no such item: what put it there was struck or not accepted.",
            "See the agenda in force: nemcon agenda show",
        )
    if line.deleted:
        raise impossible(f"Item {line.name} was {line.gone}.", "See the agenda in force: nemcon agenda show")
    return line


def evolve(agenda: Agenda, fact: AgendaFact) -> Agenda:
    """The agenda after `fact`."""
    match fact:
        case ProvisionalAgendaIssued() | SupplementaryAgendaIssued() | ProvisionalAgendaRevised():
            return _listed(agenda, fact)
        case (
            ItemAdded()
            | ItemDeleted()
            | ItemWithdrawn()
            | ItemRetitled()
            | ItemMoved()
            | ItemFootnoted()
            | ItemSplit()
            | ItemsMerged()
        ):
            if agenda.adoption is None:
                return replace(agenda, pending=(*agenda.pending, fact))
            current = amended(agenda.current, fact, keep_numbers=True)
            return replace(agenda, current=current, changed=(*agenda.changed, fact))
        case PendingAmendmentDropped():
            kept = tuple(one for one in agenda.pending if one.entry.place != fact.amendment)
            return replace(agenda, pending=kept)
        case AgendaAdopted():
            adoption = _adoption(agenda, fact)
            return replace(agenda, adoption=adoption, current=adoption.outline, pending=())
        case AgendaProvisionallyAdopted():
            return replace(agenda, provisionally=_adoption(agenda, fact), pending=())
        case UnderstandingStated():
            return replace(agenda, understandings=(*agenda.understandings, fact))
        case ProvisionalAgendaApplied():
            return replace(agenda, applied=fact.entry)
        case _:
            assert_never(fact)


def _listed(agenda: Agenda, fact: AnyIssue) -> Agenda:
    """The list that a paper issues, or that it adds to or replaces."""
    listed = outline_of(fact.items)
    if isinstance(fact, ProvisionalAgendaIssued):
        return replace(agenda, issued=fact, provisional=listed)
    if isinstance(fact, SupplementaryAgendaIssued):
        listed = reduce(lambda list_, line: list_.put((line,), line.parent, None), listed.lines, agenda.provisional)
    return replace(agenda, later=(*agenda.later, fact), provisional=listed)


def at_sitting(agenda: Agenda, sittings: Sittings) -> Agenda:
    """The agenda just adopted, with the sitting that was open, or the only one opened on that day."""
    if agenda.adoption is not None:
        return replace(agenda, adoption=_sat(agenda.adoption, sittings))
    if agenda.provisionally is not None:
        return replace(agenda, provisionally=_sat(agenda.provisionally, sittings))
    return agenda


def _sat(adoption: Adoption, sittings: Sittings) -> Adoption:
    part = sittings.on(adoption.entry.occurred.day)
    return adoption if part is None else replace(adoption, sitting=part.number, resumed=part.resumed)


def _adoption(agenda: Agenda, fact: AnyAdoption) -> Adoption:
    outline = _adopted(agenda)
    for item in fact.excepted:
        outline = outline.without(item, Gone.EXCEPTED)
    adoption = Adoption(fact.entry, outline, agenda.amendments, in_abeyance=fact.in_abeyance)
    if isinstance(fact, AgendaProvisionallyAdopted):
        return adoption
    return replace(adoption, symbol=fact.symbol, allocation=fact.allocation)


def _adopted(agenda: Agenda) -> Outline:
    """The list the adoption fixes: numbered anew only where an amendment changed which items there are, or where.

    What was provisionally adopted keeps the numbers that the room has gone by since.
    """
    if agenda.provisionally is not None:
        outline = agenda.provisionally.outline
        for amendment in agenda.pending:
            outline = amended(outline, amendment, keep_numbers=True)
        return outline
    moved = any(not isinstance(one, ItemRetitled | ItemFootnoted) for one in agenda.pending)
    return agenda.proposed.renumbered() if moved else agenda.proposed
