"""The report beyond the plain case: by section, ad referendum, at a later meeting, out of session, corrected."""

import json

from tests.cli.terminal import Terminal, moment


def test_a_report_is_adopted_by_section_ad_referendum_finalized_issued_and_corrected(room: Terminal) -> None:
    room.clock.now = moment("2021-01-01 12:00")
    room.plays(r"""
        $ nemcon report draft WG.7/2020/L.1 --section I --section II --at 2020-09-09
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 9 September 2020.
        #22  wg7, 1st meeting, 9 Sep 2020   The draft report, WG.7/2020/L.1 (sections I and II), prepared by the
            Secretariat, was circulated.
        $ nemcon report draft WG.7/2020/L.1/Add.1 --section III --prepared-by "the Rapporteur" --at 2020-09-09
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 9 September 2020.
        #23  wg7, 1st meeting, 9 Sep 2020   A further part of the draft report, WG.7/2020/L.1/Add.1 (section III),
            prepared by the Rapporteur, was circulated.
        $ nemcon report amend 12 "for decided read agreed" --section II --at 2020-09-09
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 9 September 2020.
        #24  wg7, 1st meeting, 9 Sep 2020   Paragraph 12 of section II of the draft report was amended orally: "for
            decided read agreed".
        $ nemcon report adopt --section I --at 2020-09-09
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 9 September 2020.
        #25  wg7, 1st meeting, 9 Sep 2020   The Working Group adopted section I of its draft report, there being no
            objection.
        $ nemcon report adopt --section ii --how consensus --at 2020-09-09
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 9 September 2020.
        #26  wg7, 1st meeting, 9 Sep 2020   The Working Group adopted section II of its draft report, as orally amended,
            by consensus.
        $ nemcon report show
        Report of the Working Group on the Smuggling of Migrants on its seventh
        meeting (wg7)

        Adopted in part; not adopted as a whole.

        9 September 2020: draft WG.7/2020/L.1 (sections I and II), prepared by the
            Secretariat.
        9 September 2020: draft WG.7/2020/L.1/Add.1 (section III), prepared by the
            Rapporteur.
        9 September 2020: paragraph 12 of section II amended orally: "for decided read
            agreed".
        9 September 2020: section I adopted, there being no objection.
        9 September 2020: section II adopted, by consensus.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon report adopt --how consensus --ad-referendum --at 2020-09-09
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 9 September 2020.
        Note: Not adopted before the whole: section III.
        #27  wg7, 1st meeting, 9 Sep 2020   The Working Group adopted the report on its meeting as a whole, as orally
            amended, ad referendum, by consensus.
        $ nemcon report entrust Rapporteur --with "the Secretariat" --at 2020-09-09
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 9 September 2020.
        Note: No Rapporteur was elected as far as the record knows.
        #28  wg7, 1st meeting, 9 Sep 2020   The Working Group entrusted the Rapporteur with the finalization of its
            report, with the assistance of the Secretariat.
        $ nemcon report confirm --at 2020-10-01
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 1 October 2020.
        #29  wg7, 1st meeting, 1 Oct 2020   The adoption ad referendum, on 9 September 2020, of the report on its
            meeting was confirmed.
        $ nemcon report issue WG.7/2020/4 --advance --issued 2020-10-02
        #30  wg7, 2 Oct 2020   The report was issued in advance, unedited, as WG.7/2020/4.
        $ nemcon report finalize --at 2020-10-05
        #31  wg7, 5 Oct 2020   The Rapporteur finalized the report.
        $ nemcon report issue WG.7/2020/4 --issued 2020-10-06
        #32  wg7, 6 Oct 2020   The report was issued as WG.7/2020/4.
        $ nemcon report issue WG.7/2020/4/Add.1 --part Decisions --issued 2020-10-06
        #33  wg7, 6 Oct 2020   The part of the report "Decisions" was issued as WG.7/2020/4/Add.1.
        $ nemcon report forward --to UNTOC-COP --at 2020-10-10
        #34  wg7, 10 Oct 2020   The Working Group forwarded its report to UNTOC-COP.
        $ nemcon report correct WG.7/2020/4/Corr.1 --language fr --at 2020-11-02
        #35  wg7, 2 Nov 2020   A corrigendum to WG.7/2020/4 was issued, in French only, as WG.7/2020/4/Corr.1.
        $ nemcon report show --why
        Report of the Working Group on the Smuggling of Migrants on its seventh
        meeting (wg7)

        Adopted.

        9 September 2020: draft WG.7/2020/L.1 (sections I and II), prepared by the
            Secretariat.  [#22]
        9 September 2020: draft WG.7/2020/L.1/Add.1 (section III), prepared by the
            Rapporteur.  [#23]
        9 September 2020: paragraph 12 of section II amended orally: "for decided read
            agreed".  [#24]
        9 September 2020: section I adopted, there being no objection.  [#25]
        9 September 2020: section II adopted, by consensus.  [#26]
        9 September 2020: adopted, with one oral amendment, ad referendum, by
            consensus.  [#27]
        9 September 2020: the Rapporteur entrusted with its finalization.  [#28]
        1 October 2020: the adoption confirmed.  [#29]
        2 October 2020: issued in advance, unedited, as WG.7/2020/4.  [#30]
        5 October 2020: the text finalized.  [#31]
        6 October 2020: issued as WG.7/2020/4.  [#32]
        6 October 2020: the part "Decisions" issued as WG.7/2020/4/Add.1.  [#33]
        10 October 2020: forwarded to UNTOC-COP.  [#34]
        2 November 2020: corrigendum WG.7/2020/4/Corr.1 to WG.7/2020/4, in French
            only.  [#35]

        Generated from the record of the meeting. This is not an official document.
        $ nemcon report show --on 2020-09-09
        Report of the Working Group on the Smuggling of Migrants on its seventh
        meeting (wg7)

        Adopted ad referendum, not confirmed.

        9 September 2020: draft WG.7/2020/L.1 (sections I and II), prepared by the
            Secretariat.
        9 September 2020: draft WG.7/2020/L.1/Add.1 (section III), prepared by the
            Rapporteur.
        9 September 2020: paragraph 12 of section II amended orally: "for decided read
            agreed".
        9 September 2020: section I adopted, there being no objection.
        9 September 2020: section II adopted, by consensus.
        9 September 2020: adopted, with one oral amendment, ad referendum, by
            consensus.
        9 September 2020: the Rapporteur entrusted with its finalization.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon status
        Meeting     wg7: seventh meeting of the Working Group on the Smuggling of Migrants
                    Vienna, 8 and 9 September 2020; open
        Sitting     1st meeting
        Presiding   the Chair
        Officers    Chair: Ms. A. Example
        Agenda      adopted on 8 September 2020, as orally amended (entry 21)
        Item open   1 (c)  Adoption of the agenda and organization of work
        Report      forwarded
        Last entries
          #33  wg7, 6 Oct 2020   The part of the report "Decisions" was issued as WG.7/2020/4/Add.1.
          #34  wg7, 10 Oct 2020   The Working Group forwarded its report to UNTOC-COP.
          #35  wg7, 2 Nov 2020   A corrigendum to WG.7/2020/4 was issued, in French only, as WG.7/2020/4/Corr.1.
    """)


