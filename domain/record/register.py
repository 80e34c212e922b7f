"""The register: the library's application, with our recorder, our mapper and a clock."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol, cast
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.utils import Environment

from domain.business import Story
from domain.record.codec import Codec, FactMapper
from domain.record.recorder import Recorder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from eventsourcing.persistence import Mapper, StoredEvent
    from eventsourcing.utils import EnvType
    from sqlalchemy import Connection, Engine

    from domain.act import Fact
    from domain.record.chapter import Chapter
    from domain.record.edge import Sign
    from domain.record.signer import Signer


class Projections(Protocol):
    """What the composition root hands in: it writes the rows derived from the streams that changed."""

    def write(self, connection: Connection, chapters: Iterable[Chapter]) -> None:
        """Write the rows of the streams that changed, in the transaction of the act."""


def utc_now() -> datetime:
    """The recorder's clock."""
    return datetime.now(UTC)


class Register(Application[UUID]):
    """The record, open for acts; see `domain.record.transaction` for how one runs.

    One that is `keeping` does not read again, act after act, the streams that nobody has added to since.
    With `sign` the checkpoint of each transaction is signed, with `signer` every entry, by whoever records it. `seen`
    is the size and the root of a checkpoint that somebody else keeps: nothing is added to a record short of it.
    """

    def __init__(
        self,
        engine: Engine,
        projections: Projections,
        *,
        clock: Callable[[], datetime] = utc_now,
        keeping: bool = False,
        sign: Sign | None = None,
        signer: Signer | None = None,
        seen: tuple[int, bytes] | None = None,
    ) -> None:
        self.engine = engine
        self.keeping = keeping
        self.projections = projections
        self.clock = clock
        self.sign = sign
        self.signer = signer
        self.seen = seen
        self.codec = Codec()
        self.kept: Mapping[UUID, Chapter] = {}
        self.kept_at = 0
        super().__init__()

    def keep(self, chapters: Mapping[UUID, Chapter], size: int) -> None:
        """Keep the streams as they stood when the record had `size` entries: so they stand until it has more."""
        if self.keeping:
            self.kept, self.kept_at = chapters, size

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        """Our own environment: the library would merge that of the process into the configuration."""
        return Environment(name, {"PERSISTENCE_MODULE": "eventsourcing.popo", **(env or {})})

    def construct_mapper(self) -> Mapper[UUID]:
        """The mapper with the closed register of topics."""
        return FactMapper(self.codec)

    def construct_recorder(self) -> Recorder:
        """The recorder on SQLAlchemy Core."""
        return Recorder()

    @property
    def desk(self) -> Recorder:
        """The recorder, as the type it is."""
        return cast("Recorder", self.recorder)

    def enter(self, facts: Iterable[Fact]) -> list[StoredEvent]:
        """Store facts as `events.put` does, but without making a notification of each, which nobody here reads."""
        stored = [self.mapper.to_stored_event(fact) for fact in facts]
        self.recorder.insert_events(stored)
        return stored

    def story(self, stream: UUID) -> Story:
        """All that is stored of a stream; of one never begun, version 0 and nothing."""
        told = tuple(cast("Iterable[Fact]", self.events.get(stream)))
        return Story(len(told), told)
