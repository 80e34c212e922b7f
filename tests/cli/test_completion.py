from __future__ import annotations

import pytest
from click.shell_completion import BashComplete

from cli.main import nemcon


@pytest.mark.parametrize(
    ("typed", "word", "offered"),
    [
        ([], "agen", ["agenda"]),
        (["item"], "con", ["conclude"]),
        (["plenary"], "", ["close", "open", "quorum", "resume", "suspend"]),
        (["body", "rules", "GA"], "ung", ["unga", "unga-2020"]),
        (["agenda", "show"], "--ad", ["--adopted"]),
    ],
)
def test_the_shell_is_offered_the_words_that_can_follow(typed: list[str], word: str, offered: list[str]) -> None:
    completion = BashComplete(nemcon, {}, "nemcon", "_NEMCON_COMPLETE")
    assert [one.value for one in completion.get_completions(typed, word)] == offered
