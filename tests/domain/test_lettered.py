"""Numbers of texts with parts: their spellings, and what a number becomes when a further part is adopted."""

from dataclasses import replace
from datetime import date

import pytest

from domain.context import Context
from domain.decisions import canonical, number_decision, renumber_decision, take_decision
from domain.lettered import each_part, in_one_form
from domain.numbering import number_of
from domain.parting import renumber_resolution
from domain.resolution import Resolution, ResolutionRenumbered, TextRef, record_resolution
from domain.streams import ACT_OF, STREAMS
from domain.values import Taken, text_in
from tests.domain.story import AT_WORK, BODIES, LAST_DAY, decide, did, envelope, history, meeting, refused

WHOLE = TextRef(body="UNTOC-COP", kind="resolution", number="66/253")
FIRST, SECOND = (replace(WHOLE, number=f"66/253 {letter}") for letter in "AB")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("66/253b", "66/253 B"),
        ("66/253 B", "66/253 B"),
        ("66/253, sect. B", "66/253 B"),
        ("UNGA resolution 66/253, sect.b", "UNGA resolution 66/253 B"),
        ("A/RES/66/253 b", "A/RES/66/253 B"),
        ("66/253", "66/253"),
        ("2758 (XXVI)", "2758 (XXVI)"),
        ("A/76/L.40", "A/76/L.40"),
    ],
)
def test_a_part_has_one_kept_form(typed: str, kept: str) -> None:
    assert in_one_form(typed) == kept
    assert each_part(typed) == [kept]


def test_a_composite_number_names_its_parts() -> None:
    assert each_part("UNGA 76/559 A and B") == ["UNGA 76/559 A", "UNGA 76/559 B"]
    assert each_part("77/507 A, B and C") == ["77/507 A", "77/507 B", "77/507 C"]


def test_a_decision_is_numbered_in_any_spelling_of_its_part() -> None:
    assert canonical("76/506b") == "76/506 B"
    with refused("is not the number of a decision."):
        canonical("76/559 A and B")


# --- A decision of a meeting.


NUMBERED = (
    *AT_WORK,
    did(take_decision, text="To meet.", taken=Taken(number="76/506")),
    did(take_decision, text="To meet again.", taken=Taken(number="76/506 B")),
)
PARTED = did(renumber_decision, LAST_DAY, former="76/506", number="76/506a", part="76/506 B")


def test_a_number_becomes_that_of_a_first_part() -> None:
    facts = history(*NUMBERED, PARTED)
    assert list(meeting(facts).decisions.numbers.values()) == ["76/506 A", "76/506 B"]
    assert number_of(facts[-1], "UNGA", "ga76") == "UNGA decision 76/506 A"


@pytest.mark.parametrize("number", ["76/506", "76/507 A", "76/506 B"])
def test_a_part_has_the_number_of_the_whole_and_a_letter_of_its_own(number: str) -> None:
    with refused(f"76/506 cannot become {number} beside 76/506 B."):
        decide(renumber_decision, history(*NUMBERED), former="76/506", number=number, part="76/506 B")


def test_only_a_number_that_was_given_changes_and_only_for_a_part_that_is_there() -> None:
    with refused("No decision of this meeting has the number 76/507."):
        decide(renumber_decision, history(*NUMBERED), former="76/507", number="76/507 A", part="76/507 B")
    with refused("No decision in the record has the number 76/506 C."):
        decide(renumber_decision, history(*NUMBERED), former="76/506", number="76/506 A", part="76/506 C")


def test_one_decision_may_be_taken_at_several_meetings() -> None:
    twice = did(take_decision, LAST_DAY, text="To go on.", taken=Taken())
    facts = history(*NUMBERED, twice, did(number_decision, LAST_DAY, decision=7, number="76/506", also=True))
    assert meeting(facts).decisions.numbers[7] == "76/506"
    assert number_of(facts[-1], "UNGA", "ga76") is None
    assert list(meeting(history(PARTED, after=facts)).decisions.numbers.values()) == [
        "76/506 A",
        "76/506 B",
        "76/506 A",
    ]
    with refused("No decision of this meeting has the number 76/508."):
        decide(number_decision, history(*NUMBERED, twice), LAST_DAY, decision=7, number="76/508", also=True)


# --- A text of its own.


AROUND = Context(body=BODIES.get, exists=lambda kind, key: (kind, key) == ("resolution", str(SECOND)))


def text(*, renumbered: bool = False) -> Resolution:
    told = {"ref": WHOLE, "title": text_in("en", "Strengthening"), "adopted": date(2012, 2, 16)}
    fact = ACT_OF[record_resolution].decide(Resolution(), envelope(1, "resolution"), AROUND, told)
    state: Resolution = STREAMS["resolution"].fold((fact, *([parted()] if renumbered else [])))
    return state


def parted(
    state: Resolution | None = None, ref: TextRef = FIRST, part: str = "66/253, sect. B"
) -> ResolutionRenumbered:
    fact = ACT_OF[renumber_resolution].decide(
        text() if state is None else state, envelope(2, "resolution"), AROUND, {"ref": ref, "part": part}
    )
    assert isinstance(fact, ResolutionRenumbered)
    return fact


def test_a_resolution_goes_by_the_number_of_its_first_part_and_keeps_its_key() -> None:
    state = text(renumbered=True)
    assert (state.ref, state.renumbered) == (WHOLE, FIRST)
    assert number_of(parted(), None, None) == "UNTOC-COP resolution 66/253 A"


def test_a_resolution_changes_its_number_once_and_for_a_part_that_is_there() -> None:
    with refused("The text that would become UNTOC-COP resolution 66/253 A is not in the record."):
        parted(Resolution())
    with refused("UNTOC-COP resolution 66/253 became 66/253 A already."):
        parted(text(renumbered=True))
    with refused("UNTOC-COP resolution 66/253 C is not in the record."):
        parted(part="66/253 C")
    with refused("66/253 cannot become 66/254 A beside 66/253 B."):
        parted(ref=replace(FIRST, number="66/254 A"))
