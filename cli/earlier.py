"""Items of other meetings, as they are typed: `wg6#4` is item 4 of wg6."""

from __future__ import annotations

from sqlalchemy import Connection

from cli.errors import Refused
from cli.find import find
from domain.agenda import printed
from domain.outline import Predecessor
from projections import agenda as agendas
from projections.agenda import Edition, ItemView
from projections.names import Named


def item_named(connection: Connection, meeting: Named, word: str) -> ItemView:
    """An item: `2`, `1a`, `p4` for number 4 of the provisional agenda, or the identity itself."""
    edition = Edition.PROVISIONAL if word[:1] == "p" and word[1:2].isdigit() else Edition.CURRENT
    found = agendas.agenda(connection, meeting.stream, edition)
    number = printed(word.removeprefix("p"))
    for item in found.items if found else ():
        if word == item.id or number == item.number:
            return item
    raise Refused(f"The agenda of {meeting.label} has no item {number}.", "See the agenda in force: nemcon agenda show")


def item_of(connection: Connection, word: str) -> tuple[Named, ItemView]:
    """The meeting and the item that `wg6#4` names."""
    key, _, number = word.partition("#")
    if not number:
        raise Refused(f"{word!r} names no item of a meeting.", "Write the meeting and the number: wg6#4")
    meeting = find(connection, "meeting", key)
    return meeting, item_named(connection, meeting, number)


def predecessor(connection: Connection, word: str) -> Predecessor:
    """The item of an earlier meeting, as another one continues it."""
    meeting, item = item_of(connection, word)
    return Predecessor(meeting=meeting.key, item=item.id, number=item.number)
