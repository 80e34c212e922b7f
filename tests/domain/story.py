"""A meeting told as a literal: deeds in a row become a history, and one more act is judged on it.

    facts = history(scheduled(), issued("1 Opening", "2 Crises"), opened())
    fact = decide(adopt_agenda, facts, taken=CONSENSUS)

There is no database: entries are numbered from 101, versions from 1, and each deed is decided on those before it.
An item may be named by its number in the agenda in force (`item="1a"`) or by its identity (`item="i2.2"`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar, cast

import pytest

from domain.act import Fact
from domain.adopting import adopt_agenda
from domain.amending import add_item, delete_item, drop_pending, move_item, retitle_item
from domain.business import standing, strike
from domain.closing import close_meeting
from domain.considering import conclude_item, suspend_item, take_up
from domain.context import BodyFacts, Context, MeetingFacts
from domain.deferring import defer_item
from domain.issuing import issue_provisional_agenda
from domain.items import hold_item, reopen_item
from domain.meeting import Meeting
from domain.numbers import ItemNumber
from domain.outline import AgendaItem
from domain.plenary import open_sitting
from domain.profiles import UNTOC
from domain.rules import PERMISSIVE, RECORD, OutOfOrder
from domain.schedule import schedule_meeting
from domain.silence import SilenceProcedure
from domain.sittings import open_meeting
from domain.streams import ACT_OF, KIND_OF, STREAMS
from domain.values import Entry, Mode, Occurred, Taken, stream_id, text_in, zone_named

F = TypeVar("F", bound=Fact)
Facts = tuple[Fact, ...]

ZONE = "Europe/Vienna"
BEFORE = "2020-05-01"
FIRST_DAY = "2020-09-08"
LAST_DAY = "2020-09-09"
NEXT_WEEK = "2020-09-16"
CONSENSUS = Taken(how=Mode.CONSENSUS)

CONFERENCE = BodyFacts(
    key="UNTOC-COP",
    name="Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
    short="Conference",
    says="session",
    zone=ZONE,
    parent=None,
    rules=UNTOC,
    private=False,
)
WORKING_GROUP = BodyFacts(
    key="UNTOC-COP/WG.7",
    name="Working Group on the Smuggling of Migrants",
    short="Working Group",
    says="meeting",
    zone=ZONE,
    parent="UNTOC-COP",
    rules=UNTOC,
    private=False,
)
BUREAU = BodyFacts(
    key="UNTOC-COP/BUREAU",
    name="extended Bureau of the Conference",
    short="extended Bureau",
    says="meeting",
    zone=ZONE,
    parent="UNTOC-COP",
    rules=PERMISSIVE,
    private=True,
)
BODIES = {body.key: body for body in (CONFERENCE, WORKING_GROUP, BUREAU)}
ADOPTED = SilenceProcedure(key="report", body=WORKING_GROUP.key, outcome="adopted")
NEXT_MEETING = MeetingFacts(key="wg8", ordinal=8)
CONTEXT = Context(
    body=BODIES.get,
    meeting={f"{WORKING_GROUP.key} wg8": NEXT_MEETING}.get,
    exists=lambda kind, key: (kind, key) in {("meeting", "wg7"), ("meeting", f"{WORKING_GROUP.key} wg6")},
    state=lambda kind, key: ADOPTED if key == "UNTOC-COP/WG.7 report" else STREAMS[kind].empty,
)


def moment(text: str, zone: str = ZONE) -> datetime:
    """The instant that a clock of that zone shows as `text`: "2020-09-08 10:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=zone_named(zone)).astimezone(UTC)


def occurred(on: str, at: str | None = None) -> Occurred:
    """A day, or an hour of it in Vienna."""
    if at is None:
        return Occurred(day=date.fromisoformat(on))
    return Occurred(day=date.fromisoformat(on), at=moment(f"{on} {at}"), zone=ZONE)


