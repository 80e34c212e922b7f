from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, insert

from domain.adopting import adopt_agenda
from domain.amending import add_item
from domain.considering import conclude_item, take_up
from domain.decisions import take_decision
from domain.issuing import issue_provisional_agenda
from domain.outline import AgendaItem
from domain.plenary import close_sitting, open_sitting
from domain.schedule import schedule_meeting
from domain.sittings import open_meeting
from domain.streams import STREAMS
from domain.values import Mode, Taken, text_in
from projections import audit, history, history_rows
from projections.audit import Question
from projections.decisions import DECISION, DECISION_NUMBER
from projections.history import HistoryLine
from projections.tables import DERIVED
from projections.telling import tell
from tests.projections.test_history import WG7, Minutes

ITEM = AgendaItem(id="1", number="1", title=text_in("en", "Organizational matters"), parent=None)
FIRST = "i2.1"
PLAIN = Taken()
SILENCE = Taken(how=Mode.SILENCE)


@pytest.fixture
def opened() -> Minutes:
    """A meeting with one item, opened at 10; no sitting is recorded. Its last entry is number 13."""
    minutes = Minutes()
    minutes.did(
        schedule_meeting,
        "2020-03-02",
        key="wg7",
        body="UNTOC-COP/WG.7",
        ordinal=7,
        place="Vienna",
        starts=date(2020, 9, 8),
        ends=date(2020, 9, 9),
    )
    minutes.did(issue_provisional_agenda, "2020-06-23", symbol=None, issued=date(2020, 6, 23), items=(ITEM,))
    minutes.did(open_meeting, "2020-09-08 10:00")
    return minutes


@pytest.fixture
def sitting(opened: Minutes) -> Minutes:
    """Its first sitting was open from 10 to 11, and its agenda adopted in it. Its last entry is number 16."""
    opened.did(open_sitting, "2020-09-08 10:00", number=1)
    opened.did(adopt_agenda, "2020-09-08 10:10", taken=PLAIN)
    opened.did(close_sitting, "2020-09-08 11:00", number=1)
    return opened


@pytest.fixture
def memory() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        DERIVED.create_all(connection, tables=[history.HISTORY, DECISION, DECISION_NUMBER])
        yield connection
    engine.dispose()


def lines(connection: Connection, minutes: Minutes) -> list[HistoryLine]:
    (projection,) = history_rows.PROJECTIONS
    rows = [row for told in tell(STREAMS["meeting"], minutes.facts) for row in projection.rows(told)]
    connection.execute(insert(projection.table), [{"stream": str(WG7), **row} for row in rows])
    return history.history(connection)


def found(connection: Connection, minutes: Minutes, **asked: Any) -> dict[int, list[str]]:  # noqa: ANN401 - the fields
    question = Question(**asked)
    return audit.remarks(audit.answers(lines(connection, minutes), question), question)


def test_a_day_without_an_hour_counts_from_its_end_in_the_zone_of_the_meeting(
    memory: Connection, opened: Minutes
) -> None:
    (scheduled, issued, opening) = lines(memory, opened)
    assert scheduled.happened == "2020-03-02T22:59:59.999999Z"
    assert issued.happened == "2020-06-23T21:59:59.999999Z"
    assert opening.happened == "2020-09-08T08:00:00Z"
    assert audit.lag(opening) == timedelta(hours=1)


def test_what_was_recorded_late_is_found_with_how_late(memory: Connection, opened: Minutes) -> None:
    assert found(memory, opened, late=timedelta(hours=24)) == {
        11: ["recorded 189 days later"],
        12: ["recorded 76 days later"],
    }


def test_exactly_that_late_is_not_later(memory: Connection, opened: Minutes) -> None:
    assert 13 not in found(memory, opened, late=timedelta(hours=1))


def test_what_was_recorded_hours_late_is_told_in_hours(memory: Connection, opened: Minutes) -> None:
    assert found(memory, opened, late=timedelta(minutes=5))[13] == ["recorded one hour later"]


