"""The sentences of a silence procedure. Who broke the silence stands as a mark."""

from __future__ import annotations

from typing import assert_never

from domain.objections import ObjectionFact, ObjectionRetracted, ObjectionRuled, SilenceBroken
from domain.rounds import (
    CirculatedText,
    Deadline,
    RoundFact,
    SilenceCorrected,
    SilenceExtended,
    SilenceReplaced,
    SilenceResumed,
    SilenceSuspended,
    SilenceWithdrawn,
)
from domain.silence import SilenceAgreed, SilenceAnnounced, SilenceCirculated, SilenceNoted, SilenceProcedure
from domain.values import zone_named
from projections.sentences.room import entry_of
from projections.sentences.seals import mark
from projections.telling import Told
from projections.words import capital, clock, listed, long_day, quoted

_SilenceAct = SilenceAgreed | SilenceCirculated | RoundFact | ObjectionFact | SilenceAnnounced | SilenceNoted


def of_silence(told: Told, fact: _SilenceAct) -> str:
    """How silence was opened, broken, and what came of it."""
    match fact:
        case SilenceAgreed():
            return f"{fact.body} agreed, under the silence procedure, on {quoted(fact.subject)}"
        case SilenceCirculated():
            return _circulated(fact)
        case SilenceAnnounced():
            outcome = "concluded without objection" if fact.outcome == "adopted" else "been broken"
            result = f"was adopted{_adopted_on(told.before, fact)}" if fact.outcome == "adopted" else "was not adopted"
            return f"It was announced that silence had {outcome} and that {quoted(_subject(told))} {result}"
        case SilenceNoted():
            by = f" of {fact.by_meeting.rpartition(' ')[2]}" if fact.by_meeting else ""
            of = f"the outcome of the silence procedure on {quoted(_subject(told))}"
            return f"A plenary meeting{by} took note of {of}"
        case SilenceBroken() | ObjectionRetracted() | ObjectionRuled():
            return _of_objection(told, fact)
        case _:
            return capital(_of_round(quoted(_subject(told)), told.before, fact))


def _adopted_on(silence: SilenceProcedure, fact: SilenceAnnounced) -> str:
    """On which day, where the rules of the body say what makes it."""
    if fact.adopted_on is None:
        return ""
    by_expiry = silence.round is not None and silence.round.adopted_at == "expiry"
    return f" on {long_day(fact.adopted_on)}, {'when silence expired' if by_expiry else 'the day of the announcement'}"


def _of_round(subject: str, before: SilenceProcedure, fact: RoundFact) -> str:
    match fact:
        case SilenceExtended():
            return f"silence on {subject} was extended until {_until(fact.deadline)}"
        case SilenceSuspended():
            return f"silence on {subject} was suspended"
        case SilenceResumed():
            anew = fact.deadline or before.deadline
            return f"silence on {subject} was resumed{f', until {_until(anew)}' if anew else ''}"
        case SilenceCorrected():
            return f"the text of {subject} under silence was corrected{_texts(fact.texts)}"
        case SilenceReplaced():
            until = _until(fact.deadline)
            return f"another text of {subject}{_texts(fact.texts)} was put under silence in its place until {until}"
        case SilenceWithdrawn():
            return f"the proposal {subject} was withdrawn from the silence procedure"
        case _:
            assert_never(fact)


def _of_objection(told: Told, fact: ObjectionFact) -> str:
    match fact:
        case SilenceBroken():
            return _broken(told.before, fact)
        case ObjectionRetracted():
            late = told.before.round is not None and not told.before.round.in_time(fact.retracted)
            when = ", after the deadline, which changes nothing" if late else ""
            return (
                f"The objection of {entry_of(told, fact.objection)} was retracted{when}{_received(told.before, fact)}"
            )
        case ObjectionRuled():
            counts = "was admitted" if fact.admitted else "was not admitted"
            by = f" ({fact.entry.authority})" if fact.entry.authority else ""
            return f"It was ruled{by} that the objection of {entry_of(told, fact.objection)} {counts}"
        case _:
            assert_never(fact)


def _subject(told: Told) -> str:
    first = told.first
    begun = first.subject if isinstance(first, SilenceAgreed | SilenceCirculated) else ""
    return str(told.before.subject or begun)


def _circulated(fact: SilenceCirculated) -> str:
    text = _texts(fact.texts)
    to = f" to {listed(fact.addressees)}" if fact.addressees else ""
    bears = f", bearing on {listed(fact.bears_on)}" if fact.bears_on else ""
    lapses = f", in effect until {long_day(fact.basis_until)}" if fact.basis_until else ""
    basis = f", under {fact.basis}{lapses}" if fact.basis else ""
    return f"{fact.body} put {quoted(fact.subject)}{text} under silence until {_until(fact.deadline)}{to}{bears}{basis}"


def _until(deadline: Deadline) -> str:
    return deadline.printed or f"{long_day(deadline.local)}, {clock(deadline.local)}"


def _texts(texts: tuple[CirculatedText, ...]) -> str:
    said = [f"{one.name}, {one.language}" if one.language else one.name for one in texts]
    return f" ({'; '.join(said)})" if said else ""


def _broken(silence: SilenceProcedure, fact: SilenceBroken) -> str:
    who = mark(fact.objector) if fact.objector else ""
    late = silence.round is not None and not silence.round.in_time(fact.received)
    announced = silence.outcome is not None
    if late or announced or silence.objections:
        kind = "An objection" if late or announced else "A further objection"
        after = " after the deadline" if late else " in time, and recorded after the announcement" if announced else ""
        said = f"{kind}{f' from {who}' if who else ''} was received{after}"
    else:
        said = f"Silence was broken{f' by {who}' if who else ''}"
    amendment = f"; an amendment was proposed: {quoted(fact.amendment)}" if fact.amendment else ""
    return f"{said}{_channel(fact)}{_received(silence, fact)}{amendment}"


def _channel(fact: SilenceBroken) -> str:
    if fact.channel is None:
        return ""
    return ", orally" if fact.channel == "orally" else f", by {fact.channel}"


def _received(silence: SilenceProcedure, fact: SilenceBroken | ObjectionRetracted) -> str:
    """When it was received, on the clock of the letter, where the act's own moment does not say so."""
    occurred = fact.entry.occurred
    moment = fact.received if isinstance(fact, SilenceBroken) else fact.retracted
    if occurred.at == moment:
        return ""
    zone = silence.deadline.zone if silence.deadline else occurred.zone
    local = moment if zone is None else moment.astimezone(zone_named(zone))
    day = "" if local.date() == occurred.day else f"on {long_day(local)} "
    return f" (received {day}at {clock(local)})"
