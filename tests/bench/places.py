"""Where the bench keeps its files: a temporary folder, and the records that several figures read."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench.meetings import commands, long_meeting, new_record, together


@dataclass
class Places:
    """A folder for the records. `many` is how many acts an import has, `huge` how many events a rebuild."""

    folder: Path
    many: int = 100_000
    huge: int = 1_000_000
    acts: int = 5_000

    @property
    def imported(self) -> Path:
        """The record that the import leaves behind, which the replay reads."""
        return self.folder / "imported.db"

    def copy(self, path: Path) -> Path:
        """A copy of a record, in a folder of its own."""
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        return Path(shutil.copy(path, folder))

    def long_meeting(self) -> Path:
        """A record with one long meeting, made when it is first asked for."""
        path = self.folder / "long.db"
        if not path.exists():
            register = new_record(path)
            together(register, commands("long", long_meeting("long", self.acts)))
            register.engine.dispose()
        return path
