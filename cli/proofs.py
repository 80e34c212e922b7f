"""`nemcon prove` and `check-proof`: that an entry is in the record, shown to somebody who does not see it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from cli.errors import Refused
from cli.files import whole
from cli.room import Room, pass_room
from domain.days import long_day
from domain.record.checkpoint import Cosignature, read_checkpoint
from domain.record.notes import Note, Verifier
from domain.record.proofs import Proof
from domain.record.proving import Proven, check_proof
from domain.record.quorum import Quorum
from domain.record.witnessed import Witnessed, witnessed

_LARGEST = 2_000_000

output_option = click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file; else standard output."
)
file_argument = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
quorum_option = click.option(
    "--quorum",
    envvar="NEMCON_QUORUM",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The keys of the witnesses, and how many must have cosigned. Also NEMCON_QUORUM.",
)


def read_bytes(file: Path) -> bytes:
    """What is in a file; refused where it is far too large to be meant."""
    with file.open("rb") as opened:
        data = opened.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise Refused(f"{file.name} is larger than 2 MB.", "Check that it is the file you meant.")
    return data


def put(text: str, output: Path | None) -> None:
    """Write a file whole, or standard output."""
    if output is None:
        click.echo(text, nl=False)
        return
    with whole(output) as opened:
        opened.write(text)


def quorum_in(file: Path) -> Quorum:
    """The quorum that a file asks for."""
    return Quorum.of(read_bytes(file).decode(errors="replace"))


@click.command()
@click.argument("entry", type=click.IntRange(1))
@output_option
@click.option("--restricted", is_flag=True, help="With the text of an act that is restricted.")
@pass_room
def prove(room: Room, entry: int, output: Path | None, restricted: bool) -> None:
    """Write a file that proves an entry. By it a stranger can check that the entry is in the record, and how it reads.

    Sealed values are never in it: an entry holds their salted hashes only.

    Example: nemcon prove 16 -o entry-16.tlog-proof
    """
    from domain.record.proving import prove as proof_of

    proof = proof_of(room.engine, entry, restricted=restricted)
    found = check_proof(proof)
    put(str(proof), output)
    withheld = " Its text is restricted and left out." if found.state is None else ""
    click.echo(f"Entry {entry} is under the checkpoint of {found.checkpoint.size} entries.{withheld}", err=True)


@click.command("check-proof")
@file_argument
@click.option("--key", metavar="VKEY", multiple=True, help="The public key of the log; repeated, those before it too.")
@quorum_option
def check_proof_(file: Path, key: Sequence[str], quorum: Path | None) -> None:
    """Check a proof by its file alone. No record is opened.

    Example: nemcon check-proof entry-16.tlog-proof --quorum quorum.txt
    """
    proof = Proof.of(read_bytes(file))
    asked = None if quorum is None else quorum_in(quorum)
    logs = [*(Verifier.of(one) for one in key), *(asked.logs if asked else ())]
    if logs:
        read_checkpoint(bytes(proof.note), *logs)
    found = check_proof(proof)
    seen = None if asked is None else _enough(proof.note, asked)
    click.echo("\n".join(_told(found, signed=bool(logs), seen=seen, asked=asked)))


def _enough(note: Note, asked: Quorum) -> Witnessed:
    seen = witnessed(note, asked)
    if not seen.enough:
        raise Refused(
            f"Too few witnesses have cosigned: {who(asked, seen.by)}; the quorum is {asked.said}.",
            "Ask for a proof under a checkpoint that they cosigned.",
        )
    return seen


def _told(found: Proven, *, signed: bool, seen: Witnessed | None, asked: Quorum | None) -> list[str]:
    head = found.checkpoint
    lines = [
        f"Entry {found.entry} is in the record {head.origin} of {head.size} entries.",
        f"It is act {found.version} of the stream {found.stream}: {found.topic}.",
        f"The checkpoint is signed by the key of {head.origin}."
        if signed
        else "Who signed the checkpoint was not checked: give the key of the log by --key.",
    ]
    if seen is not None and asked is not None:
        lines.append(f"Witnesses: {who(asked, seen.by)}. The quorum is {asked.said}.")
    text = found.state.decode(errors="replace") if found.state is not None else None
    lines.append(f"It reads: {text}" if text else "How it reads is left out; its hash is in the proof.")
    return lines


def who(quorum: Quorum, by: Sequence[Cosignature]) -> str:
    """Who cosigned, by their names in the quorum file, and when."""
    names = {key: name for name, key in quorum.witnesses.items()}
    told = [f"{names[one.witness]} ({long_day(one.at)}, {one.at:%H:%M} UTC)" for one in by]
    return ", ".join(told) or "none"
