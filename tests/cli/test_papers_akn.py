"""The agenda in Akoma Ntoso: valid, nothing refers to what is not there, and an item is the same in every version."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from domain.values import LocalizedText
from projections.agenda import ItemView
from projections.papers.akn_names import printed_ids
from tests.cli.terminal import Terminal

SCHEMA = Path(__file__).parents[3] / "shared" / "data" / "akn" / "akomantoso30.xsd"
WORK = "/akn/un/debateReport/agenda/UNTOC-COP-WG.7/2020-06-04/CTOC-COP-WG.7-2020-1"
AKN = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
LOCAL = ("href", "source", "refersTo", "by", "as", "outcome")
EDITIONS = ("agenda", "provisional", "provisional --annotated")


def printed(terminal: Terminal, paper: str = "agenda") -> Any:  # noqa: ANN401 - lxml says nothing of its types
    """The paper, parsed; whatever it is, no reference in it may dangle."""
    root = etree.fromstring(terminal.enter(["print", *paper.split(), "--format", "akn"]).stdout_bytes)
    ids = root.xpath("//@eId")
    assert len(ids) == len(set(ids))
    said = [value for name in LOCAL for value in root.xpath(f"//@{name}")]
    assert {value[1:] for value in said if value.startswith("#")} <= set(ids)
    return root


def found(root: Any, path: str) -> list[Any]:  # noqa: ANN401 - the same
    return list(root.xpath(path, namespaces=AKN))


def must_be_valid(root: Any) -> None:  # noqa: ANN401 - the same
    if not SCHEMA.is_file():
        pytest.skip("the schema of Akoma Ntoso is not beside the project")
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    assert schema.validate(root), schema.error_log


@pytest.mark.parametrize("paper", EDITIONS)
def test_every_edition_is_valid(room: Terminal, paper: str) -> None:
    must_be_valid(printed(room, paper))


@pytest.mark.parametrize(
    "act",
    [
        'item add "Reeds"',
        "item delete 2",
        'item retitle 3 "Strategies"',
        "item move 3 --after 4",
        "item withdraw 3 --from 'State A'",
        'item footnote 2 "See the charter."',
        'item split 2 "Trends" "Practices"',
        'item merge 2 3 "Trends and strategies"',
    ],
)
def test_whatever_was_amended_is_valid(read: Terminal, act: str) -> None:
    read.types("meeting open --at 2020-09-08T10:05")
    read.runs(f"{act} --at 10:06", "agenda adopt --at 10:10")
    root = printed(read)
    assert found(root, "//a:textualMod")
    must_be_valid(root)


def test_all_editions_are_versions_of_one_work(room: Terminal) -> None:
    for paper, name, version in (
        ("agenda", "agendaListing", "eng@2020-09-08"),
        ("provisional", "agendaListing", "eng@"),
        ("provisional --annotated", "agendaAnnotated", "eng@annotated"),
    ):
        root = printed(room, paper)
        assert found(root, "//a:FRBRWork/a:FRBRuri/@value") == [WORK]
        assert found(root, "//a:FRBRExpression/a:FRBRuri/@value") == [f"{WORK}/{version}"]
        assert found(root, "//a:debateReport/@name") == found(root, "//a:FRBRname/@value") == [name]
        assert found(root, "//a:FRBRsubtype/@value") == ["agenda"]
        assert found(root, "//a:conclusions/a:p[last()]/text()")[0].endswith("This is not an official document.")


def test_a_printed_number_changes_the_eid_and_never_the_wid(room: Terminal) -> None:
    ids = "//a:hcontainer[@wId='item_i3.3']/@eId"
    assert found(printed(room, "provisional"), ids) == ["hcontainer_1__hcontainer_b"]
    assert found(printed(room), ids) == ["hcontainer_1__hcontainer_c"]
    lasting = [set(found(printed(room, paper), "//a:hcontainer/@wId")) for paper in EDITIONS]
    assert lasting[1] == lasting[2] == lasting[0] - {"item_i11"}


def test_the_way_of_the_text_holds_the_silence_decisions_and_the_adoption(room: Terminal) -> None:
    steps = "//a:step"
    told = [(one.get("date"), one.get("by"), one.get("outcome")) for one in found(printed(room), steps)]
    assert told == [
        ("2019-08-30", "#organ_UNTOC-COP-XBUREAU", "#adopted"),
        ("2020-05-01", "#organ_UNTOC-COP-XBUREAU", "#adopted"),
        ("2020-06-04", "#secretariat", "#issued"),
        ("2020-09-08", "#body", "#adopted-as-amended"),
    ]
    assert len(found(printed(room, "provisional"), steps)) == 3


def test_what_was_changed_is_an_event_with_its_passive_modifications(room: Terminal) -> None:
    root = printed(room)
    events = [(one.get("eId"), one.get("date"), one.get("type")) for one in found(root, "//a:eventRef")]
    assert events == [
        ("event_issued", "2020-06-04", "generation"),
        *((f"event_{entry}", "2020-09-08", "amendment") for entry in (19, 20, 21)),
    ]
    changes = [(one.get("type"), *found(one, "a:destination/@href")) for one in found(root, "//a:textualMod")]
    assert changes == [
        ("insertion", "#hcontainer_1__hcontainer_b"),
        ("substitution", "#hcontainer_4"),
        ("renumbering", "#hcontainer_1__hcontainer_c"),
    ]
    assert found(root, "//a:old/@href") == [f"{WORK}/eng@#hcontainer_4__heading"]
    assert found(root, "//a:new/@href") == ["#hcontainer_4__heading"]
    assert found(root, "//a:previous/@href") == [f"{WORK}/eng@#hcontainer_1__hcontainer_b"]
    assert not found(printed(room, "provisional"), "//a:textualMod")


def test_the_list_is_printed_as_on_paper(room: Terminal) -> None:
    root = printed(room)
    items = found(root, "//a:hcontainer")
    told = [(*found(one, "a:num/text()"), *found(one, "a:heading/text()")) for one in items]
    assert told[:4] == [
        ("1.", "Organizational matters"),
        ("(a)", "Opening of the meeting"),
        ("(b)", "Election of officers"),
        ("(c)", "Adoption of the agenda and organization of work"),
    ]
    assert found(root, "//a:docTitle/text()") == ["Agenda, as adopted at the 1st meeting, on 8 September 2020¹"]
    assert found(root, "//a:conclusions/a:p[1]/text()")[0].startswith("¹ As orally amended: a new item 1 (b)")


def test_the_annotated_one_holds_the_annotations_and_the_documents(read: Terminal) -> None:
    root = printed(read, "provisional --annotated")
    assert found(root, "//a:docNumber/text()") == ["CTOC/COP/WG.7/2020/1"]
    assert found(root, "//a:docDate/@date") == ["2020-06-04"]
    assert found(root, "//a:hcontainer[@wId='item_i3.4']//a:ref/text()") == ["CTOC/COP/WG.7/2020/2"]
    assert found(root, "//a:hcontainer[@wId='item_i3.1']/a:hcontainer[1]/a:content/a:p")
    assert found(root, "//a:p[.='No documentation is foreseen.']")
    must_be_valid(root)


def test_an_item_deleted_after_the_adoption_keeps_its_place_and_its_number(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:05")
    read.runs("agenda adopt --except 4 --at 10:10")
    root = printed(read)
    (gone,) = found(root, "//a:hcontainer[@status='removed']")
    assert found(gone, "a:heading/text()") == ["[excepted]"]
    must_be_valid(root)


def test_a_title_in_another_language_says_so(room: Terminal) -> None:
    root = printed(room, "agenda --lang fr")
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert {one.get(lang) for one in found(root, "//a:heading")} == {"en"}
    said = found(root, "//a:conclusions/a:p/text()")
    assert any(one.startswith("Intitulés non disponibles en français") for one in said)
    assert found(root, "//a:FRBRExpression/a:FRBRlanguage/@language") == ["fra"]
    must_be_valid(root)


def test_a_restricted_silence_procedure_is_counted_and_no_more(bureau: Terminal) -> None:
    bureau.runs(
        'silence circulate topics UNTOC-COP "topics of wg7" --until 2020-05-01T18:00 --at 2020-04-20T10:00 '
        '--restricted --bears-on "meeting:UNTOC-COP/WG.7 wg7"',
        "agenda issue --item Reeds --issued 2020-06-01 --at 2020-06-01",
    )
    root = printed(bureau, "provisional")
    assert [one.get("outcome") for one in found(root, "//a:step")] == ["#issued"]
    assert "One restricted silence procedure left out." in found(root, "//a:conclusions/a:p/text()")
    open_ = printed(bureau, "provisional --restricted")
    assert [one.get("outcome") for one in found(open_, "//a:step")] == ["#pending", "#issued"]
    assert found(open_, "//a:FRBRWork/a:FRBRuri/@value")[0].endswith("/UNTOC-COP-WG.7/2020-06-01/wg7")
    must_be_valid(open_)


def test_a_provisional_adoption_is_a_step_too(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:05")
    read.runs("agenda adopt --provisionally --at 10:10", "agenda adopt --at 10:30")
    told = [one.get("outcome") for one in found(printed(read), "//a:step")]
    assert told[-2:] == ["#adopted-provisionally", "#adopted"]


def test_an_item_added_and_deleted_before_the_adoption_leaves_no_trace(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:05")
    read.runs('item add "Reeds" --after 3 --at 10:06', 'item retitle 4 "Business" --at 10:07')
    read.runs('item delete "Reeds" --at 10:08', "agenda adopt --at 10:10")
    root = printed(read)
    assert [one.get("type") for one in found(root, "//a:textualMod")] == ["substitution"]
    must_be_valid(root)


def test_items_of_one_number_have_ids_of_their_own() -> None:
    title = LocalizedText(original="en", texts={"en": "Reeds"})
    items = [
        ItemView(id_, number, title, None, "") for id_, number in (("a", "1"), ("b", "1"), ("c", None), ("d", None))
    ]
    assert [*printed_ids(items).values()] == ["hcontainer_1", "hcontainer_1-2", "hcontainer_new", "hcontainer_new-2"]


def test_signs_that_xml_does_not_know_are_left_out(bureau: Terminal) -> None:
    bureau.enter(["agenda", "issue", "--item", "Reeds & <rushes>", "--issued", "2020-06-01", "--at", "2020-06-01"])
    assert found(printed(bureau, "provisional"), "//a:heading/text()") == ["Reeds & <rushes>"]
