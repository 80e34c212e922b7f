"""The register of silence procedures as a text: one paragraph each. Who objected is never named."""

from __future__ import annotations

from datetime import date
from textwrap import fill

from projections.silence import SilenceLine, SilenceStatus
from projections.words import NOT_OFFICIAL, capital, counted, long_day

_WIDTH = 100
_STANDS = {
    SilenceStatus.EXPIRED: "Expired, result not announced.",
    SilenceStatus.BROKEN: "Broken, result not announced.",
}
_ANNOUNCED = {"adopted": "Announced: adopted.", "not_adopted": "Announced: not adopted."}


def register(lines: list[SilenceLine], *, why: bool = False) -> str:
    """The register, in the order of the lines; with `why`, each names the entry it began with."""
    paragraphs = [fill(_paragraph(line) + (f"  [#{line.entry}]" if why else ""), _WIDTH) for line in lines] or [
        "No silence procedure is in the record."
    ]
    return "\n\n".join(["Register of silence procedures", *paragraphs, NOT_OFFICIAL]) + "\n"


def _paragraph(line: SilenceLine) -> str:
    subject = line.subject.rstrip(".")
    return " ".join([f"{line.key} ({line.body}): {subject}.", *_opening(line), *_objections(line), *_status(line)])


def _opening(line: SilenceLine) -> list[str]:
    if line.deadline is None or line.opened is None:
        day = "" if line.agreed is None else f" on {_day(line.agreed)}"
        return [f"Agreed by silence{day}; nothing else is recorded of it."]
    instant = f"{line.deadline.instant:%Y-%m-%d %H:%M} UTC, printed on the clock of {line.deadline.zone}"
    return [f"Circulated on {_day(line.opened)}, silence until {line.deadline.printed} ({instant})."]


def _day(day: str) -> str:
    return long_day(date.fromisoformat(day))


def _objections(line: SilenceLine) -> list[str]:
    """The objections by their number alone."""
    received = [(line.objections, "in time"), (line.late, "after the deadline")]
    return [f"{capital(counted(count, 'objection'))} {when}, {_from(count)}." for count, when in received if count]


def _from(count: int) -> str:
    return "from a delegation" if count == 1 else "each from a delegation"


def _status(line: SilenceLine) -> list[str]:
    noted = ["A plenary meeting took note of it."] if line.status is SilenceStatus.NOTED else []
    if line.deadline is None:
        return noted
    if line.outcome is not None:
        return [_ANNOUNCED[line.outcome], *noted]
    return [_STANDS.get(line.status, f"{capital(line.status)}.")]
