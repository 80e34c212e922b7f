"""Which row has each act in the history? One, whatever became of the act."""

from __future__ import annotations

from collections.abc import Iterator

from domain.body import BodyRegistered
from domain.business import ActStruck
from domain.keyring import LogKeyAdopted, StaffKeyAdmitted
from domain.meeting import KIND as MEETING
from domain.numbering import NumberTaken
from domain.parts import Part
from domain.proposal import ProposalSubmitted
from domain.resolution import ResolutionRecorded
from domain.schedule import MeetingScheduled
from domain.silence import SilenceAgreed, SilenceCirculated, SilenceDrafted
from domain.sittings import SittingHeld, SittingOpened, SittingResumed
from domain.unusual import OfNoSitting
from projections.auditing import audited
from projections.history import HISTORY
from projections.sentences import sentence
from projections.sentences.touched import touched
from projections.tables import ByAct, Row, utc
from projections.telling import Told


def _rows(told: Told) -> Iterator[Row]:
    entry = told.fact.entry
    occurred, part = entry.occurred, _part(told)
    local, items = occurred.local, touched(told)
    yield {
        "entry": entry.number,
        "kind": told.kind,
        "key": _key(told),
        "event": told.fact.TOPIC,
        "day": occurred.day.isoformat(),
        "at": local.isoformat() if local else None,
        "zone": occurred.zone,
        "recorded_at": utc(entry.recorded_at),
        "recorded_by": entry.recorded_by,
        "sitting": part.number if part else None,
        "resumed": part is not None and part.resumed,
        "summary": sentence(told),
        "struck_by": told.struck_by.entry.number if told.struck_by else None,
        "distribution": str(entry.distribution),
        "waives": ",".join(entry.waives),
        "authority": entry.authority,
        "origin": entry.origin,
        "note": entry.note,
        "items": f",{','.join(items)}," if items else ",",
        **audited(told),
    }


def _key(told: Told) -> str:
    """The short key of the stream, from the act it began with: that one stays, even struck, as long as the stream."""
    match told.first:
        case BodyRegistered(key=key) | MeetingScheduled(key=key):
            return key
        case SilenceAgreed(key=key) | SilenceDrafted(key=key) | SilenceCirculated(key=key):
            return key
        case ResolutionRecorded(ref=ref):
            return f"{ref.body} {ref.number}"
        case ProposalSubmitted(symbol=symbol):
            return symbol
        case NumberTaken(number=number):
            return number
        case LogKeyAdopted() | StaffKeyAdmitted():
            return "key ring"
        case _:
            return ""


def _part(told: Told) -> Part | None:
    """The part of a plenary meeting under way. A strike is no business of any, nor is what is done at a desk."""
    if told.kind != MEETING or isinstance(told.fact, ActStruck | OfNoSitting):
        said: int | None = getattr(told.fact, "sitting", None)  # an act on a proposal says in which sitting it was done
        return None if said is None else Part(said, told.fact.entry, resumed=getattr(told.fact, "resumed", False))
    match told.fact:
        case SittingOpened(number=number, entry=entry):
            return Part(number, entry)
        case SittingHeld(number=number, entry=entry, resumed=resumed):
            return Part(number, entry, resumed=resumed)
        case SittingResumed(number=number, entry=entry):
            return Part(number, entry, resumed=True)
        case fact:
            part: Part | None = told.before.sittings.under_way(fact.entry.occurred.day)
            return part


PROJECTIONS = (ByAct(HISTORY, _rows, all_told=True),)
