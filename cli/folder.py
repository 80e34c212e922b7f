"""A folder that takes the place of an earlier one, whole or not at all; that of somebody else is left alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from cli.errors import Refused

MARKER: Final = ".nemcon-site"
"""The file by which a folder is known as one of ours: it names the others."""

_HEAD: Final = "Written by nemcon site, with these files; written again, all of them are replaced."


def write_folder(output: Path, files: Mapping[str, bytes]) -> None:
    """Write the files as the folder `output`, in place of those that an earlier run wrote there."""
    target = output.resolve()
    _must_be_ours(output, target)
    new, old = (target.with_name(f".{target.name}.{os.getpid()}.{what}") for what in ("part", "old"))
    try:
        _fill(new, {**files, MARKER: "\n".join([_HEAD, *sorted(files), ""]).encode()})
        _exchange(target, new, old)
    except OSError as error:
        raise Refused(
            f"{output} was not written: {error.strerror or error}.", "Check the folder, and the space on the disk."
        ) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _must_be_ours(output: Path, target: Path) -> None:
    """Refuse a folder that holds anything which no earlier run wrote: it would be lost."""
    if not target.exists():
        return
    if Path.cwd().resolve().is_relative_to(target):
        raise Refused(f"{output} is the folder in which you are.", "Name one below it, or beside it: -o DIR")
    found = {one.name for one in target.iterdir()}
    marker = target / MARKER
    listed = set(marker.read_text(encoding="utf-8").splitlines()) if marker.is_file() else set()
    foreign = sorted(name for name in found if name not in {*listed, MARKER} or (target / name).is_dir())
    if foreign:
        more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
        raise Refused(
            f"{output} holds what nemcon site did not write there: {foreign[0]}{more}.", "Name a new folder: -o DIR"
        )


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def _exchange(target: Path, new: Path, old: Path) -> None:
    """The new folder for the one that is there; where that fails, the one that was there stays."""
    if not target.exists():
        new.replace(target)
        return
    target.replace(old)
    try:
        new.replace(target)
    except OSError:
        old.replace(target)
        raise
    shutil.rmtree(old)
