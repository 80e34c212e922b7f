"""Which command do a few letters mean? In `nemcon live` any beginning will do that only one command has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

import click

from cli.errors import Refused

_HELP = {"-h", "--help"}


class _Meant(NamedTuple):
    """A command that may be meant, by its words in full, and the words that would be left for it."""

    path: tuple[str, ...]
    command: click.Command
    rest: list[str]


def in_full(top: click.Group, ctx: click.Context, words: Sequence[str]) -> list[str]:
    """The words with their noun and verb in full; refused where they begin no command, or several."""
    if not words or words[0].startswith("-"):
        return list(words)
    named = top.get_command(ctx, words[0])
    if named is not None:
        return _verb_in_full(named, ctx, words)
    both = _distinct(_by_both(top, ctx, words))
    if both:
        return _the_one(both, " ".join(words[:2]))
    verbs = _distinct(_by_verb(top, ctx, words))
    wholes = _distinct(_by_name(top, ctx, words))
    found = [*verbs, *wholes]
    if len(verbs) == 1 and wholes:  # "conc 2": a concordance takes no number
        found = [one for one in found if _takes(one, ctx)] or found
    return _the_one(found, words[0])


def _verb_in_full(noun: click.Command, ctx: click.Context, words: Sequence[str]) -> list[str]:
    if not isinstance(noun, click.Group) or len(words) == 1 or words[1].startswith("-"):
        return list(words)
    if noun.get_command(ctx, words[1]) is not None:
        return list(words)
    found = [_Meant((words[0], *one.path), one.command, one.rest) for one in _verbs(noun, ctx, words[1:])]
    return _the_one(found, " ".join(words[:2]))


def _the_one(found: Sequence[_Meant], typed: str) -> list[str]:
    if len(found) == 1:
        return [*found[0].path, *found[0].rest]
    if not found:
        raise Refused(f"No command begins with {typed!r}.", "See what there is: help")
    several = ", ".join(" ".join(one.path) for one in found)
    raise Refused(f"{typed!r} is the beginning of {len(found)} commands: {several}.", "Type enough for one of them.")


def _by_both(top: click.Group, ctx: click.Context, words: Sequence[str]) -> Iterator[_Meant]:
    """A noun and its verb, each by its beginning."""
    for name, noun in commands_of(top, ctx):
        if isinstance(noun, click.Group) and name.startswith(words[0]) and words[1:] and words[1][:1] != "-":
            for one in _verbs(noun, ctx, words[1:]):
                yield _Meant((name, *one.path), one.command, one.rest)


def _by_verb(top: click.Group, ctx: click.Context, words: Sequence[str]) -> Iterator[_Meant]:
    """A noun and its verb, by the beginning of the verb alone."""
    for name, noun in commands_of(top, ctx):
        if isinstance(noun, click.Group):
            for one in _verbs(noun, ctx, words):
                yield _Meant((name, *one.path), one.command, one.rest)


def _verbs(noun: click.Group, ctx: click.Context, words: Sequence[str]) -> Iterator[_Meant]:
    for verb, command in commands_of(noun, ctx):
        if verb.startswith(words[0]):
            yield _Meant((verb,), command, list(words[1:]))


def _by_name(top: click.Group, ctx: click.Context, words: Sequence[str]) -> Iterator[_Meant]:
    """A command without a noun; or a noun, where no verb was typed."""
    for name, command in commands_of(top, ctx):
        alone = not isinstance(command, click.Group) or not words[1:] or words[1].startswith("-")
        if name.startswith(words[0]) and alone:
            yield _Meant((name,), command, list(words[1:]))


def commands_of(group: click.Group, ctx: click.Context) -> Iterator[tuple[str, click.Command]]:
    """The commands of a group by their names."""
    for name in group.list_commands(ctx):
        yield name, cast("click.Command", group.get_command(ctx, name))


def _distinct(found: Iterator[_Meant]) -> list[_Meant]:
    """A command that goes by two names, as a session does, is one."""
    return list({id(one.command): one for one in reversed(list(found))}.values())[::-1]


def _takes(meant: _Meant, ctx: click.Context) -> bool:
    """Whether the command can take the words that are left."""
    if _HELP & set(meant.rest):
        return False
    try:
        # Under the whole program: a command keeps the help option that it was given first, and -h is the program's.
        meant.command.make_context(meant.path[-1], list(meant.rest), parent=ctx)
    except click.UsageError:
        return False
    return True
