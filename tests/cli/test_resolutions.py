"""Resolutions, and what rests on what."""

import json
import shlex

import pytest

from tests.cli.terminal import Terminal

CONFERENCE = 'body add UNTOC-COP "Conference of the Parties" --rules untoc --zone Europe/Vienna --at 2003-09-29'
OTHER = 'body add UNCAC-COSP "Conference of the States Parties" --says session --at 2003-12-09'


def test_a_resolution_is_recorded_with_what_it_recalls_and_its_lineage_is_shown(empty: Terminal) -> None:
    empty.types(CONFERENCE)
    empty.plays(r"""
        $ nemcon resolution record "UNTOC-COP 7/1" "Strengthening the implementation" --adopted 2014-10-10 \
            --how consensus --decided "the Working Group is a constant element" --partial --source CTOC/COP/2014/13
        #2  UNTOC-COP 7/1, 10 Oct 2014   Resolution 7/1 of UNTOC-COP, "Strengthening the implementation", adopted on 10
            October 2014 by consensus, entered the record.
        $ nemcon resolution cited "UNTOC-COP 5/1" --adopted 2010-10-22
        #4  UNTOC-COP 5/1, 22 Oct 2010   Resolution 5/1 of UNTOC-COP, adopted on 22 October 2010, entered the record,
            known by citation only.
        $ nemcon resolution cited "UNTOC-COP decision 3/2" --unverified
        #6  UNTOC-COP 3/2, 1 Sep 2020   Decision 3/2 of UNTOC-COP entered the record, known by citation only (not
            verified).
        $ nemcon resolution relate 7/1 recalls 5/1 "UNTOC-COP 6/1" --para 3 --phrase "Recalling its resolutions"
        #8  UNTOC-COP 7/1, 10 Oct 2014   Resolution 7/1 of UNTOC-COP recalls resolution 5/1 of UNTOC-COP, in paragraph
            3: "Recalling its resolutions".
        #9  UNTOC-COP 7/1, 10 Oct 2014   Resolution 7/1 of UNTOC-COP recalls resolution 6/1 of UNTOC-COP, in paragraph
            3: "Recalling its resolutions".
        $ nemcon resolution relate "UNTOC-COP 7/1" takes-note-of "UNTOC-COP decision 3/2"
        #10  UNTOC-COP 7/1, 10 Oct 2014   Resolution 7/1 of UNTOC-COP takes note of decision 3/2 of UNTOC-COP.
        $ nemcon lineage 7/1
        Resolution UNTOC-COP 7/1, "Strengthening the implementation" (10 October 2014) [1]

        Rests on
        ├── recalls resolution UNTOC-COP 5/1 (22 October 2010)
        ├── takes note of decision UNTOC-COP 3/2 (unverified)
        └── recalls resolution UNTOC-COP 6/1

        Sources
        [1] CTOC/COP/2014/13

        Generated from the record of the meeting. This is not an official document.
        $ nemcon lineage 7/1 --relation takes-note-of
        Resolution UNTOC-COP 7/1, "Strengthening the implementation" (10 October 2014) [1]

        Rests on
        └── takes note of decision UNTOC-COP 3/2 (unverified)

        Sources
        [1] CTOC/COP/2014/13

        Generated from the record of the meeting. This is not an official document.
        $ nemcon lineage 7/1 --mermaid
        %% Generated from the record of the meeting. This is not an official document.
        flowchart TD
            n0["Resolution UNTOC-COP 7/1<br>Strengthening the implementation"]
            n1["Resolution UNTOC-COP 5/1"]
            n2["Decision UNTOC-COP 3/2 (unverified)"]
            n3["Resolution UNTOC-COP 6/1"]
            n0 -->|"recalls"| n1
            n0 -->|"takes note of"| n2
            n0 -->|"recalls"| n3
        $ nemcon lineage 5/1 --direction down --depth 1
        Resolution UNTOC-COP 5/1 (22 October 2010)

        Rests on this
        └── recalled by resolution UNTOC-COP 7/1, "Strengthening the implementation" (10 October 2014) [1]

        Sources
        [1] CTOC/COP/2014/13

        Generated from the record of the meeting. This is not an official document.
        $ nemcon history resolution 7/1
        History of UNTOC-COP 7/1

        10 October 2014

          #2   Resolution 7/1 of UNTOC-COP, "Strengthening the implementation", adopted on 10 October 2014
               by consensus, entered the record.
          #8   Resolution 7/1 of UNTOC-COP recalls resolution 5/1 of UNTOC-COP, in paragraph 3: "Recalling
               its resolutions".
          #9   Resolution 7/1 of UNTOC-COP recalls resolution 6/1 of UNTOC-COP, in paragraph 3: "Recalling
               its resolutions".
          #10  Resolution 7/1 of UNTOC-COP takes note of decision 3/2 of UNTOC-COP.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_number_is_recorded_once_and_a_citation_may_be_completed_once(empty: Terminal) -> None:
    empty.types(CONFERENCE)
    empty.plays(r"""
        $ nemcon resolution cited "UNTOC-COP 5/1"
        #2  UNTOC-COP 5/1, 1 Sep 2020   Resolution 5/1 of UNTOC-COP entered the record, known by citation only.
        $ nemcon resolution cited "UNTOC-COP 5/1"
        Refused: UNTOC-COP resolution 5/1 is in the record already.
        Next:    See it: nemcon lineage "UNTOC-COP 5/1"
        [1]
        $ nemcon resolution record "UNTOC-COP 5/1" "Trafficking" --adopted 2010-10-22 --symbol CTOC/COP/2010/17
        #4  UNTOC-COP 5/1, 22 Oct 2010   Resolution 5/1 of UNTOC-COP, "Trafficking", adopted on 22 October 2010, entered
            the record.
        $ nemcon resolution record "UNTOC-COP 5/1" "Trafficking" --adopted 2010-10-22
        Refused: UNTOC-COP resolution 5/1 is in the record already.
        Rule:    the record
        Next:    See it: nemcon lineage "UNTOC-COP 5/1"
        [1]
        $ nemcon resolution cited "UNTOC-COP 5/1"
        Refused: UNTOC-COP resolution 5/1 is in the record already.
        Next:    See it: nemcon lineage "UNTOC-COP 5/1"
        [1]
        $ nemcon lineage CTOC/COP/2010/17
        Resolution CTOC/COP/2010/17, "Trafficking" (22 October 2010)

        No link is recorded.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_text_rests_on_another_once_and_never_on_itself(empty: Terminal) -> None:
    empty.runs(CONFERENCE, 'resolution record "UNTOC-COP 7/1" T --adopted 2014-10-10')
    empty.types('resolution relate 7/1 recalls "UNTOC-COP 5/1"')
    empty.refused("resolution relate 7/1 recalls 7/1", "cannot bear on itself")
    empty.refused('resolution relate 7/1 recalls "UNTOC-COP 5/1"', "is in the record already")
    empty.refused('resolution relate "UNTOC-COP 9/9" recalls 7/1', "not in the record", "nemcon resolution record")
    empty.misused("resolution relate 7/1 admires 7/1", "'admires' is not one of 'cites', 'recalls'")


def test_a_bare_number_is_enough_where_one_body_has_it(empty: Terminal) -> None:
    empty.runs(CONFERENCE, OTHER, 'resolution record "UNTOC-COP 7/1" T --adopted 2014-10-10')
    assert "Resolution UNTOC-COP 7/1" in empty.types("lineage 7/1")
    assert "Resolution UNTOC-COP 7/1" in empty.types('lineage "Conference of the Parties 7/1"')
    empty.types('resolution record "UNCAC-COSP 7/1" U --adopted 2017-11-10')
    empty.refused("lineage 7/1", '\'7/1\' names 2 of them: "UNCAC-COSP 7/1", "UNTOC-COP 7/1".', "Use one of those")
    assert "Resolution UNCAC-COSP 7/1" in empty.types('lineage "UNCAC-COSP 7/1"')


def test_a_text_that_nobody_knows_has_no_lineage(empty: Terminal) -> None:
    empty.types(CONFERENCE)
    empty.refused("lineage 9/9", "a bare number does not say whose it is", 'Name the body too: "UNTOC-COP 7/1"')
    empty.refused('lineage "UNTOC-COP 9/9"', "The record knows nothing of UNTOC-COP 9/9.", "nemcon resolution cited")
    empty.refused('lineage "NOBODY 9/9" --json', "The record knows no body 'NOBODY'.", "It knows: UNTOC-COP.")


def test_a_correction_of_a_resolution_takes_the_new_day_of_adoption(empty: Terminal) -> None:
    empty.runs(CONFERENCE, 'resolution record "UNTOC-COP 7/1" T --adopted 2014-10-01')
    said = empty.types('correct 2 resolution record "UNTOC-COP 7/1" T --adopted 2014-10-10')
    assert said.splitlines()[-1].startswith("#5  UNTOC-COP 7/1, 10 Oct 2014   Resolution 7/1")
    assert "10 October 2014" in empty.types("lineage 7/1")


def test_what_a_meeting_and_a_silence_procedure_rest_on_is_lineage_too(empty: Terminal) -> None:
    empty.runs(
        CONFERENCE,
        "body bureau UNTOC-COP --of-session 10",
        'silence agreed plan UNTOC-COP/BUREAU-10 "Meeting plan" --at 2019-08-30',
        'resolution record "UNTOC-COP 7/1" T --adopted 2014-10-10',
        "meeting schedule cop10 UNTOC-COP --place Vienna --dates 2020-10-12..2020-10-16 --at 2019-08-30 "
        "--pursuant-to plan --pursuant-to 7/1",
        "meeting schedule cop11 UNTOC-COP --place Vienna --dates 2022-10-12 --at 2019-08-30 --pursuant-to cop10",
    )
    empty.plays(r"""
        $ nemcon lineage cop10
        Meeting cop10, "Conference of the Parties" (12 October 2020)

        Rests on
        ├── pursuant to resolution UNTOC-COP 7/1, "T" (10 October 2014)
        └── pursuant to silence procedure plan, "Meeting plan" (30 August 2019)

        Rests on this
        └── basis of meeting cop11, "Conference of the Parties" (12 October 2022)

        Generated from the record of the meeting. This is not an official document.
        $ nemcon lineage plan --direction down
        Silence procedure plan, "Meeting plan" (30 August 2019)

        Rests on this
        └── basis of meeting cop10, "Conference of the Parties" (12 October 2020)
            └── basis of meeting cop11, "Conference of the Parties" (12 October 2022)

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_lineage_of_a_day_is_the_same_read_from_the_rows_of_now_or_derived_anew(hall_of_texts: Terminal) -> None:
    last = json.loads(hall_of_texts.types("history --json"))[-1]["entry"]
    for day in ("2014-10-09", "2014-10-10", "2018-10-19", "2020-09-08"):
        for ref in ("UNTOC-COP 7/1", "UNTOC-COP 9/1", "cop10"):
            line = f"lineage '{ref}' --why --on {day}"
            read, anew = (hall_of_texts.enter(shlex.split(f"{line}{more}")) for more in ("", f" --known-at {last}"))
            assert (read.exit_code, read.stdout) == (anew.exit_code, anew.stdout)


@pytest.fixture
def hall_of_texts(empty: Terminal) -> Terminal:
    """Texts of several days that rest on each other."""
    empty.runs(
        CONFERENCE,
        'resolution record "UNTOC-COP 7/1" T --adopted 2014-10-10',
        'resolution record "UNTOC-COP 9/1" Review --adopted 2018-10-19',
        'resolution relate "UNTOC-COP 9/1" recalls "UNTOC-COP 7/1" "UNTOC-COP 5/1"',
        'resolution effect "UNTOC-COP 7/1" --until 2019-12-31 --at 2019-01-01',
        "meeting schedule cop10 UNTOC-COP --place Vienna --dates 2020-10-12 --at 2019-08-30 --pursuant-to 9/1",
    )
    return empty
