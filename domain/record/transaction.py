"""An act, from the lock to the commit.

Begin the write transaction; look the command id up; load, decide, encode, insert, project; commit. One
transaction holds the events, their gapless entry numbers, the head, the command ids, the sealed values and the
rows of the projections, so that readers never miss one and rules across streams need nothing more.
"""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from domain import business, keyring
from domain.numbering import take_number
from domain.record.chapter import Chapter
from domain.record.clock import of_a_clock_set_back
from domain.record.commands import Commands
from domain.record.database import undo, writing
from domain.record.edge import Edge
from domain.record.envelope import addressed, with_distribution
from domain.record.outlook import Outlook
from domain.record.overtaken import overtaken_by
from domain.record.postgres import Warned
from domain.record.request import Answer, Command, Request, StrikeRequest
from domain.record.signing import Signing, log_keys
from domain.record.striking import must_be_business, must_be_unnamed, replaced
from domain.record.tables import SEALED
from domain.record.taking import fields_of, number_to_take
from domain.rules import OutOfOrder, impossible
from domain.streams import ACT_OF, STREAMS
from domain.values import Entry, Occurred, Sealed, seal_digest, stream_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from domain.act import Fact
    from domain.context import Context
    from domain.record.register import Register


@contextmanager
def transaction(register: Register, *, dry_run: bool = False) -> Iterator[Transaction]:
    """Everything inside is recorded together or not at all; with `dry_run`, not at all.

    A commit whose outcome is not known (the connection was lost, the server warned, somebody interrupted) is never
    reported as a failure: the command ids are read back, and only what is not there raises.
    """
    under_way: Transaction | None = None
    try:
        with writing(register.engine) as connection:
            under_way = Transaction(register, connection)
            yield under_way
            under_way.flush()
            if dry_run:
                undo(connection)
            else:
                under_way.stand()
                under_way.recorded = None
        if not dry_run:
            under_way.recorded = True
            under_way.keep()
    except (DBAPIError, Warned, KeyboardInterrupt):
        if under_way is None or not under_way.was_recorded():
            raise
    except Exception:
        if under_way is not None:
            under_way.keep_unless_changed()
        raise
    finally:
        register.desk.use(None, 0)


