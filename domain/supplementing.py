"""The papers that follow the provisional agenda before its adoption: supplementary ones, and those that replace it.

An item of such a paper is recognised by its title, in a revised paper also by its number: it keeps its identity.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from domain.act import act
from domain.agenda import Agenda, must_be_issued, printed
from domain.amendments import named_by
from domain.context import Context
from domain.days import dated
from domain.evolving import replace
from domain.issuing import identified, must_be_a_list
from domain.outline import AgendaItem, Line, Outline, same_title
from domain.provisional import ProvisionalAgendaRevised, SupplementaryAgendaIssued
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.values import Entry


@act
def issue_supplementary_agenda(
    schedule: Schedule,
    agenda: Agenda,
    entry: Entry,
    context: Context,
    *,
    called: str = "supplementary provisional agenda",
    symbol: str | None = None,
    issued: date,
    items: tuple[AgendaItem, ...],
    source_sha256: str | None = None,
    warnings: tuple[str, ...] = (),
) -> SupplementaryAgendaIssued:
    """Issue a paper that adds items to the provisional agenda: they follow its last one, under the next numbers.

    An item of the agenda that it repeats above new sub-items says only where these stand.
    """
    del context
    must_stand(schedule)
    _not_adopted(agenda)
    must_be_a_list(items, above=agenda.provisional)
    places = _repeated_above(agenda.provisional, items)
    # The record: an item is on an agenda once.
    for item in (one for one in items if one.id not in places):
        line = _entitled(agenda.provisional, item, set())
        if line is not None:
            raise impossible(
                f'Item {line.name}, "{line.title}", is on the provisional agenda already.',
                "A supplementary paper lists new items only; one that replaces the whole list: --revised",
            )
    return SupplementaryAgendaIssued(
        entry=entry,
        called=called,
        symbol=symbol,
        issued=issued,
        items=tuple(_numbered_on(agenda.provisional, _new(identified(items, entry, places), places))),
        source_sha256=source_sha256,
        warnings=warnings,
    )


@act
def revise_provisional_agenda(
    schedule: Schedule,
    agenda: Agenda,
    entry: Entry,
    context: Context,
    *,
    called: str = "revised provisional agenda",
    symbol: str | None = None,
    issued: date,
    items: tuple[AgendaItem, ...],
    source_sha256: str | None = None,
    warnings: tuple[str, ...] = (),
) -> ProvisionalAgendaRevised:
    """Issue a paper that replaces the provisional agenda; what it leaves out is no longer listed."""
    del context
    must_stand(schedule)
    _not_adopted(agenda)
    must_be_a_list(items)
    listed = identified(items, entry, recognised(agenda.provisional, items))
    _none_amended(agenda, {item.id for item in listed})
    return ProvisionalAgendaRevised(
        entry=entry,
        called=called,
        symbol=symbol,
        issued=issued,
        items=listed,
        source_sha256=source_sha256,
        warnings=warnings,
    )


def _not_adopted(agenda: Agenda) -> None:
    must_be_issued(agenda)
    adoption = agenda.adoption or agenda.provisionally
    # The record: from its adoption on, an agenda is changed by decisions, not by papers of the secretariat.
    if adoption is not None:
        raise impossible(
            f"The agenda was adopted on {dated(adoption.entry)}; no paper changes it any more.",
            "To change it by a decision: nemcon item add, delete, retitle or move",
        )


def _none_amended(agenda: Agenda, kept: set[str]) -> None:
    """Refuse to leave out what a pending amendment is about: it would then amend nothing."""
    left = {line.id: line for line in agenda.provisional if line.id not in kept}
    for amendment in agenda.pending:
        for line in (left[item] for item in named_by(amendment) if item in left):
            raise impossible(
                f"The paper leaves out item {line.name}, and the amendment of entry {amendment.entry.number} "
                "is about it.",
                f"First: nemcon item drop-pending {amendment.entry.number}",
            )


def repeats(outline: Outline, items: Iterable[AgendaItem]) -> bool:
    """Whether a paper lists, by their titles, every item that the list holds already."""
    titles = [str(item.title) for item in items]
    return all(any(same_title(str(line.title), title) for title in titles) for line in outline)


def recognised(outline: Outline, items: Iterable[AgendaItem]) -> dict[str, str]:
    """The identity of each item that the list holds already: by its title, else by a number nobody else claims."""
    found: dict[str, str] = {}
    for item in items:
        if (line := _entitled(outline, item, set(found.values()))) is not None:
            found[item.id] = line.id
    for item in items:
        line = outline.numbered(printed(item.number))
        if item.id not in found and line is not None and line.id not in found.values():
            found[item.id] = line.id
    return found


def _entitled(outline: Outline, item: AgendaItem, claimed: set[str]) -> Line | None:
    """The first line with the title of an item that nobody has claimed yet."""
    lines = (line for line in outline if line.id not in claimed)
    return next((line for line in lines if same_title(str(line.title), str(item.title))), None)


def _repeated_above(outline: Outline, items: tuple[AgendaItem, ...]) -> dict[str, str]:
    """The identity of each item of the list that a paper repeats above sub-items, by the paper's own id."""
    above = {item.parent for item in items}
    found = {item.id: _entitled(outline, item, set()) for item in items if item.id in above}
    return {repeated: line.id for repeated, line in found.items() if line is not None}


def _new(items: tuple[AgendaItem, ...], places: dict[str, str]) -> tuple[AgendaItem, ...]:
    """The items without those that are on the list already."""
    return tuple(item for item in items if item.id not in places.values())


def _numbered_on(outline: Outline, items: tuple[AgendaItem, ...]) -> Iterator[AgendaItem]:
    """The items under the numbers the paper gives them, or where one cannot be, all under the next free ones."""
    taken = {line.number for line in outline}
    if not any(item.number in taken or _strays(outline, item) for item in items):
        yield from items
        return
    lines = Outline(outline.lines)
    for item in items:
        number = lines.next_number(item.parent)
        lines = lines.put((Line(item.id, number, item.title, item.parent),), item.parent, None)
        yield replace(item, number=number)


def _strays(outline: Outline, item: AgendaItem) -> bool:
    """Whether a sub-item is not numbered under the item of the list under which it stands."""
    above = None if item.parent is None else outline.get(item.parent)
    return above is not None and not item.number.startswith(f"{above.number} ")
