from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, insert

from domain.act import Fact
from domain.adopting import adopt_agenda
from domain.amending import add_item, delete_item, drop_pending, move_item
from domain.amending import retitle_item as retitle
from domain.business import standing, strike
from domain.closing import close_meeting
from domain.considering import conclude_item, suspend_item, take_up
from domain.context import BodyFacts, Context
from domain.decisions import agree_recommendation, number_decision, take_decision
from domain.issuing import issue_provisional_agenda
from domain.outline import AgendaItem
from domain.plenary import open_sitting
from domain.publishing import forward_report, issue_report
from domain.reporting import adopt_report, draft_report
from domain.rules import PERMISSIVE
from domain.schedule import schedule_meeting
from domain.sittings import open_meeting
from domain.streams import ACT_OF, STREAMS
from domain.values import Distribution, Entry, Mode, Occurred, Taken, stream_id, text_in
from projections import history, history_rows
from projections.decisions import DECISION, DECISION_NUMBER
from projections.papers import history as paper
from projections.sentences import sentence
from projections.tables import DERIVED
from projections.telling import tell

WG7 = stream_id("meeting", "UNTOC-COP/WG.7 wg7")
NAME = "Working Group on the Smuggling of Migrants"
LEFT = "the consideration of items 1 (a), 2, 4, 5 and 6"
CONSENSUS = Taken(how=Mode.CONSENSUS)
PLAIN = Taken()


def body(key: str) -> BodyFacts:
    return BodyFacts(
        key=key,
        name=NAME,
        short="Working Group",
        says="meeting",
        zone="Europe/Vienna",
        parent="UNTOC-COP",
        rules=PERMISSIVE,
        private=False,
    )


