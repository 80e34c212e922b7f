"""A body as a text: what it is called, under whom it stands, and the rules of procedure in force with their marks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from textwrap import fill

from domain.days import long_day
from domain.questions import FIGURES
from domain.rules import Rule
from projections.bodies import BodyView
from projections.sentences.registers import rules_in_words
from projections.words import NOT_OFFICIAL, capital, listed, quoted, the

_WIDTH = 100


def body(found: BodyView, *, why: bool = False, source: bool = True) -> str:
    """The body and its rules; with `why`, the entries each came with."""
    heads = [f"{capital(the(found.name))} ({found.key})", *(fill(line, _WIDTH) for line in _register(found, why=why))]
    rules = [_rule(rule, found.title, source=source) for rule in found.rules]
    return "\n\n".join(["\n".join(heads), fill(_applied(found, why=why), _WIDTH), *rules, NOT_OFFICIAL]) + "\n"


def _register(found: BodyView, *, why: bool) -> Iterator[str]:
    under = f"Under {found.parent}. " if found.parent else ""
    private = " Its acts are restricted unless said otherwise." if found.private else ""
    yield f"{under}It holds {found.says}s; its clock is that of {found.zone}.{private}"
    former = [one.name for one in found.names]
    also = [one for one in found.spellings if one not in former]
    if also:
        yield f"Also written {listed(quoted(one) for one in also)}."
    for one, following in pairwise(found.names):
        mark = f"  [#{following.entry}]" if why else ""
        yield f"Called {quoted(one.name)} until it was renamed on {_day(following.since)}.{mark}"
    if found.discontinued is not None:
        passed = f"; its functions passed to {listed(found.successors)}" if found.successors else ""
        mark = f"  [#{found.discontinued_entry}]" if why else ""
        yield f"Discontinued on {_day(found.discontinued)}{passed}.{mark}"


def _applied(found: BodyView, *, why: bool) -> str:
    if not found.rules:
        return "It applies no rules of procedure that the record knows: nothing it does is out of order."
    rules = rules_in_words(found.title, found.rules, mutatis_mutandis=found.mutatis_mutandis)
    mark = f"  [#{found.ruled_entry}]" if why else ""
    since = f"since {_day(found.ruled_on)} (entry {found.ruled_entry}; text {found.rules_sha256[:12]})"
    return f"It applies {rules}, {since}.{mark}"


def _rule(rule: Rule, title: str, *, source: bool) -> str:
    lines = [f"rule {rule.number}: {rule.question}", fill(f"{rule.says}{figure(rule)}", _WIDTH - 2)]
    lines += [f"[{mark}]" for mark in marks(rule)]
    lines += [fill(f"Of {rule.of}.", _WIDTH - 2)] if rule.of and rule.of != title else []
    lines += [fill(f"Note: {rule.note}", _WIDTH - 2)] if rule.note else []
    lines += [fill(f"Source: {rule.source}.", _WIDTH - 2)] if source else []
    head, *rest = "\n".join(lines).splitlines()
    return "\n".join([head, *(f"  {line}" for line in rest)])


def figure(rule: Rule) -> str:
    """What Nemcon goes by, where the sentence does not print it: " (42 days)", " (1/3)"."""
    answer = rule.word if rule.value is None else f"{rule.value} {FIGURES[rule.question]}"
    return "" if answer is None or answer in rule.says else f" ({answer})"


def marks(rule: Rule) -> list[str]:
    """What keeps a rule from refusing, and when it is in effect."""
    days = []
    if rule.since is not None or rule.until is not None:
        since = f"from {_day(str(rule.since))}" if rule.since else ""
        until = f"until {_day(str(rule.until))}" if rule.until else ""
        days = [f"in effect {since} {until}".replace("  ", " ").strip()]
    brackets = ["in brackets: not applied, never refuses"] if rule.bracketed else []
    return [*days, *brackets, *([] if rule.verified else ["not verified: never refuses"])]


def _day(day: str) -> str:
    return long_day(date.fromisoformat(day))
