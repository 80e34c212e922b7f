from datetime import date
from typing import Any

from domain.relating import relate
from domain.resolution import Provision, Relation, Resolution, TextRef, record_resolution
from domain.streams import STREAMS
from domain.values import Mode, stream_id, text_in
from tests.domain.story import Deed, Facts, decide, did, history, refused

REF = TextRef(body="UNTOC-COP", kind="resolution", number="7/1")
OTHER = TextRef(body="UNTOC-COP", kind="resolution", number="6/1")
TEXT: dict[str, Any] = {
    "ref": REF,
    "title": text_in("en", "Strengthening the implementation of the Convention"),
    "adopted": date(2014, 10, 10),
    "how": Mode.CONSENSUS,
    "decided": (Provision(modality="decided", text="the Working Group would be a constant element"),),
}


def recorded() -> Deed:
    return Deed(record_resolution, TEXT)


def cited() -> Deed:
    return did(record_resolution, ref=REF, cited_only=True, source="resolution 9/1, preamble")


def recalls(other: TextRef = OTHER, relation: Relation = Relation.RECALLS) -> Deed:
    return did(relate, relation=relation, other=other)


def resolution(facts: Facts) -> Resolution:
    state: Resolution = STREAMS["resolution"].fold(facts)
    return state


def test_the_resolutions_7_1_of_two_bodies_are_two() -> None:
    uncac = TextRef(body="UNCAC-COSP", kind="resolution", number="7/1")
    assert str(uncac) == "UNCAC-COSP resolution 7/1"
    assert stream_id("resolution", str(uncac)) != stream_id("resolution", str(REF))


def test_a_decision_and_a_resolution_of_one_number_are_two() -> None:
    decision = TextRef(body="UNTOC-COP", kind="decision", number="7/1")
    assert stream_id("resolution", str(decision)) != stream_id("resolution", str(REF))


def test_a_text_is_recorded_with_its_title_its_day_and_what_it_decided() -> None:
    (fact,) = history(recorded())
    assert {name: getattr(fact, name) for name in TEXT} == TEXT
    assert resolution((fact,)).ref == REF


def test_a_text_is_recorded_once() -> None:
    with refused("UNTOC-COP resolution 7/1 is in the record already."):
        history(recorded(), recorded())


def test_a_text_known_by_citation_may_be_completed_once() -> None:
    facts = history(cited(), recorded())
    assert resolution(facts[:1]).cited_only
    assert not resolution(facts).cited_only
    with refused("is in the record already."):
        history(recorded(), after=facts)


def test_a_text_known_by_citation_is_not_entered_so_again() -> None:
    with refused("is in the record already."):
        history(cited(), cited())


def test_a_citation_entered_after_its_text_takes_nothing_from_it() -> None:
    symbol = did(record_resolution, **TEXT, symbol="CTOC/COP/2014/13")
    state = resolution(history(symbol, cited()))
    assert (state.cited_only, state.symbol) == (False, "CTOC/COP/2014/13")


def test_a_text_may_have_no_title() -> None:
    assert decide(record_resolution, ref=REF, adopted=date(2014, 10, 10)).title is None


def test_a_paper_is_cited_and_never_recorded_as_a_text() -> None:
    with refused("A/74/483 is a paper, not a resolution."):
        decide(record_resolution, ref=TextRef(body="", kind="document", number="A/74/483"))


def test_the_body_of_a_text_is_in_the_register() -> None:
    with refused("The body UNCAC-COSP is not in the register."):
        decide(record_resolution, ref=TextRef(body="UNCAC-COSP", kind="resolution", number="7/1"), cited_only=True)


def test_a_text_bears_on_another_in_each_way_once() -> None:
    facts = history(recorded(), recalls(), recalls(relation=Relation.REAFFIRMS))
    assert {link[:2] for link in resolution(facts).relations} == {
        (Relation.RECALLS, str(OTHER)),
        (Relation.REAFFIRMS, str(OTHER)),
    }
    with refused("That UNTOC-COP resolution 7/1 recalls UNTOC-COP resolution 6/1 is in the record already."):
        history(recalls(), after=facts)


def test_a_text_known_by_citation_may_bear_on_another() -> None:
    assert resolution(history(cited(), recalls())).relations


def test_a_text_that_is_not_in_the_record_bears_on_nothing() -> None:
    with refused("That resolution is not in the record."):
        history(recalls())


def test_a_text_cannot_bear_on_itself() -> None:
    with refused("UNTOC-COP resolution 7/1 cannot bear on itself."):
        history(recorded(), recalls(REF))
