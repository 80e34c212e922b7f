from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.values import LocalizedText, Occurred, text_in
from projections.agenda import AgendaView, Edition, ItemView, Status
from projections.meetings import MeetingView
from projections.papers import comparison, layout
from projections.papers.comparison import Change, Comparison, compare, concordance
from projections.papers.layout import Span, Style

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
    opens=None,
    services=4,
    languages=(),
    state="open",
    sitting=1,
    suspended=False,
    presiding_office=None,
    presiding_seal=None,
    open_items=(),
    report=None,
)


def item(id_: str, number: str | None, title: str, parent: str | None = None) -> ItemView:
    return ItemView(id_, number, text_in("en", title), parent, "not_taken_up")


MATTERS = item("i1", "1", "Organizational matters")
OPENING = item("i2", "1 (a)", "Opening of the meeting", "i1")
ADOPTION = item("i3", "1 (b)", "Adoption of the agenda and organization of work", "i1")
CRISES = item("i4", "2", "Impact of crises on routes for the smuggling of migrants")
TECHNOLOGY = item("i5", "3", "Successful strategies concerning the use of technology")
OTHER = item("i6", "4", "Other matters")
REPORT = item("i7", "5", "Adoption of the report")
ITEMS = (MATTERS, OPENING, ADOPTION, CRISES, TECHNOLOGY, OTHER, REPORT)

PROVISIONAL = AgendaView(
    stream="stream",
    status=Status.ADOPTED,
    symbol="CTOC/COP/WG.7/2020/1",
    issued=date(2020, 6, 4),
    issued_entry=7,
    source_sha256=None,
    adopted_entry=14,
    adopted=Occurred(day=date(2020, 9, 8)),
    sitting=1,
    amendments=(),
    edition=Edition.PROVISIONAL,
    items=ITEMS,
)


def adopted(*items: ItemView) -> AgendaView:
    return replace(PROVISIONAL, edition=Edition.ADOPTED, items=items)


def compared(*items: ItemView) -> Comparison:
    return compare(MEETING, PROVISIONAL, adopted(*items))


def changes(*items: ItemView) -> dict[str, tuple[Change, ...]]:
    return {one.item.id: one.changes for one in compared(*items).items if one.changes}


BUSINESS = replace(OTHER, title=text_in("en", "Other business"))
OFFICERS = item("i20", "1 (c)", "Election of officers", "i1")
EVERY_CHANGE = compared(
    MATTERS, OPENING, ADOPTION, OFFICERS, BUSINESS, replace(TECHNOLOGY, number="4 (a)", parent="i6"),
    replace(REPORT, number="3"),
)  # fmt: skip


def test_the_comparison_says_what_became_of_each_item() -> None:
    assert comparison.text(EVERY_CHANGE) == (
        "Working Group on the Smuggling of Migrants\n"
        "Seventh meeting\n"
        "Vienna, 8 and 9 September 2020\n"
        f"{RULE}\n"
        "\n"
        "Comparison of the provisional agenda (CTOC/COP/WG.7/2020/1) with the agenda,\n"
        "as adopted at the 1st meeting, on 8 September 2020\n"
        "\n"
        "Retitled\n"
        "\n"
        "4          Other [-matters-] {+business+}\n"
        "\n"
        "Added\n"
        "\n"
        "1 (c)      Election of officers\n"
        "\n"
        "Deleted\n"
        "\n"
        "2          Impact of crises on routes for the smuggling of migrants\n"
        "\n"
        "Moved\n"
        "\n"
        "3 → 4 (a)  Successful strategies concerning the use of technology (now under\n"
        "           item 4)\n"
        "\n"
        "Renumbered\n"
        "\n"
        "5 → 3      Adoption of the report\n"
        "\n"
        "Unchanged: items 1, 1 (a) and 1 (b).\n"
        "\n"
        "Generated from the record of the meeting. This is not an official document.\n"
    )


def test_the_comparison_in_markdown_strikes_out_and_prints_bold() -> None:
    told = layout.as_markdown(comparison.blocks(EVERY_CHANGE))
    assert "\n\n### Retitled\n\n- **4** Other ~~matters~~ **business**\n\n" in told
    assert "**3 → 4 (a)** Successful strategies concerning the use of technology *(now under item 4)*\n" in told


def test_the_same_list_has_no_difference() -> None:
    told = comparison.text(compared(*ITEMS))
    assert told.endswith(
        "2020\n\nNo difference.\n\nGenerated from the record of the meeting. This is not an official document.\n"
    )


def test_the_other_agenda_is_called_what_it_is() -> None:
    as_it_stands = replace(adopted(BUSINESS), edition=Edition.CURRENT)
    assert " with the agenda,\nas it stands\n" in comparison.text(compare(MEETING, PROVISIONAL, as_it_stands))
    proposed = replace(as_it_stands, adopted=None, adopted_entry=None, symbol=None)
    told = comparison.text(compare(MEETING, replace(PROVISIONAL, symbol=None), proposed))
    assert "\nComparison of the provisional agenda with the oral amendments pending\n" in told
    assert "\nUnchanged" not in told


def test_an_item_is_the_same_by_its_identity_whatever_its_title_and_number() -> None:
    assert changes(*ITEMS[:5], replace(BUSINESS, number="6"), REPORT) == {"i6": (Change.RETITLED, Change.RENUMBERED)}


