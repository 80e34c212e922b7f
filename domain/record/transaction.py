"""An act, from the lock to the commit.

Begin the write transaction; look the command id up; load, decide, encode, insert, project; commit. One
transaction holds the events, their gapless entry numbers, the head, the command ids, the sealed values and the
rows of the projections, so that readers never miss one and rules across streams need nothing more.
"""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import DBAPIError

from domain import business
from domain.context import BodyFacts, Context, MeetingFacts
from domain.meeting import Meeting
from domain.numbering import number_of, take_number
from domain.record.chapter import Chapter
from domain.record.database import reading, undo, writing
from domain.record.mentions import naming
from domain.record.overtaken import overtaken_by
from domain.record.prepared import Prepared
from domain.record.request import Answer, Command, Request, StrikeRequest
from domain.record.tables import COMMAND, EVENT, HEAD, SEALED
from domain.rules import OutOfOrder, impossible
from domain.streams import ACT_OF, STREAMS
from domain.values import Distribution, Entry, Occurred, Sealed, seal_digest, stream_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from domain.act import Fact
    from domain.record.register import Register

_HEAD = Prepared(select(HEAD.c.size, HEAD.c.recorded_at))
_COMMAND = Prepared(
    select(COMMAND.c.digest, COMMAND.c.first, COMMAND.c.last).where(COMMAND.c.id == bindparam("command"))
)
_COMMANDS = Prepared(insert(COMMAND))
_ADVANCE = Prepared(update(HEAD).values(size=bindparam("new_size"), recorded_at=bindparam("new_time")))
_NO_MATTER = timedelta(minutes=1)
_STORED = (
    select(EVENT.c.topic, EVENT.c.state)
    .where(EVENT.c.entry.between(bindparam("first"), bindparam("last")))
    .order_by(EVENT.c.entry)
)


@contextmanager
def transaction(register: Register, *, dry_run: bool = False) -> Iterator[Transaction]:
    """Everything inside is recorded together or not at all; with `dry_run`, not at all.

    A commit whose outcome is not known (the connection was lost) is never reported as a failure: the command
    ids are read back, and only what is not there raises.
    """
    under_way: Transaction | None = None
    try:
        with writing(register.engine) as connection:
            under_way = Transaction(register, connection)
            yield under_way
            under_way.flush()
            if dry_run:
                undo(connection)
        if not dry_run:
            under_way.keep()
    except DBAPIError:
        if under_way is None or not under_way.was_recorded():
            raise
    except Exception:
        if under_way is not None:
            under_way.keep_unless_changed()
        raise
    finally:
        register.desk.use(None, 0)


def _of_a_clock_set_back(clock: datetime, last: datetime) -> tuple[str, ...]:
    """What is said where the clock shows an earlier time than the last entry has: the record never goes back."""
    if last - clock < _NO_MATTER:
        return ()
    shown, kept = (f"{one.astimezone(UTC):%-d %B %Y, %H:%M} UTC" for one in (clock, last))
    return (f"The clock of this computer shows {shown}; the last entry has {kept}, which is kept as the time of this.",)


