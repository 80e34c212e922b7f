from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.values import (
    Distribution,
    LocalizedText,
    Mode,
    Occurred,
    Sealed,
    Taken,
    normal,
    seal_digest,
    stream_id,
    text_in,
    zone_named,
)
from tests.domain.story import envelope, moment

DAY = date(2020, 9, 8)


def test_a_day_alone_is_enough() -> None:
    assert Occurred(day=date(2019, 8, 30)).local is None


def test_a_moment_is_read_on_the_clock_of_its_zone() -> None:
    found = Occurred(day=DAY, at=moment("2020-09-08 10:00"), zone="Europe/Vienna")
    assert found.local is not None
    assert found.local.isoformat() == "2020-09-08T10:00:00+02:00"


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="needs its offset and its zone"):
        Occurred(day=DAY, at=datetime(2020, 9, 8, 10), zone="Europe/Vienna")  # noqa: DTZ001 - that is what is refused


def test_a_moment_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs its offset and its zone"):
        Occurred(day=DAY, at=datetime(2020, 9, 8, 10, tzinfo=UTC))


def test_a_day_that_is_not_the_moments_own_is_refused() -> None:
    late = datetime(2020, 9, 8, 23, 30, tzinfo=UTC)  # half past one on the 9th in Vienna
    assert Occurred(day=date(2020, 9, 9), at=late, zone="Europe/Vienna").day == date(2020, 9, 9)
    with pytest.raises(ValueError, match="is not on 2020-09-08 in Europe/Vienna"):
        Occurred(day=DAY, at=late, zone="Europe/Vienna")


@pytest.mark.parametrize("name", ["Europe/Atlantis", "", "../etc/passwd", "Europe"])
def test_a_zone_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="there is no time zone"):
        zone_named(name)


def test_natural_keys_that_a_reader_cannot_tell_apart_are_one_stream() -> None:
    assert stream_id("meeting", "Comité  WG.7 ") == stream_id("meeting", "comite\u0301 wg.7")


def test_two_kinds_of_stream_may_have_one_key() -> None:
    assert stream_id("meeting", "7/1") != stream_id("resolution", "7/1")


def test_the_id_of_a_stream_is_the_same_for_ever() -> None:
    assert str(stream_id("body", "UNTOC-COP/WG.7")) == "5d016600-6d75-548b-b6d7-87e1b818a7ac"


def test_text_is_kept_in_nfc_with_single_spaces() -> None:
    assert normal(" Comite\u0301\u00a0 of\tthe\nWhole ") == "Comité of the Whole"


def test_the_modes_of_decision_are_never_merged() -> None:
    modes = "silence no-objection consensus without-a-vote acclamation show-of-hands recorded roll-call secret-ballot"
    assert " ".join(Mode) == f"{modes} correspondence unknown"


def test_how_a_decision_was_taken_is_unknown_until_it_is_said() -> None:
    assert Taken().how is Mode.UNKNOWN


def test_a_missing_translation_is_never_replaced_in_silence() -> None:
    title = LocalizedText(original="en", texts={"en": "Other matters", "fr": "Questions diverses"})
    assert title.in_language("fr") == ("Questions diverses", "fr")
    assert title.in_language("es") == ("Other matters", "en")
    assert title.in_language(None) == ("Other matters", "en")


def test_a_title_reads_as_its_original_wording() -> None:
    assert str(text_in("en", " Other   matters ")) == "Other matters"
    assert str(LocalizedText(original="en")) == ""


def test_the_seal_of_a_value_depends_on_its_salt() -> None:
    sealed = Sealed(digest=seal_digest(b"salt", "Italy"), stands_for="a delegation")
    assert sealed.digest == "dabe9fc8343901968206d575205d4796478a53db11f78cd426b581d183587d7a"
    assert seal_digest(b"other", "Italy") != sealed.digest
    assert not sealed.open


def test_an_act_is_for_everyone_unless_it_is_said_otherwise() -> None:
    assert envelope(1).distribution is Distribution.GENERAL


def test_the_place_of_an_act_is_its_own_or_that_of_the_act_it_replaces() -> None:
    own = envelope(9)
    assert own.place == 9
    assert replace(own, replaces=4).place == 4