def test_a_title_in_one_more_language_is_the_same_title() -> None:
    both = LocalizedText(original="en", texts={"en": "Other matters", "fr": "Questions diverses"})
    assert changes(*ITEMS[:5], replace(OTHER, title=both), REPORT) == {}


def test_only_the_item_that_was_moved_is_moved() -> None:
    assert changes(MATTERS, OPENING, ADOPTION, TECHNOLOGY, OTHER, REPORT, CRISES) == {"i4": (Change.MOVED,)}
    assert changes(MATTERS, OPENING, ADOPTION, REPORT, CRISES, TECHNOLOGY, OTHER) == {"i7": (Change.MOVED,)}
    told = comparison.text(compared(MATTERS, OPENING, ADOPTION, REPORT, CRISES, TECHNOLOGY, OTHER))
    assert "\nMoved\n\n5  Adoption of the report (now after item 1)\n" in told


def test_items_after_a_deleted_one_did_not_move_and_neither_did_what_stands_under_a_moved_one() -> None:
    assert changes(MATTERS, OPENING, ADOPTION, TECHNOLOGY, OTHER, REPORT) == {"i4": (Change.DELETED,)}
    assert changes(CRISES, TECHNOLOGY, OTHER, REPORT, MATTERS, OPENING, ADOPTION) == {"i1": (Change.MOVED,)}


def test_an_item_marked_deleted_is_deleted_and_one_added_and_deleted_leaves_no_trace() -> None:
    gone = replace(OFFICERS, status="deleted")
    assert changes(*ITEMS[:4], replace(TECHNOLOGY, status="deleted"), OTHER, REPORT, gone) == {"i5": (Change.DELETED,)}


def test_a_pending_item_has_no_number_yet() -> None:
    found = compared(*ITEMS, replace(OFFICERS, number=None))
    assert "\nAdded\n\nnew  Election of officers\n" in comparison.text(found)
    assert concordance(PROVISIONAL, found.other)[-1] == (None, None, "Election of officers")


def test_a_difference_keeps_the_words_that_stayed() -> None:
    assert comparison.difference("Use of technology", "Good use of technology") == (
        Span("Use", Style.REMOVED),
        Span(" "),
        Span("Good use", Style.ADDED),
        Span(" "),
        Span("of technology"),
    )
    assert comparison.difference("湖的水", "湖的好水") == (Span("湖的"), Span("好", Style.ADDED), Span("水"))


@given(*[st.text(alphabet="ab ", max_size=30)] * 2)
def test_a_difference_holds_both_titles(old: str, new: str) -> None:
    spans = comparison.difference(old, new)
    before = "".join(span.text for span in spans if span.style is not Style.ADDED)
    after = "".join(span.text for span in spans if span.style is not Style.REMOVED)
    assert "".join(before.split()) == "".join(old.split())
    assert "".join(after.split()) == "".join(new.split())


def test_the_json_has_every_item_with_what_it_was_and_is() -> None:
    told = comparison.as_json(
        compare(MEETING, replace(PROVISIONAL, items=(OTHER, CRISES)), adopted(BUSINESS, OFFICERS))
    )
    assert json.loads(json.dumps(told)) == {
        "meeting": "wg7",
        "edition": "adopted",
        "different": True,
        "since_the_adoption": [],
        "items": [
            {
                "id": "i6",
                "changes": ["retitled"],
                "old": {"number": "4", "title": "Other matters", "parent": None},
                "new": {"number": "4", "title": "Other business", "parent": None},
            },
            {
                "id": "i4",
                "changes": ["deleted"],
                "old": {
                    "number": "2",
                    "title": "Impact of crises on routes for the smuggling of migrants",
                    "parent": None,
                },
                "new": None,
            },
            {
                "id": "i20",
                "changes": ["added"],
                "old": None,
                "new": {"number": "1 (c)", "title": "Election of officers", "parent": "i1"},
            },
        ],
    }


def test_the_concordance_is_in_the_old_order_with_what_was_added_at_its_end() -> None:
    pairs = concordance(PROVISIONAL, EVERY_CHANGE.other)
    assert pairs[3:] == [
        ("2", None, "Impact of crises on routes for the smuggling of migrants"),
        ("3", "4 (a)", "Successful strategies concerning the use of technology"),
        ("4", "4", "Other business"),
        ("5", "3", "Adoption of the report"),
        (None, "1 (c)", "Election of officers"),
    ]
    assert layout.as_text(comparison.concordance_blocks(MEETING, pairs)).partition(f"{RULE}\n\n")[2] == (
        "Concordance of the numbers of items\n"
        "\n"
        "Provisional  Now    Title\n"
        "1            1      Organizational matters\n"
        "1 (a)        1 (a)  Opening of the meeting\n"
        "1 (b)        1 (b)  Adoption of the agenda and organization of work\n"
        "2            –      Impact of crises on routes for the smuggling of migrants\n"
        "3            4 (a)  Successful strategies concerning the use of technology\n"
        "4            4      Other business\n"
        "5            3      Adoption of the report\n"
        "–            1 (c)  Election of officers\n"
        "\n"
        "Generated from the record of the meeting. This is not an official document.\n"
    )
    assert "\n| Provisional | Now | Title |\n| --- | --- | --- |\n| 1 | 1 | Organizational matters |\n" in (
        layout.as_markdown(comparison.concordance_blocks(MEETING, pairs))
    )


def test_two_runs_print_the_same() -> None:
    assert comparison.text(EVERY_CHANGE) == comparison.text(EVERY_CHANGE)
