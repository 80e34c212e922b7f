"""What is asked of the register, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from domain.act import Fact
    from domain.values import Distribution, Occurred


@dataclass(frozen=True, kw_only=True)
class Request:
    """One act to be decided on the stream of this kind and key.

    `fields` gives the fields of the fact from the state the act finds (that is where "item 2" becomes an
    identity) and `occurred` the day or moment; both run under the lock. `replaces` and `before` are versions.
    `distribution` None is the default: restricted for an act of a bureau, general otherwise.
    """

    kind: str
    key: str
    act: Callable[..., Fact]
    fields: Callable[[Any], Mapping[str, object]] = lambda _state: {}
    occurred: Callable[[Any], Occurred]
    authority: str | None = None
    origin: str | None = None
    note: str | None = None
    waives: tuple[str, ...] = ()
    replaces: int | None = None
    before: int | None = None
    distribution: Distribution | None = None


@dataclass(frozen=True, kw_only=True)
class StrikeRequest:
    """An entry of a stream to be struck, by its version."""

    kind: str
    key: str
    struck: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class Command:
    """What one person asks at once: all of it is recorded, or nothing.

    `id` makes it safe to send twice and `digest` (hex SHA-256 of what was asked) tells the same command from
    another under the same id. With `expect`, it is refused if anything was recorded since that entry.
    """

    id: str
    digest: str
    by: str
    requests: tuple[Request | StrikeRequest, ...]
    expect: int | None = None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The facts recorded, what is worth saying of them, and whether they had been recorded before."""

    facts: tuple[Fact, ...]
    remarks: tuple[str, ...] = ()
    repeated: bool = False
