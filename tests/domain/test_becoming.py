"""What was adopted becomes a text with a number."""

from dataclasses import replace
from datetime import date

import pytest

from domain.announcing import announce
from domain.beginning import note_agreement
from domain.objecting import break_silence
from domain.proposal import Proposal, ProposalPut
from domain.proposing import withdraw_proposal
from domain.resolution import Resolution, ResolutionRecorded, TextRef, record_resolution
from domain.silence import SilenceProcedure
from domain.streams import ACT_OF
from domain.values import Mode, Taken, text_in
from tests.domain.story import BUREAU, Deed, did, envelope, history, moment, refused
from tests.domain.test_proposals import (
    DRAFT,
    PENDING,
    amendment,
    conference,
    done,
    hall,
    in_plenary,
    proposal,
    put,
    submitted,
)
from tests.domain.test_silence import circulated, silence

REF = TextRef(body="UNTOC-COP/WG.7", kind="resolution", number="7/1")
KEY = f"{BUREAU.key} hybrid"
SILENCE = ("silence", KEY)
RUNNING = silence(history(circulated()))
STOOD = silence(history(circulated(), did(announce, "2020-06-22")))
BROKEN = silence(
    history(
        circulated(),
        did(break_silence, "2020-06-19", received=moment("2020-06-19 12:00")),
        did(announce, "2020-06-22"),
    )
)
AGREED = silence(history(did(note_agreement, "2019-08-30", key="hybrid", body=BUREAU.key, subject="Plan")))
BY_SILENCE = put(taken=Taken(how=Mode.SILENCE), on="2020-06-22", silence=KEY)
TITLE = text_in("en", "Hybrid format")


def recorded(
    draft: Proposal | None = None,
    stood: SilenceProcedure | None = None,
    **more: object,
) -> ResolutionRecorded:
    """The text that came from a draft, from a silence procedure, or from both."""
    states = {DRAFT: draft} if draft else {}
    around = hall({**states, **({SILENCE: stood} if stood else {})})
    context = around
    told = {"ref": REF, "proposal": "L.40" if draft else None, "silence": KEY if stood and not draft else None, **more}
    fact = ACT_OF[record_resolution].decide(Resolution(), envelope(1, "resolution"), context, told)
    assert isinstance(fact, ResolutionRecorded)
    return fact


def draft(*deeds: Deed, stood: SilenceProcedure = STOOD) -> Proposal:
    """A draft after these deeds."""
    return proposal(done(submitted(on="2020-06-16"), *deeds, around=hall({SILENCE: stood})))


# --- A draft.


def test_an_adopted_draft_gives_its_title_the_day_and_the_mode() -> None:
    fact = recorded(draft(put(taken=Taken(how=Mode.CONSENSUS))))
    assert (fact.title, fact.adopted, fact.how) == (text_in("en", "A draft"), date(2020, 9, 8), Mode.CONSENSUS)
    assert (fact.proposal, fact.silence) == ("L.40", None)


def test_the_title_may_have_changed_in_print() -> None:
    assert str(recorded(draft(put()), title=text_in("en", "A resolution")).title) == "A resolution"


@pytest.mark.parametrize(
    ("deeds", "words"),
    [
        ((), "No action was taken on draft resolution L.40."),
        ((put("rejected"),), "Draft resolution L.40 was put on 8 September 2020 (entry 102) and not adopted; it keeps"),
        (
            (put("no_action"),),
            "Draft resolution L.40 was put on 8 September 2020 (entry 102) and not adopted; it keeps",
        ),
        ((did(withdraw_proposal),), "Draft resolution L.40 was withdrawn (entry 102), and becomes no resolution."),
    ],
)
def test_what_was_not_adopted_keeps_its_symbol_and_never_becomes_a_resolution(
    deeds: tuple[Deed, ...], words: str
) -> None:
    with refused(words):
        recorded(draft(*deeds))


def test_what_was_never_submitted_becomes_nothing() -> None:
    with refused("That proposal had not been submitted on that day."):
        recorded(Proposal(), proposal="L.40")


def test_an_amendment_becomes_no_text_of_its_own() -> None:
    adopted = proposal(done(amendment(), put(), around=hall({DRAFT: PENDING})))
    with refused("The amendment L.41 to L.40 becomes no text of its own."):
        recorded(adopted)


def test_the_day_and_the_mode_are_those_of_the_action() -> None:
    adopted = draft(put())
    assert recorded(adopted, adopted=date(2020, 9, 8), how=Mode.CONSENSUS).adopted == date(2020, 9, 8)
    with refused("The text was adopted on 8 September 2020, not on 9 September 2020."):
        recorded(adopted, adopted=date(2020, 9, 9))
    with refused("The text was adopted in the mode consensus, not acclamation."):
        recorded(adopted, how=Mode.ACCLAMATION)
    assert recorded(draft(put(taken=Taken(how=Mode.UNKNOWN))), how=Mode.ACCLAMATION).how is Mode.ACCLAMATION


# --- What a committee adopted.

