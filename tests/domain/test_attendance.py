"""Who takes part, with which credentials, and whether enough were present."""

from dataclasses import replace
from typing import Any

import pytest

from domain.act import Fact
from domain.adopting import adopt_agenda
from domain.amending import add_item
from domain.attendance import (
    Category,
    Participant,
    QuorumNoted,
    consider_credentials,
    needed,
    note_quorum,
    record_attendance,
)
from domain.considering import take_up
from domain.context import Context
from domain.decisions import take_decision
from domain.plenary import close_sitting, open_sitting
from domain.profiles import GENERAL_ASSEMBLY
from domain.remarks import remarks
from domain.rules import PERMISSIVE, RECORD
from domain.values import Mode, Taken, text_in
from tests.domain import story
from tests.domain.story import (
    AT_WORK,
    CONSENSUS,
    FOUNDING,
    WORKING_GROUP,
    Deed,
    decide,
    did,
    history,
    meeting,
    opened,
    refused,
    scheduled,
)

RULE = "rule 41 of the rules of procedure of the Conference of the Parties to UNTOC"
SITTING = did(open_sitting, number=1)
OPEN = (*FOUNDING, opened(), SITTING)


def people(*names: str, category: Category = Category.STATE) -> tuple[Participant, ...]:
    return tuple(Participant(category=category, name=name) for name in names)


def listed(participants: tuple[Participant, ...]) -> Deed:
    return did(record_attendance, participants=participants)


def counted(present: int, of: int | None = 150) -> Deed:
    return did(note_quorum, present=present, of=of)


def found(*deeds: Deed) -> QuorumNoted:
    fact = history(*OPEN, *deeds)[-1]
    assert isinstance(fact, QuorumNoted)
    return fact


# --- Attendance.


def test_the_states_that_take_part_are_those_that_count() -> None:
    everyone = (*people("A", "B"), *people("C", category=Category.SIGNATORY), *people("EU", category=Category.REGIONAL))
    assert meeting(history(scheduled())).attendance.states is None
    assert meeting(history(scheduled(), listed(everyone))).attendance.states == 2


def test_a_list_recorded_later_takes_the_place_of_the_one_before() -> None:
    assert meeting(history(scheduled(), listed(people("A", "B")), listed(people("A")))).attendance.states == 1


@pytest.mark.parametrize(
    ("participants", "sentence"),
    [
        ((), "The list of participants is empty."),
        ((*people("A"), *people(" a", category=Category.ENTITY)), " a is listed twice."),
    ],
)
def test_a_list_holds_each_participant_once(participants: tuple[Participant, ...], sentence: str) -> None:
    with refused(sentence):
        history(scheduled(), listed(participants))


def test_the_same_list_is_recorded_once() -> None:
    with refused("That list was recorded already (entry 102)."):
        history(scheduled(), listed(people("A")), listed(people("A")))


# --- Credentials.


def test_credentials_are_accepted_at_a_sitting_once() -> None:
    accepted = did(consider_credentials, symbol="L.2", taken=CONSENSUS)
    with refused("No sitting of wg7 has been held on that day."):
        history(scheduled(), accepted)
    with refused("The report L.2 was accepted already (entry 105)."):
        history(*OPEN, accepted, accepted)


def test_a_report_on_credentials_that_was_noted_may_be_accepted_later() -> None:
    noted = did(consider_credentials, symbol="L.2", accepted=False, taken=CONSENSUS)
    state = meeting(history(*OPEN, noted, did(consider_credentials, symbol="L.2", taken=CONSENSUS)))
    assert [one.accepted for one in state.attendance.credentials] == [False, True]


# --- Quorum.


@pytest.mark.parametrize(
    ("share", "of", "least"),
    [("1/3", 150, 50), ("1/3", 151, 51), ("majority", 150, 76), ("majority", 151, 76), ("2/3", 151, 101)],
)
def test_a_third_is_rounded_up_and_a_majority_is_more_than_half(share: str, of: int, least: int) -> None:
    assert needed(share, of) == least


@pytest.mark.parametrize(
    ("present", "to_debate", "to_decide"), [(49, False, False), (50, True, False), (75, True, False), (76, True, True)]
)
def test_one_third_debates_and_a_majority_decides(present: int, *, to_debate: bool, to_decide: bool) -> None:
    fact = found(counted(present))
    assert (fact.sitting, fact.to_debate, fact.to_decide) == (1, to_debate, to_decide)


