from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from projections.site import states
from projections.site.pages import item_file
from tests.cli.terminal import Clock, Terminal, moment
from tests.site.reader import Read, read


@pytest.fixture
def pages(held: Terminal, tmp_path: Path) -> dict[str, Read]:
    held.types(f"site -o {tmp_path / 'site'}")
    return read(tmp_path / "site")


def test_there_is_a_page_for_the_meeting_its_agenda_each_item_silence_lineage_and_history(
    pages: dict[str, Read],
) -> None:
    items = [name for name in pages if name.startswith("item-")]
    assert sorted(set(pages) - set(items)) == [
        "agenda.html", "history.html", "index.html", "lineage.html", "silence.html",
    ]  # fmt: skip
    assert len(items) == 8
    assert "Adopted at the 1st meeting, on 8 September 2020, as orally amended." in pages["index.html"].text


def test_every_link_leads_to_a_place_that_is_there(pages: dict[str, Read]) -> None:
    for name, page in pages.items():
        for link in page.links:
            file, _, place = link.partition("#")
            assert not place or place in pages[file or name].ids, (name, link)
            assert (file or name) in pages


def test_every_page_has_its_language_one_first_heading_and_no_level_left_out(pages: dict[str, Read]) -> None:
    for page in pages.values():
        assert (page.root["lang"], page.root["dir"]) == ("en", "ltr")
        assert page.headings.count("h1") == 1
        levels = [int(heading[1]) for heading in page.headings]
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert len(page.ids) == len(set(page.ids))


def test_a_page_asks_nothing_of_anywhere(held: Terminal, tmp_path: Path) -> None:
    held.types(f"site -o {tmp_path / 'site'}")
    for file in (tmp_path / "site").glob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert Read(file).asked == ["data:,"]
        assert "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:" in text
        assert not re.search(r"@import|url\((?!#)|\bfetch\(|https?://(?!www\.w3\.org/2000/svg)", text)


def test_the_agenda_stands_as_each_act_left_it_one_below_another(pages: dict[str, Read]) -> None:
    _, *shown = re.split(r"\b\d of 5: ", pages["agenda.html"].text)
    days = ["4 June 2020", *["8 September 2020"] * 3, "9 September 2020"]
    assert all(told.startswith(day) for told, day in zip(shown, days, strict=True))
    issued, added, retitled, adopted, closed = shown
    assert "Election of officers" not in issued
    assert '"Election of officers"' in added
    assert "[ #41 ]" in added
    assert '"Other business"' in retitled
    assert "as orally amended" in adopted.lower()
    assert "(b) Election of officers" in adopted
    assert "Deferred: item 1 (a)." in closed


def test_what_an_act_changed_is_marked(held: Terminal, tmp_path: Path) -> None:
    held.types(f"site -o {tmp_path / 'site'}")
    text = (tmp_path / "site" / "agenda.html").read_text(encoding="utf-8")
    second = text[text.index('id="s2"') : text.index('id="s3"')]
    assert re.findall(r'<li class="changed"><span class="label">(.*?)</span>', second) == ["[new]"]


