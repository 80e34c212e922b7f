"""The key ring: one log key after the other, and the keys of those who record."""

import base64
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.business import ActStruck
from domain.keyring import (
    Keyring,
    admit_staff,
    adopt_log_key,
    evolve,
    fingerprint,
    must_be_in_use,
    must_sign,
    rotate_log_key,
    withdraw_staff,
)
from domain.streams import STREAMS
from domain.values import Entry
from tests.domain.story import FIRST_DAY, Deed, decide, did, envelope, history, refused

ANNAS, HERS_TOO, BORIS_S = (f"ssh-ed25519 {base64.b64encode(bytes([number]) * 51).decode()}" for number in range(3))
TODAY = date.fromisoformat(FIRST_DAY)
LOG, NEXT = "example.org/record+00000001+AAAA", "example.org/record+00000002+BBBB"


def admitted(person: str = "anna", key: str = ANNAS, since: date = TODAY, until: date | None = None) -> Deed:
    """A key is admitted on the first day."""
    return did(admit_staff, person=person, key=key, since=since, until=until)


def rotated(to: str = NEXT, since: str = LOG) -> Deed:
    """Another log key takes the place of one."""
    return did(rotate_log_key, key=to, instead_of=since, statement="signed by both")


def ring(*deeds: Deed) -> Keyring:
    """The key ring after what was done."""
    found: Keyring = STREAMS["keyring"].fold(history(*deeds))
    return found


def by(person: str, day: int = 10) -> Entry:
    """An entry of somebody, recorded on that day of September."""
    return replace(envelope(9), recorded_by=person, recorded_at=datetime(2020, 9, day, 23, tzinfo=UTC))


def test_the_log_keys_follow_one_another() -> None:
    assert ring(did(adopt_log_key, key=LOG)).log == (LOG,)
    assert ring(did(adopt_log_key, key=LOG), rotated()).log == (LOG, NEXT)


@pytest.mark.parametrize(
    ("before", "deed", "said"),
    [
        ((), did(adopt_log_key, key=" "), "The key is blank."),
        ((LOG,), did(adopt_log_key, key=NEXT), f"The record has the log key {LOG} already."),
        ((), rotated(), "The record has no log key yet."),
        ((LOG,), rotated(since=NEXT), f"The key at hand is not that of the log, {LOG}."),
        ((LOG,), rotated(to=LOG), "That key has signed the log before."),
        ((LOG,), rotated(to="other.org+1+A"), "The log is called example.org/record, the new key other.org."),
    ],
    ids=["blank", "a second one", "none yet", "another one", "the same", "another log"],
)
def test_a_log_key_is_changed_by_the_one_in_use_alone(before: tuple[str, ...], deed: Deed, said: str) -> None:
    with refused(said):
        history(*(did(adopt_log_key, key=key) for key in before), deed)


def test_only_the_log_key_in_use_signs_once_there_is_one() -> None:
    must_be_in_use(ring(), NEXT)
    must_be_in_use(ring(did(adopt_log_key, key=LOG)), LOG)
    with refused(f"The log key at hand, {NEXT}, is not the one in use, {LOG}.", rule="the key ring"):
        must_be_in_use(ring(did(adopt_log_key, key=LOG)), NEXT)


def test_a_key_signs_from_its_first_day_to_its_last() -> None:
    found = ring(admitted(since=date(2020, 9, 10), until=date(2020, 9, 12)))
    assert [day for day in range(8, 15) if found.keys_of("anna", date(2020, 9, day))] == [10, 11, 12]
    assert found.keys_of("boris", TODAY) == ()


def test_a_person_may_have_two_keys_and_may_prolong_one() -> None:
    found = ring(admitted(until=TODAY), admitted(key=HERS_TOO), admitted(since=date(2020, 9, 9)))
    assert found.keys_of("anna", TODAY) == (ANNAS, HERS_TOO)
    assert found.keys_of("anna", date(2021, 1, 1)) == (HERS_TOO, ANNAS)


