"""Are these words that can be kept? What is typed is refused where it is blank, or holds what no paper can print."""

from __future__ import annotations

import unicodedata

import click

from cli.errors import Refused

_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of writing, so that a line may not read as it looks."""

_LINES = "\t\n\r"


def must_be_words(name: str, value: object) -> None:
    """Refuse a text, or one of several, that says nothing or cannot be printed."""
    for one in value if isinstance(value, tuple) else (value,):
        if isinstance(one, str):
            _must_say(name, one)


def must_all_be_words(ctx: click.Context) -> None:
    """The same for every argument and option of the command."""
    for parameter in ctx.command.params:
        must_be_words(_label(parameter), ctx.params.get(parameter.name or ""))


def _label(parameter: click.Parameter) -> str:
    """An option as it is typed, `--note`; an argument as the help names it, `TITLE`."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return (parameter.metavar or parameter.name or "").upper().removesuffix("...").strip('"')


def _must_say(name: str, word: str) -> None:
    if not word.strip():
        raise Refused(f"{name} is blank.", "Say it, or leave the option out.")
    strange = [
        one for one in word if (unicodedata.category(one) in {"Cc", "Cs"} and one not in _LINES) or one in _TURNS
    ]
    if strange:
        raise Refused(
            f"{name} holds a character that no paper can print (U+{ord(strange[0]):04X}).",
            "Type it without; if it looked right, set the language of the terminal to UTF-8.",
        )


def _strange(sign: str) -> bool:
    return sign in _TURNS or (sign not in _LINES and unicodedata.category(sign) in {"Cc", "Cs"})
