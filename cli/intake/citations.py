"""The table of citations of an archive: which text cites which, where, in which words, and every doubt about a row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

from cli.intake.archive import Fate, Table, Texts
from cli.intake.csvfile import Row, rows_of
from cli.intake.phrases import is_a_phrase, relation_of
from domain.citing import Symbol, first_symbol, is_number, is_paper, kept, parts_of, symbol_read
from domain.resolution import Part, Relation
from domain.values import normal

COLUMNS: Final = (
    *("source_symbol", "source_adoption_date", "part", "place", "relation_phrase"),
    *("target_symbol", "target_text", "target_href", "context"),
)

_PARAGRAPH: Final = re.compile(r"(?P<number>\d{1,3})\. ?\S")
_PARTS: Final = {"preamble": Part.PREAMBLE, "operative": Part.OPERATIVE}
_PLACES: Final = {"text": False, "footnote": True}
_symbol = lru_cache(maxsize=100_000)(symbol_read)
_kept = lru_cache(maxsize=100_000)(kept)

Target = Symbol | str
"""A text by its symbol, or a paper that is neither resolution nor decision."""


@dataclass(frozen=True, kw_only=True)
class Citation:
    """What a row says: the text `by` bears on `other`."""

    by: Symbol
    other: Target
    relation: Relation
    part: Part | None
    paragraph: str | None
    footnote: bool
    phrase: str | None
    cited_as: str | None
    source: str
    verified: bool
    note: str | None
    row: Row


@dataclass
class Citations(Table):
    """The citations by the text that cites, each once."""

    found: dict[Symbol, dict[tuple[object, ...], Citation]] = field(default_factory=dict)


def read_citations(data: bytes, name: str, texts: Texts) -> Citations:
    """The table of citations, read beside that of the texts."""
    composites = {part: one for one in texts.found for part in _parts(one)}
    citations = Citations(name)
    for row in rows_of(data, name, COLUMNS):
        _read(citations, row, texts, composites)
    return citations


def _parts(symbol: Symbol) -> list[Symbol]:
    return [symbol._replace(number=number) for number in parts_of(symbol.number)]


def _read(citations: Citations, row: Row, texts: Texts, composites: dict[Symbol, Symbol]) -> None:
    said = row.values
    if said is None:
        citations.leave_out(row, "row_incomplete", "")
        return
    called = _symbol(said["source_symbol"])
    if called is None:
        citations.leave_out(row, "source_unclear", said["source_symbol"])
        return
    doubts: list[str] = []
    by = _source(citations, row, called, texts, composites, doubts)
    other = _target(citations, row, called, doubts)
    if other is None:
        citations.leave_out(row, "target_unclear", f"{said['target_text']!r}, {said['target_href']}")
        return
    if isinstance(other, Symbol) and other not in texts.found:
        other = composites.get(other, other)
    if other == by:
        citations.leave_out(row, "cites_itself", said["source_symbol"])
        return
    _in_time(citations, row, by, other, texts, doubts)
    citation = _citation(citations, row, by, other, doubts)
    key = (other, citation.relation, citation.part, citation.paragraph, citation.footnote, citation.phrase)
    of_text = citations.found.setdefault(by, {})
    if key in of_text:
        citations.leave_out(
            row, "row_twice", f"{said['source_symbol']} {citation.relation} {said['target_symbol']}", Fate.ALREADY
        )
        return
    of_text[key] = citation
    citations.fates[Fate.RECORDED] += 1


def _values(row: Row) -> dict[str, str]:
    return row.values or {}


def _source(
    citations: Citations, row: Row, called: Symbol, texts: Texts, composites: dict[Symbol, Symbol], doubts: list[str]
) -> Symbol:
    """The text that cites: of several parts that are called by one symbol, the one of that day."""
    known = texts.called.get(called, [])
    day = _values(row)["source_adoption_date"]
    of_that_day = [one for one in known if str(texts.found[one].adopted) == day]
    itself = [called] if called in texts.found else known
    by = (of_that_day or itself or [composites.get(called, called)])[0]
    if by != called and called not in composites:
        said = f"{_values(row)['source_symbol']} of {day}"
        citations.doubt(row, "part_letter_lost", f"{said} is {by.number}", unverified=True)
        doubts.append("the letter of the part is missing")
    elif by in texts.found and str(texts.found[by].adopted) != day:
        said = f"{_values(row)['source_symbol']}: {day} and {texts.found[by].adopted}"
        citations.doubt(row, "source_date_differs", said, unverified=True)
        doubts.append(f"the citing text is dated {day}")
    return by


def _target(citations: Citations, row: Row, called: Symbol, doubts: list[str]) -> Target | None:
    """The text that is cited, as printed where the link leads elsewhere."""
    link, printed = _values(row)["target_symbol"].strip(), normal(_values(row)["target_text"])
    symbol = _symbol(link)
    if symbol is None and is_paper(link):
        return _paper(citations, row, link, printed, doubts)
    if symbol is None:
        return _as_printed(citations, row, called, printed, doubts)
    if not printed:
        _doubt(citations, row, "text_missing", link, doubts)
        return symbol
    number = _kept(printed) if is_number(printed) else (_symbol(printed) or symbol._replace(number=printed)).number
    if number == symbol.number:
        return symbol
    if _bare(printed) in _bare(symbol.number):
        citations.doubt(row, "text_in_pieces", f"printed {printed}, link {link}")
        return symbol
    if _part_of(symbol.number, number):
        _doubt(citations, row, "part_letter_lost", f"printed {printed}, link {link}", doubts)
        return symbol._replace(number=_with_letter(symbol.number, number))
    _doubt(citations, row, "text_and_link_differ", f"printed {printed}, link {link}", doubts)
    return symbol._replace(number=number) if is_number(printed) else _symbol(printed) or symbol


def _doubt(citations: Citations, row: Row, name: str, said: str, doubts: list[str]) -> None:
    citations.doubt(row, name, said, unverified=True)
    doubts.append(said)


def _part_of(whole: str, number: str) -> bool:
    """Whether a number is that of a part of another: 217 A (III) of 217 (III); or is the letter of the part alone."""
    alone = len(number) == 1 and number.isupper()
    return alone or kept(re.sub(r" [A-Z]\b", "", number, count=1)) == whole


def _with_letter(whole: str, number: str) -> str:
    return kept(f"{whole} {number}") if len(number) == 1 else number


def _paper(citations: Citations, row: Row, link: str, printed: str, doubts: list[str]) -> str:
    """A paper: it may have two symbols, of which the link has one. Blanks are lost in links, so the print is taken."""
    if _bare(link) in _bare(printed):
        return printed if _bare(link) == _bare(printed) else first_symbol(link)
    if not printed:
        _doubt(citations, row, "text_missing", link, doubts)
        return link
    _doubt(citations, row, "text_and_link_differ", f"printed {printed}, link {link}", doubts)
    return printed if is_paper(printed) else link


def _bare(symbol: str) -> str:
    return "".join(symbol.split()).casefold()


def _as_printed(citations: Citations, row: Row, called: Symbol, printed: str, doubts: list[str]) -> Target | None:
    """What is printed where the link is that of a page or a file: a number is one of the citing body's own texts."""
    found: Target | None = _symbol(printed)
    if found is None and is_number(printed):
        found = Symbol(called.series, "resolution", _kept(printed))
    if found is None and is_paper(printed.rstrip(".")):
        found = printed.rstrip(".")
    if found is not None:
        _doubt(citations, row, "link_is_no_symbol", f"printed {printed}, link {_values(row)['target_href']}", doubts)
    return found


