from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import create_engine, insert

from domain.act import Fact
from domain.objections import SilenceBroken
from domain.officers import ChairTaken, Officer, OfficersElected
from domain.streams import STREAMS
from domain.values import Entry, Occurred, Sealed, Taken, seal_digest, stream_id
from projections import history, history_rows
from projections.papers import history as paper
from projections.sentences import sentence
from projections.sentences.seals import mark, printable, unseal
from projections.telling import Told

STREAM = stream_id("silence", "UNTOC-COP/XB topics-2020")
ENTRY = Entry(
    number=7,
    stream=STREAM,
    version=2,
    occurred=Occurred(day=date(2020, 6, 19)),
    recorded_at=datetime(2020, 6, 19, 16, tzinfo=UTC),
    recorded_by="A. Clerk",
    command_id="c",
)
ITALY = Sealed(digest=seal_digest(b"salt", "Italy"), stands_for="a delegation")
CHAIR = Sealed(digest=seal_digest(b"salt", "Ms. A (Italy)"), stands_for="an officer", open=True)
KEPT = {ITALY.digest: "Italy", CHAIR.digest: "Ms. A (Italy)"}

BROKEN = SilenceBroken(
    entry=ENTRY,
    received=datetime(2020, 6, 19, 15, tzinfo=UTC),
    channel=None,
    amendment=None,
    objector=ITALY,
    addressed=(),
)
ELECTED = OfficersElected(
    entry=ENTRY, elected=(Officer(office="Chair", person=CHAIR),), since=None, until=None, taken=Taken()
)


def nothing(_digest: str) -> None:
    """Every value was disposed of."""


def said(kind: str, fact: Fact) -> str:
    empty = STREAMS[kind].empty
    return sentence(Told(kind, fact, empty, empty, facts=(fact,)))


def test_a_sentence_holds_a_mark_and_never_a_sealed_value() -> None:
    assert said("silence", BROKEN) == f"Silence was broken by {mark(ITALY)} (received at 3 p.m.)."


def test_who_broke_the_silence_is_shown_only_to_those_who_ask_for_restricted_values() -> None:
    told = said("silence", BROKEN)
    assert unseal(told, KEPT.get) == "Silence was broken by a delegation (received at 3 p.m.)."
    assert unseal(told, KEPT.get, restricted=True) == "Silence was broken by Italy (received at 3 p.m.)."


def test_an_officer_is_named_while_the_name_is_kept() -> None:
    told = said("meeting", ELECTED)
    assert unseal(told, KEPT.get) == "The body elected Ms. A (Italy) as Chair."
    assert unseal(told, nothing) == "The body elected an officer as Chair."
    assert printable(told) == "The body elected an officer as Chair."


def test_who_takes_the_chair_is_named_after_the_office() -> None:
    told = said("meeting", ChairTaken(entry=ENTRY, office="Vice-Chair", person=CHAIR))
    assert unseal(told, KEPT.get) == "The Vice-Chair, Ms. A (Italy) presided."


def test_a_mark_that_somebody_typed_opens_nothing() -> None:
    stolen = mark(replace(ITALY, open=True))
    told = said("silence", replace(BROKEN, amendment=f"Ask {stolen}"))
    assert "Italy" not in unseal(told, KEPT.get)
    assert f"Ask [{ITALY.digest}/a delegation/open]" in told


def test_what_stands_for_a_value_cannot_break_its_mark() -> None:
    assert (
        printable(mark(replace(ITALY, stands_for="one|two\N{MATHEMATICAL RIGHT WHITE SQUARE BRACKET}"))) == "one/two]"
    )


def test_a_paper_counts_what_it_withholds_and_every_form_of_a_line_stands_in_for_it() -> None:
    engine = create_engine("sqlite://")
    (projection,) = history_rows.PROJECTIONS
    with engine.begin() as connection:
        projection.table.create(connection)
        told = Told("silence", BROKEN, STREAMS["silence"].empty, STREAMS["silence"].empty, facts=(BROKEN,))
        connection.execute(insert(projection.table), [{"stream": str(STREAM), **row} for row in projection.rows(told)])
        lines = history.history(connection)
    engine.dispose()
    open_lines = history.unsealed(lines, KEPT.get)
    for some in (lines, open_lines):
        assert "One value withheld." in paper.text(some, "History")
        assert paper.line(some[0]).endswith("Silence was broken by a delegation (received at 3 p.m.).")
        assert paper.as_json(some)[0]["summary"] == "Silence was broken by a delegation (received at 3 p.m.)."
    everything = paper.text(history.unsealed(lines, KEPT.get, restricted=True), "History")
    assert "broken by Italy" in everything
    assert "withheld" not in everything


def test_a_sentence_that_begins_with_a_person_begins_with_a_capital() -> None:
    assert printable(f"{mark(ITALY)} presided") == f"{ITALY.stands_for[:1].upper()}{ITALY.stands_for[1:]} presided"
