"""Points of order, appeals, reconsideration, and the statements that delegations enter."""

from tests.cli.terminal import Terminal


def test_a_ruling_is_appealed_against_and_stands_or_is_overruled(room: Terminal) -> None:
    room.plays(r"""
        $ nemcon ruling give "The motion is in order" --by-rule 45 --from "Delegation A" --at 2020-09-08T11:20
        #22  wg7, 1st meeting, 8 Sep 11:20   On a point of order raised by Delegation A, the Chair ruled under rule 45:
            "The motion is in order".
        $ nemcon ruling appeal --tally 20-45-3 --at 2020-09-08T11:25
        Refused: It is not said who appealed.
        Rule:    the record
        Next:    Add: --from DELEGATION
        [1]
        $ nemcon ruling appeal --from "Delegation B" --tally 20-45-3 --at 2020-09-08T11:25
        #23  wg7, 1st meeting, 8 Sep 11:25   Delegation B appealed against the ruling of entry 22; the appeal was
            rejected by a recorded vote of 20 to 45, with 3 abstentions, and the ruling stood.
        $ nemcon ruling appeal --from "Delegation C" --at 2020-09-08T11:26
        Refused: An appeal against that ruling was decided already.
        Rule:    the record
        Next:    For a new ruling: nemcon ruling give
        [1]
        $ nemcon ruling give "The list of speakers is closed" --at 2020-09-08T11:30
        #24  wg7, 1st meeting, 8 Sep 11:30   The Chair ruled: "The list of speakers is closed".
        $ nemcon ruling appeal 23 --from "Delegation B" --overruled --at 2020-09-08T11:31
        Refused: That entry is no ruling of this meeting.
        Rule:    the record
        Next:    nemcon ruling give TEXT --by-rule RULE
        [1]
        $ nemcon ruling appeal 24 --from "Delegation B" --tally 20-45 --overruled --at 2020-09-08T11:31
        Note: 20-45 is read as votes for and against the appeal, and the ruling was overruled.
        #25  wg7, 1st meeting, 8 Sep 11:31   Delegation B appealed against the ruling of entry 24; the appeal was upheld
            by a recorded vote of 20 to 45, and the ruling was overruled.
        $ nemcon ruling appeal 22 --from "Delegation B" --at 2020-09-08T11:32
        Refused: An appeal against that ruling was decided already.
        Rule:    the record
        Next:    For a new ruling: nemcon ruling give
        [1]
    """)


def test_a_decision_or_a_proposal_is_reconsidered_or_not(room: Terminal) -> None:
    room.plays(r"""
        $ nemcon decision take "to meet again in May" --at 2020-09-08T11:00
        #22  wg7, 1st meeting, 8 Sep 11:00   The Working Group decided to meet again in May, there being no objection.
        $ nemcon reconsider #22 --tally 60-20-5 --at 2020-09-08T11:40
        #23  wg7, 1st meeting, 8 Sep 11:40   The Working Group decided to reconsider the decision in entry 22 by a
            recorded vote of 60 to 20, with 5 abstentions.
        $ nemcon reconsider CTOC/COP/WG.7/2020/L.2 --rejected --tally 20-60-5 --at 2020-09-08T11:45
        #24  wg7, 1st meeting, 8 Sep 11:45   The Working Group decided not to reconsider CTOC/COP/WG.7/2020/L.2 by a
            recorded vote of 20 to 60, with 5 abstentions.
        $ nemcon reconsider 21 --at 2020-09-08T11:50
        Refused: That entry is no decision of this meeting.
        Rule:    the record
        Next:    List them: nemcon decision list
        [1]
    """)


