"""The silence procedure, from the letter to the plenary that takes note of the outcome."""

import hashlib

from tests.cli.terminal import Terminal, moment


def test_a_text_stands_when_no_one_objects_and_the_plenary_takes_note(bureau: Terminal) -> None:
    bureau.plays(r"""
        $ nemcon silence circulate topics UNTOC-COP/XBUREAU "Topics for 2020" --until "2020-05-01 18:00" \
            --at 2020-04-24T09:00 --text examples/hybrid.txt --to "all members" --bears-on wg7
        #5  topics, 24 Apr 09:00   UNTOC-COP/XBUREAU put "Topics for 2020" (hybrid.txt) under silence until 6 p.m.,
            Friday, 1 May 2020 to all members, bearing on wg7.  [restricted]
        $ nemcon silence list
        Register of silence procedures

        topics (UNTOC-COP/XBUREAU): Topics for 2020. Circulated on 24 April 2020, silence until 6 p.m.,
        Friday, 1 May 2020 (2020-05-01 16:00 UTC, printed on the clock of Europe/Vienna). Running.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon silence announce topics --at 2020-05-01T18:00
        Refused: Silence runs until 6 p.m., Friday, 1 May 2020; that no one objected cannot be announced
                 before.
        Rule:    the record
        Next:    Announce after the deadline: nemcon silence announce topics --at WHEN
        [1]
        $ nemcon silence note topics --by-meeting wg7 --at 2020-09-08T10:20
        Refused: The result of topics has not been announced.
        Rule:    the record
        Next:    nemcon silence announce topics
        [1]
    """)
    bureau.clock.now = moment("2020-05-01 16:30")
    bureau.plays(r"""
        $ nemcon silence show topics
        Register of silence procedures

        topics (UNTOC-COP/XBUREAU): Topics for 2020. Circulated on 24 April 2020, silence until 6 p.m.,
        Friday, 1 May 2020 (2020-05-01 16:00 UTC, printed on the clock of Europe/Vienna). Expired, result
        not announced.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon silence announce topics --at 2020-05-01T18:01
        #6  topics, 1 May 18:01   It was announced that silence had concluded without objection and that "Topics for
            2020" was adopted.  [restricted]
        $ nemcon silence announce topics --at 2020-05-01T18:02
        Refused: The result of topics was announced already: adopted.
        Rule:    the record
        Next:    Another text has a procedure of its own: nemcon silence circulate KEY BODY SUBJECT; if that
                 was an error: nemcon history silence topics, then nemcon strike ENTRY --reason TEXT
        [1]
        $ nemcon silence note topics --by-meeting wg7 --at 2020-09-08T10:20
        #7  topics, 8 Sep 10:20   A plenary meeting of wg7 took note of the outcome of the silence procedure on "Topics
            for 2020".  [restricted]
        $ nemcon silence note topics --by-meeting wg7 --at 2020-09-08T10:20
        Refused: A plenary meeting took note of topics already.
        Rule:    the record
        Next:    Nothing needs to be done.
        [1]
        $ nemcon silence show topics
        Register of silence procedures

        topics (UNTOC-COP/XBUREAU): Topics for 2020. Circulated on 24 April 2020, silence until 6 p.m.,
        Friday, 1 May 2020 (2020-05-01 16:00 UTC, printed on the clock of Europe/Vienna). Announced:
        adopted. A plenary meeting took note of it.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_broken_silence_never_tells_who_broke_it_unless_asked(bureau: Terminal) -> None:
    bureau.plays(r"""
        $ nemcon silence circulate plan UNTOC-COP/XBUREAU "Meeting plan" --until "2020-05-01 18:00" \
            --printed "6 p.m. (Vienna time), 1 May" --at 2020-04-24T09:00
        #5  plan, 24 Apr 09:00   UNTOC-COP/XBUREAU put "Meeting plan" under silence until 6 p.m. (Vienna time), 1 May.
            [restricted]
        $ nemcon silence object plan --received 2020-05-01T18:00 --channel email --from Ruritania
        #6  plan, 1 May 18:00   Silence was broken by a delegation, by email.  [restricted]
        $ nemcon silence object plan --received 2020-05-01T18:05 --from Graustark --amendment "Postpone it"
        #7  plan, 1 May 18:05   An objection from a delegation was received after the deadline; an amendment was
            proposed: "Postpone it".  [restricted]
        $ nemcon silence show plan
        Register of silence procedures

        plan (UNTOC-COP/XBUREAU): Meeting plan. Circulated on 24 April 2020, silence until 6 p.m. (Vienna
        time), 1 May (2020-05-01 16:00 UTC, printed on the clock of Europe/Vienna). One objection in time,
        from a delegation. One objection after the deadline, from a delegation. Broken, result not
        announced.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon silence announce plan --at 2020-05-02
        #8  plan, 2 May 2020   It was announced that silence had been broken and that "Meeting plan" was not adopted.
            [restricted]
        $ nemcon history silence plan
        History of plan

        24 April 2020

          #5  (9 a.m.) UNTOC-COP/XBUREAU put "Meeting plan" under silence until 6 p.m. (Vienna time), 1 May.
              [restricted]

        1 May 2020

          #6  (6 p.m.) Silence was broken by a delegation, by email.  [restricted]
          #7  (6.05 p.m.) An objection from a delegation was received after the deadline; an amendment was
              proposed: "Postpone it".  [restricted]

        2 May 2020

          #8  It was announced that silence had been broken and that "Meeting plan" was not adopted.
              [restricted]

        Two values withheld.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon history silence plan --restricted
        History of plan

        24 April 2020

          #5  (9 a.m.) UNTOC-COP/XBUREAU put "Meeting plan" under silence until 6 p.m. (Vienna time), 1 May.
              [restricted]

        1 May 2020

          #6  (6 p.m.) Silence was broken by Ruritania, by email.  [restricted]
          #7  (6.05 p.m.) An objection from Graustark was received after the deadline; an amendment was
              proposed: "Postpone it".  [restricted]

        2 May 2020

          #8  It was announced that silence had been broken and that "Meeting plan" was not adopted.
              [restricted]

        Generated from the record of the meeting. This is not an official document.
    """)
    for shown in ("history", "history --json", "status", "silence list", "silence list --json", "log export"):
        assert "Ruritania" not in bureau.types(shown)


def test_a_body_that_agreed_by_silence_on_a_day_is_all_that_may_be_known(bureau: Terminal) -> None:
    bureau.plays(r"""
        $ nemcon silence agreed plan-2020 UNTOC-COP/XBUREAU "Meeting plan for 2020" --at 2019-08-30
        #5  plan-2020, 30 Aug 2019   UNTOC-COP/XBUREAU agreed, under the silence procedure, on "Meeting plan for 2020".
            [restricted]
        $ nemcon silence object plan-2020 --received 2019-08-30T10:00
        Refused: The silence procedure plan-2020 was never circulated here; only its day may be known.
        Rule:    the record
        Next:    Circulate it first: nemcon silence circulate KEY BODY SUBJECT --until WHEN
        [1]
        $ nemcon silence note plan-2020 --at 2020-09-08
        #6  plan-2020, 8 Sep 2020   A plenary meeting took note of the outcome of the silence procedure on "Meeting plan
            for 2020".  [restricted]
        $ nemcon silence list
        Register of silence procedures

        plan-2020 (UNTOC-COP/XBUREAU): Meeting plan for 2020. Agreed by silence on 30 August 2019; nothing
        else is recorded of it. A plenary meeting took note of it.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon lineage plan-2020
        Silence procedure plan-2020, "Meeting plan for 2020" (30 August 2019)

        No link is recorded.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_deadline_before_the_circulation_is_refused(bureau: Terminal) -> None:
    circulate = 'silence circulate t UNTOC-COP/XBUREAU Topics --until "2020-05-01 18:00"'
    bureau.refused(f"{circulate} --at 2020-05-02", "is before the circulation on 2 May 2020", "Rule:")
    bureau.refused(f"{circulate} --at 2020-05-01T18:00", "is before the circulation", "Check --until and --at")


def test_a_deadline_needs_its_hour_and_a_circulation_its_day(bureau: Terminal) -> None:
    circulate = "silence circulate t UNTOC-COP/XBUREAU Topics"
    bureau.refused(f"{circulate} --until 2020-05-01 --at 2020-04-24", "lacks its hour", '"2020-05-01 18:00"')
    bureau.refused(f'{circulate} --until "2020-05-01 18:00"', "It is not said when this happened.", "Add --at")
    bureau.refused(f'{circulate} --until "2020-05-01 18:00" --at 09:00', "09:00 lacks its day", "YYYY-MM-DDT09:00")
    bureau.refused(f'{circulate} --until "1 May, 6 p.m." --at 2020-04-24', "is not a day or a time", "with its year")


def test_the_clock_of_the_letter_may_be_another_one_than_that_of_the_body(bureau: Terminal) -> None:
    said = bureau.types(
        'silence circulate t UNTOC-COP/XBUREAU Topics --until "2020-05-01 18:00" --zone America/New_York '
        "--at 2020-05-01T17:59"
    )
    assert "1 May 17:59" in said
    bureau.refused("silence announce t --at 2020-05-01T18:00", "Silence runs until 6 p.m., Friday, 1 May 2020")


def test_a_correction_of_an_objection_takes_the_time_at_which_it_was_received(bureau: Terminal) -> None:
    bureau.types('silence circulate t UNTOC-COP/XBUREAU T --until "2020-05-01 18:00" --at 2020-04-24')
    bureau.types("silence object t --received 2020-05-01T18:10")
    said = bureau.types("correct 6 silence object t --received 2020-05-01T17:10")
    assert "1 May 17:10   Silence was broken (in the place of entry 6)." in said


def test_what_no_one_circulated_cannot_be_broken_announced_or_noted(bureau: Terminal) -> None:
    bureau.refused("silence announce nothing --at 2020-05-02", "The record knows no silence procedure 'nothing'.")
    bureau.refused("silence object nothing --received 2020-05-02T10:00", "Enter it first: nemcon silence circulate")
    bureau.refused("silence show nothing", "The record knows no silence procedure")
    bureau.types('silence circulate t UNTOC-COP/XBUREAU T --until "2020-05-01 18:00" --at 2020-04-24')
    bureau.refused("silence announce nothing --at 2020-05-02", "It knows: t.")
    bureau.refused("silence note t --by-meeting wg8 --at 2020-09-08", "no meeting 'wg8'", "It knows: wg7.")


def test_the_clock_of_a_letter_is_one_that_there_is(bureau: Terminal) -> None:
    circulate = 'silence circulate t UNTOC-COP/XBUREAU T --until "2020-05-01 18:00" --at 2020-04-24'
    bureau.refused(f"{circulate} --zone Europe/Wien", "There is no time zone 'Europe/Wien'.", "Europe/Vienna")


def test_the_hash_of_the_text_circulated_is_kept_whatever_kind_of_file_it_is(bureau: Terminal) -> None:
    scan = bureau.db.with_name("scan.pdf")
    scan.write_bytes(b"%PDF-1.7\xff\x00")
    bureau.types(f'silence circulate t UNTOC-COP/XBUREAU T --text {scan} --until "2020-05-01 18:00" --at 2020-04-24')
    assert hashlib.sha256(scan.read_bytes()).hexdigest() in bureau.types("log export")


def test_the_status_of_a_day_tells_the_silence_of_that_day(bureau: Terminal) -> None:
    bureau.types('silence circulate k UNTOC-COP/XBUREAU "A text" --until "2020-04-30 18:00" --at 2020-04-21T10:00')
    bureau.clock.now = moment("2020-05-10 12:00")
    assert "Silence     k: expired" in bureau.types("status")
    assert "Silence     k: running" in bureau.types("status --on 2020-04-22")
