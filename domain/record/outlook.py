"""What an act sees of the other streams, as of its own day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.context import BodyFacts, Context, MeetingFacts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from domain.record.chapter import Chapter


class Outlook:
    """The rest of the record, read through `chapter`, which opens a stream under the lock."""

    def __init__(self, chapter: Callable[[str, str], Chapter]) -> None:
        self._chapter = chapter
        self._bodies: dict[tuple[str, date, int], BodyFacts | None] = {}
        self._days: dict[date, Context] = {}

    def on(self, day: date) -> Context:
        """The rest of the record, as an act of that day sees it."""
        if day not in self._days:
            self._days[day] = self._context(day)
        return self._days[day]

    def _context(self, day: date) -> Context:
        return Context(
            body=lambda key: self._body(key, day),
            meeting=self._meeting,
            exists=lambda kind, key: self._chapter(kind, key).version > 0,
            state=lambda kind, key: self._state(kind, key, day),
        )

    def _state(self, kind: str, key: str, day: date) -> Any:  # noqa: ANN401 - each kind of stream has its own state
        chapter = self._chapter(kind, key)
        then = [fact for fact in chapter.business if fact.entry.occurred.day <= day]
        return chapter.state if len(then) == len(chapter.business) else chapter.stream.fold(then)

    def _body(self, key: str, day: date) -> BodyFacts | None:
        chapter = self._chapter("body", key)
        asked = (key, day, chapter.version)
        if asked not in self._bodies:  # one import asks a thousand times
            then = [fact for fact in chapter.business if fact.entry.occurred.day <= day]
            # Entering a body in the register is the secretariat's own act and may be later than what the body did.
            self._bodies[asked] = chapter.stream.fold(then or chapter.business[:1]).facts
        return self._bodies[asked]

    def _meeting(self, key: str) -> MeetingFacts | None:
        plan = self._chapter("meeting", key).state.schedule.scheduled
        return None if plan is None else MeetingFacts(key=plan.key, ordinal=plan.ordinal)
