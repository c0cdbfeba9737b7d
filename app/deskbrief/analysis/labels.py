"""Labels: the few words before a colon that name a list item."""

from __future__ import annotations

from deskbrief.document.spans import Span


def label_of(text: str, block: Span) -> Span | None:
    """Return the label an item begins with: a few words before a colon or full stop, with text after."""
    stretch = block.of(text)
    head = stretch[:90]
    for mark in (":", " – ", " — ", " - "):
        at = head.find(mark)
        if at > 0 and len(stretch) > at + 12 and _is_label(head[:at]):
            return Span(block.start, block.start + at)
    return None


def _is_label(head: str) -> bool:
    words = head.split()
    return (
        1 <= len(words) <= 10
        and not head.rstrip().endswith((",", ";"))
        and "http" not in head
        and not head[-1].isdigit()
    )
