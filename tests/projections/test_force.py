"""Which texts are in force on which day: real records, asked through the register of texts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from domain.record.database import reading
from domain.relating import relate, state_effect
from domain.resolution import Relation, TextRef, record_resolution
from domain.values import text_in
from projections.force import Force, Standing, as_json, register, standing_json, standings
from projections.papers.force import mark, sentences
from tests.domain.story import CONFERENCE, did
from tests.record.book import Book, asked, registered

ADOPTED, EFFECTIVE = "2018-11-16", "2019-05-20"


def ref(number: str) -> TextRef:
    return TextRef(body=CONFERENCE.key, kind="resolution", number=number)


class Texts:
    """A record of texts, told in a few words."""

    def __init__(self, path: Path) -> None:
        self.book = Book.new(path)
        self.book.record(registered(CONFERENCE))

    def adopted(self, number: str, day: str, *, begins: str | None = None, ends: str | None = None) -> None:
        """A text adopted that day, with the days of its effect."""
        title, key = text_in("en", f"Title of {number}"), str(ref(number))
        adopted = did(record_resolution, day, ref=ref(number), title=title, adopted=date.fromisoformat(day))
        self.book.record(asked(adopted, key))
        days: dict[str, Any] = {
            name: date.fromisoformat(one) for name, one in (("begins", begins), ("ends", ends)) if one
        }
        if days:
            self.book.record(asked(did(state_effect, day, **days), key))

    def bears(self, number: str, relation: Relation, other: str, day: str = ADOPTED, **more: Any) -> None:  # noqa: ANN401 - fields of the relation
        """One text bears on another."""
        self.book.record(asked(did(relate, day, relation=relation, other=ref(other), **more), str(ref(number))))

    @contextmanager
    def asked(self) -> Iterator[Connection]:
        """The record, to be asked."""
        with reading(self.book.engine) as connection:
            yield connection

    def standing(self, number: str, on: str) -> Standing:
        """Where a text stands on a day."""
        id_ = f"resolution:{ref(number)}"
        with self.asked() as connection:
            return standings(connection, [id_], date.fromisoformat(on))[id_]

    def told(self, number: str, on: str) -> str:
        """The same in sentences."""
        return " ".join(sentences(self.standing(number, on), date.fromisoformat(on)))


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    found = Texts(tmp_path / "record.db")
    found.adopted("13/1", "1967-10-13")
    found.adopted("26/1", ADOPTED, begins=EFFECTIVE)
    return found


def test_a_text_is_abrogated_on_the_day_on_which_the_other_takes_effect(texts: Texts) -> None:
    texts.bears("26/1", Relation.ABROGATES, "13/1")
    assert texts.standing("13/1", "2019-05-19").force is Force.IN_FORCE
    assert texts.standing("13/1", EFFECTIVE).force is Force.ABROGATED
    assert texts.told("13/1", "2019-01-01") == "To be abrogated from 20 May 2019 by resolution 26/1 of UNTOC-COP."
    assert texts.told("13/1", EFFECTIVE) == "Abrogated since 20 May 2019 by resolution 26/1 of UNTOC-COP."
    assert mark(texts.standing("13/1", EFFECTIVE)) == "abrogated"


def test_a_text_is_not_in_effect_before_its_day(texts: Texts) -> None:
    assert texts.told("26/1", "2018-12-31") == "Not yet in effect: it has effect from 20 May 2019."
    assert texts.told("26/1", EFFECTIVE) == "In force since 20 May 2019."
    assert texts.standing("13/1", "1960-01-01").force is Force.NOT_YET
    assert texts.told("13/1", "1960-01-01") == "Not yet in effect."
    assert texts.told("13/1", "1970-01-01") == ""


def test_what_is_abrogated_in_part_stays_in_force(texts: Texts) -> None:
    texts.bears("26/1", Relation.ABROGATES, "13/1", in_part="the definition of the second")
    assert texts.standing("13/1", EFFECTIVE).in_force
    assert mark(texts.standing("13/1", "2019-01-01")) == ""
    assert mark(texts.standing("13/1", EFFECTIVE)) == "abrogated in part"
    assert texts.told("13/1", EFFECTIVE) == (
        "Abrogated in part (the definition of the second) on 20 May 2019 by resolution 26/1 of UNTOC-COP."
    )


@pytest.mark.parametrize(
    ("relation", "ends"),
    [
        (Relation.SUPERSEDES, Force.SUPERSEDED),
        (Relation.RESCINDS, Force.RESCINDED),
        (Relation.TERMINATES, Force.TERMINATED),
        (Relation.AMENDS, Force.IN_FORCE),
        (Relation.RECALLS, Force.IN_FORCE),
    ],
)
def test_a_text_ends_by_some_relations_and_not_by_others(texts: Texts, relation: Relation, ends: Force) -> None:
    texts.bears("26/1", relation, "13/1")
    assert texts.standing("13/1", EFFECTIVE).force is ends


def test_what_ended_first_stands_and_what_came_after_did_nothing_more(texts: Texts) -> None:
    texts.adopted("27/1", "2022-11-18")
    texts.bears("27/1", Relation.RESCINDS, "13/1", "2022-11-18")
    texts.bears("26/1", Relation.SUPERSEDES, "13/1", verified=False)
    assert texts.told("13/1", "2023-01-01") == (
        "Superseded since 20 May 2019 by resolution 26/1 of UNTOC-COP (unverified)."
    )


def test_a_text_expires_after_its_last_day_unless_it_is_extended(texts: Texts) -> None:
    texts.adopted("14/1", "2019-01-01", ends="2020-12-31")
    texts.adopted("15/1", "2020-12-01")
    assert texts.told("14/1", "2020-12-31") == "In force until 31 December 2020."
    assert texts.told("14/1", "2021-01-01") == "Expired on 31 December 2020."
    texts.bears("15/1", Relation.EXTENDS, "14/1", "2020-12-01", until=date(2021, 12, 31))
    assert texts.standing("14/1", "2021-06-01").in_force
    assert texts.told("14/1", "2022-01-01") == (
        "Expired on 31 December 2021. "
        "Extended until 31 December 2021 on 1 December 2020 by resolution 15/1 of UNTOC-COP."
    )


def test_a_text_extended_without_a_day_has_none_on_which_it_expires(texts: Texts) -> None:
    texts.adopted("14/1", "2019-01-01", ends="2020-12-31")
    texts.bears("26/1", Relation.RENEWS, "14/1")
    assert texts.standing("14/1", "2030-01-01").in_force


def test_the_register_lists_the_texts_of_a_body_and_where_each_stands(texts: Texts) -> None:
    texts.bears("26/1", Relation.ABROGATES, "13/1")
    with texts.asked() as connection:
        lines = register(connection, date(2020, 1, 1), body="UNTOC-COP")
        assert register(connection, date(2020, 1, 1), body="UNCAC-COSP") == []
    assert [(line.number, line.standing.force) for line in lines] == [
        ("13/1", Force.ABROGATED),
        ("26/1", Force.IN_FORCE),
    ]
    told = as_json(lines)[0]
    assert (told["kind"], told["body"], told["adopted"]) == ("resolution", "UNTOC-COP", "1967-10-13")


def test_the_json_says_since_when_and_by_which_text(texts: Texts) -> None:
    texts.bears("26/1", Relation.ABROGATES, "13/1")
    told = standing_json(texts.standing("13/1", EFFECTIVE))
    assert {name: told[name] for name in ("force", "in_force", "since", "by")} == {
        "force": "abrogated",
        "in_force": False,
        "since": EFFECTIVE,
        "by": "resolution:UNTOC-COP resolution 26/1",
    }
    assert [one["relation"] for one in told["past"]] == ["abrogates"]


def test_rows_derived_again_are_the_same(texts: Texts) -> None:
    texts.bears("26/1", Relation.ABROGATES, "13/1")
    before = texts.book.rows()
    assert texts.book.rebuilt() == before
