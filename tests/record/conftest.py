import shutil
from pathlib import Path

import pytest

from tests.record.book import Book, at_work


@pytest.fixture
def blank(tmp_path: Path) -> Book:
    """An empty record."""
    return Book.new(tmp_path / "record.db")


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return at_work(tmp_path_factory.mktemp("template") / "record.db").path


@pytest.fixture
def book(tmp_path: Path, _template: Path) -> Book:
    """A record of three bodies (entries 1 to 3) and a meeting at work (entries 4 to 7, versions 1 to 4)."""
    return Book(Path(shutil.copy(_template, tmp_path / "record.db")))
