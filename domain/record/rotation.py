"""The statement by which one log key makes way for another: a note of three lines that both have signed.

The first line is `nemcon/key-rotation/v1`, the second the key in use until then, the third the one from then on, each
as `NAME+ID+BASE64`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.record.notes import BadNote, Note, Signer, Verifier, sign_note

if TYPE_CHECKING:
    from domain.keyring import LogKeyRotated

_HEADER: Final = "nemcon/key-rotation/v1"


def _text(old: str, new: str) -> str:
    return f"{_HEADER}\n{old}\n{new}\n"


def stated(old: Signer, new: Signer) -> str:
    """The statement, signed by both keys."""
    text = _text(str(old.verifier), str(new.verifier))
    return str(sign_note(text, old).with_signatures(*sign_note(text, new).signatures))


def must_be_stated(fact: LogKeyRotated) -> None:
    """Refuse a rotation whose statement names other keys, or that one of the two has not signed."""
    note = Note.of(fact.statement.encode())
    if note.text != _text(fact.instead_of, fact.key):
        raise BadNote("The statement of the rotation names other keys than those it is for.")
    for key in (fact.instead_of, fact.key):
        note.must_be_signed(Verifier.of(key))
