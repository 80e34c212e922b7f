from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from domain.values import LocalizedText, Occurred
from projections.agenda import AgendaView, Edition, ItemView, Status
from projections.amendments import AmendmentView
from projections.documents import Annotated, Listed
from projections.meetings import MeetingView
from projections.papers import agenda as paper
from projections.papers import layout

RULE = "─" * 78

MEETING = MeetingView(
    stream="stream",
    key="g4",
    body="LAKES/G",
    body_name="Group of Experts on Lakes",
    short="Group",
    says="session",
    zone="Europe/Vienna",
    ordinal=4,
    place="Vienna",
    starts=date(2020, 9, 8),
    ends=date(2020, 9, 9),
    opens=None,
    services=None,
    languages=(),
    state="open",
    sitting=1,
    suspended=False,
    presiding_office=None,
    presiding_seal=None,
    open_items=(),
    report=None,
)


def item(id_: str, number: str | None, title: str, parent: str | None = None, **others: str) -> ItemView:
    return ItemView(id_, number, LocalizedText(original="en", texts={"en": title, **others}), parent, "not_taken_up")


ITEMS = (
    item("i1", "1", "Organizational matters", fr="Questions d'organisation"),
    item("i2", "1 (a)", "Opening of the session", "i1", fr="Ouverture de la session"),
    item("i3", "1 (b)", "Adoption of the agenda", "i1", fr="Adoption de l'ordre du jour"),
    item("i4", "2", "Levels, flows and quality of the water of lakes that lie in more than one country"),
    item("i5", "3", "Reeds"),
    item("i6", "4", "Other matters", fr="Questions diverses"),
)
PROVISIONAL = AgendaView(
    stream="stream",
    status=Status.PROVISIONAL,
    symbol="LAKES/G/2020/1",
    issued=date(2020, 6, 4),
    issued_entry=7,
    source_sha256=None,
    adopted_entry=None,
    adopted=None,
    sitting=None,
    amendments=(),
    edition=Edition.PROVISIONAL,
    items=ITEMS,
)
ADOPTED = replace(
    PROVISIONAL,
    status=Status.ADOPTED,
    adopted_entry=14,
    adopted=Occurred(day=date(2020, 9, 8)),
    sitting=1,
    edition=Edition.ADOPTED,
)
RETITLED = AmendmentView("retitled", 12, "i6", "4", "4", "Other business")
ADDED = AmendmentView("added", 13, "i20", None, "1 (c)", "Election of officers")
AMENDED = replace(
    ADOPTED,
    amendments=(RETITLED, ADDED),
    items=(
        *ITEMS[:3],
        item("i20", "1 (c)", "Election of officers", "i1"),
        *ITEMS[3:5],
        item("i6", "4", "Other business"),
    ),
)


def body(text: str) -> str:
    """The paper without its masthead and without its last line, which all papers share."""
    return text.partition(f"{RULE}\n\n")[2].rpartition("\n\n")[0]


def as_amended(*amendments: AmendmentView) -> str:
    agenda = replace(ADOPTED, amendments=amendments)
    return body(paper.text(MEETING, agenda)).partition("¹ As orally amended: ")[2]


def pending(*amendments: AmendmentView, items: tuple[ItemView, ...]) -> AgendaView:
    return replace(PROVISIONAL, edition=Edition.CURRENT, amendments=amendments, items=items)


def test_the_adopted_agenda_has_the_form_of_the_field() -> None:
    assert paper.text(MEETING, AMENDED) == (
        "Group of Experts on Lakes\n"
        "Fourth session\n"
        "Vienna, 8 and 9 September 2020\n"
        f"{RULE}\n"
        "\n"
        "Agenda, as adopted at the 1st meeting, on 8 September 2020¹\n"
        "\n"
        "1. Organizational matters\n"
        "   (a) Opening of the session\n"
        "   (b) Adoption of the agenda\n"
        "   (c) Election of officers\n"
        "2. Levels, flows and quality of the water of lakes that lie in more than one\n"
        "   country\n"
        "3. Reeds\n"
        "4. Other business\n"
        "\n"
        "────────────\n"
        '¹ As orally amended: item 4 was retitled "Other business"; a new item 1 (c),\n'
        '  "Election of officers", was added.\n'
        "\n"
        "Generated from the record of the meeting. This is not an official document.\n"
    )


