"""The letters of a silence procedure: a text is circulated, its time extended, the result told; and the register.

Who objected is never named. A letter says what the record says, and nothing of how delegations are to answer it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from domain.days import long_day
from domain.rounds import Deadline
from projections.history import HistoryLine
from projections.letters import Letter
from projections.papers.layout import Block, Heading, Listing, Masthead, Paragraph, Row
from projections.papers.silence import objections, paragraph
from projections.papers.telling import said
from projections.silence import SilenceLine
from projections.words import capital, cardinal, clock, language, listed, quoted, the

CIRCULATED: Final = frozenset({"SilenceCirculated", "SilenceReplaced"})
EXTENDED: Final = "SilenceExtended"
ANNOUNCED: Final = "SilenceAnnounced"
_NEW_TEXT: Final = frozenset({*CIRCULATED, "SilenceCorrected"})
_AT: Final[Mapping[str, str]] = {
    "expiry": "The day of the adoption is that on which silence expires.",
    "announcement": "The day of the adoption is that on which the result is announced.",
}


@dataclass(frozen=True, kw_only=True)
class Correspondence:
    """A silence procedure as it stands, with what was written about it, and the name of the body.

    `statements` are the sentences of what was attached to it; `left_out` counts restricted ones that are not told.
    """

    line: SilenceLine
    body_name: str
    letters: Sequence[Letter]
    statements: Sequence[HistoryLine] = ()
    left_out: int = 0

    def last(self, *topics: str) -> Letter | None:
        """The last letter of these kinds."""
        return next((one for one in reversed(self.letters) if one.topic in topics), None)

    def said(self, name: str) -> tuple[str, ...]:
        """What the first letter says of addressees and the like: it holds for every round."""
        first = next((one for one in self.letters if one.topic == "SilenceCirculated"), None)
        return tuple(first.detail.get(name, ())) if first else ()

    def until(self, before: Letter) -> Deadline | None:
        """The deadline that stood before a letter."""
        earlier = [one.deadline for one in self.letters[: list(self.letters).index(before)] if one.deadline]
        return earlier[-1] if earlier else None


def circulation(found: Correspondence, letter: Letter, *, why: bool = False) -> Iterator[Block]:
    """The letter that circulates the text: of the round that runs, or ran last."""
    entries = (letter.entry,) if why else ()
    again = letter.topic == "SilenceReplaced"
    yield from _head(found, letter, "Silence procedure: circulation of a text")
    under = f", under {_basis(found)}" if _basis(found) else ""
    yield Paragraph(f"{_put(found, again=again)}{under}: {quoted(found.line.subject)}.", entries)
    corrected = found.last(*_NEW_TEXT)
    if corrected is not None and corrected.texts:
        if corrected.topic == "SilenceCorrected":
            yield Paragraph(f"The text was corrected on {long_day(corrected.day)}.", (corrected.entry,) if why else ())
        yield Listing(tuple(_file(one.name, one.sha256, one.language) for one in corrected.texts))
    if bears := found.said("bears_on"):
        yield Paragraph(f"It bears on {listed(bears)}.", entries)
    if letter.deadline is not None:
        yield Paragraph(f"Silence runs until {_until(letter.deadline)}.", entries)
    yield Paragraph(_meaning(letter), entries)
    yield from _to_whom(found, entries)
    yield from _lapses(found, entries)


def extension(found: Correspondence, letter: Letter, *, why: bool = False) -> Iterator[Block]:
    """The letter that extends the time."""
    entries = (letter.entry,) if why else ()
    yield from _head(found, letter, "Silence procedure: extension")
    before = found.until(letter)
    was = f", which ran until {_until(before)}," if before else ""
    until = f" until {_until(letter.deadline)}" if letter.deadline else ""
    yield Paragraph(f"Silence on {quoted(found.line.subject)}{was} is extended{until}.", entries)
    text = found.last(*_NEW_TEXT)
    if text is not None and text.topic in CIRCULATED:
        yield Paragraph("The text remains as it was circulated.", entries)
    yield from _to_whom(found, entries)
    yield from _lapses(found, entries)


def result(found: Correspondence, letter: Letter, *, why: bool = False) -> Iterator[Block]:
    """The letter that tells the result, with the statements attached."""
    entries, line = (letter.entry,) if why else (), found.line
    yield from _head(found, letter, "Silence procedure: result")
    opened = f", put under silence on {long_day(date.fromisoformat(line.opened))}," if line.opened else ""
    until = f" until {_until(line.deadline)}" if line.deadline else ""
    yield Paragraph(f"Silence on {quoted(line.subject)}{opened} ran{until}.", entries)
    if letter.detail["outcome"] == "adopted":
        day = f" on {long_day(date.fromisoformat(line.adopted_on))}" if line.adopted_on else ""
        yield Paragraph(f"It concluded without objection. The text was adopted{day}.", entries)
    else:
        yield Paragraph("It was broken. The text was not adopted.", entries)
    yield from (Paragraph(one, entries) for one in objections(line))
    if found.statements:
        yield Heading("Statements", level=2)
        yield from (Paragraph(said(one), (one.entry,) if why else ()) for one in found.statements)
    yield from left_out(found.left_out, "statement")


def _head(found: Correspondence, letter: Letter, heading: str) -> Iterator[Block]:
    yield Masthead((found.body_name,), (long_day(letter.day), found.line.key))
    yield Heading(heading)
    if letter.origin:
        yield Paragraph(f"From: {letter.origin}")
    if addressees := found.said("addressees"):
        yield Paragraph(f"To: {'; '.join(addressees)}")


def _put(found: Correspondence, *, again: bool) -> str:
    if again:
        return f"The following text is put under silence by {the(found.body_name)}, in the place of the one before"
    return f"The following text is put under silence by {the(found.body_name)}"


def _basis(found: Correspondence) -> str:
    return next((one.detail["basis"] for one in reversed(found.letters) if one.detail.get("basis")), "")


def _file(name: str, sha256: str, code: str | None) -> Row:
    return Row(language(code) if code else "", f"{name}, SHA-256 {sha256}")


def _until(deadline: Deadline) -> str:
    return (
        f"{deadline.printed} ({deadline.instant.astimezone(UTC):%Y-%m-%d %H:%M} UTC, on the clock of {deadline.zone})"
    )


def _meaning(letter: Letter) -> str:
    """What silence means, as far as the rules of the body say it."""
    at = (
        "" if letter.detail.get("counts_at_deadline", True) else " An objection received at that very time is too late."
    )
    when = _AT.get(letter.detail.get("adopted_at") or "", "")
    return f"If silence is not broken by then, the text is adopted.{at}{f' {when}' if when else ''}"


def _to_whom(found: Correspondence, entries: tuple[int, ...]) -> Iterator[Block]:
    if reach := found.said("objections_to"):
        yield Paragraph(f"An objection must reach {listed(map(the, reach))}.", entries)


def _lapses(found: Correspondence, entries: tuple[int, ...]) -> Iterator[Block]:
    until = next((one.detail["basis_until"] for one in reversed(found.letters) if "basis_until" in one.detail), None)
    if until:
        yield Paragraph(f"{capital(_basis(found))} is in effect until {long_day(date.fromisoformat(until))}.", entries)


def left_out(number: int, thing: str) -> Iterator[Block]:
    """How many restricted ones are left out."""
    if number:
        several = f"{thing}s are" if number > 1 else f"{thing} is"
        yield Paragraph(f"{capital(cardinal(number))} restricted {several} left out.")


def register(lines: Sequence[SilenceLine], moment: datetime, hidden: int, *, why: bool = False) -> Iterator[Block]:
    """The register of silence procedures as a paper, as it stood at a moment."""
    local = moment.astimezone(UTC)
    yield Heading("Register of silence procedures")
    yield Paragraph(f"As at {long_day(local.date())}, {clock(local)} UTC.")
    for line in lines:
        yield Paragraph(paragraph(line), (line.entry,) if why else ())
    if not lines:
        yield Paragraph("No silence procedure is in the record." if not hidden else "None that is not restricted.")
    yield from left_out(hidden, "procedure")
