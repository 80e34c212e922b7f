"""What is due as a calendar feed: iCalendar (RFC 5545), one event for each silence that is running.

How a calendar is written stands here too; that of the sittings is in `projections.papers.planned`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from domain.rounds import Deadline
from domain.values import Distribution
from projections.silence import SilenceLine, due

_OCTETS = 75


def feed(lines: list[SilenceLine], now: datetime) -> str:
    """The feed. An event keeps its UID, the id of the stream, whatever becomes of the deadline."""
    return calendar("Silence due", [line for deadline, one in due(lines) for line in _event(one, deadline, now)])


def calendar(product: str, components: Iterable[str]) -> str:
    """A calendar of these components, given line by line."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Nemcon//{product}//EN", *components, "END:VCALENDAR"]
    # RFC 5545, section 3.1: lines end with CR LF.
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _event(line: SilenceLine, deadline: Deadline, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    # RFC 7986, section 5.3: a UID is a UUID, and tells nothing of where it was made.
    yield f"UID:{line.stream}"
    yield f"DTSTAMP:{utc(now)}"
    # RFC 5545, section 3.6.1: an event that has no end takes up no time.
    yield f"DTSTART:{utc(deadline.instant)}"
    yield f"SUMMARY:{escaped(f'Silence ends: {line.subject}')}"
    told = f"{line.key} ({line.body}), until {deadline.printed} on the clock of {deadline.zone}"
    yield f"DESCRIPTION:{escaped(told)}"
    yield "TRANSP:TRANSPARENT"
    if line.distribution == Distribution.RESTRICTED:
        yield "CLASS:CONFIDENTIAL"
    yield "END:VEVENT"


def utc(moment: datetime) -> str:
    """A moment in UTC: RFC 5545, section 3.3.5, form 2."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """RFC 5545, section 3.3.11: backslash, semicolon, comma and the end of a line are escaped."""
    safe = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(safe.splitlines())


def folded(line: str) -> str:
    """RFC 5545, section 3.1: no line is longer than 75 octets; a longer one goes on after CR LF and a space."""
    parts, octets = [""], 0
    for character in line:
        size = len(character.encode())
        if octets + size > _OCTETS:  # a character is never cut
            parts.append(" ")
            octets = 1
        parts[-1] += character
        octets += size
    return "\r\n".join(parts)
