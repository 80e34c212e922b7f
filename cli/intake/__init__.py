"""The reading of annotated provisional agendas.

    paper = read(Path("agenda.txt"))

A reading is a preview, never the record: `paper.warnings` names every line that was not understood, everything
announced but not found, and every cross-check that failed.
"""

from __future__ import annotations

from pathlib import Path

from cli.intake import layout_asciidoc, layout_list, layout_plain
from cli.intake.as_json import as_json
from cli.intake.assemble import assembled
from cli.intake.forms import source_of
from cli.intake.paper import Paper
from cli.intake.source import Unreadable, bytes_of, sha256_of
from cli.intake.why import WHY, Doubts

__all__ = ["WHY", "Paper", "Unreadable", "as_json", "read", "read_bytes"]


_NEXT = (
    "Check that it is an annotated provisional agenda in English; or write the list of items alone, "
    "numbered from the first line on: 1. Opening of the meeting"
)


def read(path: Path) -> Paper:
    """The paper in the file. Refused with `Unreadable`: what cannot be read as text, is too large, or no agenda."""
    return read_bytes(bytes_of(path), path.name)


def read_bytes(data: bytes, name: str) -> Paper:
    """The paper in the bytes; `name` is what a refusal calls it."""
    doubts = Doubts()
    source = source_of(data, name, doubts)
    for layout in (layout_asciidoc, layout_plain, layout_list):
        if layout.fits(source.lines):
            return assembled(layout.sections(source.lines, doubts), source, name, sha256_of(data), doubts)
    why = "no line of it is the heading “Provisional agenda”, in English"
    raise Unreadable(name, why, _NEXT)