def _in_time(citations: Citations, row: Row, by: Symbol, other: Target, texts: Texts, doubts: list[str]) -> None:
    """Doubt what is later than the text that cites it."""
    days = [_adopted(texts, by), _adopted(texts, other)]
    if days[0] is not None and days[1] is not None and days[0] < days[1]:
        said = f"{_values(row)['source_symbol']} of {days[0]}, {_values(row)['target_symbol']} of {days[1]}"
        citations.doubt(row, "cites_the_future", said, unverified=True)
        doubts.append(f"adopted later, on {days[1]}")


def _adopted(texts: Texts, symbol: Target) -> date | None:
    text = texts.found.get(symbol) if isinstance(symbol, Symbol) else None
    return None if text is None else text.adopted


def _citation(citations: Citations, row: Row, by: Symbol, other: Target, doubts: list[str]) -> Citation:
    said = _values(row)
    phrase = normal(said["relation_phrase"])
    if not phrase:
        citations.doubt(row, "phrase_missing", f"{said['source_symbol']} and {said['target_symbol']}")
    elif not is_a_phrase(phrase):
        citations.doubt(row, "phrase_unclear", f"{said['source_symbol']}: {phrase}")
    part, footnote = _PARTS.get(said["part"]), _PLACES.get(said["place"])
    if part is None or footnote is None:
        citations.doubt(row, "place_unclear", f"{said['source_symbol']}: {said['part']}, {said['place']}")
    paragraph = _PARAGRAPH.match(said["context"]) if part is Part.OPERATIVE else None
    return Citation(
        by=by,
        other=other,
        relation=relation_of(phrase),
        part=part,
        paragraph=paragraph["number"] if paragraph else None,
        footnote=bool(footnote),
        phrase=phrase or None,
        cited_as=normal(said["target_text"]) or None,
        source=citations.source(row, doubts),
        verified=not doubts,
        note=normal(said["context"]) or None,
        row=row,
    )
