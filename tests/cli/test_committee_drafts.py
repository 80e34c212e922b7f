"""A draft that a committee adopted and the plenary adopted weeks later, as drafts of the Main Committees are."""

import json

import pytest

from tests.cli.terminal import Terminal, moment
from tests.cli.test_proposals import ASSEMBLY, said

COMMITTEE = (
    'body add UNGA/C3 "Third Committee" --parent UNGA --says session --zone America/New_York --at 1945-10-24',
    'meeting schedule c3-76 UNGA/C3 --ordinal 76 --place "New York" --dates 2021-09-30..2021-11-18 --at 2021-06-01',
    "meeting open --at 2021-09-30T10:00 -m c3-76",
    "plenary close --at 2021-09-30T13:00 -m c3-76",
    "plenary held 12 --at 2021-11-04 -m c3-76",
    "plenary held 12r --at 2021-11-05 -m c3-76",
)


@pytest.fixture
def hall(empty: Terminal) -> Terminal:
    """The seventy-sixth session of an assembly and of its Third Committee, which has risen."""
    empty.clock.now = moment("2022-09-01 12:00")
    empty.runs(*ASSEMBLY[:-1], *COMMITTEE)
    return empty


def test_both_days_are_told_wherever_the_draft_is(hall: Terminal) -> None:
    # As General Assembly resolution 76/131 came from a draft of its Third Committee; what is said here is made up.
    hall.plays(r"""
        $ nemcon proposal submit A/C.3/76/L.11 --title "Cooperation" --from Ruritania -m c3-76 --at 2021-10-20
        #13  A/C.3/76/L.11, 20 Oct 2021   Draft resolution A/C.3/76/L.11, "Cooperation", was submitted by Ruritania.
        $ nemcon proposal put A/C.3/76/L.11 --how without-a-vote -p 12r -m c3-76
        #14  A/C.3/76/L.11, 12th (resumed) meeting, 5 Nov 2021   The Third Committee adopted draft resolution
            A/C.3/76/L.11 without a vote.
        $ nemcon proposal put A/C.3/76/L.11 --at 2021-12-16
        Refused: Draft resolution A/C.3/76/L.11 was adopted on 5 November 2021 (entry 14).
        Rule:    the record
        Next:    If that entry is wrong: nemcon correct 14 proposal put A/C.3/76/L.11 ...; if another
                 meeting acts on it: --at-meeting KEY
        [1]
        $ nemcon resolution record "UNGA 76/131" --proposal A/C.3/76/L.11 --at 2021-12-20
        Refused: The Third Committee adopted draft resolution A/C.3/76/L.11 on 5 November 2021; it is not
                 said when UNGA did.
        Rule:    the record
        Next:    Add --adopted DATE; or record that action: nemcon proposal put A/C.3/76/L.11 --at-meeting
                 KEY
        [1]
        $ nemcon plenary held 53 --at 2021-12-16 -m ga76
        Note: No sitting between 1 and 53 is in the record.
        #15  ga76, 53rd meeting, 16 Dec 2021   The fifty-third plenary meeting was held; only its day is known.
        $ nemcon proposal submit A/76/L.25 --to A/C.3/76/L.11 --from Graustark --at-meeting ga76 --at 2021-12-15
        #16  A/76/L.25, 15 Dec 2021   An amendment to A/C.3/76/L.11, A/76/L.25, was submitted by Graustark.
        $ nemcon proposal put A/C.3/76/L.11 --at-meeting ga76 -p 53 --dry-run
        Note: No action was taken on the amendment A/76/L.25, which lapses.
        (not recorded) #17  A/C.3/76/L.11, 53rd meeting, 16 Dec 2021   The General Assembly adopted draft resolution
            A/C.3/76/L.11, recommended by the Third Committee, there being no objection.
        $ nemcon proposal put A/76/L.25 --at-meeting ga76 -p 53 --tally 90-40-10
        #17  A/76/L.25, 53rd meeting, 16 Dec 2021   The General Assembly adopted the amendment A/76/L.25 to
            A/C.3/76/L.11 by a recorded vote of 90 to 40, with 10 abstentions.
        $ nemcon proposal put A/C.3/76/L.11 --at-meeting ga76 -p 53 --tally 120-0-30 -r A/76/462
        #18  A/C.3/76/L.11, 53rd meeting, 16 Dec 2021   The General Assembly adopted draft resolution A/C.3/76/L.11,
            recommended by the Third Committee and as amended by A/76/L.25, by a recorded vote of 120 to none, with 30
            abstentions.
        $ nemcon proposal put A/C.3/76/L.11 --at-meeting ga76 -p 53
        Refused: Draft resolution A/C.3/76/L.11 was adopted on 16 December 2021 (entry 18).
        Rule:    the record
        Next:    If that entry is wrong: nemcon correct 18 proposal put A/C.3/76/L.11 ...
        [1]
        $ nemcon resolution record "UNGA 76/131" --proposal A/C.3/76/L.11 --at 2021-12-20
        #19  UNGA 76/131, 20 Dec 2021   Resolution 76/131 of UNGA, "Cooperation", adopted on 16 December 2021 by a
            recorded vote, entered the record, from draft A/C.3/76/L.11.
        $ nemcon proposal show A/C.3/76/L.11
        A/C.3/76/L.11 (draft resolution), "Cooperation". Submitted on 20 October 2021. Sponsors: Ruritania.
        Amendments: A/76/L.25. Adopted by the Third Committee at the 12th (resumed) plenary meeting on 5
        November 2021 without a vote. Adopted by the General Assembly at the 53rd plenary meeting on 16
        December 2021, as amended by A/76/L.25, by a recorded vote of 120 to none, with 30 abstentions. It
        became resolution 76/131 of UNGA.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon history proposal A/C.3/76/L.11
        History of A/C.3/76/L.11

        20 October 2021

          #13  Draft resolution A/C.3/76/L.11, "Cooperation", was submitted by Ruritania.

        5 November 2021

          #14  (12th (resumed) meeting) The Third Committee adopted draft resolution A/C.3/76/L.11 without a
               vote.

        16 December 2021

          #18  (53rd meeting) The General Assembly adopted draft resolution A/C.3/76/L.11, recommended by
               the Third Committee and as amended by A/76/L.25, by a recorded vote of 120 to none, with 30
               abstentions.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon lineage "UNGA 76/131"
        Resolution UNGA 76/131, "Cooperation" (16 December 2021)

        Rests on
        └── drafted as proposal A/C.3/76/L.11, "Cooperation" (20 October 2021)
            ├── acted on at meeting ga76, "General Assembly" (14 September 2021)
            └── submitted to meeting c3-76, "Third Committee" (30 September 2021)

        Generated from the record of the meeting. This is not an official document.
        $ nemcon proposal list -m ga76
        A/C.3/76/L.11 (draft resolution), "Cooperation". Submitted on 20 October 2021. Sponsors: Ruritania.
        Amendments: A/76/L.25. Adopted by the Third Committee at the 12th (resumed) plenary meeting on 5
        November 2021 without a vote. Adopted by the General Assembly at the 53rd plenary meeting on 16
        December 2021, as amended by A/76/L.25, by a recorded vote of 120 to none, with 30 abstentions. It
        became resolution 76/131 of UNGA.

        A/76/L.25 (amendment to A/C.3/76/L.11). Submitted on 15 December 2021. Sponsors: Graustark. Adopted
        at the 53rd plenary meeting on 16 December 2021 by a recorded vote of 90 to 40, with 10 abstentions.

        Generated from the record of the meeting. This is not an official document.
    """)
    (one, _amendment) = json.loads(hall.types("proposal list -m ga76 --json"))
    assert [(done["by_body"], done["day"], done["resumed"]) for done in one["earlier"]] == [(None, "2021-11-05", True)]
    assert (one["by_body"], one["day"], one["sitting"]) == ("General Assembly", "2021-12-16", 53)


