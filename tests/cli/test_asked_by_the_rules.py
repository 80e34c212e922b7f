"""What the rules ask of an act at the terminal: the wait of an additional item, notice, who may break a silence."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, moment

ADDRESSED = """
title = "its own rules"

[[rule]]
question = "silence objectors"
number = "6"
says = "Those to whom the text was circulated may break silence."
source = "made for the tests"
word = "addressees"
"""


def test_an_additional_item_waits_seven_days_unless_two_thirds_decide_otherwise(empty: Terminal) -> None:
    empty.clock.now = moment("2026-01-01 12:00")
    empty.plays(r"""
        $ nemcon body add UNGA "General Assembly" --rules unga --says session --zone America/New_York --at 2000-01-01
        #1  UNGA, 1 Jan 2000   The General Assembly (UNGA) entered the register; it applies the rules of procedure of
            the General Assembly.
        $ nemcon meeting schedule ga80 UNGA --ordinal 80 --place "New York" --dates 2025-09-09..2026-09-08 \
            --at 2025-01-10
        #2  ga80, 10 Jan 2025   The eightieth session of the General Assembly was scheduled for 9 September 2025 to 8
            September 2026, in New York.
        $ nemcon agenda issue --symbol A/80/150 --item "Opening of the session" --item Oceans --issued 2025-07-01 \
            --at 2025-07-01
        Note: Notice given: 70 days; rule 12 of the rules of procedure of the General Assembly asks for 60.
        #3  ga80, 1 Jul 2025   The provisional agenda, A/80/150, was issued with two items.
        $ nemcon agenda issue --symbol A/80/150* --revised --called "provisional agenda" \
            --item "Opening of the session" --item Oceans --issued 2025-07-02 --at 2025-07-02
        #4  ga80, 2 Jul 2025   The provisional agenda, A/80/150*, was reissued; its list of items is the same.
        $ nemcon meeting open --at 2025-09-09T15:00
        #5  ga80, 1st meeting, 9 Sep 15:00   The first plenary meeting was called to order.
        #6  ga80, 1st meeting, 9 Sep 15:00   The eightieth session of the General Assembly was opened.
        $ nemcon agenda adopt --at 2025-09-09T15:10
        #7  ga80, 1st meeting, 9 Sep 15:10   The General Assembly adopted its agenda, there being no objection.
        $ nemcon item add "A crisis" --urgent --from "Delegation A" --how recorded --tally 90-3-20 --at 2025-09-09T15:20
        #8  ga80, 1st meeting, 9 Sep 15:20   The General Assembly added item 3, "A crisis", to its agenda, of an
            important and urgent character by a recorded vote of 90 to 3, with 20 abstentions.
        $ nemcon plenary close --at 2025-09-09T18:00
        #9  ga80, 1st meeting, 9 Sep 18:00   The first plenary meeting rose.
        $ nemcon plenary open --at 2025-09-15T10:00
        #10  ga80, 2nd meeting, 15 Sep 10:00   The second plenary meeting was called to order.
        $ nemcon item take-up 3 --at 2025-09-15T10:05
        Refused: Item 3 was placed on the agenda on 9 September 2025 (entry 8), as an additional item. An
                 additional item is considered once seven days have passed since it was placed on the agenda
                 and a committee has reported on it, unless two thirds decide otherwise.
        Rule:    rule 15 of the rules of procedure of the General Assembly
        Next:    If the body decided otherwise: --notwithstanding 15 --authority REF
        [1]
        $ nemcon item take-up 3 --at 2025-09-15T10:05 --notwithstanding 15 --authority "decision 80/503"
        #11  ga80, 2nd meeting, 15 Sep 10:05   The General Assembly took up item 3.  [notwithstanding rule 15, under
            decision 80/503]
        $ nemcon item suspend 3 --at 2025-09-15T11:00
        #12  ga80, 2nd meeting, 15 Sep 11:00   The General Assembly suspended its consideration of item 3.
        $ nemcon plenary close --at 2025-09-15T11:05
        #13  ga80, 2nd meeting, 15 Sep 11:05   The second plenary meeting rose.
        $ nemcon plenary open --at 2025-09-16T10:00
        #14  ga80, 3rd meeting, 16 Sep 10:00   The third plenary meeting was called to order.
        $ nemcon item take-up 3 --at 2025-09-16T10:05
        Note: No paper of a committee is listed under item 3; rule 15 of the rules of procedure of the General Assembly
            asks that one has reported on it.
        #15  ga80, 3rd meeting, 16 Sep 10:05   The General Assembly resumed its consideration of item 3.
        $ nemcon document list 3 A/80/250 "Report of the General Committee" --at 2025-09-16T10:06
        #16  ga80, 3rd meeting, 16 Sep 10:06   The document A/80/250, "Report of the General Committee", was listed
            under item 3.
        $ nemcon item suspend 3 --at 2025-09-16T10:30
        #17  ga80, 3rd meeting, 16 Sep 10:30   The General Assembly suspended its consideration of item 3.
        $ nemcon item take-up 3 --at 2025-09-16T11:05
        #18  ga80, 3rd meeting, 16 Sep 11:05   The General Assembly resumed its consideration of item 3.
    """)


def test_a_special_session_has_its_own_notice_and_rules_of_regular_sessions_do_not_bind_it(empty: Terminal) -> None:
    empty.clock.now = moment("2022-01-01 12:00")
    empty.plays(r"""
        $ nemcon body add UNGA "General Assembly" --rules unga --says session --zone America/New_York --at 2000-01-01
        #1  UNGA, 1 Jan 2000   The General Assembly (UNGA) entered the register; it applies the rules of procedure of
            the General Assembly.
        $ nemcon meeting schedule s32 UNGA --special --ordinal 32 --place "New York" --dates 2021-06-02..2021-06-04 \
            --at 2021-01-10
        #2  s32, 10 Jan 2021   The thirty-second special session of the General Assembly was scheduled for 2 to 4 June
            2021, in New York.
        $ nemcon agenda issue --item "Opening of the session" --item Corruption --issued 2021-05-25 --at 2021-05-25
        Note: Notice given: 8 days; rule 16 of the rules of procedure of the General Assembly asks for 10. Notice is
            short.
        #3  s32, 25 May 2021   The provisional agenda was issued with two items.
        $ nemcon item add "Credentials" --at 2021-05-28
        #4  s32, 28 May 2021   An oral amendment was proposed: a new item, "Credentials".
        $ nemcon meeting open --at 2021-06-02T10:00
        #5  s32, 1st meeting, 2 Jun 10:00   The first plenary meeting was called to order.
        #6  s32, 1st meeting, 2 Jun 10:00   The thirty-second special session of the General Assembly was opened.
        $ nemcon agenda adopt --at 2021-06-02T10:10
        #7  s32, 1st meeting, 2 Jun 10:10   The General Assembly adopted its agenda, as orally amended, there being no
            objection.
        $ nemcon meeting close --remaining lapse --at 2021-06-04T18:00
        Note: Sitting 1, opened on 2 June 2021, has not risen; this is dated 4 June 2021.
        #8  s32, 1st meeting, 4 Jun 18:00   The thirty-second special session of the General Assembly was closed; the
            consideration of items 1, 2 and 3 lapsed.
        #9  s32, 1st meeting, 4 Jun 18:00   The first plenary meeting rose.
    """)


def test_an_objection_of_somebody_to_whom_the_text_was_not_circulated_is_remarked_on(bureau: Terminal) -> None:
    bureau.plays(r"""
        $ nemcon silence circulate topics UNTOC-COP/XBUREAU "Topics" --until "2020-05-01 18:00" \
            --to "Delegation A" --to "Delegation B" --at 2020-04-24T09:00
        #5  topics, 24 Apr 09:00   UNTOC-COP/XBUREAU put "Topics" under silence until 6 p.m., Friday, 1 May 2020 to
            Delegation A and Delegation B.  [restricted]
        $ nemcon silence object topics --received 2020-04-28T10:00 --from "delegation b"
        #6  topics, 28 Apr 10:00   Silence was broken by a delegation.  [restricted]
        $ nemcon silence object topics --received 2020-04-29T10:00 --from "Observer C"
        Note: Whoever broke the silence is not among those to whom the text was circulated.
        #7  topics, 29 Apr 10:00   A further objection from a delegation was received.  [restricted]
    """)


def test_where_the_rules_leave_it_to_the_addressees_an_objection_of_another_is_out_of_order(
    empty: Terminal, tmp_path: Path
) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(ADDRESSED)
    empty.types(f'body add ACME "Group of Experts" --rules {rules} --at 2019-01-01')
    empty.plays(r"""
        $ nemcon silence circulate topics ACME "Topics" --until "2020-05-01 18:00" \
            --to "Delegation A" --to "Delegation B" --at 2020-04-24T09:00
        #2  topics, 24 Apr 09:00   ACME put "Topics" under silence until 6 p.m., Friday, 1 May 2020 to Delegation A and
            Delegation B.
        $ nemcon silence object topics --received 2020-04-28T10:00 --from "Delegation B"
        #3  topics, 28 Apr 10:00   Silence was broken by a delegation.
        $ nemcon silence object topics --received 2020-04-29T10:00 --from "Observer C"
        Refused: Whoever broke the silence is not among those to whom the text was circulated. Those to whom
                 the text was circulated may break silence.
        Rule:    rule 6 of its own rules
        Next:    Name the delegation as the letter did; if it may object: --notwithstanding 6 --authority
                 REF
        [1]
        $ nemcon silence object topics --received 2020-04-29T10:00 --from "Observer C" --notwithstanding 6 \
            --authority "ruling of the Chair"
        Note: Whoever broke the silence is not among those to whom the text was circulated.
        #4  topics, 29 Apr 10:00   A further objection from a delegation was received.  [notwithstanding rule 6, under
            ruling of the Chair]
        $ nemcon silence object topics --received 2020-04-30T10:00
        #5  topics, 30 Apr 10:00   A further objection was received.
    """)


def test_a_single_addressee_stands_for_many_and_nobody_is_judged_by_it(bureau: Terminal) -> None:
    bureau.plays(r"""
        $ nemcon silence circulate topics UNTOC-COP/XBUREAU "Topics" --until "2020-05-01 18:00" \
            --to "all States parties" --at 2020-04-24T09:00
        #5  topics, 24 Apr 09:00   UNTOC-COP/XBUREAU put "Topics" under silence until 6 p.m., Friday, 1 May 2020 to all
            States parties.  [restricted]
        $ nemcon silence object topics --received 2020-04-28T10:00 --from "Delegation B"
        #6  topics, 28 Apr 10:00   Silence was broken by a delegation.  [restricted]
    """)


@pytest.mark.parametrize("word", ["", 'word = "everybody"'])
def test_a_rule_on_who_may_break_silence_needs_its_word(empty: Terminal, tmp_path: Path, word: str) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(ADDRESSED.replace('word = "addressees"', word))
    empty.refused(f"body add ACME Group --rules {rules}", "(silence objectors) needs its word.")


def test_a_paper_given_out_while_a_sitting_is_open_belongs_to_none(read: Terminal) -> None:
    read.plays(r"""
        $ nemcon meeting open --at 2020-09-08T10:00
        #13  wg7, 1st meeting, 8 Sep 10:00   The first plenary meeting was called to order.
        #14  wg7, 1st meeting, 8 Sep 10:00   The seventh meeting of the Working Group was opened.
        $ nemcon report draft CTOC/COP/WG.7/2020/L.1 --at 2020-09-08T11:00
        #15  wg7, 1st meeting, 8 Sep 11:00   The draft report, CTOC/COP/WG.7/2020/L.1, prepared by the Secretariat, was
            circulated.
        $ nemcon report issue CTOC/COP/WG.7/2020/4 --issued 2020-09-17 --at 2020-09-17
        Note: The report is issued before its adoption.
        #16  wg7, 17 Sep 2020   The report was issued as CTOC/COP/WG.7/2020/4.
        $ nemcon report issue CTOC/COP/WG.7/2020/4* --issued 2020-09-18 --note "technical reasons" --at 2020-09-18
        Note: The report is issued before its adoption.
        #17  wg7, 18 Sep 2020   The report was reissued as CTOC/COP/WG.7/2020/4*.
        $ nemcon report correct CTOC/COP/WG.7/2020/4/Corr.1 --language fr --at 2020-09-19
        #18  wg7, 19 Sep 2020   A corrigendum to CTOC/COP/WG.7/2020/4 was issued, in French only, as
            CTOC/COP/WG.7/2020/4/Corr.1.
        $ nemcon report show
        Report of the Working Group on the Smuggling of Migrants on its seventh
        meeting (wg7)

        Drafted, not adopted.

        8 September 2020: draft CTOC/COP/WG.7/2020/L.1, prepared by the Secretariat.
        17 September 2020: issued as CTOC/COP/WG.7/2020/4.
        18 September 2020: issued as CTOC/COP/WG.7/2020/4*.
        19 September 2020: corrigendum CTOC/COP/WG.7/2020/4/Corr.1 to
            CTOC/COP/WG.7/2020/4, in French only.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_text_named_by_its_symbol_has_that_symbol(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon body add UNGA "General Assembly" --also A --at 2000-01-01
        #1  UNGA, 1 Jan 2000   The General Assembly (UNGA) entered the register.
        #2  UNGA, 1 Jan 2000   The General Assembly is also written "A".
        $ nemcon resolution record A/RES/76/16 "Return of cultural property" --adopted 2021-12-06
        #3  UNGA 76/16, 6 Dec 2021   Resolution 76/16 of UNGA, "Return of cultural property", adopted on 6 December
            2021, entered the record.
        $ nemcon resolution reissue A/RES/76/16 --reason "technical reasons" --at 2022-01-10
        #5  UNGA 76/16, 10 Jan 2022   Resolution 76/16 of UNGA was reissued as A/RES/76/16*: technical reasons.
        $ nemcon history resolution A/RES/76/16
        History of UNGA 76/16

        6 December 2021

          #3  Resolution 76/16 of UNGA, "Return of cultural property", adopted on 6 December 2021, entered
              the record.

        10 January 2022

          #5  Resolution 76/16 of UNGA was reissued as A/RES/76/16*: technical reasons.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon resolution record A/DEC/77/505 "Agenda" --adopted 2022-09-16
        #6  UNGA 77/505, 16 Sep 2022   Decision 77/505 of UNGA, "Agenda", adopted on 16 September 2022, entered the
            record.
        $ nemcon resolution record "UNGA 66/253 B" "The situation" --adopted 2012-08-03
        #8  UNGA 66/253 B, 3 Aug 2012   Resolution 66/253 B of UNGA, "The situation", adopted on 3 August 2012, entered
            the record.
        $ nemcon lineage "resolution 66/253, sect. B"
        Resolution UNGA 66/253 B, "The situation" (3 August 2012)

        No link is recorded.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon resolution list
        Register of texts, 1 September 2020

        Resolution 66/253 B of UNGA, "The situation", 3 August 2012.
        Resolution 76/16 of UNGA (A/RES/76/16), "Return of cultural property", 6 December 2021. Not yet in
          effect.
        Decision 77/505 of UNGA, "Agenda", 16 September 2022. Not yet in effect.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon resolution relate "UNGA 80/1" recalls "UNGA 76/16"
        Refused: UNGA resolution 80/1 is not in the record.
        Next:    nemcon resolution record "UNGA resolution 80/1" TITLE; where it is only cited: nemcon
                 resolution cited "UNGA resolution 80/1"
        [1]
    """)


def test_a_body_rests_on_the_text_that_set_it_up_and_ends_with_the_one_that_says_so(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon body add COP "Conference of the Parties" --at 2000-01-01
        #1  COP, 1 Jan 2000   The Conference of the Parties (COP) entered the register.
        $ nemcon resolution record "COP 2/1" "Working methods" --adopted 2010-10-10
        #2  COP 2/1, 10 Oct 2010   Resolution 2/1 of COP, "Working methods", adopted on 10 October 2010, entered the
            record.
        $ nemcon resolution record "COP 9/1" "Streamlining" --adopted 2018-10-10
        #4  COP 9/1, 10 Oct 2018   Resolution 9/1 of COP, "Streamlining", adopted on 10 October 2018, entered the
            record.
        $ nemcon body add COP/WG.1 "Working Group" --parent COP --authority "COP 2/1" --at 2010-10-10
        #6  COP/WG.1, 10 Oct 2010   The Working Group (COP/WG.1) entered the register under COP.
        $ nemcon body discontinue COP/WG.1 --authority "COP 9/1" --at 2019-01-01
        #7  COP/WG.1, 1 Jan 2019   The Working Group was discontinued.
        $ nemcon lineage "COP 2/1"
        Resolution COP 2/1, "Working methods" (10 October 2010)

        Rests on this
        └── basis of body COP/WG.1, "Working Group"

        Generated from the record of the meeting. This is not an official document.
        $ nemcon lineage "COP 9/1"
        Resolution COP 9/1, "Streamlining" (10 October 2018)

        Rests on this
        └── discontinues body COP/WG.1, "Working Group"

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_session_that_was_closed_and_is_reconvened_has_a_report_of_its_own(empty: Terminal) -> None:
    empty.clock.now = moment("2021-01-01 12:00")
    empty.plays(r"""
        $ nemcon body add CND "Commission on Narcotic Drugs" --zone Europe/Vienna --says session --at 1946-02-16
        #1  CND, 16 Feb 1946   The Commission on Narcotic Drugs (CND) entered the register.
        $ nemcon meeting schedule cnd63 CND --ordinal 63 --place Vienna --dates 2020-03-02..2020-03-06 --at 2019-12-01
        #2  cnd63, 1 Dec 2019   The sixty-third session of the Commission on Narcotic Drugs was scheduled for 2 to 6
            March 2020, in Vienna.
        $ nemcon meeting open --presiding President --at 2020-03-06T10:00
        #3  cnd63, 1st meeting, 6 Mar 10:00   The first plenary meeting was called to order.
        #4  cnd63, 1st meeting, 6 Mar 10:00   The sixty-third session of the Commission was opened.
        #5  cnd63, 1st meeting, 6 Mar 10:00   The President presided.
        $ nemcon report draft E/CN.7/2020/L.1 --at 2020-03-06T10:05
        #6  cnd63, 1st meeting, 6 Mar 10:05   The draft report, E/CN.7/2020/L.1, prepared by the Secretariat, was
            circulated.
        $ nemcon report adopt --ad-referendum --at 2020-03-06T10:10
        #7  cnd63, 1st meeting, 6 Mar 10:10   The Commission adopted the report on its session, ad referendum, there
            being no objection.
        $ nemcon meeting close --at 2020-03-06T11:00
        #8  cnd63, 1st meeting, 6 Mar 11:00   The sixty-third session of the Commission was closed.
        #9  cnd63, 1st meeting, 6 Mar 11:00   The first plenary meeting rose.
        $ nemcon report issue E/2020/28 --issued 2020-04-01
        #10  cnd63, 1 Apr 2020   The report was issued as E/2020/28.
        $ nemcon meeting reconvene cnd63 --dates 2020-12-02..2020-12-04 --at 2020-06-01
        #11  cnd63, 1 Jun 2020   The sixty-third session of the Commission was reconvened for 2 to 4 December 2020.
        $ nemcon report draft E/CN.7/2020/L.2 --at 2020-11-20
        Refused: The report was adopted on 6 March 2020 (entry 7).
        Rule:    the record
        Next:    What is adopted is corrected by a corrigendum: nemcon report correct SYMBOL
        [1]
        $ nemcon meeting open --at 2020-12-04T10:00
        #12  cnd63, 2nd meeting, 4 Dec 10:00   The second plenary meeting was called to order.
        #13  cnd63, 2nd meeting, 4 Dec 10:00   The reconvened sixty-third session of the Commission was opened.
        $ nemcon report draft E/CN.7/2020/L.2 --at 2020-12-04T10:05
        Refused: The report adopted ad referendum on 6 March 2020 (entry 7) has not been confirmed.
        Rule:    the record
        Next:    nemcon report confirm; then the report of the reconvened session is drafted
        [1]
        $ nemcon report confirm --at 2020-12-04T10:06
        #14  cnd63, 2nd meeting, 4 Dec 10:06   The adoption ad referendum, on 6 March 2020, of the report on its session
            was confirmed.
        $ nemcon report draft E/CN.7/2020/L.2 --at 2020-12-04T10:07
        #15  cnd63, 2nd meeting, 4 Dec 10:07   The draft report of the reconvened session, E/CN.7/2020/L.2, prepared by
            the Secretariat, was circulated.
        $ nemcon report amend 4 "Ten States" --at 2020-12-04T10:08
        #16  cnd63, 2nd meeting, 4 Dec 10:08   Paragraph 4 of the draft report was amended orally: "Ten States".
        $ nemcon report adopt --at 2020-12-04T10:10
        #17  cnd63, 2nd meeting, 4 Dec 10:10   The Commission adopted the report on its reconvened session, as orally
            amended, there being no objection.
        $ nemcon report draft E/CN.7/2020/L.3 --at 2020-12-04T10:12
        Refused: The report was adopted on 4 December 2020 (entry 17).
        Rule:    the record
        Next:    What is adopted is corrected by a corrigendum: nemcon report correct SYMBOL
        [1]
        $ nemcon report issue E/2020/28/Add.1 --also E/CN.7/2020/15/Add.1 --issued 2020-12-20
        #18  cnd63, 20 Dec 2020   The report was issued as E/2020/28/Add.1, also as E/CN.7/2020/15/Add.1.
        $ nemcon report show
        Report of the Commission on Narcotic Drugs on its sixty-third session (cnd63)

        Adopted.

        Of the reconvened session: adopted.

        6 March 2020: draft E/CN.7/2020/L.1, prepared by the Secretariat.
        6 March 2020: adopted, ad referendum, there being no objection.
        1 April 2020: issued as E/2020/28.
        4 December 2020: the adoption confirmed.
        4 December 2020: draft E/CN.7/2020/L.2, prepared by the Secretariat.
        4 December 2020: paragraph 4 amended orally: "Ten States".
        4 December 2020: adopted, with one oral amendment, there being no objection.
        20 December 2020: issued as E/2020/28/Add.1 and E/CN.7/2020/15/Add.1.

        Generated from the record of the meeting. This is not an official document.
    """)
    now = json.loads(empty.types("report show --json"))
    before = now["before"]
    assert [one["symbol"] for one in before["drafts"]] == ["E/CN.7/2020/L.1"]
    assert [one["symbol"] for one in now["drafts"]] == ["E/CN.7/2020/L.2"]


def test_the_acts_of_a_meeting_of_a_bureau_are_restricted_unless_said_otherwise(bureau: Terminal) -> None:
    bureau.plays(r"""
        $ nemcon meeting schedule b1 UNTOC-COP/XBUREAU --dates 2020-05-04 --place Vienna --at 2020-04-20
        #5  b1, 20 Apr 2020   A meeting of the extended Bureau of the Conference of the Parties was scheduled for 4 May
            2020, in Vienna.  [restricted]
        $ nemcon agenda issue -m b1 --item Topics --item Dates --issued 2020-04-21 --at 2020-04-21 --general
        Note: Notice given: 13 days; rule 9 of the rules of procedure of the Conference of the Parties to UNTOC asks for
            60. Notice is short.
        #6  b1, 21 Apr 2020   The provisional agenda was issued with two items.
        $ nemcon meeting open -m b1 --at 2020-05-04T10:00
        #7  b1, 1st meeting, 4 May 10:00   The first plenary meeting was called to order.  [restricted]
        #8  b1, 1st meeting, 4 May 10:00   The meeting of the extended Bureau was opened.  [restricted]
        $ nemcon decision take "to propose four topics" -m b1 --at 2020-05-04T10:30
        #9  b1, 1st meeting, 4 May 10:30   The extended Bureau decided to propose four topics, there being no objection.
            [restricted]
        $ nemcon decision take "to publish the topics" -m b1 --at 2020-05-04T10:40 --general
        #10  b1, 1st meeting, 4 May 10:40   The extended Bureau decided to publish the topics, there being no objection.
        $ nemcon print history -m b1
        History of b1

        21 April 2020

          #6   The provisional agenda was issued with two items.

        4 May 2020

          #10  (1st meeting, 10.40 a.m.) The extended Bureau decided to publish the topics, there being no
               objection.

        Four restricted acts left out.

        Generated from the record of the meeting. This is not an official document.
    """)
