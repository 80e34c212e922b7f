"""Correct, strike, undo: nothing is edited; an entry is struck, and the right act takes its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from cli.errors import Refused, no_entry
from cli.options import Said
from cli.room import Correction
from domain.act import Fact
from domain.business import ActStruck, strikes
from domain.plenary import hold_sitting
from domain.record.request import Request, StrikeRequest
from domain.record.tables import COMMAND, EVENT
from domain.values import stream_id
from projections.names import Named, of_stream
from projections.proposals import last_acted

if TYPE_CHECKING:
    from datetime import datetime

    from domain.record.transaction import Transaction

UNDO_WITHIN = timedelta(minutes=10)
KEYING_ERROR = "keying error"
"""The reason of every strike that undoes."""


_OF_THE_RING = ("of the key ring", "Withdraw the key (nemcon staff withdraw NAME), or let another take its place.")
_NEVER_STRUCK = {
    "ActConfirmed": ("a confirmation", "If the act was wrong, strike that: nemcon strike ENTRY --reason TEXT"),
    **dict.fromkeys(("LogKeyAdopted", "LogKeyRotated", "StaffKeyAdmitted", "StaffKeyWithdrawn"), _OF_THE_RING),
}


def fact_of_entry(under_way: Transaction, entry: int) -> tuple[Named, Fact]:
    """The stream and the fact of an entry; refused where there is no such entry, or it is the taking of a number."""
    row = under_way.connection.execute(
        select(EVENT.c.originator_id, EVENT.c.originator_version, EVENT.c.topic).where(EVENT.c.entry == entry)
    ).one_or_none()
    if row is None:
        raise no_entry(entry)
    named = of_stream(under_way.connection, row.originator_id)
    if named is None and row.topic in _NEVER_STRUCK:
        what, instead_ = _NEVER_STRUCK[row.topic]
        raise Refused(f"Entry {entry} is {what}, and is not struck.", instead_)
    if named is None:
        raise Refused(
            f"Entry {entry} is the taking of a number, or of a stream struck as a whole.",
            "Correct the act that took the number; the number stays taken.",
        )
    facts = under_way.chapter(named.kind, named.key).facts
    return named, facts[row.originator_version - 1]


def fact_in(under_way: Transaction, entry: int, kind: str, key: str) -> Fact:
    """The fact of an entry of that stream; refused where the entry belongs to another one."""
    named, fact = fact_of_entry(under_way, entry)
    if UUID(named.stream) != stream_id(kind, key):
        raise Refused(
            f"Entry {entry} belongs to {named.label}, not to {key.rsplit(maxsplit=1)[-1]}.",
            "Look it up: nemcon history",
        )
    return fact


def strike_of(under_way: Transaction, entry: int, reason: str) -> StrikeRequest:
    """The request that strikes an entry."""
    named, fact = fact_of_entry(under_way, entry)
    return StrikeRequest(kind=named.kind, key=named.key, struck=fact.entry.version, reason=reason)


def instead(
    under_way: Transaction, correction: Correction, said: Said, requests: Sequence[Request | StrikeRequest]
) -> list[Request | StrikeRequest]:
    """The strike of the entry, then the right act in its place, on its day unless another was said."""
    named, wrong = fact_of_entry(under_way, correction.entry)
    *first, right = requests
    held = [one for one in first if isinstance(one, Request) and one.act is hold_sitting]
    if not isinstance(right, Request) or len(held) != len(first):
        raise Refused(
            "One entry is corrected by one act.", "Type the one right act: nemcon correct ENTRY NOUN VERB ..."
        )
    if stream_id(right.kind, right.key) != UUID(named.stream):
        raise Refused(
            f"Entry {correction.entry} belongs to {named.label}; the right act would belong elsewhere.",
            f"Strike it (nemcon strike {correction.entry} --reason TEXT), then record the right act.",
        )
    typed = said.at is not None or said.sitting is not None
    then = wrong.entry.occurred
    act = replace(
        right,
        replaces=wrong.entry.place,
        before=right.before if said.before is not None else _elsewhere(under_way, named, wrong, said, right),
        occurred=right.occurred if typed else lambda _state: then,
    )
    registered = [replace(one, before=wrong.entry.version) for one in held]
    return [strike_of(under_way, correction.entry, correction.reason), *registered, act]


def _elsewhere(under_way: Transaction, named: Named, wrong: Fact, said: Said, right: Request) -> int | None:
    """What the right act precedes: where another sitting is named, or the wrong act had been moved itself."""
    entry = wrong.entry
    moved = entry.before if entry.replaces is not None else None
    if said.sitting is None or right.act is hold_sitting or named.kind != "meeting":
        return moved
    chapter = under_way.chapter(named.kind, named.key)
    part = chapter.state_at(entry).sittings.under_way(entry.occurred.day)
    known = chapter.state.sittings.parts_of(said.sitting.number, resumed=said.sitting.resumed)
    if not known or (part is not None and part.began in [one.began for one in known]):
        return moved
    if right.before is None:
        raise Refused(
            f"Entry {entry.number} does not lie in sitting {said.sitting}, and a correction takes its place.",
            f"Strike it (nemcon strike {entry.number} --reason TEXT), then record the right act.",
        )
    return right.before


def own_last(under_way: Transaction, named: Named, by: str, now: datetime) -> list[Fact]:
    """Your own last act in a meeting, or on a proposal before it, with the others of its gavel.

    Refused after ten minutes, or if it is not yours.
    """
    standing = [*_standing(under_way, named), *_on_proposals(under_way, named)]
    last = max(standing, key=lambda fact: fact.entry.number)  # a meeting that is known has an act that stands
    entry = last.entry
    if entry.recorded_by != by:
        raise Refused(
            f"The last act in {named.label}, entry {entry.number}, was recorded by {entry.recorded_by}, not by {by}.",
            f"If it is wrong: nemcon correct {entry.number} ..., or nemcon strike {entry.number} --reason TEXT",
        )
    if now - entry.recorded_at > UNDO_WITHIN:
        raise Refused(
            f"Entry {entry.number} was recorded more than ten minutes ago.",
            f"Correct it: nemcon correct {entry.number} NOUN VERB ..., or nemcon strike {entry.number} --reason TEXT",
        )
    gavel = [fact for fact in standing if fact.entry.number == entry.number or _one_gavel(fact, last)]
    _undoable(gavel, last)
    return gavel


def undone_by(under_way: Transaction, named: Named, command_id: str | None) -> list[Fact]:
    """What a command of this id undid before, if there was one: given again, it means the same acts."""
    facts = under_way.chapter(named.kind, named.key).facts
    strikes_ = [one for one in facts if isinstance(one, ActStruck) and one.entry.command_id == command_id]
    return [facts[one.struck - 1] for one in strikes_]


def _standing(under_way: Transaction, named: Named) -> list[Fact]:
    chapter = under_way.chapter(named.kind, named.key)
    struck = strikes(chapter.facts)
    return [fact for fact in chapter.facts if fact.entry.version not in struck and not _undid(fact)]


def _on_proposals(under_way: Transaction, meeting: Named) -> list[Fact]:
    """What stands of the last command that acted on proposals before the meeting: one gavel may act on several."""
    last = last_acted(under_way.connection, meeting.key)
    if last is None:
        return []
    command = fact_of_entry(under_way, last)[1].entry.command_id
    row = under_way.connection.execute(select(COMMAND.c.first, COMMAND.c.last).where(COMMAND.c.id == command)).one()
    streams = {fact_of_entry(under_way, entry)[0] for entry in range(row.first, row.last + 1)}
    return [
        fact for named in streams for fact in _standing(under_way, named) if row.first <= fact.entry.number <= row.last
    ]


def _undid(fact: Fact) -> bool:
    return isinstance(fact, ActStruck) and fact.reason == KEYING_ERROR


def _undoable(gavel: list[Fact], last: Fact) -> None:
    """A strike is never struck; and without a correction nothing would stand where the entry it corrects stood."""
    number = last.entry.number
    if isinstance(last, ActStruck):
        raise Refused(
            f"The last act, entry {number}, is a strike, and a strike is never struck.",
            "Enter the right act; to give it its time: --at WHEN",
        )
    if any(isinstance(fact, ActStruck) for fact in gavel):
        raise Refused(
            f"Entry {number} is a correction: without it nothing would stand in that place.",
            f"Correct it again: nemcon correct {number} NOUN VERB ...; or: nemcon strike {number} --reason TEXT",
        )


def _one_gavel(fact: Fact, last: Fact) -> bool:
    return fact.entry.group is not None and fact.entry.group == last.entry.group
