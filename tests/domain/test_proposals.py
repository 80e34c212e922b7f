from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from domain.act import Fact
from domain.context import Context
from domain.pending import comes_after
from domain.proposal import Proposal, ProposalPut, ProposalSubmitted
from domain.proposing import (
    amend_proposal,
    read_implications,
    reintroduce_proposal,
    revise_proposal,
    sponsor_proposal,
    submit_proposal,
    withdraw_proposal,
    withdraw_sponsorship,
)
from domain.putting import put_proposal, remarks
from domain.questions import Question
from domain.rules import Profile, Rule
from domain.streams import ACT_OF, STREAMS
from domain.values import Mode, Occurred, Taken, text_in
from tests.domain.story import (
    AT_WORK,
    BODIES,
    CONSENSUS,
    FIRST_DAY,
    FOUNDING,
    LAST_DAY,
    WORKING_GROUP,
    Deed,
    Facts,
    closed,
    did,
    envelope,
    history,
    meeting,
    refused,
    sitting,
)

MEETING = "UNTOC-COP/WG.7 WG7"
AMENDMENTS_FIRST = Rule(
    question=Question.AMENDMENTS_FIRST, number="90", says="The amendment is voted on first.", source="A rule of a test"
)
UNLESS_AMENDED = Rule(
    question=Question.WITHDRAWAL, number="80", says="What was amended is not withdrawn.", source="A rule of a test"
)
ASSEMBLY = Profile(
    name="assembly",
    title="the rules of the Assembly",
    rules=(AMENDMENTS_FIRST, UNLESS_AMENDED),
)
RECORDED = Taken(how=Mode.RECORDED, tally="77-10-3")


def hall(states: Mapping[tuple[str, str], Any] | None = None, rules: Profile = WORKING_GROUP.rules) -> Context:
    """The record around a proposal: the founding meeting at work, and what else is named."""
    known = {("meeting", MEETING): meeting(history(*AT_WORK)), **(states or {})}
    bodies = {**BODIES, WORKING_GROUP.key: replace(WORKING_GROUP, rules=rules)}
    return Context(
        body=bodies.get,
        exists=lambda kind, key: (kind, key) in known,
        state=lambda kind, key: known.get((kind, key), STREAMS[kind].empty),
    )


HALL = hall()


def done(*deeds: Deed, around: Context = HALL, after: Facts = ()) -> Facts:
    """The facts of these deeds on one proposal, each decided on those before it."""
    facts = after
    for deed in deeds:
        particular: dict[str, Any] = {**deed.particular}
        entry = replace(envelope(len(facts) + 1, "proposal", deed.on, deed.at), **particular)
        act = ACT_OF[deed.act]
        facts = (*facts, act.decide(proposal(facts), entry, around, deed.fields))
    return facts


def proposal(facts: Facts) -> Proposal:
    state: Proposal = STREAMS["proposal"].fold(facts)
    return state


def submitted(symbol: str = "L.40", on: str = FIRST_DAY, **more: object) -> Deed:
    told = {"symbol": symbol, "draft": "resolution", "meeting": MEETING, "title": text_in("en", "A draft"), **more}
    return Deed(submit_proposal, told, on)


def amendment(to: str = "L.40") -> Deed:
    return submitted("L.41", draft="amendment", to=to)


def put(outcome: str = "adopted", taken: Taken = CONSENSUS, on: str = FIRST_DAY, **more: object) -> Deed:
    return Deed(put_proposal, {"outcome": outcome, "taken": taken, **more}, on)


DRAFT = ("proposal", "L.40")
AMENDMENT = ("proposal", "L.41")
PENDING = proposal(done(submitted(sponsors=("Ruritania", "Graustark"))))


# --- Submission.


def test_a_draft_is_submitted_to_a_meeting_by_its_sponsors() -> None:
    (fact,) = done(submitted(" A/76/L.40 ", sponsors=("Ruritania", "ruritania", " Graustark")))
    state = proposal((fact,))
    assert (state.symbol, state.called) == ("A/76/L.40", "draft resolution A/76/L.40")
    assert [one.name for one in state.sponsors] == ["Ruritania", "Graustark"]
    assert state.submitted is not None
    assert (state.submitted.body, state.submitted.body_short) == (WORKING_GROUP.key, "Working Group")


