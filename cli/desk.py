"""The recording desk: what is typed becomes one command under the lock, and is answered by one sentence an act."""

from __future__ import annotations

import hashlib
import json
import re
import sys
import uuid
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli.corrections import fact_in, instead
from cli.errors import Refused, refused
from cli.find import meeting_meant
from cli.options import Said
from cli.room import Room, sealed_value
from cli.sitting import in_the_sitting
from cli.typed import must_all_be_words
from cli.when import at_typed, day_said, in_the_meeting, not_said
from domain.act import Fact
from domain.decisions import canonical
from domain.meeting import Meeting
from domain.numbering import NumberTaken
from domain.questions import Question
from domain.record.database import reading
from domain.record.request import Answer, Command, Request, StrikeRequest
from domain.rules import OutOfOrder
from domain.values import Distribution, Entry, LocalizedText, Mode, Occurred, Taken, stream_id, text_in
from projections import history
from projections.papers import history as history_paper
from projections.sentences.seals import printable
from projections.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cli.seat import Seat
    from domain.record.transaction import Transaction

_TALLY = re.compile(r"[0-9]{1,4}-[0-9]{1,4}(-[0-9]{1,4})?")
_WITHOUT_A_VOTE = {
    Mode.SILENCE: "by silence",
    Mode.NO_OBJECTION: "without objection",
    Mode.CONSENSUS: "by consensus",
    Mode.WITHOUT_A_VOTE: "without a vote",
    Mode.ACCLAMATION: "by acclamation",
}

Fields = Callable[[Any], Mapping[str, object]]


@dataclass(frozen=True)
class Step:
    """One act of a command: its function, and the fields of its fact from the state it finds."""

    act: Callable[..., Fact]
    fields: Fields = lambda _state: {}


def taken(said: Said) -> Taken:
    """How the decision was taken, as said; no objection where nothing is said."""
    how = Mode(said.how) if said.how else (Mode.RECORDED if said.tally else Mode.NO_OBJECTION)
    if said.tally is not None and not _TALLY.fullmatch(said.tally):
        raise Refused(f"{said.tally!r} is no tally.", "Write for, against and abstaining: --tally 77-10-3")
    if said.tally is not None and how in _WITHOUT_A_VOTE:
        raise Refused(f"What was decided {_WITHOUT_A_VOTE[how]} has no tally.", "Leave out --tally, or --how.")
    if said.decision is not None and said.same_decision is not None:
        raise Refused("A decision has one number.", "Leave out --decision, or --same-decision.")
    number, also = said.decision or said.same_decision, said.decision is None and said.same_decision is not None
    return Taken(how=how, tally=said.tally, number=number and canonical(number), verb=said.verb, also=also)


def _distribution(said: Said) -> Distribution | None:
    """For whose eyes it is, as said; None where nothing is said."""
    if said.restricted is None:
        return None
    return Distribution.RESTRICTED if said.restricted else Distribution.GENERAL


def title(words: str, language: str = "en") -> LocalizedText:
    """A title as typed."""
    return text_in(language, words)


