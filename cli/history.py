"""`nemcon history`: every entry, or those that an auditor asks for."""

from __future__ import annotations

import json

import click
from sqlalchemy import Connection

from cli.errors import Refused
from cli.find import find, meeting_meant
from cli.options import View, meeting_option, view_options
from cli.room import Room, pass_room
from cli.when import span_typed
from domain.agenda import printed
from projections import agenda as agendas
from projections import audit, history
from projections.agenda import Edition
from projections.audit import Question
from projections.names import Named

_LATE = "Only what was recorded more than that after it happened: 24h, 3d."


@click.command("history")
@click.argument("what", nargs=-1, metavar="[NOUN WHAT]")
@meeting_option
@click.option("--late", metavar="TIME", help=_LATE)
@click.option("--corrections", is_flag=True, help="Only strikes, what they struck and what took its place.")
@click.option("--waived", is_flag=True, help="Only acts under a waived rule, with the rule and the authority.")
@click.option("--check", is_flag=True, help="Only acts that lack a sitting or an authority, with the reason.")
@click.option("--by", metavar="WHO", help="Only what they recorded.")
@click.option("--withheld", is_flag=True, help="Only entries of which a value is withheld; it is counted, never shown.")
@view_options
@pass_room
def history_of(
    room: Room,
    what: tuple[str, ...],
    meeting: str | None,
    late: str | None,
    corrections: bool,
    waived: bool,
    check: bool,
    by: str | None,
    withheld: bool,
    view: View,
) -> None:
    """Every entry, or those of a meeting, an item, a proposal, a silence procedure or a body. Nothing is left out.

    The options that begin with "Only" are an auditor's questions; asked together, an entry must answer all of them.

    Example: nemcon history item 2
    """
    question = Question(
        late=None if late is None else span_typed(late),
        corrections=corrections,
        waived=waived,
        by=by,
        withheld=withheld,
        check=check,
    )
    if withheld and view.restricted:
        raise Refused("--withheld counts what --restricted would show.", "Leave one of the two out.")
    with room.reading() as now:
        stream, item, heading = _scope(now, what, meeting)
    with room.reading(view, stream) as connection:
        lines = history.history(connection, stream=stream, item=item)
        click.echo(_told(room, connection, lines, question, view, heading), nl=view.as_json)


def _told(
    room: Room, connection: Connection, lines: list[history.HistoryLine], question: Question, view: View, heading: str
) -> str:
    """The entries that answer the question, as text or as JSON."""
    found = audit.answers(lines, question)
    remarks = audit.remarks(found, question) if question.asked else None
    told = history.unsealed(found, lambda digest: room.reveal(connection, digest), restricted=view.restricted)
    if view.as_json:
        return json.dumps(history.as_json(told, remarks), ensure_ascii=False, indent=2)
    asked = audit.in_words(question)
    return history.history_text(told, f"{heading}: {asked}" if asked else heading, remarks=remarks)


def _scope(connection: Connection, what: tuple[str, ...], meeting: str | None) -> tuple[str | None, str | None, str]:
    """The stream and the item whose history is meant, and the heading of it."""
    if not what and meeting is None:
        return None, None, "History of the record"
    noun, word = (*what, None, None)[:2]
    if noun is None or noun in {"meeting", "session"}:
        named = meeting_meant(connection, word or meeting)
        return named.stream, None, f"History of {named.label}"
    if noun == "item" and word is not None:
        named = meeting_meant(connection, meeting)
        return named.stream, _item(connection, named, word), f"History of item {word} of {named.label}"
    if noun in {"silence", "resolution", "proposal", "body"} and word is not None:
        named = find(connection, noun, word)
        return named.stream, None, f"History of {named.label}"
    raise Refused(
        f"There is no history of {' '.join(what)!r}.",
        "Use: nemcon history [meeting KEY | item N | silence KEY | resolution REF | proposal SYMBOL | body KEY]",
    )


def _item(connection: Connection, meeting: Named, word: str) -> str:
    """The identity of an item: `2`, `1a`, `p4` for number 4 of the provisional agenda, or the identity itself."""
    edition = Edition.PROVISIONAL if word[:1] == "p" and word[1:2].isdigit() else Edition.CURRENT
    found = agendas.agenda(connection, meeting.stream, edition)
    number = printed(word.removeprefix("p"))
    for item in found.items if found else ():
        if word == item.id or number == item.number:
            return item.id
    raise Refused(f"The agenda of {meeting.label} has no item {number}.", "See the agenda in force: nemcon agenda show")