def test_a_symbol_is_given_once() -> None:
    with refused("Draft resolution L.40 is in the record already (entry 101)."):
        done(submitted(), submitted())
    with refused("The symbol is blank."):
        done(submitted(" "))


def test_a_proposal_is_submitted_to_a_meeting_that_is_in_the_record() -> None:
    with refused("The meeting elsewhere is not in the record on that day."):
        done(submitted(meeting="elsewhere"))


def test_what_was_not_submitted_cannot_be_acted_on() -> None:
    with refused("That proposal had not been submitted on that day."):
        done(put())


# --- Amendments.


def test_an_amendment_amends_a_draft_and_an_amendment_amends_an_amendment() -> None:
    first = proposal(done(amendment(), around=hall({DRAFT: PENDING})))
    assert first.called == "the amendment L.41 to L.40"
    second = proposal(
        done(submitted("L.42", draft="amendment", to="L.41"), around=hall({DRAFT: PENDING, AMENDMENT: first}))
    )
    assert second.called == "the amendment L.42 to L.41"


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        (put("rejected"), "Draft resolution L.40 was rejected on 8 September 2020 (entry 102)."),
        (put("no_action"), "Draft resolution L.40 was disposed of without action"),
        (did(withdraw_proposal), "Draft resolution L.40 was withdrawn (entry 102)."),
    ],
)
def test_an_amendment_needs_something_to_amend(gone: Deed, words: str) -> None:
    around = hall({DRAFT: proposal(done(submitted(), gone))})
    with refused(words):
        done(submitted("L.41", LAST_DAY, draft="amendment", to="L.40"), around=around)
    early = proposal(done(amendment(), around=hall({DRAFT: PENDING})))
    assert early.pending
    with refused(words):
        done(put(on=LAST_DAY), around=around, after=done(amendment(), around=hall({DRAFT: PENDING})))


def test_an_amendment_needs_a_draft_that_was_submitted() -> None:
    with refused("That proposal had not been submitted on that day."):
        done(amendment())


def test_of_two_acts_of_a_day_the_hour_tells_which_came_first_and_else_their_entries() -> None:
    acted = proposal(done(submitted(), replace(put(), at="11:00")))
    around = hall({DRAFT: acted})
    assert done(replace(amendment(), at="10:59"), around=around)
    with refused("was adopted"):
        done(replace(amendment(), at="11:01"), around=around)
    assert done(amendment(), around=around)  # entry 101, before entry 102
    with refused("was adopted"):
        done(replace(amendment(), particular={"number": 103}), around=around)
    assert done(replace(amendment(), particular={"number": 103, "replaces": 1}), around=around)


# --- Revisions by the sponsors, amendments by the body.


def test_a_revision_has_a_symbol_of_its_own_and_stays_the_same_proposal() -> None:
    state = proposal(done(submitted(), did(revise_proposal, symbol="L.40/Rev.1")))
    assert state.symbols == ("L.40", "L.40/Rev.1")
    assert state.called == "draft resolution L.40/Rev.1"


def test_a_paper_takes_in_what_was_revised_orally() -> None:
    orally = did(revise_proposal, text="delete two words")
    assert proposal(done(submitted(), orally)).orally_revised
    assert not proposal(done(submitted(), orally, did(revise_proposal, symbol="L.40/Rev.1"))).orally_revised


def test_the_symbol_of_a_revision_is_new() -> None:
    for symbol in ("L.40", "L.41"):
        with refused(f"The symbol {symbol} is in the record already."):
            done(submitted(), did(revise_proposal, symbol=symbol), around=hall({AMENDMENT: PENDING}))


def test_the_body_amends_in_the_room() -> None:
    deed = did(amend_proposal, text=" replace two  by four ", taken=CONSENSUS, sitting=1)
    *_, fact = done(submitted(), deed)
    assert getattr(fact, "text", None) == "replace two by four"
    assert proposal(done(submitted(), deed)).orally_amended
    with refused("It is not said what was amended."):
        done(submitted(), did(amend_proposal, text=" ", taken=CONSENSUS))


