"""The adoption of the agenda, final or provisional, what the Chair says of it, and the work that begins without it."""

from __future__ import annotations

from collections.abc import Iterator

from domain.act import act
from domain.agenda import (
    Agenda,
    AgendaAdopted,
    AgendaProvisionallyAdopted,
    ProvisionalAgendaApplied,
    UnderstandingStated,
    must_be_issued,
    must_have,
)
from domain.context import Context
from domain.days import dated
from domain.items import Items, must_be_free
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.sittings import Sittings, must_be_open
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
    excepted: tuple[str, ...] = (),
    symbol: str | None = None,
    allocation: str | None = None,
) -> AgendaAdopted:
    """Adopt the agenda with the oral amendments pending, some items held in abeyance, others left out."""
    must_stand(schedule)
    must_be_issued(agenda)
    _once(schedule, agenda)
    _after_the_opening(schedule, sittings, entry, context)
    _apart(agenda, items, in_abeyance, excepted)
    # The record: the agenda and the allocation of its items are two papers.
    if allocation is not None and allocation == symbol:
        raise impossible(f"{symbol} cannot be both papers.", "Name each: --symbol A/77/251 --allocation A/77/252")
    return AgendaAdopted(
        entry=entry, taken=taken, in_abeyance=in_abeyance, excepted=excepted, symbol=symbol, allocation=allocation
    )


@act
def adopt_agenda_provisionally(
    schedule: Schedule,
    sittings: Sittings,
    agenda: Agenda,
    items: Items,
    entry: Entry,
    context: Context,
    *,
    taken: Taken,
    in_abeyance: tuple[str, ...] = (),
    excepted: tuple[str, ...] = (),
) -> AgendaProvisionallyAdopted:
    """Adopt the agenda provisionally, once, before it is adopted finally."""
    must_stand(schedule)
    must_be_issued(agenda)
    _once(schedule, agenda)
    _not_provisionally(agenda)
    _after_the_opening(schedule, sittings, entry, context)
    _apart(agenda, items, in_abeyance, excepted)
    return AgendaProvisionallyAdopted(entry=entry, taken=taken, in_abeyance=in_abeyance, excepted=excepted)


@act
def apply_provisional_agenda(
    schedule: Schedule, sittings: Sittings, agenda: Agenda, entry: Entry, context: Context, *, taken: Taken
) -> ProvisionalAgendaApplied:
    """Begin the work on the basis of the provisional agenda, without adopting it."""
    del context
    must_be_open(schedule, sittings)
    must_be_issued(agenda)
    _once(schedule, agenda)
    _not_provisionally(agenda)
    if agenda.applied is not None:
        raise impossible(
            f"The provisional agenda is applied already (entry {agenda.applied.number}).", "Nothing needs to be done."
        )
    return ProvisionalAgendaApplied(entry=entry, taken=taken)


@act
def state_understanding(
    schedule: Schedule, agenda: Agenda, entry: Entry, context: Context, *, text: str, item: str | None = None
) -> UnderstandingStated:
    """State the Chair's understanding of an item, or of the whole agenda."""
    del context
    must_stand(schedule)
    must_be_issued(agenda)
    if item is not None:
        must_have(agenda, item)
    if not text.strip():
        raise impossible("The understanding has no text.", "Give it: nemcon agenda understanding TEXT")
    return UnderstandingStated(entry=entry, text=text, item=item)


def _once(schedule: Schedule, agenda: Agenda) -> None:
    # The record: an agenda is adopted once.
    if agenda.adoption is not None:
        raise impossible(
            f"The agenda of {schedule.key} was adopted on {dated(agenda.adoption.entry)}. An agenda is adopted once.",
            "To change it now: nemcon item add, delete, retitle or move. "
            f"If entry {agenda.adoption.entry.number} was wrong: nemcon correct {agenda.adoption.entry.number} "
            "agenda adopt",
        )


def _not_provisionally(agenda: Agenda) -> None:
    # The record: what is provisionally adopted can only be adopted finally.
    if agenda.provisionally is not None:
        raise impossible(
            f"The agenda was provisionally adopted already (entry {agenda.provisionally.entry.number}).",
            "To adopt it finally: nemcon agenda adopt",
        )


def _after_the_opening(schedule: Schedule, sittings: Sittings, entry: Entry, context: Context) -> None:
    # Rule 11 (UNTOC Conference): the agenda is submitted for approval after the opening.
    if not sittings.begun:
        context.rules(schedule.body).forbid(
            "adoption",
            entry,
            f"The {schedule.says} {schedule.key} has not been opened.",
            "First: nemcon meeting open --at WHEN",
        )


def remarks_before_the_opening(
    schedule: Schedule, sittings: Sittings, fact: AgendaAdopted | AgendaProvisionallyAdopted
) -> Iterator[str]:
    """Where no rule asks for the opening first, an adoption before it is unusual."""
    if not sittings.begun and not fact.taken.out_of_session:
        yield f"The {schedule.says} {schedule.key} has not been opened; the opening usually comes before the adoption."


def _apart(agenda: Agenda, items: Items, in_abeyance: tuple[str, ...], excepted: tuple[str, ...]) -> None:
    """Each item held or left out is on the list and not done with, and no item is both."""
    for item in (*in_abeyance, *excepted):
        must_be_free(agenda, items, item)
    gone = {line.id for item in excepted for line in agenda.in_force.subtree(item)}
    if gone & {*in_abeyance}:
        raise impossible("An item is either held in abeyance or left out.", "Name it once: --abeyance N or --except N")
    if all(line.deleted or line.id in gone for line in agenda.in_force):
        raise impossible("An agenda has at least one item.", "Leave out fewer: --except N")
