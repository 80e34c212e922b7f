"""Refusals as people read them: what was refused, under which rule, what to do next. Never a traceback."""

from __future__ import annotations

import errno
import os
import textwrap
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from cli.veiled import veiled
from domain.rules import OutOfOrder

_OF_THE_DISK = "Check the name, who owns it, and the space on the disk."
_OF_A_FILE = {
    errno.ENOENT: "Check the name, and the folder you are in.",
    errno.EACCES: "Check who owns it, and who may read it.",
    errno.ENAMETOOLONG: "Give the name of a file.",
}


class Refused(click.ClickException):
    """A refusal, with exit status 1. Nothing was recorded."""

    exit_code = 1

    def __init__(self, sentence: str, next_step: str, rule: str | None = None, place: str | None = None) -> None:
        super().__init__(sentence)
        self.next_step = next_step
        self.rule = rule
        self.place = place
        self.reason: str | None = None
        self.undone = False

    def lines(self) -> list[str]:
        """The refusal as it is printed."""
        next_step = self.next_step.removeprefix("First: ")
        parts = [
            ("Refused:", self.message),
            ("Reason:", self.reason),
            ("Rule:", self.rule),
            ("Next:", next_step),
        ]
        told = [_wrapped(word, text) for word, text in parts if text]
        if self.undone:
            told.append("Nothing of the script was recorded.")
        return [veiled(f"{self.place}:"), *told] if self.place else told

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the refusal to standard error."""
        click.echo("\n".join(self.lines()), file=file, err=file is None)


def no_entry(entry: int) -> Refused:
    """The refusal of an entry that the record does not have."""
    return Refused(f"There is no entry {entry} in the record.", "Look it up: nemcon history")


class Recorded(click.ClickException):
    """What was asked is recorded, but the answer could not be shown."""

    def __init__(self, cause: str) -> None:
        super().__init__(f"It was recorded, but the answer could not be shown: {cause}.")

    def show(self, file: IO[Any] | None = None) -> None:
        """Say so on standard error."""
        told = [self.message, "Next:    Do not repeat it; see: nemcon history"]
        click.echo("\n".join(told), file=file, err=file is None)


class NotKnown(click.ClickException):
    """What was asked may be recorded or not."""

    def __init__(self, sentence: str, next_step: str) -> None:
        super().__init__(sentence)
        self.next_step = next_step

    def show(self, file: IO[Any] | None = None) -> None:
        """Say so on standard error; it is no refusal."""
        told = [_wrapped("Unknown:", self.message), _wrapped("Next:", self.next_step)]
        click.echo("\n".join(told), file=file, err=file is None)


def _wrapped(word: str, text: str) -> str:
    return textwrap.fill(
        veiled(text), width=100, initial_indent=f"{word:<9}", subsequent_indent=" " * 9, break_on_hyphens=False
    )


def refused(refusal: OutOfOrder) -> Refused:
    """A refusal of the domain, for a person."""
    return Refused(refusal.sentence, refusal.next_step, rule=refusal.rule)


@contextmanager
def plain_refusals() -> Iterator[None]:
    """Whatever goes wrong inside leaves as a click exception with its exit status, never as a traceback."""
    try:
        yield
    except click.ClickException as error:
        error.message = veiled(error.message)  # type: ignore[misc] # it is final for those who only show it
        raise
    except (click.exceptions.Exit, click.Abort):
        raise
    except OutOfOrder as refusal:
        raise refused(refusal) from refusal
    except Exception as error:
        if isinstance(error, OSError) and error.errno == errno.EPIPE:
            raise  # whoever read the answers has read enough (nemcon history | head): click ends in silence
        raise _explained(error) from error


def _explained(error: Exception) -> click.ClickException:
    """What an exception from below means to the person at the keyboard."""
    sentence, next_step = getattr(error, "sentence", None), getattr(error, "next_step", None)
    if sentence and next_step and getattr(error, "unknown", False):
        return NotKnown(str(sentence), str(next_step))
    if sentence and next_step:
        return Refused(str(sentence), str(next_step))
    if type(error).__module__.startswith(("sqlalchemy", "sqlite3", "psycopg")):  # rows are fetched from the driver
        return _database(error)
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return Refused(f"{where}{error.strerror or error}.", _OF_A_FILE.get(error.errno or 0, _OF_THE_DISK))
    if isinstance(error, OverflowError):
        return Refused("So large a number is not kept.", "If it is that of an entry, look it up: nemcon history")
    if isinstance(error, UnicodeDecodeError):
        return _damaged(str(error))
    if isinstance(error, UnicodeEncodeError):
        return Refused("What was typed is not text in UTF-8.", "Set the language of the terminal to UTF-8.")
    if os.environ.get("NEMCON_DEBUG"):
        click.echo(veiled("".join(traceback.format_exception(error))), err=True)
    return Refused(
        f"This should not have happened ({type(error).__name__}: {error}). Nothing was recorded.",
        "Set NEMCON_DEBUG=1 to see where, and report it with the command you gave.",
    )


def _database(error: Exception) -> Refused:
    cause = str(getattr(error, "orig", None) or error)
    if "locked" in cause:
        return Refused(
            "Somebody else has been recording for more than 30 seconds. Nothing of yours was recorded.",
            "Give the command again.",
        )
    if "readonly" in cause or "read-only" in cause:
        return Refused("The record, or its folder, cannot be written to. Nothing was recorded.", "Check who owns it.")
    if "permission denied" in cause:
        return Refused(
            f"This login may not do that: {cause.partition(chr(10))[0]}. Nothing was recorded.",
            "Use a login that may: a recorder records, an auditor reads. See docs/how-to/postgresql.md",
        )
    if any(words in cause for words in ("no such table", "no such column", "has no column", "does not exist")):
        return Refused(
            "What is derived from the events is missing, or of another version; the events themselves are not touched.",
            "Derive it again: nemcon rebuild",
        )
    if any(words in cause for words in ("Could not decode", "malformed", "not a database")):
        return _damaged(cause)
    return Refused(f"The database refused: {cause}. Nothing was recorded.", "Check the disk and the file.")


def _damaged(cause: str) -> Refused:
    return Refused(
        f"The file of the record is damaged: {cause.partition(chr(10))[0]}. Nothing was recorded.",
        "Look what is damaged (nemcon verify), and keep the file; then take the last good copy.",
    )
