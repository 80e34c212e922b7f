"""What an act is: a function that decides, named by the imperative, which returns a fact, named in the past tense.

    @act
    def adopt_agenda(agenda: Agenda, sittings: Sittings, entry: Entry, context: Context, *, how: Mode) -> AgendaAdopted:

The positional parameters are the states the act looks at (found by their type), the envelope and the context;
the keyword-only parameters are the fields of the fact. Guards come first; nothing in it reads a clock.
"""

from __future__ import annotations

import inspect
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Protocol, TypeVar, get_type_hints

from domain.context import Context
from domain.values import Entry


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that was done: immutable, with its envelope. Its TOPIC is a stable name, never a module path."""

    TOPIC: ClassVar[str]
    entry: Entry

    @property
    def originator_id(self) -> uuid.UUID:
        """The stream, under the name the eventsourcing library gives it."""
        return self.entry.stream

    @property
    def originator_version(self) -> int:
        """The rank in the stream, under the name the eventsourcing library gives it."""
        return self.entry.version


class State(Protocol):
    """The state of a stream: it can hand an act the part of itself that the act looks at."""

    def part(self, kind: type[Any]) -> Any:  # noqa: ANN401 - the act's own annotation says which part comes back
        """The part whose type is `kind`; the state itself where it has no parts."""


@dataclass(frozen=True)
class Act:
    """One act: its function, and what its annotations say of it."""

    function: Callable[..., Fact]

    @cached_property
    def hints(self) -> Mapping[str, Any]:
        """The annotations of the function, evaluated on first use (a command line must start fast)."""
        return get_type_hints(self.function)

    @cached_property
    def fact(self) -> type[Fact]:
        """The fact this act records: of every act it is looked up by its name, and nothing else is evaluated."""
        fact: type[Fact] = self.function.__globals__[self.function.__annotations__["return"]]
        return fact

    @cached_property
    def looks_at(self) -> tuple[type[Any], ...]:
        """The types of the states it looks at, in order."""
        parameters = inspect.signature(self.function).parameters.values()
        kinds = [self.hints[p.name] for p in parameters if p.kind is not p.KEYWORD_ONLY]
        return tuple(kind for kind in kinds if kind not in (Entry, Context))

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields of the fact that the act is told; the others it finds out for itself."""
        parameters = inspect.signature(self.function).parameters.values()
        return tuple(p.name for p in parameters if p.kind is p.KEYWORD_ONLY)

    def decide(self, state: State, entry: Entry, context: Context, fields: Mapping[str, object]) -> Fact:
        """The fact, or `OutOfOrder`."""
        states = [state.part(kind) for kind in self.looks_at]
        fact = self.function(*states, entry, context, **fields)
        for guard in _GUARDS:
            guard(state, fact, context)
        return fact

    def judge_again(self, state: State, fact: Fact, context: Context) -> None:
        """Run the act that once gave `fact` on another state; `OutOfOrder` if it would be refused now."""
        self.decide(state, fact.entry, context, {name: getattr(fact, name) for name in self.fields})


F = TypeVar("F", bound=Callable[..., Fact])
Guard = Callable[[State, Fact, Context], None]
_ACTS: list[Act] = []
_GUARDS: list[Guard] = []


def act(function: F) -> F:
    """Enter `function` in the list of acts."""
    _ACTS.append(Act(function))
    return function


def guard(function: Guard) -> Guard:
    """Enter `function` in the list of guards that every act has to pass: a quorum is no single act's own rule."""
    _GUARDS.append(function)
    return function


def acts() -> Mapping[type[Fact], Act]:
    """Every act by the fact it records. Complete once `domain.streams` is imported."""
    return {one.fact: one for one in _ACTS}
