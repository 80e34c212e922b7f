"""The adoption of the agenda: it makes the list the body's own, and says which items are held in abeyance."""

from __future__ import annotations

from domain.act import act
from domain.agenda import Agenda, AgendaAdopted, must_be_issued
from domain.context import Context
from domain.items import Items, must_be_free
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.sittings import Sittings
from domain.values import Entry, Taken


@act
def adopt_agenda(
    schedule: Schedule,
    sittings: Sittings,
    agenda: Agenda,
    items: Items,
    entry: Entry,
    context: Context,
    *,
    taken: Taken,
    in_abeyance: tuple[str, ...] = (),
) -> AgendaAdopted:
    """Adopt the agenda with the oral amendments pending, and with the items named held in abeyance."""
    must_stand(schedule)
    must_be_issued(agenda)
    # The record: an agenda is adopted once.
    if agenda.adoption is not None:
        raise impossible(
            f"The agenda of {schedule.key} was adopted on {agenda.adoption.entry.occurred.day:%-d %B %Y} "
            f"(entry {agenda.adoption.entry.number}). An agenda is adopted once.",
            "To change it now: nemcon item add, delete, retitle or move. "
            f"If entry {agenda.adoption.entry.number} was wrong: nemcon correct {agenda.adoption.entry.number} "
            "agenda adopt",
        )
    # Rule 11 (UNTOC Conference): the agenda is submitted for approval after the opening.
    if sittings.opened is None:
        context.rules(schedule.body).forbid(
            "adoption",
            entry,
            f"The {schedule.says} {schedule.key} has not been opened.",
            "First: nemcon meeting open --at WHEN",
        )
    for item in in_abeyance:
        must_be_free(agenda, items, item)
    return AgendaAdopted(entry=entry, taken=taken, in_abeyance=in_abeyance)
