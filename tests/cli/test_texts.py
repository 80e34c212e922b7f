"""Which text is in force, on which day, and by which other one it is not: the revision of the SI, and other stories."""

import json

from tests.cli.terminal import Terminal

CONFERENCE = 'body add UNTOC-COP "Conference of the Parties" --rules untoc --zone Europe/Vienna --at 2003-09-29'
METRES = 'body add CGPM "General Conference on Weights and Measures" --at 1889-09-24'
REVISION = 'resolution record "CGPM 26/1" "On the revision of the International System of Units" --adopted 2018-11-16'

# The former definitions, by the texts that gave them: 26th meeting of the CGPM, Resolution 1, Appendix 1.
FORMER = (
    ('"CGPM 13/1"', "the definition of the second", 1),
    ('"CGPM 17/1"', "the definition of the metre", 2),
    ('"CGPM 1/1"', "the definition of the kilogram", 3),
    ('"CGPM 9/1"', "the definition of the ampere", 4),
    ('"CGPM 13/4"', "the definition of the kelvin", 5),
    ('"CGPM 14/3"', "the definition of the mole", 6),
    ('"CGPM 16/3"', "the definition of the candela", 7),
    ('"CGPM 18/6"', "the conventional values of the Josephson and von Klitzing constants", 8),
)


def test_eight_former_acts_are_abrogated_on_the_day_on_which_the_revision_takes_effect(empty: Terminal) -> None:
    relate = 'resolution relate "CGPM 26/1" abrogates {} --in annex --para {} --in-part "{}"'
    empty.runs(METRES, REVISION, *(relate.format(other, rank, what) for other, what, rank in FORMER))
    empty.plays(r"""
        $ nemcon resolution effect "CGPM 26/1" --from 2019-05-20 --source "Resolution 1, first paragraph"
        #12  CGPM 26/1, 16 Nov 2018   Resolution 26/1 of CGPM has effect from 20 May 2019.
        $ nemcon lineage "CGPM 17/1" --on 2019-05-19
        Resolution CGPM 17/1
        To be abrogated in part (the definition of the metre) from 20 May 2019 by resolution 26/1 of CGPM.

        Rests on this
        └── abrogated in part (the definition of the metre) by resolution CGPM 26/1 (16 November 2018) (not yet in
            effect)

        Generated from the record of the meeting. This is not an official document.
        $ nemcon lineage "CGPM 17/1" --on 2019-05-20
        Resolution CGPM 17/1
        Abrogated in part (the definition of the metre) on 20 May 2019 by resolution 26/1 of CGPM.

        Rests on this
        └── abrogated in part (the definition of the metre) by resolution CGPM 26/1 (16 November 2018)

        Generated from the record of the meeting. This is not an official document.
    """)
    told = json.loads(empty.types('lineage "CGPM 26/1" --on 2019-05-20 --json'))
    marks = [node["standing"]["past"][0]["relation"] for node in told["nodes"][1:]]
    assert marks == ["abrogates"] * 8


def test_the_register_tells_which_texts_are_in_force_on_a_day(empty: Terminal) -> None:
    empty.runs(
        'body add EX "Example Conference" --at 1990-01-01',
        CONFERENCE,
        'resolution record "EX 26/1" "Revision of the plan" --adopted 2018-11-16',
        'resolution effect "EX 26/1" --from 2019-05-20',
        'resolution record "EX 24/1" "The plan" --adopted 2011-10-21 --symbol EX/24/R1',
        'resolution relate "EX 26/1" supersedes "EX 24/1"',
        'resolution relate "EX 26/1" recalls "EX 25/1"',
        'resolution record "UNTOC-COP 7/1" T --adopted 2014-10-10',
    )
    empty.plays(r"""
        $ nemcon resolution list --body EX --on 2019-01-01 --why
        Register of texts, 1 January 2019

        Resolution 24/1 of EX (EX/24/R1), "The plan", 21 October 2011. To be superseded from 20 May 2019 by
          resolution 26/1 of EX.  [#6]
        Resolution 26/1 of EX, "Revision of the plan", 16 November 2018. Not yet in effect: it has effect
          from 20 May 2019.  [#3]

        One text left out: known by citation only.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon resolution list --in-force
        Register of texts in force, 1 September 2020

        Resolution 26/1 of EX, "Revision of the plan", 16 November 2018. In force since 20 May 2019.
        Resolution 7/1 of UNTOC-COP, "T", 10 October 2014.

        One text left out: not in force on that day. One text left out: known by citation only.

        Generated from the record of the meeting. This is not an official document.
    """)
    told = json.loads(empty.types("resolution list --in-force --on 2012-01-01 --json"))
    assert [(one["number"], one["standing"]["force"]) for one in told] == [("24/1", "in force")]
    empty.refused("resolution list --body NOBODY", "The record knows no body 'NOBODY'.")