def test_the_adopted_agenda_in_markdown_prints_its_numbers_and_never_counts_anew() -> None:
    assert layout.as_markdown(paper.blocks(MEETING, AMENDED)) == (
        "# Group of Experts on Lakes\n"
        "\n"
        "Fourth session\\\n"
        "Vienna, 8 and 9 September 2020\n"
        "\n"
        "## Agenda, as adopted at the 1st meeting, on 8 September 2020¹\n"
        "\n"
        "- **1.** Organizational matters\n"
        "  - **(a)** Opening of the session\n"
        "  - **(b)** Adoption of the agenda\n"
        "  - **(c)** Election of officers\n"
        "- **2.** Levels, flows and quality of the water of lakes that lie in more than one country\n"
        "- **3.** Reeds\n"
        "- **4.** Other business\n"
        "\n"
        '¹ As orally amended: item 4 was retitled "Other business"; a new item 1 (c), "Election of officers", '
        "was added.\n"
        "\n"
        "*Generated from the record of the meeting. This is not an official document.*\n"
    )


def test_without_oral_amendments_there_is_no_footnote_and_without_a_known_sitting_none_is_named() -> None:
    told = body(paper.text(MEETING, replace(ADOPTED, sitting=None)))
    assert told.startswith("Agenda, as adopted on 8 September 2020\n\n1. Organizational matters\n")
    assert "¹" not in told


def test_the_provisional_agenda_bears_its_symbol_and_date_beside_the_masthead() -> None:
    assert paper.text(MEETING, PROVISIONAL).startswith(
        "Group of Experts on Lakes                                       LAKES/G/2020/1\n"
        "Fourth session                                                     4 June 2020\n"
        "Vienna, 8 and 9 September 2020\n"
        f"{RULE}\n"
        "\n"
        "Provisional agenda\n"
        "\n"
        "1. Organizational matters\n"
    )


def test_the_provisional_agenda_says_nothing_of_what_was_amended_later() -> None:
    told = paper.text(MEETING, replace(AMENDED, edition=Edition.PROVISIONAL, items=ITEMS))
    assert told == paper.text(MEETING, PROVISIONAL)


def test_a_long_name_stands_under_the_symbol() -> None:
    meeting = replace(MEETING, body_name="Open-ended Intergovernmental Group of Experts on the Lakes of the Plain")
    assert paper.text(meeting, PROVISIONAL).startswith(
        "                                                                LAKES/G/2020/1\n"
        "                                                                   4 June 2020\n"
        "Open-ended Intergovernmental Group of Experts on the Lakes of the Plain\n"
    )


def test_a_masthead_prints_only_what_is_known() -> None:
    meeting = replace(MEETING, ordinal=None, place="", ends=date(2020, 9, 8), state="cancelled")
    assert paper.text(meeting, ADOPTED).startswith(f"Group of Experts on Lakes\n8 September 2020 (cancelled)\n{RULE}\n")


def test_a_deleted_item_keeps_its_number_in_the_agenda_in_force_so_that_the_gap_explains_itself() -> None:
    gone = tuple(replace(one, status="deleted") if one.id in {"i2", "i5"} else one for one in ITEMS)
    assert body(paper.text(MEETING, replace(ADOPTED, edition=Edition.CURRENT, items=gone))) == (
        "Agenda, as it stands\n"
        "\n"
        "Adopted at the 1st meeting, on 8 September 2020.\n"
        "\n"
        "1. Organizational matters\n"
        "   (a) [deleted]\n"
        "   (b) Adoption of the agenda\n"
        "2. Levels, flows and quality of the water of lakes that lie in more than one\n"
        "   country\n"
        "3. [deleted]\n"
        "4. Other matters"
    )


def test_what_stood_under_a_deleted_item_is_not_printed_again() -> None:
    gone = tuple(replace(one, status="deleted") for one in ITEMS[:3])
    told = body(paper.text(MEETING, replace(ADOPTED, edition=Edition.CURRENT, items=(*gone, ITEMS[4]))))
    assert told.endswith("\n\n1. [deleted]\n3. Reeds")


def test_an_item_moved_under_another_keeps_its_printed_number() -> None:
    items = (ITEMS[3], replace(ITEMS[4], parent="i4"), replace(ITEMS[2], parent=None))
    told = body(paper.text(MEETING, replace(ADOPTED, edition=Edition.CURRENT, items=items)))
    assert told.endswith(
        "2.    Levels, flows and quality of the water of lakes that lie in more than\n"
        "      one country\n"
        "      3. Reeds\n"
        "1 (b) Adoption of the agenda"
    )