def envelope(version: int, kind: str = "meeting", on: str = FIRST_DAY, at: str | None = None) -> Entry:
    """The envelope of the act of this version."""
    return Entry(
        number=100 + version,
        stream=stream_id(kind, "wg7"),
        version=version,
        occurred=occurred(on, at),
        recorded_at=datetime(2020, 9, 10, tzinfo=UTC) + timedelta(minutes=version),
        recorded_by="secretariat",
        command_id=f"command {version}",
    )


@dataclass(frozen=True)
class Deed:
    """One act of a story, with what it is told and what is particular about its envelope."""

    act: Callable[..., Fact]
    fields: Mapping[str, object]
    on: str = FIRST_DAY
    at: str | None = None
    particular: Mapping[str, object] = field(default_factory=dict)

    def on_top_of(self, facts: Facts) -> Fact:
        """The fact, decided on those of `facts` that stand on its day; or `OutOfOrder`."""
        act = ACT_OF[self.act]
        kind = KIND_OF[act.fact]
        entry = _with(envelope(len(facts) + 1, kind, self.on, self.at), self.particular)
        state = STREAMS[kind].fold(standing(facts, on=entry.occurred.day))
        return act.decide(state, entry, CONTEXT, _identified(state, self.fields))


@dataclass(frozen=True)
class Strike:
    """An act struck from a story, by its version."""

    version: int

    def on_top_of(self, facts: Facts) -> Fact:
        """The strike, or `OutOfOrder`."""
        return strike(facts, envelope(len(facts) + 1, on=NEXT_WEEK), struck=self.version, reason="Recorded in error.")


def _with(entry: Entry, particular: Mapping[str, object]) -> Entry:
    fields: dict[str, Any] = {**particular}
    return replace(entry, **fields)


def _identified(state: object, fields: Mapping[str, object]) -> dict[str, object]:
    """The fields, items by their identity."""
    if not isinstance(state, Meeting):
        return dict(fields)
    told = {
        name: _identity(state, word) for name, word in fields.items() if name in {"item", "under", "after", "merged"}
    }
    for name in {"items", "in_abeyance", "excepted"} & fields.keys():
        words = fields[name]
        if isinstance(words, tuple) and all(isinstance(word, str) for word in words):
            told |= {name: tuple(_identity(state, word) for word in words)}
    return {**fields, **told}


def _identity(meeting: Meeting, word: object) -> object:
    try:
        ItemNumber.parse(str(word))
    except ValueError:
        return word
    return meeting.agenda.find(str(word))


def did(
    act: Callable[..., Fact],
    /,
    on: str = FIRST_DAY,
    at: str | None = None,
    waives: tuple[str, ...] = (),
    **fields: object,
) -> Deed:
    """An act of a story."""
    return Deed(act, fields, on, at, {"waives": waives})


def history(*deeds: Deed | Strike, after: Iterable[Fact] = ()) -> Facts:
    """The facts of these deeds, each decided on those before it, on top of the facts that came `after`."""
    facts = tuple(after)
    for deed in deeds:
        facts = (*facts, deed.on_top_of(facts))
    return facts


def decide(
    act: Callable[..., F],
    facts: Iterable[Fact] = (),
    /,
    on: str = FIRST_DAY,
    at: str | None = None,
    waives: tuple[str, ...] = (),
    **fields: object,
) -> F:
    """The fact of one more act on `facts`, or `OutOfOrder`."""
    return cast("F", did(act, on, at, waives, **fields).on_top_of(tuple(facts)))


def meeting(facts: Iterable[Fact]) -> Meeting:
    """The state of the meeting after `facts`, in order of business."""
    state: Meeting = STREAMS["meeting"].fold(standing(facts))
    return state


def agenda_of(facts: Iterable[Fact]) -> list[str]:
    """The agenda in force, a line an item: "1 (a) Opening"; an item without a number yet begins with a dash."""
    return [f"{line.number or '-'} {line.title}" for line in meeting(facts).agenda.in_force if not line.deleted]


@contextmanager
def refused(fragment: str, rule: str = RECORD) -> Iterator[None]:
    """Expect a refusal that says `fragment`: under a rule, in a sentence, with a next step."""
    with pytest.raises(OutOfOrder, match=re.escape(fragment)) as caught:
        yield
    refusal = caught.value
    assert refusal.rule == rule
    assert refusal.sentence.endswith(".")
    assert refusal.next_step


