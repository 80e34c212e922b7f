import types
import uuid
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from domain.act import Fact
from domain.agenda import AgendaAdopted, AgendaProvisionallyAdopted, ProvisionalAgendaApplied, UnderstandingStated
from domain.allocation import ItemAllocated
from domain.attendance import CredentialsConsidered
from domain.body import BodyAlsoNamed, BodyRegistered
from domain.business import ActStruck
from domain.decisions import DecisionTaken, RecommendationAgreed
from domain.documents import DocumentListed, NoDocumentForeseen
from domain.items import ItemConcluded, ItemDeferred, ItemHeld, ItemReopened
from domain.meeting import Meeting
from domain.numbering import NumberTaken
from domain.objections import ObjectionRetracted, ObjectionRuled, SilenceBroken
from domain.officers import ChairTaken, Officer, OfficersElected
from domain.profiles import UNTOC
from domain.proposal import ProposalSubmitted
from domain.provisional import ProvisionalAgendaIssued
from domain.remaining import RemainingItemsNoted
from domain.report import ReportAmended
from domain.resolution import Relation, ResolutionRecorded, ResolutionRelated, TextRef
from domain.rounds import (
    CirculatedText,
    Deadline,
    SilenceCorrected,
    SilenceExtended,
    SilenceReplaced,
    SilenceResumed,
    SilenceSuspended,
    SilenceWithdrawn,
)
from domain.rules import PERMISSIVE
from domain.rulings import ReconsiderationDecided
from domain.schedule import (
    ConferenceServicesPermitted,
    MeetingCancelled,
    MeetingPostponed,
    MeetingRelocated,
    MeetingScheduled,
)
from domain.silence import SilenceAgreed, SilenceAnnounced, SilenceCirculated, SilenceNoted
from domain.sittings import MeetingOpened, SittingClosed, SittingResumed, SittingSuspended
from domain.streams import KIND_OF, STREAMS, TOPICS
from domain.timetable import OrganizationOfWorkAdopted, OrganizationOfWorkProposed, OrganizationOfWorkRevised, Slot
from domain.values import Basis, Entry, Language, LocalizedText, Mode, Occurred, Taken, text_in
from projections.history_rows import PROJECTIONS
from projections.sentences import sentence
from projections.telling import Told, tell

_SIMPLE: Mapping[Any, object] = {
    str: "x",
    int: 1,
    bool: False,
    date: date(2020, 9, 8),
    time: time(10),
    datetime: datetime(2020, 9, 8, 8, tzinfo=UTC),
    uuid.UUID: uuid.UUID(int=1),
    Occurred: Occurred(day=date(2020, 9, 8)),
    Taken: Taken(),
    LocalizedText: text_in("en", "Title"),
    Deadline: Deadline(instant=datetime(2020, 6, 19, 16, tzinfo=UTC), zone="Europe/Vienna", printed="6 p.m."),
}


def some(kind: Any, *, full: bool) -> Any:  # noqa: ANN401 - a value of that very kind
    """A value of a kind: with every optional field given where `full`, else with none."""
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if get_origin(kind) is tuple:
        of = get_args(kind)[0]
        return (some(of, full=full),) if full or of is Officer else ()
    if get_origin(kind) in {types.UnionType, Union}:
        return some(get_args(kind)[0], full=full) if full else None
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return next(iter(kind))
    assert isinstance(kind, type)
    assert is_dataclass(kind), f"how is a {kind} made?"
    hints = get_type_hints(kind)
    return kind(**{one.name: some(hints[one.name], full=full) for one in fields(kind)})


def a(fact: type[Fact], **given: object) -> Any:  # noqa: ANN401 - a fact of that very class
    """A fact with the least there can be in it, and what is given."""
    return replace(some(fact, full=False), **{"entry": some(Entry, full=False), **given})


def at(version: int, moment: str = "2020-09-08") -> Entry:
    """The envelope of the act of that version, whose entry number is ten more."""
    occurred = Occurred(day=date.fromisoformat(moment))
    entry: Entry = replace(some(Entry, full=False), number=version + 10, version=version, occurred=occurred)
    return entry


