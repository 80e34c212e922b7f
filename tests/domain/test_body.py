from dataclasses import replace
from typing import Any

import pytest

from domain.act import Act
from domain.body import (
    Body,
    BodyRegistered,
    adopt_rules,
    discontinue_body,
    name_also,
    register_body,
    rename_body,
)
from domain.context import BodyFacts, Context
from domain.profiles import OSCE, UNTOC
from domain.rules import PERMISSIVE, Profile
from domain.streams import ACT_OF, STREAMS
from tests.domain import story
from tests.domain.story import Deed, Facts, decide, did, envelope, history, refused

NAME = "Working Group on the Smuggling of Migrants"
REGISTERED = did(
    register_body, key=" UNTOC-COP/WG.7", name=NAME, short="Working Group", parent="UNTOC-COP", rules=UNTOC
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
    with refused("That body is not in the register on that day."):
        decide(name_also, spelling="WG on Smuggling")


def test_an_act_in_an_empty_record_finds_no_body_and_no_stream() -> None:
    act: Act = ACT_OF[register_body]
    told = {"key": "X", "name": "X", "short": "X", "parent": "Y"}
    with refused("The body Y is not in the register."):
        act.decide(Body(), envelope(1), Context(), told)
    assert not Context().exists("body", "X")
    assert Context().rules(None) is Context().rules("X") is PERMISSIVE


# --- What changes over time.


def later(*deeds: Deed) -> BodyFacts:
    facts = body(history(REGISTERED, *deeds)).facts
    assert facts is not None
    return facts


def adopted(rules: Profile, on: str = "2021-01-01", authority: str | None = "decision 1", **more: object) -> Deed:
    return Deed(adopt_rules, {"rules": rules, **more}, on, particular={"authority": authority})


RENAMED = did(rename_body, "2021-01-01", name=" Working Group on  Smuggling", short="Group")
ENDED = did(discontinue_body, "2021-01-01", successors=("UNTOC-COP",))


def test_a_body_holds_the_whole_text_of_its_rules_and_its_hash() -> None:
    (fact,) = history(REGISTERED)
    assert isinstance(fact, BodyRegistered)
    assert (fact.rules, fact.rules_sha256) == (UNTOC, UNTOC.sha256)


def test_a_body_applies_other_rules_from_a_day_on() -> None:
    facts = later(adopted(OSCE, mutatis_mutandis=True))
    assert (facts.rules, facts.mutatis_mutandis) == (OSCE, True)
    assert later().rules == UNTOC


def test_a_rule_of_yesterday_is_read_from_the_act_and_not_from_the_program() -> None:
    then = replace(UNTOC, rules=(replace(UNTOC.rules[0], says="Then it said this."),))
    facts = history(REGISTERED, adopted(then))
    ACT_OF[adopt_rules].judge_again(body(facts[:1]), facts[1], Context())
    found = body(facts).facts
    assert found is not None
    assert found.rules.rules[0].says == "Then it said this."


@pytest.mark.parametrize(
    ("deed", "sentence"),
    [
        (
            adopted(UNTOC),
            f"UNTOC-COP/WG.7 applies {UNTOC.title} already.",
        ),
        (adopted(OSCE, authority=None), "It is not said by which decision UNTOC-COP/WG.7 applies"),
        (did(rename_body, "2021-01-01", name=NAME, short="Group"), "UNTOC-COP/WG.7 has that name already."),
        (did(rename_body, "2021-01-01", name=" ", short=" "), "The name is blank."),
        (did(discontinue_body, successors=("UNTOC-COP/WG.7",)), "UNTOC-COP/WG.7 cannot succeed itself."),
        (did(discontinue_body, successors=("UNCAC-COSP",)), "The body UNCAC-COSP is not in the register."),
    ],
)
def test_what_changes_nothing_or_rests_on_nothing_is_refused(deed: Deed, sentence: str) -> None:
    with refused(sentence):
        history(REGISTERED, deed)


def test_a_body_that_was_renamed_is_still_found_by_its_old_name() -> None:
    state = body(history(REGISTERED, RENAMED))
    assert state.facts is not None
    assert (state.facts.name, state.facts.short, state.spellings) == ("Working Group on Smuggling", "Group", (NAME,))


@pytest.mark.parametrize("deed", [RENAMED, adopted(OSCE), ENDED], ids=["renamed", "ruled", "ended"])
def test_after_its_end_a_body_does_nothing_more(deed: Deed) -> None:
    with refused("UNTOC-COP/WG.7 was discontinued on 1 January 2021 (entry 102); its functions passed to UNTOC-COP."):
        history(REGISTERED, ENDED, deed)


def test_nobody_stands_under_a_body_that_was_discontinued(monkeypatch: pytest.MonkeyPatch) -> None:
    (end,) = history(did(discontinue_body), after=history(REGISTERED))[1:]
    above = replace(story.CONFERENCE, discontinued=end.entry)
    monkeypatch.setattr(story, "CONTEXT", Context(body={above.key: above}.get))
    with refused("UNTOC-COP was discontinued on 8 September 2020 (entry 102)."):
        history(REGISTERED)


def test_functions_may_pass_to_nobody() -> None:
    with refused("UNTOC-COP/WG.7 was discontinued on 8 September 2020 (entry 102)."):
        history(REGISTERED, did(discontinue_body), RENAMED)


@pytest.mark.parametrize("deed", [RENAMED, adopted(OSCE), ENDED], ids=["renamed", "ruled", "ended"])
def test_where_the_registration_was_struck_what_came_after_changes_nothing(deed: Deed) -> None:
    facts = history(REGISTERED, deed)
    assert body(facts[1:]) == Body()
