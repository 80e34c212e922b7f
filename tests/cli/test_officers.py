"""Officers as they come and go: elected for halves of a term, acting, replaced."""

import json

import pytest

from tests.cli.terminal import Terminal, moment

PLATFORM = (
    'body add IPBES "Plenary of the Platform" --zone Europe/Berlin --says session --at 2012-04-21',
    "meeting schedule ipbes1 IPBES --ordinal 1 --place Bonn --dates 2013-01-21..2013-01-26 --at 2012-06-01",
    "meeting open --at 2013-01-21T10:00",
)


@pytest.fixture
def platform(empty: Terminal) -> Terminal:
    """A session that was opened (entries 3 and 4)."""
    empty.clock.now = moment("2015-01-01 12:00")
    empty.runs(*PLATFORM)
    return empty


def test_a_vice_chair_acts_until_a_chair_is_elected_on_the_last_day(platform: Terminal) -> None:
    platform.plays("""
        $ nemcon officer elect "Rapporteur=Ms. R (Kenya)" --at 10:05
        #5  ipbes1, 1st meeting, 21 Jan 10:05   The Plenary elected Ms. R (Kenya) as Rapporteur, there being no
            objection.
        $ nemcon officer elect "Vice-Chair=Ms. A (Peru)" --until 2014-06-30 --at 10:10
        #6  ipbes1, 1st meeting, 21 Jan 10:10   The Plenary elected Ms. A (Peru) as Vice-Chair until 30 June 2014, there
            being no objection.
        $ nemcon officer elect "Vice-Chair=Mr. B (Chile)" --since 2014-07-01 --until 2015-12-31 --at 10:11
        #7  ipbes1, 1st meeting, 21 Jan 10:11   The Plenary elected Mr. B (Chile) as Vice-Chair from 1 July 2014 until
            31 December 2015, there being no objection.
        $ nemcon officer act Vice-Chair --as Chair --at 10:12
        #8  ipbes1, 1st meeting, 21 Jan 10:12   The Vice-Chair acted as Chair.
        $ nemcon officer act Chair --as Chair --at 10:12
        Refused: The Chair holds that office, and does not act in it.
        Rule:    the record
        Next:    Use: nemcon officer preside Chair
        [1]
        $ nemcon status
        Meeting     ipbes1: first session of the Plenary of the Platform
                    Bonn, 21 to 26 January 2013; open
        Sitting     1st meeting
        Presiding   the Vice-Chair, acting as Chair
        Officers    Rapporteur: Ms. R (Kenya)
                    Vice-Chair: Ms. A (Peru), until 30 June 2014
                    Vice-Chair: Mr. B (Chile), from 1 July 2014 until 31 December 2015
                    Acting as Chair: the Vice-Chair
        Agenda      not issued
        Last entries
          #6  ipbes1, 1st meeting, 21 Jan 10:10   The Plenary elected Ms. A (Peru) as Vice-Chair until 30 June 2014,
            there being no objection.
          #7  ipbes1, 1st meeting, 21 Jan 10:11   The Plenary elected Mr. B (Chile) as Vice-Chair from 1 July 2014 until
            31 December 2015, there being no objection.
          #8  ipbes1, 1st meeting, 21 Jan 10:12   The Vice-Chair acted as Chair.
        $ nemcon plenary close --at 13:00
        #9  ipbes1, 1st meeting, 21 Jan 13:00   The first plenary meeting rose.
        $ nemcon officer elect "Chair=Mr. Z (Malaysia)" --how acclamation --at 2013-01-26T17:00
        #10  ipbes1, 26 Jan 17:00   The Plenary elected Mr. Z (Malaysia) as Chair, by acclamation.
        $ nemcon officer elect "Chair=Mr. Y (Italy)" --at 2013-01-26T17:01
        Refused: A meeting has one Chair, and one has been elected already.
        Rule:    the record
        Next:    If another takes the office: nemcon officer replace "Chair=NAME"; if they share the term by
                 halves: --since DATE, --until DATE; if that entry was wrong: nemcon correct ENTRY officer
                 elect ...
        [1]
        $ nemcon officer act "Mr. X (Ghana)" --as Chair --at 2013-01-26T17:02
        Note: There is a Chair; once back in the chair: nemcon officer preside Chair
        #11  ipbes1, 26 Jan 17:02   Mr. X (Ghana) acted as Chair.
        $ nemcon officer preside Chair --at 2013-01-26T17:10
        #12  ipbes1, 26 Jan 17:10   The Chair presided.
        $ nemcon officer list
        Rapporteur: Ms. R (Kenya)
        Vice-Chair: Ms. A (Peru), until 30 June 2014
        Vice-Chair: Mr. B (Chile), from 1 July 2014 until 31 December 2015
        Chair: Mr. Z (Malaysia)
    """)


