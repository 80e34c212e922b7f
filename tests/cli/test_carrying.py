"""From one session to the next: what is deferred, held, reopened and carried over, as the secretary sees it."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import IMPORT, Terminal, moment


def sessions(terminal: Terminal, *keys: str) -> None:
    """A conference, and sessions of it, a year apart."""
    terminal.types('body add COP "Conference of the Parties" --says session --at 1995-03-28')
    for rank, key in enumerate(keys, start=4):
        days = f"{1994 + rank}-11-02..{1994 + rank}-11-13"
        terminal.types(f"meeting schedule {key} COP --ordinal {rank} --place Bonn --dates {days} --at 1998-01-01")


@pytest.fixture
def climate(empty: Terminal) -> Terminal:
    """The fourth session of a conference, its agenda adopted with item 3 held in abeyance; the fifth and the sixth."""
    sessions(empty, "cop4", "cop5", "cop6")
    titles = ["Opening", "Commitments", "Second review of adequacy", "Technology", "Other matters"]
    items = " ".join(f'--item "{title}"' for title in titles)
    empty.types(f"agenda issue -m cop4 {items} --symbol FCCC/CP/1998/1 --issued 1998-09-01")
    empty.types("meeting open -m cop4 --at 1998-11-02")
    empty.types("agenda adopt -m cop4 --abeyance 3 --at 1998-11-02")
    return empty


def test_an_item_in_abeyance_comes_back_on_each_provisional_agenda_under_new_numbers(climate: Terminal) -> None:
    climate.plays(r"""
        $ nemcon item defer 4 --to cop5 --include --at 1998-11-03
        Note: Sitting 1, opened on 2 November 1998, has not risen; this is dated 3 November 1998.
        #9  cop4, 1st meeting, 3 Nov 1998   The Conference deferred its consideration of item 4 and decided to include
            it in the provisional agenda of its fifth session, there being no objection.
        $ nemcon item defer 5 --to cop9 --at 1998-11-03
        Note: Sitting 1, opened on 2 November 1998, has not risen; this is dated 3 November 1998.
        Note: The record knows no session 'cop9' of that body yet.
        #10  cop4, 1st meeting, 3 Nov 1998   The Conference deferred its consideration of item 5 to cop9, there being no
            objection.
        $ nemcon agenda draft-next
        Conference of the Parties
        Fourth session
        Bonn, 2 to 13 November 1998
        ──────────────────────────────────────────────────────────────────────────────

        Draft provisional agenda: items carried over to cop5

        1. Second review of adequacy (item 3 of cop4, held in abeyance)
        2. Technology (item 4 of cop4, deferred)

        Not yet disposed of by cop4: items 1 and 2.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon meeting close --remaining lapse --at 1998-11-13
        Note: Sitting 1, opened on 2 November 1998, has not risen; this is dated 13 November 1998.
        #11  cop4, 1st meeting, 13 Nov 1998   The fourth session of the Conference was closed; the consideration of
            items 1 and 2 lapsed.
        #12  cop4, 1st meeting, 13 Nov 1998   The first plenary meeting rose.
        $ nemcon agenda issue -m cop5 --item "Opening of the session" --symbol FCCC/CP/1999/1 --issued 1999-09-01
        #13  cop5, 1 Sep 1999   The provisional agenda, FCCC/CP/1999/1, was issued with three items; items 2 and 3
            continue items of cop4.
        $ nemcon meeting open -m cop5 --at 1999-11-02
        #14  cop5, 1st meeting, 2 Nov 1999   The first plenary meeting was called to order.
        #15  cop5, 1st meeting, 2 Nov 1999   The fifth session of the Conference was opened.
        $ nemcon agenda adopt -m cop5 --abeyance 2 --at 1999-11-02
        #16  cop5, 1st meeting, 2 Nov 1999   The Conference adopted its agenda, with item 2 held in abeyance, there
            being no objection.
        $ nemcon meeting close -m cop5 --remaining carry --at 1999-11-13
        Note: Sitting 1, opened on 2 November 1999, has not risen; this is dated 13 November 1999.
        #17  cop5, 1st meeting, 13 Nov 1999   The fifth session of the Conference was closed; the consideration of items
            1 and 3 was carried over to its next session.
        #18  cop5, 1st meeting, 13 Nov 1999   The first plenary meeting rose.
        $ nemcon agenda draft-next --for cop6
        Conference of the Parties
        Fifth session
        Bonn, 2 to 13 November 1999
        ──────────────────────────────────────────────────────────────────────────────

        Draft provisional agenda: items carried over to cop6

        1. Opening of the session (item 1 of cop5, carried over at the closure)
        2. Second review of adequacy (item 2 of cop5, held in abeyance)
        3. Technology (item 3 of cop5, carried over at the closure)

        Generated from the record of the meeting. This is not an official document.
        $ nemcon agenda issue -m cop6 --symbol FCCC/CP/2000/1 --issued 2000-09-01
        #19  cop6, 1 Sep 2000   The provisional agenda, FCCC/CP/2000/1, was issued with three items; items 1, 2 and 3
            continue items of cop5.
        $ nemcon history item 2 -m cop5
        History of item 2 of cop5
        It continues item 3 of cop4.
        It is continued by item 2 of cop6.

        1 September 1999

          #13  The provisional agenda, FCCC/CP/1999/1, was issued with three items; items 2 and 3 continue
               items of cop4.

        2 November 1999

          #16  (1st meeting) The Conference adopted its agenda, with item 2 held in abeyance, there being no
               objection.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon lineage cop4#3 --direction down
        Item 3 of cop4

        Rests on this
        └── continued by item 2 of cop5, "Second review of adequacy"
            └── continued by item 2 of cop6, "Second review of adequacy"

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_list_is_drafted_edited_and_issued_and_the_items_are_recognised(climate: Terminal, tmp_path: Path) -> None:
    climate.types("item defer 4 --at 1998-11-03")
    assert "2 items" in climate.types(f"agenda draft-next -o {tmp_path}/draft.txt")
    draft = (tmp_path / "draft.txt").read_text()
    assert draft.splitlines()[1:] == ["1. Second review of adequacy", "2. Technology"]
    (tmp_path / "list.txt").write_text("1. Opening\n2. Technology\n   (a) Transfer\n3. SECOND review of adequacy.\n")
    said = climate.types(f"agenda issue {tmp_path}/list.txt -m cop5 --issued 1999-09-01")
    assert said.endswith("was issued with three items; items 2 and 3 continue items of cop4.\n")
    [_opening, technology, _review] = json.loads(climate.types("agenda show -m cop5 --json"))["items"]
    assert technology["continues"] == [{"meeting": "COP cop4", "item": "i2.4", "number": "4"}]


