"""What the database itself refuses: the triggers that keep entries as they were, on SQLite and on PostgreSQL.

Rows of `event`, `command`, `checkpoint`, `cosigned` and `signature` are added and nothing else; a sealed value may be
disposed of, never changed; the head only grows. Triggers stop a clumsy hand and any program but one that drops them
first: so `faults` names those that are not as they were laid, and `verify` asks it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import text

from domain.record.prepared import Prepared
from domain.record.tables import CHECKPOINT, COMMAND, COSIGNED, EVENT, HEAD, SEALED, SIGNATURE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

_ONLY_ADDED: Final = [table.name for table in (EVENT, COMMAND, CHECKPOINT, COSIGNED, SIGNATURE)]
_GUARDED: Final = [*_ONLY_ADDED, SEALED.name, HEAD.name]


def quick_faults(connection: Connection) -> list[str]:
    """The same as `faults`, as every act can afford to ask: on PostgreSQL that all are there, and awake."""
    if connection.dialect.name == "sqlite":
        whole = _LAID_ON_SQLITE.all(connection, {}) == _IN_ORDER
    else:
        whole = _AWAKE.one(connection, {}) == (len(_ON_POSTGRESQL),)
    return [] if whole else faults(connection)


def lay(connection: Connection) -> None:
    """Create the triggers, in a transaction of the caller's."""
    if connection.dialect.name == "sqlite":
        for statement in _ON_SQLITE.values():
            connection.exec_driver_sql(statement)
        return
    for function in _FUNCTIONS:
        connection.exec_driver_sql(_made(function, _schema(connection)).replace("%", "%%"))  # as the driver wants it
    for name, guard in _ON_POSTGRESQL.items():
        connection.exec_driver_sql(guard.statement(name))
        connection.exec_driver_sql(f"ALTER TABLE {guard.table} ENABLE ALWAYS TRIGGER {name}")


def faults(connection: Connection) -> list[str]:
    """What is not as it was laid: the triggers that are missing, altered or somebody else's, each by its name."""
    laid, found = (
        (_ON_SQLITE, _on_sqlite(connection))
        if connection.dialect.name == "sqlite"
        else (_expected(_schema(connection)), _on_postgresql(connection))
    )
    missing = [f"the trigger {name} is missing" for name in laid if name not in found]
    altered = [f"the trigger {name} was altered" for name in laid if name in found and found[name] != laid[name]]
    return [*missing, *altered, *(f"the trigger {name} is not of Nemcon" for name in found if name not in laid)]


# --- SQLite. REPLACE deletes without asking the triggers for DELETE: what it would replace is refused on the way in.


def _refusal(name: str, when: str, table: str, reason: str, condition: str = "") -> tuple[str, str]:
    told = f" WHEN {condition}" if condition else ""
    return name, (f"CREATE TRIGGER {name} BEFORE {when} ON {table}{told} BEGIN SELECT RAISE(ABORT, '{reason}'); END")


_BACKWARDS: Final = """NEW.id <> OLD.id OR NEW.size < OLD.size
 OR (OLD.size > 0 AND (NEW.recorded_at < OLD.recorded_at OR NEW.size = OLD.size AND NEW.recorded_at <> OLD.recorded_at))
 OR NEW.size <> (SELECT coalesce(max(entry), 0) FROM event)
 OR (NEW.size = OLD.size AND NEW.frontier <> OLD.frontier)"""

_BEYOND: Final = "NEW.size > (SELECT coalesce(max(entry), 0) FROM event)"

_ON_SQLITE: Final[Mapping[str, str]] = dict(
    [
        *(
            _refusal(f"{table}_unchanged", "UPDATE", table, f"a row of {table} never changes")
            for table in [*_ONLY_ADDED, SEALED.name]
        ),
        *(
            _refusal(f"{table}_kept", "DELETE", table, f"a row of {table} is never deleted")
            for table in [*_ONLY_ADDED, HEAD.name]
        ),
        _refusal(
            "event_next",
            "INSERT",
            "event",
            "an entry is added after the last one, and its version once",
            "NEW.entry IS NOT (SELECT coalesce(max(entry), 0) + 1 FROM event) OR EXISTS (SELECT 1 FROM event"
            " WHERE originator_id = NEW.originator_id AND originator_version = NEW.originator_version)",
        ),
        _refusal(
            "checkpoint_next",
            "INSERT",
            "checkpoint",
            "a checkpoint is added after the last one, of no more entries than there are",
            f"NEW.size <= (SELECT max(size) FROM checkpoint) OR {_BEYOND}",  # noqa: S608 - text of our own
        ),
        *(
            _refusal(
                f"{table}_once",
                "INSERT",
                table,
                f"a row of {table} is never replaced",
                f"EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})",  # noqa: S608 - names of our own
            )
            for table, key in (("command", "id"), ("cosigned", "rowid"), ("signature", "entry"), ("sealed", "digest"))
        ),
        _refusal("head_once", "INSERT", "head", "there is one head", "EXISTS (SELECT 1 FROM head)"),
        _refusal("head_forward", "UPDATE", "head", "the head only grows, with the entries", _BACKWARDS),
    ]
)


_LAID_ON_SQLITE: Final = Prepared(
    text(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name COLLATE NOCASE IN"  # noqa: S608 - names of our own
        f" ({', '.join(map(repr, _GUARDED))}) ORDER BY name"
    )
)
_IN_ORDER: Final = sorted(_ON_SQLITE.items())


