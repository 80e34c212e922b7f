"""From bytes to lines: what is refused and why, what is repaired."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from cli.intake import Unreadable, read, read_bytes
from cli.intake.source import LARGEST, MOST_LINES, lines_of, text_of
from cli.intake.why import Doubts
from tests.intake.papers import SAMPLE, edited, reading


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read_bytes(data, "paper.txt")
    return str(refused.value)


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    file = tmp_path / "paper.txt"
    file.write_bytes(SAMPLE.encode())
    assert read(file) == reading(SAMPLE)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"^none.txt was not read: no such file or directory. Check the name"):
        read(tmp_path / "none.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        read(tmp_path)
    assert (refused.value.what, refused.value.next_step) == (tmp_path.name, "Check the name of the file.")


def test_a_file_of_100_mb_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as large:
        large.truncate(100_000_000)
    with pytest.raises(Unreadable, match="it is larger than 10 MB, which no agenda is"):
        read(file)


def test_an_empty_file_is_refused() -> None:
    assert "it is empty" in refusal(b"")
    assert "it is empty" in refusal(b"\xef\xbb\xbf \r\n\t\n")


def test_what_is_not_text_is_refused_with_its_place() -> None:
    assert "a NUL byte at offset 4" in refusal(b"abcd\0")


def test_what_is_not_utf_8_is_refused_with_its_byte_and_line() -> None:
    assert "it is not UTF-8 (at byte offset 5, in line 2)" in refusal(b"abc\nd\xe9f")


def test_two_encodings_in_one_file_are_refused_by_name() -> None:
    expected = "it mixes two encodings: UTF-8, and another one (at byte offset {}, in line 2)"
    assert expected.format(4) in refusal("é\n".encode() + b"d\xe9f")
    assert expected.format(3) in refusal(b"a\nb\xe9f\n" + "é\n".encode())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04\0 more", "the zipped file is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "it is a file of an old Office (.doc). Open it in Word, save it as"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "it is encrypted"),
        (b"{\\rtf1", "it is an RTF file"),
        ("paper".encode("utf-16"), "it is text in UTF-16"),
    ],
)
def test_another_format_is_refused_with_advice(data: bytes, reason: str) -> None:
    assert reason in refusal(data)


def test_characters_that_were_spoilt_are_told() -> None:
    doubts = Doubts()
    lines_of("Caf\u00c3\u00a9 of the 8\u00e2\u20ac\u201c9\nfine\nCaf\ufffd", doubts)
    assert [(each.name, each.place) for each in doubts.in_order_of_lines()] == [
        ("garbled_characters", "line 1"),
        ("garbled_characters", "line 3"),
    ]


def test_too_many_lines_are_refused() -> None:
    assert "it has more than 300,000 lines" in refusal(b"a\n" * (MOST_LINES + 1))


def test_lines_keep_the_numbers_an_editor_shows() -> None:
    lines = lines_of("one\r\ntwo\rthree\ffour\n\u2028five\u00a0six", Doubts())
    assert [(line.number, line.words, line.page_start) for line in lines] == [
        (1, "one", False),
        (2, "two", False),
        (3, "three", False),
        (3, "four", True),
        (4, "five six", False),
    ]


def test_the_byte_order_mark_is_no_part_of_the_text() -> None:
    assert text_of(b"\xef\xbb\xbfone", "paper.txt") == "one"


@pytest.mark.parametrize(
    "more",
    [
        "The Bureau agreed by silence procedure on resolution 7/1 of 1 May 2020.\n\n" * 4_000,
        "word " * 60_000 + "\n\n",
        "A/1 (" * 60_000 + "\n\n",
        "\f1\n" * 30_000,
        "4. Other matters\n" * 15_000,
        "agenda1 done.\n\n1 Note of text.\n\n" * 8_000,
        " " * 300_000 + "x\n\n",
    ],
    ids=["paragraphs", "one line", "brackets", "pages", "headings", "footnotes", "spaces"],
)
def test_a_third_of_a_megabyte_of_anything_is_read_in_seconds(more: str) -> None:
    text = edited(SAMPLE, "4. Other matters\n\n", f"4. Other matters\n\n{more}")
    assert len(text) < LARGEST
    started = time.monotonic()
    assert reading(text).items[:3]
    assert time.monotonic() - started < 15


def test_fifty_thousand_items_are_read() -> None:
    items = "".join(f"{number}. Item {number}\n" for number in range(6, 50_001))
    paper = reading(edited(SAMPLE, "5. Adoption of the report.\n", f"5. Adoption of the report.\n{items}"))
    assert len(paper.items) == 50_000
