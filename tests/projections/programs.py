"""Programs of this machine that read a paper back; whatever is absent skips the test, and says so."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def program(name: str) -> str:
    """The path of a program; where there is none, the test is skipped."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed on this machine")
    return found


def said(*words: str | Path) -> str:
    """What a program answers."""
    name, *rest = map(str, words)
    done = subprocess.run([program(name), *rest], capture_output=True, check=True, timeout=120)  # noqa: S603 - ours
    return done.stdout.decode()
