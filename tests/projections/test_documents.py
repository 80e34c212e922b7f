from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection, create_engine, insert

from domain.act import Fact
from domain.documents import DocumentListed, NoDocumentForeseen
from domain.meeting import Meeting
from domain.outline import AgendaItem, Document, Documentation
from domain.provisional import ProvisionalAgendaIssued
from domain.values import Distribution, Entry, Occurred, stream_id, text_in
from projections import documents as papers
from projections.documents import PROJECTIONS, Annotated, Listed, documents, none_foreseen
from projections.tables import ByAct
from projections.telling import Told

STREAM = stream_id("meeting", "UNTOC-COP/WG.7 wg7")
PAPER = "Background paper"


def entry(version: int, replaces: int | None = None) -> Entry:
    return Entry(
        number=version,
        stream=STREAM,
        version=version,
        occurred=Occurred(day=date(2020, 6, 4)),
        recorded_at=datetime(2020, 7, 1, tzinfo=UTC),
        recorded_by="ed",
        command_id=str(version),
        replaces=replaces,
    )


def document(number: int) -> Document:
    symbol = f"CTOC/COP/WG.7/2020/{number}"
    return Document(symbol=symbol, title=text_in("en", PAPER), prepared_by="the Secretariat")


def issued(version: int, replaces: int | None = None) -> Fact:
    """Two paragraphs and a document under item 2, a document under item 3, none foreseen under item 4."""
    paragraphs = (text_in("en", "Under item 2"), text_in("en", "For its consideration"))
    title, listed = text_in("en", "A title"), Documentation.LISTED
    return ProvisionalAgendaIssued(
        entry=entry(version, replaces),
        symbol=None,
        issued=date(2020, 6, 4),
        distribution_printed=Distribution.GENERAL,
        original_language="en",
        items=(
            AgendaItem(id="i1.10", number="2", title=title, annotation=paragraphs, documents=(document(2),)),
            AgendaItem(id="i1.2", number="3", title=title, documents=(document(3),), documentation=listed),
            AgendaItem(
                id="i1.3",
                number="4",
                title=title,
                annotation=(text_in("fr", "Aucun document"),),
                documentation=Documentation.NONE_FORESEEN,
            ),
        ),
        source_sha256=None,
        warnings=(),
    )


def listed(version: int, item: str, number: int) -> Fact:
    one = document(number)
    return DocumentListed(
        entry=entry(version), item=item, symbol=one.symbol, title=one.title, prepared_by=one.prepared_by
    )


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        for projection in PROJECTIONS:
            projection.table.create(connection)
        yield connection


def write(connection: Connection, *facts: Fact) -> None:
    for fact in facts:
        told = Told("meeting", fact, Meeting(), Meeting())
        for projection in PROJECTIONS:
            assert isinstance(projection, ByAct)
            rows = [{"stream": str(STREAM), **row} for row in projection.rows(told)]
            if rows:
                connection.execute(insert(projection.table), rows)


def test_documents_stand_in_the_order_of_the_paper_then_of_their_listing(connection: Connection) -> None:
    write(connection, issued(1), listed(2, "i1.10", 5), listed(3, "i1.10", 4))
    assert [(one.item, one.symbol[-1]) for one in documents(connection, str(STREAM))] == [
        ("i1.10", "2"),
        ("i1.2", "3"),
        ("i1.10", "5"),
        ("i1.10", "4"),
    ]


def test_a_document_has_its_title_its_language_and_who_prepared_it(connection: Connection) -> None:
    write(connection, listed(2, "i1.10", 5))
    expected = Listed(2, "i1.10", "CTOC/COP/WG.7/2020/5", PAPER, "en", "the Secretariat")
    assert documents(connection, str(STREAM)) == [expected]


def test_a_corrected_agenda_keeps_its_place_before_what_was_listed_after_it(connection: Connection) -> None:
    write(connection, issued(7, replaces=1), listed(2, "i1.10", 5))
    assert [one.entry for one in documents(connection, str(STREAM))] == [7, 7, 2]


def test_annotations_stand_in_the_order_of_the_paper_in_their_own_language(connection: Connection) -> None:
    write(connection, issued(1))
    assert papers.annotations(connection, str(STREAM)) == [
        Annotated(1, "i1.10", 1, "Under item 2", "en"),
        Annotated(1, "i1.10", 2, "For its consideration", "en"),
        Annotated(1, "i1.3", 3, "Aucun document", "fr"),
    ]


def test_where_no_document_is_foreseen_the_entry_says_so(connection: Connection) -> None:
    write(connection, issued(1), NoDocumentForeseen(entry=entry(2), item="i9"))
    assert none_foreseen(connection, str(STREAM)) == {"i1.3": 1, "i9": 2}


def test_a_document_that_came_all_the_same_takes_the_item_out(connection: Connection) -> None:
    write(connection, issued(1), listed(2, "i1.3", 6))
    assert none_foreseen(connection, str(STREAM)) == {}


def test_another_meeting_has_papers_of_its_own(connection: Connection) -> None:
    write(connection, issued(1))
    other = str(stream_id("meeting", "UNTOC-COP/WG.7 wg8"))
    assert (documents(connection, other), papers.annotations(connection, other), none_foreseen(connection, other)) == (
        [],
        [],
        {},
    )
