"""What the annotations announce: the opening, the number of the meeting, the conference services, the body's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import time
from typing import Final

from cli.intake.annotations import Paragraph
from cli.intake.days import SaidDay, days_in, spans_in
from cli.intake.hours import hours_at_start
from cli.intake.paper import Masthead, Services
from cli.intake.why import Doubts
from cli.intake.words import CARDINALS, LONGEST_SENTENCE, ORDINALS, any_of, counted, languages_in, sentences

_OPENED: Final = re.compile(r"\b(?:meeting|session)\b.{0,200}\b(?:opened|opens|open)\b")
_HELD: Final = re.compile(r"\bto be held\b|\bwill be held\b|\bscheduled\b")
_COUNT: Final = rf"(?P<count>{any_of(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
_NUMBERED: Final = re.compile(rf"\b{_COUNT} (?:session|meeting) of the (?P<body>.{{3,250}})", re.IGNORECASE)
_SITTINGS: Final = re.compile(
    rf"\b(?P<count>{any_of(CARDINALS)}|\d{{1,3}}) (?:plenary |formal )?(?:meetings|sittings)\b", re.IGNORECASE
)
_DAYS: Final = re.compile(
    rf"\b(?:over|during|for) (?P<count>{any_of(CARDINALS)}|\d{{1,2}}) (?:working )?days?\b", re.IGNORECASE
)
_INTERPRETATION: Final = re.compile(r"\binterpretation\b(?P<into>.{0,200})", re.IGNORECASE)
_LONGER_NAME: Final = re.compile(
    r" (?:in|of|for|on|and) (?:the )?[A-Z][\w-]*(?: (?:(?:and|of|for|in|on|the) )?[A-Z][\w-]*){0,4}"
)
_CLOCK: Final = re.compile(r"\b(?:at|from) (?=\d|noon)")


def statements(paragraphs: Sequence[Paragraph], doubts: Doubts) -> Iterator[tuple[int, str]]:
    """Each sentence with its line; one too long to be searched is a warning."""
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.text):
            if len(sentence) > LONGEST_SENTENCE:
                doubts.add("sentence_too_long", paragraph.line, sentence)
            else:
                yield paragraph.line, sentence


def read_opening(said: Sequence[tuple[int, str]], masthead: Masthead, doubts: Doubts) -> time | None:
    """The hour at which the meeting opens, in the local time of its place."""
    for line, sentence in said:
        if not _OPENED.search(sentence):
            continue
        day = next(days_in(sentence), None)
        if day and masthead.starts and day.in_year(masthead.starts.year) != masthead.starts:
            doubts.add("opening_differs", line, sentence)
        clock = _CLOCK.search(sentence)
        hours = hours_at_start(sentence[clock.end() : clock.end() + 60]) if clock else None
        if hours:
            return hours.start
    return None


def with_ordinal(said: Sequence[tuple[int, str]], masthead: Masthead, doubts: Doubts) -> Masthead:
    """The head with the number of the meeting that the text gives, where the head gives none."""
    found = dict(reversed(list(_ordinals(said, masthead))))
    known = masthead.ordinal
    if not found or set(found) == {known}:
        return masthead
    if known is not None or len(found) > 1:
        line, text = next(place for number, place in reversed(found.items()) if number != known)
        doubts.add("ordinal_differs", line, text)
        return replace(masthead, ordinal=None)
    ((ordinal, (line, _)),) = found.items()
    return replace(masthead, ordinal=ordinal, lines=masthead.lines | {"ordinal": line})


def _ordinals(said: Sequence[tuple[int, str]], masthead: Masthead) -> Iterator[tuple[int | None, tuple[int, str]]]:
    """The numbers the text gives to the meeting of this body that it announces, not to an earlier one."""
    if masthead.body is None:
        return
    name = spellings(masthead.body)
    for line, sentence in said:
        if not _OPENED.search(sentence) and not _HELD.search(sentence):
            continue
        for match in _NUMBERED.finditer(sentence):
            if name.match(match["body"]):
                yield counted(match["count"]), (line, sentence)


def spellings(body: str) -> re.Pattern[str]:
    """A pattern for the name of the body with or without its articles."""
    words = [word for word in body.split() if word.lower() != "the"]
    return re.compile(r"(?:\bthe )?" + " (?:the )?".join(re.escape(word) for word in words), re.IGNORECASE)


def check_body(said: Sequence[tuple[int, str]], masthead: Masthead, doubts: Doubts) -> None:
    """Warn, once for each spelling, of a body named otherwise than at the head."""
    if masthead.body is None:
        return
    name = spellings(masthead.body)
    seen: set[str] = set()
    for line, sentence in said:
        for match in name.finditer(sentence):
            spelled = _without_article(match[0], masthead.body)
            more = _LONGER_NAME.match(sentence, match.end())
            if more and (masthead.place or "\n") not in more[0]:
                spelled += more[0]
            if spelled != masthead.body and spelled not in seen:
                seen.add(spelled)
                doubts.add("body_named_two_ways", line, spelled)


def _without_article(name: str, body: str) -> str:
    return name if body.lower().startswith("the ") else name.removeprefix("the ").removeprefix("The ")


def read_services(said: Sequence[tuple[int, str]], masthead: Masthead, doubts: Doubts) -> Services | None:
    """How many sittings there can be, and the languages of interpretation; None where neither is announced."""
    sittings: int | None = None
    languages: tuple[str, ...] = ()
    for line, sentence in said:
        interpreted = _INTERPRETATION.search(sentence)
        resources = interpreted or "resources" in sentence or "conference services" in sentence
        count = _SITTINGS.search(sentence) if resources else None
        if interpreted:
            spoken = languages_in(interpreted["into"])
            _check_services(line, sentence, languages, spoken, doubts)
            languages = languages or spoken
        if count:
            number = counted(count["count"])
            if sittings not in {None, number}:
                doubts.add("services_differ", line, sentence)
            sittings = number if sittings is None else sittings
            _check_days(line, sentence, masthead, doubts)
    return Services(sittings=sittings, languages=languages) if sittings or languages else None


def _check_services(line: int, sentence: str, known: tuple[str, ...], spoken: tuple[str, ...], doubts: Doubts) -> None:
    if not spoken:
        doubts.add("languages_not_read", line, sentence)
    elif known and spoken != known:
        doubts.add("services_differ", line, sentence)


def _check_days(line: int, sentence: str, masthead: Masthead, doubts: Doubts) -> None:
    days = _DAYS.search(sentence)
    if days and masthead.starts and masthead.ends:
        # A meeting of two weeks has days between on which nobody meets: only fewer days than announced are wrong.
        held = (masthead.ends - masthead.starts).days + 1
        if held < (counted(days["count"]) or 0):
            doubts.add("days_differ", line, sentence)


def check_days(said: Sequence[tuple[int, str]], masthead: Masthead, doubts: Doubts) -> None:
    """Check each day written out against its weekday, and the days given for the meeting against the head."""
    for line, sentence in said:
        for day in days_in(sentence):
            _check_weekday(line, day, masthead, doubts)
        if _HELD.search(sentence):
            for span in spans_in(sentence):
                if masthead.starts and (span.starts, span.ends) != (masthead.starts, masthead.ends):
                    doubts.add("days_differ", line, sentence)


def _check_weekday(line: int, day: SaidDay, masthead: Masthead, doubts: Doubts) -> None:
    found = day.in_year(masthead.starts.year if masthead.starts else None)
    if found is None:
        if day.year or masthead.starts:
            doubts.add("date_unclear", line, day.text)
    elif not day.weekday_fits(found):
        doubts.add("weekday_differs", line, day.text)
