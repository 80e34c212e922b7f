from datetime import date

from domain.considering import take_up
from domain.parts import Part
from domain.plenary import close_sitting, hold_sitting, open_sitting, resume_sitting, suspend_sitting
from domain.sittings import open_meeting
from tests.domain.story import (
    AT_WORK,
    FIRST_DAY,
    FOUNDING,
    LAST_DAY,
    Facts,
    closed,
    decide,
    did,
    history,
    meeting,
    occurred,
    opened,
    refused,
    sitting,
    taken_up,
)

DAY = date(2020, 9, 8)
FIRST = (*FOUNDING, opened(), sitting(1))


def now(facts: Facts) -> tuple[int | None, bool]:
    sittings = meeting(facts).sittings
    return sittings.now, sittings.suspended


def part(found: Part | None) -> tuple[int, bool] | None:
    return None if found is None else (found.number, found.resumed)


def test_a_meeting_is_opened_once() -> None:
    with refused("The meeting wg7 was opened on 8 September 2020 (entry 103)."):
        history(*FOUNDING, opened(), opened())


def test_what_was_not_scheduled_is_not_opened() -> None:
    with refused("There is no such meeting on that day."):
        decide(open_meeting)


def test_sittings_are_numbered_within_the_meeting() -> None:
    facts = history(*FIRST, did(close_sitting, number=1), sitting(2, on=LAST_DAY))
    assert now(facts) == (2, False)
    with refused("The next sitting is number 3, not 4."):
        decide(open_sitting, history(did(close_sitting, on=LAST_DAY, number=2), after=facts), on=LAST_DAY, number=4)


def test_one_sitting_is_open_at_a_time() -> None:
    with refused("Sitting 1 is open."):
        history(*FIRST, sitting(2))


def test_a_sitting_is_suspended_and_resumed_under_its_number() -> None:
    facts = history(*FIRST, did(suspend_sitting, number=1))
    assert now(facts) == (1, True)
    assert now(history(did(resume_sitting, number=1), after=facts)) == (1, False)


def test_a_sitting_is_suspended_once() -> None:
    with refused("Sitting 1 is suspended already."):
        history(*FIRST, did(suspend_sitting, number=1), did(suspend_sitting, number=1))


def test_only_a_suspended_sitting_is_resumed() -> None:
    with refused("Sitting 1 is not suspended."):
        decide(resume_sitting, history(*FIRST), number=1)


def test_a_suspended_sitting_may_rise() -> None:
    assert now(history(*FIRST, did(suspend_sitting, number=1), did(close_sitting, number=1))) == (None, False)


def test_only_the_open_sitting_rises() -> None:
    with refused("Sitting 1 is open, not 2."):
        decide(close_sitting, history(*FIRST), number=2)
    with refused("No sitting is open."):
        decide(close_sitting, history(*FOUNDING, opened()), number=1)


def test_a_closed_meeting_has_no_further_sitting() -> None:
    with refused("The meeting wg7 was closed on 9 September 2020 (entry 105)."):
        decide(open_sitting, history(*AT_WORK, closed("carry")), on=LAST_DAY, number=1)


def test_a_sitting_may_come_before_the_formal_opening() -> None:
    assert now(history(*FOUNDING, sitting(1))) == (1, False)


def test_a_sitting_is_of_the_day_it_opened() -> None:
    sittings = meeting(history(*FIRST)).sittings
    assert [part.day for part in sittings.parts_of(1, resumed=False)] == [date(2020, 9, 8)]
    assert not sittings.parts_of(2, resumed=False)


def test_a_day_names_a_sitting_only_where_it_had_one() -> None:
    day = date(2020, 9, 8)
    assert meeting(history(*FOUNDING)).sittings.on(day) is None
    first = meeting(history(*FIRST)).sittings.on(day)
    assert first is not None
    assert first.number == 1
    two = history(*FIRST, did(close_sitting, number=1), sitting(2), did(close_sitting, number=2))
    assert meeting(two).sittings.on(day) is None


# --- Known by its number and its day alone.


def test_a_sitting_may_be_known_by_its_number_and_its_day_alone() -> None:
    sittings = meeting(history(*FOUNDING, did(hold_sitting, number=61))).sittings
    assert (sittings.now, sittings.last) == (None, 61)
    assert part(sittings.under_way(DAY)) == (61, False)
    assert sittings.under_way(date(2020, 9, 9)) is None


def test_a_sitting_known_to_have_been_held_needs_no_formal_opening() -> None:
    facts = history(*FOUNDING, did(hold_sitting, number=61), taken_up("2"))
    assert meeting(facts).items.open
    with refused("The meeting wg7 has not been opened on that day."):
        decide(take_up, history(*FOUNDING), items=("i2.4",))