def test_a_statement_is_attached_after_the_adoption_and_changes_nothing(room: Terminal) -> None:
    room.plays(r"""
        $ nemcon decision take "approved the programme of work" --item 2 --decision 1 --at 2020-09-08T11:00
        #22  wg7, 1st meeting, 8 Sep 11:00   Under item 2, the Working Group approved the programme of work, there being
            no objection (decision 1).
        $ nemcon statement enter explanation-of-vote "We shall abstain" --to L.5 --before-vote \
            --from "Delegation A" --at 2020-09-08T10:50
        #24  wg7, 1st meeting, 8 Sep 10:50   Delegation A explained its vote on L.5, before the vote: "We shall
            abstain".
        $ nemcon statement enter reservation "We cannot accept paragraph 4" --to 22 --item 2 \
            --from "Delegation B" --at 2020-09-08T11:05
        #25  wg7, 1st meeting, 8 Sep 11:05   Delegation B entered a reservation on entry 22, under item 2: "We cannot
            accept paragraph 4".
        $ nemcon statement enter dissociation "Not in our name" --to 22 --from "Delegation C" --at 2020-09-09
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 9 September 2020.
        #26  wg7, 1st meeting, 9 Sep 2020   Delegation C dissociated itself from entry 22: "Not in our name".
        $ nemcon statement enter for-the-record "Thanks to the interpreters" --from "Delegation D" \
            --at 2020-09-09
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 9 September 2020.
        #27  wg7, 1st meeting, 9 Sep 2020   Delegation D made a statement for the record: "Thanks to the interpreters".
        $ nemcon statement enter explanation-of-position "We joined in" --item 2 --after-vote \
            --from "Delegation A" --at 2020-09-14
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 14 September 2020.
        #28  wg7, 1st meeting, 14 Sep 2020   Delegation A explained its position on item 2, after the decision: "We
            joined in".
        $ nemcon statement enter reservation "We cannot accept it" --at 2020-09-09
        Refused: It is not said whose statement it is.
        Rule:    the record
        Next:    Add: --from DELEGATION
        [1]
        $ nemcon decision number 2 22 --at 2020-09-10
        Refused: That decision has its number already: 1.
        Rule:    the record
        Next:    A number, once given, stays. With a second part it becomes that of the first: nemcon
                 decision part
        [1]
    """)


def test_a_statement_is_attached_to_a_text_under_silence_and_does_not_break_it(bureau: Terminal) -> None:
    bureau.plays(r"""
        $ nemcon silence circulate topics UNTOC-COP/XBUREAU "Topics for 2020" --until "2020-05-01 18:00" \
            --at 2020-04-24T09:00
        #5  topics, 24 Apr 09:00   UNTOC-COP/XBUREAU put "Topics for 2020" under silence until 6 p.m., Friday, 1 May
            2020.  [restricted]
        $ nemcon statement enter explanation-of-position "We join the consensus" --silence topics \
            --from "Delegation A" --at 2020-04-30
        #6  topics, 30 Apr 2020   Delegation A explained its position on "Topics for 2020", under the silence procedure:
            "We join the consensus".  [restricted]
        $ nemcon silence announce topics --at 2020-05-02
        #7  topics, 2 May 2020   It was announced that silence had concluded without objection and that "Topics for
            2020" was adopted.  [restricted]
        $ nemcon statement enter interpretative-statement "Topics do not bind" --silence topics \
            --from "Delegation B" --at 2020-05-03
        #8  topics, 3 May 2020   Delegation B made an interpretative statement on "Topics for 2020", under the silence
            procedure: "Topics do not bind".  [restricted]
        $ nemcon silence show topics
        Register of silence procedures

        topics (UNTOC-COP/XBUREAU): Topics for 2020. Circulated on 24 April 2020, silence until 6 p.m.,
        Friday, 1 May 2020 (2020-05-01 16:00 UTC, printed on the clock of Europe/Vienna). Announced:
        adopted. Two statements are attached.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon silence agreed plan UNTOC-COP/XBUREAU "Meeting plan" --at 2019-08-30
        #9  plan, 30 Aug 2019   UNTOC-COP/XBUREAU agreed, under the silence procedure, on "Meeting plan".  [restricted]
        $ nemcon statement enter reservation "As to the dates" --silence plan --from "Delegation B" \
            --at 2019-09-01
        #10  plan, 1 Sep 2019   Delegation B entered a reservation on "Meeting plan", under the silence procedure: "As
            to the dates".  [restricted]
        $ nemcon statement enter reservation "As to the dates" --silence plan --item 2 --from "Delegation B" \
            --at 2019-09-01
        Refused: A statement on a silence procedure belongs to no meeting.
        Next:    Give --silence alone.
        [1]
        $ nemcon silence draft venue UNTOC-COP/XBUREAU "Venue" --at 2020-04-20
        #11  venue, 20 Apr 2020   The text of "Venue" was drafted, to be put under silence by UNTOC-COP/XBUREAU.
            [restricted]
        $ nemcon statement enter reservation "Not there" --silence venue --from "Delegation B" --at 2020-04-21
        Refused: The silence procedure venue is drafted and was not circulated by then.
        Rule:    the record
        Next:    Circulate it first: nemcon silence circulate KEY BODY SUBJECT --until WHEN
        [1]
    """)
