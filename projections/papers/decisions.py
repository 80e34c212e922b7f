"""The decisions taken in a meeting, as a text: each with its number, and the sentence of the report."""

from __future__ import annotations

from datetime import date
from textwrap import fill

from sqlalchemy import Connection

from domain.days import long_day
from projections import history
from projections.decisions import DecisionLine, printed, without_number
from projections.sentences.seals import printable
from projections.words import NOT_OFFICIAL, capital, counted, ordinal

_WIDTH = 100


def register(connection: Connection, lines: list[DecisionLine], *, why: bool = False, left_out: int = 0) -> str:
    """The decisions in the order of the lines; with `why`, each names its entry. Acts of one number stand together."""
    words = {one.entry: printable(one.summary) for one in history.entries(connection, [line.entry for line in lines])}
    paragraphs: dict[str, list[str]] = {}
    for line in lines:
        head = f"Decision {printed(line)}" if line.number else f"Not numbered ({line.meeting}, entry {line.entry})"
        paragraphs.setdefault(head, []).append(_act(line, words[line.entry], why=why))
    told = ["\n".join([head, *acts]) for head, acts in paragraphs.items()] or ["No such decision is in the record."]
    hidden = [f"{capital(counted(left_out, 'restricted decision'))} left out."] if left_out else []
    return "\n\n".join([*told, *hidden, NOT_OFFICIAL]) + "\n"


def _act(line: DecisionLine, words: str, *, why: bool) -> str:
    where = f"{ordinal(line.sitting)} {'(resumed) ' if line.resumed else ''}plenary meeting, " if line.sitting else ""
    said = words if line.number is None else without_number(words)
    marks = f"  [#{line.entry}]" if why else ""
    day = long_day(date.fromisoformat(line.day))
    return fill(
        f"{where}{day}: {said}{marks}",
        _WIDTH,
        initial_indent="  ",
        subsequent_indent="  ",
        break_on_hyphens=False,
        break_long_words=False,
    )
