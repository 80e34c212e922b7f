"""The options of every act: who, on what authority, once only, only if nothing came between, only to see."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, moment

DEFER = "item defer 2 --at 10:30"


def test_the_same_command_id_twice_records_once(room: Terminal) -> None:
    said = room.types(f"{DEFER} --id one")
    entries = room.entries()
    assert room.types(f"{DEFER} --id one") == said.rstrip("\n") + "     (recorded before)\n"
    assert room.entries() == entries


def test_the_same_command_id_with_other_words_is_refused(room: Terminal) -> None:
    room.types(f"{DEFER} --id one")
    said = "The command id one was used for another command (entries 22 to 22).", "Choose another --id"
    room.refused("item take-up 3 --at 10:30 --id one", *said)
    room.refused(f"{DEFER} --id one --by clerk", *said)


def test_a_command_may_expect_that_nothing_was_recorded_since(room: Terminal) -> None:
    room.types(f"{DEFER} --expect 21")
    room.refused("item take-up 3 --at 10:31 --expect 21", "Entries 22 to 22 were recorded since entry 21.", "--expect")
    room.misused("item take-up 3 --expect -1")


def test_a_dry_run_says_what_would_be_recorded_and_records_nothing(room: Terminal) -> None:
    before = room.dump()
    assert room.types(f"{DEFER} -n").startswith("(not recorded) #22  wg7, 1st meeting, 8 Sep 10:30   The Working")
    assert room.types("officer elect 'Rapporteur=Mr. B' --at 10:30 -n").startswith("(not recorded) #22")
    assert room.dump() == before
    room.refused("item take-up 9 --at 10:30 -n", "The agenda has no item 9.")
    assert room.types(DEFER).startswith("#22")


def test_an_import_may_be_tried_without_being_recorded(empty: Terminal) -> None:
    before = empty.dump()
    said = empty.types("import examples/agenda.txt --as wg7 --body WG --accept-warnings --dry-run")
    assert "\n(not recorded) #1  " in said
    assert empty.dump() == before


def test_an_act_may_answer_as_json(room: Terminal) -> None:
    told = json.loads(room.types(f"{DEFER} --json"))
    assert [one["entry"] for one in told] == [22]
    assert told[0]["event"] == "ItemDeferred"
    assert told[0]["occurred"] == {"day": "2020-09-08", "at": "2020-09-08T10:30:00+02:00", "zone": "Europe/Vienna"}


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        ("", "there being no objection"),
        ("--how consensus", "by consensus"),
        ("--how acclamation", "by acclamation"),
        ("--how recorded --tally 77-10-3", "by a recorded vote of 77 to 10, with 3 abstentions"),
        ("--tally 77-10-3", "by a recorded vote of 77 to 10, with 3 abstentions"),
        ("--how show-of-hands --tally 7-1-0", "by a show of hands"),
        ("--decision 7", "(decision 7)"),
    ],
)
def test_how_a_decision_was_taken_is_always_echoed(room: Terminal, options: str, printed: str) -> None:
    assert printed in room.types(f"decision take 'approved it' --at 10:30 {options}")


def test_the_body_has_its_own_word_in_print(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:00")
    assert "The Working Group approved its agenda" in read.types("agenda adopt --verb approved --at 10:10")


def test_authority_origin_and_remark_are_kept_with_the_entry(room: Terminal) -> None:
    room.types("item take-up 2 --at 10:30 -r 'rule 5' --from Italy --note 'after lunch'")
    stored = room.types("log export").splitlines()[21]
    for kept in ("rule 5", "Italy", "after lunch"):
        assert kept in stored


def test_a_restricted_act_is_marked(room: Terminal) -> None:
    assert "[restricted]" in room.types(f"{DEFER} --restricted")


def test_several_items_and_ranges_are_taken_up_jointly(room: Terminal) -> None:
    assert "took up items 2, 3 and 5 jointly" in room.types("item take-up 2-3 5 --at 10:30")


def test_an_item_goes_by_its_number_its_printed_form_its_provisional_number_or_its_identity(room: Terminal) -> None:
    agenda = json.loads(room.types("agenda show --json"))
    identity = agenda["items"][1]["id"]
    for number, printed in (("1a", "1 (a)"), ('"1 (b)"', "1 (b)"), ("p4", "4"), (identity, "2")):
        assert f"deferred its consideration of item {printed} to" in room.types(f"item defer {number} --at 10:30")
    assert room.types('history item "1 (a)"').splitlines()[1:] == room.types("history item 1a").splitlines()[1:]
    assert room.types(f"history item {identity}").splitlines()[1:] == room.types("history item 2").splitlines()[1:]


def test_names_of_officers_are_sealed_and_still_printed(room: Terminal) -> None:
    assert "elected Mr. B (Peru) as Vice-Chair" in room.types(
        'officer elect "Vice-Chair=Mr. B (Peru)" "Rapporteur=Ms. C" --until 2021-09-08 --at 10:30'
    )
    room.types('officer preside "Mr. B (Peru)" --at 10:31')
    assert "Presiding   Mr. B (Peru)\n" in room.types("status")
    assert json.loads(room.types("status --json"))["presiding"] == "Mr. B (Peru)"
    assert "Mr. B" not in room.types("log export")
    assert "Mr. B" in room.types("history --known-at 23")
    room.types("officer preside vice-chair --at 10:32")
    assert "Presiding   the Vice-Chair\n" in room.types("status")


def test_items_are_added_moved_deleted_and_listed_with_documents(room: Terminal) -> None:
    room.plays(r"""
        $ nemcon item add "Review of the Mechanism" --under 4 --pursuant-to 2020-05-01 --at 10:31
        #22  wg7, 1st meeting, 8 Sep 10:31   The Working Group added item 4 (a), "Review of the Mechanism", to its
            agenda, pursuant to the silence procedure 2020-05-01, there being no objection.
        $ nemcon item move 3 --after 1 --at 10:32
        #23  wg7, 1st meeting, 8 Sep 10:32   The Working Group placed item 3, "Successful strategies concerning the use
            of technology, including information and communications technology, to prevent and investigate the smuggling
            of migrants and to mount a robust response to the increasing use of cyberspace by criminal groups", after
            item 1, there being no objection.
        $ nemcon item delete 2 --at 10:33
        #24  wg7, 1st meeting, 8 Sep 10:33   The Working Group deleted item 2, "Impact of natural disasters, conflicts
            and crises, such as the COVID-19 pandemic, on trends in organized criminal groups and on routes for the
            smuggling of migrants, as well as good practices to support effective law enforcement cooperation during
            such crises to detect, investigate and prosecute such cases", from its agenda, there being no objection.
        $ nemcon item delete 1 --at 10:33
        Refused: Item 1 has 3 sub-items.
        Rule:    the record
        Next:    Delete or move each of them first: nemcon item delete|move N
        [1]
        $ nemcon item move 1 --under 1a --at 10:33
        Refused: Item 1 cannot stand under or after itself.
        Rule:    the record
        Next:    Name another item.
        [1]
        $ nemcon document list 3 CTOC/COP/WG.7/2020/4 "Background paper" --prepared-by Secretariat --at 2020-09-08
        #25  wg7, 1st meeting, 8 Sep 2020   The document CTOC/COP/WG.7/2020/4, "Background paper", prepared by
            Secretariat, was listed under item 3.
        $ nemcon document list 3 CTOC/COP/WG.7/2020/4 "Background paper" --at 2020-09-08
        Refused: CTOC/COP/WG.7/2020/4 is listed under item 3 already.
        Rule:    the record
        Next:    Nothing needs to be done.
        [1]
        $ nemcon document none 3 --at 2020-09-08
        Refused: Documents are listed under item 3: CTOC/COP/WG.7/2020/3, CTOC/COP/WG.7/2020/4.
        Rule:    the record
        Next:    If that is wrong, find its entry (nemcon history), then: nemcon strike ENTRY --reason TEXT
        [1]
        $ nemcon document none 1b --at 2020-09-08
        #26  wg7, 1st meeting, 8 Sep 2020   No documentation is foreseen under item 1 (b).
        $ nemcon agenda show
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Agenda, as it stands

        Adopted at the 1st meeting, on 8 September 2020.¹

        1. Organizational matters
           (a) Opening of the meeting
           (b) Election of officers
           (c) Adoption of the agenda and organization of work
        3. Successful strategies concerning the use of technology, including
           information and communications technology, to prevent and investigate the
           smuggling of migrants and to mount a robust response to the increasing use
           of cyberspace by criminal groups²
        2. [deleted]³
        4. Other business
           (a) Review of the Mechanism⁴
        5. Adoption of the report

        ────────────
        ¹ As orally amended: a new item 1 (b), "Election of officers", was added;
          item 4 was retitled "Other business".
        ² Moved on 8 September 2020 (entry 23).
        ³ Deleted on 8 September 2020 (entry 24).
        ⁴ Added on 8 September 2020 (entry 22).

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_meeting_is_postponed_relocated_and_cancelled(read: Terminal) -> None:
    read.plays(r"""
        $ nemcon meeting postpone wg7 --dates 2021-09-08..2021-09-09 --at 2020-07-01
        #13  wg7, 1 Jul 2020   The seventh meeting of the Working Group was postponed to 8 and 9 September 2021.
        $ nemcon meeting relocate --place Geneva --at 2020-07-02
        #14  wg7, 2 Jul 2020   The seventh meeting of the Working Group was moved from Vienna to Geneva.
        $ nemcon meeting services --sittings 2 --languages en,fr --at 2020-07-03
        #15  wg7, 3 Jul 2020   Conference services permitted two plenary meetings, with interpretation into English and
            French.
        $ nemcon meeting cancel --at 2020-07-04
        #16  wg7, 4 Jul 2020   The seventh meeting of the Working Group was cancelled.
        $ nemcon meeting open --at 2021-09-08
        Refused: The meeting wg7 was cancelled.
        Rule:    the record
        Next:    If that was an error, strike the entry.
        [1]
        $ nemcon status
        Meeting     wg7: seventh meeting of the Working Group on the Smuggling of Migrants
                    Geneva, 8 and 9 September 2021; cancelled
        Sitting     none is open
        Agenda      provisional, not adopted
        Last entries
          #14  wg7, 2 Jul 2020   The seventh meeting of the Working Group was moved from Vienna to Geneva.
          #15  wg7, 3 Jul 2020   Conference services permitted two plenary meetings, with interpretation into English
            and French.
          #16  wg7, 4 Jul 2020   The seventh meeting of the Working Group was cancelled.
    """)


