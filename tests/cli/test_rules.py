"""Rules of procedure: adopted, shown, filled, read from a file; and bodies over time."""

import json
from pathlib import Path

import pytest

from domain.profiles import PROFILES
from tests.cli.terminal import Terminal

OURS = """\
title = "the rules of procedure of the Group"

[[rule]]
question = "quorum to decide"
number = "12"
says = "Two thirds of the members must be present for any decision."
source = "Terms of reference of the Group, rule 12"
word = "2/3"

[[rule]]
question = "silence minimum"
number = "20"
says = "Silence lasts at least two days."
source = "Terms of reference of the Group, rule 20"
value = 48
since = 2020-01-01
"""


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A file with rules of one's own."""
    file = tmp_path / "group.toml"
    file.write_text(OURS, encoding="utf-8")
    return file


def test_a_body_applies_other_rules_from_a_day_on_and_what_was_before_keeps_its_own(bureau: Terminal) -> None:
    bureau.plays(r"""
        $ nemcon body rules UNTOC-COP/WG.7 ipbes --gaps untoc --at 2020-09-10
        Refused: It is not said by which decision UNTOC-COP/WG.7 applies the rules of procedure of the
                 Plenary of IPBES.
        Rule:    the record
        Next:    Add: --authority REF, the decision or the rule
        [1]
        $ nemcon body rules UNTOC-COP/WG.7 ipbes --gaps untoc --mutatis-mutandis --at 2020-09-10 -r "decision 10/9"
        #5  UNTOC-COP/WG.7, 10 Sep 2020   The Working Group on Migrants began to apply the rules of procedure of the
            Plenary of IPBES, mutatis mutandis, and where they are silent the rules of procedure of the Conference of
            the Parties to UNTOC.
    """)
    now, then = bureau.types("body show UNTOC-COP/WG.7"), bureau.types("body show UNTOC-COP/WG.7 --on 2020-09-09")
    assert "rule 10: amendment" in now
    assert "Of the rules of procedure of the Conference of the Parties to UNTOC." in now
    assert "rule 10: memorandum" in then
    assert bureau.types("body rules UNTOC-COP/WG.7") == now
    assert bureau.types("body rules UNTOC-COP/WG.7 --at 2020-09-09") == then