def test_numbers_of_two_figures_stand_in_one_column_with_the_others() -> None:
    items = (item("i9", "9", "Reeds"), item("i10", "10", "Banks"), item("i11", "10 (a)", "Shores", "i10"))
    told = body(paper.text(MEETING, replace(ADOPTED, items=items)))
    assert told.endswith("9.  Reeds\n10. Banks\n    (a) Shores")


def test_a_full_stop_at_the_end_of_a_title_is_not_printed() -> None:
    assert body(paper.text(MEETING, replace(ADOPTED, items=(item("i1", "1", "Reeds."),)))).endswith("1. Reeds")


def test_the_footnote_says_what_each_kind_of_amendment_came_to() -> None:
    assert as_amended(AmendmentView("deleted", 12, "i5", "3", None, "Reeds")) == (
        'provisional item 3, "Reeds", was deleted.'
    )
    assert as_amended(AmendmentView("moved", 12, "i5", "3", "4", "Reeds")) == "provisional item 3 is item 4."
    assert as_amended(AmendmentView("moved", 12, "i5", "3", "3", "Reeds")) == "item 3 was moved."
    assert as_amended(AmendmentView("retitled", 12, "i5", "3", "4", "Banks")) == (
        'provisional item 3 is item 4 and was retitled "Banks".'
    )


def test_several_amendments_of_one_item_are_told_as_what_they_came_to() -> None:
    once = AmendmentView("retitled", 12, "i5", "3", "2", "Banks")
    moved = AmendmentView("moved", 13, "i5", "3", "2", "Shores")
    again = AmendmentView("retitled", 15, "i5", "3", "2", "Shores")
    assert as_amended(once, moved, again) == 'provisional item 3 is item 2 and was retitled "Shores".'
    renamed = AmendmentView("retitled", 14, "i20", None, "1 (c)", "Election of the Chair")
    assert as_amended(ADDED, renamed) == 'a new item 1 (c), "Election of the Chair", was added.'


def test_an_item_added_and_deleted_again_leaves_no_footnote() -> None:
    undone = (replace(ADDED, number=None), AmendmentView("deleted", 14, "i20", None, None, ""))
    assert "¹" not in paper.text(MEETING, replace(ADOPTED, amendments=undone))


def test_pending_amendments_are_in_the_list_and_listed_under_it() -> None:
    items = (*ITEMS[:3], item("i20", None, "Election of officers", "i1"), item("i6", "4", "Other business"), ITEMS[3])
    deletion = AmendmentView("deleted", 14, "i5", "3", None, "Reeds")
    move = AmendmentView("moved", 15, "i4", "2", "2", str(ITEMS[3].title))
    agenda = pending(RETITLED, replace(ADDED, number=None), deletion, move, items=items)
    assert body(paper.text(MEETING, agenda)) == (
        "Provisional agenda, with the oral amendments pending\n"
        "\n"
        "Not yet adopted.\n"
        "\n"
        "1. Organizational matters\n"
        "   (a)   Opening of the session\n"
        "   (b)   Adoption of the agenda\n"
        "   [new] Election of officers\n"
        "4. Other business\n"
        "2. Levels, flows and quality of the water of lakes that lie in more than one\n"
        "   country\n"
        "\n"
        "Oral amendments pending\n"
        "\n"
        '– To retitle item 4 as "Other business"\n'
        '– A new item after item 1 (b), "Election of officers"\n'
        '– To delete item 3, "Reeds"\n'
        '– To place item 2, "Levels, flows and quality of the water of lakes that lie\n'
        '  in more than one country", after item 4'
    )


def test_a_pending_amendment_of_a_new_item_names_it_by_its_title() -> None:
    new = item("i20", None, "Banks and shores")
    below = item("i21", None, "Swans", "i20")
    amendments = (
        AmendmentView("added", 12, "i20", None, None, "Banks"),
        AmendmentView("retitled", 13, "i20", None, None, "Banks and shores"),
        AmendmentView("moved", 14, "i20", None, None, "Banks and shores"),
        AmendmentView("added", 15, "i21", None, None, "Swans"),
        AmendmentView("added", 16, "i22", None, None, "Herons"),
        AmendmentView("deleted", 17, "i22", None, None, ""),
    )
    told = body(paper.text(MEETING, pending(*amendments, items=(new, below))))
    assert told.endswith(
        '– A new item as the first item, "Banks"\n'
        '– To retitle the new item as "Banks and shores"\n'
        '– To place the new item "Banks and shores" as the first item\n'
        '– A new item under the new item "Banks and shores", "Swans"\n'
        '– A new item, "Herons"\n'
        "– To delete the new item"
    )