class Transaction:
    """The record under the lock."""

    def __init__(self, register: Register, connection: Any) -> None:  # noqa: ANN401 - a connection; naming the class would import it at start-up
        self.register = register
        self.connection = connection
        self._edge = Edge(connection)
        size, last = self._edge.size, self._edge.recorded_at
        register.desk.use(connection, size)
        clock = register.clock()
        self.now = max(clock, last)
        self._remarks = of_a_clock_set_back(clock, last)
        self.size: int = size
        self._first = size + 1
        self._kept = register.kept if register.kept_at == size else {}
        register.keep({}, 0)  # until it is known what became of this
        self._chapters: dict[Any, Chapter] = {}
        self._disturbed: dict[Any, Chapter] = {}
        self._outlook = Outlook(self.chapter)
        self._commands = Commands(connection, register.codec)
        self._signing = Signing(connection, register, lambda: self.chapter(keyring.KIND, keyring.KEY).state)
        self._new: list[Fact] = []
        self._sealed: list[dict[str, object]] = []
        self.recorded: bool | None = False
        """Whether this is in the record; None from when the commit begins until its outcome is known."""

    def chapter(self, kind: str, key: str) -> Chapter:
        """A stream, as it stands under the lock."""
        stream = stream_id(kind, key)
        found = self._chapters.get(stream)
        if found is None:
            found = self._kept.get(stream)
            if found is None:
                found = Chapter(stream, STREAMS[kind], list(self.register.story(stream).facts))
            self._chapters[stream] = found
        return found

    def keep(self) -> None:
        """Leave the streams to the next act: nobody records anything but under the lock, and each entry counts."""
        self.register.keep(self._chapters, self.size)

    def keep_unless_changed(self) -> None:
        """The same after a refusal, where it came before anything was entered."""
        if self.size < self._first:
            self.keep()

    def seal(self, value: str, stands_for: str, *, opened: bool = False) -> Sealed:
        """Seal a value: it is kept beside the record, which holds only its salted hash."""
        salt = secrets.token_bytes(16)
        digest = seal_digest(salt, value)
        self._sealed.append({"digest": digest, "salt": salt, "value": value})
        return Sealed(digest=digest, stands_for=stands_for, open=opened)

    def context(self, day: date) -> Context:
        """The rest of the record, as an act of that day sees it."""
        return self._outlook.on(day)

    def act(self, command: Command) -> Answer:
        """Decide all that the command asks; a refusal leaves nothing of it, nor of anything in this transaction."""
        try:
            return self._act(command)
        except Exception:  # whoever catches it shall not record one half of a command
            undo(self.connection)
            raise

    def _act(self, command: Command) -> Answer:
        before = self._commands.answered(command)
        if before is not None:
            return before
        self._must_be_expected(command.expect)
        first, several = self.size + 1, len(command.requests) > 1
        facts: list[Fact] = []
        said_of_all, self._remarks = [*self._remarks], ()
        for request in command.requests:
            try:
                fact, said = self._one(command, request, first if several else None)
            except OutOfOrder as refusal:
                if refusal.rule != keyring.RULE:  # else a signature is wanting, and nobody was quicker
                    refusal.overtaken_by = self._overtaken_by(command, request)
                raise
            facts.append(fact)
            said_of_all.extend(said)
        self._judge_again(first)
        self._commands.enter(command, first, self.size)
        return Answer(facts=tuple(facts), remarks=tuple(dict.fromkeys(said_of_all)))

    def _must_be_expected(self, last: int | None) -> None:
        """Refuse a command that expects another last entry than the record has."""
        if last is not None and last > self.size:
            raise impossible(
                f"There is no entry {last}; the last one is {self.size}.",
                "Give --expect the last entry you have seen: nemcon history",
            )
        if last is not None and last != self.size:
            raise impossible(
                f"Entries {last + 1} to {self.size} were recorded since entry {last}.",
                "Look at them (nemcon history), then give the command again without --expect.",
            )

    def knows(self, command_id: str) -> bool:
        """Whether a command of this id was recorded before this transaction."""
        return self._commands.knows(command_id)

    def look_up(self, command_ids: Sequence[str]) -> None:
        """Find out at once which of these ids are in the record, for a transaction of many commands."""
        self._commands.look_up(command_ids)

    def was_recorded(self) -> bool:
        """Whether this transaction is in the record, read back on another connection where it is not known."""
        if self.recorded is None:
            self.recorded = self._commands.were_recorded(self.register.engine)
        return self.recorded

    def _one(
        self, command: Command, request: Request | StrikeRequest, group: int | None
    ) -> tuple[Fact, tuple[str, ...]]:
        chapter = self.chapter(request.kind, request.key)
        if isinstance(request, StrikeRequest):
            must_be_business(request)
            today = Occurred(day=self.now.date())
            entry = self._envelope(command, chapter, today, group=group)
            if not replaced(command, chapter, request):
                must_be_unnamed(self.connection, self.register.codec, chapter, request)
            struck = business.strike(chapter.facts, entry, struck=request.struck, reason=request.reason)
            return self._enter(chapter, struck), ()
        fact, said = self._decided(command, chapter, request, group)
        self._enter(chapter, fact)
        self._take_number(command, request, chapter, fact)
        return fact, said

    def _decided(
        self, command: Command, chapter: Chapter, request: Request, group: int | None
    ) -> tuple[Fact, tuple[str, ...]]:
        for version in (request.replaces, request.before):
            if version is not None and not 0 < version <= chapter.version:
                raise impossible(f"{request.key} has no act to be placed by there.", "Look it up: nemcon history")
        occurred = request.occurred(chapter.state)
        entry = self._envelope(command, chapter, occurred, request=request, group=group)
        state = chapter.state_at(entry)
        context = self.context(occurred.day)

        def decided(at: Any) -> Fact:  # noqa: ANN401 - each kind of stream has its own state
            fields = request.fields(at)
            own = with_distribution(entry, request, at, fields, context)
            return ACT_OF[request.act].decide(at, own, context, fields)

        try:
            fact = decided(state)
        except OutOfOrder as refusal:
            chapter.look_elsewhere(refusal, entry, decided)
            raise
        return fact, tuple(chapter.stream.remarks(state, fact, context))

    def _overtaken_by(self, command: Command, request: Request | StrikeRequest) -> Entry | None:
        """The entry of somebody else who was quicker, if that is why the request was refused."""
        if isinstance(request, StrikeRequest):
            return None
        chapter = self.chapter(request.kind, request.key)
        fact = overtaken_by(chapter, command.by, self.now, lambda before: self._decided(command, before, request, None))
        return None if fact is None else fact.entry

    def _envelope(
        self,
        command: Command,
        chapter: Chapter,
        occurred: Occurred,
        *,
        request: Request | None = None,
        group: int | None = None,
    ) -> Entry:
        return Entry(
            number=self.size + 1,
            stream=chapter.id,
            version=chapter.version + 1,
            occurred=occurred,
            recorded_at=self.now,
            recorded_by=command.by,
            command_id=command.id,
            group=group,
            **addressed(request),
        )

    def _enter(self, chapter: Chapter, fact: Fact) -> Fact:
        self._signing.judge(fact)
        self.size += 1
        self._new.append(fact)
        chapter.add(fact)
        if chapter.disturbed:
            self._disturbed[chapter.id] = chapter
        return fact

    def _take_number(self, command: Command, request: Request, chapter: Chapter, fact: Fact) -> None:
        """Write version 1 of the stream of the number that the fact takes, if it takes one."""
        number = number_to_take(request, chapter, fact, lambda key: self.chapter("number", key))
        if number is None:
            return
        held = self.chapter("number", number)
        entry = self._envelope(command, held, fact.entry.occurred, group=fact.entry.group or fact.entry.number)
        fields = fields_of(number, request, fact)
        self._enter(held, ACT_OF[take_number].decide(held.state, entry, self.context(entry.occurred.day), fields))

    def _judge_again(self, first: int) -> None:
        for chapter in self._disturbed.values():
            chapter.judge_again(lambda fact: self.context(fact.entry.occurred.day), first)

    def flush(self) -> None:
        """Write what was decided so far, so that queries inside the transaction see it."""
        if not self._new:
            return
        self._edge.must_be_whole(self.register.seen)
        if self.register.sign is not None:
            self._edge.must_be_signed(self.register.sign, log_keys(self.chapter(keyring.KIND, keyring.KEY).facts))
        stored = self.register.enter(self._new)
        self._signing.write(stored, self.size - len(stored) + 1)
        if self._sealed:
            self.connection.execute(insert(SEALED), self._sealed)
        self._commands.write()
        self._edge.grow(self.register.desk.new_leaves(), self.size, self.now)
        changed = [chapter for chapter in self._chapters.values() if chapter.steps or chapter.disturbed]
        self.register.projections.write(self.connection, changed)
        for chapter in changed:
            chapter.steps, chapter.disturbed = [], False
        self._disturbed.clear()
        self._new, self._sealed = [], []

    def stand(self) -> None:
        """Keep a checkpoint of how far the record is at the end of the transaction, signed if a key is at hand."""
        self._edge.checkpoint(self.register.sign)
