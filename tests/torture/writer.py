"""A process that records, and tells of each entry once it is acknowledged.

It is forked: it begins at once, and many can be killed in a minute.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NoReturn

from domain.body import register_body
from domain.record.database import connect, create
from domain.record.register import Register
from domain.record.transaction import transaction
from projections.engine import METADATA, Writer
from tests.bench.meetings import BODY, Deed, long_meeting

_PATIENCE = 60.0
_PAUSE = 0.001  # a moment between two acts, as people leave: else whoever has the lock takes it again at once


def begin(where: str) -> None:
    """Make a record at `where` that knows the body whose meetings are recorded."""
    engine = connect(where)
    assert create(engine, datetime(2020, 1, 1, tzinfo=UTC), [METADATA])
    known = {"key": BODY, "name": "Working Group on the Smuggling of Migrants", "short": "Working Group"}
    with transaction(Register(engine, Writer())) as under_way:
        under_way.act(Deed(register_body, {**known, "zone": "Europe/Vienna"}).command(BODY, "body", "body"))
    engine.dispose()


def acts(where: str, key: str) -> Iterator[str]:
    """Record a meeting act by act, and tell each entry with the digest of its stored state after the commit."""
    engine = connect(where, keep=True)
    register = Register(engine, Writer(), keeping=True)
    try:
        for rank, deed in enumerate(long_meeting(key, 10_000, listed=12), start=1):
            with transaction(register) as under_way:
                answer = under_way.act(deed.command(f"{BODY} {key}", f"{key}:{rank}"))
            for fact in answer.facts:
                state = register.mapper.to_stored_event(fact).state
                yield f"{fact.entry.number} {hashlib.sha256(state).hexdigest()}"
    finally:
        engine.dispose()


def in_a_process(work: Callable[[int], None]) -> tuple[int, int]:
    """The id of a process that does this, and the end of a pipe to which it writes."""
    there, here = os.pipe()
    process = os.fork()
    if not process:
        os.close(there)
        _work(work, here)
    os.close(here)
    return process, there


def _work(work: Callable[[int], None], pipe: int) -> NoReturn:
    code = 1
    try:
        gc.freeze()
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        work(pipe)
        code = 0
    except BaseException as error:  # noqa: BLE001 - nothing of the parent may go on in the child
        with contextlib.suppress(OSError):
            told = " ".join(str(error).split())
            os.write(pipe, f"! {type(error).__name__}: {told}\n".encode())
    finally:
        sys.stdout.flush()
        os._exit(code)


@dataclass
class Recording:
    """A process that records meetings, and what it told."""

    process: int
    pipe: int
    told: bytes = b""
    ended: bool = False
    acknowledged: dict[int, str] = field(default_factory=dict)
    failure: str | None = None

    @classmethod
    def of(cls, where: str, key: str) -> Recording:
        """One that has just begun."""

        def work(pipe: int) -> None:
            for told in acts(where, key):
                os.write(pipe, f"{told}\n".encode())
                time.sleep(_PAUSE)

        return cls(*in_a_process(work))

    def more(self, than: int, patience: float = _PATIENCE) -> bool:
        """Wait until it has acknowledged more entries than this; False where it ended before."""
        until = time.monotonic() + patience
        while len(self.acknowledged) <= than and not self.ended:
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError("a writer acknowledged nothing more")
            if select.select([self.pipe], [], [], left)[0]:
                self._hear()
        return len(self.acknowledged) > than

    def _hear(self) -> None:
        sent = os.read(self.pipe, 65536)
        self.ended = not sent
        *lines, self.told = (self.told + sent).split(b"\n")
        for line in lines:
            first, _, rest = line.decode().partition(" ")
            if first == "!":
                self.failure = rest
            else:
                self.acknowledged[int(first)] = rest

    def kill(self) -> None:
        """`kill -9`, and hear what it had told."""
        os.kill(self.process, signal.SIGKILL)
        self.wait()

    def wait(self) -> None:
        """Hear it to its end."""
        while not self.ended:
            self._hear()
        os.close(self.pipe)
        os.waitpid(self.process, 0)
