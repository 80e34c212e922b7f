"""Marks that stand for sealed values, because rows and papers must not keep a copy of what may be disposed of.

A mark names the digest, what is printed in the value's place, and whether it is open: `⟦digest|a delegation|sealed⟧`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from domain.act import Fact
from domain.objections import SilenceBroken
from domain.officers import ActedAs, ChairTaken, OfficerReplaced, OfficersElected
from domain.values import Sealed
from projections.words import capital

Reveal = Callable[[str], str | None]

MARKED: Final = "⟦"
"""What begins a mark: a text without it has none."""
_MARK: Final = re.compile(r"⟦([^|⟦⟧]{1,128})\|([^|⟦⟧]*)\|(open|sealed)⟧")
_SIGNS: Final = str.maketrans("⟦⟧|", "[]/")


def mark(sealed: Sealed) -> str:
    """The mark of a sealed value."""
    return f"⟦{sealed.digest}|{sealed.stands_for.translate(_SIGNS)}|{'open' if sealed.open else 'sealed'}⟧"


def marks(fact: Fact) -> frozenset[str]:
    """The marks of the values that a fact sealed."""
    match fact:
        case OfficersElected():
            return frozenset(mark(one.person) for one in fact.elected)
        case OfficerReplaced():
            return frozenset({mark(fact.officer.person), mark(fact.replaced)})
        case ChairTaken(person=Sealed() as person) | ActedAs(person=Sealed() as person):
            return frozenset({mark(person)})
        case SilenceBroken(objector=Sealed() as objector):
            return frozenset({mark(objector)})
        case _:
            return frozenset()


def only(fact: Fact, text: str) -> str:
    """The text with no other marks than the fact's: a mark that somebody typed must not open another act's value."""
    if MARKED not in text:
        return text
    own = marks(fact)
    return _MARK.sub(lambda found: found[0] if found[0] in own else found[0].translate(_SIGNS), text)


def unseal(text: str, reveal: Reveal, *, restricted: bool = False) -> str:
    """The text as it may be read. `reveal` finds the value kept under a digest, or None where it was disposed of.

    An open value (an officer's name) is revealed while it is kept, a sealed one only where `restricted`.
    """

    def shown(found: re.Match[str]) -> str:
        digest, stands_for, how = found.groups()
        value = reveal(digest) if restricted or how == "open" else None
        return stands_for if value is None else value

    if MARKED not in text:
        return text
    read = _MARK.sub(shown, text)
    # A sentence may begin with a person: "the presiding officer" is then in capitals.
    return capital(read) if _MARK.match(text) and not _MARK.fullmatch(text) else read


def printable(text: str) -> str:
    """The text with every mark left in it replaced by what stands for the value."""
    return unseal(text, lambda _digest: None)


def withheld(text: str) -> int:
    """How many values the text withholds from those who did not ask for restricted ones."""
    return sum(found[3] == "sealed" for found in _MARK.finditer(text))
