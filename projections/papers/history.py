"""The history as a paper: by day, a line for each entry; and each line alone, as an answer echoes it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from domain.days import long_day
from domain.values import Distribution
from projections.history import HistoryLine
from projections.papers.layout import Block, Heading, Listing, Paragraph, Row
from projections.sentences.seals import printable, withheld
from projections.wording import wording
from projections.words import NOT_OFFICIAL, cardinal, clock, counted, listed, short_day, sitting_words

_WIDTH = 100

Remarks = Mapping[int, Sequence[str]]
"""What is remarked on each of the entries that answer a question, by its number."""


def as_json(lines: Iterable[HistoryLine], remarks: Remarks | None = None) -> list[dict[str, object]]:
    """The lines as other programs read them (`nemcon history --json`), with the remarks made on each."""
    return [
        {
            "entry": line.entry,
            "event": line.event,
            "occurred": {"day": line.day, "at": line.at, "zone": line.zone},
            "recorded_at": line.recorded_at,
            "recorded_by": line.recorded_by,
            "summary": printable(line.summary),
            "struck_by": line.struck_by,
            "replaces": line.replaces,
            "replaced_by": line.replaced_by,
            "waives": [*line.waives],
            "authority": line.authority,
            "distribution": line.distribution.value,
            "withheld": line.hidden or withheld(line.summary),
            **({} if remarks is None else {"remarks": [*remarks[line.entry]]}),
        }
        for line in lines
    ]


def line(one: HistoryLine) -> str:
    """One line of the echo: `#27  wg7, 2nd meeting, 8 Sep 16:55   The Working Group concluded ...`."""
    day = date.fromisoformat(one.day)
    at = datetime.fromisoformat(one.at) if one.at else None
    when = f"{short_day(day)} {at:%H:%M}" if at else f"{short_day(day)} {day.year}"
    where = ", ".join(filter(None, [one.key, _meeting(one), when]))
    return f"#{one.entry}  {where}   {said(one)}"


def said(one: HistoryLine) -> str:
    """What was done, in a sentence, with what must be known of it: struck, waived, restricted."""
    return f"{printable(one.summary)}{_marked(one)}"


def _meeting(one: HistoryLine) -> str:
    return sitting_words(one.sitting, resumed=one.resumed) if one.sitting else ""


def _marked(one: HistoryLine) -> str:
    struck = f"  [struck by #{one.struck_by}]" if one.struck_by else ""
    under = f", under {one.authority}" if one.authority else ""
    waived = (
        f"  [notwithstanding rule{'s' if len(one.waives) > 1 else ''} {listed(one.waives)}{under}]"
        if one.waives
        else ""
    )
    return struck + waived + ("  [restricted]" if one.distribution is Distribution.RESTRICTED else "")


def text(
    lines: Sequence[HistoryLine],
    heading: str,
    *,
    left_out: int = 0,
    remarks: Remarks | None = None,
    lang: str | None = None,
) -> str:
    """The history as a paper: by day, 100 columns wide; it says what it withholds and that it is not official.

    With `remarks`, even none, the lines are the answer to a question: they are counted.
    """
    several = len({one.stream for one in lines}) > 1
    indent = max((len(str(one.entry)) for one in lines), default=1) + 5
    parts = [heading]
    for day, entries in groupby(lines, key=lambda one: one.day):
        parts.append(long_day(date.fromisoformat(day)))
        parts.append(
            "\n".join(_entry(one, indent, (remarks or {}).get(one.entry, ()), several=several) for one in entries)
        )
    if remarks is not None:
        parts.append(_found(len(lines)))
    return "\n\n".join([*parts, *_hidden(lines, left_out), *_in_english(lang), NOT_OFFICIAL]) + "\n"


def blocks(
    lines: Sequence[HistoryLine], heading: str, *, left_out: int = 0, lang: str | None = None
) -> Iterator[Block]:
    """What the history consists of: a heading for each day, and a line for each entry of it."""
    several = len({one.stream for one in lines}) > 1
    yield Heading(heading)
    for day, entries in groupby(lines, key=lambda one: one.day):
        yield Heading(long_day(date.fromisoformat(day)), level=2)
        yield Listing(tuple(_row(one, several=several) for one in entries))
    yield from map(Paragraph, [*_hidden(lines, left_out), *_in_english(lang)])


def _in_english(lang: str | None) -> list[str]:
    """Told in the language that was asked for: the sentences of the history are in English only."""
    words = wording(lang)
    return [] if words.language == "en" else [words.say.history_in_english]


def _row(one: HistoryLine, *, several: bool) -> Row:
    return Row(f"#{one.entry}", _words(one, (), several=several), about=f"e{one.entry}")


def _hidden(lines: Sequence[HistoryLine], left_out: int) -> Iterator[str]:
    if hidden := sum(one.hidden or withheld(one.summary) for one in lines):
        yield f"{counted(hidden, 'value').capitalize()} withheld."
    if left_out:
        yield f"{counted(left_out, 'restricted act').capitalize()} left out."


def _found(number: int) -> str:
    return f"{cardinal(number).capitalize()} {'entry' if number == 1 else 'entries'}." if number else "No such entry."


def _entry(one: HistoryLine, indent: int, remarks: Sequence[str], *, several: bool) -> str:
    return textwrap.fill(
        _words(one, remarks, several=several),
        width=_WIDTH,
        initial_indent=f"  #{one.entry}".ljust(indent),
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _words(one: HistoryLine, remarks: Sequence[str], *, several: bool) -> str:
    at = clock(datetime.fromisoformat(one.at)) if one.at else ""
    where = ", ".join(filter(None, [one.key if several else "", _meeting(one), at]))
    marks = "".join(f"  [{remark}]" for remark in remarks)
    return f"{f'({where}) ' if where else ''}{said(one)}{marks}"
