"""A body: the Conference, a working group, a bureau. Its key is chosen once; its spellings are aliases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Self, assert_never

from domain.act import Fact, act
from domain.business import ActStruck
from domain.context import BodyFacts, Context
from domain.evolving import replace
from domain.rules import PERMISSIVE, PROFILES, impossible, must_be_said
from domain.values import Entry, normal, zone_named

KIND = "body"


@dataclass(frozen=True, kw_only=True)
class BodyRegistered(Fact):
    """A body entered the register. `rules` names its profile; a bureau is `private` and names its parent."""

    TOPIC: ClassVar[str] = "BodyRegistered"
    key: str
    name: str
    short: str
    parent: str | None
    rules: str
    zone: str
    says: str
    private: bool
    of_session: int | None


@dataclass(frozen=True, kw_only=True)
class BodyAlsoNamed(Fact):
    """A second spelling of the body's name is in use: a variant, not a renaming."""

    TOPIC: ClassVar[str] = "BodyAlsoNamed"
    spelling: str


BodyFact = BodyRegistered | BodyAlsoNamed | ActStruck


@dataclass(frozen=True)
class Body:
    """What the rules need to know of a body."""

    facts: BodyFacts | None = None
    spellings: tuple[str, ...] = ()

    def part(self, kind: type[Any]) -> Self:
        """The body itself: it has no parts."""
        del kind
        return self


@act
def register_body(
    body: Body,
    entry: Entry,
    context: Context,
    *,
    key: str,
    name: str,
    short: str,
    parent: str | None = None,
    rules: str = PERMISSIVE.name,
    zone: str = "UTC",
    says: str = "meeting",
    private: bool = False,
    of_session: int | None = None,
) -> BodyRegistered:
    """Enter a body in the register under a key chosen once."""
    # The record: a key is given once and never again.
    if body.facts is not None:
        raise impossible(
            f"The body {body.facts.key} is in the register already, as {body.facts.name}.",
            f"For another spelling of its name: nemcon body add {body.facts.key} NAME --also SPELLING",
        )
    must_be_said(key, "key")
    must_be_said(name, "name")
    # The record: a parent is a body that is known.
    if parent is not None and context.body(parent) is None:
        raise impossible(f"The body {parent} is not in the register.", f"First: nemcon body add {parent} NAME")
    if rules not in PROFILES:
        raise impossible(f"There is no profile of rules {rules!r}.", f"Use one of: {', '.join(PROFILES)}")
    if says not in {"meeting", "session"}:
        raise impossible(f"A body holds a meeting or a session, not a {says!r}.", "Use: --says session")
    _known_zone(zone)
    return BodyRegistered(
        entry=entry,
        key=normal(key),
        name=normal(name),
        short=normal(short),
        parent=parent,
        rules=rules,
        zone=zone,
        says=says,
        private=private,
        of_session=of_session,
    )


def _known_zone(zone: str) -> None:
    try:
        zone_named(zone)
    except ValueError as error:
        raise impossible(f"There is no time zone {zone!r}.", "Use an IANA name, such as Europe/Vienna.") from error


@act
def name_also(body: Body, entry: Entry, context: Context, *, spelling: str) -> BodyAlsoNamed:
    """Note that the body is also written another way."""
    del context
    if body.facts is None:
        raise impossible("That body is not in the register.", "First: nemcon body add KEY NAME")
    if normal(spelling) in {body.facts.name, *body.spellings}:
        raise impossible(f"{body.facts.key} is known as {normal(spelling)!r} already.", "Nothing needs to be done.")
    return BodyAlsoNamed(entry=entry, spelling=normal(spelling))


def evolve(body: Body, fact: BodyFact) -> Body:
    """The body after `fact`."""
    match fact:
        case BodyRegistered():
            return replace(body, facts=_facts(fact))
        case BodyAlsoNamed():
            return replace(body, spellings=(*body.spellings, fact.spelling))
        case ActStruck():
            return body
        case _:
            assert_never(fact)


def _facts(fact: BodyRegistered) -> BodyFacts:
    return BodyFacts(
        key=fact.key,
        name=fact.name,
        short=fact.short,
        says=fact.says,
        zone=fact.zone,
        parent=fact.parent,
        rules=PROFILES.get(fact.rules, PERMISSIVE),
        private=fact.private,
    )
