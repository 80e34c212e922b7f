"""The sentences of a silence procedure. Who broke the silence stands as a mark."""

from __future__ import annotations

from typing import assert_never

from domain.days import long_day
from domain.objections import ObjectionFact, ObjectionRetracted, ObjectionRuled, SilenceBroken
from domain.rounds import (
    Deadline,
    RoundFact,
    SilenceBasisRenewed,
    SilenceCorrected,
    SilenceExtended,
    SilenceReplaced,
    SilenceResumed,
    SilenceSuspended,
    SilenceWithdrawn,
)
from domain.silence import (
    SilenceAgreed,
    SilenceAnnounced,
    SilenceCirculated,
    SilenceDrafted,
    SilenceNoted,
    SilenceProcedure,
)
from domain.statements import StatementAttached
from domain.values import zone_named
from projections.sentences.room import entry_of, texts_of
from projections.sentences.rulings import of_attached
from projections.sentences.seals import mark
from projections.telling import Told
from projections.words import capital, clock, listed, quoted, the

_Beginning = SilenceAgreed | SilenceDrafted | SilenceCirculated
_Conclusion = SilenceAnnounced | SilenceNoted | StatementAttached
_SilenceAct = _Beginning | RoundFact | ObjectionFact | _Conclusion


def of_silence(told: Told, fact: _SilenceAct) -> str:
    """How silence was opened, broken, and what came of it."""
    match fact:
        case SilenceAgreed() | SilenceDrafted() | SilenceCirculated():
            return _begun(fact)
        case SilenceAnnounced() | SilenceNoted() | StatementAttached():
            return _concluded(told, quoted(_subject(told)), fact)
        case SilenceBroken() | ObjectionRetracted() | ObjectionRuled():
            return _of_objection(told, fact)
        case _:
            return capital(_of_round(quoted(_subject(told)), told.before, fact))


def _begun(fact: _Beginning) -> str:
    match fact:
        case SilenceAgreed():
            return f"{fact.body} agreed, under the silence procedure, on {quoted(fact.subject)}"
        case SilenceDrafted():
            text = f"{quoted(fact.subject)}{texts_of(fact.texts)}"
            return f"The text of {text} was drafted, to be put under silence by {fact.body}"
        case SilenceCirculated():
            return _circulated(fact)
        case _:
            assert_never(fact)


def _concluded(told: Told, subject: str, fact: _Conclusion) -> str:
    match fact:
        case SilenceAnnounced():
            outcome = "concluded without objection" if fact.outcome == "adopted" else "been broken"
            result = f"was adopted{_adopted_on(told.before, fact)}" if fact.outcome == "adopted" else "was not adopted"
            at = _at(fact.at_meeting)
            return f"It was announced{at} that silence had {outcome} and that {subject} {result}"
        case SilenceNoted():
            by = f" of {fact.by_meeting.rpartition(' ')[2]}" if fact.by_meeting else ""
            return f"A plenary meeting{by} took note of the outcome of the silence procedure on {subject}"
        case StatementAttached():
            return of_attached(fact, subject)
        case _:
            assert_never(fact)


def _at(meeting: str | None) -> str:
    return f" at {meeting.rpartition(' ')[2]}" if meeting else ""


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
            return f"the text of {subject} under silence was corrected{texts_of(fact.texts)}"
        case SilenceReplaced():
            until = _until(fact.deadline)
            return f"another text of {subject}{texts_of(fact.texts)} was put under silence in its place until {until}"
        case SilenceBasisRenewed():
            until = long_day(fact.until)
            return f"the basis of the silence procedure on {subject} was extended until {until} by {fact.basis}"
        case SilenceWithdrawn() if before.round is None:
            return f"the draft {subject} was withdrawn before its circulation"
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
    begun = first.subject if isinstance(first, _Beginning) else ""
    return str(told.before.subject or begun)


def _circulated(fact: SilenceCirculated) -> str:
    text, by = texts_of(fact.texts), f", by a letter of {fact.entry.origin}," if fact.entry.origin else ""
    to = f" to {listed(fact.addressees)}" if fact.addressees else ""
    bears = f", bearing on {listed(fact.bears_on)}" if fact.bears_on else ""
    lapses = f", in effect until {long_day(fact.basis_until)}" if fact.basis_until else ""
    basis = f", under {fact.basis}{lapses}" if fact.basis else ""
    objections = f", objections to reach {listed(map(the, fact.objections_to))}" if fact.objections_to else ""
    silence = f"put {quoted(fact.subject)}{text} under silence{_at(fact.at_meeting)}{by}"
    return f"{fact.body} {silence} until {_until(fact.deadline)}{to}{bears}{basis}{objections}"


def _until(deadline: Deadline) -> str:
    return deadline.printed or f"{long_day(deadline.local)}, {clock(deadline.local)}"


def _broken(silence: SilenceProcedure, fact: SilenceBroken) -> str:
    who = mark(fact.objector) if fact.objector else ""
    late = silence.round is not None and not silence.round.in_time(fact.received)
    missing = _missing(silence, fact)
    announced = silence.outcome is not None
    if late or missing or announced or silence.objections:
        kind = "An objection" if late or missing or announced else "A further objection"
        after = " after the deadline" if late else " in time, and recorded after the announcement" if announced else ""
        said = f"{kind}{f' from {who}' if who else ''} was received{after}"
    else:
        said = f"Silence was broken{f' by {who}' if who else ''}"
    amendment = f"; an amendment was proposed: {quoted(fact.amendment)}" if fact.amendment else ""
    return f"{said}{_channel(fact)}{_addressed(fact)}{_received(silence, fact)}{missing}{amendment}"


def _addressed(fact: SilenceBroken) -> str:
    comma = "" if fact.channel else ","
    return f"{comma} to {listed(map(the, fact.addressed))}" if fact.addressed else ""


def _missing(silence: SilenceProcedure, fact: SilenceBroken) -> str:
    """Why an objection that did not reach all who had to receive it does not count."""
    required = silence.round.objections_to if silence.round else ()
    left = [one for one in required if one not in fact.addressed] if fact.addressed else []
    return f"; it does not count, for it did not reach {listed(map(the, left))}" if left else ""


def _channel(fact: SilenceBroken) -> str:
    if fact.channel is None:
        return ""
    return ", orally" if fact.channel == "orally" else f", by {fact.channel.replace('-', ' ')}"


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
