"""Recording an archive: a command for each text with all that it cites."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cli.body import short_of
from cli.intake.archive import Fate, Text
from cli.intake.citations import Citation
from domain.act import Fact
from domain.body import name_also, register_body
from domain.citing import Symbol
from domain.record.request import Command, Request
from domain.relating import relate
from domain.resolution import ResolutionRecorded, ResolutionRelated, TextRef, record_resolution
from domain.values import Distribution, LocalizedText, Occurred
from projections.names import named

if TYPE_CHECKING:
    from cli.intake.archive import Texts
    from cli.intake.citations import Citations, Target
    from domain.record.transaction import Transaction

_SERIES: Mapping[str, tuple[str, str]] = {
    "A": ("UNGA", "General Assembly"),
    "S": ("UNSC", "Security Council"),
    "E": ("ECOSOC", "Economic and Social Council"),
    "A/HRC": ("HRC", "Human Rights Council"),
}
"""The bodies of the United Nations whose series of symbols an archive may hold before they are in the register."""


@dataclass
class Plan:
    """What is to be recorded: bodies, spellings of bodies, texts with their citations."""

    bodies: dict[str, str] = field(default_factory=dict)
    new: list[tuple[str, str, str]] = field(default_factory=list)
    spelled: list[tuple[str, str]] = field(default_factory=list)
    texts: list[tuple[Symbol, Text | None, list[Citation]]] = field(default_factory=list)


@dataclass
class Archived:
    """The entries, how many rows were in the record before, and how many texts are cited that are not in it."""

    first: int = 0
    last: int = 0
    entries: int = 0
    known_texts: int = 0
    known_citations: int = 0
    beyond: int = 0


def planned(under_way: Transaction, texts: Texts, citations: Citations) -> Plan:
    """The plan; rows whose body or whose citing text nobody knows are left out, and said."""
    plan = Plan()
    wanted = [*texts.found, *citations.found, *(other for one in _all(citations) if (other := one.other))]
    for series in sorted({one.series for one in wanted if isinstance(one, Symbol)}):
        _find_body(under_way, plan, series)
    _leave_out_unknown(under_way, plan, texts, citations)
    for symbol in sorted({*texts.found, *citations.found}, key=lambda one: _order(texts, one)):
        plan.texts.append((symbol, texts.found.get(symbol), [*citations.found.get(symbol, {}).values()]))
    return plan


def _all(citations: Citations) -> Iterator[Citation]:
    for found in citations.found.values():
        yield from found.values()


def _order(texts: Texts, symbol: Symbol) -> tuple[str, Symbol]:
    text = texts.found.get(symbol)
    return (str(text.adopted) if text and text.adopted else "", symbol)


def _find_body(under_way: Transaction, plan: Plan, series: str) -> None:
    """The body of a series: one that goes by it in the register, else one of the United Nations, by its name."""
    known = named(under_way.connection, "body", series)
    if len(known) == 1:
        plan.bodies[series] = known[0].key
        return
    if series not in _SERIES:
        return
    key, name = _SERIES[series]
    found = named(under_way.connection, "body", name) or named(under_way.connection, "body", key)
    if not found:
        plan.new.append((series, key, name))
    plan.bodies[series] = found[0].key if found else key
    plan.spelled.append((plan.bodies[series], series))


def _leave_out_unknown(under_way: Transaction, plan: Plan, texts: Texts, citations: Citations) -> None:
    for symbol in [one for one in texts.found if one.series not in plan.bodies]:
        text = texts.found.pop(symbol)
        texts.fates[Fate.RECORDED] -= text.rows
        texts.fates[Fate.LEFT_OUT] += text.rows
        texts.doubt(text.row, "body_unknown", text.printed)
    for symbol in list(citations.found):
        name = _why_unknown(under_way, plan, texts, symbol)
        for citation in citations.found[symbol].values() if name else ():
            citations.leave_out_again(citation.row, name, str(symbol.number))
        if name:
            del citations.found[symbol]
            continue
        _leave_out_targets(plan, citations, symbol)


def _leave_out_targets(plan: Plan, citations: Citations, symbol: Symbol) -> None:
    """What cites a text of a series that nobody knows."""
    for key, citation in list(citations.found[symbol].items()):
        if isinstance(citation.other, Symbol) and citation.other.series not in plan.bodies:
            citations.leave_out_again(citation.row, "body_unknown", citation.other.series)
            del citations.found[symbol][key]


def _why_unknown(under_way: Transaction, plan: Plan, texts: Texts, symbol: Symbol) -> str:
    if symbol.series not in plan.bodies:
        return "body_unknown"
    if symbol in texts.found or named(under_way.connection, "resolution", str(_ref(plan, symbol))):
        return ""
    return "source_unknown"


def _ref(plan: Plan, target: Target) -> TextRef:
    if isinstance(target, str):
        return TextRef(body="", kind="document", number=target)
    return TextRef(body=plan.bodies[target.series], kind=target.kind, number=target.number)


def record(under_way: Transaction, plan: Plan, sha256: str, by: str) -> Archived:
    """Record what of the plan is not in the record yet, in the order of the days of adoption."""
    with _undisturbed():
        return _recorded(under_way, plan, sha256, by)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No search for garbage meanwhile: what an import makes by the hundred thousand is needed until its end."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _recorded(under_way: Transaction, plan: Plan, sha256: str, by: str) -> Archived:
    done, before = Archived(), under_way.size
    for request in _bodies(under_way, plan):
        under_way.act(_command(under_way, sha256, by, [request]))
    asked = [list(_requests(under_way, plan, *one, done)) for one in plan.texts]
    commands = [_command(under_way, sha256, by, requests) for requests in asked if requests]
    under_way.look_up([command.id for command in commands])
    for command in commands:
        under_way.act(command)
    under_way.flush()
    recorded = {_ref(plan, symbol) for symbol, _, _ in plan.texts}
    cited = {_ref(plan, one.other) for _, _, citations in plan.texts for one in citations}
    done.first, done.last, done.entries = before + 1, under_way.size, under_way.size - before
    done.beyond = len(cited - recorded)
    return done


def _command(under_way: Transaction, sha256: str, by: str, requests: list[Request]) -> Command:
    """One command for all that a table says of a stream. Its id tells how far the stream had come."""
    kind, key = requests[0].kind, requests[0].key
    id_ = f"{sha256}:{kind} {key}:{under_way.chapter(kind, key).version}"
    return Command(id=id_, digest=hashlib.sha256(id_.encode()).hexdigest(), by=by, requests=tuple(requests))


def _bodies(under_way: Transaction, plan: Plan) -> Iterator[Request]:
    """The bodies enter the register on the day of the earliest text, so that a view of any day since knows them."""
    days = [text.adopted for _, text, _ in plan.texts if text is not None and text.adopted is not None]
    first = Occurred(day=min([*days, under_way.now.date()]))
    for _series, key, name in plan.new:
        fields: dict[str, object] = {"key": key, "name": name, "short": short_of(name), "says": "session"}
        yield _request("body", key, register_body, fields, first)
    for key, series in plan.spelled:
        registered = under_way.chapter("body", key).business[0].entry.occurred
        day = max(first, registered, key=lambda one: one.day)
        yield _request("body", key, name_also, {"spelling": series}, day)


def _request(
    kind: str,
    key: str,
    act: Callable[..., Fact],
    fields: dict[str, object],
    day: Occurred,
    **more: Any,  # noqa: ANN401 - fields of Request
) -> Request:
    return Request(
        kind=kind,
        key=key,
        act=act,
        fields=lambda _state: fields,
        occurred=lambda _state: day,
        distribution=Distribution.GENERAL,
        **more,
    )


def _requests(
    under_way: Transaction, plan: Plan, symbol: Symbol, text: Text | None, citations: list[Citation], done: Archived
) -> Iterator[Request]:
    """The acts of one text that the record does not hold yet. What was struck there is held, and not entered again."""
    ref = _ref(plan, symbol)
    chapter = under_way.chapter("resolution", str(ref))
    day = chapter.business[0].entry.occurred if chapter.business else Occurred(day=under_way.now.date())
    if text is not None and text.adopted is not None:
        day = Occurred(day=text.adopted)
    if text is not None and any(isinstance(fact, ResolutionRecorded) and not fact.cited_only for fact in chapter.facts):
        done.known_texts += text.rows
    elif text is not None:
        more = {"authority": text.authority, "note": text.note}
        yield _request("resolution", str(ref), record_resolution, _fields(ref, text), day, **more)
    links = {fact.link for fact in chapter.facts if isinstance(fact, ResolutionRelated)}
    for citation in citations:
        other = _ref(plan, citation.other)
        link = (citation.relation, str(other), citation.part, citation.paragraph, citation.footnote, citation.phrase)
        if (*link, None) in links:
            done.known_citations += 1
        else:
            yield _request("resolution", str(ref), relate, _bearing(citation, other), day, note=citation.note)


def _fields(ref: TextRef, text: Text) -> dict[str, object]:
    original = "en" if "en" in text.titles else next(iter(text.titles), "en")
    return {
        "ref": ref,
        "title": LocalizedText(original=original, texts=text.titles) if text.titles else None,
        "adopted": text.adopted,
        "how": text.how,
        "symbol": text.printed,
        "source": text.source,
        "verified": text.verified,
    }


def _bearing(citation: Citation, other: TextRef) -> dict[str, object]:
    return {
        "relation": citation.relation,
        "other": other,
        "part": citation.part,
        "paragraph": citation.paragraph,
        "footnote": citation.footnote,
        "phrase": citation.phrase,
        "cited_as": citation.cited_as,
        "source": citation.source,
        "verified": citation.verified,
    }
