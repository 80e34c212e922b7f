"""A body: the Conference, a working group, a bureau. Its key is chosen once; its spellings are aliases.

Its name and the rules it applies change by dated acts: what was done before keeps the name and the rules of its day.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self, assert_never

from domain.act import Fact, act
from domain.business import ActStruck
from domain.context import BodyFacts, Context, must_still_act
from domain.evolving import replace
from domain.late import dataclass
from domain.rules import PERMISSIVE, Profile, impossible, must_be_said
from domain.values import Entry, normal
from domain.zones import must_be_a_zone

KIND = "body"


@dataclass(frozen=True, kw_only=True)
class BodyRegistered(Fact):
    """A body entered the register. `rules` is the text of those it applies; a bureau is `private`, with a parent."""

    TOPIC: ClassVar[str] = "BodyRegistered"
    key: str
    name: str
    short: str
    parent: str | None
    rules: Profile
    rules_sha256: str
    mutatis_mutandis: bool
    zone: str
    says: str
    private: bool
    of_session: int | None


@dataclass(frozen=True, kw_only=True)
class BodyAlsoNamed(Fact):
    """A second spelling of the body's name is in use: a variant, not a renaming."""

    TOPIC: ClassVar[str] = "BodyAlsoNamed"
    spelling: str


@dataclass(frozen=True, kw_only=True)
class BodyRenamed(Fact):
    """The body has another name from that day on; what it did before was done under the old one."""

    TOPIC: ClassVar[str] = "BodyRenamed"
    name: str
    short: str


@dataclass(frozen=True, kw_only=True)
class RulesAdopted(Fact):
    """The body applies these rules of procedure from that day on. Their text is here, and its hash."""

    TOPIC: ClassVar[str] = "RulesAdopted"
    rules: Profile
    rules_sha256: str
    mutatis_mutandis: bool


@dataclass(frozen=True, kw_only=True)
class BodyDiscontinued(Fact):
    """The body was discontinued; its functions passed to `successors`, if to any. Its decisions stay its own."""

    TOPIC: ClassVar[str] = "BodyDiscontinued"
    successors: tuple[str, ...]


BodyFact = BodyRegistered | BodyAlsoNamed | BodyRenamed | RulesAdopted | BodyDiscontinued | ActStruck


@dataclass(frozen=True)
class Body:
    """What the rules need to know of a body; `ruled` is the act by which it came to its rules."""

    facts: BodyFacts | None = None
    spellings: tuple[str, ...] = ()
    ruled: BodyRegistered | RulesAdopted | None = None

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
    rules: Profile = PERMISSIVE,
    mutatis_mutandis: bool = False,
    zone: str = "UTC",
    says: str = "meeting",
    private: bool = False,
    of_session: int | None = None,
) -> BodyRegistered:
    """Enter a body in the register under a key chosen once, with the rules of procedure it applies."""
    # The record: a key is given once and never again.
    if body.facts is not None:
        raise impossible(
            f"The body {body.facts.key} is in the register already, as {body.facts.name}.",
            f"For another spelling of its name: nemcon body add {body.facts.key} NAME --also SPELLING",
        )
    must_be_said(key, "key")
    must_be_said(name, "name")
    if parent is not None:
        _must_be_there(context, parent)
    if says not in {"meeting", "session"}:
        raise impossible(f"A body holds a meeting or a session, not a {says!r}.", "Use: --says session")
    must_be_a_zone(zone)
    return BodyRegistered(
        entry=entry,
        key=normal(key),
        name=normal(name),
        short=normal(short),
        parent=parent,
        rules=rules,
        rules_sha256=rules.sha256,
        mutatis_mutandis=mutatis_mutandis,
        zone=zone,
        says=says,
        private=private,
        of_session=of_session,
    )


def _must_be_there(context: Context, key: str) -> None:
    # The record: a parent or a successor is a body that is known, and was not discontinued.
    found = context.body(key)
    if found is None:
        raise impossible(f"The body {key} is not in the register.", f"First: nemcon body add {key} NAME")
    must_still_act(found)


