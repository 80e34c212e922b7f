"""How a silence procedure begins and on what it rests: drafted, circulated, its basis lapsing and extended."""

from datetime import date

from domain.announcing import announce, remarks, take_note
from domain.beginning import circulate, draft_text
from domain.circulating import renew_basis, withdraw_silence
from domain.objecting import break_silence, rule_on_objection
from tests.domain.story import BUREAU, Deed, Facts, decide, did, history, moment, refused
from tests.domain.test_rounds import FIRST, LATER, TEXT, circulated, extended, objected, replaced, silence

DRAFTED = did(draft_text, "2020-06-10", key="hybrid", body=BUREAU.key, subject="Hybrid format", texts=TEXT)
WITHDRAWN = did(withdraw_silence, "2020-06-12")


def remarked(deed: Deed, facts: Facts = ()) -> list[str]:
    return list(remarks(silence(facts), history(deed, after=facts)[-1]))


# --- Drafted.


def test_a_draft_is_circulated_under_its_own_key() -> None:
    facts = history(DRAFTED, circulated())
    assert silence(facts).drafted is not None
    assert silence(facts).deadline == FIRST


def test_a_text_is_drafted_once_and_not_after_it_was_circulated() -> None:
    with refused("hybrid is drafted already (entry 101)."):
        history(DRAFTED, DRAFTED)
    with refused("The silence procedure hybrid is in the record already."):
        history(circulated(), did(draft_text, "2020-06-17", key="hybrid", body=BUREAU.key, subject="Hybrid format"))
    with refused("The silence procedure hybrid is in the record already."):
        history(DRAFTED, circulated(), circulated(LATER))


def test_nobody_is_asked_by_a_draft() -> None:
    for deed in (objected("2020-06-11 10:00", "2020-06-11"), did(announce, "2020-06-11")):
        with refused("The silence procedure hybrid is drafted and was not circulated by then."):
            history(DRAFTED, deed)


def test_a_draft_is_withdrawn_at_any_time_and_for_good() -> None:
    facts = history(DRAFTED, WITHDRAWN)
    assert silence(facts).withdrawn
    with refused("The silence procedure hybrid was withdrawn."):
        history(WITHDRAWN, after=facts)
    with refused("The silence procedure hybrid is in the record already."):
        history(circulated(), after=facts)


def test_what_was_drafted_and_circulated_is_withdrawn_while_silence_runs_only() -> None:
    with refused("ended at its deadline"):
        history(DRAFTED, circulated(), did(withdraw_silence, "2020-06-22"))


# --- At a meeting.


def test_the_meetings_at_which_silence_is_proposed_and_announced_are_in_the_record() -> None:
    facts = history(circulated(at_meeting="wg7"))
    assert decide(announce, facts, on="2020-06-22", at_meeting="wg7").at_meeting == "wg7"
    with refused("The meeting wg9 is not in the record."):
        history(circulated(at_meeting="wg9"))
    with refused("The meeting wg9 is not in the record."):
        decide(announce, facts, on="2020-06-22", at_meeting="wg9")


# --- The basis lapses while silence is running.


def rested(until: str) -> Deed:
    return circulated(basis="decision 74/544", basis_until=date.fromisoformat(until))


def renewed(until: str, on: str = "2020-06-17") -> Deed:
    return did(renew_basis, on, basis="decision 74/555", until=date.fromisoformat(until))


def test_a_basis_is_extended_while_silence_is_running() -> None:
    facts = history(rested("2020-06-18"), renewed("2020-06-30"))
    assert (silence(facts).basis, silence(facts).basis_until) == ("decision 74/555", date(2020, 6, 30))


def test_an_extension_of_the_basis_gives_more_time() -> None:
    with refused("18 June 2020 is not after the day on which decision 74/544 lapses, 18 June 2020."):
        history(rested("2020-06-18"), renewed("2020-06-18"))
    with refused("Of hybrid no basis that lapses is recorded."):
        history(circulated(), renewed("2020-06-18"))
    with refused("was announced already"):
        history(rested("2020-06-18"), did(announce, "2020-06-20"), renewed("2020-06-30", "2020-06-21"))


def test_a_basis_that_lapses_before_the_deadline_is_remarked_on_and_recorded() -> None:
    said = ["The basis, decision 74/544, lapses on 18 June 2020, before the deadline."]
    facts = history(rested("2020-06-18"))
    assert remarked(rested("2020-06-18")) == said
    assert remarked(extended(on="2020-06-17"), facts) == said
    assert remarked(renewed("2020-06-30"), facts) == []
    assert remarked(objected("2020-06-19 17:00"), facts) == []
    assert remarked(did(announce, "2020-06-22"), facts) == [said[0].replace("lapses", "lapsed")]


def test_a_basis_that_holds_until_the_deadline_is_not_remarked_on() -> None:
    assert remarked(rested("2020-06-19")) == []
    assert remarked(circulated()) == []
    assert remarked(DRAFTED) == []


# --- Objections that two must receive.

BOTH = circulated(objections_to=("Chair", "Executive Secretary"))


def received_by(*who: str, at: str = "2020-06-19 17:00", on: str = "2020-06-19") -> Deed:
    return did(break_silence, on, received=moment(at), addressed=who)


def ruled(*, admitted: bool) -> Deed:
    return Deed(rule_on_objection, {"admitted": admitted}, "2020-06-20", None, {"authority": "the Chair"})


def test_an_objection_counts_when_all_who_must_receive_it_did() -> None:
    assert silence(history(BOTH, received_by("executive secretary", "chair"))).objections == 1
    assert silence(history(BOTH, received_by("Chair"))).objections == 0


def test_where_it_is_not_said_who_received_it_all_did() -> None:
    assert silence(history(BOTH, received_by())).objections == 1


def test_an_objection_goes_to_those_the_letter_named() -> None:
    with refused("Objections to hybrid go to Chair and Executive Secretary, not to Depositary."):
        history(BOTH, received_by("Depositary"))
    assert silence(history(circulated(), received_by("anybody"))).objections == 1


def test_a_new_round_asks_for_the_same_addressees() -> None:
    facts = history(BOTH, received_by(), replaced())
    assert silence(history(received_by("Chair", at="2020-06-24 10:00", on="2020-06-24"), after=facts)).objections == 0


def test_an_objection_that_did_not_reach_all_may_be_admitted_or_refused() -> None:
    facts = history(BOTH, received_by("Chair"))
    assert silence(history(ruled(admitted=True), after=facts)).objections == 1
    assert silence(history(ruled(admitted=False), after=facts)).objections == 0


def test_it_is_remarked_on_when_nobody_ruled_upon_it() -> None:
    facts = history(BOTH, received_by("Chair"))
    announced = did(announce, "2020-06-22")
    said = "The objection of entry 102 did not reach all who must receive it, and nobody ruled upon it."
    assert remarked(announced, facts) == [said]
    assert remarked(announced, history(ruled(admitted=False), after=facts)) == []
    assert remarked(announced, history(BOTH, received_by("Chair", at="2020-06-19 18:01"))) == []


def test_what_would_come_before_anything_else_is_refused() -> None:
    for act in (announce, take_note):
        with refused("The text was not yet under silence then."):
            decide(act, on="2020-06-10")


def test_a_body_of_the_register_drafts() -> None:
    with refused("The body NATO is not in the register."):
        decide(draft_text, key="x", body="NATO", subject="X")
    with refused("A silence procedure has a subject."):
        decide(circulate, key="x", body=BUREAU.key, subject=" ", deadline=FIRST)
