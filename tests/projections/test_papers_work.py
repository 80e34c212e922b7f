from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time

import pytest

from domain.values import text_in
from projections.agenda import AgendaView, Edition, ItemView, Status
from projections.meetings import MeetingView
from projections.papers import layout, work
from projections.timetable import SlotView, Stage

RULE = "─" * 78

MEETING = MeetingView(
    stream="stream",
    key="wg7",
    body="UNTOC-COP/WG.7",
    body_name="Working Group on the Smuggling of Migrants",
    short="Working Group",
    says="meeting",
    zone="Europe/Vienna",
    ordinal=7,
    place="Vienna",
    starts=date(2020, 9, 8),
    ends=date(2020, 9, 9),
    opens=time(10),
    services=4,
    languages=(),
    state="scheduled",
    sitting=None,
    suspended=False,
    presiding_office=None,
    presiding_seal=None,
    open_items=(),
    report=None,
)


def item(id_: str, number: str | None, title: str, parent: str | None = None) -> ItemView:
    return ItemView(id_, number, text_in("en", title), parent, "not_taken_up")


AGENDA = AgendaView(
    stream="stream",
    status=Status.PROVISIONAL,
    symbol="CTOC/COP/WG.7/2020/1",
    issued=date(2020, 6, 4),
    issued_entry=7,
    source_sha256=None,
    adopted_entry=None,
    adopted=None,
    sitting=None,
    amendments=(),
    edition=Edition.CURRENT,
    items=(
        item("i1", "1", "Organizational matters"),
        item("i2", "1 (a)", "Opening of the meeting", "i1"),
        item("i3", "1 (b)", "Adoption of the agenda and organization of work", "i1"),
        item("i4", "2", "Impact of crises on the routes of those who smuggle migrants, and on trends"),
        item("i5", "3", "Use of technology"),
        item("i6", "4", "Other matters"),
        item("i7", "5", "Adoption of the report"),
    ),
)


def slot(day: int, start: int, end: int, *items: str, continued: str = "", adopted: int | None = None) -> SlotView:
    stage = Stage.PROPOSED if adopted is None else Stage.ADOPTED
    return SlotView(date(2020, 9, day), time(start), time(end), items, frozenset(continued.split()), adopted, stage)


SLOTS = [
    slot(8, 10, 13, "i2", "i3", "i4"),
    slot(8, 15, 18, "i4", "i5", continued="i4"),
    slot(9, 10, 13, "i5", continued="i5"),
    slot(9, 15, 18, "i6", "i7"),
]


def body(text: str) -> str:
    """The paper without its masthead and without its last line, which all papers share."""
    return text.partition(f"{RULE}\n\n")[2].rpartition("\n\n")[0]


def test_the_organization_of_work_has_one_block_a_day() -> None:
    assert work.text(MEETING, SLOTS, AGENDA) == (
        "Working Group on the Smuggling of Migrants\n"
        "Seventh meeting\n"
        "Vienna, 8 and 9 September 2020\n"
        f"{RULE}\n"
        "\n"
        "Proposed organization of work\n"
        "\n"
        "Tuesday, 8 September 2020\n"
        "\n"
        "10 a.m.–1 p.m.  1 (a)  Opening of the meeting\n"
        "                1 (b)  Adoption of the agenda and organization of work\n"
        "                2      Impact of crises on the routes of those who smuggle\n"
        "                       migrants, and on trends\n"
        "3–6 p.m.        2      Impact of crises on the routes of those who smuggle\n"
        "                       migrants, and on trends (continued)\n"
        "                3      Use of technology\n"
        "\n"
        "Wednesday, 9 September 2020\n"
        "\n"
        "10 a.m.–1 p.m.  3      Use of technology (continued)\n"
        "3–6 p.m.        4      Other matters\n"
        "                5      Adoption of the report\n"
        "\n"
        "Generated from the record of the meeting. This is not an official document.\n"
    )


def test_in_markdown_what_is_continued_is_in_italics() -> None:
    assert layout.as_markdown(work.blocks(MEETING, SLOTS[2:], AGENDA)).endswith(
        "## Proposed organization of work\n"
        "\n"
        "### Wednesday, 9 September 2020\n"
        "\n"
        "- **10 a.m.–1 p.m.**\n"
        "  - **3** Use of technology *(continued)*\n"
        "- **3–6 p.m.**\n"
        "  - **4** Other matters\n"
        "  - **5** Adoption of the report\n"
        "\n"
        "*Generated from the record of the meeting. This is not an official document.*\n"
    )


@pytest.mark.parametrize(
    ("stage", "heading"),
    [
        (Stage.PROPOSED, "Proposed organization of work"),
        (Stage.ADOPTED, "Organization of work, as adopted"),
        (Stage.REVISED, "Organization of work, as revised"),
    ],
)
def test_the_heading_says_how_far_it_has_come(stage: Stage, heading: str) -> None:
    slots = [replace(slot, stage=stage) for slot in SLOTS]
    assert body(work.text(MEETING, slots, AGENDA)).startswith(f"{heading}\n\n")


def test_a_sitting_may_be_planned_without_items_or_with_one_that_is_gone_or_new() -> None:
    items = (
        replace(AGENDA.items[4], status="deleted"),
        replace(AGENDA.items[5], number=None),
    )
    slots = [slot(8, 10, 12, "i5", "i6", "i9", continued="i5"), slot(8, 15, 16)]
    assert body(work.text(MEETING, slots, replace(AGENDA, items=items))).endswith(
        "10 a.m.–12 noon  3    [deleted]\n"
        "                 new  Other matters\n"
        "                      [no longer on the agenda]\n"
        "3–4 p.m."
    )


def test_a_title_missing_in_the_language_asked_for_is_named_if_it_is_planned() -> None:
    told = body(work.text(MEETING, SLOTS[3:], AGENDA, lang="fr"))
    assert "5  Adoption of the report\n\nIntitulés non disponibles en français ; reproduits en anglais.\n\n" in told


def test_no_slots_are_no_days() -> None:
    assert body(work.text(MEETING, [], AGENDA)) == "Proposed organization of work"


def test_the_json_has_hours_on_the_clock_of_the_place() -> None:
    told = work.as_json(MEETING, [slot(9, 10, 13, "i5", "i9", continued="i5", adopted=15)], AGENDA)
    assert json.loads(json.dumps(told)) == {
        "meeting": "wg7",
        "stage": "adopted",
        "adopted_entry": 15,
        "organization_of_work": [
            {
                "date": "2020-09-09",
                "start": "10:00",
                "end": "13:00",
                "items": [
                    {
                        "id": "i5",
                        "number": "3",
                        "title": "Use of technology",
                        "title_language": "en",
                        "continued": True,
                    },
                    {"id": "i9", "number": None, "title": None, "title_language": None, "continued": False},
                ],
            }
        ],
    }


def test_asked_why_each_line_names_the_entries_behind_it() -> None:
    slots = [replace(slot(8, 10, 13, "i2", "i3"), entries=(12, 44))]
    assert body(work.text(MEETING, slots, AGENDA, why=True)).endswith(
        "10 a.m.–1 p.m.  1 (a)  Opening of the meeting  [#12, #44]\n"
        "                1 (b)  Adoption of the agenda and organization of work\n"
        "                       [#12, #44]"
    )
