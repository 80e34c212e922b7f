"""A clock set back: the times in the record never go back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

from sqlalchemy import select

from domain.record.codec import Codec
from domain.record.database import connect, reading
from domain.record.register import Register
from domain.record.tables import EVENT
from domain.record.transaction import transaction
from projections.engine import Writer
from tests.bench.meetings import BODY, long_meeting
from tests.torture.checking import complaints
from tests.torture.score import Score
from tests.torture.writer import begin


def set_back(where: str, *, rounds: int, chance: Random) -> Score:
    """Record, and set the clock forth and back by up to a year before each act."""
    score = Score("the clock set back", acknowledged=0, lost=0)
    begin(where)
    shown = [datetime(2020, 9, 1, tzinfo=UTC)]
    engine = connect(where)
    register = Register(engine, Writer(), clock=lambda: shown[-1])
    for rank, deed in enumerate(long_meeting("wg7", rounds, listed=12), start=1):
        shown.append(shown[-1] + timedelta(seconds=chance.uniform(-1, 1) * 10 ** chance.uniform(0, 7.5)))
        with transaction(register) as under_way:
            answer = under_way.act(deed.command(f"{BODY} wg7", f"wg7:{rank}"))
        score.tried += shown[-1] < shown[-2]
        score.acknowledged = (score.acknowledged or 0) + len(answer.facts)
    with reading(engine) as connection:
        rows = connection.execute(select(EVENT.c.topic, EVENT.c.state).order_by(EVENT.c.entry)).all()
    times = [Codec().decode(*row).entry.recorded_at for row in rows]
    for entry, (earlier, later) in enumerate(pairwise(times), start=2):
        if later < earlier:
            score.found(f"entry {entry} has {later}, the one before it {earlier}")
    score.lost = (score.acknowledged or 0) + 1 - len(times)
    for complaint in complaints(where):
        score.found(complaint)
    engine.dispose()
    return score
