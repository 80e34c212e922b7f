"""The composition root: one record, opened when it is first needed, for the length of a command or a script."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import click
from sqlalchemy import Connection, Engine, Table, inspect, select

from cli.errors import Recorded, Refused, no_entry
from cli.options import View
from cli.when import day_typed
from domain.record.database import check, connect, reading
from domain.record.tables import HEAD, SEALED

if TYPE_CHECKING:
    from cli.seat import Seat
    from domain.record.logkey import LogSigner
    from domain.record.register import Register
    from domain.record.signer import Signer
    from domain.record.transaction import Transaction


@dataclass(frozen=True)
class Correction:
    """The entry that the act being typed takes the place of, and why."""

    entry: int
    reason: str


@dataclass
class Room:
    """Where a command finds the record.

    `seen` is a file with the last checkpoint that was witnessed, where given.
    `under_way` is the transaction of a script; `correcting` the entry the act typed takes the place of; `words` the
    command as it was typed, from the noun on; `playing` tells that a script is run, and `quiet` keeps its answers off
    the screen; `answers` are those to be given once what they say is in the record; `seat` is that of one who records
    live.
    """

    db: str
    seen: Path | None = None
    under_way: Transaction | None = None
    correcting: Correction | None = None
    words: tuple[str, ...] = ()
    playing: bool = False
    quiet: bool = False
    answers: list[tuple[str, bool]] = field(default_factory=list)
    seat: Seat | None = None
    key: Path | None = None
    sign: Path | None = None
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))

    @cached_property
    def engine(self) -> Engine:
        """The engine of the record, once it is known to be one of ours."""
        engine = connect(self.db, keep=True)
        check(engine)
        return engine

    @cached_property
    def register(self) -> Register:
        """The record, open for acts."""
        from domain.record.register import Register
        from projections.engine import Writer

        return Register(
            self.engine,
            Writer(),
            clock=self.now,
            keeping=True,
            sign=self.log_signer,
            signer=self.signer,
            seen=self._known_outside(),
        )

    @cached_property
    def log_signer(self) -> LogSigner | None:
        """The log key at hand, if there is one."""
        if self.key is None:
            return None
        from domain.record.logkey import log_signer

        return log_signer(self.key)

    @cached_property
    def signer(self) -> Signer | None:
        """The key with which whoever records signs, if one is named."""
        if self.sign is None:
            return None
        from domain.record.signer import signer

        return signer(self.sign)

    def use(self, key: Path | None, sign: Path | None, seen: Path | None) -> None:
        """Use these keys, and that checkpoint; whoever plays a script or records live keeps to those it began with."""
        if not self.playing and self.seat is None:
            self.key, self.sign, self.seen = key or self.key, sign or self.sign, seen or self.seen

    def _known_outside(self) -> tuple[int, bytes] | None:
        """The size and the root of the last checkpoint that is known to be witnessed, where a file says it."""
        if self.seen is None:
            return None
        from domain.record.checkpoint import Checkpoint
        from domain.record.proofs import note_in

        found = Checkpoint.of(note_in(self.seen.read_bytes()).text)
        return found.size, found.root

    def close(self) -> None:
        """Leave the record: the file is then whole by itself, without a log beside it."""
        if "engine" in vars(self):
            self.engine.dispose()

    def now(self) -> datetime:
        """The clock on the wall."""
        return self.clock()

    @contextmanager
    def recording(self, *, dry_run: bool = False) -> Iterator[Transaction]:
        """The record under the lock: that of the script under way, or for this command alone."""
        if self.under_way is not None:
            if dry_run:
                raise Refused(
                    "Inside a script nothing can be tried without being recorded.", "Try it on the command line alone."
                )
            with self._seated(self.under_way):
                yield self.under_way
            self.under_way.flush()
            return
        self.answers.clear()
        with self._locked(dry_run=dry_run) as under_way:
            yield under_way
        self._say_what_was_recorded()

    @contextmanager
    def _locked(self, *, dry_run: bool) -> Iterator[Transaction]:
        """The record under a lock of its own; what the log of a seat keeps of it is what was recorded of it."""
        from domain.record.transaction import transaction

        under_way: Transaction | None = None
        try:
            with transaction(self.register, dry_run=dry_run) as under_way:
                with self._seated(under_way):
                    yield under_way
                if self.seat is not None and not dry_run:
                    self.seat.write()
        finally:
            if self.seat is not None:
                # What may be in the record stays in the log: its id keeps it from being entered twice.
                self.seat.settle(recorded=under_way is not None and under_way.recorded is not False)

    @contextmanager
    def _seated(self, under_way: Transaction) -> Iterator[None]:
        """What is recorded inside is this seat's own, if there is a seat, and is noted for its log."""
        first, waiting = under_way.size + 1, len(self.seat.waiting) if self.seat else 0
        yield
        if self.seat is not None and under_way.size >= first:
            self.seat.own.update(range(first, under_way.size + 1))
            if len(self.seat.waiting) == waiting:  # many acts at once, which say their own days: an import
                self.seat.note([*self.words, "--by", click.get_current_context().params["by"]])

    def _say_what_was_recorded(self) -> None:
        """Show the answers. Failing to show them undoes nothing, and is never called a refusal."""
        try:
            for text, aside in self.answers:
                click.echo(text, err=aside)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise Recorded(f"{error.strerror or error}") from error

    def answer(self, text: str, *, aside: bool = False) -> None:
        """Say on the screen what was recorded, once it is; `aside`, on standard error."""
        if self.under_way is not None:
            click.echo(text, err=aside)  # the script itself holds it back
        else:
            self.answers.append((text, aside))

    @contextmanager
    def reading(
        self,
        view: View | None = None,
        only: UUID | str | Collection[str] | None = None,
        tables: Collection[Table] | None = None,
    ) -> Iterator[Connection]:
        """The projections now, or as the view asks.

        `only` is the stream the view is about, or some, if that is not all; `tables` are all it asks, if that is known.
        """
        if view is not None and (view.on or view.known_at):
            named = [only] if isinstance(only, UUID | str) else only
            streams = None if named is None else [UUID(str(one)) for one in named]
            on = None if view.on is None else day_typed(view.on)
            with self.as_of(self.then(view.known_at), on, streams, tables) as connection:
                yield connection
        elif self.under_way is not None:
            yield self.under_way.connection
        else:
            with reading(self.engine) as connection:
                yield connection

    def then(self, word: str | None) -> int | datetime | None:
        """What `--known-at` says; refused where it is an entry that the record does not have."""
        then = known_at(word)
        if isinstance(then, int):
            with self.reading() as connection:
                size: int = connection.execute(select(HEAD.c.size)).scalar_one()
            if not 0 < then <= size:
                raise no_entry(then)
        return then

    @contextmanager
    def as_of(
        self,
        then: int | datetime | None,
        on: date | None,
        only: Collection[UUID] | None = None,
        tables: Collection[Table] | None = None,
    ) -> Iterator[Connection]:
        """The projections as the record knew them `then`, and as of a day; what a script recorded so far counts."""
        from projections.engine import as_of

        record = self.engine if self.under_way is None else self.under_way.connection
        with as_of(record, known_at=then, on=on, only=only, tables=tables) as connection:
            yield connection

    def reveal(self, connection: Connection, digest: str) -> str | None:
        """The value kept under a seal, or None where it was disposed of."""
        if inspect(connection).has_table(SEALED.name):
            return sealed_value(connection, digest)
        with self.reading() as source:  # a view as of another time is in memory: the seals are not
            return sealed_value(source, digest)


def sealed_value(connection: Connection, digest: str) -> str | None:
    """The value kept under a seal in the record."""
    found: str | None = connection.execute(select(SEALED.c.value).where(SEALED.c.digest == digest)).scalar_one_or_none()
    return found


def moment_of(view: View, now: datetime) -> datetime:
    """The moment at which a view looks: the end of the day it asks for, in UTC; else now."""
    then = known_at(view.known_at)
    if view.on is not None:
        return datetime.combine(day_typed(view.on), time.max, tzinfo=UTC)
    return then if isinstance(then, datetime) else now


def known_at(word: str | None) -> int | datetime | None:
    """What `--known-at` says: digits are an entry, a date is the end of that UTC day."""
    if word is None:
        return None
    if word.lstrip("#").isdecimal():
        return int(word.lstrip("#"))
    return datetime.combine(day_typed(word), time.max, tzinfo=UTC)


pass_room = click.make_pass_decorator(Room)
