"""From a paper that was read to the acts that would record it: the plan of an import."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cli.body import bureau_key, short_of
from cli.errors import Refused
from cli.intake.paper import Paper, PaperItem, PaperSilence, Reference
from domain.act import Fact
from domain.body import name_also, register_body
from domain.issuing import issue_provisional_agenda
from domain.meeting import Meeting
from domain.outline import AgendaItem, Document, Documentation
from domain.questions import Question
from domain.resolution import Provision, TextRef, record_resolution
from domain.rules import Profile
from domain.schedule import permit_services, schedule_meeting
from domain.silence import note_agreement
from domain.timetable import Slot, propose_work
from domain.values import Basis, Distribution, Language, text_in


@dataclass(frozen=True, kw_only=True)
class Keys:
    """What the paper does not say and the secretariat chooses: the keys of the meeting and its bodies, their rules."""

    meeting: str
    body: str
    parent: str | None
    rules: Profile
    zone: str
    symbol: str | None
    by: str


@dataclass(frozen=True)
class Planned:
    """One act of an import; `known` tells whether the record holds what it would say already."""

    kind: str
    key: str
    act: Callable[..., Fact]
    fields: Callable[[Any], Mapping[str, object]]
    day: date
    known: Callable[[Any], bool] = lambda _state: False


def plan(paper: Paper, keys: Keys) -> list[Planned]:
    """The acts that record what the paper says, in the order in which they happened to be decided."""
    issued = paper.masthead.issued
    if issued is None:
        raise Refused(
            "The paper does not say on which day it was issued.",
            "Record it by hand: nemcon agenda issue FILE --issued DATE",
        )
    return list(_Plan(paper, keys, issued).acts())


class _Plan:
    def __init__(self, paper: Paper, keys: Keys, issued: date) -> None:
        self.paper, self.keys, self.issued = paper, keys, issued
        self.owner = keys.parent or keys.body
        self.bureau = bureau_key(self.owner, extended=True)

    def acts(self) -> Iterator[Planned]:
        yield from self._bodies()
        for one in self.paper.silence:
            yield self._silence(one)
        yield from self._resolutions()
        yield self._schedule()
        yield from self._services()
        yield self._meeting(issue_provisional_agenda, lambda _: self._agenda(), _issued)
        yield from self._work()

    def _bodies(self) -> Iterator[Planned]:
        head = self.paper.masthead
        if self.keys.parent is not None:
            yield self._body(self.keys.parent, head.parent_body or self.keys.parent, None)
        yield self._body(self.keys.body, head.body or self.keys.body, self.keys.parent)
        for spelling in also_named(self.paper):
            yield self._spelling(spelling)
        if self.paper.silence:
            yield self._body(self.bureau, _bureau_name(self.paper.silence[0]), self.owner, private=True)

    def _body(self, key: str, name: str, parent: str | None, *, private: bool = False) -> Planned:
        fields = {
            "key": key,
            "name": name,
            "short": "extended Bureau" if private else short_of(name),
            "parent": parent,
            "rules": self.keys.rules,
            "mutatis_mutandis": parent is not None and self.keys.rules.get(Question.SCOPE) is not None,
            "zone": self.keys.zone,
            "private": private,
        }
        return Planned("body", key, register_body, lambda _: fields, self.issued, lambda body: body.facts is not None)

    def _spelling(self, spelling: str) -> Planned:
        def known(body: Any) -> bool:  # noqa: ANN401 - the state of a body's stream
            return body.facts is not None and spelling in (body.facts.name, *body.spellings)

        return Planned("body", self.keys.body, name_also, lambda _: {"spelling": spelling}, self.issued, known)

    def _silence(self, one: PaperSilence) -> Planned:
        key = one.date.isoformat()
        fields = {"key": key, "body": self.bureau, "subject": one.subject}
        natural = f"{self.bureau} {key}"
        return Planned("silence", natural, note_agreement, lambda _: fields, one.date, lambda s: s.key is not None)

    def _resolutions(self) -> Iterator[Planned]:
        for one in self.paper.resolutions:
            ref = self._text(one.number)
            decided = tuple(Provision(modality=d.modality, text=d.text, partial=True) for d in one.decided)
            title = None if one.title is None else text_in(self.paper.masthead.language, one.title)
            source = self.keys.symbol or self.paper.masthead.symbol or "the annotated provisional agenda"
            fields = {"ref": ref, "title": title, "decided": decided, "cited_only": True, "source": source}
            yield Planned(
                "resolution",
                str(ref),
                record_resolution,
                lambda _, fields=fields: fields,  # type: ignore[misc] # bound now: the loop goes on
                self.issued,
                lambda text: text.ref is not None,
            )

    def _text(self, number: str) -> TextRef:
        decision = any(one.number == number and one.kind == "decision" for one in self.paper.resolutions)
        return TextRef(body=self.owner, kind="decision" if decision else "resolution", number=number)

    def _bases(self, references: tuple[Reference, ...]) -> tuple[Basis, ...]:
        return tuple(self._basis(one) for one in references)

    def _basis(self, one: Reference) -> Basis:
        if one.ref.startswith("silence "):
            return Basis(kind="silence", key=f"{self.bureau} {one.ref.removeprefix('silence ')}", inferred=one.inferred)
        return Basis(kind="resolution", key=str(self._text(one.ref)), inferred=one.inferred)

    def _meeting(
        self,
        act: Callable[..., Fact],
        fields: Callable[[Any], Mapping[str, object]],
        known: Callable[[Any], bool],
        day: date | None = None,
    ) -> Planned:
        return Planned("meeting", f"{self.keys.body} {self.keys.meeting}", act, fields, day or self.issued, known)

    def _schedule(self) -> Planned:
        head = self.paper.masthead
        if head.starts is None or head.ends is None or head.place is None:
            raise Refused(
                "The paper does not say where and when the meeting is held.", "Record it: nemcon meeting schedule"
            )
        fields = {
            "key": self.keys.meeting,
            "body": self.keys.body,
            "ordinal": head.ordinal,
            "place": head.place,
            "starts": head.starts,
            "ends": head.ends,
            "opens": self.paper.opens,
            "pursuant_to": self._bases(self.paper.pursuant_to),
        }
        decided = {one.ref: one.date for one in self.paper.silence}
        day = next((decided[one.ref] for one in self.paper.pursuant_to if one.ref in decided), self.issued)
        return self._meeting(schedule_meeting, lambda _: fields, lambda m: m.schedule.key is not None, day)

    def _services(self) -> Iterator[Planned]:
        found = self.paper.services
        if found is not None and found.sittings is not None:
            fields = {"sittings": found.sittings, "languages": tuple(Language(one) for one in found.languages)}
            yield self._meeting(permit_services, lambda _: fields, lambda m: m.schedule.services is not None)

    def _agenda(self) -> dict[str, object]:
        return {
            **agenda_fields(self.paper, self._bases),
            "symbol": self.keys.symbol or self.paper.masthead.symbol,
            "issued": self.issued,
        }

    def _work(self) -> Iterator[Planned]:
        if self.paper.organization_of_work:
            resting = self._bases(self.paper.organization_of_work_pursuant_to)
            yield self._meeting(
                propose_work,
                lambda meeting: {"slots": self._slots(meeting), "pursuant_to": resting},
                lambda meeting: bool(meeting.timetable.slots),
            )

    def _slots(self, meeting: Meeting) -> tuple[Slot, ...]:
        return tuple(
            Slot(
                day=one.date,
                start=one.start,
                end=one.end,
                items=tuple(meeting.agenda.find(slot.number) for slot in one.items),
            )
            for one in self.paper.organization_of_work
            if one.date and one.start and one.end
        )


def also_named(paper: Paper) -> list[str]:
    """The other spellings of the body's name that the reading warned of."""
    return list(dict.fromkeys(one.text for one in paper.warnings if one.name == "body_named_two_ways"))


