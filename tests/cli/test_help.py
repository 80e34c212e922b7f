"""Every command explains itself: in a sentence, and by an example that it would accept."""

import inspect
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cli.main import COMMANDS, main, nemcon
from tests.cli.terminal import Terminal, commands

EVERY = list(commands())
FILES = (".txt", ".nemcon", ".csv", ".key", ".pub", ".jsonl", ".tlog-proof")
IDS = [" ".join(path) or "nemcon" for path, _command in EVERY]


def example(command: click.Command) -> str:
    """The words of the Example paragraph of a command's help."""
    paragraphs = inspect.cleandoc(command.help or "").split("\n\n")
    found = [" ".join(one.split()) for one in paragraphs if one.startswith("Example: ")]
    assert len(found) == 1, f"{command.name} has {len(found)} examples"
    return found[0].removeprefix("Example: ")


def command_of(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that the words name, and the words that are left for it to parse."""
    command: click.Command = nemcon
    rest = words[2:] if words[0] in {"--db", "--key"} else words
    while isinstance(command, click.Group):
        found = command.get_command(click.Context(command), rest[0])
        assert found is not None, f"no command {rest[0]}"
        command, rest = found, rest[1:]
    return command, rest


@pytest.mark.parametrize(("path", "command"), EVERY, ids=IDS)
def test_a_command_says_what_it_does_in_a_sentence(path: tuple[str, ...], command: click.Command) -> None:
    result = CliRunner().invoke(nemcon, [*path, "--help"])
    first = inspect.cleandoc(command.help or "").split("\n\n")[0]
    assert result.exit_code == 0
    assert first.endswith(".")
    assert first[:1].isupper()
    assert "Example: nemcon" in " ".join(result.output.split())


@pytest.mark.parametrize(("path", "command"), EVERY, ids=IDS)
def test_the_example_of_a_command_is_one_that_its_own_parser_accepts(
    path: tuple[str, ...], command: click.Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    nemcon_, *words = shlex.split(example(command))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").mkdir()
    for word in words:
        if word.endswith(FILES):  # the files an example names are there
            (tmp_path / word).touch()
    named, rest = command_of(words)
    assert nemcon_ == "nemcon"
    assert isinstance(command, click.Group) or named.name == command.name
    assert " ".join(path).removeprefix("session").removeprefix("meeting").strip() in " ".join(words)
    program = click.Context(nemcon, **nemcon.context_settings)
    with named.make_context(named.name, rest, parent=program):  # refuses what it cannot parse
        pass


@pytest.mark.parametrize(("path", "command"), EVERY, ids=IDS)
def test_every_option_and_every_choice_is_explained(path: tuple[str, ...], command: click.Command) -> None:
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, (path, parameter.name)


def test_the_list_of_first_words_names_each_command_once(empty: Terminal) -> None:
    said = empty.types("--help")
    assert all(f"\n  {word} " in said for word in COMMANDS)


def test_what_is_no_command_is_wrong_usage(empty: Terminal) -> None:
    empty.misused("conclude 2", "No such command 'conclude'")
    empty.misused("item conclud 2", "No such command 'conclud'", "Did you mean 'conclude'?")
    empty.misused("item conclude", "Missing argument 'NUMBER'", "nemcon item conclude --help")
    empty.misused("item conclude 2 --att 10:42", "No such option '--att'")
    empty.misused("item conclude 2 --how shouting", "'shouting' is not one of 'silence'")
    empty.misused("meeting open -p second", "'second' is not a sitting: write 2, or 2r")
    empty.misused("agenda issue nowhere.txt --issued 2020-06-04", "File 'nowhere.txt' does not exist")
    empty.misused("correct 5", "Missing argument 'NOUN VERB ...'")
    empty.misused("correct 5 --reason typo", "Missing argument 'NOUN VERB ...'")
    empty.misused("")
    empty.misused("item", "Commands:")


def test_the_program_is_the_command_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["/somewhere/nemcon.py", "undo", "--help"])
    with pytest.raises(SystemExit, match="0"):
        main()
    assert capsys.readouterr().out.startswith("Usage: nemcon undo ")


def test_session_is_another_word_for_meeting(read: Terminal) -> None:
    assert "The seventh meeting of the Working Group was opened." in read.types("session open --at 2020-09-08T10:00")
    assert read.types("history session wg7") == read.types("history meeting wg7")


GROUPS = [(path, command) for path, command in EVERY if isinstance(command, click.Group)]


@pytest.mark.parametrize(("path", "group"), GROUPS, ids=[" ".join(path) or "nemcon" for path, _ in GROUPS])
def test_a_list_of_commands_cuts_nothing_short_on_a_narrow_screen(path: tuple[str, ...], group: click.Group) -> None:
    ctx = click.Context(group)
    names = group.list_commands(ctx)
    room_for_text = 80 - 2 - 6 - max(len(name) for name in names)  # as click leaves it on a screen of 80 columns
    told = {name: group.get_command(ctx, name) for name in names}
    cut = [name for name, one in told.items() if one and one.get_short_help_str(room_for_text).endswith("...")]
    assert cut == [], path
