"""The main job, from a paper to the report forwarded, word for word as the secretary sees it."""

from tests.cli.terminal import Terminal


def test_a_paper_is_shown_before_it_is_recorded_and_its_warnings_are_accepted_by_name(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon import examples/agenda.txt --as wg7 --body UNTOC-COP/WG.7 --parent UNTOC-COP --rules untoc
        Body          Working Group on the Smuggling of Migrants
        Under         Conference of the Parties to the United Nations Convention against Transnational
                      Organized Crime
        Meeting       the seventh; Vienna, 8 and 9 September 2020; opens at 10 a.m.
        Paper         own symbol not found; issued on 4 June 2020; Distr. General; original: en
        Services      four sittings; ar, zh, en, fr, ru, es
        Agenda        five items, two sub-items, two documents
          1           Organizational matters
          1 (a)       Opening of the meeting
          1 (b)       Adoption of the agenda and organization of work
          2           Impact of natural disasters, conflicts and crises, such as the COVID-19 pandemic, on
                      trends in organ ... [CTOC/COP/WG.7/2020/2] <- silence 2020-05-01 (inferred)
          3           Successful strategies concerning the use of technology, including information and
                      communications tec ... [CTOC/COP/WG.7/2020/3] <- silence 2020-05-01 (inferred)
          4           Other matters
          5           Adoption of the report
        Work          four sittings with eight items in them, continued ones counted again <- 7/1
        Silence       30 August 2019, extended Bureau of the Conference of the Parties: meeting plan for
                      2020
                      1 May 2020, extended Bureau of the Conference of the Parties: substantive topics of
                      the Working Group for that meeting
        Resolution    7/1, Strengthening the implementation of the United Nations Convention against
                      Transnational Organized Crime and the Protocols thereto
          decided     the Working Group on the Smuggling of Migrants would be a constant element of the
                      Conference, forwarding its reports and recommendations to it (in part)
          encouraged  the Working Group to meet every year (in part)
        Two warnings:
          own_symbol_absent (line 12): 'Annotated provisional agenda'. The paper's own symbol is not at its
            head; it is never guessed from those it cites.
          body_named_two_ways (line 30): 'Working Group on Smuggling of Migrants'. The body is named here
            otherwise than at the head; check which name is right.
        Refused: 2 warnings are not accepted: body_named_two_ways, own_symbol_absent. Nothing was recorded.
        Next:    Look at them above, then add --accept-warnings, or --accept NAME for each.
        [1]
        $ nemcon import examples/agenda.txt -q --as wg7 --body UNTOC-COP/WG.7 --parent UNTOC-COP --rules untoc \
            --zone Europe/Vienna --symbol CTOC/COP/WG.7/2020/1 --accept body_named_two_ways --accept own_symbol_absent
        Two warnings:
          own_symbol_absent (line 12): 'Annotated provisional agenda'. The paper's own symbol is not at its
            head; it is never guessed from those it cites.
          body_named_two_ways (line 30): 'Working Group on Smuggling of Migrants'. The body is named here
            otherwise than at the head; check which name is right.
        Entries 1 to 12: the paper is in the record.
        Note: Notice given: 96 days; rule 9 of the rules of procedure of the Conference of the Parties to UNTOC asks for
            60.
        $ nemcon import examples/agenda.txt -q --as wg7 --accept-warnings
        Two warnings:
          own_symbol_absent (line 12): 'Annotated provisional agenda'. The paper's own symbol is not at its
            head; it is never guessed from those it cites.
          body_named_two_ways (line 30): 'Working Group on Smuggling of Migrants'. The body is named here
            otherwise than at the head; check which name is right.
        All that this paper says is in the record already (11 acts); nothing was recorded.
        $ nemcon history
        History of the record

        4 June 2020

          #1   (UNTOC-COP) The Conference of the Parties to the United Nations Convention against
               Transnational Organized Crime (UNTOC-COP) entered the register; it applies the rules of
               procedure of the Conference of the Parties to UNTOC.
          #2   (UNTOC-COP/WG.7) The Working Group on the Smuggling of Migrants (UNTOC-COP/WG.7) entered the
               register under UNTOC-COP; it applies the rules of procedure of the Conference of the Parties
               to UNTOC, mutatis mutandis.
          #3   (UNTOC-COP/WG.7) The Working Group on the Smuggling of Migrants is also written "Working
               Group on Smuggling of Migrants".
          #4   (UNTOC-COP/XBUREAU) The extended Bureau of the Conference of the Parties (UNTOC-COP/XBUREAU)
               entered the register under UNTOC-COP; it applies the rules of procedure of the Conference of
               the Parties to UNTOC, mutatis mutandis.

        30 August 2019

          #5   (2019-08-30) UNTOC-COP/XBUREAU agreed, under the silence procedure, on "meeting plan for
               2020".

        1 May 2020

          #6   (2020-05-01) UNTOC-COP/XBUREAU agreed, under the silence procedure, on "substantive topics of
               the Working Group for that meeting".

        4 June 2020

          #7   (UNTOC-COP 7/1) Resolution 7/1 of UNTOC-COP, "Strengthening the implementation of the United
               Nations Convention against Transnational Organized Crime and the Protocols thereto" entered
               the record, known by citation only.
          #8   (UNTOC-COP resolution 7/1) The number UNTOC-COP resolution 7/1 was taken by that resolution.

        30 August 2019

          #9   (wg7) The seventh meeting of the Working Group on the Smuggling of Migrants was scheduled for
               8 and 9 September 2020, in Vienna, opening at 10 a.m., pursuant to the silence procedure
               2019-08-30.

        4 June 2020

          #10  (wg7) Conference services permitted four plenary meetings, with interpretation into the six
               official languages.
          #11  (wg7) The provisional agenda, CTOC/COP/WG.7/2020/1, was issued with five items.
          #12  (wg7) An organization of work was proposed, with four plenary meetings on 8 and 9 September
               2020, pursuant to resolution 7/1.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_the_first_morning_ends_with_an_agenda_adopted_as_orally_amended(read: Terminal) -> None:
    read.plays(r"""
        $ nemcon agenda adopt --at 2020-09-07
        Refused: The meeting wg7 has not been opened. The agenda is submitted for approval after the
                 opening.
        Rule:    rule 11 of the rules of procedure of the Conference of the Parties to UNTOC
        Next:    nemcon meeting open --at WHEN
        [1]
        $ nemcon meeting open --presiding Secretary --at 2020-09-08T10:05
        #13  wg7, 1st meeting, 8 Sep 10:05   The first plenary meeting was called to order.
        #14  wg7, 1st meeting, 8 Sep 10:05   The seventh meeting of the Working Group was opened.
        #15  wg7, 1st meeting, 8 Sep 10:05   The Secretary presided.
        $ nemcon officer elect "Chair=Ms. A. Example" --how acclamation --at 10:10
        #16  wg7, 1st meeting, 8 Sep 10:10   The Working Group elected Ms. A. Example as Chair, by acclamation.
        $ nemcon officer preside Chair --at 10:12
        #17  wg7, 1st meeting, 8 Sep 10:12   The Chair presided.
        $ nemcon item take-up 1b --at 10:15
        #18  wg7, 1st meeting, 8 Sep 10:15   The Working Group took up item 1 (b).
        $ nemcon item add "Election of officers" --after 1a --from "the Chair" --at 10:18
        #19  wg7, 1st meeting, 8 Sep 10:18   An oral amendment was proposed by the Chair: a new item after item 1 (a),
            "Election of officers".
        $ nemcon item add "A proposal nobody liked" --at 10:19
        #20  wg7, 1st meeting, 8 Sep 10:19   An oral amendment was proposed: a new item, "A proposal nobody liked".
        $ nemcon item retitle 4 "Other business" --at 10:20
        #21  wg7, 1st meeting, 8 Sep 10:20   An oral amendment was proposed: to retitle item 4, "Other matters", as
            "Other business".
        $ nemcon status
        Meeting     wg7: seventh meeting of the Working Group on the Smuggling of Migrants
                    Vienna, 8 and 9 September 2020; open
        Sitting     1st meeting
        Presiding   the Chair
        Agenda      provisional, not adopted
        Item open   1 (b)  Adoption of the agenda and organization of work
        Pending     #19  a new item: added, Election of officers
        Pending     #20  a new item: added, A proposal nobody liked
        Pending     #21  4: retitled, Other business
        Last entries
          #19  wg7, 1st meeting, 8 Sep 10:18   An oral amendment was proposed by the Chair: a new item after item 1 (a),
            "Election of officers".
          #20  wg7, 1st meeting, 8 Sep 10:19   An oral amendment was proposed: a new item, "A proposal nobody liked".
          #21  wg7, 1st meeting, 8 Sep 10:20   An oral amendment was proposed: to retitle item 4, "Other matters", as
            "Other business".
        $ nemcon agenda show
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Provisional agenda, with the oral amendments pending

        Not yet adopted.

        1.    Organizational matters
              (a)   Opening of the meeting
              [new] Election of officers
              (b)   Adoption of the agenda and organization of work
        2.    Impact of natural disasters, conflicts and crises, such as the COVID-19
              pandemic, on trends in organized criminal groups and on routes for the
              smuggling of migrants, as well as good practices to support effective
              law enforcement cooperation during such crises to detect, investigate
              and prosecute such cases
        3.    Successful strategies concerning the use of technology, including
              information and communications technology, to prevent and investigate
              the smuggling of migrants and to mount a robust response to the
              increasing use of cyberspace by criminal groups
        4.    Other business
        5.    Adoption of the report
        [new] A proposal nobody liked

        Oral amendments pending

        – A new item after item 1 (a), "Election of officers"
        – A new item after item 5, "A proposal nobody liked"
        – To retitle item 4 as "Other business"

        Generated from the record of the meeting. This is not an official document.
        $ nemcon item drop-pending 19 --at 10:21
        #22  wg7, 1st meeting, 8 Sep 10:21   The oral amendment proposed in entry 19 was not accepted.
        $ nemcon agenda adopt --at 10:25
        #23  wg7, 1st meeting, 8 Sep 10:25   The Working Group adopted its agenda, as orally amended, there being no
            objection.
        $ nemcon agenda adopt --at 10:30
        Refused: The agenda of wg7 was adopted on 8 September 2020 (entry 23). An agenda is adopted once.
        Rule:    the record
        Next:    To change it now: nemcon item add, delete, retitle or move. If entry 23 was wrong: nemcon
                 correct 23 agenda adopt
        [1]
        $ nemcon agenda show --adopted --why
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Agenda, as adopted at the 1st meeting, on 8 September 2020¹  [#23]

        1. Organizational matters  [#11, #23]
           (a) Opening of the meeting  [#11, #12, #23]
           (b) Adoption of the agenda and organization of work  [#11, #12, #18, #23]
        2. Impact of natural disasters, conflicts and crises, such as the COVID-19
           pandemic, on trends in organized criminal groups and on routes for the
           smuggling of migrants, as well as good practices to support effective law
           enforcement cooperation during such crises to detect, investigate and
           prosecute such cases  [#11, #12, #23]
        3. Successful strategies concerning the use of technology, including
           information and communications technology, to prevent and investigate the
           smuggling of migrants and to mount a robust response to the increasing use
           of cyberspace by criminal groups  [#11, #12, #23]
        4. Other business  [#11, #12, #21, #23]
        5. Adoption of the report  [#11, #12, #23]
        6. A proposal nobody liked  [#20, #23]

        ────────────
        ¹ As orally amended: a new item 6, "A proposal nobody liked", was added;
          item 4 was retitled "Other business".  [#20, #21]

        Generated from the record of the meeting. This is not an official document.
        $ nemcon agenda show --provisional
        Working Group on the Smuggling of Migrants                CTOC/COP/WG.7/2020/1
        Seventh meeting                                                    4 June 2020
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Provisional agenda

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
        $ nemcon agenda diff
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Comparison of the provisional agenda (CTOC/COP/WG.7/2020/1) with the agenda,
        as adopted at the 1st meeting, on 8 September 2020

        Retitled

        4  Other [-matters-] {+business+}

        Added

        6  A proposal nobody liked

        Unchanged: items 1, 1 (a), 1 (b), 2, 3 and 5.

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
        2            2      Impact of natural disasters, conflicts and crises, such as
                            the COVID-19 pandemic, on trends in organized criminal
                            groups and on routes for the smuggling of migrants, as
                            well as good practices to support effective law
                            enforcement cooperation during such crises to detect,
                            investigate and prosecute such cases
        3            3      Successful strategies concerning the use of technology,
                            including information and communications technology, to
                            prevent and investigate the smuggling of migrants and to
                            mount a robust response to the increasing use of
                            cyberspace by criminal groups
        4            4      Other business
        5            5      Adoption of the report
        –            6      A proposal nobody liked

        Generated from the record of the meeting. This is not an official document.
        $ nemcon status
        Meeting     wg7: seventh meeting of the Working Group on the Smuggling of Migrants
                    Vienna, 8 and 9 September 2020; open
        Sitting     1st meeting
        Presiding   the Chair
        Agenda      adopted on 8 September 2020, as orally amended (entry 23)
        Item open   1 (b)  Adoption of the agenda and organization of work
        Last entries
          #21  wg7, 1st meeting, 8 Sep 10:20   An oral amendment was proposed: to retitle item 4, "Other matters", as
            "Other business".
          #22  wg7, 1st meeting, 8 Sep 10:21   The oral amendment proposed in entry 19 was not accepted.
          #23  wg7, 1st meeting, 8 Sep 10:25   The Working Group adopted its agenda, as orally amended, there being no
            objection.
    """)


def test_the_rest_of_the_meeting_ends_with_a_report_forwarded(room: Terminal) -> None:
    room.plays(r"""
        $ nemcon run -q examples/resolutions.nemcon
        11 commands, all of them accepted.
        $ nemcon work adopt --at 10:30
        #44  wg7, 1st meeting, 8 Sep 10:30   The Working Group adopted its organization of work, there being no
            objection.
        $ nemcon work revise examples/hybrid.txt --at 10:35
        #45  wg7, 1st meeting, 8 Sep 10:35   The Working Group revised its organization of work: four plenary meetings
            on 8 and 9 September 2020, there being no objection.
        $ nemcon item conclude 1c --at 10:38
        #46  wg7, 1st meeting, 8 Sep 10:38   The Working Group concluded its consideration of item 1 (c).
        $ nemcon item take-up 2 --at 11:05
        #47  wg7, 1st meeting, 8 Sep 11:05   The Working Group took up item 2.
        $ nemcon plenary suspend --at 11:20
        #48  wg7, 1st meeting, 8 Sep 11:20   The first plenary meeting was suspended.
        $ nemcon plenary resume --at 11:40
        #49  wg7, 1st meeting, 8 Sep 11:40   The first plenary meeting was resumed.
        $ nemcon item take-up 3 --at 11:45
        Note: Item 2 is still under consideration; suspend or conclude it.
        #50  wg7, 1st meeting, 8 Sep 11:45   The Working Group took up item 3.
        $ nemcon item conclude 2 --at 12:10
        #51  wg7, 1st meeting, 8 Sep 12:10   The Working Group concluded its consideration of item 2.
        $ nemcon recommendation agree "States should keep their channels open." --item 2 --at 12:15
        #52  wg7, 1st meeting, 8 Sep 12:15   Under item 2, the Working Group agreed on a recommendation, there being no
            objection: "States should keep their channels open".
        $ nemcon item suspend 3 --at 12:55
        #53  wg7, 1st meeting, 8 Sep 12:55   The Working Group suspended its consideration of item 3.
        $ nemcon plenary close --at 13:00
        #54  wg7, 1st meeting, 8 Sep 13:00   The first plenary meeting rose.
        $ nemcon plenary open --at 2020-09-08T15:00
        #55  wg7, 2nd meeting, 8 Sep 15:00   The second plenary meeting was called to order.
        $ nemcon item take-up 3 --at 15:05
        #56  wg7, 2nd meeting, 8 Sep 15:05   The Working Group resumed its consideration of item 3.
        $ nemcon decision take "invited the Secretariat to colect good practices" --item 3 --decision 1 --at 15:40
        #57  wg7, 2nd meeting, 8 Sep 15:40   Under item 3, the Working Group invited the Secretariat to colect good
            practices, there being no objection (decision 1).
        $ nemcon item conclude 3 --this-stage --at 15:50
        #59  wg7, 2nd meeting, 8 Sep 15:50   The Working Group concluded this stage of its consideration of item 3.
        $ nemcon item take-up 4 5 --at 16:00
        #60  wg7, 2nd meeting, 8 Sep 16:00   The Working Group took up items 4 and 5 jointly.
        $ nemcon item defer 4 --at 16:05
        #61  wg7, 2nd meeting, 8 Sep 16:05   The Working Group deferred its consideration of item 4 to its next meeting,
            there being no objection.
        $ nemcon report draft CTOC/COP/WG.7/2020/L.1 --at 16:10
        #62  wg7, 2nd meeting, 8 Sep 16:10   The draft report, CTOC/COP/WG.7/2020/L.1, prepared by the Secretariat, was
            circulated.
        $ nemcon report amend 12 "Several speakers asked for a further meeting." --at 16:20
        #63  wg7, 2nd meeting, 8 Sep 16:20   Paragraph 12 of the draft report was amended orally: "Several speakers
            asked for a further meeting".
        $ nemcon report adopt --how consensus --at 16:30
        #64  wg7, 2nd meeting, 8 Sep 16:30   The Working Group adopted the report on its meeting, as orally amended, by
            consensus.
        $ nemcon item conclude 5 --at 16:31
        #65  wg7, 2nd meeting, 8 Sep 16:31   The Working Group concluded its consideration of item 5.
        $ nemcon meeting close --at 16:40
        Refused: Items 1 (a) and 1 (b) are neither concluded nor deferred.
        Rule:    the record
        Next:    Say what becomes of what is left: nemcon meeting close --remaining carry, defer or lapse
        [1]
        $ nemcon meeting close --remaining carry --at 16:40
        #66  wg7, 2nd meeting, 8 Sep 16:40   The seventh meeting of the Working Group was closed; the consideration of
            items 1 (a) and 1 (b) was carried over to its next meeting.
        #67  wg7, 2nd meeting, 8 Sep 16:40   The second plenary meeting rose.
        $ nemcon correct 57 --reason "a letter was missing" \
            decision take "invited the Secretariat to collect good practices" --item 3 --decision 1
        #68  wg7, 1 Sep 2020   Entry 57 was struck: a letter was missing.
        #69  wg7, 2nd meeting, 8 Sep 15:40   Under item 3, the Working Group invited the Secretariat to collect good
            practices, there being no objection (decision 1) (in the place of entry 57).
        $ nemcon report issue CTOC/COP/WG.7/2020/4 --issued 2020-09-17
        #70  wg7, 17 Sep 2020   The report was issued as CTOC/COP/WG.7/2020/4.
        $ nemcon report forward --to UNTOC-COP --pursuant-to "UNTOC-COP 7/1" --at 2020-09-17
        #71  wg7, 17 Sep 2020   The Working Group forwarded its report, with one recommendation, to UNTOC-COP, pursuant
            to resolution 7/1.
        $ nemcon report forward --to UNTOC-COP --at 2020-09-17
        Refused: The report was forwarded to UNTOC-COP already.
        Rule:    the record
        Next:    Nothing needs to be done.
        [1]
        $ nemcon work show
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Organization of work, as revised

        Tuesday, 8 September 2020

        11 a.m.–1 p.m.  1 (a)  Opening of the meeting
                        1 (b)  Election of officers
                        1 (c)  Adoption of the agenda and organization of work
                        2      Impact of natural disasters, conflicts and crises, such
                               as the COVID-19 pandemic, on trends in organized
                               criminal groups and on routes for the smuggling of
                               migrants, as well as good practices to support
                               effective law enforcement cooperation during such
                               crises to detect, investigate and prosecute such cases
        3–5 p.m.        2      Impact of natural disasters, conflicts and crises, such
                               as the COVID-19 pandemic, on trends in organized
                               criminal groups and on routes for the smuggling of
                               migrants, as well as good practices to support
                               effective law enforcement cooperation during such
                               crises to detect, investigate and prosecute such cases
                               (continued)
                        3      Successful strategies concerning the use of technology,
                               including information and communications technology, to
                               prevent and investigate the smuggling of migrants and
                               to mount a robust response to the increasing use of
                               cyberspace by criminal groups

        Wednesday, 9 September 2020

        11 a.m.–1 p.m.  3      Successful strategies concerning the use of technology,
                               including information and communications technology, to
                               prevent and investigate the smuggling of migrants and
                               to mount a robust response to the increasing use of
                               cyberspace by criminal groups (continued)
        3–5 p.m.        4      Other business
                        5      Adoption of the report

        Generated from the record of the meeting. This is not an official document.
        $ nemcon history item 3
        History of item 3 of wg7

        4 June 2020

          #11  The provisional agenda, CTOC/COP/WG.7/2020/1, was issued with five items.
          #12  An organization of work was proposed, with four plenary meetings on 8 and 9 September 2020,
               pursuant to resolution 7/1.

        8 September 2020

          #21  (1st meeting, 10.25 a.m.) The Working Group adopted its agenda, as orally amended, there
               being no objection.
          #45  (1st meeting, 10.35 a.m.) The Working Group revised its organization of work: four plenary
               meetings on 8 and 9 September 2020, there being no objection.
          #50  (1st meeting, 11.45 a.m.) The Working Group took up item 3.
          #53  (1st meeting, 12.55 p.m.) The Working Group suspended its consideration of item 3.
          #56  (2nd meeting, 3.05 p.m.) The Working Group resumed its consideration of item 3.
          #57  (2nd meeting, 3.40 p.m.) Under item 3, the Working Group invited the Secretariat to colect
               good practices, there being no objection (decision 1).  [struck by #68]
          #59  (2nd meeting, 3.50 p.m.) The Working Group concluded this stage of its consideration of item
               3.

        1 September 2020

          #68  Entry 57 was struck: a letter was missing.

        8 September 2020

          #69  (2nd meeting, 3.40 p.m.) Under item 3, the Working Group invited the Secretariat to collect
               good practices, there being no objection (decision 1) (in the place of entry 57).

        Generated from the record of the meeting. This is not an official document.
        $ nemcon lineage 7/1 --direction down
        Resolution UNTOC-COP 7/1, "Strengthening the implementation of the United ..." (10 October 2014) [1]

        Rests on this
        ├── recalled by resolution UNTOC-COP 9/1, "Establishment of the Mechanism ..." (19 October 2018) [2]
        ├── basis of organization of work of wg7 (4 June 2020)
        └── basis of report CTOC/COP/WG.7/2020/4 (17 September 2020)

        Sources
        [1] CTOC/COP/WG.7/2020/1
        [2] UNTOC-COP resolution 9/1

        Generated from the record of the meeting. This is not an official document.
        $ nemcon status
        Meeting     wg7: seventh meeting of the Working Group on the Smuggling of Migrants
                    Vienna, 8 and 9 September 2020; closed
        Sitting     none is open
        Agenda      adopted on 8 September 2020, as orally amended (entry 21)
        Report      forwarded
        Last entries
          #69  wg7, 2nd meeting, 8 Sep 15:40   Under item 3, the Working Group invited the Secretariat to collect good
            practices, there being no objection (decision 1) (in the place of entry 57).
          #70  wg7, 17 Sep 2020   The report was issued as CTOC/COP/WG.7/2020/4.
          #71  wg7, 17 Sep 2020   The Working Group forwarded its report, with one recommendation, to UNTOC-COP,
            pursuant to resolution 7/1.
    """)


def test_what_was_told_once_is_told_the_same_after_a_rebuild(room: Terminal) -> None:
    room.types("run -q examples/resolutions.nemcon")
    room.types("run -q examples/papers.nemcon")
    told = room.types("run examples/papers.nemcon"), room.types("history"), room.types("status")
    assert room.types("rebuild") == f"Told again from {room.entries()} events.\n"
    assert (room.types("run examples/papers.nemcon"), room.types("history"), room.types("status")) == told
