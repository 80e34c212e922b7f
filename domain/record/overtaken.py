"""Why is an act refused that a moment ago would have been accepted? Somebody else was quicker."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from domain.record.chapter import Chapter

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from domain.act import Fact

A_MOMENT = timedelta(minutes=10)
_TRIES = 3


def overtaken_by(chapter: Chapter, by: str, now: datetime, decide: Callable[[Chapter], object]) -> Fact | None:
    """The last fact that somebody else than `by` recorded just now, before which `decide` accepts and not after it.

    None where there is none: then the refusal has another reason than what others did meanwhile.
    """
    recent = takewhile(lambda fact: now - fact.entry.recorded_at <= A_MOMENT, reversed(chapter.facts))
    by_others = (fact for fact in recent if fact.entry.recorded_by != by)
    for fact in islice(by_others, _TRIES):
        before, after = (_until(chapter, version) for version in (fact.entry.version - 1, fact.entry.version))
        if _accepts(decide, before) and not _accepts(decide, after):
            return fact
    return None


def _until(chapter: Chapter, version: int) -> Chapter:
    return Chapter(chapter.id, chapter.stream, chapter.facts[:version])


def _accepts(decide: Callable[[Chapter], object], chapter: Chapter) -> bool:
    try:
        decide(chapter)
    except Exception:  # noqa: BLE001 - whatever refused it, it was not accepted
        return False
    return True
