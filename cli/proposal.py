"""`nemcon proposal`: a draft or an amendment, from its submission to the action that the body takes on it."""

from __future__ import annotations

from pathlib import Path

import click

from cli import proposals, putting
from cli.desk import Step, at_the_desk, title
from cli.drafts import (
    acting_meeting,
    how_taken,
    in_its_meeting,
    items_typed,
    meeting_of,
    must_be_new,
    proposal_meant,
    sitting_of,
    step,
)
from cli.errors import Refused
from cli.letter import text_options, texts_typed
from cli.options import Said, act_options, sponsored_act_options
from cli.room import Room, pass_room
from domain.proposing import (
    amend_proposal,
    read_implications,
    reintroduce_proposal,
    revise_proposal,
    sponsor_proposal,
    submit_proposal,
    withdraw_proposal,
    withdraw_sponsorship,
)
from domain.values import normal


@click.group()
def proposal() -> None:
    """Drafts and amendments. Submitted, revised, amended, sponsored, withdrawn, put to the body.

    Example: nemcon proposal submit A/76/L.40 --title "A draft" --item 2 --from Norway --from Peru --at 2020-09-07
    """


for _command in (*putting.COMMANDS, *proposals.COMMANDS):
    proposal.add_command(_command)


@proposal.command()
@click.argument("symbol")
@click.option("--title", "words", metavar="TITLE", help="Its title.")
@click.option("--title-language", default="en", show_default=True, metavar="CODE", help="The language of the title.")
@click.option(
    "--draft", type=click.Choice(["resolution", "decision"]), help="What it is to become. Default: resolution."
)
@click.option("--to", metavar="SYMBOL", help="It is an amendment to that proposal.")
@click.option("--item", "numbers", multiple=True, metavar="N", help="The item it falls under; may be repeated.")
@click.option("--at-meeting", metavar="KEY", help="With --to: the other meeting at which the amendment is submitted.")
@text_options
@sponsored_act_options
@pass_room
def submit(
    room: Room,
    symbol: str,
    words: str | None,
    title_language: str,
    draft: str | None,
    to: str | None,
    numbers: tuple[str, ...],
    at_meeting: str | None,
    files: tuple[Path, ...],
    languages: tuple[str, ...],
    sponsors: tuple[str, ...],
    said: Said,
) -> None:
    """Submit a draft, or an amendment to one.

    An amendment falls under the item of its draft, unless another is named.

    Example: nemcon proposal submit A/76/L.40 --title "A draft" --item 2 --from Norway --from Peru --at 2020-09-07
    """
    if to is not None and draft is not None:
        raise Refused("An amendment becomes no text of its own.", "Leave out --draft, or --to.")
    if to is None and at_meeting is not None:
        raise Refused("A draft is submitted to one meeting.", "Name it so: -m KEY")
    with at_the_desk(room, said) as desk:
        must_be_new(desk, normal(symbol))
        if to is None:
            other, (meeting, state) = None, desk.meeting()
        else:
            other, amended = proposal_meant(desk, to)
            other_meeting, state = acting_meeting(desk, amended, at_meeting)
            meeting = other_meeting or meeting_of(desk, amended)[0]
        submission = step(
            submit_proposal,
            symbol=symbol,
            draft="amendment" if to else draft or "resolution",
            title=None if words is None else title(words, title_language),
            meeting=meeting,
            to=other,
            sponsors=sponsors,
            texts=texts_typed(files, languages),
            **items_typed(state, numbers),
        )
        in_its_meeting(desk, state, ((normal(symbol), submission),))


