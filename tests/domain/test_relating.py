from datetime import date
from typing import Any

from domain.relating import entitle, reissue, relate, state_effect
from domain.resolution import Part, Relation, Resolution, TextRef, record_resolution
from domain.streams import STREAMS
from domain.values import text_in
from tests.domain.story import Deed, Facts, decide, did, history, refused

REF = TextRef(body="UNTOC-COP", kind="resolution", number="26/1")
OTHER = TextRef(body="UNTOC-COP", kind="resolution", number="13/1")
ADOPTED, EFFECTIVE = date(2018, 11, 16), date(2019, 5, 20)


def recorded(**more: object) -> Deed:
    fields: dict[str, Any] = {"ref": REF, "title": text_in("en", "The revision"), "adopted": ADOPTED, **more}
    return Deed(record_resolution, fields)


def state(facts: Facts) -> Resolution:
    found: Resolution = STREAMS["resolution"].fold(facts)
    return found


def test_a_text_bears_on_another_in_several_places_and_in_each_once() -> None:
    second = did(relate, relation=Relation.RECALLS, other=OTHER, part=Part.OPERATIVE, paragraph="2")
    facts = history(recorded(), did(relate, relation=Relation.RECALLS, other=OTHER), second)
    assert len(state(facts).relations) == 2
    with refused("That UNTOC-COP resolution 26/1 recalls UNTOC-COP resolution 13/1 is in the record already."):
        history(second, after=facts)


def test_a_part_of_a_text_is_abrogated_and_then_another_part() -> None:
    parts = [did(relate, relation=Relation.ABROGATES, other=OTHER, in_part=part) for part in ("the metre", "the mole")]
    assert len(state(history(recorded(), *parts)).relations) == 2


def test_only_what_extends_or_renews_lasts_until_a_day() -> None:
    for relation in (Relation.EXTENDS, Relation.RENEWS):
        assert decide(relate, history(recorded()), relation=relation, other=OTHER, until=EFFECTIVE).until == EFFECTIVE
    with refused("Recalls is no relation that lasts until a day."):
        decide(relate, history(recorded()), relation=Relation.RECALLS, other=OTHER, until=EFFECTIVE)


def test_a_text_has_effect_from_a_day_until_a_day_and_of_each_the_last_stands() -> None:
    facts = history(recorded(), did(state_effect, begins=EFFECTIVE), did(state_effect, ends=date(2025, 12, 31)))
    assert state(facts).effect == (EFFECTIVE, date(2025, 12, 31))
    later = history(did(state_effect, ends=date(2026, 12, 31)), after=facts)
    assert state(later).effect == (EFFECTIVE, date(2026, 12, 31))


def test_an_effect_has_a_day_is_new_and_does_not_end_before_it_begins() -> None:
    facts = history(recorded(), did(state_effect, begins=EFFECTIVE))
    with refused("It is not said when UNTOC-COP resolution 26/1 has effect."):
        decide(state_effect, facts)
    with refused("UNTOC-COP resolution 26/1 would end before it begins."):
        decide(state_effect, facts, ends=ADOPTED)
    with refused("That is in the record already of UNTOC-COP resolution 26/1."):
        decide(state_effect, facts, begins=EFFECTIVE)


def test_a_reissue_keeps_the_symbol_and_adds_an_asterisk() -> None:
    facts = history(recorded(symbol="A/RES/76/16"))
    assert decide(reissue, facts).symbol == "A/RES/76/16*"
    assert decide(reissue, facts, symbol="A/RES/76/16**").symbol == "A/RES/76/16**"
    with refused("A reissue keeps its symbol, and that of UNTOC-COP resolution 26/1 is A/RES/76/16."):
        decide(reissue, facts, symbol="A/RES/76/17*")


def test_a_reissue_may_be_the_first_to_tell_the_symbol() -> None:
    assert decide(reissue, history(recorded()), symbol="A/RES/76/16").symbol == "A/RES/76/16*"
    with refused("The record does not know the symbol of UNTOC-COP resolution 26/1."):
        decide(reissue, history(recorded()))


def test_a_text_has_one_title_in_each_language() -> None:
    facts = history(recorded(), did(entitle, language="fr", title="La révision"))
    assert state(facts).languages == {"en", "fr"}
    with refused("The record has the title of UNTOC-COP resolution 26/1 in that language (en) already."):
        decide(entitle, facts, language="en", title="Another")


def test_nothing_becomes_of_a_text_that_is_not_in_the_record() -> None:
    for act in (did(state_effect, begins=ADOPTED), did(reissue), did(entitle, language="fr", title="T")):
        with refused("That resolution is not in the record."):
            history(act)
