"""What does the letter of a silence procedure say? Its deadline, its clock, the files that were sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cli.desk import on_day
from cli.errors import Refused
from cli.files import sha256_of
from cli.find import find
from cli.when import at_typed, moment_typed
from domain.days import long_day
from domain.rounds import CirculatedText, Deadline
from domain.values import zone_named
from projections.words import clock

if TYPE_CHECKING:
    from datetime import datetime

    from cli.desk import Desk

F = TypeVar("F", bound=Callable[..., Any])

_DEADLINE = (
    click.option("--zone", metavar="ZONE", help="The clock meant. Default: the body's, or that of the deadline."),
    click.option("--printed", metavar="WORDS", help='As the letter prints it: "6 p.m., Friday, 19 June".'),
)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_TEXTS = (
    click.option("--text", "files", multiple=True, type=_FILE, help="A file sent; once for each language."),
    click.option("--language", "languages", multiple=True, metavar="CODE", help="Its language; as often as --text."),
)


def deadline_options(function: F) -> F:
    """The options of a command that sets a deadline, beside `--until`."""
    return _with(function, _DEADLINE)


def text_options(function: F) -> F:
    """The options of a command that names the files sent."""
    return _with(function, _TEXTS)


def _with(function: F, options: tuple[Callable[[F], F], ...]) -> F:
    for option in reversed(options):
        function = option(function)
    return function


def texts_typed(files: tuple[Path, ...], languages: tuple[str, ...]) -> tuple[CirculatedText, ...]:
    """The files sent, each with its language where languages are given."""
    if languages and len(languages) != len(files):
        raise Refused(
            f"{len(languages)} language{'s are' if len(languages) > 1 else ' is'} given for {len(files)} files.",
            "Give each file its language: --text plan-en.pdf --language en --text plan-fr.pdf --language fr",
        )
    codes = languages or (None,) * len(files)
    return tuple(
        CirculatedText(name=file.name, sha256=sha256_of(file), language=code)
        for file, code in zip(files, codes, strict=True)
    )


def deadline_typed(until: str, zone: str, printed: str | None) -> Deadline:
    """The deadline as typed, with the words the letter prints, or the field's where none are given."""
    instant = moment_typed(until, zone)
    field = f"{clock(instant.time())}, {instant:%A}, {long_day(instant.date())}"
    words = (printed or "").strip().removeprefix("until ") or field
    return Deadline(instant=instant.astimezone(zone_named("UTC")), zone=zone, printed=words)


def silence_meant(desk: Desk, word: str) -> tuple[str, str]:
    """The natural key of the silence procedure that `word` names, and the zone of its clock."""
    key = find(desk.under_way.connection, "silence", word).key
    state = desk.under_way.chapter("silence", key).state
    return key, state.deadline.zone if state.deadline else zone_of_body(desk, state.body or "")


def meeting_key(desk: Desk, word: str | None) -> str | None:
    """The natural key of the meeting that `word` names, if any is named."""
    return None if word is None else find(desk.under_way.connection, "meeting", word).key


def zone_of_body(desk: Desk, body: str) -> str:
    """The zone of a body."""
    facts = desk.under_way.context(desk.today().day).body(body)
    return facts.zone if facts else "UTC"


def received_typed(desk: Desk, received: str, zone: str) -> datetime:
    """The moment at which a letter was received; it is the time of the act too, where `--at` does not say another."""
    when = at_typed(received, zone, desk.room.now(), None)
    desk.said = on_day(desk.said, received)
    return moment_typed(received, zone) if when.at is None else when.at
