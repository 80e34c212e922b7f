"""Papers for the tests: one of our own wording, the shared ones where they are, and the traps laid for both."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from cli.intake import Paper, as_json, read_bytes
from cli.intake.as_json import Json

SHARED: Final = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "agendas"
FOUNDING: Final = "ctoc-cop-wg7-2020-1.txt"

HARBOURS: Final = "Safety of small harbours after the storm, and what the COVID-19 pandemic taught those who run them"

SAMPLE: Final = f"""
Assembly of the Parties to the Harbour Convention

Distr.: General
4 June 2020

Original: English

Working Group on the Safety of Harbours

Vienna, 8 and 9 September 2020

Annotated provisional agenda

Provisional agenda

1. Organizational matters:
 - (a) Opening of the meeting;
 - (b) Adoption of the agenda and organization of work.
2. {HARBOURS}.
3. Beacons and buoys.
4. Other matters.
5. Adoption of the report.

Annotations

1. Organizational matters

(a) Opening of the meeting

The Chair opens the seventh meeting of the Working Group on Safety of Harbours, which will be opened on Tuesday, 8 September 2020, at 10 a.m.

(b) Adoption of the agenda and organization of work

In its resolution 7/1, entitled “Keeping harbours open”, the Assembly of the Parties to the Harbour Convention decided, inter alia, that the group should stay, and encouraged its members to meet every year, and requested the Secretariat to help in a way that leaves



nobody out and costs little.

On 30 August 2019, the extended Bureau of the Assembly of the Parties agreed, using the silence procedure, on the calendar for 2020, pursuant to which the seventh meeting of the Working Group on Safety of Harbours is scheduled to be held in Vienna on 8 and 9 September 2020. Then, on 1 May 2020, the extended Bureau agreed, using the silence procedure, on the topics of that meeting.

The proposed organization of work (see annex) follows what the Assembly wished, in accordance with Assembly resolution 7/1. The resources suffice for four plenary meetings over two days, with interpretation into the six official languages of the United Nations.

2. {HARBOURS}

Members may tell how their harbours fared.

Documentation

Background paper prepared by the Secretariat on harbours after the storm (HC/AP/WG.7/2020/2)

3. Beacons and buoys

Members may compare their lights, their sounds and such other means as

help a ship in fog.

Documentation

Note by the Secretariat on beacons (HC/AP/WG.7/2020/3)

4. Other matters

At the time of writing no documentation is foreseen under this item.

5. Adoption of the report

The group will adopt its report, drafted by the Secretariat.

Annex

Proposed organization of work

<i>Date and time</i>\t<i>Agenda item</i>\t<i>Title or description</i>
Tuesday, 8 September\t\t
10 a.m.–1 p.m.\t1 (a)\tOpening of the meeting
\t1 (b)\tAdoption of the agenda and organization of work
\t2\t{HARBOURS}
3–6 p.m.\t2\t{HARBOURS} (<i>continued</i>)
\t3\tBeacons and buoys
Wednesday, 9 September\t\t
10 a.m.–1 p.m.\t3\tBeacons and buoys (<i>continued</i>)
3–6 p.m.\t4\tOther matters
\t5\tAdoption of the report"""  # noqa: E501 - papers have long lines and en dashes


def shared(name: str) -> str:
    """The text of a shared paper; the test is skipped where it is not there."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"the shared papers are not beside the project (no {name})")
    return path.read_text(encoding="utf-8")


def reading(text: str) -> Paper:
    return read_bytes(text.encode(), "paper.txt")


def names(paper: Paper) -> list[str]:
    return [warning.name for warning in paper.warnings]


def facts(paper: Paper) -> Json:
    """What was read, without the file and the places it was read from."""
    beside = {"sha256", "form", "warnings"}
    return _placeless({name: value for name, value in as_json(paper).items() if name not in beside})


def _placeless(value: Json) -> Json:
    if isinstance(value, dict):
        return {name: _placeless(held) for name, held in value.items() if name not in {"line", "lines"}}
    return [_placeless(held) for held in value] if isinstance(value, list) else value


