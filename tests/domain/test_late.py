from __future__ import annotations

from dataclasses import FrozenInstanceError, field, fields, replace
from dataclasses import dataclass as at_once
from typing import Any

import msgspec
import pytest

from domain.late import dataclass


def kinds() -> tuple[type[Any], type[Any]]:
    @dataclass(frozen=True)
    class Item:
        number: str
        papers: tuple[str, ...] = field(default_factory=tuple)

    @dataclass(frozen=True, kw_only=True)
    class SubItem(Item):
        letter: str = "a"

    return Item, SubItem


def test_the_first_of_a_kind_is_made_like_any_other() -> None:
    item, _ = kinds()
    assert item("1") == item(number="1", papers=())
    assert hash(item("1")) == hash(item("1"))
    assert repr(item("1")).endswith("Item(number='1', papers=())")


def test_what_is_wrong_with_the_first_is_said_of_it() -> None:
    item, _ = kinds()
    with pytest.raises(TypeError, match="number"):
        item()
    assert item("2").number == "2"


def test_the_first_cannot_be_changed() -> None:
    item, _ = kinds()
    with pytest.raises(FrozenInstanceError):
        item("1").number = "2"


def test_a_kind_that_extends_another_has_its_fields_whichever_is_made_first() -> None:
    _, sub = kinds()
    assert sub("1", letter="b").papers == ()
    item, sub = kinds()
    assert item("1").papers == ()
    assert [one.name for one in fields(sub)] == ["number", "papers", "letter"]


def test_a_kind_written_at_once_extends_one_that_is_not_yet() -> None:
    item, _ = kinds()

    group: Any = at_once(frozen=True)(type("Group", (item,), {"__annotations__": {"below": int}, "below": 0}))
    assert replace(group("1"), below=2) == group("1", (), 2)


def test_a_plain_class_below_asks_for_the_fields_of_its_parent() -> None:
    item, _ = kinds()
    named = type("Named", (item,), {})
    assert [one.name for one in fields(named)] == ["number", "papers"]
    assert named("3").number == "3"


def test_one_is_decoded_before_any_was_made() -> None:
    @dataclass(frozen=True)
    class Vote:
        tally: int

    assert msgspec.convert({"tally": 3}, Vote) == Vote(3)


def test_a_kind_keeps_its_defaults_when_the_first_was_refused() -> None:
    item, _ = kinds()
    for _ in range(2):
        with pytest.raises(TypeError):
            item(unknown=1)
    assert item("1").papers == ()


def test_whoever_came_while_it_was_not_written_finds_it_written() -> None:
    item, _ = kinds()
    first: Any = vars(item)["__init__"]
    waiting: Any = object.__new__(item)
    assert item("1").papers == ()
    first(waiting, "2")
    assert waiting == item("2")
