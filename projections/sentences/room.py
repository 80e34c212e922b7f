"""How the room would call things: the body, its meeting, an item by the number it had at that place."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from domain.amendments import ItemAdded, ItemSplit
from domain.business import ActStruck
from domain.late import dataclass
from domain.meeting import Meeting
from domain.outline import Line
from domain.provisional import AnyIssue
from domain.rounds import CirculatedText
from domain.schedule import MeetingScheduled
from domain.values import Basis, Taken
from projections.telling import Told
from projections.words import capital, listed, mode, ordinal_word, quoted, the, unstopped


@dataclass(eq=False)
class Room:
    """An act of a meeting, and the meeting as it stood just before it."""

    told: Told

    @property
    def before(self) -> Meeting:
        """The meeting just before the act."""
        state: Meeting = self.told.before
        return state

    @property
    def scheduled(self) -> MeetingScheduled | None:
        """The act that scheduled the meeting; the one it began with where none stands any more."""
        first = self.told.first
        return self.before.schedule.scheduled or (first if isinstance(first, MeetingScheduled) else None)

    @property
    def body(self) -> str:
        """The Working Group, at the head of a sentence."""
        return capital(self.the_body)

    @property
    def the_body(self) -> str:
        """The Working Group, within a sentence."""
        plan = self.scheduled
        return the(plan.body_short) if plan else "the body"

    @property
    def says(self) -> str:
        """The body's own word for what it holds: meeting, or session."""
        return self.scheduled.says if self.scheduled else "meeting"

    @property
    def occasion(self) -> str:
        """The seventh meeting of the Working Group; the reconvened seventh meeting, once it was closed and goes on."""
        ordinal = self.scheduled.ordinal if self.scheduled else None
        which = f"{'reconvened ' if self.before.sittings.anew else ''}{f'{ordinal_word(ordinal)} ' if ordinal else ''}"
        return f"The {which}{self.says} of {self.the_body}"

    @cached_property
    def _stored(self) -> dict[str, Line]:
        """Every item ever listed, by its first listing: where what listed it was struck, it still has a name."""
        lines: dict[str, Line] = {}
        for fact in self.told.facts:
            if isinstance(fact, AnyIssue):
                for item in fact.items:
                    lines.setdefault(item.id, Line(item.id, item.number, item.title, item.parent))
            elif isinstance(fact, ItemAdded):
                lines.setdefault(fact.item, Line(fact.item, None, fact.title, fact.under))
            elif isinstance(fact, ItemSplit):
                lines.setdefault(fact.part, Line(fact.part, None, fact.second))
        return lines

    def line(self, item: str) -> Line | None:
        """The item in the list in force at that place, else in the provisional one, else as it was first listed."""
        agenda = self.before.agenda
        return agenda.in_force.get(item) or agenda.provisional.get(item) or self._stored.get(item)

    def title(self, item: str) -> str:
        """The title an item had at that place, in quotation marks."""
        line = self.line(item)
        return quoted(item if line is None else line.title)

    def item(self, item: str) -> str:
        """Item 1 (a), or the new item "Title" where it has no number yet."""
        number = self._number(item)
        if number is None and self.line(item) is not None:
            return f"the new item {self.title(item)}"
        return f"item {number or item}"

    def named(self, item: str) -> str:
        """Item 5, "Title"."""
        return f"{self.item(item)}, {self.title(item)}," if self._number(item) else self.item(item)

    def items(self, items: Iterable[str]) -> str:
        """Item 2; items 2 and 3; items 2 and 3 and the new item "Title"."""
        known = [(item, self._number(item)) for item in items]
        numbers = [number for _, number in known if number is not None]
        others = [self.item(item) for item, number in known if number is None]
        plural = "s" if len(numbers) > 1 else ""
        return listed([*([f"item{plural} {listed(numbers)}"] if numbers else []), *others])

    def _number(self, item: str) -> str | None:
        line = self.line(item)
        return None if line is None else line.number


TOOK = frozenset({"agreed", "decided", "resolved"})
"""Words for taking a decision, which do not tell what was decided: that follows in the infinitive."""


def verb(taken: Taken, did: str, infinitive: str) -> str:
    """The body's own word in print, else that of the field: deferred; postponed; decided to defer."""
    said = taken.verb or did
    return f"{said} {infinitive}" if said in TOOK else said


def decided(text: str, taken: Taken) -> str:
    """The text, how it was decided, and the number of the decision. A comma at the end of the text may fall away."""
    how = mode(taken)
    if how.startswith("there being"):
        text = f"{text.rstrip(',')}, {how}"
    else:
        text = f"{text} {how}" if how else text.rstrip(",")
    return f"{text} (decision {taken.number})" if taken.number else text


def pursuant(bases: Iterable[Basis]) -> str:
    """What follows a comma: pursuant to resolution 7/1; or nothing. A basis that the paper does not state is marked."""
    words = [f"{_basis(one)}{' (inferred)' if one.inferred else ''}" for one in bases]
    return f", pursuant to {listed(words)}" if words else ""


def _basis(basis: Basis) -> str:
    """Keys begin with the body ("UNTOC-COP resolution 7/1"), which the reader of its report knows."""
    _body, _, rest = basis.key.partition(" ")
    if basis.kind == "silence":
        return f"the silence procedure {rest or basis.key}"
    return rest or basis.key


def texts_of(texts: tuple[CirculatedText, ...]) -> str:
    """The texts that were circulated, in parentheses, each with its language where that was said."""
    said = [f"{one.name}, {one.language}" if one.language else one.name for one in texts]
    return f" ({'; '.join(said)})" if said else ""


def entry_of(told: Told, version: int) -> str:
    """Entry 27: the number by which people know the act of that version."""
    act = told.act(version)
    return "an earlier entry" if act is None else f"entry {act.entry.number}"


def strike(told: Told, fact: ActStruck) -> str:
    """Entry 27 was struck: keying error. It depends on no state: a strike is told apart from the business."""
    return f"{capital(entry_of(told, fact.struck))} was struck: {unstopped(fact.reason)}"