def test_a_report_issued_before_is_not_adopted_at_first_and_then_adopted_by_the_next_session(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon body add ECE-WG "Working Group on Strategies" --zone Europe/Zurich --says session \
            --at 1999-01-01
        #1  ECE-WG, 1 Jan 1999   The Working Group on Strategies (ECE-WG) entered the register.
        $ nemcon meeting schedule s17 ECE-WG --ordinal 17 --place Geneva --dates 1999-02-22..1999-02-23 \
            --at 1999-01-10
        #2  s17, 10 Jan 1999   The seventeenth session of the Working Group on Strategies was scheduled for 22 and 23
            February 1999, in Geneva.
        $ nemcon meeting schedule s18 ECE-WG --ordinal 18 --place Geneva --dates 1999-06-01..1999-06-02 \
            --at 1999-01-10
        #3  s18, 10 Jan 1999   The eighteenth session of the Working Group on Strategies was scheduled for 1 and 2 June
            1999, in Geneva.
        $ nemcon meeting open -m s17 --at 1999-02-22
        #4  s17, 1st meeting, 22 Feb 1999   The first plenary meeting was called to order.
        #5  s17, 1st meeting, 22 Feb 1999   The seventeenth session of the Working Group was opened.
        $ nemcon meeting close -m s17 --at 1999-02-23
        Note: Sitting 1, opened on 22 February 1999, has not risen; this is dated 23 February 1999.
        #6  s17, 1st meeting, 23 Feb 1999   The seventeenth session of the Working Group was closed.
        #7  s17, 1st meeting, 23 Feb 1999   The first plenary meeting rose.
        $ nemcon report draft EB.AIR/WG.1/17 -m s17 --at 1999-03-15
        #8  s17, 15 Mar 1999   The draft report, EB.AIR/WG.1/17, prepared by the Secretariat, was circulated.
        $ nemcon report issue EB.AIR/WG.1/17 -m s17 --issued 1999-03-20
        Note: The report is issued before its adoption.
        #9  s17, 20 Mar 1999   The report was issued as EB.AIR/WG.1/17.
        $ nemcon meeting open -m s18 --at 1999-06-01T10:00
        #10  s18, 1st meeting, 1 Jun 10:00   The first plenary meeting was called to order.
        #11  s18, 1st meeting, 1 Jun 10:00   The eighteenth session of the Working Group was opened.
        $ nemcon report adopt -m s17 --at 1999-06-01
        Refused: The meeting was closed on 23 February 1999 (entry 6).
        Rule:    the record
        Next:    A later meeting: --at-meeting KEY; without one: --how correspondence; what happened before
                 the closure: --before 6
        [1]
        $ nemcon report reject -m s17 --at-meeting s18 --at 1999-06-01T11:00
        #12  s17, 1 Jun 11:00   At s18, the Working Group did not adopt the report on its seventeenth session.
        $ nemcon report amend 12 "Delete the last sentence" -m s17 --at 1999-06-01
        #13  s17, 1 Jun 1999   Paragraph 12 of the draft report was amended orally: "Delete the last sentence".
        $ nemcon report adopt --at-meeting s18 -m s18 -p 1
        Refused: s18 is itself the session the report is on.
        Rule:    the record
        Next:    Name the one the report is on: -m KEY; or leave out --at-meeting.
        [1]
        $ nemcon report adopt -m s17 --at-meeting s18 -p 1
        #14  s17, 1 Jun 1999   At s18, the Working Group adopted the report on its seventeenth session, as orally
            amended, there being no objection.
        $ nemcon report correct EB.AIR/WG.1/17/Corr.1 -m s17 --at 1999-06-20
        #15  s17, 20 Jun 1999   A corrigendum to EB.AIR/WG.1/17 was issued, as EB.AIR/WG.1/17/Corr.1.
        $ nemcon report show -m s17
        Report of the Working Group on Strategies on its seventeenth session (s17)

        Adopted.

        15 March 1999: draft EB.AIR/WG.1/17, prepared by the Secretariat.
        20 March 1999: issued as EB.AIR/WG.1/17.
        1 June 1999: paragraph 12 amended orally: "Delete the last sentence".
        1 June 1999: not adopted at s18.
        1 June 1999: adopted at s18, with one oral amendment, there being no
            objection.
        20 June 1999: corrigendum EB.AIR/WG.1/17/Corr.1 to EB.AIR/WG.1/17.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon history --check
        History of the record: without a sitting, a quorum or an authority

        No such entry.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon strike 3 --reason "never held"
        Refused: ECE-WG s18 begins with that entry, and is named elsewhere: entry 12, entry 14.
        Rule:    the record
        Next:    Correct it instead (nemcon correct ENTRY ...), or strike those entries first.
        [1]
    """)


def test_minutes_are_approved_by_correspondence_and_confirmed_in_session_months_later(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon body add CIPM "International Committee for Weights and Measures" --zone Europe/Paris \
            --at 1875-05-20
        #1  CIPM, 20 May 1875   The International Committee for Weights and Measures (CIPM) entered the register.
        $ nemcon meeting schedule c100 CIPM --ordinal 100 --place Sevres --dates 2011-10-13..2011-10-14 \
            --at 2011-01-10
        #2  c100, 10 Jan 2011   The hundredth meeting of the International Committee for Weights and Measures was
            scheduled for 13 and 14 October 2011, in Sevres.
        $ nemcon meeting schedule c101 CIPM --ordinal 101 --place Sevres --dates 2012-06-07..2012-06-08 \
            --at 2011-01-10
        #3  c101, 10 Jan 2011   The hundred and first meeting of the International Committee for Weights and Measures
            was scheduled for 7 and 8 June 2012, in Sevres.
        $ nemcon meeting open -m c100 --at 2011-10-13
        #4  c100, 1st meeting, 13 Oct 2011   The first plenary meeting was called to order.
        #5  c100, 1st meeting, 13 Oct 2011   The hundredth meeting of the International Committee was opened.
        $ nemcon meeting close -m c100 --at 2011-10-14
        Note: Sitting 1, opened on 13 October 2011, has not risen; this is dated 14 October 2011.
        #6  c100, 1st meeting, 14 Oct 2011   The hundredth meeting of the International Committee was closed.
        #7  c100, 1st meeting, 14 Oct 2011   The first plenary meeting rose.
        $ nemcon report draft @minutes-100 --prepared-by "the Secretary" -m c100 --at 2012-01-20
        #8  c100, 20 Jan 2012   The draft report, @minutes-100, prepared by the Secretary, was circulated.
        $ nemcon report adopt -m c100 --how correspondence --verb approved --at 2012-02-15
        #9  c100, 15 Feb 2012   The International Committee approved the report on its meeting, by correspondence.
        $ nemcon meeting open -m c101 --at 2012-06-07
        #10  c101, 1st meeting, 7 Jun 2012   The first plenary meeting was called to order.
        #11  c101, 1st meeting, 7 Jun 2012   The hundred and first meeting of the International Committee was opened.
        $ nemcon report confirm -m c100 --at-meeting c101 --at 2012-06-07
        #12  c100, 7 Jun 2012   At c101, the International Committee confirmed the adoption by correspondence, on 15
            February 2012, of the report on its hundredth meeting, there being no objection.
        $ nemcon report confirm -m c100 --at-meeting c101 --at 2012-06-07
        Refused: The adoption of the report was confirmed already (entry 12).
        Rule:    the record
        Next:    Nothing needs to be done.
        [1]
        $ nemcon report show -m c100 --why
        Report of the International Committee for Weights and Measures on its
        hundredth meeting (c100)

        Adopted.

        20 January 2012: draft @minutes-100, prepared by the Secretary.  [#8]
        15 February 2012: adopted, by correspondence.  [#9]
        7 June 2012: the adoption confirmed at c101.  [#12]

        Generated from the record of the meeting. This is not an official document.
    """)