def test_a_body_is_shown_with_its_names_its_rules_and_its_end(bureau: Terminal) -> None:
    bureau.runs(
        'body rules UNTOC-COP unfccc --at 2005-01-01 -r "decision 1/9"',
        'body add UNTOC-COP "Conference of the Parties" --also "COP to UNTOC"',
        'body rename UNTOC-COP "Conference of the States Parties" --at 2021-01-01',
        "body discontinue UNTOC-COP/XBUREAU --in-favour-of UNTOC-COP --in-favour-of UNTOC-COP/WG.7 --at 2022-01-01",
    )
    shown = bureau.types("body show UNTOC-COP --why")
    assert shown.startswith(
        "The Conference of the States Parties (UNTOC-COP)\n"
        "It holds meetings; its clock is that of Europe/Vienna.\n"
        'Also written "COP to UNTOC".\n'
        'Called "Conference of the Parties" until it was renamed on 1 January 2021.  [#7]\n'
    )
    assert "  The rule on voting is not applied: Parties could not agree on it. (consensus)" in shown
    assert "  [in brackets: not applied, never refuses]" in shown
    assert "  [not verified: never refuses]" in shown
    ended = "Discontinued on 1 January 2022; its functions passed to UNTOC-COP and UNTOC-COP/WG.7.  [#8]"
    assert ended in bureau.types("body show UNTOC-COP/XBUREAU --why")
    bureau.plays(r"""
        $ nemcon silence agreed x UNTOC-COP/XBUREAU "Topics" --at 2022-01-02
        Refused: UNTOC-COP/XBUREAU was discontinued on 1 January 2022 (entry 8); its functions passed to
                 UNTOC-COP and UNTOC-COP/WG.7.
        Rule:    the record
        Next:    Name the body that acts: UNTOC-COP or UNTOC-COP/WG.7
        [1]
        $ nemcon silence agreed x UNTOC-COP/XBUREAU "Topics" --at 2021-12-31
        #9  x, 31 Dec 2021   UNTOC-COP/XBUREAU agreed, under the silence procedure, on "Topics".  [restricted]
        $ nemcon meeting schedule c11 "conference of the parties" --place Vienna --dates 2021-03-01..2021-03-02 \
            --at 2021-01-02
        #10  c11, 2 Jan 2021   A meeting of the Conference of the States Parties was scheduled for 1 and 2 March 2021,
            in Vienna.
        $ nemcon history body UNTOC-COP
        History of Conference of the States Parties

        29 September 2003

          #1  The Conference of the Parties (UNTOC-COP) entered the register; it applies the rules of
              procedure of the Conference of the Parties to UNTOC.

        1 January 2005

          #5  The Conference of the Parties began to apply the draft rules of procedure being applied by the
              Conference of the Parties to UNFCCC.

        20 April 2020

          #6  The Conference of the Parties is also written "COP to UNTOC".

        1 January 2021

          #7  The Conference of the Parties was renamed Conference of the States Parties.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_body_without_known_rules_says_so(empty: Terminal) -> None:
    empty.types("body add G Group --at 2020-01-01")
    assert "It applies no rules of procedure that the record knows" in empty.types("body show G")
    empty.refused("body show G --on 2019-12-31", "The register held nothing of G then.")
    empty.refused("body rules G --gaps untoc", "It is not said which rules apply.")


def test_a_body_of_no_list_has_its_rules_from_a_file(empty: Terminal, ours: Path) -> None:
    empty.types(f"body add G Group --rules {ours} --at 2020-01-01")
    told = json.loads(empty.types("body show G --json"))
    assert (told["profile"], told["title"]) == ("group", "the rules of procedure of the Group")
    assert [(rule["question"], rule["word"], rule["value"], rule["since"]) for rule in told["rules"]] == [
        ("quorum to decide", "2/3", None, None),
        ("silence minimum", None, 48, "2020-01-01"),
    ]
    assert all(rule["binding"] for rule in told["rules"])
    assert "in effect from 1 January 2020" in empty.types("body show G")
    ours.unlink()  # what was adopted is in the record
    empty.refused(
        'silence circulate x G Topics --until "2020-02-02 10:00" --at 2020-02-01T10:00',
        "shorter than 48 hours. Silence lasts at least two days.",
        "rule 20 of the rules of procedure of the Group",
    )


def test_a_late_entry_is_judged_by_the_rules_of_its_own_day(empty: Terminal, ours: Path) -> None:
    empty.runs("body add G Group --at 2020-01-01", f"body rules G {ours} --at 2020-06-01 -r x")
    empty.types('silence circulate x G Topics --until "2020-05-02 10:00" --at 2020-05-01T10:00')
    empty.refused('silence circulate y G Topics --until "2020-06-02 10:00" --at 2020-06-01T10:00', "rule 20 of")


@pytest.mark.parametrize(
    ("wrong", "fragment"),
    [
        (("title", "heading"), "has 'heading', which is not known."),
        (('"the rules of procedure of the Group"', "7"), "has no title, or no [[rule]]."),
        (('"quorum to decide"', '"quorum"'), "answers 'quorum', which is not asked."),
        (('word = "2/3"', ""), "(quorum to decide) needs its word."),
        (("value = 48", ""), "(silence minimum) needs its figure."),
        (("value = 48", 'value = "48"'), "value is not a whole number."),
        (("value = 48", "value = true"), "value is not a whole number."),
        (('number = "12"', ""), "Rule 1 of group.toml has no number."),
        (('number = "12"', 'number = " "'), "number is blank."),
        (("value = 48", "weight = 48"), "has 'weight', which is not known."),
        (("value = 48", "value ="), "is not TOML:"),
        (("2020-01-01", "2020-01-01T10:00:00"), "since is not a day."),
    ],
)
def test_a_file_of_rules_that_cannot_be_read_says_where(
    empty: Terminal, ours: Path, wrong: tuple[str, str], fragment: str
) -> None:
    ours.write_text(OURS.replace(*wrong), encoding="utf-8")
    empty.refused(f"body add G Group --rules {ours} --at 2020-01-01", fragment)


def test_a_body_decides_as_its_rules_say_where_nothing_is_said(empty: Terminal, ours: Path) -> None:
    ours.write_text(OURS.replace('"quorum to decide"', '"mode"').replace("2/3", "consensus"), encoding="utf-8")
    empty.runs(
        f"body add G Group --rules {ours} --at 2020-01-01",
        "meeting schedule g1 G --place Geneva --dates 2020-02-01 --at 2020-01-01",
        "meeting open --at 2020-02-01T10:00",
    )
    assert "by consensus" in empty.types('decision take "To meet again." --at 10:05')
    assert "without a vote" in empty.types('decision take "To meet again." --how without-a-vote --at 10:06')
    assert "recorded vote" in empty.types('decision take "To meet again." --tally 3-1 --at 10:07')


def test_rules_that_are_no_table_are_refused(empty: Terminal, ours: Path) -> None:
    ours.write_text('title = "x"\nrule = ["a"]\n', encoding="utf-8")
    empty.refused(f"body add G Group --rules {ours}", "Rule 1 of group.toml is not a table.")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"title\0"])
def test_a_file_of_rules_that_is_no_text_is_refused(empty: Terminal, ours: Path, content: bytes) -> None:
    ours.write_bytes(content)
    empty.refused(f"body add G Group --rules {ours}", "group.toml")


def test_a_profile_that_is_not_there_is_refused_with_those_that_are(empty: Terminal) -> None:
    empty.refused("body add G Group --rules roberts", "There is no profile of rules 'roberts'.", ", ".join(PROFILES))
    empty.refused("body add G Group --rules roberts.toml", "There is no file roberts.toml.")


def test_the_same_words_with_another_file_are_another_command(empty: Terminal, ours: Path) -> None:
    empty.types("body add G Group --at 2020-01-01")
    line = f"body rules G {ours} --at 2020-02-01 -r x --id one"
    assert empty.types(line).startswith("#2")
    assert "(recorded before)" in empty.types(line)
    ours.write_text(OURS.replace("48", "72"), encoding="utf-8")
    empty.refused(line, "The command id one was used for another command")


def test_the_day_of_an_adoption_by_silence_is_the_one_the_rules_name(empty: Terminal) -> None:
    empty.plays(r"""
        $ nemcon body add GA "General Assembly" --rules unga-2020 --zone America/New_York --at 2020-03-27
        #1  GA, 27 Mar 2020   The General Assembly (GA) entered the register; it applies the decisions of the General
            Assembly of 2020, and where they are silent the rules of procedure of the General Assembly.
        $ nemcon silence circulate d1 GA "Draft" --until "2020-06-19 18:00" --at 2020-06-16T17:00
        Note: No addressee is named; rule 74/544 of the decisions of the General Assembly of 2020: The drafts are
            circulated to all Member States.
        #2  d1, 16 Jun 17:00   GA put "Draft" under silence until 6 p.m., Friday, 19 June 2020.
        $ nemcon silence announce d1 --at 2020-06-22
        #3  d1, 22 Jun 2020   It was announced that silence had concluded without objection and that "Draft" was adopted
            on 19 June 2020, when silence expired.
        $ nemcon silence show d1
        Register of silence procedures

        d1 (GA): Draft. Circulated on 16 June 2020, silence until 6 p.m., Friday, 19 June 2020 (2020-06-19
        22:00 UTC, printed on the clock of America/New_York). Announced: adopted. Adopted on 19 June 2020.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon silence circulate d2 GA "Draft" --until "2020-09-09 18:00" --to "all Member States" --at 2020-09-01
        Refused: On 1 September 2020 nothing in effect allows GA a silence procedure. It stays in effect
                 until the end of August 2020.
        Rule:    rule 74/561 of the decisions of the General Assembly of 2020
        Next:    If the body extended it: nemcon body rules GA PROFILE; or --notwithstanding RULE
                 --authority REF
        [1]
    """)
