# ruff: noqa: RUF001 - Greek letters and French apostrophes are meant
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time

import pytest

from domain.values import Language, LocalizedText, Occurred
from projections.agenda import AgendaView, Edition, ItemView, Status, UnderstandingView
from projections.amendments import AmendmentView
from projections.meetings import MeetingView
from projections.papers import agenda as paper
from projections.papers import comparison, html, work
from projections.papers.comparison import compare
from projections.papers.layout import Block, as_markdown, as_text
from projections.papers.press import Sheet
from projections.timetable import SlotView, Stage

# Names and titles are in Greek, so that a word of another fixed wording cannot hide among them.
MEETING = MeetingView(
    stream="stream",
    key="λ7",
    body="Λ",
    body_name="Ομάδα",
    short="Ομάδα",
    says="session",
    zone="Europe/Athens",
    ordinal=7,
    place="Αθήνα",
    starts=date(2020, 9, 8),
    ends=date(2020, 9, 9),
    opens=None,
    services=4,
    languages=(),
    state="cancelled",
    sitting=1,
    suspended=False,
    presiding_office=None,
    presiding_seal=None,
    open_items=(),
    report=None,
)


def known(**texts: str) -> LocalizedText:
    return LocalizedText(original="en", texts=texts)


def item(id_: str, number: str | None, title: str, parent: str | None = None, status: str = "open") -> ItemView:
    return ItemView(id_, number, LocalizedText(original="el", texts={"el": title}, unofficial=("el",)), parent, status)


ITEMS = (
    item("i1", "1", "Αρχή"),
    item("i2", "1 (a)", "Έναρξη", "i1"),
    replace(item("i3", "2", "Λίμνες"), considered=False, footnotes=("Σημείωση",), allocated=("plenary",)),
    item("i4", "3", "Ποτάμια", status="excepted"),
    item("i5", "4", "Θάλασσα", status="deleted"),
    item("i6", "5", "Νησιά", status="withdrawn"),
    item("i7", "6", "Βουνά", status="merged"),
    item("i8", None, "Κύκνοι"),
)


def change(kind: str, item: str, was: str | None, **more: str) -> AmendmentView:
    return AmendmentView(kind, 12, item, was, was, "Λίμνες", **more)


CHANGES = (
    change("added", "i8", None),
    change("deleted", "i5", "4"),
    change("withdrawn", "i6", "5"),
    change("retitled", "i3", "2"),
    replace(change("moved", "i4", "3"), number="3"),
    change("footnoted", "i4", "3"),
    change("split", "i1", "1", other="i8", other_number="8", other_title="Κύκνοι"),
    change("merged", "i2", "1 (a)", other="i7", other_number="6", other_title="Βουνά"),
    replace(change("moved", "i9", "9"), number="10"),
    replace(change("moved", "i10", "10"), number="10"),
)
AGENDA = AgendaView(
    stream="stream",
    status=Status.PROVISIONAL,
    symbol=None,
    issued=date(2020, 6, 1),
    issued_entry=7,
    source_sha256=None,
    adopted_entry=None,
    adopted=None,
    sitting=None,
    amendments=CHANGES,
    edition=Edition.CURRENT,
    items=ITEMS,
    applied_entry=9,
    allocation="Α",
    in_abeyance=("i1", "i2"),
    understandings=(UnderstandingView(8, None, "Ναι"),),
)
ADOPTED = replace(
    AGENDA,
    status=Status.ADOPTED,
    edition=Edition.ADOPTED,
    adopted_entry=14,
    adopted=Occurred(day=date(2020, 9, 8)),
    sitting=1,
)
STANDS = replace(
    ADOPTED,
    edition=Edition.CURRENT,
    changes=tuple(replace(one, day="2020-09-09", decision="5" if one.entry % 2 else None) for one in CHANGES),
)
SLOTS = [
    SlotView(date(2020, 9, 8), time(10), time(13), ("i1", "i5", "i8", "i99"), frozenset({"i1"}), None, stage)
    for stage in (Stage.PROPOSED,)
]


