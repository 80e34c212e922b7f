# ruff: noqa: RUF001 - Russian letters and full-width marks are meant
from __future__ import annotations

import re
from datetime import date, time
from string import Formatter

import pytest
from babel import Locale

from domain.values import Language
from projections.wording import Wording, wording
from projections.wording.phrases import Phrases

EVERY = [*Language]
OTHERS = [one for one in Language if one != Language.ENGLISH]
LATIN = re.compile(r"[A-Za-z]")
# Words that French or Spanish share with English, letter by letter.
SHARED = {"annotations", "documentation", "nth_session"}


def phrases(language: str) -> dict[str, str]:
    return dict(vars(wording(language).say))


def places(phrase: str) -> set[str]:
    """The places to fill in a phrase; an item may stand in any case."""
    names = {name for _, name, _, _ in Formatter().parse(phrase) if name}
    return {re.sub("^(of|with)_", "", name) for name in names}


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_has_each_phrase_with_the_same_places_to_fill(language: str) -> None:
    english = phrases("en")
    assert {name: places(said) for name, said in phrases(language).items()} == {
        name: places(said) for name, said in english.items()
    }


def test_a_phrase_too_few_or_too_many_does_not_load() -> None:
    fewer = {name: said for name, said in phrases("en").items() if name != "plenary"}
    with pytest.raises(ValueError, match="not in the list: banquet, plenary"):
        Phrases({**fewer, "banquet": "dinner"})


@pytest.mark.parametrize("language", EVERY)
def test_no_phrase_is_empty(language: str) -> None:
    assert all(phrases(language).values())


@pytest.mark.parametrize("language", ["ar", "zh", "ru"])
def test_no_phrase_in_another_writing_holds_a_latin_letter(language: str) -> None:
    told = wording(language)
    words = [*phrases(language).values(), *told.months, *told.weekdays, *told.dates.values()]
    assert not [one for one in words if LATIN.search(re.sub(r"\{\w+\}", "", one))]


@pytest.mark.parametrize("language", ["fr", "es"])
def test_no_phrase_in_latin_letters_is_left_in_english(language: str) -> None:
    english = phrases("en")
    words = {name: re.sub(r"\{\w+\}", "", said) for name, said in phrases(language).items()}
    left = {name for name, said in phrases(language).items() if said == english[name] and LATIN.search(words[name])}
    assert left <= SHARED


def test_a_language_that_is_not_official_is_worded_in_english() -> None:
    assert wording("eo") is wording(None) is wording("en")


def cldr(language: str) -> Locale:
    return Locale.parse({"zh": "zh_Hans"}.get(language, language))


@pytest.mark.parametrize("language", EVERY)
def test_months_and_weekdays_are_those_of_cldr(language: str) -> None:
    known, told = cldr(language), wording(language)
    assert list(told.weekdays) == [known.days["format"]["wide"][day] for day in range(7)]
    form = "abbreviated" if language == Language.CHINESE else "wide"  # in Chinese 9月, not 九月
    if language != Language.ARABIC:
        assert list(told.months) == [known.months["format"][form][month] for month in range(1, 13)]


def test_arabic_months_are_the_two_names_of_cldr_east_and_west() -> None:
    east, west = Locale.parse("ar_SY").months["format"]["wide"], Locale.parse("ar_EG").months["format"]["wide"]
    # The United Nations writes June and July with a final ha.
    spelling = {"يونيو": "يونيه", "يوليو": "يوليه"}
    assert list(wording("ar").months) == [
        f"{east[month]}/{spelling.get(west[month], west[month])}" for month in range(1, 13)
    ]


@pytest.mark.parametrize("language", EVERY)
def test_languages_are_named_as_in_cldr(language: str) -> None:
    known = cldr(language).languages
    for code, name in wording(language).languages.items():
        if language == Language.RUSSIAN:  # ours in the case of "на русском языке"
            assert name.removesuffix("ом") == known[code].removesuffix("ий")
        elif language == Language.CHINESE:  # of the writing, not of the speech
            assert name.removesuffix("文") == known[code].removesuffix("语").removesuffix("文")
        elif (language, code) == ("ar", "en"):  # the United Nations writes it with kaf
            assert name == "الإنكليزية"
        else:
            assert name == known[code]


