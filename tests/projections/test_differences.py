from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from domain.rounds import Deadline
from domain.values import text_in
from projections.agenda import Edition, Status
from projections.differences import Changed, Differences, Snapshot, differences
from projections.papers import differences as paper
from projections.papers.comparison import Change
from projections.silence import SilenceLine, SilenceStatus
from projections.timetable import SlotView, Stage
from tests.projections.test_papers_comparison import ADOPTION, CRISES, ITEMS, MEETING, OPENING, PROVISIONAL

MORNING = SlotView(
    day=date(2020, 9, 8),
    start=time(10),
    end=time(13),
    items=("i2", "i3"),
    continued=frozenset(),
    adopted_entry=None,
    stage=Stage.PROPOSED,
)
SILENCE = SilenceLine(
    key="topics",
    body="UNTOC-COP/XBUREAU",
    subject="Topics",
    distribution="restricted",
    drafted=None,
    opened="2020-09-01",
    agreed=None,
    deadline=Deadline(
        instant=datetime(2020, 9, 5, 16, tzinfo=UTC), zone="Europe/Vienna", printed="6 p.m., 5 September 2020"
    ),
    status=SilenceStatus.RUNNING,
    outcome=None,
    objections=0,
    late=0,
    incomplete=0,
    admitted=0,
    retracted=0,
    refused=0,
    statements=0,
    round=1,
    short=False,
    minimum_hours=None,
    basis_until=None,
    stream="",
    entry=3,
)
CURRENT = replace(PROVISIONAL, edition=Edition.CURRENT, status=Status.PROVISIONAL, adopted_entry=None)
SCHEDULED = replace(MEETING, state="scheduled", sitting=None)
BEFORE = Snapshot(SCHEDULED, CURRENT, (MORNING,), (SILENCE,))
NOTHING = Snapshot(None, None)


def between(old: Snapshot, new: Snapshot) -> Differences:
    found = differences(old, new)
    assert found is not None
    return found


def test_a_state_does_not_differ_from_itself() -> None:
    assert not between(BEFORE, BEFORE).any
    assert "\nNo difference.\n" in paper.text(between(BEFORE, BEFORE), "now", "now")


def test_of_a_meeting_that_neither_state_knew_there_is_nothing_to_say() -> None:
    assert differences(NOTHING, NOTHING) is None


def test_a_meeting_without_an_agenda_may_still_differ() -> None:
    found = between(Snapshot(SCHEDULED, None), Snapshot(MEETING, None))
    assert (found.agenda, found.any) == (None, True)
    assert paper.as_json(found, "A", "B")["agenda"] == []


def test_what_was_not_there_is_told_as_new_and_back_again_as_gone() -> None:
    there = paper.text(between(NOTHING, BEFORE), "entry 1", "entry 2")
    back = paper.text(between(BEFORE, NOTHING), "entry 2", "entry 1")
    assert "Meeting  now scheduled\n" in there
    assert "Meeting  no longer scheduled\n" in back
    assert "topics (UNTOC-COP/XBUREAU)  now running, until 6 p.m., 5 September 2020\n" in there
    assert "8 September 2020, 10 a.m.–1 p.m.  no longer items 1 (a) and 1 (b)\n" in back


def test_the_meeting_its_sitting_its_chair_its_offices_and_its_report_are_compared() -> None:
    opened = replace(
        MEETING,
        ends=date(2020, 9, 10),
        place="Online",
        suspended=True,
        presiding_office="Chair",
        offices=("Chair", "Vice-Chair", "Vice-Chair"),
        report="drafted",
    )
    assert between(BEFORE, replace(BEFORE, meeting=opened)).standing == (
        Changed("Meeting", "scheduled", "open"),
        Changed("Place", "Vienna", "Online"),
        Changed("Days", "8 and 9 September 2020", "8 to 10 September 2020"),
        Changed("Sitting", None, "the 1st meeting, suspended"),
        Changed("Presiding", None, "the Chair"),
        Changed("Offices", None, "Chair and Vice-Chair (2)"),
        Changed("Report", None, "drafted"),
    )


def test_a_person_who_presides_without_an_office_is_never_named() -> None:
    chair = replace(SCHEDULED, presiding_seal="digest")
    assert between(BEFORE, replace(BEFORE, meeting=chair)).standing == (Changed("Presiding", None, "a person named"),)


