"""The closed list of the phrases of papers: each official language has each of them, with the same places to fill.

`{of_item}` and `{with_item}` stand for `{item}` in another case: "пункта 4", "пунктом 4", "du point 4".
"""

from __future__ import annotations

from collections.abc import Mapping


class Phrases:
    """Every fixed phrase of the main papers, by name.

    No dataclass: the functions of one with so many fields take longer to write than a paper to print.
    """

    # Of every paper
    not_official: str
    as_recorded: str
    history_in_english: str
    file_title: str
    file_agenda: str
    file_provisional: str
    file_comparison: str
    file_concordance: str
    file_work: str
    quoted: str
    comma: str
    last: str
    last_before_i: str
    clause_comma: str
    clause_last: str

    # The masthead
    nth_meeting: str
    nth_session: str
    place_and_days: str
    cancelled: str

    # When something was adopted
    sitting: str
    sitting_resumed: str
    at_sitting_on: str
    at_sitting: str
    on_day: str
    weekday_and_day: str

    # Items
    item: str
    of_item: str
    with_item: str
    items_one: str
    items: str
    new_item: str
    of_new_item: str
    with_new_item: str
    untitled_new_item: str
    of_untitled_new_item: str
    with_untitled_new_item: str
    titled: str
    titled_midway: str
    label_new: str
    number_new: str
    gone_deleted: str
    gone_withdrawn: str
    gone_merged: str
    gone_excepted: str
    no_longer: str
    continued: str
    after: str
    under: str
    first: str

    # The agenda
    annotated_agenda: str
    provisional_agenda: str
    annotations: str
    documentation: str
    no_documentation: str
    agenda_as_adopted: str
    agenda_provisionally: str
    agenda_as_it_stands: str
    with_pending: str
    adopted: str
    pending: str
    not_yet_adopted: str
    not_finally_adopted: str
    never_adopted_meeting: str
    never_adopted_session: str
    applied: str
    conditions: str
    in_abeyance: str
    excepted: str
    both_conditions: str
    allocation: str

    # What was orally amended
    orally_amended: str
    between_changes: str
    was_deleted: str
    was_withdrawn: str
    was_added: str
    item_changed: str
    provisional_item_changed: str
    is_now: str
    was_moved: str
    was_retitled: str
    was_footnoted: str
    was_split: str
    was_merged: str

    # What is proposed
    where: str
    to_add: str
    to_delete: str
    has_withdrawn: str
    to_footnote: str
    to_split: str
    to_merge: str
    to_retitle: str
    to_move: str

    # What was decided later
    decided_on: str
    decided_by: str
    change_added: str
    change_deleted: str
    change_withdrawn: str
    change_retitled: str
    change_moved: str
    change_split: str
    change_split_off: str
    change_footnoted: str
    change_merged_into: str
    change_merged_with: str

    # Footnotes
    not_considered: str
    allocated: str
    plenary: str
    understanding: str

    # The languages of titles
    not_available: str
    which_items: str
    unofficial: str
    shown_in: str

    # The organization of work
    work_proposed: str
    work_adopted: str
    work_revised: str

    # The comparison and the concordance
    comparison: str
    symbol: str
    compared_adopted: str
    compared_as_it_stands: str
    compared_pending: str
    no_difference: str
    since_row: str
    since_adoption: str
    unchanged: str
    now_placed: str
    kind_retitled: str
    kind_added: str
    kind_deleted: str
    kind_withdrawn: str
    kind_excepted: str
    kind_merged: str
    kind_moved: str
    kind_renumbered: str
    concordance: str
    column_provisional: str
    column_now: str
    column_title: str

    def __init__(self, told: Mapping[str, str]) -> None:
        if wrong := told.keys() ^ Phrases.__annotations__.keys():
            message = f"phrases missing, or not in the list: {', '.join(sorted(wrong))}"
            raise ValueError(message)
        vars(self).update(told)
