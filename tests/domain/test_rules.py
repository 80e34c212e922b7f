import ast
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

import domain
from domain.profiles import PROFILES
from domain.questions import FIGURES, WORDS, Question
from domain.rules import PERMISSIVE, RECORD, OutOfOrder, Profile, Rule, impossible
from tests.domain.story import envelope, refused

RULE = Rule(
    question=Question.AMENDMENT, number="22", says="A majority amends the agenda.", source="rules of procedure, rule 22"
)
PROFILE = Profile(name="body", title="the rules of the body", rules=(RULE,))
NOTICE = Rule(question=Question.NOTICE, number="4", says="Forty days.", source="other rules, rule 4", value=40)
OTHER = Profile(name="other", title="the rules of another body", rules=(NOTICE, replace(RULE, number="5")))
DAY = date(2020, 6, 1)


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
    forbid(replace(PROFILE, rules=(replace(RULE, verified=False),)))


def test_a_rule_in_brackets_never_refuses() -> None:
    forbid(replace(PROFILE, rules=(replace(RULE, bracketed=True),)))


def test_a_rule_forbids_only_while_it_is_in_effect() -> None:
    assert RULE.in_effect(DAY)
    assert replace(RULE, since=DAY, until=DAY).in_effect(DAY)
    assert not replace(RULE, since=DAY + timedelta(1)).in_effect(DAY)
    assert not replace(RULE, until=DAY - timedelta(1)).in_effect(DAY)
    forbid(replace(PROFILE, rules=(replace(RULE, until=DAY),)))


def test_of_two_rules_on_one_question_the_last_in_effect_answers() -> None:
    extended = replace(PROFILE, rules=(replace(RULE, until=DAY), replace(RULE, number="23", since=DAY)))
    assert extended.get("amendment", DAY - timedelta(1)) == extended.rules[0]
    assert extended.get("amendment", DAY) == extended.get("amendment") == extended.rules[1]


def test_where_rules_are_silent_others_fill_the_gap_and_are_cited_as_what_they_are() -> None:
    filled = PROFILE.filled(OTHER)
    assert (filled.name, filled.title) == (PROFILE.name, PROFILE.title)
    assert filled.get("amendment") == RULE
    assert filled.get("notice") == replace(NOTICE, of=OTHER.title)
    with refused("Forty days.", "rule 4 of the rules of another body"):
        forbid(filled, question="notice")


def test_the_hash_of_a_profile_is_that_of_its_whole_text() -> None:
    assert PROFILE.sha256 == replace(PROFILE).sha256
    assert PROFILE.sha256 != replace(PROFILE, rules=(replace(RULE, says="Two thirds amend it."),)).sha256
    assert (
        PERMISSIVE.sha256
        == hashlib.sha256(b'{"name":"permissive","rules":[],"title":"no rules of procedure"}').hexdigest()
    )


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
    assert all(profile.name == name for name, profile in PROFILES.items())
    assert {*PROFILES} == {
        *("permissive", "untoc", "unga", "unga-2020", "ecosoc-commissions", "unfccc", "osce", "ipbes"),
    }


EVERY = [
    pytest.param(rule, id=f"{profile.name} {rule.number} {rule.question}")
    for profile in PROFILES.values()
    for rule in profile.rules
]


@pytest.mark.parametrize("rule", EVERY)
def test_every_rule_says_where_it_was_read(rule: Rule) -> None:
    assert rule.number in rule.source or rule.number.split()[0] in rule.source or rule.number.startswith("Annex")
    assert rule.says.endswith(".")


@pytest.mark.parametrize("rule", EVERY)
def test_a_rule_answers_its_question_with_a_word_or_a_figure_where_that_is_asked(rule: Rule) -> None:
    assert rule.word is None or rule.word in WORDS[rule.question]
    assert rule.value is None or rule.question in FIGURES


def test_what_nobody_read_in_the_text_itself_is_not_verified() -> None:
    assert not [rule for rule in PROFILES["osce"].rules if rule.verified]
    unread = [rule for profile in PROFILES.values() for rule in profile.rules if "was not read" in rule.source]
    assert unread
    assert not [rule for rule in unread if rule.verified]


ONLY_SAID = {
    *(Question.SCOPE, Question.NOTICE, Question.SPECIAL_NOTICE, Question.CONTENTS, Question.MEMORANDUM),
    *(Question.SUPPLEMENTARY, Question.SUPPLEMENTARY_NOTICE, Question.NEXT_AGENDA, Question.ANNOUNCEMENT),
    *(Question.CREDENTIALS, Question.REPORT, Question.SILENCE_ADDRESSEES, Question.SILENCE_BREAK),
}
"""The questions under whose rules nothing is refused."""


@pytest.mark.parametrize("rule", EVERY)
def test_a_rule_that_may_refuse_rests_on_its_own_words_or_on_two_accounts_of_the_secretariat(rule: Rule) -> None:
    if not rule.binding or rule.question in ONLY_SAID:
        return
    words = any(one in rule.source for one in ("read in a whole copy", "in IPBES/1/12, annex I", "quoted in full"))
    assert words or ("press release" in rule.source and "and again in" in rule.source)


def test_the_voting_rule_of_the_climate_convention_stands_in_brackets() -> None:
    (voting,) = [rule for rule in PROFILES["unfccc"].rules if rule.number == "42"]
    assert voting.bracketed
    assert not voting.binding


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
