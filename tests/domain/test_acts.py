import ast
from dataclasses import FrozenInstanceError, fields, replace
from functools import cached_property
from pathlib import Path

import pytest

import domain
from domain import act as acting
from domain.act import Act, Fact
from domain.adopting import adopt_agenda
from domain.agenda import Agenda, AgendaAdopted
from domain.amending import add_item
from domain.body import Body
from domain.business import ActStruck
from domain.closing import close_meeting
from domain.items import Items
from domain.meeting import Meeting
from domain.outline import Line, Outline
from domain.schedule import Schedule
from domain.sittings import Sittings
from domain.streams import ACT_OF, ACTS, KIND_OF, STREAMS, TOPICS
from tests.domain.story import AT_WORK, CONTEXT, FOUNDING, history, meeting, opened, refused

# What is stored under these names is read by them for ever: a name may join the list, none may leave it.
FOR_EVER = [
    "ActConfirmed",
    "ActStruck",
    "ActedAs",
    "AgendaAdopted",
    "AgendaProvisionallyAdopted",
    "AttendanceRecorded",
    "BodyAlsoNamed",
    "BodyDiscontinued",
    "BodyRegistered",
    "BodyRenamed",
    "BudgetImplicationsRead",
    "ChairTaken",
    "ConferenceServicesPermitted",
    "CredentialsConsidered",
    "DecisionNumbered",
    "DecisionRenumbered",
    "DecisionTaken",
    "DocumentListed",
    "ItemAdded",
    "ItemAllocated",
    "ItemCarriedOver",
    "ItemConcluded",
    "ItemDeferred",
    "ItemDeleted",
    "ItemFootnoted",
    "ItemHeld",
    "ItemMoved",
    "ItemReopened",
    "ItemRetitled",
    "ItemSplit",
    "ItemSuspended",
    "ItemWithdrawn",
    "ItemsMerged",
    "ItemsTakenUp",
    "LogKeyAdopted",
    "LogKeyRotated",
    "MeetingCancelled",
    "MeetingClosed",
    "MeetingOpened",
    "MeetingPostponed",
    "MeetingReconvened",
    "MeetingRelocated",
    "MeetingScheduled",
    "NoDocumentForeseen",
    "NumberTaken",
    "ObjectionRetracted",
    "ObjectionRuled",
    "OfficerReplaced",
    "OfficersElected",
    "OrganizationOfWorkAdopted",
    "OrganizationOfWorkProposed",
    "OrganizationOfWorkRevised",
    "PaperIssued",
    "PendingAmendmentDropped",
    "ProposalAmended",
    "ProposalPut",
    "ProposalReintroduced",
    "ProposalRevised",
    "ProposalSponsored",
    "ProposalSubmitted",
    "ProposalWithdrawn",
    "ProvisionalAgendaApplied",
    "ProvisionalAgendaIssued",
    "ProvisionalAgendaRevised",
    "QuorumNoted",
    "RecommendationAgreed",
    "ReconsiderationDecided",
    "RemainingItemsNoted",
    "ReportAdopted",
    "ReportAmended",
    "ReportConfirmed",
    "ReportCorrected",
    "ReportDrafted",
    "ReportEntrusted",
    "ReportFinalized",
    "ReportForwarded",
    "ReportIssued",
    "ReportNotAdopted",
    "ReportSectionAdopted",
    "ResolutionEffectStated",
    "ResolutionRecorded",
    "ResolutionReissued",
    "ResolutionRelated",
    "ResolutionRenumbered",
    "ResolutionTitled",
    "RulesAdopted",
    "RulingAppealed",
    "RulingGiven",
    "SilenceAgreed",
    "SilenceAnnounced",
    "SilenceBasisRenewed",
    "SilenceBroken",
    "SilenceCirculated",
    "SilenceCorrected",
    "SilenceDrafted",
    "SilenceExtended",
    "SilenceNoted",
    "SilenceReplaced",
    "SilenceResumed",
    "SilenceSuspended",
    "SilenceWithdrawn",
    "SittingClosed",
    "SittingHeld",
    "SittingOpened",
    "SittingResumed",
    "SittingSuspended",
    "SponsorshipWithdrawn",
    "StaffKeyAdmitted",
    "StaffKeyWithdrawn",
    "StatementAttached",
    "StatementEntered",
    "SupplementaryAgendaIssued",
    "UnderstandingStated",
]

FACTS = [pytest.param(fact, id=topic) for topic, fact in TOPICS.items()]
EVERY_ACT = [pytest.param(act, id=act.function.__name__) for act in ACTS.values()]
SOURCES = sorted(Path(domain.__file__).parent.glob("*.py"))


# --- Facts.


def test_the_topics_are_the_same_for_ever() -> None:
    assert sorted(TOPICS) == FOR_EVER


