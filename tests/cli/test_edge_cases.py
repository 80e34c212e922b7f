"""Cases of docs/edge-cases.md that have no story elsewhere."""

from pathlib import Path

from tests.cli.terminal import Terminal
from tests.cli.test_archive import Shelf


def test_a_meeting_that_never_adopted_its_agenda_adopts_and_issues_its_report(read: Terminal) -> None:
    # As SBI 38, June 2013, and the bodies at Durban in 2011.
    read.types("meeting open --at 2020-09-08T10:05")
    read.runs(
        "agenda apply-provisional --at 10:30",
        "report draft CTOC/COP/WG.7/2020/L.1 --at 12:00",
        "report adopt --at 12:10",
        "meeting close --remaining carry --at 12:30",
        "report issue CTOC/COP/WG.7/2020/4 --issued 2020-09-17",
    )
    assert "was closed without it. Work began on the basis of the provisional" in " ".join(
        read.types("agenda show").split()
    )
    assert "issued as CTOC/COP/WG.7/2020/4" in read.types("report show")


def test_texts_adopted_on_one_day_cite_each_other(empty: Terminal, tmp_path: Path) -> None:
    """Which was first is told by the order of entry: neither cites the future, and nothing is in doubt."""
    shelf = Shelf(tmp_path)
    for symbol in ("A/RES/74/1", "A/RES/74/2"):
        shelf.text(symbol)
    shelf.cites("A/RES/74/1", "A/RES/74/2")
    shelf.cites("A/RES/74/2", "A/RES/74/1")
    assert "doubt" not in empty.types(shelf.line())
    told = empty.types("lineage A/RES/74/2")
    assert "adopted later" not in told
    assert told.count("Resolution A/RES/74/2") == 1
    history = empty.types("history")
    assert history.index("Resolution 74/1 of UNGA, ") < history.index("Resolution 74/2 of UNGA, ")


def test_a_deadline_on_a_holiday_is_what_the_letter_says(bureau: Terminal) -> None:
    """1 May 2020 was a public holiday in Vienna, and 2 May a Saturday."""
    for key, day in (("labour-day", "2020-05-01"), ("saturday", "2020-05-02")):
        said = bureau.types(
            f'silence circulate {key} UNTOC-COP/XBUREAU "Topics" --until "{day} 18:00" --at 2020-04-24T09:00'
        )
        assert "Note:" not in said
        bureau.refused(f"silence announce {key} --at {day}T17:59", "Silence runs until")
        assert "was adopted" in bureau.types(f"silence announce {key} --at {day}T18:01")


def test_what_a_body_decided_is_cited_after_its_end(empty: Terminal) -> None:
    # As the Expanded Bureau of the Basel Convention, which decision BC-11 discontinued.
    empty.runs(
        'body add COP "Conference of the Parties" --says session --at 1992-12-01',
        'body add XB "Expanded Bureau" --parent COP --at 1995-09-22',
        'resolution record "XB decision 2/27" "Functions of the Bureau" --adopted 1999-12-10',
        'body rename XB "Enlarged Bureau" --at 2002-12-13',
        "body discontinue XB --in-favour-of COP --at 2013-05-10",
        'resolution record "COP decision 11/1" "Bureau" --adopted 2013-05-10',
        'resolution relate "COP decision 11/1" terminates "XB decision 2/27"',
    )
    empty.refused('resolution record "XB decision 3/1" T --adopted 2014-01-01', "XB was discontinued on 10 May 2013")
    for word in ("XB decision 2/27", "Expanded Bureau decision 2/27", "Enlarged Bureau decision 2/27"):
        assert 'Decision XB 2/27, "Functions of the Bureau"' in empty.types(f'lineage "{word}"')
    assert "terminated by decision COP 11/1" in empty.types('lineage "XB decision 2/27"')
