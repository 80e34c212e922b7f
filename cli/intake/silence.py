"""Decisions narrated as taken by silence procedure: who, on which day, on what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cli.intake.annotations import Paragraph
from cli.intake.days import days_in
from cli.intake.paper import PaperSilence
from cli.intake.why import Doubts
from cli.intake.words import LONGEST_SENTENCE, sentences

_MENTION: Final = re.compile(r"\bsilence procedure\b", re.IGNORECASE)
_VERB: Final = re.compile(r"\b(?:had )?(?:agreed|approved|decided|adopted|endorsed|confirmed)\b")
_ACTOR: Final = re.compile(r"\b[Tt]he (?P<body>[^,;()]{3,200}?),?$")
_AFTER: Final = re.compile(r"silence procedure,? (?:on |to |that )?(?:the )?(?P<subject>[^;]{3,400})$", re.IGNORECASE)
_BEFORE: Final = re.compile(
    r"^,? ?(?:on |to |that )?(?:the )?(?P<subject>[^;]{3,400}?),? "
    r"(?:using|through|by|under|via|by means of) (?:the |a )?silence procedure",
    re.IGNORECASE,
)
_CONSEQUENCE: Final = re.compile(r",? (?:pursuant to|in accordance with|on the basis of|under|by) which (?P<what>.*)$")
_ON_THE_DAY: Final = re.compile(r",? ?\b[Oo]n $")

_REMEMBERED: Final = 50  # decisions whose body a shorter name may stand for; a paper tells of two or three


@dataclass(frozen=True, kw_only=True)
class Narrated:
    """A decision by silence, the item in whose annotation it is told, and what the sentence says follows from it."""

    decision: PaperSilence
    consequence: str


def read_silence(paragraphs: Sequence[Paragraph], doubts: Doubts) -> list[Narrated]:
    """The decisions in the order in which they are told; a mention that cannot be read is a warning."""
    found: list[Narrated] = []
    for paragraph in paragraphs:
        if not _MENTION.search(paragraph.text):
            continue
        for sentence in sentences(paragraph.text):
            if len(sentence) <= LONGEST_SENTENCE and _MENTION.search(sentence):
                _take(found, paragraph.line, sentence, doubts)
    return found


def _take(found: list[Narrated], line: int, sentence: str, doubts: Doubts) -> None:
    tail = _CONSEQUENCE.search(sentence)
    decision = _decision(sentence[: tail.start()] if tail else sentence.rstrip("."), line, found)
    if decision is None:
        doubts.add("silence_not_read", line, sentence)
    else:
        found.append(Narrated(decision=decision, consequence=tail["what"] if tail else ""))


def _decision(sentence: str, line: int, found: Sequence[Narrated]) -> PaperSilence | None:
    days = [day for day in days_in(sentence) if day.year]
    first = days[0].in_year(None) if len(days) == 1 else None
    if first is None or len(_MENTION.findall(sentence)) != 1:
        return None
    start = sentence.index(days[0].text)
    without = _ON_THE_DAY.sub("", sentence[:start]) + " " + sentence[start + len(days[0].text) :].lstrip(", ")
    verb = _VERB.search(without)
    actor = _ACTOR.search(without[: verb.start()].strip()) if verb else None
    after = without[verb.end() :] if verb else ""
    subject = _AFTER.search(after) or _BEFORE.search(after)
    if not actor or not subject:
        return None
    body = _full_name(actor["body"], found)
    ref = f"silence {first.isoformat()}"
    return PaperSilence(ref=ref, body=body, date=first, subject=subject["subject"].strip(" .,"), line=line)


def _full_name(body: str, found: Sequence[Narrated]) -> str:
    """The name in full, where the paper has given it before: "the extended Bureau" is the one named above."""
    longer = (known.decision.body for known in found[:_REMEMBERED] if known.decision.body.startswith(f"{body} "))
    return next(longer, body)
