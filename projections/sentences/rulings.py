"""The sentences of rulings, appeals and reconsiderations, and of the statements entered in the record."""

from __future__ import annotations

from typing import assert_never

from domain.officers import Officers
from domain.rulings import ReconsiderationDecided, RulingAppealed, RulingFact, RulingGiven
from domain.statements import StatementAttached, StatementEntered, StatementKind
from domain.values import Mode
from projections.sentences.room import Room, decided, entry_of, verb
from projections.words import capital, quoted, the

_DID = {
    StatementKind.RESERVATION: ("entered a reservation", "on"),
    StatementKind.EXPLANATION_OF_POSITION: ("explained its position", "on"),
    StatementKind.EXPLANATION_OF_VOTE: ("explained its vote", "on"),
    StatementKind.DISSOCIATION: ("dissociated itself", "from"),
    StatementKind.INTERPRETATIVE_STATEMENT: ("made an interpretative statement", "on"),
    StatementKind.FOR_THE_RECORD: ("made a statement for the record", "on"),
}


def of_rulings(room: Room, fact: RulingFact) -> str:
    """What was ruled, appealed against and reconsidered."""
    match fact:
        case RulingGiven():
            point = f"On a point of order raised by {fact.entry.origin}, " if fact.entry.origin else ""
            under = f" under rule {fact.by_rule}" if fact.by_rule else ""
            return f"{capital(f'{point}{the(presiding(room.before.officers))}')} ruled{under}: {quoted(fact.text)}"
        case RulingAppealed():
            return _appealed(room, fact)
        case ReconsiderationDecided():
            subject = fact.subject or "a decision"
            what = subject if fact.decision is None else f"the decision in {entry_of(room.told, fact.decision)}"
            decision = verb(fact.taken, "decided", "to reconsider" if fact.agreed else "not to reconsider")
            return decided(f"{room.body} {decision} {what}", fact.taken)
        case _:
            assert_never(fact)


def presiding(officers: Officers) -> str:
    """The office of whoever presides; the Chair where a person without one does, or where it was not recorded."""
    chair = officers.presiding
    return "Chair" if chair is None or chair.office is None else chair.office


def _appealed(room: Room, fact: RulingAppealed) -> str:
    ruling = f"the ruling of {entry_of(room.told, fact.ruling)}"
    vote = decided(f"the appeal was {'upheld' if fact.overruled else 'rejected'}", fact.taken)
    result = "was overruled" if fact.overruled else "stood"
    comma = "," if fact.taken.how is Mode.NO_OBJECTION or fact.taken.tally else ""
    return f"{fact.entry.origin or 'A delegation'} appealed against {ruling}; {vote}{comma} and the ruling {result}"


def of_statement(room: Room, fact: StatementEntered) -> str:
    """Whose statement it was, of what kind, and on what."""
    vote = "vote" if fact.kind is StatementKind.EXPLANATION_OF_VOTE else "decision"
    moment = f", {fact.moment} the {vote}" if fact.moment else ""
    return f"{_stated(fact, _concerned(room, fact))}{moment}: {quoted(fact.text)}"


def _stated(fact: StatementEntered | StatementAttached, concerned: str) -> str:
    did, on = _DID[fact.kind]
    return f"{fact.entry.origin or 'A delegation'} {did}{f' {on} {concerned}' if concerned else ''}"


def _concerned(room: Room, fact: StatementEntered) -> str:
    act = None if fact.on_act is None else entry_of(room.told, fact.on_act)
    item = None if fact.item is None else room.item(fact.item)
    what = fact.subject or act
    return f"{what}, under {item}" if what and item else what or item or ""


def of_attached(fact: StatementAttached, subject: str) -> str:
    """A statement attached to what was put under silence."""
    return f"{_stated(fact, subject)}, under the silence procedure: {quoted(fact.text)}"
