"""Templates of one's own: copied out, changed, checked; a paper is set by them, and one that fails leaves no file."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.cli.terminal import Terminal

NAMES = ("blocks.html", "paper.css", "paper.docx", "paper.html", "paper.typ")


@pytest.fixture
def own(empty: Terminal, tmp_path: Path) -> Path:
    """A folder of templates, as they are copied."""
    empty.types(f"template copy {tmp_path / 'own'}")
    return tmp_path / "own"


def changed(file: Path, old: str, new: str) -> None:
    told = file.read_text()
    assert old in told
    file.write_text(told.replace(old, new, 1))


def test_they_are_copied_once(empty: Terminal, tmp_path: Path) -> None:
    answer = empty.types(f"template copy {tmp_path / 'own'}")
    assert answer.startswith("blocks.html, paper.css, paper.docx, paper.html and paper.typ were copied to ")
    assert sorted(one.name for one in (tmp_path / "own").iterdir()) == [*NAMES]
    empty.refused(f"template copy {tmp_path / 'own'}", "paper.typ already. Nothing was copied.")
    (tmp_path / "file").write_text("")
    empty.refused(f"template copy {tmp_path / 'file' / 'own'}", "was not made")


def test_as_they_are_copied_they_print_what_is_printed_without_them(room: Terminal, own: Path, tmp_path: Path) -> None:
    for form in ("html", "docx", "pdf"):
        if form == "pdf":
            pytest.importorskip("typst", reason="typst, the extra pdf, is not installed")
        room.types(f"print agenda --format {form} -o {tmp_path / 'ours'}")
        room.types(f"print agenda --format {form} -o {tmp_path / 'theirs'} --templates {own}")
        assert (tmp_path / "ours").read_bytes() == (tmp_path / "theirs").read_bytes()


def test_each_is_checked_by_a_sample_of_every_block(empty: Terminal, own: Path) -> None:
    pytest.importorskip("typst", reason="typst, the extra pdf, is not installed")
    assert empty.types(f"template check {own}") == "".join(f"{name}: a sample was set by it.\n" for name in NAMES)
    empty.refused(f"template check {own.parent}", "has no template", "nemcon template copy DIR")


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("paper.html", "{{ title }}", "{{ titel }}", "paper.html, line 8: 'titel' is undefined"),
        ("blocks.html", "{%- endmacro -%}", "", "blocks.html, line"),
        ("paper.html", "<p>{{ not_official }}</p>", "", "does not print that the paper is no official document"),
        ("paper.html", "{{ title }}", "{{ ''.__class__.__mro__ }}", "access to attribute '__class__'"),
        ("paper.html", "{{ title }}", '{% include "../secret" %}', "../secret"),
        ("paper.html", "{{ title }}", "{{ 1 / 0 }}", "paper.html, line 8: division by zero"),
        ("paper.css", ":root", "{{ nothing }}", "paper.css, line 2: 'nothing' is undefined"),
        ("paper.typ", "paper.title", "paper.titel", "paper.typ, line 4: dictionary does not contain key"),
        ("paper.typ", "paper.not-official", "paper.title", "paper.typ does not print that the paper is no official"),
    ],
)
def test_one_that_fails_is_refused_by_name_and_line(
    room: Terminal, own: Path, tmp_path: Path, name: str, old: str, new: str, told: str
) -> None:
    if name == "paper.typ":
        pytest.importorskip("typst", reason="typst, the extra pdf, is not installed")
    changed(own / name, old, new)
    room.refused(f"template check {own}", told)
    form = {"paper.typ": "pdf"}.get(name, "html")
    room.refused(f"print agenda --format {form} -o {tmp_path / 'a'} --templates {own}", told)
    room.refused(f"paper issue agenda --format {form} -o {tmp_path / 'a'} --templates {own}", told)
    assert not [one for one in tmp_path.iterdir() if one.name.startswith((".a", "a"))]


def zipped(**parts: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"no zip", "paper.docx is no Word file without macros"),
        (zipped(a=b"not a package"), "paper.docx is no Word file without macros"),
        (zipped(a=bytes(60_000_000)), "paper.docx holds more than 50 MB"),
    ],
)
def test_what_is_no_file_of_styles_is_refused(empty: Terminal, own: Path, data: bytes, told: str) -> None:
    (own / "paper.docx").write_bytes(data)
    empty.refused(f"template check {own}", told)


def test_a_style_that_is_missing_is_named(empty: Terminal, own: Path) -> None:
    file = docx.Document(str(own / "paper.docx"))
    file.styles["List Item"].delete()
    file.save(str(own / "paper.docx"))
    empty.refused(f"template check {own}", "paper.docx has no style 'List Item'")


def test_a_file_of_styles_that_loads_from_elsewhere_is_refused(empty: Terminal, own: Path) -> None:
    file = docx.Document(str(own / "paper.docx"))
    file.part.relate_to("http://elsewhere.example/a.png", "http://example/image", is_external=True)
    file.save(str(own / "paper.docx"))
    empty.refused(f"template check {own}", "loads something from elsewhere")


def test_the_styles_header_and_page_of_a_secretariat_are_those_of_its_papers(
    room: Terminal, own: Path, tmp_path: Path
) -> None:
    file = docx.Document(str(own / "paper.docx"))
    style = file.styles["Heading 1"]
    style.element.set(next(name for name in style.element.attrib if name.endswith("styleId")), "berschrift1")
    file.sections[0].header.paragraphs[0].text = "Group on Lakes"
    file.add_paragraph("What is written here is not printed.")
    file.save(str(own / "paper.docx"))
    room.types(f"print agenda --format docx -o {tmp_path / 'a.docx'} --templates {own}")
    told = docx.Document(str(tmp_path / "a.docx"))
    assert told.sections[0].header.paragraphs[0].text == "Group on Lakes"
    assert [one.text for one in told.paragraphs if one.style and one.style.name == "Heading 1"] == [
        "Agenda, as adopted at the 1st meeting, on 8 September 2020"
    ]
    assert "not printed" not in "".join(one.text for one in told.paragraphs)


def test_a_paper_is_made_again_by_the_templates_it_was_set_by(
    room: Terminal, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(own / "paper.css", "44rem", "40rem")
    room.types(f"paper issue agenda --format html -o {tmp_path / 'a.html'} --templates {own}")
    room.types(f"paper issue agenda --format text -o {tmp_path / 'a.txt'} --templates {own}")
    assert "Not made again: it was set by other templates." in room.types("papers --check")
    assert room.types(f"papers --check --templates {own}").count("Made again: the same bytes") == 2
    monkeypatch.setenv("NEMCON_TEMPLATES", str(own))
    assert room.types("papers --check").count("Made again: the same bytes") == 2
    changed(own / "paper.css", "40rem", "41rem")
    assert "Not made again: it was set by other templates." in room.types("papers --check")


def test_a_file_of_styles_from_an_older_word_has_changes_without_their_instant(
    room: Terminal, own: Path, tmp_path: Path
) -> None:
    docx.Document().save(str(tmp_path / "older.docx"))  # the library's own, as an older Word made it
    older, ours = docx.Document(str(tmp_path / "older.docx")), docx.Document(str(own / "paper.docx"))
    known = {one.style_id for one in older.styles}
    for style in ours.styles:
        if style.style_id not in known:
            older.styles.element.append(style.element)
    older.save(str(own / "paper.docx"))
    room.types(f"print comparison --format docx -o {tmp_path / 'c.docx'} --templates {own}")
    with zipfile.ZipFile(tmp_path / "c.docx") as file:
        told = file.read("word/document.xml").decode()
    assert 'w:date="2020-09-08T10:25:00Z"' in told
    assert "dateUtc" not in told
