import shutil
from pathlib import Path

import pytest

from tests.cli.terminal import IMPORT, Clock, Terminal, moment

ROOT = Path(__file__).parents[2]
FIRST_DAY = "run examples/first-day.nemcon"


@pytest.fixture(autouse=True)
def _a_desk_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests has no say in them: the secretary records, from the root of the project."""
    for name in ("NEMCON_DB", "NEMCON_MEETING", "NEMCON_DEBUG", "NEMCON_KEY", "NEMCON_SEEN", "NEMCON_SIGN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NEMCON_BY", "secretary")
    monkeypatch.chdir(ROOT)


@pytest.fixture
def empty(tmp_path: Path) -> Terminal:
    """An empty record, made long ago."""
    terminal = Terminal(tmp_path / "nemcon.db", Clock(moment("2000-01-01 12:00")))
    terminal.types("init")
    terminal.clock = Clock()
    return terminal


@pytest.fixture(scope="session")
def _read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEMCON_BY", "secretary")
        patch.chdir(ROOT)
        terminal = Terminal(tmp_path_factory.mktemp("read") / "nemcon.db")
        terminal.types("init")
        terminal.types(IMPORT)
    return terminal.db


@pytest.fixture(scope="session")
def _opened(tmp_path_factory: pytest.TempPathFactory, _read: Path) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEMCON_BY", "secretary")
        patch.chdir(ROOT)
        terminal = Terminal(Path(shutil.copy(_read, tmp_path_factory.mktemp("opened") / "nemcon.db")))
        terminal.types(FIRST_DAY)
    return terminal.db


@pytest.fixture
def read(tmp_path: Path, _read: Path) -> Terminal:
    """The founding agenda is in the record (entries 1 to 12); the meeting wg7 is scheduled and not open."""
    return Terminal(Path(shutil.copy(_read, tmp_path / "nemcon.db")))


@pytest.fixture
def room(tmp_path: Path, _opened: Path) -> Terminal:
    """The first morning of wg7 up to the adoption of its agenda (entry 21): its first sitting is open.

    The agenda: 1 (a) Opening, 1 (b) Election of officers (new), 1 (c) Adoption, 2, 3, 4 Other business, 5.
    Item 1 (c) is under consideration.
    """
    return Terminal(Path(shutil.copy(_opened, tmp_path / "nemcon.db")))


@pytest.fixture
def bureau(empty: Terminal) -> Terminal:
    """A record with an extended bureau (entry 2) and a meeting wg7 of a working group (entry 4)."""
    empty.clock.now = moment("2020-04-20 12:00")
    empty.runs(
        'body add UNTOC-COP "Conference of the Parties" --rules untoc --zone Europe/Vienna --at 2003-09-29',
        "body bureau UNTOC-COP --extended",
        'body add UNTOC-COP/WG.7 "Working Group on Migrants" --parent UNTOC-COP',
        "meeting schedule wg7 UNTOC-COP/WG.7 --place Vienna --dates 2020-09-08..2020-09-09 --at 2019-08-30",
    )
    return empty
