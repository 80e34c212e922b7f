"""The head of every paper of a meeting: the body, which of its meetings, where and when."""

from __future__ import annotations

from projections.meetings import MeetingView
from projections.papers.layout import Masthead
from projections.words import capital, ordinal_word, several_days


def masthead(meeting: MeetingView, *aside: str) -> Masthead:
    """The body, which of its meetings, where and when."""
    which = f"{capital(ordinal_word(meeting.ordinal))} {meeting.says}" if meeting.ordinal else ""
    when = f"{several_days(meeting.spans)}{' (cancelled)' if meeting.state == 'cancelled' else ''}"
    where = f"{meeting.place}, {when}" if meeting.place else when
    return Masthead(tuple(filter(None, [meeting.body_name, which, where])), aside)