def _registered(body: Body) -> BodyFacts:
    if body.facts is None:
        raise impossible(
            "That body is not in the register on that day.",
            "First: nemcon body add KEY NAME; if it is there, give a later day: --at DATE",
        )
    return body.facts


@act
def name_also(body: Body, entry: Entry, context: Context, *, spelling: str) -> BodyAlsoNamed:
    """Note that the body is also written another way."""
    del context
    facts = _registered(body)
    if normal(spelling) in {facts.name, *body.spellings}:
        raise impossible(f"{facts.key} is known as {normal(spelling)!r} already.", "Nothing needs to be done.")
    return BodyAlsoNamed(entry=entry, spelling=normal(spelling))


@act
def rename_body(body: Body, entry: Entry, context: Context, *, name: str, short: str) -> BodyRenamed:
    """Give the body another name from that day on. The old one still finds it."""
    del context
    facts = _registered(body)
    must_still_act(facts)
    must_be_said(name, "name")
    if normal(name) == facts.name:
        raise impossible(f"{facts.key} has that name already.", "Nothing needs to be done.")
    return BodyRenamed(entry=entry, name=normal(name), short=normal(short))


@act
def adopt_rules(
    body: Body, entry: Entry, context: Context, *, rules: Profile, mutatis_mutandis: bool = False
) -> RulesAdopted:
    """Apply rules of procedure from that day on; the decision that says so is named."""
    del context
    facts = _registered(body)
    must_still_act(facts)
    if (rules, mutatis_mutandis) == (facts.rules, facts.mutatis_mutandis):
        raise impossible(f"{facts.key} applies {rules.title} already.", f"See them: nemcon body show {facts.key}")
    # The record: rules of procedure are somebody's decision.
    if entry.authority is None:
        raise impossible(
            f"It is not said by which decision {facts.key} applies {rules.title}.",
            "Add: --authority REF, the decision or the rule",
        )
    return RulesAdopted(entry=entry, rules=rules, rules_sha256=rules.sha256, mutatis_mutandis=mutatis_mutandis)


@act
def discontinue_body(
    body: Body, entry: Entry, context: Context, *, successors: tuple[str, ...] = ()
) -> BodyDiscontinued:
    """Discontinue the body; its functions pass to others, or to none. Several into one: a merger."""
    facts = _registered(body)
    must_still_act(facts)
    for key in successors:
        if key == facts.key:
            raise impossible(f"{key} cannot succeed itself.", f"For another name: nemcon body rename {key} NAME")
        _must_be_there(context, key)
    return BodyDiscontinued(entry=entry, successors=successors)


def evolve(body: Body, fact: BodyFact) -> Body:
    """The body after `fact`."""
    match fact:
        case BodyRegistered():
            return replace(body, facts=_facts(fact), ruled=fact)
        case BodyAlsoNamed():
            return replace(body, spellings=(*body.spellings, fact.spelling))
        case ActStruck():
            return body
        case _:
            return body if body.facts is None else _later(body, body.facts, fact)


def _later(body: Body, facts: BodyFacts, fact: BodyRenamed | RulesAdopted | BodyDiscontinued) -> Body:
    match fact:
        case BodyRenamed():
            spellings = tuple(dict.fromkeys((*body.spellings, facts.name)))
            return replace(body, facts=replace(facts, name=fact.name, short=fact.short), spellings=spellings)
        case RulesAdopted():
            applied = replace(facts, rules=fact.rules, mutatis_mutandis=fact.mutatis_mutandis)
            return replace(body, facts=applied, ruled=fact)
        case BodyDiscontinued():
            return replace(body, facts=replace(facts, discontinued=fact.entry, successors=fact.successors))
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
        rules=fact.rules,
        private=fact.private,
        mutatis_mutandis=fact.mutatis_mutandis,
    )
