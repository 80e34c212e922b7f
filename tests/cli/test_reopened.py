"""Decision 76/506 B: items taken up directly in plenary and reopened, some twice, replayed from its own text."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

DECISIONS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "decisions"
SENTENCE = re.compile(r"the General Assembly decided to (?P<what>.*)")
DAY = re.compile(r"At its (?P<sitting>\d+)\w\w plenary meeting, on (?P<day>\d+ \w+ \d{4})")
SUB_ITEM = re.compile(r"sub-item \((\w)\) entitled “([^”]+)” of agenda item (\d+) entitled “([^”]+)”")
ITEM = re.compile(r"agenda item (\d+) entitled “([^”]+)”")
PAPER = re.compile(r"A/76/[^ ,]+[^ ,.]")


@dataclass(frozen=True)
class Decided:
    """What one sentence of the decision says."""

    day: str
    item: str
    titles: tuple[tuple[str, str], ...]
    reopened: bool
    directly: bool
    papers: tuple[str, ...]

    @property
    def command(self) -> str:
        """The same, as it is typed."""
        on = " ".join(f"--on {paper}" for paper in self.papers)
        if not self.reopened:
            return f"item allocate {self.item} --to plenary --directly {on} --at {self.day}"
        return f"item reopen {self.item} {'--in-plenary' if self.directly else ''} {on} --at {self.day}"


def decided(text: str) -> list[Decided]:
    """The sentences of the decision."""
    found, day = [], ""
    for line in (" ".join(one.split()) for one in text.splitlines()):
        if when := DAY.search(line):
            day = f"{datetime.strptime(when['day'], '%d %B %Y').date()}"  # noqa: DTZ007 - a day has no zone
        if said := SENTENCE.search(line):
            found.append(_decided(day, said["what"]))
    return found


def _decided(day: str, what: str) -> Decided:
    directly = "directly in plenary meeting" in what
    papers = tuple(PAPER.findall(what))
    if sub := SUB_ITEM.search(what):
        titles = ((f"{sub[3]}.", sub[4]), (f"{sub[3]} ({sub[1]})", sub[2]))
        return Decided(day, f"{sub[3]}{sub[1]}", titles, "reopen" in what, directly, papers)
    item = ITEM.search(what)
    assert item is not None
    return Decided(day, item[1], ((f"{item[1]}.", item[2]),), "reopen" in what, directly, papers)


def number(label: str) -> tuple[int, str]:
    """By what the list is sorted."""
    top, _, letter = label.partition(" ")
    return int(top.rstrip(".")), letter


def test_the_items_of_decision_76_506_b_are_reopened_one_by_one(empty: Terminal, tmp_path: Path) -> None:
    texts = sorted(DECISIONS.glob("13-*"))
    if not texts:
        pytest.skip("the decisions of the General Assembly are not here")
    said = decided(texts[0].read_text())
    titles = dict(one for sentence in said for one in sentence.titles)
    listed = "\n".join(f"{label} {titles[label]}" for label in sorted(titles, key=number))
    (tmp_path / "list.txt").write_text(listed)
    empty.types('body add GA "General Assembly" --says session --zone America/New_York --at 1945-10-24')
    empty.types(
        'meeting schedule ga76 GA --ordinal 76 --place "New York" --dates 2021-09-14..2022-09-12 --at 2021-01-01'
    )
    empty.types(f"agenda issue {tmp_path}/list.txt --issued 2021-07-01 --accept-warnings")
    empty.types("meeting open --at 2021-09-14")
    empty.types("agenda adopt --at 2021-09-17")
    items = dict.fromkeys(sentence.item for sentence in said if sentence.reopened)
    for item in items:
        empty.runs(f"item allocate {item} --to C3 --at 2021-09-17", f"item take-up {item} --at 2021-12-16")
        empty.types(f"item conclude {item} --at 2021-12-16")
    for sentence in said:
        if sentence.reopened and Counter(one.item for one in said[: said.index(sentence)])[sentence.item]:
            empty.types(f"item conclude {sentence.item} --at {sentence.day}")
        empty.types(f"{sentence.command} {'--same-decision' if said.index(sentence) else '--decision'} '76/506 B'")
    numbered = json.loads(empty.types("decision show '76/506 B' --json"))
    assert len(numbered) == len(said)
    assert {one["day"] for one in numbered} == {sentence.day for sentence in said}
    empty.refused(f"decision take 'to rise' --at {said[-1].day} --decision '76/506 B'", "was taken already, by the")
    events = Counter(one["event"] for one in json.loads(empty.types("history --json")))
    assert events["ItemReopened"] == sum(one.reopened for one in said) == 12
    twice = [item for item, times in Counter(one.item for one in said).items() if times > 1]
    assert twice == ["29", "74b"]
    for item in twice:
        told = json.loads(empty.types(f"history item {item} --json"))
        assert [one["event"] for one in told].count("ItemReopened") == 2
