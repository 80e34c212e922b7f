"""What an agenda in Akoma Ntoso says of itself: which version it is, how it came about, what was changed in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from projections.agenda import AgendaView, Edition
from projections.amendments import AmendmentView
from projections.meetings import MeetingView
from projections.papers.akn_names import Iris, iris, ontology, printed_ids, slug, three_letters
from projections.papers.akn_xml import element
from projections.papers.amendments import effects

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from projections.documents import Listed
    from projections.silence import SilenceLine

BY_NEMCON: Final = "#nemcon"
_MODIFICATIONS: Final = {
    "added": "insertion",
    "deleted": "repeal",
    "withdrawn": "repeal",
    "retitled": "substitution",
    "moved": "replacement",
    "footnoted": "insertion",
    "split": "split",
    "merged": "join",
}
_OUTCOMES: Final = {
    "issued": "Issued",
    "adopted": "Adopted",
    "adopted-as-amended": "Adopted, as orally amended",
    "adopted-provisionally": "Adopted provisionally",
    "not-adopted": "Not adopted",
    "pending": "No outcome is recorded",
}


class Silenced(NamedTuple):
    """A silence procedure behind a meeting or its items: its key, its body and subject, its day and outcome."""

    key: str
    body: str
    subject: str
    day: str
    outcome: str

    @classmethod
    def read(cls, line: SilenceLine) -> Self:
        """What the register says of it; its day is that of the adoption, else the last one known."""
        deadline = str(line.deadline.local.date()) if line.deadline else None
        day = line.adopted_on or line.agreed or deadline or line.opened or line.drafted or ""
        return cls(line.key, line.body, line.subject, day, (line.outcome or "pending").replace("_", "-"))

    @property
    def id(self) -> str:
        """Its id within the document."""
        return f"silence_{slug(f'{self.body}-{self.key}')}"


@dataclass(frozen=True)
class Edited:
    """One edition of an agenda, the provisional one beside it, and the silence procedures behind it.

    `left_out` counts those of them that are restricted.
    """

    meeting: MeetingView
    agenda: AgendaView
    provisional: AgendaView
    lang: str | None = None
    silences: Sequence[Silenced] = ()
    left_out: int = 0
    annotated: bool = False
    documents: Sequence[Listed] = ()

    @property
    def adopted(self) -> bool:
        """Whether it is the agenda as adopted."""
        return self.agenda.edition is Edition.ADOPTED

    @property
    def language(self) -> str:
        """The language it is in: the one asked for, else that of its first title."""
        return self.lang or next((item.title.original for item in self.agenda.items), "en")

    @property
    def day(self) -> str:
        """The day of this version: of the paper, or of the adoption."""
        adopted = self.agenda.adopted
        return str(adopted.day if self.adopted and adopted else self.agenda.issued)

    @cached_property
    def iris(self) -> Iris:
        """What it is called, as a work and as this version of it."""
        return iris(self.meeting, self.agenda, self.language, annotated=self.annotated)

    @cached_property
    def ids(self) -> dict[str, str]:
        """The ids of its items, by the numbers they have in it."""
        return dict(printed_ids(self.agenda.items))

    @cached_property
    def ids_before(self) -> dict[str, str]:
        """The ids of the items of the provisional agenda."""
        return dict(printed_ids(self.provisional.items))

    @property
    def amendments(self) -> Sequence[AmendmentView]:
        """The oral amendments that took effect in this version."""
        return self.agenda.amendments if self.adopted and effects(self.agenda) else ()

    @property
    def renumbered(self) -> list[str]:
        """The items that have another number than in the provisional agenda."""
        return [id_ for id_, now in self.ids.items() if self.adopted and self.ids_before.get(id_, now) != now]

    @property
    def acts(self) -> dict[int, str]:
        """The acts that changed the text, by their entries, with what they did."""
        found = {one.entry: f"Oral amendment, item {one.kind}: {one.title}" for one in self.amendments}
        entry = self.agenda.adopted_entry
        return found | ({entry: "Adoption of the agenda"} if self.renumbered and entry else {})


def meta(edited: Edited) -> Element:
    """All of it, in the order of the schema."""
    parts = [_identification(edited), _lifecycle(edited), _workflow(edited)]
    if modifications := [*_modifications(edited)]:
        passive = element("passiveModifications", *modifications)
        parts.append(element("analysis", passive, source=BY_NEMCON))
    return element("meta", *parts, _references(edited))


def _identification(edited: Edited) -> Element:
    names, agenda = edited.iris, edited.agenda
    issued = element("FRBRdate", date=str(agenda.issued), name="issued")
    author = element("FRBRauthor", href="#body", **{"as": "#author"})
    alias = [element("FRBRalias", value=agenda.adopted_symbol, name="asAdopted")] if agenda.adopted_symbol else []
    number = [element("FRBRnumber", value=agenda.symbol)] if agenda.symbol else []
    this = element("FRBRdate", date=edited.day, name="adopted" if edited.adopted else "issued")
    return element(
        "identification",
        element(
            "FRBRWork",
            *_named(names.work, ""),
            *(alias if edited.adopted else []),
            issued,
            author,
            element("FRBRcountry", value="un"),
            element("FRBRsubtype", value="agenda"),
            *number,
            element("FRBRname", value=name_of(edited)),
            element("FRBRprescriptive", value="false"),
            element("FRBRauthoritative", value="false"),
        ),
        element(
            "FRBRExpression",
            *_named(names.expression, ""),
            this,
            element("FRBRauthor", href="#body", **{"as": "#author"}),
            element("FRBRauthoritative", value="false"),
            element("FRBRlanguage", language=three_letters(edited.language)),
        ),
        element(
            "FRBRManifestation",
            *_named(names.expression, ".xml"),
            element("FRBRdate", date=edited.day, name="recorded"),
            element("FRBRauthor", href=BY_NEMCON, **{"as": "#editor"}),
            element("FRBRformat", value="application/akn+xml"),
        ),
        source=BY_NEMCON,
    )


def name_of(edited: Edited) -> str:
    """What AKN4UN calls it."""
    return "agendaAnnotated" if edited.annotated else "agendaListing"


def _named(iri: str, ending: str) -> Iterator[Element]:
    """Naming convention, section 4.7: the main component, and the whole."""
    yield element("FRBRthis", value=f"{iri}/!main{ending}")
    yield element("FRBRuri", value=f"{iri}{'.akn' if ending else ''}")


def _lifecycle(edited: Edited) -> Element:
    day = str(edited.agenda.issued)
    first = element("eventRef", eId="event_issued", date=day, source="#original", type="generation")
    changes = (
        element("eventRef", eId=f"event_{entry}", date=edited.day, source=f"#act_{entry}", type="amendment")
        for entry in edited.acts
    )
    return element("lifecycle", first, *changes, source=BY_NEMCON)


class _Step(NamedTuple):
    """A step of the way of the text: its day, its rank within the day, and what it says."""

    day: str
    rank: int
    id: str
    by: str
    outcome: str
    of: str


def _steps(edited: Edited) -> Iterator[_Step]:
    agenda = edited.agenda
    for one in edited.silences:
        yield _Step(one.day, 0, f"step_{one.id}", f"#{_organ(one.body)}", one.outcome, f"#{one.id}")
    yield _Step(str(agenda.issued), 1, "step_issued", "#secretariat", "issued", "#original")
    if not edited.adopted:
        return
    if (provisionally := agenda.provisionally) is not None:
        day = str(provisionally.occurred.day)
        yield _Step(day, 2, f"step_{provisionally.entry}", "#body", "adopted-provisionally", "#meeting")
    outcome = "adopted-as-amended" if agenda.as_amended else "adopted"
    yield _Step(edited.day, 3, f"step_{agenda.adopted_entry}", "#body", outcome, "#meeting")


def _workflow(edited: Edited) -> Element:
    steps = (
        element("step", eId=one.id, date=one.day, by=one.by, outcome=f"#{one.outcome}", refersTo=one.of)
        for one in sorted(_steps(edited))
    )
    return element("workflow", *steps, source=BY_NEMCON)


def _organ(body: str) -> str:
    return f"organ_{slug(body)}"


def _modifications(edited: Edited) -> Iterator[Element]:
    """What was changed in this version, each with the act that did it."""
    for one in edited.amendments:
        for rank, item in enumerate(filter(None, [one.item, one.other]), start=1):
            if to := _place(edited, item):
                kind = _MODIFICATIONS[one.kind]
                words = [*_wording(edited, item)] if one.kind == "retitled" else []
                yield _modification(f"mod_{one.entry}-{rank}", kind, one.entry, to, *words)
    for item in edited.renumbered:
        before = element("previous", href=f"{edited.iris.first}#{edited.ids_before[item]}")
        id_ = f"mod_{edited.agenda.adopted_entry}-{slug(item)}"
        yield _modification(id_, "renumbering", edited.agenda.adopted_entry or 0, f"#{edited.ids[item]}", before)


def _modification(id_: str, kind: str, entry: int, to: str, *more: Element) -> Element:
    ends = (element("source", href=f"#act_{entry}"), element("destination", href=to))
    return element("textualMod", *ends, *more, eId=id_, type=kind)


def _place(edited: Edited, item: str) -> str | None:
    """Where an item stands in this version; else where it stood in the first."""
    if item in edited.ids:
        return f"#{edited.ids[item]}"
    return f"{edited.iris.first}#{edited.ids_before[item]}" if item in edited.ids_before else None


def _wording(edited: Edited, item: str) -> Iterator[Element]:
    """The title in the first version, and in this one."""
    if item in edited.ids and item in edited.ids_before:
        yield element("old", href=f"{edited.iris.first}#{edited.ids_before[item]}__heading")
        yield element("new", href=f"#{edited.ids[item]}__heading")


def _references(edited: Edited) -> Element:
    meeting = edited.meeting
    where = (meeting.body, meeting.key)
    found = [element("original", eId="original", href=edited.iris.first, showAs="Provisional agenda")]
    found += [
        element("passiveRef", eId=f"act_{entry}", href=ontology("event", *where, f"entry-{entry}"), showAs=said)
        for entry, said in edited.acts.items()
    ]
    organs = {one.body: _organ(one.body) for one in edited.silences}
    found += [
        _known("TLCOrganization", "body", ontology("organization", meeting.body), meeting.body_name),
        _known("TLCOrganization", "secretariat", ontology("organization", "secretariat"), "Secretariat"),
        *(_known("TLCOrganization", id_, ontology("organization", body), body) for body, id_ in organs.items()),
        _known("TLCEvent", "meeting", ontology("event", *where), f"{meeting.body_name}, {meeting.says} {meeting.key}"),
        *(
            _known("TLCEvent", one.id, ontology("event", one.body, "silence", one.key), one.subject)
            for one in edited.silences
        ),
        _known("TLCProcess", "nemcon", ontology("process", "nemcon"), "Nemcon"),
        _known("TLCRole", "author", ontology("role", "author"), "Author"),
        _known("TLCRole", "editor", ontology("role", "editor"), "Editor"),
        *(_known("TLCConcept", id_, ontology("concept", id_), said) for id_, said in _OUTCOMES.items()),
        *(
            element("TLCReference", eId=id_, name="document", href=ontology("document", symbol), showAs=symbol)
            for symbol, id_ in document_ids(edited.documents).items()
        ),
    ]
    return element("references", *found, source=BY_NEMCON)


def _known(tag: str, id_: str, href: str, said: str) -> Element:
    return element(tag, eId=id_, href=href, showAs=said)


def document_ids(documents: Sequence[Listed]) -> dict[str, str]:
    """The ids of the documents that are cited, by their symbols."""
    symbols = dict.fromkeys(one.symbol for one in documents)
    return {symbol: f"doc_{rank}" for rank, symbol in enumerate(symbols, start=1)}
