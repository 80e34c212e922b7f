"""Papers as they are read: the founding one in each of its forms, and how the time grows with the file."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import Final

from cli.intake import read_bytes
from tests.bench.figure import Figure, cost, limit
from tests.bench.places import Places
from tests.intake.papers import FOUNDING, SAMPLE, SHARED
from tests.intake.word import from_text, members, p, row, tbl, zipped

_SENTENCE: Final = "Members may wish to tell how their harbours fared in the storm of 1 May 2020.\n\n"
_QUICK: Final = 10_000  # acts; with so few, a tenth is enough here too
_LARGE: Final = 9_500_000  # bytes: just below the largest file that is read


def papers_read(places: Places) -> Iterator[Figure]:
    """The founding paper (where it is at hand, else our own of its make), and files ten times as large as others."""
    name, text = _paper()
    for form, data in (("text", text.encode()), ("Word", from_text(text))):
        read_bytes(data, form)
        spent = statistics.median(_spent(data) for _ in range(21))
        yield limit(f"{name} read from {form}, after start-up, time of the processor", spent, at_most=50)
    large = _LARGE if places.many > _QUICK else _LARGE // 10
    for what, made in (("text", _long_text), ("Word", _long_word), ("Word, in tables", _long_tables)):
        yield _growth(what, made, large)


def _growth(what: str, made: Callable[[int], bytes], large: int) -> Figure:
    """Twice the file against twice the time."""
    whole, half = made(large), made(large // 2)
    name = f"reading {what} of {large / 1e6:.1f} MB of words, against twice the time for half of it"
    floor, seconds = 2 * _spent(half), _spent(whole)
    return cost(name, seconds * 1000, floor * 1000, unit="ms", at_most=1.25)


def _spent(data: bytes) -> float:
    """The seconds the processor spends on a paper: reading waits for nothing, the clock would tell of others."""
    gc.collect()
    start = process_time()
    read_bytes(data, "paper")
    return process_time() - start


def _paper() -> tuple[str, str]:
    path: Path = SHARED / FOUNDING
    return (
        ("the founding paper", path.read_text("utf-8")) if path.exists() else ("a paper like the founding one", SAMPLE)
    )


def _long_text(size: int) -> bytes:
    return SAMPLE.replace("Members may tell", _SENTENCE * (size // len(_SENTENCE)) + "Members may tell").encode()


def _long_word(size: int) -> bytes:
    return _word_with(p(_SENTENCE.strip()), size)


def _long_tables(size: int) -> bytes:
    return _word_with(tbl(row("", "2", _SENTENCE.strip())), size)


def _word_with(block: str, size: int) -> bytes:
    """The paper with as many blocks as make its main part so large."""
    files, name = members(from_text(SAMPLE)), "word/document.xml"
    before = p("Members may tell how their harbours fared.")
    xml = files[name].decode().replace(before, block * (size // len(block)) + before)
    return zipped(files | {name: xml.encode()})
