"""Meetings that were really held, replayed as acts from their own reports.

The papers are the United Nations' own and are not part of this project: where they are not beside it, the stories
are skipped.
"""

import re
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


def paper(name: str) -> Path:
    """A paper that is shared beside the project."""
    path = DATA / name
    if not path.is_file():
        pytest.skip(f"the shared papers are not beside the project (no {name})")
    return path


def imported(terminal: Terminal) -> None:
    """The agenda of the Advisory Group, in the record up to entry 5."""
    agenda = paper("agendas/01-ece-agat-2020-inf1-annotated-provisional-agenda.txt")
    terminal.runs(
        'body add UNECE/CEFACT "Centre for Trade Facilitation and Electronic Business" --zone Europe/Zurich',
        'body add UNECE/AGAT "Advisory Group on Advanced Technologies in Trade and Logistics" --parent UNECE/CEFACT '
        '--zone Europe/Zurich --says session --also "Advisory Group on Advanced Technologies"',
    )
    terminal.types(f"import {agenda} -q --as agat1 --body UNECE/AGAT --accept-warnings")


def test_an_advisory_group_of_the_ece_takes_four_numbered_decisions_in_one_day(empty: Terminal) -> None:
    """ECE/TRADE/C/CEFACT/2020/19: a session of one sitting, which "approved" its agenda and "appointed" its Chair."""
    imported(empty)
    empty.plays(r"""
        $ nemcon meeting open --at 2020-01-30
        #6  agat1, 1st meeting, 30 Jan 2020   The first plenary meeting was called to order.
        #7  agat1, 1st meeting, 30 Jan 2020   The first session of the Advisory Group was opened.
        $ nemcon item take-up 1 -p 1
        #8  agat1, 1st meeting, 30 Jan 2020   The Advisory Group took up item 1.
        $ nemcon agenda adopt -p 1 --verb approved --decision 1
        #9  agat1, 1st meeting, 30 Jan 2020   The Advisory Group approved its agenda, there being no objection (decision
            1).
        $ nemcon item conclude 1 -p 1
        #11  agat1, 1st meeting, 30 Jan 2020   The Advisory Group concluded its consideration of item 1.
        $ nemcon officer elect "Chair=Mr. Quintarelli (Italy)" "Vice-Chair=Ms. Dokuzov (Slovenia)" -p 1 \
            --verb appointed --how acclamation --decision 2
        #12  agat1, 1st meeting, 30 Jan 2020   The Advisory Group appointed Mr. Quintarelli (Italy) as Chair and Ms.
            Dokuzov (Slovenia) as Vice-Chair, by acclamation (decision 2).
        $ nemcon officer preside Chair -p 1
        #14  agat1, 1st meeting, 30 Jan 2020   The Chair presided.
        $ nemcon decision take "approved the programme of work, as amended, and the vision and mission statements, \
            as slightly amended" -p 1 --item 5 --decision 3
        #15  agat1, 1st meeting, 30 Jan 2020   Under item 5, the Advisory Group approved the programme of work, as
            amended, and the vision and mission statements, as slightly amended, there being no objection (decision 3).
        $ nemcon decision take "adopted the decisions of the session" -p 1 --item 8 --decision 4
        #17  agat1, 1st meeting, 30 Jan 2020   Under item 8, the Advisory Group adopted the decisions of the session,
            there being no objection (decision 4).
        $ nemcon agenda show --adopted
        Advisory Group on Advanced Technologies in Trade and Logistics
        First session
        Geneva, 30 January 2020
        ──────────────────────────────────────────────────────────────────────────────

        Agenda, as adopted at the 1st meeting, on 30 January 2020

        1. Adoption of the agenda
        2. Appointment of Chair and Vice-Chairs
        3. Panel on Transformative Technologies in Trade and Logistics
        4. Panel discussion on obstacles and challenges
        5. Vision, Mission and Programme of Work
        6. Future work
        7. Other business
        8. Adoption of decisions and the report of the first session

        Generated from the record of the meeting. This is not an official document.
    """)


ATTENDED = (
    ("state", r"UNECE member States were present: (.*?)\."),
    ("observer-state", r"outside the UNECE region also participated: (.*?)\."),
    ("united-nations", r"Representatives of (.*?) participated in the session\."),
)
OTHERS = {"World Trade Organization (WTO)": "intergovernmental", "World Economic Forum (WEF)": "non-governmental"}
BETWEEN = re.compile(r"(?:^the |,? and (?:the )?(?=Senegal|United Kingdom|World Economic)|, (?:the )?)")


def attended(report: str) -> list[str]:
    """Who took part, as the report lists them: lines of a list of attendance."""
    found = []
    for category, pattern in ATTENDED:
        listed = re.search(pattern, report)
        assert listed, pattern
        names = filter(None, BETWEEN.split(listed[1]))
        found += [f"{OTHERS.get(name, category)},{name}" for name in names]
    return found


def test_its_report_lists_who_took_part_and_is_issued_without_having_been_adopted(
    empty: Terminal, tmp_path: Path
) -> None:
    """The decisions of the session were adopted in the room, the report not: the plenary of the Centre has it."""
    report = " ".join(paper("reports/03-ece-cefact-2020-19-agat-meeting-report.txt").read_text().split())
    (tmp_path / "list.csv").write_text("\n".join(["category,name", *attended(report)]))
    imported(empty)
    empty.types("meeting open --at 2020-01-30")
    empty.types(f"attendance record {tmp_path}/list.csv -p 1")
    for fact in (":agenda-id: ECE/TRADE/C/CEFACT/2020/19", ":revdate: 18 February 2020"):
        assert fact in report
    empty.plays(r"""
        $ nemcon attendance show
        Attendance of agat1

        10 States, five observer States, four United Nations bodies, one intergovernmental organization and
        one non-governmental organization.

        States
          Belgium
          Estonia
          Germany
          Italy
          Israel
          Netherlands
          Russian Federation
          Slovenia
          Tajikistan
          United Kingdom of Great Britain and Northern Ireland

        Observer States
          Brazil
          India
          Lao People's Democratic Republic
          Nigeria
          Senegal

        United Nations bodies
          International Telecommunication Union (ITU)
          United Nations Conference on Trade and Development (UNCTAD)
          United Nations World Food Programme (WFP)
          United Nations Volunteers

        Intergovernmental organizations
          World Trade Organization (WTO)

        Non-governmental organizations
          World Economic Forum (WEF)

        Generated from the record of the meeting. This is not an official document.
        $ nemcon report draft ECE/TRADE/C/CEFACT/2020/19 --prepared-by "the secretariat" -p 1
        #9  agat1, 1st meeting, 30 Jan 2020   The draft report, ECE/TRADE/C/CEFACT/2020/19, prepared by the secretariat,
            was circulated.
        $ nemcon report issue ECE/TRADE/C/CEFACT/2020/19 --issued 2020-02-18
        Note: The report is issued before its adoption.
        #10  agat1, 18 Feb 2020   The report was issued as ECE/TRADE/C/CEFACT/2020/19.
        $ nemcon report forward --to UNECE/CEFACT --at 2020-02-18
        Refused: The report has not been adopted.
        Rule:    the record
        Next:    nemcon report adopt
        [1]
        $ nemcon report show
        Report of the Advisory Group on Advanced Technologies in Trade and Logistics
        on its first session (agat1)

        Drafted, not adopted.

        30 January 2020: draft ECE/TRADE/C/CEFACT/2020/19, prepared by the
            secretariat.
        18 February 2020: issued as ECE/TRADE/C/CEFACT/2020/19.

        Generated from the record of the meeting. This is not an official document.
    """)
