"""What the rules of a body ask of a change of its agenda: that an item is urgent, that a majority carried it."""

from __future__ import annotations

from domain.agenda import Agenda, must_have
from domain.context import Context
from domain.days import dated
from domain.questions import Question
from domain.rules import OutOfOrder, Rule
from domain.schedule import Schedule
from domain.values import Entry, Taken


def must_be_urgent(schedule: Schedule, agenda: Agenda, entry: Entry, context: Context, *, urgent: bool) -> None:
    """Refuse an additional item that is not said to be of an important and urgent character."""
    rules = context.rules(schedule.body)
    rule, before = rules.get(Question.ADDITIONAL, entry.occurred.day), (schedule.starts - entry.occurred.day).days
    if urgent or rule is None or schedule.special:
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


def must_have_waited(schedule: Schedule, agenda: Agenda, item: str, entry: Entry, context: Context) -> None:
    """Refuse to consider an additional item too soon after it was placed on the agenda."""
    placed = agenda.additional_since(item)
    rule = None if placed is None else waiting_rule(schedule, entry, context)
    # General Assembly, rule 15: not until seven days have elapsed since it was placed on the agenda.
    if placed is None or rule is None or rule.value is None:
        return
    passed = (entry.occurred.day - placed.occurred.day).days
    if passed < rule.value:
        number = must_have(agenda, item).name
        raise OutOfOrder(
            context.rules(schedule.body).cited(rule),
            f"Item {number} was placed on the agenda on {dated(placed)}, as an additional item. {rule.says}",
            f"If the body decided otherwise: --notwithstanding {rule.number} --authority REF",
        )


def waiting_rule(schedule: Schedule, entry: Entry, context: Context) -> Rule | None:
    """The rule by which additional items wait, if it may refuse and is not waived; at a special session none does."""
    return None if schedule.special else context.rules(schedule.body).binds(Question.ADDITIONAL_WAIT, entry)


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
