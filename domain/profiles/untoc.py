"""The Conference of the Parties to the Convention against Transnational Organized Crime, and its working groups."""

from __future__ import annotations

from domain.questions import Question
from domain.rules import Profile, Rule

_SOURCE = "Rules of procedure for the Conference of the Parties (UNODC, 2005), rule {}; read in a whole copy"


def _source(number: str) -> str:
    return _SOURCE.format(number)


UNTOC = Profile(
    name="untoc",
    title="the rules of procedure of the Conference of the Parties to UNTOC",
    rules=(
        Rule(
            question=Question.SCOPE,
            number="2 (2)",
            says="The rules apply mutatis mutandis to any mechanism the Conference sets up.",
            source=_source("2 (2)"),
        ),
        Rule(
            question=Question.CONTENTS,
            number="8",
            says="The secretariat draws up the provisional agenda in consultation with the bureau.",
            source=_source("8"),
        ),
        Rule(
            question=Question.NOTICE,
            number="9",
            says="The provisional agenda is communicated at least 60 days before a regular session.",
            source=_source("9"),
            value=60,
        ),
        Rule(
            question=Question.SPECIAL_NOTICE,
            number="9",
            says="It is communicated at least 30 days before a special session.",
            source=_source("9"),
            value=30,
        ),
        Rule(
            question=Question.MEMORANDUM,
            number="10",
            says="A proposed item is accompanied by an explanatory memorandum.",
            source=_source("10"),
        ),
        Rule(
            question=Question.ADOPTION,
            number="11",
            says="The agenda is submitted for approval after the opening.",
            source=_source("11"),
        ),
        Rule(
            question=Question.CREDENTIALS,
            number="18",
            says="Credentials are submitted to the secretariat, if possible 24 hours before the opening.",
            source=_source("18"),
        ),
        Rule(
            question=Question.ANNOUNCEMENT,
            number="40 (3)",
            says="What was decided at a private meeting is announced at the next public one.",
            source=_source("40"),
        ),
        Rule(
            question=Question.QUORUM_TO_DEBATE,
            number="41",
            says="One third of the States parties that participate must be present to open a meeting and to debate.",
            source=_source("41 (1)"),
            word="1/3",
        ),
        Rule(
            question=Question.QUORUM_TO_DECIDE,
            number="41",
            says="A majority of the States parties must be present for any decision.",
            source=_source("41 (2)"),
            word="majority",
            note="Paragraph 2 does not repeat that the States parties are those that participate in the session; "
            "here both shares are taken of those that do.",
        ),
    ),
)