@pytest.mark.parametrize("deed", [did(amend_proposal, text="x", taken=CONSENSUS), did(read_implications), put()])
def test_what_is_done_in_the_room_is_done_while_the_meeting_is_open(deed: Deed) -> None:
    unopened = hall({("meeting", MEETING): meeting(history(*FOUNDING))})
    with refused("has not been opened on that day"):
        done(submitted(), deed, around=unopened)
    over = hall({("meeting", MEETING): meeting(history(*AT_WORK, closed("carry")))})
    assert done(submitted(), deed, around=over)  # the meeting closes on the next day
    with refused("was closed on 9 September 2020"):
        done(submitted(), replace(deed, on="2020-09-10"), around=over)


def test_what_is_decided_by_correspondence_needs_no_room() -> None:
    unopened = hall({("meeting", MEETING): meeting(history(*FOUNDING))})
    assert done(submitted(), put(taken=Taken(how=Mode.CORRESPONDENCE)), around=unopened)


def test_one_statement_of_implications_is_read_out_once() -> None:
    read = did(read_implications, document=" A/C.5/76/20")
    assert proposal(done(submitted(), read)).implications == ("A/C.5/76/20",)
    assert len(done(submitted(), read, did(read_implications, document="A/C.5/76/21"))) == 3
    with refused("was read out already"):
        done(submitted(), read, read)


# --- Sponsors.


def test_sponsors_join_and_leave_even_after_the_adoption() -> None:
    joined = did(sponsor_proposal, sponsors=("Syldavia",))
    left = did(withdraw_sponsorship, sponsors=("RURITANIA",))
    state = proposal(done(submitted(sponsors=("Ruritania",)), put(), joined, left))
    assert [one.name for one in state.sponsors] == ["Syldavia"]


def test_who_sponsors_does_not_join_and_who_does_not_sponsor_does_not_leave() -> None:
    with refused("ruritania is a sponsor of draft resolution L.40 already."):
        done(submitted(sponsors=("Ruritania",)), did(sponsor_proposal, sponsors=("ruritania",)))
    with refused("Syldavia is no sponsor of draft resolution L.40."):
        done(submitted(), did(withdraw_sponsorship, sponsors=("Syldavia",)))


@pytest.mark.parametrize("act", [sponsor_proposal, withdraw_sponsorship])
def test_nobody_sponsors_what_was_withdrawn(act: Any) -> None:  # noqa: ANN401 - one of two acts
    with refused("was withdrawn"):
        done(submitted(sponsors=("Ruritania",)), did(withdraw_proposal), did(act, sponsors=("Ruritania",)))


def test_a_proposal_without_sponsors_is_remarked_upon() -> None:
    facts = done(submitted(sponsors=("Ruritania",)), did(withdraw_sponsorship, sponsors=("Ruritania",)))
    said = remarks(proposal(facts[:1]), facts[1], HALL)
    assert list(said) == ["Draft resolution L.40 has no sponsor left."]


# --- Withdrawal.


def test_what_was_withdrawn_may_be_introduced_again_by_others() -> None:
    again = did(reintroduce_proposal, sponsors=("Syldavia",))
    state = proposal(done(submitted(sponsors=("Ruritania",)), did(withdraw_proposal), again))
    assert state.pending
    assert [one.name for one in state.sponsors] == ["Syldavia"]


def test_only_what_was_withdrawn_is_introduced_again_and_by_somebody() -> None:
    with refused("Draft resolution L.40 was not withdrawn."):
        done(submitted(), did(reintroduce_proposal, sponsors=("Syldavia",)))
    with refused("was adopted"):
        done(submitted(), put(), did(reintroduce_proposal, sponsors=("Syldavia",)))
    with refused("It is not said who introduced it again."):
        done(submitted(), did(withdraw_proposal), did(reintroduce_proposal, sponsors=()))


def test_what_the_body_amended_is_not_withdrawn_where_its_rules_say_so() -> None:
    amended = (submitted(), did(amend_proposal, text="x", taken=CONSENSUS))
    assert not proposal(done(*amended, did(withdraw_proposal))).pending
    with refused("has been amended by the body. What was amended is not", rule="rule 80 of the rules of the Assembly"):
        done(*amended, did(withdraw_proposal), around=hall(rules=ASSEMBLY))
    waived = did(withdraw_proposal, waives=("80",))
    assert not proposal(done(*amended, waived, around=hall(rules=ASSEMBLY))).pending


