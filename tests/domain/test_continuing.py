from dataclasses import replace
from datetime import date

from domain.context import Context
from domain.continuing import carry_over_item
from domain.issuing import issue_provisional_agenda
from domain.mentions import mentions
from domain.outline import Predecessor
from tests.domain.story import FOUNDING, decide, did, history, items_of, meeting, refused

WG6 = Predecessor(meeting="UNTOC-COP/WG.7 wg6", item="i2.4", number="2")
OTHER = Predecessor(meeting="UNTOC-COP/WG.7 wg6", item="i2.5", number="3")


def test_an_item_continues_several_of_an_earlier_meeting() -> None:
    links = [did(carry_over_item, item="2", predecessor=one) for one in (WG6, OTHER)]
    assert meeting(history(*FOUNDING, *links)).continuations.predecessors == {"i2.4": (WG6, OTHER)}


def test_several_items_continue_one() -> None:
    links = [did(carry_over_item, item=item, predecessor=WG6) for item in ("2", "3")]
    assert set(meeting(history(*FOUNDING, *links)).continuations.predecessors) == {"i2.4", "i2.5"}


def test_a_link_is_recorded_once() -> None:
    with refused("That item 2 continues it is recorded already."):
        history(*FOUNDING, *(did(carry_over_item, item="2", predecessor=WG6) for _ in range(2)))


def test_an_item_does_not_continue_one_of_the_same_meeting() -> None:
    with refused("Both items belong to wg7"):
        own = Predecessor(meeting="UNTOC-COP/WG.7 wg7", item="i2.4")
        decide(carry_over_item, history(*FOUNDING), item="3", predecessor=own)


def test_an_item_does_not_continue_one_of_a_meeting_that_nobody_knows() -> None:
    with refused("The record knows no meeting UNTOC-COP/WG.7 wg5."):
        unknown = Predecessor(meeting="UNTOC-COP/WG.7 wg5", item="i2.4")
        decide(carry_over_item, history(*FOUNDING), item="3", predecessor=unknown)


def test_the_items_of_an_agenda_may_continue_others_from_the_first() -> None:
    items = tuple(replace(item, continues=(WG6,)) for item in items_of("1 Crises"))
    facts = history(FOUNDING[0], did(issue_provisional_agenda, issued=date(2020, 6, 4), items=items))
    assert meeting(facts).continuations.predecessors == {"i2.1": (WG6,)}
    assert list(mentions(facts[-1])) == [("meeting", WG6.meeting)]


def test_a_link_names_the_earlier_meeting() -> None:
    fact = decide(carry_over_item, history(*FOUNDING), item="2", predecessor=WG6)
    assert list(mentions(fact)) == [("meeting", WG6.meeting)]


def test_where_nothing_is_known_of_other_streams_no_meeting_is() -> None:
    assert Context().meeting("UNTOC-COP/WG.7 wg6") is None
