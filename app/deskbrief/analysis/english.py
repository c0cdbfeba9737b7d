"""Whether a text is in English, the one language whose rules and model there are."""

from __future__ import annotations

import re

from deskbrief.document.model import Document
from deskbrief.document.tongues import tongue_by_letters

#: How much of a text is looked at, and how many words are needed to tell.
LOOK, FEWEST_WORDS = 20_000, 40
#: The share of the commonest words below which a text is not English; lists and tables still reach it.
SHARE = 0.05

_WORD = re.compile(r"[^\W\d_]{1,30}")
_COMMON = frozenset(["the", "and", "of", "to", "that", "for", "with", "by"])


def is_foreign(document: Document) -> bool:
    """Tell whether `document` says that it is in another language, or plainly is."""
    named = document.metadata.language
    if named:
        return not named.startswith("en")
    if tongue_by_letters(document.text):
        return True
    words = _WORD.findall(document.text[:LOOK].lower())
    return len(words) >= FEWEST_WORDS and sum(word in _COMMON for word in words) < SHARE * len(words)
