"""Whose cosignatures are enough: a quorum file, as C2SP tlog-policy writes it.

log example.org/record+1b2c3d4e+AQ...
witness vienna w.vienna.example+5f6a7b8c+BA...
witness geneva w.geneva.example+9d0e1f2a+BA...
group capitals any vienna geneva
quorum capitals
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from domain.record.notes import BadNote, KeyType, Verifier

NONE: Final = "none"


@dataclass(frozen=True)
class Group:
    """So many of these, each a witness or another group, by their names in the file."""

    needed: int
    members: tuple[str, ...]


@dataclass(frozen=True)
class Quorum:
    """The keys of logs and of witnesses, the groups, and the name of what must have cosigned."""

    logs: tuple[Verifier, ...]
    witnesses: dict[str, Verifier]
    groups: dict[str, Group]
    needed: str

    @staticmethod
    def of(text: str) -> Quorum:
        """The quorum that a file asks for; refused, with its line, where a line is not understood."""
        reader = _Reader()
        for number, line in enumerate(text.split("\n"), start=1):
            words = line.strip(" \t").split()
            if not words or words[0].startswith("#"):
                continue
            try:
                reader.line(words)
            except BadNote as error:
                raise BadNote(f"Line {number} of the quorum file: {error.sentence}", error.next_step) from error
        if reader.needed is None:
            raise BadNote("The quorum file asks for no quorum.", "Add a last line: quorum NAME, or quorum none")
        return Quorum(tuple(reader.logs), reader.witnesses, reader.groups, reader.needed)

    def met(self, cosigned: Collection[Verifier]) -> bool:
        """Whether these witnesses are enough."""
        return self._met(self.needed, cosigned)

    def _met(self, name: str, cosigned: Collection[Verifier]) -> bool:
        if name in self.witnesses:
            return self.witnesses[name] in cosigned
        group = self.groups.get(name)
        return group is None or sum(self._met(one, cosigned) for one in group.members) >= group.needed

    @property
    def said(self) -> str:
        """What it asks for, in a few words: 2 of vienna, geneva and nairobi."""
        group = self.groups.get(self.needed)
        return self.needed if group is None else f"{group.needed} of {', '.join(group.members)}"


class _Reader:
    def __init__(self) -> None:
        self.logs: list[Verifier] = []
        self.witnesses: dict[str, Verifier] = {}
        self.groups: dict[str, Group] = {}
        self.needed: str | None = None
        self._members: set[str] = set()
        self._lines: dict[str, Callable[[list[str]], None]] = {
            "log": self._log,
            "witness": self._witness,
            "group": self._group,
            "quorum": self._quorum,
        }

    def line(self, words: list[str]) -> None:
        """Take one line in."""
        if words[0] not in self._lines or len(words) < 2:  # noqa: PLR2004 - every line names something
            raise _odd(f"{words[0][:20]!r} is not understood: a line begins with log, witness, group or quorum.")
        self._lines[words[0]](words[1:])

    def _log(self, words: list[str]) -> None:
        key = Verifier.of(words[0]).must_be(KeyType.LOG)
        if any(key.key == one.key for one in self.logs):
            raise _odd("this log is there already.")
        self.logs.append(key)

    def _witness(self, words: list[str]) -> None:
        name, vkey = words[0], words[1] if len(words) > 1 else ""
        key = Verifier.of(vkey).must_be(KeyType.WITNESS)
        # tlog-policy: two witnesses with one public key are not allowed, whatever their names.
        if any(key.key == one.key for one in self.witnesses.values()):
            raise _odd("this witness is there already, perhaps under another name.")
        self.witnesses[self._free(name)] = key

    def _group(self, words: list[str]) -> None:
        name, (count, *members) = words[0], words[1:] or [""]
        for one in members:
            # tlog-policy: defined on a preceding line, and a member of one group at most.
            if one not in self.witnesses and one not in self.groups:
                raise _odd(f"{one} is not defined above it.")
            if one in self._members:
                raise _odd(f"{one} is a member already: each counts once.")
            self._members.add(one)
        needed = {"any": "1", "all": str(len(members))}.get(count, count)
        if not (needed.isascii() and needed.isdecimal() and 1 <= int(needed) <= len(members)):
            raise _odd(f"{count!r} of {len(members)} cannot be: give a number, any or all.")
        self.groups[self._free(name)] = Group(int(needed), tuple(members))

    def _quorum(self, words: list[str]) -> None:
        if self.needed is not None:
            raise _odd("there is a quorum already.")
        if words[0] not in {NONE, *self.witnesses, *self.groups}:
            raise _odd(f"{words[0]} is not defined above it.")
        self.needed = words[0]

    def _free(self, name: str) -> str:
        if name in {NONE, *self.witnesses, *self.groups}:
            raise _odd(f"the name {name} is taken.")
        return name


def _odd(sentence: str) -> BadNote:
    return BadNote(sentence, "Correct the line; docs/record-format.md says what may stand there.")
