from dataclasses import replace
from datetime import date, time

import pytest

from domain.announcing import take_note
from domain.beginning import draft_text, note_agreement
from domain.body import register_body
from domain.business import ActStruck
from domain.context import Context
from domain.issuing import issue_provisional_agenda
from domain.mentions import mentions
from domain.proposal import evolve
from domain.publishing import forward_report
from domain.relating import relate
from domain.reporting import adopt_report, draft_report
from domain.resolution import Relation, TextRef, record_resolution
from domain.timetable import Slot, propose_work
from domain.values import Basis, Mode, Taken, text_in
from tests.domain.story import (
    AT_WORK,
    CONSENSUS,
    FIRST_DAY,
    FOUNDING,
    Deed,
    did,
    envelope,
    history,
    items_of,
    opened,
    scheduled,
)
from tests.domain.test_becoming import BY_SILENCE, SILENCE, STOOD, draft, recorded
from tests.domain.test_proposals import (
    AMENDMENT,
    DRAFT,
    MEETING,
    PENDING,
    amendment,
    done,
    hall,
    proposal,
    put,
    submitted,
)

REF = TextRef(body="UNTOC-COP", kind="resolution", number="7/1")
BASIS = Basis(kind="resolution", key=str(REF))
BODY, TEXT = ("body", "UNTOC-COP"), ("resolution", "UNTOC-COP resolution 7/1")
SLOT = Slot(day=date(2020, 9, 8), start=time(10), end=time(13), items=())
RESTING = tuple(replace(item, pursuant_to=(BASIS,)) for item in items_of("1 One"))
AT_WG7, UNDER_SILENCE = ("meeting", "wg7"), ("silence", "UNTOC-COP/WG.7 report")
SILENTLY = did(adopt_report, taken=Taken(how=Mode.SILENCE), silence=UNDER_SILENCE[1])
AGREED = did(note_agreement, key="plan", body="UNTOC-COP", subject="Plan")
DONE = (*AT_WORK, did(draft_report, symbol="L.1", prepared_by="Secretariat"), did(adopt_report, taken=CONSENSUS))


@pytest.mark.parametrize(
    ("story", "named"),
    [
        ((did(register_body, key="X", name="X", short="X", parent="UNTOC-COP"),), [BODY]),
        ((did(register_body, key="X", name="X", short="X"),), []),
        ((scheduled("UNTOC-COP", pursuant_to=(BASIS,)),), [TEXT, BODY]),
        ((scheduled(), did(issue_provisional_agenda, issued=date(2020, 6, 4), items=RESTING)), [TEXT]),
        ((*FOUNDING, did(propose_work, slots=(SLOT,), pursuant_to=(BASIS,))), [TEXT]),
        ((*FOUNDING, opened()), []),
        ((*DONE, did(forward_report, to="UNTOC-COP", pursuant_to=(BASIS,))), [TEXT, BODY]),
        ((*DONE[:-1], did(adopt_report, taken=CONSENSUS, at_meeting="wg7")), [AT_WG7]),
        ((*DONE[:-1], SILENTLY), [UNDER_SILENCE]),
        ((AGREED,), [BODY]),
        ((did(draft_text, key="plan", body="UNTOC-COP", subject="Plan"),), [BODY]),
        ((AGREED, did(take_note, by_meeting="wg7")), [("meeting", "wg7")]),
        ((AGREED, did(take_note)), []),
        ((did(record_resolution, ref=REF, cited_only=True),), [BODY]),
        (
            (
                did(record_resolution, ref=replace(REF, number="9/1"), title=text_in("en", "Mechanism")),
                did(relate, relation=Relation.RECALLS, other=REF),
            ),
            [TEXT],
        ),
    ],
    ids=[
        "its parent",
        "no parent",
        "its body and its basis",
        "the basis of an item",
        "the basis of the work",
        "nothing",
        "another body",
        "the meeting that adopted the report",
        "the silence procedure that did",
        "the body that agreed",
        "the body that drafted",
        "the meeting that noted",
        "no meeting",
        "the body of a text",
        "another text",
    ],
)
def test_an_act_names_the_streams_it_rests_on(story: tuple[Deed, ...], named: list[tuple[str, str]]) -> None:
    assert list(mentions(history(*story)[-1])) == named


def test_a_proposal_names_its_meeting_what_it_would_amend_and_what_came_before_the_action() -> None:
    around = hall({DRAFT: PENDING, SILENCE: STOOD})
    assert list(mentions(done(submitted())[0])) == [("meeting", MEETING)]
    assert list(mentions(done(amendment(), around=around)[0])) == [("meeting", MEETING), DRAFT]
    *_, fact = done(submitted("L.42"), replace(BY_SILENCE, on=FIRST_DAY), around=around)
    assert list(mentions(fact)) == [SILENCE]
    amended = proposal(done(amendment(), around=around))
    *_, fact = done(submitted("L.42"), put("no_action", amendments=("L.41",)), around=hall({AMENDMENT: amended}))
    assert list(mentions(fact)) == [AMENDMENT]


def test_a_text_names_the_draft_that_it_was() -> None:
    assert list(mentions(recorded(draft(BY_SILENCE), STOOD))) == [SILENCE, ("body", "UNTOC-COP/WG.7"), DRAFT]


def test_a_fold_passes_over_a_strike_and_a_context_knows_only_what_it_was_told() -> None:
    struck = ActStruck(entry=envelope(2, "proposal"), struck=1, reason="Error.")
    assert evolve(PENDING, struck) is PENDING
    with pytest.raises(LookupError):
        Context().state("meeting", "wg7")
