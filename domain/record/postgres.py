"""What a connection to PostgreSQL needs beside its statements.

Without keepalives a client waits for hours for a server that is gone. A server that replicates and is asked to cancel a
commit answers with success and a warning, and what it told us may be lost all the same. A replica may show what then
never was: nothing is read from one unless the URL asks for it.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import event

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

CARE: Final = {
    "application_name": "nemcon",
    "connect_timeout": "10",
    "keepalives": "1",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "25000",
    "target_session_attrs": "primary",
}
"""What every connection is opened with, unless the URL says otherwise: a dead one is known within half a minute."""

_HOSTS = re.compile(r"(postgresql(?:\+\w+)?://(?:[^/@]*@)?)([^/?@,]*,[^/?@]*)(/[^?]*)?(?:\?(.*))?")
_HEARD: Final = "nemcon_warnings"
_PORT: Final = "5432"


class Warned(Exception):  # noqa: N818 - what the server said, not a failure of ours
    """The server answered the commit, and warned: what became of it is known once it was read back."""

    def __init__(self, warning: str) -> None:
        super().__init__(warning)
        self.sentence = f"The server did not keep it: {warning.rstrip('.')}. Nothing was recorded."
        self.next_step = "Ask who keeps the server, then give the command again."


def with_several_hosts(url: str) -> str:
    """`postgresql://one,two:5433/record` as the URL that SQLAlchemy reads; another URL as it is."""
    found = _HOSTS.fullmatch(url)
    if found is None:
        return url
    before, hosts, name, rest = found.groups()
    named = [f"host={host}" if ":" in host else f"host={host}:{_PORT}" for host in hosts.split(",")]
    return f"{before}{name or '/'}?{'&'.join([*named, *([rest] if rest else [])])}"


def as_told(url: URL) -> str:
    """The database of a URL, and where it is; without the login, and without what else the URL says."""
    hosts = url.query.get("host", url.host or "this machine")
    return f"{url.database} at {hosts if isinstance(hosts, str) else ', '.join(hosts)}"


def attend(engine: Engine) -> None:
    """Open the connections of this engine with care, and listen to what the server says at a commit."""
    logging.getLogger("psycopg").addHandler(logging.NullHandler())  # else it tells the terminal what was dropped
    event.listen(engine, "do_connect", _with_care)
    event.listen(engine, "connect", _opened)


def _with_care(_dialect: object, _record: object, _given: object, named: dict[str, Any]) -> None:
    for name, value in CARE.items():
        named.setdefault(name, value)


def _opened(connection: Any, record: Any) -> None:  # noqa: ANN401 - the driver's connection, and the pool's record of it
    heard = record.info.setdefault(_HEARD, [])

    def note(notice: Any) -> None:  # noqa: ANN401 - the driver's own
        if notice.severity_nonlocalized == "WARNING":
            heard.append(str(notice.message_primary))

    def dropped(**_given: object) -> None:
        connection.close()

    connection.add_notice_handler(note)
    connection.cancel_safe = dropped  # Ctrl-C: never cancel, for a cancelled commit is answered as one that succeeded


def warnings_on(connection: Connection) -> list[str]:
    """The warnings heard on this connection, to be emptied before what matters is asked; none of another database."""
    heard: list[str] = connection.info.get(_HEARD, [])
    return heard