def test_how_many_participate_follows_from_the_attendance() -> None:
    assert found(listed(people("A", "B", "C")), counted(2, None)).of == 3


@pytest.mark.parametrize(
    ("deed", "sentence"),
    [
        (counted(3, 2), "3 cannot be present of 2 that participate."),
        (counted(3, None), "It is not known how many participate, and rule 41"),
    ],
)
def test_a_count_is_of_those_that_participate(deed: Deed, sentence: str) -> None:
    with refused(sentence):
        history(*OPEN, deed)


def test_those_present_are_present_at_a_sitting() -> None:
    with refused("No sitting is open."):
        history(*FOUNDING, opened(), counted(90))


def test_where_the_rules_are_silent_the_count_is_noted_and_nothing_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = {WORKING_GROUP.key: replace(WORKING_GROUP, rules=PERMISSIVE)}
    monkeypatch.setattr(story, "CONTEXT", Context(body=bodies.get))
    fact = found(counted(1, None))
    assert (fact.of, fact.to_debate, fact.to_decide) == (None, None, None)
    assert history(*OPEN, counted(1, 150), did(adopt_agenda, taken=CONSENSUS))


def test_a_rule_that_nobody_read_is_said_and_finds_no_quorum_wanting(monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = {WORKING_GROUP.key: replace(WORKING_GROUP, rules=GENERAL_ASSEMBLY)}
    monkeypatch.setattr(story, "CONTEXT", Context(body=bodies.get))
    fact = found(counted(60, 193))
    assert (fact.to_debate, fact.to_decide) == (None, None)
    title = "the rules of procedure of the General Assembly"
    assert [*remarks(meeting(history(*OPEN)), fact, story.CONTEXT)] == [
        f"65 would be asked for to debate by rule 67 of {title}, which is not verified.",
        f"97 would be asked for to decide by rule 67 of {title}, which is not verified.",
    ]
    assert [*remarks(meeting(history(*OPEN)), found(counted(60, None)), story.CONTEXT)] == []


# --- What follows from a quorum that is wanting.

ENOUGH_TO_DEBATE = history(*OPEN, counted(60))


@pytest.mark.parametrize(
    ("act", "told"),
    [(adopt_agenda, {}), (take_decision, {"text": "To meet again."})],
)
def test_where_too_few_are_present_nothing_is_decided(act: Any, told: dict[str, Any]) -> None:  # noqa: ANN401 - any act
    with refused("60 of 150 were counted present (entry 105); 76 are needed. A majority of the States parties", RULE):
        decide(act, ENOUGH_TO_DEBATE, taken=CONSENSUS, **told)
    assert isinstance(decide(act, ENOUGH_TO_DEBATE, waives=("41",), taken=CONSENSUS, **told), Fact)


def test_what_is_decided_elsewhere_asks_for_nobody_present() -> None:
    for how in (Mode.SILENCE, Mode.CORRESPONDENCE):
        history(did(adopt_agenda, taken=Taken(how=how)), after=ENOUGH_TO_DEBATE)


def test_enough_to_debate_debate_and_propose() -> None:
    proposed = did(add_item, title=text_in("en", "New"), taken=CONSENSUS)
    assert history(did(take_up, items=("1",)), proposed, after=ENOUGH_TO_DEBATE)


def test_too_few_to_debate_take_no_item_up() -> None:
    with refused("40 of 150 were counted present (entry 105); 50 are needed. One third of the States parties", RULE):
        history(*OPEN, counted(40), did(take_up, items=("1",)))


def test_once_more_are_present_the_body_decides_again() -> None:
    assert history(counted(80), did(adopt_agenda, taken=CONSENSUS), after=ENOUGH_TO_DEBATE)


def test_a_count_is_good_for_its_own_sitting() -> None:
    later = (did(close_sitting, number=1), did(open_sitting, number=2), did(adopt_agenda, taken=CONSENSUS))
    assert history(*later, after=ENOUGH_TO_DEBATE)


def test_the_impossible_comes_before_the_quorum() -> None:
    with refused("An agenda is adopted once.", RECORD):
        decide(adopt_agenda, history(*AT_WORK, SITTING, counted(60)), taken=CONSENSUS)