def said(*facts: Fact) -> str:
    """The sentence of the last of these acts of one stream."""
    numbered = [
        replace(fact, entry=replace(fact.entry, number=rank + 10, version=rank))
        for rank, fact in enumerate(facts, start=1)
    ]
    told = {one.fact.entry.version: one for one in tell(STREAMS[KIND_OF[type(facts[0])]], numbered)}
    return sentence(told[len(facts)])


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("topic", TOPICS)
def test_every_fact_has_a_sentence(topic: str, *, full: bool) -> None:
    fact = replace(some(TOPICS[topic], full=full), entry=at(1))
    kind = KIND_OF.get(TOPICS[topic], "meeting")
    empty = STREAMS[kind].empty
    told = sentence(Told(kind, fact, empty, empty, facts=(fact,)))
    assert told[0].isupper() or told.startswith("x"), told
    assert told.endswith(".")
    assert not told.endswith("..")
    assert not {"None", "  ", " ,", ",,"} & {told[i : i + n] for n in (2, 4) for i in range(len(told))}, told


def test_a_strike_has_one_sentence_in_every_kind_of_stream() -> None:
    struck = a(ActStruck, struck=1, reason="entered twice.")
    for kind, stream in STREAMS.items():
        first = replace(some(stream.facts[0], full=True), entry=at(1))
        told = Told(kind, struck, stream.empty, stream.empty, facts=(first,))
        assert sentence(told) == "Entry 11 was struck: entered twice."


