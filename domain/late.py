"""`dataclass` as the standard library has it, but written out only when the first of its kind is made or asked about.

`dataclasses` writes six functions for each frozen class and compiles them one by one: of the 160 kinds of fact and of
state a command never meets, that was half of all it took to start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses

    class _Unwritten:
        """Stands where a dataclass has its fields: whoever asks for them has the class written out."""

        def __init__(self, kind: type, how: dict[str, bool]) -> None:
            self.kind = kind
            self.how = how

        def __get__(self, _one: object, _asked: type) -> dict[str, dataclasses.Field]:
            return self.write().__dataclass_fields__

        def write(self) -> type:
            """The class with all that a dataclass has; what stood in its place would not be overwritten."""
            if vars(self.kind).get("__dataclass_fields__") is self:
                del self.kind.__dataclass_fields__, self.kind.__init__
                dataclasses.dataclass(**self.how)(self.kind)
            return self.kind

    def dataclass(**how):  # noqa: ANN003, ANN201 - the type checker reads dataclasses.dataclass
        """A dataclass, written out when it is first needed. Several threads may share it once one of them has."""

        def later(kind: type) -> type:
            unwritten = _Unwritten(kind, how)

            def first(self: object, *given: object, **named: object) -> None:
                unwritten.write().__init__(self, *given, **named)

            kind.__dataclass_fields__, kind.__init__ = unwritten, first
            return kind

        return later


__all__ = ["dataclass"]
