"""A paper that could not be set: what stands against it, and what to do."""

from __future__ import annotations


class NotSet(Exception):  # noqa: N818 - it is told as what happened, like every refusal
    """The paper was not set: nothing of it may be printed."""

    def __init__(self, reason: str, next_step: str) -> None:
        super().__init__(reason)
        self.next_step = next_step