SCHEDULED = a(
    MeetingScheduled,
    ordinal=7,
    body_short="Working Group",
    body_name="Working Group on the Smuggling of Migrants",
    says="session",
    place="Vienna",
    starts=date(2020, 9, 8),
    ends=date(2020, 9, 9),
    opens=time(10),
    pursuant_to=(
        Basis(kind="resolution", key="UNTOC-COP resolution 7/1"),
        Basis(kind="silence", key="UNTOC-COP/XB plan-2020", inferred=True),
    ),
)
CIRCULATED = a(
    SilenceCirculated,
    entry=at(1, "2020-06-17"),
    body="UNTOC-COP/XB",
    subject="Topics for 2020",
    deadline=_SIMPLE[Deadline],
    counts_at_deadline=True,
)
TOPICS_PDF = (CirculatedText(name="topics.pdf", sha256="0"),)
REGISTERED = a(BodyRegistered, key="UNTOC-COP/WG.7", name="Working Group on the Smuggling of Migrants", rules=UNTOC)
SEVEN_ONE = TextRef(body="UNTOC-COP", kind="resolution", number="7/1")
SLOTS = tuple(Slot(day=date(2020, 9, day), start=time(10), end=time(13), items=()) for day in (8, 9))
ACCLAIMED = Taken(how=Mode.ACCLAMATION)
AGREED = Taken(verb="agreed")


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (a(MeetingPostponed, starts=date(2020, 11, 30), ends=date(2020, 12, 2)),
         "The seventh session of the Working Group was postponed to 30 November to 2 December 2020."),
        (a(MeetingPostponed, starts=date(2020, 7, 7), ends=date(2020, 7, 8)),
         "The seventh session of the Working Group was brought forward to 7 and 8 July 2020."),
        (a(MeetingRelocated, place="Geneva"),
         "The seventh session of the Working Group was moved from Vienna to Geneva."),
        (a(MeetingCancelled), "The seventh session of the Working Group was cancelled."),
        (a(ConferenceServicesPermitted, sittings=4, languages=tuple(Language)),
         "Conference services permitted four plenary meetings, with interpretation into the six official languages."),
        (a(ConferenceServicesPermitted, sittings=1, languages=(Language.ENGLISH, Language.FRENCH)),
         "Conference services permitted one plenary meeting, with interpretation into English and French."),
        (a(MeetingOpened), "The seventh session of the Working Group was opened."),
        (a(SittingSuspended, number=2), "The second plenary meeting was suspended."),
        (a(SittingResumed, number=2), "The second plenary meeting was resumed."),
        (a(SittingClosed, number=2), "The second plenary meeting rose."),
        (a(ChairTaken, office="Vice-Chair"), "The Vice-Chair presided."),
        (a(AgendaAdopted, taken=ACCLAIMED), "The Working Group adopted its agenda by acclamation."),
        (a(ItemConcluded, item="i2", this_stage=True),
         "The Working Group concluded this stage of its consideration of item i2."),
        (a(ItemDeferred, item="i2", to="next", taken=ACCLAIMED),
         "The Working Group deferred its consideration of item i2 to its next session by acclamation."),
        (a(AgendaAdopted, taken=ACCLAIMED, in_abeyance=("i2", "i3")),
         "The Working Group adopted its agenda, with item i2 and item i3 held in abeyance, by acclamation."),
        (a(AgendaProvisionallyAdopted, taken=ACCLAIMED, excepted=("i2",)),
         "The Working Group provisionally adopted its agenda, with the exception of item i2, by acclamation."),
        (a(ProvisionalAgendaApplied, taken=Taken(how=Mode.UNKNOWN)),
         "The Working Group began its work on the basis of the provisional agenda, without adopting it."),
        (a(UnderstandingStated, text="that it is brief.", item="i2"),
         "On item i2, the Chair stated the understanding that it is brief."),
        (a(UnderstandingStated, text="It is brief."), 'The Chair stated the understanding that "It is brief".'),
        (a(ItemHeld, item="i2", taken=ACCLAIMED), "The Working Group held item i2 in abeyance by acclamation."),
        (a(ItemReopened, item="i2", taken=Taken(how=Mode.NO_OBJECTION)),
         "The Working Group reopened its consideration of item i2, there being no objection."),
        (a(DocumentListed, item="i2", symbol="CTOC/COP/WG.7/2020/2", prepared_by="the Secretariat"),
         'The document CTOC/COP/WG.7/2020/2, "Title", prepared by the Secretariat, was listed under item i2.'),
        (a(NoDocumentForeseen, item="i2"), "No documentation is foreseen under item i2."),
        (a(OrganizationOfWorkProposed, slots=SLOTS),
         "An organization of work was proposed, with two plenary meetings on 8 and 9 September 2020."),
        (a(OrganizationOfWorkAdopted, taken=ACCLAIMED),
         "The Working Group adopted its organization of work by acclamation."),
        (a(OrganizationOfWorkRevised, slots=SLOTS),
         "The organization of work was revised: two plenary meetings on 8 and 9 September 2020."),
        (a(DecisionTaken, text="approved the plan", items=("i2",), taken=Taken(how=Mode.CONSENSUS, number="7/2")),
         "Under item i2, the Working Group approved the plan, by consensus (decision 7/2)."),
        (a(ReportAmended, paragraph="12", text="Delete the words."),
         'Paragraph 12 of the draft report was amended orally: "Delete the words".'),
    ],
)  # fmt: skip
def test_what_a_meeting_did_is_told_as_in_its_report(fact: Fact, words: str) -> None:
    assert said(SCHEDULED, fact) == words


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (None, "deferred its consideration of item i2 to its next session"),
        ("postponed", "postponed its consideration of item i2 to its next session"),
        ("decided to defer", "decided to defer its consideration of item i2 to its next session"),
        ("agreed", "agreed to defer its consideration of item i2 to its next session"),
    ],
)
def test_a_decision_is_told_in_the_body_s_own_word(own: str | None, words: str) -> None:
    assert (
        said(SCHEDULED, a(ItemDeferred, item="i2", to="next", taken=Taken(verb=own))) == f"The Working Group {words}."
    )


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (a(ItemDeferred, item="i2", to="next", taken=AGREED, documents=("A/76/7",)),
         "agreed to defer until its next session consideration of the following documents under item i2: A/76/7."),
        (a(ItemDeferred, item="i2", to="wg8", taken=AGREED, include=True),
         "agreed to defer its consideration of item i2 and to include it in the provisional agenda of wg8."),
        (a(ItemHeld, item="i2", taken=AGREED), "agreed to hold item i2 in abeyance."),
        (a(ItemReopened, item="i2", taken=AGREED, papers=("L.4",)),
         "agreed to reopen its consideration of item i2 and to proceed expeditiously with the consideration of L.4."),
        (a(ItemAllocated, item="i2", to="plenary", directly=True, taken=AGREED),
         "agreed to consider item i2 directly in plenary meeting."),
        (a(ItemAllocated, item="i2", to="C3", taken=AGREED), "agreed to allocate item i2 to C3."),
        (a(RemainingItemsNoted, items=("i2",), taken=AGREED),
         "agreed to take note of the following agenda items that remained for consideration: item i2."),
        (a(RecommendationAgreed, item=None, text="Be brief.", taken=AGREED),
         'agreed on a recommendation: "Be brief".'),
        (a(DecisionTaken, text="to meet again.", taken=AGREED), "agreed to meet again."),
        (a(DecisionTaken, text="the list is open.", taken=AGREED), "agreed that the list is open."),
        (a(AgendaAdopted, taken=AGREED), "agreed to adopt its agenda."),
        (a(ProvisionalAgendaApplied, taken=AGREED),
         "agreed to begin its work on the basis of the provisional agenda, without adopting it."),
        (a(CredentialsConsidered, symbol="CRP.1", accepted=True, taken=AGREED),
         "agreed to accept the report on credentials (CRP.1)."),
        (a(ReconsiderationDecided, subject="the list", decision=None, agreed=False, taken=AGREED),
         "agreed not to reconsider the list."),
    ],
)  # fmt: skip
def test_a_word_that_only_says_that_it_was_decided_is_followed_by_what(fact: Fact, words: str) -> None:
    assert said(SCHEDULED, fact) == f"The Working Group {words}"


