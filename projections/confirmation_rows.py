"""Which rows are there of the question who waits for a second person? Of rules, of decisions, of confirmations."""

from __future__ import annotations

from collections.abc import Iterator

from domain.act import Fact
from domain.body import BodyRegistered, RulesAdopted
from domain.business import ActStruck
from domain.confirming import ActConfirmed, is_a_decision, is_an_adoption
from domain.meeting import Meeting
from domain.proposal import Proposal
from domain.questions import Question
from domain.rules import Profile, Rule
from domain.silence import SilenceAnnounced, SilenceProcedure
from domain.streams import TOPICS
from projections.confirmations import CONFIRMED, SECOND_PERSON, TO_CONFIRM
from projections.tables import ByAct, Row
from projections.telling import Told


def _rules(told: Told) -> Iterator[Row]:
    fact = told.fact
    if isinstance(fact, BodyRegistered | RulesAdopted):
        said = [_said(fact.rules, one) for one in fact.rules.rules if one.question is Question.SECOND_PERSON]
        day = fact.entry.occurred.day.isoformat()
        yield {
            "entry": fact.entry.number,
            "day": day,
            "body": told.after.facts.key,
            "rules": [one for one in said if one],
        }


def _said(rules: Profile, one: Rule) -> list[str | None] | None:
    first, last = (day.isoformat() if day else None for day in (one.since, one.until))
    return [rules.cited(one), one.number, one.word, first, last] if one.binding else None


def _decisions(told: Told) -> Iterator[Row]:
    struck = told.act(told.fact.struck) if isinstance(told.fact, ActStruck) else None
    act, body = struck or told.fact, body_of(told.after)
    if told.struck_by is None and body is not None and is_a_decision(act):
        yield {
            "entry": told.fact.entry.number,
            "day": act.entry.occurred.day.isoformat(),
            "body": body,
            "adoption": is_an_adoption(act),
            "waives": ",".join(act.entry.waives),
            "struck": struck.entry.number if struck else None,
        }


def body_of(state: object) -> str | None:
    """The body that acts; the natural key of a meeting begins with that of its body."""
    match state:
        case Meeting():
            return state.schedule.body
        case SilenceProcedure():
            return state.body
        case Proposal(submitted=submitted) if submitted is not None:
            return submitted.meeting.rpartition(" ")[0]
        case _:
            return None


def _confirmations(told: Told) -> Iterator[Row]:
    if isinstance(told.fact, ActConfirmed):
        yield {"entry": told.fact.entry.number, "confirmed": told.fact.confirmed}


def _may_decide(fact: type[Fact]) -> bool:
    return fact in {ActStruck, SilenceAnnounced} or "taken" in fact.__dataclass_fields__


PROJECTIONS = (
    ByAct(SECOND_PERSON, _rules, {BodyRegistered, RulesAdopted}),
    ByAct(TO_CONFIRM, _decisions, {one for one in TOPICS.values() if _may_decide(one)}, all_told=True),
    ByAct(CONFIRMED, _confirmations, {ActConfirmed}),
)
