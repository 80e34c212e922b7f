"""A refusal names the rule or the reason and the next step, and leaves the record as it was."""

import pytest

from tests.cli.terminal import Terminal

TWO_OPEN = (
    'body add UNCAC-COSP "Conference of the States Parties" --zone Europe/Vienna --at 2003-12-09',
    "meeting schedule c1 UNCAC-COSP --place Vienna --dates 2020-09-08..2020-09-09 --at 2020-01-01",
    "meeting open -m c1 --at 2020-09-08T10:00",
)


def test_an_agenda_is_adopted_once(room: Terminal) -> None:
    room.refused("agenda adopt --at 10:30", "was adopted on 8 September 2020 (entry 21)", "correct 21 agenda adopt")


def test_an_agenda_is_adopted_after_the_opening_unless_the_body_waived_the_rule(read: Terminal) -> None:
    adopt = "agenda adopt --at 2020-09-07"
    read.refused(adopt, "has not been opened", "Rule: rule 11 of the rules of procedure", "meeting open --at WHEN")
    read.refused(f"{adopt} --notwithstanding 11", "A waived rule needs its authority.", "Add: --authority REF")
    said = read.types(f"{adopt} --notwithstanding 11 -r 'decision 1/1'")
    assert "adopted its agenda" in said


def test_an_item_that_is_not_there_is_not_found(room: Terminal) -> None:
    room.refused("item conclude 9 --at 10:30", "The agenda has no item 9.", "nemcon agenda show")
    room.refused("item take-up 2-9 --at 10:30", "The agenda has no item 6.")
    room.refused("item delete p7 --at 10:30", "The agenda has no item 7.")
    room.refused("decision take 'did it' --item 9 --at 10:30", "The agenda has no item 9.")
    room.refused("recommendation agree 'do it' --item 9 --at 10:30", "The agenda has no item 9.")
    room.refused("history item 9", "The agenda of wg7 has no item 9.")


def test_an_item_is_concluded_once_it_was_taken_up(room: Terminal) -> None:
    room.refused("item conclude 2 --at 10:30", "Item 2 was not taken up.", "nemcon item take-up 2")
    room.runs("item take-up 2 --at 10:30", "item conclude 2 --at 10:31")
    room.refused("item conclude 2 --at 10:32", "is concluded", "nemcon item reopen 2")
    room.types("item reopen 2 --at 10:33")


def test_a_meeting_does_business_between_its_opening_and_its_closure(read: Terminal) -> None:
    read.refused("item take-up 2 --at 2020-09-08", "has not been opened on that day", "nemcon meeting open")
    read.refused("item conclude 2 --at 2020-09-08", "has not been opened")
    read.refused("report adopt --at 2020-09-08", "has not been opened")
    read.refused("plenary close --at 2020-09-08", "No sitting is open.", "nemcon plenary open --at WHEN")


def test_a_number_is_issued_once(room: Terminal) -> None:
    room.types("decision take 'did this' --decision 1 --at 10:30")
    room.types("decision take 'did that' --at 10:31")
    taken = "The number UNTOC-COP/WG.7 wg7 decision 1 was taken already", "Use the next free number"
    room.refused("decision take 'did it' --decision 1 --at 10:32", *taken)
    room.refused("decision number 1 24 --at 10:32", *taken)
    assert "2" in room.types("decision number 2 24 --at 10:33")
    room.refused("decision number 3 24 --at 10:34", "has its number already: 2", "A number, once given, stays.")
    room.refused("decision number 3 20 --at 10:34", "is no decision")


def test_a_paper_that_uses_an_item_number_twice_is_not_issued(empty: Terminal) -> None:
    paper = empty.db.with_name("agenda.txt")
    paper.write_text("Provisional agenda\n\n1. Opening.\n2. Business.\n2. Other business.\n", encoding="utf-8")
    empty.runs(
        "body add WG 'Working Group' --at 2020-01-01",
        "meeting schedule wg WG --place Vienna --dates 2020-09-08 --at 2020-01-01",
    )
    empty.refused(
        f"agenda issue {paper} --issued 2020-06-04 --accept-warnings",
        "The number 2 is used twice.",
        "Number each item once",
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("meeting schedule wg8 NOBODY --place Vienna --dates 2021-09-08 --at 2020-01-01", "no body 'NOBODY'"),
        ("body add X Name --parent NOBODY", "no body 'NOBODY'"),
        ("body bureau NOBODY", "no body 'NOBODY'"),
        ("report forward --to NOBODY --at 2020-09-17", "no body 'NOBODY'"),
        ("silence agreed k NOBODY Subject --at 2020-01-01", "no body 'NOBODY'"),
        ("history body NOBODY", "no body 'NOBODY'"),
        ("meeting open -m wg8 --at 2020-09-08", "no meeting 'wg8'"),
        ("meeting cancel wg8 --at 2020-09-08", "no meeting 'wg8'"),
        ("agenda show -m wg8", "no meeting 'wg8'"),
        ("status -m wg8", "no meeting 'wg8'"),
        ("history meeting wg8", "no meeting 'wg8'"),
        ("silence announce never --at 2020-01-01", "no silence procedure 'never'"),
        ("history silence never", "no silence procedure 'never'"),
        ("lineage 99/1", "no resolution '99/1'"),
        ("history resolution 99/1", "no resolution '99/1'"),
        ("correct 999 item conclude 2", "There is no entry 999 in the record."),
        ("strike 999 --reason typo", "There is no entry 999 in the record."),
        ("decision number 1 999 --at 2020-09-08", "There is no entry 999 in the record."),
        ("item drop-pending 999 --at 2020-09-08", "There is no entry 999 in the record."),
        ("item defer 2 --at 2020-09-08 --before 999", "There is no entry 999 in the record."),
        ("correct 8 item conclude 2", "Entry 8 is the taking of a number"),
        ("history gossip", "There is no history of 'gossip'."),
        ("history item", "There is no history of 'item'."),
    ],
)
def test_what_is_not_in_the_record_is_not_found(room: Terminal, line: str, said: str) -> None:
    room.refused(line, said)


