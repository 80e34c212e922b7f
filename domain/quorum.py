"""Whether enough were present: the guard that every decision and every debate of a meeting has to pass."""

from __future__ import annotations

from collections.abc import Iterator

from domain.act import Fact
from domain.attendance import Attendance, QuorumNoted, needed
from domain.context import Context
from domain.items import ItemsTakenUp
from domain.questions import Question
from domain.schedule import Schedule
from domain.sittings import Sittings
from domain.values import Mode, Taken

ELSEWHERE = frozenset({Mode.SILENCE, Mode.CORRESPONDENCE})
"""How a body decides without being present: no quorum is asked for."""


def must_be_quorate(
    schedule: Schedule, sittings: Sittings, attendance: Attendance, fact: Fact, context: Context
) -> None:
    """Refuse a decision, or a debate, for which too few were found present when they were last counted."""
    found = attendance.quorum
    # Nobody doubts a quorum that was not counted; a count is good for its own sitting.
    if found is None or found.sitting != sittings.now:
        return
    # UNTOC Conference, rule 41 (1): one third, to open the meeting and permit the debate to proceed.
    if found.to_debate is False and isinstance(fact, ItemsTakenUp):
        _forbid(schedule, found, fact, context, Question.QUORUM_TO_DEBATE)
    # UNTOC Conference, rule 41 (2): a majority, for any decision to be taken.
    if found.to_decide is False and decides(fact):
        _forbid(schedule, found, fact, context, Question.QUORUM_TO_DECIDE)


def _forbid(schedule: Schedule, found: QuorumNoted, fact: Fact, context: Context, question: Question) -> None:
    rules = context.rules(schedule.body)
    rule = rules.get(question, fact.entry.occurred.day)
    asked = f"; {needed(rule.word, found.of)} are needed" if rule and rule.word and found.of else ""
    rules.forbid(
        question,
        fact.entry,
        f"{found.present} of {found.of} were counted present (entry {found.entry.number}){asked}.",
        "Once more are present, count them again: nemcon plenary quorum --present N",
    )


def doubts(schedule: Schedule, fact: QuorumNoted, context: Context) -> Iterator[str]:
    """What rules that are not verified would ask for: it is said, and nothing follows from it."""
    rules = context.rules(schedule.body)
    for question in (Question.QUORUM_TO_DEBATE, Question.QUORUM_TO_DECIDE):
        rule = rules.get(question, fact.entry.occurred.day)
        if rule is not None and rule.word is not None and not rule.binding and fact.of is not None:
            asked = f"{needed(rule.word, fact.of)} would be asked for {question.removeprefix('quorum ')}"
            yield f"{asked} by {rules.cited(rule)}, which is not verified."


def decides(fact: Fact) -> bool:
    """Whether the body decided it in the room: not by silence or by correspondence, and not a mere proposal."""
    taken: Taken | None = getattr(fact, "taken", None)
    return taken is not None and taken.how not in ELSEWHERE and not getattr(fact, "pending", False)
