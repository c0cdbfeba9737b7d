"""Short titles in the words of the source."""

from __future__ import annotations

import re

from deskbrief.analysis.stretches import trimmed
from deskbrief.document.spans import Span

#: Code points of the longest title.
LONGEST = 90
_CLAUSE = re.compile(
    r"[;:.!?](?=\s)|\s[–—-]\s|,\s(?:which|who|where|while|after|before|when|as|with|following)\b"
)
_DANGLING = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "and",
        "or",
        "but",
        "by",
        "with",
        "from",
        "as",
        "that",
        "which",
        "who",
        "is",
        "was",
        "were",
        "are",
        "be",
        "its",
        "their",
        "his",
        "her",
        "into",
        "over",
        "under",
        "about",
        "between",
        "against",
    ]
)


def short_title(text: str, span: Span) -> Span:
    """Return the beginning of `span` that serves as a title: up to a clause's end, or 90 signs."""
    start, end = trimmed(text, span.start, span.end)
    if end - start <= LONGEST:
        cut = _CLAUSE.search(text, start, end)
        if cut is None or cut.start() - start < 12:
            return Span(start, end)
    cut = _CLAUSE.search(text, start + 12, min(start + LONGEST, end))
    if cut is not None:
        return Span(start, cut.start())
    return Span(start, _whole_words(text, start, min(start + LONGEST, end)))


def _whole_words(text: str, start: int, end: int) -> int:
    """Return where to cut so that no word is cut and the last one does not leave the reader waiting."""
    words = list(re.finditer(r"\S+", text[start:end]))
    if len(words) > 1 and end < len(text) and not text[end : end + 1].isspace():
        words.pop()
    while len(words) > 1 and words[-1][0].lower().strip(",") in _DANGLING:
        words.pop()
    return start + words[-1].end() if words else end