class Transaction:
    """The record under the lock."""

    def __init__(self, register: Register, connection: Any) -> None:  # noqa: ANN401 - a connection; naming the class would import it at start-up
        self.register = register
        self.connection = connection
        ((size, recorded_at),) = _HEAD.all(connection, {})
        register.desk.use(connection, size)
        clock, last = register.clock(), datetime.fromisoformat(recorded_at)
        self.now = max(clock, last)
        self._remarks = _of_a_clock_set_back(clock, last)
        self.size: int = size
        self._first = size + 1
        self._kept = register.kept if register.kept_at == size else {}
        register.keep({}, 0)  # until it is known what became of this
        self._chapters: dict[Any, Chapter] = {}
        self._disturbed: dict[Any, Chapter] = {}
        self._bodies: dict[tuple[str, date, int], BodyFacts | None] = {}
        self._new: list[Fact] = []
        self._sealed: list[dict[str, object]] = []
        self._commands: list[dict[str, Any]] = []
        self._flushed: list[str] = []
        self._unknown: set[str] = set()

    def chapter(self, kind: str, key: str) -> Chapter:
        """A stream, as it stands under the lock."""
        stream = stream_id(kind, key)
        found = self._chapters.get(stream) or self._kept.get(stream)
        if found is None:
            stored = list(self.register.story(stream).facts)
            found = Chapter(stream, STREAMS[kind], stored)
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
        return Context(
            body=lambda key: self._body(key, day),
            meeting=self._meeting,
            exists=lambda kind, key: self.chapter(kind, key).version > 0,
            state=lambda kind, key: self._state(kind, key, day),
        )

    def _state(self, kind: str, key: str, day: date) -> Any:  # noqa: ANN401 - each kind of stream has its own state
        chapter = self.chapter(kind, key)
        then = [fact for fact in chapter.business if fact.entry.occurred.day <= day]
        return chapter.state if len(then) == len(chapter.business) else chapter.stream.fold(then)

    def _body(self, key: str, day: date) -> BodyFacts | None:
        chapter = self.chapter("body", key)
        asked = (key, day, chapter.version)
        if asked not in self._bodies:  # one import asks a thousand times
            then = [fact for fact in chapter.business if fact.entry.occurred.day <= day]
            # Entering a body in the register is the secretariat's own act and may be later than what the body did.
            self._bodies[asked] = chapter.stream.fold(then or chapter.business[:1]).facts
        return self._bodies[asked]

    def _meeting(self, key: str) -> MeetingFacts | None:
        plan = self.chapter("meeting", key).state.schedule.scheduled
        return None if plan is None else MeetingFacts(key=plan.key, ordinal=plan.ordinal)

    def act(self, command: Command) -> Answer:
        """Decide all that the command asks; a refusal leaves nothing of it, nor of anything in this transaction."""
        try:
            return self._act(command)
        except Exception:  # whoever catches it shall not record one half of a command
            undo(self.connection)
            raise

    def _act(self, command: Command) -> Answer:
        before = self._answered(command)
        if before is not None:
            return before
        if command.expect is not None and command.expect > self.size:
            raise impossible(
                f"There is no entry {command.expect}; the last one is {self.size}.",
                "Give --expect the last entry you have seen: nemcon history",
            )
        if command.expect is not None and command.expect != self.size:
            raise impossible(
                f"Entries {command.expect + 1} to {self.size} were recorded since entry {command.expect}.",
                "Look at them (nemcon history), then give the command again without --expect.",
            )
        first, several = self.size + 1, len(command.requests) > 1
        facts: list[Fact] = []
        said_of_all, self._remarks = [*self._remarks], ()
        for request in command.requests:
            try:
                fact, said = self._one(command, request, first if several else None)
            except OutOfOrder as refusal:
                refusal.overtaken_by = self._overtaken_by(command, request)
                raise
            facts.append(fact)
            said_of_all.extend(said)
        self._judge_again(first)
        self._unknown.discard(command.id)
        self._commands.append({"id": command.id, "digest": command.digest, "first": first, "last": self.size})
        return Answer(facts=tuple(facts), remarks=tuple(dict.fromkeys(said_of_all)))

    def knows(self, command_id: str) -> bool:
        """Whether a command of this id was recorded before this transaction."""
        return self._recorded(command_id) is not None

    def look_up(self, command_ids: Sequence[str]) -> None:
        """Find out at once which of these ids are in the record, for a transaction of many commands."""
        known = self.connection.execute(select(COMMAND.c.id).where(COMMAND.c.id.in_(command_ids))).scalars()
        self._unknown.update(set(command_ids).difference(known))

    def _recorded(self, command_id: str) -> tuple[str, int, int] | None:
        """The digest of a command, its first entry and its last."""
        if command_id in self._unknown:
            return None
        return _COMMAND.one(self.connection, {"command": command_id})

    def _answered(self, command: Command) -> Answer | None:
        """The first answer, where the same command was recorded before; refused where it was another one."""
        row = self._recorded(command.id)
        if row is None:
            return None
        digest, first, last = row
        if digest != command.digest:
            raise impossible(
                f"The command id {command.id} was used for another command (entries {first} to {last}).",
                "Choose another --id; the same id repeats the same command only.",
            )
        stored = self.connection.execute(_STORED, {"first": first, "last": last})
        return Answer(facts=tuple(self.register.codec.decode(*one) for one in stored), repeated=True)

    def _one(
        self, command: Command, request: Request | StrikeRequest, group: int | None
    ) -> tuple[Fact, tuple[str, ...]]:
        chapter = self.chapter(request.kind, request.key)
        if isinstance(request, StrikeRequest):
            today = Occurred(day=self.now.date())
            entry = self._envelope(command, chapter, today, group=group)
            if not self._replaced(command, chapter, request):
                self._unnamed_elsewhere(chapter, request)
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
            own = self._with_distribution(entry, request, at, fields, context)
            return ACT_OF[request.act].decide(at, own, context, fields)

        with chapter.placed(entry, decided):
            fact = decided(state)
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
            authority=request.authority if request else None,
            origin=request.origin if request else None,
            note=request.note if request else None,
            group=group,
            waives=request.waives if request else (),
            replaces=request.replaces if request else None,
            before=request.before if request else None,
            distribution=(request.distribution if request else None) or Distribution.GENERAL,
        )

    def _with_distribution(
        self,
        entry: Entry,
        request: Request,
        state: object,
        fields: Mapping[str, object],
        context: Context,
    ) -> Entry:
        """Acts of a bureau are restricted unless said otherwise."""
        if request.distribution is not None or request.kind != "silence":
            return entry
        body = context.body(str(fields.get("body") or getattr(state, "body", None) or ""))
        if body is None or not body.private:
            return entry
        return replace(entry, distribution=Distribution.RESTRICTED)

    def _enter(self, chapter: Chapter, fact: Fact) -> Fact:
        self.size += 1
        self._new.append(fact)
        chapter.add(fact)
        if chapter.disturbed:
            self._disturbed[chapter.id] = chapter
        return fact

    def _take_number(self, command: Command, request: Request, chapter: Chapter, fact: Fact) -> None:
        """Write version 1 of the stream of the number that the fact takes, if it takes one."""
        plan = chapter.state.schedule if isinstance(chapter.state, Meeting) else None
        body, key = (plan.body, plan.key) if plan else (None, None)
        number = number_of(fact, body, key)
        if number is None:
            return
        held = self.chapter("number", number)
        others = (one for one in chapter.business if one is not fact and number_of(one, body, key) == number)
        own_key = request.kind == "resolution" and held.version and held.state.taken.by_stream == chapter.id
        if own_key or (held.version and self._given_back(held, chapter, others)):
            return  # a text's number is its stream's own key: a second record of it finds the number its own
        entry = self._envelope(command, held, fact.entry.occurred, group=fact.entry.group or fact.entry.number)
        fields = {
            "number": number,
            "by_kind": request.kind,
            "by": request.key,
            "by_stream": chapter.id,
            "for_version": fact.entry.version,
        }
        taken = ACT_OF[take_number].decide(held.state, entry, self.context(entry.occurred.day), fields)
        self._enter(held, taken)

    @staticmethod
    def _given_back(held: Chapter, chapter: Chapter, others: Iterator[Fact]) -> bool:
        """Whether the number was taken in this very stream, where no other act that stands has it: then it is free."""
        taken = held.state.taken
        return taken is not None and taken.by_stream == chapter.id and next(others, None) is None

    @staticmethod
    def _replaced(command: Command, chapter: Chapter, strike: StrikeRequest) -> bool:
        """Whether the same command puts another act in the place of the one struck: the stream then still begins."""
        places = {fact.entry.version: fact.entry.place for fact in chapter.facts}
        return any(
            isinstance(one, Request)
            and stream_id(one.kind, one.key) == chapter.id
            and one.replaces == places.get(strike.struck, 0)
            for one in command.requests
        )

    def _unnamed_elsewhere(self, chapter: Chapter, request: StrikeRequest) -> None:
        """Refuse to strike the first act of a stream that another stream names."""
        first = next((fact for fact in chapter.business), None)
        if first is None or first.entry.version != request.struck:
            return
        found = naming(self.connection, self.register.codec, request.kind, request.key)
        if found:
            listed = ", ".join(f"entry {fact.entry.number}" for fact in found[:5])
            raise impossible(
                f"{request.key} begins with that entry, and is named elsewhere: {listed}.",
                "Correct it instead (nemcon correct ENTRY ...), or strike those entries first.",
            )

    def _judge_again(self, first: int) -> None:
        for chapter in self._disturbed.values():
            chapter.judge_again(lambda fact: self.context(fact.entry.occurred.day), first)

    def flush(self) -> None:
        """Write what was decided so far, so that queries inside the transaction see it."""
        if not self._new:
            return
        self.register.enter(self._new)
        if self._sealed:
            self.connection.execute(insert(SEALED), self._sealed)
        _COMMANDS.many(self.connection, self._commands)
        self._advance()
        changed = [chapter for chapter in self._chapters.values() if chapter.steps or chapter.disturbed]
        self.register.projections.write(self.connection, changed)
        for chapter in changed:
            chapter.steps, chapter.disturbed = [], False
        self._disturbed.clear()
        self._flushed += [row["id"] for row in self._commands]
        self._new, self._sealed, self._commands = [], [], []

    def _advance(self) -> None:
        """Move the head on to the last entry: the one place where it moves, in the transaction of the events.

        The root of a Merkle tree over the entries will be kept here, beside the size; there is none yet.
        """
        _ADVANCE.execute(self.connection, {"new_size": self.size, "new_time": self.now.isoformat()})

    def was_recorded(self) -> bool:
        """Whether every command of this transaction is in the record, read back on another connection."""
        ids = [*self._flushed, *(row["id"] for row in self._commands)]
        with reading(self.register.engine) as connection:
            found = connection.execute(select(COMMAND.c.id).where(COMMAND.c.id.in_(ids))).all()
        return bool(ids) and len(found) == len(set(ids))
