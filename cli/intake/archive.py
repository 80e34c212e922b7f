"""An archive of resolutions: a table of texts and a table of their citations, and every doubt about a row.

Real archives contradict themselves. What can be understood is recorded, as unverified where its row is in doubt; what
cannot is left out and said. Nothing is repaired without a word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final

from cli.intake.csvfile import Row, rows_of
from domain.citing import Symbol, is_paper, kept, symbol_read
from domain.values import Mode, normal

COLUMNS: Final = (
    *("symbol", "frbr_adoption_date", "workflow_adopted_date", "workflow_adopted_as"),
    *("agenda_item", "proponent", "title", "xml_file"),
)

WHY: Final[dict[str, str]] = {
    "adoption_dates_differ": "Two days of adoption are given; the text's own (frbr_adoption_date) was taken.",
    "body_unknown": "The register has no body of this series of symbols, and Nemcon does not know its name.",
    "cites_itself": "The text would cite itself.",
    "cites_the_future": "The text cited was adopted later than the one that cites it, as reissued texts do.",
    "composite_text": "One row stands for several parts; a citation of any of them leads to it.",
    "date_in_one_column": "Only one of the two days of adoption is given; it was taken.",
    "date_missing": "No day of adoption is given, or only a placeholder, or one that the calendar has not.",
    "draft_not_adopted": "This is a draft that was not adopted; it never becomes a resolution.",
    "language_version": "The same text in another language; its title was recorded with the first.",
    "link_is_no_symbol": "The link leads to no symbol; the text that is printed was taken.",
    "number_of_another_year": "The year in the number is not that of the adoption, which happens.",
    "part_letter_lost": "The letter of the part is missing in the symbol; it was taken from where it stands.",
    "phrase_missing": "The paragraph does not begin with a phrase; the text only cites the other.",
    "phrase_unclear": "This is no phrase of a resolution; the text only cites the other.",
    "place_unclear": "The place is neither of the known ones; the citation was recorded without one.",
    "reissued_text": "The file is that of a reissue: it may cite what is later than the adoption.",
    "row_incomplete": "The row has more or fewer columns than the heading.",
    "row_twice": "An earlier row says the same of the same text.",
    "source_date_differs": "The day of the text that cites is another one in the table of texts.",
    "source_unclear": "This is not the symbol of a resolution or a decision.",
    "source_unknown": "The text that cites is neither in the table of texts nor in the record.",
    "symbol_twice_differs": "An earlier row has the same symbol and says something else; the first was taken.",
    "target_unclear": "Neither the link nor what is printed is the symbol or the number of a text.",
    "text_and_link_differ": "What is printed is not what the link leads to; what is printed was taken.",
    "text_in_pieces": "Only a piece of the number is printed where the link is; the link was taken.",
    "text_missing": "Nothing is printed where the link is; the link was taken.",
    "title_missing": "The text has no title; those of the Security Council have none.",
}

Fate = StrEnum("Fate", ["RECORDED", "ALREADY", "LEFT_OUT"])


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """A doubt about one row; `unverified` is what was recorded under it."""

    file: str
    line: int
    name: str
    text: str
    unverified: bool = False


@dataclass(kw_only=True)
class Text:
    """A text as its row, or several, give it."""

    symbol: Symbol
    printed: str
    titles: dict[str, str] = field(default_factory=dict)
    adopted: date | None
    how: Mode
    authority: str | None
    note: str | None
    source: str
    verified: bool
    row: Row
    rows: int = 1


@dataclass
class Table:
    """What was read of one file: how many rows met which fate, and the doubts."""

    name: str
    fates: Counter[Fate] = field(default_factory=Counter)
    doubts: list[Doubt] = field(default_factory=list)

    def doubt(self, row: Row, name: str, text: str, *, unverified: bool = False) -> None:
        """Note a doubt; a name that is not in `WHY` is a mistake of ours."""
        assert name in WHY  # noqa: S101 - the names are a closed list
        self.doubts.append(Doubt(file=self.name, line=row.line, name=name, text=text, unverified=unverified))

    def leave_out(self, row: Row, name: str, text: str, fate: Fate = Fate.LEFT_OUT) -> None:
        """Note a row of which nothing is recorded, and why."""
        self.doubt(row, name, text)
        self.fates[fate] += 1

    def leave_out_again(self, row: Row, name: str, text: str) -> None:
        """Note that a row which was counted as one to be recorded cannot be."""
        self.fates[Fate.RECORDED] -= 1
        self.leave_out(row, name, text)

    def source(self, row: Row, doubts: list[str]) -> str:
        """Where a fact was seen, with what is doubted there."""
        return f"{self.name}, line {row.line}: {'; '.join(doubts)}" if doubts else self.name


@dataclass
class Texts(Table):
    """The texts by their symbol; `called` finds those that rows call by a symbol, with its part letter or without."""

    found: dict[Symbol, Text] = field(default_factory=dict)
    called: defaultdict[Symbol, list[Symbol]] = field(default_factory=lambda: defaultdict(list))


_PLACEHOLDER: Final = "0001-01-01"
_LETTERS: Final = re.compile(r" (?P<part>[A-Z](?: and [A-Z])?)_[A-Z]\.xml$")
_LANGUAGE: Final = re.compile(r"(?P<letter>[ACEFRS])(?:[_-][Rr]eissue)?\.xml$")
_LANGUAGES: Final = {"A": "ar", "C": "zh", "E": "en", "F": "fr", "R": "ru", "S": "es"}
_YEAR: Final = re.compile(r"(?P<first>\d{4})/\d+.*|\d+ \((?P<last>\d{4})\)")
_MODES: Final = (
    ("silence procedure", Mode.SILENCE),
    ("without vote", Mode.WITHOUT_A_VOTE),
    ("consensus", Mode.CONSENSUS),
)
_VOTE: Final = re.compile(r"Adopted \d+-\d+-\d+")


def read_texts(data: bytes, name: str) -> Texts:
    """The table of texts."""
    texts = Texts(name)
    for row in rows_of(data, name, COLUMNS):
        _read_text(texts, row)
    return texts


def _read_text(texts: Texts, row: Row) -> None:
    said = row.values
    if said is None:
        texts.leave_out(row, "row_incomplete", "")
        return
    symbol = symbol_read(said["symbol"])
    if symbol is None:
        draft = is_paper(said["symbol"]) and "not adopted" in said["xml_file"].casefold()
        texts.leave_out(row, "draft_not_adopted" if draft else "source_unclear", said["symbol"])
        return
    doubts: list[str] = []
    called, symbol = symbol, _with_its_part(texts, row, symbol, doubts)
    adopted = _adopted(texts, row, doubts)
    language = _language(said["xml_file"])
    earlier = texts.found.get(symbol)
    if earlier is not None:
        _again(texts, row, earlier, language, adopted)
        return
    _mild(texts, row, symbol, adopted)
    text = Text(
        symbol=symbol,
        printed=_printed(said["symbol"], symbol),
        titles={language: normal(said["title"])} if said["title"].strip() else {},
        adopted=adopted,
        how=_how(said["workflow_adopted_as"]),
        authority=normal(said["workflow_adopted_as"]) or None,
        note=normal(f"{said['agenda_item']} {said['proponent']}") or None,
        source=texts.source(row, doubts),
        verified=not doubts,
        row=row,
    )
    texts.found[symbol] = text
    texts.fates[Fate.RECORDED] += 1
    for one in dict.fromkeys((called, symbol)):
        texts.called[one].append(symbol)


def _printed(said: str, symbol: Symbol) -> str:
    """The symbol as it is printed, with the letter of its part."""
    printed = normal(said).rstrip("* ")
    return printed if symbol_read(printed) == symbol else f"{printed} {symbol.number.rpartition(' ')[2]}"


def _with_its_part(texts: Texts, row: Row, symbol: Symbol, doubts: list[str]) -> Symbol:
    """The symbol with the letters that the name of the file has and it has not."""
    file = _values(row)["xml_file"]
    letters = _LETTERS.search(file)
    if letters is None:
        return symbol
    number = kept(f"{re.sub(r' [A-Z](-[A-Z])?$', '', symbol.number)} {letters['part']}")
    if number == symbol.number:
        return symbol
    texts.doubt(row, "part_letter_lost", f"{_values(row)['symbol']} in {file}", unverified=True)
    doubts.append(f"the part {letters['part']} is named by the file only")
    return symbol._replace(number=number)


def _values(row: Row) -> dict[str, str]:
    return row.values or {}


def _adopted(texts: Texts, row: Row, doubts: list[str]) -> date | None:
    """The day of adoption, and what is doubted of it."""
    own, other = (_values(row)[column] for column in COLUMNS[1:3])
    days = [_day(own), _day(other)]
    said = f"{_values(row)['symbol']}: {own or 'none'} and {other or 'none'}"
    if days == [None, None]:
        texts.doubt(row, "date_missing", said, unverified=True)
        doubts.append("no day of adoption")
    elif None in days:
        texts.doubt(row, "date_in_one_column", said)
    elif days[0] != days[1]:
        texts.doubt(row, "adoption_dates_differ", said, unverified=True)
        doubts.append(f"adopted on {own} or {other}")
    return days[0] or days[1]


def _day(word: str) -> date | None:
    try:
        return None if word.strip() == _PLACEHOLDER else date.fromisoformat(word.strip())
    except ValueError:
        return None


def _language(file: str) -> str:
    found = _LANGUAGE.search(file)
    return _LANGUAGES[found["letter"]] if found else "en"


def _again(texts: Texts, row: Row, earlier: Text, language: str, adopted: date | None) -> None:
    """A symbol that was there before: the same text, the same in another language, or something else."""
    title = normal(_values(row)["title"])
    said = f"{_values(row)['symbol']} in {_values(row)['xml_file']}"
    if adopted != earlier.adopted or (language in earlier.titles and earlier.titles[language] != title):
        texts.leave_out(row, "symbol_twice_differs", said)
    elif language not in earlier.titles and title:
        earlier.titles[language] = title
        earlier.rows += 1
        texts.doubt(row, "language_version", f"{said}: {title}")
        texts.fates[Fate.RECORDED] += 1
    else:
        texts.leave_out(row, "row_twice", said, Fate.ALREADY)


def _mild(texts: Texts, row: Row, symbol: Symbol, adopted: date | None) -> None:
    """What is worth a word and takes nothing from the row."""
    said = _values(row)
    if re.search(r" [A-Z]-[A-Z]$", symbol.number):
        texts.doubt(row, "composite_text", said["symbol"])
    if not said["title"].strip():
        texts.doubt(row, "title_missing", said["symbol"])
    if "reissue" in said["xml_file"].casefold():
        texts.doubt(row, "reissued_text", f"{said['symbol']} in {said['xml_file']}")
    year = _YEAR.fullmatch(symbol.number)
    if year and adopted is not None and int(year["first"] or year["last"]) != adopted.year:
        texts.doubt(row, "number_of_another_year", f"{said['symbol']}, adopted on {adopted}")


def _how(said: str) -> Mode:
    for words, mode in _MODES:
        if words in said:
            return mode
    return Mode.RECORDED if _VOTE.match(said) else Mode.UNKNOWN


def counts(table: Table) -> Iterator[tuple[str, int]]:
    """The doubts by their names, the most frequent first."""
    yield from Counter(one.name for one in table.doubts).most_common()


def as_rows(doubts: list[Doubt]) -> Iterator[list[Any]]:
    """The doubts as rows of a table, under a heading."""
    yield ["file", "line", "doubt", "row", "why"]
    for one in doubts:
        yield [one.file, one.line, one.name, one.text, WHY[one.name]]
