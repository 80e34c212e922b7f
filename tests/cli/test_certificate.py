"""The certificate of a paper: which bytes, from which entries, when and by whom; on a page of its own."""

import hashlib
import json
from pathlib import Path

from tests.cli.terminal import Terminal
from tests.cli.test_proofs import office, witnessed

__all__ = ["office"]


def test_it_is_printed_beside_the_paper_when_asked(room: Terminal, tmp_path: Path) -> None:
    paper, page = tmp_path / "agenda.txt", tmp_path / "certificate.txt"

    room.types(f"paper issue agenda -o {paper} --certificate {page}")

    digest = hashlib.sha256(paper.read_bytes()).hexdigest()
    told = page.read_text()
    assert f"Paper    The agenda as adopted, as text\nSHA-256  {digest}\nEntries  1 to 21\n" in told
    assert "Issued   1 September 2020, by secretary\nRecorded Entry 22, 2020-09-01T12:00:00Z\n" in told
    assert "Certificate" not in paper.read_text()
    assert told == room.types("print certificate") == room.types("print certificate 22")


def test_each_paper_has_its_own(room: Terminal, tmp_path: Path) -> None:
    room.types(f"paper issue report -o {tmp_path / 'report.html'} --format html")
    room.types(f"paper issue lineage 7/1 -o {tmp_path / 'l.svg'} --format svg --certificate {tmp_path / 'c.txt'}")

    assert "The procedural report, as html" in room.types("print certificate #22")
    assert "The lineage (7/1), as svg" in (tmp_path / "c.txt").read_text()
    assert json.loads(room.types("print certificate --json"))["entry"] == 23
    assert "#23  1 September 2020, by secretary\n  The lineage (7/1), as svg" in room.types("papers")
    assert room.types("papers --check").count("Made again: the same bytes") == 2


def test_trying_it_writes_no_certificate(room: Terminal, tmp_path: Path) -> None:
    page = tmp_path / "c.txt"
    room.types(f"paper issue agenda -o {tmp_path / 'agenda.txt'} --certificate {page} --dry-run")
    assert not page.exists()


def test_of_what_was_not_issued_there_is_none(room: Terminal, tmp_path: Path) -> None:
    room.refused("print certificate", "No paper of wg7 was issued.", "nemcon paper issue")
    room.types(f"paper issue agenda -o {tmp_path / 'agenda.txt'}")
    room.refused("print certificate 21", "Entry 21 issued no paper of wg7.", "nemcon papers")
    room.refused("print certificate --on 2020-09-01", "A certificate is of the record as it is.")


def test_every_new_paper_is_made_again_byte_for_byte(room: Terminal, tmp_path: Path) -> None:
    room.types("silence agreed plan UNTOC-COP/WG.7 Plan --at 2019-08-30")
    for paper in ("report", "journal --on 2020-09-08", "lineage 7/1", "silence-register"):
        for form in ("text", "markdown", "html", "json"):
            room.types(f"paper issue {paper} --format {form} -o {tmp_path / 'paper'}")
    room.types('item retitle 4 "Any other business" --at 11:00')

    assert room.types("papers --check").count("Made again: the same bytes") == 16


def test_where_the_record_is_signed_it_carries_the_root_and_the_checkpoint(office: Terminal, tmp_path: Path) -> None:
    office.types(f"paper issue provisional -o {tmp_path / 'paper.txt'}")

    told = office.types("print certificate")

    note = json.loads(office.types("print certificate --json"))["checkpoint"]["note"]
    assert "Checkpoint, as the record signed it\n\nexample.org/record\n\n13\n\n" in told
    assert note.startswith("example.org/record\n13\n")
    assert " ".join(note.split()) in " ".join(told.split())
    assert "No witness has seen the record." in told
    assert f"{note.splitlines()[2]}, of entries 1 to 13" in told


def test_it_says_how_much_no_witness_has_seen(office: Terminal, tmp_path: Path) -> None:
    witnessed(office, "vienna", "geneva")
    office.types(f"paper issue provisional -o {tmp_path / 'one.txt'}")
    assert "A witness has seen all the entries of the paper." in office.types("print certificate")

    office.types(f"paper issue provisional -o {tmp_path / 'two.txt'}")
    seen = "A witness has seen the entries up to 13; entry 14 has not been witnessed."
    assert seen in " ".join(office.types("print certificate").split())
    office.types("meeting open --at 2020-09-08T10:00")
    office.types(f"paper issue provisional -o {tmp_path / 'three.txt'}")
    assert "entries 14 to 17 have not been witnessed." in " ".join(office.types("print certificate").split())
    assert json.loads(office.types("print certificate --json"))["unwitnessed_entries"] == 4
