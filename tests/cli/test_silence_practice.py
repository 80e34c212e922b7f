"""How bodies use silence: their letters, rounds, breaks and announcements, replayed as acts."""

from tests.cli.terminal import Terminal, moment


def test_the_assembly_adopts_by_silence_and_takes_note_in_its_first_plenary(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon body add UNGA "United Nations General Assembly" --rules unga-2020 --zone America/New_York \
            --says session --at 1946-01-10
        #1  UNGA, 10 Jan 1946   The United Nations General Assembly (UNGA) entered the register; it applies the
            decisions of the General Assembly of 2020, and where they are silent the rules of procedure of the General
            Assembly.
        $ nemcon meeting schedule ga74 UNGA --ordinal 74 --place "New York" --dates 2019-09-17..2020-09-15 \
            --at 2019-06-01
        #2  ga74, 1 Jun 2019   The seventy-fourth session of the United Nations General Assembly was scheduled for 17
            September 2019 to 15 September 2020, in New York.
        $ nemcon silence draft covid UNGA "Global solidarity to fight COVID-19" --text examples/agenda.txt \
            --language en --at 2020-03-27
        #3  covid, 27 Mar 2020   The text of "Global solidarity to fight COVID-19" (agenda.txt, en) was drafted, to be
            put under silence by UNGA.
        $ nemcon silence circulate covid UNGA "Global solidarity to fight COVID-19" --text examples/agenda.txt \
            --language en --until "2020-04-02 18:00" --from "the President of the General Assembly" \
            --basis "decision 74/544" --basis-until 2020-05-31 --bears-on A/74/L.52 --at 2020-03-31T12:00
        Refused: Silence until 6 p.m., Thursday, 2 April 2020 is shorter than 72 hours. A silence procedure
                 lasts at least 72 hours.
        Rule:    rule 74/544 of the decisions of the General Assembly of 2020
        Next:    Set a later deadline: --until WHEN; if the body waived the rule: --notwithstanding RULE
                 --authority REF
        [1]
        $ nemcon silence circulate covid UNGA "Global solidarity to fight COVID-19" --text examples/agenda.txt \
            --language en --until "2020-04-02 18:00" --from "the President of the General Assembly" \
            --basis "decision 74/544" --basis-until 2020-05-31 --bears-on A/74/L.52 --at 2020-03-30T12:00
        Note: No addressee is named; rule 74/544 of the decisions of the General Assembly of 2020: The drafts are
            circulated to all Member States.
        #4  covid, 30 Mar 12:00   UNGA put "Global solidarity to fight COVID-19" (agenda.txt, en) under silence, by a
            letter of the President of the General Assembly, until 6 p.m., Thursday, 2 April 2020, bearing on A/74/L.52,
            under decision 74/544, in effect until 31 May 2020.
        $ nemcon statement enter explanation-of-position "We join the consensus" --silence covid \
            --from "Delegation A" --at 2020-04-02
        #5  covid, 2 Apr 2020   Delegation A explained its position on "Global solidarity to fight COVID-19", under the
            silence procedure: "We join the consensus".
        $ nemcon silence announce covid --at 2020-04-02T18:01
        #6  covid, 2 Apr 18:01   It was announced that silence had concluded without objection and that "Global
            solidarity to fight COVID-19" was adopted on 2 April 2020, when silence expired.
        $ nemcon resolution record "UNGA 74/270" "Global solidarity to fight the coronavirus disease 2019" \
            --adopted 2020-04-02 --how silence --symbol A/RES/74/270
        #7  UNGA 74/270, 2 Apr 2020   Resolution 74/270 of UNGA, "Global solidarity to fight the coronavirus disease
            2019", adopted on 2 April 2020 under the silence procedure, entered the record.
        $ nemcon silence note covid --by-meeting ga74 --at 2020-09-01
        #9  covid, 1 Sep 2020   A plenary meeting of ga74 took note of the outcome of the silence procedure on "Global
            solidarity to fight COVID-19".
        $ nemcon silence show covid
        Register of silence procedures

        covid (UNGA): Global solidarity to fight COVID-19. Circulated on 30 March 2020, silence until 6
        p.m., Thursday, 2 April 2020 (2020-04-02 22:00 UTC, printed on the clock of America/New_York).
        Announced: adopted. Adopted on 2 April 2020. A plenary meeting took note of it. One statement is
        attached.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_the_basis_lapses_while_silence_is_running_and_is_extended_through_itself(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon body add UNGA "United Nations General Assembly" --rules unga-2020 --zone America/New_York \
            --says session --at 1946-01-10
        #1  UNGA, 10 Jan 1946   The United Nations General Assembly (UNGA) entered the register; it applies the
            decisions of the General Assembly of 2020, and where they are silent the rules of procedure of the General
            Assembly.
        $ nemcon silence circulate basis-1 UNGA "Decision-making procedure" --until "2020-05-15 18:00" \
            --basis "decision 74/544" --basis-until 2020-05-31 --at 2020-05-12T12:00
        Note: No addressee is named; rule 74/544 of the decisions of the General Assembly of 2020: The drafts are
            circulated to all Member States.
        #2  basis-1, 12 May 12:00   UNGA put "Decision-making procedure" under silence until 6 p.m., Friday, 15 May
            2020, under decision 74/544, in effect until 31 May 2020.
        $ nemcon silence announce basis-1 --at 2020-05-15T18:05
        #3  basis-1, 15 May 18:05   It was announced that silence had concluded without objection and that
            "Decision-making procedure" was adopted on 15 May 2020, when silence expired.
        $ nemcon silence circulate topics UNGA "Topics" --until "2020-06-02 12:00" --basis "decision 74/544" \
            --basis-until 2020-05-31 --at 2020-05-29T12:00
        Note: No addressee is named; rule 74/544 of the decisions of the General Assembly of 2020: The drafts are
            circulated to all Member States.
        Note: The basis, decision 74/544, lapses on 31 May 2020, before the deadline.
        #4  topics, 29 May 12:00   UNGA put "Topics" under silence until 12 noon, Tuesday, 2 June 2020, under decision
            74/544, in effect until 31 May 2020.
        $ nemcon silence list --check
        topics (UNGA): Its basis lapsed on 31 May 2020, before the deadline.
        $ nemcon silence renew topics --basis "decision 74/555" --until 2020-05-30 --at 2020-05-30
        Refused: 30 May 2020 is not after the day on which decision 74/544 lapses, 31 May 2020.
        Rule:    the record
        Next:    Give the later day: --until DATE
        [1]
        $ nemcon silence renew topics --basis "decision 74/555" --until 2020-06-30 --at 2020-05-30
        #5  topics, 30 May 2020   The basis of the silence procedure on "Topics" was extended until 30 June 2020 by
            decision 74/555.
        $ nemcon silence list --check
        Every silence procedure is in order.
        $ nemcon silence renew basis-1 --basis "decision 74/555" --until 2020-06-30 --at 2020-05-30
        Refused: The result of basis-1 was announced already: adopted.
        Rule:    the record
        Next:    Another text has a procedure of its own: nemcon silence circulate KEY BODY SUBJECT; if that
                 was an error: nemcon history silence basis-1, then nemcon strike ENTRY --reason TEXT
        [1]
        $ nemcon silence announce topics --at 2020-06-02T12:01
        #6  topics, 2 Jun 12:01   It was announced that silence had concluded without objection and that "Topics" was
            adopted on 2 June 2020, when silence expired.
        $ nemcon silence circulate late UNGA "Late" --until "2020-06-05 12:00" --basis "decision 74/544" \
            --basis-until 2020-05-31 --at 2020-06-01T12:00
        Refused: The basis, decision 74/544, lapsed on 31 May 2020, before the circulation.
        Rule:    the record
        Next:    Name the decision in force and its last day: --basis REF --basis-until DATE
        [1]
    """)


def test_silence_concludes_under_a_basis_that_lapsed_and_the_announcement_says_so(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon body add UNGA "United Nations General Assembly" --rules unga-2020 --zone America/New_York \
            --says session --at 1946-01-10
        #1  UNGA, 10 Jan 1946   The United Nations General Assembly (UNGA) entered the register; it applies the
            decisions of the General Assembly of 2020, and where they are silent the rules of procedure of the General
            Assembly.
        $ nemcon silence circulate topics UNGA "Topics" --until "2020-06-02 12:00" --basis "decision 74/544" \
            --basis-until 2020-05-31 --at 2020-05-29T12:00
        Note: No addressee is named; rule 74/544 of the decisions of the General Assembly of 2020: The drafts are
            circulated to all Member States.
        Note: The basis, decision 74/544, lapses on 31 May 2020, before the deadline.
        #2  topics, 29 May 12:00   UNGA put "Topics" under silence until 12 noon, Tuesday, 2 June 2020, under decision
            74/544, in effect until 31 May 2020.
        $ nemcon silence announce topics --at 2020-06-02T12:01
        Note: The basis, decision 74/544, lapsed on 31 May 2020, before the deadline.
        #3  topics, 2 Jun 12:01   It was announced that silence had concluded without objection and that "Topics" was
            adopted on 2 June 2020, when silence expired.
        $ nemcon silence circulate plain UNGA "Plain" --until "2020-06-12 12:00" --at 2020-06-08T12:00
        Note: No addressee is named; rule 74/544 of the decisions of the General Assembly of 2020: The drafts are
            circulated to all Member States.
        #4  plain, 8 Jun 12:00   UNGA put "Plain" under silence until 12 noon, Friday, 12 June 2020.
        $ nemcon silence renew plain --basis "decision 74/555" --until 2020-06-30 --at 2020-06-08T13:00
        Refused: Of plain no basis that lapses is recorded.
        Rule:    the record
        Next:    Nothing needs to be done.
        [1]
    """)


def test_silence_is_broken_by_an_amendment_and_another_draft_is_put_under_silence_and_extended(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon body add UNGA "United Nations General Assembly" --rules unga-2020 --zone America/New_York \
            --says session --at 1946-01-10
        #1  UNGA, 10 Jan 1946   The United Nations General Assembly (UNGA) entered the register; it applies the
            decisions of the General Assembly of 2020, and where they are silent the rules of procedure of the General
            Assembly.
        $ nemcon silence circulate un75 UNGA "Declaration on the seventy-fifth anniversary" \
            --text examples/agenda.txt --until "2020-06-19 18:00" --printed "6:00 p.m. on Friday, 19 June 2020" \
            --from "the President of the General Assembly" --at 2020-06-16T10:00
        Note: No addressee is named; rule 74/544 of the decisions of the General Assembly of 2020: The drafts are
            circulated to all Member States.
        #2  un75, 16 Jun 10:00   UNGA put "Declaration on the seventy-fifth anniversary" (agenda.txt) under silence, by
            a letter of the President of the General Assembly, until 6:00 p.m. on Friday, 19 June 2020.
        $ nemcon silence object un75 --received 2020-06-19T17:00 --from Ruritania \
            --amendment "insert: shared vision"
        #3  un75, 19 Jun 17:00   Silence was broken by a delegation; an amendment was proposed: "insert: shared vision".
        $ nemcon silence replace un75 --text examples/hybrid.txt --until "2020-07-07 18:00" \
            --at 2020-07-03T10:00
        #4  un75, 3 Jul 10:00   Another text of "Declaration on the seventy-fifth anniversary" (hybrid.txt) was put
            under silence in its place until 6 p.m., Tuesday, 7 July 2020.
        $ nemcon silence extend un75 --until "2020-07-08 18:00" --at 2020-07-06
        #5  un75, 6 Jul 2020   Silence on "Declaration on the seventy-fifth anniversary" was extended until 6 p.m.,
            Wednesday, 8 July 2020.
        $ nemcon silence announce un75 --at 2020-07-08T18:30
        #6  un75, 8 Jul 18:30   It was announced that silence had concluded without objection and that "Declaration on
            the seventy-fifth anniversary" was adopted on 8 July 2020, when silence expired.
        $ nemcon history silence un75
        History of un75

        16 June 2020

          #2  (10 a.m.) UNGA put "Declaration on the seventy-fifth anniversary" (agenda.txt) under silence,
              by a letter of the President of the General Assembly, until 6:00 p.m. on Friday, 19 June 2020.

        19 June 2020

          #3  (5 p.m.) Silence was broken by a delegation; an amendment was proposed: "insert: shared
              vision".

        3 July 2020

          #4  (10 a.m.) Another text of "Declaration on the seventy-fifth anniversary" (hybrid.txt) was put
              under silence in its place until 6 p.m., Tuesday, 7 July 2020.

        6 July 2020

          #5  Silence on "Declaration on the seventy-fifth anniversary" was extended until 6 p.m.,
              Wednesday, 8 July 2020.

        8 July 2020

          #6  (6.30 p.m.) It was announced that silence had concluded without objection and that
              "Declaration on the seventy-fifth anniversary" was adopted on 8 July 2020, when silence
              expired.

        One value withheld.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_an_objection_counts_when_both_addressees_received_it(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon body add AEWA "Meeting of the Parties to AEWA" --zone Europe/Berlin --at 1999-11-06
        #1  AEWA, 6 Nov 1999   The Meeting of the Parties to AEWA (AEWA) entered the register.
        $ nemcon silence circulate ex2 AEWA "Draft Resolution Ex.2" --until "2021-11-30 23:59" \
            --objections-to "Chair" --objections-to "Executive Secretary" --basis "Resolution Ex.1" \
            --to "all Parties" --at 2021-10-20
        #2  ex2, 20 Oct 2021   AEWA put "Draft Resolution Ex.2" under silence until 11.59 p.m., Tuesday, 30 November
            2021 to all Parties, under Resolution Ex.1, objections to reach the Chair and the Executive Secretary.
        $ nemcon silence object ex2 --received 2021-11-29T10:00 --to chair --channel note-verbale \
            --from Ruritania
        #3  ex2, 29 Nov 10:00   An objection from a delegation was received, by note verbale to the Chair; it does not
            count, for it did not reach the Executive Secretary.
        $ nemcon silence show ex2
        Register of silence procedures

        ex2 (AEWA): Draft Resolution Ex.2. Circulated on 20 October 2021, silence until 11.59 p.m., Tuesday,
        30 November 2021 (2021-11-30 22:59 UTC, printed on the clock of Europe/Berlin). One objection that
        did not reach all who must receive it, from a delegation. Running.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon silence object ex2 --received 2021-11-29T11:00 --to Depositary --from Ruritania
        Refused: Objections to ex2 go to Chair and Executive Secretary, not to Depositary.
        Rule:    the record
        Next:    Name those who received it: --to WHO; what reached none of them is no objection.
        [1]
        $ nemcon silence object ex2 --received 2021-11-30T10:00 --to Chair --to "Executive Secretary" \
            --channel letter --from Graustark
        #4  ex2, 30 Nov 10:00   Silence was broken by a delegation, by letter to the Chair and the Executive Secretary.
        $ nemcon silence retract ex2 --which 5 --received 2021-11-30T11:00
        Refused: There is no entry 5 in the record.
        Next:    Look it up: nemcon history
        [1]
        $ nemcon silence retract ex2 --which 4 --received 2021-11-30T11:10
        #5  ex2, 30 Nov 11:10   The objection of entry 4 was retracted.
        $ nemcon silence show ex2
        Register of silence procedures

        ex2 (AEWA): Draft Resolution Ex.2. Circulated on 20 October 2021, silence until 11.59 p.m., Tuesday,
        30 November 2021 (2021-11-30 22:59 UTC, printed on the clock of Europe/Berlin). One objection
        retracted in time, from a delegation. One objection that did not reach all who must receive it, from
        a delegation. Running.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_an_objection_to_one_of_two_addressees_may_be_admitted_by_a_ruling(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon body add AEWA "Meeting of the Parties to AEWA" --zone Europe/Berlin --at 1999-11-06
        #1  AEWA, 6 Nov 1999   The Meeting of the Parties to AEWA (AEWA) entered the register.
        $ nemcon silence circulate ex2 AEWA "Draft Resolution Ex.2" --until "2021-11-30 23:59" \
            --objections-to Chair --objections-to "Executive Secretary" --at 2021-10-20
        #2  ex2, 20 Oct 2021   AEWA put "Draft Resolution Ex.2" under silence until 11.59 p.m., Tuesday, 30 November
            2021, objections to reach the Chair and the Executive Secretary.
        $ nemcon silence object ex2 --received 2021-11-29T10:00 --to Chair --from Ruritania
        #3  ex2, 29 Nov 10:00   An objection from a delegation was received, to the Chair; it does not count, for it did
            not reach the Executive Secretary.
        $ nemcon silence announce ex2 --at 2021-12-01 --dry-run
        Note: The objection of entry 3 did not reach all who must receive it, and nobody ruled upon it.
        (not recorded) #4  ex2, 1 Dec 2021   It was announced that silence had concluded without objection and that
            "Draft Resolution Ex.2" was adopted.
        $ nemcon silence rule ex2 --late admitted --authority "ruling of the Chair" --at 2021-12-01
        #4  ex2, 1 Dec 2021   It was ruled (ruling of the Chair) that the objection of entry 3 was admitted.
        $ nemcon silence announce ex2 --at 2021-12-01
        #5  ex2, 1 Dec 2021   It was announced that silence had been broken and that "Draft Resolution Ex.2" was not
            adopted.
        $ nemcon silence show ex2
        Register of silence procedures

        ex2 (AEWA): Draft Resolution Ex.2. Circulated on 20 October 2021, silence until 11.59 p.m., Tuesday,
        30 November 2021 (2021-11-30 22:59 UTC, printed on the clock of Europe/Berlin). One objection
        admitted by a ruling, from a delegation. Announced: not adopted.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_meeting_is_suspended_over_a_broken_silence_and_resumed_only_to_record_the_second(empty: Terminal) -> None:
    empty.clock.now = moment("2021-01-01 12:00")
    empty.plays(r"""
        $ nemcon body add CBD-COP "Conference of the Parties to the Convention on Biological Diversity" \
            --zone America/Montreal --at 1993-12-29
        #1  CBD-COP, 29 Dec 1993   The Conference of the Parties to the Convention on Biological Diversity (CBD-COP)
            entered the register.
        $ nemcon meeting schedule excop2 CBD-COP --ordinal 2 --place Montreal --dates 2020-11-16..2020-11-19 \
            --at 2020-10-01
        #2  excop2, 1 Oct 2020   The second meeting of the Conference of the Parties to the Convention on Biological
            Diversity was scheduled for 16 to 19 November 2020, in Montreal.
        $ nemcon meeting open -m excop2 --at 2020-11-16T10:00
        #3  excop2, 1st meeting, 16 Nov 10:00   The first plenary meeting was called to order.
        #4  excop2, 1st meeting, 16 Nov 10:00   The second meeting of the Conference was opened.
        $ nemcon plenary close -m excop2 --at 2020-11-16T12:00
        #5  excop2, 1st meeting, 16 Nov 12:00   The first plenary meeting rose.
        $ nemcon silence circulate budget CBD-COP "Interim budget for 2021" --text examples/agenda.txt \
            --until "2020-11-19 08:00" --at 2020-11-16T08:00 --bears-on excop2 --objections-to "the Secretariat"
        #6  budget, 16 Nov 08:00   CBD-COP put "Interim budget for 2021" (agenda.txt) under silence until 8 a.m.,
            Thursday, 19 November 2020, bearing on excop2, objections to reach the Secretariat.
        $ nemcon silence object budget --received 2020-11-19T07:30 --channel letter --from "Ruritania"
        #7  budget, 19 Nov 07:30   Silence was broken by a delegation, by letter.
        $ nemcon plenary open -m excop2 --at 2020-11-19T10:00
        #8  excop2, 2nd meeting, 19 Nov 10:00   The second plenary meeting was called to order.
        $ nemcon plenary suspend -m excop2 --at 2020-11-19T11:00
        #9  excop2, 2nd meeting, 19 Nov 11:00   The second plenary meeting was suspended.
        $ nemcon silence replace budget --text examples/hybrid.txt --until "2020-11-27 08:00" \
            --at 2020-11-25T08:00
        #10  budget, 25 Nov 08:00   Another text of "Interim budget for 2021" (hybrid.txt) was put under silence in its
            place until 8 a.m., Friday, 27 November 2020.
        $ nemcon plenary resume -m excop2 --at 2020-11-27T10:00
        #11  excop2, 2nd (resumed) meeting, 27 Nov 10:00   The second plenary meeting was resumed.
        $ nemcon silence announce budget --at-meeting excop2 --at 2020-11-27T10:05
        #12  budget, 27 Nov 10:05   It was announced at excop2 that silence had concluded without objection and that
            "Interim budget for 2021" was adopted.
        $ nemcon silence note budget --by-meeting excop2 --at 2020-11-27T10:06
        #13  budget, 27 Nov 10:06   A plenary meeting of excop2 took note of the outcome of the silence procedure on
            "Interim budget for 2021".
        $ nemcon plenary close -m excop2 --at 2020-11-27T10:15
        #14  excop2, 2nd (resumed) meeting, 27 Nov 10:15   The second plenary meeting rose.
        $ nemcon silence show budget
        Register of silence procedures

        budget (CBD-COP): Interim budget for 2021. Circulated on 16 November 2020, silence, in round 2,
        until 8 a.m., Friday, 27 November 2020 (2020-11-27 13:00 UTC, printed on the clock of
        America/Montreal). Announced: adopted. A plenary meeting took note of it.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon history --check
        History of the record: without a sitting, a quorum or an authority

        No such entry.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_silence_is_proposed_at_one_meeting_and_announced_at_the_next(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon body add OSCE-PC "Permanent Council" --rules tests/cli/own-rules.toml \
            --zone Europe/Vienna --at 1994-12-06
        #1  OSCE-PC, 6 Dec 1994   The Permanent Council (OSCE-PC) entered the register; it applies its own rules.
        $ nemcon meeting schedule pc1 OSCE-PC --ordinal 1 --place Vienna --dates 2020-09-10..2020-09-10 \
            --at 2020-09-01
        #2  pc1, 1 Sep 2020   The first meeting of the Permanent Council was scheduled for 10 September 2020, in Vienna.
        $ nemcon meeting schedule pc2 OSCE-PC --ordinal 2 --place Vienna --dates 2020-09-17..2020-09-17 \
            --at 2020-09-01
        #3  pc2, 1 Sep 2020   The second meeting of the Permanent Council was scheduled for 17 September 2020, in
            Vienna.
        $ nemcon silence circulate dec OSCE-PC "Agenda of the conference" --text examples/agenda.txt \
            --at-meeting pc1 --objections-to "the Chair" --until "2020-09-14 12:00" --at 2020-09-10T12:00
        #4  dec, 10 Sep 12:00   OSCE-PC put "Agenda of the conference" (agenda.txt) under silence at pc1 until 12 noon,
            Monday, 14 September 2020, objections to reach the Chair.
        $ nemcon silence object dec --received 2020-09-14T12:00 --channel letter --from Ruritania
        #5  dec, 14 Sep 12:00   An objection from a delegation was received after the deadline, by letter.
        $ nemcon silence announce dec --at-meeting pc2 --at 2020-09-17T10:30
        #6  dec, 17 Sep 10:30   It was announced at pc2 that silence had concluded without objection and that "Agenda of
            the conference" was adopted.
        $ nemcon statement enter interpretative-statement "The agenda does not prejudge" --silence dec \
            --from "Delegation A" --at 2020-09-17
        #7  dec, 17 Sep 2020   Delegation A made an interpretative statement on "Agenda of the conference", under the
            silence procedure: "The agenda does not prejudge".
        $ nemcon resolution record "OSCE-PC decision 20/1" "Agenda of the conference" --adopted 2020-09-17 \
            --how silence
        #8  OSCE-PC 20/1, 17 Sep 2020   Decision 20/1 of OSCE-PC, "Agenda of the conference", adopted on 17 September
            2020 under the silence procedure, entered the record.
        $ nemcon strike 2 --reason "never held"
        Refused: OSCE-PC pc1 begins with that entry, and is named elsewhere: entry 4.
        Rule:    the record
        Next:    Correct it instead (nemcon correct ENTRY ...), or strike those entries first.
        [1]
        $ nemcon strike 3 --reason "never held"
        Refused: OSCE-PC pc2 begins with that entry, and is named elsewhere: entry 6.
        Rule:    the record
        Next:    Correct it instead (nemcon correct ENTRY ...), or strike those entries first.
        [1]
    """)


def test_a_text_of_the_council_considered_under_silence_is_numbered_for_the_next_session(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon body add ECOSOC "Economic and Social Council" --zone America/New_York --says session \
            --at 1946-01-23
        #1  ECOSOC, 23 Jan 1946   The Economic and Social Council (ECOSOC) entered the register.
        $ nemcon silence circulate arrangements ECOSOC "Working arrangements for the 2021 session" \
            --until "2020-07-21 18:00" --bears-on E/2021/L.1 --from "the President of the Council" \
            --at 2020-07-17T12:00
        #2  arrangements, 17 Jul 12:00   ECOSOC put "Working arrangements for the 2021 session" under silence, by a
            letter of the President of the Council, until 6 p.m., Tuesday, 21 July 2020, bearing on E/2021/L.1.
        $ nemcon silence announce arrangements --at 2020-07-21T18:01
        #3  arrangements, 21 Jul 18:01   It was announced that silence had concluded without objection and that "Working
            arrangements for the 2021 session" was adopted.
        $ nemcon resolution record "ECOSOC 2021/1" "Working arrangements for the 2021 session" \
            --adopted 2020-07-21 --how silence --symbol E/RES/2021/1
        #4  ECOSOC 2021/1, 21 Jul 2020   Resolution 2021/1 of ECOSOC, "Working arrangements for the 2021 session",
            adopted on 21 July 2020 under the silence procedure, entered the record.
    """)


def test_decisions_by_correspondence_stand_before_the_meeting_and_after_it(empty: Terminal) -> None:
    empty.clock.now = moment("2021-01-01 12:00")
    empty.plays(r"""
        $ nemcon body add JCRB "Joint Committee of the Regional Metrology Organizations and the BIPM" \
            --zone Europe/Paris --at 1998-01-01
        #1  JCRB, 1 Jan 1998   The Joint Committee of the Regional Metrology Organizations and the BIPM (JCRB) entered
            the register.
        $ nemcon meeting schedule m42 JCRB --ordinal 42 --place Paris --dates 2020-09-08..2020-09-10 \
            --at 2020-03-01
        #2  m42, 1 Mar 2020   The forty-second meeting of the Joint Committee of the Regional Metrology Organizations
            and the BIPM was scheduled for 8 to 10 September 2020, in Paris.
        $ nemcon decision take "to extend the transition period from 30 November 2020 to 1 June 2021" \
            --how correspondence --decision 42/1 --at 2020-03-13
        #3  m42, 13 Mar 2020   The Joint Committee decided to extend the transition period from 30 November 2020 to 1
            June 2021, by correspondence (decision 42/1).
        $ nemcon decision take "to extend the transition period" --at 2020-03-13
        Refused: The meeting m42 has not been opened on that day.
        Rule:    the record
        Next:    nemcon meeting open --at WHEN; where only the sitting and its day are known: -p N --at DAY
        [1]
        $ nemcon meeting open --at 2020-09-08T11:00
        #5  m42, 1st meeting, 8 Sep 11:00   The first plenary meeting was called to order.
        #6  m42, 1st meeting, 8 Sep 11:00   The forty-second meeting of the Joint Committee was opened.
        $ nemcon meeting close --at 2020-09-10
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 10 September 2020.
        #7  m42, 1st meeting, 10 Sep 2020   The forty-second meeting of the Joint Committee was closed.
        #8  m42, 1st meeting, 10 Sep 2020   The first plenary meeting rose.
        $ nemcon decision take "approved the documents CIPM MRA-G-11, G-12 and G-13" --how correspondence \
            --decision 42/7 --at 2020-12-13
        #9  m42, 13 Dec 2020   The Joint Committee approved the documents CIPM MRA-G-11, G-12 and G-13, by
            correspondence (decision 42/7).
        $ nemcon recommendation agree "Bodies should review their procedures" --how correspondence \
            --at 2020-12-13
        #11  m42, 13 Dec 2020   The Joint Committee agreed on a recommendation by correspondence: "Bodies should review
            their procedures".
        $ nemcon decision take "noted the decision taken by correspondence on 13 December 2020" --at 2020-12-14
        Refused: The meeting m42 was closed on 10 September 2020 (entry 7).
        Rule:    the record
        Next:    For what happened before, give its time and its place: --before 7
        [1]
        $ nemcon history --check
        History of the record: without a sitting, a quorum or an authority

        No such entry.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_several_members_break_silence_by_formal_letter(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon body add NAC "North Atlantic Council" --zone Europe/Brussels --at 1949-04-04
        #1  NAC, 4 Apr 1949   The North Atlantic Council (NAC) entered the register.
        $ nemcon silence circulate planning NAC "Defensive planning" --until "2003-02-10 10:00" \
            --from "the Secretary General" --at 2003-02-06
        #2  planning, 6 Feb 2003   NAC put "Defensive planning" under silence, by a letter of the Secretary General,
            until 10 a.m., Monday, 10 February 2003.
        $ nemcon silence object planning --received 2003-02-10T09:00 --channel letter --from A
        #3  planning, 10 Feb 09:00   Silence was broken by a delegation, by letter.
        $ nemcon silence object planning --received 2003-02-10T09:10 --channel letter --from B
        #4  planning, 10 Feb 09:10   A further objection from a delegation was received, by letter.
        $ nemcon silence object planning --received 2003-02-10T09:20 --channel letter --from C
        #5  planning, 10 Feb 09:20   A further objection from a delegation was received, by letter.
        $ nemcon silence announce planning --at 2003-02-10
        #6  planning, 10 Feb 2003   It was announced that silence had been broken and that "Defensive planning" was not
            adopted.
        $ nemcon silence show planning
        Register of silence procedures

        planning (NAC): Defensive planning. Circulated on 6 February 2003, silence until 10 a.m., Monday, 10
        February 2003 (2003-02-10 09:00 UTC, printed on the clock of Europe/Brussels). Three objections in
        time, each from a delegation. Announced: not adopted.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_an_act_before_the_circulation_names_what_is_wrong(bureau: Terminal) -> None:
    bureau.plays(r"""
        $ nemcon silence circulate topics UNTOC-COP/XBUREAU "Topics for 2020" --until "2020-05-01 18:00" \
            --at 2020-04-24T09:00
        #5  topics, 24 Apr 09:00   UNTOC-COP/XBUREAU put "Topics for 2020" under silence until 6 p.m., Friday, 1 May
            2020.  [restricted]
        $ nemcon silence object topics --received 2020-04-23T10:00
        Refused: The text was not yet under silence then.
        Rule:    the record
        Next:    Check --at and --received: they come after the circulation.
        [1]
        $ nemcon silence object topics --received 2020-04-24T08:00 --at 2020-04-24T10:00
        Refused: The objection would have been received before the circulation on 24 April 2020 (entry 5).
        Rule:    the record
        Next:    Check --received: it takes the day and the hour, on the clock of the letter.
        [1]
        $ nemcon silence announce topics --at 2020-04-23
        Refused: The text was not yet under silence then.
        Rule:    the record
        Next:    Check --at and --received: they come after the circulation.
        [1]
        $ nemcon silence note topics --at 2020-04-23
        Refused: The text was not yet under silence then.
        Rule:    the record
        Next:    Check --at and --received: they come after the circulation.
        [1]
    """)


def test_a_draft_is_circulated_once_or_withdrawn(bureau: Terminal) -> None:
    bureau.plays(r"""
        $ nemcon silence draft venue UNTOC-COP/XBUREAU Venue --text examples/agenda.txt --at 2020-04-20
        #5  venue, 20 Apr 2020   The text of "Venue" (agenda.txt) was drafted, to be put under silence by
            UNTOC-COP/XBUREAU.  [restricted]
        $ nemcon silence draft venue UNTOC-COP/XBUREAU Venue --at 2020-04-21
        Refused: venue is drafted already (entry 5).
        Rule:    the record
        Next:    Circulate it: nemcon silence circulate venue UNTOC-COP/XBUREAU SUBJECT --until WHEN
        [1]
        $ nemcon silence list
        Register of silence procedures

        venue (UNTOC-COP/XBUREAU): Venue. Drafted on 20 April 2020.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon silence announce venue --at 2020-04-22
        Refused: The silence procedure venue is drafted and was not circulated by then.
        Rule:    the record
        Next:    Circulate it first: nemcon silence circulate KEY BODY SUBJECT --until WHEN
        [1]
        $ nemcon silence circulate venue UNTOC-COP/XBUREAU "Venue of the meeting" --until "2020-05-01 18:00" \
            --at 2020-04-24T09:00
        #6  venue, 24 Apr 09:00   UNTOC-COP/XBUREAU put "Venue of the meeting" under silence until 6 p.m., Friday, 1 May
            2020.  [restricted]
        $ nemcon silence show venue --why
        Register of silence procedures

        venue (UNTOC-COP/XBUREAU): Venue of the meeting. Circulated on 24 April 2020, silence until 6 p.m.,
        Friday, 1 May 2020 (2020-05-01 16:00 UTC, printed on the clock of Europe/Vienna). Running.  [#5]

        Generated from the record of the meeting. This is not an official document.
        $ nemcon silence draft plan UNTOC-COP/XBUREAU Plan --at 2020-04-20
        #7  plan, 20 Apr 2020   The text of "Plan" was drafted, to be put under silence by UNTOC-COP/XBUREAU.
            [restricted]
        $ nemcon silence withdraw plan --at 2020-04-21
        #8  plan, 21 Apr 2020   The draft "Plan" was withdrawn before its circulation.  [restricted]
        $ nemcon silence circulate plan UNTOC-COP/XBUREAU Plan --until "2020-05-01 18:00" --at 2020-04-24
        Refused: The silence procedure plan is in the record already.
        Rule:    the record
        Next:    See it: nemcon silence show plan; for another one choose another key.
        [1]
        $ nemcon silence withdraw plan --at 2020-04-22
        Refused: The silence procedure plan was withdrawn.
        Rule:    the record
        Next:    For another one choose another key; see it: nemcon history silence plan
        [1]
        $ nemcon silence show plan
        Register of silence procedures

        plan (UNTOC-COP/XBUREAU): Plan. Drafted on 20 April 2020. Withdrawn.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_seventy_two_hours_end_an_hour_later_by_the_clock_where_the_clocks_go_forward(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon body add UNGA "United Nations General Assembly" --rules tests/cli/own-rules.toml \
            --zone America/New_York --says session --at 1946-01-10
        #1  UNGA, 10 Jan 1946   The United Nations General Assembly (UNGA) entered the register; it applies its own
            rules.
        $ nemcon silence circulate spring UNGA "Spring" --until "2020-03-09 18:30" --at 2020-03-06T18:30
        Refused: Silence until 6.30 p.m., Monday, 9 March 2020 is shorter than 72 hours. A silence procedure
                 lasts at least 72 hours.
        Rule:    rule 4 of its own rules
        Next:    Set a later deadline: --until WHEN; if the body waived the rule: --notwithstanding RULE
                 --authority REF
        [1]
        $ nemcon silence circulate spring UNGA "Spring" --until "2020-03-09 19:30" \
            --printed "7.30 p.m. on Monday" --at 2020-03-06T18:30
        #2  spring, 6 Mar 18:30   UNGA put "Spring" under silence until 7.30 p.m. on Monday.
        $ nemcon silence circulate autumn UNGA "Autumn" --until "2020-11-02 17:30" --at 2020-10-30T18:30
        #3  autumn, 30 Oct 18:30   UNGA put "Autumn" under silence until 5.30 p.m., Monday, 2 November 2020.
        $ nemcon silence circulate sunday UNGA "Sunday" --until "2020-03-08 02:30" --at 2020-03-04T18:30
        Refused: 02:30 does not exist on 8 March 2020 in America/New_York: the clocks go forward.
        Rule:    the record
        Next:    Give the time meant.
        [1]
        $ nemcon silence due --zone Europe/Vienna --on 2020-03-08
        Silence due

        spring (UNGA): until 7.30 p.m. on Monday (7.30 p.m. on 9 March 2020 in America/New_York; 12.30 a.m.
        on 10 March 2020 in Europe/Vienna). 23 hours left.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon silence due --zone Europe/Vienna --on 2020-10-31
        Silence due

        autumn (UNGA): until 5.30 p.m., Monday, 2 November 2020 (5.30 p.m. on 2 November 2020 in
        America/New_York; 11.30 p.m. on 2 November 2020 in Europe/Vienna). 46 hours left.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_an_objection_at_the_very_instant_counts_and_a_later_one_waits_for_a_ruling(bureau: Terminal) -> None:
    bureau.plays(r"""
        $ nemcon silence circulate topics UNTOC-COP/XBUREAU "Topics" --until "2020-05-01 18:00" \
            --at 2020-04-24T09:00
        #5  topics, 24 Apr 09:00   UNTOC-COP/XBUREAU put "Topics" under silence until 6 p.m., Friday, 1 May 2020.
            [restricted]
        $ nemcon silence object topics --received 2020-05-01T18:00 --from A
        #6  topics, 1 May 18:00   Silence was broken by a delegation.  [restricted]
        $ nemcon silence retract topics --received 2020-05-01T18:00
        #7  topics, 1 May 18:00   The objection of entry 6 was retracted.  [restricted]
        $ nemcon silence object topics --received 2020-05-01T18:01 --channel letter --note "dated 30 April" \
            --from B
        #8  topics, 1 May 18:01   An objection from a delegation was received after the deadline, by letter.
            [restricted]
        $ nemcon silence show topics
        Register of silence procedures

        topics (UNTOC-COP/XBUREAU): Topics. Circulated on 24 April 2020, silence until 6 p.m., Friday, 1 May
        2020 (2020-05-01 16:00 UTC, printed on the clock of Europe/Vienna). One objection retracted in time,
        from a delegation. One objection after the deadline, from a delegation. Running.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon silence rule topics --late admitted --authority "ruling of the Chair" --at 2020-05-02
        #9  topics, 2 May 2020   It was ruled (ruling of the Chair) that the objection of entry 8 was admitted.
            [restricted]
        $ nemcon silence announce topics --at 2020-05-02
        #10  topics, 2 May 2020   It was announced that silence had been broken and that "Topics" was not adopted.
            [restricted]
    """)


def test_an_objection_of_whoever_may_not_break_silence_is_refused_by_a_ruling(bureau: Terminal) -> None:
    bureau.plays(r"""
        $ nemcon silence circulate topics UNTOC-COP/XBUREAU "Topics" --until "2020-05-01 18:00" \
            --at 2020-04-24T09:00
        #5  topics, 24 Apr 09:00   UNTOC-COP/XBUREAU put "Topics" under silence until 6 p.m., Friday, 1 May 2020.
            [restricted]
        $ nemcon silence object topics --received 2020-04-30T10:00 --channel email --from "an observer"
        #6  topics, 30 Apr 10:00   Silence was broken by a delegation, by email.  [restricted]
        $ nemcon silence rule topics --objection refused --authority "ruling of the Chair" --at 2020-04-30T12:00
        Refused: topics has no late or contested objection to rule upon.
        Rule:    the record
        Next:    See what was received: nemcon history silence topics; then name it: --which ENTRY
        [1]
        $ nemcon silence rule topics --objection refused --which 6 \
            --authority "ruling of the Chair: observers do not decide" --at 2020-04-30T12:00
        #7  topics, 30 Apr 12:00   It was ruled (ruling of the Chair: observers do not decide) that the objection of
            entry 6 was not admitted.  [restricted]
        $ nemcon silence rule topics --objection admitted --which 6 --authority "ruling of the Chair" \
            --at 2020-04-30T13:00
        Refused: topics has no late or contested objection to rule upon.
        Rule:    the record
        Next:    See what was received: nemcon history silence topics; then name it: --which ENTRY
        [1]
        $ nemcon silence announce topics --at 2020-05-02
        #8  topics, 2 May 2020   It was announced that silence had concluded without objection and that "Topics" was
            adopted.  [restricted]
        $ nemcon silence show topics
        Register of silence procedures

        topics (UNTOC-COP/XBUREAU): Topics. Circulated on 24 April 2020, silence until 6 p.m., Friday, 1 May
        2020 (2020-05-01 16:00 UTC, printed on the clock of Europe/Vienna). One objection refused by a
        ruling, from a delegation. Announced: adopted.

        Generated from the record of the meeting. This is not an official document.
    """)
