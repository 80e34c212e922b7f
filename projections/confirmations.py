"""Which acts wait for a second person? Those for which the rules of their body ask for one, until one confirms them.

The rules stand in the stream of the body, the act in its own, and the confirmation in a third: each has its table, and
the question puts them together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Connection, Integer, RowMapping, String, Table, select

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
from projections.tables import DERIVED, ByAct, Row, stream_column
from projections.telling import Told

# Days are ISO 8601 dates. `rules` are those that bind on the question: their name in a sentence, word, first, last day.
SECOND_PERSON = Table(
    "second_person",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    Column("body", String, nullable=False),
    Column("rules", JSON, nullable=False),
)

# The decisions of bodies, and the strikes of such: `struck` is then the entry that was struck.
TO_CONFIRM = Table(
    "to_confirm",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    Column("body", String, nullable=False),
    Column("adoption", Boolean, nullable=False),
    Column("waives", String, nullable=False),
    Column("struck", Integer),
)

CONFIRMED = Table(
    "confirmed",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("confirmed", Integer, nullable=False),
)


def _rules(told: Told) -> Iterator[Row]:
    fact, body = told.fact, told.after.facts
    if isinstance(fact, BodyRegistered | RulesAdopted):
        said = [_said(fact.rules, one) for one in fact.rules.rules if one.question is Question.SECOND_PERSON]
        day = fact.entry.occurred.day.isoformat()
        yield {"entry": fact.entry.number, "day": day, "body": body.key, "rules": [one for one in said if one]}


def _said(rules: Profile, one: Rule) -> list[str | None] | None:
    first, last = (day.isoformat() if day else None for day in (one.since, one.until))
    return [rules.cited(one), one.number, one.word, first, last] if one.binding else None


def _decisions(told: Told) -> Iterator[Row]:
    struck = told.act(told.fact.struck) if isinstance(told.fact, ActStruck) else None
    act, body = struck or told.fact, _body(told.after)
    if told.struck_by is None and body is not None and is_a_decision(act):
        yield {
            "entry": told.fact.entry.number,
            "day": act.entry.occurred.day.isoformat(),
            "body": body,
            "adoption": is_an_adoption(act),
            "waives": ",".join(act.entry.waives),
            "struck": struck.entry.number if struck else None,
        }


def _body(state: object) -> str | None:
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


def unconfirmed(connection: Connection) -> Mapping[int, str]:
    """Each entry that waits for a second person, in their order, with the rule under which it does.

    The strike of an act that was confirmed waits for one too: nobody takes back alone what two have looked at.
    """
    rules = _in_force(connection)
    if not any(row["rules"] for rows in rules.values() for row in rows):
        return {}  # nearly every record: no body asks for it
    done = set(connection.execute(select(CONFIRMED.c.confirmed)).scalars())
    waiting: dict[int, str] = {}
    for row in connection.execute(select(TO_CONFIRM).order_by(TO_CONFIRM.c.entry)).mappings():
        under = _asked(rules.get(row["body"], ()), row)
        if under and row["entry"] not in done and (row["struck"] is None or row["struck"] in done):
            waiting[row["entry"]] = under
    return waiting


def _in_force(connection: Connection) -> dict[str, list[RowMapping]]:
    found: dict[str, list[RowMapping]] = {}
    query = select(SECOND_PERSON).order_by(SECOND_PERSON.c.day, SECOND_PERSON.c.entry)
    for row in connection.execute(query).mappings():
        found.setdefault(row["body"], []).append(row)
    return found


def _asked(rules: Sequence[RowMapping], act: RowMapping) -> str | None:
    """The rule that asks for it on the day of the act; a body is registered later than what it did, at times."""
    then = [row for row in rules if row["day"] <= act["day"]] or rules[:1]
    told: Any = then[-1]["rules"] if then else []
    waived = act["waives"].split(",")
    found = [one for one in told if (one[3] or "") <= act["day"] <= (one[4] or "9999")]
    if not found or found[-1][1] in waived:
        return None
    cited, _, word, _, _ = found[-1]
    return str(cited) if act["adoption"] or word == "decisions" else None
