"""Meetings to measure on: real acts, one after the other, through the register."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from domain.act import Fact
from domain.adopting import adopt_agenda
from domain.body import register_body
from domain.closing import close_meeting
from domain.considering import conclude_item, suspend_item, take_up
from domain.decisions import agree_recommendation, take_decision
from domain.issuing import issue_provisional_agenda
from domain.outline import AgendaItem, Document, Documentation
from domain.plenary import close_sitting, open_sitting
from domain.record.database import connect, create
from domain.record.register import Register, utc_now
from domain.record.request import Command, Request
from domain.record.transaction import transaction
from domain.schedule import permit_services, schedule_meeting
from domain.sittings import open_meeting
from domain.timetable import Slot, adopt_work, propose_work
from domain.values import Language, Mode, Occurred, Taken, text_in
from projections.engine import METADATA, Writer

BODY = "UNTOC-COP/WG.7"
CONSENSUS = Taken(how=Mode.CONSENSUS)
_FIRST = date(2020, 9, 8)
_DIGEST = "0" * 64


@dataclass(frozen=True)
class Deed:
    """One act of a meeting: its function, the fields of its fact from the state it finds, and its day."""

    act: Callable[..., Fact]
    fields: Mapping[str, object] = field(default_factory=dict)
    day: date = _FIRST

    def command(self, key: str, id_: str, kind: str = "meeting") -> Command:
        """The act as a command of its own."""
        occurred = Occurred(day=self.day)
        request = Request(
            kind=kind, key=key, act=self.act, fields=lambda _state: self.fields, occurred=lambda _state: occurred
        )
        return Command(id=id_, digest=_DIGEST, by="secretariat", requests=(request,))


def items(count: int) -> tuple[AgendaItem, ...]:
    """An agenda of that many items, with annotations and documents; every fifth begins a group of sub-items."""
    return tuple(_item(rank, (rank - 1) // 5 + 1, (rank - 1) % 5) for rank in range(1, count + 1))


def _item(rank: int, number: int, below: int) -> AgendaItem:
    annotation = f"Item {rank} is before the Working Group pursuant to its mandate; see the note by the Secretariat."
    paper = Document(
        symbol=f"CTOC/COP/WG.7/2020/{rank}", title=text_in("en", f"Note by the Secretariat on item {rank}")
    )
    return AgendaItem(
        id=str(rank),
        number=str(number) if below == 0 else f"{number} ({chr(96 + below)})",
        title=text_in("en", f"Smuggling of migrants in times of crisis and emergency, part {rank}"),
        parent=None if below == 0 else str(rank - below),
        annotation=(text_in("en", annotation),),
        documents=(paper,),
        documentation=Documentation.LISTED,
    )


def _scheduled(key: str, ends: date) -> Deed:
    fields = {
        "key": key,
        "body": BODY,
        "place": "Vienna",
        "starts": _FIRST,
        "ends": ends,
        "opens": time(10),
        "ordinal": 7,
    }
    return Deed(schedule_meeting, fields, date(2020, 6, 4))


def _issued(count: int) -> Deed:
    fields = {"symbol": "CTOC/COP/WG.7/2020/1", "issued": date(2020, 6, 4), "items": items(count)}
    return Deed(issue_provisional_agenda, fields, date(2020, 6, 4))


def _sat(act: Callable[..., Fact], number: int, day: date = _FIRST) -> Deed:
    return Deed(act, {"number": number}, day)


def _on(act: Callable[..., Fact], item: str, day: date = _FIRST) -> Deed:
    return Deed(act, {"items": (item,)} if act is take_up else {"item": item}, day)


def _said(act: Callable[..., Fact], rank: int, item: str, day: date = _FIRST) -> Deed:
    text = f"To invite member States to share good practices on the matter, part {rank} of the discussion."
    under = {"items": (item,)} if act is take_decision else {"item": item}
    return Deed(act, {"text": text, **under, "taken": CONSENSUS}, day)


def short_meeting(key: str) -> list[Deed]:
    """A meeting of twenty acts and two sittings, from the schedule to the closure."""
    second = _FIRST + timedelta(days=1)
    morning = Slot(day=_FIRST, start=time(10), end=time(13), items=("i3.1", "i3.2"))
    return [
        _scheduled(key, second),
        Deed(permit_services, {"sittings": 4, "languages": tuple(Language)}, date(2020, 6, 4)),
        _issued(5),
        Deed(propose_work, {"slots": (morning,)}, date(2020, 6, 4)),
        _sat(open_sitting, 1),
        Deed(open_meeting),
        Deed(adopt_agenda, {"taken": CONSENSUS}),
        Deed(adopt_work, {"taken": CONSENSUS}),
        _on(take_up, "i3.2"),
        _said(take_decision, 1, "i3.2"),
        _on(suspend_item, "i3.2"),
        _on(take_up, "i3.3"),
        _said(agree_recommendation, 1, "i3.3"),
        _on(conclude_item, "i3.3"),
        _sat(close_sitting, 1),
        _sat(open_sitting, 2, second),
        _on(take_up, "i3.2", second),
        _on(conclude_item, "i3.2", second),
        _sat(close_sitting, 2, second),
        Deed(close_meeting, {"remaining": "carry"}, second),
    ]


def long_meeting(key: str, acts: int, listed: int = 100) -> Iterator[Deed]:
    """A meeting of so many acts over many days, that goes through all the items of its agenda again and again."""
    yield from (_scheduled(key, _FIRST + timedelta(days=acts)), _issued(listed), Deed(open_meeting))
    yield Deed(adopt_agenda, {"taken": CONSENSUS})
    done = 4
    for sitting in range(1, acts):
        for deed in _sitting(sitting, listed):
            if done == acts:
                return
            yield deed
            done += 1


def _sitting(number: int, listed: int) -> Iterator[Deed]:
    """A sitting of 22 acts: five items, each taken up, something decided and recommended on it, and suspended."""
    day = _FIRST + timedelta(days=number // 2)
    yield _sat(open_sitting, number, day)
    for turn in range(5):
        item = f"i2.{(number * 5 + turn) % listed + 1}"
        yield _on(take_up, item, day)
        yield _said(take_decision, number, item, day)
        yield _said(agree_recommendation, number, item, day)
        yield _on(suspend_item, item, day)
    yield _sat(close_sitting, number, day)


def new_record(path: Path, *, clock: Callable[[], datetime] = utc_now) -> Register:
    """A fresh record that knows the body, on an engine that stays open."""
    engine = connect(str(path), keep=True)
    create(engine, datetime(2020, 1, 1, tzinfo=UTC), [METADATA])
    register = Register(engine, Writer(), clock=clock)
    known = {"key": BODY, "name": "Working Group on the Smuggling of Migrants", "short": "Working Group"}
    with transaction(register) as under_way:
        under_way.act(Deed(register_body, {**known, "zone": "Europe/Vienna"}).command(BODY, "body", "body"))
    return register


def opened(path: Path) -> Register:
    """The record of a file that is there."""
    return Register(connect(str(path), keep=True), Writer())


def commands(key: str, deeds: Iterable[Deed]) -> list[Command]:
    """The acts of a meeting, each a command of its own."""
    return [deed.command(f"{BODY} {key}", f"{key}:{rank}") for rank, deed in enumerate(deeds, start=1)]


def together(register: Register, asked: Sequence[Command]) -> None:
    """Record many commands in one transaction as an import does: their ids are looked up at once."""
    with transaction(register) as under_way:
        under_way.look_up([one.id for one in asked])
        for one in asked:
            under_way.act(one)


def stream_ids(engine: Engine) -> list[Any]:
    """The streams of the meetings, in the order in which they were begun."""
    query = "SELECT originator_id FROM event WHERE topic = 'MeetingScheduled' ORDER BY entry"
    with engine.connect() as connection:
        return [row[0] for row in connection.exec_driver_sql(query)]
