"""A paper of our own wording, built like the founding one, for where the shared papers are not at hand."""

from __future__ import annotations

import hashlib
from datetime import date, time

from cli.intake import as_json
from cli.intake.paper import OFFICIAL_LANGUAGES, Decided, Reference, Services
from tests.intake.papers import HARBOURS, SAMPLE, edited, facts, names, reading

PAPER = reading(SAMPLE)


def test_the_head_says_who_meets_where_and_when() -> None:
    head = PAPER.masthead
    assert (head.symbol, head.body) == (None, "Working Group on the Safety of Harbours")
    assert head.parent_body == "Assembly of the Parties to the Harbour Convention"
    assert (head.place, head.starts, head.ends, head.ordinal) == ("Vienna", date(2020, 9, 8), date(2020, 9, 9), 7)
    assert (head.distribution, head.issued, head.original_language) == ("General", date(2020, 6, 4), "en")


def test_items_keep_their_titles_paragraphs_and_documents() -> None:
    assert [(each.number, each.title) for each in PAPER.items] == [
        ("1", "Organizational matters"),
        ("2", HARBOURS),
        ("3", "Beacons and buoys"),
        ("4", "Other matters"),
        ("5", "Adoption of the report"),
    ]
    assert [len(each.annotation) for each in PAPER.items] == [0, 1, 1, 1, 1]
    assert [each.documentation for each in PAPER.items] == [
        "not_stated",
        "listed",
        "listed",
        "none_foreseen",
        "not_stated",
    ]
    assert PAPER.items[2].annotation[0].endswith("such other means as help a ship in fog.")
    assert [doc.symbol for each in PAPER.items for doc in each.documents] == [
        "HC/AP/WG.7/2020/2",
        "HC/AP/WG.7/2020/3",
    ]


def test_silence_resolution_and_services_are_read_from_the_sentences() -> None:
    assert [(each.ref, each.subject) for each in PAPER.silence] == [
        ("silence 2019-08-30", "calendar for 2020"),
        ("silence 2020-05-01", "topics of that meeting"),
    ]
    assert {each.body for each in PAPER.silence} == {"extended Bureau of the Assembly of the Parties"}
    assert PAPER.resolutions[0].decided == (
        Decided(modality="decided", text="the group should stay"),
        Decided(modality="encouraged", text="its members to meet every year"),
        Decided(modality="requested", text="the Secretariat to help in a way that leaves nobody out and costs little"),
    )
    assert (PAPER.opens, PAPER.services) == (time(10), Services(sittings=4, languages=OFFICIAL_LANGUAGES))
    assert PAPER.organization_of_work_pursuant_to == (Reference(ref="7/1", inferred=False),)


def test_what_follows_from_a_decision_by_silence_says_whether_it_is_inferred() -> None:
    topics = (Reference(ref="silence 2020-05-01", inferred=True),)
    assert PAPER.pursuant_to == (Reference(ref="silence 2019-08-30", inferred=False),)
    assert [each.pursuant_to for each in PAPER.items] == [(), topics, topics, (), ()]


def test_it_has_two_warnings_and_no_more() -> None:
    assert names(PAPER) == ["own_symbol_absent", "body_named_two_ways"]


def test_the_paper_carries_the_hash_of_its_bytes() -> None:
    assert PAPER.sha256 == hashlib.sha256(SAMPLE.encode()).hexdigest()


def test_the_json_has_the_promised_names_and_shapes() -> None:
    laid_out = as_json(PAPER)
    promised = (
        "symbol body parent_body ordinal place starts ends opens language distribution issued original_language "
        "services items organization_of_work silence resolutions pursuant_to warnings"
    )
    assert set(promised.split()) <= set(laid_out)
    assert (laid_out["starts"], laid_out["opens"], laid_out["symbol"]) == ("2020-09-08", "10:00", None)
    match laid_out["organization_of_work"]:
        case [{"date": "2020-09-08", "start": "10:00", "end": "13:00", "items": [{"number": "1 (a)"}, *_]}, *_]:
            pass
        case other:
            raise AssertionError(other)


def test_footnotes_are_set_apart_and_change_nothing_else() -> None:
    noted = edited(SAMPLE, "Annotated provisional agenda\n", "Annotated provisional agenda*\n\n* Reissued.\n")
    noted = edited(noted, "4. Other matters\n\n", "4. Other matters¹\n\n¹ Nothing yet.\n\n")
    noted = edited(noted, "lights, their", "lights,2 their") + "\n\n____________\n2 Of all colours,\nand none.\n"
    paper = reading(noted)
    assert [(note.mark, note.text) for note in paper.footnotes] == [
        ("*", "Reissued."),
        ("1", "Nothing yet."),
        ("2", "Of all colours, and none."),
    ]
    assert paper.items == tuple(PAPER.items) or [each.title for each in paper.items] == [i.title for i in PAPER.items]
    assert paper.items[2].annotation == PAPER.items[2].annotation
    assert names(paper) == names(PAPER)


def test_a_footnote_under_the_title_is_not_the_body() -> None:
    place = "Vienna, 8 and 9 September 2020\n\nAnnotated"
    for mark in ("* ", "1 ", "¹ "):
        paper = reading(edited(SAMPLE, place, f"{mark}All members should register early\n\n{place}"))
        assert paper.masthead.body == "Working Group on the Safety of Harbours"
        assert "unexplained_line" in names(paper)


def test_noon_is_twelve_and_no_other_fact_changes() -> None:
    paper = reading(edited(SAMPLE, "10 a.m.–1 p.m.", "10 a.m. to 12 noon"))
    assert {each.end for each in paper.organization_of_work} == {time(12), time(18)}
    assert reading(edited(SAMPLE, "–1 p.m.", "–noon")).organization_of_work == paper.organization_of_work
    assert names(paper) == names(PAPER)


def test_other_ways_of_writing_the_same_change_the_wording_only() -> None:
    for old, new in (("a.m.", "am"), ("seventh", "7th"), ("“", '"'), ("1 May 2020", "1 May 2020")):
        paper = reading(edited(SAMPLE, old, new).replace("”", '"' if old == "“" else "”"))
        assert (paper.masthead.ordinal, paper.opens) == (7, time(10))
        assert paper.resolutions[0].title == "Keeping harbours open"
        assert [each.items for each in paper.organization_of_work] == [
            each.items for each in PAPER.organization_of_work
        ]


def test_reading_the_same_bytes_twice_gives_the_same_paper() -> None:
    assert reading(SAMPLE) == PAPER
    assert facts(reading(SAMPLE)) == facts(PAPER)