def test_an_agenda_that_no_one_adopted_says_how_far_it_came() -> None:
    agenda = pending(items=ITEMS)
    assert body(paper.text(MEETING, agenda)).startswith("Provisional agenda\n\nNot yet adopted.\n")
    never = replace(agenda, status=Status.NEVER_ADOPTED)
    assert "\n\nNot adopted: the session was closed without it.\n" in paper.text(MEETING, never)
    provisionally = replace(agenda, status=Status.PROVISIONALLY_ADOPTED)
    assert "\n\nNot finally adopted.\n" in paper.text(MEETING, provisionally)


def test_every_line_can_say_which_entries_it_came_from() -> None:
    why = {"i1": [7], "i20": [13], "i4": [7, 21], "i6": [7, 12]}
    assert body(paper.text(MEETING, AMENDED, why=why)) == (
        "Agenda, as adopted at the 1st meeting, on 8 September 2020¹  [#14]\n"
        "\n"
        "1. Organizational matters  [#7]\n"
        "   (a) Opening of the session\n"
        "   (b) Adoption of the agenda\n"
        "   (c) Election of officers  [#13]\n"
        "2. Levels, flows and quality of the water of lakes that lie in more than one\n"
        "   country  [#7, #21]\n"
        "3. Reeds\n"
        "4. Other business  [#7, #12]\n"
        "\n"
        "────────────\n"
        '¹ As orally amended: item 4 was retitled "Other business"; a new item 1 (c),\n'
        '  "Election of officers", was added.  [#12, #13]'
    )


def test_a_pending_amendment_can_say_its_entry_too() -> None:
    told = body(paper.text(MEETING, pending(RETITLED, items=ITEMS), why={}))
    assert told.startswith("Provisional agenda, with the oral amendments pending  [#7]\n")
    assert told.endswith('– To retitle item 4 as "Other business"  [#12]')


def test_titles_missing_in_the_language_asked_for_are_shown_in_the_original_and_named() -> None:
    told = body(paper.text(MEETING, replace(ADOPTED, items=(*ITEMS, item("i9", None, "Swans"))), lang="fr"))
    assert "   (a) Ouverture de la session\n" in told
    assert (
        "\n\nIntitulés non disponibles en français : points 2 et 3 et le nouveau point\n"
        "« Swans » ; reproduits en anglais.\n\nLes noms"
    ) in told


def test_one_missing_title_is_an_item_and_all_missing_titles_are_not_listed() -> None:
    told = body(paper.text(MEETING, replace(ADOPTED, items=ITEMS[:4]), lang="fr"))
    assert "\n\nIntitulés non disponibles en français : point 2 ; reproduits en anglais.\n\n" in told
    told = body(paper.text(MEETING, ADOPTED, lang="eo"))
    assert told.endswith("Not available in eo; shown in English.")


def test_a_wording_that_no_one_made_official_is_named() -> None:
    title = LocalizedText(original="en", texts={"en": "Reeds", "ru": "Камыши"}, unofficial=("ru",))
    items = (ItemView("i1", "1", title, None, "concluded"),)
    told = body(paper.text(MEETING, replace(ADOPTED, items=items), lang="ru"))
    assert "1. Камыши\n\nНеофициальная формулировка: пункт 1.\n\n" in told  # noqa: RUF001 - Russian is meant
    assert "Unofficial" not in paper.text(MEETING, replace(ADOPTED, items=items))


def test_the_annotated_agenda_takes_each_item_with_its_annotation_and_documentation() -> None:
    documents = [
        Listed(7, "i4", "LAKES/G/2020/2", "Note by the Secretariat on the levels of lakes", "en", "the Secretariat"),
        Listed(9, "i4", "LAKES/G/2020/CRP.1", "LAKES/G/2020/CRP.1", "en", None),
    ]
    annotations = [
        Annotated(7, "i2", 1, "The session will be opened at 10 a.m.", "en"),
        Annotated(7, "i4", 2, "The Group may wish to compare the levels of lakes.", "en"),
        Annotated(7, "i4", 3, "It will have before it a note.", "en"),
    ]
    told = layout.as_text(paper.annotated(MEETING, PROVISIONAL, documents, annotations, {"i5": 7}))
    assert body(told) == (
        "Annotated provisional agenda\n"
        "\n"
        "Provisional agenda\n"
        "\n"
        "1. Organizational matters\n"
        "   (a) Opening of the session\n"
        "   (b) Adoption of the agenda\n"
        "2. Levels, flows and quality of the water of lakes that lie in more than one\n"
        "   country\n"
        "3. Reeds\n"
        "4. Other matters\n"
        "\n"
        "Annotations\n"
        "\n"
        "1. Organizational matters\n"
        "\n"
        "(a) Opening of the session\n"
        "\n"
        "The session will be opened at 10 a.m.\n"
        "\n"
        "(b) Adoption of the agenda\n"
        "\n"
        "2. Levels, flows and quality of the water of lakes that lie in more than one\n"
        "   country\n"
        "\n"
        "The Group may wish to compare the levels of lakes.\n"
        "\n"
        "It will have before it a note.\n"
        "\n"
        "Documentation\n"
        "\n"
        "Note by the Secretariat on the levels of lakes (LAKES/G/2020/2)\n"
        "\n"
        "LAKES/G/2020/CRP.1\n"
        "\n"
        "3. Reeds\n"
        "\n"
        "No documentation is foreseen.\n"
        "\n"
        "4. Other matters"
    )


