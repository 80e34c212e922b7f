import dataclasses
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import pytest

from cli.main import nemcon
from domain.streams import TOPICS
from tests.docs import play
from tests.tools import generate_docs
from tests.tools.generate_docs import DOCS, ROOT, WIDTH, below

PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])
PLAYED = [page for page in [play.ROOT / "README.md", *sorted(DOCS.rglob("*.md"))] if play.blocks(page)]

Path_ = tuple[str, ...]


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def every_command(
    command: click.Command = nemcon, above: click.Context | None = None, words: Path_ = ("nemcon",)
) -> Iterator[tuple[Path_, click.Command]]:
    yield words, command
    context = click.Context(command, info_name=words[-1], parent=above)
    for word, one in below(command, context):
        yield from every_command(one, context, (*words, word))


COMMANDS: Mapping[str, click.Command] = {" ".join(words): command for words, command in every_command()}


# The commands.


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_says_what_it_does_in_a_sentence_and_gives_an_example(words: str) -> None:
    sentence, *rest = re.split(r"\n\s*\n", (COMMANDS[words].help or "").strip())

    assert sentence.endswith(".")
    assert any(part.startswith("Example: nemcon ") for part in map(str.strip, rest))


def test_every_command_stands_in_the_reference() -> None:
    page = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    headings = set(re.findall(r"^#+ (nemcon.*)$", page, re.MULTILINE))
    another_word = {words for words in COMMANDS if words.startswith("nemcon session ")}

    assert headings == set(COMMANDS) - another_word


def test_no_line_of_help_is_wider_than_the_page() -> None:
    page = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    helps = re.findall(r"^```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)

    assert [line for text in helps for line in text.splitlines() if len(line) > WIDTH] == []


# The generated pages.


def test_the_generated_pages_are_current() -> None:
    assert generate_docs.stale() == [], "write them again: make docs"


def test_the_check_prints_nothing_when_all_is_well() -> None:
    tool = ROOT / "tests" / "tools" / "generate_docs.py"
    said = subprocess.run(  # noqa: S603 - our own tool
        [sys.executable, str(tool), "--check"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "COLUMNS": "40"},
        check=False,
    )

    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")


def test_the_check_names_the_pages_that_are_not_current(monkeypatch: pytest.MonkeyPatch) -> None:
    old = {page: f"{text}?" if page.name == "values.md" else text for page, text in generate_docs.pages().items()}
    monkeypatch.setattr(generate_docs, "pages", lambda: old)

    assert generate_docs.main(["--check"]) == "Not current: docs/reference/values.md.\nWrite them again: make docs"


def test_a_field_without_meaning_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate_docs, "meanings", lambda: {"fields": {}, "values": {}})

    assert "has no meaning in docs/reference/meanings.toml" in str(generate_docs.main(["--check"]))


def test_no_meaning_is_left_over() -> None:
    kinds: list[type[Any]] = [*TOPICS.values(), *generate_docs.parts()]
    fields = {(kind.__name__, one.name) for kind in kinds for one in dataclasses.fields(kind)}
    known = {field for _, field in fields} | {f"{kind}.{field}" for kind, field in fields}

    assert set(generate_docs.meanings()["fields"]) - known == set()
    assert set(generate_docs.meanings()["values"]) - set(generate_docs.closed_lists()) == set()


# The pages.


def prose(page: Path) -> str:
    """A page without its blocks of code."""
    return re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links(page: Path) -> Iterator[tuple[str, Path, str]]:
    """The links of a page to another one, or to a part of one: as written, the file, the part."""
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
        if "://" not in target:
            file, _, part = target.partition("#")
            yield target, (page.parent / file).resolve() if file else page, part


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_between_pages_resolves(page: Path) -> None:
    broken = [
        target
        for target, file, part in links(page)
        if not file.exists() or (part and file.suffix == ".md" and part not in anchors(file))
    ]

    assert broken == []


def test_every_page_can_be_reached_from_the_first() -> None:
    reached = {DOCS / "index.md": None}
    for page in (waiting := [*reached]):
        new = [file for _, file, _ in links(page) if file.suffix == ".md" and file not in reached]
        reached.update(dict.fromkeys(new))
        waiting.extend(new)

    assert set(DOCS.rglob("*.md")) - set(reached) == set()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_page_names_a_path_of_a_machine(page: Path) -> None:
    text = page.read_text(encoding="utf-8")

    assert re.findall(r"(?:(?<![\w.])/(?:home|root|tmp|work|Users|usr|var|opt|mnt)/|\b[A-Z]:\\)\S*", text) == []


@pytest.mark.parametrize("page", sorted((DOCS / "decisions").glob("*.md")), ids=name)
def test_a_decision_says_its_context_its_choice_and_its_consequence_on_one_page(page: Path) -> None:
    text = page.read_text(encoding="utf-8")

    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Choice", "Consequence"]
    assert text.startswith(f"# {page.name[:4]} ")
    assert len(text.splitlines()) <= 50


def test_what_the_format_of_the_record_says_of_ids_can_be_run() -> None:
    page = (DOCS / "record-format.md").read_text(encoding="utf-8")
    example = next(code for code in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if "NAMESPACE" in code)

    exec(example, {})  # noqa: S102 - the page is ours, and asserts


# The commands on the pages.


@pytest.mark.parametrize("page", PLAYED, ids=name)
def test_every_command_on_a_page_answers_as_the_page_says(page: Path, tmp_path: Path) -> None:
    shell = play.opened(page, tmp_path)

    for block in play.blocks(page):
        for step in block:
            given = shell.answer(step.command)
            assert play.agree(step.answer, given), f"$ {step.command}\n{given}"


def test_the_tutorial_is_played() -> None:
    assert DOCS / "tutorial.md" in PLAYED


@pytest.mark.parametrize(
    ("printed", "given"),
    [
        ("one\ntwo", "one\ntwo"),
        ("one\n...\nfour", "one\ntwo\nthree\nfour"),
        ("...\nfour", "four"),
        ("one\n...", "one"),
        ("a.b", "a.b"),
        ("", ""),
    ],
)
def test_an_answer_agrees_with_the_page(printed: str, given: str) -> None:
    assert play.agree(printed, given)


@pytest.mark.parametrize(
    ("printed", "given"), [("one", "two"), ("one", "one\ntwo"), ("a.b", "axb"), ("...", "one\n\n")]
)
def test_another_answer_does_not(printed: str, given: str) -> None:
    assert play.agree(printed, given) is (printed == "...")