def _on_sqlite(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql, tbl_name FROM sqlite_master WHERE type = 'trigger'")
    return {name: sql for name, sql, table in rows if table.lower() in _GUARDED}


# --- PostgreSQL. ALWAYS: else `SET session_replication_role = replica` would put the triggers to sleep.


class _Guard(NamedTuple):
    """A trigger of PostgreSQL: on what, when, for each of what, and the function it calls."""

    table: str
    when: str
    function: str
    each: str = "STATEMENT"

    def statement(self, name: str) -> str:
        """What creates it."""
        return (
            f"CREATE TRIGGER {name} BEFORE {self.when} ON {self.table} FOR EACH {self.each}"
            f" EXECUTE FUNCTION {self.function}()"
        )

    @property
    def kind(self) -> int:
        """The same as bits, as `pg_trigger.tgtype` has it."""
        bits = {"INSERT": 4, "DELETE": 8, "UPDATE": 16, "TRUNCATE": 32}
        return 2 + (self.each == "ROW") + sum(bits[word] for word in self.when.split(" OR "))


_FUNCTIONS: Final[Mapping[str, str]] = {
    "nemcon_never": """BEGIN
 RAISE EXCEPTION 'a row of % is never changed or deleted', TG_TABLE_NAME
 USING ERRCODE = 'restrict_violation'; END""",
    "nemcon_next_entry": """BEGIN
 IF NEW.entry IS DISTINCT FROM (SELECT coalesce(max(entry), 0) + 1 FROM event) THEN
  RAISE EXCEPTION 'an entry is added after the last one' USING ERRCODE = 'integrity_constraint_violation'; END IF;
 RETURN NEW; END""",
    "nemcon_next_checkpoint": f"""BEGIN
 IF NEW.size <= (SELECT max(size) FROM checkpoint) OR {_BEYOND} THEN
  RAISE EXCEPTION 'a checkpoint is added after the last one, of no more entries than there are'
  USING ERRCODE = 'integrity_constraint_violation'; END IF;
 RETURN NEW; END""",  # noqa: S608 - text of our own
    "nemcon_one_head": """BEGIN
 IF EXISTS (SELECT 1 FROM head) THEN
  RAISE EXCEPTION 'there is one head' USING ERRCODE = 'integrity_constraint_violation'; END IF;
 RETURN NEW; END""",
    "nemcon_head_forward": f"""BEGIN
 IF {_BACKWARDS.replace("NEW.recorded_at", 'NEW.recorded_at COLLATE "C"')} THEN
  RAISE EXCEPTION 'the head only grows, with the entries' USING ERRCODE = 'integrity_constraint_violation'; END IF;
 RETURN NEW; END""",
}

_ON_POSTGRESQL: Final[Mapping[str, _Guard]] = {
    **{f"{table}_unchanged": _Guard(table, "UPDATE OR DELETE OR TRUNCATE", "nemcon_never") for table in _ONLY_ADDED},
    "sealed_unchanged": _Guard("sealed", "UPDATE OR TRUNCATE", "nemcon_never"),
    "head_kept": _Guard("head", "DELETE OR TRUNCATE", "nemcon_never"),
    "head_once": _Guard("head", "INSERT", "nemcon_one_head", "ROW"),
    "head_forward": _Guard("head", "UPDATE", "nemcon_head_forward", "ROW"),
    "event_next": _Guard("event", "INSERT", "nemcon_next_entry", "ROW"),
    "checkpoint_next": _Guard("checkpoint", "INSERT", "nemcon_next_checkpoint", "ROW"),
}


def _schema(connection: Connection) -> str:
    name: str = connection.exec_driver_sql("SELECT quote_ident(current_schema())").scalar_one()
    return name


def _made(function: str, schema: str) -> str:
    # The path is fixed: else a temporary table called "event" would be asked in the place of ours.
    return (
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql"
        f" SET search_path = {schema}, pg_temp AS $${_FUNCTIONS[function]}$$"
    )


_Laid = tuple[str, int, str, bool, str, str, str]


def _expected(schema: str) -> dict[str, _Laid]:
    path = f"search_path={schema}, pg_temp"
    return {
        name: (guard.table, guard.kind, "A", True, guard.function, _FUNCTIONS[guard.function], path)
        for name, guard in _ON_POSTGRESQL.items()
    }


_TRIGGERS: Final = text("""
    SELECT tgname, relname, tgtype, tgenabled::text, tgqual IS NULL AND tgattr::text = '', proname, prosrc,
           array_to_string(proconfig, ' ')
    FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid
    WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace AND relname = ANY(:tables)
""")


_AWAKE: Final = Prepared(
    text(
        "SELECT count(*) FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal"  # noqa: S608 - names of our own
        " AND tgenabled = 'A' AND relnamespace = current_schema()::regnamespace"
        f" AND relname IN ({', '.join(map(repr, _GUARDED))})"
    )
)


def _on_postgresql(connection: Connection) -> dict[str, _Laid]:
    rows = connection.execute(_TRIGGERS, {"tables": _GUARDED})
    return {row[0]: (row[1], row[2], row[3], row[4], row[5], row[6], row[7] or "") for row in rows}
