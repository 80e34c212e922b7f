"""Statements: whose they are, what they concern, and that they change nothing."""

from domain.attaching import attach_statement
from domain.beginning import note_agreement
from domain.statements import StatementKind, enter_statement
from tests.domain.story import AT_WORK, BUREAU, Deed, closed, did, history, meeting, refused
from tests.domain.test_rounds import circulated, objected, silence


def entered(
    text: str = "We have a reservation.", on: str = "2020-09-08", by: str | None = "A", **about: object
) -> Deed:
    fields = {"kind": StatementKind.RESERVATION, "text": text, **about}
    return Deed(enter_statement, fields, on, particular={} if by is None else {"origin": by})


def attached(by: str | None = "A", on: str = "2020-06-18") -> Deed:
    fields = {"kind": StatementKind.EXPLANATION_OF_POSITION, "text": "We agree."}
    return Deed(attach_statement, fields, on, particular={} if by is None else {"origin": by})


def test_a_statement_changes_nothing_of_the_meeting() -> None:
    facts = history(*AT_WORK)
    assert meeting(history(entered(on_act=4, item="2", moment="after"), after=facts)) == meeting(facts)


def test_a_statement_is_sent_in_after_the_closure_too() -> None:
    assert len(history(*AT_WORK, closed("carry"), entered(on="2020-10-01"))) == len(AT_WORK) + 2


def test_a_statement_is_somebodys_and_says_something() -> None:
    with refused("It is not said whose statement it is."):
        history(*AT_WORK, entered(by=None))
    with refused("The statement says nothing."):
        history(*AT_WORK, entered(text=" "))


def test_a_statement_concerns_what_came_before_it_and_an_item_of_the_agenda() -> None:
    with refused("That entry comes after the statement."):
        history(*AT_WORK, entered(on_act=5))
    with refused("The agenda has no item i99."):
        history(*AT_WORK, entered(item="i99"))


def test_a_statement_does_not_break_silence() -> None:
    facts = history(circulated(), attached(), attached())
    assert (silence(facts).statements, silence(facts).objections) == (2, 0)
    assert silence(history(objected("2020-06-19 17:00"), after=facts)).objections == 1


def test_a_statement_is_attached_to_what_is_under_silence_or_was_agreed() -> None:
    with refused("It is not said whose statement it is."):
        history(circulated(), attached(by=None))
    with refused("The text was not yet under silence then."):
        history(attached())
    agreed = did(note_agreement, "2020-06-16", key="plan", body=BUREAU.key, subject="Plan")
    assert silence(history(agreed, attached())).statements == 1