def test_a_schedule_names_its_days_its_place_and_what_it_rests_on() -> None:
    assert said(SCHEDULED) == (
        "The seventh session of the Working Group on the Smuggling of Migrants was scheduled for 8 and 9 September "
        "2020, in Vienna, opening at 10 a.m., pursuant to resolution 7/1 and the silence procedure plan-2020 "
        "(inferred)."
    )


def test_an_organization_of_work_revised_in_the_room_is_revised_by_the_body() -> None:
    assert said(SCHEDULED, a(MeetingOpened), a(OrganizationOfWorkRevised, slots=SLOTS[:1])) == (
        "The Working Group revised its organization of work: one plenary meeting on 8 September 2020."
    )


def test_an_agenda_issued_on_another_day_than_it_was_recorded_for_says_so() -> None:
    assert said(SCHEDULED, a(ProvisionalAgendaIssued, entry=at(2), issued=date(2020, 6, 23))) == (
        "The provisional agenda was issued with no items, dated 23 June 2020."
    )


def test_an_item_deferred_to_a_named_meeting_names_it() -> None:
    assert said(SCHEDULED, a(ItemDeferred, item="i2", to="wg8")).endswith("of item i2 to wg8.")


def test_the_offices_of_those_elected_are_named() -> None:
    elected = some(OfficersElected, full=True)
    assert said(SCHEDULED, replace(elected, entry=at(2), taken=ACCLAIMED)) == (
        "The Working Group elected \N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}x|x|sealed"
        "\N{MATHEMATICAL RIGHT WHITE SQUARE BRACKET} as x from 8 September 2020 until 8 September 2020, by acclamation."
    )


def test_bodies_enter_the_register_with_their_rules() -> None:
    entered = "The Working Group on the Smuggling of Migrants (UNTOC-COP/WG.7) entered the register"
    assert said(replace(REGISTERED, parent="UNTOC-COP", mutatis_mutandis=True)) == (
        f"{entered} under UNTOC-COP; "
        "it applies the rules of procedure of the Conference of the Parties to UNTOC, mutatis mutandis."
    )
    assert said(replace(REGISTERED, rules=PERMISSIVE)) == f"{entered}."
    assert said(REGISTERED, a(BodyAlsoNamed, spelling="Working Group on Smuggling of Migrants")) == (
        'The Working Group on the Smuggling of Migrants is also written "Working Group on Smuggling of Migrants".'
    )


def test_an_agreement_by_silence_may_be_all_that_is_known() -> None:
    assert said(a(SilenceAgreed, body="UNTOC-COP/XB", subject="the meeting plan for 2020")) == (
        'UNTOC-COP/XB agreed, under the silence procedure, on "the meeting plan for 2020".'
    )


