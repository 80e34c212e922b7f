"""May the act with which a stream begins be struck? Not while another stream names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain import confirming, keyring
from domain.record.mentions import naming
from domain.record.request import Request
from domain.rules import impossible
from domain.values import stream_id

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from domain.record.chapter import Chapter
    from domain.record.codec import Codec
    from domain.record.request import Command, StrikeRequest


def must_be_business(request: StrikeRequest) -> None:
    """Refuse to strike what is no business of a body: a signature, or a second look, is judged by what stood then."""
    if request.kind == keyring.KIND:
        raise impossible("Nothing on the key ring is struck.", "Withdraw the key: nemcon staff withdraw NAME")
    if request.kind == confirming.KIND:
        raise impossible("A confirmation is not struck.", "If the act was wrong, strike that: nemcon strike ENTRY")


def replaced(command: Command, chapter: Chapter, strike: StrikeRequest) -> bool:
    """Whether the same command puts another act in the place of the one struck: the stream then still begins."""
    places = {fact.entry.version: fact.entry.place for fact in chapter.facts}
    return any(
        isinstance(one, Request)
        and stream_id(one.kind, one.key) == chapter.id
        and one.replaces == places.get(strike.struck, 0)
        for one in command.requests
    )


def must_be_unnamed(connection: Connection, codec: Codec, chapter: Chapter, request: StrikeRequest) -> None:
    """Refuse to strike the first act of a stream that another stream names."""
    first = next((fact for fact in chapter.business), None)
    if first is None or first.entry.version != request.struck:
        return
    found = naming(connection, codec, request.kind, request.key)
    if found:
        listed = ", ".join(f"entry {fact.entry.number}" for fact in found[:5])
        raise impossible(
            f"{request.key} begins with that entry, and is named elsewhere: {listed}.",
            "Correct it instead (nemcon correct ENTRY ...), or strike those entries first.",
        )
