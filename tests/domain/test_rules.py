import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import domain
from domain.rules import (
    GENERAL_ASSEMBLY_2020,
    OSCE,
    PERMISSIVE,
    PROFILES,
    RECORD,
    UNTOC,
    OutOfOrder,
    Profile,
    Rule,
    impossible,
)
from tests.domain.story import envelope, refused

RULE = Rule(number="22", says="A majority amends the agenda.", source="rules of procedure, rule 22")
PROFILE = Profile(name="body", title="the rules of the body", rules={"amendment": RULE})


def forbid(profile: Profile, waives: tuple[str, ...] = (), question: str = "amendment") -> None:
    profile.forbid(question, replace(envelope(1), waives=waives), "There was no majority.", "Take a vote.")


def test_a_rule_forbids_with_its_number_and_what_it_says() -> None:
    with refused("There was no majority. A majority amends the agenda.", "rule 22 of the rules of the body"):
        forbid(PROFILE)


def test_a_rule_that_was_waived_forbids_nothing() -> None:
    forbid(PROFILE, waives=("9", "22"))


def test_a_waiver_of_another_rule_does_not_help() -> None:
    with refused("There was no majority.", "rule 22 of the rules of the body"):
        forbid(PROFILE, waives=("2", "222"))


def test_a_rule_that_is_not_verified_never_refuses() -> None:
    forbid(replace(PROFILE, rules={"amendment": replace(RULE, verified=False)}))


def test_a_profile_that_is_silent_forbids_nothing() -> None:
    forbid(PROFILE, question="adoption")
    forbid(PERMISSIVE)
    assert PERMISSIVE.get("adoption") is None


def test_the_impossible_is_refused_by_the_record_itself() -> None:
    refusal = impossible("It was adopted.", "Look it up.")
    assert (refusal.rule, refusal.sentence, refusal.next_step) == (RECORD, "It was adopted.", "Look it up.")
    assert (str(refusal), refusal.dependant) == ("It was adopted.", None)
    assert OutOfOrder("rule 1", "No.", "Wait.", dependant=104).dependant == 104


def test_a_profile_is_found_by_its_name() -> None:
    assert PROFILES == {
        "permissive": PERMISSIVE,
        "untoc": UNTOC,
        "unga-2020": GENERAL_ASSEMBLY_2020,
        "osce": OSCE,
    }


def test_every_rule_says_where_it_was_read() -> None:
    for rule in UNTOC.rules.values():
        assert rule.source.endswith(f"rule {rule.number}")
        assert rule.says.endswith(".")


# --- Every refusal is a sentence and has a next step, those not yet met by a test included.

SOURCES = sorted(Path(domain.__file__).parent.glob("*.py"))


def refusals(source: Path) -> Iterator[tuple[int, ast.expr, ast.expr]]:
    """The sentence and the next step of each refusal written in `source`, with its line."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "impossible":
            sentence, step = node.args
            yield node.lineno, sentence, step
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "forbid":
            yield node.lineno, *node.args[2:]  # type: ignore[misc]


def ends(expression: ast.expr) -> Iterator[str]:
    """How the text an expression writes may end; what it only quotes is left out."""
    match expression:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=[*_, last]):
            yield from ends(last)
        case ast.FormattedValue():
            yield "{}"
        case ast.IfExp(body=one, orelse=other):
            yield from ends(one)
            yield from ends(other)
        case _:
            pytest.fail(f"a refusal is written where it is made: {ast.unparse(expression)}")


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_every_refusal_is_a_sentence_with_a_next_step(source: Path) -> None:
    for line, sentence, step in refusals(source):
        assert all(end.endswith(".") for end in ends(sentence)), f"{source.name}:{line}"
        assert all(end.strip() for end in ends(step)), f"{source.name}:{line}"
