"""The report issued in advance and in parts, corrected, and what is unusual about it."""

from datetime import date

from domain.officers import Officer, elect_officers
from domain.plenary import close_sitting, open_sitting
from domain.publishing import correct_report, issue_report
from domain.remarks import remarks
from domain.reporting import (
    adopt_report,
    entrust_report,
)
from domain.values import Language, Sealed
from tests.domain.story import (
    AT_WORK,
    CONSENSUS,
    CONTEXT,
    FOUNDING,
    Deed,
    Facts,
    decide,
    did,
    history,
    meeting,
    opened,
    refused,
)
from tests.domain.test_report import ADOPTED, DRAFTED, FORWARDED, IN_PARTS, ISSUED, section
from tests.domain.test_reporting import ENTRUSTED, adoption, confirmed

# --- Issued, in parts and with corrigenda.


def issue(symbol: str, on: str = "2020-09-21", **how: object) -> Deed:
    return Deed(issue_report, {"symbol": symbol, "issued": date.fromisoformat(on), **how}, on)


def test_a_report_is_issued_in_advance_and_then_once_in_its_final_form() -> None:
    facts = history(*AT_WORK, DRAFTED, ADOPTED, issue("4", advance=True), ISSUED_IN_PARTS, issue("4"))
    assert meeting(facts).report.papers == (("4", False), ("4/Add.1", False))
    for deed, said in ((issue("4"), "already, as 4."), (issue("4", advance=True), "already, as 4.")):
        with refused(f"The report was issued {said}"):
            history(deed, after=facts)
    with refused("The report was issued in advance already, as 4."):
        history(*AT_WORK, DRAFTED, ADOPTED, issue("4", advance=True), issue("4", advance=True))


ISSUED_IN_PARTS = issue("4/Add.1")


def test_what_is_issued_beside_the_report_belongs_to_it_or_is_named() -> None:
    facts = history(*AT_WORK, DRAFTED, ADOPTED, issue("4"))
    assert (
        decide(issue_report, facts, symbol="5", on="2020-09-21", issued=date(2020, 9, 21), part="Decisions").part
        == "Decisions"
    )
    with refused("The report was issued already, as 4."):
        history(issue("5"), after=facts)
    with refused("4/Corr.1 is a corrigendum."):
        history(issue("4/Corr.1"), after=facts)


def test_a_corrigendum_is_to_a_paper_of_the_report() -> None:
    facts = history(*AT_WORK, DRAFTED, ADOPTED, issue("4"))
    assert (
        decide(correct_report, facts, on="2020-11-02", symbol="4/Corr.1", languages=(Language.FRENCH,)).corrects == "4"
    )
    assert decide(correct_report, facts, on="2020-11-02", symbol="WG.7/2020/L.1/Corr.1").corrects == "WG.7/2020/L.1"
    assert decide(correct_report, facts, on="2020-11-02", symbol="@erratum").corrects == "4"
    with refused("The report has no paper 9."):
        decide(correct_report, facts, on="2020-11-02", symbol="9/Corr.1")
    with refused("4/Corr.1 was issued already."):
        history(*[did(correct_report, "2020-11-02", symbol="4/Corr.1")] * 2, after=facts)


# --- Unusual, and recorded all the same.


def remarked(deed: Deed, facts: Facts) -> list[str]:
    return list(remarks(meeting(facts), history(deed, after=facts)[-1], CONTEXT))


def test_it_is_remarked_on_when_a_report_is_issued_before_its_adoption_or_before_it_is_final() -> None:
    facts = history(*AT_WORK, DRAFTED)
    assert remarked(ISSUED, facts) == ["The report is issued before its adoption."]
    entrusted = history(ADOPTED, ENTRUSTED, after=facts)
    assert remarked(ISSUED, entrusted) == ["That the Rapporteur finalized the report is not recorded."]
    assert remarked(issue("4", advance=True), entrusted) == []
    assert remarked(ISSUED, history(ADOPTED, after=facts)) == []


def test_it_is_remarked_on_when_a_report_not_confirmed_is_forwarded() -> None:
    facts = history(*AT_WORK, DRAFTED, adoption(ad_referendum=True))
    said = "The report was adopted ad referendum, and that it is confirmed is not recorded."
    assert remarked(FORWARDED, facts) == [said]
    assert remarked(FORWARDED, history(confirmed(), after=facts)) == []


def test_it_is_remarked_on_when_sections_are_passed_over() -> None:
    facts = history(*AT_WORK, *IN_PARTS)
    assert remarked(ADOPTED, facts) == []
    assert remarked(ADOPTED, history(section("I"), after=facts)) == ["Not adopted before the whole: sections II, III."]
    assert remarked(ADOPTED, history(section("I"), section("II"), after=facts)) == [
        "Not adopted before the whole: section III."
    ]


def test_it_is_remarked_on_when_nobody_holds_the_office_entrusted() -> None:
    assert remarked(ENTRUSTED, history(*AT_WORK)) == ["No Rapporteur was elected as far as the record knows."]
    name = Sealed(digest="00", stands_for="the person elected", open=True)
    elected = did(elect_officers, elected=(Officer(office="Rapporteur", person=name),), taken=CONSENSUS)
    assert remarked(ENTRUSTED, history(*AT_WORK, elected)) == []
    assert remarked(did(entrust_report, to="the Secretariat"), history(*AT_WORK)) == []


def test_what_a_later_meeting_adopts_is_not_outside_the_sittings_of_this_one() -> None:
    rose = did(close_sitting, at="13:00", number=1)
    facts = history(*FOUNDING, did(open_sitting, at="10:00", number=1), opened(), DRAFTED, rose)
    outside = ["20:00 is outside the sittings recorded."]
    assert remarked(did(adopt_report, at="20:00", taken=CONSENSUS), facts) == outside
    assert remarked(did(adopt_report, at="20:00", taken=CONSENSUS, at_meeting="wg7"), facts) == []
