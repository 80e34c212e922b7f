"""What became of a commit that was not answered, or answered with a warning."""

from __future__ import annotations


class OutcomeUnknown(Exception):  # noqa: N818 - what it says of the act, like OutOfOrder
    """It may be recorded or not, and the record cannot be asked: why, and what to do next."""

    unknown = True

    def __init__(self, cause: object) -> None:
        first = str(cause).strip().partition("\n")[0].rstrip(".")
        self.sentence = f"It is not known whether this was recorded: {first}."
        self.next_step = "Once the record can be read, look: nemcon history. Repeat it only if it is not there."
        super().__init__(self.sentence)
