"""Facts to bytes and back: JSON by msgspec, a closed register of topics, old shapes upcast on reading.

A state is accepted only if writing what was read gives the same bytes: a field we do not know, a value we would
write otherwise, is refused. (msgspec has no "forbid unknown fields" for dataclasses.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from eventsourcing.persistence import JSONTranscoder, Mapper, StoredEvent

from domain.streams import TOPICS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from eventsourcing.domain import DomainEventProtocol

    from domain.act import Fact


class UnknownState(ValueError):  # noqa: N818 - says what was met, not that something failed
    """A stored state that this version does not understand, byte for byte."""


class Codec:
    """Encodes and decodes the facts of `topics`; `upcasts` maps the topic of an old shape to (topic, function)."""

    def __init__(
        self,
        topics: Mapping[str, type[Fact]] = TOPICS,
        upcasts: Mapping[str, tuple[str, Callable[[dict[str, Any]], dict[str, Any]]]] | None = None,
    ) -> None:
        self._encoder = msgspec.json.Encoder()
        self._topics = topics
        self._decoders: dict[str, msgspec.json.Decoder[Fact]] = {}
        self._upcasts = upcasts or {}

    def encode(self, fact: object) -> bytes:
        """The stored state of a fact."""
        return self._encoder.encode(fact)

    def decode(self, topic: str, state: bytes, *, checked: bool = True) -> Fact:
        """The fact of a stored state; `UnknownState` for a topic or a state that is not understood.

        What is derived from the record anew (a rebuild, a view as of another time) is not `checked` byte for byte: that
        takes a quarter of the time, and every act and `verify` check the same states.
        """
        if topic in self._upcasts:
            return self._decode_old(topic, state)
        fact = self._read(topic, state)
        if checked and self._encoder.encode(fact) != state:
            raise UnknownState(f"a stored {topic} holds what this version does not know")
        return fact

    def _read(self, topic: str, state: bytes) -> Fact:
        try:
            return (self._decoders.get(topic) or self._decoder(topic)).decode(state)
        except msgspec.DecodeError as error:
            raise UnknownState(f"a stored {topic} cannot be read: {error}") from error

    def _decoder(self, topic: str) -> msgspec.json.Decoder[Fact]:
        if topic not in self._topics:
            raise UnknownState(f"the topic {topic!r} is not one of ours")
        found = self._decoders[topic] = msgspec.json.Decoder(self._topics[topic])
        return found

    def _decode_old(self, topic: str, state: bytes) -> Fact:
        name, lift = self._upcasts[topic]
        return self._read(name, self._encoder.encode(lift(msgspec.json.decode(state))))


class FactMapper(Mapper["UUID"]):
    """The library's mapper, with our codec in the place of its transcoder.

    The stock one resolves an unknown topic by importing the module it names, and skips `__init__`.
    """

    def __init__(self, codec: Codec) -> None:
        super().__init__(transcoder=JSONTranscoder())
        self.codec = codec

    def to_stored_event(self, domain_event: DomainEventProtocol[UUID]) -> StoredEvent:
        """The stored form of a fact."""
        topic: str = type(domain_event).TOPIC  # type: ignore[attr-defined] # every fact of ours has one
        return StoredEvent(
            domain_event.originator_id, domain_event.originator_version, topic, self.codec.encode(domain_event)
        )

    def to_domain_event(self, stored_event: StoredEvent) -> Fact:
        """The fact of a stored event."""
        return self.codec.decode(stored_event.topic, stored_event.state)