def test_a_correction_is_found_as_the_strike_what_it_struck_and_what_took_its_place(
    memory: Connection, sitting: Minutes
) -> None:
    sitting.did(take_up, items=(FIRST,))
    sitting.did(conclude_item, item=FIRST)
    sitting.struck(18)
    sitting.entered(conclude_item, sitting.entry("2020-09-08 10:50", replaces=8), item=FIRST)
    sitting.struck(20)
    sitting.entered(conclude_item, sitting.entry("2020-09-08 10:55", replaces=8), item=FIRST)
    assert found(memory, sitting, corrections=True) == {
        18: ["in its place: #20"],
        19: [],
        20: ["in its place: #22"],
        21: [],
        22: [],
    }
    assert [one.replaces for one in history.last(memory, 3)] == [18, None, 20]


def test_a_strike_without_a_right_act_has_nothing_in_its_place(memory: Connection, sitting: Minutes) -> None:
    sitting.struck(16)
    assert found(memory, sitting, corrections=True) == {16: [], 17: []}


def test_acts_under_a_waived_rule_are_found_and_those_without_authority_checked(
    memory: Connection, sitting: Minutes
) -> None:
    sitting.entered(open_sitting, sitting.entry("2020-09-08 15:00", waives=("11",), authority="rule 3"), number=2)
    sitting.entered(close_sitting, sitting.entry("2020-09-08 16:00", waives=("11",), authority=" "), number=2)
    every = lines(memory, sitting)
    assert [one.entry for one in audit.answers(every, Question(waived=True))] == [17, 18]
    asked = Question(waived=True, check=True)
    assert audit.remarks(audit.answers(every, asked), asked) == {
        18: ["a rule was waived, and it is not said on whose authority"]
    }


def test_what_happens_in_the_room_needs_a_sitting(memory: Connection, sitting: Minutes) -> None:
    sitting.did(take_up, "2020-09-08 11:30", items=(FIRST,))
    sitting.did(open_sitting, "2020-09-08 15:00", number=2)
    sitting.did(conclude_item, "2020-09-08 12:30", item=FIRST)
    assert found(memory, sitting, check=True) == {
        17: ["it happens in the room, and no sitting was open at its place"],
        19: ["it happens in the room, and its hour is outside the sittings recorded"],
    }


def test_an_act_entered_late_needs_an_hour_within_a_sitting(memory: Connection, sitting: Minutes) -> None:
    sitting.did(take_up, "2020-09-08 10:30", items=(FIRST,))
    sitting.did(conclude_item, "2020-09-08", item=FIRST)
    assert found(memory, sitting, check=True) == {18: ["it happens in the room, and no sitting was open at its place"]}


def test_what_is_decided_in_the_name_of_the_body_needs_a_sitting_in_the_record(
    memory: Connection, opened: Minutes
) -> None:
    opened.did(take_up, items=(FIRST,))
    opened.did(adopt_agenda, taken=PLAIN)
    opened.did(add_item, title=text_in("en", "Elections"), taken=PLAIN)
    assert found(memory, opened, check=True) == {
        14: ["it happens in the room, and no sitting was open at its place"],
        15: ["decided in the name of the body, and no sitting was in the record"],
        16: ["decided in the name of the body, and no sitting was in the record"],
    }


def test_a_proposal_a_decision_by_silence_and_what_was_struck_lack_nothing(memory: Connection, opened: Minutes) -> None:
    opened.did(add_item, title=text_in("en", "Elections"), taken=PLAIN)
    opened.did(adopt_agenda, taken=SILENCE)
    opened.did(take_decision, text="to meet again", taken=PLAIN)
    opened.struck(16)
    assert found(memory, opened, check=True) == {}


def test_who_recorded_is_asked_in_either_case_and_all_that_is_asked_must_hold(
    memory: Connection, opened: Minutes
) -> None:
    every = lines(memory, opened)
    assert audit.answers(every, Question(by="a. clerk")) == every
    assert audit.answers(every, Question(by="B. Clerk")) == []
    assert audit.answers(every, Question()) == every
    assert audit.answers(every, Question(by="A. Clerk", waived=True)) == []


def test_a_question_is_told_in_words() -> None:
    question = Question(late=timedelta(hours=24), corrections=True, waived=True, by="A", withheld=True, check=True)
    assert audit.in_words(question) == (
        "strikes, what they struck and what took its place; under a waived rule; with a value withheld; "
        "without a sitting, a quorum or an authority; recorded more than 24 hours late; recorded by A"
    )
    assert audit.in_words(Question()) == ""