def test_the_annotated_agenda_in_another_language_says_what_stays_in_the_original() -> None:
    annotations = [Annotated(7, "i2", 1, "The session will be opened at 10 a.m.", "en")]
    told = layout.as_markdown(paper.annotated(MEETING, PROVISIONAL, [], annotations, (), lang="fr"))
    assert (
        "Intitulés non disponibles en français : points 2 et 3 ; reproduits en anglais.\n"
        "\n"
        "Les noms et les textes qui ne sont consignés que dans une langue sont reproduits tels quels.\n"
        "\n"
        "### Annotations\n"
        "\n"
        "Les annotations et les documents sont indiqués en anglais.\n"
        "\n"
        "#### 1. Questions d'organisation\n"
        "\n"
        "#### (a) Ouverture de la session\n"
        "\n"
        "The session will be opened at 10 a.m.\n"
    ) in told


def test_the_json_is_the_one_other_programs_rely_on() -> None:
    at = datetime(2020, 9, 8, 8, 20, tzinfo=UTC)
    occurred = Occurred(day=date(2020, 9, 8), at=at, zone="Europe/Vienna")
    told = paper.as_json(MEETING, replace(AMENDED, adopted=occurred, items=ITEMS[:2]), entry=31, lang="fr")
    assert json.loads(json.dumps(told)) == {
        "meeting": "g4",
        "body": "LAKES/G",
        "edition": "adopted",
        "status": "adopted",
        "adopted": {
            "occurred": {"day": "2020-09-08", "at": "2020-09-08T08:20:00+00:00", "zone": "Europe/Vienna"},
            "sitting": 1,
            "resumed": False,
            "as_amended": True,
            "in_abeyance": [],
            "excepted": [],
            "symbol": None,
            "allocation": None,
            "entry": 14,
        },
        "provisionally_adopted": None,
        "applied_entry": None,
        "understandings": [],
        "items": [
            {
                "id": "i1",
                "number": "1",
                "title": "Questions d'organisation",
                "title_language": "fr",
                "status": "not_taken_up",
                "considered": True,
                "footnotes": [],
                "allocated": [],
                "continues": [],
                "items": [
                    {
                        "id": "i2",
                        "number": "1 (a)",
                        "title": "Ouverture de la session",
                        "title_language": "fr",
                        "status": "not_taken_up",
                        "considered": True,
                        "footnotes": [],
                        "allocated": [],
                        "continues": [],
                        "items": [],
                    }
                ],
            }
        ],
        "amendments": [
            {"kind": "retitled", "item": "i6", "was": "4", "number": "4", "title": "Other business", "entry": 12},
            {
                "kind": "added",
                "item": "i20",
                "was": None,
                "number": "1 (c)",
                "title": "Election of officers",
                "entry": 13,
            },
        ],
        "changes": [],
        "entry": 31,
    }


def test_the_json_of_an_agenda_not_adopted_says_null_and_with_why_names_the_entries() -> None:
    told = paper.as_json(MEETING, replace(PROVISIONAL, items=ITEMS[4:]), entry=7, why={"i5": [7]})
    assert told["adopted"] is None
    assert told["items"] == [
        {
            "id": "i5",
            "number": "3",
            "title": "Reeds",
            "title_language": "en",
            "status": "not_taken_up",
            "considered": True,
            "footnotes": [],
            "allocated": [],
            "continues": [],
            "entries": [7],
            "items": [],
        },
        {
            "id": "i6",
            "number": "4",
            "title": "Other matters",
            "title_language": "en",
            "status": "not_taken_up",
            "considered": True,
            "footnotes": [],
            "allocated": [],
            "continues": [],
            "entries": [],
            "items": [],
        },
    ]
