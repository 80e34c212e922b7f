from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection, create_engine, insert

from domain.act import Fact
from domain.business import ActStruck
from domain.objections import SilenceBroken
from domain.rounds import Deadline
from domain.silence import Outcome, SilenceAgreed, SilenceAnnounced, SilenceCirculated, SilenceNoted
from domain.streams import STREAMS
from domain.values import Entry, Occurred, Sealed, stream_id
from projections.papers.silence import register
from projections.silence import PROJECTIONS, SILENCE, SilenceStatus, as_json, silences
from projections.tables import ByStream
from projections.telling import tell
from projections.words import NOT_OFFICIAL

KEY, BUREAU = "draft-1", "UNTOC-COP/XBUREAU"
UNTIL = datetime(2020, 6, 19, 22, 0, tzinfo=UTC)
BEFORE, AFTER = UNTIL - timedelta(hours=1), UNTIL + timedelta(hours=1)
PRINTED = "6 p.m., Friday, 19 June 2020"

Fold = Callable[[int], Fact]


def entry(version: int, day: date = date(2020, 6, 16)) -> Entry:
    return Entry(
        number=version,
        stream=stream_id("silence", f"{BUREAU} {KEY}"),
        version=version,
        occurred=Occurred(day=day),
        recorded_at=datetime(2020, 7, 1, tzinfo=UTC),
        recorded_by="ed",
        command_id=str(version),
    )


def circulated(version: int) -> Fact:
    return SilenceCirculated(
        entry=entry(version),
        key=KEY,
        body=BUREAU,
        subject="Meeting plan for 2021",
        texts=(),
        deadline=Deadline(instant=UNTIL, zone="America/New_York", printed=PRINTED),
        addressees=(),
        bears_on=(),
        basis=None,
        basis_until=None,
        counts_at_deadline=True,
        minimum_hours=None,
    )


def agreed(version: int) -> Fact:
    return SilenceAgreed(entry=entry(version, date(2020, 5, 1)), key="topics-2020", body=BUREAU, subject="Topics.")


def broken(received: datetime) -> Fold:
    who = Sealed(digest="ab" * 32, stands_for="a delegation")
    return lambda version: SilenceBroken(
        entry=entry(version), received=received, channel="letter", amendment=None, objector=who
    )


def announced(outcome: Outcome) -> Fold:
    return lambda version: SilenceAnnounced(entry=entry(version), outcome=outcome)


def noted(version: int) -> Fact:
    return SilenceNoted(entry=entry(version), by_meeting=None)


def struck(version: int) -> Fold:
    return lambda own: ActStruck(entry=entry(own), struck=version, reason="keying error")


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        SILENCE.create(connection)
        yield connection


def write(connection: Connection, *history: Fold) -> None:
    facts = [fact(version) for version, fact in enumerate(history, start=1)]
    *_, last = tell(STREAMS["silence"], facts)
    for projection in PROJECTIONS:
        assert isinstance(projection, ByStream)
        for row in projection.rows("silence", last.after):
            connection.execute(insert(projection.table), [{"stream": str(facts[0].entry.stream), **row}])


@pytest.mark.parametrize(
    ("history", "now", "status"),
    [
        ((circulated,), BEFORE, "running"),
        ((circulated,), UNTIL, "running"),
        ((circulated,), AFTER, "expired"),
        ((circulated, broken(BEFORE)), BEFORE, "broken"),
        ((circulated, broken(UNTIL)), AFTER, "broken"),
        ((circulated, broken(AFTER)), AFTER, "expired"),
        ((circulated, broken(BEFORE), struck(2)), AFTER, "expired"),
        ((circulated, announced("adopted")), AFTER, "announced"),
        ((circulated, announced("adopted"), noted), AFTER, "noted"),
        ((circulated, broken(BEFORE), announced("not_adopted")), AFTER, "announced"),
        ((agreed,), AFTER, "announced"),
        ((agreed, noted), AFTER, "noted"),
    ],
)
def test_the_status_is_computed_when_it_is_asked_for(
    connection: Connection, history: tuple[Fold, ...], now: datetime, status: str
) -> None:
    write(connection, *history)
    assert [line.status for line in silences(connection, now)] == [SilenceStatus(status)]


def test_a_passed_deadline_is_never_an_adoption(connection: Connection) -> None:
    write(connection, circulated)
    (line,) = silences(connection, AFTER)
    assert line.outcome is None
    paper = register([line])
    assert "Expired, result not announced." in paper
    assert "adopted" not in paper


def test_the_json_has_the_shape_other_programs_rely_on(connection: Connection) -> None:
    write(connection, circulated)
    write(connection, agreed)
    first, second = as_json(silences(connection, BEFORE))
    assert first == {
        "key": "topics-2020",
        "body": BUREAU,
        "subject": "Topics.",
        "opened": None,
        "deadline": None,
        "status": "announced",
        "outcome": "adopted",
        "agreed": "2020-05-01",
        "distribution": "general",
        "objections": 0,
        "late": 0,
        "admitted": 0,
        "retracted": 0,
        "round": 0,
        "short": False,
        "minimum_hours": None,
        "basis_until": None,
        "stream": str(stream_id("silence", f"{BUREAU} {KEY}")),
        "entry": 1,
        "adopted_on": None,
    }
    assert second["opened"] == "2020-06-16"
    assert second["deadline"] == {
        "instant": "2020-06-19T22:00:00+00:00",
        "zone": "America/New_York",
        "printed": PRINTED,
    }
    assert (second["status"], second["outcome"]) == ("running", None)


def test_a_procedure_whose_first_act_was_struck_is_not_in_the_register(connection: Connection) -> None:
    write(connection, circulated, struck(1))
    assert silences(connection, AFTER) == []
    assert register([]) == (
        f"Register of silence procedures\n\nNo silence procedure is in the record.\n\n{NOT_OFFICIAL}\n"
    )


def test_the_register_has_a_paragraph_for_each_and_names_no_delegation(connection: Connection) -> None:
    write(connection, circulated, broken(BEFORE), broken(BEFORE), broken(AFTER))
    write(connection, agreed, noted)
    assert register(silences(connection, AFTER)) == (
        "Register of silence procedures\n"
        "\n"
        "topics-2020 (UNTOC-COP/XBUREAU): Topics. Agreed by silence on 1 May 2020; nothing else is recorded\n"
        "of it. A plenary meeting took note of it.\n"
        "\n"
        "draft-1 (UNTOC-COP/XBUREAU): Meeting plan for 2021. Circulated on 16 June 2020, silence until 6\n"
        "p.m., Friday, 19 June 2020 (2020-06-19 22:00 UTC, printed on the clock of America/New_York). Two\n"
        "objections in time, each from a delegation. One objection after the deadline, from a delegation.\n"
        "Broken, result not announced.\n"
        "\n"
        f"{NOT_OFFICIAL}\n"
    )


@pytest.mark.parametrize(
    ("history", "ending"),
    [
        ((circulated,), "Running."),
        ((circulated, announced("adopted")), "Announced: adopted."),
        ((circulated, announced("adopted"), noted), "Announced: adopted. A plenary meeting took note of it."),
        ((circulated, broken(BEFORE), announced("not_adopted")), "Announced: not adopted."),
    ],
)
def test_a_paragraph_ends_with_what_came_of_it(connection: Connection, history: tuple[Fold, ...], ending: str) -> None:
    write(connection, *history)
    (line,) = silences(connection, BEFORE)
    assert " ".join(register([line]).split("\n\n")[1].split()).endswith(ending)
