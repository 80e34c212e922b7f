"""The members of a zipped file, none of them trusted: how many, how large, and which kind of document it is.

A member is read only up to its limit, whatever size its header claims.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Final

from cli.intake.source import Unreadable

_MOST_MEMBERS: Final = 5_000
_LARGEST_MEMBER: Final = 30_000_000  # bytes; the text of the longest papers stays below one million
_LARGEST_IN_ALL: Final = 200_000_000  # with the pictures, which are never unpacked
_ENCRYPTED: Final = 0x1  # ZIP application note 4.4.4: general purpose bit 0

_SAVE: Final = "Save it as a Word document (.docx) and read that."
_OTHERS: Final = (
    ("xl/workbook.xml", "it is a spreadsheet (.xlsx)"),
    ("ppt/presentation.xml", "it is a presentation (.pptx)"),
    ("content.xml", "it is an OpenDocument file (.odt)"),
)


class Unzipped:
    """The members of the file by name. Refused: bombs, encrypted members, names that come twice."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise self._broken() from error
        members = self._zip.infolist()
        self.names = frozenset(member.filename for member in members)
        if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _LARGEST_IN_ALL:
            raise self._bomb()
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise Unreadable(name, "it is encrypted", "Save it without its password and read that.")
        if len(self.names) < len(members):
            raise Unreadable(name, "two parts in it have the same name", _SAVE)

    def member(self, member: str) -> bytes | None:
        """The bytes of one member; None where there is none."""
        if member not in self.names:
            return None
        try:
            with self._zip.open(member) as opened:
                data = opened.read(_LARGEST_MEMBER + 1)
        except Exception as error:
            raise self._broken() from error
        if len(data) > _LARGEST_MEMBER:
            raise self._bomb()
        return data

    def require_word(self) -> None:
        """Refuse what is no Word document, by its name."""
        if "[Content_Types].xml" in self.names and "word/document.xml" in self.names:
            return
        why = next((why for member, why in _OTHERS if member in self.names), "it is a zipped file, not a Word document")
        raise Unreadable(self._name, why, _SAVE)

    def _broken(self) -> Unreadable:
        return Unreadable(self._name, "the zipped file is damaged", "Get the file again, or save it anew in Word.")

    def _bomb(self) -> Unreadable:
        why = f"it unpacks to more than an agenda can hold ({_LARGEST_MEMBER // 1_000_000} MB in one part)"
        return Unreadable(self._name, why, "Do not open it; ask whoever sent it for another file.")