def test_a_meeting_may_close_after_its_last_sitting_rose(room: Terminal) -> None:
    room.types("plenary close --at 13:00")
    said = room.types("meeting close --remaining lapse --at 2020-09-08T13:05")
    assert [line.split()[0] for line in said.splitlines()] == ["#23"]


def test_an_organization_of_work_may_be_proposed_by_hand(empty: Terminal, tmp_path: Path) -> None:
    empty.runs(
        "body add WG 'Working Group on Migrants' --at 2020-01-01",
        "meeting schedule wg WG --place Vienna --dates 2020-09-08 --at 2020-01-01",
        "agenda issue examples/agenda.txt --issued 2020-06-04 --accept-warnings",
    )
    plan = tmp_path / "work.txt"
    plan.write_text("2020-09-08 10.00 - 13.00   1a, 1b 2\n", encoding="utf-8")
    assert "with one plenary meeting on 8 September 2020" in empty.types(f"work propose {plan} --at 2020-06-04")
    assert "10 a.m.–1 p.m." in empty.types("work show")


def test_what_the_record_holds_already_is_left_as_it_is_by_an_import(empty: Terminal) -> None:
    empty.runs("body add COP 'Conference of the Parties' --at 2003-09-29", "body add COP/WG 'Group' --parent COP")
    said = empty.types("import examples/agenda.txt -q --as wg7 --body COP/WG --accept-warnings")
    assert said.endswith("What the record held already was left as it is: two acts.\n")


