"""Parts of a document that tell no events of their own: references, notes to sources, further reading."""

from __future__ import annotations

import re

from deskbrief.document.model import BlockKind, Document

_SOURCES = r"(?:notes?|references?|sources?|citations?|footnotes?|endnotes?|bibliography|links|literature)"
_APART = re.compile(
    r"\W{0,3}(?:\d{1,2}\W{1,3})?(?:works cited|further reading|see also|reference list"
    rf"|(?:(?:selected|external|general|explanatory)\s)?{_SOURCES}(?:(?:\s(?:and|&)|,)\s{_SOURCES}){{0,2}}"
    r"(?:\s(?:cited|list))?)\W{0,3}(?:\[edit\])?\W{0,3}",
    re.IGNORECASE,
)
#: Code points of the longest such heading.
_LONGEST = 60


def blocks_apart(document: Document) -> frozenset[int]:
    """Return the numbers of the blocks under headings of references and the like, subsections included."""
    found: set[int] = set()
    level = 0
    for number, block in enumerate(document.blocks):
        if block.kind in {BlockKind.HEADING, BlockKind.TITLE}:
            own = block.level or 1
            if level and own > level:
                continue
            short = block.end - block.start <= _LONGEST
            level = own if short and _APART.fullmatch(document.text, block.start, block.end) else 0
        elif level:
            found.add(number)
    return frozenset(found)
