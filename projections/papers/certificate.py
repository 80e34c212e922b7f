"""The certificate of a paper: which paper, from which entries, when and by whom; and how far the record is witnessed.

It stands on a page of its own, never at the foot of the paper, whose bytes it names.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.days import long_day
from projections.issued import IssuedView, how, name
from projections.meetings import MeetingView
from projections.papers.layout import Block, Heading, Listing, Paragraph, Row
from projections.papers.masthead import masthead
from projections.words import capital


@dataclass(frozen=True, kw_only=True)
class Seal:
    """The checkpoint that covers the entries of a paper: how many it covers, its root, and the signed note if any.

    `witnessed` is the size of the last checkpoint that a witness gave back; 0 where none did.
    """

    size: int
    root: bytes
    note: str | None
    witnessed: int


def blocks(meeting: MeetingView, paper: IssuedView, seal: Seal | None, recorded_at: str) -> Iterator[Block]:
    """What the page consists of."""
    yield masthead(meeting)
    yield Heading("Certificate")
    yield Paragraph(
        "This page goes with a paper that was printed from the record. The SHA-256 is of the paper's bytes."
    )
    yield Listing(tuple(_rows(paper, seal, recorded_at)))
    yield from _standing(paper, seal)
    if seal is not None and seal.note:
        yield Heading("Checkpoint, as the record signed it", level=2)
        yield from (Paragraph(line) for line in seal.note.splitlines() if line)
    yield Paragraph(
        "Whoever has the record can have the paper made again: nemcon papers --check. To find this paper by its bytes: "
        "nemcon papers FILE."
    )


def _rows(paper: IssuedView, seal: Seal | None, recorded_at: str) -> Iterator[Row]:
    yield Row("Paper", f"{capital(name(paper.asked['paper'], paper.asked['what']))}, {how(paper.asked)}")
    yield Row("SHA-256", paper.sha256)
    yield Row("Entries", f"1 to {paper.last}")
    yield Row("Issued", f"{long_day(date.fromisoformat(paper.day))}, by {paper.recorded_by}")
    yield Row("Recorded", f"Entry {paper.entry}, {recorded_at}")
    if seal is not None:
        yield Row("Root", f"{base64.b64encode(seal.root).decode()}, of entries 1 to {seal.size}")


def _standing(paper: IssuedView, seal: Seal | None) -> Iterator[Block]:
    """How far others have seen what the paper rests on."""
    if seal is None or not seal.note:
        yield Paragraph("No key of the record has signed the root.")
    if seal is None or seal.witnessed == 0:
        yield Paragraph("No witness has seen the record.")
    elif seal.witnessed < paper.last:
        first = seal.witnessed + 1
        which = f"entry {first} has" if first == paper.last else f"entries {first} to {paper.last} have"
        yield Paragraph(f"A witness has seen the entries up to {seal.witnessed}; {which} not been witnessed.")
    else:
        yield Paragraph("A witness has seen all the entries of the paper.")


def as_json(meeting: MeetingView, paper: IssuedView, seal: Seal | None, recorded_at: str) -> dict[str, Any]:
    """The certificate for other programs."""
    root = (
        None if seal is None else {"size": seal.size, "root": base64.b64encode(seal.root).decode(), "note": seal.note}
    )
    told = {"meeting": meeting.key, "entry": paper.entry, "paper": dict(paper.asked), "sha256": paper.sha256}
    window = max(0, paper.last - (seal.witnessed if seal else 0))
    issued = {"last": paper.last, "day": paper.day, "recorded_by": paper.recorded_by, "recorded_at": recorded_at}
    return {**told, **issued, "checkpoint": root, "unwitnessed_entries": window}
