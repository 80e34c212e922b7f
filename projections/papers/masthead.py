"""The head of every paper of a meeting: the body, which of its meetings, where and when."""

from __future__ import annotations

from projections.meetings import MeetingView
from projections.papers.layout import Masthead
from projections.wording import wording


def masthead(meeting: MeetingView, *aside: str, lang: str | None = None) -> Masthead:
    """The body, which of its meetings, where and when. Names stay as they are recorded."""
    words = wording(lang)
    which = words.which(meeting.ordinal, meeting.says) if meeting.ordinal else ""
    when = words.several_days(meeting.spans)
    if meeting.state == "cancelled":
        when = words.say.cancelled.format(days=when)
    where = words.say.place_and_days.format(place=meeting.place, days=when) if meeting.place else when
    return Masthead(tuple(filter(None, [meeting.body_name, which, where])), aside)
