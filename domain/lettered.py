"""The numbers of texts that have parts: one kept form for many spellings, and what a number becomes with a second part.

"66/253 B", "66/253b" and "66/253, sect. B" are one number, kept as "66/253 B". "76/559 A and B" are two.
"""

from __future__ import annotations

import re

from domain.rules import impossible
from domain.values import normal

_PART = re.compile(r"(?P<number>\d+/\d+)(?:, ?sect\.? ?| ?)(?P<part>[A-Za-z])", re.IGNORECASE)
_SEVERAL = re.compile(r"(?P<first>.*\d+/\d+) (?P<parts>[A-Z](?:, [A-Z])*,? and [A-Z])")


def in_one_form(reference: str) -> str:
    """A number, or a reference that ends in one, with the letter of its part as it is kept."""
    words = normal(reference)
    found = re.search(rf"(?<!\d){_PART.pattern}$", words, re.IGNORECASE)
    return words if found is None else f"{words[: found.start()]}{found['number']} {found['part'].upper()}"


def each_part(reference: str) -> list[str]:
    """The references that a composite one names: "76/559 A and B" names two; any other names itself."""
    words = normal(reference)
    found = _SEVERAL.fullmatch(words)
    if found is None:
        return [in_one_form(words)]
    return [f"{found['first']} {letter}" for letter in re.findall(r"\b[A-Z]\b", found["parts"])]


def must_become_a_part(number: str, becomes: str, part: str) -> None:
    """Refuse what is not the number of a first part, beside that of a further one: 76/506, 76/506 A, 76/506 B."""
    letters = [one.removeprefix(f"{number} ") for one in (becomes, part)]
    # The record: parts have the number of the whole and a letter each.
    if not all(len(letter) == 1 and letter.isupper() for letter in letters) or letters[0] == letters[1]:
        raise impossible(
            f"{number} cannot become {becomes} beside {part}.",
            f'Give the parts the number and a letter each: --renames "{number}" "{number} A"',
        )