def test_what_there_is_instead_is_listed(room: Terminal) -> None:
    room.refused("history body NOBODY", "It knows: UNTOC-COP, UNTOC-COP/WG.7, UNTOC-COP/XBUREAU.")
    room.refused("status -m wg8", "It knows: wg7.")
    room.refused("silence show never", "It knows: 2019-08-30, 2020-05-01.")


def test_an_empty_record_says_what_to_enter_first(empty: Terminal) -> None:
    empty.refused("agenda show", "There is no meeting in the record.", "nemcon import FILE")
    empty.refused("meeting open --at 2020-09-08", "There is no meeting in the record.")
    empty.refused("body bureau UNTOC-COP", "Enter it first: nemcon body add KEY NAME")
    assert empty.types("status").startswith("Meetings    none; read a paper: nemcon import FILE\n")


def test_two_meetings_open_are_both_listed(room: Terminal) -> None:
    room.runs(*TWO_OPEN)
    room.refused("item take-up 2 --at 10:30", "2 meetings are open now: wg7, c1.", "Name one: -m KEY, or set NEMCON")
    room.refused("agenda show", "2 meetings are open now: wg7, c1.")
    room.refused("undo", "2 meetings are open now")
    assert room.types("status").startswith("Meetings    c1 (open), wg7 (open)\n")
    assert "took up item 2" in room.types("item take-up 2 -m wg7 --at 10:30")


def test_the_only_meeting_open_is_meant_although_there_are_others(room: Terminal) -> None:
    room.runs(*TWO_OPEN[:2])
    assert "wg7, 1st meeting" in room.types("item take-up 2 --at 10:30")
    assert room.types("status").startswith("Meeting     wg7: ")


def test_the_environment_may_name_the_meeting(room: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    room.runs(*TWO_OPEN)
    monkeypatch.setenv("NEMCON_MEETING", "WG7")
    assert "wg7, 1st meeting" in room.types("item take-up 2 --at 10:30")


def test_nothing_is_recorded_by_nobody(room: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEMCON_BY")
    said = "It is not said who records.", "Add --by NAME, or set NEMCON_BY once"
    room.refused("item take-up 2 --at 10:30", *said)
    room.refused("item take-up 2 --at 10:30 --by ' '", *said)
    room.refused("undo", *said)
    room.refused("import examples/agenda.txt --as wg8", *said)
    room.types("item take-up 2 --at 10:30 --by clerk")
    assert '"recorded_by": "clerk"' in room.types("history item 2 --json")


def test_an_amendment_that_is_not_pending_cannot_be_dropped(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:00")
    read.types("item retitle 4 'Other business' --at 10:10")
    read.refused("item drop-pending 14 --at 10:11", "There is no such amendment pending.", "nemcon status")
    read.types("item drop-pending 15 --at 10:12")
    read.refused("item drop-pending 15 --at 10:13", "There is no such amendment pending.")


def test_an_entry_of_another_stream_is_never_taken_for_one_of_this(room: Terminal) -> None:
    for line in (
        "item drop-pending 6 --at 10:30",
        "decision number 1 6 --at 10:30",
        "item defer 2 --at 10:30 --before 6",
    ):
        room.refused(line, "Entry 6 belongs to 2020-05-01, not to wg7.")


def test_days_and_names_that_contradict_themselves_are_refused(read: Terminal) -> None:
    schedule = "meeting schedule wg8 UNTOC-COP/WG.7 --place Vienna --at 2020-01-01"
    read.refused(f"{schedule} --dates 2021-09-09..2021-09-08", "would end on 2021-09-08, before it starts")
    read.refused("meeting services --sittings 4 --languages en,tlh --at 2020-06-04", "'tlh'", "ar, zh, en, fr, ru, es")
    read.refused("officer elect Chair --at 2020-09-08", "does not say who is elected", '"Chair=Ms. A (Italy)"')
    read.refused("officer elect Chair= --at 2020-09-08", "does not say who is elected")
    read.refused("item move 3 --at 2020-09-08", "It is not said where the item goes.", "--under N or --after N")
    read.refused("body add WG8 'Group' --zone Europe/Wien", "There is no time zone 'Europe/Wien'.", "Europe/Vienna")
    read.refused("body add UNTOC-COP/WG.7 'Group'", "is in the register already", "--also SPELLING")


def test_an_unused_key_is_asked_of_a_paper_of_an_unknown_body(empty: Terminal) -> None:
    empty.refused("import examples/agenda.txt --accept-warnings", "under which keys", "Add: --as wg7 --body")
    empty.refused("import examples/agenda.txt --as wg7 --accept-warnings", "under which keys")
    empty.refused(
        "import examples/agenda.txt --as wg7 --body WG --accept own_symbol_absent", "1 warning is not accepted"
    )
    empty.refused(
        "import examples/agenda.txt --as wg7 --body WG --accept-warnings --zone Europe/Wien",
        "no time zone 'Europe/Wien'",
    )
    empty.refused(
        "import examples/agenda.txt --as wg7 --body WG --accept-warnings --rules un", "no profile of rules 'un'"
    )
