"""Words from documents inside the words of the window."""

from __future__ import annotations

import unicodedata


def isolated(name: str) -> str:
    """Return a name that does not turn around what stands beside it when it is written from right to left."""
    turns = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in name)
    return f"\u2068{name}\u2069" if turns else name
