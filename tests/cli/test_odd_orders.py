"""What a careful reader of the record would otherwise have caught us at."""

from __future__ import annotations

import os
from pathlib import Path

import click
import pytest

from tests.cli.terminal import Terminal

DECIDE = 'decision take "approved the plan" --at 2020-09-08T10:40'


def test_a_text_does_not_take_the_number_of_a_decision(room: Terminal) -> None:
    room.types(f"{DECIDE} --decision 3/9")
    room.refused('resolution record "UNTOC-COP/WG.7 decision 3/9" "Other" --adopted 2020-09-09', "was taken already")


@pytest.mark.parametrize("number", ["77/505", " 77 / 505 ", "77/0505"])
def test_a_number_has_one_form_however_it_is_typed(room: Terminal, number: str) -> None:
    room.types(f"{DECIDE} --decision 77/505")
    room.refused(f'{DECIDE} --decision "{number}"', "77/505")


def test_what_is_not_the_number_of_a_decision_is_refused(room: Terminal) -> None:
    room.refused(f'{DECIDE} --decision "UNTOC-COP 1/2"', "is not the number of a decision")


def test_a_decision_never_turns_into_a_proposal_because_the_adoption_is_struck(room: Terminal) -> None:
    room.types('item retitle 4 "Any other business" --at 2020-09-08T10:30')
    room.refused("strike 21 --reason oops", "would then be refused", "taken after the adoption")


def test_a_proposal_never_turns_into_a_decision_because_an_adoption_is_entered_before_it(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:05")
    room = read
    room.types('item retitle 4 "Other business" --at 2020-09-08T10:20')
    proposal = room.entries()
    room.refused(f"agenda adopt --at 2020-09-08T10:10 --before {proposal}", "made before the adoption")


@pytest.mark.parametrize("act", ["postpone --dates 2021-04-01", "relocate --place Geneva", "cancel"])
def test_what_was_held_is_neither_moved_nor_called_off(room: Terminal, act: str) -> None:
    room.refused(f"meeting {act} --at 2020-09-08T11:00", "was opened on 8 September 2020")


def test_a_place_is_said_in_one_way(room: Terminal) -> None:
    said = room.enter(["item", "add", "New", "--under", "1", "--after", "2", "--at", "2020-09-08T10:30"])
    assert said.exit_code == 2
    assert "name two places" in said.stderr


def test_the_same_words_about_another_file_are_another_command(room: Terminal, tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("2020-09-08 10:00-13:00 1a 2\n", encoding="utf-8")
    room.types(f"work revise {plan} --id w1 --at 2020-09-08T10:30")
    plan.write_text("2020-09-08 10:00-13:00 1a 3\n", encoding="utf-8")
    room.refused(f"work revise {plan} --id w1 --at 2020-09-08T10:30", "was used for another command")


def test_a_silence_still_runs_on_a_day_before_its_deadline(room: Terminal) -> None:
    room.types('silence circulate s1 UNTOC-COP/XBUREAU Topics --until "2020-05-01 18:00" --at 2020-04-20')
    assert "Running." in room.types("silence show s1 --on 2020-04-25")
    assert "Expired" in room.types("silence show s1 --on 2020-05-02")


def test_an_act_that_cannot_be_shown_is_not_called_refused(room: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    show = click.echo

    def full(text: str, *, err: bool = False, **_more: object) -> None:
        if not err:
            raise OSError(28, os.strerror(28))
        show(text, err=err)

    before = room.entries()
    monkeypatch.setattr(click, "echo", full)
    said = room.enter(["decision", "take", "approved the plan", "--at", "2020-09-08T10:40"])
    monkeypatch.undo()
    assert said.exit_code == 1
    assert "It was recorded" in said.stderr
    assert room.entries() == before + 1


def test_a_body_that_says_session_is_not_told_of_a_meeting(empty: Terminal) -> None:
    empty.types('body add MEK "Commission" --says session --at 2019-01-01')
    empty.types("meeting schedule s1 MEK --place Apia --dates 2026-03-02..2026-03-04 --at 2025-01-01")
    empty.refused("report adopt --at 2026-03-02", "The session s1 has not been opened")


@pytest.mark.parametrize("title", ["\u202eabc", "a\u2066b"])
def test_characters_that_turn_the_writing_round_are_refused(room: Terminal, title: str) -> None:
    room.refused(f'item retitle 5 "{title}" --at 2020-09-08T10:30', "no paper can print")


def test_a_clause_with_a_subject_of_its_own_is_what_was_decided(room: Terminal) -> None:
    said = room.types('decision take "the Secretariat shall report" --at 2020-09-08T10:40')
    assert "decided that the Secretariat shall report" in said


def test_a_concordance_is_printed_in_the_form_asked_for(room: Terminal) -> None:
    assert "| Provisional | Now | Title |" in room.types("print concordance --format markdown")
    assert "|" not in room.types("print concordance")
