"""Statements entered in the record: they are attached to what was decided and change nothing of it."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

from domain.act import Fact, act
from domain.agenda import Agenda, must_have
from domain.context import Context
from domain.late import dataclass
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.values import Entry, normal


class StatementKind(StrEnum):
    """What a statement is. None of them is an objection."""

    RESERVATION = "reservation"
    EXPLANATION_OF_POSITION = "explanation-of-position"
    EXPLANATION_OF_VOTE = "explanation-of-vote"
    DISSOCIATION = "dissociation"
    INTERPRETATIVE_STATEMENT = "interpretative-statement"
    FOR_THE_RECORD = "for-the-record"


Moment = Literal["before", "after"]


@dataclass(frozen=True, kw_only=True)
class StatementEntered(Fact):
    """A statement was made, or sent in afterwards; its origin is whose it is.

    It concerns an act of this meeting (`on_act`, the version whose place it has), an item, or what a `subject` names;
    `moment` says whether it was made before or after the decision.
    """

    TOPIC: ClassVar[str] = "StatementEntered"
    kind: StatementKind
    text: str
    on_act: int | None
    item: str | None
    subject: str | None
    moment: Moment | None


@dataclass(frozen=True, kw_only=True)
class StatementAttached(Fact):
    """A statement was attached to what was put under silence; it does not break it. Its origin is whose it is."""

    TOPIC: ClassVar[str] = "StatementAttached"
    kind: StatementKind
    text: str


def must_be_somebodys(entry: Entry, text: str) -> str:
    """The text of a statement; refused where it says nothing, or where it is not said whose it is."""
    if not text.strip():
        raise impossible("The statement says nothing.", "Add its text, or the symbol of the paper that holds it.")
    # The record: a statement commits the delegation that made it, and nobody else.
    if entry.origin is None:
        raise impossible("It is not said whose statement it is.", "Add: --from DELEGATION")
    return normal(text)


@act
def enter_statement(
    schedule: Schedule,
    agenda: Agenda,
    entry: Entry,
    context: Context,
    *,
    kind: StatementKind,
    text: str,
    on_act: int | None = None,
    item: str | None = None,
    subject: str | None = None,
    moment: Moment | None = None,
) -> StatementEntered:
    """Enter a statement, in the room or in writing after the closure."""
    del context
    must_stand(schedule)
    words = must_be_somebodys(entry, text)
    if item is not None:
        must_have(agenda, item)
    # The record: an act that a statement is attached to comes before it.
    if on_act is not None and on_act >= entry.place:
        raise impossible("That entry comes after the statement.", "Check the entry: nemcon history")
    return StatementEntered(
        entry=entry,
        kind=kind,
        text=words,
        on_act=on_act,
        item=item,
        subject=None if subject is None else normal(subject),
        moment=moment,
    )
