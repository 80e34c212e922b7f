"""Are these words that can be kept? What is typed is refused where it is blank, or holds what no paper can print."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from cli.errors import Refused

_LINES = "\t\n\r"


def must_be_words(name: str, value: object) -> None:
    """Refuse a text, or one of several, that says nothing or cannot be printed."""
    for one in value if isinstance(value, tuple) else (value,):
        if isinstance(one, str):
            _must_say(name, one)


def must_all_be_words(told: Mapping[str, object]) -> None:
    """The same for every argument and option of a command."""
    for name, value in told.items():
        must_be_words(name.replace("_", " "), value)


def _must_say(name: str, word: str) -> None:
    if not word.strip():
        raise Refused(f"The {name} is blank.", "Say it, or leave the option out.")
    strange = [one for one in word if unicodedata.category(one) in {"Cc", "Cs"} and one not in _LINES]
    if strange:
        raise Refused(
            f"The {name} holds a character that no paper can print (U+{ord(strange[0]):04X}).",
            "Type it without; if it looked right, set the language of the terminal to UTF-8.",
        )
