"""The page on recording live: what is typed at its prompts is typed again, and the screen must look the same."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import click
import pytest

from tests.docs import play

PAGE = play.DOCS / "how-to" / "live.md"


def screen(page: Path, folder: Path, patch: pytest.MonkeyPatch) -> str:
    """The first session of the page as it looks now."""
    shell = play.opened(page, folder)
    for step in (step for block in play.blocks(page) for step in block):
        shell.answer(step.command)
    lines = re.findall(r"^wg7.*?> (.*)$", session(page), re.MULTILINE)

    class Keyboard:
        """Somebody who types what the page says, a line a minute."""

        terminal = True

        def __init__(self, _offer: object) -> None:
            self.lines: Iterator[str] = iter(lines)

        def line(self, prompt: str) -> str:
            line = next(self.lines)
            click.echo(f"{prompt}{line}")
            shell.now += timedelta(minutes=1)
            return line

    patch.setattr("cli.live.Keyboard", Keyboard)
    return shell.answer("nemcon live wg7")


def session(page: Path) -> str:
    """The first session as the page shows it, after the command that begins it."""
    block = re.compile(r"^```text\n\$ nemcon live wg7\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    found = block.search(page.read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def test_the_session_on_the_page_looks_as_it_does_at_the_keyboard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert screen(PAGE, tmp_path, monkeypatch) == session(PAGE).strip("\n")
