"""What the meeting, its items and its organization of work follow from, as the annotations tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cli.intake.agenda_list import Listed
from cli.intake.annotations import Paragraph
from cli.intake.announced import spellings
from cli.intake.paper import Masthead, Reference
from cli.intake.resolutions import cited_in, refs_rested_on
from cli.intake.silence import Narrated
from cli.intake.words import LONGEST_SENTENCE, ORDINALS, any_of, counted, sentences

_TOPICS: Final = re.compile(r"\b(?:topics?|themes?|substantive items?)\b", re.IGNORECASE)
_MEETING: Final = re.compile(
    rf"\b(?P<count>{any_of(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th)) (?:meeting|session)\b", re.IGNORECASE
)
_THE_MEETING: Final = re.compile(r"\b(?:the|this|that|present) (?:meeting|session)\b", re.IGNORECASE)
_ORGANIZATION: Final = re.compile(
    r"\borganization of work\b.{0,200}\b(?:in accordance with|pursuant to|on the basis of)\b(?P<basis>.{0,300})"
)
# Items that every meeting has; nobody chooses them as topics.
_PROCEDURAL: Final = re.compile(
    r"(?:organi[sz]ation(?:al matters| of (?:the )?(?:work|meeting|session))|opening|closing|closure|"
    r"adoption of (?:the )?(?:agenda|report|decisions)|election|appointment of|other (?:matters|business)|"
    r"any other|provisional agenda|credentials|date and (?:place|venue))\b",
    re.IGNORECASE,
)


def meeting_follows_from(narrated: Sequence[Narrated], masthead: Masthead) -> tuple[Reference, ...]:
    """The decisions by silence of which the paper says that this very meeting is held pursuant to them."""
    return tuple(
        Reference(ref=told.decision.ref, inferred=False) for told in narrated if _is_ours(told.consequence, masthead)
    )


def _is_ours(consequence: str, masthead: Masthead) -> bool:
    said = _MEETING.search(consequence)
    if said is None:
        return bool(_THE_MEETING.search(consequence))
    body = masthead.body is None or spellings(masthead.body).search(consequence)
    return bool(body) and counted(said["count"]) == masthead.ordinal


def items_follow_from(
    narrated: Sequence[Narrated],
    paragraphs: Sequence[Paragraph],
    listed: Sequence[Listed],
    masthead: Masthead,
) -> dict[str, tuple[Reference, ...]]:
    """For each item its references: those its annotation opens with, and the silence on the topics, inferred.

    That the topics agreed on are the substantive items is nowhere said: hence inferred.
    """
    found: dict[str, list[Reference]] = {}
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.text) if paragraph.item else ():
            refs = (Reference(ref=ref, inferred=False) for ref in refs_rested_on(sentence))
            found.setdefault(paragraph.item or "", []).extend(refs)
    substantive = [i.number for i in listed if "(" not in i.number and not _PROCEDURAL.match(i.title)]
    for told in narrated:
        for number in substantive if _chooses_topics(told, masthead) else ():
            found.setdefault(number, []).append(Reference(ref=told.decision.ref, inferred=True))
    return {number: tuple(dict.fromkeys(refs)) for number, refs in found.items()}


def _chooses_topics(told: Narrated, masthead: Masthead) -> bool:
    other = _MEETING.search(told.decision.subject)
    of_another = other is not None and counted(other["count"]) != masthead.ordinal
    return bool(_TOPICS.search(told.decision.subject)) and not of_another


def work_follows_from(said: Sequence[tuple[int, str]]) -> tuple[Reference, ...]:
    """The resolutions on which the organization of work rests."""
    bases = (_ORGANIZATION.search(text) for _, text in said if len(text) <= LONGEST_SENTENCE)
    numbers = [cited.number for basis in bases if basis for cited in cited_in(basis["basis"], 0)]
    return tuple(Reference(ref=number, inferred=False) for number in dict.fromkeys(numbers))
