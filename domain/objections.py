"""Objections to a text under silence: received, retracted, ruled upon. The acts stand in `domain.objecting`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from domain.act import Fact
from domain.late import dataclass
from domain.values import Entry, Sealed


@dataclass(frozen=True, kw_only=True)
class SilenceBroken(Fact):
    """An objection, or an amendment in place of one, was received. Who broke the silence is sealed.

    `addressed` are those who had received it by then; where nothing is said, all who had to. `by_addressee` says
    whether whoever broke it is among those to whom the text was circulated; None where that cannot be told.
    """

    TOPIC: ClassVar[str] = "SilenceBroken"
    received: datetime
    channel: str | None
    amendment: str | None
    objector: Sealed | None
    addressed: tuple[str, ...]
    by_addressee: bool | None = None


@dataclass(frozen=True, kw_only=True)
class ObjectionRetracted(Fact):
    """An objection was retracted at `retracted`: up to the deadline it counts no more, later nothing changes."""

    TOPIC: ClassVar[str] = "ObjectionRetracted"
    objection: int
    retracted: datetime


@dataclass(frozen=True, kw_only=True)
class ObjectionRuled(Fact):
    """It was ruled whether a late or a contested objection counts."""

    TOPIC: ClassVar[str] = "ObjectionRuled"
    objection: int
    admitted: bool


ObjectionFact = SilenceBroken | ObjectionRetracted | ObjectionRuled


@dataclass(frozen=True)
class Objection:
    """What the rules need to know of an objection; `admitted` is what was ruled, None where nothing was.

    It is not `complete` where somebody who had to receive it did not.
    """

    entry: Entry
    received: datetime
    retracted: datetime | None = None
    admitted: bool | None = None
    complete: bool = True

    def counts(self, in_time: Callable[[datetime], bool]) -> bool:
        """Whether it counts: not if it was retracted in time, else as ruled, else if all had received it in time."""
        if self.taken_back(in_time):
            return False
        return self.complete and in_time(self.received) if self.admitted is None else self.admitted

    def taken_back(self, in_time: Callable[[datetime], bool]) -> bool:
        """Whether it was retracted in time."""
        return self.retracted is not None and in_time(self.retracted)
