from typing import Any

import pytest

from domain.act import Act
from domain.body import Body, name_also, register_body
from domain.context import Context
from domain.rules import PERMISSIVE, UNTOC
from domain.streams import ACT_OF, STREAMS
from tests.domain.story import Facts, decide, did, envelope, history, refused

NAME = "Working Group on the Smuggling of Migrants"
REGISTERED = did(
    register_body, key=" UNTOC-COP/WG.7", name=NAME, short="Working Group", parent="UNTOC-COP", rules="untoc"
)


def body(facts: Facts) -> Body:
    state: Body = STREAMS["body"].fold(facts)
    return state


def test_a_body_is_registered_with_its_names_its_parent_and_its_rules() -> None:
    facts = body(history(REGISTERED)).facts
    assert facts is not None
    assert (facts.key, facts.name, facts.short, facts.parent) == ("UNTOC-COP/WG.7", NAME, "Working Group", "UNTOC-COP")
    assert facts.rules is UNTOC
    assert (facts.says, facts.zone, facts.private) == ("meeting", "UTC", False)


def test_a_body_is_registered_once() -> None:
    with refused("The body UNTOC-COP/WG.7 is in the register already, as Working Group on the Smuggling of Migrants."):
        history(REGISTERED, REGISTERED)


def test_a_parent_is_a_body_that_is_known() -> None:
    with refused("The body UNCAC-COSP is not in the register."):
        decide(register_body, key="UNCAC-COSP/WG.1", name="Working Group", short="WG", parent="UNCAC-COSP")


def test_a_body_needs_no_parent() -> None:
    assert decide(register_body, key="ECE-AGAT", name="Ad hoc group", short="Group").parent is None


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"rules": "roberts"}, "There is no profile of rules 'roberts'."),
        ({"says": "party"}, "A body holds a meeting or a session, not a 'party'."),
        ({"zone": "Europe/Atlantis"}, "There is no time zone 'Europe/Atlantis'."),
    ],
)
def test_a_body_is_registered_with_what_there_is(told: dict[str, Any], sentence: str) -> None:
    with refused(sentence):
        decide(register_body, key="X", name="X", short="X", **told)


def test_a_body_says_session_where_that_is_its_word() -> None:
    assert decide(register_body, key="X", name="X", short="X", says="session").says == "session"


def test_another_spelling_is_an_alias_and_not_a_new_name() -> None:
    state = body(history(REGISTERED, did(name_also, spelling="Working Group on  Smuggling of Migrants")))
    assert state.spellings == ("Working Group on Smuggling of Migrants",)
    assert state.facts is not None
    assert state.facts.name == NAME


def test_a_spelling_is_noted_once() -> None:
    also = did(name_also, spelling="WG on Smuggling")
    for again in (also, did(name_also, spelling=f" {NAME}")):
        with refused("UNTOC-COP/WG.7 is known as"):
            history(REGISTERED, also, again)


def test_a_body_that_is_not_in_the_register_has_no_spelling() -> None:
    with refused("That body is not in the register."):
        decide(name_also, spelling="WG on Smuggling")


def test_a_profile_that_is_no_longer_there_never_stops_a_body_from_loading() -> None:
    (fact,) = history(REGISTERED)
    later = type(fact)(**{**vars(fact), "rules": "a profile of 2040"})
    facts = body((later,)).facts
    assert facts is not None
    assert facts.rules is PERMISSIVE


def test_an_act_in_an_empty_record_finds_no_body_and_no_stream() -> None:
    act: Act = ACT_OF[register_body]
    told = {"key": "X", "name": "X", "short": "X", "parent": "Y"}
    with refused("The body Y is not in the register."):
        act.decide(Body(), envelope(1), Context(), told)
    assert not Context().exists("body", "X")
    assert Context().rules(None) is Context().rules("X") is PERMISSIVE
