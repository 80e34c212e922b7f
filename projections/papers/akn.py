"""The agenda in Akoma Ntoso 3.0, by AKN4UN, the profile for the United Nations: a listing, or annotated.

An item is found again in every version by its `wId`, which follows from its identity; its `eId` follows its printed
number. What the paper says of itself is in `projections.papers.akn_meta`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from domain.days import long_day
from projections.agenda import ItemView
from projections.papers import agenda as paper
from projections.papers.akn_meta import Edited, document_ids, meta, name_of
from projections.papers.akn_names import lasting_id
from projections.papers.akn_xml import as_bytes, element
from projections.papers.amendments import effects
from projections.papers.footnotes import Footnote, footnotes, marks
from projections.papers.items import deleted, label, title
from projections.papers.layout import TIED, Block, Heading, Listing, Masthead, Note, Paragraph, spans_of
from projections.wording import wording
from projections.words import capital, counted

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from projections.documents import Annotated

_NONE_FORESEEN: Final = "No documentation is foreseen."


def document(edited: Edited, annotations: Sequence[Annotated] = (), none_foreseen: Collection[str] = ()) -> bytes:
    """The agenda as a file; the annotations and the words on documents where it is annotated."""
    before, after = _around(edited)
    items = [*_items(edited, None, annotations, none_foreseen)]
    not_official = wording(edited.lang).say.not_official
    root = element(
        "akomaNtoso",
        element(
            "debateReport",
            meta(edited),
            element("preface", *(one for block in before for one in _preface(edited, block))),
            element("mainBody", *(items or [element("p", "No item.")]), eId="body_list", lang=edited.language),
            element(
                "conclusions",
                *(element("p", words) for words in [*after, *_left_out(edited), not_official]),
            ),
            name=name_of(edited),
            contains="singleVersion" if edited.adopted else "originalVersion",
        ),
    )
    return as_bytes(root)


def _around(edited: Edited) -> tuple[list[Block], list[str]]:
    """What the paper prints before the list, and what it prints after it."""
    blocks = [*paper.blocks(edited.meeting, edited.agenda, None, edited.lang)]
    at = next((rank for rank, block in enumerate(blocks) if isinstance(block, Listing)), len(blocks))
    after = [words for block in blocks[at + 1 :] if (words := _words(block))]
    return blocks[:at], after


def _words(block: Block) -> str:
    if isinstance(block, Note):
        return f"{block.mark} {block.text.replace(TIED, ' ')}"
    return _plain(block) if isinstance(block, Paragraph) else ""


def _plain(block: Paragraph) -> str:
    return "".join(span.text for span in spans_of(block.text)).replace(TIED, " ")


def _left_out(edited: Edited) -> Iterator[str]:
    if edited.left_out:
        yield f"{capital(counted(edited.left_out, 'restricted silence procedure'))} left out."


def _preface(edited: Edited, block: Block) -> Iterator[Element]:
    """The head of the paper: the body, the symbol and the date, what it is, and how it was adopted."""
    if isinstance(block, Masthead):
        body, *rest = block.lines
        yield element("p", element("docProponent", body, refersTo="#body"))
        yield from (element("p", line) for line in rest)
        yield from (element("p", _aside(edited, said)) for said in block.aside)
    elif isinstance(block, Heading):
        words = "Annotated provisional agenda" if edited.annotated else block.text
        yield element("p", element("docTitle", words))
    elif isinstance(block, Paragraph):
        yield element("p", _plain(block))


def _aside(edited: Edited, said: str) -> Element:
    if said == long_day(edited.agenda.issued):
        return element("docDate", said, date=str(edited.agenda.issued))
    return element("docNumber", said)


def _items(
    edited: Edited, parent: ItemView | None, annotations: Sequence[Annotated], none_foreseen: Collection[str]
) -> Iterator[Element]:
    """The items under `parent`, each with what stands under it."""
    notes = footnotes(edited.agenda, first=2 if effects(edited.agenda) else 1)
    for item in edited.agenda.items:
        if item.parent == (parent.id if parent else None):
            id_ = edited.ids[item.id]
            below = () if deleted(item) else (*_items(edited, item, annotations, none_foreseen),)
            told = [*_annotation(edited, item, annotations, none_foreseen)] if edited.annotated else []
            inside = [element("intro" if below else "content", *told)] if told else []
            yield element(
                "hcontainer",
                element("num", label(item, parent)),
                _heading(edited, item, notes),
                *inside,
                *below,
                name="item",
                eId=id_,
                wId=lasting_id(item.id),
                status="removed" if deleted(item) else None,
            )


def _heading(edited: Edited, item: ItemView, notes: Sequence[Footnote]) -> Element:
    id_, lasting = f"{edited.ids[item.id]}__heading", f"{lasting_id(item.id)}__heading"
    language = item.title.in_language(edited.lang)[1]
    said = f"[{item.status}]" if deleted(item) else title(item, edited.lang)
    other = None if deleted(item) or language == edited.language else language
    return element("heading", f"{said}{marks(notes, item.id)}", eId=id_, wId=lasting, lang=other)


def _annotation(
    edited: Edited, item: ItemView, annotations: Sequence[Annotated], none_foreseen: Collection[str]
) -> Iterator[Element]:
    """The annotation of an item, in the language it is in, then its documents."""
    for one in annotations:
        if one.item == item.id:
            yield element("p", one.text, lang=None if one.language == edited.language else one.language)
    ids = document_ids(edited.documents)
    for listed in edited.documents:
        if listed.item == item.id:
            ref = element("ref", listed.symbol, href=f"#{ids[listed.symbol]}")
            said = [] if listed.title in {"", listed.symbol} else [f"{listed.title} ("]
            yield element("p", *said, ref, *([")"] if said else []))
    if item.id in none_foreseen:
        yield element("p", _NONE_FORESEEN)
