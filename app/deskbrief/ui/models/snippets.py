"""A passage with some words of the text on either side."""

from __future__ import annotations

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.models.words import on_one_line


def snippet(document: Document, span: Span, around: int) -> tuple[str, str, str]:
    """Return the words before a passage, the passage and the words after it, on one line.

    At most `around` code points stand on each side, cut at words, and never more than the block holds.
    """
    text = document.text
    block = document.block_at(span.start)
    low, high = max(span.start - around, block.start), min(span.end + around, max(block.end, span.end))
    before, after = text[low : span.start], text[span.end : high]
    if low > block.start:
        before = "…" + before.partition(" ")[2]
    if high < block.end:
        after = after.rpartition(" ")[0] + "…"
    return _spaced(before), on_one_line(span.of(text)), _spaced(after)


def _spaced(text: str) -> str:
    """Return `text` with white space as single spaces, those at its ends kept."""
    inner = " ".join(text.split())
    left = " " if text[:1].isspace() and inner else ""
    right = " " if text[-1:].isspace() else ""
    return f"{left}{inner}{right}"