def edited(text: str, old: str, new: str) -> str:
    assert old in text, old
    return text.replace(old, new)


def wrapped(text: str) -> str:
    """Each line cut at 80 columns, as some mail programs do."""
    return "\n".join("\n".join(textwrap.wrap(line, 80)) for line in text.split("\n"))


def with_footnotes(text: str) -> str:
    noted = edited(text, "Annotated provisional agenda\n", "Annotated provisional agenda*\n\n* Reissued on paper.\n")
    return edited(noted, "4. Other matters\n\n", "4. Other matters¹\n\n¹ Nothing had come by June.\n\n")


def with_furniture(text: str) -> str:
    """A page break with the foot of one page and the head of the next in the middle of sentences."""
    return re.sub(r"(?<=[a-z])\n\n+(?=[a-z])", "\n\n2/4 V.20-02563\n\f\n CTOC/COP/WG.7/2020/9 \n\n", text)


TRAPS: Final[dict[str, Callable[[str], str]]] = {
    "hyphen for dash": lambda text: text.replace("–", "-"),
    "minus for dash": lambda text: text.replace("–", "−"),  # noqa: RUF001
    "em dash for dash": lambda text: text.replace("–", "—"),
    "dash with spaces": lambda text: text.replace("–", " – "),
    "to for dash": lambda text: text.replace("–", " to "),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "no-break spaces in hours": lambda text: text.replace(" a.m.", "\u202fa.m.").replace(" p.m.", "\u00a0p.m."),
    "two spaces after a stop": lambda text: text.replace(". ", ".  "),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "byte order mark": lambda text: "\ufeff" + text,
    "soft hyphens": lambda text: text.replace("ation", "a\u00adtion"),
    "form feed at page breaks": lambda text: text.replace("\n\n\n\n", "\n\f\n"),
    "form feed in a sentence": lambda text: text.replace("may wish", "may\fwish").replace(
        "Members may", "Members\fmay"
    ),
    "form feed before a heading": lambda text: text.replace("\n3. ", "\n\f3. "),
    "form feed in the table": lambda text: text.replace("\n3–6", "\n\f3–6"),
    "form feed in a title": lambda text: text.replace("COVID-19 pandemic", "COVID-19\fpandemic"),
    "furniture": with_furniture,
    "trailing tabs stripped": lambda text: "\n".join(line.rstrip() for line in text.split("\n")),
    "leading tabs stripped": lambda text: "\n".join(line.strip() for line in text.split("\n")),
    "tabs as spaces": lambda text: text.expandtabs(24),
    "tabs as one space": lambda text: text.replace("\t", " "),
    "wrapped at 80": wrapped,
    "wrapped at 80, CRLF": lambda text: wrapped(text).replace("\n", "\r\n"),
    "no tags": lambda text: text.replace("<i>", "").replace("</i>", ""),
    "stars for tags": lambda text: text.replace("<i>", "*").replace("</i>", "*"),
    "contd": lambda text: text.replace("(<i>continued</i>)", "(cont'd)"),
    "item headings": lambda text: re.sub(r"(?m)(?<=\n\n)(\d)\. ", r"Item \1. ", text),
    "item headings with colon": lambda text: re.sub(r"(?m)(?<=\n\n)([2-5])\. ", r"Item \1: ", text),
    "roman parts": lambda text: text.replace("\nProvisional agenda", "\nI. Provisional agenda").replace(
        "\nAnnotations", "\nII. Annotations"
    ),
    "capital parts": lambda text: text.replace("\nProvisional agenda", "\nPROVISIONAL AGENDA"),
    "parts in title case": lambda text: text.replace("\nProvisional agenda", "\nProvisional Agenda").replace(
        "Proposed organization of work\n", "Proposed Organization of Work\n"
    ),
    "all parts in capitals": lambda text: text.replace("\nAnnotations\n", "\nANNOTATIONS\n").replace(
        "Proposed organization of work\n", "PROPOSED ORGANIZATION OF WORK\n"
    ),
    "British spelling": lambda text: text.replace("Proposed organization", "Proposed organisation"),
    "numbered sub-items": lambda text: text.replace(" - (a)", "1. (a)").replace(" - (b)", "1. (b)"),
    "numbered sub-items everywhere": lambda text: re.sub(r"(?m)^(?: - )?\(([ab])\)", r"1. (\1)", text),
    "bare sub-items": lambda text: text.replace(" - (", "("),
    "sub-items without letters": lambda text: re.sub(r"(?m)^ - \([ab]\) ", " - ", text),
    "items without numbers": lambda text: re.sub(r"(?m)^([45])\. (?=.*\.$)", "", text),
    "24 hours": lambda text: text.replace("10 a.m.–1 p.m.", "10:00–13:00").replace("3–6 p.m.", "15:00–18:00"),
    "both halves of the day": lambda text: text.replace("3–6 p.m.", "3 p.m.–6 p.m."),
    "the wrong half shared": lambda text: text.replace("10 a.m.–1 p.m.", "10–1 p.m."),
    "year in the table": lambda text: text.replace(" September\t", " September 2020\t"),
    "another year in the table": lambda text: text.replace(" September\t", " September 2021\t"),
    "no weekday": lambda text: text.replace("Wednesday, ", ""),
    "wrong weekday": lambda text: text.replace("Wednesday, 9", "Thursday, 9"),
    "wrong weekday of the opening": lambda text: text.replace("Tuesday, 8 September 2020", "Monday, 8 September 2020"),
    "another day in the table": lambda text: text.replace("Wednesday, 9 September", "Thursday, 10 September"),
    "no year at the head": lambda text: text.replace("8 and 9 September 2020\n", "8 and 9 September\n"),
    "a dash between the days": lambda text: text.replace("8 and 9 September 2020\n", "8–9 September 2020\n"),
    "a final newline": lambda text: text + "\n\n\n",
    "right to left": lambda text: text.replace("2. ", "2. \u202e", 1),
    "five sittings announced": lambda text: text.replace("four plenary", "five plenary"),
    "an item too many in the table": lambda text: text.replace("\t5\tAdoption", "\t6\tAdoption"),
    "a number twice": lambda text: text.replace("\n5. Adoption of the report.", "\n4. Adoption of the report."),
    "another title in the annotations": lambda text: text.replace("4. Other matters\n", "4. Other business\n"),
    "another title in the table": lambda text: text.replace("\t4\tOther matters", "\t4\tOther business"),
    "a symbol twice": lambda text: text.replace("/2020/3)", "/2020/2)"),
    "an unknown annotation": lambda text: text.replace("\nAnnex", "\n6. Farewell\n\nGoodbye to all.\n\nAnnex"),
    "no annex": lambda text: text.partition("\nAnnex\n")[0],
    "a page number in a sentence": lambda text: re.sub(r"(?<=[a-z])\n\n+(?=[a-z])", "\n\n3\n\n", text),
    "a closing": lambda text: text.replace("\nAnnex", "\nClosing\n\nAnnex"),
    "no blank lines": lambda text: re.sub(r"\n{2,}", "\n", text),
    "three blank lines": lambda text: re.sub(r"\n{2}", "\n\n\n\n", text),
    "indented": lambda text: textwrap.indent(text, "        "),
    "markdown headings": lambda text: text.replace("\nAnnotations\n", "\n## Annotations\n"),
    "a sub-item with a bullet": lambda text: text.replace(" - (a)", " • (a)"),
    "a numbered paragraph": lambda text: re.sub(r"\n\nAt the |\n\nAs no ", "\n\n7. At the ", text),
    "hours on the line of the day": lambda text: text.replace("September\t\t\n10 a.m.", "September, 10 a.m."),
    "no space in sub-items": lambda text: text.replace("1 (", "1("),
    "sixth once": lambda text: text.replace("seventh", "sixth", 1),
    "another place for the day": lambda text: text.replace("8 September 2020, at", "9 September 2020, at"),
}
