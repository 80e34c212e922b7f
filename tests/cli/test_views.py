"""What the record says: now, as it was, as it was known, for people and for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import Terminal, moment


def told(terminal: Terminal, line: str) -> Any:  # noqa: ANN401 - whatever the JSON holds
    """What a view answers as JSON."""
    return json.loads(terminal.types(f"{line} --json"))


def test_read_needs_no_record_and_answers_with_the_keys_promised(empty: Terminal) -> None:
    empty.db.unlink()
    paper = told(empty, "read examples/agenda.txt")
    assert set(paper) >= {
        "symbol", "body", "parent_body", "ordinal", "place", "starts", "ends", "opens", "language", "distribution",
        "issued", "original_language", "services", "items", "organization_of_work", "silence", "resolutions",
        "pursuant_to", "warnings",
    }  # fmt: skip
    assert set(paper["items"][0]) >= {
        "number",
        "title",
        "annotation",
        "documents",
        "documentation",
        "pursuant_to",
        "items",
    }
    assert set(paper["items"][1]["documents"][0]) >= {"symbol", "title", "prepared_by"}
    assert set(paper["organization_of_work"][0]) >= {"date", "start", "end", "items"}
    assert set(paper["silence"][0]) >= {"body", "date", "subject"}
    assert set(paper["resolutions"][0]) >= {"body", "number", "title"}
    assert set(paper["warnings"][0]) >= {"name", "line", "text", "why"}
    assert (paper["opens"], paper["starts"], paper["items"][0]["items"][0]["number"]) == (
        "10:00",
        "2020-09-08",
        "1 (a)",
    )
    assert "Meeting       the seventh; Vienna, 8 and 9 September 2020" in empty.types("read examples/agenda.txt")
    assert not empty.db.exists()


def test_the_agenda_as_json_has_the_keys_promised(room: Terminal) -> None:
    agenda = told(room, "agenda show")
    assert set(agenda) >= {"meeting", "status", "adopted", "items", "entry"}
    assert agenda["status"] == "adopted"
    assert set(agenda["adopted"]) >= {"occurred", "as_amended", "entry"}
    assert (agenda["adopted"]["entry"], agenda["adopted"]["as_amended"], agenda["entry"]) == (21, True, 21)
    assert set(agenda["adopted"]["occurred"]) == {"day", "at", "zone"}
    assert set(agenda["items"][0]) >= {"id", "number", "title", "status", "items"}
    assert [one["number"] for one in agenda["items"][0]["items"]] == ["1 (a)", "1 (b)", "1 (c)"]
    assert told(room, "agenda show --provisional")["items"][3]["title"] == "Other matters"
    assert told(room, "agenda show --known-at 12")["status"] == "provisional"
    assert told(room, "agenda show --known-at 12")["adopted"] is None


def test_the_history_as_json_has_the_keys_promised(room: Terminal) -> None:
    lines = told(room, "history")
    assert [one["entry"] for one in lines] == list(range(1, 22))
    keys = {"entry", "event", "occurred", "recorded_at", "recorded_by", "summary", "struck_by"}
    assert all(set(one) >= keys and set(one["occurred"]) == {"day", "at", "zone"} for one in lines)
    room.types("strike 17 --reason typo")
    assert told(room, "history")[16]["struck_by"] == 22
    assert {one["entry"] for one in told(room, "history item 4")} <= set(range(1, 22))


def test_the_lineage_as_json_has_the_keys_promised(room: Terminal) -> None:
    graph = told(room, "lineage 7/1")
    assert set(graph) >= {"root", "nodes", "edges"}
    assert all(set(node) >= {"id", "kind", "symbol", "label"} for node in graph["nodes"])
    assert all(set(edge) >= {"from", "to", "relation", "entry"} for edge in graph["edges"])
    assert graph["root"] in {node["id"] for node in graph["nodes"]}


def test_the_register_of_silence_as_json_has_the_keys_promised(room: Terminal) -> None:
    room.types('silence circulate t UNTOC-COP/XBUREAU T --until "2020-09-05 18:00" --at 2020-08-20')
    first, *_others, last = told(room, "silence list")
    assert set(first) >= {"key", "body", "subject", "opened", "deadline", "status", "outcome"}
    assert (first["deadline"], first["status"], first["outcome"]) == (None, "announced", "adopted")
    assert last["deadline"] == {
        "instant": "2020-09-05T16:00:00+00:00",
        "zone": "Europe/Vienna",
        "printed": "6 p.m., Saturday, 5 September 2020",
    }
    assert (last["status"], last["outcome"]) == ("running", None)
    assert "Silence     t: running, until 6 p.m., Saturday, 5 September 2020\n" in room.types("status")
    assert told(room, "status")["silence"] == ["t"]
    room.clock.now = moment("2020-09-05 16:30")
    assert told(room, "silence show t")[0]["status"] == "expired"


def test_the_status_as_json_says_where_the_meeting_stands(room: Terminal) -> None:
    standing = told(room, "status")
    assert (standing["meeting"], standing["state"], standing["sitting"]) == ("wg7", "open", 1)
    assert (standing["presiding"], standing["items_open"], standing["pending"]) == ("the Chair", ["1 (c)"], [])
    assert told(room, "status --known-at 20")["pending"] == [19, 20]
    assert told(room, "status --known-at 3")["meeting"] is None
    assert "Item open   1 (c)" in room.types("status -m wg7")


VIEWS = [
    *("status", "history", "history item 4", "agenda show", "agenda diff", "concordance", "work show", "silence list"),
    *("silence show 2020-05-01", "lineage 7/1", "print agenda", "print comparison", "print work", "print history"),
    *("print provisional --annotated", "print concordance", "print provisional"),
]


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_may_be_asked_for_as_of_a_day_an_entry_and_a_date_of_knowledge(room: Terminal, view: str) -> None:
    now = room.types(view)
    for then in (
        "--on 2020-09-08",
        "--known-at 21",
        "--known-at '#21'",
        "--known-at 2020-09-01",
        "--restricted",
        "--lang en",
    ):
        assert room.types(f"{view} {then}") == now
    assert room.types(f"{view} --why") != ""
    json.loads(room.types(f"{view} --json"))


def test_what_was_known_then_is_shown_and_what_was_not_is_refused(room: Terminal) -> None:
    assert "Not yet adopted." in room.types("agenda show --known-at 20")
    assert "Not yet adopted." in room.types("agenda show --on 2020-09-07")
    room.refused("agenda show --adopted --known-at 20", "The agenda of wg7 had not been adopted.", "nemcon agenda show")
    room.refused("print agenda --on 2020-09-07", "The agenda of wg7 had not been adopted.")
    room.refused("agenda show --on 2020-06-03", "No agenda of wg7 had been issued.", "nemcon import FILE")
    room.refused(
        "agenda show --known-at 8", "The record held nothing of wg7 then.", "Choose a later --on or --known-at."
    )
    room.refused("agenda show --on 2019-08-29", "The record held nothing of wg7 then.")
    room.refused("lineage 7/1 --known-at 6", "knows no resolution '7/1'")
    room.refused("silence show 2020-05-01 --on 2020-04-30", "knows no silence procedure")
    assert "No silence procedure is in the record." in room.types("silence list --known-at 4")


def test_asked_why_the_agenda_names_the_entries_behind_each_line(room: Terminal) -> None:
    assert "4. Other business  [#11, #12, #20, #21]\n" in room.types("agenda show --why")
    assert told(room, "agenda show --why")["items"][3]["entries"] == [11, 12, 20, 21]


def test_a_paper_has_several_forms(room: Terminal, tmp_path: Path) -> None:
    for paper in ("agenda", "provisional", "comparison", "work", "concordance", "history"):
        room.types(f"print {paper} --format markdown -o {tmp_path}/{paper}.md")
        room.types(f"print {paper} --format text -o {tmp_path}/{paper}.txt")
        room.types(f"print {paper} --format json -o {tmp_path}/{paper}.json")
        json.loads((tmp_path / f"{paper}.json").read_text(encoding="utf-8"))
        assert (tmp_path / f"{paper}.txt").read_text(encoding="utf-8") == room.types(f"print {paper}")
    annotated = room.types("print provisional --annotated --format markdown")
    assert "CTOC/COP/WG.7/2020/2" in annotated
    assert "resolution 7/1" in annotated
    room.misused("print minutes", "'minutes' is not one of 'agenda'")


def test_the_comparison_is_with_what_is_proposed_until_the_agenda_is_adopted(read: Terminal) -> None:
    read.runs("meeting open --at 2020-09-08T10:00", "item retitle 4 'Other business' --at 10:10")
    said = read.types("agenda diff")
    assert "{+business+}" in said
    assert read.types("print comparison") == said


def test_the_history_of_a_meeting_is_asked_for_in_several_ways(room: Terminal) -> None:
    said = room.types("history meeting wg7")
    assert room.types("history meeting") == said
    assert room.types("history -m wg7") == said
    assert said.startswith("History of wg7\n")
    assert room.types("history silence 2020-05-01").startswith("History of 2020-05-01\n")


OF_AN_ENTRY = (
    "status",
    "history",
    "history item 2",
    "agenda show",
    "print agenda",
    "concordance",
    "items remaining",
    "decision list",
    "proposal list",
    "resolution list",
    "lineage wg7",
    "silence list",
    "report show",
    "papers",
    "officer list",
)


@pytest.mark.parametrize("view", OF_AN_ENTRY)
@pytest.mark.parametrize("entry", ["22", "999", "0"])
def test_no_view_is_of_an_entry_that_the_record_does_not_have(room: Terminal, view: str, entry: str) -> None:
    room.refused(
        f"{view} --known-at {entry}", f"There is no entry {entry} in the record.", "Look it up: nemcon history"
    )


def test_what_is_not_known_then_is_said_so(room: Terminal) -> None:
    room.types('resolution record "UNTOC-COP 9/1" Review --adopted 2018-10-19')
    room.refused(
        'lineage "UNTOC-COP 9/1" --known-at 21', "The record knew nothing of UNTOC-COP 9/1 then.", "Choose a later"
    )
    room.refused('lineage "UNTOC-COP 9/2"', "The record knows nothing of UNTOC-COP 9/2.")


def test_the_items_that_remain_are_those_of_the_day_or_of_what_was_known(room: Terminal) -> None:
    before = room.types("items remaining")
    room.runs("item take-up 2 --at 10:30", "item conclude 2 --at 2020-09-09")
    assert "2  " not in room.types("items remaining")
    assert room.types("items remaining --known-at 21") == before
    assert room.types("items remaining --on 2020-09-08") == before
    room.refused("items remaining --record --on 2020-09-08", "What is recorded is as it is.")


def test_of_many_meetings_the_latest_five_are_named(room: Terminal) -> None:
    room.types("meeting close --remaining carry --at 12:30")
    for year in range(21, 27):
        dates = f"--place Vienna --dates 20{year}-09-08 --at 2020-09-09"
        room.types(f"meeting schedule wg{year} UNTOC-COP/WG.7 --ordinal {year} {dates}")
    room.refused(
        "item add Elections", "7 meetings are in the record; the latest: wg26, wg25, wg24, wg23, wg22.", "nemcon status"
    )
