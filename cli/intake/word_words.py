"""The words of a paragraph of Word, before the changes that nobody has accepted, and after them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cli.intake.xml_tree import attribute, child, local

if TYPE_CHECKING:
    from lxml.etree import _Element

_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CHARACTERS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_BREAKS: Final = frozenset({"page", "column"})
_INSERTED: Final = frozenset({"ins", "moveTo"})
_DELETED: Final = frozenset({"del", "moveFrom"})
_BULLETS: Final = frozenset({"F0B7", "F0A7", "F0D8", "F02D"})  # the marks of lists in Symbol and Wingdings
_COUNTING_FIELDS: Final = ("LISTNUM", "AUTONUM")
_FEW: Final = 8  # pieces of text
_OFF: Final = frozenset({"0", "false", "off"})

# Properties, the second form of what stands already (17.17.3 and Markup Compatibility), and words nobody sees.
_SKIPPED: Final = frozenset({"pPr", "rPr", "sdtPr", "sdtEndPr", "tcPr", "Fallback", "delInstrText", "rt"})


@dataclass
class Words:
    """What was found in a paragraph. `met` are the names of the doubts it calls for, with the words they concern."""

    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    met: list[tuple[str, str]] = field(default_factory=list)
    mark_inserted: bool = False
    mark_deleted: bool = False
    renumbered: bool = False

    def put(self, text: str, *, inserted: bool, deleted: bool) -> None:
        """Add a text to the wording before, the wording after, or both."""
        if not inserted:
            self.before.append(text)
        if not deleted:
            self.after.append(text)

    @property
    def said(self) -> str:
        """The last words met, by which a reader finds the place."""
        return "".join(self.after[-_FEW:])

    def take(self, inside: Words) -> None:
        """Take over all that was found in a part of the paragraph."""
        self.before += inside.before
        self.after += inside.after
        self.notes += inside.notes
        self.boxes += inside.boxes
        self.met += inside.met


def words_of(paragraph: _Element) -> Words:
    """The words of a paragraph, and whether its end was inserted or deleted."""
    words = Words()
    properties = child(paragraph, "pPr")
    mark = child(properties, "rPr")
    words.mark_inserted = any(child(mark, name) is not None for name in _INSERTED)
    words.mark_deleted = any(child(mark, name) is not None for name in _DELETED)
    words.renumbered = _renumbered(properties)
    _walk(words, paragraph, inserted=False, deleted=False)
    return words


def _walk(words: Words, element: _Element, *, inserted: bool, deleted: bool) -> None:
    for below in element:
        name = local(below)
        if name == "t" and _own_mark(below.getprevious()):
            continue
        if name == "r":
            _run(words, below, inserted=inserted, deleted=deleted)
        elif name in {"t", "delText"}:
            words.put(below.text or "", inserted=inserted, deleted=deleted or name == "delText")
        elif name in _CHARACTERS:
            # The end of a page or a column is no end of a line, but words end there.
            text = " " if attribute(below, "type") in _BREAKS else _CHARACTERS[name]
            words.put(text, inserted=inserted, deleted=deleted)
        elif name not in _SKIPPED and not _special(words, below, name, deleted=deleted):
            _walk(words, below, inserted=inserted or name in _INSERTED, deleted=deleted or name in _DELETED)


def _run(words: Words, run: _Element, *, inserted: bool, deleted: bool) -> None:
    """A run of one format; hidden text is left out, raised digits are the marks of footnotes."""
    properties = child(run, "rPr")
    if properties is None:
        _walk(words, run, inserted=inserted, deleted=deleted)
        return
    inside = Words()
    _walk(inside, run, inserted=inserted, deleted=deleted)
    if _on(child(properties, "vanish")):
        if text := "".join(inside.after).strip():
            words.met.append(("hidden_text", text))
        return
    raised = child(properties, "vertAlign")
    if raised is not None and attribute(raised, "val") == "superscript":
        inside.before = [text.translate(_RAISED) for text in inside.before]
        inside.after = [text.translate(_RAISED) for text in inside.after]
    words.take(inside)


def _special(words: Words, element: _Element, name: str, *, deleted: bool) -> bool:
    """Take what is neither text nor a frame round text; whether it was taken."""
    match name:
        case "footnoteReference" | "endnoteReference":
            note = (name.removesuffix("Reference"), attribute(element, "id") or "", _own_mark(element))
            words.notes += [] if deleted else [note]
        case "txbxContent":
            words.boxes.append(element)
        case "sym":
            bullet = (attribute(element, "char") or "").upper() in _BULLETS
            words.put("•" if bullet else "", inserted=False, deleted=deleted)
            words.met += [] if bullet else [("part_not_read", words.said)]
        case "instrText":
            counts = (element.text or "").strip().upper().startswith(_COUNTING_FIELDS)
            words.met += [("number_not_read", words.said)] if counts else []
        case "commentReference" | "subDoc":
            words.met.append(("part_not_read" if name == "subDoc" else "comment_left_out", words.said))
        case _:
            _frame(words, element, name)
            return False
    return True


def _frame(words: Words, element: _Element, name: str) -> None:
    """Tell of a frame whose words are read, but which does more than to hold them."""
    if name == "object":
        words.met.append(("part_not_read", words.said))
    elif name in {"dir", "bdo"} and attribute(element, "val") == "rtl":
        words.met.append(("right_to_left_characters", "".join(str(part) for part in element.itertext())))


def _own_mark(reference: _Element | None) -> str:
    """The mark of a footnote that is not counted but written, such as "*": it follows the reference to the note."""
    if reference is None or attribute(reference, "customMarkFollows") in {None, *_OFF}:
        return ""
    following = reference.getnext()
    return (following.text or "").strip() if following is not None and local(following) == "t" else ""


def _on(switch: _Element | None) -> bool:
    return switch is not None and attribute(switch, "val") not in _OFF


def _renumbered(properties: _Element | None) -> bool:
    """Whether the paragraph had another automatic number before a change that nobody accepted."""
    change = child(properties, "pPrChange")
    if change is None:
        return False
    return _number(properties) != _number(child(change, "pPr"))


def _number(properties: _Element | None) -> tuple[str | None, ...]:
    own = child(properties, "numPr")
    parts = (child(own, name) for name in ("numId", "ilvl"))
    return tuple(None if part is None else attribute(part, "val") for part in parts)


def paragraphs_in(element: _Element) -> Iterator[_Element]:
    """The paragraphs below an element in their order, once each: not those of text boxes, which hang in a paragraph."""
    for below in element:
        name = local(below)
        if name == "p":
            yield below
        elif name not in _SKIPPED:
            yield from paragraphs_in(below)
