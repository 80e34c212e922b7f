"""What the rules of a body ask of a change of its agenda: that an item is urgent, that a majority carried it."""

from __future__ import annotations

from domain.agenda import Agenda
from domain.context import Context
from domain.questions import Question
from domain.schedule import Schedule
from domain.values import Entry, Taken


def must_be_urgent(schedule: Schedule, agenda: Agenda, entry: Entry, context: Context, *, urgent: bool) -> None:
    """Refuse an additional item that is not said to be of an important and urgent character."""
    rules = context.rules(schedule.body)
    rule, before = rules.get(Question.ADDITIONAL, entry.occurred.day), (schedule.starts - entry.occurred.day).days
    if urgent or rule is None:
        return
    # General Assembly, rule 15: less than thirty days before the opening, or during the session.
    # IPBES, rule 8: between the distribution of the provisional agenda and its adoption.
    if agenda.adoption is None if rule.value is None else before < rule.value:
        when = f"{before} days before the opening" if before > 0 else f"during the {schedule.says}"
        rules.forbid(
            Question.ADDITIONAL,
            entry,
            f"The item is proposed {when}.",
            "If it is important and urgent, say so: nemcon item add TITLE --urgent",
        )


def must_carry(schedule: Schedule, question: Question, entry: Entry, context: Context, taken: Taken) -> None:
    """Refuse a change by a vote whose tally, as printed, is not the majority that the rules ask for."""
    rules = context.rules(schedule.body)
    rule = rules.get(question, entry.occurred.day)
    counts = [int(count) for count in (taken.tally or "").split("-") if count.isdigit()]
    if rule is None or rule.word is None or len(counts) <= 1:
        return
    votes, against = counts[:2]
    # Of those present and voting: abstentions do not count (General Assembly, rule 86).
    carried = votes > against if rule.word == "majority" else votes >= 2 * against
    if not carried:
        rules.forbid(
            question,
            entry,
            f"The vote was {votes} to {against}.",
            "What was rejected changes nothing; before the adoption: nemcon item drop-pending ENTRY",
        )
