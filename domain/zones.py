"""The time zone that a name means; one that does not exist is refused."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from domain.rules import impossible
from domain.values import zone_named


def must_be_a_zone(name: str) -> ZoneInfo:
    """The IANA time zone of that name."""
    try:
        return zone_named(name)
    except ValueError as error:
        raise impossible(f"There is no time zone {name!r}.", "Use an IANA name, such as Europe/Vienna.") from error
