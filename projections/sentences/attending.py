"""The sentences of those who attend: the list, the credentials, the quorum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, assert_never

from domain.attendance import AttendanceFact, AttendanceRecorded, Category, CredentialsConsidered, QuorumNoted
from projections.sentences.room import Room, decided, verb
from projections.words import cardinal, listed

NAMES: Final = {
    Category.STATE: ("State", "States"),
    Category.REGIONAL: ("regional economic integration organization", "regional economic integration organizations"),
    Category.SIGNATORY: ("signatory", "signatories"),
    Category.OBSERVER_STATE: ("observer State", "observer States"),
    Category.ENTITY: ("entity", "entities"),
    Category.UNITED_NATIONS: ("United Nations body", "United Nations bodies"),
    Category.INTERGOVERNMENTAL: ("intergovernmental organization", "intergovernmental organizations"),
    Category.NON_GOVERNMENTAL: ("non-governmental organization", "non-governmental organizations"),
}
"""What one and several of a category are called."""


def of_attendance(room: Room, fact: AttendanceFact) -> str:
    """Who attended, what became of the report on credentials, and whether enough were present."""
    match fact:
        case AttendanceRecorded():
            again = " anew" if room.before.attendance.recorded is not None else ""
            who = counts(Category(one.category) for one in fact.participants)
            return f"The attendance was recorded{again}: {who}"
        case CredentialsConsidered():
            words = ("accepted", "to accept") if fact.accepted else ("took note of", "to take note of")
            did = verb(fact.taken, *words)
            return decided(f"{room.body} {did} the report on credentials ({fact.symbol}),", fact.taken)
        case QuorumNoted():
            return quorum(fact)
        case _:
            assert_never(fact)


def counts(categories: Iterable[Category]) -> str:
    """Two States, one signatory and 12 non-governmental organizations, in the order of the categories."""
    found = Counter(categories)
    return listed(f"{cardinal(found[one])} {NAMES[one][found[one] != 1]}" for one in Category if found[one])


def quorum(fact: QuorumNoted) -> str:
    """A quorum was noted, or found wanting, and for what."""
    present = f"{fact.present} of {fact.of} present" if fact.of is not None else f"{fact.present} present"
    if fact.to_debate is None and fact.to_decide is None:
        return f"Those present were counted ({present})"
    enough = {"debate": fact.to_debate, "decide": fact.to_decide}
    asked = [purpose for purpose in enough if fact.to in {None, purpose}]
    there = [f"to {purpose}" for purpose, found in enough.items() if found]
    wanting = [f"to {purpose}" for purpose in asked if enough[purpose] is False]
    if wanting:
        still = f"; there was one {listed(there)}" if there else ""
        return f"The quorum {listed(wanting)} was found wanting ({present}){still}"
    none = [f"to {purpose}" for purpose, found in enough.items() if found is False]
    but = f", but none {listed(none)}" if none else ""
    return f"A quorum {listed(one for one in there if one.removeprefix('to ') in asked)} was noted ({present}){but}"
