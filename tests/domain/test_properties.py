from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from domain.act import Act, Fact
from domain.agenda import AgendaFact
from domain.amending import add_item, delete_item, drop_pending, move_item
from domain.business import ActStruck, in_place, known, order_of_business, standing, strike
from domain.numbers import ItemNumber
from domain.outline import Outline
from domain.sittings import MeetingOpened
from domain.splitting import merge_items, split_item
from domain.streams import ACT_OF, ACTS
from tests.domain.plays import (
    MEETING,
    MEETING_ACTS,
    attempt,
    bare,
    entered_again,
    fold,
    lawful,
    plays,
    told,
)
from tests.domain.story import (
    NEXT_WEEK,
    Facts,
    adopted,
    envelope,
    history,
    issued,
    opened,
    scheduled,
)

PENDING_ACTS = tuple(
    ACT_OF[act]
    for act in (
        add_item,
        move_item,
        move_item,
        move_item,
        delete_item,
        split_item,
        merge_items,
        drop_pending,
        drop_pending,
    )
)
BEFORE_ADOPTION = (history(scheduled(), issued("1", "2", "3", "4"), opened()),)
AGENDA_ACTS = tuple(act for act in MEETING_ACTS if act.fact in get_args(AgendaFact))


# --- The laws of a meeting, whatever is done in it.


@given(plays())
def test_every_prefix_of_a_lawful_history_is_lawful(facts: Facts) -> None:
    for count in range(len(facts) + 1):
        lawful(facts[:count])


@given(plays())
def test_what_is_folded_at_once_is_what_is_reached_step_by_step(facts: Facts) -> None:
    state = MEETING.empty
    for count, fact in enumerate(facts, start=1):
        state = MEETING.evolve(state, fact)
        assert state == fold(facts[:count])


@given(plays(), st.sampled_from(MEETING_ACTS), st.data())
def test_to_decide_changes_nothing(facts: Facts, act: Act, data: st.DataObject) -> None:
    state = fold(facts)
    before = repr(state)
    answer = attempt(act, state, envelope(len(facts) + 1, on=NEXT_WEEK), data.draw(told(act, state)))
    if isinstance(answer, Fact):
        assert isinstance(answer, act.fact)
        MEETING.evolve(state, answer)
    assert repr(state) == before


@given(plays())
def test_a_struck_last_act_leaves_the_meeting_as_it_was(facts: Facts) -> None:
    last = len(facts)
    if last:
        undone = (*facts, strike(facts, envelope(last + 1, on=NEXT_WEEK), struck=last, reason="Recorded in error."))
        assert fold(standing(undone)) == fold(facts[:-1])


@given(plays(), st.data())
def test_a_correction_to_the_same_act_changes_nothing_however_often_it_is_made(
    facts: Facts, data: st.DataObject
) -> None:
    if not facts:
        return
    version = data.draw(st.integers(1, len(facts)))
    corrected = facts
    for _ in range(2):
        count = len(corrected)
        struck = strike(corrected, envelope(count + 1, on=NEXT_WEEK), struck=version, reason="Recorded in error.")
        right = entered_again(corrected, version, as_version=count + 2)
        corrected, version = (*corrected, struck, right), count + 2
    lawful(corrected)
    assert bare(fold(standing(corrected))) == bare(fold(facts))


