"""The officers by name: how a list prints them, and which of them a name typed means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection

from cli.errors import Refused
from cli.room import Room
from domain.days import long_day
from projections.officers import OfficerView

if TYPE_CHECKING:
    from domain.officers import Officers
    from domain.values import Sealed


def name_of(room: Room, connection: Connection, view: OfficerView) -> str | None:
    """The name, while it is kept."""
    return None if view.seal is None else room.reveal(connection, view.seal)


def told(room: Room, connection: Connection, view: OfficerView) -> str:
    """Vice-Chair: Ms. A (Italy), until 30 June 2014; or, acting as Chair: the Vice-Chair."""
    name = name_of(room, connection, view) or (f"the {view.holder_of}" if view.holder_of else "a person named")
    if view.acting:
        return f"Acting as {view.office}: {name}"
    since = f"from {long_day(view.since)}" if view.since != view.elected else ""
    until = f"until {long_day(view.until)}" if view.until else ""
    term = " ".join(filter(None, [since, until]))
    return f"{view.office}: {name}{', ' if term else ''}{term}"


def replaced(room: Room, connection: Connection, officers: Officers, office: str, name: str | None) -> Sealed:
    """The one who holds the office, or the one of that name among several; a name may be typed as far as it tells."""
    holders = [one for one in officers.holders if one.office.casefold() == office.casefold()]
    if not holders:
        raise Refused(
            f"Nobody is {office} who could be replaced.", f'To elect one: nemcon officer elect "{office}=NAME"'
        )
    names = {one.person.digest: room.reveal(connection, one.person.digest) or "" for one in holders}
    found = [one for one in holders if name is None or _begins(names[one.person.digest], name)]
    if len(found) == 1:
        return found[0].person
    there = "; ".join(names[one.person.digest] or "a person whose name is no longer kept" for one in holders)
    many = f"No {office} is of that name" if name is not None and not found else f"More than one is {office}"
    raise Refused(f"{many}: {there}.", "Say who is replaced: --for NAME")


def _begins(whole: str, typed: str) -> bool:
    return whole.casefold().startswith(" ".join(typed.split()).casefold())
