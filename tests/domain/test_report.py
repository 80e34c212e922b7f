from datetime import date

from domain.decisions import agree_recommendation
from domain.publishing import forward_report, issue_report
from domain.reporting import adopt_report, amend_report, draft_report
from domain.rescheduling import cancel_meeting
from tests.domain.story import (
    AT_WORK,
    CONSENSUS,
    FOUNDING,
    LAST_DAY,
    closed,
    decide,
    did,
    history,
    meeting,
    refused,
)

DRAFTED = did(draft_report, symbol="WG.7/2020/L.1", prepared_by="Secretariat")
AMENDED = did(amend_report, paragraph="12", text="for “decided” read “agreed”")
ADOPTED = did(adopt_report, LAST_DAY, taken=CONSENSUS)
ISSUED = did(issue_report, "2020-09-20", symbol="WG.7/2020/4", issued=date(2020, 9, 20))
FORWARDED = did(forward_report, "2020-09-21", to="UNTOC-COP")


def test_a_report_is_drafted_amended_adopted_issued_and_forwarded() -> None:
    report = meeting(history(*AT_WORK, DRAFTED, AMENDED, AMENDED, ADOPTED, ISSUED, FORWARDED)).report
    assert (report.draft, len(report.amended), report.issued) == ("WG.7/2020/L.1", 2, "WG.7/2020/4")
    assert report.adopted is not None
    assert report.forwarded == ("UNTOC-COP",)


def test_a_report_may_be_drafted_before_the_meeting_opens() -> None:
    assert decide(draft_report, history(*FOUNDING), symbol=" L.1", prepared_by="Secretariat").symbol == "L.1"


def test_a_report_is_drafted_once() -> None:
    with refused("The draft report is in the record already, as WG.7/2020/L.1."):
        history(*AT_WORK, DRAFTED, DRAFTED)


def test_a_cancelled_meeting_has_no_report() -> None:
    with refused("was cancelled"):
        history(*FOUNDING, did(cancel_meeting), DRAFTED)


def test_without_a_draft_nothing_is_amended_or_adopted() -> None:
    for step in (AMENDED, ADOPTED):
        with refused("There is no draft report."):
            history(*AT_WORK, step)


def test_what_is_adopted_is_no_longer_amended() -> None:
    facts = history(*AT_WORK, DRAFTED, ADOPTED)
    with refused("The report was adopted on 9 September 2020 (entry 106)."):
        decide(amend_report, facts, on=LAST_DAY, paragraph="12", text="other words")


def test_a_report_is_adopted_once() -> None:
    with refused("The report was adopted on 9 September 2020 (entry 106)."):
        history(*AT_WORK, DRAFTED, ADOPTED, ADOPTED)


def test_a_report_is_adopted_while_the_meeting_is_open() -> None:
    with refused("was closed"):
        history(*AT_WORK, DRAFTED, closed("carry"), ADOPTED)


def test_only_an_adopted_report_is_forwarded() -> None:
    with refused("The report has not been adopted."):
        history(*AT_WORK, DRAFTED, FORWARDED)


def test_a_report_is_issued_once() -> None:
    with refused("The report was issued already, as WG.7/2020/4."):
        history(*AT_WORK, DRAFTED, ADOPTED, ISSUED, ISSUED)


def test_a_report_is_forwarded_with_the_recommendations_agreed() -> None:
    agreed = did(agree_recommendation, text="States should cooperate.", taken=CONSENSUS)
    facts = history(*AT_WORK, agreed, agreed, DRAFTED, ADOPTED)
    assert decide(forward_report, facts, on=LAST_DAY, to="UNTOC-COP").recommendations == 2


def test_a_report_is_forwarded_before_it_is_issued() -> None:
    assert decide(forward_report, history(*AT_WORK, DRAFTED, ADOPTED), on=LAST_DAY, to="UNTOC-COP").pursuant_to == ()


def test_a_report_is_forwarded_to_a_body_of_the_register_once() -> None:
    facts = history(*AT_WORK, DRAFTED, ADOPTED, FORWARDED)
    with refused("The report was forwarded to UNTOC-COP already."):
        history(FORWARDED, after=facts)
    with refused("The body ECOSOC is not in the register."):
        decide(forward_report, facts, on="2020-09-21", to="ECOSOC")
    assert decide(forward_report, facts, on="2020-09-21", to="UNTOC-COP/BUREAU").to == "UNTOC-COP/BUREAU"
