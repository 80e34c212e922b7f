"""A second part of a resolution is adopted: the number of the text becomes that of its first part."""

from __future__ import annotations

from domain.act import act
from domain.context import Context
from domain.lettered import in_one_form, must_become_a_part
from domain.resolution import Resolution, ResolutionRenumbered, TextRef
from domain.rules import impossible
from domain.values import Entry


@act
def renumber_resolution(
    resolution: Resolution, entry: Entry, context: Context, *, ref: TextRef, part: str
) -> ResolutionRenumbered:
    """Make the number of a text that of its first part, a further part having been adopted."""
    # The record: what is not there has no number to lose.
    if resolution.ref is None:
        raise impossible(
            f"The text that would become {ref} is not in the record.", "First: nemcon resolution record REF TITLE"
        )
    other = TextRef(body=ref.body, kind=ref.kind, number=in_one_form(part))
    must_become_a_part(resolution.ref.number, ref.number, other.number)
    if resolution.renumbered is not None:
        raise impossible(
            f"{resolution.ref} became {resolution.renumbered.number} already.",
            f'See it: nemcon lineage "{resolution.ref.body} {resolution.ref.number}"',
        )
    # The record: a number changes because of another part, which is there.
    if not context.exists("resolution", str(other)):
        raise impossible(
            f"{other} is not in the record.", f'First: nemcon resolution record "{other.body} {other.number}" TITLE'
        )
    return ResolutionRenumbered(entry=entry, ref=ref, part=other.number)
