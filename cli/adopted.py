"""What was adopted, that is now recorded as a text with a number: a draft, or a text on which silence stood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cli.drafts import proposal_meant
from cli.errors import Refused
from cli.find import find
from projections.proposals import became

if TYPE_CHECKING:
    from cli.desk import Desk
    from domain.proposal import Proposal
    from domain.resolution import TextRef
    from domain.silence import SilenceProcedure


@dataclass(frozen=True)
class Origin:
    """The keys of the proposal and of the silence procedure, what a draft was to become, and the day of the action."""

    proposal: str | None = None
    silence: str | None = None
    draft: str | None = None
    day: date | None = None


def origin_meant(desk: Desk, symbol: str | None, word: str | None) -> Origin:
    """What was adopted, as it is named on the command line."""
    silence = None if word is None else find(desk.under_way.connection, "silence", word).key
    stood = None if silence is None else _announced(desk.under_way.chapter("silence", silence).state)
    if symbol is None:
        return Origin(silence=silence, day=stood)
    key, proposal = proposal_meant(desk, symbol)
    draft = proposal.submitted.draft if proposal.submitted else None
    return Origin(proposal=key, silence=silence, draft=draft, day=_acted(proposal) or stood)


def _announced(silence: SilenceProcedure) -> date | None:
    entry = silence.announced or silence.agreed
    return None if entry is None else entry.occurred.day


def _acted(proposal: Proposal) -> date | None:
    return None if proposal.action is None else proposal.action.entry.occurred.day


def must_be_its_first(desk: Desk, origin: Origin, text: TextRef) -> None:
    """Refuse a second number for one draft."""
    held = None if origin.proposal is None else became(desk.under_way.connection, origin.proposal)
    if held is not None and held != str(text):
        raise Refused(f"{origin.proposal} became {held} already.", f'See it: nemcon lineage "{held}"')
