"""The command line: `nemcon NOUN VERB WHAT`. One act, one line, one sentence of the report."""

from __future__ import annotations

import gc
import importlib
import io
import sys
from functools import cache
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from cli.errors import Refused, plain_refusals
from cli.room import Room

COMMANDS: dict[str, str] = {
    "agenda": "cli.agenda:agenda",
    "attendance": "cli.attendance:attendance",
    "body": "cli.body:body",
    "check-proof": "cli.proofs:check_proof_",
    "checkpoint": "cli.checkpoint:checkpoint",
    "confirm": "cli.confirm:confirm",
    "concordance": "cli.views:concordance",
    "correct": "cli.amends:correct",
    "decision": "cli.decision:decision",
    "diff": "cli.difference:diff",
    "document": "cli.document:document",
    "history": "cli.history:history_of",
    "import": "cli.papers:import_paper",
    "init": "cli.record:init",
    "item": "cli.item:item",
    "items": "cli.items:items",
    "key": "cli.key:key",
    "lineage": "cli.texts:lineage",
    "live": "cli.live:live",
    "log": "cli.log:log",
    "meeting": "cli.meeting:meeting",
    "move": "cli.move:move",
    "officer": "cli.officer:officer",
    "paper": "cli.paper:paper",
    "papers": "cli.paper:papers",
    "plenary": "cli.plenary:plenary",
    "print": "cli.views:print_paper",
    "proposal": "cli.proposal:proposal",
    "prove": "cli.proofs:prove",
    "read": "cli.papers:read",
    "rebuild": "cli.record:rebuild",
    "recommendation": "cli.decision:recommendation",
    "reconsider": "cli.ruling:reconsider_",
    "report": "cli.report:report",
    "resolution": "cli.resolution:resolution",
    "ruling": "cli.ruling:ruling",
    "run": "cli.script:run",
    "session": "cli.meeting:meeting",
    "silence": "cli.silence:silence",
    "site": "cli.site:site",
    "staff": "cli.staff:staff",
    "statement": "cli.statement:statement",
    "status": "cli.views:status",
    "strike": "cli.amends:strike",
    "template": "cli.template:template",
    "undo": "cli.amends:undo",
    "verify": "cli.verify:verify_record",
    "work": "cli.work:work",
}
"""Every first word and where its command stands: a module is imported when its word is typed."""


@cache
def _imported(where: str) -> click.Command:
    module, name = where.split(":")
    command: click.Command = getattr(importlib.import_module(module), name)
    return command


class Nemcon(click.Group):
    """The top level: it imports a noun when it is typed, and turns every refusal into plain words."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every first word."""
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a first word, imported now."""
        del ctx
        return _imported(COMMANDS[cmd_name]) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of a first word; one that was mistyped is told what comes near it."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, cutoff=0.75)
            meant = f" Near it: {', '.join(near)}." if near else ""
            raise click.UsageError(f"{error.format_message()}{meant}", error.ctx) from error

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep the command as typed, from the noun on: it tells one command from another under the same id."""
        if ctx.obj is not None and ctx.obj.seat is not None and not ctx.resilient_parsing:
            from cli.shortened import in_full

            args = in_full(self, ctx, args)
        typed = list(args)
        rest = super().parse_args(ctx, args)
        ctx.meta["nemcon.words"] = tuple(typed[len(typed) - len(rest) - 1 :])
        return rest

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - whatever the command returns
        """Run the command; whatever goes wrong leaves as a refusal."""
        with plain_refusals():
            return super().invoke(ctx)


_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(cls=Nemcon, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--db",
    envvar="NEMCON_DB",
    default="nemcon.db",
    show_default=True,
    metavar="PATH|URL",
    help="The record. Also NEMCON_DB.",
)
@click.option(
    "--key", envvar="NEMCON_KEY", type=_FILE, metavar="FILE", help="The log key: it signs checkpoints. Also NEMCON_KEY."
)
@click.option(
    "--sign", envvar="NEMCON_SIGN", type=_FILE, metavar="FILE", help="Your SSH key: it signs acts. Also NEMCON_SIGN."
)
@click.option(
    "--seen",
    envvar="NEMCON_SEEN",
    type=_FILE,
    metavar="FILE",
    help="The last checkpoint witnessed: an older copy is refused. Also NEMCON_SEEN.",
)
@click.version_option(package_name="nemcon", prog_name="nemcon")
@click.pass_context
def nemcon(ctx: click.Context, db: str, key: Path | None, sign: Path | None, seen: Path | None) -> None:
    """Keep the record of intergovernmental meetings, and print their papers from it.

    Example: nemcon item conclude 2
    """
    if ctx.obj is not None and ctx.get_parameter_source("db") is ParameterSource.COMMANDLINE:
        if ctx.obj.playing:
            raise Refused("A script keeps to one record.", "Name it once: nemcon --db FILE run SCRIPT")
        if ctx.obj.seat is not None:
            raise Refused("Whoever records live keeps to one record.", "Name it once: nemcon --db FILE live KEY")
    if ctx.obj is None:
        ctx.obj = Room(db)
        ctx.call_on_close(ctx.obj.close)
    ctx.obj.use(key, sign, seen)
    ctx.obj.words = ctx.meta["nemcon.words"]


def main() -> None:
    """Run the command line as a program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a file or a pipe gets UTF-8; a terminal what it can show
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    gc.freeze()  # what is imported stays until the end: no collection has to look through it
    try:
        nemcon(prog_name="nemcon")
    finally:
        gc.freeze()  # nor has the end, which takes all of it down anyway
