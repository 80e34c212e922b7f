"""Statements attached to what was put under silence: they break nothing and change nothing."""

from __future__ import annotations

from domain.act import act
from domain.context import Context
from domain.silence import SilenceProcedure, must_be_circulated
from domain.statements import StatementAttached, StatementKind, must_be_somebodys
from domain.values import Entry


@act
def attach_statement(
    silence: SilenceProcedure, entry: Entry, context: Context, *, kind: StatementKind, text: str
) -> StatementAttached:
    """Attach a statement while silence runs, or after it has concluded."""
    del context
    # The record: of what is known by its day alone, a statement may be known too.
    if silence.agreed is None:
        must_be_circulated(silence)
    return StatementAttached(entry=entry, kind=kind, text=must_be_somebodys(entry, text))