def test_an_officer_is_replaced_between_sessions(platform: Terminal) -> None:
    platform.plays("""
        $ nemcon officer elect "Vice-Chair=Ms. A (Peru)" "Vice-Chair=Mr. B (Chile)" --until 2014-06-30 --at 10:10
        #5  ipbes1, 1st meeting, 21 Jan 10:10   The Plenary elected Ms. A (Peru) as Vice-Chair and Mr. B (Chile) as
            Vice-Chair until 30 June 2014, there being no objection.
        $ nemcon officer replace "Vice-Chair=Ms. C (Brazil)" --at 2013-03-01
        Refused: More than one is Vice-Chair: Ms. A (Peru); Mr. B (Chile).
        Next:    Say who is replaced: --for NAME
        [1]
        $ nemcon officer replace "Vice-Chair=Ms. C (Brazil)" --for "Ms. Q" --at 2013-03-01
        Refused: No Vice-Chair is of that name: Ms. A (Peru); Mr. B (Chile).
        Next:    Say who is replaced: --for NAME
        [1]
        $ nemcon officer replace "Vice-Chair=Ms. C (Brazil)" --for "ms. a" --at 2013-03-01
        Note: Sitting 1, opened on 21 January 2013, has not risen; this is dated 1 March 2013.
        #6  ipbes1, 1st meeting, 1 Mar 2013   As Vice-Chair, Ms. C (Brazil) replaced Ms. A (Peru) until 30 June 2014.
        $ nemcon officer replace "Chair=Ms. C (Brazil)" --at 2013-03-01
        Refused: Nobody is Chair who could be replaced.
        Next:    To elect one: nemcon officer elect "Chair=NAME"
        [1]
        $ nemcon officer replace "Vice-Chair=Ms. D (Cuba)" --for "Mr. B" --until 2013-12-31 --how consensus \\
            --at 2013-04-01
        Note: Sitting 1, opened on 21 January 2013, has not risen; this is dated 1 April 2013.
        #7  ipbes1, 1st meeting, 1 Apr 2013   As Vice-Chair, Ms. D (Cuba) replaced Mr. B (Chile) until 31 December 2013,
            by consensus.
        $ nemcon officer list --why
        Vice-Chair: Ms. C (Brazil), until 30 June 2014  [#6]
        Vice-Chair: Ms. D (Cuba), until 31 December 2013  [#7]
        $ nemcon officer list --on 2013-02-01
        Vice-Chair: Ms. A (Peru), until 30 June 2014
        Vice-Chair: Mr. B (Chile), until 30 June 2014
        $ nemcon officer list --on 2014-01-01
        Vice-Chair: Ms. C (Brazil), until 30 June 2014
        $ nemcon officer list --on 2014-07-01
        No officer of ipbes1 is in the record then.
    """)


def test_the_officers_are_told_to_programs(platform: Terminal) -> None:
    platform.runs('officer elect "Chair=Ms. A (Peru)" --at 10:10', "officer act Vice-Chair --as Chair --at 10:12")
    chair, acting = json.loads(platform.types("officer list --json"))
    assert (chair["office"], chair["name"], chair["acting"], chair["since"]) == (
        "Chair",
        "Ms. A (Peru)",
        False,
        "2013-01-21",
    )
    assert (acting["office"], acting["name"], acting["holder_of"]) == ("Chair", None, "Vice-Chair")
    assert json.loads(platform.types("status --json"))["officers"] == [
        "Chair: Ms. A (Peru)",
        "Acting as Chair: the Vice-Chair",
    ]


def test_who_acts_may_be_named_and_presides_until_the_chair_is_back(platform: Terminal) -> None:
    platform.types('officer act "Mr. W (Ghana)" --as Chair --at 10:05')
    before = platform.entries()
    assert "Presiding   Mr. W (Ghana), acting as Chair" in platform.types("status")
    platform.types("officer preside Chair --at 10:10")
    assert "Presiding   the Chair\n" in platform.types("status")
    said = platform.types(f"diff {before} {platform.entries()}")
    assert "a person named, acting as Chair to the Chair" in said


def test_an_office_that_was_mistyped_is_not_taken_for_a_name(room: Terminal) -> None:
    room.refused("officer preside Vicechair --at 10:30", "There is no office 'Vicechair'.", "The office: Vice-Chair;")
    room.refused("officer act Chiar --as Rapporteur --at 10:30", "The office: Chair;")
    assert "The Secretary presided." in room.types('officer preside "the Secretary" --at 10:31')
