from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import Connection, create_engine, insert

from domain.act import Fact
from domain.agenda import AgendaAdopted
from domain.amendments import ItemAdded, ItemRetitled
from domain.body import BodyRegistered
from domain.outline import AgendaItem
from domain.provisional import ProvisionalAgendaIssued
from domain.report import ReportDrafted, ReportForwarded, ReportIssued
from domain.resolution import Relation, ResolutionRecorded, ResolutionRelated, TextKind, TextRef
from domain.rounds import Deadline
from domain.rules import PERMISSIVE
from domain.schedule import MeetingPostponed, MeetingScheduled
from domain.silence import SilenceAgreed, SilenceCirculated
from domain.streams import KIND_OF, STREAMS
from domain.timetable import OrganizationOfWorkProposed, Slot
from domain.values import Basis, Distribution, Entry, Mode, Occurred, Taken, stream_id, text_in
from projections import edges, nodes
from projections.lineage import Direction, Graph, as_json, lineage, texts
from projections.tables import DERIVED, ByAct
from projections.telling import tell
from projections.ties import EdgeRelation, understood

PROJECTIONS = (*nodes.PROJECTIONS, *edges.PROJECTIONS)

COP, WG7 = "UNTOC-COP", "UNTOC-COP/WG.7"
SEVEN_ONE = "resolution:UNTOC-COP resolution 7/1"
MEETING = "meeting:UNTOC-COP/WG.7 wg7"
TITLE = "Strengthening the implementation of the Convention and the Protocols thereto"
BASIS = Basis(kind="resolution", key="UNTOC-COP resolution 7/1")
TOPICS = Basis(kind="silence", key="UNTOC-COP/XBUREAU topics-2020", inferred=True)


