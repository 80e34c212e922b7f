"""Decisions 77/505, 77/507 B and C, 77/549 and 76/548 B of the General Assembly, replayed from their own texts.

The texts are the United Nations' own and are not part of this project: where they are not beside it, the stories are
skipped.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, moment
from tests.cli.test_real_meetings import DATA

MEETING = re.compile(r"At its (\d+)\w\w (\(resumed\) )?plenary meeting, on (\d+ \w+ \d{4}),")
DIRECTLY = re.compile(
    r"consider directly in plenary meeting (?:sub-item \((?P<letter>\w)\) .*? of )?agenda item (?P<number>\d+) .*"
    r"draft (?:resolution|decision)\. (?P<paper>A/77/L\.\d+)"
)


def text_of(name: str) -> str:
    """A decision that is shared beside the project."""
    found = next(iter((DATA / "decisions").glob(f"{name}*")), None)
    if found is None:
        pytest.skip(f"the decisions of the General Assembly are not beside the project (no {name})")
    return " ".join(found.read_text(encoding="utf-8").split())


def said(pattern: str, text: str) -> tuple[str, ...]:
    """What the text says at the places the pattern marks."""
    found = re.search(pattern, text)
    assert found, pattern
    return found.groups()


def sittings(text: str) -> list[tuple[str, str]]:
    """The sittings at which the decision was taken, each with its day: ("58r", "2023-02-06")."""
    found = MEETING.findall(text)
    return [(number + "r" * bool(resumed), day(words)) for number, resumed, words in found]


def day(words: str) -> str:
    """16 September 2022, as it is typed."""
    return datetime.strptime(words, "%d %B %Y").date().isoformat()  # noqa: DTZ007 - a day has no zone


def assembly(terminal: Terminal, session: int, opened: str, items: Iterable[str], folder: Path) -> None:
    """A session of the General Assembly with a provisional agenda, opened and its first sitting closed."""
    (folder / "list.txt").write_text("\n".join(items), encoding="utf-8")
    terminal.clock.now = moment("2024-01-01 12:00")
    terminal.types('body add GA "General Assembly" --says session --zone America/New_York --at 1945-10-24')
    for number in (session, session + 1):
        year = 1945 + number
        terminal.types(
            f'meeting schedule ga{number} GA --ordinal {number} --place "New York" '
            f"--dates {year}-09-15..{year + 1}-09-05 --at 2021-01-01"
        )
    terminal.types(f"agenda issue {folder}/list.txt -m ga{session} --issued {opened[:4]}-07-15 --accept-warnings")
    terminal.runs(f"meeting open -m ga{session} --at {opened}", f"plenary close --at {opened}")


def test_the_agenda_is_adopted_with_its_allocation_an_item_included_and_another_deferred(
    empty: Terminal, tmp_path: Path
) -> None:
    text = text_of("14-unga-dec-77-505")
    (agenda, allocation) = said(r"adopted the agenda (A/\S+)\. and the allocation of agenda items (A/\S+)\.", text)
    (report,) = said(r"first report, (A/\S+)\. adopted", text)
    (mayotte, understanding) = said(
        r"item entitled “(Question of the Com[^”]+)”.*? on the (understanding[^.]*?) by", text
    )
    (islands, ordinal) = said(r"defer consideration of the item entitled “([^”]+)”.*agenda of its (\S+) session", text)
    taken = sittings(text)
    assert taken[0] == ("3", "2022-09-16")
    items = ["18. Sustainable development", "(a) Implementation", "68. Human rights", "109. Crime", f"110. {islands}"]
    assembly(empty, 77, "2022-09-15", items, tmp_path)

    adopted = f"agenda adopt --symbol {agenda} --allocation {allocation} --decision 77/505 -r {report} -p 3"
    assert f"adopted its agenda ({agenda}) and the allocation of agenda items ({allocation})" in empty.types(
        f"{adopted} --at 2022-09-16"
    )
    included = empty.types(f'item add "{mayotte}" --no-consideration -r "{report}, para. 90" -p 3')
    assert f'added item 111, "{mayotte}", to its agenda, on the {understanding}' in included
    empty.refused("item take-up 111 -p 3", "on the understanding that there would be no consideration of it")
    deferred = empty.types(f'item defer 110 --to ga78 --include -r "{report}, para. 91" -p 3')
    assert f"decided to include it in the provisional agenda of its {ordinal} session" in deferred
    assert f"1. {islands} (item 110 of ga77, deferred)" in " ".join(empty.types("agenda draft-next --for ga78").split())
    assert f"The allocation of the items was adopted with it: {allocation}." in empty.types("agenda show --adopted")

    where = iter([taken[1], taken[1], taken[2]])
    found = [(one["number"] + (one["letter"] or ""), one["paper"]) for one in DIRECTLY.finditer(sentences(text))]
    assert [item for item, _paper in found] == ["68", "109", "18a"]
    for (item, draft), (sitting, on) in zip(found, where, strict=True):
        words = empty.types(f"item allocate {item} --to plenary --directly --on {draft} -p {sitting} --at {on}")
        assert "directly in plenary meeting and to proceed expeditiously with the consideration of " + draft in words


def sentences(text: str) -> str:
    """The text with a line for each decision, so that no pattern reaches into the next."""
    return re.sub(r" (At (?:its|the same) )", r"\n\1", text)


def test_the_items_that_the_assembly_noted_as_remaining_are_those_that_the_record_finds(
    empty: Terminal, tmp_path: Path
) -> None:
    text = text_of("18-unga-dec-77-549")
    (listed,) = said(r"(Item 9\. .*) 56th \(resumed\) plenary meeting 30 December 2022", text)
    lines = re.sub(r" (Item (?=\d+\. )|(?=\((?:\w|ii)\) [A-Z]))", r"\n", listed.removeprefix("Item ")).splitlines()
    assembly(empty, 77, "2022-09-15", ["1. Opening of the session", "2. Minute of silence", *lines], tmp_path)
    empty.types("agenda adopt -p 3 --at 2022-09-16")
    for item in ("1", "2"):
        empty.runs(f"item take-up {item} -p 3", f"item conclude {item} -p 3")
    left = [line.split("  ")[0] for line in empty.types("items remaining").splitlines()]
    assert left == numbered(lines)
    ((sitting, on),) = sittings(text)
    noted = empty.types(f"items remaining --record --decision 77/549 -p {sitting} --at {on}")
    assert "56th (resumed) meeting, 30 Dec 2022   The General Assembly took note of the following agenda items" in noted
    assert "(decision 77/549): items 9, 10, 12, 13, 14, 18 (a), 18 (c), 18 (j), 20" in noted


def numbered(lines: list[str]) -> list[str]:
    """The numbers of a list: those of the sub-items, each with what it stands under, and of items without any."""
    found: list[tuple[str, ...]] = []
    for line in lines:
        marked = re.match(r"\((\w+)\)", line)
        above = found[-1] if found else ()
        if marked is None:
            found.append((line.partition(".")[0],))
        elif marked[1] == "ii" or (marked[1] == "i" and above[1:] != ("(h)",)):
            found.append((*above[:2], marked[0]))
        else:
            found.append((above[0], marked[0]))
    followed = {one[:-1] for one in found}
    return [" ".join(one) for one in found if one not in followed]


def test_papers_are_deferred_until_parts_of_a_resumed_session_and_the_decision_gets_its_letter(
    empty: Terminal, tmp_path: Path
) -> None:
    text = text_of("20-unga-dec-76-548BC")
    part_b = text.partition(" C At its ")[0]
    ((sitting, on),) = sittings(part_b)
    (recommended,) = said(r"Fifth Committee, (A/76/634/Add\.1, para\. 6)\.", part_b)
    parts = re.findall(
        r"Decided to defer until (.*?) consideration of the following documents:(.*?)(?=Section|$)", part_b
    )
    (became,) = said(r"becomes decision (76/548 A)\.", part_b)
    items = [f"{number}. Item {number}" for number in ("136", "140", "144")]
    assembly(empty, 76, "2021-09-15", items, tmp_path)
    empty.runs("agenda adopt -p 2 --at 2021-09-17", "plenary held 54 --at 2021-12-24")
    empty.types("decision take 'to defer questions' -p 54 --decision 76/548")

    for until, documents in parts:
        for _, number, listed in re.findall(r"(Item) (\d+) (.*?)(?= Item \d+ |$)", documents):
            papers = re.findall(r"(A/7\d/\S+?)\.(?= |$)", listed)
            assert papers
            symbols = " ".join(f"--documents {paper}" for paper in papers)
            words = empty.types(
                f'item defer {number} {symbols} --to "{until}" -r "{recommended}" -p {sitting} --at {on}'
            )
            assert (
                f"decided to defer until {until} consideration of the following documents under item {number}" in words
            )
            assert papers[-1] in words
    taken = empty.types(f"decision take 'to defer questions for future consideration' -p {sitting}")
    entry = said(r"#(\d+)", taken)[0]
    words = empty.types(f"decision part '76/548 B' {entry} --renames 76/548 '{became}' --at {on}")
    assert "Decision 76/548 became decision 76/548 A, decision 76/548 B having been taken." in words
    assert f"Decision {became} (formerly 76/548)" in empty.types("decision show 76/548")


def test_one_sitting_and_its_resumed_part_of_one_day_take_parts_b_and_c_of_a_decision(
    empty: Terminal, tmp_path: Path
) -> None:
    text = text_of("24-unga-dec-77-507BC")
    (item, title) = said(r"Agenda item (\d+) Other decisions 77/507\. (.*?) B At", text)
    (seat,) = said(r"decided (that, after the departure .*?)\.", text)
    (report,) = said(r"took note of the report of .*? (A/77/1)\.", text)
    parts = sittings(text)
    assert parts == [("58", "2023-02-06"), ("58r", "2023-02-06")]
    assembly(empty, 77, "2022-09-15", [f"{item}. {title}"], tmp_path)
    empty.types("agenda adopt -p 3 --at 2022-09-16")
    first, second = (f"--item {item} -p {sitting} --at {on}" for sitting, on in parts)

    words = empty.types(f'decision take "{seat}" {first} --decision "77/507 B"')
    assert "ga77, 58th meeting, 6 Feb 2023   Under item 113, the General Assembly decided that, after the" in words
    words = empty.types(f'decision take "took note of the report ({report})" {second} --decision "77/507 C"')
    assert "ga77, 58th (resumed) meeting, 6 Feb 2023   Under item 113, the General Assembly took note of the" in words
    listed = empty.types("decision list")
    assert listed.index("58th plenary meeting, 6 February 2023") < listed.index("58th (resumed) plenary meeting")
