"""The General Assembly: its rules of procedure, and the silence procedure of its decision 74/544."""

from __future__ import annotations

from datetime import date

from domain.questions import Question
from domain.rules import Profile, Rule

_RULES = "Rules of procedure of the General Assembly (A/520), rule {}; read in a whole copy of the Assembly's own page"
_UNREAD = "Rules of procedure of the General Assembly (A/520), rule {}; its wording was not read"
_TOLD = "General Assembly decision {}, as told term by term in press release {} of the United Nations, and again in {}"
_PRESS = _TOLD.format("74/544 of 27 March 2020", "GA/12244", "GA/12245 and GA/12251")

GENERAL_ASSEMBLY = Profile(
    name="unga",
    title="the rules of procedure of the General Assembly",
    rules=(
        Rule(
            question=Question.NOTICE,
            number="12",
            says="The provisional agenda is communicated at least 60 days before the opening of a regular session.",
            source=_RULES.format("12"),
            value=60,
        ),
        Rule(
            question=Question.SPECIAL_NOTICE,
            number="16",
            says="The provisional agenda of a special session is communicated 10 days before the opening; 14 where the "
            "Security Council requested the session.",
            source=_RULES.format("16"),
            value=10,
            note="The figure is the one that every special session has; nobody asks who requested it. An emergency "
            "special session has none.",
        ),
        Rule(
            question=Question.SUPPLEMENTARY,
            number="14",
            says="Supplementary items are requested at least 30 days before the opening.",
            source=_RULES.format("14"),
            value=30,
        ),
        Rule(
            question=Question.SUPPLEMENTARY_NOTICE,
            number="14",
            says="The supplementary list is communicated at least 20 days before the opening.",
            source=_RULES.format("14"),
            value=20,
        ),
        Rule(
            question=Question.ADDITIONAL,
            number="15",
            says="An item proposed less than 30 days before the opening, or during the session, is of an important and "
            "urgent character.",
            source=_RULES.format("15"),
            value=30,
        ),
        Rule(
            question=Question.ADDITIONAL_WAIT,
            number="15",
            says="An additional item is considered once seven days have passed since it was placed on the agenda and "
            "a committee has reported on it, unless two thirds decide otherwise.",
            source=_RULES.format("15"),
            value=7,
            note="The days are counted. Whether a committee has reported is only remarked on: where no paper is "
            "listed under the item.",
        ),
        Rule(
            question=Question.INCLUSION,
            number="15",
            says="Additional items are placed on the agenda by a majority of the members present and voting.",
            source=_RULES.format("15"),
            word="majority",
        ),
        Rule(
            question=Question.AMENDMENT,
            number="22",
            says="Items are amended by a majority of the members present and voting.",
            source=_UNREAD.format("22"),
            word="majority",
            verified=False,
        ),
        Rule(
            question=Question.DELETION,
            number="22",
            says="Items are deleted by a majority of the members present and voting.",
            source=_UNREAD.format("22"),
            word="majority",
            verified=False,
        ),
        Rule(
            question=Question.QUORUM_TO_DEBATE,
            number="67",
            says="One third of the members must be present to open a meeting and to debate.",
            source=_UNREAD.format("67"),
            word="1/3",
            verified=False,
            note="Rule 67 is that of plenary meetings; committees have a rule of their own.",
        ),
        Rule(
            question=Question.QUORUM_TO_DECIDE,
            number="67",
            says="A majority of the members must be present for any decision.",
            source=_UNREAD.format("67"),
            word="majority",
            verified=False,
        ),
    ),
)


def _in_effect(number: str, since: date, until: date, says: str, source: str) -> Rule:
    return Rule(question=Question.SILENCE, number=number, says=says, source=source, since=since, until=until)


GENERAL_ASSEMBLY_2020 = Profile(
    name="unga-2020",
    title="the decisions of the General Assembly of 2020",
    rules=(
        _in_effect(
            "74/544",
            date(2020, 3, 27),
            date(2020, 5, 31),
            "Where no plenary meeting is practicable the President, after consulting the General Committee, may put "
            "draft decisions under silence, until the end of May 2020.",
            _PRESS,
        ),
        _in_effect(
            "74/555",
            date(2020, 5, 15),
            date(2020, 6, 30),
            "The silence procedure stays in effect until the end of June 2020, and subsidiary organs may apply it.",
            _TOLD.format("74/555 of 15 May 2020", "GA/12245", "GA/12251"),
        ),
        _in_effect(
            "74/558",
            date(2020, 6, 18),
            date(2020, 7, 31),
            "The silence procedure stays in effect until the end of July 2020.",
            _TOLD.format("74/558 of 18 June 2020", "GA/12251", "GA/12257"),
        ),
        _in_effect(
            "74/561",
            date(2020, 7, 21),
            date(2020, 8, 31),
            "The silence procedure stays in effect until the end of August 2020.",
            _TOLD.format("74/561 of 21 July 2020", "GA/12257", "the page of the President of the Assembly"),
        ),
        Rule(
            question=Question.SILENCE_MINIMUM,
            number="74/544",
            says="A silence procedure lasts at least 72 hours.",
            source=_PRESS,
            value=72,
        ),
        Rule(
            question=Question.SILENCE_ADDRESSEES,
            number="74/544",
            says="The drafts are circulated to all Member States.",
            source=_PRESS,
        ),
        Rule(
            question=Question.SILENCE_ADOPTION,
            number="74/544",
            says="If silence is not broken, the decision is considered adopted.",
            source=_PRESS,
            word="expiry",
            note="These words do not say on which day: here it is that of the deadline.",
        ),
        Rule(
            question=Question.ANNOUNCEMENT,
            number="74/544",
            says="The Assembly takes note of it at its first plenary meeting held afterwards.",
            source="General Assembly decision 74/544 of 27 March 2020, as told in press release GA/12244 only",
            verified=False,
            note="The account says so of decision 74/544 itself.",
        ),
    ),
).filled(GENERAL_ASSEMBLY)