def broken(hour: int, **given: object) -> Any:  # noqa: ANN401 - a fact of that very class
    return a(SilenceBroken, entry=at(2, "2020-06-19"), received=datetime(2020, 6, 19, hour, tzinfo=UTC), **given)


def test_silence_is_circulated_broken_and_announced() -> None:
    assert said(
        replace(
            CIRCULATED,
            texts=(CirculatedText(name="topics.pdf", sha256="0"),),
            addressees=("the Bureau",),
            bears_on=("wg7",),
        )
    ) == ('UNTOC-COP/XB put "Topics for 2020" (topics.pdf) under silence until 6 p.m. to the Bureau, bearing on wg7.')
    assert said(CIRCULATED, broken(15, channel="letter")) == "Silence was broken, by letter (received at 5 p.m.)."
    assert said(CIRCULATED, broken(15), broken(16, channel="orally", amendment="Four topics.")) == (
        'A further objection was received, orally (received at 6 p.m.); an amendment was proposed: "Four topics".'
    )
    assert said(CIRCULATED, broken(17)) == ("An objection was received after the deadline (received at 7 p.m.).")
    assert said(CIRCULATED, a(SilenceAnnounced, outcome="adopted")) == (
        'It was announced that silence had concluded without objection and that "Topics for 2020" was adopted.'
    )
    assert said(CIRCULATED, a(SilenceAnnounced, outcome="not_adopted")) == (
        'It was announced that silence had been broken and that "Topics for 2020" was not adopted.'
    )
    assert said(CIRCULATED, a(SilenceNoted, by_meeting="UNTOC-COP/WG.7 wg7")) == (
        'A plenary meeting of wg7 took note of the outcome of the silence procedure on "Topics for 2020".'
    )


def test_a_round_of_silence_is_told_from_its_extension_to_its_withdrawal() -> None:
    both = (*TOPICS_PDF, CirculatedText(name="sujets.pdf", sha256="1", language="fr"))
    assert said(replace(CIRCULATED, texts=both, basis="74/544", basis_until=date(2020, 6, 30))) == (
        'UNTOC-COP/XB put "Topics for 2020" (topics.pdf; sujets.pdf, fr) under silence until 6 p.m., under 74/544, '
        "in effect until 30 June 2020."
    )
    later = replace(CIRCULATED.deadline, printed="6 p.m. on Monday")
    assert said(CIRCULATED, a(SilenceExtended, deadline=later)) == (
        'Silence on "Topics for 2020" was extended until 6 p.m. on Monday.'
    )
    assert said(CIRCULATED, a(SilenceSuspended)) == 'Silence on "Topics for 2020" was suspended.'
    assert said(CIRCULATED, a(SilenceSuspended), a(SilenceResumed)) == (
        'Silence on "Topics for 2020" was resumed, until 6 p.m.'
    )
    assert said(CIRCULATED, a(SilenceCorrected, texts=TOPICS_PDF)) == (
        'The text of "Topics for 2020" under silence was corrected (topics.pdf).'
    )
    assert said(CIRCULATED, a(SilenceReplaced, texts=TOPICS_PDF, deadline=later)) == (
        'Another text of "Topics for 2020" (topics.pdf) was put under silence in its place until 6 p.m. on Monday.'
    )
    assert said(CIRCULATED, a(SilenceWithdrawn)) == (
        'The proposal "Topics for 2020" was withdrawn from the silence procedure.'
    )


def test_what_became_of_an_objection_names_it_by_its_entry() -> None:
    evening = datetime(2020, 6, 19, 17, tzinfo=UTC)
    retracted = a(ObjectionRetracted, entry=at(3, "2020-06-19"), objection=2, retracted=evening)
    assert said(CIRCULATED, broken(15), replace(retracted, retracted=evening.replace(hour=15))) == (
        "The objection of entry 12 was retracted (received at 5 p.m.)."
    )
    assert said(CIRCULATED, broken(15), retracted) == (
        "The objection of entry 12 was retracted, after the deadline, which changes nothing (received at 7 p.m.)."
    )
    ruled = a(ObjectionRuled, entry=replace(at(3, "2020-06-22"), authority="letter of the Chair"), objection=2)
    assert said(CIRCULATED, broken(17), ruled) == (
        "It was ruled (letter of the Chair) that the objection of entry 12 was not admitted."
    )
    assert said(CIRCULATED, broken(17), replace(ruled, admitted=True)).endswith("entry 12 was admitted.")


