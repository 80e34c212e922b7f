"""Real texts adopted by silence and by correspondence, replayed as acts: what they print is what the record tells."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "silence"


def shared(name: str) -> Path:
    """A shared text; the test is skipped where it is not there."""
    found = next(iter(SHARED.glob(f"{name}*")), None) if SHARED.is_dir() else None
    return found or pytest.skip(f"the shared texts are not beside the project (no {name})")


def said(pattern: str, text: str) -> str:
    """What the text says at the place the pattern marks."""
    found = re.search(pattern, text)
    assert found, pattern
    return found[1]


def day(words: str) -> str:
    """2 April 2020, as it is typed."""
    return datetime.strptime(words, "%d %B %Y").date().isoformat()  # noqa: DTZ007 - a day has no zone


@pytest.mark.parametrize(
    ("name", "body", "full", "proposal"),
    [
        ("26-unga-res-74-270", "UNGA", "General Assembly", r"Main Committee \((\S+) and"),
        ("28-ecosoc-res-2021-1", "ECOSOC", "Economic and Social Council", r"under silence procedure \((\S+)\)"),
    ],
)
def test_a_resolution_adopted_by_silence_says_so_with_its_day_and_its_proposal(
    empty: Terminal, name: str, body: str, full: str, proposal: str
) -> None:
    file = shared(name)
    text = file.read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
    printed = said(rf"Resolution adopted by the {full} on (\d+ \w+ \d{{4}})", text)
    number, title = said(r"\n (\d+/\d+)\.\n", text), said(r"\n \d+/\d+\.\n (.+)\n", text)
    adopted, draft = day(printed), said(proposal, text)
    empty.types(f'body add {body} "{full}" --zone America/New_York --says session --at 1946-01-10')
    circulated = empty.types(
        f'silence circulate draft {body} "{title}" --text "{file}" --until "{adopted} 18:00" --bears-on {draft} '
        f"--at {adopted[:8]}01"
    )
    assert f"bearing on {draft}" in circulated
    assert "silence had concluded without objection" in empty.types(f"silence announce draft --at {adopted}T18:01")
    recorded = empty.types(f'resolution record "{body} {number}" "{title}" --adopted {adopted} --how silence')
    assert f"adopted on {printed} under the silence procedure" in recorded
    assert "Announced: adopted." in empty.types("silence show draft")


def test_what_the_joint_committee_agreed_by_correspondence_stands_outside_its_meeting(empty: Terminal) -> None:
    text = shared("45-jcrb").read_text(encoding="utf-8")
    empty.runs(
        'body add JCRB "Joint Committee" --zone Europe/Paris --at 1998-01-01',
        "meeting schedule m42 JCRB --ordinal 42 --place Paris --dates 2020-09-08..2020-09-10 --at 2020-03-01",
        "meeting open --at 2020-09-08T11:00",
        "meeting close --at 2020-09-10",
    )
    found = {said(r"title: (\S+ \S+)", one): one for one in text.split("- dates:")[1:]}
    agreed = {title: "2020-03-13" for title, one in found.items() if re.search("Agreed by correspondence", one)}
    later = {
        title: day(said(r"post-meeting\s+correspondence (\d+ \w+ \d{4})", one))
        for title, one in found.items()
        if "post-meeting" in one
    }
    assert (len(agreed), set(later.values())) == (3, {"2020-12-13"})
    for title, when in {**agreed, **later}.items():
        answer = empty.types(f'decision take "approved {title}" --how correspondence --at {when}')
        assert f"approved {title}, by correspondence" in answer
    others = len(found) - len(agreed) - len(later)
    assert others
    empty.refused('decision take "approved the rest" --at 2020-12-13', "was closed on 10 September 2020")
    assert "No such entry." in empty.types("history --check")
