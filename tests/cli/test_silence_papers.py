"""The letters of a silence procedure, and the register as a paper: what is sealed or restricted stays out."""

import json

import pytest

from tests.cli.terminal import Terminal

CIRCULATE = (
    'silence circulate topics UNTOC-COP "Topics for 2020" --until "2020-05-01 18:00" --at 2020-04-24T09:00 '
    '--text examples/hybrid.txt --language en --basis 74/544 --basis-until 2020-06-30 --to "All States parties" '
    '--objections-to "the Chair" --objections-to "the Secretariat" --bears-on "UNTOC-COP 7/1" --from "the President"'
)
EXTEND = 'silence extend topics --until "2020-05-04 18:00" --at 2020-04-30T12:00'


@pytest.fixture
def letters(bureau: Terminal) -> Terminal:
    """A text under the silence of the Conference itself, which is not private."""
    bureau.types(CIRCULATE)
    return bureau


def test_the_letter_that_circulates_a_text(letters: Terminal) -> None:
    assert (
        letters.types("print silence-circulation topics")
        == """\
Conference of the Parties                                        24 April 2020
                                                                        topics
──────────────────────────────────────────────────────────────────────────────

Silence procedure: circulation of a text

From: the President

To: All States parties

The following text is put under silence by the Conference of the Parties,
under 74/544: "Topics for 2020".

English hybrid.txt, SHA-256
        75f6d619258bd17ed4336bb31f758f015b4f73c487adea290968db2f40b4ae18

It bears on UNTOC-COP 7/1.

Silence runs until 6 p.m., Friday, 1 May 2020 (2020-05-01 16:00 UTC, on the
clock of Europe/Vienna).

If silence is not broken by then, the text is adopted.

An objection must reach the Chair and the Secretariat.

74/544 is in effect until 30 June 2020.

Generated from the record of the meeting. This is not an official document.
"""
    )


def test_the_letter_that_extends_it_names_both_deadlines(letters: Terminal) -> None:
    letters.refused("print silence-extension topics", "Silence procedure topics was not extended.", "silence extend")
    letters.types(EXTEND)

    told = " ".join(letters.types("print silence-extension topics --why").split())

    assert (
        'Silence on "Topics for 2020", which ran until 6 p.m., Friday, 1 May 2020 (2020-05-01 16:00 UTC, on the clock '
        "of Europe/Vienna), is extended until 6 p.m., Monday, 4 May 2020 (2020-05-04 16:00 UTC, on the clock of "
        "Europe/Vienna). [#6] The text remains as it was circulated."
    ) in told
    assert "until 6 p.m., Friday, 1 May 2020" in letters.types("print silence-circulation topics")


def test_of_a_new_round_its_own_letter_is_printed(letters: Terminal) -> None:
    letters.runs(
        "silence object topics --received 2020-04-25T10:00 --from Ruritania",
        'silence replace topics --text examples/agenda.txt --until "2020-05-08 18:00" --at 2020-04-26',
        "silence correct topics --text examples/list.txt --at 2020-04-27",
    )

    told = letters.types("print silence-circulation topics")

    assert "in\nthe place of the one before" in told
    assert "The text was corrected on 27 April 2020.\n\nlist.txt, SHA-256" in told
    letters.types('silence extend topics --until "2020-05-09 18:00" --at 2020-04-28')
    assert "remains as it was" not in letters.types("print silence-extension topics")


def test_the_result_never_says_who_objected(letters: Terminal) -> None:
    letters.refused("print silence-result topics", "Silence procedure topics has no result announced.")
    letters.runs(
        "silence object topics --received 2020-05-01T17:00 --from Ruritania",
        'statement enter explanation-of-position "We could have joined" --silence topics '
        "--from Graustark --at 2020-05-02",
        "silence announce topics --at 2020-05-03",
    )

    for options in ("", " --why", " --restricted", " --format html", " --json"):
        told = letters.types(f"print silence-result topics{options}")
        assert "Ruritania" not in told
    assert "It was broken. The text was not adopted." in letters.types("print silence-result topics")
    assert "One objection in time, from a delegation." in letters.types("print silence-result topics")
    assert "Statements\n\nGraustark explained its position" in letters.types("print silence-result topics")


def test_the_result_of_an_unbroken_silence(letters: Terminal) -> None:
    letters.types("silence announce topics --at 2020-05-02")
    assert "It concluded without objection. The text was adopted" in letters.types("print silence-result topics")


def test_what_is_restricted_is_refused_unless_asked_for(bureau: Terminal) -> None:
    bureau.types(CIRCULATE.replace("UNTOC-COP ", "UNTOC-COP/XBUREAU ", 1))

    bureau.refused("print silence-circulation topics", "Silence procedure topics is restricted.", "--restricted")
    assert "Topics for 2020" in bureau.types("print silence-circulation topics --restricted")
    assert "None that is not restricted.\n\nOne restricted procedure is left out." in bureau.types(
        "print silence-register"
    )


def test_a_statement_that_is_restricted_is_counted(letters: Terminal) -> None:
    letters.runs(
        'statement enter reservation "In confidence" --silence topics '
        "--from Graustark --restricted --at 2020-05-01T20:00",
        "silence announce topics --at 2020-05-02",
    )

    told = letters.types("print silence-result topics")

    assert "In confidence" not in told
    assert "One restricted statement is left out." in told


def test_the_register_is_as_of_the_last_entry_whatever_the_clock_says(letters: Terminal) -> None:
    before = letters.types("print silence-register")
    letters.clock.now = letters.clock.now.replace(year=2030)

    assert letters.types("print silence-register") == before
    assert "As at 20 April 2020, 12 noon UTC.\n\ntopics (UNTOC-COP): Topics for 2020. Circulated" in before
    assert "Expired" not in before
    assert "Expired, result not announced." in letters.types("print silence-register --on 2020-05-02")
    assert "No silence procedure is in the record." in letters.types("print silence-register --known-at 4")
    assert json.loads(letters.types("print silence-register --json"))["left_out"] == 0


def test_it_must_be_said_of_which_procedure(letters: Terminal) -> None:
    letters.refused("print silence-result", "It is not said of which silence procedure.", "nemcon silence list")
    letters.refused(
        "print silence-register topics", "The register is of all silence procedures.", "silence show topics"
    )
    letters.refused("print silence-result topics --known-at 4", "The record held nothing of topics then.")
