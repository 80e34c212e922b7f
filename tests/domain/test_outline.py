import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from domain.agenda import printed
from domain.numbers import letter
from domain.outline import Line, Outline, outline_of
from domain.rules import OutOfOrder
from domain.values import text_in
from tests.domain.story import (
    adopted,
    agenda_of,
    history,
    issued,
    items_of,
    meeting,
    moved,
    opened,
    scheduled,
)

LIST = outline_of(items_of("1", "1a", "1a.i", "1b", "2", "3"))
PEERS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "peer-cases.json"


def order(outline: Outline) -> str:
    return ", ".join(line.id for line in outline)


def line(name: str) -> Line:
    return Line(name, None, text_in("en", name))


def test_an_item_goes_last_unless_a_place_is_said() -> None:
    assert order(LIST.put((line("new"),), None, None)) == "1, 1 (a), 1 (a) (i), 1 (b), 2, 3, new"


def test_an_item_is_put_after_another_and_all_that_stands_under_that_one() -> None:
    assert order(LIST.put((line("new"),), None, "1")) == "1, 1 (a), 1 (a) (i), 1 (b), new, 2, 3"


def test_an_item_is_put_last_under_another() -> None:
    found = LIST.put((line("new"),), "1 (a)", None)
    assert order(found) == "1, 1 (a), 1 (a) (i), new, 1 (b), 2, 3"
    assert [child.id for child in found.children("1 (a)")] == ["1 (a) (i)", "new"]


def test_the_first_item_of_an_empty_list_needs_no_place() -> None:
    assert order(Outline().put((line("new"),), None, None)) == "new"


def test_a_subtree_is_read_depth_first() -> None:
    assert [one.id for one in LIST.subtree("1")] == ["1", "1 (a)", "1 (a) (i)", "1 (b)"]


def test_the_root_of_a_sub_item_is_the_item_of_the_first_level() -> None:
    assert [LIST.root(item) for item in ("1 (a) (i)", "2", "unknown")] == ["1", "2", "unknown"]


def test_sub_items_follow_the_item_they_stand_under() -> None:
    assert order(LIST.move("1", None, "3")) == "2, 3, 1, 1 (a), 1 (a) (i), 1 (b)"


def test_a_moved_item_keeps_its_number_and_identity() -> None:
    found = LIST.move("3", "1", None).get("3")
    assert found is not None
    assert (found.id, found.number, found.parent) == ("3", "3", "1")


def test_what_goes_after_an_item_stands_beside_it_wherever_that_is_by_then() -> None:
    found = LIST.put((line("new"),), "2", "1 (a)")
    assert [child.id for child in found.children("1")] == ["1 (a)", "new", "1 (b)"]


def test_where_its_place_is_gone_an_item_goes_last() -> None:
    for under, after in (("gone", None), (None, "gone"), ("gone", "gone")):
        assert order(LIST.put((line("new"),), under, after)) == f"{order(LIST)}, new"
        assert [one.id for one in LIST.put((line("new"),), under, after).children(None)][-1] == "new"


def test_a_move_of_what_is_gone_or_to_where_nothing_can_go_changes_nothing() -> None:
    for item, under, after in (("gone", "1", None), ("1", "1 (a)", None), ("1", None, "1 (b)"), ("1", "1", None)):
        assert LIST.move(item, under, after) == LIST


def test_another_title_leaves_everything_else() -> None:
    found = LIST.retitle("2", text_in("en", "Crises"))
    assert order(found) == order(LIST)
    assert [str(one.title) for one in found if one not in LIST.lines] == ["Crises"]


def test_deleting_takes_an_item_away_with_its_sub_items() -> None:
    assert order(LIST.delete("1 (a)", keep_numbers=False)) == "1, 1 (b), 2, 3"


def test_where_numbers_are_kept_a_deleted_item_stays_with_its_mark() -> None:
    found = LIST.delete("1 (a)", keep_numbers=True)
    assert order(found) == order(LIST)
    assert [one.id for one in found if one.deleted] == ["1 (a)", "1 (a) (i)"]


def test_the_list_is_numbered_anew_in_its_order() -> None:
    found = LIST.delete("1 (a)", keep_numbers=False).move("2", "1", None).renumbered()
    assert [(one.id, one.number) for one in found] == [("1", "1"), ("1 (b)", "1 (a)"), ("2", "1 (b)"), ("3", "2")]


def test_the_next_number_is_one_that_was_never_given() -> None:
    assert [LIST.next_number(under) for under in (None, "1", "1 (a)", "2")] == ["4", "1 (c)", "1 (a) (ii)", "2 (a)"]
    assert LIST.delete("3", keep_numbers=True).next_number(None) == "4"
    assert LIST.move("3", "1", None).next_number(None) == "4"


def test_a_number_of_another_kind_is_numbered_on_all_the_same() -> None:
    foreign = outline_of((replace(items_of("1")[0], number="Item A"),))
    assert [foreign.next_number(under) for under in (None, "1")] == ["1", "Item A (a)"]


def test_below_an_item_without_a_number_the_count_is_that_of_the_first_level() -> None:
    assert LIST.put((line("new"),), None, None).next_number("new") == "4"


# --- The same question asked of other systems (shared with this project's house plan, not part of it).


def peers() -> list[Any]:
    if not PEERS.exists():
        return [pytest.param(None, marks=pytest.mark.skip(reason="the cases of other systems are not here"))]
    cases = [case for case in json.loads(PEERS.read_text()) if case["when"].startswith("move ")]
    return [pytest.param(case, id=case["id"]) for case in cases if case["verdict"] == "adopt"]


def ours(label: str) -> str:
    """Their "2.1" in our letters: "2a"."""
    first, *rest = label.split(".")
    return first + "".join(letter(int(part)) for part in rest)


def place(label: str, names: dict[str, str]) -> dict[str, str]:
    """Where their "to 2.1" is, in our words: under the item numbered 2, or after its sibling; empty if nowhere."""
    *above, last = label.split(".")
    if last == "1":
        return {"under": names.get(".".join(above), "nothing")} if above else {}
    return {"after": names.get(".".join([*above, str(int(last) - 1)]), "nothing")}


def where(case: dict[str, Any], items: dict[str, str]) -> dict[str, str]:
    """The place their case names, with our identities; a number that is not there stands for no item."""
    _, name, _, label = case["when"].split()
    then = case["then"]
    # Theirs is the number before the item left its old place; we name the neighbour it ends up beside.
    label, numbers = (label, case["given"]["items"]) if isinstance(then, str) else (then[name], then)
    names = {number: items[title] for title, number in numbers.items()}
    return place(label, names)


@pytest.mark.parametrize("case", peers())
def test_moves_before_the_adoption_end_as_in_other_systems(case: dict[str, Any]) -> None:
    facts = history(scheduled(), issued(*(f"{ours(number)} {title}" for title, number in given(case))), opened())
    items = {str(one.title): one.id for one in meeting(facts).agenda.in_force}
    move = moved(items[case["when"].split()[1]], **where(case, items))
    if case["then"] == "refused, nothing changes":
        with pytest.raises(OutOfOrder):
            move.on_top_of(facts)
    else:
        facts = history(move, adopted(), after=facts)
        assert sorted(agenda_of(facts)) == sorted(
            f"{printed(ours(number))} {name}" for name, number in case["then"].items()
        )


def given(case: dict[str, Any]) -> list[tuple[str, str]]:
    """The titles and their numbers before the move."""
    return list(case["given"]["items"].items())
