"""Plain text: a paper saved as text, or the text layer of a PDF as `pdftotext -layout` gives it.

Vienna, 8 and 9 September 2020
Provisional agenda
1. Organizational matters:
 - (a) Opening of the meeting;
Annotations
1. Organizational matters
"""

from __future__ import annotations

from collections.abc import Sequence

from cli.intake.footnotes import without_footnotes
from cli.intake.pages import cells, without_furniture, without_markup
from cli.intake.sections import AGENDA, Sections, cut, part_named
from cli.intake.source import Line
from cli.intake.why import Doubts
from cli.intake.words import one_symbol


def fits(lines: Sequence[Line]) -> bool:
    """Whether some line is the heading "Provisional agenda"."""
    return any(part_named(line) == AGENDA for line in lines)


def sections(lines: Sequence[Line], doubts: Doubts) -> Sections:
    """The parts of the paper, without markup, page furniture and footnotes."""
    unmarked = without_markup(lines, doubts)
    bare = without_furniture(unmarked, _own_symbol(unmarked))
    kept, footnotes = without_footnotes(bare, doubts)
    parts = cut(kept, doubts)
    parts.footnotes = footnotes
    return parts


def _own_symbol(lines: Sequence[Line]) -> str | None:
    """The symbol that stands alone at the head, if one does."""
    for line in lines:
        if part_named(line) == AGENDA:
            return None
        found = next((symbol for cell in cells(line) if (symbol := one_symbol(cell))), None)
        if found:
            return found
    return None