@given(plays(), st.data())
def test_no_strike_ever_stops_the_record_from_loading(facts: Facts, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        acts = standing(facts)
        if acts:
            struck = data.draw(st.sampled_from(acts)).entry.version
            facts = (*facts, strike(facts, envelope(len(facts) + 1, on=NEXT_WEEK), struck=struck, reason="Error."))
    state = fold(standing(facts))
    assert all(state.agenda.in_force.root(line.id) for line in state.agenda.in_force)


# --- The laws of an agenda.


def depth_first(outline: Outline) -> None:
    walked: list[str] = []

    def walk(parent: str | None) -> None:
        for line in outline.children(parent):
            walked.append(line.id)
            walk(line.id)

    walk(None)
    assert walked == [line.id for line in outline]


@given(plays(acts=AGENDA_ACTS))
def test_the_lines_of_an_agenda_stand_depth_first(facts: Facts) -> None:
    depth_first(fold(facts).agenda.in_force)


@given(plays(acts=AGENDA_ACTS))
def test_no_number_is_ever_given_to_two_items(facts: Facts) -> None:
    holders: dict[str, str] = {}
    for count in range(len(facts) + 1):
        for line in fold(facts[:count]).agenda.current:
            assert line.number is not None
            assert holders.setdefault(line.number, line.id) == line.id


@given(plays(acts=AGENDA_ACTS))
def test_an_item_is_found_by_every_name_it_has(facts: Facts) -> None:
    agenda = fold(facts).agenda
    for line in agenda.in_force:
        if not line.deleted:
            assert agenda.find(line.id) == line.id
            assert line.number is None or agenda.find(str(ItemNumber.read(line.number))) == line.id


@given(plays(acts=PENDING_ACTS, begun=BEFORE_ADOPTION))
def test_whatever_is_pending_can_be_adopted(facts: Facts) -> None:
    state = fold((*facts, adopted().on_top_of(facts)))
    depth_first(state.agenda.current)
    assert state.agenda.current == state.agenda.current.renumbered()


# --- The laws of the order of business, whatever was entered and whenever.


MONDAY = date(2020, 9, 7)


@st.composite
def entered(draw: st.DrawFn) -> Facts:
    """Acts on any of three days, some corrected, some struck, some entered before others."""
    facts: Facts = ()
    for _ in range(draw(st.integers(1, 10))):
        day = (MONDAY + timedelta(days=draw(st.integers(0, 2)))).isoformat()
        entry = envelope(len(facts) + 1, on=day)
        acts = standing(facts)
        way = draw(st.sampled_from(["last", "correct", "before", "strike"])) if acts else "last"
        target = draw(st.sampled_from(acts)).entry if acts else entry
        if way in {"correct", "strike"}:
            facts = (*facts, strike(facts, entry, struck=target.version, reason="Recorded in error."))
            entry = replace(envelope(len(facts) + 1, on=day), replaces=target.place)
        if way == "before":
            entry = replace(entry, before=target.version, occurred=target.occurred)
        if way != "strike":
            facts = (*facts, MeetingOpened(entry=entry))
    return facts


def versions(facts: list[Fact]) -> list[int]:
    return [fact.entry.version for fact in facts]


@given(entered())
def test_the_order_holds_every_act_once_by_its_day(facts: Facts) -> None:
    ordered = in_place(facts)
    assert sorted(versions(ordered)) == versions(list(facts))
    days = [fact.entry.occurred.day for fact in ordered]
    assert days == sorted(days)


@given(entered())
def test_what_is_entered_later_never_reorders_what_was_there(facts: Facts) -> None:
    for count in range(len(facts)):
        earlier = versions(in_place(facts[:count]))
        assert [version for version in versions(in_place(facts)) if version in earlier] == earlier


@given(entered())
def test_an_act_placed_before_another_stands_just_before_it_when_it_is_entered(facts: Facts) -> None:
    for count, fact in enumerate(facts, start=1):
        if fact.entry.before is not None:
            ordered = versions(standing(facts[:count]))
            assert ordered[ordered.index(fact.entry.version) + 1] == fact.entry.before


@given(entered(), st.integers(0, 4))
def test_the_business_up_to_a_day_is_where_the_whole_begins(facts: Facts, after: int) -> None:
    day = date(2020, 9, 6) + timedelta(days=after)
    upto = standing(facts, on=day)
    whole = standing(facts)
    assert whole[: len(upto)] == upto
    assert all(fact.entry.occurred.day > day for fact in whole[len(upto) :])


@given(entered())
def test_what_is_known_at_the_last_entry_is_everything(facts: Facts) -> None:
    last = facts[-1].entry
    assert order_of_business(facts, known_at=last.number) == order_of_business(facts)
    assert order_of_business(facts, known_at=last.recorded_at) == order_of_business(facts)


@given(entered(), st.integers(100, 112))
def test_what_was_known_is_what_was_stored_then(facts: Facts, entry: int) -> None:
    assert known(facts, entry) == list(facts[: entry - 100])
    assert order_of_business(facts, known_at=entry) == order_of_business(facts[: entry - 100])


def test_every_act_of_a_meeting_is_tried() -> None:
    assert len(MEETING_ACTS) == len([fact for fact in MEETING.facts if fact is not ActStruck])
    for act in MEETING_ACTS:
        assert told(ACTS[act.fact], fold(())) is not None