class Book:
    """Writes the rows of streams as the engine would, one stream of facts at a time."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.last = 0

    def entry(self, kind: str, key: str, version: int, day: date) -> Entry:
        """The envelope of the next act of the record."""
        self.last += 1
        return Entry(
            number=self.last,
            stream=stream_id(kind, key),
            version=version,
            occurred=Occurred(day=day),
            recorded_at=datetime(2020, 9, 10, tzinfo=UTC) + timedelta(minutes=self.last),
            recorded_by="ed",
            command_id=str(UUID(int=self.last)),
        )

    def write(self, *facts: Fact) -> None:
        """Tell a stream whole and write its rows."""
        stream = STREAMS[KIND_OF[type(facts[0])]]
        for told in tell(stream, facts):
            for projection in PROJECTIONS:
                assert isinstance(projection, ByAct)
                rows = [{"stream": str(told.fact.entry.stream), **row} for row in projection.rows(told)]
                if rows:
                    self.connection.execute(insert(projection.table), rows)

    def text(self, number: str, *relations: tuple[Relation, str], title: str | None = TITLE) -> None:
        """A resolution, recorded, and the texts it bears on; "?5/3" is hearsay, "decision 1/2" a decision."""
        ref = ref_of(number)
        day = date(2014, 10, 10)
        recorded = ResolutionRecorded(
            entry=self.entry("resolution", str(ref), 1, day),
            ref=ref,
            title=text_in("en", title) if title else None,
            adopted=day if title else None,
            how=Mode.CONSENSUS,
            symbol=None,
            decided=(),
            cited_only=title is None,
            source=None,
            verified=not number.startswith("?"),
            proposal=None,
            silence=None,
        )
        related = [
            ResolutionRelated(
                entry=self.entry("resolution", str(ref), version, day),
                relation=relation,
                other=ref_of(other),
                part=None,
                paragraph="2",
                footnote=False,
                cited_as=None,
                in_part=None,
                until=None,
                phrase=str(relation).title(),
                source="general knowledge" if other.startswith("?") else "text of 9/1",
                verified=not other.startswith("?"),
            )
            for version, (relation, other) in enumerate(relations, start=2)
        ]
        self.write(recorded, *related)


def ref_of(number: str) -> TextRef:
    kind: TextKind = "decision" if "decision " in number else "resolution"
    return TextRef(body=COP, kind=kind, number=number.removeprefix("?").removeprefix("decision "))


@pytest.fixture
def book() -> Iterator[Book]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        DERIVED.create_all(connection, tables=[projection.table for projection in PROJECTIONS])
        yield Book(connection)


@pytest.fixture
def founding(book: Book) -> Book:
    """The lineage of resolution 7/1 as far as it is known, and the meeting of the founding agenda."""
    recalls, reaffirms = Relation.RECALLS, Relation.REAFFIRMS
    book.text("decision 3/2", title="Implementation of the provisions on international cooperation")
    book.text("decision 2/6", title="Implementation of the provisions on technical assistance")
    book.text(
        "7/1", (recalls, "decision 3/2"), (recalls, "decision 2/6"), *((recalls, f"?6/{n}") for n in (1, 2, 3, 4))
    )
    cited = [(recalls, number) for number in ("5/1", "5/5", "6/1", "7/1")]
    book.text("9/1", *cited, (reaffirms, "decision 1/2"), title="Establishment of the Mechanism")
    book.text("?5/3", title=None)
    book.text("?8/2", (Relation.FOLLOWS, "?7/1"), title=None)
    body = book.entry("body", COP, 1, date(2004, 6, 28))
    book.write(registered(body))
    silence = book.entry("silence", "UNTOC-COP/XBUREAU topics-2020", 1, date(2020, 5, 1))
    book.write(SilenceAgreed(entry=silence, key="topics-2020", body="UNTOC-COP/XBUREAU", subject="Topics"))
    book.write(*meeting(book))
    return book


def registered(entry: Entry) -> BodyRegistered:
    return BodyRegistered(
        entry=entry,
        key=COP,
        name="Conference of the Parties",
        short="Conference",
        parent=None,
        rules=PERMISSIVE,
        rules_sha256=PERMISSIVE.sha256,
        mutatis_mutandis=False,
        zone="Europe/Vienna",
        says="session",
        private=False,
        of_session=None,
    )


def scheduled(entry: Entry) -> MeetingScheduled:
    return MeetingScheduled(
        entry=entry,
        key="wg7",
        body=WG7,
        body_name="Working Group on the Smuggling of Migrants",
        body_short="Working Group",
        says="meeting",
        zone="Europe/Vienna",
        ordinal=7,
        place="Vienna",
        starts=date(2020, 9, 8),
        ends=date(2020, 9, 9),
        opens=None,
        pursuant_to=(BASIS,),
    )


def issued(entry: Entry) -> ProvisionalAgendaIssued:
    bases = {"2": (TOPICS, Basis(kind=BASIS.kind, key=BASIS.key, inferred=True)), "3": (TOPICS,)}
    titles = {"1": "Organizational matters", "2": "Impact of crises", "3": "Use of technology", "4": "Other matters"}
    return ProvisionalAgendaIssued(
        entry=entry,
        symbol=None,
        issued=date(2020, 6, 4),
        distribution_printed=Distribution.GENERAL,
        original_language="en",
        items=tuple(
            AgendaItem(id=f"i2.{n}", number=n, title=text_in("en", title), pursuant_to=bases.get(n, ()))
            for n, title in titles.items()
        ),
        source_sha256=None,
        warnings=(),
    )


def meeting(book: Book) -> list[Fact]:
    days = [date(2020, 6, 1), date(2020, 6, 4), date(2020, 6, 4), *[date(2020, 9, 9)] * 3]
    entries = [book.entry("meeting", f"{WG7} wg7", version, day) for version, day in enumerate(days, start=1)]
    start = datetime(2020, 9, 8, 10, tzinfo=UTC)
    slot = Slot(day=start.date(), start=start.time(), end=start.replace(hour=13).time(), items=("i2.1",))
    symbol = "CTOC/COP/WG.7/2020/4"
    return [
        scheduled(entries[0]),
        issued(entries[1]),
        OrganizationOfWorkProposed(entry=entries[2], slots=(slot,), pursuant_to=(BASIS,)),
        ReportDrafted(entry=entries[3], symbol="@draft-report", prepared_by="the Secretariat", sections=()),
        ReportIssued(entry=entries[4], symbol=symbol, issued=date(2020, 9, 16), advance=False, part=None, also=()),
        ReportForwarded(entry=entries[5], to=COP, recommendations=0, pursuant_to=(BASIS,)),
    ]


def of(book: Book, direction: Direction = "both", depth: int | None = None, relation: str | None = None) -> Graph:
    return lineage(book.connection, SEVEN_ONE, direction, depth, relation)


def symbols(graph: Graph) -> list[str | None]:
    return [node.symbol for node in graph.nodes if node.id != graph.root]


def links(graph: Graph) -> set[tuple[str, str, str]]:
    label = {node.id: f"{node.kind} {node.symbol}" for node in graph.nodes}
    return {(label[edge.from_id], edge.relation, label[edge.to_id]) for edge in graph.edges}


def test_resolution_7_1_rests_on_what_it_recalls(founding: Book) -> None:
    graph = of(founding, "up")
    assert set(symbols(graph)) == {f"UNTOC-COP {n}" for n in ("3/2", "2/6", "6/1", "6/2", "6/3", "6/4")}
    assert ("resolution UNTOC-COP 7/1", "recalls", "decision UNTOC-COP 3/2") in links(graph)


def test_what_is_hearsay_is_marked_so_and_what_is_also_cited_on_good_authority_is_not(founding: Book) -> None:
    graph = of(founding)
    doubtful = {(edge.from_id[-3:], edge.to_id[-3:]) for edge in graph.edges if not edge.verified}
    assert doubtful == {("7/1", "6/1"), ("7/1", "6/2"), ("7/1", "6/3"), ("7/1", "6/4"), ("8/2", "7/1")}
    unverified = {node.symbol for node in graph.nodes if not node.verified}
    assert unverified == {"UNTOC-COP 6/2", "UNTOC-COP 6/3", "UNTOC-COP 6/4", "UNTOC-COP 8/2"}
    assert not lineage(founding.connection, "resolution:UNTOC-COP resolution 5/3").nodes[0].verified


def test_resolution_9_1_recalls_7_1_with_three_others_and_reaffirms_a_decision(founding: Book) -> None:
    graph = lineage(founding.connection, "resolution:UNTOC-COP resolution 9/1", "up", 1)
    assert links(graph) == {
        ("resolution UNTOC-COP 9/1", "recalls", "resolution UNTOC-COP 5/1"),
        ("resolution UNTOC-COP 9/1", "recalls", "resolution UNTOC-COP 5/5"),
        ("resolution UNTOC-COP 9/1", "recalls", "resolution UNTOC-COP 6/1"),
        ("resolution UNTOC-COP 9/1", "recalls", "resolution UNTOC-COP 7/1"),
        ("resolution UNTOC-COP 9/1", "reaffirms", "decision UNTOC-COP 1/2"),
    }


def test_the_founding_meeting_rests_on_7_1_with_its_items_its_work_and_its_report(founding: Book) -> None:
    found = links(of(founding, "down"))
    assert found == {
        ("resolution UNTOC-COP 9/1", "recalls", "resolution UNTOC-COP 7/1"),
        ("resolution UNTOC-COP 8/2", "follows", "resolution UNTOC-COP 7/1"),
        ("meeting wg7", "pursuant to", "resolution UNTOC-COP 7/1"),
        ("item 2", "pursuant to", "resolution UNTOC-COP 7/1"),
        ("item 2", "on the agenda of", "meeting wg7"),
        ("item 3", "on the agenda of", "meeting wg7"),
        ("work wg7", "rests on", "resolution UNTOC-COP 7/1"),
        ("report CTOC/COP/WG.7/2020/4", "pursuant to", "resolution UNTOC-COP 7/1"),
    }


def test_a_basis_that_a_paper_only_narrates_is_inferred(founding: Book) -> None:
    graph = lineage(founding.connection, "silence:UNTOC-COP/XBUREAU topics-2020")
    assert [(edge.from_id, edge.relation, edge.inferred) for edge in graph.edges] == [
        ("item:UNTOC-COP/WG.7 wg7#i2.2", "pursuant to", True),
        ("item:UNTOC-COP/WG.7 wg7#i2.3", "pursuant to", True),
    ]


def test_a_report_is_forwarded_to_a_body(founding: Book) -> None:
    graph = lineage(founding.connection, "body:UNTOC-COP")
    assert links(graph) == {("report CTOC/COP/WG.7/2020/4", "forwarded to", "body UNTOC-COP")}
    assert graph.nodes[0].label == "Conference of the Parties"


def test_items_without_a_basis_stay_out_of_the_graph(founding: Book) -> None:
    graph = lineage(founding.connection, MEETING)
    assert [node.symbol for node in graph.nodes if node.kind == "item"] == ["2", "3"]


def test_depth_counts_steps_from_the_root(founding: Book) -> None:
    assert symbols(of(founding, "both", 0)) == []
    near, far = symbols(of(founding, "down", 1)), symbols(of(founding, "down", 2))
    assert ("3" in near, "3" in far) == (False, True)


def test_only_one_relation_can_be_followed(founding: Book) -> None:
    assert symbols(of(founding, "down", relation="rests on")) == ["wg7"]


def test_nodes_stand_by_distance_then_day_then_id(founding: Book) -> None:
    assert [node.id.partition(":")[2] for node in of(founding, "down").nodes] == [
        "UNTOC-COP resolution 7/1",
        "UNTOC-COP resolution 9/1",
        "UNTOC-COP/WG.7 wg7",
        "UNTOC-COP/WG.7 wg7",
        "UNTOC-COP/WG.7 wg7",
        "UNTOC-COP/WG.7 wg7#i2.2",
        "UNTOC-COP resolution 8/2",
        "UNTOC-COP/WG.7 wg7#i2.3",
    ]


def test_a_text_known_by_citation_only_has_no_label_until_it_is_recorded(book: Book) -> None:
    book.text("7/1", (Relation.RECALLS, "6/1"))
    (cited,) = of(book, "up").nodes[1:]
    assert (cited.kind, cited.symbol, cited.label) == ("resolution", "UNTOC-COP 6/1", None)
    book.text("6/1", title="Ensuring effective implementation")
    assert of(book, "up").nodes[1].label == "Ensuring effective implementation"


def test_a_text_first_recorded_as_cited_is_filled_by_the_later_record(book: Book) -> None:
    book.text("7/1", (Relation.RECALLS, "6/1"), title=None)
    book.text("7/1")
    assert of(book).nodes[0].label == TITLE


def test_two_spellings_of_one_key_are_one_node(book: Book) -> None:
    book.text("7/1")
    graph = lineage(book.connection, "resolution:untoc-cop  Resolution 7/1")
    assert (graph.root, graph.nodes[0].id) == (SEVEN_ONE, SEVEN_ONE)


def test_texts_that_cite_each_other_do_no_harm(book: Book) -> None:
    book.text("7/1", (Relation.RECALLS, "7/2"))
    book.text("7/2", (Relation.RECALLS, "7/1"))
    graph = of(book)
    assert (len(graph.nodes), len(graph.edges)) == (2, 2)


def test_an_unknown_root_has_no_nodes(book: Book) -> None:
    assert of(book) == Graph(SEVEN_ONE, (), ())


def test_a_word_finds_every_text_it_names_cited_ones_too(founding: Book) -> None:
    assert texts(founding.connection, "7/1") == [SEVEN_ONE]
    assert texts(founding.connection, "untoc-cop 1/2") == ["resolution:UNTOC-COP decision 1/2"]
    assert texts(founding.connection, "decision 1/2") == ["resolution:UNTOC-COP decision 1/2"]
    assert texts(founding.connection, "wg7") == []


def test_an_item_goes_by_the_number_and_title_the_adoption_gave_it(book: Book) -> None:
    entries = [book.entry("meeting", f"{WG7} wg7", version, date(2020, 9, 8)) for version in range(1, 6)]
    book.write(
        scheduled(entries[0]),
        issued(entries[1]),
        ItemAdded(
            pending=True,
            entry=entries[2],
            item="i3",
            title=text_in("en", "Elections"),
            under=None,
            after="i2.1",
            pursuant_to=(BASIS,),
            taken=Taken(),
        ),
        ItemRetitled(pending=True, entry=entries[3], item="i2.2", title=text_in("en", "Crises"), taken=Taken()),
        AgendaAdopted(entry=entries[4], taken=Taken()),
    )
    items = [node for node in lineage(book.connection, MEETING, "down").nodes if node.kind == "item"]
    assert {(node.symbol, node.label) for node in items} == {
        ("2", "Elections"),
        ("3", "Crises"),
        ("4", "Use of technology"),
    }


def test_a_postponed_meeting_has_its_new_day(book: Book) -> None:
    first, second = (book.entry("meeting", f"{WG7} wg7", version, date(2020, 3, version)) for version in (1, 2))
    later = date(2021, 9, 7)
    book.write(scheduled(first), MeetingPostponed(entry=second, starts=later, ends=later))
    assert lineage(book.connection, MEETING).nodes[0].day == "2021-09-07"


def test_a_silence_procedure_bears_on_what_it_names(book: Book) -> None:
    entry = book.entry("silence", f"{COP} letter", 1, date(2020, 6, 16))
    circulated = SilenceCirculated(
        entry=entry,
        key="letter",
        body=COP,
        subject="Meeting plan",
        texts=(),
        deadline=Deadline(instant=datetime(2020, 6, 19, 16, tzinfo=UTC), zone="Europe/Vienna", printed="6 p.m."),
        addressees=(),
        objections_to=(),
        at_meeting=None,
        bears_on=("UNTOC-COP 7/1", MEETING, "what nobody understands"),
        basis=None,
        basis_until=None,
        counts_at_deadline=True,
        minimum_hours=None,
    )
    book.write(circulated)
    graph = lineage(book.connection, "silence:UNTOC-COP letter", "up")
    assert [(edge.relation, edge.to_id) for edge in graph.edges] == [("bears on", MEETING), ("bears on", SEVEN_ONE)]


@pytest.mark.parametrize(
    ("ref", "node"),
    [
        ("UNTOC-COP decision 1/2", "resolution:UNTOC-COP decision 1/2"),
        ("GA ES-11/1", "resolution:GA resolution ES-11/1"),
        ("GA 66/253 B", "resolution:GA resolution 66/253 B"),
        ("silence:UNTOC-COP plan", "silence:UNTOC-COP plan"),
        ("wg7", None),
        ("A/76/L.40", None),
    ],
)
def test_a_reference_is_understood_only_where_it_can_mean_one_thing(ref: str, node: str | None) -> None:
    assert understood(ref) == node


def test_every_relation_between_texts_is_a_relation_of_the_lineage() -> None:
    assert {relation.value for relation in Relation} < {relation.value for relation in EdgeRelation}


def test_the_json_has_the_shape_other_programs_rely_on(book: Book) -> None:
    book.text("7/1", (Relation.RECALLS, "6/1"))
    shape = as_json(of(book, "up"))
    assert shape["root"] == SEVEN_ONE
    assert shape["nodes"][0] == {
        "id": SEVEN_ONE,
        "kind": "resolution",
        "symbol": "UNTOC-COP 7/1",
        "label": TITLE,
        "day": "2014-10-10",
        "verified": True,
        "source": None,
    }
    assert shape["edges"] == [
        {
            "from": SEVEN_ONE,
            "to": "resolution:UNTOC-COP resolution 6/1",
            "relation": "recalls",
            "entry": 2,
            "inferred": False,
            "verified": True,
            "source": "text of 9/1",
            "phrase": "Recalls",
            "paragraph": "2",
            "part": None,
            "footnote": False,
            "cited_as": None,
            "in_part": None,
            "until": None,
            "day": "2014-10-10",
        }
    ]


def test_rows_written_together_have_the_same_columns(founding: Book) -> None:
    facts = meeting(founding)
    for projection in PROJECTIONS:
        assert isinstance(projection, ByAct)
        keys = [set(row) for told in tell(STREAMS["meeting"], facts) for row in projection.rows(told)]
        assert keys == [set(projection.table.columns.keys()) - {"stream"}] * len(keys)
        assert keys
