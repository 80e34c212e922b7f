"""The Plenary of the Intergovernmental Science-Policy Platform on Biodiversity and Ecosystem Services."""

from __future__ import annotations

from domain.questions import Question
from domain.rules import Profile, Rule

_SOURCE = "Rules of procedure for the Plenary of the Platform (decision IPBES/1/1), rule {}; in IPBES/1/12, annex I"

IPBES = Profile(
    name="ipbes",
    title="the rules of procedure of the Plenary of IPBES",
    rules=(
        Rule(
            question=Question.CONTENTS,
            number="8",
            says="The secretariat prepares the provisional agenda under the guidance of the Bureau.",
            source=_SOURCE.format("8"),
        ),
        Rule(
            question=Question.NOTICE,
            number="8",
            says="The provisional agenda is distributed at least six weeks before the session.",
            source=_SOURCE.format("8"),
            value=42,
        ),
        Rule(
            question=Question.ADDITIONAL,
            number="8",
            says="Between the distribution of the provisional agenda and its adoption an item is added if it is "
            "important and urgent; it stands on an updated provisional agenda.",
            source=_SOURCE.format("8"),
        ),
        Rule(
            question=Question.ADOPTION,
            number="9",
            says="The Plenary adopts the agenda at the beginning of the session.",
            source=_SOURCE.format("9"),
        ),
        Rule(
            question=Question.AMENDMENT,
            number="10",
            says="During the session the Plenary may revise the agenda by adding, deleting or amending items.",
            source=_SOURCE.format("10"),
        ),
    ),
)