def test_a_paper_may_say_little(empty: Terminal, tmp_path: Path) -> None:
    paper = tmp_path / "agenda.txt"
    head = "4 June 2020\n\nWorking Group on Migrants\n\nVienna, 8 and 9 September 2020\n\nProvisional agenda\n\n"
    paper.write_text(f"{head}1. Opening of the meeting.\n2. Other matters.\n", encoding="utf-8")
    said = empty.types(f"import {paper} --as wg --body WG --accept-warnings")
    assert "The provisional agenda was issued with two items." in said
    assert "Services" not in said


def test_a_sitting_more_than_the_services_permit_is_said_aloud_and_recorded(read: Terminal) -> None:
    read.types("meeting services --sittings 1 --languages en --at 2020-07-03")
    read.runs("meeting open --at 2020-09-08T10:00", "plenary close --at 13:00")
    said = read.types("plenary open --at 2020-09-10T10:00")
    assert "Note: Conference services permit one sitting; this is number 2.\n" in said
    assert "Note: 10 September 2020 is outside the days of the meeting" in said


def test_the_day_of_the_secretariats_own_register_is_today(empty: Terminal) -> None:
    empty.clock.now = moment("2020-03-01 23:30")
    assert "#1  WG, 1 Mar 2020   " in empty.types("body add WG 'Working Group'")


