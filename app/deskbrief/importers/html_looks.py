"""Headings of a page that has no elements for them: short blocks that are all bold, or larger than its text.

Filings, exported reports and old pages tell their headings by the style of their letters alone. They are
judged as the paragraphs of word processors are, see `deskbrief.importers.office_headings`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_inline import to_first_letter
from deskbrief.importers.office_draft import OfficeDraft
from deskbrief.importers.office_headings import mark_headings

#: A shorter text needs no headings, and fewer lines that look like some are lines to press a point.
SHORT, FEWEST = 5_000, 4
#: So many elements in each other are looked at for the size of the letters, and so much of a style.
DEEPEST, LOOK = 6, 400
_SIZE = re.compile(
    r"(?<![-\w])font-size\s{0,4}:\s{0,4}(\d{1,3}(?:\.\d{1,3})?)\s{0,4}(pt|px|em|rem|%)", re.IGNORECASE
)
#: What one of each unit is in points, where the text of a page has 12.
_POINTS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "%": 0.12}
#: The same for the sizes 1 to 7 of `<font>`.
_FONT = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}


def head_by_looks(drafts: Sequence[Draft]) -> None:
    """Make headings of the blocks among `drafts` that look like it, where the page has no headings at all."""
    size = sum(len(draft.text) for draft in drafts)
    if size < SHORT or any(draft.kind is BlockKind.HEADING for draft in drafts):
        return
    # Lines that are parted by breaks alone stand in the same element.
    sizes = {element: _size_of(element) for element in dict.fromkeys(draft.whole for draft in drafts)}
    seen = [_seen(draft, sizes[draft.whole]) for draft in drafts]
    mark_headings(seen)
    found = [(draft, one) for draft, one in zip(drafts, seen, strict=True) if one.kind is BlockKind.HEADING]
    # Most of the bold lines of a conversation name its few speakers again and again.
    if len({one.line for _, one in found}) < max(FEWEST, len(found) / 2):
        return
    for draft, one in found:
        draft.kind, draft.level, draft.marker, draft.depth = one.kind, one.level, "", 0
        draft.pieces = one.pieces


def _seen(draft: Draft, size: float) -> OfficeDraft:
    """Return a block as the paragraph of a word processor."""
    return OfficeDraft(
        draft.kind,
        list(draft.pieces),
        marker=draft.marker,
        depth=draft.depth,
        rows=draft.rows,
        size=size,
        aside=draft.linked * 2 > len(draft.text),
    )


def _size_of(element: HtmlElement) -> float:
    """Return the size of the first letters of `element` in points; 0 where its style says none."""
    size = 0.0
    for node in islice(to_first_letter(element), DEEPEST):
        found = _SIZE.search(node.get("style", "")[:LOOK])
        if found:
            size = float(found[1]) * _POINTS[found[2].lower()]
        elif node.tag == "font":
            size = _FONT.get(node.get("size", "").strip(), size)
    return size
