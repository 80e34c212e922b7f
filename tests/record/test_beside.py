"""Damage that neither the tree nor the triggers cover is found all the same."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text

from domain.record.database import NotARecord, check, reading
from domain.record.verdict import Kind
from domain.record.verifying import verify
from projections.engine import rebuild
from tests.domain.story import sitting
from tests.record.book import Book, asked, command

COMMANDS = "DROP TRIGGER command_unchanged; UPDATE command SET {} WHERE first = 7"


def damaged(book: Book, script: str) -> None:
    """Alter the file behind the back of the program."""
    with closing(sqlite3.connect(book.path)) as connection:
        connection.executescript(script)


def found(book: Book) -> list[str]:
    """What a verification says beside what it says of triggers."""
    with reading(book.engine) as connection:
        return [one.sentence for one in verify(connection).problems if one.kind is Kind.DATABASE]


@pytest.mark.parametrize("alters", ["digest = 'x' || substr(digest, 2)", "last = 8", "digest = ''"])
def test_a_row_of_a_command_that_was_altered_is_found(filed: Book, alters: str) -> None:
    assert found(filed) == []
    damaged(filed, COMMANDS.format(alters))
    (said,) = found(filed)
    assert said.startswith("The row of the command 'command ")
    assert said.endswith("' is not what was written.")


def test_a_column_that_was_altered_is_found(filed: Book) -> None:
    damaged(filed, "ALTER TABLE sealed ADD COLUMN colour TEXT")
    assert "The table sealed has other columns than those that were laid." in found(filed)


def test_a_row_of_a_projection_that_cannot_be_read_is_a_difference_and_is_mended(filed: Book) -> None:
    damaged(filed, "UPDATE history SET day = CAST(x'c1c1' AS TEXT) WHERE entry = 5")
    assert rebuild(filed.engine).differed == ("history",)
    assert rebuild(filed.engine).differed == ()


def test_a_version_that_cannot_be_read_is_damage(filed: Book) -> None:
    damaged(filed, "DROP TABLE nemcon; CREATE TABLE nemcon (version); INSERT INTO nemcon VALUES (NULL)")
    with pytest.raises(NotARecord, match="is damaged: its version reads None"):
        check(filed.engine)


def test_the_same_command_is_still_known_by_its_digest(book: Book) -> None:
    one = command(asked(sitting(1)), digest="0123456789abcdef" * 4)
    assert not book.give(one).repeated
    assert book.give(one).repeated
    with reading(book.engine) as connection:
        stored = connection.execute(text("SELECT digest FROM command WHERE first = 8")).scalar_one()
    assert stored[:48] == one.digest[:48]
    assert stored != one.digest