def test_a_long_story_of_an_agenda_is_cut_and_what_is_left_out_is_counted(
    held: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(states, "MOST_LINES", 16)
    held.types(f"site -o {tmp_path / 'site'}")
    told = read(tmp_path / "site")["agenda.html"].text
    assert "Three earlier states left out: these are the last 2." in told
    assert "2 of 2: 9 September 2020" in told


def test_an_item_has_its_history_and_its_changes(pages: dict[str, Read]) -> None:
    told = pages["item-i3.6.html"].text
    assert "Item 4: Other business" in told
    assert "8 September 2020, 10.20 a.m., 1st meeting : An oral amendment was proposed: to retitle item 4" in told
    assert "How far it has come: concluded." in told
    assert "took up items 4 and 5 jointly" in told


def test_the_lineage_says_in_words_what_it_draws(pages: dict[str, Read]) -> None:
    told = pages["lineage.html"].text
    assert "Resolution UNTOC-COP 7/1" in told
    assert "recalled by Resolution UNTOC-COP 9/1" in told
    assert "follows Resolution UNTOC-COP 5/3 (unverified)" in told


def test_the_same_record_gives_the_same_bytes_on_another_day(held: Terminal, tmp_path: Path) -> None:
    def made(name: str) -> dict[str, bytes]:
        held.types(f"site -o {tmp_path / name}")
        return {file.name: file.read_bytes() for file in (tmp_path / name).iterdir()}

    first = made("one")
    held.clock.now = held.clock.now.replace(year=2031)
    assert made("other") == first


def test_what_is_restricted_stays_out_and_is_counted_unless_it_is_asked_for(silent: Terminal, tmp_path: Path) -> None:
    silent.types('item add "A matter" --at 2020-09-08T10:26 --restricted --notwithstanding 20 -r "the Chair"')
    silent.types(f"site -o {tmp_path / 'site'}")
    everything = " ".join(page.text for page in read(tmp_path / "site").values())
    assert "topics-2021" not in everything
    assert "An act that is restricted Its sentence is left out. [#78]" in everything
    assert "Left out: one restricted act and two restricted silence procedures." in everything
    silent.types(f"site -o {tmp_path / 'all'} --restricted")
    everything = " ".join(page.text for page in read(tmp_path / "all").values())
    assert "On topics-2021" in everything
    assert "Left out" not in everything


def test_a_deadline_is_printed_on_the_clock_of_the_letter_with_its_zone(silent: Terminal, tmp_path: Path) -> None:
    silent.types(f"site -o {tmp_path / 'site'} --restricted")
    told = read(tmp_path / "site")["silence.html"].text
    assert "6 p.m. on 1 October 2020 in America/New_York (2020-10-01 22:00 UTC)" in told
    assert "Stands Running" in told
    assert "One objection in time, from a delegation. Broken, result not announced." in told
    assert "Ruritania" not in told


def test_the_root_of_the_record_is_told_and_its_checkpoint_where_it_is_signed(held: Terminal, tmp_path: Path) -> None:
    root = json.loads(held.types("verify --json"))["root"]
    held.types(f"site -o {tmp_path / 'site'}")
    told = read(tmp_path / "site")["index.html"].text
    assert f"Entries in its tree 1 to 74 Root of the tree {root} No checkpoint of it is signed." in told
    held.types(f"key new lakes.example/record -o {tmp_path / 'log.key'}")
    held.types(f"--key {tmp_path / 'log.key'} key adopt")
    held.types(f"site -o {tmp_path / 'site'}")
    assert "The last signed checkpoint: lakes.example/record 75 " in read(tmp_path / "site")["index.html"].text
    held.types(f"site -o {tmp_path / 'site'} --known-at 74")
    assert told == read(tmp_path / "site")["index.html"].text


def test_a_script_that_records_writes_pages_of_what_it_recorded(held: Terminal, tmp_path: Path) -> None:
    held.types("meeting schedule wg8 UNTOC-COP/WG.7 --place Vienna --dates 2021-09-06..2021-09-07 --at 2020-09-19")
    held.runs("agenda issue -m wg8 --symbol X/2021/1 --issued 2021-06-01", f"site -m wg8 -o {tmp_path / 'site'}")
    assert "1 of 1: 1 June 2021" in read(tmp_path / "site")["agenda.html"].text


def test_the_pages_of_another_time_say_what_was_known_then(held: Terminal, tmp_path: Path) -> None:
    held.types(f"site -o {tmp_path / 'site'} --known-at 12")
    pages = read(tmp_path / "site")
    assert "Provisional: not yet adopted." in pages["index.html"].text
    assert "1 of 1: 4 June 2020" in pages["agenda.html"].text
    assert "As the record stood at entry #12" in pages["index.html"].text
    held.refused(f"site -o {tmp_path / 'other'} --known-at 5", "The record held nothing of")


def test_a_meeting_without_an_agenda_has_pages_that_say_so(tmp_path: Path) -> None:
    empty = Terminal(tmp_path / "nemcon.db", Clock(moment("2020-01-05 12:00")))
    empty.types("init")
    empty.types('body add LAKES "Group on Lakes" --at 2019-01-01')
    empty.types("meeting schedule lakes1 LAKES --place Geneva --dates 2020-10-01..2020-10-02 --at 2020-01-05")
    empty.types(f"site -o {tmp_path / 'site'}")
    pages = read(tmp_path / "site")
    assert "No agenda has been issued." in pages["index.html"].text
    assert "No agenda has been issued." in pages["agenda.html"].text
    assert "No link is recorded." in pages["lineage.html"].text
    assert "No silence procedure is in the record." in pages["silence.html"].text


def test_the_history_tells_of_the_proposals_submitted_under_an_item(held: Terminal, tmp_path: Path) -> None:
    held.types("proposal submit CTOC/COP/WG.7/2020/L.2 --item 2 -m wg7 --from Peru --at 2020-09-08T11:10")
    held.types(f"site -o {tmp_path / 'site'}")
    for name in ("item-i3.4.html", "history.html"):
        assert "submitted" in read(tmp_path / "site")[name].text, name


def test_an_item_says_which_item_of_another_meeting_continues_it(held: Terminal, tmp_path: Path) -> None:
    held.types("meeting schedule wg8 UNTOC-COP/WG.7 --place Vienna --dates 2021-09-06..2021-09-07 --at 2020-09-19")
    held.types("agenda issue -m wg8 --symbol X/2021/1 --issued 2021-06-01")
    held.types(f"site -m wg7 -o {tmp_path / 'site'}")
    assert "It is continued by item 1 (a) of wg8." in read(tmp_path / "site")["item-i3.2.html"].text


@pytest.mark.parametrize("item", ["../../etc/passwd", "con/../x", "I3", "a" * 80, "i3."])
def test_the_page_of_an_item_has_a_name_that_every_system_can_write(item: str) -> None:
    assert re.fullmatch(r"item-[0-9a-f]{16}\.html", item_file(item))
