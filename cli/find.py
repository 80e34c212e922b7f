"""What does the word that somebody typed name? A meeting, a body, a silence procedure, a resolution, an entry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from cli.errors import Refused
from domain.values import Basis
from projections.meetings import MeetingView, meetings, open_meetings
from projections.names import Named, all_named, named

if TYPE_CHECKING:
    from domain.resolution import TextRef

_WHAT = {
    "body": ("body", "nemcon body add KEY NAME"),
    "meeting": ("meeting", "nemcon meeting schedule KEY BODY --dates FROM..TO"),
    "silence": ("silence procedure", "nemcon silence circulate KEY BODY SUBJECT --until WHEN"),
    "resolution": ("resolution", "nemcon resolution record REF TITLE"),
}


def find(connection: Connection, kind: str, word: str) -> Named:
    """The one stream of a kind that `word` names; refused where there is none, or where there are several."""
    found = named(connection, kind, word)
    if len(found) == 1:
        return found[0]
    what, how = _WHAT[kind]
    if not found:
        there = ", ".join(one.label if kind != "body" else one.key for one in all_named(connection, kind)[:8])
        raise Refused(
            f"The record knows no {what} {word!r}.", f"It knows: {there}." if there else f"Enter it first: {how}"
        )
    keys = ", ".join(f'"{one.label if kind == "resolution" else one.key}"' for one in found)
    raise Refused(f"{word!r} names {len(found)} of them: {keys}.", "Use one of those forms.")


def meeting_meant(connection: Connection, word: str | None) -> Named:
    """The meeting named, else the only one open now, else the only one in the record."""
    if word is not None:
        return find(connection, "meeting", word)
    candidates = open_meetings(connection) or meetings(connection)
    if len(candidates) == 1:
        return _as_named(candidates[0])
    if not candidates:
        raise Refused(
            "There is no meeting in the record.", "Read its paper: nemcon import FILE; or: nemcon meeting schedule"
        )
    keys = ", ".join(one.key for one in candidates)
    state = "open now" if candidates[0].state == "open" else "in the record"
    raise Refused(f"{len(candidates)} meetings are {state}: {keys}.", "Name one: -m KEY, or set NEMCON_MEETING")


def _as_named(view: MeetingView) -> Named:
    return Named(view.stream, "meeting", f"{view.body} {view.key}", view.key)


def text_ref(connection: Connection, word: str, *, kind: str | None = None) -> TextRef:
    """The resolution or decision that `word` names, whether it is in the record or not.

    A bare number must be in the record, under one body; "UNTOC-COP 7/1" and "UNTOC-COP decision 1/2" need not be.
    """
    parts = word.split()
    known = named(connection, "resolution", word)
    if len(known) == 1:
        return _parsed(known[0].key)
    if len(known) > 1 and len(parts) == 1:
        find(connection, "resolution", word)
    if len(parts) <= 1:
        raise Refused(
            f"The record knows no resolution {word!r}, and a bare number does not say whose it is.",
            'Name the body too: "UNTOC-COP 7/1", or "UNTOC-COP decision 1/2"',
        )
    *body, number = parts
    stated = body.pop() if body and body[-1] in {"resolution", "decision"} and len(body) > 1 else kind or "resolution"
    owner = find(connection, "body", " ".join(body)).key
    return _text(owner, stated, number)


def _parsed(key: str) -> TextRef:
    return _text(*key.rsplit(" ", 2))


def _text(body: str, kind: str, number: str) -> TextRef:
    from domain.resolution import TextRef

    return TextRef(body=body, kind="decision" if kind == "decision" else "resolution", number=number)


def bases(connection: Connection, words: Iterable[str]) -> tuple[Basis, ...]:
    """What an act rests on, as typed: the key of a silence procedure or of a meeting, or a resolution."""
    return tuple(_basis(connection, word) for word in words)


def _basis(connection: Connection, word: str) -> Basis:
    for kind in ("silence", "meeting"):
        found = named(connection, kind, word)
        if len(found) == 1:
            return Basis(kind=kind, key=found[0].key)
    return Basis(kind="resolution", key=str(text_ref(connection, word)))
