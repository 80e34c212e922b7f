from datetime import date, time

from domain.rescheduling import cancel_meeting
from domain.timetable import Slot, adopt_work, propose_work, revise_work
from tests.domain.story import (
    AT_WORK,
    CONSENSUS,
    FOUNDING,
    LAST_DAY,
    closed,
    decide,
    deleted,
    did,
    history,
    meeting,
    opened,
    refused,
    scheduled,
)


def slot(day: int, start: int, end: int, *items: str) -> Slot:
    return Slot(day=date(2020, 9, day), start=time(start), end=time(end), items=items)


ONE_DAY = (slot(8, 10, 13, "i2.1", "i2.4"), slot(8, 15, 18, "i2.4"))
TWO_DAYS = (slot(9, 10, 13, "i2.5"), slot(8, 10, 13, "i2.1"))
PROPOSED = did(propose_work, slots=ONE_DAY)


def test_an_item_stands_in_several_sittings_and_a_sitting_holds_several_items() -> None:
    assert meeting(history(*FOUNDING, PROPOSED)).timetable.slots == ONE_DAY


def test_slots_may_be_written_in_any_order() -> None:
    assert decide(propose_work, history(*FOUNDING), slots=TWO_DAYS).slots == TWO_DAYS


def test_an_organization_of_work_has_at_least_one_sitting() -> None:
    with refused("An organization of work has at least one sitting."):
        decide(propose_work, history(*FOUNDING), slots=())


def test_a_sitting_lies_within_the_days_of_the_meeting() -> None:
    for day in (7, 10):
        with refused(f"The sitting of {day} September 2020, 10:00 to 13:00 is outside the days of wg7"):
            decide(propose_work, history(*FOUNDING), slots=(slot(day, 10, 13),))


def test_a_sitting_ends_after_it_starts() -> None:
    for end in (9, 10):
        with refused("ends before it starts."):
            decide(propose_work, history(*FOUNDING), slots=(slot(8, 10, end),))


def test_two_sittings_never_overlap() -> None:
    with refused("Two sittings overlap on 8 September 2020: until 13:00, and from 12:00."):
        decide(propose_work, history(*FOUNDING), slots=(slot(8, 12, 15), slot(8, 10, 13)))


def test_a_sitting_may_begin_when_the_one_before_ends() -> None:
    assert decide(propose_work, history(*FOUNDING), slots=(slot(8, 10, 13), slot(8, 13, 15))).pursuant_to == ()


def test_the_same_hours_of_two_days_do_not_overlap() -> None:
    assert len(decide(propose_work, history(*FOUNDING), slots=(slot(8, 10, 13), slot(9, 10, 13))).slots) == 2


def test_a_sitting_plans_items_of_the_agenda() -> None:
    with refused("The agenda has no item i9."):
        decide(propose_work, history(*FOUNDING), slots=(slot(8, 10, 13, "i2.1", "i9"),))


def test_a_sitting_may_plan_an_item_of_the_provisional_agenda_that_is_no_longer_there() -> None:
    facts = history(*FOUNDING, opened(), deleted("2"))
    assert decide(propose_work, facts, slots=(slot(8, 10, 13, "i2.4"),)).slots[0].items == ("i2.4",)


def test_there_is_work_to_organize_once_there_is_an_agenda() -> None:
    with refused("No provisional agenda has been issued."):
        decide(propose_work, history(scheduled()), slots=ONE_DAY)


def test_an_organization_of_work_is_proposed_once() -> None:
    with refused("An organization of work was proposed already."):
        history(*FOUNDING, PROPOSED, PROPOSED)


def test_what_was_not_proposed_is_neither_adopted_nor_revised() -> None:
    with refused("No organization of work was proposed."):
        decide(adopt_work, history(*AT_WORK), taken=CONSENSUS)
    with refused("No organization of work was proposed."):
        decide(revise_work, history(*AT_WORK), slots=ONE_DAY, taken=CONSENSUS)


def test_an_organization_of_work_is_adopted_once() -> None:
    facts = history(*AT_WORK, PROPOSED, did(adopt_work, taken=CONSENSUS))
    with refused("The organization of work was adopted already (entry 106)."):
        decide(adopt_work, facts, taken=CONSENSUS)


def test_an_organization_of_work_is_adopted_while_the_meeting_is_open() -> None:
    with refused("has not been opened"):
        decide(adopt_work, history(*FOUNDING, PROPOSED), taken=CONSENSUS)
    with refused("was closed"):
        decide(adopt_work, history(*AT_WORK, PROPOSED, closed("carry")), on=LAST_DAY, taken=CONSENSUS)


def test_a_revision_puts_other_slots_in_the_place_of_all_and_leaves_the_agenda_alone() -> None:
    facts = history(*AT_WORK, PROPOSED)
    revised = history(did(revise_work, slots=TWO_DAYS, taken=CONSENSUS), after=facts)
    assert meeting(revised).timetable.slots == TWO_DAYS
    assert meeting(revised).agenda == meeting(facts).agenda
    assert meeting(revised).items == meeting(facts).items


def test_a_revision_changes_something_and_is_lawful() -> None:
    facts = history(*FOUNDING, PROPOSED)
    with refused("That is the organization of work as it stands."):
        decide(revise_work, facts, slots=ONE_DAY, taken=CONSENSUS)
    with refused("is outside the days"):
        decide(revise_work, facts, slots=(slot(10, 10, 13),), taken=CONSENSUS)


def test_a_revision_before_or_after_its_adoption_stands_by_itself() -> None:
    adopted_work = did(adopt_work, taken=CONSENSUS)
    facts = history(*AT_WORK, PROPOSED, adopted_work, did(revise_work, slots=TWO_DAYS, taken=CONSENSUS))
    assert meeting(facts).timetable.adopted == facts[5].entry


def test_the_work_of_a_cancelled_meeting_is_not_organized() -> None:
    with refused("was cancelled"):
        history(*FOUNDING, did(cancel_meeting), PROPOSED)
