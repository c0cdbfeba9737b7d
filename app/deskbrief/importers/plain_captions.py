"""Captions in plain text: "Figure 2. Exports by year" on a line of its own, which heads nothing."""

from __future__ import annotations

import re

from deskbrief.document.model import BlockKind
from deskbrief.importers.plain_units import Unit

#: The longest caption, in code points; what is longer is prose that begins like one.
LONGEST = 600

#: What is counted, its number, and a sign that parts both from the words. "Exhibit" is left out: in filings
#: it heads a whole contract.
_NUMBERED = re.compile(
    r"\[?(?:fig(?:ure|\.)?|table|chart|graph|map|plate|diagram)[ \u00a0]{1,2}"
    r"[A-Z]?\d{1,3}(?:[.\-–]\d{1,3}){0,2}[a-z]?(?:\s?[.:|–—-])?(?:\s{1,4}|$)",
    re.IGNORECASE,
)
_OPENERS = "\"'“‘(["


def is_caption(unit: Unit) -> bool:
    """Tell whether `unit` is the caption of a figure or table.

    "Table 2 shows", which goes on in small letters, is a sentence about one.
    """
    if unit.kind is not BlockKind.PARAGRAPH or len(unit.text) > LONGEST:
        return False
    found = _NUMBERED.match(unit.text)
    if found is None:
        return False
    words = unit.text[found.end() :].lstrip(_OPENERS)
    return not words or words[0].isupper() or words[0].isdigit()
