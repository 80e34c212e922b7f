"""What was learnt of PostgreSQL, against a real server and over a wire that is cut or goes dead."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from cli.main import nemcon
from domain.record.database import NotARecord, address, check, connect, create, reading, writing
from domain.record.outcome import OutcomeUnknown
from domain.record.postgres import CARE, Warned, as_told
from projections.engine import METADATA
from tests.domain.story import sitting, taken_up
from tests.record.book import Book, asked, command
from tests.record.server import Server
from tests.record.wire import Wire, wire_to

AT_COMMIT = """
CREATE FUNCTION at_commit_{table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {does}; RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON {table}
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION at_commit_{table}()
"""


@pytest.fixture
def kept(tmp_path: Path, _on_a_server: Book) -> Book:
    """A record on the server: three bodies and a meeting at work, entries 1 to 7."""
    return _on_a_server.copy(tmp_path)


@pytest.fixture
def wire(server: Server) -> Iterator[Wire]:
    """A wire to the server."""
    with wire_to(server) as one:
        yield one


def over(wire: Wire, kept: Book, **more: object) -> Book:
    """The same record, reached over the wire."""
    return Book(kept.path, url=wire.url(str(kept.url), **more))


def at_commit(kept: Book, does: str, table: str = "event") -> None:
    """Let the server do something at each commit that touched a table."""
    with kept.engine.begin() as connection:
        connection.execute(text(AT_COMMIT.format(does=does, table=table)))


# --- A commit whose outcome is not told.


def test_a_commit_whose_answer_was_lost_is_read_back_and_answered(kept: Book, wire: Wire) -> None:
    wire.loses_the_answer()
    answer = over(wire, kept).record(asked(sitting(1)), asked(taken_up("i2.4")))
    assert [fact.entry.number for fact in answer.facts] == [8, 9]
    assert kept.everything()[7:] == list(answer.facts)


def test_a_commit_that_never_arrived_is_a_failure_and_may_be_given_again(kept: Book, wire: Wire) -> None:
    book, one = over(wire, kept), command(asked(sitting(1)))
    wire.loses_the_commit()
    with pytest.raises(OperationalError):
        book.give(one)
    assert kept.size == 7
    assert book.give(one).facts[0].entry.number == 8


def test_the_same_command_after_a_commit_nobody_was_told_of_is_an_answer_and_no_conflict(
    kept: Book, wire: Wire
) -> None:
    one = command(asked(sitting(1)))
    wire.loses_the_answer()
    first = over(wire, kept).give(one)
    assert kept.give(one).repeated
    assert kept.give(one).facts == first.facts
    assert kept.size == 8


def test_a_commit_still_under_way_when_the_wire_broke_is_waited_for(kept: Book, wire: Wire) -> None:
    at_commit(kept, "PERFORM pg_sleep(1)")
    wire.breaks_while_it_commits()
    begun = time.monotonic()
    assert over(wire, kept).record(asked(sitting(1))).facts[0].entry.number == 8
    assert time.monotonic() - begun > 1


def test_where_the_record_cannot_be_asked_nobody_is_told_that_nothing_was_recorded(kept: Book, wire: Wire) -> None:
    wire.loses_the_answer(and_all_that_follows=True)
    with pytest.raises(OutcomeUnknown, match="not known whether this was recorded") as caught:
        over(wire, kept).record(asked(sitting(1)))
    assert "nemcon history" in caught.value.next_step
    assert kept.size == 8


def test_on_the_command_line_too(kept: Book, wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEMCON_BY", "secretary")
    wire.loses_the_answer(and_all_that_follows=True)
    typed = ["--db", wire.url(str(kept.url)), "body", "add", "WG8", "Eighth Group", "--at", "2020-02-02"]
    result = CliRunner().invoke(nemcon, typed)
    said = " ".join(result.stderr.split())
    assert result.exit_code == 1
    assert said.startswith("Unknown: It is not known whether this was recorded: ")
    assert "Nothing was recorded" not in said
    assert "Next: Once the record can be read, look: nemcon history." in said


# --- A commit that was cancelled, answered as one that succeeded.


@contextmanager
def cancelled(kept: Book, times: int) -> Iterator[None]:
    """The server waits for a replica that is not there, and an administrator cancels so many commits that wait.

    After that he gives up the replica, and commits are as they were.
    """
    assert kept.server is not None
    waits = text("SELECT pid, pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")
    with kept.server.administered() as administrator:

        def keeps_cancelling() -> None:
            left = times
            while left:
                left -= len(administrator.execute(waits).all())
                time.sleep(0.1)
            replicates(administrator, "")

        replicates(administrator, "a replica")
        work = threading.Thread(target=keeps_cancelling)
        work.start()
        try:
            yield
        finally:
            work.join()


def replicates(administrator: Connection, to: str) -> None:
    """Let the server wait at each commit until these have it too."""
    administrator.execute(text(f"""ALTER SYSTEM SET synchronous_standby_names = '{to and f'"{to}"'}'"""))
    administrator.execute(text("SELECT pg_reload_conf()"))
    time.sleep(0.3)


def test_a_cancelled_commit_is_read_back_before_it_is_answered(kept: Book) -> None:
    with cancelled(kept, 1):
        assert kept.record(asked(sitting(1))).facts[0].entry.number == 8
    assert kept.size == 8


def test_where_the_reading_back_is_cancelled_too_the_outcome_is_not_known(kept: Book) -> None:
    with cancelled(kept, 2), pytest.raises(OutcomeUnknown, match="canceling wait for synchronous replication"):
        kept.record(asked(sitting(1)))
    assert kept.record(asked(taken_up("i2.4"))).facts[0].entry.number == 9


def test_any_other_warning_at_a_commit_is_treated_the_same(kept: Book) -> None:
    with kept.engine.begin() as connection:
        connection.execute(text("CREATE TABLE note (text text)"))
    for table in ("event", "note"):
        at_commit(kept, f"RAISE WARNING 'nobody knows of {table}'", table)
    assert kept.record(asked(sitting(1))).facts[0].entry.number == 8
    with pytest.raises(Warned, match="nobody knows of note"), writing(kept.engine) as connection:
        connection.execute(text("INSERT INTO note VALUES ('a commit with nothing to read back')"))


def test_a_warning_before_the_commit_says_nothing_of_it(kept: Book) -> None:
    with writing(kept.engine) as connection:
        connection.execute(text("DO $$ BEGIN RAISE WARNING 'by the way'; END $$"))


def test_ctrl_c_at_a_commit_cancels_nothing_and_is_answered(kept: Book) -> None:
    at_commit(kept, "PERFORM pg_sleep(2)")
    threading.Timer(0.7, os.kill, (os.getpid(), signal.SIGINT)).start()
    assert kept.record(asked(sitting(1))).facts[0].entry.number == 8
    assert kept.size == 8
    assert kept.server is not None
    assert "canceling statement due to user request" not in (kept.server.folder / "log").read_text()


# --- A server that is gone without a word.


def opened_with(connection: Connection) -> dict[str, str]:
    """What the connection was opened with."""
    driver: Any = connection.connection.driver_connection
    told: dict[str, str] = driver.info.get_parameters()
    return told


def test_every_connection_is_kept_alive_and_leads_to_the_primary(kept: Book) -> None:
    with kept.engine.connect() as connection:
        told = opened_with(connection)
    assert {name: told.get(name) for name in CARE} == CARE


def test_the_url_may_say_otherwise(kept: Book, wire: Wire) -> None:
    with over(wire, kept, tcp_user_timeout=5000).engine.connect() as connection:
        told = opened_with(connection)
    assert told["tcp_user_timeout"] == "5000"
    assert told["keepalives_idle"] == CARE["keepalives_idle"]


def test_a_server_gone_dead_at_the_commit_is_noticed_and_read_back(kept: Book, wire: Wire) -> None:
    book = over(wire, kept, keepalives_idle=1, keepalives_interval=1, keepalives_count=2, tcp_user_timeout=2000)
    wire.goes_dead()
    begun = time.monotonic()
    assert book.record(asked(sitting(1))).facts[0].entry.number == 8
    assert 1 < time.monotonic() - begun < 20


# --- Addresses.


@pytest.mark.parametrize(
    ("typed", "hosts"),
    [
        ("postgresql://one/record", "one"),
        ("postgresql://one,two/record", "one:5432 two:5432"),
        ("postgresql+psycopg://anna:s%40e@one:5433,two/record?sslmode=require", "one:5433 two:5432"),
        ("postgresql://anna@/record?host=one:1&host=two:2", "one:1 two:2"),
    ],
)
def test_an_address_has_one_host_or_several(typed: str, hosts: str) -> None:
    url = address(typed)
    named = url.query.get("host", url.host)
    assert " ".join([named] if isinstance(named, str) else named or ()) == hosts
    assert url.database == "record"
    assert url.query.get("sslmode") == ("require" if "sslmode" in typed else None)


def test_a_port_that_is_no_number_is_refused() -> None:
    with pytest.raises(NotARecord, match="is no database address"):
        address("postgresql://one:port/record")


def test_an_address_is_told_without_its_login() -> None:
    several = address("postgresql://anna:secret@one,two:2/record?password=secret")
    assert as_told(several) == "record at one:5432, two:2"
    assert as_told(address("postgresql://anna:secret@one/record")) == "record at one"
    assert as_told(address("postgresql:///record")) == "record at this machine"


def test_of_several_hosts_the_one_that_answers_is_taken(kept: Book, wire: Wire) -> None:
    engine = connect(wire.url(str(kept.url)).replace("127.0.0.1:", "127.0.0.1:1,127.0.0.1:"))
    check(engine)
    with reading(engine) as connection:
        assert connection.scalar(text("SELECT count(*) FROM event")) == 7


def test_a_server_that_is_not_there_is_refused_in_plain_words() -> None:
    with pytest.raises(NotARecord, match="cannot be opened as a record") as caught:
        check(connect("postgresql://nobody:secret@127.0.0.1:1/record"))
    assert "secret" not in caught.value.sentence
    assert "\n" not in caught.value.sentence
    assert "server" in caught.value.next_step


# --- The schema is made by `init`, and by nothing an act or a view does.


def test_no_table_is_made_or_changed_by_an_act_or_a_view(kept: Book) -> None:
    with kept.engine.begin() as connection:
        connection.execute(
            text(
                "CREATE FUNCTION no_more() RETURNS event_trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'the schema was to be changed: %', tg_tag; END $$"
            )
        )
        connection.execute(text("CREATE EVENT TRIGGER no_more ON ddl_command_start EXECUTE FUNCTION no_more()"))
    kept.each(sitting(1), taken_up("i2.4"))
    kept.rows()
    kept.rows_as_of(on="2020-09-08")
    check(kept.again().engine)
    assert kept.size == 9


def test_of_several_who_lay_a_record_at_once_one_does_and_the_others_wait(server: Server) -> None:
    url = server.database()
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: create(connect(url), datetime(2020, 1, 1, tzinfo=UTC), [METADATA]), range(4)))
    assert sorted(made) == [False, False, False, True]
    check(connect(url))
