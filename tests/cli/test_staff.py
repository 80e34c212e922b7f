"""The recording staff signs: keys admitted and withdrawn, acts signed, and stock OpenSSH as the judge."""

import json
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, moment
from tests.record.ssh import KEYGEN, fixed, keygen, made, public


@pytest.fixture
def office(room: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """The first morning of wg7, and the keys of anna and boris in the folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("anna", "boris"):
        fixed(tmp_path / name)
    room.clock.now = moment("2020-09-08 11:00")
    return room


def test_a_key_is_admitted_and_from_then_on_everything_is_signed(office: Terminal) -> None:
    office.plays(r"""
        $ nemcon staff list
        No key is admitted: what the recording staff record is unsigned.
        $ nemcon staff admit anna --key anna.pub --until 2021-12-31
        #22  key ring, 8 Sep 2020   anna was admitted to sign with the key
            SHA256:F3Kmp19FBYY89saIcL2lVxTC95/pC7sEfEOq/yzfCb0 from 8 September 2020 to 31 December 2021.
        $ nemcon --sign anna staff admit boris --key boris.pub --from 2020-09-09 --by anna
        #23  key ring, 8 Sep 2020   boris was admitted to sign with the key
            SHA256:R8l4Y3If1KIVFYitAh+1O8oviWB2Y0qBCS/YIQmZGK0 from 9 September 2020 on.
        $ nemcon item conclude 1c --by anna --at 10:45
        Refused: anna signs what is recorded, and this is not signed.
        Rule:    the key ring
        Next:    Name your key: nemcon --sign FILE NOUN VERB; or once: export NEMCON_SIGN=FILE
        [1]
        $ nemcon --sign boris item conclude 1c --by anna --at 10:45
        Refused: The key SHA256:R8l4Y3If1KIVFYitAh+1O8oviWB2Y0qBCS/YIQmZGK0 is not admitted for anna today.
        Rule:    the key ring
        Next:    Name an admitted one: nemcon --sign FILE; or admit it: nemcon staff admit anna --key
                 FILE.pub
        [1]
        $ nemcon --sign anna item conclude 1c --by anna --at 10:45
        #24  wg7, 1st meeting, 8 Sep 10:45   The Working Group concluded its consideration of item 1 (c).
        $ nemcon --sign boris item take-up 2 --by boris --at 10:46
        Refused: The key SHA256:R8l4Y3If1KIVFYitAh+1O8oviWB2Y0qBCS/YIQmZGK0 is not admitted for boris today.
        Rule:    the key ring
        Next:    Name an admitted one: nemcon --sign FILE; or admit it: nemcon staff admit boris --key
                 FILE.pub
        [1]
        $ nemcon item take-up 2 --at 10:46
        #25  wg7, 1st meeting, 8 Sep 10:46   The Working Group took up item 2.
        $ nemcon --sign anna staff withdraw anna --by anna
        #26  key ring, 8 Sep 2020   The key SHA256:F3Kmp19FBYY89saIcL2lVxTC95/pC7sEfEOq/yzfCb0 of anna was withdrawn.
        $ nemcon item take-up 3 --at 10:47 --by anna
        Note: Item 2 is still under consideration; suspend or conclude it.
        #27  wg7, 1st meeting, 8 Sep 10:47   The Working Group took up item 3.
        $ nemcon --sign anna item take-up 4 --at 10:48 --by anna
        Refused: The key SHA256:F3Kmp19FBYY89saIcL2lVxTC95/pC7sEfEOq/yzfCb0 is not admitted for anna today.
        Rule:    the key ring
        Next:    Name an admitted one: nemcon --sign FILE; or admit it: nemcon staff admit anna --key
                 FILE.pub
        [1]
        $ nemcon staff list
        anna   SHA256:F3Kmp19FBYY89saIcL2lVxTC95/pC7sEfEOq/yzfCb0   from 8 September 2020 to 31 December 2021; withdrawn
            on 8 September 2020   [#22]
        boris   SHA256:R8l4Y3If1KIVFYitAh+1O8oviWB2Y0qBCS/YIQmZGK0   from 9 September 2020 on   [#23]
        $ nemcon staff allowed-signers
        anna namespaces="nemcon-act",valid-after="20200908000000Z",valid-before="20200908110000Z" ssh-ed25519
            AAAAC3NzaC1lZDI1NTE5AAAAIBmLmOurklzmgEcMgnLXRq17o8Y2V8fCvEYKts2i/a/V
        boris namespaces="nemcon-act",valid-after="20200909000000Z" ssh-ed25519
            AAAAC3NzaC1lZDI1NTE5AAAAIExw5nE+NAUa5Nx/brQbMhVROnAyMykqNb0p4UyhlO0K
        $ nemcon staff allowed-signers --known-at 23
        anna namespaces="nemcon-act",valid-after="20200908000000Z",valid-before="20211231235959Z" ssh-ed25519
            AAAAC3NzaC1lZDI1NTE5AAAAIBmLmOurklzmgEcMgnLXRq17o8Y2V8fCvEYKts2i/a/V
        boris namespaces="nemcon-act",valid-after="20200909000000Z" ssh-ed25519
            AAAAC3NzaC1lZDI1NTE5AAAAIExw5nE+NAUa5Nx/brQbMhVROnAyMykqNb0p4UyhlO0K
        $ nemcon staff admit anna --key anna.pub
        Refused: That key of anna was withdrawn.
        Rule:    the record
        Next:    Make another: ssh-keygen -t ed25519
        [1]
        $ nemcon staff withdraw anna
        Refused: anna has no key that could be withdrawn.
        Next:    See which there are: nemcon staff list
        [1]
        $ nemcon staff signature 21 -o act
        Refused: Entry 21 is not signed.
        Next:    See who signs, and since when: nemcon staff list
        [1]
        $ nemcon staff signature 999 -o act
        Refused: There is no entry 999 in the record.
        Next:    Look it up: nemcon history
        [1]
    """)


def test_what_cannot_be_done_with_keys(office: Terminal, tmp_path: Path) -> None:
    made(tmp_path / "old", "rsa")
    made(tmp_path / "curve", "ecdsa")
    made(tmp_path / "closed", passphrase="a secret")  # noqa: S106 - of a key for this test
    (tmp_path / "open").write_bytes((tmp_path / "anna").read_bytes())
    (tmp_path / "open").chmod(0o644)
    (tmp_path / "armour").write_text("-----BEGIN OPENSSH PRIVATE KEY-----\nhello\n-----END OPENSSH PRIVATE KEY-----\n")
    (tmp_path / "armour").chmod(0o600)
    act = "item conclude 1c --by anna --at 10:45"
    for file, said in (
        ("old", "old is of the type ssh-rsa; recording staff sign with ssh-ed25519."),
        ("curve", "curve is of the type ecdsa-sha2-nistp256; recording staff sign with ssh-ed25519."),
        ("closed", "The key closed is under a passphrase, which is asked for by the agent alone."),
        ("open", "Others can read the key open."),
        ("armour", "armour cannot be read as a key of OpenSSH."),
        ("nowhere", "nowhere: No such file or directory."),
        ("anna.pub", "anna.pub is a public key, and no agent is at hand that holds its private half."),
    ):
        office.refused(f"--sign {file} {act}", said)
    for file, said in (
        ("old.pub", "old.pub is of the type ssh-rsa"),
        ("curve.pub", "curve.pub is of the type ecdsa-sha2-nistp256"),
        ("anna", "anna holds a private key"),
    ):
        office.refused(f"staff admit anna --key {file}", said)
    office.refused("staff admit anna --key anna.pub --at 2020-09-07", "What is done to the key ring is done now.")
    office.refused("staff admit anna --key anna.pub --from 2020-09-07", "A key is admitted from today on")
    office.refused("staff admit 'a,b' --key anna.pub", "a sign that ssh-keygen reads as a pattern")


def test_several_keys_are_told_apart(office: Terminal) -> None:
    office.runs("staff admit anna --key anna.pub", "staff admit anna --key boris.pub")
    office.refused("staff withdraw anna", "anna has several keys.")
    assert "of anna was withdrawn." in office.types("staff withdraw anna --key boris.pub")
    assert [one["person"] for one in json.loads(office.types("staff list --json"))] == ["anna", "anna"]


def test_what_is_refused_for_want_of_a_signature_is_not_put_down_to_who_was_quicker(office: Terminal) -> None:
    office.types("staff admit anna --key anna.pub")
    office.types("item conclude 1c --at 10:45 --by boris")
    told = office.refused("item take-up 2 --at 10:46 --by anna", "anna signs what is recorded")
    assert "Reason:" not in told


def test_a_script_is_signed_line_by_line(office: Terminal, tmp_path: Path) -> None:
    office.types("staff admit anna --key anna.pub")
    (tmp_path / "script").write_text("item conclude 1c --at 10:45\nitem take-up 2 --at 10:46\n")
    told = office.enter(shlex.split("--sign anna run script"))
    assert told.exit_code == 1  # the secretary has no key: the script is refused as a whole
    assert "is not admitted for secretary today" in " ".join(told.stderr.split())


@KEYGEN
def test_stock_openssh_verifies_each_act_on_its_own_day_alone(office: Terminal, tmp_path: Path) -> None:
    office.types("staff admit 'anna berg' --key anna.pub --until 2020-09-08")
    office.types("--sign anna item conclude 1c --at 10:45 --by 'anna berg'")
    office.types("staff withdraw 'anna berg'")
    office.types("staff allowed-signers -o allowed_signers")
    told = office.types("staff signature 23 -o act")
    assert told.startswith("act was signed by anna berg: act.sig. To verify it:\nssh-keygen -Y verify ")
    assert told.splitlines()[2].endswith("nemcon staff allowed-signers -o allowed_signers")
    words, text = shlex.split(told.splitlines()[1])[1:-2], (tmp_path / "act").read_bytes()
    assert keygen(*words, given=text).stdout.startswith(b'Good "nemcon-act" signature for anna berg')
    assert keygen(*words, given=text + b"\n").returncode != 0
    for later in ("20200909000000Z", "20200907235959Z"):
        other = [f"verify-time={later}" if word.startswith("verify-time") else word for word in words]
        assert keygen(*other, given=text).returncode != 0


def test_no_private_key_is_printed_or_kept_anywhere(office: Terminal, tmp_path: Path) -> None:
    secret = (tmp_path / "anna").read_text().splitlines()[1:-1]
    office.types("staff admit anna --key anna.pub")
    answers = [
        office.enter(shlex.split(line)).output
        for line in (
            "--sign anna item conclude 1c --at 10:45 --by anna",
            "--sign anna item conclude 1c --at 10:45 --by anna --json",
            "--sign anna item conclude 1c --at 10:45 --by boris",
            "staff admit boris --key anna",
            "--sign boris.pub item take-up 2",
            "staff list --json",
            "history --json",
            "log export",
        )
    ]
    answers += office.dump()
    assert public(tmp_path / "anna").read_text().split()[1] in "".join(answers)
    assert not [line for line in secret for answer in answers if line in answer]


def test_verify_finds_an_act_that_somebody_with_a_key_did_not_sign(office: Terminal) -> None:
    office.types("staff admit anna --key anna.pub")
    office.types("--sign anna item conclude 1c --at 10:45 --by anna")
    assert office.types("verify").startswith("The record verifies: 23 entries")
    with closing(sqlite3.connect(office.db)) as connection:
        connection.execute("DROP TRIGGER signature_kept")
        connection.execute("DELETE FROM signature")
        connection.commit()
    told = office.enter(["verify"])
    assert told.exit_code == 3
    assert "- Entry 23: anna signs what is recorded, and this is not signed. [staff]" in told.output
