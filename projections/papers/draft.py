"""The draft of the next provisional agenda: the items carried over, from where and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from domain.outline import AgendaItem
from projections.carrying import Carried
from projections.meetings import MeetingView
from projections.papers.layout import Block, Heading, Listing, Paragraph, Row, Span, Style, as_text
from projections.papers.masthead import masthead
from projections.words import listed

_INDENT = "   "


def text(after: MeetingView, to: str, items: Sequence[AgendaItem], carried: Mapping[str, Carried], left: str) -> str:
    """The draft as text: `after` is the meeting it is drawn up after or for, `to` where the items go."""
    blocks: list[Block] = [masthead(after), Heading(f"Draft provisional agenda: items carried over to {to}")]
    blocks.append(Listing(_rows(items, carried, None)) if items else Paragraph("No item is carried over."))
    if left:
        blocks.append(Paragraph(left))
    return as_text(blocks)


def _rows(items: Sequence[AgendaItem], carried: Mapping[str, Carried], parent: AgendaItem | None) -> tuple[Row, ...]:
    return tuple(
        Row(_label(item, parent), _said(item, carried[item.id]), rows=_rows(items, carried, item))
        for item in items
        if item.parent == (parent.id if parent else None)
    )


def _label(item: AgendaItem, parent: AgendaItem | None) -> str:
    return f"{item.number}." if parent is None else item.number.removeprefix(f"{parent.number} ")


def _said(item: AgendaItem, one: Carried) -> tuple[Span, ...]:
    """The title, and in brackets which item it was, and why it comes back."""
    why = [f"item {one.item.number} of {one.meeting.key}", *([one.why] if one.why else [])]
    papers = [f": {listed(one.documents)}"] if one.documents else []
    return (Span(f"{str(item.title).rstrip('.')} "), Span(f"({', '.join(why)}{''.join(papers)})", Style.ASIDE))


def plain(to: str, items: Sequence[AgendaItem]) -> str:
    """The bare list, to be edited and issued from a file."""
    lines = [f"# Items carried over to {to}. Edit this list, then: nemcon agenda issue FILE --issued DATE"]
    for item in items:
        depth = item.number.count("(")
        number = f"{item.number}." if depth == 0 else item.number.rpartition(" ")[2]
        lines.append(f"{_INDENT * depth}{number} {str(item.title).rstrip('.')}")
    return "\n".join(lines) + "\n"


def as_json(items: Sequence[AgendaItem], carried: Mapping[str, Carried]) -> list[dict[str, object]]:
    """The draft for other programs."""
    return [_told(item, carried[item.id]) for item in items]


def _told(item: AgendaItem, one: Carried) -> dict[str, object]:
    return {
        "number": item.number,
        "title": str(item.title),
        "continues": {"meeting": one.meeting.key, "item": one.item.id, "number": one.item.number},
        "why": one.why or None,
        "documents": [*one.documents],
    }
