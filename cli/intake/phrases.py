"""Which relation a phrase of a resolution states: "Recalling also" and "Further recalls" are one, recalls."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from domain.resolution import Relation

_RELATIONS: Final[tuple[tuple[str, Relation], ...]] = (
    ("recall", Relation.RECALLS),
    ("reaffirm", Relation.REAFFIRMS),
    # By General Assembly decision 55/488 "notes" and "takes note of" are one neutral term.
    ("not(?:ing|es)|tak(?:ing|es) note", Relation.TAKES_NOTE),
    ("welcom", Relation.WELCOMES),
    ("bear(?:ing|s) in mind", Relation.BEARS_IN_MIND),
    ("guided", Relation.GUIDED_BY),
    ("having (?:considered|examined)", Relation.HAVING_CONSIDERED),
    ("request", Relation.REQUESTS),
    ("reiterat", Relation.REITERATES),
    ("decid(?:es|ing) to extend|extend", Relation.EXTENDS),
    ("decid(?:es|ing) to establish|establish", Relation.ESTABLISHES),
    ("decid(?:es|ing) to renew|renew", Relation.RENEWS),
    ("decid", Relation.DECIDES),
    ("endors", Relation.ENDORSES),
    ("approv", Relation.APPROVES),
    ("(?:acting )?(?:pursuant to|in accordance with)", Relation.PURSUANT_TO),
    ("implement", Relation.IMPLEMENTS),
    ("amend", Relation.AMENDS),
    ("supersed|replac", Relation.SUPERSEDES),
    ("terminat|discontinu", Relation.TERMINATES),
    ("rescind|revok|repeal", Relation.RESCINDS),
    ("abrogat", Relation.ABROGATES),
)
_KNOWN: Final = [(re.compile(rf"(?:(?:also|further|again) )?(?:{words})"), relation) for words, relation in _RELATIONS]
_NO_VERB: Final = re.compile(r"Treaty Series|Official Records|.*\d")


@cache
def relation_of(phrase: str) -> Relation:
    """The relation of a phrase; where its verb says nothing of the text cited (urges, stresses), it cites."""
    said = " ".join(phrase.split()).casefold()
    return next((relation for words, relation in _KNOWN if words.match(said)), Relation.CITES)


def is_a_phrase(words: str) -> bool:
    """Whether these are words with which a paragraph begins, and not the title of a publication."""
    return not _NO_VERB.match(words)
