"""What an act may ask of other streams, read under the same lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain.days import dated
from domain.late import dataclass
from domain.rules import PERMISSIVE, Profile, impossible
from domain.values import Entry


@dataclass(frozen=True, kw_only=True)
class BodyFacts:
    """A body as it was on the act's day.

    `name` is its full name, `short` what a report calls it ("Working Group"), `says` its own word for what it
    holds ("meeting" or "session"); `private` is true of a bureau, whose acts are restricted by default. One that was
    `discontinued` has that entry, and its `successors` are the bodies to which its functions passed.
    """

    key: str
    name: str
    short: str
    says: str
    zone: str
    parent: str | None
    rules: Profile
    private: bool
    mutatis_mutandis: bool = False
    discontinued: Entry | None = None
    successors: tuple[str, ...] = ()


def must_still_act(body: BodyFacts) -> None:
    """Refuse what a body would begin after it was discontinued."""
    if body.discontinued is not None:
        on = dated(body.discontinued)
        passed = f"; its functions passed to {' and '.join(body.successors)}" if body.successors else ""
        raise impossible(
            f"{body.key} was discontinued on {on}{passed}.",
            f"Name the body that acts: {' or '.join(body.successors) or 'nemcon body add KEY NAME'}",
        )


@dataclass(frozen=True, kw_only=True)
class MeetingFacts:
    """A meeting as the record knows it: its key, and which of its body's it is."""

    key: str
    ordinal: int | None


def _nobody(_key: str) -> BodyFacts | None:
    return None


def _no_meeting(_key: str) -> MeetingFacts | None:
    return None


def _nothing(_kind: str, _key: str) -> bool:
    return False


def _unknown(kind: str, key: str) -> Any:  # noqa: ANN401 - each kind of stream has its own state
    message = f"no {kind} {key} in this context"
    raise LookupError(message)


@dataclass(frozen=True, kw_only=True)
class Context:
    """The rest of the record, as far as a rule across streams needs it.

    `body` and `state` are as of the end of the act's day: a body by its key, and what any stream had come to, the empty
    state where it had not begun. `meeting` and `exists` are as the record knows now, whatever the day: a meeting by its
    natural key (one of 2020 defers to one that was scheduled a year later), and whether a stream was begun.
    """

    body: Callable[[str], BodyFacts | None] = _nobody
    meeting: Callable[[str], MeetingFacts | None] = _no_meeting
    exists: Callable[[str, str], bool] = _nothing
    state: Callable[[str, str], Any] = _unknown

    def rules(self, body: str | None) -> Profile:
        """The rules of procedure of `body` on the act's day; permissive where the body is not known."""
        found = None if body is None else self.body(body)
        return PERMISSIVE if found is None else found.rules