class Minutes:
    """The acts of one meeting, decided one after the other; the number of an entry is its version and 10."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []

    def entry(self, at: str, **envelope: Any) -> Entry:  # noqa: ANN401 - the fields of the envelope
        """The envelope of the next act, on a day or at an hour of it."""
        moment = datetime.fromisoformat(f"{at}+02:00") if ":" in at else None
        version = len(self.facts) + 1
        return Entry(
            number=version + 10,
            stream=WG7,
            version=version,
            occurred=Occurred(day=date.fromisoformat(at[:10]), at=moment, zone="Europe/Vienna"),
            recorded_at=datetime(2020, 9, 8, 9, tzinfo=UTC),
            recorded_by="A. Clerk",
            command_id=f"c{version}",
            **envelope,
        )

    def did(self, act: Callable[..., Fact], at: str = "2020-09-08 16:55", **fields: object) -> str:
        """Decide an act and say what it did."""
        return self.entered(act, self.entry(at), **fields)

    def entered(self, act: Callable[..., Fact], entry: Entry, **fields: object) -> str:
        """The same, with an envelope of its own."""
        state = STREAMS["meeting"].fold(standing(self.facts))
        self.facts.append(ACT_OF[act].decide(state, entry, Context(body=body), fields))
        return self.sentences()[entry.number]

    def struck(self, number: int, reason: str = "keying error") -> str:
        """Strike an entry and say so."""
        entry = self.entry("2020-09-08")
        self.facts.append(strike(self.facts, entry, struck=number - 10, reason=reason))
        return self.sentences()[entry.number]

    def sentences(self) -> dict[int, str]:
        """The sentence of each entry."""
        return {told.fact.entry.number: sentence(told) for told in tell(STREAMS["meeting"], self.facts)}


def item(number: str, title: str, parent: str | None = None) -> AgendaItem:
    return AgendaItem(id=number, number=number, title=text_in("en", title), parent=parent)


ITEMS = (
    item("1", "Organizational matters"),
    item("1 (a)", "Opening of the meeting", parent="1"),
    item("2", "Good practices"),
    item("3", "Technical assistance"),
    item("4", "Other matters"),
    item("5", "Adoption of the report"),
)
FIRST, OPENING, SECOND, THIRD, FOURTH, FIFTH = (f"i2.{rank}" for rank in range(1, 7))


@pytest.fixture
def issued() -> Minutes:
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
    minutes.did(
        issue_provisional_agenda,
        "2020-06-23",
        symbol="CTOC/COP/WG.7/2020/1",
        issued=date(2020, 6, 23),
        items=ITEMS,
    )
    return minutes


@pytest.fixture
def opened(issued: Minutes) -> Minutes:
    issued.did(open_meeting, "2020-09-08 10:00")
    issued.did(open_sitting, "2020-09-08 10:00", number=1)
    return issued


@pytest.fixture
def adopted(opened: Minutes) -> Minutes:
    opened.did(adopt_agenda, "2020-09-08 10:30", taken=PLAIN)
    return opened


@pytest.fixture
def memory() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        DERIVED.create_all(connection, tables=[history.HISTORY, DECISION, DECISION_NUMBER])
        yield connection
    engine.dispose()


def kept(connection: Connection, minutes: Minutes) -> None:
    (projection,) = history_rows.PROJECTIONS
    for told in tell(STREAMS["meeting"], minutes.facts):
        rows = [{"stream": str(WG7), **row} for row in projection.rows(told)]
        connection.execute(insert(projection.table), rows)


def test_the_main_story_reads_like_a_report(opened: Minutes) -> None:
    opened.did(add_item, title=text_in("en", "Elections"), after=FIRST, taken=PLAIN)
    opened.did(adopt_agenda, taken=PLAIN)
    opened.did(take_up, items=(SECOND, THIRD))
    opened.did(conclude_item, item=SECOND)
    opened.did(agree_recommendation, text="States should cooperate.", item=SECOND, taken=CONSENSUS)
    opened.did(draft_report, symbol="CTOC/COP/WG.7/2020/L.1", prepared_by="the Secretariat")
    opened.did(adopt_report, taken=CONSENSUS)
    opened.did(close_meeting, remaining="carry")
    opened.did(issue_report, "2020-10-02", symbol="CTOC/COP/WG.7/2020/4", issued=date(2020, 10, 1))
    opened.did(forward_report, "2020-10-03", to="UNTOC-COP")

    assert list(opened.sentences().values()) == [
        f"The seventh meeting of the {NAME} was scheduled for 8 and 9 September 2020, in Vienna.",
        "The provisional agenda, CTOC/COP/WG.7/2020/1, was issued with five items.",
        "The seventh meeting of the Working Group was opened.",
        "The first plenary meeting was called to order.",
        'An oral amendment was proposed: a new item after item 1, "Elections".',
        "The Working Group adopted its agenda, as orally amended.",
        "The Working Group took up items 3 and 4 jointly.",
        "The Working Group concluded its consideration of item 3.",
        'Under item 3, the Working Group agreed on a recommendation by consensus: "States should cooperate".',
        "The draft report, CTOC/COP/WG.7/2020/L.1, prepared by the Secretariat, was circulated.",
        "The Working Group adopted the report on its meeting by consensus.",
        f"The seventh meeting of the Working Group was closed; {LEFT} was carried over to its next meeting.",
        "The report was issued as CTOC/COP/WG.7/2020/4, dated 1 October 2020.",
        "The Working Group forwarded its report, with one recommendation, to UNTOC-COP.",
    ]


def test_before_the_adoption_changes_of_items_are_proposals(opened: Minutes) -> None:
    new = opened.did(add_item, title=text_in("en", "Elections"), under=FOURTH, taken=PLAIN)
    assert new == 'An oral amendment was proposed: a new item under item 4, "Elections".'
    assert opened.did(retitle, item="i5", title=text_in("en", "Election of officers"), taken=PLAIN) == (
        'An oral amendment was proposed: to retitle the new item "Elections" as "Election of officers".'
    )
    assert opened.did(delete_item, item=THIRD, taken=PLAIN) == (
        'An oral amendment was proposed: to delete item 3, "Technical assistance".'
    )
    assert opened.did(move_item, item=SECOND, after=FOURTH, taken=PLAIN) == (
        'An oral amendment was proposed: to place item 2, "Good practices", after item 4.'
    )
    assert opened.did(drop_pending, amendment=7) == "The oral amendment proposed in entry 17 was not accepted."


def test_who_proposed_an_oral_amendment_is_named(opened: Minutes) -> None:
    entry = opened.entry("2020-09-08", origin="Italy")
    said = opened.entered(delete_item, entry, item=THIRD, taken=PLAIN)
    assert said == 'An oral amendment was proposed by Italy: to delete item 3, "Technical assistance".'


def test_after_the_adoption_changes_of_items_are_decisions(adopted: Minutes) -> None:
    assert adopted.did(add_item, title=text_in("en", "Elections"), taken=CONSENSUS) == (
        'The Working Group added item 6, "Elections", to its agenda by consensus.'
    )
    assert adopted.did(retitle, item="i6", title=text_in("en", "Election of officers"), taken=PLAIN) == (
        'The Working Group changed the title of item 6 from "Elections" to "Election of officers".'
    )
    assert adopted.did(move_item, item="i6", under=FOURTH, taken=PLAIN) == (
        'The Working Group placed item 6, "Election of officers", under item 4.'
    )
    assert adopted.did(delete_item, item="i6", taken=Taken(how=Mode.NO_OBJECTION)) == (
        'The Working Group deleted item 6, "Election of officers", from its agenda, there being no objection.'
    )


def test_an_adoption_says_how_it_was_taken_and_under_which_number(opened: Minutes) -> None:
    opened.did(delete_item, item=THIRD, taken=PLAIN)
    taken = Taken(how=Mode.RECORDED, tally="77-10-3", number="4", verb="approved")
    assert opened.did(adopt_agenda, taken=taken) == (
        "The Working Group approved its agenda, as orally amended, by a recorded vote of 77 to 10, with 3 abstentions "
        "(decision 4)."
    )


def test_a_suspended_item_is_resumed(adopted: Minutes) -> None:
    adopted.did(take_up, items=(SECOND, THIRD))
    adopted.did(suspend_item, item=SECOND)
    assert adopted.did(take_up, items=(SECOND,)) == "The Working Group resumed its consideration of item 2."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("approved the programme of work.", "The Working Group approved the programme of work."),
        ("to meet again in 2021", "The Working Group decided to meet again in 2021."),
        ("The Chair is to write.", 'The Working Group decided: "The Chair is to write".'),
    ],
)
def test_a_decision_is_told_in_the_words_of_the_body(adopted: Minutes, text: str, said: str) -> None:
    assert adopted.did(take_decision, text=text, taken=PLAIN) == said


def test_a_number_given_later_names_the_entry_of_its_decision(adopted: Minutes) -> None:
    adopted.did(take_decision, text="to meet again", taken=PLAIN)
    assert adopted.did(number_decision, decision=6, number="7/2") == (
        "The decision in entry 16 was given the number 7/2."
    )


def test_a_correction_names_the_entry_whose_place_it_takes(adopted: Minutes) -> None:
    adopted.did(take_up, items=(SECOND, THIRD))
    was = adopted.did(conclude_item, item=SECOND)
    assert adopted.struck(17) == "Entry 17 was struck: keying error."
    entry = adopted.entry("2020-09-08 16:55", replaces=7)
    said = adopted.entered(conclude_item, entry, item=THIRD)
    assert said == "The Working Group concluded its consideration of item 3 (in the place of entry 17)."
    assert adopted.sentences()[17] == was


def test_struck_acts_keep_their_sentences_when_all_they_rest_on_is_struck_too(opened: Minutes) -> None:
    opened.did(add_item, title=text_in("en", "Elections"), taken=PLAIN)
    opened.did(adopt_agenda, taken=PLAIN)
    opened.did(take_up, items=(SECOND,))
    for number in reversed(range(11, 18)):
        opened.struck(number)
    told = opened.sentences()
    assert told[13] == "The seventh meeting of the Working Group was opened."
    assert told[15] == 'An oral amendment was proposed: a new item, "Elections".'
    assert told[17] == "The Working Group took up item 2."


def test_an_addition_struck_with_its_neighbours_still_names_its_title(adopted: Minutes) -> None:
    adopted.did(add_item, title=text_in("en", "Elections"), taken=PLAIN)
    adopted.did(add_item, title=text_in("en", "Ballots"), under="i6", taken=PLAIN)
    adopted.struck(17)
    adopted.struck(16)
    assert adopted.sentences()[17] == 'The Working Group added an item, "Ballots", to its agenda.'
    assert adopted.sentences()[16] == 'The Working Group added item 6, "Elections", to its agenda.'


def test_the_history_is_in_the_order_of_entry_and_can_be_limited(memory: Connection, adopted: Minutes) -> None:
    kept(memory, adopted)
    assert [one.entry for one in history.history(memory)] == [11, 12, 13, 14, 15]
    assert [one.entry for one in history.history(memory, stream=WG7, limit=2)] == [14, 15]
    assert [one.entry for one in history.last(memory, 3)] == [13, 14, 15]
    assert history.history(memory, stream=stream_id("meeting", "another")) == []


def test_entries_can_be_asked_for_by_number(memory: Connection, adopted: Minutes) -> None:
    kept(memory, adopted)
    assert [one.entry for one in history.entries(memory, [14, 12, 99])] == [12, 14]
    assert history.last_entry(memory, WG7) == 15
    assert history.last_entry(memory, stream_id("meeting", "another")) is None


def test_an_item_has_its_own_history(memory: Connection, adopted: Minutes) -> None:
    adopted.did(take_up, items=(SECOND, THIRD))
    adopted.did(conclude_item, item=SECOND)
    adopted.did(conclude_item, item=THIRD)
    adopted.struck(17)
    kept(memory, adopted)
    assert [one.entry for one in history.history(memory, stream=WG7, item=SECOND)] == [12, 15, 16, 17, 19]
    assert history.why(memory, WG7, SECOND) == [12, 15, 16]
    assert history.history(memory, stream=WG7, item="i2._") == []


def test_a_closure_touches_the_items_it_disposed_of(memory: Connection, adopted: Minutes) -> None:
    adopted.did(close_meeting, remaining="lapse")
    kept(memory, adopted)
    (closure,) = history.last(memory, 1)
    assert closure.items == (OPENING, SECOND, THIRD, FOURTH, FIFTH)
    assert closure.summary.endswith("; the consideration of items 1 (a), 2, 3, 4 and 5 lapsed.")


def test_what_is_left_at_the_closure_may_be_deferred(adopted: Minutes) -> None:
    assert adopted.did(close_meeting, remaining="defer").endswith(" was deferred to its next meeting.")


def test_the_echo_is_one_line(memory: Connection, adopted: Minutes) -> None:
    entry = adopted.entry("2020-09-08 16:55", distribution=Distribution.RESTRICTED, waives=("11", "12"))
    adopted.entered(take_up, entry, items=(SECOND,))
    adopted.did(conclude_item, item=SECOND)
    adopted.struck(17)
    kept(memory, adopted)
    lines = {one.entry: one for one in history.history(memory)}
    assert paper.line(lines[12]) == (
        "#12  wg7, 23 Jun 2020   The provisional agenda, CTOC/COP/WG.7/2020/1, was issued with five items."
    )
    assert lines[16].waives == ("11", "12")
    assert paper.line(lines[16]) == (
        "#16  wg7, 1st meeting, 8 Sep 16:55   The Working Group took up item 2.  "
        "[notwithstanding rules 11 and 12]  [restricted]"
    )
    assert paper.line(lines[17]) == (
        "#17  wg7, 1st meeting, 8 Sep 16:55   The Working Group concluded its consideration of item 2.  [struck by #18]"
    )
    assert paper.line(lines[18]) == "#18  wg7, 8 Sep 2020   Entry 17 was struck: keying error."


def test_other_programs_read_the_lines_as_json(memory: Connection, adopted: Minutes) -> None:
    adopted.did(take_up, items=(SECOND,))
    adopted.struck(16)
    kept(memory, adopted)
    assert paper.as_json(history.last(memory, 2)) == [
        {
            "entry": 16,
            "event": "ItemsTakenUp",
            "occurred": {"day": "2020-09-08", "at": "2020-09-08T16:55:00+02:00", "zone": "Europe/Vienna"},
            "recorded_at": "2020-09-08T09:00:00Z",
            "recorded_by": "A. Clerk",
            "summary": "The Working Group took up item 2.",
            "struck_by": 17,
            "replaces": None,
            "replaced_by": None,
            "waives": [],
            "authority": None,
            "distribution": "general",
            "withheld": 0,
        },
        {
            "entry": 17,
            "event": "ActStruck",
            "occurred": {"day": "2020-09-08", "at": None, "zone": "Europe/Vienna"},
            "recorded_at": "2020-09-08T09:00:00Z",
            "recorded_by": "A. Clerk",
            "summary": "Entry 16 was struck: keying error.",
            "struck_by": None,
            "replaces": None,
            "replaced_by": None,
            "waives": [],
            "authority": None,
            "distribution": "general",
            "withheld": 0,
        },
    ]


def test_the_paper_is_by_day_and_says_that_it_is_not_official(memory: Connection, adopted: Minutes) -> None:
    kept(memory, adopted)
    assert paper.text(history.history(memory), "History of wg7") == (
        "History of wg7\n"
        "\n"
        "2 March 2020\n"
        "\n"
        "  #11  The seventh meeting of the Working Group on the Smuggling of Migrants was scheduled for 8 and\n"
        "       9 September 2020, in Vienna.\n"
        "\n"
        "23 June 2020\n"
        "\n"
        "  #12  The provisional agenda, CTOC/COP/WG.7/2020/1, was issued with five items.\n"
        "\n"
        "8 September 2020\n"
        "\n"
        "  #13  (10 a.m.) The seventh meeting of the Working Group was opened.\n"
        "  #14  (1st meeting, 10 a.m.) The first plenary meeting was called to order.\n"
        "  #15  (1st meeting, 10.30 a.m.) The Working Group adopted its agenda.\n"
        "\n"
        "Generated from the record of the meeting. This is not an official document.\n"
    )


def test_a_paper_of_several_streams_names_each(memory: Connection, adopted: Minutes) -> None:
    kept(memory, adopted)
    (one,) = history.last(memory, 1)
    other = replace(one, stream="another", key="wg8", entry=20)
    assert "  #20  (wg8, 1st meeting, 10.30 a.m.) The" in paper.text([one, other], "History")


def test_an_empty_history_is_still_a_paper() -> None:
    assert paper.text([], "History").startswith("History\n\nGenerated")


def test_the_last_entry_is_of_what_was_known_and_of_the_days_until_then(memory: Connection, adopted: Minutes) -> None:
    kept(memory, adopted)
    stream = history.history(memory)[-1].stream
    entries = [one.entry for one in history.history(memory, stream=stream)]
    assert history.last_entry(memory, stream) == entries[-1]
    assert history.last_entry(memory, stream, known_at=entries[-1] - 1) == entries[-2]
    assert history.last_entry(memory, stream, on=date(1999, 1, 1)) is None
    assert history.last_entry(memory, stream, known_at=datetime(1999, 1, 1, tzinfo=UTC)) is None