# --- What is done in the stories.


def scheduled(body: str = WORKING_GROUP.key, **more: object) -> Deed:
    """The seventh meeting is scheduled for 8 and 9 September 2020."""
    days = {"starts": date.fromisoformat(FIRST_DAY), "ends": date.fromisoformat(LAST_DAY), "opens": time(10)}
    return Deed(schedule_meeting, {"key": "WG7", "body": body, "place": "Vienna", "ordinal": 7, **days, **more}, BEFORE)


def issued(*lines: str, on: str = "2020-06-04") -> Deed:
    """A provisional agenda of lines like "1a Opening"."""
    return did(issue_provisional_agenda, on, issued=date.fromisoformat(on), items=items_of(*lines))


def items_of(*lines: str) -> tuple[AgendaItem, ...]:
    """The items of lines like "1a Opening", each under the item whose number its own begins with."""
    found = [(ItemNumber.parse(line.split()[0]), " ".join(line.split()[1:]) or f"Item {line}") for line in lines]
    return tuple(
        AgendaItem(
            id=str(number),
            number=str(number),
            title=text_in("en", title),
            parent=str(ItemNumber(number.parts[:-1])) if len(number.parts) > 1 else None,
        )
        for number, title in found
    )


def opened() -> Deed:
    """The meeting is opened."""
    return did(open_meeting)


def adopted() -> Deed:
    """The agenda is adopted by consensus."""
    return did(adopt_agenda, taken=CONSENSUS)


def added(title: str, **where: str) -> Deed:
    """An item is added: last, or `under` or `after` one."""
    return Deed(add_item, {"title": text_in("en", title), "taken": CONSENSUS, **where})


def deleted(item: str) -> Deed:
    """An item is deleted."""
    return did(delete_item, item=item, taken=CONSENSUS)


def moved(item: str, **where: str) -> Deed:
    """An item is moved `under` or `after` another."""
    return Deed(move_item, {"item": item, "taken": CONSENSUS, **where})


def retitled(item: str, title: str) -> Deed:
    """An item is given another title."""
    return did(retitle_item, item=item, title=text_in("en", title), taken=CONSENSUS)


def dropped(amendment: int) -> Deed:
    """A pending amendment, by its version, is not accepted."""
    return did(drop_pending, amendment=amendment)


def sitting(number: int, on: str = FIRST_DAY) -> Deed:
    """A sitting is called to order."""
    return did(open_sitting, on, number=number)


def taken_up(*items: str) -> Deed:
    """Items are taken up, several jointly."""
    return did(take_up, items=items)


def suspended(item: str) -> Deed:
    """The consideration of an item is suspended."""
    return did(suspend_item, item=item)


def concluded(item: str, *, this_stage: bool = False) -> Deed:
    """The consideration of an item is concluded."""
    return did(conclude_item, item=item, this_stage=this_stage)


def deferred(item: str) -> Deed:
    """The consideration of an item is deferred to the next meeting."""
    return did(defer_item, item=item, taken=CONSENSUS)


def held(item: str) -> Deed:
    """An item is held in abeyance."""
    return did(hold_item, item=item, taken=CONSENSUS)


def reopened(item: str) -> Deed:
    """The consideration of an item is reopened."""
    return did(reopen_item, item=item, taken=CONSENSUS)


def closed(remaining: str | None = None) -> Deed:
    """The meeting is closed."""
    return did(close_meeting, LAST_DAY, remaining=remaining)


FOUNDING = (
    scheduled(),
    issued(
        "1 Organizational matters",
        "1a Opening of the meeting",
        "1b Adoption of the agenda",
        "2 Crises",
        "3 Technology",
        "4 Other matters",
        "5 Adoption of the report",
    ),
)
"""The meeting of the founding agenda: its items are i2.1 (1), i2.2 (1a), i2.3 (1b), i2.4 (2) to i2.7 (5)."""

AT_WORK = (*FOUNDING, opened(), adopted())
"""The same, opened, its agenda adopted at version 4."""