def test_an_empty_register_says_so(empty: Terminal) -> None:
    assert "No text." in empty.types("resolution list --in-force")


def test_a_text_is_found_by_every_spelling_of_its_number(empty: Terminal) -> None:
    empty.runs(
        'body add UNGA "General Assembly" --says session --at 1946-01-10',
        "body add UNGA Assembly --also A --at 1946-01-10",
        'resolution record "UNGA 66/253 B" "The situation in the Syrian Arab Republic" --adopted 2012-08-03',
        'resolution record "UNGA 217 A (III)" "Declaration" --adopted 1948-12-10 --symbol "A/RES/217 A (III)"',
        'resolution record "UNGA 74/250 A-B" "Questions" --adopted 2019-12-27 --symbol "A/RES/74/250 A-B"',
        'resolution relate "UNGA 74/250 A-B" recalls "UNGA ES-10/24"',
    )
    for word in ('"66/253b"', '"66/253, sect. B"', '"UNGA 66/253b"', '"A/RES/66/253 B"', '"General Assembly 66/253 B"'):
        assert "Resolution UNGA 66/253 B," in empty.types(f"lineage {word}")
    for word in ('"217 (III) A"', '"217A (iii)"', '"UNGA 217 A (III)"', '"A/RES/217 A (III)*"'):
        assert '"Declaration"' in empty.types(f"lineage {word}")
    for word in ('"74/250 B"', "74/250", '"UNGA 74/250 A"', '"A/RES/74/250 A"', '"A/RES/74/250 A and B"'):
        assert '"Questions"' in empty.types(f"lineage {word}")
    for word in ("ES-10/24", "A/RES/ES-10/24", '"UNGA resolution ES-10/24"'):
        assert "recalled by resolution A/RES/74/250 A-B" in empty.types(f"lineage {word}")
    empty.refused('lineage "A/HRC/RES/57/18"', "whose symbols begin with 'A/HRC'", "NAME --also A/HRC")


