"""A figure: what was measured, beside the least that the same work can cost."""

from __future__ import annotations

import gc
import json
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One line of the bench.

    `value` and `floor` are in `unit`. `ratio` is the quotient the goal is set for: floor / value for a speed, value /
    floor for what is to stay small. The goal holds of the ratio where there is one, else of the value; it is a least
    or a most, as `bound` says.
    """

    name: str
    value: float
    unit: str
    goal: float
    bound: str
    floor: float | None = None
    ratio: float | None = None

    @property
    def ok(self) -> bool:
        """Whether the goal holds."""
        measured = self.value if self.ratio is None else self.ratio
        return measured >= self.goal if self.bound == "at least" else measured <= self.goal

    def line(self) -> str:
        """The figure as one line of JSON."""
        told = {
            "name": self.name,
            "value": round(self.value, 3),
            "floor": None if self.floor is None else round(self.floor, 3),
            "ratio": None if self.ratio is None else round(self.ratio, 3),
            "goal": self.goal,
            "ok": self.ok,
            "bound": self.bound,
            "unit": self.unit,
        }
        return json.dumps(told)


def speed(name: str, times: tuple[float, float], *, per: float, unit: str, at_least: float) -> Figure:
    """How near the product comes to the floor; `times` are both, in seconds; `per` makes them the unit."""
    value, floor = times
    return Figure(
        name=name,
        value=value * per,
        unit=unit,
        goal=at_least,
        bound="at least",
        floor=floor * per,
        ratio=floor / value,
    )


def cost(name: str, value: float, floor: float, *, unit: str, at_most: float) -> Figure:
    """How many times the floor the product takes."""
    return Figure(name=name, value=value, unit=unit, goal=at_most, bound="at most", floor=floor, ratio=value / floor)


def limit(name: str, seconds: float, *, at_most: float) -> Figure:
    """How long a thing takes, in milliseconds."""
    return Figure(name=name, value=seconds * 1000, unit="ms", goal=at_most, bound="at most")


def timed(work: Callable[[], object]) -> float:
    """The seconds a piece of work takes."""
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def side_by_side(product: Callable[[], float], floor: Callable[[], float], rounds: int) -> tuple[float, float]:
    """The median seconds of both, measured in turns so that whatever else the machine does falls on both."""
    pairs = [(product(), floor()) for _ in range(rounds)]
    products, floors = zip(*pairs, strict=True)
    return statistics.median(products), statistics.median(floors)
