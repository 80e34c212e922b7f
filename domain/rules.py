"""Rules of procedure as data, and the one refusal.

Three degrees of "no". *Impossible* contradicts the record and is always refused. *Out of order* breaks a rule of
the body's profile and is refused unless the body waived that very rule. *Unusual* is said aloud and recorded.

A profile is data, and the act by which a body adopts it holds all of it: another release of the program, which may know
another text under the same name, changes no reason given before. Profiles of some bodies: `domain.profiles`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import date

from domain.evolving import replace
from domain.late import dataclass
from domain.questions import Question
from domain.values import Entry

RECORD = "the record"
"""What an impossible act contradicts; it stands where a rule number would, and cannot be waived."""


class OutOfOrder(Exception):  # noqa: N818 - the field's own word for it; nobody says "out of order error"
    """The one refusal: under which rule, what was refused, what to do next.

    `dependant` is the entry accepted before that a correction would make unlawful, where that is the reason;
    `overtaken_by` the entry of somebody else who was quicker, before which there would have been no refusal.
    """

    overtaken_by: Entry | None = None

    def __init__(self, rule: str, sentence: str, next_step: str, *, dependant: int | None = None) -> None:
        super().__init__(sentence)
        self.rule = rule
        self.sentence = sentence
        self.next_step = next_step
        self.dependant = dependant


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule: the question it answers, its printed number, what it says in a sentence, and where that was read.

    `value` is its figure (days of notice), `word` its answer where the question is answered by a word. `since` and
    `until` are the first and the last day it is in effect. `of` is the title of its text, where that is not the
    profile's own. A rule that is not `verified`, or that stands in brackets, never refuses.
    """

    question: Question
    number: str
    says: str
    source: str
    value: int | None = None
    word: str | None = None
    verified: bool = True
    bracketed: bool = False
    since: date | None = None
    until: date | None = None
    of: str | None = None
    note: str | None = None

    @property
    def binding(self) -> bool:
        """Whether it may refuse."""
        return self.verified and not self.bracketed

    def in_effect(self, day: date) -> bool:
        """Whether it is in effect on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, kw_only=True)
class Profile:
    """Rules of procedure: the name they go by, how a sentence calls them, and the rules."""

    name: str
    title: str
    rules: tuple[Rule, ...] = ()

    def get(self, question: str, on: date | None = None) -> Rule | None:
        """The last rule that answers `question`, in effect on that day if one is given; None where none does."""
        found = [rule for rule in self.rules if rule.question == question and (on is None or rule.in_effect(on))]
        return found[-1] if found else None

    def binds(self, question: str, entry: Entry) -> Rule | None:
        """The rule that answers `question` on the day of an act, if it may refuse and is not waived."""
        rule = self.get(question, entry.occurred.day)
        return None if rule is None or not rule.binding or rule.number in entry.waives else rule

    def forbid(self, question: str, entry: Entry, sentence: str, next_step: str) -> None:
        """Refuse under the rule that answers `question`, if there is one, it is verified and not waived."""
        rule = self.binds(question, entry)
        if rule is not None:
            raise OutOfOrder(self.cited(rule), f"{sentence} {rule.says}", next_step)

    def cited(self, rule: Rule) -> str:
        """A rule as a sentence cites it: rule 9 of the rules of procedure of the Conference."""
        return f"rule {rule.number} of {rule.of or self.title}"

    def filled(self, gaps: Profile) -> Profile:
        """These rules and, for each question on which they are silent, those of another profile."""
        answered = {rule.question for rule in self.rules}
        others = (replace(one, of=one.of or gaps.title) for one in gaps.rules if one.question not in answered)
        return replace(self, rules=(*self.rules, *others))

    @property
    def sha256(self) -> str:
        """The hash of the whole text: of its JSON with sorted keys and no spaces, in UTF-8."""
        text = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
        return hashlib.sha256(text.encode()).hexdigest()


def impossible(sentence: str, next_step: str) -> OutOfOrder:
    """The refusal of what the record contradicts; to be raised by the act that found it."""
    return OutOfOrder(RECORD, sentence, next_step)


def must_be_said(word: str, what: str) -> None:
    """Refuse a key or a name that is blank."""
    if not word.strip():
        raise impossible(f"The {what} is blank.", f"Give the {what}; a key is chosen once.")


PERMISSIVE = Profile(name="permissive", title="no rules of procedure")
