"""The register of proposals as a text: one paragraph each."""

from __future__ import annotations

from datetime import date
from textwrap import fill

from domain.days import long_day
from domain.values import Mode, Taken
from projections.proposals import ActionLine, ProposalLine, ProposalStatus, awaits_number
from projections.words import NOT_OFFICIAL, capital, counted, listed, mode, ordinal, the

_WIDTH = 100


def register(
    lines: list[ProposalLine], *, why: bool = False, left_out: int = 0, entries: list[int] | None = None
) -> str:
    """The register, in the order of the lines; with `why`, each names the entries behind it."""
    paragraphs = [_paragraph(line, why=why, entries=entries) for line in lines]
    hidden = [f"{capital(counted(left_out, 'restricted proposal'))} left out."] if left_out else []
    return "\n\n".join([*(paragraphs or ["No such proposal is in the record."]), *hidden, NOT_OFFICIAL]) + "\n"


def _paragraph(line: ProposalLine, *, why: bool, entries: list[int] | None) -> str:
    parts = [*_what(line), *_sponsors(line), *_course(line), *_end(line)]
    behind = entries or [one for one in (line.entry, line.disposed) if one is not None]
    marks = f"  [{', '.join(f'#{one}' for one in behind)}]" if why else ""
    return fill(" ".join(parts) + marks, _WIDTH, break_on_hyphens=False, break_long_words=False)


def _what(line: ProposalLine) -> list[str]:
    kind = f"amendment to {line.to_symbol}" if line.to else f"draft {line.draft}"
    title = f', "{line.title.rstrip(".")}"' if line.title else ""
    under = f" under item{'s' if line.items[1:] else ''} {listed(line.items)}" if line.items else ""
    first = f" as {line.symbols[0]}" if len(line.symbols) > 1 else ""
    return [f"{line.symbol} ({kind}){title}.", f"Submitted on {_day(line.submitted)}{first}{under}."]


def _sponsors(line: ProposalLine) -> list[str]:
    names = listed(line.sponsors)
    withheld = f"{counted(line.withheld, 'sponsor')} withheld" if line.withheld else ""
    said = "; ".join(filter(None, [names, withheld]))
    return [f"Sponsors: {said}."] if said else []


def _course(line: ProposalLine) -> list[str]:
    """What was done to it and to whom it gave work before the action."""
    done = ["Orally revised by its sponsors."] if line.orally_revised else []
    done += ["Orally amended by the body."] if line.orally_amended else []
    done += [f"Amendments: {listed(line.amendments)}."] if line.amendments else []
    statements = [one for one in line.implications if one]
    if line.implications:
        named = f" ({listed(statements)})" if statements else ""
        done.append(f"Programme budget implications read out{named}.")
    return done


def _end(line: ProposalLine) -> list[str]:
    if line.day is None:
        return ["It lapsed with what it would have amended." if line.status is ProposalStatus.LAPSED else "Pending."]
    if line.status is ProposalStatus.WITHDRAWN:
        return [f"Withdrawn on {_day(line.day)}."]
    last = ActionLine(
        outcome=line.status,
        entry=line.disposed or 0,
        day=line.day,
        **{name: getattr(line, name) for name in _OF_AN_ACTION},
    )
    several = bool(line.earlier)
    return [
        *(_action(one, line, named=several) for one in line.earlier),
        _action(last, line, named=several),
        *_number(line),
    ]


_OF_AN_ACTION = ("by_body", "sitting", "resumed", "how", "tally", "verb", "amended", "silence")


def _action(one: ActionLine, line: ProposalLine, *, named: bool) -> str:
    """Adopted by the General Assembly at the 53rd plenary meeting on 16 December 2021, without a vote."""
    if one.silence is not None:
        key = one.silence.rpartition(" ")[2]
        return f"Adopted by the silence procedure {key}, announced on {_day(one.day)}."
    body = one.by_body or (line.body_short if named else None)
    by = f" by {the(body)}" if body else ""
    again = "(resumed) " if one.resumed else ""
    where = f" at the {ordinal(one.sitting)} {again}plenary meeting" if one.sitting else ""
    how = mode(Taken(how=Mode(one.how or "unknown"), tally=one.tally))
    amended = f", as amended by {listed(one.amended)}" if one.amended else ""
    comma = ", " if how.startswith("there being") or amended else " "
    said = "No action was taken on it" if one.outcome == ProposalStatus.NO_ACTION else capital(one.verb or one.outcome)
    return f"{said}{by}{where} on {_day(one.day)}{amended}{comma + how if how else ''}."


def _number(line: ProposalLine) -> list[str]:
    if line.became is not None:
        return [f"It became {line.became}."]
    return ["It awaits its number."] if awaits_number(line) else []


def _day(day: str) -> str:
    return long_day(date.fromisoformat(day))
