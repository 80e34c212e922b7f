"""Who takes part in the meeting, with which credentials, and whether enough of them are present.

That a quorum was wanting is judged by `domain.quorum`, for every decision of the meeting.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal, assert_never

from domain.act import Fact, act
from domain.context import Context
from domain.evolving import replace
from domain.late import dataclass
from domain.questions import Question
from domain.rules import Profile, impossible
from domain.schedule import Schedule, must_stand
from domain.sittings import Sittings
from domain.values import Entry, Taken, normal

Purpose = Literal["debate", "decide"]


class Category(StrEnum):
    """In which capacity somebody takes part. Only States of the first category count for a quorum."""

    STATE = "state"
    REGIONAL = "regional"
    SIGNATORY = "signatory"
    OBSERVER_STATE = "observer-state"
    ENTITY = "entity"
    UNITED_NATIONS = "united-nations"
    INTERGOVERNMENTAL = "intergovernmental"
    NON_GOVERNMENTAL = "non-governmental"


@dataclass(frozen=True, kw_only=True)
class Participant:
    """A State, an entity or an organization that takes part, by the name the body gives it, verbatim."""

    category: Category
    name: str


@dataclass(frozen=True, kw_only=True)
class AttendanceRecorded(Fact):
    """The list of those taking part was recorded, in place of any recorded before."""

    TOPIC: ClassVar[str] = "AttendanceRecorded"
    participants: tuple[Participant, ...]
    source_sha256: str | None


@dataclass(frozen=True, kw_only=True)
class CredentialsConsidered(Fact):
    """The report on credentials was accepted by the body, or noted."""

    TOPIC: ClassVar[str] = "CredentialsConsidered"
    symbol: str
    accepted: bool
    taken: Taken


@dataclass(frozen=True, kw_only=True)
class QuorumNoted(Fact):
    """Those present were counted, `of` so many that participate: enough to debate, to decide, or not.

    Null where no verified rule of the body says what is enough.
    """

    TOPIC: ClassVar[str] = "QuorumNoted"
    sitting: int
    present: int
    of: int | None
    to: Purpose | None
    to_debate: bool | None
    to_decide: bool | None


AttendanceFact = AttendanceRecorded | CredentialsConsidered | QuorumNoted


@dataclass(frozen=True)
class Attendance:
    """What the rules need to know: who takes part, which credentials were considered, who was counted last."""

    recorded: AttendanceRecorded | None = None
    credentials: tuple[CredentialsConsidered, ...] = ()
    quorum: QuorumNoted | None = None

    @property
    def states(self) -> int | None:
        """How many States take part that count for a quorum; None where no list was recorded."""
        if self.recorded is None:
            return None
        return sum(one.category is Category.STATE for one in self.recorded.participants)


@act
def record_attendance(
    schedule: Schedule,
    attendance: Attendance,
    entry: Entry,
    context: Context,
    *,
    participants: tuple[Participant, ...],
    source_sha256: str | None = None,
) -> AttendanceRecorded:
    """Record who takes part. A list recorded later takes the place of the one before."""
    del context
    must_stand(schedule)
    if not participants:
        raise impossible("The list of participants is empty.", "Give a file with a line for each: category,name")
    seen: set[str] = set()
    for one in participants:
        # The record: nobody takes part twice.
        if normal(one.name).casefold() in seen:
            raise impossible(f"{one.name} is listed twice.", "List each participant once, in one category.")
        seen.add(normal(one.name).casefold())
    if attendance.recorded is not None and attendance.recorded.participants == participants:
        raise impossible(
            f"That list was recorded already (entry {attendance.recorded.entry.number}).", "Nothing needs to be done."
        )
    return AttendanceRecorded(entry=entry, participants=participants, source_sha256=source_sha256)


@act
def consider_credentials(
    schedule: Schedule,
    sittings: Sittings,
    attendance: Attendance,
    entry: Entry,
    context: Context,
    *,
    symbol: str,
    accepted: bool = True,
    taken: Taken,
) -> CredentialsConsidered:
    """Accept or note the report on credentials."""
    del context
    must_stand(schedule)
    # The record: a body considers the report at a sitting.
    if not sittings.parts:
        raise impossible(
            f"No sitting of {schedule.key} has been held on that day.", "First: nemcon plenary open --at WHEN"
        )
    done = next((one for one in attendance.credentials if one.symbol == normal(symbol) and one.accepted), None)
    if done is not None:
        raise impossible(
            f"The report {done.symbol} was accepted already (entry {done.entry.number}).", "Nothing needs to be done."
        )
    return CredentialsConsidered(entry=entry, symbol=normal(symbol), accepted=accepted, taken=taken)


@act
def note_quorum(
    schedule: Schedule,
    sittings: Sittings,
    attendance: Attendance,
    entry: Entry,
    context: Context,
    *,
    present: int,
    of: int | None = None,
    to: Purpose | None = None,
) -> QuorumNoted:
    """Note how many are present, and whether that is enough to debate and to decide by the rules of the body."""
    must_stand(schedule)
    # The record: those present are present at a sitting.
    if sittings.now is None:
        raise impossible("No sitting is open.", "First: nemcon plenary open --at WHEN")
    of = attendance.states if of is None else of
    if of is not None and not 0 <= present <= of:
        raise impossible(
            f"{present} cannot be present of {of} that participate.", "Check --present and --of, or the attendance."
        )
    rules = context.rules(schedule.body)
    debate = _enough(rules, Question.QUORUM_TO_DEBATE, present, of, entry)
    decide = _enough(rules, Question.QUORUM_TO_DECIDE, present, of, entry)
    return QuorumNoted(
        entry=entry, sitting=sittings.now, present=present, of=of, to=to, to_debate=debate, to_decide=decide
    )


def _enough(rules: Profile, question: Question, present: int, of: int | None, entry: Entry) -> bool | None:
    """Whether so many are enough; None where the rules are silent, or nobody verified what they say."""
    rule = rules.get(question, entry.occurred.day)
    if rule is None or rule.word is None or not rule.binding:
        return None
    # The record: a share of an unknown number is not known.
    if of is None:
        raise impossible(
            f"It is not known how many participate, and {rules.cited(rule)} asks for a share of them.",
            "Add: --of N; or record them first: nemcon attendance record FILE",
        )
    return present >= needed(rule.word, of)


def needed(share: str, of: int) -> int:
    """How many are at least a share of so many: a majority is more than half, a third is rounded up."""
    if share == "majority":
        return of // 2 + 1
    part, _, whole = share.partition("/")
    return -(-of * int(part) // int(whole))


def evolve(attendance: Attendance, fact: AttendanceFact) -> Attendance:
    """The attendance after `fact`."""
    match fact:
        case AttendanceRecorded():
            return replace(attendance, recorded=fact)
        case CredentialsConsidered():
            return replace(attendance, credentials=(*attendance.credentials, fact))
        case QuorumNoted():
            return replace(attendance, quorum=fact)
        case _:
            assert_never(fact)
