"""The parts of a sitting: from its opening, or its resumption, until it was suspended or rose."""

from __future__ import annotations

from datetime import date

from domain.late import dataclass
from domain.values import Entry, Occurred


@dataclass(frozen=True)
class Part:
    """One stretch of a sitting. A resumed part keeps the number: the 50th (resumed) plenary meeting.

    `ended` is None while it goes on. `by_day` is True where only the number and the day are known.
    """

    number: int
    began: Entry
    resumed: bool = False
    by_day: bool = False
    ended: Entry | None = None

    @property
    def day(self) -> date:
        """The day on which it began: the one that a sitting is known by, also where it goes on past midnight."""
        return self.began.occurred.day

    @property
    def timed(self) -> bool:
        """Whether its hours are known, as far as it has come."""
        known = self.began.occurred.at is not None and (self.ended is None or self.ended.occurred.at is not None)
        return known and not self.by_day

    def covers(self, day: date) -> bool:
        """Whether it was held on that day."""
        if self.by_day:
            return day == self.day
        return self.day <= day and (self.ended is None or day <= self.ended.occurred.day)

    def includes(self, when: Occurred) -> bool:
        """Whether it was held then: by its hours where they are known, else by its days."""
        if when.at is None or not self.timed:
            return self.covers(when.day)
        began, ended = self.began.occurred.at, None if self.ended is None else self.ended.occurred.at
        return (began is None or began <= when.at) and (ended is None or when.at <= ended)
