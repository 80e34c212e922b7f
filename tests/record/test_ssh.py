"""Keys of OpenSSH: which are taken, which are refused and why, and that no private one is ever shown."""

import shutil
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from domain.record.signer import signer
from domain.record.ssh import UnusableKey, private_key, public_key, raw_of, string
from domain.record.sshsig import check
from tests.record.ssh import made, public

TEXT = b"nemcon/v1\n"
_AGENT = shutil.which("ssh-agent")


def refusal(of: Callable[[Path], object], file: Path) -> str:
    """What is said of a key that is refused: never what it holds."""
    with pytest.raises(UnusableKey) as refused:
        of(file)
    assert refused.value.next_step
    inside = file.read_bytes().decode(errors="replace").split()
    assert not [word for word in inside if len(word) > 30 and word in str(refused.value)]
    return refused.value.sentence


def test_a_key_is_read_from_its_file_and_signs(tmp_path: Path) -> None:
    file = made(tmp_path / "anna")
    anna = signer(file)
    assert anna.key == public_key(public(file))
    assert check(anna.signature(TEXT), TEXT)


@pytest.mark.parametrize(("kind", "name"), [("rsa", "ssh-rsa"), ("ecdsa", "ecdsa-sha2-nistp256")])
def test_a_key_of_another_type_is_refused_by_its_name(tmp_path: Path, kind: str, name: str) -> None:
    file = made(tmp_path / "old", kind)
    said = f"is of the type {name}; recording staff sign with ssh-ed25519."
    assert said in refusal(signer, file)
    assert said in refusal(public_key, public(file))


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    file = made(tmp_path / "anna")
    for mode in (0o640, 0o604, 0o660):
        file.chmod(mode)
        assert refusal(signer, file) == f"Others can read the key {file}."


def test_a_key_under_a_passphrase_is_left_to_the_agent(tmp_path: Path) -> None:
    file = made(tmp_path / "anna", passphrase="a secret")  # noqa: S106 - of a key for this test
    assert "is under a passphrase, which is asked for by the agent alone." in refusal(signer, file)


def test_a_private_key_is_not_taken_for_a_public_one_nor_the_other_way_round(tmp_path: Path) -> None:
    file = made(tmp_path / "anna")
    assert "holds a private key" in refusal(public_key, file)
    disguised = tmp_path / "disguised"
    disguised.write_bytes(public(file).read_bytes())
    disguised.chmod(0o600)
    assert "cannot be read as a key of OpenSSH" in refusal(signer, disguised)


PEM = "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "cannot be read"),
        ("hello", "cannot be read"),
        ("h\u00e9llo", "cannot be read"),
        (PEM, "is a PEM file with: RSA PRIVATE KEY; recording staff sign with ssh-ed25519."),
        ("{begin}\nAAAA!\n{end}\n", "cannot be read"),
        ("{begin}\nAAAA\n", "cannot be read"),
        ("{begin}\nAAAA\n{end}\n", "cannot be read"),
        ("{begin}\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n{end}\n", "cannot be read"),
    ],
    ids=["nothing", "a word", "no ASCII", "PEM", "no base64", "no end", "too short", "no container"],
)
def test_what_is_no_private_key_is_refused(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "key"
    begin, end = (f"-----{word} OPENSSH PRIVATE KEY-----" for word in ("BEGIN", "END"))
    file.write_text(text.format(begin=begin, end=end), encoding="utf-8")
    file.chmod(0o600)
    assert said in refusal(signer, file)


@pytest.mark.parametrize("text", ["", "ssh-ed25519", "hello world", "ssh-ed25519 AAA!", "ssh-ed25519 AAAA"])
def test_what_is_no_public_key_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "key.pub"
    file.write_text(text)
    assert "cannot be read as a key of OpenSSH" in refusal(public_key, file)


def test_a_key_that_is_not_of_32_bytes_is_refused() -> None:
    with pytest.raises(UnusableKey):
        raw_of(string(b"ssh-ed25519") + string(bytes(31)))


def test_a_private_key_with_a_bit_turned_is_refused_or_is_the_same(tmp_path: Path) -> None:
    file = made(tmp_path / "anna")
    lines, good = file.read_text().splitlines(), private_key(file)
    for place in range(0, len(lines[3]), 7):
        turned = "A" if lines[3][place] != "A" else "B"
        file.write_text("\n".join([*lines[:3], lines[3][:place] + turned + lines[3][place + 1 :], *lines[4:]]))
        try:
            blob, seed = private_key(file)
        except UnusableKey:
            continue
        assert blob == good[0]
        if seed != good[1]:  # the file holds no checksum of the seed: what it would sign is checked
            with pytest.raises(UnusableKey, match="does not stand"):
                signer(file).signature(TEXT)


@pytest.fixture
def agent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Stock ssh-agent, ended afterwards; the folder for keys."""
    if _AGENT is None:
        pytest.skip("ssh-agent is not installed (apt-get install openssh-client)")
    where = tmp_path / "agent"
    running = subprocess.Popen([_AGENT, "-D", "-a", str(where)], stdout=subprocess.DEVNULL)  # noqa: S603 - by its path
    monkeypatch.setenv("SSH_AUTH_SOCK", str(where))
    try:
        while not where.exists():
            assert running.poll() is None
        yield tmp_path
    finally:
        running.terminate()
        running.wait()


def test_the_agent_signs_with_a_key_that_is_in_no_file_any_more(agent: Path) -> None:
    file = made(agent / "anna")
    subprocess.run(["ssh-add", "-q", str(file)], check=True, capture_output=True)  # noqa: S603, S607 - as it is installed
    file.unlink()
    anna = signer(public(file))
    assert check(anna.signature(TEXT), TEXT)


def test_an_agent_that_does_not_hold_the_key_is_said_to_refuse(agent: Path) -> None:
    anna = signer(public(made(agent / "anna")))
    with pytest.raises(UnusableKey, match="The agent does not sign with"):
        anna.signature(TEXT)


def test_without_an_agent_a_public_key_does_not_sign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = public(made(tmp_path / "anna"))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    assert "no agent is at hand" in refusal(signer, file)
    monkeypatch.setenv("SSH_AUTH_SOCK", str(tmp_path / "nowhere"))
    with pytest.raises(UnusableKey, match="does not answer: No such file"):
        signer(file).signature(TEXT)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"", "does not answer: it hung up"),
        (string(b"\x0e"), "does not sign"),
        (string(b"\x0e" + string(string(b"ssh-ed25519") + string(bytes(64)))), "does not stand"),
    ],
    ids=["it hangs up", "half an answer", "another signature"],
)
def test_what_an_agent_answers_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes, said: str
) -> None:
    anna, where = public(made(tmp_path / "anna")), str(tmp_path / "agent")
    monkeypatch.setenv("SSH_AUTH_SOCK", where)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(where)
        listening.listen()
        answering = threading.Thread(target=_answer_once, args=(listening, answer))
        answering.start()
        with pytest.raises(UnusableKey, match=said):
            signer(anna).signature(TEXT)
        answering.join()


def _answer_once(listening: socket.socket, answer: bytes) -> None:
    line, _ = listening.accept()
    with line:
        line.recv(10_000)
        line.sendall(answer)