@proposal.command()
@click.argument("symbol")
@click.option("--orally", is_flag=True, help="Orally, in the room.")
@click.option("--as", "revised", metavar="SYMBOL", help="In a paper under this symbol: A/76/L.40/Rev.1.")
@click.option("--with", "words", metavar="TEXT", help="What the revision says.")
@text_options
@act_options
@pass_room
def revise(
    room: Room,
    symbol: str,
    revised: str | None,
    words: str | None,
    files: tuple[Path, ...],
    languages: tuple[str, ...],
    said: Said,
    *,
    orally: bool,
) -> None:
    """Record that the sponsors revised their proposal. They do so orally or in a paper.

    Example: nemcon proposal revise A/76/L.40 --orally --with "in paragraph 2, delete the word annually"
    """
    with at_the_desk(room, said) as desk:
        key, state = proposal_meant(desk, symbol)
        if orally == (revised is not None):
            raise Refused(
                "It is not said how the proposal was revised.",
                f"Add --orally, or the symbol of the revision: --as {state.symbols[0]}/Rev.{len(state.symbols)}",
            )
        if revised is not None:
            must_be_new(desk, normal(revised))
        fields = {"symbol": revised, "text": words, "texts": texts_typed(files, languages)}
        in_its_meeting(desk, meeting_of(desk, state)[1], ((key, step(revise_proposal, **fields)),))


@proposal.command()
@click.argument("symbol")
@click.option("--with", "words", required=True, metavar="TEXT", help="The amendment, as it was read out.")
@act_options
@pass_room
def amend(room: Room, symbol: str, words: str, said: Said) -> None:
    """Record that the body itself amended a proposal orally.

    An amendment in writing is a proposal of its own: nemcon proposal submit SYMBOL --to SYMBOL

    Example: nemcon proposal amend A/76/L.40 --with "in paragraph 3, replace two by four"
    """
    with at_the_desk(room, said) as desk:
        key, state = proposal_meant(desk, symbol)
        _, meeting = meeting_of(desk, state)
        fields = {"text": words, "taken": how_taken(desk), **sitting_of(desk, meeting)}
        in_its_meeting(desk, meeting, ((key, step(amend_proposal, **fields)),))


@proposal.command()
@click.argument("symbol")
@click.argument("sponsors", nargs=-1, required=True, metavar="WHO...")
@click.option("--withdraw", is_flag=True, help="They withdraw their sponsorship.")
@act_options
@pass_room
def sponsor(room: Room, symbol: str, sponsors: tuple[str, ...], said: Said, *, withdraw: bool) -> None:
    """Record that delegations joined the sponsors, or left them.

    Example: nemcon proposal sponsor A/76/L.40 Chile "Viet Nam"
    """
    with at_the_desk(room, said) as desk:
        key, state = proposal_meant(desk, symbol)
        act = withdraw_sponsorship if withdraw else sponsor_proposal
        in_its_meeting(desk, meeting_of(desk, state)[1], ((key, step(act, sponsors=sponsors)),))


@proposal.command()
@click.argument("symbol")
@act_options
@pass_room
def withdraw(room: Room, symbol: str, said: Said) -> None:
    """Record that the sponsors withdrew their proposal. They may before the body has acted on it.

    Example: nemcon proposal withdraw A/76/L.41 --from Norway
    """
    with at_the_desk(room, said) as desk:
        key, state = proposal_meant(desk, symbol)
        in_its_meeting(desk, meeting_of(desk, state)[1], ((key, Step(withdraw_proposal)),))


@proposal.command()
@click.argument("symbol")
@sponsored_act_options
@pass_room
def reintroduce(room: Room, symbol: str, sponsors: tuple[str, ...], said: Said) -> None:
    """Record that a withdrawn proposal was introduced again.

    Example: nemcon proposal reintroduce A/76/L.41 --from Peru
    """
    with at_the_desk(room, said) as desk:
        key, state = proposal_meant(desk, symbol)
        in_its_meeting(desk, meeting_of(desk, state)[1], ((key, step(reintroduce_proposal, sponsors=sponsors)),))


@proposal.command()
@click.argument("symbol")
@click.argument("document", required=False, metavar="[STATEMENT]")
@act_options
@pass_room
def pbi(room: Room, symbol: str, document: str | None, said: Said) -> None:
    """Record that budget implications were read out. The statement is one of programme budget implications.

    Example: nemcon proposal pbi A/76/L.40 A/C.5/76/20
    """
    with at_the_desk(room, said) as desk:
        key, state = proposal_meant(desk, symbol)
        _, meeting = meeting_of(desk, state)
        fields = {"document": document, **sitting_of(desk, meeting)}
        in_its_meeting(desk, meeting, ((key, step(read_implications, **fields)),))
