"""Resolutions and decisions cited: their number, whose they are, and what the annotation says they did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from cli.intake.annotations import Paragraph
from cli.intake.paper import Decided, Kind, Modality, PaperResolution
from cli.intake.why import Doubts
from cli.intake.words import LONGEST_SENTENCE, folded, sentences

# As in resolutions 7/1, S-8/1, 31/16 A, 2388 (2017), 3363 (XXX) and A/RES/74/176.
NUMBER: Final = (
    r"(?:(?:[A-Z]{1,5}/){1,4})?(?:[A-Z]{1,3}-)?"
    r"\d{1,4}(?:/\d{1,4}| \((?:\d{4}|[XVILC]{1,8}(?:-[A-Z]{1,3})?)\))(?: [A-Z](?![\w']))?"
)
_CITED: Final = re.compile(
    r"(?P<before>(?:[\w'-]+ ){0,8})(?P<kind>[Rr]esolution|[Dd]ecision)s? "
    rf"(?P<numbers>{NUMBER}(?:(?:, and |, | and ){NUMBER}){{0,20}})"
)
_NUMBER: Final = re.compile(NUMBER)
_OF: Final = re.compile(r"(?: of \d{1,2} [A-Z][a-z]{2,8} \d{4},?)? of the (?P<body>[A-Z][\w' -]{3,150})")
_BODY_BEFORE: Final = re.compile(
    r"(?:[Tt]he |^(?!(?:See|In|By|Under|Following|Recalling|Pursuant) )|[a-z,] )"
    r"(?P<body>[A-Z][\w'-]+(?: (?:of|the|on|for|and|[A-Z][\w'-]*)){0,12}) $"
)
_TITLE: Final = re.compile(r',? (?:entitled|on) "(?P<title>[^"]{3,400})"')
_ITS: Final = re.compile(r"\b[Ii]ts $")
_SUBJECT: Final = re.compile(r"^,? ?[Tt]he (?P<body>[^,;]{3,250}?),? (?=(?:had )?(?:decided|encouraged|requested)\b)")
_DID: Final = re.compile(r"(?:^|,? and |, )(?:had )?(?P<modality>decided|encouraged|requested)\b(?:, inter alia,)? ")
_MOST_BODIES: Final = 50  # that have a resolution of one number, in one paper
_RESTS_ON: Final = re.compile(r"^(?:Pursuant to|In accordance with|In line with|Under|By)\b")


def read_resolutions(paragraphs: Sequence[Paragraph], doubts: Doubts) -> tuple[PaperResolution, ...]:
    """Each resolution once, with all that the paper says of it; "Conference resolution 7/1" finds its Conference."""
    by_number: dict[tuple[Kind, str], list[PaperResolution]] = {}
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.text):
            for cited in cited_in(sentence, paragraph.line):
                by_number.setdefault((cited.kind, cited.number), []).append(cited)
    found = tuple(resolution for cited in by_number.values() for resolution in _merged(cited))
    for resolution in found:
        if resolution.body is None:
            doubts.add("resolution_without_body", resolution.line, f"{resolution.kind} {resolution.number}")
    return found


def cited_in(sentence: str, line: int) -> Iterator[PaperResolution]:
    """The resolutions and decisions one sentence cites."""
    if len(sentence) > LONGEST_SENTENCE:
        return
    plain = folded(sentence)
    for match in _CITED.finditer(plain):
        rest, kept = plain[match.end() :], sentence[match.end() :]
        for number in _NUMBER.findall(match["numbers"]):
            kind: Kind = "resolution" if match["kind"].lower() == "resolution" else "decision"
            yield _cited(kind, number, match["before"], rest, kept, line)


def refs_rested_on(sentence: str) -> list[str]:
    """The numbers of the resolutions with which a sentence opens: "Pursuant to resolution 7/1, ..."."""
    if not _RESTS_ON.match(sentence) or len(sentence) > LONGEST_SENTENCE:
        return []
    return [cited.number for cited in cited_in(sentence.partition(", ")[0], 0)]


def _cited(kind: Kind, number: str, before: str, rest: str, kept: str, line: int) -> PaperResolution:
    title = _TITLE.match(rest)
    start = title.end() if title else 0
    subject = _SUBJECT.match(rest[start:]) if _ITS.search(before) else None
    of, ahead = _OF.match(rest[start:]), _BODY_BEFORE.search(before)
    body = subject or of or (None if _ITS.search(before) else ahead)
    did = kept[start + subject.end() :] if subject else ""
    return PaperResolution(
        kind=kind,
        number=number,
        body=body["body"].strip() if body else None,
        title=kept[title.start("title") : title.end("title")].strip(" ,") if title else None,
        decided=tuple(_decided(did)),
        line=line,
    )


def _decided(text: str) -> Iterator[Decided]:
    """What the sentence says the resolution did, act by act."""
    acts = list(_DID.finditer(text))
    ends = [*(act.start() for act in acts), len(text)][1:]
    for act, end in zip(acts, ends, strict=True):
        modality: Modality
        match act["modality"]:
            case "decided":
                modality = "decided"
            case "encouraged":
                modality = "encouraged"
            case _:
                modality = "requested"
        yield Decided(modality=modality, text=text[act.end() : end].strip(" .,;").removeprefix("that "))


def _merged(cited: Sequence[PaperResolution]) -> Iterator[PaperResolution]:
    """The citations of one number put together where their bodies do not contradict each other."""
    bodies: list[PaperResolution] = []
    for one in cited:
        place = next((p for p, known in enumerate(bodies[:_MOST_BODIES]) if _is_short_for(one.body, known.body)), None)
        if place is None:
            bodies.append(one)
        else:
            bodies[place] = _with_more(bodies[place], one)
    yield from bodies


def _with_more(known: PaperResolution, cited: PaperResolution) -> PaperResolution:
    return replace(
        known,
        body=max(known.body or "", cited.body or "", key=len) or None,
        title=known.title or cited.title,
        decided=known.decided + cited.decided,
    )


def _is_short_for(one: str | None, other: str | None) -> bool:
    return not one or not other or one.startswith(other) or other.startswith(one)
