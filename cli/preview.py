"""What a paper says, on one screen: the preview that comes before any recording."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from cli.intake.paper import Masthead, Paper, PaperItem, Reference
from domain.days import long_day
from projections.words import clock, counted, days, ordinal_word

_WIDTH = 100
_LABEL = 14


def preview(paper: Paper) -> str:
    """The facts read, and below them every warning with its line and why it matters."""
    rows = [*_head(paper), *_items(paper), *_work(paper), *_decisions(paper)]
    return "\n".join([*(_row(label, text) for label, text in rows), *warnings_of(paper)])


def _row(label: str, text: str) -> str:
    lead = f"{label:<{_LABEL}}"
    return textwrap.fill(text, _WIDTH, initial_indent=lead, subsequent_indent=" " * _LABEL) if text else lead.rstrip()


def _head(paper: Paper) -> Iterator[tuple[str, str]]:
    head = paper.masthead
    if head == Masthead():
        yield "Paper", "a list of items alone"
        return
    yield "Body", head.body or "not found"
    if head.parent_body:
        yield "Under", head.parent_body
    yield "Meeting", "; ".join(filter(None, [_count(head.ordinal), _place(paper), _opening(paper)]))
    language = f"original: {head.original_language}" if head.original_language else ""
    issued = f"issued on {long_day(head.issued)}" if head.issued else "day of issue not found"
    symbol = head.symbol or "own symbol not found"
    yield "Paper", "; ".join(filter(None, [symbol, issued, f"Distr. {head.distribution or 'not found'}", language]))
    if paper.services:
        sittings = counted(paper.services.sittings, "sitting") if paper.services.sittings else "sittings not found"
        yield "Services", f"{sittings}; {', '.join(paper.services.languages) or 'languages not found'}"


def _count(ordinal: int | None) -> str:
    return f"the {ordinal_word(ordinal)}" if ordinal else ""


def _place(paper: Paper) -> str:
    head = paper.masthead
    held = days(head.starts, head.ends) if head.starts and head.ends else "days not found"
    return f"{head.place or 'place not found'}, {held}"


def _opening(paper: Paper) -> str:
    return f"opens at {clock(paper.opens)}" if paper.opens else ""


def _all(items: tuple[PaperItem, ...]) -> Iterator[PaperItem]:
    for item in items:
        yield item
        yield from _all(item.items)


def _items(paper: Paper) -> Iterator[tuple[str, str]]:
    every = list(_all(paper.items))
    below = len(every) - len(paper.items)
    documents = sum(len(item.documents) for item in every)
    parts = [counted(len(paper.items), "item"), counted(below, "sub-item"), counted(documents, "document")]
    yield "Agenda", ", ".join(parts)
    for item in every:
        listed = ", ".join(document.symbol or "without symbol" for document in item.documents)
        title = item.title if len(item.title) <= _WIDTH else f"{item.title[:_WIDTH]} ..."
        yield f"  {item.number}", f"{title}{f' [{listed}]' if listed else ''}{_resting(item.pursuant_to)}"


def _resting(references: tuple[Reference, ...]) -> str:
    said = ", ".join(f"{one.ref}{' (inferred)' if one.inferred else ''}" for one in references)
    return f" <- {said}" if said else ""


def _work(paper: Paper) -> Iterator[tuple[str, str]]:
    if paper.organization_of_work:
        places = sum(len(sitting.items) for sitting in paper.organization_of_work)
        sittings = counted(len(paper.organization_of_work), "sitting")
        resting = _resting(paper.organization_of_work_pursuant_to)
        yield "Work", f"{sittings} with {counted(places, 'item')} in them, continued ones counted again{resting}"


def _decisions(paper: Paper) -> Iterator[tuple[str, str]]:
    for label, one in zip(["Silence", *[""] * len(paper.silence)], paper.silence, strict=False):
        yield label, f"{long_day(one.date)}, {one.body}: {one.subject}"
    for text in paper.resolutions:
        yield text.kind.capitalize(), f"{text.number}, {text.title or 'without its title'}"
        for provision in text.decided:
            yield f"  {provision.modality}", f"{provision.text} (in part)"


def warnings_of(paper: Paper) -> Iterator[str]:
    """Every warning with its name, its line and why it matters."""
    if paper.warnings:
        yield f"{counted(len(paper.warnings), 'warning').capitalize()}:"
    for one in paper.warnings:
        shown = f" {one.text!r}." if one.text else ""
        text = f"{one.name} ({one.place}):{shown} {one.why}"
        yield textwrap.fill(text, _WIDTH, initial_indent="  ", subsequent_indent="    ")
