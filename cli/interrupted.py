"""Ctrl-C while the program starts: it ends, and nobody is shown where.

Imported before anything that takes its time, and so it imports next to nothing itself.
"""

from __future__ import annotations

import sys
from types import TracebackType

_EXCEPTHOOK, _UNRAISABLEHOOK = sys.excepthook, sys.unraisablehook


def in_silence() -> None:
    """From now on an interruption that nothing else has answered shows no traceback."""
    sys.excepthook, sys.unraisablehook = ended, unheard


def ended(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The program ends by an exception that nobody caught."""
    if not issubclass(kind, KeyboardInterrupt):
        _EXCEPTHOOK(kind, error, trace)


def unheard(unraisable: sys.UnraisableHookArgs) -> None:
    """An exception where none can be raised, as while a module is let go: an interruption there is to be repeated."""
    if not isinstance(unraisable.exc_value, KeyboardInterrupt):
        _UNRAISABLEHOOK(unraisable)
