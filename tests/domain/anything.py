"""Anything that an act may be told, from the annotations of its fields: what may stand there, not what is likely.

A field that must agree with something else (the key of its own stream) has its values in `_FIELDS`.
"""

from __future__ import annotations

import types
import uuid
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from domain.act import Act
from domain.meeting import Meeting
from domain.profiles import UNTOC
from domain.resolution import TextRef
from domain.rules import PERMISSIVE
from domain.streams import KIND_OF
from domain.values import LocalizedText, Sealed, text_in
from tests.domain import plays
from tests.domain.story import BUREAU, CONFERENCE, FIRST_DAY, LAST_DAY, ZONE

KEYS: Mapping[str, str] = {
    "meeting": "UNTOC-COP/WG.7 wg7",
    "body": "UNTOC-COP/WG.9",
    "silence": f"{BUREAU.key} topics",
    "resolution": f"{CONFERENCE.key} resolution 7/1",
    "proposal": "WG.7/2020/L.2",
    "number": f"{CONFERENCE.key} resolution 9/1",
    "keyring": "record",
    "confirmation": "1",
}
"""The stream of each kind that things are done to."""

OWN, _OTHER = (TextRef(body=CONFERENCE.key, kind="resolution", number=number) for number in ("7/1", "7/2"))
_FIELDS: Mapping[tuple[str, str], tuple[object, ...]] = {
    ("body", "key"): (KEYS["body"],),
    ("body", "parent"): (None, CONFERENCE.key),
    ("body", "rules"): (UNTOC, PERMISSIVE),
    ("body", "successors"): ((), (CONFERENCE.key,)),
    ("body", "says"): ("meeting", "session"),
    ("number", "number"): (KEYS["number"],),
    ("proposal", "meeting"): (KEYS["meeting"],),
    ("proposal", "symbol"): (KEYS["proposal"],),
    ("proposal", "to"): (None,),
    ("resolution", "ref"): (OWN,),
    ("resolution", "other"): (OWN, _OTHER),
    ("silence", "bears_on"): ((), ("wg7",)),
    ("silence", "body"): (BUREAU.key,),
    ("silence", "by_meeting"): (None, "wg7"),
    ("silence", "key"): ("topics",),
}
_EVERYWHERE: Mapping[str, tuple[object, ...]] = {"zone": (ZONE,)}
_DAYS = tuple(date.fromisoformat(day) for day in ("2020-06-04", FIRST_DAY, LAST_DAY))
_PLAIN: Mapping[object, tuple[object, ...]] = {
    bool: (False, True),
    int: (1, 2, 3),
    str: ("One", "Two"),
    date: _DAYS,
    datetime: tuple(datetime.combine(day, time(12), tzinfo=UTC) for day in _DAYS),
    time: (time(10), time(15)),
    uuid.UUID: (uuid.UUID(int=1),),
    type(None): (None,),
    LocalizedText: (text_in("en", "One"), text_in("en", "Two")),
    Sealed: (Sealed(digest="00", stands_for="a delegation"),),
}


def told(act: Act, state: object) -> st.SearchStrategy[dict[str, Any]]:
    """What an act may be told."""
    if isinstance(state, Meeting):
        return plays.told(act, state)
    kind = KIND_OF[act.fact]
    return st.fixed_dictionaries({name: _field(kind, name, act.hints[name]) for name in act.fields})


def _field(kind: str, name: str, annotation: object) -> st.SearchStrategy[Any]:
    known = _FIELDS.get((kind, name)) or _EVERYWHERE.get(name)
    return of(annotation) if known is None else st.sampled_from(known)


def of(annotation: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - any annotation there is
    """Values of a type."""
    if annotation in _PLAIN:
        return st.sampled_from(_PLAIN[annotation])
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in {Union, types.UnionType}:
        return st.one_of([of(part) for part in parts])
    if origin is tuple:
        return st.lists(of(parts[0]), max_size=2).map(tuple)
    if origin is Literal:
        return st.sampled_from(parts)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return st.sampled_from(annotation)
    if isinstance(annotation, type) and is_dataclass(annotation):
        hints = get_type_hints(annotation)
        whole = st.fixed_dictionaries({one.name: _field("", one.name, hints[one.name]) for one in fields(annotation)})
        return whole.map(lambda values: _made(annotation, values)).filter(lambda one: one is not None)
    raise NotImplementedError(f"say in tests/domain/anything.py what a field of type {annotation} may hold")


def _made(kind: Callable[..., object], values: Mapping[str, object]) -> object | None:
    try:
        return kind(**values)
    except ValueError:
        return None
