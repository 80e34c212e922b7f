"""The Permanent Council and the Forum for Security Co-operation of the OSCE: their silence procedure."""

from __future__ import annotations

from domain.questions import Question
from domain.rules import Profile, Rule

_SOURCE = "OSCE, Rules of Procedure (MC.DOC/1/06), Annex 1 (A), paragraph {}; known from copies of quotations of it"


def _paragraph(question: Question, number: int, says: str, word: str | None = None) -> Rule:
    return Rule(
        question=question,
        number=f"Annex 1 (A), {number}",
        says=says,
        source=_SOURCE.format(number),
        word=word,
        verified=False,
    )


OSCE = Profile(
    name="osce",
    title="the rules of procedure of the OSCE",
    rules=(
        _paragraph(
            Question.SILENCE,
            1,
            "Silence is proposed at a meeting, with the exact time at which it expires, and nobody there objects.",
        ),
        _paragraph(Question.SILENCE_BREAK, 3, "Silence is broken by an objection or an amendment."),
        _paragraph(Question.SILENCE_OBJECTORS, 3, "A participating State may break silence.", "members"),
        _paragraph(Question.SILENCE_FORM, 3, "Silence is broken in writing, to the Chair.", "writing"),
        _paragraph(
            Question.SILENCE_DEADLINE,
            3,
            "Silence is broken by an objection or an amendment in writing before the period has expired.",
            "before",
        ),
        _paragraph(
            Question.SILENCE_ADOPTION,
            4,
            "If silence is not broken, the Chair informs all at once that the decision has been adopted.",
            "expiry",
        ),
        _paragraph(
            Question.ANNOUNCEMENT,
            5,
            "The adoption is announced at the next meeting; only then is the text issued and numbered.",
        ),
    ),
)
