"""A second person confirms what was adopted, where the rules of the body ask for it."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, moment

RULES = """\
title = "the instructions of the secretariat"

[[rule]]
question = "second person"
number = "4"
says = "What a body adopts is confirmed by a second member of the secretariat."
source = "made for the tests"
word = "{word}"
"""


@pytest.fixture
def desk(room: Terminal, tmp_path: Path) -> Terminal:
    """The first morning of wg7, at which a second person looks at adoptions since the eve."""
    (tmp_path / "two.toml").write_text(RULES.format(word="adoptions"))
    room.clock.now = moment("2020-09-08 11:00")
    room.types(f"body rules UNTOC-COP/WG.7 untoc --gaps {tmp_path / 'two.toml'} --at 2020-09-07 -r note")
    return room


def test_an_adoption_waits_for_a_second_person(desk: Terminal) -> None:
    desk.plays(r"""
        $ nemcon history --unconfirmed
        History of the record: not yet confirmed by a second person

        8 September 2020

          #21  (1st meeting, 10.25 a.m.) The Working Group adopted its agenda, as orally amended, there
               being no objection.  [waits for a second person, under rule 4 of the instructions of the
               secretariat]

        One entry.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon print agenda
        Note: No second person has confirmed entry 21 yet: nemcon history --unconfirmed
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Agenda, as adopted at the 1st meeting, on 8 September 2020¹

        1. Organizational matters
           (a) Opening of the meeting
           (b) Election of officers
           (c) Adoption of the agenda and organization of work
        2. Impact of natural disasters, conflicts and crises, such as the COVID-19
           pandemic, on trends in organized criminal groups and on routes for the
           smuggling of migrants, as well as good practices to support effective law
           enforcement cooperation during such crises to detect, investigate and
           prosecute such cases
        3. Successful strategies concerning the use of technology, including
           information and communications technology, to prevent and investigate the
           smuggling of migrants and to mount a robust response to the increasing use
           of cyberspace by criminal groups
        4. Other business
        5. Adoption of the report

        ────────────
        ¹ As orally amended: a new item 1 (b), "Election of officers", was added;
          item 4 was retitled "Other business".

        Generated from the record of the meeting. This is not an official document.
        $ nemcon confirm 21
        Refused: Entry 21 was recorded by secretary, and another person confirms it.
        Rule:    rule 4 of the instructions of the secretariat
        Next:    Ask a colleague: nemcon confirm 21 --by NAME
        [1]
        $ nemcon confirm 21 --by boris
        #23  8 Sep 2020   boris confirmed entry 21, which secretary had recorded.
        $ nemcon confirm 21 --by clara
        Refused: Entry 21 was confirmed already, by boris (entry 23).
        Reason:  Entry 23, recorded by boris just now: boris confirmed entry 21, which secretary had
                 recorded.
        Rule:    the record
        Next:    Nothing needs to be done.
        [1]
        $ nemcon history --unconfirmed
        History of the record: not yet confirmed by a second person

        No such entry.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon history --unconfirmed --known-at 22
        History of the record: not yet confirmed by a second person

        8 September 2020

          #21  (1st meeting, 10.25 a.m.) The Working Group adopted its agenda, as orally amended, there
               being no objection.  [waits for a second person, under rule 4 of the instructions of the
               secretariat]

        One entry.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon confirm 999 --by boris
        Refused: There is no entry 999 in the record.
        Next:    Look it up: nemcon history
        [1]
    """)


def test_status_tells_how_many_wait(desk: Terminal) -> None:
    assert "To confirm  1 entry waits for a second person: nemcon history --unconfirmed" in desk.types("status")
    assert json.loads(desk.types("status --json"))["to_confirm"] == 1
    desk.types("confirm 21 --by boris")
    assert "To confirm" not in desk.types("status")


def test_a_decision_waits_only_where_the_rule_says_decisions(desk: Terminal, tmp_path: Path) -> None:
    assert "Note:" not in desk.types('decision take "to meet again" --at 10:50')
    (tmp_path / "all.toml").write_text(RULES.format(word="decisions"))
    desk.types(f"body rules UNTOC-COP/WG.7 untoc --gaps {tmp_path / 'all.toml'} --at 2020-09-07 -r note")
    assert "Note: A second person confirms it" in desk.types('decision take "to meet in May" --at 10:51')
    waiting = [line["entry"] for line in json.loads(desk.types("history --unconfirmed --json"))]
    assert waiting == [16, 21, 23, 25]  # 16: the election; the rules of the day count, as they are known now


def test_what_takes_the_place_of_a_confirmed_act_waits_again_and_so_does_its_strike(desk: Terminal) -> None:
    desk.types("confirm 21 --by boris")
    desk.types("correct 21 agenda adopt --how consensus")
    waiting = [line["entry"] for line in json.loads(desk.types("history --unconfirmed --json"))]
    assert waiting == [24, 25]
    desk.refused("confirm 21 --by clara", "Entry 21 was struck (entry 24).")
    desk.types("confirm 24 25 --by boris")
    assert desk.types("history --unconfirmed --json").strip() == "[]"


def test_a_strike_of_what_nobody_confirmed_waits_for_nobody(desk: Terminal) -> None:
    desk.types("correct 21 agenda adopt --how consensus")
    waiting = [line["entry"] for line in json.loads(desk.types("history --unconfirmed --json"))]
    assert waiting == [24]


def test_a_rule_that_was_waived_asks_for_nobody(desk: Terminal) -> None:
    desk.types("correct 21 agenda adopt --how consensus --notwithstanding 4 -r ruling")
    assert desk.types("history --unconfirmed --json").strip() == "[]"


def test_what_is_adopted_by_silence_and_a_proposal_wait_too(desk: Terminal) -> None:
    desk.types("proposal submit L.2 --item 2 --at 10:30")
    assert "nemcon confirm 24" in desk.types("proposal put L.2 --at 10:50")
    desk.types('silence circulate topics UNTOC-COP/WG.7 Topics --until "2020-09-08 12:00" --at "2020-09-01 10:00"')
    desk.clock.now = moment("2020-09-09 08:00")
    assert "nemcon confirm" in desk.types('silence announce topics --at "2020-09-09 09:00"')
    waiting = [line["event"] for line in json.loads(desk.types("history --unconfirmed --json"))]
    assert waiting == ["AgendaAdopted", "ProposalPut", "SilenceAnnounced"]


def test_an_entry_of_a_register_may_be_confirmed_though_nobody_asks(desk: Terminal) -> None:
    assert "boris confirmed entry 1, which secretary had recorded." in desk.types("confirm 1 --by boris")


def test_a_confirmation_and_an_entry_of_the_key_ring_are_not_struck(desk: Terminal) -> None:
    desk.types("confirm 21 --by boris")
    desk.refused("strike 23 --reason error", "Entry 23 is a confirmation, and is not struck.")
