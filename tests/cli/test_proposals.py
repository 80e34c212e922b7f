"""Proposals, from the draft to the resolution: what is typed in the room, and what it answers."""

import json
import shlex
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, moment

ASSEMBLY = (
    'body add UNGA "General Assembly" --zone America/New_York --says session --at 1945-10-24',
    'meeting schedule ga76 UNGA --ordinal 76 --place "New York" --dates 2021-09-14..2022-09-13 --at 2021-06-01',
    "meeting open --at 2021-09-14T15:00",
    "plenary close --at 2021-09-14T17:00",
    "plenary open 2 --at 2022-01-20T10:00",
)


@pytest.fixture
def hall(empty: Terminal) -> Terminal:
    """The seventy-sixth session of an assembly, its second sitting open (entry 6) on 20 January 2022."""
    empty.clock.now = moment("2022-09-01 12:00")
    empty.runs(*ASSEMBLY)
    return empty


def said(terminal: Terminal, line: str) -> str:
    """An answer as one line, however it was folded."""
    return " ".join(terminal.types(line).split())


def test_an_amendment_to_an_amendment_is_put_first_and_the_draft_is_adopted_as_amended(hall: Terminal) -> None:
    # General Assembly decision 76/506 B: A/76/L.31, L.33/Rev.1 and L.34/Rev.1. Who submitted them and the votes are
    # made up.
    hall.plays(r"""
        $ nemcon proposal submit A/76/L.31 --draft decision --title "Countering the use of technologies" \
            --from Ruritania --at 2022-01-10
        #7  A/76/L.31, 10 Jan 2022   Draft decision A/76/L.31, "Countering the use of technologies", was submitted by
            Ruritania.
        $ nemcon proposal submit A/76/L.33 --to A/76/L.31 --from Graustark --from Syldavia --at 2022-01-12
        #8  A/76/L.33, 12 Jan 2022   An amendment to A/76/L.31, A/76/L.33, was submitted by Graustark and Syldavia.
        $ nemcon proposal revise A/76/L.33 --at 2022-01-13
        Refused: It is not said how the proposal was revised.
        Next:    Add --orally, or the symbol of the revision: --as A/76/L.33/Rev.1
        [1]
        $ nemcon proposal revise A/76/L.33 --as A/76/L.33/Rev.1 --text examples/hybrid.txt --at 2022-01-13
        #9  A/76/L.33, 13 Jan 2022   The sponsors revised the amendment A/76/L.33 to A/76/L.31, which was issued as
            A/76/L.33/Rev.1 (hybrid.txt).
        $ nemcon proposal submit A/76/L.34 --to A/76/L.33/Rev.1 --from Ruritania --at 2022-01-14
        #10  A/76/L.34, 14 Jan 2022   An amendment to A/76/L.33/Rev.1, A/76/L.34, was submitted by Ruritania.
        $ nemcon proposal revise A/76/L.34 --as A/76/L.34/Rev.1 --at 2022-01-15
        #11  A/76/L.34, 15 Jan 2022   The sponsors revised the amendment A/76/L.34 to A/76/L.33/Rev.1, which was issued
            as A/76/L.34/Rev.1.
        $ nemcon proposal pbi A/76/L.31 A/C.5/76/20 --at 10:05
        #12  A/76/L.31, 2nd meeting, 20 Jan 10:05   A statement of the programme budget implications of draft decision
            A/76/L.31, A/C.5/76/20, was read out.
        $ nemcon proposal put A/76/L.31 --at 10:10 --dry-run
        Note: No action was taken on the amendment A/76/L.33/Rev.1, which lapses.
        (not recorded) #13  A/76/L.31, 2nd meeting, 20 Jan 10:10   The General Assembly adopted draft decision
            A/76/L.31, there being no objection.
        $ nemcon proposal put A/76/L.34/Rev.1 --rejected --tally 40-60-20 --at 10:20
        #13  A/76/L.34, 2nd meeting, 20 Jan 10:20   The General Assembly rejected the amendment A/76/L.34/Rev.1 to
            A/76/L.33/Rev.1 by a recorded vote of 40 to 60, with 20 abstentions.
        $ nemcon proposal put A/76/L.33/Rev.1 --tally 60-40-20 --at 10:30
        #14  A/76/L.33, 2nd meeting, 20 Jan 10:30   The General Assembly adopted the amendment A/76/L.33/Rev.1 to
            A/76/L.31 by a recorded vote of 60 to 40, with 20 abstentions.
        $ nemcon proposal revise A/76/L.31 --orally --with "in paragraph 1, replace two by four" --at 10:35
        #15  A/76/L.31, 20 Jan 10:35   The sponsors orally revised draft decision A/76/L.31: "in paragraph 1, replace
            two by four".
        $ nemcon proposal amend A/76/L.31 --with "delete the word annually" --how consensus --at 10:36
        #16  A/76/L.31, 2nd meeting, 20 Jan 10:36   The General Assembly orally amended draft decision A/76/L.31 by
            consensus: "delete the word annually".
        $ nemcon proposal put A/76/L.31 --tally 80-60-9 --at 10:40
        #17  A/76/L.31, 2nd meeting, 20 Jan 10:40   The General Assembly adopted draft decision A/76/L.31, as orally
            revised, as orally amended and as amended by A/76/L.33/Rev.1, by a recorded vote of 80 to 60, with 9
            abstentions.
        $ nemcon resolution record "UNGA 76/550" --proposal A/76/L.33/Rev.1 --at 2022-01-25
        Refused: The amendment A/76/L.33/Rev.1 to A/76/L.31 becomes no text of its own.
        Rule:    the record
        Next:    Name what it amended: --proposal A/76/L.31
        [1]
        $ nemcon resolution record "UNGA 76/550" --proposal A/76/L.31 --at 2022-01-25
        #18  UNGA 76/550, 25 Jan 2022   Decision 76/550 of UNGA, "Countering the use of technologies", adopted on 20
            January 2022 by a recorded vote, entered the record, from draft A/76/L.31.
        $ nemcon proposal list
        A/76/L.31 (draft decision), "Countering the use of technologies". Submitted on 10 January 2022.
        Sponsors: Ruritania. Orally revised by its sponsors. Orally amended by the body. Amendments:
        A/76/L.33/Rev.1. Programme budget implications read out (A/C.5/76/20). Adopted at the 2nd plenary
        meeting on 20 January 2022, as amended by A/76/L.33/Rev.1, by a recorded vote of 80 to 60, with 9
        abstentions. It became decision 76/550 of UNGA.

        A/76/L.33/Rev.1 (amendment to A/76/L.31). Submitted on 12 January 2022 as A/76/L.33. Sponsors:
        Graustark and Syldavia. Amendments: A/76/L.34/Rev.1. Adopted at the 2nd plenary meeting on 20
        January 2022 by a recorded vote of 60 to 40, with 20 abstentions.

        A/76/L.34/Rev.1 (amendment to A/76/L.33/Rev.1). Submitted on 14 January 2022 as A/76/L.34. Sponsors:
        Ruritania. Rejected at the 2nd plenary meeting on 20 January 2022 by a recorded vote of 40 to 60,
        with 20 abstentions.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon lineage "UNGA decision 76/550"
        Decision UNGA 76/550, "Countering the use of technologies" (20 January 2022)

        Rests on
        └── drafted as proposal A/76/L.31, "Countering the use of technologies" (10 January 2022)
            └── submitted to meeting ga76, "General Assembly" (14 September 2021)

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_rejected_draft_keeps_its_symbol_and_stays(hall: Terminal) -> None:
    # As the draft S/2023/970 of the Security Council, which more voted for than against.
    hall.runs(
        "proposal submit S/2023/970 --from Ruritania --at 2022-01-19",
        "proposal put S/2023/970 --rejected --tally 13-1-1 --at 11:00",
    )
    hall.refused(
        'resolution record "UNGA 2700" T --proposal S/2023/970 --at 2022-01-25',
        "was put on 20 January 2022 (entry 8) and not",
    )
    hall.refused("lineage S/2023/971", "a bare number does not say whose it is")
    assert "Proposal S/2023/970" in said(hall, "lineage S/2023/970")
    hall.refused('resolution relate S/2023/970 recalls "UNGA 1/1"', "The record knows no resolution 'S/2023/970'")
    assert "Rejected at the 2nd plenary meeting" in said(hall, "proposal show S/2023/970")


def test_an_adopted_draft_gets_its_number_days_later_and_goes_by_both(hall: Terminal) -> None:
    hall.runs(
        "proposal submit A/76/L.40 --from Ruritania --title Peace --at 2022-01-19",
        "proposal revise A/76/L.40 --as A/76/L.40/Rev.1 --at 2022-01-19",
        "proposal put A/76/L.40 --how acclamation --at 11:00",
    )
    assert "It awaits its number." in said(hall, "proposal list --unnumbered")
    hall.types('resolution record "UNGA 76/251" --proposal A/76/L.40/Rev.1 --at 2022-01-25')
    assert "No such proposal is in the record." in said(hall, "proposal list --unnumbered")
    assert "It became resolution 76/251 of UNGA." in said(hall, "proposal show A/76/L.40")
    assert "It awaits its number." in said(hall, "proposal show A/76/L.40 --on 2022-01-24")
    hall.types('resolution record "UNGA 76/252" Other --adopted 2022-01-26')
    hall.types('resolution relate "UNGA 76/252" recalls A/76/L.40/Rev.1')
    assert "recalled by resolution UNGA 76/252" in said(hall, "lineage 76/251")
    assert "became resolution UNGA 76/251" in said(hall, "lineage A/76/L.40")
    hall.refused(
        'resolution record "UNGA 76/253" T --proposal A/76/L.40 --at 2022-01-26',
        "A/76/L.40 became UNGA resolution 76/251 already.",
    )


def test_a_draft_is_adopted_by_silence_on_the_day_of_the_deadline(hall: Terminal) -> None:
    # As General Assembly resolution 74/270 of 2 April 2020, from the draft A/74/L.52; the session is another one.
    hall.runs(
        'proposal submit A/74/L.52 --title "Global solidarity" --from Ruritania --at 2022-03-27',
        'silence circulate solidarity UNGA "Global solidarity" --until "2022-04-02 18:00" --at 2022-03-27T09:00'
        " --bears-on proposal:A/74/L.52",
    )
    put = "proposal put A/74/L.52 --silence solidarity"
    hall.refused(f"{put} --at 2022-04-02", "The result of the silence procedure solidarity has not been announced")
    hall.refused(put, "It is not said when this happened")
    hall.types("silence announce solidarity --at 2022-04-03")
    hall.plays(r"""
        $ nemcon proposal put A/74/L.52 --silence solidarity
        #10  A/74/L.52, 3 Apr 2022   The General Assembly adopted draft resolution A/74/L.52 under the silence
            procedure.
        $ nemcon resolution record "UNGA 74/270" --proposal A/74/L.52 --at 2022-04-06
        #11  UNGA 74/270, 6 Apr 2022   Resolution 74/270 of UNGA, "Global solidarity", adopted on 2 April 2022 under the
            silence procedure, entered the record, from draft A/74/L.52.
        $ nemcon lineage 74/270 --direction up
        Resolution UNGA 74/270, "Global solidarity" (2 April 2022)

        Rests on
        ├── drafted as proposal A/74/L.52, "Global solidarity" (27 March 2022)
        │   ├── adopted under silence procedure solidarity, "Global solidarity" (27 March 2022)
        │   │   └── bears on proposal A/74/L.52, "Global solidarity" (27 March 2022) (see above)
        │   └── submitted to meeting ga76, "General Assembly" (14 September 2021)
        └── adopted under silence procedure solidarity, "Global solidarity" (27 March 2022) (see above)

        Generated from the record of the meeting. This is not an official document.
    """)


def test_the_time_and_the_sitting_of_an_action_are_as_said(hall: Terminal) -> None:
    hall.runs(
        *(f"proposal submit A/76/L.{number} --at 2022-01-19" for number in (70, 71, 72)),
        'silence circulate plan UNGA "Plan" --until "2022-04-02 18:00" --at 2022-03-27T09:00',
        "silence announce plan --at 2022-04-03",
        "proposal put A/76/L.70 --silence plan --at 2022-04-03T10:00",
        "plenary close --at 13:00",
    )
    assert "Adopted by the silence procedure plan, announced on 3 April 2022." in said(hall, "proposal show A/76/L.70")
    words = hall.types("proposal put A/76/L.71 --no-action --tally 80-20 -p 2")
    assert "2nd meeting, 20 Jan 2022   The General Assembly decided to take no action on draft resolution" in words
    assert "No action was taken on it at the 2nd plenary meeting" in said(hall, "proposal show A/76/L.71")
    assert "A/76/L.72, 2nd meeting, 20 Jan 2022" in hall.types("proposal put A/76/L.72 --at 2022-01-20")


def test_a_symbol_typed_again_in_other_letters_is_the_same(hall: Terminal) -> None:
    hall.types("proposal submit A/76/L.70 --at 2022-01-19")
    hall.refused("proposal submit a/76/l.70 --at 2022-01-19", "is in the record already")
    assert "A/76/L.70 (draft resolution)." in hall.types("proposal show a/76/l.70")


def test_a_text_without_a_draft_is_recorded_as_adopted_by_silence(hall: Terminal) -> None:
    hall.runs(
        'silence circulate plan UNGA "Plan" --until "2022-04-02 18:00" --at 2022-03-27T09:00',
        "silence announce plan --at 2022-04-03",
        'silence agreed old UNGA "Old plan" --at 2022-02-01',
    )
    record = "resolution record"
    assert "adopted on 2 April 2022 under the silence" in said(
        hall, f'{record} "UNGA decision 76/560" Plan --silence plan'
    )
    assert "adopted on 1 February 2022" in said(hall, f'{record} "UNGA decision 76/561" Old --silence old')
    hall.misused(f'{record} "UNGA 76/1" T', "Missing option '--adopted'")


def test_several_proposals_are_put_by_one_gavel_and_undone_together(hall: Terminal) -> None:
    hall.runs(
        *(f"proposal submit A/76/L.{number} --from Ruritania --at 2022-01-19" for number in (50, 51)),
        "decision take 'to keep in touch' --at 10:50",
    )
    hall.plays(r"""
        $ nemcon proposal put A/76/L.50 A/76/L.51 --how consensus --at 11:00
        #10  A/76/L.50, 2nd meeting, 20 Jan 11:00   The General Assembly adopted draft resolution A/76/L.50 by consensus
            (en bloc).
        #11  A/76/L.51, 2nd meeting, 20 Jan 11:00   The General Assembly adopted draft resolution A/76/L.51 by consensus
            (en bloc).
        $ nemcon undo
        #12  A/76/L.51, 1 Sep 2022   Entry 11 was struck: keying error.
        #13  A/76/L.50, 1 Sep 2022   Entry 10 was struck: keying error.
        $ nemcon undo
        #14  ga76, 1 Sep 2022   Entry 9 was struck: keying error.
        $ nemcon proposal list --pending
        A/76/L.50 (draft resolution). Submitted on 19 January 2022. Sponsors: Ruritania. Pending.

        A/76/L.51 (draft resolution). Submitted on 19 January 2022. Sponsors: Ruritania. Pending.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_sponsors_told_in_a_restricted_act_are_withheld(hall: Terminal) -> None:
    hall.runs(
        "proposal submit A/76/L.60 --from Ruritania --at 2022-01-19",
        "proposal sponsor A/76/L.60 Graustark --restricted --at 2022-01-19",
        "proposal submit A/76/L.61 --from Syldavia --restricted --at 2022-01-19",
    )
    shown = said(hall, "proposal list")
    assert "Sponsors: Ruritania; one sponsor withheld." in shown
    assert "One restricted proposal left out." in shown
    assert not {"Graustark", "Syldavia"} & set(shown.replace(".", " ").split())
    assert "Graustark" not in said(hall, "proposal show A/76/L.60 --json")
    assert "Graustark" in said(hall, "proposal show A/76/L.60 --restricted")
    hall.refused("proposal show A/76/L.61", "A/76/L.61 is restricted.", "--restricted")
    assert "Syldavia" in said(hall, "proposal list --restricted")


def test_an_item_is_named_by_what_it_was_called_when_the_proposal_was_submitted(read: Terminal) -> None:
    answer = read.types(
        "proposal submit L.5 --item 2 --item 3 --text examples/hybrid.txt --language en --at 2020-09-01"
    )
    assert "Draft resolution L.5 (hybrid.txt, en), was submitted under items 2 and 3." in " ".join(answer.split())
    (line,) = json.loads(read.types("proposal list -m wg7 --json"))
    assert (line["items"], line["status"], line["sponsors"]) == (["2", "3"], "pending", [])
    read.refused("proposal submit L.6 --item 9 --at 2020-09-01", "The agenda has no item 9.")


def test_a_proposal_is_shown_as_it_was_and_names_its_entries(hall: Terminal) -> None:
    hall.runs(
        "proposal submit A/76/L.60 --from Ruritania --at 2022-01-19",
        "proposal submit A/76/L.61 --to A/76/L.60 --at 2022-01-19",
        "proposal withdraw A/76/L.60 --from Ruritania --at 2022-01-21",
    )
    assert "[#7, #9]" in said(hall, "proposal show A/76/L.60 --why")
    assert "Withdrawn on 21 January 2022." in said(hall, "proposal show A/76/L.60")
    assert "It lapsed with what it would have amended." in said(hall, "proposal show A/76/L.61")
    assert "Pending." in said(hall, "proposal show A/76/L.60 --on 2022-01-20")
    assert "Pending." in said(hall, "proposal show A/76/L.60 --known-at 8")
    hall.refused("proposal show A/76/L.60 --on 2022-01-01", "A/76/L.60 had not been submitted then.")
    assert "No such proposal" in said(hall, "proposal list --on 2022-01-01")
    assert "was introduced again by Syldavia" in said(
        hall, "proposal reintroduce A/76/L.60 --from Syldavia --at 2022-01-22"
    )


def test_the_same_again_in_other_words_is_refused(hall: Terminal) -> None:
    hall.runs(
        "proposal submit A/76/L.60 --from Ruritania --at 2022-01-19",
        "proposal revise A/76/L.60 --as A/76/L.60/Rev.1 --at 2022-01-19",
        "meeting schedule ga77 UNGA --place Geneva --dates 2022-09-13..2023-09-05 --at 2021-06-01",
        "proposal submit A/77/L.1 -m ga77 --at 2022-09-01",
    )
    hall.refused(
        "proposal submit A/76/L.60/Rev.1 -m ga76 --at 2022-01-19", "A/76/L.60/Rev.1 is a revision of A/76/L.60."
    )
    hall.refused("proposal submit A/76/L.61 --to A/76/L.60 --draft decision --at 10:30", "becomes no text of its own")
    hall.refused("proposal put A/76/L.60 A/77/L.1 --at 2022-01-20", "Those proposals are before 2 meetings")
    hall.refused("proposal put A/76/L.60 --rejected --no-action --at 10:30", "One action has one outcome.")
    hall.refused("proposal put A/76/L.60 --decision 1 --at 10:30", "Leave out --decision")
    hall.refused("proposal put A/76/L.99 --at 10:30", "The record knows no proposal 'A/76/L.99'.")
    hall.refused("proposal put A/76/L.60", "It is not said when this happened")


def test_an_action_is_corrected_in_its_place(hall: Terminal) -> None:
    hall.runs(
        "proposal submit A/76/L.60 --from Ruritania --at 2022-01-19",
        "proposal put A/76/L.60 --tally 70-60 --at 10:30",
    )
    answer = hall.types("correct 8 proposal put A/76/L.60 --rejected --tally 60-70").splitlines()[-1]
    assert answer.startswith("#10  A/76/L.60, 2nd meeting, 20 Jan 10:30   The General Assembly rejected")
    assert "Rejected at the 2nd plenary meeting" in said(hall, "proposal show A/76/L.60")
    before = hall.types("proposal list --json")
    hall.types("rebuild")
    assert hall.types("proposal list --json") == before


PEERS = Path(__file__).parents[2] / "../shared/data/peer-cases.json"

LIFE = (
    "proposal submit A/76/L.60 --from Ruritania --text examples/hybrid.txt --at 2022-01-19",
    "proposal sponsor A/76/L.60 Graustark --at 2022-01-19",
    "proposal sponsor A/76/L.60 Graustark --withdraw --at 2022-01-19",
    "proposal revise A/76/L.60 --orally --with 'delete two words' --at 2022-01-19",
    "proposal revise A/76/L.60 --as A/76/L.60/Rev.1 --text examples/agenda.txt --at 2022-01-19",
    "proposal withdraw A/76/L.60 --at 2022-01-19",
    "proposal reintroduce A/76/L.60 --from Syldavia --at 2022-01-20",
    "proposal pbi A/76/L.60 --at 10:20",
    "proposal amend A/76/L.60 --with 'add a word' --at 10:25",
    "proposal put A/76/L.60 --at 10:30",
)


def test_each_transition_of_a_proposal_leaves_exactly_one_entry_in_its_history(hall: Terminal) -> None:
    if PEERS.is_file():
        case = next(one for one in json.loads(PEERS.read_text(encoding="utf-8")) if one["id"] == "og-10")
        assert (case["verdict"], case["then"].partition(":")[0]) == ("adopt", "exactly one history entry")
    for count, line in enumerate(LIFE, start=1):
        before = hall.entries()
        hall.enter(shlex.split(line))
        assert hall.entries() == before + 1, line
        assert len(json.loads(hall.types("history proposal A/76/L.60 --json"))) == count


def test_what_is_before_the_body_is_shown_with_the_room_and_with_its_item(room: Terminal) -> None:
    room.runs(
        "proposal submit L.1 --item 2 --item 3 --from Ruritania --at 10:30",
        "proposal submit L.2 --to L.1 --from Graustark --at 10:31",
        "proposal submit L.3 --restricted --at 10:32",
        "proposal put L.2 --rejected --at 10:40",
    )
    assert "Proposals L.1, items 2 and 3: no action yet Last" in said(room, "status")
    assert json.loads(room.types("status --json"))["proposals"] == ["L.1"]
    room.types("proposal put L.1 --at 10:41")
    history = said(room, "history item 2")
    assert "was submitted by Ruritania under items 2 and 3." in history
    assert "adopted draft resolution L.1" in history
    assert "An amendment to L.1, L.2, was submitted by Graustark under items 2 and 3." in history
    assert "adopted draft resolution L.1" not in said(room, "history item 4")
    assert "adopted" not in said(room, "history item 2 --known-at 25").partition("was submitted")[2]


def test_an_auditor_finds_what_was_put_at_no_sitting(hall: Terminal) -> None:
    hall.runs(
        "proposal submit L.1 --at 2022-01-20",
        "proposal submit L.2 --at 2022-01-20",
        "proposal submit L.3 --at 2022-01-20",
    )
    hall.runs("proposal put L.1 --at 2022-01-20T11:00", "proposal put L.2 --how silence --at 2022-02-01")
    assert "No such entry." in hall.types("history --check")
    hall.types("plenary close --at 2022-01-20T13:00")
    hall.types("proposal put L.3 --at 2022-02-03")
    assert "no sitting was open at its place" in said(hall, "history --check")
