"""Where a saved page was: what the browser, or a program like SingleFile, notes in a comment at its head."""

from __future__ import annotations

import re

#: How much of a page is looked at.
LOOK = 4096

_NOTES = (
    re.compile(r"<!--\s{0,9}saved from url=\(\d{4}\)(https?://[^\s<>]{1,2000})", re.IGNORECASE),
    re.compile(r"<!--\s{0,9}Page saved with SingleFile\s{1,9}url:\s{0,9}(https?://[^\s<>]{1,2000})"),
)


def saved_address(text: str) -> str:
    """Return the address that a page was saved from, or an empty string."""
    found = (note.search(text[:LOOK]) for note in _NOTES)
    return next((one[1] for one in found if one), "")
