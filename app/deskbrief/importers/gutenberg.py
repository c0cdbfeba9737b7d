"""Books of Project Gutenberg: what its volunteers put before and behind a book is no part of it.

The lines that begin and end a book are those of the project's own guide to its files.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.document.spans import Span
from deskbrief.importers.draft import BlockDraft

#: Why it is left out.
LICENCE = "preamble and licence of Project Gutenberg"
#: So many code points or blocks may stand before a book.
LONGEST_HEAD, MOST_BEFORE = 20_000, 120

_BEGINS = re.compile(
    r"\*{3}\s?START OF (?:THE|THIS) PROJECT GUTENBERG E-?(?:BOOK|TEXT)"
    r"[^*\n]{0,400}(?:\n[^*\n]{0,200}(?=\*))?\*{0,3}",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:End of (?:the |this )?Project Gutenberg(?:'s|’s)? [^\n]{0,400}\s{1,20})?"
    r"\*{3}\s?END OF (?:THE|THIS) PROJECT GUTENBERG E-?(?:BOOK|TEXT)",
    re.IGNORECASE,
)
_SAID = re.compile(r"^(Title|Author): {1,4}(\S[^\n]{0,300})", re.MULTILINE)


def own_text(text: str) -> Span:
    """Return where the book itself stands in `text`, which is all of it for other texts."""
    begins = _BEGINS.search(text, 0, LONGEST_HEAD)
    if begins is None:
        return Span(0, len(text))
    ends = _ENDS.search(text, begins.end())
    return Span(begins.end(), ends.start() if ends else len(text))


def said_before(head: str) -> tuple[str, str]:
    """Return the title and the author that what stands before a book tells, or empty strings."""
    said = {found[1]: found[2].strip() for found in _SAID.finditer(head)}
    return said.get("Title", ""), said.get("Author", "")


def own_drafts(drafts: Sequence[BlockDraft]) -> tuple[list[BlockDraft], str]:
    """Return the drafts of the book itself, and the text of the others."""
    first = next((at for at, one in enumerate(drafts[:MOST_BEFORE]) if _BEGINS.search(one.line)), None)
    if first is None or first + 1 == len(drafts):
        return list(drafts), ""
    end = next((at for at, one in enumerate(drafts) if at > first and _ENDS.search(one.line)), len(drafts))
    kept = list(drafts[first + 1 : end])
    if not kept:
        return list(drafts), ""
    # Links to the beginning of the file lead to that of the book.
    kept[0].places = (*(place for one in drafts[: first + 1] for place in one.places), *kept[0].places)
    return kept, "\n".join(one.line for one in (*drafts[: first + 1], *drafts[end:]))
