"""Files as people give them: read whole or refused in plain words; written whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from cli.errors import Refused

LARGEST = 10_000_000
"""Bytes of text; whoever names a larger file has named the wrong one."""


def text_of(file: Path) -> str:
    """The text of a file; refused where it is none."""
    with file.open("rb") as opened:
        return text_in(opened, file.name)


def text_in(opened: BinaryIO, name: str) -> str:
    """The text that an open file holds: not empty, in UTF-8, no longer than `LARGEST`."""
    data = opened.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Refused(f"{name} is larger than {LARGEST // 1_000_000} MB.", "Check that it is the file you meant.")
    if b"\0" in data:
        raise Refused(f"{name} is not text.", "Save it as plain text (UTF-8).")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"{name} is not UTF-8 text.", "Save it as plain text (UTF-8).") from error
    if not text.strip():
        raise Refused(f"{name} is empty.", "Check that it is the file you meant.")
    return text


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file of any kind and size; refused where nothing is in it."""
    if not file.stat().st_size:
        raise Refused(f"{file.name} is empty.", "Check that it is the file you meant.")
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextmanager
def whole(output: Path) -> Iterator[TextIOWrapper]:
    """A file to write text to, which takes the place of `output` once all of it is written, or leaves no trace."""
    try:
        if output.exists() and not output.is_file():  # a pipe or a device is written to, never replaced
            with output.open("w", encoding="utf-8", newline="\n") as file:
                yield file
        else:
            yield from _beside(output.resolve())
    except OSError as error:
        raise Refused(
            f"{output} was not written: {error.strerror or error}.", "Check the folder, and the space on the disk."
        ) from error


def write(output: Path, data: bytes) -> None:
    """Write a file of any kind as `whole` does."""
    with whole(output) as file:
        file.buffer.write(data)  # the text layer above it has written nothing


def _beside(output: Path) -> Iterator[TextIOWrapper]:
    partial = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        partial.replace(output)
    finally:
        partial.unlink(missing_ok=True)
