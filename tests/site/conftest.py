"""The pages of the tutorial's meeting, with silence running, written once for all tests."""

import shutil
from pathlib import Path

import pytest

from tests.cli.terminal import IMPORT, Clock, Terminal, moment

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _a_desk_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests has no say in them."""
    for name in ("NEMCON_DB", "NEMCON_MEETING", "NEMCON_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NEMCON_BY", "secretary")
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="session")
def _held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEMCON_BY", "secretary")
        patch.chdir(ROOT)
        terminal = Terminal(tmp_path_factory.mktemp("held") / "nemcon.db", Clock(moment("2020-09-20 12:00")))
        terminal.types("init")
        terminal.types(IMPORT)
        for script in ("resolutions", "first-day", "the-rest"):
            terminal.types(f"run examples/{script}.nemcon")
    return terminal.db


@pytest.fixture
def held(tmp_path: Path, _held: Path) -> Terminal:
    """The meeting wg7 from its provisional agenda to its report, recorded on 20 September 2020 (entries 1 to 74)."""
    return Terminal(Path(shutil.copy(_held, tmp_path / "nemcon.db")), Clock(moment("2020-09-20 12:00")))


@pytest.fixture
def silent(held: Terminal) -> Terminal:
    """The same, with two silences of a bureau, which are restricted: one is broken (entry 76), one runs."""
    for key, zone in (("topics-2021", "Europe/Vienna"), ("plan-2021", "America/New_York")):
        held.types(
            f'silence circulate {key} UNTOC-COP/XBUREAU "On {key}" --until "2020-10-01 18:00" --zone {zone} '
            "--at 2020-09-18T09:00"
        )
    held.types('silence object topics-2021 --received "2020-09-19 10:00" --from Ruritania --at 2020-09-19T10:00')
    return held