def test_sub_items_come_with_their_item_and_an_item_with_the_sub_item_deferred(empty: Terminal, tmp_path: Path) -> None:
    sessions(empty, "cop4", "cop5")
    (tmp_path / "list.txt").write_text(
        "1. Reports\n(a) Oceans\n(b) Forests\n2. Funds\n(a) First\n(b) Second\n(i) Part\n"
    )
    empty.types(f"agenda issue {tmp_path}/list.txt -m cop4 --issued 1998-09-01")
    empty.types("meeting open -m cop4 --at 1998-11-02")
    empty.types("agenda adopt --at 1998-11-02")
    for done in ("item take-up 1b", "item conclude 1b", "item defer 1", "item defer 2b.i"):
        empty.types(f"{done} --at 1998-11-03")
    empty.plays(r"""
        $ nemcon agenda draft-next -m cop4
        Conference of the Parties
        Fourth session
        Bonn, 2 to 13 November 1998
        ──────────────────────────────────────────────────────────────────────────────

        Draft provisional agenda: items carried over to cop5

        1. Reports (item 1 of cop4, deferred)
           (a) Oceans (item 1 (a) of cop4, deferred)
        2. Funds (item 2 of cop4)
           (a) Second (item 2 (b) of cop4)
               (i) Part (item 2 (b) (i) of cop4, deferred)

        Not yet disposed of by cop4: item 2 (a).

        Generated from the record of the meeting. This is not an official document.
    """)


