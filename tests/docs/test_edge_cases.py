"""The page of edge cases: each is recorded and tested, or it is said why not."""

import re

from tests.cli.terminal import commands
from tests.tools.generate_docs import DOCS, ROOT

CASES = 58
FEW = 3

PAGE = (DOCS / "edge-cases.md").read_text(encoding="utf-8")
CASE = re.compile(r"^(\d+)\. \*\*(.+?)\*\*(.+?)(?=^\d+\. \*\*|^## |\Z)", re.MULTILINE | re.DOTALL)
FOUND = [(int(number), " ".join(told.split())) for number, _title, told in CASE.findall(PAGE)]


COMMANDS = {" ".join(words[:2]) for words, _command in commands() if words}


def every_test() -> set[str]:
    """The name of every test."""
    files = (file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    return {name for text in files for name in re.findall(r"^def (test_\w+)\(", text, re.MULTILINE)}


def test_every_case_has_its_row_in_order() -> None:
    assert [number for number, _told in FOUND] == list(range(1, CASES + 1))


def test_every_case_names_its_tests_or_says_why_there_is_none() -> None:
    without = [number for number, told in FOUND if "Tested by `test_" not in told and "Out of scope: " not in told]

    assert without == []


def test_every_test_that_is_named_is_there() -> None:
    named = {name for _number, told in FOUND for name in re.findall(r"`(test_\w+)`", told)}

    assert named - every_test() == set()


def test_every_command_that_is_named_is_there() -> None:
    spans = (span.removeprefix("nemcon ") for _number, told in FOUND for span in re.findall(r"`([^`]+)`", told))
    words = [" ".join(re.findall(r"^[a-z-]+(?: [a-z-]+)?", span)) for span in spans if re.match(r"[a-z]+ [a-z]", span)]

    assert [one for one in words if one not in COMMANDS] == []


def test_few_cases_are_out_of_scope() -> None:
    assert sum("Out of scope: " in told for _number, told in FOUND) <= FEW