def _issued(meeting: Meeting) -> bool:
    return meeting.agenda.issued is not None


def _bureau_name(one: PaperSilence) -> str:
    return one.body.removeprefix("the ").strip()


def agenda_fields(
    paper: Paper, bases: Callable[[tuple[Reference, ...]], tuple[Basis, ...]] = lambda _: ()
) -> dict[str, object]:
    """The fields of the provisional agenda's issue, as the paper gives them."""
    language = paper.masthead.original_language or paper.masthead.language
    return {
        "distribution_printed": _distribution(paper.masthead.distribution),
        "original_language": language,
        "items": tuple(_items(paper.items, None, paper.masthead.language, bases)),
        "source_sha256": paper.sha256,
        "warnings": tuple(dict.fromkeys(one.name for one in paper.warnings)),
    }


def _distribution(printed: str | None) -> Distribution:
    word = (printed or "general").casefold()
    return Distribution(word) if word in {one.value for one in Distribution} else Distribution.GENERAL


def _items(
    items: tuple[PaperItem, ...],
    parent: str | None,
    language: str,
    bases: Callable[[tuple[Reference, ...]], tuple[Basis, ...]],
) -> Iterator[AgendaItem]:
    """The items depth first. Their numbers serve as identities until the act gives them their own."""
    for one in items:
        yield AgendaItem(
            id=one.number,
            number=one.number,
            title=text_in(language, one.title),
            parent=parent,
            annotation=tuple(text_in(language, paragraph) for paragraph in one.annotation),
            documents=tuple(
                Document(
                    symbol=doc.symbol, title=text_in(language, doc.title or doc.symbol), prepared_by=doc.prepared_by
                )
                for doc in one.documents
                if doc.symbol
            ),
            documentation=Documentation(one.documentation),
            pursuant_to=bases(one.pursuant_to),
        )
        yield from _items(one.items, one.number, language, bases)
