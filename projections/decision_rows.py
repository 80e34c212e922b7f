"""Which rows has each decision of a meeting, and each number that one was given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from domain.agenda import AnyAdoption
from domain.decisions import DecisionNumbered, DecisionRenumbered, DecisionTaken, decided_in
from domain.meeting import MeetingFact
from projections.decisions import DECISION, DECISION_NUMBER, without_number
from projections.sentences import sentence
from projections.sentences.touched import touched
from projections.tables import ByAct, Projection, Row
from projections.telling import Told


def _decision_rows(told: Told) -> Iterator[Row]:
    fact, taken = told.fact, decided_in(told.fact)
    if taken is not None:
        meeting, part = told.after, told.before.sittings.under_way(fact.entry.occurred.day)
        yield {
            "entry": fact.entry.number,
            "place": fact.entry.place,
            "by_itself": isinstance(fact, DecisionTaken),
            "body": meeting.schedule.body,
            "meeting": meeting.schedule.key,
            "sitting": part.number if part else None,
            "resumed": part is not None and part.resumed,
            "day": str(fact.entry.occurred.day),
            "text": fact.text if isinstance(fact, DecisionTaken) else _words(told),
            "items": ",".join(_called(told, item) for item in _under(told)),
            "how": taken.how.value,
            "tally": taken.tally,
            "effect": str(fact.effect) if isinstance(fact, DecisionTaken) and fact.effect else None,
            "en_bloc": isinstance(fact, DecisionTaken) and fact.en_bloc,
            "distribution": fact.entry.distribution.value,
        }


def _words(told: Told) -> str:
    """The sentence of an act of another kind: what it says, not which entry it may stand for."""
    as_entered = replace(told.fact, entry=replace(told.fact.entry, replaces=None))
    return without_number(sentence(told._replace(fact=as_entered)))


def _under(told: Told) -> tuple[str, ...]:
    """The items it was taken under; an adoption of the agenda fixes every item, and is taken under none."""
    return () if isinstance(told.fact, AnyAdoption) else touched(told)


def _called(told: Told, item: str) -> str:
    line = told.after.agenda.in_force.get(item)
    return line.number or item if line is not None else item


def _number_rows(told: Told) -> Iterator[Row]:
    taken = decided_in(told.fact)
    if taken is not None and taken.number is not None:
        yield _number(told, taken.number, place=told.fact.entry.place)
    match told.fact:
        case DecisionNumbered(number=number, decision=place):
            yield _number(told, number, place=place)
        case DecisionRenumbered(number=number, former=former):
            yield _number(told, number, former=former)
        case _:
            return


def _number(told: Told, number: str, place: int | None = None, former: str | None = None) -> Row:
    body, meeting = told.after.schedule.body, told.after.schedule.key
    first = former or number
    scope = body if "/" in number else f"{body} {meeting}"
    return {
        "entry": told.fact.entry.number,
        "place": place,
        "former": former,
        "number": number,
        "word": f"{body} decision {number}".casefold(),
        "key": f"{scope} decision {first}",
    }


DECIDED = {kind for kind in get_args(MeetingFact) if "taken" in kind.__dataclass_fields__}
"""What the body decides in a meeting: the facts that say how they were decided."""

PROJECTIONS: tuple[Projection, ...] = (
    ByAct(DECISION, _decision_rows, DECIDED),
    ByAct(DECISION_NUMBER, _number_rows, {*DECIDED, DecisionNumbered, DecisionRenumbered}),
)
