"""How a silence procedure begins: its text is drafted, or circulated, or nothing is known but the day it was agreed."""

from __future__ import annotations

from datetime import date

from domain.act import act
from domain.context import Context
from domain.rounds import (
    CirculatedText,
    Deadline,
    counts_at_deadline,
    minimum_hours,
    must_be_in_force,
    must_be_long_enough,
    must_follow,
)
from domain.rules import impossible, must_be_said
from domain.silence import (
    SilenceAgreed,
    SilenceCirculated,
    SilenceDrafted,
    SilenceProcedure,
    must_be_recorded,
)
from domain.values import Entry, normal


def _new(silence: SilenceProcedure, context: Context, key: str, body: str, subject: str) -> None:
    must_be_said(key, "key")
    # The record: a key is given once; a draft that was not withdrawn is circulated under its own.
    if silence.key is not None and (silence.drafted is None or silence.opened is not None or silence.withdrawn):
        raise impossible(
            f"The silence procedure {silence.key} is in the record already.",
            f"See it: nemcon silence show {silence.key}; for another one choose another key.",
        )
    if context.body(body) is None:
        raise impossible(
            f"The body {body} is not in the register.", f"First: nemcon body bureau KEY, or nemcon body add {body} NAME"
        )
    if not subject.strip():
        raise impossible("A silence procedure has a subject.", "Name it: nemcon silence circulate KEY BODY SUBJECT")


@act
def note_agreement(
    silence: SilenceProcedure, entry: Entry, context: Context, *, key: str, body: str, subject: str
) -> SilenceAgreed:
    """Record that a body agreed by silence on a day, everything else being unknown."""
    _new(silence, context, key, body, subject)
    return SilenceAgreed(entry=entry, key=key, body=body, subject=normal(subject))


@act
def draft_text(
    silence: SilenceProcedure,
    entry: Entry,
    context: Context,
    *,
    key: str,
    body: str,
    subject: str,
    texts: tuple[CirculatedText, ...] = (),
) -> SilenceDrafted:
    """Record a text that is to be put under silence."""
    _new(silence, context, key, body, subject)
    # The record: what is drafted is drafted once; its text may still change until it is circulated.
    if silence.drafted is not None:
        raise impossible(
            f"{silence.key} is drafted already (entry {silence.drafted.number}).",
            f"Circulate it: nemcon silence circulate {silence.key} {body} SUBJECT --until WHEN",
        )
    return SilenceDrafted(entry=entry, key=key, body=body, subject=normal(subject), texts=texts)


@act
def circulate(
    silence: SilenceProcedure,
    entry: Entry,
    context: Context,
    *,
    key: str,
    body: str,
    subject: str,
    deadline: Deadline,
    texts: tuple[CirculatedText, ...] = (),
    addressees: tuple[str, ...] = (),
    objections_to: tuple[str, ...] = (),
    at_meeting: str | None = None,
    bears_on: tuple[str, ...] = (),
    basis: str | None = None,
    basis_until: date | None = None,
) -> SilenceCirculated:
    """Put a text under silence until a deadline."""
    _new(silence, context, key, body, subject)
    must_follow(deadline, entry)
    must_be_long_enough(body, deadline, entry, context)
    must_be_in_force(basis, basis_until, entry)
    must_be_recorded(context, at_meeting)
    return SilenceCirculated(
        entry=entry,
        key=key,
        body=body,
        subject=normal(subject),
        texts=texts,
        deadline=deadline,
        addressees=addressees,
        objections_to=tuple(normal(one) for one in objections_to),
        at_meeting=at_meeting,
        bears_on=bears_on,
        basis=basis,
        basis_until=basis_until,
        counts_at_deadline=counts_at_deadline(body, context),
        minimum_hours=minimum_hours(body, context),
    )