@pytest.mark.parametrize(
    ("language", "one", "pair", "span", "months", "years"),
    [
        ("en", "1 October 2020", "8 and 9 September 2020", "8 to 10 September 2020",
         "30 September to 2 October 2020", "30 December 2020 to 2 January 2021"),
        ("fr", "1er octobre 2020", "8 et 9 septembre 2020", "8-10 septembre 2020",
         "30 septembre-2 octobre 2020", "30 décembre 2020-2 janvier 2021"),
        ("es", "1 de octubre de 2020", "8 y 9 de septiembre de 2020", "8 a 10 de septiembre de 2020",
         "30 de septiembre a 2 de octubre de 2020", "30 de diciembre de 2020 a 2 de enero de 2021"),
        ("ru", "1 октября 2020 года", "8 и 9 сентября 2020 года", "8–10 сентября 2020 года",
         "30 сентября – 2 октября 2020 года", "30 декабря 2020 года – 2 января 2021 года"),
        ("zh", "2020年10月1日", "2020年9月8日和9日", "2020年9月8日至10日",
         "2020年9月30日至10月2日", "2020年12月30日至2021年1月2日"),
        ("ar", "1 تشرين الأول/أكتوبر 2020", "8 و9 أيلول/سبتمبر 2020", "8 إلى 10 أيلول/سبتمبر 2020",
         "30 أيلول/سبتمبر إلى 2 تشرين الأول/أكتوبر 2020",
         "30 كانون الأول/ديسمبر 2020 إلى 2 كانون الثاني/يناير 2021"),
    ],
)  # fmt: skip
def test_days_are_printed_as_the_united_nations_prints_them(
    language: str, one: str, pair: str, span: str, months: str, years: str
) -> None:
    words = wording(language)
    spans = [
        (date(2020, 10, 1), date(2020, 10, 1)),
        (date(2020, 9, 8), date(2020, 9, 9)),
        (date(2020, 9, 8), date(2020, 9, 10)),
        (date(2020, 9, 30), date(2020, 10, 2)),
        (date(2020, 12, 30), date(2021, 1, 2)),
    ]
    assert [untied(words.days(*days)) for days in spans] == [one, pair, span, months, years]


def untied(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("language", "morning", "afternoon", "half", "late"),
    [
        ("en", "10 a.m.–1 p.m.", "3–6 p.m.", "10.30 a.m.–12 noon", "midnight–1 a.m."),
        ("fr", "10 heures-13 heures", "15 heures-18 heures", "10 h 30-12 heures", "minuit-1 heure"),
        ("es", "10.00 a 13.00 horas", "15.00 a 18.00 horas", "10.30 a 12.00 horas", "0.00 a 1.00 horas"),
        ("ru", "10:00–13:00", "15:00–18:00", "10:30–12:00", "0:00–1:00"),
        ("zh", "上午10时至下午1时", "下午3时至6时", "上午10时30分至中午12时", "午夜12时至上午1时"),
        ("ar", "من 10:00 إلى 13:00", "من 15:00 إلى 18:00", "من 10:30 إلى 12:00", "من 0:00 إلى 1:00"),
    ],
)
def test_hours_are_printed_as_the_united_nations_prints_them(
    language: str, morning: str, afternoon: str, half: str, late: str
) -> None:
    words = wording(language)
    spans = [(time(10), time(13)), (time(15), time(18)), (time(10, 30), time(12)), (time(0), time(1))]
    assert [untied(words.hours(*span)) for span in spans] == [morning, afternoon, half, late]


