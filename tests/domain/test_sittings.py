from datetime import date

from domain.sittings import close_sitting, open_meeting, open_sitting, resume_sitting, suspend_sitting
from tests.domain.story import (
    AT_WORK,
    FOUNDING,
    LAST_DAY,
    Facts,
    closed,
    decide,
    did,
    history,
    meeting,
    opened,
    refused,
    sitting,
)

FIRST = (*FOUNDING, opened(), sitting(1))


def now(facts: Facts) -> tuple[int | None, bool]:
    sittings = meeting(facts).sittings
    return sittings.now, sittings.suspended


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
