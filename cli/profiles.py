"""Which rules of procedure does a word name? Those of a body the program knows, or those in a file of one's own.

title = "the rules of procedure of the Group"

[[rule]]
question = "notice"
number = "7"
says = "The provisional agenda is sent 42 days before the meeting."
source = "Terms of reference of the Group, rule 7"
value = 42
"""

from __future__ import annotations

import tomllib
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from cli.errors import Refused
from cli.files import text_of
from cli.typed import must_be_words
from domain.profiles import PROFILES
from domain.questions import FIGURES, WORDS, Question
from domain.rules import Profile, Rule
from domain.values import normal


class ProfileWord(click.ParamType[Any]):
    """The name of a profile, or a file of one's own, which ends in .toml."""

    name = "profile"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str | Path:  # noqa: ANN401 - as click calls it
        """The name, or the path of a file that is there."""
        del param, ctx
        if isinstance(value, Path) or value in PROFILES:
            return value  # type: ignore[no-any-return] # one of the two that are answered
        path = Path(str(value))
        if path.suffix != ".toml":
            raise Refused(
                f"There is no profile of rules {value!r}.",
                f"Use one of: {', '.join(PROFILES)}; or a file of your own that ends in .toml",
            )
        if not path.is_file():
            raise Refused(f"There is no file {path}.", "Check its name.")
        return path

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The names that begin so."""
        del ctx, param
        return [CompletionItem(name) for name in PROFILES if name.startswith(incomplete)]


PROFILE = ProfileWord()


def profile_of(word: str | Path) -> Profile:
    """The profile that a word names."""
    return PROFILES[word] if isinstance(word, str) else _profile_in(word)


def _profile_in(file: Path) -> Profile:
    try:
        told = tomllib.loads(text_of(file))
    except tomllib.TOMLDecodeError as error:
        raise Refused(f"{file.name} is not TOML: {error}.", "See the example in the documentation.") from error
    _only(told, {"title", "rule"}, file.name)
    title, rules = told.get("title"), told.get("rule", [])
    if not isinstance(title, str) or not isinstance(rules, list) or not rules:
        raise Refused(f"{file.name} has no title, or no [[rule]].", 'Begin it: title = "the rules of procedure of X"')
    must_be_words("title", title)
    return Profile(
        name=normal(file.stem),
        title=normal(title),
        rules=tuple(_rule(one, f"Rule {number} of {file.name}") for number, one in enumerate(rules, start=1)),
    )


_TYPES = {"value": int, "verified": bool, "bracketed": bool, "since": date, "until": date}
_NEEDED = ("question", "number", "says", "source")


def _rule(told: Any, where: str) -> Rule:  # noqa: ANN401 - whatever the file holds
    if not isinstance(told, dict):
        raise Refused(f"{where} is not a table.", "Write each rule under [[rule]].")
    _only(told, {field.name for field in fields(Rule)} - {"of"}, where)
    for name in _NEEDED:
        if name not in told:
            raise Refused(f"{where} has no {name}.", f"Give each rule its {', '.join(_NEEDED)}.")
    for name, value in told.items():
        kind = _TYPES.get(name, str)
        if type(value) is not kind:
            raise Refused(f"{where}: {name} is not {_KINDS[kind]}.", "Check how the value is written.")
        must_be_words(f"{where}: {name}", value)
    return Rule(**{**told, "question": _question(told, where)})


_KINDS: dict[type[Any], str] = {str: "text", int: "a whole number", bool: "true or false", date: "a day"}


def _question(told: dict[str, Any], where: str) -> Question:
    if told["question"] not in [*Question]:
        raise Refused(
            f"{where} answers {told['question']!r}, which is not asked.", f"The questions are: {', '.join(Question)}."
        )
    question = Question(told["question"])
    words = WORDS.get(question, ())
    if words and told.get("word") not in words:
        raise Refused(f"{where} ({question}) needs its word.", f"word = one of: {', '.join(words)}")
    if question in FIGURES and question is not Question.ADDITIONAL and told.get("value", -1) < 0:
        raise Refused(f"{where} ({question}) needs its figure.", f"value = how many {FIGURES[question]}")
    return question


def _only(told: dict[str, Any], known: set[str], where: str) -> None:
    unknown = sorted(set(told) - known)
    if unknown:
        raise Refused(f"{where} has {unknown[0]!r}, which is not known.", f"Known are: {', '.join(sorted(known))}.")
