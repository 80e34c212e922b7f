"""The auditor's questions: what was recorded late, corrected, waived, withheld, by whom, and without what it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from domain.business import ActStruck
from domain.late import dataclass
from projections.auditing import Lack
from projections.history import HistoryLine
from projections.sentences.seals import withheld
from projections.words import counted

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)

_REASONS: Mapping[Lack, str] = {
    Lack.SITTING: "it happens in the room, and no sitting was open at its place",
    Lack.ANY_SITTING: "decided in the name of the body, and no sitting was in the record",
    Lack.HOUR: "it happens in the room, and its hour is outside the sittings recorded",
    Lack.QUORUM: "too few had been counted present for a decision",
    Lack.AUTHORITY: "a rule was waived, and it is not said on whose authority",
}


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked of each entry; all of it together.

    `late` is the time after which an entry was recorded late, `by` who recorded it. `corrections` are strikes, what
    they struck and what took its place; `check` finds the acts that lack a sitting, a quorum or an authority, and
    `unconfirmed` are the entries that wait for a second person, with the rule under which they do.
    """

    late: timedelta | None = None
    corrections: bool = False
    waived: bool = False
    by: str | None = None
    withheld: bool = False
    check: bool = False
    unconfirmed: Mapping[int, str] | None = None

    @property
    def asked(self) -> bool:
        """Whether anything is asked."""
        return self != Question()

    def answered_by(self, line: HistoryLine) -> bool:
        """Whether an entry, its values still sealed, is among those asked for."""
        return all(
            (
                self.late is None or lag(line) > self.late,
                not self.corrections or _corrects(line),
                not self.waived or bool(line.waives),
                self.by is None or line.recorded_by.casefold() == self.by.casefold(),
                not self.withheld or withheld(line.summary) > 0,
                not self.check or bool(line.lacks and line.struck_by is None),
                self.unconfirmed is None or line.entry in self.unconfirmed,
            )
        )


def lag(line: HistoryLine) -> timedelta:
    """How long after it had happened an entry was recorded."""
    return datetime.fromisoformat(line.recorded_at) - datetime.fromisoformat(line.happened)


def _corrects(line: HistoryLine) -> bool:
    return line.event == ActStruck.TOPIC or line.struck_by is not None or line.replaces is not None


def answers(lines: Iterable[HistoryLine], question: Question) -> list[HistoryLine]:
    """The entries asked for, their values still sealed."""
    return [line for line in lines if question.answered_by(line)]


def remarks(lines: Sequence[HistoryLine], question: Question) -> dict[int, list[str]]:
    """Why each of these entries is among those asked for, where its line does not say so by itself."""
    return {line.entry: list(_remarks(line, question)) for line in lines}


def _remarks(line: HistoryLine, question: Question) -> Iterator[str]:
    if question.late is not None:
        yield f"recorded {_span(lag(line))} later"
    if question.corrections and line.replaced_by is not None:
        yield f"in its place: #{line.replaced_by}"
    if question.withheld:
        yield f"{counted(withheld(line.summary), 'value')} withheld"
    if question.check:
        yield from (_REASONS[Lack(lack)] for lack in line.lacks)
    if question.unconfirmed is not None:
        yield f"waits for a second person, under {question.unconfirmed[line.entry]}"


def _span(span: timedelta) -> str:
    """Whole days from two days on, else whole hours."""
    return counted(span // _DAY, "day") if span >= 2 * _DAY else counted(span // _HOUR, "hour")


_ASKED: tuple[tuple[Callable[[Question], object], str], ...] = (
    (lambda asked: asked.corrections, "strikes, what they struck and what took its place"),
    (lambda asked: asked.waived, "under a waived rule"),
    (lambda asked: asked.withheld, "with a value withheld"),
    (lambda asked: asked.unconfirmed is not None, "not yet confirmed by a second person"),
    (lambda asked: asked.check, "without a sitting, a quorum or an authority"),
)


def in_words(question: Question) -> str:
    """What is asked, as it follows the heading of a history; "" where nothing is."""
    said = [words for asks, words in _ASKED if asks(question)]
    if question.late is not None:
        said.append(f"recorded more than {_span(question.late)} late")
    if question.by is not None:
        said.append(f"recorded by {question.by}")
    return "; ".join(said)
