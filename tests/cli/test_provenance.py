"""Lineage and history as W3C PROV-JSON, read back by another program."""

from typing import Any

from prov.model import (
    ProvActivity,
    ProvAgent,
    ProvDerivation,
    ProvDocument,
    ProvEntity,
    ProvInfluence,
    ProvInvalidation,
)

from tests.cli.terminal import Terminal


def read_back(terminal: Terminal, line: str) -> Any:  # noqa: ANN401 - the library says nothing of its types
    """The document; all that is related in it is declared in it."""
    return ProvDocument.deserialize(content=terminal.types(f"{line} --prov"), format="json")


def pairs(document: Any, kind: type) -> set[tuple[str, ...]]:  # noqa: ANN401 - the same
    """The two ends of each relation of a kind, without our namespace."""
    return {
        tuple(str(end).removeprefix("nemcon:").replace("%20", " ") for end in one.args[:2])
        for one in document.get_records(kind)
    }


def test_a_lineage_tells_what_rests_on_a_text_from_what_cites_it(read: Terminal) -> None:
    read.types("run examples/resolutions.nemcon")
    told = read_back(read, 'lineage "UNTOC-COP 7/1"')
    seven, nine = (f"resolution:UNTOC-COP resolution {number}" for number in ("7/1", "9/1"))
    assert (nine, seven) in pairs(told, ProvInfluence)
    assert (seven, "resolution:UNTOC-COP decision 3/2") in pairs(told, ProvDerivation)
    labels = [str(one.label) for one in told.get_records(ProvEntity)]
    assert any("This is not an official document." in label for label in labels)


def test_meetings_and_silence_are_activities_that_use_what_they_rest_on(read: Terminal) -> None:
    told = read_back(read, "lineage 7/1")
    assert ("work:UNTOC-COP/WG.7 wg7", "resolution:UNTOC-COP resolution 7/1") in pairs(told, ProvDerivation)
    meeting = read_back(read, "lineage wg7")
    assert ("item:UNTOC-COP/WG.7 wg7%23i3.4", "meeting:UNTOC-COP/WG.7 wg7") in pairs(meeting, ProvInfluence)
    assert {str(one.identifier).partition(":")[2].split(":")[0] for one in meeting.get_records(ProvActivity)} == {
        "meeting",
        "silence",
    }


def test_a_report_rests_on_the_text_it_is_forwarded_under(room: Terminal) -> None:
    room.runs(
        "report draft CTOC/COP/WG.7/2020/L.1 --at 11:15",
        "report adopt --at 11:30",
        "meeting close --remaining carry --at 11:40",
        "report issue CTOC/COP/WG.7/2020/4 --issued 2020-09-17",
        'report forward --to UNTOC-COP --pursuant-to "UNTOC-COP 7/1" --at 2020-09-17',
    )
    told = read_back(room, "lineage 7/1 --direction down")
    assert ("report:UNTOC-COP/WG.7 wg7", "resolution:UNTOC-COP resolution 7/1") in pairs(told, ProvDerivation)


def test_the_history_of_an_item_is_a_chain_of_its_states(room: Terminal) -> None:
    told = read_back(room, "history item 4")
    item = "item:UNTOC-COP/WG.7 wg7%23i3.6"
    chain = {(f"{item}/{later}", f"{item}/{before}") for before, later in ((11, 12), (12, 20), (20, 21))}
    assert pairs(told, ProvDerivation) == chain
    retitled = next(one for one in told.get_records(ProvActivity) if str(one.identifier).endswith("entry-20"))
    assert retitled.get_startTime().isoformat() == "2020-09-08T10:20:00+02:00"
    assert {str(one.label) for one in told.get_records(ProvAgent)} == {"secretary"}


def test_a_struck_act_made_a_state_that_is_no_more(room: Terminal) -> None:
    room.runs("item take-up 4 --at 11:00", "strike 22 --reason error --at 11:05", "item take-up 4 --at 11:06")
    told = read_back(room, "history item 4")
    item = "item:UNTOC-COP/WG.7 wg7%23i3.6"
    assert pairs(told, ProvInvalidation) == {(f"{item}/22", "entry-23")}
    assert (f"{item}/24", f"{item}/21") in pairs(told, ProvDerivation)


def test_whose_proposal_it_was_is_told(room: Terminal) -> None:
    told = read_back(room, "history item 1b")
    assert {str(one.label) for one in told.get_records(ProvAgent)} == {"secretary", "the Chair"}


def test_only_the_history_of_an_item_is_told_so(room: Terminal) -> None:
    room.refused("history --prov", "Only the history of an item is told as PROV-JSON.", "nemcon history item N --prov")


def test_the_same_bytes_each_time(room: Terminal) -> None:
    assert room.types("history item 4 --prov") == room.types("history item 4 --prov")
    assert room.types("lineage wg7 --prov") == room.types("lineage wg7 --prov")
