"""The report adopted ad referendum, in outline, at a later meeting or without one; entrusted and finalized."""

from domain.reporting import (
    adopt_report,
    confirm_report,
    entrust_report,
    finalize_report,
    reject_report,
)
from domain.values import Mode, Taken
from tests.domain.story import (
    AT_WORK,
    CONSENSUS,
    LAST_DAY,
    NEXT_WEEK,
    Deed,
    closed,
    decide,
    did,
    history,
    meeting,
    refused,
)
from tests.domain.test_report import ADOPTED, AMENDED, DRAFTED

# --- Ad referendum, an outline, out of session.


def adoption(on: str = LAST_DAY, **how: object) -> Deed:
    return Deed(adopt_report, {"taken": CONSENSUS, **how}, on)


def confirmed(on: str = NEXT_WEEK, **how: object) -> Deed:
    return Deed(confirm_report, {"taken": Taken(), **how}, on)


BY_CORRESPONDENCE, BY_SILENCE = Taken(how=Mode.CORRESPONDENCE), Taken(how=Mode.SILENCE)


def test_an_adoption_ad_referendum_is_confirmed_once() -> None:
    facts = history(*AT_WORK, DRAFTED, adoption(ad_referendum=True))
    assert meeting(facts).report.pending
    assert not meeting(history(confirmed(), after=facts)).report.pending
    with refused("The adoption of the report was confirmed already"):
        history(confirmed(), confirmed(), after=facts)


def test_what_was_adopted_in_session_without_reserve_is_not_confirmed() -> None:
    with refused("The report was adopted in session and not ad referendum"):
        history(*AT_WORK, DRAFTED, ADOPTED, confirmed())


def test_what_was_adopted_by_correspondence_is_confirmed_by_a_later_meeting() -> None:
    facts = history(*AT_WORK, DRAFTED, closed("carry"), adoption(NEXT_WEEK, taken=BY_CORRESPONDENCE))
    assert decide(confirm_report, facts, on="2021-06-01", at_meeting="wg7", taken=CONSENSUS).at_meeting == "wg7"
    with refused("The meeting wg9 is not in the record."):
        history(confirmed(at_meeting="wg9"), after=facts)


def test_an_adoption_ad_referendum_that_is_not_confirmed_falls_away() -> None:
    facts = history(*AT_WORK, DRAFTED, adoption(ad_referendum=True), did(reject_report, LAST_DAY, taken=CONSENSUS))
    assert meeting(facts).report.adoption is None
    assert meeting(history(ADOPTED, after=facts)).report.whole


def test_what_stands_adopted_is_not_refused_afterwards() -> None:
    with refused("The report was adopted on 9 September 2020"):
        history(*AT_WORK, DRAFTED, ADOPTED, did(reject_report, LAST_DAY, taken=CONSENSUS))


def test_a_report_is_adopted_by_another_meeting_after_the_closure() -> None:
    facts = history(*AT_WORK, DRAFTED, closed("carry"))
    assert meeting(history(adoption("2021-09-08", at_meeting="wg7"), after=facts)).report.whole
    with refused("The meeting wg9 is not in the record."):
        history(adoption(at_meeting="wg9"), after=facts)
    with refused("wg7 is itself the meeting the report is on."):
        history(adoption(at_meeting="UNTOC-COP/WG.7 wg7"), after=facts)


def test_a_report_is_adopted_by_silence_once_its_outcome_is_announced() -> None:
    facts = history(*AT_WORK, DRAFTED, closed("carry"))
    assert meeting(
        history(adoption(NEXT_WEEK, silence="UNTOC-COP/WG.7 report", taken=BY_SILENCE), after=facts)
    ).report.whole
    with refused("It is not announced by that day that silence on other had concluded without objection."):
        history(adoption(NEXT_WEEK, silence="UNTOC-COP/WG.7 other", taken=BY_SILENCE), after=facts)


def test_of_an_outline_the_text_may_be_adopted_afterwards() -> None:
    facts = history(*AT_WORK, DRAFTED, adoption(extent="outline"))
    assert not meeting(facts).report.whole
    assert meeting(history(AMENDED, ADOPTED, after=facts)).report.whole
    with refused("The outline of the report was adopted on 9 September 2020"):
        history(adoption(extent="outline"), after=facts)


# --- Entrusted and finalized.

ENTRUSTED = did(entrust_report, LAST_DAY, to="the Rapporteur")
FINALIZED = did(finalize_report, NEXT_WEEK)


def test_the_rapporteur_is_entrusted_with_the_report_and_finalizes_it() -> None:
    report = meeting(history(*AT_WORK, DRAFTED, ADOPTED, ENTRUSTED, FINALIZED)).report
    assert report.entrusted == ("Rapporteur",)
    assert report.finalized is not None


def test_a_report_is_entrusted_to_an_office_once_and_not_when_it_is_final() -> None:
    facts = history(*AT_WORK, DRAFTED, ADOPTED, ENTRUSTED)
    with refused("The Rapporteur is entrusted with it already."):
        history(ENTRUSTED, after=facts)
    with refused("The report was finalized"):
        history(did(finalize_report, LAST_DAY), did(entrust_report, LAST_DAY, to="Chair"), after=facts)


def test_what_nobody_was_entrusted_with_is_not_finalized_nor_is_it_twice() -> None:
    with refused("Nobody was entrusted with the report."):
        history(*AT_WORK, DRAFTED, ADOPTED, FINALIZED)
    with refused("The report was finalized already"):
        history(*AT_WORK, DRAFTED, ADOPTED, ENTRUSTED, FINALIZED, FINALIZED)
