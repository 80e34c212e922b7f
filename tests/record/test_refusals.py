"""Whatever is refused leaves the file as it was, byte for byte of its dump."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from typing import Any

import pytest

from domain.act import Fact
from domain.announcing import announce, take_note
from domain.beginning import circulate, note_agreement
from domain.body import name_also, register_body
from domain.considering import take_up
from domain.decisions import number_decision, take_decision
from domain.documents import foresee_no_document, list_document
from domain.objecting import break_silence
from domain.officers import elect_officers, take_chair
from domain.plenary import close_sitting, resume_sitting, suspend_sitting
from domain.publishing import forward_report
from domain.record.request import Request, StrikeRequest
from domain.relating import relate
from domain.reporting import adopt_report, amend_report, draft_report
from domain.rescheduling import cancel_meeting, postpone_meeting, relocate_meeting
from domain.resolution import Relation, TextRef, record_resolution
from domain.rounds import Deadline
from domain.schedule import permit_services
from domain.timetable import Slot, adopt_work, propose_work, revise_work
from domain.values import text_in
from tests.domain.story import (
    BUREAU,
    CONFERENCE,
    CONSENSUS,
    WORKING_GROUP,
    ZONE,
    added,
    adopted,
    closed,
    concluded,
    deleted,
    did,
    dropped,
    issued,
    moment,
    moved,
    opened,
    refused,
    reopened,
    retitled,
    scheduled,
    sitting,
    suspended,
    taken_up,
)
from tests.record.book import Book, asked, at_work, registered, struck

UNTOC = "the rules of procedure of the Conference of the Parties to UNTOC"
DEADLINE = Deadline(instant=moment("2020-06-19 18:00"), zone=ZONE, printed="6 p.m.")
PLAN: Mapping[str, Any] = {"key": "plan", "body": BUREAU.key, "subject": "Plan"}
SEVEN = TextRef(body=CONFERENCE.key, kind="resolution", number="7/1")
SIX = TextRef(body=CONFERENCE.key, kind="resolution", number="6/1")


def body(**told: object) -> Request:
    fields: dict[str, Any] = {"key": "X", "name": "A body", "short": "Body", **told}
    return asked(did(register_body, "2020-02-03", **fields), key=str(fields["key"]))


def also(spelling: str, key: str = CONFERENCE.key) -> Request:
    return asked(did(name_also, "2020-02-03", spelling=spelling), key=key)


def silence(act: Callable[..., Fact], on: str = "2020-06-17", **told: Any) -> Request:  # noqa: ANN401 - any field
    return asked(did(act, on, **told), key=f"{BUREAU.key} plan")


def text(ref: TextRef, **told: Any) -> Request:  # noqa: ANN401 - any field
    return asked(did(record_resolution, "2014-10-10", ref=ref, **told), key=str(ref))


def related(ref: TextRef, other: TextRef) -> Request:
    return asked(did(relate, "2014-10-10", relation=Relation.RECALLS, other=other), key=str(ref))


def slot(start: int = 10, end: int = 13, day: str = "2020-09-08", item: str = "i2.4") -> Slot:
    return Slot(day=date.fromisoformat(day), start=time(start), end=time(end), items=(item,))


def proposed(*slots: Slot) -> Request:
    return asked(did(propose_work, slots=slots))


BEGUN: Sequence[Request] = (
    asked(sitting(1)),  # entry 8, version 5
    asked(taken_up("i2.4")),  # entry 9, version 6
    asked(concluded("i2.4")),  # entry 10, version 7
    asked(did(take_decision, text="approved the plan", taken=CONSENSUS)),  # entry 11, version 8
    silence(circulate, deadline=DEADLINE, **PLAN),  # entry 12
    text(SEVEN, title=text_in("en", "Strengthening")),  # entries 13 and 14
    asked(did(list_document, item="i2.5", symbol="CTOC/1", title=text_in("en", "Note"))),  # entry 15, version 9
)
"""What was done besides, before anything is refused."""

REFUSALS: Mapping[str, Sequence[Request | StrikeRequest]] = {
    # The schedule.
    "The meeting wg7 is scheduled already.": [asked(scheduled())],
    "The body NOBODY is not in the register.": [asked(scheduled(body="NOBODY"), key="NOBODY x")],
    "There is no such meeting on that day.": [asked(did(cancel_meeting, "2020-03-01"), key="NOBODY x")],
    "before it starts on 2020-09-09": [
        asked(did(postpone_meeting, "2020-06-01", starts=date(2020, 9, 9), ends=date(2020, 9, 8)))
    ],
    "Those are the days it is scheduled for already.": [
        asked(did(postpone_meeting, "2020-06-01", starts=date(2020, 9, 8), ends=date(2020, 9, 9)))
    ],
    "It is scheduled to be held in Vienna already.": [asked(did(relocate_meeting, "2020-06-01", place="Vienna"))],
    "Conference services permit at least one sitting.": [
        asked(did(permit_services, "2020-06-01", sittings=0, languages=()))
    ],
    # The agenda.
    "The provisional agenda was issued on 4 June 2020 (entry 5).": [asked(issued("1 Opening"))],
    "No provisional agenda has been issued.": [
        asked(scheduled(body=CONFERENCE.key), key="UNTOC-COP x"),
        asked(added("Crises"), key="UNTOC-COP x"),
    ],
    "The agenda of wg7 was adopted on 8 September 2020 (entry 7).": [asked(adopted())],
    "The agenda has no such item: what put it there was struck or not accepted.": [asked(retitled("i9", "Nothing"))],
    "Item 1 has 2 sub-items.": [asked(deleted("i2.1"))],
    "The item has that title already.": [asked(retitled("i2.4", "Crises"))],
    "Item 2 cannot stand under or after itself.": [asked(moved("i2.4", under="i2.4"))],
    "It is not said where the item goes.": [asked(moved("i2.4"))],
    "There is no such amendment pending.": [asked(dropped(2))],
    # The sittings.
    "The meeting wg7 was opened on 8 September 2020 (entry 6).": [asked(opened())],
    "Sitting 1 is open.": [asked(sitting(2))],
    "Sitting 1 is open, not 2.": [asked(did(close_sitting, number=2))],
    "Sitting 1 is not suspended.": [asked(did(resume_sitting, number=1))],
    "Sitting 1 is suspended already.": [asked(did(suspend_sitting, number=1)), asked(did(suspend_sitting, number=1))],
    "The next sitting is number 2, not 3.": [asked(did(close_sitting, number=1)), asked(sitting(3))],
    "Items 1 (a), 1 (b), 3, 4 and 5 are neither concluded nor deferred.": [asked(closed())],
    "The meeting wg7 was closed on 9 September 2020": [
        asked(closed("lapse")),
        asked(did(take_up, "2020-09-09", items=("i2.5",))),
    ],
    # The items.
    "The consideration of item 2 was concluded already.": [asked(taken_up("i2.4"))],
    "Item 3 was not taken up.": [asked(suspended("i2.5"))],
    "The consideration of item 2 is concluded.": [asked(concluded("i2.4"))],
    "Item 3 was neither concluded nor deferred, nor held in abeyance.": [asked(reopened("i2.5"))],
    "CTOC/1 is listed under item 3 already.": [
        asked(did(list_document, item="i2.5", symbol="CTOC/1", title=text_in("en", "Note")))
    ],
    "Documents are listed under item 3: CTOC/1.": [asked(did(foresee_no_document, item="i2.5"))],
    # The organization of work.
    "No organization of work was proposed.": [asked(did(adopt_work, taken=CONSENSUS))],
    "An organization of work has at least one sitting.": [proposed()],
    "is outside the days of wg7": [proposed(slot(day="2020-09-10"))],
    "10:00 to 09:00 ends before it starts.": [proposed(slot(end=9))],
    "Two sittings overlap on 8 September 2020": [proposed(slot(), slot(12, 14))],
    "That is the organization of work as it stands.": [
        proposed(slot()),
        asked(did(revise_work, slots=(slot(),), taken=CONSENSUS)),
    ],
    # Officers, decisions, the report.
    "No officer was named.": [asked(did(elect_officers, elected=(), taken=CONSENSUS))],
    "Nobody was named to preside.": [asked(did(take_chair))],
    "It is not said what was decided.": [asked(did(take_decision, text=" ", taken=CONSENSUS))],
    "That entry is no decision of this meeting.": [asked(did(number_decision, decision=7, number="1"))],
    "That decision has its number already: 1.": [
        asked(did(number_decision, decision=8, number="1")),
        asked(did(number_decision, decision=8, number="2")),
    ],
    "There is no draft report.": [asked(did(amend_report, paragraph="1", text="Delete."))],
    "The report has not been adopted.": [asked(did(forward_report, to="UNTOC-COP"))],
    "The draft report is in the record already, as L.1.": [
        asked(did(draft_report, symbol="L.1", prepared_by="the Rapporteur")),
        asked(did(draft_report, symbol="L.2", prepared_by="the Rapporteur")),
    ],
    "The report was adopted on 8 September 2020": [
        asked(did(draft_report, symbol="L.1", prepared_by="the Rapporteur")),
        asked(did(adopt_report, taken=CONSENSUS)),
        asked(did(adopt_report, taken=CONSENSUS)),
    ],
    "The report was forwarded to UNTOC-COP already.": [
        asked(did(draft_report, symbol="L.1", prepared_by="the Rapporteur")),
        asked(did(adopt_report, taken=CONSENSUS)),
        *[asked(did(forward_report, to=CONFERENCE.key))] * 2,
    ],
    # Bodies.
    "The body UNTOC-COP is in the register already": [registered(CONFERENCE)],
    "The body Y is not in the register.": [body(parent="Y")],
    "A body holds a meeting or a session, not a 'congress'.": [body(says="congress")],
    "There is no time zone 'Vienna'.": [body(zone="Vienna")],
    "That body is not in the register on that day.": [also("X", key="X")],
    f"{WORKING_GROUP.key} is known as": [also(WORKING_GROUP.name, key=WORKING_GROUP.key)],
    # Silence.
    "The silence procedure plan is in the record already.": [silence(note_agreement, **PLAN)],
    "A silence procedure has a subject.": [
        asked(did(note_agreement, **{**PLAN, "subject": " "}), key=f"{BUREAU.key} x")
    ],
    "The deadline, 6 p.m., is before the circulation on 20 June 2020.": [
        asked(did(circulate, "2020-06-20", deadline=DEADLINE, **PLAN), key=f"{BUREAU.key} x")
    ],
    "The text was not yet under silence then.": [
        asked(did(break_silence, received=DEADLINE.instant), key=f"{BUREAU.key} x")
    ],
    "Silence runs until 6 p.m.": [silence(announce, "2020-06-18")],
    "The result of plan has not been announced.": [silence(take_note, "2020-06-19")],
    "The result of plan was announced already: adopted.": [silence(announce, "2020-06-19")] * 2,
    "The meeting NOBODY x is not in the record.": [
        silence(announce, "2020-06-19"),
        silence(take_note, "2020-06-20", by_meeting="NOBODY x"),
    ],
    # Resolutions.
    "UNTOC-COP resolution 7/1 is in the record already.": [text(SEVEN, title=text_in("en", "Strengthening"))],
    "UNTOC-COP resolution 7/1 cannot bear on itself.": [related(SEVEN, SEVEN)],
    "That resolution is not in the record.": [related(SIX, SEVEN)],
    # Strikes and places.
    "There is no such entry to strike.": [struck(99)],
    "Entry 11 is struck already.": [struck(8), struck(8)],
    "is itself a strike, and a strike is never struck.": [struck(8), struck(10)],
    "A strike needs its reason.": [struck(8, reason=" ")],
    "Entry 10, accepted before, would then be refused: Item 2 was not taken up.": [struck(6)],
    "UNTOC-COP begins with that entry, and is named elsewhere": [struck(1, CONFERENCE.key, "body")],
    "has no act to be placed by there.": [asked(taken_up("i2.5"), before=99)],
}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """A record in which much was done, and nothing more is going to be."""
    book = at_work(tmp_path_factory.mktemp("begun") / "record.db")
    for request in BEGUN:
        book.record(request)
    return book


@pytest.mark.parametrize("said", REFUSALS)
def test_a_refusal_says_why_and_leaves_the_record_as_it_was(begun: Book, said: str) -> None:
    before = begun.dump()
    with refused(said):
        begun.record(*REFUSALS[said])
    assert begun.dump() == before


def test_what_a_rule_forbids_is_refused_under_its_number_and_recorded_where_it_was_waived(book: Book) -> None:
    book.record(asked(scheduled(), key="UNTOC-COP/WG.7 x"), asked(issued("1 Opening"), key="UNTOC-COP/WG.7 x"))
    before = book.dump()
    with refused("has not been opened.", rule=f"rule 11 of {UNTOC}"):
        book.record(asked(adopted(), key="UNTOC-COP/WG.7 x"))
    assert book.dump() == before
    answer = book.record(asked(adopted(), key="UNTOC-COP/WG.7 x", waives=("11",), authority="decision 10/1"))
    assert (answer.facts[0].entry.waives, answer.facts[0].entry.authority) == (("11",), "decision 10/1")


def test_after_all_those_refusals_the_rows_are_those_of_the_events(begun: Book) -> None:
    assert begun.rows() == begun.rebuilt()
