from datetime import date

from domain.decisions import agree_recommendation
from domain.publishing import forward_report, issue_report
from domain.reporting import (
    adopt_report,
    adopt_section,
    amend_report,
    draft_report,
)
from domain.rescheduling import cancel_meeting
from tests.domain.story import (
    AT_WORK,
    CONSENSUS,
    FOUNDING,
    LAST_DAY,
    Deed,
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


def test_a_report_is_not_forwarded_to_its_own_body() -> None:
    with refused("The report is that of UNTOC-COP/WG.7 itself"):
        decide(forward_report, history(*AT_WORK, DRAFTED, ADOPTED), on=LAST_DAY, to="UNTOC-COP/WG.7")


# --- By section.

IN_PARTS = (
    did(draft_report, symbol="L.1", prepared_by="Secretariat", sections=("I", "II")),
    did(draft_report, symbol="L.1/Add.1", prepared_by="Secretariat", sections=("III",)),
)


def section(name: str) -> Deed:
    return did(adopt_section, LAST_DAY, section=name, taken=CONSENSUS)


def test_a_draft_comes_in_parts_each_with_its_sections() -> None:
    report = meeting(history(*AT_WORK, *IN_PARTS)).report
    assert (report.drafts, report.sections) == (("L.1", "L.1/Add.1"), ("I", "II", "III"))


def test_a_further_part_is_an_addition_or_says_which_sections_it_holds() -> None:
    facts = history(*AT_WORK, DRAFTED)
    assert decide(draft_report, facts, symbol="WG.7/2020/L.1/Add.1", prepared_by="x").sections == ()
    assert decide(draft_report, facts, symbol="@chapter-2", prepared_by="x", sections=("II",)).symbol == "@chapter-2"
    with refused("The draft report is in the record already, as WG.7/2020/L.1."):
        decide(draft_report, facts, symbol="@another", prepared_by="x")


def test_a_section_stands_in_one_paper() -> None:
    for sections, why in ((("ii",), "Section ii is drafted already."), (("IV", "IV"), "Section IV is named twice.")):
        with refused(why):
            decide(draft_report, history(*AT_WORK, *IN_PARTS), symbol="L.2", prepared_by="x", sections=sections)


def test_sections_are_adopted_one_by_one_and_the_report_only_as_a_whole() -> None:
    facts = history(*AT_WORK, *IN_PARTS, section("i"), section("II"), section("III"))
    assert meeting(facts).report.adopted_sections == ("I", "II", "III")
    assert meeting(facts).report.adopted is None
    assert meeting(history(ADOPTED, after=facts)).report.whole


def test_a_section_is_adopted_once_and_is_one_of_the_draft() -> None:
    facts = history(*AT_WORK, *IN_PARTS, section("I"))
    with refused("Section I was adopted already."):
        history(section("i"), after=facts)
    with refused("The draft has no section IX."):
        history(section("IX"), after=facts)


def test_where_the_sections_of_a_draft_are_not_known_any_may_be_adopted_once() -> None:
    facts = history(*AT_WORK, DRAFTED, section("Introduction"))
    with refused("Section Introduction was adopted already."):
        history(section("introduction"), after=facts)


def test_a_section_adopted_is_no_longer_amended() -> None:
    facts = history(*AT_WORK, *IN_PARTS, section("I"))
    with refused("Section I was adopted."):
        decide(amend_report, facts, on=LAST_DAY, section="i", paragraph="3", text="other words")
    assert decide(amend_report, facts, on=LAST_DAY, section="ii", paragraph="9", text="other words").section == "II"


def test_what_is_adopted_as_a_whole_has_no_further_parts_nor_sections_to_adopt() -> None:
    facts = history(*AT_WORK, *IN_PARTS, ADOPTED)
    for deed in (section("I"), did(draft_report, LAST_DAY, symbol="L.1/Add.2", prepared_by="x")):
        with refused("The report was adopted on 9 September 2020"):
            history(deed, after=facts)
