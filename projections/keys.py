"""Which keys are on the key ring? Those of the log, one after the other, and those of the recording staff.

The rows are made in `projections.key_rows`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Column, Connection, Integer, String, Table, select

from projections.tables import DERIVED, stream_column

# Days are ISO 8601 dates, of UTC; `withdrawn` is a moment.
STAFF_KEY = Table(
    "staff_key",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("person", String, nullable=False),
    Column("key", String, nullable=False),
    Column("since", String(10), nullable=False),
    Column("until", String(10)),
    Column("withdrawn", String(40)),
)

LOG_KEY = Table(
    "log_key",
    DERIVED,
    stream_column(),
    Column("rank", Integer, nullable=False),
    Column("key", String, nullable=False),
)


@dataclass(frozen=True)
class StaffKey:
    """A key of one person: the first and the last day on which it signs, and the moment it was withdrawn."""

    entry: int
    person: str
    key: str
    since: date
    until: date | None
    withdrawn: datetime | None


def staff(connection: Connection) -> list[StaffKey]:
    """Every key that was ever admitted, in the order in which they were."""
    query = select(STAFF_KEY).order_by(STAFF_KEY.c.entry)
    return [
        StaffKey(
            entry=row["entry"],
            person=row["person"],
            key=row["key"],
            since=date.fromisoformat(row["since"]),
            until=date.fromisoformat(row["until"]) if row["until"] else None,
            withdrawn=datetime.fromisoformat(row["withdrawn"]) if row["withdrawn"] else None,
        )
        for row in connection.execute(query).mappings()
    ]


def log_keys(connection: Connection) -> list[str]:
    """The log keys, the one in use last."""
    return list(connection.execute(select(LOG_KEY.c.key).order_by(LOG_KEY.c.rank)).scalars())


def allowed_signers(keys: list[StaffKey], namespace: str) -> str:
    """The keys as `ssh-keygen -Y verify` reads them, times in UTC (OpenSSH 9.1): ssh-keygen(1), "Allowed signers"."""
    return "".join(f"{_line(one, namespace)}\n" for one in keys)


def _line(one: StaffKey, namespace: str) -> str:
    person = f'"{one.person}"' if " " in one.person else one.person
    last = [f"{one.until:%Y%m%d}235959Z"] if one.until else []
    if one.withdrawn is not None:
        last.append(f"{one.withdrawn.astimezone(UTC):%Y%m%d%H%M%S}Z")
    before = f',valid-before="{min(last)}"' if last else ""
    return f'{person} namespaces="{namespace}",valid-after="{one.since:%Y%m%d}000000Z"{before} {one.key}'
