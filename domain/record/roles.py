"""The two roles of a record on PostgreSQL: one that records, and one that audits.

`recorder` may add rows and read them, and write what is derived; `auditor` may read everything but sealed values,
and the digests of commands, which would let them be guessed.
Neither owns a table, so neither can drop a trigger: whoever records should log in as a member of `recorder`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import inspect
from sqlalchemy.exc import DBAPIError

from domain.record.tables import CHECKPOINT, COMMAND, COSIGNED, EVENT, HEAD, SCHEMA, SEALED, SIGNATURE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Engine, MetaData

RECORDER: Final = "recorder"
AUDITOR: Final = "auditor"

_ADDED: Final = ", ".join(table.name for table in (EVENT, COMMAND, CHECKPOINT, COSIGNED, SIGNATURE, SEALED))
_READ: Final = ", ".join(table.name for table in (EVENT, CHECKPOINT, COSIGNED, SIGNATURE, HEAD, SCHEMA))

_GRANTS: Final = (
    f"GRANT SELECT, INSERT ON {_ADDED} TO {RECORDER}",
    f"GRANT SELECT, UPDATE ON {HEAD.name} TO {RECORDER}",
    f"GRANT SELECT ON {SCHEMA.name} TO {RECORDER}",
    f"GRANT SELECT ON {_READ} TO {AUDITOR}",
    f"GRANT SELECT (digest) ON {SEALED.name} TO {AUDITOR}",
    f"GRANT SELECT (id, first, last) ON {COMMAND.name} TO {AUDITOR}",
)


def establish(engine: Engine, derived: Iterable[MetaData]) -> str | None:
    """Make the roles, where that is still to be done, and grant them what they need; what could not be done, if so."""
    if engine.dialect.name == "sqlite":
        return None
    try:
        with engine.begin() as connection:
            _make(connection)
            for statement in _GRANTS:
                connection.exec_driver_sql(statement)
            for metadata in derived:
                grant_derived(connection, metadata)
    except DBAPIError as error:
        cause = str(error.orig).splitlines()[0]
        return (
            f"The roles {RECORDER} and {AUDITOR} were not made: {cause}. Have someone who may create roles give: "
            "nemcon init"
        )
    return None


def _make(connection: Connection) -> None:
    there = {name for (name,) in connection.exec_driver_sql("SELECT rolname FROM pg_roles")}
    for role in (RECORDER, AUDITOR):
        if role not in there:
            connection.exec_driver_sql(f"CREATE ROLE {role} NOLOGIN")
    schema = connection.exec_driver_sql("SELECT quote_ident(current_schema())").scalar_one()
    connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA {schema} TO {RECORDER}, {AUDITOR}")


def grant_derived(connection: Connection, derived: MetaData) -> None:
    """Grant the roles, where there are such, what they need of the projections; to be done anew once these are."""
    if connection.dialect.name == "sqlite" or not _granted_before(connection):
        return
    names = ", ".join(table.name for table in derived.sorted_tables)
    connection.exec_driver_sql(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {names} TO {RECORDER}")
    connection.exec_driver_sql(f"GRANT SELECT ON {names} TO {AUDITOR}")


def _granted_before(connection: Connection) -> bool:
    """Whether the roles are those of this record, and not of another one in the same cluster alone."""
    asked = (
        "SELECT count(*) FROM information_schema.role_table_grants WHERE table_schema = current_schema()"  # noqa: S608 - names of our own
        f" AND table_name = '{EVENT.name}' AND grantee IN ('{RECORDER}', '{AUDITOR}') AND privilege_type = 'SELECT'"
    )
    count: int = connection.exec_driver_sql(asked).scalar_one()
    return count == 2  # noqa: PLR2004 - one of each


def reads_sealed(connection: Connection) -> bool:
    """Whether whoever asks may read what is sealed."""
    if connection.dialect.name == "sqlite":
        return inspect(connection).has_table(SEALED.name)
    may = connection.exec_driver_sql(f"SELECT has_column_privilege('{SEALED.name}', 'value', 'SELECT')")
    return bool(may.scalar_one())
