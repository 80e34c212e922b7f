"""Which acts wait for a second person? Those for which the rules of their body ask for one, until one confirms them.

The rules stand in the stream of the body, the act in its own, and the confirmation in a third: each has its table, and
the question puts them together. The rows are made in `projections.confirmation_rows`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Connection, Integer, RowMapping, String, Table, select

from projections.tables import DERIVED, stream_column

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

TABLES = (SECOND_PERSON, TO_CONFIRM, CONFIRMED)


def unconfirmed(connection: Connection, stream: str | None = None) -> Mapping[int, str]:
    """Each entry, of a stream or of all, that waits for a second person, in their order, and the rule under which.

    The strike of an act that was confirmed waits for one too: nobody takes back alone what two have looked at.
    """
    rules = _in_force(connection)
    if not any(row["rules"] for rows in rules.values() for row in rows):
        return {}  # nearly every record: no body asks for it
    done = set(connection.execute(select(CONFIRMED.c.confirmed)).scalars())
    query = select(TO_CONFIRM).order_by(TO_CONFIRM.c.entry)
    query = query if stream is None else query.where(TO_CONFIRM.c.stream == stream)
    waiting: dict[int, str] = {}
    for row in connection.execute(query).mappings():
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
