"""The issue of the provisional agenda: each number once, each item under one printed before it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from domain.act import act
from domain.agenda import Agenda, printed
from domain.context import Context
from domain.days import long_day
from domain.evolving import replace
from domain.outline import AgendaItem, Outline
from domain.provisional import ProvisionalAgendaIssued
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.values import Distribution, Entry


@act
def issue_provisional_agenda(
    schedule: Schedule,
    agenda: Agenda,
    entry: Entry,
    context: Context,
    *,
    symbol: str | None = None,
    issued: date,
    distribution_printed: Distribution = Distribution.GENERAL,
    original_language: str = "en",
    items: tuple[AgendaItem, ...],
    source_sha256: str | None = None,
    warnings: tuple[str, ...] = (),
) -> ProvisionalAgendaIssued:
    """Issue the provisional agenda with all its items. Items without identity get one from the entry's place."""
    del context
    must_stand(schedule)
    if agenda.issued is not None:
        raise impossible(
            f"The provisional agenda was issued on {long_day(agenda.issued.issued)} "
            f"(entry {agenda.issued.entry.number}).",
            "For a later paper: nemcon agenda issue FILE --supplementary or --revised. "
            "If that entry was wrong: nemcon correct ENTRY agenda issue FILE",
        )
    must_be_a_list(items)
    return ProvisionalAgendaIssued(
        entry=entry,
        symbol=symbol,
        issued=issued,
        distribution_printed=distribution_printed,
        original_language=original_language,
        items=identified(items, entry, {}),
        source_sha256=source_sha256,
        warnings=warnings,
    )


def must_be_a_list(items: tuple[AgendaItem, ...], above: Outline | None = None) -> None:
    """Refuse a paper without items, one that uses a number twice, or lists a sub-item before its item.

    `above` is the list under whose items it may put some.
    """
    if not items:
        raise impossible("An agenda has at least one item.", "Check the file: nemcon read FILE")
    _numbers_once(items)
    _parents_first(items, {line.id for line in above or ()})


def _numbers_once(items: tuple[AgendaItem, ...]) -> None:
    seen: set[str] = set()
    for item in items:
        number = printed(item.number)
        if number in seen:
            raise impossible(f"The number {number} is used twice.", "Number each item once in the file.")
        seen.add(number)


def _parents_first(items: tuple[AgendaItem, ...], above: set[str]) -> None:
    seen: set[str | None] = {None, *above}
    for item in items:
        if item.parent not in seen:
            raise impossible(
                f"Item {item.number} stands under {item.parent}, which is not printed before it.",
                "List each item before its sub-items.",
            )
        seen.add(item.id)


def identified(items: tuple[AgendaItem, ...], entry: Entry, recognised: Mapping[str, str]) -> tuple[AgendaItem, ...]:
    """Each item with the identity it has, or a new one made of the entry's place and its rank, never of a number."""
    ids = {item.id: f"i{entry.place}.{rank}" for rank, item in enumerate(items, start=1)} | dict(recognised)
    return tuple(
        replace(item, id=ids[item.id], parent=ids.get(item.parent, item.parent) if item.parent else None)
        for item in items
    )
