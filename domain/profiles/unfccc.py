"""The Conference of the Parties to the climate convention: draft rules, applied at each session but never adopted."""

from __future__ import annotations

from domain.questions import Question
from domain.rules import Profile, Rule

_RULES = "Draft rules of procedure (FCCC/CP/1996/2), rule {}"
_ACCOUNT = _RULES + "; known from accounts of it"

UNFCCC = Profile(
    name="unfccc",
    title="the draft rules of procedure being applied by the Conference of the Parties to UNFCCC",
    rules=(
        Rule(
            question=Question.CONTENTS,
            number="9",
            says="The secretariat drafts the provisional agenda in agreement with the President.",
            source=_RULES.format("9") + "; quoted in papers of the subsidiary bodies",
        ),
        Rule(
            question=Question.NOTICE,
            number="11",
            says="The provisional agenda is distributed six weeks before the opening.",
            source=_ACCOUNT.format("11"),
            value=42,
            verified=False,
        ),
        Rule(
            question=Question.SUPPLEMENTARY,
            number="12",
            says="An item received after the provisional agenda and before the session goes into a supplementary one.",
            source=_RULES.format("12") + "; applied by number in papers of the subsidiary bodies",
        ),
        Rule(
            question=Question.ADOPTION,
            number="13",
            says="The agenda is adopted by the plenary, not by the Chair; it may add, delete, defer or amend items.",
            source=_ACCOUNT.format("13"),
            verified=False,
        ),
        Rule(
            question=Question.CARRY_OVER,
            number="16",
            says="An item not completed at an ordinary session is included automatically in the agenda of the next, "
            "unless the Conference decides otherwise.",
            source=_RULES.format("16") + "; applied by number in papers of the subsidiary bodies, and quoted in full "
            "by the Legal Response Initiative, 18 June 2019",
        ),
        Rule(
            question=Question.CREDENTIALS,
            number="20",
            says="The Bureau examines the credentials and reports on them.",
            source=_RULES.format("20") + "; applied by number in reports of the Conference",
        ),
        Rule(
            question=Question.QUORUM_TO_DEBATE,
            number="31",
            says="One third of the Parties must be present to open a meeting and to debate.",
            source=_ACCOUNT.format("31"),
            word="1/3",
            verified=False,
        ),
        Rule(
            question=Question.QUORUM_TO_DECIDE,
            number="31",
            says="Two thirds of the Parties must be present for any decision.",
            source=_ACCOUNT.format("31"),
            word="2/3",
            verified=False,
        ),
        Rule(
            question=Question.MODE,
            number="42",
            says="The rule on voting is not applied: Parties could not agree on it.",
            source=_RULES.format("42") + "; the note before the draft rules excepts it",
            word="consensus",
            bracketed=True,
            note="Without it, what is decided is decided by consensus.",
        ),
    ),
)