def test_an_item_of_a_paper_with_the_title_of_one_carried_over_continues_it(empty: Terminal) -> None:
    empty.runs(
        'body add UNTOC-COP "Conference of the Parties" --rules untoc --zone Europe/Vienna --at 2003-09-29',
        'body add UNTOC-COP/WG.7 "Working Group on the Smuggling of Migrants" --parent UNTOC-COP --at 2010-10-18',
        "meeting schedule wg6 UNTOC-COP/WG.7 --place Vienna --dates 2019-09-11..2019-09-13 --at 2019-01-10",
        'agenda issue --item "Other Matters" --issued 2019-06-01',
        "meeting open --at 2019-09-11",
        "item hold 1 --at 2019-09-11",
    )
    assert "; item 4 continues one of wg6." in empty.types(IMPORT.replace(" -q", ""))
    assert "It is continued by item 4 of wg7." in empty.types("history item 1 -m wg6")


def test_what_no_title_tells_is_linked_by_hand_and_several_items_continue_one(climate: Terminal) -> None:
    climate.types('agenda issue -m cop5 --item "Transfer" --item "Know-how" --issued 1999-09-01')
    climate.plays(r"""
        $ nemcon item carry-over 1 cop4#4 -m cop5 --at 1999-09-02
        #10  cop5, 2 Sep 1999   Item 1 was recorded as the continuation of item 4 of cop4.
        $ nemcon item carry-over 2 cop4#4 -m cop5 --at 1999-09-02
        #11  cop5, 2 Sep 1999   Item 2 was recorded as the continuation of item 4 of cop4.
        $ nemcon item carry-over 2 cop4#2 -m cop5 --at 1999-09-02
        #12  cop5, 2 Sep 1999   Item 2 was recorded as the continuation of item 2 of cop4.
        $ nemcon item carry-over 2 cop4 -m cop5 --at 1999-09-02
        Refused: 'cop4' names no item of a meeting.
        Next:    Write the meeting and the number: wg6#4
        [1]
        $ nemcon item carry-over 2 cop4#9 -m cop5 --at 1999-09-02
        Refused: The agenda of cop4 has no item 9.
        Next:    See the agenda in force: nemcon agenda show
        [1]
        $ nemcon history item 4 -m cop4
        History of item 4 of cop4
        It is continued by item 1 of cop5 and item 2 of cop5.

        1 September 1998

          #5  The provisional agenda, FCCC/CP/1998/1, was issued with five items.

        2 November 1998

          #8  (1st meeting) The Conference adopted its agenda, with item 3 held in abeyance, there being no
              objection.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon history item 2 -m cop5
        History of item 2 of cop5
        It continues item 2 of cop4 and item 4 of cop4.

        1 September 1999

          #9   The provisional agenda was issued with three items; item 3 continues one of cop4.

        2 September 1999

          #11  Item 2 was recorded as the continuation of item 4 of cop4.
          #12  Item 2 was recorded as the continuation of item 2 of cop4.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon strike 11 --reason "another item"
        #13  cop5, 1 Sep 2020   Entry 11 was struck: another item.
        $ nemcon history item 4 -m cop4
        History of item 4 of cop4
        It is continued by item 1 of cop5.

        1 September 1998

          #5  The provisional agenda, FCCC/CP/1998/1, was issued with five items.

        2 November 1998

          #8  (1st meeting) The Conference adopted its agenda, with item 3 held in abeyance, there being no
              objection.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_the_history_of_an_item_knows_its_lineage_as_it_was_then(climate: Terminal) -> None:
    climate.types("agenda issue -m cop5 --issued 1999-09-01")
    assert "It is continued by item 1 of cop5." in climate.types("history item 3 -m cop4")
    assert "continued" not in climate.types("history item 3 -m cop4 --on 1999-08-31")
    assert "It is continued by item 1 of cop5." in climate.types("history item 3 -m cop4 --on 1999-09-01")
    assert "It continues item 3 of cop4." in climate.types("history item 1 -m cop5 --on 1999-09-01")


def test_papers_and_decisions_are_deferred_alone(climate: Terminal) -> None:
    climate.types('document list 2 A/76/429 "Report on the financial situation" --at 1998-11-02')
    climate.plays(r"""
        $ nemcon item defer 2 --documents A/76/429 --documents A/76/7/Add.29 --at 1998-11-03
        Note: Sitting 1, opened on 2 November 1998, has not risen; this is dated 3 November 1998.
        Note: A/76/7/Add.29 is not listed under that item; to list it: nemcon document list N A/76/7/Add.29 TITLE
        #10  cop4, 1st meeting, 3 Nov 1998   The Conference decided to defer until its next session consideration of the
            following documents under item 2: A/76/429 and A/76/7/Add.29, there being no objection.
        $ nemcon item defer 2 --documents A/76/429 --to "the second part of its resumed session" --at 1998-11-03
        Note: Sitting 1, opened on 2 November 1998, has not risen; this is dated 3 November 1998.
        #11  cop4, 1st meeting, 3 Nov 1998   The Conference decided to defer until the second part of its resumed
            session consideration of the following documents under item 2: A/76/429, there being no objection.
        $ nemcon item defer 5 --decision-only --at 1998-11-03
        Note: Sitting 1, opened on 2 November 1998, has not risen; this is dated 3 November 1998.
        #12  cop4, 1st meeting, 3 Nov 1998   The Conference deferred a decision on item 5 to its next session, there
            being no objection.
        $ nemcon item defer 4 --to cop4 --at 1998-11-03
        Refused: cop4 is this very session.
        Rule:    the record
        Next:    Name another one, or leave out --to: the next one.
        [1]
        $ nemcon agenda draft-next --json
        [
          {
            "number": "1",
            "title": "Commitments",
            "continues": {
              "meeting": "cop4",
              "item": "i2.2",
              "number": "2"
            },
            "why": "two documents deferred",
            "documents": [
              "A/76/429",
              "A/76/7/Add.29"
            ]
          },
          {
            "number": "2",
            "title": "Second review of adequacy",
            "continues": {
              "meeting": "cop4",
              "item": "i2.3",
              "number": "3"
            },
            "why": "held in abeyance",
            "documents": []
          },
          {
            "number": "3",
            "title": "Other matters",
            "continues": {
              "meeting": "cop4",
              "item": "i2.5",
              "number": "5"
            },
            "why": "decision deferred",
            "documents": []
          }
        ]
    """)
    climate.types("agenda issue -m cop5 --issued 1999-09-01")
    assert "Report on the financial situation (A/76/429)" in climate.types("print provisional -m cop5 --annotated")


def test_what_cannot_be_drafted_or_issued_is_refused(empty: Terminal) -> None:
    sessions(empty, "cop4")
    empty.refused("agenda issue --issued 1998-09-01", "no earlier meeting carries one over")
    empty.refused("agenda draft-next --for cop9", "The record knows no meeting 'cop9'.")
    empty.refused("agenda draft-next --on 1997-01-01", "There is no meeting in the record.")
    assert "No item is carried over." in empty.types("agenda draft-next --for cop4")
    assert json.loads(empty.types("agenda draft-next --json")) == []


def test_a_supplementary_agenda_is_accepted_in_part(empty: Terminal) -> None:
    sessions(empty, "cop4")
    empty.types("agenda issue --item Opening --item Commitments --symbol FCCC/CP/1998/1 --issued 1998-09-01")
    empty.plays(r"""
        $ nemcon agenda issue --supplementary --item "Bunker fuels" --item "Forests" --symbol FCCC/CP/1998/1/Add.1 \
            --issued 1998-10-01 --from "Saudi Arabia"
        #4  cop4, 1 Oct 1998   The supplementary provisional agenda, FCCC/CP/1998/1/Add.1, was issued, with two new
            items, proposed by Saudi Arabia: item 3, "Bunker fuels" and item 4, "Forests".
        $ nemcon agenda issue --supplementary --item "commitments" --issued 1998-10-02
        Refused: Item 2, "Commitments", is on the provisional agenda already.
        Rule:    the record
        Next:    A supplementary paper lists new items only; one that replaces the whole list: --revised
        [1]
        $ nemcon meeting open --at 1998-11-02
        #5  cop4, 1st meeting, 2 Nov 1998   The first plenary meeting was called to order.
        #6  cop4, 1st meeting, 2 Nov 1998   The fourth session of the Conference was opened.
        $ nemcon item delete 3 --at 1998-11-02
        #7  cop4, 1st meeting, 2 Nov 1998   An oral amendment was proposed: to delete item 3, "Bunker fuels".
        $ nemcon agenda adopt --at 1998-11-02
        #8  cop4, 1st meeting, 2 Nov 1998   The Conference adopted its agenda, as orally amended, there being no
            objection.
        $ nemcon agenda show --provisional
        Conference of the Parties              FCCC/CP/1998/1 and FCCC/CP/1998/1/Add.1
        Fourth session                                                  1 October 1998
        Bonn, 2 to 13 November 1998
        ──────────────────────────────────────────────────────────────────────────────

        Provisional agenda

        1. Opening
        2. Commitments
        3. Bunker fuels
        4. Forests

        Generated from the record of the meeting. This is not an official document.
        $ nemcon agenda show --adopted
        Conference of the Parties
        Fourth session
        Bonn, 2 to 13 November 1998
        ──────────────────────────────────────────────────────────────────────────────

        Agenda, as adopted at the 1st meeting, on 2 November 1998¹

        1. Opening
        2. Commitments
        3. Forests

        ────────────
        ¹ As orally amended: provisional item 3, "Bunker fuels", was deleted.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon agenda issue --revised --item "Late" --issued 1998-11-03
        Refused: The agenda was adopted on 2 November 1998 (entry 8); no paper changes it any more.
        Rule:    the record
        Next:    To change it by a decision: nemcon item add, delete, retitle or move
        [1]
    """)


def test_a_revised_agenda_keeps_the_items_it_repeats(empty: Terminal, tmp_path: Path) -> None:
    sessions(empty, "cop4")
    empty.types("agenda issue --item Opening --item Commitments --item Forests --symbol L/1 --issued 1998-09-01")
    (tmp_path / "rev.txt").write_text("1. Opening of the session\n2. Floods\n3. Commitments\n")
    said = empty.types(f"agenda issue {tmp_path}/rev.txt --revised --symbol L/1/Rev.1 --issued 1998-10-01")
    assert said == (
        '#4  cop4, 1 Oct 1998   The revised provisional agenda, L/1/Rev.1, was issued: item 1 is now "Opening of the '
        'session"; a new item 2, "Floods"; item 3, "Forests", is left out.\n'
    )
    called = '--called "updated provisional agenda" --issued 1998-10-02'
    again = empty.types(f"agenda issue {tmp_path}/rev.txt --revised {called}")
    assert again.endswith("The updated provisional agenda was issued; its list of items is the same.\n")


def test_a_supplementary_paper_that_repeats_the_whole_list_takes_its_place(empty: Terminal, tmp_path: Path) -> None:
    sessions(empty, "cop4")
    empty.types('agenda issue --item Opening --item "Other matters" --symbol L/1 --issued 1998-09-01')
    (tmp_path / "sup.txt").write_text("1. Opening\n2. Floods\n3. Other matters\n")
    said = empty.types(f"agenda issue {tmp_path}/sup.txt --supplementary --symbol L/1/Add.1 --issued 1998-10-01")
    assert said.endswith('The supplementary provisional agenda, L/1/Add.1, was issued: a new item 2, "Floods".\n')
    items = json.loads(empty.types("agenda show --json"))["items"]
    assert [item["id"] for item in items] == ["i2.1", "i3.2", "i2.2"]


def test_the_kinds_of_paper_are_not_mixed(empty: Terminal) -> None:
    sessions(empty, "cop4")
    empty.misused("agenda issue --supplementary --revised --issued 1998-09-01", "choose one")
    empty.misused("agenda issue --called list --issued 1998-09-01", "add --supplementary or --revised")
    empty.misused("agenda issue examples/agenda.txt --item One --issued 1998-09-01", "Name a file or --item")
    empty.misused("agenda adopt --provisionally --symbol A/77/251 --at 1998-11-02", "final adoption")


def assembly(terminal: Terminal, tmp_path: Path, key: str, listed: str) -> None:
    """A session of an assembly, open, its agenda adopted."""
    (tmp_path / "list.txt").write_text(listed)
    terminal.types('body add GA "General Assembly" --says session --zone America/New_York --at 1945-10-24')
    days = "2021-09-14..2022-09-12" if key == "ga76" else "2022-09-13..2023-09-05"
    terminal.types(f'meeting schedule {key} GA --ordinal {key[2:]} --place "New York" --dates {days} --at 2021-01-01')
    terminal.types(f"agenda issue {tmp_path}/list.txt --issued 2021-07-01 --accept-warnings")
    terminal.types(f"meeting open --at {days[:10]}")


REOPENED = "12. Sport\n29. Advancement of women\n116. Elections\n(d) Human Rights Council\n"


def test_items_are_reopened_again_and_again_and_moved_to_the_plenary_in_one_sentence(
    empty: Terminal, tmp_path: Path
) -> None:
    assembly(empty, tmp_path, "ga76", REOPENED)
    empty.clock.now = moment("2023-01-01 12:00")
    empty.types("agenda adopt --at 2021-09-17")
    empty.types("item allocate 29 --to C3 --at 2021-09-17")
    for item in ("29", "12", "116d"):
        empty.types(f"item take-up {item} --at 2021-12-16")
        empty.types(f"item conclude {item} --at 2021-12-16")
    empty.plays(r"""
        $ nemcon item allocate 12 --to plenary --directly --on A/76/L.32 --at 2022-01-20
        Note: Sitting 1, opened on 14 September 2021, has not risen; this is dated 20 January 2022.
        #14  ga76, 1st meeting, 20 Jan 2022   The General Assembly decided to consider item 12 directly in plenary
            meeting and to proceed expeditiously with the consideration of A/76/L.32, there being no objection.
        $ nemcon item reopen 29 --in-plenary --on A/76/L.40 --decision 76/506 --at 2022-03-15
        Note: Sitting 1, opened on 14 September 2021, has not risen; this is dated 15 March 2022.
        #15  ga76, 1st meeting, 15 Mar 2022   The General Assembly reopened its consideration of item 29 and decided to
            proceed expeditiously with the consideration of A/76/L.40, there being no objection (decision 76/506).
        #17  ga76, 1st meeting, 15 Mar 2022   The General Assembly decided to consider item 29 directly in plenary
            meeting, there being no objection.
        $ nemcon item conclude 29 --at 2022-03-15
        Note: Sitting 1, opened on 14 September 2021, has not risen; this is dated 15 March 2022.
        #18  ga76, 1st meeting, 15 Mar 2022   The General Assembly concluded its consideration of item 29.
        $ nemcon item reopen 12 --in-plenary --on A/76/L.48 --at 2022-04-08
        Note: Sitting 1, opened on 14 September 2021, has not risen; this is dated 8 April 2022.
        #19  ga76, 1st meeting, 8 Apr 2022   The General Assembly reopened its consideration of item 12 and decided to
            proceed expeditiously with the consideration of A/76/L.48, there being no objection.
        $ nemcon item take-up 116d --at 2022-05-10
        Refused: The consideration of item 116 (d) was concluded already.
        Rule:    the record
        Next:    To come back to it: nemcon item reopen 116d
        [1]
        $ nemcon item reopen 116d --at 2022-05-10
        Note: Sitting 1, opened on 14 September 2021, has not risen; this is dated 10 May 2022.
        #20  ga76, 1st meeting, 10 May 2022   The General Assembly reopened its consideration of item 116 (d), there
            being no objection.
        $ nemcon item reopen 29 --on A/76/L.66 --at 2022-06-20
        Note: Sitting 1, opened on 14 September 2021, has not risen; this is dated 20 June 2022.
        #21  ga76, 1st meeting, 20 Jun 2022   The General Assembly reopened its consideration of item 29 and decided to
            proceed expeditiously with the consideration of A/76/L.66, there being no objection.
        $ nemcon agenda show
        General Assembly
        Seventy-sixth session
        New York, 14 September 2021 to 12 September 2022
        ──────────────────────────────────────────────────────────────────────────────

        Agenda, as it stands

        Adopted at the 1st meeting, on 17 September 2021.

        12.  Sport¹
        29.  Advancement of women²
        116. Elections
             (d) Human Rights Council

        ────────────
        ¹ Allocated to the plenary.
        ² Allocated to the plenary.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon undo
        #22  ga76, 1 Jan 2023   Entry 21 was struck: keying error.
    """)


def test_the_agenda_is_adopted_with_the_allocation_of_its_items(empty: Terminal, tmp_path: Path) -> None:
    assembly(empty, tmp_path, "ga77", "34. Question of Cyprus\n35. Question of the Malagasy islands\n")
    days = "2023-09-05..2024-09-09"
    empty.clock.now = moment("2023-01-01 12:00")
    empty.types(f'meeting schedule ga78 GA --ordinal 78 --place "New York" --dates {days} --at 2021-01-01')
    empty.plays(r"""
        $ nemcon item add "Question of the Comorian island of Mayotte" --after 34 --no-consideration --at 2022-09-16
        Note: Sitting 1, opened on 13 September 2022, has not risen; this is dated 16 September 2022.
        #7  ga77, 1st meeting, 16 Sep 2022   An oral amendment was proposed: a new item after item 34, "Question of the
            Comorian island of Mayotte", on the understanding that there would be no consideration of this item.
        $ nemcon agenda adopt --symbol A/77/251 --allocation A/77/252 --decision 77/505 -r A/77/250 --at 2022-09-16
        Note: Sitting 1, opened on 13 September 2022, has not risen; this is dated 16 September 2022.
        #8  ga77, 1st meeting, 16 Sep 2022   The General Assembly adopted its agenda (A/77/251), as orally amended, and
            the allocation of agenda items (A/77/252), there being no objection (decision 77/505).
        $ nemcon item defer 3 --to ga78 --include -r "A/77/250, para. 91" --at 2022-09-16
        Note: Sitting 1, opened on 13 September 2022, has not risen; this is dated 16 September 2022.
        #10  ga77, 1st meeting, 16 Sep 2022   The General Assembly deferred its consideration of item 3 and decided to
            include it in the provisional agenda of its seventy-eighth session, there being no objection.
        $ nemcon agenda show --adopted
        General Assembly                                                      A/77/251
        Seventy-seventh session
        New York, 13 September 2022 to 5 September 2023
        ──────────────────────────────────────────────────────────────────────────────

        Agenda, as adopted at the 1st meeting, on 16 September 2022¹

        The allocation of the items was adopted with it: A/77/252.

        1. Question of Cyprus
        2. Question of the Comorian island of Mayotte²
        3. Question of the Malagasy islands

        ────────────
        ¹ As orally amended: a new item 2, "Question of the Comorian island of
          Mayotte", was added.
        ² Included on the understanding that there would be no consideration of this
          item.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon agenda draft-next --for ga78
        General Assembly
        Seventy-seventh session
        New York, 13 September 2022 to 5 September 2023
        ──────────────────────────────────────────────────────────────────────────────

        Draft provisional agenda: items carried over to ga78

        1. Question of the Malagasy islands (item 3 of ga77, deferred)

        Not yet disposed of by ga77: item 1.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_supplementary_paper_puts_a_sub_item_under_an_item_that_it_repeats(empty: Terminal, tmp_path: Path) -> None:
    sessions(empty, "cop4")
    (tmp_path / "list.txt").write_text("1. Organization\n(a) Opening\n2. Forests\n", encoding="utf-8")
    empty.types(f"agenda issue {tmp_path}/list.txt --symbol L/1 --issued 1998-09-01")
    (tmp_path / "sup.txt").write_text("1. Organization\n(a) Elections\n(b) Credentials\n2. Floods\n", encoding="utf-8")
    said = empty.types(f"agenda issue {tmp_path}/sup.txt --supplementary --symbol L/1/Add.1 --issued 1998-10-01")
    told = " ".join(said.split())
    assert 'three new items: item 1 (b), "Elections", item 1 (c), "Credentials" and item 3, "Floods".' in told
    shown = empty.types("agenda show")
    assert [shown.index(one) for one in ("Opening", "Elections", "Credentials", "Forests", "Floods")] == sorted(
        shown.index(one) for one in ("Opening", "Elections", "Credentials", "Forests", "Floods")
    )