def test_no_two_facts_share_a_topic() -> None:
    assert len({fact for stream in STREAMS.values() for fact in stream.facts}) == len(TOPICS)


@pytest.mark.parametrize("fact", FACTS)
def test_a_topic_is_the_bare_name_of_its_fact(fact: type[Fact]) -> None:
    assert fact.__name__ == fact.TOPIC
    assert "TOPIC" in vars(fact)


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_is_frozen_and_is_told_its_fields_by_name(fact: type[Fact]) -> None:
    assert fact.__dataclass_params__.frozen  # type: ignore[attr-defined] # what the decorator leaves
    assert all(field.kw_only for field in fields(fact))
    assert fields(fact)[0].name == "entry"


def test_a_fact_is_never_edited() -> None:
    fact = history(*AT_WORK)[-1]
    with pytest.raises(FrozenInstanceError):
        fact.entry = history(*AT_WORK)[0].entry  # type: ignore[misc] # what is refused


def test_a_fact_tells_the_library_its_stream_and_its_version() -> None:
    fact = history(*AT_WORK)[-1]
    assert (fact.originator_id, fact.originator_version) == (fact.entry.stream, 4)


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_belongs_to_one_kind_of_stream_and_a_strike_to_every_kind_that_begins(fact: type[Fact]) -> None:
    kinds = [stream.kind for stream in STREAMS.values() if fact in stream.facts]
    assert kinds == (list(STREAMS) if fact is ActStruck else [KIND_OF[fact]])


# --- Acts.


def test_every_fact_but_a_strike_is_recorded_by_exactly_one_act() -> None:
    assert set(ACTS) == set(TOPICS.values()) - {ActStruck}
    assert len(vars(acting)["_ACTS"]) == len(ACTS) == len(ACT_OF)


def test_acts_that_stand_apart_from_their_part_are_among_the_acts() -> None:
    assert add_item in ACT_OF
    assert close_meeting in ACT_OF


@pytest.mark.parametrize("act", EVERY_ACT)
def test_an_act_is_told_fields_of_its_fact(act: Act) -> None:
    known = {field.name for field in fields(act.fact)} - {"entry"}
    assert set(act.fields) <= known


@pytest.mark.parametrize("act", EVERY_ACT)
def test_an_act_looks_at_states_of_the_stream_it_writes(act: Act) -> None:
    empty = STREAMS[KIND_OF[act.fact]].empty
    assert act.looks_at
    assert all(isinstance(empty.part(kind), kind) for kind in act.looks_at)


@pytest.mark.parametrize("act", EVERY_ACT)
def test_an_act_says_what_it_does(act: Act) -> None:
    assert (act.function.__doc__ or "").strip().endswith(".")


def test_what_an_act_looks_at_and_is_told_is_read_from_its_annotations() -> None:
    act = ACT_OF[adopt_agenda]
    assert act.looks_at == (Schedule, Sittings, Agenda, Items)
    assert (act.fact, act.fields) == (AgendaAdopted, ("taken", "in_abeyance", "excepted", "symbol", "allocation"))


def test_an_act_accepted_before_is_judged_again_with_its_own_words() -> None:
    facts = history(*FOUNDING, opened(), AT_WORK[-1])
    ACT_OF[adopt_agenda].judge_again(meeting(facts[:-1]), facts[-1], CONTEXT)
    with refused("An agenda is adopted once."):
        ACT_OF[adopt_agenda].judge_again(meeting(facts), facts[-1], CONTEXT)


def test_a_waiver_still_stands_when_an_act_is_judged_again() -> None:
    fact = history(*AT_WORK)[-1]
    waived = replace(fact, entry=replace(fact.entry, waives=("11",)))
    ACT_OF[adopt_agenda].judge_again(meeting(history(*FOUNDING)), waived, CONTEXT)


def test_a_stream_without_parts_hands_out_itself() -> None:
    assert Body().part(Body) == Body()
    assert Meeting().part(Agenda) == Agenda()


def test_a_state_has_nothing_that_making_it_would_do() -> None:
    # domain.evolving copies the fields of a state as they are, without making it anew.
    states = [type(stream.empty) for stream in STREAMS.values()]
    parts = [type(getattr(Meeting(), field.name)) for field in fields(Meeting)]
    for state in (*states, *parts, Outline, Line):
        assert not hasattr(state, "__post_init__")
        assert not hasattr(state, "__slots__")
        assert not [name for name, value in vars(state).items() if isinstance(value, cached_property)]


# --- Time is an argument.


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_no_act_reads_a_clock(source: Path) -> None:
    names = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    assert not names & {"now", "utcnow", "today", "time_ns", "monotonic", "uuid1", "uuid4", "token_bytes"}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_no_module_imports_a_clock_or_chance(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    assert not [word for word in ("import time\n", "import random", "import secrets") if word in text]
