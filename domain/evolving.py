"""How a state becomes the next one: the same, with other values in some fields."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from dataclasses import replace
else:

    def replace(state, /, **changed):  # noqa: ANN001, ANN003, ANN201 - the type checker reads dataclasses.replace
        """The state with other values in some fields.

        `dataclasses.replace` runs `__init__` and takes six times as long, which was half the time of a fold. The states
        have nothing that `__init__` would do: no `__post_init__`, no field that is not given.
        """
        after = object.__new__(type(state))
        object.__setattr__(after, "__dict__", state.__dict__ | changed)
        return after


Find = TypeVar("Find", bound=Callable[..., object])


def by_type(find: Find) -> Find:
    """`find`, asked only once for each type of fact: what it goes through then, an import would for every act."""
    return cast("Find", cache(find))


__all__ = ["by_type", "replace"]
