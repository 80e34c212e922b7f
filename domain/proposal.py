"""A proposal: a draft or an amendment, from its submission to the action that the body takes on it.

Its key is the symbol under which it was first submitted; a revision has a symbol of its own and stays the same
proposal. What a proposal became, once adopted, is told by the text that names it; one that is not adopted keeps its
symbol. Whether a proposal is still before the
body is asked in `domain.pending`; its acts stand in `domain.proposing`, the action in `domain.putting`.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal, Self, assert_never

from domain.act import Fact
from domain.business import ActStruck
from domain.evolving import replace
from domain.late import dataclass
from domain.rounds import CirculatedText
from domain.values import Distribution, Entry, LocalizedText, Taken

KIND = "proposal"

Draft = Literal["resolution", "decision", "amendment"]
ActionOutcome = Literal["adopted", "rejected", "no_action"]


@dataclass(frozen=True, kw_only=True)
class ProposalSubmitted(Fact):
    """A draft was submitted to a meeting, or an amendment to what was submitted before.

    `meeting` is the natural key of the meeting. `to` is the first symbol of what an amendment would amend, `to_symbol`
    the one that went by on that day. `items` are the items it falls under, by identity, and `numbers` what they were
    called on that day.
    """

    TOPIC: ClassVar[str] = "ProposalSubmitted"
    symbol: str
    draft: Draft
    title: LocalizedText | None
    meeting: str
    body: str
    body_short: str
    items: tuple[str, ...]
    numbers: tuple[str, ...]
    to: str | None
    to_symbol: str | None
    sponsors: tuple[str, ...]
    texts: tuple[CirculatedText, ...]


@dataclass(frozen=True, kw_only=True)
class ProposalRevised(Fact):
    """The sponsors revised their proposal: orally, in the words of `text`, or in a paper under `symbol`."""

    TOPIC: ClassVar[str] = "ProposalRevised"
    symbol: str | None
    text: str | None
    texts: tuple[CirculatedText, ...]


@dataclass(frozen=True, kw_only=True)
class ProposalAmended(Fact):
    """The body itself amended a proposal orally, before it acted on it."""

    TOPIC: ClassVar[str] = "ProposalAmended"
    text: str
    taken: Taken
    sitting: int | None
    resumed: bool


@dataclass(frozen=True, kw_only=True)
class ProposalSponsored(Fact):
    """Delegations joined the sponsors."""

    TOPIC: ClassVar[str] = "ProposalSponsored"
    sponsors: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SponsorshipWithdrawn(Fact):
    """Delegations left the sponsors."""

    TOPIC: ClassVar[str] = "SponsorshipWithdrawn"
    sponsors: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ProposalWithdrawn(Fact):
    """The sponsors withdrew the proposal. Nobody decides it."""

    TOPIC: ClassVar[str] = "ProposalWithdrawn"


@dataclass(frozen=True, kw_only=True)
class ProposalReintroduced(Fact):
    """A proposal that had been withdrawn was introduced again, by these sponsors."""

    TOPIC: ClassVar[str] = "ProposalReintroduced"
    sponsors: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class BudgetImplicationsRead(Fact):
    """A statement of the programme budget implications was read out; `document` is its symbol, where it has one."""

    TOPIC: ClassVar[str] = "BudgetImplicationsRead"
    document: str | None
    sitting: int | None
    resumed: bool


@dataclass(frozen=True, kw_only=True)
class ProposalPut(Fact):
    """The proposal was put to the body, which took action on it.

    `amendments` are those submitted to it, by their first symbols, and `amended` those of them that had been adopted,
    by the symbols they went by. `silence` is the natural key of the silence procedure under which it was adopted,
    `sitting` the plenary meeting, in its `resumed` part or not; `en_bloc` is True where several were put by one gavel.

    `at_meeting` is the natural key of another meeting than that to which it was submitted, as the plenary to which
    a committee recommended it; `body` is that meeting's, and `body_short` what a report calls it. All three are None
    where the meeting acted to which it was submitted.
    """

    TOPIC: ClassVar[str] = "ProposalPut"
    outcome: ActionOutcome
    taken: Taken
    amendments: tuple[str, ...]
    amended: tuple[str, ...]
    silence: str | None
    sitting: int | None
    resumed: bool
    en_bloc: bool
    at_meeting: str | None
    body: str | None
    body_short: str | None


ProposalFact = (
    ProposalSubmitted
    | ProposalRevised
    | ProposalAmended
    | ProposalSponsored
    | SponsorshipWithdrawn
    | ProposalWithdrawn
    | ProposalReintroduced
    | BudgetImplicationsRead
    | ProposalPut
    | ActStruck
)


@dataclass(frozen=True)
class Sponsor:
    """A delegation that sponsors a proposal; `restricted` where the act that says so is."""

    name: str
    restricted: bool = False


@dataclass(frozen=True)
class Proposal:
    """What the rules need to know of a proposal. The first of its symbols is its key, the last the one it goes by.

    `actions` are that of the meeting to which it was submitted, and those of others, as a plenary's on the same draft.
    """

    submitted: ProposalSubmitted | None = None
    symbols: tuple[str, ...] = ()
    sponsors: tuple[Sponsor, ...] = ()
    orally_revised: bool = False
    orally_amended: bool = False
    implications: tuple[str | None, ...] = ()
    withdrawn: Entry | None = None
    actions: tuple[ProposalPut, ...] = ()

    @property
    def action(self) -> ProposalPut | None:
        """The last action taken on it."""
        return self.actions[-1] if self.actions else None

    def action_of(self, meeting: str) -> ProposalPut | None:
        """The action that a meeting took on it, by its natural key."""
        return next((one for one in self.actions if self._meeting(one) == meeting), None)

    def _meeting(self, action: ProposalPut) -> str | None:
        return action.at_meeting or (self.submitted.meeting if self.submitted else None)

    def of_body(self, body: str) -> ProposalPut | None:
        """The last action that a body took on it."""
        own = self.submitted.body if self.submitted else None
        return next((one for one in self.actions[::-1] if (one.body or own) == body), None)

    @property
    def recommended_by(self) -> str | None:
        """Which body adopted it last, as another one acts on it: the Third Committee."""
        if not self.adopted or self.action is None or self.submitted is None:
            return None
        return self.action.body_short or self.submitted.body_short

    @property
    def called(self) -> str:
        """Draft resolution A/76/L.40, or the amendment A/76/L.33 to A/76/L.31, within a sentence."""
        if self.submitted is None or self.submitted.to_symbol is None:
            return f"draft {self.submitted.draft if self.submitted else 'resolution'} {self.symbol}"
        return f"the amendment {self.symbol} to {self.submitted.to_symbol}"

    @property
    def symbol(self) -> str:
        """The symbol it goes by."""
        return self.symbols[-1] if self.symbols else "?"

    @property
    def pending(self) -> bool:
        """Whether the body may still act on it."""
        return self.submitted is not None and self.withdrawn is None and self.action is None

    @property
    def adopted(self) -> bool:
        """Whether the body adopted it."""
        return self.action is not None and self.action.outcome == "adopted"

    def sponsored_by(self, name: str) -> bool:
        """Whether that delegation is among the sponsors, however it is typed."""
        return any(one.name.casefold() == name.casefold() for one in self.sponsors)

    def part(self, kind: type[Any]) -> Self:
        """The proposal itself: it has no parts."""
        del kind
        return self


def evolve(proposal: Proposal, fact: ProposalFact) -> Proposal:  # noqa: C901 - one branch a fact, read as a list
    """The proposal after `fact`."""
    match fact:
        case ProposalSubmitted():
            sponsors = tuple(_sponsor(name, fact.entry) for name in fact.sponsors)
            return replace(proposal, submitted=fact, symbols=(fact.symbol,), sponsors=sponsors)
        case ProposalRevised():
            # A paper takes in what was revised orally before.
            paper = () if fact.symbol is None else (fact.symbol,)
            return replace(proposal, symbols=(*proposal.symbols, *paper), orally_revised=not paper)
        case ProposalAmended():
            return replace(proposal, orally_amended=True)
        case ProposalSponsored():
            joined = tuple(_sponsor(name, fact.entry) for name in fact.sponsors)
            return replace(proposal, sponsors=(*proposal.sponsors, *joined))
        case SponsorshipWithdrawn():
            left = {name.casefold() for name in fact.sponsors}
            return replace(
                proposal, sponsors=tuple(one for one in proposal.sponsors if one.name.casefold() not in left)
            )
        case ProposalWithdrawn():
            return replace(proposal, withdrawn=fact.entry)
        case ProposalReintroduced():
            sponsors = tuple(_sponsor(name, fact.entry) for name in fact.sponsors)
            return replace(proposal, withdrawn=None, sponsors=sponsors)
        case BudgetImplicationsRead():
            return replace(proposal, implications=(*proposal.implications, fact.document))
        case ProposalPut():
            return replace(proposal, actions=(*proposal.actions, fact))
        case ActStruck():
            return proposal
        case _:
            assert_never(fact)


def _sponsor(name: str, entry: Entry) -> Sponsor:
    return Sponsor(name, restricted=entry.distribution is Distribution.RESTRICTED)