def test_a_sitting_is_registered_once_and_a_resumed_part_once_a_day() -> None:
    facts = history(*FOUNDING, did(hold_sitting, number=61), did(hold_sitting, number=61, resumed=True))
    with refused("Sitting 61 is in the record: it was held on 8 September 2020."):
        decide(hold_sitting, facts, on=LAST_DAY, number=61)
    with refused("Sitting 61 is in the record, resumed: it was held on 8 September 2020."):
        decide(hold_sitting, facts, number=61, resumed=True)
    assert decide(hold_sitting, facts, on=LAST_DAY, number=61, resumed=True).resumed


def test_no_other_sitting_is_registered_while_one_is_open_or_once_the_meeting_is_closed() -> None:
    with refused("Sitting 1 is open."):
        decide(hold_sitting, history(*FIRST), number=61)
    with refused("was closed on 9 September 2020"):
        decide(hold_sitting, history(*AT_WORK, closed("carry")), on=LAST_DAY, number=61)


def test_a_sitting_whose_suspension_is_in_the_record_is_resumed_and_not_registered() -> None:
    with refused("Sitting 1 was suspended, and its suspension is in the record."):
        decide(hold_sitting, history(*FIRST, did(suspend_sitting, number=1)), number=1, resumed=True)


# --- Resumed.


def test_what_is_held_after_a_resumption_is_the_resumed_part() -> None:
    facts = history(*FIRST, did(suspend_sitting, number=1), did(resume_sitting, on=LAST_DAY, number=1))
    assert part(meeting(facts).sittings.under_way(date(2020, 9, 9))) == (1, True)


def test_a_suspended_sitting_is_under_way_on_no_other_day() -> None:
    sittings = meeting(history(*FIRST, did(suspend_sitting, number=1))).sittings
    assert part(sittings.under_way(DAY)) == (1, False)
    assert sittings.under_way(date(2020, 9, 9)) is None


def test_a_suspended_sitting_waits_while_the_next_one_is_held() -> None:
    waiting = history(*FIRST, did(suspend_sitting, number=1), sitting(2))
    assert now(waiting) == (2, False)
    with refused("Sitting 2 is open."):
        decide(resume_sitting, waiting, number=1)
    risen = history(did(close_sitting, number=2), after=waiting)
    assert now(history(did(resume_sitting, number=1), after=risen)) == (1, False)


def test_of_two_suspended_sittings_either_is_resumed() -> None:
    both = history(*FIRST, did(suspend_sitting, number=1), sitting(2), did(suspend_sitting, number=2))
    first = history(did(resume_sitting, number=1), after=both)
    assert meeting(first).sittings.waiting == (2,)
    with refused("Sitting 1 is open."):
        decide(resume_sitting, first, number=2)


def test_a_sitting_that_rose_without_a_suspension_is_not_resumed() -> None:
    with refused("Sitting 1 was not suspended, and has risen."):
        decide(resume_sitting, history(*FIRST, did(close_sitting, number=1)), number=1)


# --- Hours.


def test_an_hour_is_within_the_parts_of_the_sittings() -> None:
    facts = history(
        *FOUNDING,
        did(open_sitting, at="10:00", number=1),
        did(suspend_sitting, at="11:00", number=1),
        did(resume_sitting, at="12:00", number=1),
    )
    sittings = meeting(facts).sittings
    assert [sittings.held_at(occurred(FIRST_DAY, at)) for at in ("09:00", "10:30", "11:30", "12:30")] == [
        False,
        True,
        False,
        True,
    ]


def test_a_sitting_of_unknown_hours_may_have_been_held_at_any_hour_of_its_day() -> None:
    first = (did(open_sitting, at="10:00", number=1), did(close_sitting, at="11:00", number=1))
    sittings = meeting(history(*FOUNDING, *first, did(hold_sitting, on=LAST_DAY, number=2))).sittings
    assert not sittings.held_at(occurred(FIRST_DAY, "12:00"))
    assert sittings.held_at(occurred(LAST_DAY, "12:00"))


def test_a_sitting_past_midnight_was_held_on_both_days() -> None:
    late = history(*FOUNDING, did(open_sitting, at="20:00", number=1), did(close_sitting, on=LAST_DAY, number=1))
    (only,) = meeting(late).sittings.parts
    assert [only.covers(day) for day in (DAY, date(2020, 9, 9), date(2020, 9, 10))] == [True, True, False]
    assert only.day == DAY
