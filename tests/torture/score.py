"""What a torture found: how often it was tried, what was acknowledged, what was lost of it, what was missed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

_WIDTHS = (44, 7, 14, 6, 8)


@dataclass
class Score:
    """One line of the table. `acknowledged` are the entries that somebody was told of; None where there are none."""

    name: str
    tried: int = 0
    acknowledged: int | None = None
    lost: int | None = None
    missed: int = 0
    skipped: str | None = None
    besides: str = ""
    findings: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether nothing was lost, and nothing missed."""
        return not self.lost and not self.missed

    def found(self, what: str) -> None:
        """Note something that should have been caught, and was not."""
        self.missed += 1
        self.findings.append(what)

    def line(self) -> str:
        """The line as it is printed."""
        if self.skipped is not None:
            return f"{self.name:<{_WIDTHS[0]}} not tried: {self.skipped}"
        told = _row(self.name, self.tried, self.acknowledged, self.lost, self.missed)
        return f"{told}   {self.besides}".rstrip()


def _row(name: str, *figures: object) -> str:
    cells = ["-" if one is None else f"{one:,}" if isinstance(one, int) else str(one) for one in figures]
    widths = zip(cells, _WIDTHS[1:], strict=True)
    return f"{name:<{_WIDTHS[0]}}" + "".join(f"{cell:>{width}}" for cell, width in widths)


def table(scores: Iterable[Score]) -> str:
    """All of them, and what was found where something was."""
    lines = [_row("", "tried", "acknowledged", "lost", "missed")]
    for score in scores:
        lines += [score.line(), *(f"    {one}" for one in score.findings)]
    return "\n".join(lines)
