"""What can happen to an agenda, word for word as the secretary sees it."""

from tests.cli.terminal import Terminal


def test_an_agenda_is_adopted_with_an_item_held_in_abeyance(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:05")
    read.plays(r"""
        $ nemcon agenda adopt --abeyance 4 --at 10:25
        #15  wg7, 1st meeting, 8 Sep 10:25   The Working Group adopted its agenda, with item 4 held in abeyance, there
            being no objection.
        $ nemcon agenda show --adopted
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        Agenda, as adopted at the 1st meeting, on 8 September 2020

        Adopted with item 4, "Other matters", held in abeyance.

        1. Organizational matters
           (a) Opening of the meeting
           (b) Adoption of the agenda and organization of work
        2. Impact of natural disasters, conflicts and crises, such as the COVID-19
           pandemic, on trends in organized criminal groups and on routes for the
           smuggling of migrants, as well as good practices to support effective law
           enforcement cooperation during such crises to detect, investigate and
           prosecute such cases
        3. Successful strategies concerning the use of technology, including
           information and communications technology, to prevent and investigate the
           smuggling of migrants and to mount a robust response to the increasing use
           of cyberspace by criminal groups
        4. Other matters
        5. Adoption of the report

        Generated from the record of the meeting. This is not an official document.
        $ nemcon item hold 4 --at 10:26
        Refused: Item 4 is held in abeyance already.
        Rule:    the record
        Next:    Nothing needs to be done.
        [1]
        $ nemcon item take-up 4 --at 10:30
        #16  wg7, 1st meeting, 8 Sep 10:30   The Working Group took up item 4.
        $ nemcon item hold 4 --at 10:35
        #17  wg7, 1st meeting, 8 Sep 10:35   The Working Group held item 4 in abeyance, there being no objection.
    """)
