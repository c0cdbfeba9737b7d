"""The language of a text, by what it says of itself and by its words."""

from __future__ import annotations

import re

from deskbrief.document.tongues import settled_tongue

_TAG = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")


def guess_language(text: str, declared: str = "") -> str:
    """Return a BCP 47 primary language subtag, an empty string where it cannot be told.

    What is declared counts, unless the text plainly is in English and that is not, or the other way round.
    """
    tag = _TAG.match(declared.strip())
    return settled_tongue(text, tag[0].lower() if tag else "")
