"""Plays a page: every command of its `console` blocks, in order, with the answers that the page prints.

A page says before its first block from where it is played and when: `<!-- played in an empty folder, from
2020-09-17T10:00 -->`, or `<!-- played after tutorial.md, from ... -->`. The clock moves on by a minute with each
command. In an answer, a line `...` stands for any lines.

To write the answers of a page again: python -m tests.docs.play docs/tutorial.md
"""

from __future__ import annotations

import atexit
import contextlib
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Final
from unittest import mock

from click.testing import CliRunner

from cli.main import nemcon
from cli.room import Room

ROOT: Final = Path(__file__).parents[2]
DOCS: Final = ROOT / "docs"

_BLOCK: Final = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_PLAYED: Final = re.compile(r"<!-- played (in an empty folder|after (?P<page>\S+)), from (?P<clock>\S+) -->")


@dataclass(frozen=True)
class Step:
    """A command as the page types it, and the answer it prints."""

    command: str
    answer: str


def steps(block: str) -> Iterator[Step]:
    """The commands of a block; one that ends in a backslash goes on in the next line."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        lines = part.splitlines()
        last = next(rank for rank, line in enumerate(lines) if not line.endswith("\\"))
        yield Step("\n".join(lines[: last + 1]), "\n".join(lines[last + 1 :]).strip("\n"))


def blocks(page: Path) -> list[list[Step]]:
    """The blocks of a page."""
    return [list(steps(block)) for block in _BLOCK.findall(page.read_text(encoding="utf-8"))]


def agree(printed: str, given: str) -> bool:
    """Whether an answer is the one that the page prints."""
    pattern = "".join(r"(?:.*\n)*?" if line == "..." else re.escape(f"{line}\n") for line in printed.splitlines())
    return re.fullmatch(pattern, f"{given}\n" if given else "") is not None


@dataclass
class Shell:
    """A folder with the examples in it, an environment and a clock."""

    folder: Path
    now: datetime
    environment: dict[str, str] = field(default_factory=dict)

    def answer(self, command: str) -> str:
        """What a command prints, on both streams."""
        self.now += timedelta(minutes=1)
        words = shlex.split(command.replace("\\\n", " "))
        match words:
            case ["export", pair]:
                name, _, value = pair.partition("=")
                self.environment[name] = value
                return ""
            case ["cat", name]:
                return (self.folder / name).read_text(encoding="utf-8").strip("\n")
            case ["nemcon", *rest]:
                return self._nemcon(rest)
            case _:
                raise ValueError(f"a page plays nemcon, cat and export; not {words[0]}")

    def _nemcon(self, words: list[str]) -> str:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("NEMCON_")}
        room = partial(Room, clock=lambda: self.now)
        with (
            contextlib.chdir(self.folder),
            mock.patch.dict(os.environ, {**clean, **self.environment}, clear=True),
            mock.patch("cli.main.Room", room),
        ):
            said = CliRunner().invoke(nemcon, words, prog_name="nemcon")
        return "\n".join(line.rstrip() for line in said.output.strip("\n").splitlines())


def opened(page: Path, folder: Path) -> Shell:
    """The shell in which a page begins."""
    found = _PLAYED.search(page.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{page.name} does not say from where it is played")
    shell = Shell(folder, datetime.fromisoformat(found["clock"]).replace(tzinfo=UTC))
    if found["page"] is None:
        shutil.copytree(ROOT / "examples", folder / "examples", dirs_exist_ok=True)
        return shell
    before = _after((page.parent / found["page"]).resolve())
    shutil.copytree(before.folder, folder, dirs_exist_ok=True)
    shell.environment = dict(before.environment)
    return shell


@cache
def _after(page: Path) -> Shell:
    """The shell in which a page ends: played once, in a folder that is kept until the program ends."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shell = opened(page, folder)
    for step in (step for block in blocks(page) for step in block):
        shell.answer(step.command)
    return shell


def written_again(page: Path, folder: Path) -> str:
    """The page with the answers that are given now. An answer that agrees stays as it is."""
    shell = opened(page, folder)

    def block(found: re.Match[str]) -> str:
        return "".join(_written(step, shell.answer(step.command)) for step in steps(found[0]))

    return _BLOCK.sub(block, page.read_text(encoding="utf-8"))


def _written(step: Step, given: str) -> str:
    answer = step.answer if step.answer and agree(step.answer, given) else given
    return f"$ {step.command}\n{answer}\n" if answer else f"$ {step.command}\n"


def _main(names: list[str]) -> None:
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            Path(name).write_text(written_again(Path(name), Path(folder)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _main(sys.argv[1:])