def test_a_citation_says_where_it_stands_how_it_is_printed_and_what_alone_is_meant(empty: Terminal) -> None:
    empty.runs(CONFERENCE, 'resolution record "UNTOC-COP 7/1" T --adopted 2014-10-10')
    empty.plays(r"""
        $ nemcon resolution relate 7/1 takes-note-of A/74/483 --in preamble --footnote --phrase "Taking note also"
        #4  UNTOC-COP 7/1, 10 Oct 2014   Resolution 7/1 of UNTOC-COP takes note of document A/74/483, in a footnote to
            the preamble: "Taking note also".
        $ nemcon resolution relate 7/1 recalls "UNTOC-COP 5/3 B" --in operative --para 2 --cited-as "5/3, sect. B"
        #5  UNTOC-COP 7/1, 10 Oct 2014   Resolution 7/1 of UNTOC-COP recalls resolution 5/3 B of UNTOC-COP, in operative
            paragraph 2, cited as 5/3, sect. B.
        $ nemcon resolution relate 7/1 guided-by "UNTOC-COP 5/4" --in preamble
        #6  UNTOC-COP 7/1, 10 Oct 2014   Resolution 7/1 of UNTOC-COP is guided by resolution 5/4 of UNTOC-COP, in the
            preamble.
        $ nemcon resolution relate 7/1 extends "UNTOC-COP 5/4" --until 2016-12-31 --footnote
        #7  UNTOC-COP 7/1, 10 Oct 2014   Resolution 7/1 of UNTOC-COP extends resolution 5/4 of UNTOC-COP until 31
            December 2016, in a footnote.
        $ nemcon resolution relate 7/1 requests "UNTOC-COP 5/4" --in operative --para 5
        #8  UNTOC-COP 7/1, 10 Oct 2014   Resolution 7/1 of UNTOC-COP makes a request with reference to resolution 5/4 of
            UNTOC-COP, in operative paragraph 5.
        $ nemcon resolution relate 7/1 requests "UNTOC-COP 5/4" --in operative --para 6
        #9  UNTOC-COP 7/1, 10 Oct 2014   Resolution 7/1 of UNTOC-COP makes a request with reference to resolution 5/4 of
            UNTOC-COP, in operative paragraph 6.
        $ nemcon lineage 7/1 --why
        Resolution UNTOC-COP 7/1, "T" (10 October 2014)

        Rests on
        ├── takes note of document A/74/483  [#4]
        ├── recalls resolution UNTOC-COP 5/3 B  [#5]
        ├── extends (until 31 December 2016) resolution UNTOC-COP 5/4  [#7]
        ├── guided by resolution UNTOC-COP 5/4 (see above)  [#6]
        └── requests, citing resolution UNTOC-COP 5/4 (2 places) (see above)  [#8, #9]

        Generated from the record of the meeting. This is not an official document.
        $ nemcon lineage "UNTOC-COP 5/4" --depth 1 --relation requests
        Resolution UNTOC-COP 5/4
        Extended until 31 December 2016 on 10 October 2014 by resolution 7/1 of UNTOC-COP.

        Rests on this
        └── cited in a request of resolution UNTOC-COP 7/1, "T" (10 October 2014) (2 places)

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_text_is_reissued_and_entitled_in_other_languages(empty: Terminal) -> None:
    empty.runs(CONFERENCE, 'resolution record "UNTOC-COP 7/1" --adopted 2014-10-10 --symbol CTOC/COP/RES/7/1')
    empty.plays(r"""
        $ nemcon resolution title 7/1 "Renforcement" --language fr
        #4  UNTOC-COP 7/1, 10 Oct 2014   Resolution 7/1 of UNTOC-COP is called "Renforcement" in French.
        $ nemcon resolution reissue 7/1 --reason "technical reasons" --language fr --at 2015-01-12
        #5  UNTOC-COP 7/1, 12 Jan 2015   Resolution 7/1 of UNTOC-COP was reissued as CTOC/COP/RES/7/1* (in French only):
            technical reasons.
        $ nemcon resolution reissue 7/1 --symbol CTOC/COP/RES/7/2
        Refused: A reissue keeps its symbol, and that of UNTOC-COP resolution 7/1 is CTOC/COP/RES/7/1*.
        Rule:    the record
        Next:    If the text itself is another: nemcon resolution record REF TITLE, and relate the two.
        [1]
    """)
    assert "Resolution CTOC/COP/RES/7/1" in empty.types('lineage "CTOC/COP/RES/7/1*"')
    for view in ("lineage 7/1", "resolution list"):
        assert '"Renforcement"' in empty.types(f"{view} --lang fr")
        assert "Renforcement" not in empty.types(view)


def test_a_lineage_of_many_texts_shows_the_nearest_and_counts_the_rest(empty: Terminal) -> None:
    texts = [f'resolution record "UNTOC-COP 8/{rank}" T --adopted 2016-10-2{rank}' for rank in range(1, 7)]
    recalls = [f'resolution relate "UNTOC-COP 8/{rank}" recalls "UNTOC-COP 7/1"' for rank in range(1, 7)]
    empty.runs(
        CONFERENCE,
        'resolution record "UNTOC-COP 7/1" T --adopted 2014-10-10',
        *texts,
        *recalls,
        'resolution relate "UNTOC-COP 8/6" amends "UNTOC-COP 7/1"',
        'resolution relate "UNTOC-COP 8/2" recalls "UNTOC-COP 8/1"',
    )
    empty.plays(r"""
        $ nemcon lineage 7/1 --most 3
        Resolution UNTOC-COP 7/1, "T" (10 October 2014)
        Amended on 26 October 2016 by resolution 8/6 of UNTOC-COP.

        Rests on this
        ├── recalled by resolution UNTOC-COP 8/1, "T" (21 October 2016)
        ├── recalled by resolution UNTOC-COP 8/2, "T" (22 October 2016)
        ├── amended by resolution UNTOC-COP 8/6, "T" (26 October 2016)
        └── recalled by resolution UNTOC-COP 8/6, "T" (26 October 2016) (see above)

        3 more belong to this lineage and are left out, with further links between those shown. To see them:
        --most N; nearer ones only: --depth 1; one relation only: --relation WORD.

        Generated from the record of the meeting. This is not an official document.
    """)
    assert json.loads(empty.types("lineage 7/1 --most 3 --json"))["left_out"] == 3
    assert json.loads(empty.types("lineage 7/1 --most 3 --depth 1 --relation recalls --json"))["left_out"] == 3
    assert json.loads(empty.types("lineage 7/1 --json"))["left_out"] == 0