@pytest.mark.parametrize(
    ("language", "number", "says", "told"),
    [
        ("en", 7, "meeting", "Seventh meeting"),
        ("en", 216, "session", "216th session"),
        ("fr", 1, "session", "Première session"),
        ("fr", 5, "meeting", "Cinquième réunion"),
        ("fr", 9, "meeting", "Neuvième réunion"),
        ("fr", 49, "session", "Quarante-neuvième session"),  # IDB.49/1/Add.1
        ("fr", 53, "session", "Cinquante-troisième session"),  # A/53/250
        ("fr", 71, "session", "Soixante et onzième session"),
        ("fr", 75, "session", "Soixante-quinzième session"),  # A/C.6/75/L.1
        ("fr", 80, "session", "Quatre-vingtième session"),
        ("fr", 81, "session", "Quatre-vingt-unième session"),
        ("fr", 100, "session", "Centième session"),
        ("fr", 186, "session", "Cent quatre-vingt-sixième session"),
        ("fr", 216, "session", "216e session"),
        ("es", 6, "session", "Sexto período de sesiones"),  # CTOC/COP/2012/14
        ("es", 13, "session", "Decimotercer período de sesiones"),
        ("es", 70, "session", "Septuagésimo período de sesiones"),
        ("es", 21, "meeting", "Vigésima primera reunión"),
        ("es", 101, "session", "Centésimo primer período de sesiones"),
        ("es", 216, "meeting", "216ª reunión"),
        ("es", 216, "session", "216º período de sesiones"),
        ("ru", 3, "meeting", "Третье совещание"),
        ("ru", 6, "session", "Шестая сессия"),  # CTOC/COP/2012/14
        ("ru", 37, "session", "Тридцать седьмая сессия"),  # PBC.37/1/Add.1
        ("ru", 69, "session", "Шестьдесят девятая сессия"),  # A/69/972
        ("ru", 40, "meeting", "Сороковое совещание"),
        ("ru", 100, "session", "Сотая сессия"),
        ("ru", 103, "session", "Сто третья сессия"),
        ("ru", 216, "meeting", "216-е совещание"),
        ("ru", 216, "session", "216-я сессия"),
        ("zh", 7, "meeting", "第七次会议"),
        ("zh", 54, "session", "第五十四届会议"),
        ("zh", 10, "session", "第十届会议"),
        ("zh", 103, "session", "第一百零三届会议"),
        ("zh", 116, "session", "第一百一十六届会议"),
        ("zh", 216, "session", "第216届会议"),
        ("ar", 7, "meeting", "الاجتماع السابع"),
        ("ar", 12, "session", "الدورة الثانية عشرة"),
        ("ar", 13, "meeting", "الاجتماع الثالث عشر"),
        ("ar", 20, "session", "الدورة العشرون"),
        ("ar", 71, "session", "الدورة الحادية والسبعون"),
        ("ar", 72, "session", "الدورة الثانية والسبعون"),  # A/C.3/72/L.1
        ("ar", 116, "session", "الدورة 116"),
    ],
)
def test_meetings_and_sessions_are_counted_in_words(language: str, number: int, says: str, told: str) -> None:
    assert wording(language).which(number, says) == told


@pytest.mark.parametrize(
    ("language", "first", "resumed"),
    [
        ("en", " at the 1st meeting, on 8 September 2020", " at the 50th (resumed) meeting,"),
        ("fr", " à la 1re séance, le 8 septembre 2020", " à la 50e séance (reprise)"),
        ("es", " en la 1ª sesión, el 8 de septiembre de 2020", " en la 50ª sesión (continuación)"),
        ("ru", " на 1-м заседании 8 сентября 2020 года", " на 50-м (возобновленном) заседании"),
        ("zh", "2020年9月8日第1次会议", "第50次会议（续会）"),
        ("ar", " في الجلسة الأولى، المعقودة في 8 أيلول/سبتمبر 2020", " في الجلسة 50 (المستأنفة)"),
    ],
)
def test_sittings_are_counted_in_figures_within_a_sentence(language: str, first: str, resumed: str) -> None:
    words = wording(language)
    assert untied(words.when(1, date(2020, 9, 8), resumed=False)) == first
    assert untied(words.when(50, None, resumed=True)) == resumed
    assert not words.when(None, None, resumed=False)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "a, b and i"),
        ("fr", "a, b et i"),
        ("es", "a, b e i"),
        ("ru", "a, b и i"),
        ("zh", "a、b和i"),
        ("ar", "a، b وi"),
    ],
)
def test_several_things_are_listed(language: str, told: str) -> None:
    assert wording(language).listed(["a", "b", "i"]) == told
    assert wording(language).listed(["a"]) == told[0]


def test_an_item_stands_in_the_case_its_phrase_asks_for() -> None:
    words: Wording = wording("ru")
    assert untied(words.say.under.format(**words.item("1 (a)"))) == "под пунктом 1 (a)"
    assert untied(words.say.after.format(**words.item(None, "Камыши"))) == "после нового пункта «Камыши»"
    assert untied(wording("fr").say.excepted.format(**wording("fr").together([wording("fr").item("4")]))) == (
        "à l’exception du point 4"
    )


def test_the_number_of_a_sub_item_keeps_its_direction_within_arabic() -> None:
    assert untied(wording("ar").item("1 (a)")["item"]) == "البند \u20681 (a)\u2069"
