"""Which number does an act take? One that its own stream has already is not taken again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.meeting import Meeting
from domain.numbering import number_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from domain.act import Fact
    from domain.record.chapter import Chapter
    from domain.record.request import Request


def number_to_take(request: Request, chapter: Chapter, fact: Fact, stream_of: Callable[[str], Chapter]) -> str | None:
    """The number that the fact takes; None where it takes none, or it is its own stream's already."""
    plan = chapter.state.schedule if isinstance(chapter.state, Meeting) else None
    body, key = (plan.body, plan.key) if plan else (None, None)
    number = number_of(fact, body, key)
    if number is None:
        return None
    held = stream_of(number)
    others = (one for one in chapter.business if one is not fact and number_of(one, body, key) == number)
    own_key = request.kind == "resolution" and held.version and held.state.taken.by_stream == chapter.id
    if own_key or (held.version and _given_back(held, chapter, others)):
        return None  # a text's number is its stream's own key: a second record of it finds the number its own
    return number


def _given_back(held: Chapter, chapter: Chapter, others: Iterator[Fact]) -> bool:
    """Whether the number was taken in this very stream, where no other act that stands has it: then it is free."""
    taken = held.state.taken
    return taken is not None and taken.by_stream == chapter.id and next(others, None) is None


def fields_of(number: str, request: Request, fact: Fact) -> dict[str, object]:
    """The fields of the taking: the number, the stream that takes it and the act there that does."""
    return {
        "number": number,
        "by_kind": request.kind,
        "by": request.key,
        "by_stream": fact.entry.stream,
        "for_version": fact.entry.version,
    }