def test_the_text_says_when_the_plenary_adopted_it_where_that_act_is_not_recorded(hall: Terminal) -> None:
    hall.runs(
        "proposal submit A/C.3/76/L.11 --title Cooperation --from Ruritania -m c3-76 --at 2021-10-20",
        "proposal put A/C.3/76/L.11 --how without-a-vote -p 12 -m c3-76",
    )
    record = 'resolution record "UNGA 76/131" --proposal A/C.3/76/L.11'
    hall.refused(f"{record} --adopted 2021-11-03", "cannot have adopted it on 3 November 2021")
    words = said(hall, f"{record} --adopted 2021-12-16 --how consensus")
    assert "16 Dec 2021 Resolution 76/131 of UNGA" in words
    assert "adopted on 16 December 2021 by consensus" in words
    assert "Adopted at the 12th plenary meeting on 4 November 2021" in said(hall, "proposal show A/C.3/76/L.11")


def test_the_plenary_may_act_where_the_committee_did_not_and_undo_takes_it_back(hall: Terminal) -> None:
    hall.runs(
        "proposal submit A/C.3/76/L.11 --from Ruritania -m c3-76 --at 2021-10-20",
        "plenary held 53 --at 2021-12-16 -m ga76",
    )
    words = said(hall, "proposal put A/C.3/76/L.11 --at-meeting ga76 -p 53")
    assert "The record holds no action of the Third Committee on draft resolution A/C.3/76/L.11." in words
    assert "The General Assembly adopted draft resolution A/C.3/76/L.11, there being no objection." in words
    hall.types("undo -m ga76")
    assert "Pending." in said(hall, "proposal show A/C.3/76/L.11")
    hall.types("proposal put A/C.3/76/L.11 --at-meeting c3-76 -p 12")
    assert "The Third Committee adopted" in said(hall, "history proposal A/C.3/76/L.11")
    hall.refused("proposal submit A/76/L.26 --at-meeting ga76 --at 2021-12-01", "A draft is submitted to one meeting.")


def test_the_drafts_of_several_committees_are_adopted_by_one_gavel(hall: Terminal) -> None:
    hall.runs(
        "proposal submit A/C.3/76/L.11 --from Ruritania -m c3-76 --at 2021-10-20",
        "proposal submit A/76/L.9 --from Graustark -m ga76 --at 2021-10-20",
        "proposal put A/C.3/76/L.11 -p 12",
        "plenary held 53 --at 2021-12-16 -m ga76",
    )
    hall.refused("proposal put A/C.3/76/L.11 A/76/L.9 -p 53", "Those proposals are before 2 meetings")
    words = said(hall, "proposal put A/C.3/76/L.11 A/76/L.9 --at-meeting ga76 -p 53")
    assert "L.11, recommended by the Third Committee, there being no objection (en bloc)." in words
    assert "adopted draft resolution A/76/L.9, there being no objection (en bloc)." in words
