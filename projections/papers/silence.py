"""The register of silence procedures as a text: one paragraph each. Who objected is never named."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from textwrap import fill

from domain.days import long_day
from domain.rounds import Deadline
from domain.values import zone_named
from projections.silence import SilenceLine, SilenceStatus, due, faults
from projections.words import NOT_OFFICIAL, capital, clock, counted

_WIDTH = 100
_HOUR = 60
_STANDS = {
    SilenceStatus.EXPIRED: "Expired, result not announced.",
    SilenceStatus.BROKEN: "Broken, result not announced.",
}
_ANNOUNCED = {"adopted": "Announced: adopted.", "not_adopted": "Announced: not adopted."}


def register(lines: list[SilenceLine], *, why: bool = False) -> str:
    """The register, in the order of the lines; with `why`, each names the entry it began with."""
    paragraphs = [fill(paragraph(line) + (f"  [#{line.entry}]" if why else ""), _WIDTH) for line in lines] or [
        "No silence procedure is in the record."
    ]
    return "\n\n".join(["Register of silence procedures", *paragraphs, NOT_OFFICIAL]) + "\n"


def paragraph(line: SilenceLine) -> str:
    """What the register says of one procedure."""
    return f"{line.key} ({line.body}): {line.subject.rstrip('.')}. {standing(line)}"


def standing(line: SilenceLine) -> str:
    """What is known of a procedure, in sentences; who objected is not."""
    return " ".join([*_opening(line), *objections(line), *_status(line), *_statements(line)])


def _opening(line: SilenceLine) -> list[str]:
    if line.drafted is not None and line.opened is None:
        return [f"Drafted on {_day(line.drafted)}."]
    if line.deadline is None or line.opened is None:
        day = "" if line.agreed is None else f" on {_day(line.agreed)}"
        return [f"Agreed by silence{day}; nothing else is recorded of it."]
    instant = f"{line.deadline.instant:%Y-%m-%d %H:%M} UTC, printed on the clock of {line.deadline.zone}"
    again = f", in round {line.round}," if line.round > 1 else ""
    return [f"Circulated on {_day(line.opened)}, silence{again} until {line.deadline.printed} ({instant})."]


def _day(day: str) -> str:
    return long_day(date.fromisoformat(day))


def objections(line: SilenceLine) -> list[str]:
    """The objections by their number alone."""
    received = [
        (line.objections - line.admitted, "in time"),
        (line.admitted, "admitted by a ruling"),
        (line.retracted, "retracted in time"),
        (line.refused, "refused by a ruling"),
        (line.late, "after the deadline"),
        (line.incomplete, "that did not reach all who must receive it"),
    ]
    return [f"{capital(counted(count, 'objection'))} {when}, {_from(count)}." for count, when in received if count]


def _statements(line: SilenceLine) -> list[str]:
    several = line.statements > 1
    attached = f"{counted(line.statements, 'statement')} {'are' if several else 'is'} attached."
    return [capital(attached)] if line.statements else []


def _from(count: int) -> str:
    return "from a delegation" if count == 1 else "each from a delegation"


def _status(line: SilenceLine) -> list[str]:
    if line.status is SilenceStatus.WITHDRAWN:
        return ["Withdrawn."]
    noted = ["A plenary meeting took note of it."] if line.status is SilenceStatus.NOTED else []
    if line.status is SilenceStatus.CONTESTED:
        noted = ["Contested."]
    if line.deadline is None:
        return noted
    if line.outcome is not None:
        adopted = [f"Adopted on {_day(line.adopted_on)}."] if line.adopted_on else []
        return [_ANNOUNCED[line.outcome], *adopted, *noted]
    return [_STANDS.get(line.status, f"{capital(line.status)}.")]


def calls(lines: list[SilenceLine], now: datetime, zone: str) -> str:
    """What is due, soonest first: on the clock of the letter, on that of the reader in `zone`, and how long is left."""
    paragraphs = [fill(_call(line, deadline, now, zone), _WIDTH) for deadline, line in due(lines)]
    return "\n\n".join(["Silence due", *(paragraphs or ["No silence is running."]), NOT_OFFICIAL]) + "\n"


def _call(line: SilenceLine, deadline: Deadline, now: datetime, zone: str) -> str:
    clocks = [on_the_clock(deadline.instant, one) for one in dict.fromkeys((deadline.zone, zone))]
    return f"{line.key} ({line.body}): until {deadline.printed} ({'; '.join(clocks)}). {_left(deadline.instant - now)}"


def on_the_clock(instant: datetime, zone: str) -> str:
    """6 p.m. on 1 May 2020 in Europe/Vienna."""
    local = instant.astimezone(zone_named(zone))
    return f"{clock(local)} on {long_day(local)} in {zone}"


def _left(time: timedelta) -> str:
    minutes = int(time.total_seconds() // 60)
    if minutes < _HOUR:
        return f"{capital(counted(minutes, 'minute'))} left."
    return f"{capital(counted(minutes // _HOUR, 'hour'))} left."


def findings(lines: list[SilenceLine]) -> str:
    """What is not in order: a line for each procedure that has something."""
    found = [fill(f"{line.key} ({line.body}): {' '.join(faults(line))}", _WIDTH) for line in lines if faults(line)]
    return "\n".join(found or ["Every silence procedure is in order."]) + "\n"