def test_a_key_that_was_withdrawn_signs_no_more() -> None:
    found = ring(admitted(), admitted("boris", BORIS_S), did(withdraw_staff, person="anna", key=ANNAS))
    assert found.keys_of("anna", TODAY) == ()
    assert found.keys_of("boris", TODAY) == (BORIS_S,)


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (admitted(), "That key of anna is admitted already (entry 101)."),
        (admitted("boris"), "That key is the one of anna (entry 101)."),
        (admitted(" "), "The name is blank."),
        (admitted("a*"), "The name a* has a sign that ssh-keygen reads as a pattern."),
        (admitted(key="ssh-rsa AAAA"), "The key is of the type ssh-rsa; staff sign with ssh-ed25519."),
        (admitted(key=""), "The key is of the type ?; staff sign with ssh-ed25519."),
        (admitted(key="ssh-ed25519 ???"), "The key is not one of OpenSSH."),
        (admitted(key=f"{ANNAS} anna"), "The key is not one of OpenSSH."),
        (admitted(since=date(2020, 9, 7)), "A key is admitted from today on, 8 September 2020, or from a later day."),
        (admitted(key=HERS_TOO, until=date(2020, 9, 7)), "The key would end before it begins."),
        (did(withdraw_staff, person="anna", key=HERS_TOO), "anna has no such key that could be withdrawn."),
        (did(withdraw_staff, person="boris", key=ANNAS), "boris has no such key that could be withdrawn."),
    ],
)
def test_what_cannot_be_done_to_the_keys_of_the_staff(deed: Deed, said: str) -> None:
    with refused(said):
        history(admitted(), deed)


def test_a_key_that_was_withdrawn_is_never_admitted_or_withdrawn_again() -> None:
    withdrawn = history(admitted(), did(withdraw_staff, person="anna", key=ANNAS))
    with refused("That key of anna was withdrawn."):
        history(admitted(), after=withdrawn)
    with refused("anna has no such key that could be withdrawn."):
        history(did(withdraw_staff, person="anna", key=ANNAS), after=withdrawn)


def test_who_has_a_key_signs_with_it_and_who_has_none_does_not_sign() -> None:
    found = ring(admitted(until=date(2020, 9, 10)))
    must_sign(found, by("anna"), ANNAS)
    must_sign(found, by("boris"), None)
    must_sign(found, by("anna", day=11), None)
    for entry, key, said in (
        (by("anna"), None, "anna signs what is recorded, and this is not signed."),
        (by("anna"), BORIS_S, f"The key {fingerprint(BORIS_S)} is not admitted for anna today."),
        (by("boris"), ANNAS, f"The key {fingerprint(ANNAS)} is not admitted for boris today."),
        (by("anna", day=11), ANNAS, f"The key {fingerprint(ANNAS)} is not admitted for anna today."),
    ):
        with refused(said, rule="the key ring"):
            must_sign(found, entry, key)


def test_the_day_that_counts_is_that_of_the_recording_in_utc() -> None:
    late = replace(by("anna"), recorded_at=datetime.fromisoformat("2020-09-11T01:00:00+02:00"))
    must_sign(ring(admitted(until=date(2020, 9, 10))), late, ANNAS)


def test_a_fold_passes_over_a_strike() -> None:
    found = ring(admitted())
    assert evolve(found, ActStruck(entry=envelope(2, "keyring"), struck=1, reason="Error.")) is found


def test_the_key_ring_has_no_parts() -> None:
    found = ring(admitted())
    assert found.part(Keyring) is found


def test_an_admission_holds_what_was_said_of_it() -> None:
    fact = decide(admit_staff, person="anna", key=ANNAS, since=TODAY)
    assert (fact.person, fact.key, fact.since, fact.until) == ("anna", ANNAS, TODAY, None)
