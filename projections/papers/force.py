"""Where texts stand, in words: a sentence for one text, a mark in a tree, and the register as a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from textwrap import fill

from domain.days import long_day
from projections.force import Bearing, Force, Standing, TextLine
from projections.ties import EdgeRelation
from projections.words import NOT_OFFICIAL, capital, counted, quoted

_WIDTH = 100
_DONE = {
    EdgeRelation.EXTENDS: "extended",
    EdgeRelation.RENEWS: "renewed",
    EdgeRelation.AMENDS: "amended",
    EdgeRelation.CORRECTS: "corrected",
    EdgeRelation.SUPERSEDES: "superseded",
    EdgeRelation.TERMINATES: "terminated",
    EdgeRelation.RESCINDS: "rescinded",
    EdgeRelation.ABROGATES: "abrogated",
}


def mark(standing: Standing) -> str:
    """What a reader of one line must know: abrogated; abrogated in part; nothing of a text wholly in force."""
    if not standing.in_force:
        return standing.force.value
    ended = (EdgeRelation.ABROGATES, EdgeRelation.RESCINDS, EdgeRelation.SUPERSEDES, EdgeRelation.TERMINATES)
    parts = [f"{_DONE[one.relation]} in part" for one in standing.past if one.in_part and one.relation in ended]
    return parts[0] if parts else ""


def sentences(standing: Standing, on: date) -> list[str]:
    """Where a text stands on a day: "Abrogated since 20 May 2019 by CGPM resolution 26/1."."""
    past = [_past(one) for one in standing.past if one is not standing.by and not _overtaken(one, standing)]
    ahead = [f"To be {_words(one)} from {_long(one.since)} {_by(one)}." for one in standing.ahead]
    return [*_own(standing, on.isoformat()), *past, *([] if standing.by else ahead)]


def _overtaken(one: Bearing, standing: Standing) -> bool:
    """Whether the text had ended when the other would have acted on it."""
    return standing.by is not None and one.since > standing.by.since


def _own(standing: Standing, day: str) -> Iterator[str]:
    match standing.force:
        case Force.IN_FORCE if standing.ends:
            yield f"In force until {_long(standing.ends)}."
        case Force.IN_FORCE if standing.begins and standing.begins <= day:
            yield f"In force since {_long(standing.begins)}."
        case Force.IN_FORCE:
            return
        case Force.NOT_YET:
            begins = f": it has effect from {_long(standing.begins)}" if standing.begins else ""
            yield f"Not yet in effect{begins}."
        case Force.EXPIRED:
            yield f"Expired on {_long(standing.since or '')}."
        case _:
            yield f"{capital(standing.force)} since {_long(standing.since or '')}{_by_whom(standing)}."


def _by_whom(standing: Standing) -> str:
    return f" {_by(standing.by)}" if standing.by else ""


def _past(one: Bearing) -> str:
    until = f" until {_long(one.until)}" if one.until else ""
    return f"{capital(_words(one))}{until} on {_long(one.since)} {_by(one)}."


def _words(one: Bearing) -> str:
    return f"{_DONE[one.relation]} in part ({one.in_part})" if one.in_part else _DONE[one.relation]


def _by(one: Bearing) -> str:
    body, kind, number = re.split(" (resolution|decision) ", one.by.partition(":")[2], maxsplit=1)
    return f"by {kind} {number} of {body}{'' if one.verified else ' (unverified)'}"


def _long(day: str) -> str:
    return long_day(date.fromisoformat(day))


def register(lines: list[TextLine], on: date, *, in_force: bool, left_out: Mapping[str, int], why: bool = False) -> str:
    """The register of texts, a paragraph each; `left_out` counts the texts that are not in it, by the reason."""
    heading = f"Register of texts{' in force' if in_force else ''}, {long_day(on)}"
    told = [fill(_paragraph(line, on, why=why), _WIDTH, subsequent_indent="  ") for line in lines]
    counts = [
        f"{capital(counted(number, 'text'))} left out: {reason}." for reason, number in left_out.items() if number
    ]
    parts = [heading, "\n".join(told) or "No text.", *([" ".join(counts)] if counts else []), NOT_OFFICIAL]
    return "\n\n".join(parts) + "\n"


def _paragraph(line: TextLine, on: date, *, why: bool) -> str:
    number = line.symbol if line.symbol and line.symbol != f"{line.body} {line.number}" else None
    name = f"{capital(line.kind)} {line.number} of {line.body}{f' ({number})' if number else ''}"
    title = f", {quoted(line.title)}" if line.title else ""
    adopted = f", {_long(line.adopted)}" if line.adopted else ""
    doubt = "" if line.verified else " (unverified)"
    told = " ".join([f"{name}{title}{adopted}{doubt}.", *sentences(line.standing, on)])
    return f"{told}  [#{line.entry}]" if why else told
