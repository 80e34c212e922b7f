"""The sentences of a silence procedure. Who broke the silence stands as a mark."""

from __future__ import annotations

from typing import assert_never

from domain.silence import (
    SilenceAgreed,
    SilenceAnnounced,
    SilenceBroken,
    SilenceCirculated,
    SilenceNoted,
    SilenceProcedure,
)
from domain.values import zone_named
from projections.sentences.seals import mark
from projections.telling import Told
from projections.words import clock, listed, long_day, quoted

_SilenceAct = SilenceAgreed | SilenceCirculated | SilenceBroken | SilenceAnnounced | SilenceNoted


def of_silence(told: Told, fact: _SilenceAct) -> str:
    """How silence was opened, broken, and what came of it."""
    match fact:
        case SilenceAgreed():
            return f"{fact.body} agreed, under the silence procedure, on {quoted(fact.subject)}"
        case SilenceCirculated():
            return _circulated(fact)
        case SilenceBroken():
            return _broken(told.before, fact)
        case SilenceAnnounced():
            outcome = "concluded without objection" if fact.outcome == "adopted" else "been broken"
            result = "was adopted" if fact.outcome == "adopted" else "was not adopted"
            return f"It was announced that silence had {outcome} and that {quoted(_subject(told))} {result}"
        case SilenceNoted():
            by = f" of {fact.by_meeting.rpartition(' ')[2]}" if fact.by_meeting else ""
            of = f"the outcome of the silence procedure on {quoted(_subject(told))}"
            return f"A plenary meeting{by} took note of {of}"
        case _:
            assert_never(fact)


def _subject(told: Told) -> str:
    first = told.first
    begun = first.subject if isinstance(first, SilenceAgreed | SilenceCirculated) else ""
    return str(told.before.subject or begun)


def _circulated(fact: SilenceCirculated) -> str:
    text = f" ({fact.text_name})" if fact.text_name else ""
    to = f" to {listed(fact.addressees)}" if fact.addressees else ""
    bears = f", bearing on {listed(fact.bears_on)}" if fact.bears_on else ""
    until = fact.deadline.printed or f"{long_day(fact.deadline.local)}, {clock(fact.deadline.local)}"
    return f"{fact.body} put {quoted(fact.subject)}{text} under silence until {until}{to}{bears}"


def _broken(silence: SilenceProcedure, fact: SilenceBroken) -> str:
    who = mark(fact.objector) if fact.objector else ""
    late = silence.deadline is not None and fact.received > silence.deadline.instant
    if late or silence.objections:
        kind = "An objection" if late else "A further objection"
        said = f"{kind}{f' from {who}' if who else ''} was received{' after the deadline' if late else ''}"
    else:
        said = f"Silence was broken{f' by {who}' if who else ''}"
    amendment = f"; an amendment was proposed: {quoted(fact.amendment)}" if fact.amendment else ""
    return f"{said}{_channel(fact)}{_received(silence, fact)}{amendment}"


def _channel(fact: SilenceBroken) -> str:
    if fact.channel is None:
        return ""
    return ", orally" if fact.channel == "orally" else f", by {fact.channel}"


def _received(silence: SilenceProcedure, fact: SilenceBroken) -> str:
    """When it was received, on the clock of the letter, where the act's own moment does not say so."""
    occurred = fact.entry.occurred
    if occurred.at == fact.received:
        return ""
    zone = silence.deadline.zone if silence.deadline else occurred.zone
    local = fact.received if zone is None else fact.received.astimezone(zone_named(zone))
    day = "" if local.date() == occurred.day else f"on {long_day(local)} "
    return f" (received {day}at {clock(local)})"
