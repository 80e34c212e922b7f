"""The keyboard of `nemcon live`: lines typed at a terminal, with Tab and the arrow keys where there is readline.

From a pipe the lines come as they are, without a prompt.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from cli.errors import Refused

readline: Any
try:
    import readline
except ImportError:  # pragma: no cover - Windows has none; its terminal does what it can
    readline = None

Offer = Callable[[str, str], list[str]]
"""What may stand after the words typed before, beginning with a text."""


class Keyboard:
    """Where the lines come from."""

    def __init__(self, offer: Offer) -> None:
        self.terminal = sys.stdin.isatty()
        self._offer = offer
        self._offered: list[str] = []
        if self.terminal and readline is not None:
            readline.set_completer_delims(" \t")
            readline.set_completer(self.complete)
            libedit = "libedit" in (readline.__doc__ or "")
            readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")

    def line(self, prompt: str) -> str | None:
        """The next line, or None at the end. Ctrl-C abandons what is being typed."""
        if not self.terminal:
            return _of_bytes(sys.stdin.buffer.readline())
        try:
            return input(prompt)
        except UnicodeDecodeError as error:
            raise _not_text() from error
        except KeyboardInterrupt:
            click.echo()
            return ""
        except EOFError:
            click.echo()
            return None

    def put_back(self, line: str) -> None:
        """Have a line stand at the next prompt, to be given again by Enter."""
        if self.terminal and readline is not None:
            readline.set_pre_input_hook(lambda: self.puts(line))

    @staticmethod
    def puts(line: str) -> None:
        """Type a line for whoever sits there, once."""
        readline.insert_text(line)
        readline.redisplay()
        readline.set_pre_input_hook(None)

    def complete(self, text: str, rank: int) -> str | None:
        """What readline asks at each Tab, rank after rank, until there is no more."""
        if rank == 0:
            self._offered = self._offer(readline.get_line_buffer()[: readline.get_begidx()], text)
        return self._offered[rank] if rank < len(self._offered) else None


def _of_bytes(line: bytes) -> str | None:
    if not line:
        return None
    try:
        return line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise _not_text() from error


def _not_text() -> Refused:
    return Refused("The line is not text in UTF-8.", "Set the language of the terminal to UTF-8.")
