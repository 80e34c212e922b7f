"""What can happen to an agenda, word for word as the secretary sees it."""

import json

from tests.cli.terminal import Terminal


def test_an_agenda_is_adopted_with_an_item_held_in_abeyance(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:05")
    read.plays(r"""
        $ nemcon agenda adopt --abeyance 4 --at 10:25
        #15  wg7, 1st meeting, 8 Sep 10:25   The Working Group adopted its agenda, with item 4 held in abeyance, there
            being no objection.
        $ nemcon agenda show --adopted
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Agenda, as adopted at the 1st meeting, on 8 September 2020

        Adopted with item 4, "Other matters", held in abeyance.

        1. Organizational matters
           (a) Opening of the meeting
           (b) Adoption of the agenda and organization of work
        2. Impact of natural disasters, conflicts and crises, such as the COVID-19
           pandemic, on trends in organized criminal groups and on routes for the
           smuggling of migrants, as well as good practices to support effective law
           enforcement cooperation during such crises to detect, investigate and
           prosecute such cases
        3. Successful strategies concerning the use of technology, including
           information and communications technology, to prevent and investigate the
           smuggling of migrants and to mount a robust response to the increasing use
           of cyberspace by criminal groups
        4. Other matters
        5. Adoption of the report

        Generated from the record of the meeting. This is not an official document.
        $ nemcon item hold 4 --at 10:26
        Refused: Item 4 is held in abeyance already.
        Rule:    the record
        Next:    Nothing needs to be done.
        [1]
        $ nemcon item take-up 4 --at 10:30
        #16  wg7, 1st meeting, 8 Sep 10:30   The Working Group took up item 4.
        $ nemcon item hold 4 --at 10:35
        #17  wg7, 1st meeting, 8 Sep 10:35   The Working Group held item 4 in abeyance, there being no objection.
    """)


def test_an_agenda_is_adopted_provisionally_with_an_exception_and_finally_the_next_day(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:05")
    read.plays(r"""
        $ nemcon agenda adopt --provisionally --except 4 --at 10:25 \
            --verb "provisionally adopted, pending further consultations,"
        #15  wg7, 1st meeting, 8 Sep 10:25   The Working Group provisionally adopted, pending further consultations, its
            agenda, with the exception of item 4, there being no objection.
        $ nemcon item retitle 3 Technology --at 10:40
        #16  wg7, 1st meeting, 8 Sep 10:40   An oral amendment was proposed: to retitle item 3, "Successful strategies
            concerning the use of technology, including information and communications technology, to prevent and
            investigate the smuggling of migrants and to mount a robust response to the increasing use of cyberspace by
            criminal groups", as "Technology".
        $ nemcon agenda show
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Agenda, as provisionally adopted at the 1st meeting, on 8 September 2020, with
        the oral amendments pending

        Not finally adopted.

        Adopted with the exception of item 4, "Other matters".

        1. Organizational matters
           (a) Opening of the meeting
           (b) Adoption of the agenda and organization of work
        2. Impact of natural disasters, conflicts and crises, such as the COVID-19
           pandemic, on trends in organized criminal groups and on routes for the
           smuggling of migrants, as well as good practices to support effective law
           enforcement cooperation during such crises to detect, investigate and
           prosecute such cases
        3. Technology
        4. [not adopted]
        5. Adoption of the report

        Oral amendments pending

        – To retitle item 3 as "Technology"

        Generated from the record of the meeting. This is not an official document.
        $ nemcon status
        Meeting     wg7: seventh meeting of the Working Group on the Smuggling of Migrants
                    Vienna, 8 and 9 September 2020; open
        Sitting     1st meeting
        Agenda      provisionally adopted on 8 September 2020 (entry 15)
        Pending     #16  3: retitled, Technology
        Last entries
          #14  wg7, 1st meeting, 8 Sep 10:05   The seventh meeting of the Working Group was opened.
          #15  wg7, 1st meeting, 8 Sep 10:25   The Working Group provisionally adopted, pending further consultations,
            its agenda, with the exception of item 4, there being no objection.
          #16  wg7, 1st meeting, 8 Sep 10:40   An oral amendment was proposed: to retitle item 3, "Successful strategies
            concerning the use of technology, including information and communications technology, to prevent and
            investigate the smuggling of migrants and to mount a robust response to the increasing use of cyberspace by
            criminal groups", as "Technology".
        $ nemcon plenary close --at 13:00
        #17  wg7, 1st meeting, 8 Sep 13:00   The first plenary meeting rose.
        $ nemcon plenary open --at 2020-09-09T10:00
        #18  wg7, 2nd meeting, 9 Sep 10:00   The second plenary meeting was called to order.
        $ nemcon agenda adopt --at 10:10
        #19  wg7, 2nd meeting, 9 Sep 10:10   The Working Group adopted its agenda, as orally amended, there being no
            objection.
        $ nemcon agenda show
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Agenda, as it stands

        Adopted at the 2nd meeting, on 9 September 2020.¹

        Adopted with the exception of item 4, "Other matters".

        1. Organizational matters
           (a) Opening of the meeting
           (b) Adoption of the agenda and organization of work
        2. Impact of natural disasters, conflicts and crises, such as the COVID-19
           pandemic, on trends in organized criminal groups and on routes for the
           smuggling of migrants, as well as good practices to support effective law
           enforcement cooperation during such crises to detect, investigate and
           prosecute such cases
        3. Technology
        4. [not adopted]
        5. Adoption of the report

        ────────────
        ¹ As orally amended: item 3 was retitled "Technology".

        Generated from the record of the meeting. This is not an official document.
        $ nemcon agenda diff
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Comparison of the provisional agenda (CTOC/COP/WG.7/2020/1) with the agenda,
        as adopted at the 2nd meeting, on 9 September 2020

        Retitled

        3  [-Successful strategies concerning the use of technology, including
           information and communications technology, to prevent and investigate the
           smuggling of migrants and to mount a robust response to the increasing use
           of cyberspace by criminal groups-] {+Technology+}

        Excepted

        4  Other matters

        Unchanged: items 1, 1 (a), 1 (b), 2 and 5.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_work_begins_without_an_agenda_and_none_is_ever_adopted(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:05")
    read.plays(r"""
        $ nemcon item take-up 2 --at 10:20
        Note: The agenda has not been adopted.
        #15  wg7, 1st meeting, 8 Sep 10:20   The Working Group took up item 2.
        $ nemcon item suspend 2 --at 10:25
        #16  wg7, 1st meeting, 8 Sep 10:25   The Working Group suspended its consideration of item 2.
        $ nemcon agenda apply-provisional --at 10:30
        #17  wg7, 1st meeting, 8 Sep 10:30   The Working Group began its work on the basis of the provisional agenda,
            without adopting it, there being no objection.
        $ nemcon item take-up 2 --at 10:32
        #18  wg7, 1st meeting, 8 Sep 10:32   The Working Group resumed its consideration of item 2.
        $ nemcon item conclude 2 --at 12:00
        #19  wg7, 1st meeting, 8 Sep 12:00   The Working Group concluded its consideration of item 2.
        $ nemcon meeting close --remaining carry --at 12:30
        #20  wg7, 1st meeting, 8 Sep 12:30   The seventh meeting of the Working Group was closed; the consideration of
            items 1 (a), 1 (b), 3, 4 and 5 was carried over to its next meeting.
        #21  wg7, 1st meeting, 8 Sep 12:30   The first plenary meeting rose.
    """)
    shown = " ".join(read.types("agenda show").split())
    assert "was closed without it. Work began on the basis of the provisional agenda." in shown
    assert json.loads(read.types("agenda show --json"))["status"] == "never_adopted"
    assert "provisional, not adopted; work began without adoption (entry 17)" in read.types("status")


def test_a_provisional_adoption_is_told_to_other_programs(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:05")
    read.types("agenda adopt --provisionally --except 4 --at 10:25")
    told = json.loads(read.types("agenda show --json"))
    assert (told["status"], told["adopted"]) == ("provisionally_adopted", None)
    assert (told["provisionally_adopted"]["entry"], told["provisionally_adopted"]["sitting"]) == (15, 1)
    assert [item["status"] for item in told["items"]][3] == "excepted"


def test_what_items_mean_stands_in_the_footnotes_of_the_agenda_as_adopted(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:05")
    read.plays(r"""
        $ nemcon item add "Floods" --after 3 --urgent --from "the Chair" --at 10:10
        #15  wg7, 1st meeting, 8 Sep 10:10   An oral amendment was proposed by the Chair: a new item after item 3,
            "Floods", of an important and urgent character.
        $ nemcon item add "Lakes" --no-consideration --at 10:11
        #16  wg7, 1st meeting, 8 Sep 10:11   An oral amendment was proposed: a new item, "Lakes", on the understanding
            that there would be no consideration of this item.
        $ nemcon item footnote 4 "Limited to matters of procedure" --at 10:12
        #17  wg7, 1st meeting, 8 Sep 10:12   An oral amendment was proposed: to add a footnote to item 4, "Limited to
            matters of procedure".
        $ nemcon item withdraw 2 --from "the Bureau" --at 10:13
        #18  wg7, 1st meeting, 8 Sep 10:13   Item 2, "Impact of natural disasters, conflicts and crises, such as the
            COVID-19 pandemic, on trends in organized criminal groups and on routes for the smuggling of migrants, as
            well as good practices to support effective law enforcement cooperation during such crises to detect,
            investigate and prosecute such cases", was withdrawn by the Bureau.
        $ nemcon item retitle 3 Technology --at 10:14
        #19  wg7, 1st meeting, 8 Sep 10:14   An oral amendment was proposed: to retitle item 3, "Successful strategies
            concerning the use of technology, including information and communications technology, to prevent and
            investigate the smuggling of migrants and to mount a robust response to the increasing use of cyberspace by
            criminal groups", as "Technology".
        $ nemcon agenda understanding "that no item prejudges another" --at 10:15
        #20  wg7, 1st meeting, 8 Sep 10:15   The Chair stated the understanding that no item prejudges another.
        $ nemcon agenda understanding "that it is brief" 4 --at 10:16
        #21  wg7, 1st meeting, 8 Sep 10:16   On item 4, the Chair stated the understanding that it is brief.
        $ nemcon agenda show
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Provisional agenda, with the oral amendments pending¹

        Not yet adopted.

        1.    Organizational matters
              (a) Opening of the meeting
              (b) Adoption of the agenda and organization of work
        3.    Technology
        [new] Floods
        4.    Other matters² ³
        5.    Adoption of the report
        [new] Lakes⁴

        Oral amendments pending

        – A new item after item 3, "Floods"
        – A new item after item 5, "Lakes"
        – To add a footnote to item 4
        – Item 2, "Impact of natural disasters, conflicts and crises, such as the
          COVID-19 pandemic, on trends in organized criminal groups and on routes for
          the smuggling of migrants, as well as good practices to support effective
          law enforcement cooperation during such crises to detect, investigate and
          prosecute such cases", was withdrawn
        – To retitle item 3 as "Technology"

        ────────────
        ¹ Understanding of the Chair: that no item prejudges another.
        ² Limited to matters of procedure.
        ³ Understanding of the Chair: that it is brief.
        ⁴ Included on the understanding that there would be no consideration of this
          item.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon agenda adopt --at 10:25
        #22  wg7, 1st meeting, 8 Sep 10:25   The Working Group adopted its agenda, as orally amended, there being no
            objection.
        $ nemcon item withdraw 3 --from "the Chair" --at 10:30
        #23  wg7, 1st meeting, 8 Sep 10:30   Item 3, "Floods", was withdrawn by the Chair.
        $ nemcon item footnote 2 "Without naming firms" --at 10:31
        #24  wg7, 1st meeting, 8 Sep 10:31   The Working Group added a footnote to item 2, "Without naming firms", there
            being no objection.
        $ nemcon item take-up 6 --at 10:32
        Refused: Item 6 was included on the understanding that there would be no consideration of it.
        Rule:    the record
        Next:    If the body decided otherwise: nemcon item delete 6, then nemcon item add
        [1]
        $ nemcon agenda show --adopted
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Agenda, as adopted at the 1st meeting, on 8 September 2020¹ ²

        1. Organizational matters
           (a) Opening of the meeting
           (b) Adoption of the agenda and organization of work
        2. Technology
        3. Floods
        4. Other matters³ ⁴
        5. Adoption of the report
        6. Lakes⁵

        ────────────
        ¹ As orally amended: a new item 3, "Floods", was added; a new item 6, "Lakes",
          was added; item 4 was given a footnote; provisional item 2, "Impact of
          natural disasters, conflicts and crises, such as the COVID-19 pandemic, on
          trends in organized criminal groups and on routes for the smuggling of
          migrants, as well as good practices to support effective law enforcement
          cooperation during such crises to detect, investigate and prosecute such
          cases", was withdrawn; provisional item 3 is item 2 and was retitled
          "Technology".
        ² Understanding of the Chair: that no item prejudges another.
        ³ Limited to matters of procedure.
        ⁴ Understanding of the Chair: that it is brief.
        ⁵ Included on the understanding that there would be no consideration of this
          item.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon agenda show
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Agenda, as it stands

        Adopted at the 1st meeting, on 8 September 2020.¹ ²

        1. Organizational matters
           (a) Opening of the meeting
           (b) Adoption of the agenda and organization of work
        2. Technology³ ⁴
        3. [withdrawn]⁵
        4. Other matters⁶ ⁷
        5. Adoption of the report
        6. Lakes⁸

        ────────────
        ¹ As orally amended: a new item 3, "Floods", was added; a new item 6, "Lakes",
          was added; item 4 was given a footnote; provisional item 2, "Impact of
          natural disasters, conflicts and crises, such as the COVID-19 pandemic, on
          trends in organized criminal groups and on routes for the smuggling of
          migrants, as well as good practices to support effective law enforcement
          cooperation during such crises to detect, investigate and prosecute such
          cases", was withdrawn; provisional item 3 is item 2 and was retitled
          "Technology".
        ² Understanding of the Chair: that no item prejudges another.
        ³ Without naming firms.
        ⁴ Footnote added on 8 September 2020 (entry 24).
        ⁵ Withdrawn on 8 September 2020 (entry 23).
        ⁶ Limited to matters of procedure.
        ⁷ Understanding of the Chair: that it is brief.
        ⁸ Included on the understanding that there would be no consideration of this
          item.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon agenda diff
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Comparison of the provisional agenda (CTOC/COP/WG.7/2020/1) with the agenda,
        as adopted at the 1st meeting, on 8 September 2020

        Retitled

        3 → 2  [-Successful strategies concerning the use of technology, including
               information and communications technology, to prevent and investigate
               the smuggling of migrants and to mount a robust response to the
               increasing use of cyberspace by criminal groups-] {+Technology+}

        Added

        3      Floods
        6      Lakes

        Withdrawn

        2      Impact of natural disasters, conflicts and crises, such as the COVID-19
               pandemic, on trends in organized criminal groups and on routes for the
               smuggling of migrants, as well as good practices to support effective
               law enforcement cooperation during such crises to detect, investigate
               and prosecute such cases

        Unchanged: items 1, 1 (a), 1 (b), 4 and 5.

        Since the adoption

        2  Technology – footnote added on 8 September 2020 (entry 24)
        3  Floods – withdrawn on 8 September 2020 (entry 23)

        Generated from the record of the meeting. This is not an official document.
    """)


def test_items_are_split_and_merged_and_the_concordance_shows_it(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:05")
    read.plays(r"""
        $ nemcon item retitle 2 Crises --at 10:08
        #15  wg7, 1st meeting, 8 Sep 10:08   An oral amendment was proposed: to retitle item 2, "Impact of natural
            disasters, conflicts and crises, such as the COVID-19 pandemic, on trends in organized criminal groups and
            on routes for the smuggling of migrants, as well as good practices to support effective law enforcement
            cooperation during such crises to detect, investigate and prosecute such cases", as "Crises".
        $ nemcon item split 4 "Other business" "Dates of the next meeting" --at 10:10
        #16  wg7, 1st meeting, 8 Sep 10:10   An oral amendment was proposed: to split item 4, "Other matters", into
            "Other business" and "Dates of the next meeting".
        $ nemcon item merge 2 3 "Crises and technology" --at 10:11
        #17  wg7, 1st meeting, 8 Sep 10:11   An oral amendment was proposed: to merge item 3 with item 2 as "Crises and
            technology".
        $ nemcon agenda show
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Provisional agenda, with the oral amendments pending

        Not yet adopted.

        1.    Organizational matters
              (a) Opening of the meeting
              (b) Adoption of the agenda and organization of work
        2.    Crises and technology
        4.    Other business
        [new] Dates of the next meeting
        5.    Adoption of the report

        Oral amendments pending

        – To retitle item 2 as "Crises"
        – To split item 4 into "Other business" and "Dates of the next meeting"
        – To merge item 3 with item 2 as "Crises and technology"

        Generated from the record of the meeting. This is not an official document.
        $ nemcon agenda adopt --at 10:25
        #18  wg7, 1st meeting, 8 Sep 10:25   The Working Group adopted its agenda, as orally amended, there being no
            objection.
        $ nemcon agenda show --adopted
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Agenda, as adopted at the 1st meeting, on 8 September 2020¹

        1. Organizational matters
           (a) Opening of the meeting
           (b) Adoption of the agenda and organization of work
        2. Crises and technology
        3. Other business
        4. Dates of the next meeting
        5. Adoption of the report

        ────────────
        ¹ As orally amended: item 2 was retitled "Crises and technology" and was
          merged with provisional item 3; provisional item 4 is item 3, was retitled
          "Other business" and was split, with a new item 4, "Dates of the next
          meeting".

        Generated from the record of the meeting. This is not an official document.
        $ nemcon item split 2 Crises Technology --at 10:30
        #19  wg7, 1st meeting, 8 Sep 10:30   The Working Group split item 2, "Crises and technology", into "Crises" and
            "Technology", there being no objection.
        $ nemcon item merge 3 4 "Other business, and dates" --at 10:31
        #20  wg7, 1st meeting, 8 Sep 10:31   The Working Group merged item 4 with item 3 as "Other business, and dates",
            there being no objection.
        $ nemcon agenda show
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Agenda, as it stands

        Adopted at the 1st meeting, on 8 September 2020.¹

        1. Organizational matters
           (a) Opening of the meeting
           (b) Adoption of the agenda and organization of work
        2. Crises²
        6. Technology³
        3. Other business, and dates⁴
        4. [merged]⁵
        5. Adoption of the report

        ────────────
        ¹ As orally amended: item 2 was retitled "Crises and technology" and was
          merged with provisional item 3; provisional item 4 is item 3, was retitled
          "Other business" and was split, with a new item 4, "Dates of the next
          meeting".
        ² Split on 8 September 2020 (entry 19).
        ³ Split off item 2 on 8 September 2020 (entry 19).
        ⁴ Merged with item 4 on 8 September 2020 (entry 20).
        ⁵ Merged into item 3 on 8 September 2020 (entry 20).

        Generated from the record of the meeting. This is not an official document.
        $ nemcon concordance
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Concordance of the numbers of items

        Provisional  Now    Title
        1            1      Organizational matters
        1 (a)        1 (a)  Opening of the meeting
        1 (b)        1 (b)  Adoption of the agenda and organization of work
        2            2      Crises
        3            –      Successful strategies concerning the use of technology,
                            including information and communications technology, to
                            prevent and investigate the smuggling of migrants and to
                            mount a robust response to the increasing use of
                            cyberspace by criminal groups
        4            3      Other business, and dates
        5            5      Adoption of the report
        –            6      Technology

        Generated from the record of the meeting. This is not an official document.
    """)


def test_an_item_is_allocated_to_the_plenary_and_to_a_committee(room: Terminal) -> None:
    room.plays(r"""
        $ nemcon item allocate 4 --to plenary --at 10:30
        #22  wg7, 1st meeting, 8 Sep 10:30   The Working Group allocated item 4 to the plenary, there being no
            objection.
        $ nemcon item allocate 4 --to C3 --also --at 10:31
        #23  wg7, 1st meeting, 8 Sep 10:31   The Working Group also allocated item 4 to C3, there being no objection.
        $ nemcon item allocate 4 --to C3 --also --at 10:32
        Refused: Item 4 is allocated there already.
        Rule:    the record
        Next:    Nothing needs to be done.
        [1]
    """)
    assert "Allocated to the plenary and C3." in room.types("agenda show")
    assert "Allocated" not in room.types("agenda show --adopted")
    assert json.loads(room.types("agenda show --json"))["items"][3]["allocated"] == ["plenary", "C3"]


def test_the_items_that_remain_are_listed_and_noted(room: Terminal) -> None:
    room.plays(r"""
        $ nemcon item conclude 1c --at 10:30
        #22  wg7, 1st meeting, 8 Sep 10:30   The Working Group concluded its consideration of item 1 (c).
        $ nemcon item defer 2 --at 10:31
        #23  wg7, 1st meeting, 8 Sep 10:31   The Working Group deferred its consideration of item 2 to its next meeting,
            there being no objection.
        $ nemcon item hold 3 --at 10:32
        #24  wg7, 1st meeting, 8 Sep 10:32   The Working Group held item 3 in abeyance, there being no objection.
        $ nemcon items remaining
        1 (a)  Opening of the meeting
        1 (b)  Election of officers
        4  Other business
        5  Adoption of the report
        $ nemcon items remaining --record --at 10:40
        #25  wg7, 1st meeting, 8 Sep 10:40   The Working Group took note of the following agenda items that remained for
            consideration, there being no objection: items 1 (a), 1 (b), 4 and 5.
    """)
    assert [one["number"] for one in json.loads(room.types("items remaining --json"))] == ["1 (a)", "1 (b)", "4", "5"]
    assert "remained for consideration" in room.types("history item 4")
    for number in ("1", "4", "5"):
        room.types(f"item defer {number} --at 10:50")
    assert room.types("items remaining") == "No item remains for consideration.\n"


def test_an_adoption_before_the_opening_is_remarked_where_no_rule_refuses_it(empty: Terminal) -> None:
    empty.runs(
        "body add WG 'Working Group' --says session --at 2020-01-01",
        "meeting schedule wg WG --place Vienna --dates 2020-09-08 --at 2020-01-01",
        "agenda issue --item Opening --item Substance --issued 2020-06-04",
    )
    answer = empty.types("agenda adopt --at 2020-09-08 --dry-run")
    assert "Note: The session wg has not been opened; the opening usually comes before the adoption." in answer
    assert "Note" not in empty.types("agenda adopt --how silence --at 2020-09-01")


def test_an_item_deleted_or_merged_while_it_is_considered_is_open_no_more(room: Terminal) -> None:
    room.runs("item take-up 2 --at 10:30", "item take-up 3 --at 10:31", "item merge 2 3 Both --at 10:32")
    assert "Item 3" not in room.types("item take-up 4 --at 10:33")
    assert "Item open   3" not in room.types("status")
    room.types("item delete 4 --at 10:34")
    assert "Item open   4" not in room.types("status")
    assert "Item open   2" in room.types("status")
    assert "nothing differed" in room.types("rebuild")
