from datetime import date

from domain.officers import Officer, act_as, elect_officers, replace_officer, take_chair
from domain.remarks import remarks
from domain.values import Sealed
from tests.domain.story import (
    CONSENSUS,
    CONTEXT,
    LAST_DAY,
    Deed,
    Facts,
    decide,
    did,
    history,
    meeting,
    refused,
    scheduled,
)

NAME = Sealed(digest="00", stands_for="the person elected", open=True)
OTHER = Sealed(digest="01", stands_for="the person elected", open=True)
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


# --- Terms.


def elected(*officers: Officer, since: date | None = None, until: date | None = None) -> Deed:
    return did(elect_officers, elected=officers, since=since, until=until, taken=CONSENSUS)


def test_two_persons_share_one_term_by_halves() -> None:
    first = elected(CHAIR, until=date(2021, 6, 30))
    facts = history(scheduled(), first, elected(CHAIR, since=date(2021, 7, 1), until=date(2021, 12, 31)))
    officers = meeting(facts).officers
    assert [len(officers.holding("chair", date(2021, month, 1))) for month in (1, 6, 7, 12)] == [1, 1, 1, 1]
    assert officers.holding("Chair", date(2022, 1, 1)) == ()


def test_terms_of_a_chair_do_not_overlap() -> None:
    with refused("A meeting has one Chair, and one has been elected already."):
        history(scheduled(), elected(CHAIR, until=date(2021, 6, 30)), elected(CHAIR, since=date(2021, 6, 30)))


def test_a_term_ends_no_earlier_than_it_begins() -> None:
    with refused("The term would end on 2020-09-07, before it begins on 2020-09-08."):
        history(scheduled(), elected(CHAIR, until=date(2020, 9, 7)))


def test_a_rapporteur_may_be_elected_before_the_chair() -> None:
    rapporteur = Officer(office="Rapporteur", person=NAME)
    assert meeting(history(scheduled(), elected(rapporteur), elected(CHAIR))).officers.offices == (
        "Rapporteur",
        "Chair",
    )


# --- Replaced.


def test_who_takes_an_office_over_has_it_for_the_rest_of_the_term() -> None:
    facts = history(scheduled(), elected(VICE_CHAIR, until=date(2021, 9, 8)))
    other = Officer(office=" vice-chair", person=OTHER)
    (holder,) = meeting(history(did(replace_officer, officer=other, replaced=NAME), after=facts)).officers.holders
    assert (holder.office, holder.person, holder.until) == ("Vice-Chair", OTHER, date(2021, 9, 8))


def test_only_the_holder_of_an_office_is_replaced() -> None:
    facts = history(scheduled(), elected(VICE_CHAIR))
    with refused("Nobody holds the office of Chair on that day who could be replaced."):
        decide(replace_officer, facts, officer=CHAIR, replaced=NAME)
    with refused("Nobody holds the office of Vice-Chair"):
        decide(replace_officer, facts, officer=VICE_CHAIR, replaced=OTHER)


def test_the_rest_of_a_term_ends_no_earlier_than_it_begins() -> None:
    facts = history(scheduled(), elected(CHAIR))
    with refused("before it begins on 2020-09-08"):
        decide(replace_officer, facts, officer=CHAIR, replaced=NAME, until=date(2020, 9, 1))


# --- Acting.


def acting(facts: Facts) -> list[tuple[str, str | None]]:
    return [(one.acts_as, one.office) for one in meeting(facts).officers.acting]


def test_a_vice_chair_acts_as_chair_and_presides_until_a_chair_is_elected_on_the_last_day() -> None:
    facts = history(scheduled(), elected(VICE_CHAIR), did(act_as, acts_as="Chair", office="Vice-Chair"))
    presiding = meeting(facts).officers.presiding
    assert presiding is not None
    assert (presiding.office, acting(facts)) == ("Vice-Chair", [("Chair", "Vice-Chair")])
    last = did(elect_officers, on=LAST_DAY, elected=(CHAIR,), taken=CONSENSUS)
    assert acting(history(last, after=facts)) == []


def test_who_is_elected_for_a_later_term_does_not_end_the_acting_of_another() -> None:
    facts = history(scheduled(), did(act_as, acts_as="Chair", person=NAME), elected(CHAIR, since=date(2021, 1, 1)))
    assert acting(facts) == [("Chair", None)]


def test_another_who_acts_takes_the_place_of_the_first() -> None:
    facts = history(
        scheduled(), did(act_as, acts_as="Rapporteur", person=NAME), did(act_as, acts_as="rapporteur", person=OTHER)
    )
    assert acting(facts) == [("rapporteur", None)]
    assert meeting(facts).officers.presiding is None


def test_the_chair_back_in_the_chair_ends_the_acting() -> None:
    facts = history(scheduled(), elected(CHAIR), did(act_as, acts_as="Chair", office="Vice-Chair"))
    assert acting(history(did(take_chair, person=OTHER), after=facts)) == [("Chair", "Vice-Chair")]
    assert acting(history(did(take_chair, office="Chair"), after=facts)) == []


def test_somebody_acts_and_not_the_holder_of_that_very_office() -> None:
    with refused("Nobody was named to act."):
        decide(act_as, history(scheduled()), acts_as="Chair")
    with refused("The chair holds that office, and does not act in it."):
        decide(act_as, history(scheduled()), acts_as="Chair", office="chair")


def test_to_act_in_an_office_that_is_filled_is_lawful_and_said() -> None:
    facts = history(scheduled(), elected(CHAIR))
    deed = did(act_as, acts_as="Chair", office="Vice-Chair")
    (said,) = remarks(meeting(facts), deed.on_top_of(facts), CONTEXT)
    assert said == "There is a Chair; once back in the chair: nemcon officer preside Chair"
    assert list(remarks(meeting(history(scheduled())), deed.on_top_of(history(scheduled())), CONTEXT)) == []