@dataclass
class Desk:
    """The record under the lock, and what was said about the act."""

    room: Room
    under_way: Transaction
    said: Said

    def meeting(self, word: str | None = None) -> tuple[str, Meeting]:
        """The natural key and the state of the meeting meant."""
        found = meeting_meant(self.under_way.connection, word or self.said.meeting)
        return found.key, self.under_way.chapter("meeting", found.key).state

    def in_meeting(self, *steps: Step, key: str | None = None, held: Meeting | None = None) -> None:
        """Record the acts of one gavel in the meeting meant; at the sittings of the one `held`, where it is another."""
        natural, _state = self.meeting(key)

        def when(meeting: Meeting) -> Occurred:
            return in_the_meeting(held or meeting, self.room.now(), self.said.at, self.said.sitting)

        asked = [self._request("meeting", natural, step, when) for step in steps]
        if self.said.sitting is not None:
            chapter = self.under_way.chapter("meeting", natural)
            asked = in_the_sitting(chapter, self.said.sitting, day_said(self.said.at), asked)
        self.record(asked)

    def in_streams(self, kind: str, acts: Sequence[tuple[str, Step]], when: Callable[[Any], Occurred]) -> None:
        """Record the acts of one gavel in several streams of a kind, each with the key of its own."""
        self.record([self._request(kind, key, step, when) for key, step in acts])

    def in_stream(self, kind: str, key: str, *steps: Step, zone: str = "UTC", day: Occurred | None = None) -> None:
        """Record acts in a stream of another kind, on the day said, else on `day`."""

        def when(_state: object) -> Occurred:
            if self.said.at is not None:
                return at_typed(self.said.at, zone, self.room.now(), None)
            if day is None:
                raise not_said()
            return day

        self.record([self._request(kind, key, step, when) for step in steps])

    def today(self) -> Occurred:
        """The recorder's day: for what the secretariat does in its own register."""
        return Occurred(day=self.room.now().date())

    def _request(self, kind: str, key: str, step: Step, occurred: Callable[[Any], Occurred]) -> Request:
        said = self.said
        if said.notwithstanding and not said.authority:
            raise Refused("A waived rule needs its authority.", "Add: --authority REF, the decision that waived it")
        return Request(
            kind=kind,
            key=key,
            act=step.act,
            fields=lambda state: self._in_its_mode(step.fields(state), state),
            occurred=occurred,
            authority=said.authority,
            origin=said.origin,
            note=said.note,
            waives=said.notwithstanding,
            before=None if said.before is None else fact_in(self.under_way, said.before, kind, key).entry.version,
            distribution=_distribution(said),
        )

    def _in_its_mode(self, told: Mapping[str, object], state: object) -> Mapping[str, object]:
        """Where nothing is said of how it was decided: as the rules of the body say that it decides."""
        decided = told.get("taken")
        if self.said.how or self.said.tally or not isinstance(decided, Taken) or not isinstance(state, Meeting):
            return told
        day = state.schedule.starts
        rule = self.under_way.context(day).rules(state.schedule.body).get(Question.MODE, day)
        if rule is None or not rule.binding or rule.word is None:
            return told
        return {**told, "taken": replace(decided, how=Mode(rule.word))}

    def place_of(self, entry: int) -> int:
        """The place of an entry in the meeting meant."""
        return fact_in(self.under_way, entry, "meeting", self.meeting()[0]).entry.place

    def record(self, requests: Sequence[Request | StrikeRequest]) -> None:
        """Record all that is asked, or nothing, and answer."""
        correcting, seat = self.room.correcting, self.room.seat
        if correcting is not None:
            requests = instead(self.under_way, correcting, self.said, requests)
            self.room.correcting = None
        command_id = self.said.id or (str(uuid.uuid4()) if seat is None else uuid.uuid4().hex[:12])
        words: Sequence[str] = self.room.words
        if seat is not None:
            words = self._as_meant(requests, command_id)
            self._must_know(seat, requests)
        with self._says_who_was_quicker():
            answer = self.under_way.act(self._command(requests, command_id, words))
        self.under_way.flush()
        if seat is not None and not answer.repeated:
            seat.note(words, correcting)
        self._tell(answer)

    @contextmanager
    def _says_who_was_quicker(self) -> Iterator[None]:
        """A refusal says so where it is because of what somebody else recorded a moment ago."""
        try:
            yield
        except OutOfOrder as refusal:
            if refusal.overtaken_by is None:
                raise
            told = refused(refusal)
            told.reason = self._recorded_by(refusal.overtaken_by)
            raise told from refusal

    def _recorded_by(self, entry: Entry) -> str:
        with reading(self.room.engine) as connection:
            line = history.unsealed(
                history.entries(connection, [entry.number]), lambda digest: sealed_value(connection, digest)
            )[0]
        ago = int((self.under_way.now - entry.recorded_at).total_seconds()) // 60
        when = "just now" if ago == 0 else f"{counted(ago, 'minute')} ago"
        return f"Entry {entry.number}, recorded by {entry.recorded_by} {when}: {printable(line.summary)}"

    def _must_know(self, seat: Seat, requests: Sequence[Request | StrikeRequest]) -> None:
        """Whoever records live is told first what others recorded there since the prompt was shown."""
        from cli.seat import must_know

        must_know(self.room, seat, self.under_way.connection, {stream_id(one.kind, one.key) for one in requests})

    def _as_meant(self, requests: Sequence[Request | StrikeRequest], command_id: str) -> list[str]:
        """The command as the log of a seat keeps it, with its day and hour; run again, it is the same command."""
        from cli.seat import as_meant

        act = next((one for one in requests if isinstance(one, Request)), None)
        state = None if act is None else self.under_way.chapter(act.kind, act.key).state
        return as_meant(
            self.room.words,
            by=recorder(self.said.by),
            id_=command_id,
            meeting=self.said.meeting if any(one.kind == "meeting" for one in requests) else None,
            occurred=None if act is None else act.occurred(state),
        )

    def _command(self, requests: Sequence[Request | StrikeRequest], command_id: str, words: Sequence[str]) -> Command:
        by = recorder(self.said.by)
        return Command(
            id=command_id,
            digest=hashlib.sha256(json.dumps([by, words, *_asked(requests)]).encode()).hexdigest(),
            by=by,
            requests=tuple(requests),
            expect=self.said.expect,
        )

    def _tell(self, answer: Answer) -> None:
        numbers = [fact.entry.number for fact in answer.facts if not isinstance(fact, NumberTaken)]
        connection = self.under_way.connection
        stored = history.entries(connection, numbers)
        lines = history.unsealed(stored, lambda digest: self.room.reveal(connection, digest))
        for remark in answer.remarks:
            self.room.answer(f"Note: {remark}", aside=True)
        if self.room.quiet:
            return
        if self.said.as_json:
            self.room.answer(json.dumps(history_paper.as_json(lines), ensure_ascii=False, indent=2))
            return
        for line in lines:
            self.room.answer(self._sentence(line, answer))

    def _sentence(self, line: history.HistoryLine, answer: Answer) -> str:
        said = history_paper.line(line)
        if self.said.dry_run:
            return f"(not recorded) {said}"
        if answer.repeated:
            return f"{said}     (recorded before)"
        # A hint for whoever types; a script and its transcript do without, and who records live was told.
        hint = line.kind == "meeting" and sys.stdout.isatty() and self.room.seat is None
        return f"{said}     (undo: nemcon undo)" if hint else said


def _asked(requests: Sequence[Request | StrikeRequest]) -> list[str]:
    """What tells a command from another in the same words: the streams it is about, the files it names."""
    files = [value for value in click.get_current_context().params.values() if isinstance(value, Path)]
    contents = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files if file.is_file()]
    streams = dict.fromkeys(f"{one.kind} {one.key}" for one in requests)  # an opening may be of one act or of three
    return [*streams, *contents]


def recorder(by: str | None) -> str:
    """Who records; refused where nobody is named."""
    if not by or not by.strip():
        raise Refused("It is not said who records.", "Add --by NAME, or set NEMCON_BY once: export NEMCON_BY=NAME")
    return by.strip()


@contextmanager
def at_the_desk(room: Room, said: Said) -> Iterator[Desk]:
    """The desk, under the lock, for one command."""
    recorder(said.by)
    must_all_be_words(click.get_current_context())
    with room.recording(dry_run=said.dry_run) as under_way:
        yield Desk(room, under_way, said)


def on_day(said: Said, day: str) -> Said:
    """What was said, with the day that the command itself names as its time."""
    return said if said.at is not None else replace(said, at=day)
