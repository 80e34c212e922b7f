"""The differences between two states of the record as a paper, and for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from projections.differences import Changed, Differences
from projections.papers import comparison
from projections.papers.layout import Block, Heading, Listing, Paragraph, Row, as_text, columns
from projections.papers.masthead import masthead

_EDITION = "Of an edition of the agenda only the agenda is compared."


def text(found: Differences, old: str, new: str) -> str:
    """The differences as text; `old` and `new` say which states are meant."""
    return as_text(_paper(found, old, new))


def _paper(found: Differences, old: str, new: str) -> Iterator[Block]:
    yield masthead(found.meeting)
    yield Heading(f"What differs, from {old} to {new}")
    yield from _parts(found)
    if not found.any:
        yield Paragraph("No difference.")
    if found.edition_alone:
        yield Paragraph(_EDITION)


def _parts(found: Differences) -> Iterator[Block]:
    yield from _section("The meeting", found.standing)
    if found.agenda is not None and any(one.changes for one in found.agenda.items):
        yield from comparison.changes(found.agenda, "agenda")
    yield from _section("Items", found.statuses)
    yield from _section("Organization of work", found.work)
    yield from _section("Silence procedures", found.silence)


def _section(heading: str, changed: Sequence[Changed]) -> Iterator[Block]:
    if changed:
        yield Heading(heading, level=2)
        width = max(columns(one.what) for one in changed) + 2
        yield Listing(tuple(Row(one.what, _said(one)) for one in changed), (width,))


def _said(one: Changed) -> str:
    if one.was is None:
        return f"now {one.now}"
    return f"no longer {one.was}" if one.now is None else f"from {one.was} to {one.now}"


def as_json(found: Differences, old: str, new: str) -> dict[str, object]:
    """The differences for other programs: of the agenda every item, of the rest what differs."""
    return {
        "meeting": found.meeting.key,
        "from": old,
        "to": new,
        "different": found.any,
        "agenda_alone": found.edition_alone,
        "standing": _told(found.standing),
        "agenda": comparison.as_json(found.agenda)["items"] if found.agenda else [],
        "items": _told(found.statuses),
        "organization_of_work": _told(found.work),
        "silence": _told(found.silence),
    }


def _told(changed: Sequence[Changed]) -> list[dict[str, str | None]]:
    return [{"what": one.what, "was": one.was, "now": one.now} for one in changed]