def test_an_objection_in_time_that_is_recorded_after_the_announcement_says_so() -> None:
    late = replace(broken(15), entry=at(3, "2020-06-23"))
    assert said(CIRCULATED, a(SilenceAnnounced, entry=at(2, "2020-06-22"), outcome="adopted"), late) == (
        "An objection was received in time, and recorded after the announcement (received on 19 June 2020 at 5 p.m.)."
    )


def test_an_objection_received_on_another_day_names_the_day() -> None:
    fact = replace(broken(15), entry=at(2, "2020-06-20"))
    assert said(CIRCULATED, fact) == "Silence was broken (received on 19 June 2020 at 5 p.m.)."


def test_a_resolution_enters_the_record_and_bears_on_another() -> None:
    recorded = a(
        ResolutionRecorded,
        ref=SEVEN_ONE,
        title=text_in("en", "Strengthening the implementation"),
        adopted=date(2014, 10, 10),
        how=Mode.CONSENSUS,
        verified=True,
    )
    assert said(recorded) == (
        'Resolution 7/1 of UNTOC-COP, "Strengthening the implementation", adopted on 10 October 2014 by consensus, '
        "entered the record."
    )
    assert said(a(ResolutionRecorded, ref=SEVEN_ONE, how=Mode.UNKNOWN, cited_only=True, source="resolution 9/1")) == (
        "Resolution 7/1 of UNTOC-COP entered the record, known by citation only (not verified; source: resolution 9/1)."
    )
    other = replace(SEVEN_ONE, number="6/1")
    related = a(
        ResolutionRelated, relation=Relation.RECALLS, other=other, paragraph="2", phrase="Recalling its resolution"
    )
    assert said(recorded, related) == (
        'Resolution 7/1 of UNTOC-COP recalls resolution 6/1 of UNTOC-COP, in paragraph 2: "Recalling its resolution" '
        "(not verified)."
    )


def test_a_number_names_who_took_it() -> None:
    number = "UNTOC-COP resolution 7/1"
    assert said(a(NumberTaken, number=number, by_kind="resolution", by=number)) == (
        "The number UNTOC-COP resolution 7/1 was taken by that resolution."
    )
    assert said(a(NumberTaken, number="UNTOC-COP decision 7/2", by_kind="meeting", by="UNTOC-COP/WG.7 wg7")) == (
        "The number UNTOC-COP decision 7/2 was taken by the meeting UNTOC-COP/WG.7 wg7."
    )


def test_a_place_taken_from_an_unknown_act_is_said_without_its_number() -> None:
    fact = a(AgendaAdopted, entry=replace(at(3), replaces=2))
    assert sentence(Told("meeting", fact, Meeting(), Meeting())) == (
        "The body adopted its agenda (in the place of an earlier entry)."
    )


@pytest.mark.parametrize(
    ("first", "key"),
    [
        (a(MeetingScheduled, key="wg7"), "wg7"),
        (REGISTERED, "UNTOC-COP/WG.7"),
        (replace(CIRCULATED, key="topics-2020"), "topics-2020"),
        (a(SilenceAgreed, key="plan-2020"), "plan-2020"),
        (a(ResolutionRecorded, ref=SEVEN_ONE), "UNTOC-COP 7/1"),
        (a(ProposalSubmitted, symbol="A/76/L.40"), "A/76/L.40"),
        (a(NumberTaken, number="UNTOC-COP resolution 7/1"), "UNTOC-COP resolution 7/1"),
    ],
)
def test_a_line_goes_by_the_key_its_stream_began_with(first: Fact, key: str) -> None:
    (projection,) = PROJECTIONS
    kind = KIND_OF[type(first)]
    empty = STREAMS[kind].empty
    for fact in (first, a(ActStruck, struck=1)):
        (row,) = projection.rows(Told(kind, fact, empty, empty, facts=(first,)))
        assert row["key"] == key
