"""What the rules of a body say of its silence procedures: when they are allowed, how long, and what is adopted when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import cast

from domain.context import Context
from domain.days import long_day
from domain.questions import Question
from domain.rounds import AdoptedAt, Deadline, longest_period
from domain.rules import OutOfOrder
from domain.values import Entry


def must_be_allowed(body: str | None, entry: Entry, context: Context) -> None:
    """Refuse a silence procedure on a day on which no decision that allows one is in effect."""
    rules = context.rules(body)
    last = rules.get(Question.SILENCE)
    # General Assembly decision 74/544 was in effect to the end of May 2020; it was extended three times, to August.
    if last is None or rules.get(Question.SILENCE, entry.occurred.day) is not None:
        return
    if last.binding and last.number not in entry.waives:
        raise OutOfOrder(
            rules.cited(last),
            f"On {long_day(entry.occurred.day)} nothing in effect allows {body} a silence procedure. {last.says}",
            f"If the body extended it: nemcon body rules {body} PROFILE; or --notwithstanding RULE --authority REF",
        )


def must_be_long_enough(body: str | None, deadline: Deadline, entry: Entry, context: Context) -> None:
    """Refuse a period shorter than the rules of the body ask for."""
    hours = minimum_hours(body, context)
    # General Assembly decision 74/544: "a silence procedure of at least 72 hours".
    if hours is not None and longest_period(deadline, entry) < timedelta(hours=hours):
        context.rules(body).forbid(
            Question.SILENCE_MINIMUM,
            entry,
            f"Silence until {deadline.printed} is shorter than {hours} hours.",
            "Set a later deadline: --until WHEN; if the body waived the rule: --notwithstanding RULE --authority REF",
        )


def minimum_hours(body: str | None, context: Context) -> int | None:
    """How long silence lasts at least by the rules of the body, verified or not."""
    rule = context.rules(body).get(Question.SILENCE_MINIMUM)
    return None if rule is None else rule.value


def counts_at_deadline(body: str | None, entry: Entry, context: Context) -> bool:
    """Whether an objection received at the very deadline counts: yes, unless a verified rule says "before"."""
    # OSCE, Rules of Procedure (2006), Annex 1 (A), paragraph 3: "before the expiration of the period of silence".
    rule = context.rules(body).get(Question.SILENCE_DEADLINE, entry.occurred.day)
    return rule is None or not rule.binding or rule.word != "before"


def must_be_entitled(body: str | None, entry: Entry, context: Context) -> None:
    """Refuse an objection of somebody to whom the text was not circulated, where the rules leave it to these."""
    rule = context.rules(body).get(Question.SILENCE_OBJECTORS, entry.occurred.day)
    # Rules of a body's own: only those may break silence who were asked to keep it.
    if rule is not None and rule.word == "addressees":
        context.rules(body).forbid(
            Question.SILENCE_OBJECTORS,
            entry,
            "Whoever broke the silence is not among those to whom the text was circulated.",
            f"Name the delegation as the letter did; if it may object: --notwithstanding {rule.number} --authority REF",
        )


def adopted_at(body: str | None, entry: Entry, context: Context) -> AdoptedAt | None:
    """What makes the day of the adoption, if a verified rule says so: the expiry of silence, or its announcement."""
    rule = context.rules(body).get(Question.SILENCE_ADOPTION, entry.occurred.day)
    return None if rule is None or not rule.binding else cast("AdoptedAt | None", rule.word)


def remarks_on(
    body: str, deadline: Deadline, addressees: tuple[str, ...], entry: Entry, context: Context
) -> Iterator[str]:
    """What is unusual about a circulation: nobody named to whom it went, an end after what allows it has lapsed."""
    rules = context.rules(body)
    to = rules.binds(Question.SILENCE_ADDRESSEES, entry)
    if to is not None and not addressees:
        yield f"No addressee is named; {rules.cited(to)}: {to.says}"
    allowed = rules.binds(Question.SILENCE, entry)
    if allowed is not None and allowed.until is not None and allowed.until < deadline.local.date():
        yield f"Silence ends after what allows it has lapsed; {rules.cited(allowed)}: {allowed.says}"
