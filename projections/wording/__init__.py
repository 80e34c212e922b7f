"""The fixed wording of papers in the six official languages, and their dates, ordinals, hours and lists.

Each language is one file of data beside this module; a paper asks for its wording and names no word itself. What is
not fixed (titles, names, texts of the record) is printed as the record has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from domain.values import Language
from domain.wording import capital
from projections.wording import hours, ordinals
from projections.wording.phrases import Phrases
from projections.words import unstopped

TIED: Final = "\N{NO-BREAK SPACE}"
"""Stands between two words that no line may part; a form prints it as it can."""


@dataclass(frozen=True, kw_only=True)
class Wording:
    """The words of one language. `say` has its phrases; the methods fill in what depends on grammar."""

    language: str
    say: Phrases
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    languages: Mapping[str, str]
    dates: Mapping[str, str]
    ordinals: Mapping[str, Any] = field(default_factory=dict)
    hour_patterns: Mapping[str, str] = field(default_factory=dict)

    def day(self, day: date) -> str:
        """8 September 2020; 1er octobre 2020; 8 de septiembre de 2020; 8 сентября 2020 года; 2020年9月8日."""
        return self.dates["day"].format(**self._parts(day, ""))

    def days(self, start: date, end: date) -> str:
        """8 and 9 September 2020; 8-10 septembre 2020; 30 de septiembre a 2 de octubre de 2020."""
        if start == end:
            return self.day(start)
        same = "other" if start.year != end.year else "year" if start.month != end.month else "month"
        pattern = self.dates[f"{same}_{'pair' if end - start == timedelta(days=1) else 'range'}"]
        return pattern.format(**self._parts(start, "1"), **self._parts(end, "2"))

    def _parts(self, day: date, which: str) -> dict[str, str]:
        first = day.day == 1 and self.language == "fr"  # the first of a month alone is an ordinal
        told = {"d": "1er" if first else str(day.day), "m": self.months[day.month - 1], "y": str(day.year)}
        return {f"{name}{which}": value for name, value in told.items()}

    def several_days(self, spans: Iterable[tuple[date, date]]) -> str:
        """11 December 2015 and 23 to 27 May 2016."""
        return self.listed(self.days(*span) for span in spans)

    def weekday(self, day: date) -> str:
        """Tuesday, 8 September 2020."""
        named = self.say.weekday_and_day.format(weekday=self.weekdays[day.weekday()], day=self.day(day))
        return capital(named)

    def hours(self, start: time, end: time) -> str:
        """10 a.m.–1 p.m."""
        return hours.hours(self.language, start, end, self.hour_patterns)

    def which(self, number: int, says: str) -> str:
        """Seventh meeting; Soixante et onzième session; 第七届会议."""
        kind: ordinals.Kind = "session" if says == "session" else "meeting"
        phrase = self.say.nth_session if kind == "session" else self.say.nth_meeting
        return capital(phrase.format(nth=ordinals.in_words(self.language, number, kind, self.ordinals)))

    def when(self, sitting: int | None, day: date | None, *, resumed: bool) -> str:
        """At the 1st meeting, on 8 September 2020: as it follows what was done then, or comes before it."""
        if not sitting:
            return self.say.on_day.format(day=self.day(day)) if day else ""
        nth = ordinals.of_sitting(self.language, sitting, self.ordinals)
        said = (self.say.sitting_resumed if resumed else self.say.sitting).format(nth=nth)
        if day is None:
            return self.say.at_sitting.format(sitting=said)
        return self.say.at_sitting_on.format(sitting=said, day=self.day(day))

    def listed(self, words: Iterable[str]) -> str:
        """The words as a sentence lists them: a, b and c; a، b وc; a、b和c."""
        *head, last = [*words] or [""]
        # In Spanish "y" becomes "e" before the same sound.
        link = self.say.last_before_i if last.lower().startswith(("i", "hi")) else self.say.last
        return f"{self.say.comma.join(head)}{link}{last}" if head else last

    def clauses(self, said: Iterable[str]) -> str:
        """What became of one thing: was moved, was retitled and was given a footnote."""
        *head, last = [*said] or [""]
        return f"{self.say.clause_comma.join(head)}{self.say.clause_last}{last}" if head else last

    def quoted(self, text: object) -> str:
        """A title or a text in quotation marks, without the full stop it may end with."""
        return self.say.quoted.format(text=unstopped(str(text)))

    def number(self, number: str) -> str:
        """The number of an item on one line; within Arabic "1 (a)" keeps its direction."""
        return f"\u2068{tied(number)}\u2069" if self.language == "ar" and " " in number else tied(number)

    def item(self, number: str | None, title: object = None, name: str = "item") -> dict[str, str]:
        """An item in its cases, for a phrase to choose from: "item 4", "the new item"; with `name`, another item."""
        say = self.say
        if number is not None:
            cases = (say.item, say.of_item, say.with_item)
        elif title is None:
            cases = (say.untitled_new_item, say.of_untitled_new_item, say.with_untitled_new_item)
        else:
            cases = (say.new_item, say.of_new_item, say.with_new_item)
        fill = {"number": self.number(number or ""), "title": self.quoted(title)}
        return dict(zip((name, f"of_{name}", f"with_{name}"), (case.format(**fill) for case in cases), strict=True))

    def together(self, items: Iterable[Mapping[str, str]]) -> dict[str, str]:
        """Several items in their cases: "item 1, item 4 and item 5"."""
        every = [*items]
        return {f"{case}items": self.listed(one[f"{case}item"] for one in every) for case in ("", "of_", "with_")}

    def numbers(self, numbers: Iterable[str]) -> str:
        """Item 4; items 1, 1 (a) and 4."""
        every = [self.number(number) for number in numbers]
        if len(every) == 1:
            return self.say.items_one.format(number=every[0])
        return self.say.items.format(numbers=self.listed(every))

    def named(self, language: str) -> str:
        """English; of a language that is not official, its code."""
        return self.languages.get(language, language)


def tied(text: str) -> str:
    """The text on one line."""
    return text.replace(" ", TIED)


def wording(language: str | None) -> Wording:
    """The wording in an official language; in English where none is named, or one that is not official."""
    return _read(language if language in set(Language) else Language.ENGLISH.value)


@lru_cache
def _read(language: str) -> Wording:
    import tomllib  # noqa: PLC0415 - a command that prints no paper starts without it

    text = Path(__file__).with_name(f"{language}.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text.replace("~", TIED))
    return Wording(
        language=language,
        say=Phrases(told["phrases"]),
        months=tuple(told["months"]),
        weekdays=tuple(told["weekdays"]),
        languages=told["languages"],
        dates=told["dates"],
        ordinals=told.get("ordinals", {}),
        hour_patterns=told.get("hours", {}),
    )
