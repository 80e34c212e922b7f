"""`nemcon resolution`: texts, and how they come into the record."""

from __future__ import annotations

from datetime import date

import click

from cli import archive, relations, texts
from cli.adopted import must_be_its_first, origin_meant
from cli.desk import Desk, Step, at_the_desk, on_day
from cli.errors import Refused
from cli.find import text_ref
from cli.options import Said, act_options
from cli.relations import SOURCE as _SOURCE
from cli.relations import UNVERIFIED as _UNVERIFIED
from cli.room import Room, pass_room
from cli.when import day_typed
from domain.citing import symbol_read
from domain.resolution import Modality, Provision, TextRef, record_resolution
from domain.values import Mode, text_in


@click.group()
def resolution() -> None:
    """Resolutions and decisions that have a text of their own.

    Example: nemcon resolution record "UNTOC-COP 7/1" "Strengthening the implementation ..." --adopted 2014-10-10
    """


for _command in (*relations.COMMANDS, *texts.COMMANDS, *archive.COMMANDS):
    resolution.add_command(_command)


@resolution.command()
@click.argument("ref")
@click.argument("title", required=False)
@click.option("--adopted", metavar="DATE", help="The day of its adoption. Not needed with --proposal or --silence.")
@click.option("--proposal", metavar="SYMBOL", help="The draft that it was; gives the title, the day and the mode.")
@click.option("--silence", metavar="KEY", help="The silence procedure by which it was adopted.")
@click.option("--symbol", metavar="S", help="The symbol of its document; not needed where REF is one.")
@click.option("--decided", multiple=True, metavar="TEXT", help="What it decided; may be repeated.")
@click.option("--encouraged", multiple=True, metavar="TEXT", help="What it encouraged; may be repeated.")
@click.option("--requested", multiple=True, metavar="TEXT", help="What it requested; may be repeated.")
@click.option("--partial", is_flag=True, help="These quotations are not complete.")
@click.option("--language", default="en", show_default=True, metavar="CODE", help="The language of the title.")
@_SOURCE
@_UNVERIFIED
@act_options
@pass_room
def record(
    room: Room,
    ref: str,
    title: str | None,
    adopted: str | None,
    proposal: str | None,
    silence: str | None,
    symbol: str | None,
    decided: tuple[str, ...],
    encouraged: tuple[str, ...],
    requested: tuple[str, ...],
    partial: bool,
    language: str,
    source: str | None,
    unverified: bool,
    said: Said,
) -> None:
    """Record a resolution or a decision. It is typed so: "UNTOC-COP 7/1", "UNTOC-COP decision 1/2".

    With --proposal it is the number that an adopted draft was given, perhaps days later (--at). Where a committee
    adopted the draft, --adopted says when the body did, unless that is in the record (proposal put --at-meeting).

    Example: nemcon resolution record "UNTOC-COP 7/1" "Strengthening the implementation ..." --adopted 2014-10-10
    """
    said_so: tuple[tuple[Modality, tuple[str, ...]], ...] = (
        ("decided", decided),
        ("encouraged", encouraged),
        ("requested", requested),
    )
    provisions = tuple(
        Provision(modality=word, text=text, partial=partial) for word, texts in said_so for text in texts
    )
    if adopted is None and proposal is None and silence is None:
        raise click.UsageError("Missing option '--adopted'; or name what was adopted: --proposal, --silence.")
    day = None if adopted is None else day_typed(adopted)
    with at_the_desk(room, said) as desk:
        found = origin_meant(desk, proposal, silence)
        text = text_ref(desk.under_way.connection, ref, kind=found.draft)
        must_be_its_first(desk, found, text)
        fields: dict[str, object] = {
            "ref": text,
            "title": None if title is None else text_in(language, title),
            "adopted": day,
            "how": Mode(said.how) if said.how else Mode.UNKNOWN,
            "symbol": symbol or _symbol_typed(ref),
            "decided": provisions,
            "source": source,
            "verified": not unverified,
            "proposal": found.proposal,
            "silence": found.silence,
        }
        days = [one for one in (found.day, day) if one is not None]
        _record(desk, text, fields, max(days, default=None))


def _symbol_typed(ref: str) -> str | None:
    """The symbol by which the text is named, if it is. One of a decision is a catalogue's, and is not printed."""
    found = symbol_read(ref)
    return None if found is None or found.kind == "decision" else f"{found.series}/RES/{found.number}"


@resolution.command()
@click.argument("ref")
@click.option("--adopted", metavar="DATE", help="The day of its adoption, where the citation gives it.")
@_SOURCE
@_UNVERIFIED
@act_options
@pass_room
def cited(room: Room, ref: str, adopted: str | None, source: str | None, unverified: bool, said: Said) -> None:
    """Record a text known only because another one cites it.

    Example: nemcon resolution cited "UNTOC-COP 5/3" --unverified
    """
    day = None if adopted is None else day_typed(adopted)
    with at_the_desk(room, said) as desk:
        text = text_ref(desk.under_way.connection, ref)
        if desk.under_way.chapter("resolution", str(text)).version and room.correcting is None:
            raise Refused(f"{text} is in the record already.", f'See it: nemcon lineage "{text.body} {text.number}"')
        fields: dict[str, object] = {
            "ref": text,
            "adopted": day,
            "cited_only": True,
            "source": source,
            "verified": not unverified,
        }
        _record(desk, text, fields, day)


def _record(desk: Desk, text: TextRef, fields: dict[str, object], day: date | None) -> None:
    desk.said = desk.said if day is None else on_day(desk.said, day.isoformat())
    desk.in_stream("resolution", str(text), Step(record_resolution, lambda _: fields), day=desk.today())
