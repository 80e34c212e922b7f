"""The functional commissions of the Economic and Social Council, such as those on narcotic drugs and on crime."""

from __future__ import annotations

from domain.questions import Question
from domain.rules import Profile, Rule

_RULES = "Rules of procedure of the functional commissions (E/5975/Rev.1), rule {}"
_HEADING = _RULES + "; only its heading was read"
_UNREAD = _RULES + "; its wording was not read"

ECOSOC_COMMISSIONS = Profile(
    name="ecosoc-commissions",
    title="the rules of procedure of the functional commissions of the Economic and Social Council",
    rules=(
        Rule(
            question=Question.CONTENTS,
            number="5",
            says="The Secretary-General draws up the provisional agenda, if possible with the Chair.",
            source=_RULES.format("5") + "; read in a whole copy on the page of the High Commissioner for Human Rights",
        ),
        Rule(
            question=Question.NOTICE,
            number="6",
            says="The provisional agenda is communicated six weeks before the opening.",
            source=_HEADING.format("6"),
            value=42,
            verified=False,
            note="Rule 4, which was read, asks for six weeks for the notification of the date and the place.",
        ),
        Rule(
            question=Question.ADOPTION,
            number="7",
            says="The agenda is adopted at the beginning of the session.",
            source=_HEADING.format("7"),
            verified=False,
        ),
        Rule(
            question=Question.AMENDMENT,
            number="8",
            says="During the session the agenda may be revised.",
            source=_HEADING.format("8"),
            verified=False,
        ),
        Rule(
            question=Question.NEXT_AGENDA,
            number="9",
            says="The commission has before it the draft provisional agenda of its next session, which the Council "
            "approves.",
            source=_HEADING.format("9"),
            verified=False,
        ),
        Rule(
            question=Question.REPORT,
            number="37",
            says="The commission reports to the Council on the work of each session.",
            source=_RULES.format("37") + "; applied by number in E/CN.9/2015/1",
        ),
        Rule(
            question=Question.QUORUM_TO_DEBATE,
            number="40",
            says="One third of the members must be present to open a meeting and to debate.",
            source=_UNREAD.format("40"),
            word="1/3",
            verified=False,
            note="The number of this rule is not certain: other texts have their quorum in rule 41 or 67.",
        ),
        Rule(
            question=Question.QUORUM_TO_DECIDE,
            number="40",
            says="A majority of the members must be present for any decision.",
            source=_UNREAD.format("40"),
            word="majority",
            verified=False,
        ),
    ),
)
