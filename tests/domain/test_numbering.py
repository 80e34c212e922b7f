from typing import Any
from uuid import UUID

from domain.adopting import adopt_agenda
from domain.decisions import agree_recommendation, number_decision, take_decision
from domain.numbering import number_of, take_number
from domain.resolution import TextRef, record_resolution
from domain.values import Taken
from tests.domain.story import AT_WORK, CONSENSUS, FOUNDING, Deed, decide, did, history, opened, refused

HOLDER = UUID(int=7)
TAKING: dict[str, Any] = {
    "number": "UNTOC-COP resolution 7/1",
    "by_kind": "resolution",
    "by": "UNTOC-COP resolution 7/1",
    "by_stream": HOLDER,
    "for_version": 1,
}


def test_a_number_says_who_took_it() -> None:
    fact = decide(take_number, **TAKING)
    assert (fact.number, fact.by_stream, fact.for_version) == ("UNTOC-COP resolution 7/1", HOLDER, 1)


def test_a_number_is_never_issued_twice() -> None:
    with refused(
        "The number UNTOC-COP resolution 7/1 was taken already, by the resolution UNTOC-COP resolution 7/1 (entry 101)."
    ):
        history(Deed(take_number, TAKING), Deed(take_number, TAKING))


def test_a_resolution_takes_its_number_for_its_body() -> None:
    ref = TextRef(body="UNTOC-COP", kind="resolution", number="7/1")
    fact = decide(record_resolution, ref=ref, cited_only=True)
    assert number_of(fact, None, None) == "UNTOC-COP resolution 7/1"


def test_a_number_with_its_session_is_the_bodys_own_for_ever() -> None:
    fact = decide(take_decision, history(*AT_WORK), text="To meet again.", taken=Taken(number="77/505"))
    assert number_of(fact, "GA", "ga77") == "GA decision 77/505"


def test_a_bare_number_is_one_of_its_meeting() -> None:
    fact = decide(take_decision, history(*AT_WORK), text="To meet again.", taken=Taken(number="1"))
    assert number_of(fact, "WG.7", "wg7") == "WG.7 wg7 decision 1"


def test_a_number_given_later_is_taken_when_it_is_given() -> None:
    facts = history(*AT_WORK, did(take_decision, text="To meet again.", taken=CONSENSUS))
    assert number_of(facts[-1], "WG.7", "wg7") is None
    assert number_of(decide(number_decision, facts, decision=5, number="1"), "WG.7", "wg7") == "WG.7 wg7 decision 1"


def test_what_has_no_number_takes_none() -> None:
    facts = history(*AT_WORK, did(agree_recommendation, text="States should cooperate.", taken=CONSENSUS))
    assert [number_of(fact, "WG.7", "wg7") for fact in facts] == [None] * 5


def test_any_decision_with_a_number_takes_it() -> None:
    fact = decide(adopt_agenda, history(*FOUNDING, opened()), taken=Taken(number="1"))
    assert number_of(fact, "WG.7", "wg7") == "WG.7 wg7 decision 1"
