"""`python -m tests.bench`: measure, and print one JSON object a line.

Nothing here passes or fails by time: `ok` says whether a goal holds on this machine, today.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.bench.acts import importing, one_act, one_more
from tests.bench.cold import demonstrating, recording, showing
from tests.bench.figure import Figure
from tests.bench.forms import forms
from tests.bench.large import large
from tests.bench.lineage import lineages
from tests.bench.live import answering
from tests.bench.papers_read import papers_read
from tests.bench.places import Places
from tests.bench.printing import printing
from tests.bench.reading import agendas, replays
from tests.bench.site import sites
from tests.bench.verifying import verifying
from tests.bench.writers import writing

FIGURES: Mapping[str, Callable[[Places], Figure | Iterator[Figure]]] = {
    "act": one_act,
    "import": importing,
    "replay": replays,
    "verify": verifying,
    "agenda": agendas,
    "more": one_more,
    "large": large,
    "live": answering,
    "cold": showing,
    "start": recording,
    "demo": demonstrating,
    "lineage": lineages,
    "site": sites,
    "writers": writing,
    "printing": printing,
    "forms": forms,
    "intake": papers_read,
}


def main() -> None:
    """Measure all the figures, or one."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", choices=FIGURES, metavar="NAME", help=f"one of: {', '.join(FIGURES)}")
    parser.add_argument("--quick", action="store_true", help="a tenth of the events, and the names say so")
    said = parser.parse_args()
    gc.set_threshold(50_000, 20, 20)  # as the command line does
    with tempfile.TemporaryDirectory() as folder:
        for name in [said.only] if said.only else FIGURES:
            gc.collect()
            gc.freeze()  # as the command line does once it is imported; and nothing is left of the figure before
            places = Places(Path(folder), *((10_000, 100_000) if said.quick else ()))
            for figure in _several(FIGURES[name](places)):
                print(figure.line(), flush=True)
    sys.exit(0)


def _several(found: Figure | Iterator[Figure]) -> Iterator[Figure]:
    if isinstance(found, Figure):
        yield found
    else:
        yield from found


if __name__ == "__main__":
    main()
