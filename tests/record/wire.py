"""A wire between a client and a PostgreSQL server that can be cut, or go dead, at the moment of a commit.

It is a real one: it listens on a port, passes every byte on to the socket of the server, and knows a commit when it
sees one pass.
"""

from __future__ import annotations

import contextlib
import ctypes
import select
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.record.server import Server

_COMMIT = b"COMMIT"
_SO_ATTACH_FILTER = 26
_DROP_ALL = struct.pack("HBBI", 0x06, 0, 0, 0)  # one instruction of a socket filter: return 0 bytes of every packet


@dataclass
class Wire:
    """A wire to the server. What happens to the next commit is set by the test, and happens once."""

    server: Server
    port: int
    at_commit: Callable[[socket.socket, socket.socket, bytes], None] | None = None
    ends: list[socket.socket] = field(default_factory=list)
    is_gone: bool = False

    def url(self, url: str, **more: object) -> str:
        """The URL of a database of the server, through this wire."""
        name = url.partition("@/")[2].partition("?")[0]
        said = "".join(f"&{key}={value}" for key, value in more.items())
        return f"postgresql+psycopg://nobody@127.0.0.1:{self.port}/{name}?sslmode=disable&gssencmode=disable{said}"

    def loses_the_answer(self, *, and_all_that_follows: bool = False) -> None:
        """The next commit reaches the server, which does it; the answer never arrives."""

        def answered(client: socket.socket, server: socket.socket, sent: bytes) -> None:
            server.sendall(sent)
            server.recv(65536)
            self.is_gone = and_all_that_follows
            _cut(client, server)

        self.at_commit = answered

    def breaks_while_it_commits(self) -> None:
        """The next commit reaches the server, and the wire is cut before it is done."""

        def passed(client: socket.socket, server: socket.socket, sent: bytes) -> None:
            server.sendall(sent)
            _cut(client, server)

        self.at_commit = passed

    def loses_the_commit(self) -> None:
        """The next commit never reaches the server."""

        def lost(client: socket.socket, server: socket.socket, _sent: bytes) -> None:
            _cut(client, server)

        self.at_commit = lost

    def goes_dead(self) -> None:
        """At the next commit every packet of the client is dropped: no answer, no reset, no acknowledgement."""

        def dead(client: socket.socket, server: socket.socket, sent: bytes) -> None:
            program = ctypes.create_string_buffer(_DROP_ALL)
            told = struct.pack("HP", 1, ctypes.addressof(program))
            client.setsockopt(socket.SOL_SOCKET, _SO_ATTACH_FILTER, told)
            server.sendall(sent)
            server.recv(65536)

        self.at_commit = dead

    def serve(self, client: socket.socket) -> None:
        """Pass on what comes from one client, and what comes back."""
        if self.is_gone:
            client.close()
            return
        server = socket.socket(socket.AF_UNIX)
        server.connect(str(self.server.folder / ".s.PGSQL.5432"))
        self.ends += [client, server]
        with contextlib.suppress(OSError, ValueError):  # a socket that was closed has no number
            while self._passed_on(client, server):
                pass

    def _passed_on(self, client: socket.socket, server: socket.socket) -> bool:
        for end in select.select([client, server], [], [])[0]:
            other = server if end is client else client
            sent = end.recv(65536)
            if end is client and _COMMIT in sent and self.at_commit is not None:
                happens, self.at_commit = self.at_commit, None
                happens(client, server, sent)
                return False
            if not sent:
                _cut(client, server)
                return False
            other.sendall(sent)
        return True


def _cut(*ends: socket.socket) -> None:
    for end in ends:
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()


@contextmanager
def wire_to(server: Server) -> Iterator[Wire]:
    """A wire, and its ends cut when the test is over."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        wire = Wire(server, door.getsockname()[1])

        def let_in() -> None:
            with contextlib.suppress(OSError):
                while True:
                    client, _where = door.accept()
                    threading.Thread(target=wire.serve, args=(client,), daemon=True).start()

        threading.Thread(target=let_in, daemon=True).start()
        yield wire
        door.shutdown(socket.SHUT_RDWR)
        _cut(*wire.ends)
