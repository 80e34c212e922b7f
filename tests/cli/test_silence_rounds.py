"""A round of silence at the terminal: extended, suspended, replaced; objections retracted, ruled upon, contested."""

from tests.cli.terminal import Terminal, moment

CIRCULATE = (
    'silence circulate topics UNTOC-COP/XBUREAU "Topics for 2020" --until "2020-05-01 18:00" --at 2020-04-24T09:00'
)


def test_a_round_is_extended_suspended_corrected_and_replaced(bureau: Terminal) -> None:
    bureau.plays(r"""
        $ nemcon silence circulate topics UNTOC-COP/XBUREAU "Topics for 2020" --until "2020-05-01 18:00" \
            --at 2020-04-24T09:00 --text examples/hybrid.txt --language en --basis 74/544 --basis-until 2020-04-30
        #5  topics, 24 Apr 09:00   UNTOC-COP/XBUREAU put "Topics for 2020" (hybrid.txt, en) under silence until 6 p.m.,
            Friday, 1 May 2020, under 74/544, in effect until 30 April 2020.  [restricted]
        $ nemcon silence list --check
        topics (UNTOC-COP/XBUREAU): Its basis lapsed on 30 April 2020, before the deadline.
        $ nemcon silence extend topics --until "2020-05-04 18:00" --at 2020-04-30T12:00
        #6  topics, 30 Apr 12:00   Silence on "Topics for 2020" was extended until 6 p.m., Monday, 4 May 2020.
            [restricted]
        $ nemcon silence suspend topics --at 2020-04-30T15:00
        #7  topics, 30 Apr 15:00   Silence on "Topics for 2020" was suspended.  [restricted]
        $ nemcon silence show topics
        Register of silence procedures

        topics (UNTOC-COP/XBUREAU): Topics for 2020. Circulated on 24 April 2020, silence until 6 p.m.,
        Monday, 4 May 2020 (2020-05-04 16:00 UTC, printed on the clock of Europe/Vienna). Suspended.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon silence resume topics --at 2020-05-01T10:00
        #8  topics, 1 May 10:00   Silence on "Topics for 2020" was resumed, until 6 p.m., Monday, 4 May 2020.
            [restricted]
        $ nemcon silence correct topics --text examples/agenda.txt --at 2020-05-01T11:00
        #9  topics, 1 May 11:00   The text of "Topics for 2020" under silence was corrected (agenda.txt).  [restricted]
        $ nemcon silence object topics --received 2020-05-04T17:00 --from Ruritania \
            --amendment "Four topics"
        #10  topics, 4 May 17:00   Silence was broken by a delegation; an amendment was proposed: "Four topics".
            [restricted]
        $ nemcon silence extend topics --until "2020-05-06 18:00" --at 2020-05-05
        Refused: The deadline of topics, 6 p.m., Monday, 4 May 2020, has passed; silence was broken.
        Rule:    the record
        Next:    Begin a new round: nemcon silence replace topics --text FILE --until WHEN
        [1]
        $ nemcon silence replace topics --text examples/hybrid.txt --until "2020-05-08 18:00" \
            --at 2020-05-05
        #11  topics, 5 May 2020   Another text of "Topics for 2020" (hybrid.txt) was put under silence in its place
            until 6 p.m., Friday, 8 May 2020.  [restricted]
        $ nemcon silence show topics
        Register of silence procedures

        topics (UNTOC-COP/XBUREAU): Topics for 2020. Circulated on 24 April 2020, silence, in round 2, until
        6 p.m., Friday, 8 May 2020 (2020-05-08 16:00 UTC, printed on the clock of Europe/Vienna). Running.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon silence withdraw topics --at 2020-05-06
        #12  topics, 6 May 2020   The proposal "Topics for 2020" was withdrawn from the silence procedure.  [restricted]
        $ nemcon silence announce topics --at 2020-05-09
        Refused: The silence procedure topics was withdrawn.
        Rule:    the record
        Next:    For another one choose another key; see it: nemcon history silence topics
        [1]
        $ nemcon silence show topics
        Register of silence procedures

        topics (UNTOC-COP/XBUREAU): Topics for 2020. Circulated on 24 April 2020, silence, in round 2, until
        6 p.m., Friday, 8 May 2020 (2020-05-08 16:00 UTC, printed on the clock of Europe/Vienna). Withdrawn.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_an_objection_is_retracted_or_comes_late_and_is_ruled_upon(bureau: Terminal) -> None:
    bureau.types(CIRCULATE)
    bureau.plays(r"""
        $ nemcon silence object topics --received 2020-05-01T16:00 --from Ruritania
        #6  topics, 1 May 16:00   Silence was broken by a delegation.  [restricted]
        $ nemcon silence object topics --received 2020-05-01T17:00 --from Graustark
        #7  topics, 1 May 17:00   A further objection from a delegation was received.  [restricted]
        $ nemcon silence retract topics --received 2020-05-01T17:30
        Refused: topics has 2 such objections.
        Rule:    the record
        Next:    Say which: --which ENTRY, one of 6, 7
        [1]
        $ nemcon silence retract topics --received 2020-05-01T17:30 --which 6
        #8  topics, 1 May 17:30   The objection of entry 6 was retracted.  [restricted]
        $ nemcon silence retract topics --received 2020-05-01T18:30 --from Graustark
        #9  topics, 1 May 18:30   The objection of entry 7 was retracted, after the deadline, which changes nothing.
            [restricted]
        $ nemcon silence object topics --received 2020-05-01T18:05
        #10  topics, 1 May 18:05   An objection was received after the deadline.  [restricted]
        $ nemcon silence rule topics --late refused --at 2020-05-02
        Refused: It is not said whose ruling it is.
        Rule:    the record
        Next:    Add: --authority REF, the ruling or the letter
        [1]
        $ nemcon silence rule topics --late refused --at 2020-05-02 -r "letter of the Chair"
        #11  topics, 2 May 2020   It was ruled (letter of the Chair) that the objection of entry 10 was not admitted.
            [restricted]
        $ nemcon silence show topics
        Register of silence procedures

        topics (UNTOC-COP/XBUREAU): Topics for 2020. Circulated on 24 April 2020, silence until 6 p.m.,
        Friday, 1 May 2020 (2020-05-01 16:00 UTC, printed on the clock of Europe/Vienna). One objection in
        time, from a delegation. One objection retracted in time, from a delegation. One objection after the
        deadline, from a delegation. Broken, result not announced.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_an_objection_recorded_after_the_announcement_makes_the_result_contested(bureau: Terminal) -> None:
    bureau.types(CIRCULATE)
    bureau.plays(r"""
        $ nemcon silence announce topics --at 2020-05-02
        #6  topics, 2 May 2020   It was announced that silence had concluded without objection and that "Topics for
            2020" was adopted.  [restricted]
        $ nemcon silence object topics --received 2020-05-01T17:00 --at 2020-05-05 --channel letter
        #7  topics, 5 May 2020   An objection was received in time, and recorded after the announcement, by letter
            (received on 1 May 2020 at 5 p.m.).  [restricted]
        $ nemcon silence list --check
        topics (UNTOC-COP/XBUREAU): The result announced is contested.
        $ nemcon silence show topics
        Register of silence procedures

        topics (UNTOC-COP/XBUREAU): Topics for 2020. Circulated on 24 April 2020, silence until 6 p.m.,
        Friday, 1 May 2020 (2020-05-01 16:00 UTC, printed on the clock of Europe/Vienna). One objection in
        time, from a delegation. Announced: adopted. Contested.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon status
        Meeting     wg7: Working Group on Migrants
                    Vienna, 8 and 9 September 2020; scheduled
        Sitting     none is open
        Agenda      not issued
        Silence     topics: contested, until 6 p.m., Friday, 1 May 2020
        Last entries
          #5  topics, 24 Apr 09:00   UNTOC-COP/XBUREAU put "Topics for 2020" under silence until 6 p.m., Friday, 1 May
            2020.  [restricted]
          #6  topics, 2 May 2020   It was announced that silence had concluded without objection and that "Topics for
            2020" was adopted.  [restricted]
          #7  topics, 5 May 2020   An objection was received in time, and recorded after the announcement, by letter
            (received on 1 May 2020 at 5 p.m.).  [restricted]
        $ nemcon correct 6 silence announce topics --at 2020-05-06
        #8  topics, 1 Sep 2020   Entry 6 was struck: recorded in error.
        #9  topics, 6 May 2020   It was announced that silence had been broken and that "Topics for 2020" was not
            adopted (in the place of entry 6).  [restricted]
        $ nemcon silence show topics
        Register of silence procedures

        topics (UNTOC-COP/XBUREAU): Topics for 2020. Circulated on 24 April 2020, silence until 6 p.m.,
        Friday, 1 May 2020 (2020-05-01 16:00 UTC, printed on the clock of Europe/Vienna). One objection in
        time, from a delegation. Announced: not adopted.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_an_announcement_corrected_in_its_place_counts_what_was_received_before(bureau: Terminal) -> None:
    bureau.types(CIRCULATE)
    bureau.plays(r"""
        $ nemcon silence announce topics --at 2020-05-02
        #6  topics, 2 May 2020   It was announced that silence had concluded without objection and that "Topics for
            2020" was adopted.  [restricted]
        $ nemcon silence object topics --received 2020-05-01T17:00
        #7  topics, 1 May 17:00   Silence was broken.  [restricted]
        $ nemcon silence list --check
        topics (UNTOC-COP/XBUREAU): The result announced is contested.
        $ nemcon correct 6 silence announce topics
        #8  topics, 1 Sep 2020   Entry 6 was struck: recorded in error.
        #9  topics, 2 May 2020   It was announced that silence had been broken and that "Topics for 2020" was not
            adopted (in the place of entry 6).  [restricted]
        $ nemcon silence list --check
        Every silence procedure is in order.
    """)


def test_a_ruling_settles_a_contested_result(bureau: Terminal) -> None:
    bureau.types(CIRCULATE)
    bureau.plays(r"""
        $ nemcon silence announce topics --at 2020-05-02
        #6  topics, 2 May 2020   It was announced that silence had concluded without objection and that "Topics for
            2020" was adopted.  [restricted]
        $ nemcon silence object topics --received 2020-05-01T17:00 --at 2020-05-05
        #7  topics, 5 May 2020   An objection was received in time, and recorded after the announcement (received on 1
            May 2020 at 5 p.m.).  [restricted]
        $ nemcon silence rule topics --late admitted --at 2020-05-06 -r "ruling of the Chair"
        #8  topics, 6 May 2020   It was ruled (ruling of the Chair) that the objection of entry 7 was admitted.
            [restricted]
        $ nemcon silence show topics
        Register of silence procedures

        topics (UNTOC-COP/XBUREAU): Topics for 2020. Circulated on 24 April 2020, silence until 6 p.m.,
        Friday, 1 May 2020 (2020-05-01 16:00 UTC, printed on the clock of Europe/Vienna). One objection in
        time, from a delegation. Announced: not adopted.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_what_is_due_is_told_on_the_clock_of_the_letter_and_on_the_readers(bureau: Terminal) -> None:
    bureau.types(CIRCULATE)
    bureau.plays(r"""
        $ nemcon silence circulate plan UNTOC-COP/XBUREAU "Plan; rooms, hours" --until "2020-04-21 06:30" \
            --zone America/New_York --at 2020-04-20
        #6  plan, 20 Apr 2020   UNTOC-COP/XBUREAU put "Plan; rooms, hours" under silence until 6.30 a.m., Tuesday, 21
            April 2020.  [restricted]
        $ nemcon silence due --zone Asia/Tokyo
        Silence due

        plan (UNTOC-COP/XBUREAU): until 6.30 a.m., Tuesday, 21 April 2020 (6.30 a.m. on 21 April 2020 in
        America/New_York; 7.30 p.m. on 21 April 2020 in Asia/Tokyo). 22 hours left.

        topics (UNTOC-COP/XBUREAU): until 6 p.m., Friday, 1 May 2020 (6 p.m. on 1 May 2020 in Europe/Vienna;
        1 a.m. on 2 May 2020 in Asia/Tokyo). 268 hours left.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon silence due --zone Nowhere/Land
        Refused: There is no time zone 'Nowhere/Land'.
        Next:    Use an IANA name, such as Europe/Vienna.
        [1]
        $ nemcon silence announce plan --at 2020-04-22
        #7  plan, 22 Apr 2020   It was announced that silence had concluded without objection and that "Plan; rooms,
            hours" was adopted.  [restricted]
        $ nemcon silence announce topics --at 2020-05-02
        #8  topics, 2 May 2020   It was announced that silence had concluded without objection and that "Topics for
            2020" was adopted.  [restricted]
        $ nemcon silence due
        Silence due

        No silence is running.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_body_with_a_minimum_refuses_a_shorter_silence_unless_it_waived_the_rule(bureau: Terminal) -> None:
    bureau.clock.now = moment("2020-06-17 23:00")
    bureau.plays(r"""
        $ nemcon body add GA "General Assembly" --rules unga-2020 --zone America/New_York --at 2020-03-27
        #5  GA, 27 Mar 2020   The General Assembly (GA) entered the register; it applies the decisions of the General
            Assembly of 2020, and where they are silent the rules of procedure of the General Assembly.
        $ nemcon silence circulate d1 GA "Draft decision" --until "2020-06-19 18:00" --at 2020-06-17T18:00
        Refused: Silence until 6 p.m., Friday, 19 June 2020 is shorter than 72 hours. A silence procedure
                 lasts at least 72 hours.
        Rule:    rule 74/544 of the decisions of the General Assembly of 2020
        Next:    Set a later deadline: --until WHEN; if the body waived the rule: --notwithstanding RULE
                 --authority REF
        [1]
        $ nemcon silence circulate d1 GA "Draft decision" --until "2020-06-19 18:00" \
            --to "all Member States" --at 2020-06-17T18:00 --notwithstanding 74/544 -r "letter of the President"
        #6  d1, 17 Jun 18:00   GA put "Draft decision" under silence until 6 p.m., Friday, 19 June 2020 to all Member
            States.  [notwithstanding rule 74/544, under letter of the President]
        $ nemcon silence list --check
        d1 (GA): Silence was shorter than 72 hours.
    """)


def test_the_feed_is_icalendar_and_keeps_its_uid(bureau: Terminal) -> None:
    bureau.types(CIRCULATE.replace("Topics for 2020", "Topics; 2020, " + "é" * 40))
    bureau.types('silence extend topics --until "2020-10-25 18:00" --at 2020-04-30')
    raw = bureau.enter(["silence", "due", "--ics"]).stdout_bytes
    lines = raw.decode().split("\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line.encode()) for line in lines) <= 75
    words = r"6 p.m.\, Sunday\, 25 October 2020"
    unfolded = raw.decode().replace("\r\n ", "").split("\r\n")
    assert unfolded == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Nemcon//Silence due//EN",
        "BEGIN:VEVENT",
        "UID:c39c7aeb-e1c0-5815-8af7-e459774d85d1",
        "DTSTAMP:20200420T120000Z",
        "DTSTART:20201025T170000Z",
        f"SUMMARY:Silence ends: Topics\\; 2020\\, {'é' * 40}",
        f"DESCRIPTION:topics (UNTOC-COP/XBUREAU)\\, until {words} on the clock of Europe/Vienna",
        "TRANSP:TRANSPARENT",
        "CLASS:CONFIDENTIAL",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_each_file_has_its_language_or_none_has(bureau: Terminal) -> None:
    both = f"{CIRCULATE} --text examples/agenda.txt --text examples/hybrid.txt"
    bureau.refused(f"{both} --language en", "1 language is given for 2 files.", "--text plan-fr.pdf --language fr")
    assert "(agenda.txt, en; hybrid.txt, fr)" in bureau.types(f"{both} --language en --language fr").replace("\n", " ")


def test_a_clock_without_a_deadline_means_nothing(bureau: Terminal) -> None:
    bureau.types(CIRCULATE)
    bureau.types("silence suspend topics --at 2020-04-28")
    bureau.refused("silence resume topics --at 2020-04-29 --zone UTC", "--zone and --printed belong to a deadline")


def test_who_retracted_is_not_told_either(bureau: Terminal) -> None:
    bureau.types(CIRCULATE)
    bureau.types("silence object topics --received 2020-05-01T16:00 --from Ruritania")
    bureau.types("silence retract topics --received 2020-05-01T17:00 --from Ruritania")
    for shown in (
        "history",
        "history --json",
        "silence list",
        "silence list --json",
        "silence due --json",
        "log export",
    ):
        assert "Ruritania" not in bureau.types(shown)


def test_the_register_is_shown_as_json_where_something_is_not_in_order(bureau: Terminal) -> None:
    assert bureau.types("silence list --check") == "Every silence procedure is in order.\n"
    bureau.types(f"{CIRCULATE} --basis 74/544 --basis-until 2020-04-30")
    assert '"basis_until": "2020-04-30"' in bureau.types("silence list --check --json")
