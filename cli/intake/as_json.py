"""The reading as `nemcon read FILE --json` prints it: other programs rely on these names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import TypeAlias

from cli.intake.paper import Paper

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"


def as_json(paper: Paper) -> dict[str, Json]:
    """The paper as JSON values: days as YYYY-MM-DD, hours as HH:MM, what is unknown as null.

    The names of the fields of the dataclasses are the names of the format; only the masthead is laid flat.
    """
    laid_out = _fields(paper)
    del laid_out["masthead"]
    return _fields(paper.masthead) | laid_out


def _fields(value: object) -> dict[str, Json]:
    return {name: _value(held) for name, held in vars(value).items()}


def _value(value: object) -> Json:
    match value:
        case bool() | int() | str() | None:
            return value
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case dict():
            return {str(name): _value(held) for name, held in value.items()}
        case Sequence():
            return [_value(held) for held in value]
        case _:
            return _fields(value)
