"""What does the word that somebody typed name? A meeting, a body, a silence procedure, a resolution, an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from cli.errors import Refused
from domain.parts import each_part, in_one_form
from domain.values import Basis
from projections.meetings import MeetingView, meetings
from projections.names import Named, all_named, named

if TYPE_CHECKING:
    from domain.resolution import TextRef

_WHAT = {
    "body": ("body", "nemcon body add KEY NAME"),
    "meeting": ("meeting", "nemcon meeting schedule KEY BODY --dates FROM..TO"),
    "silence": ("silence procedure", "nemcon silence circulate KEY BODY SUBJECT --until WHEN"),
    "resolution": ("resolution", "nemcon resolution record REF TITLE"),
    "proposal": ("proposal", "nemcon proposal submit SYMBOL"),
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
    views = meetings(connection)
    candidates = [one for one in views if one.state == "open"] or views
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

    A bare number, or the symbol of a draft that was adopted, must be in the record, under one body; "UNTOC-COP 7/1" and
    "UNTOC-COP decision 1/2" need not be. A number is known in every spelling of its part: "66/253b".
    """
    from projections.decisions import key_of

    said = in_one_form(word)
    for draft in named(connection, "proposal", said):
        said = draft.key
    keys = [*(one.key for one in named(connection, "resolution", said)), *key_of(connection, said)]
    if len(set(keys)) == 1:
        return _parsed(keys[0])
    found = _REF.fullmatch(said)
    if keys and (found is None or " " not in said):
        several = ", ".join(f'"{key.replace(" resolution ", " ")}"' for key in dict.fromkeys(keys))
        raise Refused(f"{word!r} names {len(set(keys))} of them: {several}.", "Use one of those forms.")
    if found is None:
        raise Refused(
            f"The record knows no resolution {word!r}, and a bare number does not say whose it is.",
            'Name the body too: "UNTOC-COP 7/1", or "UNTOC-COP decision 1/2"',
        )
    owner = find(connection, "body", found["body"]).key
    return _text(owner, found["kind"] or kind or "resolution", found["number"])


_REF = re.compile(r"(?P<body>.+?)(?: (?P<kind>resolution|decision))? (?P<number>\S*\d\S*(?: [A-Z])?(?: \([IVXLC]+\))?)")
_KEY = re.compile(r"(?P<body>.+?) (?P<kind>resolution|decision) (?P<number>.+)")


def _parsed(key: str) -> TextRef:
    found = _KEY.fullmatch(key)
    assert found is not None  # noqa: S101 - the key of a text names its body, its kind and its number
    return _text(found["body"], found["kind"], found["number"])


def texts_meant(connection: Connection, words: Iterable[str]) -> list[TextRef]:
    """The texts that these words name, each part of a composite one: "UNGA 76/559 A and B" names two."""
    return [text_ref(connection, part) for word in words for part in each_part(word)]


def _text(owner: str, kind: str, number: str) -> TextRef:
    from domain.resolution import TextRef

    return TextRef(body=owner, kind="decision" if kind == "decision" else "resolution", number=number)


def bases(connection: Connection, words: Iterable[str]) -> tuple[Basis, ...]:
    """What an act rests on, as typed: the key of a silence procedure or of a meeting, or a resolution."""
    return tuple(_basis(connection, word) for word in words)


def _basis(connection: Connection, word: str) -> Basis:
    for kind in ("silence", "meeting"):
        found = named(connection, kind, word)
        if len(found) == 1:
            return Basis(kind=kind, key=found[0].key)
    return Basis(kind="resolution", key=str(text_ref(connection, word)))
