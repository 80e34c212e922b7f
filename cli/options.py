"""The options that every act has, and those that every view has."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, TypeVar

import click

from cli.errors import Refused
from cli.sitting import SittingMeant, sitting_typed
from domain.values import Mode

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, kw_only=True)
class Said:
    """What was said about an act beside the act itself."""

    meeting: str | None
    sitting: SittingMeant | None
    at: str | None
    before: int | None
    by: str | None
    origin: str | None
    authority: str | None
    how: str | None
    tally: str | None
    decision: str | None
    same_decision: str | None
    verb: str | None
    notwithstanding: tuple[str, ...]
    restricted: bool | None
    note: str | None
    id: str | None
    expect: int | None
    dry_run: bool
    as_json: bool


@dataclass(frozen=True, kw_only=True)
class View:
    """As of when a view is asked for, and how it is to be shown."""

    on: str | None
    known_at: str | None
    as_json: bool
    why: bool
    restricted: bool
    lang: str | None

    @property
    def of_the_past(self) -> bool:
        """Whether an earlier state is asked for."""
        return self.on is not None or self.known_at is not None

    def refused_without(self, what: str, done: str, first: str) -> Refused:
        """The refusal where there is nothing to show: it had not been done then, or it has not been done."""
        if self.of_the_past:
            return Refused(f"{what} had been {done} then.", "Choose a later --on or --known-at.")
        return Refused(f"{what} has been {done}.", first)


AS_IT_IS = View(on=None, known_at=None, as_json=False, why=False, restricted=False, lang=None)
"""The view of a command that takes no options of views: as it stands now."""

meeting_option = click.option(
    "-m", "--meeting", envvar="NEMCON_MEETING", metavar="KEY", help="The meeting. Default: the only one open."
)
of_meeting_option = click.option(
    "-m", "--meeting", envvar="NEMCON_MEETING", metavar="KEY", help="Only those of that meeting."
)
_SITTING = click.option(
    "-p", "--plenary", "sitting", callback=sitting_typed, metavar="N", help="The sitting, 2 or 2r (resumed): its day."
)

_FROM = click.option("--from", "origin", metavar="WHO", help="Whose proposal or letter it is.")

_ACT = (
    meeting_option,
    _SITTING,
    click.option(
        "-a", "--at", metavar="WHEN", help="10:42, -5m, 2020-09-08 or 2020-09-08T10:42. Default: now, in a sitting."
    ),
    click.option(
        "--before", type=click.IntRange(1), metavar="ENTRY", help="Places a late act before an entry of its day."
    ),
    click.option("--by", envvar="NEMCON_BY", metavar="WHO", help="Who records. Default: NEMCON_BY."),
    _FROM,
    click.option("-r", "--authority", metavar="REF", help="The rule, paper or ruling it rests on."),
    click.option(
        "--how",
        type=click.Choice([mode.value for mode in Mode]),
        metavar="MODE",
        help="no-objection, consensus, acclamation, recorded ...",
    ),
    click.option("--tally", metavar="77-10-3", help="For, against, abstaining."),
    click.option("--decision", metavar="N", help="The number of the decision; it may come later."),
    click.option("--same-decision", metavar="N", help="Decision N, taken before, goes on in this act."),
    click.option("--verb", metavar="WORD", help='The body\'s own word in print: "approved".'),
    click.option("--notwithstanding", multiple=True, metavar="RULE", help="A rule the body waived; needs --authority."),
    click.option(
        "--restricted/--general",
        default=None,
        help="Keep it out of printed histories, where it is counted; or not, though it is an act of a bureau.",
    ),
    click.option("--note", metavar="TEXT", help="A remark kept with the entry."),
    click.option("--id", metavar="ID", help="A command id: the same one twice records once."),
    click.option("--expect", type=click.IntRange(0), metavar="ENTRY", help="Refuse if anything was recorded since."),
    click.option("-n", "--dry-run", is_flag=True, help="Say what would be recorded, and record nothing."),
    click.option("--json", "as_json", is_flag=True, help="Answer as JSON."),
)

on_option = click.option("--on", metavar="DATE", help="As it was at the end of that day.")
known_at_option = click.option("--known-at", metavar="WHEN", help="As the record knew it: a date, or an entry number.")

_VIEW = (
    on_option,
    known_at_option,
    click.option("--json", "as_json", is_flag=True, help="As JSON."),
    click.option("--why", is_flag=True, help="Name the entries behind each line."),
    click.option("--restricted", is_flag=True, help="With what is restricted or sealed."),
    click.option("--lang", metavar="CODE", help="In this language: ar, zh, en, fr, ru or es; titles where they exist."),
)


def _gathered(kind: type[Any], name: str, options: tuple[Callable[[F], F], ...]) -> Callable[[F], F]:
    """A decorator that adds `options` and hands them over as one object of `kind`, under `name`."""
    names = [field.name for field in fields(kind)]

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def with_them(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - the options of any command
            gathered = kind(**{one: kwargs.pop(one, None) for one in names})
            return function(*args, **{name: gathered}, **kwargs)

        for option in reversed(options):
            with_them = option(with_them)
        return with_them  # type: ignore[return-value] # the decorated command takes the options instead of the object

    return decorate


def act_options(function: F) -> F:
    """The options of every act, handed over as `said`."""
    return _gathered(Said, "said", _ACT)(function)


_SPONSORS = click.option("--from", "sponsors", multiple=True, metavar="WHO", help="A sponsor; may be repeated.")


def sponsored_act_options(function: F) -> F:
    """The same, with `--from` as often as there are sponsors: they are handed over as `sponsors`, beside `said`."""
    return _gathered(Said, "said", tuple(_SPONSORS if one is _FROM else one for one in _ACT))(function)


def accept_options(function: F) -> F:
    """The options by which the warnings of an import are accepted, handed over as they are."""
    names = click.option(
        "--accept", multiple=True, metavar="NAME", help="Accept a warning by its name; may be repeated."
    )
    every = click.option("--accept-warnings", is_flag=True, help="Accept all the warnings that were shown.")
    return names(every(function))


def dated_act_options(function: F) -> F:
    """The same, where `--from` is a day: it is handed over as the origin that nobody has."""
    since = click.option("--from", "origin", metavar="DATE", help="The first day on which it has effect.")
    return _gathered(Said, "said", (since, *(one for one in _ACT if one is not _FROM)))(function)


def view_options(function: F) -> F:
    """The options of every view, handed over as `view`."""
    return _gathered(View, "view", _VIEW)(function)
