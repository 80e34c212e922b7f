"""How a name stands in a sentence: with its article, and at its head."""

from __future__ import annotations


def the(name: str) -> str:
    """A name with its article, which some bodies print as part of the name."""
    return name if name.lower().startswith("the ") else f"the {name}"


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as it was."""
    return text[:1].upper() + text[1:]