# --- The action.


@pytest.mark.parametrize("outcome", ["adopted", "rejected", "no_action"])
def test_the_body_acts_on_a_proposal_once(outcome: str) -> None:
    facts = done(submitted(), put(outcome))
    assert proposal(facts).adopted == (outcome == "adopted")
    with refused("(entry 102)"):
        done(put(), after=facts)


@pytest.mark.parametrize("mode", list(Mode))
def test_a_proposal_is_adopted_in_every_mode(mode: Mode) -> None:
    *_, fact = done(submitted(), put(taken=Taken(how=mode)))
    assert isinstance(fact, ProposalPut)
    assert fact.taken.how is mode


def test_what_more_voted_against_than_for_was_not_adopted() -> None:
    against = Taken(how=Mode.RECORDED, tally="10-77-3")
    with refused("With 10 for and 77 against, draft resolution L.40 was not adopted."):
        done(submitted(), put(taken=against))
    assert done(submitted(), put("rejected", against))
    assert done(submitted(), put("rejected", RECORDED))  # a veto, or a qualified majority


def test_a_proposal_takes_no_number_of_a_decision() -> None:
    with refused("gets its number when the text is recorded."):
        done(submitted(), put(taken=Taken(number="1")))


def test_amendments_that_were_adopted_are_a_part_of_what_is_adopted() -> None:
    by_then = {
        DRAFT: PENDING,
        AMENDMENT: proposal(
            done(
                amendment(),
                did(revise_proposal, symbol="L.41/Rev.1"),
                put(),
                around=hall({DRAFT: PENDING}),
            )
        ),
        ("proposal", "L.42"): proposal(done(submitted("L.42"), put("rejected"))),
    }
    *_, fact = done(submitted(), put(amendments=("L.41", "L.42")), around=hall(by_then, ASSEMBLY))
    assert isinstance(fact, ProposalPut)
    assert fact.amended == ("L.41/Rev.1",)


def test_at_the_same_hour_what_was_entered_first_came_first() -> None:
    first, second = (envelope(version, "proposal", at="11:30") for version in (1, 2))
    assert comes_after(second, first)
    assert not comes_after(first, second)
    assert comes_after(envelope(1, "proposal", at="11:31"), second)


def test_amendments_come_first_where_the_rules_say_so_and_else_lapse_with_a_remark() -> None:
    by_then = {AMENDMENT: proposal(done(amendment(), around=hall({DRAFT: PENDING})))}
    deed = put(amendments=("L.41",))
    *_, fact = done(submitted(), deed, around=hall(by_then))
    assert list(remarks(PENDING, fact, hall(by_then))) == ["No action was taken on the amendment L.41, which lapses."]
    strict = hall(by_then, ASSEMBLY)
    with refused(
        "No action was taken on the amendment L.41. The amendment is", rule="rule 90 of the rules of the Assembly"
    ):
        done(submitted(), deed, around=strict)
    assert done(submitted(), replace(deed, particular={"waives": ("90",)}), around=strict)
    assert done(submitted(), put("no_action", amendments=("L.41",)), around=strict)


def test_an_unverified_rule_never_refuses() -> None:
    by_then = {AMENDMENT: proposal(done(amendment(), around=hall({DRAFT: PENDING})))}
    doubtful = replace(ASSEMBLY, rules=(replace(AMENDMENTS_FIRST, verified=False),))
    assert done(submitted(), put(amendments=("L.41",)), around=hall(by_then, doubtful))


def test_an_act_outside_the_sittings_is_remarked_upon() -> None:
    opened = history(*AT_WORK, replace(sitting(1), at="10:00"))
    around = hall({("meeting", MEETING): meeting(opened)})
    deeds = (put(), did(read_implications), did(amend_proposal, text="x", taken=CONSENSUS))
    for fact in (done(submitted(), replace(deed, at="09:30"), around=around)[-1] for deed in deeds):
        assert list(remarks(PENDING, fact, around)) == ["09:30 is outside the sittings recorded."]
        assert list(remarks(PENDING, _at(fact, None), around)) == []
        assert list(remarks(Proposal(), fact, around)) == []
    assert list(remarks(PENDING, done(submitted())[0], around)) == []


