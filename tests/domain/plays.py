"""Random lawful histories of a meeting: any act, told anything that the state suggests, kept where it is accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from domain.act import Act, Fact
from domain.attendance import Category, Participant
from domain.business import ActStruck, standing
from domain.meeting import Meeting
from domain.officers import Officer
from domain.outline import Predecessor
from domain.papers import Asked
from domain.rules import OutOfOrder
from domain.statements import StatementKind
from domain.streams import ACTS, STREAMS
from domain.timetable import Slot
from domain.values import Distribution, Entry, Language, Mode, Sealed, Taken, text_in
from tests.domain.story import (
    AT_WORK,
    BODIES,
    CONSENSUS,
    CONTEXT,
    FIRST_DAY,
    FOUNDING,
    LAST_DAY,
    Facts,
    envelope,
    history,
    issued,
    items_of,
    opened,
    scheduled,
)

MEETING = STREAMS["meeting"]
MEETING_ACTS = tuple(ACTS[fact] for fact in MEETING.facts if fact is not ActStruck)

Choice = st.SearchStrategy[Any]
_DAYS = tuple(date.fromisoformat(day) for day in (FIRST_DAY, LAST_DAY))
_NAME = Sealed(digest="00", stands_for="the person elected", open=True)
_TITLES = tuple(text_in("en", title) for title in ("One", "Two", "Three"))
_SHORT = (scheduled(), issued("1 One", "1a First", "1b Second", "2 Two", "4 Four"))
STATES = tuple(Participant(category=Category.STATE, name=name) for name in ("A", "B"))
BEGINNINGS = tuple(
    history(*story) for story in ((), FOUNDING, (*_SHORT, opened()), AT_WORK, (*_SHORT, opened(), AT_WORK[-1]))
)


def _items(meeting: Meeting) -> Choice:
    return st.sampled_from([*(line.id for line in meeting.agenda.in_force), "i99"])


def _maybe_item(meeting: Meeting) -> Choice:
    return st.none() | _items(meeting)


def _slots(meeting: Meeting) -> Choice:
    hours = st.sampled_from([time(10), time(13), time(15)])
    items = st.lists(_items(meeting), max_size=2).map(tuple)
    return st.lists(st.builds(Slot, day=st.sampled_from(_DAYS), start=hours, end=hours, items=items), max_size=2).map(
        tuple
    )


def _one_of(*values: object) -> Callable[[Meeting], Choice]:
    return lambda _meeting: st.sampled_from(values)


_FIELDS: Mapping[str, Callable[[Meeting], Choice]] = {
    "acts_as": _one_of("Chair", "Rapporteur"),
    "accepted": lambda _meeting: st.booleans(),
    "amendment": lambda meeting: st.sampled_from([1, *(one.entry.place for one in meeting.agenda.pending)]),
    "called": _one_of("supplementary list"),
    "asked": _one_of(Asked(paper="agenda", form="text")),
    "body": _one_of(*BODIES),
    "effect": _one_of(None, _DAYS[1]),
    "en_bloc": lambda _meeting: st.booleans(),
    "former": _one_of("77/505", "1"),
    "decision": lambda meeting: st.sampled_from([1, *meeting.decisions.numbers]),
    "distribution_printed": _one_of(Distribution.GENERAL),
    "elected": _one_of((), *((Officer(office=office, person=_NAME),) for office in ("Chair", "Rapporteur"))),
    "ends": _one_of(*_DAYS),
    "ad_referendum": lambda _meeting: st.booleans(),
    "advance": lambda _meeting: st.booleans(),
    "after": _maybe_item,
    "allocation": _one_of(None, "A/77/252"),
    "decision_only": lambda _meeting: st.booleans(),
    "directly": lambda _meeting: st.booleans(),
    "documents": _one_of((), ("A/76/429",)),
    "include": lambda _meeting: st.booleans(),
    "agreed": lambda _meeting: st.booleans(),
    "assisted_by": _one_of(None, "the Secretariat"),
    "at_meeting": _one_of(None),
    "by_rule": _one_of(None, "40"),
    "also": lambda _meeting: st.booleans(),
    "extent": _one_of("whole", "outline"),
    "first": _one_of(*_TITLES),
    "merged": _items,
    "second": _one_of(*_TITLES),
    "excepted": lambda meeting: st.lists(_items(meeting), max_size=1).map(tuple),
    "in_abeyance": lambda meeting: st.lists(_items(meeting), max_size=1).map(tuple),
    "issued": _one_of(*_DAYS),
    "item": _items,
    "items": lambda meeting: st.lists(_items(meeting), max_size=2).map(tuple),
    "key": _one_of("wg7"),
    "kind": _one_of(StatementKind.RESERVATION),
    "last": _one_of(1, 1000),
    "languages": _one_of((), tuple(Language)),
    "moment": _one_of(None, "before"),
    "no_consideration": lambda _meeting: st.booleans(),
    "of": _one_of(None, 100),
    "office": _one_of(None, "Chair"),
    "officer": _one_of(Officer(office="Chair", person=_NAME)),
    "opens": _one_of(None, time(10)),
    "ordinal": _one_of(None, 7),
    "special": lambda _: st.booleans(),
    "original_language": _one_of("en"),
    "papers": _one_of((), ("A/76/L.40",)),
    "on_act": _one_of(None, 1),
    "overruled": lambda _meeting: st.booleans(),
    "paragraph": _one_of("1", "2"),
    "part": _one_of(None, "Decisions"),
    "pending": _one_of(None),
    "person": _one_of(None, _NAME),
    "place": _one_of("Vienna", "Geneva"),
    "predecessor": _one_of(Predecessor(meeting="UNTOC-COP/WG.7 wg6", item="i2.4", number="2")),
    "participants": _one_of((), STATES, (*STATES, Participant(category=Category.NON_GOVERNMENTAL, name="C"))),
    "present": _one_of(0, 1, 40, 60),
    "prepared_by": _one_of("Secretariat"),
    "pursuant_to": _one_of(()),
    "replaced": _one_of(_NAME),
    "resumed": lambda _meeting: st.booleans(),
    "remaining": _one_of(None, "carry", "defer", "lapse"),
    "ruling": lambda meeting: st.sampled_from([None, 1, *meeting.rulings.given]),
    "section": _one_of(None, "I"),
    "sections": _one_of((), ("I", "II")),
    "silence": _one_of(None),
    "sha256": _one_of("0" * 64),
    "sittings": _one_of(0, 4),
    "slots": _slots,
    "source_sha256": _one_of(None),
    "since": _one_of(None, _DAYS[1]),
    "starts": _one_of(*_DAYS),
    "subject": _one_of(None, "A/76/L.31"),
    "symbol": _one_of("L.1", "L.1/Add.1", "WG.7/2020/4"),
    "taken": _one_of(CONSENSUS, Taken(how=Mode.ACCLAMATION, number="1")),
    "text": _one_of("", "To meet again."),
    "this_stage": lambda _meeting: st.booleans(),
    "title": _one_of(*_TITLES),
    "to": _one_of("UNTOC-COP", "next"),
    "under": _maybe_item,
    "urgent": lambda _meeting: st.booleans(),
    "until": _one_of(None, _DAYS[1]),
    "warnings": _one_of(()),
}
_OF_AN_ACT: Mapping[tuple[str, str], Callable[[Meeting], Choice]] = {
    ("issue_provisional_agenda", "items"): _one_of((), items_of("1 One", "1a First", "2 Two")),
    ("issue_supplementary_agenda", "items"): _one_of((), items_of("1 Floods", "1a Lakes"), items_of("9 Rivers")),
    ("revise_provisional_agenda", "items"): _one_of((), items_of("1 One", "2 Four", "3 New"), items_of("1 One")),
    ("issue_report", "also"): _one_of((), ("L.9",)),
    ("adopt_section", "section"): _one_of("I", "II"),
    ("entrust_report", "to"): _one_of("Rapporteur"),
    ("enter_statement", "item"): _maybe_item,
    ("reconsider", "decision"): lambda meeting: st.sampled_from([None, 1, *meeting.decisions.numbers]),
    ("note_quorum", "to"): _one_of(None, "debate", "decide"),
    ("number_decision", "number"): _one_of("1", "77/505", "77/505 B"),
    ("renumber_decision", "number"): _one_of("77/505 A"),
    ("renumber_decision", "part"): _one_of("77/505 B"),
    ("open_sitting", "number"): lambda meeting: st.sampled_from([1, meeting.sittings.last + 1]),
    ("state_understanding", "item"): _maybe_item,
    ("hold_sitting", "number"): lambda meeting: st.sampled_from([1, 50, meeting.sittings.last + 1]),
    ("suspend_sitting", "number"): lambda meeting: st.sampled_from([1, meeting.sittings.now or 2]),
    ("resume_sitting", "number"): lambda meeting: st.sampled_from([1, meeting.sittings.now or 2]),
    ("close_sitting", "number"): lambda meeting: st.sampled_from([1, meeting.sittings.now or 2]),
}


def told(act: Act, meeting: Meeting) -> Choice:
    """What an act may be told in this state."""
    name = act.function.__name__
    makers = {field: _OF_AN_ACT.get((name, field)) or _FIELDS[field] for field in act.fields}
    return st.fixed_dictionaries({field: maker(meeting) for field, maker in makers.items()})


def fold(facts: Iterable[Fact]) -> Meeting:
    """The meeting after facts that stand in order of business."""
    state: Meeting = MEETING.fold(facts)
    return state


def attempt(act: Act, meeting: Meeting, entry: Entry, fields: Mapping[str, object]) -> Fact | OutOfOrder:
    """The fact, or the refusal."""
    try:
        return act.decide(meeting, entry, CONTEXT, fields)
    except OutOfOrder as refusal:
        return refusal


@st.composite
def plays(
    draw: st.DrawFn, *, acts: tuple[Act, ...] = MEETING_ACTS, begun: tuple[Facts, ...] = BEGINNINGS, steps: int = 14
) -> Facts:
    """A lawful history: what was accepted of the acts tried. A refusal says why, and leaves no fact."""
    facts: Facts = draw(st.sampled_from(begun))
    day = FIRST_DAY
    for _ in range(draw(st.integers(1, steps))):
        state = fold(facts)
        act = draw(st.sampled_from(acts))
        day = draw(st.sampled_from([day, day, day, LAST_DAY]))
        entry = replace(envelope(len(facts) + 1, on=day), origin="a delegation")
        answer = attempt(act, state, entry, draw(told(act, state)))
        if isinstance(answer, Fact):
            facts = (*facts, answer)
        else:
            assert answer.rule
            assert answer.sentence.endswith(".")
            assert answer.next_step
    return facts


def entered_again(facts: Facts, version: int, *, as_version: int) -> Fact:
    """The act of this version, entered again under another in its place."""
    wrong = next(fact for fact in facts if fact.entry.version == version)
    business = standing(facts)
    entry = replace(wrong.entry, version=as_version, number=100 + as_version, replaces=wrong.entry.place)
    act = ACTS[type(wrong)]
    fields_told = {name: getattr(wrong, name) for name in act.fields}
    return act.decide(fold(business[: business.index(wrong)]), entry, CONTEXT, fields_told)


def lawful(facts: Iterable[Fact]) -> None:
    """Judge each act again on those before it; `OutOfOrder` if one would now be refused."""
    state = MEETING.empty
    for fact in standing(facts):
        ACTS[type(fact)].judge_again(state, fact, CONTEXT)
        state = MEETING.evolve(state, fact)


def bare(value: object) -> object:
    """A state to compare where entries differ: of each, only its place and when it occurred."""
    match value:
        case Entry():
            return (value.place, value.occurred)
        case tuple():
            return tuple(bare(one) for one in value)
        case dict():
            return {key: bare(one) for key, one in value.items()}
        case _ if is_dataclass(value):
            return (type(value), *(bare(getattr(value, field.name)) for field in fields(value)))
        case _:
            return value
