"""Recording what a paper says: one command for each act of the plan, under ids made of the file's hash."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cli.intake.paper import Paper
from cli.planning import Keys, Planned
from domain.body import KIND as BODY
from domain.record.request import Answer, Command, Request
from domain.values import Distribution, Occurred

if TYPE_CHECKING:
    from domain.record.transaction import Transaction


@dataclass(frozen=True)
class Imported:
    """The new entries, what is worth saying of them, and how many acts were in the record before."""

    new: tuple[int, ...]
    remarks: tuple[str, ...]
    before: int


def record(under_way: Transaction, paper: Paper, keys: Keys, acts: list[Planned]) -> Imported:
    """Record what of the plan is not in the record yet."""
    commands = [_command(under_way, paper, keys, index, one) for index, one in enumerate(acts)]
    under_way.look_up([command.id for command in commands])
    answers = [_answer(under_way, command, one) for command, one in zip(commands, acts, strict=True)]
    under_way.flush()
    new = [one for one in answers if one is not None and not one.repeated]
    return Imported(
        new=tuple(fact.entry.number for one in new for fact in one.facts),
        remarks=tuple(remark for one in new for remark in one.remarks),
        before=len(acts) - len(new),
    )


def _answer(under_way: Transaction, command: Command, one: Planned) -> Answer | None:
    """The answer to one act, or None where the record holds what it would say, from elsewhere."""
    if not under_way.knows(command.id) and one.known(under_way.chapter(one.kind, one.key).state):
        return None
    return under_way.act(command)


def _day(under_way: Transaction, one: Planned) -> Occurred:
    """The day of an act: of a body, not before it entered the register, which may be later than its papers."""
    business = under_way.chapter(one.kind, one.key).business if one.kind == BODY else ()
    return Occurred(day=max([one.day, *(fact.entry.occurred.day for fact in business[:1])]))


def _command(under_way: Transaction, paper: Paper, keys: Keys, index: int, one: Planned) -> Command:
    return Command(
        id=f"{paper.sha256}:{index:03d}",
        digest=hashlib.sha256(json.dumps([keys.meeting, keys.body, keys.parent, index]).encode()).hexdigest(),
        by=keys.by,
        requests=(
            Request(
                kind=one.kind,
                key=one.key,
                act=one.act,
                fields=one.fields,
                occurred=lambda _state: _day(under_way, one),
                authority=keys.symbol or paper.masthead.symbol,
                note=None,
                distribution=Distribution.GENERAL,
            ),
        ),
    )
