"""The names of what a reading doubts, and the collector of the warnings of one reading.

The names are a closed enumeration: a secretariat accepts a warning by its name before anything is recorded.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cli.intake.paper import ReadingWarning

LONGEST_QUOTATION: Final = 160  # characters of the paper shown with a warning

WHY: Final[dict[str, str]] = {
    "annex_not_read": "The paper announces an annex, but no proposed organization of work was found in it.",
    "announced_sittings_differ": "More or fewer sittings are announced than stand in the organization of work.",
    "annotation_for_unknown_item": "These annotations are for an item that is not in the list; they were left out.",
    "annotation_missing": "This item of the provisional agenda has no annotation.",
    "attribute_not_read": "This line of the head of the file is not one that Nemcon knows; it was left out.",
    "body_from_item_name": "The head of the file names no meeting body; the name of its item was taken for the body.",
    "body_named_two_ways": "The body is named here otherwise than at the head; check which name is right.",
    "body_not_found": "No line at the head of the paper could be taken for the name of the body.",
    "changes_not_accepted": "Nobody has accepted this change yet; both wordings stand here, the later was read.",
    "comment_left_out": "Somebody has written a comment in the margin here; it was left out.",
    "continued_unclear": "The item is continued without having begun, or taken up again without the mark.",
    "control_character": "The line holds characters that do not print; they were left out.",
    "date_outside_meeting": "This day of the organization of work is not one of the days of the meeting.",
    "date_unclear": "This day does not exist in the calendar, or runs backwards; it was left out.",
    "date_without_year": "The day is given without a year, and nothing in the paper says which; it was left out.",
    "day_without_sitting": "A day of the meeting has no sitting in the organization of work.",
    "days_differ": "The paper gives other days for the meeting here than at its head.",
    "document_listed_twice": "The same symbol is listed more than once; check that both are meant.",
    "document_without_symbol": "No symbol was found in this entry of the documentation.",
    "documentation_contradicts": "The paper lists documents here although it says that none are foreseen.",
    "documentation_not_read": "Documentation is announced here, but no document was found under it.",
    "duplicated_number": "This number was already taken by an earlier item; both were kept, check which is right.",
    "footnote_unclear": "This looks like a footnote mark, but no such footnote was found; it was left.",
    "garbled_characters": "Characters were spoilt here when the file was saved; compare it with the paper.",
    "hidden_text": "The file holds hidden text here, which nobody sees in print; it was left out.",
    "hyphen_at_line_end": "The word was cut at the end of the line; its hyphen was kept, check whether it belongs.",
    "item_missing_in_timetable": "This item of the provisional agenda has no place in the organization of work.",
    "item_not_in_list": "The organization of work names an item that is not in the provisional agenda.",
    "languages_not_read": "Interpretation is announced, but the languages could not be made out.",
    "line_joined": "This line was taken for the end of the line before it; check that they belong together.",
    "markup_dropped": "The line holds markup that Nemcon does not know; only its text was kept.",
    "number_not_in_order": "A number between this item and the one before it is missing, or they are out of order.",
    "number_not_read": "The automatic number here is of a kind that Nemcon cannot work out; it was left out.",
    "numbered_paragraph": "The line begins like the heading of an item but was taken for a numbered paragraph.",
    "opening_differs": "The opening announced is not the beginning of the meeting or of the first sitting.",
    "ordinal_differs": "The paper counts this meeting in two ways; no number was taken.",
    "own_symbol_absent": "The paper's own symbol is not at its head; it is never guessed from those it cites.",
    "page_without_text": "This page of the PDF has no text, only a picture; it was not read.",
    "part_not_read": "Something here is no text (another file, a sign of a symbol font); it was left out.",
    "part_repeated": "This heading of a part of the paper comes twice; the second was taken for text.",
    "place_and_days_not_found": "No line at the head of the paper gives the place and the days of the meeting.",
    "resolution_without_body": "The body is not said, and many bodies have a resolution of that number.",
    "right_to_left_characters": "The line holds characters that turn the direction of writing; they were left out.",
    "script_not_read": "Such letters cannot be taken from a PDF with certainty; compare the line with the paper.",
    "section_without_item": "This heading belongs to no item of the provisional agenda.",
    "sentence_too_long": "The sentence is too long to be searched for decisions; read it yourself.",
    "services_differ": "The paper says this of the conference services in two ways; the first was taken.",
    "silence_not_read": "A silence procedure is mentioned, but who decided, when, or on what could not be made out.",
    "sitting_not_in_order": "This sitting begins before the one above it has ended.",
    "sitting_without_day": "No day is given for this sitting.",
    "sitting_without_items": "No item was read for this sitting; it was left out.",
    "sitting_without_hours": "No hours are given for this sitting, or only its beginning.",
    "subitem_without_item": "This sub-item stands under no item; its item was taken to have no title.",
    "symbol_unclear": "Several symbols stand here where one was expected; the first was taken.",
    "text_box": "This stands in a text box; it was read after the paragraph that the box is fixed to.",
    "text_outside_items": "This paragraph belongs to no item and was left out.",
    "time_unclear": "The hours can be understood in two ways; the doubtful one was left out.",
    "title_cut": "The title was given too long and was cut.",
    "title_differs": "The title of the item is not the one in the provisional agenda; that one was taken.",
    "two_parents": "Two or more lines could name the parent body; the nearest above the body was taken.",
    "unexplained_line": "Nemcon could not tell what this line is; it was left out.",
    "weekday_differs": "The day of the week does not belong to this date.",
}


BESIDE_THE_LIST: Final = frozenset(
    {
        "announced_sittings_differ",
        "annex_not_read",
        "body_from_item_name",
        "body_named_two_ways",
        "body_not_found",
        "continued_unclear",
        "date_outside_meeting",
        "date_unclear",
        "date_without_year",
        "day_without_sitting",
        "days_differ",
        "item_missing_in_timetable",
        "item_not_in_list",
        "languages_not_read",
        "opening_differs",
        "ordinal_differs",
        "own_symbol_absent",
        "place_and_days_not_found",
        "resolution_without_body",
        "services_differ",
        "silence_not_read",
        "sitting_not_in_order",
        "sitting_without_day",
        "sitting_without_hours",
        "sitting_without_items",
        "time_unclear",
        "two_parents",
        "weekday_differs",
    }
)
"""Doubts about the head of a paper, its organization of work and what it narrates: the list needs none of them."""


class Doubts:
    """The warnings of one reading, in the order in which they were found."""

    def __init__(self) -> None:
        self._found: dict[ReadingWarning, None] = {}
        self.places: dict[int, str] = {}  # what a line is called in a file that has none: "paragraph 12"

    def add(self, name: str, line: int, text: str) -> None:
        """Warn once of `name` at `line` (counted from 1); a name that is not in `WHY` is a mistake of ours."""
        shown = text.strip() if len(text) <= LONGEST_QUOTATION else text[:LONGEST_QUOTATION].strip() + "…"
        self._found[ReadingWarning(name=name, line=line, text=shown, why=WHY[name], place="")] = None

    def in_order_of_lines(self) -> tuple[ReadingWarning, ...]:
        """The warnings as a reader meets them, from the first line of the paper to the last."""
        return tuple(
            replace(warning, place=self.place(warning.line))
            for warning in sorted(self._found, key=lambda warning: warning.line)
        )

    def place(self, line: int) -> str:
        """What the line is called."""
        return self.places.get(line, f"line {line}")
