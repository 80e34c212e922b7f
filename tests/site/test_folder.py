"""The folder of the pages: whole or not at all, and nobody else's is touched."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


def written(terminal: Terminal, output: Path, *, more: str = "") -> list[str]:
    terminal.types(f"site -o {output}{more}")
    return sorted(file.name for file in output.iterdir())


def test_the_answer_says_how_many_pages_of_what_and_where_to_begin(held: Terminal, tmp_path: Path) -> None:
    output = tmp_path / "site"
    assert held.types(f"site -o {output}") == (
        f"13 pages of wg7, as the record stood at entry 74: {output / 'index.html'}\n"
    )


def test_pages_of_an_earlier_run_that_no_longer_belong_are_removed(held: Terminal, tmp_path: Path) -> None:
    output = tmp_path / "site"
    assert "item-i11.html" in written(held, output)
    assert "item-i11.html" not in written(held, output, more=" --known-at 12")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["nemcon.db", "site"]


def test_an_empty_folder_is_taken_and_folders_above_are_made(held: Terminal, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "index.html" in written(held, tmp_path / "empty")
    assert "index.html" in written(held, tmp_path / "a" / "b")


@pytest.mark.parametrize("ours", [True, False])
def test_a_folder_with_other_things_in_it_is_refused_and_left_as_it_is(
    held: Terminal, tmp_path: Path, *, ours: bool
) -> None:
    output = tmp_path / "site"
    if ours:
        written(held, output)
    else:
        output.mkdir()
    (output / "notes.txt").write_text("mine", encoding="utf-8")
    before = {file.name: file.read_bytes() for file in output.iterdir()}
    held.refused(f"site -o {output} --known-at 12", "holds what nemcon site did not write there: notes.txt")
    assert {file.name: file.read_bytes() for file in output.iterdir()} == before


def test_a_folder_of_a_name_we_wrote_is_not_ours(held: Terminal, tmp_path: Path) -> None:
    output = tmp_path / "site"
    written(held, output)
    (output / "index.html").unlink()
    (output / "index.html").mkdir()
    (output / "index.html" / "mine").write_text("mine", encoding="utf-8")
    held.refused(f"site -o {output}", "holds what nemcon site did not write there: index.html")
    assert (output / "index.html" / "mine").exists()


def test_the_folder_one_is_in_is_refused(held: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here" / "below").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here" / "below")
    held.refused("site -o .", "is the folder in which you are")
    held.refused("site -o ..", "is the folder in which you are")


def test_a_file_is_no_folder(held: Terminal, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    held.misused(f"site -o {tmp_path / 'file'}", "is a file")


@pytest.mark.parametrize("fails", ["write_bytes", "replace"])
def test_where_writing_fails_the_earlier_pages_stay_and_no_part_is_left(
    held: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    output = tmp_path / "site"
    before = written(held, output)
    real = getattr(Path, fails)

    def failing(self: Path, *given: object) -> object:
        if ".part" in str(self):
            raise OSError(28, "No space left on device")
        return real(self, *given)

    monkeypatch.setattr(Path, fails, failing)
    held.refused(f"site -o {output} --known-at 12", "was not written: No space left on device")
    assert sorted(file.name for file in output.iterdir()) == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["nemcon.db", "site"]
