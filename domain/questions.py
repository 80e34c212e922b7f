"""What rules of procedure answer. The list is closed: a profile has a rule for some of these questions, or none."""

from __future__ import annotations

from enum import StrEnum

from domain.values import Mode


class Question(StrEnum):
    """A question that rules of procedure answer."""

    SCOPE = "mutatis mutandis"
    NOTICE = "notice"
    SPECIAL_NOTICE = "special notice"
    CONTENTS = "contents"
    MEMORANDUM = "memorandum"
    ADOPTION = "adoption"
    SUPPLEMENTARY = "supplementary items"
    SUPPLEMENTARY_NOTICE = "supplementary notice"
    ADDITIONAL = "additional items"
    ADDITIONAL_WAIT = "wait for additional items"
    INCLUSION = "inclusion"
    AMENDMENT = "amendment"
    DELETION = "deletion"
    CARRY_OVER = "carry-over"
    NEXT_AGENDA = "next agenda"
    QUORUM_TO_DEBATE = "quorum to debate"
    QUORUM_TO_DECIDE = "quorum to decide"
    MODE = "mode"
    ANNOUNCEMENT = "announcement"
    CREDENTIALS = "credentials"
    RECONSIDERATION = "reconsideration"
    REPORT = "report"
    SILENCE = "silence"
    SILENCE_MINIMUM = "silence minimum"
    SILENCE_ADDRESSEES = "silence addressees"
    SILENCE_OBJECTORS = "silence objectors"
    SILENCE_BREAK = "silence break"
    SILENCE_FORM = "silence form"
    SILENCE_DEADLINE = "silence deadline"
    SILENCE_ADOPTION = "silence adoption"
    AMENDMENTS_FIRST = "amendments first"
    WITHDRAWAL = "withdrawal of a proposal"
    SECOND_PERSON = "second person"


WORDS: dict[Question, tuple[str, ...]] = {
    Question.INCLUSION: ("majority", "two-thirds"),
    Question.AMENDMENT: ("majority", "two-thirds"),
    Question.DELETION: ("majority", "two-thirds"),
    Question.QUORUM_TO_DEBATE: ("1/4", "1/3", "majority", "2/3"),
    Question.QUORUM_TO_DECIDE: ("1/3", "majority", "2/3"),
    Question.MODE: tuple(Mode),
    Question.RECONSIDERATION: ("two-thirds",),
    Question.SILENCE_OBJECTORS: ("addressees", "members"),
    Question.SILENCE_FORM: ("writing",),
    Question.SILENCE_DEADLINE: ("before", "at"),
    Question.SILENCE_ADOPTION: ("expiry", "announcement"),
    Question.SECOND_PERSON: ("adoptions", "decisions"),
}
"""The words by which a rule answers a question that has its own; the others are answered by a figure or a sentence."""

FIGURES: dict[Question, str] = {
    Question.NOTICE: "days",
    Question.SPECIAL_NOTICE: "days",
    Question.SUPPLEMENTARY: "days",
    Question.SUPPLEMENTARY_NOTICE: "days",
    Question.ADDITIONAL: "days",
    Question.ADDITIONAL_WAIT: "days",
    Question.SILENCE_MINIMUM: "hours",
}
"""What the figure of a rule counts, for the questions that are answered by one."""
