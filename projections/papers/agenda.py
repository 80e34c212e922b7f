"""The agenda as a paper: provisional, as adopted with what was orally amended, and as it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from domain.days import long_day
from domain.values import Occurred
from projections.agenda import AgendaView, Edition, ItemView, Status
from projections.meetings import MeetingView
from projections.papers import footnotes as understood
from projections.papers.amendments import effects, proposal
from projections.papers.footnotes import Footnote, footnotes, marks
from projections.papers.items import GONE, deleted, label, named, title
from projections.papers.languages import elsewhere, languages
from projections.papers.layout import (
    Block,
    Heading,
    Inline,
    Listing,
    Note,
    Paragraph,
    Row,
    Span,
    as_text,
)
from projections.papers.masthead import masthead
from projections.words import capital, listed, quoted, sitting_words

if TYPE_CHECKING:
    from projections.amendments import AmendmentView
    from projections.documents import Annotated, Listed

Why = Mapping[str, list[int]] | None
"""The entries behind each item, by its identity, where they are asked for."""

_MARK = "¹"
_THIN = "\N{THIN SPACE}"


def text(meeting: MeetingView, agenda: AgendaView, *, why: Why = None, lang: str | None = None) -> str:
    """The agenda as text."""
    return as_text(blocks(meeting, agenda, why, lang))


def annotated(
    meeting: MeetingView,
    agenda: AgendaView,
    documents: Sequence[Listed],
    annotations: Sequence[Annotated],
    none_foreseen: Collection[str],
    *,
    why: Why = None,
    lang: str | None = None,
) -> Iterator[Block]:
    """The annotated provisional agenda: the list, then each item with its annotation and documentation."""
    listed_under = {item.id: [_document(one) for one in documents if one.item == item.id] for item in agenda.items}
    said = {item.id: [one.text for one in annotations if one.item == item.id] for item in agenda.items}
    yield masthead(meeting, *_issue(agenda))
    yield Heading("Annotated provisional agenda")
    yield Heading("Provisional agenda", level=2)
    yield Listing(_rows(agenda.items, None, why, lang))
    yield from languages(agenda.items, lang)
    yield Heading("Annotations", level=2)
    yield from elsewhere({one.language for one in annotations} | {one.language for one in documents}, lang)
    for item in agenda.items:
        parent = next((one for one in agenda.items if one.id == item.parent), None)
        none = ["No documentation is foreseen."] if item.id in none_foreseen else []
        yield Heading(title(item, lang), level=3, label=label(item, parent), entries=_entries(item, why))
        yield from (Paragraph(paragraph) for paragraph in [*said[item.id], *none])
        if listed_under[item.id]:
            yield Heading("Documentation", level=4)
        yield from (Paragraph(document) for document in listed_under[item.id])


def _document(one: Listed) -> str:
    return one.symbol if one.title in {"", one.symbol} else f"{one.title} ({one.symbol})"


def as_json(
    meeting: MeetingView, agenda: AgendaView, *, entry: int | None, why: Why = None, lang: str | None = None
) -> dict[str, object]:
    """The agenda for other programs. `entry` is the last one the view rests on; titles are verbatim."""
    return {
        "meeting": meeting.key,
        "body": meeting.body,
        "edition": agenda.edition,
        "status": agenda.status,
        "adopted": _adopted(agenda),
        "provisionally_adopted": _provisionally(agenda),
        "applied_entry": agenda.applied_entry,
        "understandings": understood.as_json(agenda),
        "items": _nested(agenda.items, None, why, lang),
        "amendments": [_amendment(one) for one in agenda.amendments],
        "changes": [{**_amendment(one), "day": one.day, "decision": one.decision} for one in agenda.changes],
        "entry": entry,
    }


def _amendment(one: AmendmentView) -> dict[str, object]:
    told = {"kind": one.kind, "item": one.item, "was": one.was, "number": one.number, "title": one.title}
    return {**told, "entry": one.entry}


def _adopted(agenda: AgendaView) -> dict[str, object] | None:
    if agenda.adopted is None:
        return None
    return {
        "occurred": _occurred(agenda.adopted),
        "sitting": agenda.sitting,
        "resumed": agenda.resumed,
        "as_amended": agenda.as_amended,
        "in_abeyance": [item.number for item in agenda.items if item.id in agenda.in_abeyance],
        "excepted": [item.number for item in agenda.items if item.status == "excepted"],
        "symbol": agenda.adopted_symbol,
        "allocation": agenda.allocation,
        "entry": agenda.adopted_entry,
    }


def _provisionally(agenda: AgendaView) -> dict[str, object] | None:
    one = agenda.provisionally
    if one is None:
        return None
    return {"occurred": _occurred(one.occurred), "sitting": one.sitting, "resumed": one.resumed, "entry": one.entry}


def _occurred(when: Occurred) -> dict[str, object]:
    return {"day": when.day.isoformat(), "at": when.at.isoformat() if when.at else None, "zone": when.zone}


def _nested(items: Sequence[ItemView], parent: str | None, why: Why, lang: str | None) -> list[dict[str, object]]:
    nested: list[dict[str, object]] = []
    for item in items:
        if item.parent == parent:
            wording, language = item.title.in_language(lang)
            told = {"id": item.id, "number": item.number, "title": wording, "title_language": language}
            entries = {} if why is None else {"entries": [*_entries(item, why)]}
            below = {"items": _nested(items, item.id, why, lang)}
            before = {"continues": [asdict(one) for one in item.continues]}
            noted = {"considered": item.considered, "footnotes": [*item.footnotes], "allocated": [*item.allocated]}
            nested.append({**told, "status": item.status, **noted, **before, **entries, **below})
    return nested


def how_adopted(agenda: AgendaView) -> str:
    """Adopted at the 1st meeting, on 8 September 2020: the sitting is left out where it is not known."""
    return f"adopted{_when(agenda.sitting, agenda.adopted, resumed=agenda.resumed)}"


def _when(sitting: int | None, occurred: Occurred | None, *, resumed: bool) -> str:
    at = f" at the {sitting_words(sitting, resumed=resumed)}," if sitting else ""
    return f"{at} on {long_day(occurred.day)}" if occurred else at


def blocks(meeting: MeetingView, agenda: AgendaView, why: Why = None, lang: str | None = None) -> Iterator[Block]:
    """What the paper consists of. Titles are in `lang`; where one is missing, in the original, as the paper says."""
    changed = effects(agenda)
    notes = footnotes(agenda, first=2 if changed else 1)
    mark = _THIN.join(filter(None, [_MARK if changed else "", marks(notes, None)]))
    yield masthead(meeting, *_issue(agenda))
    yield from _heading(meeting, agenda, why, mark)
    yield Listing(_rows(agenda.items, None, why, lang, notes))
    if _pending(agenda):
        yield Heading("Oral amendments pending", level=2)
        yield Listing(tuple(proposal(agenda, one, why) for one in agenda.amendments))
    yield from languages(agenda.items, lang)
    if changed:
        entries = [one.entry for one in agenda.amendments] if why is not None else []
        yield Note(_MARK, f"As orally amended: {'; '.join(changed)}.", entries)
    for note in notes:
        yield Note(note.mark, note.text, [] if why is None or note.entry is None else [note.entry])


def _issue(agenda: AgendaView) -> tuple[str, ...]:
    """The symbol and date of the provisional paper; of the agenda as adopted, the symbol of its own paper."""
    if agenda.edition is Edition.ADOPTED:
        return (agenda.adopted_symbol,) if agenda.adopted_symbol else ()
    if agenda.edition is not Edition.PROVISIONAL:
        return ()
    return (*([agenda.symbol] if agenda.symbol else []), long_day(agenda.issued))


def _pending(agenda: AgendaView) -> bool:
    return agenda.edition is Edition.CURRENT and agenda.adopted_entry is None and bool(agenda.amendments)


def _heading(meeting: MeetingView, agenda: AgendaView, why: Why, mark: str) -> Iterator[Block]:
    """The heading and, where it does not say all, how far the agenda has come."""
    entries = [] if why is None else [_basis(agenda)]
    if agenda.edition is Edition.ADOPTED:
        yield Heading(f"Agenda, as {how_adopted(agenda)}{mark}", entries=entries)
        yield from _conditions(agenda)
    elif agenda.edition is Edition.PROVISIONAL:
        yield Heading("Provisional agenda", entries=entries)
    elif agenda.adopted_entry is not None:
        yield Heading("Agenda, as it stands")
        yield Paragraph(f"{capital(how_adopted(agenda))}.{mark}", entries)
        yield from _conditions(agenda)
    else:
        pending = ", with the oral amendments pending" if agenda.amendments else ""
        yield Heading(f"{_not_yet(agenda)}{pending}{mark}", entries=entries)
        yield Paragraph(_NOT_ADOPTED[agenda.status].format(says=meeting.says))
        if agenda.applied_entry is not None:
            yield Paragraph(_APPLIED, [] if why is None else [agenda.applied_entry])
        yield from _conditions(agenda)


def _basis(agenda: AgendaView) -> int:
    """The entry that the list rests on: its adoption, the provisional one, or the issue of the paper."""
    if agenda.edition is Edition.PROVISIONAL:
        return agenda.issued_entry
    return agenda.adopted_entry or (agenda.provisionally.entry if agenda.provisionally else agenda.issued_entry)


def _not_yet(agenda: AgendaView) -> str:
    if (one := agenda.provisionally) is None:
        return "Provisional agenda"
    return f"Agenda, as provisionally adopted{_when(one.sitting, one.occurred, resumed=one.resumed)}"


def _conditions(agenda: AgendaView) -> Iterator[Block]:
    """What the adoption says of single items."""
    held = [item for item in agenda.items if item.id in agenda.in_abeyance]
    excepted = [item for item in agenda.items if item.status == "excepted"]
    said = [f"with {listed(map(_titled, held))}, held in abeyance"] if held else []
    said += [f"with the exception of {listed(map(_titled, excepted))}"] if excepted else []
    if said:
        yield Paragraph(f"Adopted {', and '.join(said)}.")
    if agenda.allocation:
        yield Paragraph(f"The allocation of the items was adopted with it: {agenda.allocation}.")


def _titled(item: ItemView) -> str:
    return f"{named(item)}, {quoted(item.title)}"


_NOT_ADOPTED = {
    Status.PROVISIONAL: "Not yet adopted.",
    Status.PROVISIONALLY_ADOPTED: "Not finally adopted.",
    Status.NEVER_ADOPTED: "Not adopted: the {says} was closed without it.",
}
_APPLIED = "Work began on the basis of the provisional agenda."


def _rows(
    items: Sequence[ItemView], parent: ItemView | None, why: Why, lang: str | None, notes: Sequence[Footnote] = ()
) -> tuple[Row, ...]:
    """The items under `parent`. What stood under a deleted item went before it and is not printed again."""
    return tuple(
        Row(
            label=label(item, parent),
            text=_title(item, lang, notes),
            entries=_entries(item, why),
            rows=() if deleted(item) else _rows(items, item, why, lang, notes),
            key=item.id,
        )
        for item in items
        if item.parent == (parent.id if parent else None)
    )


def _title(item: ItemView, lang: str | None, notes: Sequence[Footnote]) -> Inline:
    """The title, or what is printed where the item is gone, with the marks of its footnotes."""
    mark = marks(notes, item.id)
    if not deleted(item):
        return f"{title(item, lang)}{mark}"
    return (*GONE[item.status], Span(mark)) if mark else GONE[item.status]


def _entries(item: ItemView, why: Why) -> Sequence[int]:
    return [] if why is None else why.get(item.id, [])