def test_the_agenda_is_compared_item_by_item_and_says_that_it_was_adopted() -> None:
    adopted = replace(CURRENT, status=Status.ADOPTED, adopted_entry=14, items=(*ITEMS[:3], *ITEMS[4:]))
    found = between(BEFORE, replace(BEFORE, agenda=adopted))
    assert found.agenda is not None
    assert {one.item.id: one.changes for one in found.agenda.items if one.changes} == {"i4": (Change.DELETED,)}
    assert found.standing == (Changed("Agenda", "provisional", "adopted"),)


def test_an_item_added_orally_has_no_number_before_the_adoption() -> None:
    pending = replace(BEFORE, agenda=replace(CURRENT, items=(replace(OPENING, number=None), CRISES)))
    given = replace(BEFORE, agenda=replace(CURRENT, items=(OPENING, CRISES)))
    assert "Agenda: renumbered\n\nnew → 1 (a)  Opening of the meeting\n" in paper.text(
        between(pending, given), "A", "B"
    )
    retitled = replace(CRISES, title=text_in("en", "Impact"))
    other = replace(BEFORE, agenda=replace(CURRENT, items=(replace(OPENING, number=None), retitled)))
    assert "Unchanged on the agenda: item new.\n" in paper.text(between(pending, other), "A", "B")


def test_an_item_deleted_in_both_states_does_not_differ() -> None:
    items = (*ITEMS[:3], replace(CRISES, status="deleted"), *ITEMS[4:])
    deleted = replace(BEFORE, agenda=replace(CURRENT, items=items))
    assert not between(deleted, deleted).any
    assert between(deleted, BEFORE).agenda is not None
    assert "Agenda: added\n\n2  Impact" in paper.text(between(deleted, BEFORE), "A", "B")


def test_the_status_of_an_item_is_compared_under_its_number_of_now() -> None:
    taken = replace(CRISES, number="3", status="under_consideration")
    found = between(BEFORE, replace(BEFORE, agenda=replace(CURRENT, items=(*ITEMS[:3], taken, *ITEMS[4:]))))
    assert found.statuses == (Changed("3", "not taken up", "under consideration"),)


def test_the_organization_of_work_is_compared_sitting_by_sitting() -> None:
    afternoon = replace(MORNING, start=time(15), end=time(18), items=("gone",), stage=Stage.REVISED)
    revised = replace(BEFORE, slots=(replace(MORNING, items=("i2",), stage=Stage.REVISED), afternoon))
    assert between(BEFORE, revised).work == (
        Changed("Stage", "proposed", "revised"),
        Changed("8 September 2020, 10 a.m.–1 p.m.", "items 1 (a) and 1 (b)", "item 1 (a)"),
        Changed("8 September 2020, 3–6 p.m.", None, "an item no longer on the agenda"),
    )


def test_an_item_renumbered_leaves_the_organization_of_work_as_it_was() -> None:
    other = (ITEMS[0], replace(OPENING, number="1 (b)"), replace(ADOPTION, number="1 (a)"), *ITEMS[3:])
    assert between(BEFORE, replace(BEFORE, agenda=replace(CURRENT, items=other))).work == ()


def test_silence_is_compared_without_a_word_of_who_objected() -> None:
    broken = replace(SILENCE, status=SilenceStatus.ANNOUNCED, outcome="not_adopted", objections=2, late=1)
    assert between(BEFORE, replace(BEFORE, silence=(broken,))).silence == (
        Changed(
            "topics (UNTOC-COP/XBUREAU)",
            "running, until 6 p.m., 5 September 2020",
            "announced, until 6 p.m., 5 September 2020, not adopted, two objections in time, "
            "one objection after the deadline",
        ),
    )


def test_beside_an_edition_of_the_agenda_the_agenda_alone_is_compared() -> None:
    edition = Snapshot(MEETING, PROVISIONAL, edition_alone=True)
    other = replace(BEFORE, agenda=replace(CURRENT, items=(*ITEMS[:3], replace(CRISES, title=text_in("en", "Impact")))))
    found = between(edition, other)
    assert (found.standing, found.statuses, found.work, found.silence) == ((), (), (), ())
    assert found.any
    assert "Of an edition of the agenda only the agenda is compared.\n" in paper.text(found, "A", "B")


def test_other_programs_read_what_was_and_what_is() -> None:
    told = paper.as_json(between(BEFORE, replace(BEFORE, meeting=MEETING)), "entry 1", "now")
    assert (told["meeting"], told["from"], told["to"], told["different"]) == ("wg7", "entry 1", "now", True)
    assert told["standing"] == [
        {"what": "Meeting", "was": "scheduled", "now": "open"},
        {"what": "Sitting", "was": None, "now": "the 1st meeting"},
    ]
    assert (told["items"], told["organization_of_work"], told["silence"]) == ([], [], [])
