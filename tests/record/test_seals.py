from typing import Any

import pytest
from sqlalchemy import select

from domain.announcing import announce
from domain.objecting import break_silence
from domain.officers import Officer, elect_officers
from domain.record.database import reading
from domain.record.request import Request
from domain.record.tables import SEALED
from domain.rounds import Deadline
from domain.rules import OutOfOrder
from domain.silence import circulate, note_agreement
from domain.values import Distribution, Sealed, seal_digest
from tests.domain.story import BUREAU, CONFERENCE, CONSENSUS, ZONE, Deed, did, moment, opened
from tests.record.book import Book, asked, command

DEADLINE = Deadline(instant=moment("2020-06-19 18:00"), zone=ZONE, printed="6 p.m.")
CIRCULATED = did(circulate, "2020-06-17", key="plan", body=BUREAU.key, subject="Plan", deadline=DEADLINE)


def elected(person: Sealed) -> Deed:
    return did(elect_officers, elected=(Officer(office="Chair", person=person),), taken=CONSENSUS)


def silence(deed: Deed, body: str = BUREAU.key, **envelope: Any) -> Request:  # noqa: ANN401 - as of a request
    return asked(deed, key=f"{body} plan", **envelope)


def agreed(body: str) -> Deed:
    return did(note_agreement, key="plan", body=body, subject="Plan for 2020")


def test_a_sealed_value_stands_beside_the_record_and_nowhere_else(book: Book) -> None:
    name = "Ms. Aurelia Exemplar (Utopia)"
    with book.open() as under_way:
        person = under_way.seal(name, "a person", opened=True)
        under_way.act(command(asked(elected(person))))
    with reading(book.engine) as connection:
        (kept,) = connection.execute(select(SEALED)).all()
    assert kept.value == name
    assert kept.digest == seal_digest(kept.salt, name) == person.digest
    told = [line for line in book.dump() if "Aurelia" in line or "Utopia" in line]
    assert [line.split(" VALUES")[0] for line in told] == ['INSERT INTO "sealed"']
    assert "Aurelia" not in repr((book.facts(), book.rebuilt(), book.rows_as_of(on="2020-09-08")))


def test_who_broke_a_silence_is_in_no_state_and_no_row(book: Book) -> None:
    received = moment("2020-06-18 10:00")
    with book.open() as under_way:
        under_way.act(command(silence(CIRCULATED)))
        objector = under_way.seal("Utopia", "a delegation")
        under_way.act(command(silence(did(break_silence, "2020-06-18", received=received, objector=objector))))
        under_way.act(command(silence(did(announce, "2020-06-19"))))
    assert "Utopia" not in repr((book.everything(), book.rebuilt()))
    assert objector.digest in repr(book.everything())


def test_one_value_sealed_twice_has_two_digests(book: Book) -> None:
    with book.open() as under_way:
        one, other = under_way.seal("Utopia", "a delegation"), under_way.seal("Utopia", "a delegation")
    assert one.digest != other.digest
    assert one == Sealed(digest=one.digest, stands_for="a delegation")


def _sealing_in_vain(book: Book) -> None:
    with book.open() as under_way:
        under_way.seal("Utopia", "a delegation")
        under_way.act(command(asked(opened())))


def test_nothing_is_kept_of_a_seal_whose_act_was_refused(book: Book) -> None:
    before = book.dump()
    with pytest.raises(OutOfOrder):
        _sealing_in_vain(book)
    assert book.dump() == before


def test_what_a_private_body_does_under_silence_is_restricted_unless_said_otherwise(book: Book) -> None:
    assert book.record(silence(agreed(BUREAU.key))).facts[0].entry.distribution is Distribution.RESTRICTED
    general = silence(agreed(CONFERENCE.key), body=CONFERENCE.key)
    assert book.record(general).facts[0].entry.distribution is Distribution.GENERAL


def test_what_is_said_of_the_distribution_holds(book: Book) -> None:
    said = silence(agreed(BUREAU.key), distribution=Distribution.LIMITED)
    assert book.record(said).facts[0].entry.distribution is Distribution.LIMITED
    room = asked(elected(Sealed(digest="0" * 64, stands_for="a person")), distribution=Distribution.RESTRICTED)
    assert book.record(room).facts[0].entry.distribution is Distribution.RESTRICTED


def test_every_later_act_of_that_silence_is_restricted_too(book: Book) -> None:
    answer = book.record(silence(CIRCULATED), silence(did(announce, "2020-06-19")))
    assert [fact.entry.distribution for fact in answer.facts] == [Distribution.RESTRICTED] * 2
