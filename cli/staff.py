"""`nemcon staff`: who of the recording staff signs, with which SSH key, from when to when; and what they signed."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import click
from sqlalchemy import select

from cli.desk import Desk, Step, at_the_desk
from cli.errors import Refused, no_entry
from cli.files import whole
from cli.options import Said, View, act_options, dated_act_options, view_options
from cli.room import Room, pass_room
from cli.when import day_typed
from domain.days import long_day
from domain.keyring import KEY, KIND, admit_staff, fingerprint, withdraw_staff
from domain.values import Occurred
from projections import keys
from projections.keys import LOG_KEY, STAFF_KEY, StaffKey

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def staff() -> None:
    """The recording staff and their keys. With these SSH keys they sign what they record.

    Example: nemcon staff admit anna --key anna.pub
    """


def of_the_ring(desk: Desk, step: Step) -> None:
    """Record an act on the key ring: on the day of the recorder, which is never put back."""
    if desk.said.at is not None or desk.said.before is not None:
        raise Refused("What is done to the key ring is done now.", "Leave out --at and --before.")
    desk.in_stream(KIND, KEY, step, day=Occurred(day=desk.under_way.now.date()))


@staff.command()
@click.argument("name")
@click.option(
    "--key",
    "public",
    required=True,
    type=_FILE,
    metavar="FILE.pub",
    help="The public half of the key; the private one stays with its owner.",
)
@click.option("--until", metavar="DATE", help="The last day on which it signs.")
@dated_act_options
@pass_room
def admit(room: Room, name: str, public: Path, until: str | None, said: Said) -> None:
    """Admit an SSH key of a member of the staff. Who records signs with it from then on.

    Example: nemcon staff admit anna --key anna.pub --until 2027-12-31
    """
    from domain.record.ssh import public_key

    since = None if said.origin is None else day_typed(said.origin)
    key, last = public_key(public), None if until is None else day_typed(until)
    with at_the_desk(room, replace(said, origin=None)) as desk:
        first = since or desk.under_way.now.date()
        fields = {"person": " ".join(name.split()), "key": key, "since": first, "until": last}
        of_the_ring(desk, Step(admit_staff, lambda _: fields))


@staff.command()
@click.argument("name")
@click.option(
    "--key",
    "public",
    type=_FILE,
    metavar="FILE.pub",
    help="Which of several keys.",
)
@act_options
@pass_room
def withdraw(room: Room, name: str, public: Path | None, said: Said) -> None:
    """Withdraw a key of a member of the staff. From now on, and for good.

    Example: nemcon staff withdraw anna
    """
    from domain.record.ssh import public_key

    with at_the_desk(room, said) as desk:
        key = _only(desk, name) if public is None else public_key(public)
        of_the_ring(desk, Step(withdraw_staff, lambda _: {"person": name, "key": key}))


def _only(desk: Desk, name: str) -> str:
    """The one key of a person that is not withdrawn."""
    found = [one.key for one in keys.staff(desk.under_way.connection) if one.person == name and one.withdrawn is None]
    if not found:
        raise Refused(f"{name} has no key that could be withdrawn.", "See which there are: nemcon staff list")
    if len(set(found)) > 1:
        raise Refused(f"{name} has several keys.", f"Say which: nemcon staff withdraw {name} --key FILE.pub")
    return found[0]


@staff.command("list")
@view_options
@pass_room
def list_(room: Room, view: View) -> None:
    """Who signs, with which key, from when to when. Keys that were withdrawn are listed too.

    Example: nemcon staff list
    """
    with room.reading(view, None, (STAFF_KEY, LOG_KEY)) as connection:
        found = keys.staff(connection)
    if view.as_json:
        told = [{**asdict(one), "fingerprint": fingerprint(one.key)} for one in found]
        click.echo(json.dumps(told, default=str, ensure_ascii=False, indent=2))
        return
    click.echo("\n".join(map(_told, found)) or "No key is admitted: what the recording staff record is unsigned.")


def _told(one: StaffKey) -> str:
    until = f" to {long_day(one.until)}" if one.until else " on"
    withdrawn = f"; withdrawn on {long_day(one.withdrawn.date())}" if one.withdrawn else ""
    return f"{one.person}   {fingerprint(one.key)}   from {long_day(one.since)}{until}{withdrawn}   [#{one.entry}]"


@staff.command("allowed-signers")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file; else the screen.")
@view_options
@pass_room
def allowed_signers(room: Room, output: Path | None, view: View) -> None:
    """Write the file of those who may sign. By it `ssh-keygen -Y verify` knows who may, from when to when.

    Example: nemcon staff allowed-signers -o allowed_signers
    """
    from domain.record.sshsig import NAMESPACE

    with room.reading(view, None, (STAFF_KEY, LOG_KEY)) as connection:
        told = keys.allowed_signers(keys.staff(connection), NAMESPACE)
    if output is None:
        click.echo(told, nl=False)
        return
    with whole(output) as file:
        file.write(told)


@staff.command()
@click.argument("entry", type=click.IntRange(1))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file for the text that was signed; the signature goes beside it, with .sig added to its name.",
)
@pass_room
def signature(room: Room, entry: int, output: Path) -> None:
    """Write what was signed of an entry. With the signature, and how to verify it without Nemcon.

    Example: nemcon staff signature 27 -o act
    """
    from domain.record.merkle import leaf_text
    from domain.record.sshsig import NAMESPACE, armoured
    from domain.record.tables import EVENT, SIGNATURE
    from projections.history import entries

    with room.reading() as connection:
        row = connection.execute(select(EVENT).where(EVENT.c.entry == entry)).one_or_none()
        if row is None:
            raise no_entry(entry)
        kept = select(SIGNATURE.c.signature).where(SIGNATURE.c.entry == entry)
        signed = connection.execute(kept).scalar_one_or_none()
        line = entries(connection, [entry])[0]
    if signed is None:
        raise Refused(f"Entry {entry} is not signed.", "See who signs, and since when: nemcon staff list")
    beside = output.with_name(f"{output.name}.sig")
    with whole(output) as file:
        file.write(leaf_text(row.originator_id, row.originator_version, row.topic, row.state).decode())
    with whole(beside) as file:
        file.write(armoured(signed))
    when = "".join(sign for sign in line.recorded_at[:19] if sign.isdigit())
    click.echo(f"{output} was signed by {line.recorded_by}: {beside}. To verify it:")
    click.echo(
        f"ssh-keygen -Y verify -f allowed_signers -I {_quoted(line.recorded_by)} -n {NAMESPACE} "
        f"-O verify-time={when}Z -s {beside} < {output}"
    )
    click.echo("The file allowed_signers is what this writes: nemcon staff allowed-signers -o allowed_signers")


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
