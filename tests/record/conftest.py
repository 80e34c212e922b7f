from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.record.book import Book, at_work
from tests.record.server import Server, running


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server for this run."""
    with running() as one:
        yield one


@pytest.fixture(params=["in a file", "on a server"])
def served(request: pytest.FixtureRequest) -> Server | None:
    """What a record is kept with: nothing but a file, or a server. Whoever uses it is tested with both."""
    found: Server | None = None if request.param == "in a file" else request.getfixturevalue("server")
    return found


@pytest.fixture
def blank(tmp_path: Path, served: Server | None) -> Iterator[Book]:
    """An empty record."""
    book = Book.new(tmp_path / "record.db", served)
    yield book
    book.engine.dispose()


@pytest.fixture(scope="session")
def _in_a_file(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return at_work(tmp_path_factory.mktemp("template") / "record.db")


@pytest.fixture(scope="session")
def _on_a_server(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Book:
    return at_work(tmp_path_factory.mktemp("unused"), server)


@pytest.fixture
def filed(tmp_path: Path, _in_a_file: Book) -> Book:
    """The same as `book`, in a file: for what is said of files."""
    return _in_a_file.copy(tmp_path / "record.db")


@pytest.fixture
def book(tmp_path: Path, served: Server | None, request: pytest.FixtureRequest) -> Book:
    """A record of three bodies (entries 1 to 3) and a meeting at work (entries 4 to 7, versions 1 to 4)."""
    template: Book = request.getfixturevalue("_in_a_file" if served is None else "_on_a_server")
    return template.copy(tmp_path / "record.db")
