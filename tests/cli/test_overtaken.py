"""Who comes second is refused like anybody else, and told who was quicker where that is why."""

from datetime import timedelta

from tests.cli.terminal import Terminal

ADOPT_WORK = "work adopt --at 10:30"


def test_the_refusal_names_what_somebody_else_recorded_a_moment_ago(room: Terminal) -> None:
    room.types(f"{ADOPT_WORK} --by ben")
    reason = "Reason: Entry 22, recorded by ben {}: The Working Group adopted its organization of work"
    room.refused(ADOPT_WORK, reason.format("just now"))
    room.clock.now += timedelta(minutes=2)
    room.refused(ADOPT_WORK, reason.format("two minutes ago"))
    room.refused("run -", reason.format("two minutes ago"), given=f"body add X 'Body X'\n{ADOPT_WORK}")
    room.clock.now += timedelta(minutes=10)
    assert "Reason:" not in room.refused(ADOPT_WORK)


def test_the_reason_is_the_act_that_made_the_difference(room: Terminal) -> None:
    room.types("item conclude 1c --at 10:30 --by ben")
    room.types("body add X 'Body X' --by ben")
    room.types("decision take 'to meet again' --at 10:31 --by ben")
    room.refused("item conclude 1c --at 10:32", "Reason: Entry 22, recorded by ben")
    room.types("decision take 'to sit down' --at 10:33 --by ben")
    room.types("decision take 'to stand up' --at 10:33 --by ben")
    assert "Reason:" not in room.refused("item conclude 1c --at 10:34"), "it looks back a few acts, not through all"


def test_ones_own_act_and_another_reason_are_no_reason(room: Terminal) -> None:
    room.types(ADOPT_WORK)
    room.types("decision take 'to meet again' --at 10:31 --by ben")
    assert "Reason:" not in room.refused(ADOPT_WORK)
    assert "Reason:" not in room.refused("item conclude 9 --at 10:32", "The agenda has no item 9.")
    assert "Reason:" not in room.refused("item conclude 2 --before 99 --at 10:32")


def test_a_strike_that_is_refused_is_refused_for_its_own_reason(room: Terminal) -> None:
    room.types("strike 21 --reason typo --by ben")
    assert "Reason:" not in room.refused("strike 21 --reason typo")
