"""What does the word that somebody typed name? A meeting, a body, a silence procedure, a resolution, an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from cli.errors import Refused
from domain.citing import first_symbol, is_number, is_paper, kept, symbol_read
from domain.lettered import each_part
from domain.values import Basis
from projections.meetings import MeetingView, meetings, open_meetings
from projections.names import Named, all_named, named

if TYPE_CHECKING:
    from domain.resolution import TextRef

_KINDS = {"resolution", "decision"}
_WHAT = {
    "body": ("body", "nemcon body add KEY NAME"),
    "meeting": ("meeting", "nemcon meeting schedule KEY BODY --dates FROM..TO"),
    "silence": ("silence procedure", "nemcon silence circulate KEY BODY SUBJECT --until WHEN"),
    "resolution": ("resolution", "nemcon resolution record REF TITLE"),
    "proposal": ("proposal", "nemcon proposal submit SYMBOL"),
}


_SHOWN = 5
"""How many meetings a refusal names, the latest first."""


def find(connection: Connection, kind: str, word: str) -> Named:
    """The one stream of a kind that `word` names; refused where there is none, or where there are several."""
    found = named(connection, kind, word)
    if len(found) == 1:
        return found[0]
    what, how = _WHAT[kind]
    if not found:
        names = [one.label if kind != "body" else one.key for one in all_named(connection, kind)]
        there = ", ".join([*dict.fromkeys(names)][:8])
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
    latest = ", ".join(one.key for one in candidates[: -_SHOWN - 1 : -1])
    state = "open now" if candidates[0].state == "open" else "in the record"
    if len(candidates) <= _SHOWN:
        raise Refused(f"{len(candidates)} meetings are {state}: {latest}.", "Name one: -m KEY, or set NEMCON_MEETING")
    raise Refused(
        f"{len(candidates)} meetings are {state}; the latest: {latest}.",
        "Name one: -m KEY, or set NEMCON_MEETING; see them all: nemcon status",
    )


def _as_named(view: MeetingView) -> Named:
    return Named(view.stream, "meeting", f"{view.body} {view.key}", view.key)


def text_ref(connection: Connection, word: str, *, kind: str | None = None) -> TextRef:
    """The resolution or decision that `word` names, whether it is in the record or not.

    A symbol, or a number with its body, in any spelling: "66/253b" is "66/253 B". A bare number must be in the record
    or cited there, under one body; "UNTOC-COP 7/1" and "UNTOC-COP decision 1/2" need not be.
    """
    from projections.decisions import key_of

    said = _kind_apart(word.strip().rstrip("* "))
    for draft in named(connection, "proposal", said):
        said = draft.key
    known = named(connection, "resolution", said) or named(connection, "resolution", kept(said))
    keys = {*(one.key for one in known), *key_of(connection, kept(said))}
    if len(keys) == 1:
        return _parsed(keys.pop())
    if symbol := symbol_read(said):
        owner = _owner(connection, said, symbol.series)
        return _recorded_as(connection, _text(owner, symbol.kind, symbol.number))
    body, stated, number = _split(connection, said)
    if body is None:
        return _bare(connection, word, number, known)
    owner = find(connection, "body", body).key
    return _recorded_as(connection, _text(owner, stated or kind or "resolution", kept(number)))


def _kind_apart(said: str) -> str:
    """The word before a bare number, and that number as it is kept: "resolution 66/253, sect. B"."""
    kind, _, number = said.partition(" ")
    return f"{kind} {kept(number)}" if kind in _KINDS and is_number(number) else said


def _owner(connection: Connection, said: str, series: str) -> str:
    """The body whose symbols begin with these letters: they are a spelling of its name."""
    if not named(connection, "body", series):
        raise Refused(
            f"The record does not know whose symbols begin with {series!r}, as {said} does.",
            f"Say it once: nemcon body add KEY NAME --also {series}",
        )
    return find(connection, "body", series).key


def paper_or_text(connection: Connection, word: str) -> TextRef:
    """The same, or a paper that is neither resolution nor decision, by its symbol: A/74/483."""
    from domain.resolution import TextRef

    drafts = [one.key for one in named(connection, "proposal", word)]
    if is_paper(word) and not any(named(connection, "resolution", said) for said in (word, *drafts)):
        return TextRef(body="", kind="document", number=first_symbol(word))
    return text_ref(connection, word)


def texts_cited(connection: Connection, word: str) -> list[TextRef]:
    """The texts that a citation names: "76/559 A and B" names both parts where each has a text of its own."""
    parts = each_part(word)
    if len(parts) > 1 and all(named(connection, "resolution", part) for part in parts):
        return [text_ref(connection, part) for part in parts]
    return [paper_or_text(connection, word)]


def _bare(connection: Connection, word: str, number: str, known: list[Named]) -> TextRef:
    """The text of a number alone: refused where none has it, or several."""
    from projections.lineage import texts

    if known:
        find(connection, "resolution", word)
    cited = texts(connection, kept(number))
    if len(cited) != 1:
        raise Refused(
            f"The record knows no resolution {word!r}, and a bare number does not say whose it is.",
            'Name the body too: "UNTOC-COP 7/1", or "UNTOC-COP decision 1/2"',
        )
    return _parsed(cited[0].partition(":")[2])


def _split(connection: Connection, word: str) -> tuple[str | None, str | None, str]:
    """The body, the kind and the number in `word`: the body is the longest beginning that the register knows."""
    parts = word.split()
    splits = [_divided(parts, at) for at in range(len(parts) - 1, 0, -1)]
    for body, stated, number in splits:
        if body and named(connection, "body", body):
            return body, stated, number
    first = splits[0] if splits and not is_number(word) else None
    return first or (None, None, word)


def _divided(parts: list[str], at: int) -> tuple[str | None, str | None, str]:
    *body, last = parts[:at]
    stated = last if last in _KINDS else None
    return " ".join(body if stated else parts[:at]) or None, stated, " ".join(parts[at:])


def _recorded_as(connection: Connection, ref: TextRef) -> TextRef:
    """The text as it stands in the record: a part that was adopted with others goes by the number of them all."""
    known = named(connection, "resolution", str(ref))
    return _parsed(known[0].key) if len(known) == 1 else ref


def _parsed(key: str) -> TextRef:
    body, kind, number = re.split(" (resolution|decision) ", key, maxsplit=1)
    return _text(body, kind, number)


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
