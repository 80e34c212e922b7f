"""No private key is shown, whatever it was typed for, or read from, by mistake."""

import re

_PRIVATE = re.compile(
    r"['\"]?PRIVATE\+KEY\+\S*|-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*-----|\Z)", re.DOTALL
)


def veiled(text: str) -> str:
    """The text with each private key in it named, and not told."""
    return _PRIVATE.sub("(a private key)", text)
