"""Ordinals in the six languages: in words as a masthead has them, in figures as a sentence counts sittings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, Literal

from projections.words import ordinal, ordinal_word

Kind = Literal["meeting", "session"]
"""What is counted: most languages have a gender for each."""

Tables = Mapping[str, Any]

_TEN: Final = 10
_TEEN: Final = 20
_HUNDRED: Final = 100


def _english(number: int, _kind: Kind, _tables: Tables) -> str:
    return ordinal_word(number)


def _french(number: int, _kind: Kind, tables: Tables) -> str:
    """Première, vingt et unième, soixante et onzième, quatre-vingt-unième."""
    if number == 1:
        return "première"
    hundred, rest = divmod(number, _HUNDRED)
    words = " ".join(filter(None, ["cent" if hundred else "", _french_cardinal(rest, tables)]))
    irregular = {"cinq": "cinqu", "neuf": "neuv"}
    head, last = words[:-4], words[-4:]
    return f"{head}{irregular.get(last, last.removesuffix('e'))}ième"


def _french_cardinal(number: int, tables: Tables) -> str:
    ones, tens = tables["ones"], tables["tens"]
    if number < len(ones):
        return str(ones[number])
    base, rest = divmod(number, _TEN)
    rest += _TEN if tens[base] == tens[base - 1] else 0  # soixante-dix, quatre-vingt-dix
    if not rest:
        return str(tens[base])
    joined = " et " if rest % _TEN == 1 and not tens[base].startswith("quatre-") else "-"
    return f"{tens[base]}{joined}{ones[rest]}"


def _spanish(number: int, kind: Kind, tables: Tables) -> str:
    """Séptima reunión; septuagésimo cuarto período de sesiones, vigésimo primer período de sesiones."""
    hundred, rest = divmod(number, _HUNDRED)
    tens, ones = (0, rest) if rest < _TEEN else divmod(rest, _TEN)
    words = [*(["centésimo"] if hundred else []), tables["tens"][tens], tables["ones"][ones]]
    said = [word for word in words if word]
    if kind == "meeting":
        return " ".join(f"{word[:-1]}a" for word in said)
    last = said[-1]
    return " ".join([*said[:-1], last[:-1] if last.endswith(("primero", "tercero")) else last])


def _russian(number: int, kind: Kind, tables: Tables) -> str:
    """Седьмое совещание; семьдесят четвертая сессия."""
    of = 0 if kind == "meeting" else 1
    hundred, rest = divmod(number, _HUNDRED)
    if not rest:
        return f"{tables['hundredth']}{tables['endings'][of]}"
    tens, ones = (0, rest) if rest < _TEEN else divmod(rest, _TEN)
    stem = tables["ones"][ones] if ones else tables["tens"][tens]
    endings = tables["after_soft"] if stem.endswith("ь") else tables["endings"]
    before = [tables["hundred"] if hundred else "", tables["before"][tens] if ones else ""]
    return " ".join(filter(None, [*before, f"{stem}{endings[of]}"]))


def _chinese(number: int, _kind: Kind, tables: Tables) -> str:
    """七; 二十一; 一百零三; 一百八十六."""
    hundred, rest = divmod(number, _HUNDRED)
    tens, ones = divmod(rest, _TEN)
    words = f"{tables['ones'][1]}{tables['hundred']}" if hundred else ""
    if tens:
        words += f"{tables['ones'][tens] if tens > 1 or hundred else ''}{tables['ten']}"
    elif hundred and ones:
        words += tables["nought"]
    return f"{words}{tables['ones'][ones]}"


def _arabic(number: int, kind: Kind, tables: Tables) -> str:
    """الاجتماع السابع; الدورة الحادية والسبعون; figures from 100 on."""
    gender = "masculine" if kind == "meeting" else "feminine"
    if number >= _HUNDRED:
        return str(number)
    ones = tables[gender]
    if number <= _TEN:
        return str(ones[number])
    tens, rest = divmod(number, _TEN)
    first = tables[f"{gender}_one"] if rest == 1 else ones[rest]
    if tens == 1:
        return f"{first} {tables[f'{gender}_teen']}"
    return f"{first} و{tables['tens'][tens]}" if rest else str(tables["tens"][tens])


_IN_WORDS: Final[Mapping[str, Callable[[int, Kind, Tables], str]]] = {
    "ar": _arabic,
    "zh": _chinese,
    "en": _english,
    "fr": _french,
    "ru": _russian,
    "es": _spanish,
}


def in_words(language: str, number: int, kind: Kind, tables: Tables) -> str:
    """The seventh, of a meeting or a session: in words below 200, then in figures."""
    if 0 < number < 2 * _HUNDRED:
        return _IN_WORDS[language](number, kind, tables)
    return _in_figures(language, number, kind, tables)


def _in_figures(language: str, number: int, kind: Kind, tables: Tables) -> str:
    if language == "es":
        return f"{number}{'ª' if kind == 'meeting' else 'º'}"
    if language == "ru":
        return f"{number}-{tables['figures'][0 if kind == 'meeting' else 1]}"
    return {"en": ordinal(number), "fr": f"{number}e"}.get(language, str(number))


def of_sitting(language: str, number: int, tables: Tables) -> str:
    """The 1st, of a sitting, as it stands within a sentence."""
    match language:
        case "en":
            return ordinal(number)
        case "fr":
            return "1re" if number == 1 else f"{number}e"
        case "es":
            return f"{number}ª"
        case "ru":
            return f"{number}-{tables['figures'][2]}"
        case "ar" if number <= _TEN:
            return str(tables["feminine"][number])
        case _:
            return str(number)
