from datetime import date

from domain.officers import Officer, elect_officers, take_chair
from domain.values import Sealed
from tests.domain.story import CONSENSUS, decide, did, history, meeting, refused, scheduled

NAME = Sealed(digest="00", stands_for="the person elected", open=True)
CHAIR, VICE_CHAIR = Officer(office="Chair", person=NAME), Officer(office="Vice-Chair", person=NAME)


def test_several_officers_are_elected_in_one_decision_and_several_hold_one_office() -> None:
    elected = (CHAIR, VICE_CHAIR, VICE_CHAIR)
    facts = history(scheduled(), did(elect_officers, elected=elected, until=date(2021, 9, 8), taken=CONSENSUS))
    assert meeting(facts).officers.offices == ("Chair", "Vice-Chair", "Vice-Chair")


def test_an_election_names_an_officer() -> None:
    with refused("No officer was named."):
        decide(elect_officers, history(scheduled()), elected=(), taken=CONSENSUS)


def test_there_is_one_chair() -> None:
    facts = history(scheduled(), did(elect_officers, elected=(CHAIR,), taken=CONSENSUS))
    with refused("A meeting has one Chair, and one has been elected already."):
        decide(elect_officers, facts, elected=(VICE_CHAIR, CHAIR), taken=CONSENSUS)


def test_one_decision_elects_one_chair() -> None:
    with refused("Chair"):
        decide(elect_officers, history(scheduled()), elected=(CHAIR, CHAIR), taken=CONSENSUS)


def test_an_office_is_the_same_however_it_is_spaced() -> None:
    spaced = Officer(office=" Chair", person=NAME)
    facts = history(scheduled(), did(elect_officers, elected=(spaced,), taken=CONSENSUS))
    assert meeting(facts).officers.offices == ("Chair",)


def test_vice_chairs_may_be_elected_later() -> None:
    facts = history(scheduled(), did(elect_officers, elected=(CHAIR,), taken=CONSENSUS))
    assert decide(elect_officers, facts, elected=(VICE_CHAIR,), taken=CONSENSUS).until is None


def test_the_holder_of_an_office_presides_or_a_person() -> None:
    facts = history(scheduled(), did(take_chair, office=" Vice-Chair "))
    presiding = meeting(facts).officers.presiding
    assert presiding is not None
    assert presiding.office == "Vice-Chair"
    assert decide(take_chair, facts, person=NAME).office is None


def test_somebody_presides() -> None:
    with refused("Nobody was named to preside."):
        decide(take_chair, history(scheduled()))


def test_officers_are_those_of_a_meeting() -> None:
    with refused("There is no such meeting on that day."):
        decide(elect_officers, elected=(CHAIR,), taken=CONSENSUS)
    with refused("There is no such meeting on that day."):
        decide(take_chair, office="Chair")
