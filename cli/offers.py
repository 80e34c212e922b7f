"""What Tab offers in `nemcon live`: words of commands, numbers of items, keys."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import cast

import click
from click.shell_completion import ShellComplete
from sqlalchemy import Connection

from cli.errors import Refused
from cli.room import Room
from cli.shortened import commands_of, in_full
from projections.agenda import agenda
from projections.names import all_named

_OF_ITS_OWN = ("help", "quit")


def offers(ctx: click.Context, room: Room, stream: str, before: str, text: str) -> list[str]:
    """What may stand after `before`, of that which begins with `text`; nothing where that cannot be known."""
    top = cast("click.Group", ctx.find_root().command)
    try:
        words = shlex.split(before)
        words = in_full(top, ctx, words[1:] if words[:1] == ["nemcon"] else words)
    except (Refused, ValueError):
        return []
    found = [*_of_commands(top, ctx, words, text)]
    if words and not found:
        with room.reading() as connection:
            known = [] if words[-1].startswith("-") else [*_numbers(connection, stream)]
            known += [] if known and not text else _keys(connection)
            found = [one for one in known if one.startswith(text)]
    return [f"{shlex.quote(one) if words else one} " for one in found]


def _of_commands(top: click.Group, ctx: click.Context, words: list[str], text: str) -> Iterator[str]:
    if words:
        yield from (one.value for one in ShellComplete(top, {}, "nemcon", "").get_completions(words, text))
        return
    yield from (one for one in (*top.list_commands(ctx), *_OF_ITS_OWN) if one.startswith(text))
    for noun, group in commands_of(top, ctx):
        if text and isinstance(group, click.Group) and noun != "session":
            yield from (f"{noun} {verb}" for verb in group.list_commands(ctx) if verb.startswith(text))


def _numbers(connection: Connection, stream: str) -> Iterator[str]:
    """The numbers of the items as they are typed."""
    found = agenda(connection, stream)
    for number in (item.number for item in (found.items if found else ()) if item.number is not None):
        first, _, rest = number.replace(")", "").partition(" (")
        yield first + rest.replace(" (", ".")


def _keys(connection: Connection) -> Iterator[str]:
    """The keys of meetings, silence procedures and bodies."""
    for kind in ("meeting", "silence", "body"):
        yield from (one.key if kind == "body" else one.label for one in all_named(connection, kind))
