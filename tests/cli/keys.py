"""Somebody at a real terminal: the program behind a pseudo-terminal, the keys they press, the screen they read.

anna = Keys(db, "live", "wg7")
anna.reads("> ")
anna.presses("item conclude 2" + ENTER)
"""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]
ENTER, TAB, UP, CTRL_C, CTRL_D = "\r", "\t", "\x1b[A", "\x03", "\x04"
_PATIENCE = 30


class Keys:
    """One process of the program, and the terminal it runs in."""

    def __init__(self, db: Path, *words: str, by: str = "anna") -> None:
        self._screen, terminal = pty.openpty()
        environment = {
            **os.environ,
            "NEMCON_DB": str(db),
            "NEMCON_BY": by,
            "PYTHONPATH": str(ROOT),
            "TERM": "dumb",
            "INPUTRC": os.devnull,
        }
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", "from cli.main import main; main()", *words],
            env=environment,
            cwd=db.parent,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            start_new_session=True,
            preexec_fn=_controls_the_terminal,  # noqa: PLW1509 - so that Ctrl-C is a signal; this process has one thread
        )
        os.close(terminal)
        self.shown = ""
        self._read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(timeout=_PATIENCE)
        os.close(self._screen)

    def presses(self, keys: str) -> None:
        """Press keys, one after the other."""
        os.write(self._screen, keys.encode())

    def reads(self, pattern: str) -> str:
        """What stands on the screen since the last reading, up to and with what is awaited."""
        until = time.monotonic() + _PATIENCE
        while not (found := re.compile(pattern).search(self.shown, self._read)):
            assert time.monotonic() < until, f"{pattern!r} is not in:\n{self.shown[self._read :]}"
            if not self._more(until - time.monotonic()):
                raise AssertionError(f"{pattern!r} is not in, and the program ended:\n{self.shown[self._read :]}")
        said, self._read = self.shown[self._read : found.end()], found.end()
        return said

    def ends(self) -> int:
        """How the program ended, once all it said was read."""
        while self._more(_PATIENCE):
            pass
        return self.process.wait(timeout=_PATIENCE)

    def _more(self, patience: float) -> bool:
        """Whether there was more to read before the program ended."""
        if not select.select([self._screen], [], [], max(patience, 0))[0]:
            return self.process.poll() is None
        try:
            said = os.read(self._screen, 65536).decode(errors="replace")
        except OSError:  # Linux says so of a terminal that nobody holds any more
            return False
        self.shown += said.replace("\r", "")
        return bool(said)


def _controls_the_terminal() -> None:
    import fcntl  # noqa: PLC0415 - not there on Windows, where these tests are skipped
    import termios  # noqa: PLC0415 - the same

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