def _at(fact: Fact, at: None) -> Fact:
    occurred = Occurred(day=fact.entry.occurred.day, at=at)
    return replace(fact, entry=replace(fact.entry, occurred=occurred))


# --- What a committee adopted is put to the plenary.

PLENARY = "UNTOC-COP cop10"
THERE = meeting(history(*AT_WORK))
CONFERENCE_AT_WORK = replace(THERE, schedule=replace(THERE.schedule, body="UNTOC-COP", short="Conference"))


def conference(states: Mapping[tuple[str, str], Any] | None = None) -> Context:
    """The record with a meeting of the parent body, which is open too."""
    return hall({("meeting", PLENARY): CONFERENCE_AT_WORK, **(states or {})})


def in_plenary(outcome: str = "adopted", **more: object) -> Deed:
    told = {"outcome": outcome, "taken": CONSENSUS, "at_meeting": PLENARY, **more}
    return Deed(put_proposal, told, LAST_DAY)


def test_the_plenary_adopts_what_a_committee_adopted_days_before() -> None:
    state = proposal(done(submitted(), put(), in_plenary(), around=conference()))
    assert [(one.entry.occurred.day.day, one.body_short) for one in state.actions] == [(8, None), (9, "Conference")]
    assert state.of_body(WORKING_GROUP.key) is state.actions[0]
    assert state.of_body("UNTOC-COP") is state.action
    assert proposal(done(submitted(), put("rejected"))).recommended_by is None
    assert state.recommended_by == "Conference"


def test_each_meeting_acts_once_and_the_committee_not_after_the_plenary() -> None:
    with refused("Draft resolution L.40 was adopted on 9 September 2020 (entry 103)."):
        done(submitted(), put(), in_plenary(), in_plenary(), around=conference())
    with refused("Draft resolution L.40 was adopted on 9 September 2020 (entry 102)."):
        done(submitted(), in_plenary(), put(on=LAST_DAY), around=conference())
    with refused("Draft resolution L.40 was adopted on 8 September 2020 (entry 102)."):
        done(submitted(), put(), put(), around=conference())


def test_the_other_meeting_is_in_the_record() -> None:
    with refused("The meeting UNTOC-COP cop10 is not in the record on that day."):
        done(submitted(), put(), in_plenary())


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ((put(),), []),
        ((), ["The record holds no action of the Working Group on draft resolution L.40."]),
        ((put("rejected"),), ["The Working Group did not adopt draft resolution L.40 (entry 102)."]),
    ],
)
def test_what_the_committee_did_not_adopt_may_be_adopted_and_that_is_said(
    before: tuple[Deed, ...], words: list[str]
) -> None:
    facts = done(submitted(), *before, in_plenary(), around=conference())
    assert list(remarks(proposal(facts[:-1]), facts[-1], conference())) == words


def test_an_amendment_in_plenary_is_not_one_in_the_committee() -> None:
    adopted = proposal(done(submitted(items=("i2.4",), numbers=("2",)), put()))
    around = conference({DRAFT: adopted})
    with refused("Draft resolution L.40 was adopted on 8 September 2020"):
        done(submitted("L.41", LAST_DAY, draft="amendment", to="L.40"), around=around)
    later = proposal(done(submitted("L.42", LAST_DAY, draft="amendment", to="L.40", meeting=PLENARY), around=around))
    assert later.submitted is not None
    assert later.submitted.items == ()
    left = proposal(done(amendment(), around=hall({DRAFT: PENDING})))
    around = conference({DRAFT: adopted, AMENDMENT: left, ("proposal", "L.42"): later})
    (fact,) = done(in_plenary(amendments=("L.41", "L.42")), around=around, after=done(submitted(), put()))[2:]
    assert isinstance(fact, ProposalPut)
    assert fact.amendments == ("L.42",)


def test_an_amendment_falls_under_the_item_of_what_it_amends_unless_it_is_said() -> None:
    around = hall({DRAFT: proposal(done(submitted(items=("i2.4",), numbers=("2",))))})
    (fact,) = done(amendment(), around=around)
    other = done(submitted("L.42", draft="amendment", to="L.40", items=("i2.5",), numbers=("3",)), around=around)
    assert [one.numbers for one in (fact, *other) if isinstance(one, ProposalSubmitted)] == [("2",), ("3",)]
