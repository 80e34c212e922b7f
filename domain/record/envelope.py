"""What a request puts on the envelope of its act: on whose word, in which place, for whose eyes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from domain.values import Distribution

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.context import Context
    from domain.record.request import Request
    from domain.values import Entry


def addressed(request: Request | None) -> dict[str, Any]:
    """The fields of an envelope that a request says beside its act."""
    if request is None:
        return {}
    return {
        "authority": request.authority,
        "origin": request.origin,
        "note": request.note,
        "waives": request.waives,
        "replaces": request.replaces,
        "before": request.before,
        "distribution": request.distribution or Distribution.GENERAL,
    }


def with_distribution(
    entry: Entry, request: Request, state: object, fields: Mapping[str, object], context: Context
) -> Entry:
    """Acts of a bureau are restricted unless said otherwise."""
    if request.distribution is not None or request.kind not in {"silence", "meeting"}:
        return entry
    held = getattr(state, "schedule", state)
    body = context.body(str(fields.get("body") or getattr(held, "body", None) or ""))
    if body is None or not body.private:
        return entry
    return replace(entry, distribution=Distribution.RESTRICTED)
