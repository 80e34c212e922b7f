"""Rules of procedure as data, and the one refusal.

Three degrees of "no". *Impossible* contradicts the record and is always refused. *Out of order* breaks a rule of
the body's profile and is refused unless the body waived that very rule. *Unusual* is said aloud and recorded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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
    """One rule of a body: its printed number, what it says in a sentence, and where that was read.

    `value` is its figure where it has one (days of notice). An unverified rule never refuses.
    """

    number: str
    says: str
    source: str
    value: int | None = None
    verified: bool = True


@dataclass(frozen=True, kw_only=True)
class Profile:
    """The rules of procedure a body applies, by the question they answer ("notice", "adoption")."""

    name: str
    title: str
    rules: Mapping[str, Rule] = field(default_factory=dict)

    def get(self, question: str) -> Rule | None:
        """The rule that answers `question`, or None where the profile is silent."""
        return self.rules.get(question)

    def forbid(self, question: str, entry: Entry, sentence: str, next_step: str) -> None:
        """Refuse under the rule that answers `question`, if there is one, it is verified and not waived."""
        rule = self.get(question)
        if rule is None or not rule.verified or rule.number in entry.waives:
            return
        raise OutOfOrder(f"rule {rule.number} of {self.title}", f"{sentence} {rule.says}", next_step)


def impossible(sentence: str, next_step: str) -> OutOfOrder:
    """The refusal of what the record contradicts; to be raised by the act that found it."""
    return OutOfOrder(RECORD, sentence, next_step)


def must_be_said(word: str, what: str) -> None:
    """Refuse a key or a name that is blank."""
    if not word.strip():
        raise impossible(f"The {what} is blank.", f"Give the {what}; a key is chosen once.")


PERMISSIVE = Profile(name="permissive", title="no rules of procedure")

UNTOC = Profile(
    name="untoc",
    title="the rules of procedure of the Conference of the Parties to UNTOC",
    rules={
        "notice": Rule(
            number="9",
            says="The provisional agenda is communicated at least 60 days before a regular session.",
            source="UNTOC Conference of the Parties, rules of procedure, rule 9",
            value=60,
        ),
        "adoption": Rule(
            number="11",
            says="The agenda is submitted for approval after the opening.",
            source="UNTOC Conference of the Parties, rules of procedure, rule 11",
        ),
        "mutatis mutandis": Rule(
            number="2 (2)",
            says="The rules apply mutatis mutandis to any mechanism the Conference sets up.",
            source="UNTOC Conference of the Parties, rules of procedure, rule 2 (2)",
        ),
    },
)

GENERAL_ASSEMBLY_2020 = Profile(
    name="unga-2020",
    title="the decisions of the General Assembly of 2020",
    rules={
        "silence minimum": Rule(
            number="74/544",
            says="A silence procedure lasts at least 72 hours.",
            source="General Assembly decision 74/544 of 27 March 2020",
            value=72,
        ),
    },
)

OSCE = Profile(
    name="osce",
    title="the rules of procedure of the OSCE",
    rules={
        # Its presence says "before": without it, an objection received at the very deadline counts.
        "silence deadline": Rule(
            number="Annex 1 (A), 3",
            says="Silence is broken by an objection or an amendment in writing before the period has expired.",
            source="OSCE, Rules of Procedure (2006), Annex 1 (A), paragraph 3",
        ),
    },
)

PROFILES: Mapping[str, Profile] = {
    profile.name: profile for profile in (PERMISSIVE, UNTOC, GENERAL_ASSEMBLY_2020, OSCE)
}