def test_a_body_has_spellings_a_parent_and_a_bureau(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon body add COP "Conference of the Parties" --rules untoc --zone Europe/Vienna --says session
        #1  COP, 1 Sep 2020   The Conference of the Parties (COP) entered the register; it applies the rules of
            procedure of the Conference of the Parties to UNTOC.
        $ nemcon body add COP/WG "Working Group on Migrants" --parent COP --short "the Group"
        #2  COP/WG, 1 Sep 2020   The Working Group on Migrants (COP/WG) entered the register under COP; it applies the
            rules of procedure of the Conference of the Parties to UNTOC, mutatis mutandis.
        $ nemcon body add COP/WG "Working Group on Migrants" --also "Working Group on Smuggling"
        #3  COP/WG, 1 Sep 2020   The Working Group on Migrants is also written "Working Group on Smuggling".
        $ nemcon body bureau COP --of-session 10
        #4  COP/BUREAU-10, 1 Sep 2020   The Bureau of the Conference of the Parties (COP/BUREAU-10) entered the register
            under COP; it applies the rules of procedure of the Conference of the Parties to UNTOC, mutatis mutandis.
        $ nemcon body bureau COP --extended
        #5  COP/XBUREAU, 1 Sep 2020   The extended Bureau of the Conference of the Parties (COP/XBUREAU) entered the
            register under COP; it applies the rules of procedure of the Conference of the Parties to UNTOC, mutatis
            mutandis.
        $ nemcon body bureau COP --extended
        Refused: The body COP/XBUREAU is in the register already, as extended Bureau of the Conference of
                 the Parties.
        Rule:    the record
        Next:    For another spelling of its name: nemcon body add COP/XBUREAU NAME --also SPELLING
        [1]
        $ nemcon history body "working group on smuggling"
        History of Working Group on Migrants

        1 September 2020

          #2  The Working Group on Migrants (COP/WG) entered the register under COP; it applies the rules of
              procedure of the Conference of the Parties to UNTOC, mutatis mutandis.
          #3  The Working Group on Migrants is also written "Working Group on Smuggling".

        Generated from the record of the meeting. This is not an official document.
    """)


def test_an_agenda_may_be_issued_by_hand(empty: Terminal) -> None:
    empty.runs(
        "body add WG 'Working Group on Migrants' --at 2020-01-01",
        "meeting schedule wg WG --place Vienna --dates 2020-09-08 --opens 10:00 --at 2020-01-01",
    )
    assert "The provisional agenda, S/1, was issued with five items." in empty.types(
        "agenda issue examples/agenda.txt --symbol S/1 --issued 2020-06-04 --accept-warnings"
    )
    empty.refused(
        "agenda issue examples/agenda.txt --issued 2020-06-04 --accept-warnings", "was issued on 4 June 2020 (entry 3)"
    )
    empty.refused("work show", "No organization of work has been proposed.", "nemcon work propose FILE")
    empty.refused("work show --on 2020-06-04", "No organization of work had been proposed then.", "Choose a later --on")
    empty.refused("print work", "No organization of work has been proposed.")
