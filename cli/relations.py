"""`nemcon resolution relate`, `effect`, `reissue`, `title`: what becomes of a text after its adoption."""

from __future__ import annotations

from dataclasses import replace

import click

from cli.desk import Desk, Step, at_the_desk
from cli.errors import Refused
from cli.find import text_ref, texts_cited
from cli.options import Said, act_options, dated_act_options
from cli.room import Room, pass_room
from cli.when import day_typed
from domain.relating import entitle, reissue, relate, state_effect
from domain.resolution import Part, Relation, TextRef

SOURCE = click.option("--source", metavar="WHERE", help="Where it was seen.")
UNVERIFIED = click.option("--unverified", is_flag=True, help="Known by hearsay; marked wherever it is shown.")


@click.command("relate")
@click.argument("ref")
@click.argument("relation", type=click.Choice([one.replace(" ", "-") for one in Relation]), metavar="RELATION")
@click.argument("others", nargs=-1, required=True, metavar="REF...")
@click.option("--in", "part", type=click.Choice([one.value for one in Part]), help="The part that says so.")
@click.option("--para", "paragraph", metavar="N", help="The paragraph that says so.")
@click.option("--footnote", is_flag=True, help="It says so in a footnote.")
@click.option("--phrase", metavar="WORDS", help="The words in which it says so.")
@click.option("--cited-as", metavar="N", help='The number as it is printed there: "66/253, sect. B".')
@click.option("--in-part", metavar="WHAT", help="It bears on this part of the other text only.")
@click.option("--until", metavar="DATE", help="Extends or renews it until that day.")
@SOURCE
@UNVERIFIED
@act_options
@pass_room
def relate_(
    room: Room,
    ref: str,
    relation: str,
    others: tuple[str, ...],
    part: str | None,
    paragraph: str | None,
    footnote: bool,
    phrase: str | None,
    cited_as: str | None,
    in_part: str | None,
    until: str | None,
    source: str | None,
    unverified: bool,
    said: Said,
) -> None:
    """Record that a text recalls, reaffirms or amends others. The others need not be in the record.

    RELATION is one of a closed list: recalls, takes-note-of, implements, extends, amends, supersedes, abrogates ...

    Example: nemcon resolution relate "UNTOC-COP 9/1" recalls "UNTOC-COP 7/1" "UNTOC-COP 6/1"
    """
    told: dict[str, object] = {
        "part": None if part is None else Part(part),
        "paragraph": paragraph,
        "footnote": footnote,
        "phrase": phrase,
        "cited_as": cited_as,
        "in_part": in_part,
        "until": None if until is None else day_typed(until),
        "source": source,
        "verified": not unverified,
    }
    word = Relation(relation.replace("-", " "))
    with at_the_desk(room, said) as desk:
        connection = desk.under_way.connection
        text = text_ref(connection, ref)
        _of_text(
            desk, text, *(_relating(word, other, told) for one in others for other in texts_cited(connection, one))
        )


def _relating(relation: Relation, other: TextRef, told: dict[str, object]) -> Step:
    return Step(relate, lambda _: {"relation": relation, "other": other, **told})


def must_be_recorded(desk: Desk, text: TextRef) -> None:
    """Refuse an act of a text that is not in the record, and name it: several may be named in one line."""
    if not desk.under_way.chapter("resolution", str(text)).version:
        raise Refused(
            f"{text} is not in the record.",
            f'First: nemcon resolution record "{text}" TITLE; where it is only cited: nemcon resolution cited "{text}"',
        )


def _of_text(desk: Desk, text: TextRef, *steps: Step) -> None:
    """Record acts of a text on the day on which it entered the business: that of its adoption."""
    must_be_recorded(desk, text)
    business = desk.under_way.chapter("resolution", str(text)).business
    day = business[0].entry.occurred if business else desk.today()
    desk.in_stream("resolution", str(text), *steps, day=day)


@click.command()
@click.argument("ref")
@click.option("--until", metavar="DATE", help="The last day on which it has effect.")
@SOURCE
@UNVERIFIED
@dated_act_options
@pass_room
def effect(room: Room, ref: str, until: str | None, source: str | None, unverified: bool, said: Said) -> None:
    """Record from which day, and until which, a text has effect. What it abrogates ends on that day too.

    Example: nemcon resolution effect "CGPM 26/1" --from 2019-05-20
    """
    fields = {
        "begins": None if said.origin is None else day_typed(said.origin),
        "ends": None if until is None else day_typed(until),
        "source": source,
        "verified": not unverified,
    }
    with at_the_desk(room, replace(said, origin=None)) as desk:
        _of_text(desk, text_ref(desk.under_way.connection, ref), Step(state_effect, lambda _: fields))


@click.command("reissue")
@click.argument("ref")
@click.option("--symbol", metavar="S", help="The symbol with its asterisk: A/RES/76/16*.")
@click.option("--reason", metavar="TEXT", help="Why it was printed again.")
@click.option("--language", "languages", multiple=True, metavar="CODE", help="In this language only; may be repeated.")
@act_options
@pass_room
def reissue_(
    room: Room, ref: str, symbol: str | None, reason: str | None, languages: tuple[str, ...], said: Said
) -> None:
    """Record that a text was reissued, under the symbol it has.

    Example: nemcon resolution reissue A/RES/76/16 --reason "technical reasons" --at 2022-01-10
    """
    fields = {"symbol": symbol, "reason": reason, "languages": languages}
    with at_the_desk(room, said) as desk:
        text = text_ref(desk.under_way.connection, ref)
        must_be_recorded(desk, text)
        desk.in_stream("resolution", str(text), Step(reissue, lambda _: fields), day=desk.today())


@click.command("title")
@click.argument("ref")
@click.argument("title")
@click.option("--language", required=True, metavar="CODE", help="The language of this title.")
@act_options
@pass_room
def title_(room: Room, ref: str, title: str, language: str, said: Said) -> None:
    """Record the title of a text in one more language.

    Example: nemcon resolution title A/RES/75/274 "Journée internationale des femmes juges" --language fr
    """
    with at_the_desk(room, said) as desk:
        text = text_ref(desk.under_way.connection, ref)
        _of_text(desk, text, Step(entitle, lambda _: {"language": language, "title": title}))


COMMANDS = (relate_, effect, reissue_, title_)