def papers(lang: str | None) -> Iterable[list[Block]]:
    provisional = replace(AGENDA, edition=Edition.PROVISIONAL, items=ITEMS[:6])
    for agenda in (provisional, AGENDA, ADOPTED, STANDS, replace(AGENDA, status=Status.NEVER_ADOPTED, amendments=())):
        yield [*paper.blocks(MEETING, agenda, None, lang)]
    yield [*paper.annotated(MEETING, provisional, [], [], {"i1"}, lang=lang)]
    for stage in Stage:
        yield [*work.blocks(MEETING, [replace(one, stage=stage) for one in SLOTS], AGENDA, lang)]
    for other in (AGENDA, ADOPTED, STANDS, provisional):
        moved = replace(other, items=(*other.items[1:2], *other.items[:1], *other.items[2:]))
        yield [*comparison.blocks(compare(MEETING, provisional, moved, STANDS), lang)]
    pairs = comparison.concordance(provisional, ADOPTED, lang)
    yield [*comparison.concordance_blocks(MEETING, pairs, ITEMS, lang)]


def test_a_sentence_of_another_paper_says_how_it_was_adopted() -> None:
    assert paper.how_adopted(ADOPTED) == "adopted at the 1st meeting, on 8 September 2020"


@pytest.mark.parametrize("language", [Language.ARABIC, Language.CHINESE, Language.RUSSIAN])
def test_no_word_of_another_wording_is_in_a_paper(language: str) -> None:
    for blocks in papers(language):
        told = as_text(blocks, language)
        # The letter of a sub-item, and the code of a language that has no name here.
        assert not re.findall(r"[A-Za-z]+", re.sub(r"\(a\)|el", "", told)), told


@pytest.mark.parametrize("language", Language)
def test_every_place_of_a_phrase_is_filled(language: str) -> None:
    for blocks in papers(language):
        told = as_markdown(blocks, language)
        assert not re.search(r"[{}]|None", told), told


def test_in_arabic_a_page_runs_from_right_to_left_and_titles_keep_their_direction() -> None:
    told = html.page(Sheet(title="λ7", blocks=[*paper.blocks(MEETING, ADOPTED, None, "ar")], language="ar")).decode()
    assert '<html lang="ar" dir="rtl">' in told
    assert "unicode-bidi: plaintext" in told
    assert "البند\N{NO-BREAK SPACE}\u20681\N{NO-BREAK SPACE}(a)\u2069" in told
    assert "unicode-bidi" not in html.page(Sheet(title="λ7", blocks=[], language="ru")).decode()


def test_the_whole_of_a_paper_is_in_the_language_asked_for() -> None:
    title = {"en": "Rivers", "fr": "Cours d’eau"}
    items = (replace(ITEMS[0], title=known(**title)), replace(ITEMS[3], title=known(**title)))
    agenda = replace(ADOPTED, items=items, allocation=None, understandings=(), amendments=CHANGES[3:4])
    meeting = replace(MEETING, state="open")
    assert paper.text(meeting, replace(agenda, in_abeyance=("i1",)), lang="fr") == (
        "Ομάδα\n"
        "Septième session\n"
        "Αθήνα, 8 et 9 septembre 2020\n"
        f"{'─' * 78}\n"
        "\n"
        "Ordre du jour, tel qu’adopté à la 1re séance, le 8 septembre 2020¹\n"
        "\n"
        "Adopté en laissant en suspens le point 1, « Cours d’eau », et à l’exception du\n"
        "point 3, « Cours d’eau ».\n"
        "\n"
        "1. Cours d’eau\n"
        "3. [non adopté]\n"
        "\n"
        "Les noms et les textes qui ne sont consignés que dans une langue sont\n"
        "reproduits tels quels.\n"
        "\n"
        "────────────\n"
        "¹ Tel que modifié oralement : le point 2 a été intitulé « Λίμνες ».\n"
        "\n"
        "Établi à partir du registre de la réunion. Le présent texte n’est pas un\n"
        "document officiel.\n"
    )


def test_the_comparison_shows_both_titles_in_a_language_that_both_have() -> None:
    old = replace(ITEMS[0], title=known(en="Old lakes", es="Lagos antiguos"))
    new = replace(ITEMS[0], title=known(en="New lakes", es="Lagos nuevos"))
    provisional, other = (replace(ADOPTED, items=(one,), amendments=()) for one in (old, new))
    assert "\n1  Lagos [-antiguos-] {+nuevos+}\n" in comparison.text(compare(MEETING, provisional, other), "es")
    only = replace(other, items=(replace(new, title=known(en="New lakes")),))
    assert "\n1  [-Old-] {+New+} lakes\n" in comparison.text(compare(MEETING, provisional, only), "es")
