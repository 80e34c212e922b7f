"""`nemcon history`: every entry, or those that an auditor asks for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import click
from sqlalchemy import Connection

from cli.earlier import item_named
from cli.errors import Refused
from cli.find import find, meeting_meant
from cli.options import View, meeting_option, view_options
from cli.room import Room, pass_room
from cli.when import span_typed
from projections import audit, confirmations, history
from projections.audit import Question
from projections.carrying import carried_on_in, continuations
from projections.lineage import Node
from projections.papers import history as history_paper
from projections.proposals import streams_of
from projections.words import listed

_LATE = "Only what was recorded more than that after it happened: 24h, 3d."


@click.command("history")
@click.argument("what", nargs=-1, metavar="[NOUN WHAT]")
@meeting_option
@click.option("--late", metavar="TIME", help=_LATE)
@click.option("--corrections", is_flag=True, help="Only strikes, what they struck and what took its place.")
@click.option("--waived", is_flag=True, help="Only acts under a waived rule, with the rule and the authority.")
@click.option("--check", is_flag=True, help="Only acts that lack a sitting or an authority, with the reason.")
@click.option("--unconfirmed", is_flag=True, help="Only acts that wait for a second person, with the rule.")
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
    unconfirmed: bool,
    by: str | None,
    withheld: bool,
    view: View,
) -> None:
    """Every entry, or those that concern one thing. A meeting, an item, a proposal, a silence procedure, a body.

    Nothing is left out: what is restricted says so, and values that are sealed are counted.

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
        unconfirmed=_waiting(room, view) if unconfirmed else None,
    )
    if withheld and view.restricted:
        raise Refused("--withheld counts what --restricted would show.", "Leave one of the two out.")
    with room.reading() as now:
        scope = _scope(now, what, meeting)
    with room.reading(view, scope.streams) as connection:
        lines = history.history(connection, stream=scope.stream, item=scope.item, others=scope.proposals)
        click.echo(_told(room, connection, lines, question, view, scope), nl=view.as_json)


def _waiting(room: Room, view: View) -> Mapping[int, str]:
    """What waits for a second person; a confirmation stands in another stream than the act."""
    with room.reading(view, None, confirmations.TABLES) as connection:
        return confirmations.unconfirmed(connection)


def _told(
    room: Room, connection: Connection, lines: list[history.HistoryLine], question: Question, view: View, scope: Scope
) -> str:
    """The entries that answer the question, as text or as JSON."""
    found = audit.answers(lines, question)
    remarks = audit.remarks(found, question) if question.asked else None
    told = history.unsealed(found, lambda digest: room.reveal(connection, digest), restricted=view.restricted)
    if view.as_json:
        return json.dumps(history_paper.as_json(told, remarks), ensure_ascii=False, indent=2)
    asked = audit.in_words(question)
    heading = f"{scope.heading}: {asked}" if asked else scope.heading
    return history_paper.text(told, f"{heading}{_lineage(connection, scope)}", remarks=remarks)


@dataclass(frozen=True)
class Scope:
    """Whose history is meant: a stream or all of them, an item of a meeting, which has its key; and the heading.

    `proposals` are the streams of those submitted to the meeting, `others` of meetings that carried the item on.
    """

    heading: str
    stream: str | None = None
    meeting: str = ""
    item: str | None = None
    proposals: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def streams(self) -> tuple[str, ...] | None:
        """The streams the answer is made of; None for all."""
        return None if self.stream is None else (self.stream, *self.proposals, *self.others)


def _scope(connection: Connection, what: tuple[str, ...], meeting: str | None) -> Scope:
    if not what and meeting is None:
        return Scope("History of the record")
    noun, word = (*what, None, None)[:2]
    if noun is None or noun in {"meeting", "session"}:
        named = meeting_meant(connection, word or meeting)
        return Scope(f"History of {named.label}", named.stream)
    if noun == "item" and word is not None:
        named = meeting_meant(connection, meeting)
        item = item_named(connection, named, word).id
        drafts, others = streams_of(connection, named.key), carried_on_in(connection, named.key, item)
        return Scope(f"History of item {word} of {named.label}", named.stream, named.key, item, drafts, others)
    if noun in {"silence", "resolution", "proposal", "body"} and word is not None:
        named = find(connection, noun, word)
        return Scope(f"History of {named.label}", named.stream)
    raise Refused(
        f"There is no history of {' '.join(what)!r}.",
        "Use: nemcon history [meeting KEY | item N | silence KEY | resolution REF | proposal SYMBOL | body KEY]",
    )


def _lineage(connection: Connection, scope: Scope) -> str:
    """Which items of other meetings it continues, and which continue it, below the heading."""
    if scope.item is None:
        return ""
    before, after = continuations(connection, scope.meeting, scope.item)
    told = [(said, nodes) for said, nodes in (("It continues", before), ("It is continued by", after)) if nodes]
    lines = [f"{said} {listed(_called(node) for node in nodes)}." for said, nodes in told]
    return "".join(f"\n{line}" for line in lines)


def _called(node: Node) -> str:
    """Item 4 of wg6."""
    place, _, item = node.id.partition("#")
    return f"item {node.symbol or item} of {place.rpartition(' ')[2]}"