def test_an_outline_is_adopted_and_the_text_by_silence_afterwards(bureau: Terminal) -> None:
    bureau.clock.now = moment("2021-01-01 12:00")
    bureau.plays(r"""
        $ nemcon meeting open -m wg7 --at 2020-09-08T10:00
        #5  wg7, 1st meeting, 8 Sep 10:00   The first plenary meeting was called to order.
        #6  wg7, 1st meeting, 8 Sep 10:00   The meeting of the Working Group was opened.
        $ nemcon report draft @outline --at 2020-09-09
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 9 September 2020.
        #7  wg7, 1st meeting, 9 Sep 2020   The draft report, @outline, prepared by the Secretariat, was circulated.
        $ nemcon report adopt --outline --at 2020-09-09
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 9 September 2020.
        #8  wg7, 1st meeting, 9 Sep 2020   The Working Group adopted an outline of the report on its meeting, there
            being no objection.
        $ nemcon report entrust "the Rapporteur" --at 2020-09-09
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 9 September 2020.
        Note: No Rapporteur was elected as far as the record knows.
        #9  wg7, 1st meeting, 9 Sep 2020   The Working Group entrusted the Rapporteur with the finalization of its
            report.
        $ nemcon report finalize --at 2020-09-20
        #10  wg7, 20 Sep 2020   The Rapporteur finalized the report.
        $ nemcon report adopt --outline --at 2020-09-20
        Refused: The outline of the report was adopted on 9 September 2020 (entry 8).
        Rule:    the record
        Next:    If that entry was wrong: nemcon strike 8 --reason TEXT
        [1]
        $ nemcon silence circulate rep UNTOC-COP/WG.7 "Report of wg7" --until "2020-10-01 18:00" \
            --at 2020-09-22T10:00
        #11  rep, 22 Sep 10:00   UNTOC-COP/WG.7 put "Report of wg7" under silence until 6 p.m., Thursday, 1 October
            2020.
        $ nemcon report adopt --by-silence rep --at 2020-10-02
        Refused: It is not announced by that day that silence on rep had concluded without objection.
        Rule:    the record
        Next:    nemcon silence announce rep --at WHEN; see: nemcon silence show rep
        [1]
        $ nemcon silence announce rep --at 2020-10-02
        #12  rep, 2 Oct 2020   It was announced that silence had concluded without objection and that "Report of wg7"
            was adopted.
        $ nemcon report adopt --by-silence rep --how consensus --at 2020-10-02
        Refused: What rep adopted was adopted by silence.
        Next:    Leave out --how and --tally, or --by-silence.
        [1]
        $ nemcon report adopt --by-silence rep --at 2020-10-02
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 2 October 2020.
        #13  wg7, 1st meeting, 2 Oct 2020   The Working Group adopted the report on its meeting under the silence
            procedure rep.
        $ nemcon report show
        Report of the Working Group on Migrants on its meeting (wg7)

        Adopted.

        9 September 2020: draft @outline, prepared by the Secretariat.
        9 September 2020: the outline adopted, there being no objection.
        9 September 2020: the Rapporteur entrusted with its finalization.
        20 September 2020: the text finalized.
        2 October 2020: adopted, under the silence procedure rep.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_an_adoption_ad_referendum_that_the_capitals_do_not_confirm_falls_away(bureau: Terminal) -> None:
    bureau.clock.now = moment("2021-01-01 12:00")
    bureau.plays(r"""
        $ nemcon meeting open -m wg7 --at 2020-09-08T10:00
        #5  wg7, 1st meeting, 8 Sep 10:00   The first plenary meeting was called to order.
        #6  wg7, 1st meeting, 8 Sep 10:00   The meeting of the Working Group was opened.
        $ nemcon report draft L.1 --at 2020-09-09
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 9 September 2020.
        #7  wg7, 1st meeting, 9 Sep 2020   The draft report, L.1, prepared by the Secretariat, was circulated.
        $ nemcon report adopt --ad-referendum --at 2020-09-09
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 9 September 2020.
        #8  wg7, 1st meeting, 9 Sep 2020   The Working Group adopted the report on its meeting, ad referendum, there
            being no objection.
        $ nemcon report forward --to UNTOC-COP --at 2020-09-10
        Note: The report was adopted ad referendum, and that it is confirmed is not recorded.
        #9  wg7, 10 Sep 2020   The Working Group forwarded its report to UNTOC-COP.
        $ nemcon report reject --how correspondence --at 2020-10-01
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 1 October 2020.
        #10  wg7, 1st meeting, 1 Oct 2020   The Working Group did not confirm the adoption of the report on its meeting
            by correspondence.
        $ nemcon report adopt --at 2020-10-02
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 2 October 2020.
        #11  wg7, 1st meeting, 2 Oct 2020   The Working Group adopted the report on its meeting, there being no
            objection.
        $ nemcon report reject --at 2020-10-02
        Refused: The report was adopted on 2 October 2020 (entry 11).
        Rule:    the record
        Next:    If that entry was wrong: nemcon strike 11 --reason TEXT
        [1]
        $ nemcon report show
        Report of the Working Group on Migrants on its meeting (wg7)

        Adopted.

        9 September 2020: draft L.1, prepared by the Secretariat.
        9 September 2020: adopted, ad referendum, there being no objection.
        10 September 2020: forwarded to UNTOC-COP.
        1 October 2020: not adopted, by correspondence.
        2 October 2020: adopted, there being no objection.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_resumed_session_has_a_report_of_its_own_under_two_symbols(empty: Terminal) -> None:
    empty.clock.now = moment("2021-01-01 12:00")
    empty.plays(r"""
        $ nemcon body add CND "Commission on Narcotic Drugs" --zone Europe/Vienna --says session --at 1946-02-16
        #1  CND, 16 Feb 1946   The Commission on Narcotic Drugs (CND) entered the register.
        $ nemcon meeting schedule cnd63 CND --ordinal 63 --place Vienna --dates 2020-03-02..2020-12-04 \
            --at 2019-12-01
        #2  cnd63, 1 Dec 2019   The sixty-third session of the Commission on Narcotic Drugs was scheduled for 2 March to
            4 December 2020, in Vienna.
        $ nemcon meeting open -m cnd63 --at 2020-03-02T10:00
        #3  cnd63, 1st meeting, 2 Mar 10:00   The first plenary meeting was called to order.
        #4  cnd63, 1st meeting, 2 Mar 10:00   The sixty-third session of the Commission was opened.
        $ nemcon report draft E/CN.7/2020/L.1 --at 2020-03-06
        Note: Sitting 1, opened on 2 March 2020, has not risen; this is dated 6 March 2020.
        #5  cnd63, 1st meeting, 6 Mar 2020   The draft report, E/CN.7/2020/L.1, prepared by the Secretariat, was
            circulated.
        $ nemcon report adopt --how consensus --at 2020-03-06 --decision 4
        Note: Sitting 1, opened on 2 March 2020, has not risen; this is dated 6 March 2020.
        #6  cnd63, 1st meeting, 6 Mar 2020   The Commission adopted the report on its session by consensus (decision 4).
        $ nemcon report issue E/2020/28 --also E/CN.7/2020/15 --issued 2020-04-01
        #8  cnd63, 1 Apr 2020   The report was issued as E/2020/28, also as E/CN.7/2020/15.
        $ nemcon report issue E/2020/28/Add.1 --also E/CN.7/2020/15/Add.1 --part "Reconvened session" \
            --issued 2020-12-20
        #9  cnd63, 20 Dec 2020   The part of the report "Reconvened session" was issued as E/2020/28/Add.1, also as
            E/CN.7/2020/15/Add.1.
        $ nemcon report issue E/CN.7/2020/15/Add.1 --issued 2020-12-21
        Refused: The report was issued already, as E/CN.7/2020/15/Add.1.
        Rule:    the record
        Next:    Nothing needs to be done.
        [1]
        $ nemcon report correct E/CN.7/2020/15/Corr.1 --language es --language fr --at 2020-12-22
        #10  cnd63, 22 Dec 2020   A corrigendum to E/CN.7/2020/15 was issued, in Spanish and French only, as
            E/CN.7/2020/15/Corr.1.
        $ nemcon report show
        Report of the Commission on Narcotic Drugs on its sixty-third session (cnd63)

        Adopted.

        6 March 2020: draft E/CN.7/2020/L.1, prepared by the Secretariat.
        6 March 2020: adopted, by consensus (decision 4).
        1 April 2020: issued as E/2020/28 and E/CN.7/2020/15.
        20 December 2020: the part "Reconvened session" issued as E/2020/28/Add.1 and
            E/CN.7/2020/15/Add.1.
        22 December 2020: corrigendum E/CN.7/2020/15/Corr.1 to E/CN.7/2020/15, in
            Spanish and French only.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_section_is_adopted_in_the_room_and_as_it_is(bureau: Terminal) -> None:
    bureau.refused("report adopt --section I --ad-referendum --at 2020-09-09", "Give --section alone.")


def test_what_a_later_meeting_adopts_happens_now_while_it_sits(empty: Terminal) -> None:
    empty.runs(
        'body add WG "Working Group" --zone Europe/Vienna --at 2000-01-01',
        "meeting schedule one WG --place Vienna --dates 2020-03-02..2020-03-03 --at 2020-01-01",
        "meeting schedule two WG --place Vienna --dates 2020-09-01..2020-09-02 --at 2020-01-01",
        "report draft L.1 -m one --at 2020-03-03",
        "meeting open -m two --at 2020-09-01T10:00",
    )
    assert "one, 1 Sep 14:00   At two, the Working Group adopted" in empty.types("report adopt -m one --at-meeting two")
    empty.refused("report confirm -m two", "The report has not been adopted.")


def test_a_report_of_which_nothing_is_recorded_is_not_shown(bureau: Terminal) -> None:
    bureau.refused("report show", "No report of wg7 has been drafted.", "nemcon report draft SYMBOL")
    bureau.types("report draft L.1 --at 2020-09-09")
    bureau.refused(
        "report show --on 2020-09-08", "No report of wg7 had been drafted then.", "Choose a later --on or --known-at."
    )


def test_the_state_of_a_report_is_told_to_other_programs(bureau: Terminal) -> None:
    bureau.types("report draft L.1 --section I --at 2020-09-09")
    told = json.loads(bureau.types("report show --json"))
    assert (told["status"], told["sections"]) == ("drafted", [{"name": "I", "adopted": None}])
    assert told["drafts"] == [
        {"entry": 5, "day": "2020-09-09", "symbol": "L.1", "prepared_by": "the Secretariat", "sections": ["I"]}
    ]
    assert told["adopted"] is None
