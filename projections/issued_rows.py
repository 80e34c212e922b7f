"""What a paper that was issued says of itself: its row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from domain.papers import PaperIssued
from projections.issued import PAPER
from projections.tables import ByAct, Row
from projections.telling import Told


def _rows(told: Told) -> Iterator[Row]:
    fact = told.fact
    if not isinstance(fact, PaperIssued):
        return
    on = fact.asked.on
    yield {
        "entry": fact.entry.number,
        "asked": {**asdict(fact.asked), "on": None if on is None else on.isoformat()},
        "sha256": fact.sha256,
        "last": fact.last,
        "day": fact.entry.occurred.day.isoformat(),
        "recorded_by": fact.entry.recorded_by,
    }


PROJECTIONS = (ByAct(PAPER, _rows, {PaperIssued}),)
