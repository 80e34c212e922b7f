"""Printing: the papers of an agenda of 200 items in a new process, the slowest paper of each form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from tests.bench.cold import run_nemcon
from tests.bench.figure import Figure, limit, timed
from tests.bench.meetings import commands, long_meeting, new_record, together
from tests.bench.places import Places

_PAPERS = {
    "the agenda": ["agenda"],
    "the annotated agenda": ["provisional", "--annotated"],
    "the comparison": ["comparison"],
    "the concordance": ["concordance"],
}
_FORMS = ("text", "html", "docx", "pdf")


def forms(places: Places) -> Iterator[Figure]:
    """Each paper in each form, start-up included; the modules are compiled before. The best of five."""
    path = places.folder / "papers.db"
    register = new_record(path)
    together(register, commands("m0", islice(long_meeting("m0", 50, listed=200), 50)))
    register.engine.dispose()
    for form in _FORMS:
        timed_ = {name: _best(places, str(path), words, form) for name, words in _PAPERS.items()}
        slowest = max(timed_, key=lambda name: timed_[name])
        yield limit(f"papers of 200 items as {form}, {slowest} the slowest", timed_[slowest], at_most=1000)


def _best(places: Places, path: str, words: list[str], form: str) -> float:
    output = str(places.folder / f"paper.{form}")
    product = partial(run_nemcon, places, "--db", path, "print", *words, "--format", form, "-o", output)
    product()
    return min(timed(product) for _ in range(5))
