"""What was adopted becomes a text with a number: an adopted draft, or a text on which silence was not broken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.context import Context
from domain.days import dated, long_day
from domain.late import dataclass
from domain.pending import must_be_submitted
from domain.proposal import Proposal, ProposalPut
from domain.rules import impossible
from domain.silence import SilenceProcedure, must_be_announced
from domain.values import LocalizedText, Mode
from domain.wording import capital, the


@dataclass(frozen=True, kw_only=True)
class Adoption:
    """How a text was adopted: under which title, on which day, in which mode, by which silence procedure.

    `exact` is False where the papers may print another day of adoption: that on which silence was announced.
    """

    title: LocalizedText | None
    day: date
    how: Mode
    silence: str | None
    exact: bool


def adoption(
    body: str, proposal: str | None, silence: str | None, adopted: date | None, context: Context
) -> Adoption | None:
    """How the text of a body that came from this proposal or this silence procedure was adopted; None without either.

    `adopted` is the day as it is said.

    Refused: what was not acted on, was rejected or withdrawn, an amendment, and silence that was broken.
    """
    if proposal is not None:
        return _of_draft(context.state("proposal", proposal), body, silence, adopted, context)
    if silence is not None:
        return by_silence(context.state("silence", silence), silence)
    return None


def _of_draft(proposal: Proposal, body: str, silence: str | None, adopted: date | None, context: Context) -> Adoption:
    submitted = must_be_submitted(proposal)
    own = proposal.of_body(body)
    action = own or proposal.action
    called = capital(proposal.called)
    # The record: an amendment becomes a part of what it amends.
    if submitted.to is not None:
        raise impossible(f"{called} becomes no text of its own.", f"Name what it amended: --proposal {submitted.to}")
    if proposal.withdrawn is not None:
        raise impossible(
            f"{called} was withdrawn (entry {proposal.withdrawn.number}), and becomes no resolution.",
            f"See it: nemcon proposal show {proposal.symbol}",
        )
    # The record: only what was adopted has a number of its own.
    if action is None:
        raise impossible(
            f"No action was taken on {proposal.called}.", f"First: nemcon proposal put {proposal.symbol} --at WHEN"
        )
    if action.outcome != "adopted":
        entry = action.entry
        raise impossible(
            f"{called} was put on {dated(entry)} and not adopted; it keeps its symbol and becomes no resolution.",
            f"If that entry is wrong: nemcon correct {entry.number} proposal put {proposal.symbol} ...",
        )
    if own is None and silence is not None:
        return replace(by_silence(context.state("silence", silence), silence), title=submitted.title)
    if own is None:
        return _recommended(proposal, action, submitted.title, body, adopted)
    # The record: a text is adopted once, in one way.
    if silence is not None and silence != action.silence:
        raise impossible(
            f"{called} was not adopted by the silence procedure {silence.rpartition(' ')[2]} (entry "
            f"{action.entry.number}).",
            "Leave out --silence.",
        )
    if action.silence is not None:
        stood = by_silence(context.state("silence", action.silence), action.silence)
        return Adoption(title=submitted.title, day=stood.day, how=Mode.SILENCE, silence=action.silence, exact=False)
    return Adoption(
        title=submitted.title, day=action.entry.occurred.day, how=action.taken.how, silence=None, exact=True
    )


def _recommended(
    proposal: Proposal, action: ProposalPut, title: LocalizedText | None, body: str, adopted: date | None
) -> Adoption:
    """A body adopted what another one had recommended to it, on a day and in a mode that only the text itself tells."""
    by, on = capital(the(proposal.recommended_by or "body")), long_day(action.entry.occurred.day)
    # The record: a committee's action is not that of the body to which it reports.
    if adopted is None:
        raise impossible(
            f"{by} adopted {proposal.called} on {on}; it is not said when {body} did.",
            f"Add --adopted DATE; or record that action: nemcon proposal put {proposal.symbol} --at-meeting KEY",
        )
    # The record: a recommendation comes before the action on it.
    if adopted < action.entry.occurred.day:
        raise impossible(
            f"{by} adopted {proposal.called} on {on}, and {body} cannot have adopted it on {long_day(adopted)}.",
            "Give the day on which the plenary adopted it, or correct the entry that records the action.",
        )
    return Adoption(title=title, day=adopted, how=Mode.UNKNOWN, silence=None, exact=True)


def by_silence(silence: SilenceProcedure, key: str) -> Adoption:
    """How the text was adopted on which silence was not broken. Refused while that has not been announced."""
    must_be_announced(silence, key)
    if silence.outcome != "adopted":
        raise impossible(
            f"Silence on {silence.key} was broken; nothing was adopted by it.",
            f"See what was received: nemcon history silence {silence.key}",
        )
    return Adoption(title=None, day=day_of(silence), how=Mode.SILENCE, silence=key, exact=False)


def day_of(silence: SilenceProcedure) -> date:
    """The day of an adoption by silence: as announced by the rules of the body, else when the deadline passed."""
    if silence.adopted_on is not None:
        return silence.adopted_on
    if silence.deadline is not None:
        return silence.deadline.local.date()
    return silence.agreed.occurred.day if silence.agreed else date.min


def on_the_day(found: Adoption, said: date | None) -> date:
    """The day of adoption: as said where that can be, else as found.

    Refused: another day than that of the action in the room, or one before the deadline of the silence.
    """
    if said is None:
        return found.day
    # The record: the day of an action is the day on which it was taken.
    if said < found.day or (found.exact and said != found.day):
        raise impossible(
            f"The text was adopted on {long_day(found.day)}, not on {long_day(said)}.",
            "Leave out --adopted, or correct the entry that records the adoption.",
        )
    return said


def in_the_mode(found: Adoption, said: Mode) -> Mode:
    """The mode of the adoption: as found, or as said where none was recorded."""
    # The record: the modes are never merged, nor exchanged.
    if Mode.UNKNOWN not in {said, found.how} and said is not found.how:
        raise impossible(
            f"The text was adopted in the mode {found.how}, not {said}.",
            "Leave out --how, or correct the entry that records the adoption.",
        )
    return said if found.how is Mode.UNKNOWN else found.how
