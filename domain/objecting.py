"""The acts on objections: break silence, retract an objection, rule on one that came late or was recorded late."""

from __future__ import annotations

from datetime import datetime

from domain.act import act
from domain.context import Context
from domain.days import dated
from domain.objections import Objection, ObjectionRetracted, ObjectionRuled, SilenceBroken
from domain.questions import Question
from domain.rounds import Round
from domain.rules import impossible
from domain.silence import SilenceProcedure, must_be_circulated
from domain.silence_rules import must_be_entitled
from domain.values import Entry, Sealed, normal, zone_named


@act
def break_silence(
    silence: SilenceProcedure,
    entry: Entry,
    context: Context,
    *,
    received: datetime,
    channel: str | None = None,
    amendment: str | None = None,
    objector: Sealed | None = None,
    addressed: tuple[str, ...] = (),
    by_addressee: bool | None = None,
) -> SilenceBroken:
    """Record an objection, in time or late. In time, but after the announcement, it makes the result contested."""
    found = must_be_circulated(silence)
    _must_have_a_zone(received)
    # OSCE, Rules of Procedure (2006), Annex 1 (A), paragraph 3: "in writing".
    if channel == "orally":
        context.rules(silence.body).forbid(
            Question.SILENCE_FORM,
            entry,
            "The objection was made orally.",
            "Record the letter: nemcon silence object KEY --received WHEN --channel letter",
        )
    if by_addressee is False:
        must_be_entitled(silence.body, entry, context)
    # The record: silence that was not yet asked for cannot be broken.
    if _earlier(received, found):
        raise impossible(
            f"The objection would have been received before the circulation on {dated(found.began)}.",
            "Check --received: it takes the day and the hour, on the clock of the letter.",
        )
    return SilenceBroken(
        entry=entry,
        received=received,
        channel=channel,
        amendment=amendment,
        objector=objector,
        addressed=tuple(_addressee(silence, found, one) for one in addressed),
        by_addressee=by_addressee,
    )


def _addressee(silence: SilenceProcedure, found: Round, word: str) -> str:
    """The addressee as the circulation named it, in whatever case it is typed."""
    named = next((one for one in found.objections_to if one.casefold() == normal(word).casefold()), None)
    # The record: the letter says to whom objections are addressed.
    if named is None and found.objections_to:
        raise impossible(
            f"Objections to {silence.key} go to {' and '.join(found.objections_to)}, not to {normal(word)}.",
            "Name those who received it: --to WHO; what reached none of them is no objection.",
        )
    return named or normal(word)


def _must_have_a_zone(moment: datetime) -> None:
    if moment.tzinfo is None:
        raise impossible("An hour without its zone does not say when.", "Give the hour with its zone.")


def _earlier(moment: datetime, found: Round) -> bool:
    """Whether a moment is before the round: by instant where its act has one, else by day on the letter's clock."""
    began = found.began.occurred
    if began.at is not None:
        return moment < began.at
    return moment.astimezone(zone_named(found.deadline.zone)).date() < began.day


@act
def retract_objection(
    silence: SilenceProcedure,
    entry: Entry,
    context: Context,
    *,
    retracted: datetime,
    objection: int | None = None,
) -> ObjectionRetracted:
    """Retract an objection: at or before the deadline it then counts no more; after the deadline nothing changes."""
    del context
    found = must_be_circulated(silence)
    _must_have_a_zone(retracted)
    left = [each for each in found.received if each.retracted is None]
    one = _meant(silence, left, objection, "has no objection to retract in this round")
    # The record: what was not yet received cannot be retracted.
    if retracted < one.received:
        raise impossible(
            f"The objection of entry {one.entry.number} would have been retracted before it was received.",
            "Check --received: it takes the day and the hour, on the clock of the letter.",
        )
    return ObjectionRetracted(entry=entry, objection=one.entry.place, retracted=retracted)


@act
def rule_on_objection(
    silence: SilenceProcedure,
    entry: Entry,
    context: Context,
    *,
    admitted: bool,
    objection: int | None = None,
) -> ObjectionRuled:
    """Rule whether a late objection counts, or one on which the announced result is contested."""
    del context
    found = must_be_circulated(silence)
    # One that is named may lack something else: its form, or whoever made it had no right to.
    open_ = _to_be_ruled(silence, found) if objection is None else _unruled(found)
    one = _meant(silence, open_, objection, "has no late or contested objection to rule upon")
    # The record: a ruling is somebody's.
    if entry.authority is None:
        raise impossible("It is not said whose ruling it is.", "Add: --authority REF, the ruling or the letter")
    return ObjectionRuled(entry=entry, objection=one.entry.place, admitted=admitted)


def _to_be_ruled(silence: SilenceProcedure, found: Round) -> list[Objection]:
    """Those that came late or did not reach all, or all where the result is contested.

    Those retracted in time, or ruled upon, are left out.
    """
    left = _unruled(found)
    return [one for one in left if silence.contested or not one.complete or not found.in_time(one.received)]


def _unruled(found: Round) -> list[Objection]:
    return [one for one in found.received if one.admitted is None and not one.taken_back(found.in_time)]


def _meant(silence: SilenceProcedure, candidates: list[Objection], place: int | None, none: str) -> Objection:
    """The objection at that place, or the only one that there is."""
    meant = [one for one in candidates if place is None or one.entry.place == place]
    if len(meant) == 1:
        return meant[0]
    # The record: an act concerns an objection that is there, is of this round, and is open to the act.
    if not meant:
        raise impossible(
            f"{silence.key} {none}.",
            f"See what was received: nemcon history silence {silence.key}; then name it: --which ENTRY",
        )
    entries = ", ".join(str(one.entry.number) for one in meant)
    raise impossible(f"{silence.key} has {len(meant)} such objections.", f"Say which: --which ENTRY, one of {entries}")
