"""The officers, who acts for them, and who presides. Personal names are sealed: the record holds salted hashes."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, assert_never

from domain.act import Fact, act
from domain.context import Context
from domain.evolving import replace
from domain.late import dataclass
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.values import Entry, Sealed, Taken, normal

_HELD_BY_ONE = {"chair", "president"}


@dataclass(frozen=True, kw_only=True)
class Officer:
    """An office and the person elected to it."""

    office: str
    person: Sealed


@dataclass(frozen=True, kw_only=True)
class OfficersElected(Fact):
    """Officers were elected in one decision, for the meeting or for a term: from a day, until a day."""

    TOPIC: ClassVar[str] = "OfficersElected"
    elected: tuple[Officer, ...]
    since: date | None
    until: date | None
    taken: Taken


@dataclass(frozen=True, kw_only=True)
class OfficerReplaced(Fact):
    """Another person took an office for the rest of the term, by a decision or by a nomination (then none is taken)."""

    TOPIC: ClassVar[str] = "OfficerReplaced"
    officer: Officer
    replaced: Sealed
    until: date | None
    taken: Taken | None


@dataclass(frozen=True, kw_only=True)
class ActedAs(Fact):
    """The holder of another office, or a person named, acted in an office from then on."""

    TOPIC: ClassVar[str] = "ActedAs"
    acts_as: str
    office: str | None
    person: Sealed | None


@dataclass(frozen=True, kw_only=True)
class ChairTaken(Fact):
    """Someone took the chair: the holder of an office, or a person named."""

    TOPIC: ClassVar[str] = "ChairTaken"
    office: str | None
    person: Sealed | None


OfficerFact = OfficersElected | OfficerReplaced | ActedAs | ChairTaken


@dataclass(frozen=True)
class Holder:
    """A person in an office, from the day of the election or of the term until its end, if that was said."""

    office: str
    person: Sealed
    since: date
    until: date | None
    entry: Entry

    def shares(self, since: date, until: date | None) -> bool:
        """Whether there is a day of this term that is one of the other, too."""
        return (until is None or self.since <= until) and (self.until is None or since <= self.until)


@dataclass(frozen=True)
class Officers:
    """What the rules need to know: who holds which office and when, who acts in one, and who presides."""

    holders: tuple[Holder, ...] = ()
    acting: tuple[ActedAs, ...] = ()
    presiding: ChairTaken | ActedAs | None = None

    @property
    def offices(self) -> tuple[str, ...]:
        """The offices that are filled, each as often as it is."""
        return tuple(one.office for one in self.holders)

    def holding(self, office: str, day: date) -> tuple[Holder, ...]:
        """Those whose term in an office covers that day."""
        wanted = normal(office).casefold()
        return tuple(one for one in self.holders if one.office.casefold() == wanted and one.shares(day, day))


@act
def elect_officers(
    schedule: Schedule,
    officers: Officers,
    entry: Entry,
    context: Context,
    *,
    elected: tuple[Officer, ...],
    since: date | None = None,
    until: date | None = None,
    taken: Taken,
) -> OfficersElected:
    """Elect one or several officers in one decision. Several may hold one office (Vice-Chairs)."""
    del context
    must_stand(schedule)
    if not elected:
        raise impossible("No officer was named.", 'Use: nemcon officer elect "Chair=Ms. A (Italy)"')
    named = tuple(Officer(office=normal(one.office), person=one.person) for one in elected)
    begins = since or entry.occurred.day
    if until is not None and until < begins:
        raise impossible(f"The term would end on {until}, before it begins on {begins}.", "Use --until DATE, later.")
    # The record: there is one Chair at a time; a replacement is its own act.
    for one in named:
        _only_one(officers, named, one.office, begins, until)
    return OfficersElected(entry=entry, elected=named, since=since, until=until, taken=taken)


def _only_one(officers: Officers, named: tuple[Officer, ...], office: str, since: date, until: date | None) -> None:
    if office.casefold() not in _HELD_BY_ONE:
        return
    there = [one for one in officers.holders if one.office.casefold() == office.casefold() and one.shares(since, until)]
    if there or [one.office.casefold() for one in named].count(office.casefold()) > 1:
        raise impossible(
            f"A meeting has one {office}, and one has been elected already.",
            f'If another takes the office: nemcon officer replace "{office}=NAME"; if they share the term by halves: '
            "--since DATE, --until DATE; if that entry was wrong: nemcon correct ENTRY officer elect ...",
        )


@act
def replace_officer(
    schedule: Schedule,
    officers: Officers,
    entry: Entry,
    context: Context,
    *,
    officer: Officer,
    replaced: Sealed,
    until: date | None = None,
    taken: Taken | None = None,
) -> OfficerReplaced:
    """Put another person in an office that somebody holds: for the rest of the term, unless its end is said."""
    del context
    must_stand(schedule)
    office, day = normal(officer.office), entry.occurred.day
    found = [one for one in officers.holding(office, day) if one.person.digest == replaced.digest]
    if not found:
        raise impossible(
            f"Nobody holds the office of {office} on that day who could be replaced.",
            f'To fill it: nemcon officer elect "{office}=NAME"',
        )
    if until is not None and until < day:
        raise impossible(f"The term would end on {until}, before it begins on {day}.", "Use --until DATE, later.")
    named = Officer(office=found[0].office, person=officer.person)
    return OfficerReplaced(entry=entry, officer=named, replaced=replaced, until=until or found[0].until, taken=taken)


@act
def act_as(
    schedule: Schedule,
    officers: Officers,
    entry: Entry,
    context: Context,
    *,
    acts_as: str,
    office: str | None = None,
    person: Sealed | None = None,
) -> ActedAs:
    """Record who acts in an office from now on: the holder of another one, or a person. Filled or not, both occur."""
    del context, officers
    must_stand(schedule)
    if office is None and person is None:
        raise impossible("Nobody was named to act.", "Use: nemcon officer act Vice-Chair --as Chair")
    if office is not None and normal(office).casefold() == normal(acts_as).casefold():
        raise impossible(
            f"The {normal(office)} holds that office, and does not act in it.", f"Use: nemcon officer preside {office}"
        )
    return ActedAs(
        entry=entry, acts_as=normal(acts_as), office=None if office is None else normal(office), person=person
    )


def filled_already(officers: Officers, fact: ActedAs) -> str | None:
    """What is worth saying of somebody who acts in an office that has its holder."""
    if not officers.holding(fact.acts_as, fact.entry.occurred.day):
        return None
    return f"There is a {fact.acts_as}; once back in the chair: nemcon officer preside {fact.acts_as}"


@act
def take_chair(
    schedule: Schedule,
    officers: Officers,
    entry: Entry,
    context: Context,
    *,
    office: str | None = None,
    person: Sealed | None = None,
) -> ChairTaken:
    """Record who presides from now on: the holder of an office, or a person."""
    del context, officers
    must_stand(schedule)
    if office is None and person is None:
        raise impossible("Nobody was named to preside.", "Use: nemcon officer preside Chair")
    return ChairTaken(entry=entry, office=None if office is None else normal(office), person=person)


def evolve(officers: Officers, fact: OfficerFact) -> Officers:
    """The officers after `fact`."""
    match fact:
        case OfficersElected(entry=entry):
            since = fact.since or entry.occurred.day
            holders = (Holder(one.office, one.person, since, fact.until, entry) for one in fact.elected)
            filled = {one.office for one in fact.elected} if fact.since is None else set()
            return replace(_acted(officers, filled), holders=(*officers.holders, *holders))
        case OfficerReplaced(entry=entry, officer=officer):
            holder = Holder(officer.office, officer.person, entry.occurred.day, fact.until, entry)
            was = (officer.office, fact.replaced.digest)
            others = (one for one in officers.holders if (one.office, one.person.digest) != was)
            return replace(_acted(officers, {officer.office}), holders=(*others, holder))
        case ActedAs():
            acting = (*_acted(officers, {fact.acts_as}).acting, fact)
            presides = fact.acts_as.casefold() in _HELD_BY_ONE
            return replace(officers, acting=acting, presiding=fact if presides else officers.presiding)
        case ChairTaken():
            back = _acted(officers, set() if fact.office is None else {fact.office})
            return replace(back, presiding=fact)
        case _:
            assert_never(fact)


def _acted(officers: Officers, filled: set[str]) -> Officers:
    """The officers once nobody acts in these offices any more: their holders are there."""
    words = {office.casefold() for office in filled}
    return replace(officers, acting=tuple(one for one in officers.acting if one.acts_as.casefold() not in words))