PARENT = TextRef(body="UNTOC-COP", kind="resolution", number="10/1")


def of_parent(deeds: tuple[Deed, ...], adopted: date | None = None, how: Mode = Mode.UNKNOWN) -> ResolutionRecorded:
    """The text of the parent body that came from a draft before its working group."""
    state = proposal(done(submitted(on="2020-06-16"), *deeds, around=conference()))
    return recorded(state, ref=PARENT, adopted=adopted, how=how)


def test_the_day_and_the_mode_are_those_of_the_plenary_where_its_action_is_recorded() -> None:
    fact = of_parent((put(), in_plenary(taken=Taken(how=Mode.ACCLAMATION))))
    assert (fact.adopted, fact.how) == (date(2020, 9, 9), Mode.ACCLAMATION)
    with refused("The text was adopted on 9 September 2020, not on 8 September 2020."):
        of_parent((put(), in_plenary()), adopted=date(2020, 9, 8))
    with refused("was put on 9 September 2020 (entry 103) and not adopted"):
        of_parent((put(), in_plenary("rejected")))


def test_a_text_of_the_committee_itself_has_the_day_of_the_committee() -> None:
    state = proposal(done(submitted(on="2020-06-16"), put(), in_plenary(), around=conference()))
    assert recorded(state).adopted == date(2020, 9, 8)


def test_where_the_committees_action_alone_is_recorded_the_text_says_when_the_plenary_adopted_it() -> None:
    fact = of_parent((put(),), adopted=date(2020, 12, 16), how=Mode.WITHOUT_A_VOTE)
    assert (str(fact.title), fact.adopted, fact.how) == ("A draft", date(2020, 12, 16), Mode.WITHOUT_A_VOTE)
    with refused("The Working Group adopted draft resolution L.40 on 8 September 2020; it is not said when UNTOC-COP"):
        of_parent((put(),))
    with refused("and UNTOC-COP cannot have adopted it on 7 September 2020."):
        of_parent((put(),), adopted=date(2020, 9, 7))


def test_the_plenary_may_adopt_by_silence_what_a_committee_recommended() -> None:
    fact = recorded(proposal(done(submitted(on="2020-06-16"), put())), STOOD, ref=PARENT, silence=KEY)
    assert (str(fact.title), fact.adopted, fact.how) == ("A draft", date(2020, 6, 19), Mode.SILENCE)


# --- Silence.


def test_a_text_is_adopted_by_silence_on_the_day_of_the_deadline() -> None:
    fact = recorded(stood=STOOD, title=text_in("en", "Hybrid format"))
    assert (fact.adopted, fact.how, fact.silence) == (date(2020, 6, 19), Mode.SILENCE, KEY)


def test_where_the_rules_say_so_the_announcement_is_the_adoption() -> None:
    announced = replace(STOOD, adopted_on=date(2020, 6, 22))
    assert recorded(stood=announced, title=TITLE).adopted == date(2020, 6, 22)


def test_papers_may_print_a_later_day_of_adoption_by_silence_but_no_earlier_one() -> None:
    assert recorded(stood=STOOD, adopted=date(2020, 6, 20), title=TITLE).adopted == date(2020, 6, 20)
    with refused("The text was adopted on 19 June 2020, not on 18 June 2020."):
        recorded(stood=STOOD, adopted=date(2020, 6, 18), title=TITLE)


def test_of_what_is_only_known_to_have_been_agreed_that_day_is_the_adoption() -> None:
    assert recorded(stood=AGREED, title=TITLE).adopted == date(2019, 8, 30)


@pytest.mark.parametrize(
    ("state", "words"),
    [(RUNNING, "has not been announced on that day."), (BROKEN, "Silence on hybrid was broken; nothing was adopted")],
)
def test_nothing_is_adopted_by_silence_before_it_is_announced_nor_when_it_was_broken(
    state: SilenceProcedure, words: str
) -> None:
    with refused(words):
        recorded(stood=state, title=TITLE)


def test_a_draft_is_adopted_by_silence_without_a_room() -> None:
    adopted = draft(BY_SILENCE)
    assert isinstance(adopted.action, ProposalPut)
    fact = recorded(adopted, STOOD)
    assert (fact.title, fact.adopted, fact.how) == (text_in("en", "A draft"), date(2020, 6, 19), Mode.SILENCE)
    assert (fact.proposal, fact.silence) == ("L.40", KEY)
    assert recorded(adopted, STOOD, silence=KEY) == fact


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (RUNNING, "The result of the silence procedure hybrid has not been announced on that day."),
        (BROKEN, "Silence on hybrid was broken; draft resolution L.40 was not adopted by it."),
    ],
)
def test_a_draft_is_not_adopted_by_silence_that_did_not_stand(state: SilenceProcedure, words: str) -> None:
    with refused(words):
        draft(BY_SILENCE, stood=state)


def test_a_draft_is_adopted_in_one_way() -> None:
    with refused("Draft resolution L.40 was not adopted by the silence procedure hybrid (entry 102)."):
        recorded(draft(put()), STOOD, silence=KEY)
