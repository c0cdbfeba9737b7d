"""Headings by their looks: short paragraphs that are all bold or larger than the text.

The levels follow the numbers of such headings where they have any, and else their size.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from deskbrief.document.model import BlockKind
from deskbrief.importers.clean import Piece
from deskbrief.importers.draft import BlockDraft, is_heading
from deskbrief.importers.office_draft import OfficeDraft

#: The longest heading by looks, in code points and in words.
LONGEST, MOST_WORDS = 120, 16
#: A heading is this many times as large as the text, unless it is bold.
LARGER = 1.15
#: Where more of the paragraphs look like headings than this share, looks mean nothing.
MOST_SHARE = 0.45

_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})[.):]?\s")
_ENDS = (".", ",", ";")
_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def mark_headings(drafts: Sequence[BlockDraft]) -> None:
    """Make headings of the paragraphs among `drafts` that look like it."""
    usual = usual_size(drafts)
    found = [
        draft
        for index, draft in enumerate(drafts)
        if isinstance(draft, OfficeDraft) and _looks_it(draft, usual) and _heads(drafts, index, usual)
    ]
    texts = sum(draft.kind in _TEXT and bool(draft.line) for draft in drafts)
    if not found or len(found) > MOST_SHARE * texts:
        return
    deepest = max((draft.level for draft in drafts if is_heading(draft)), default=0)
    sizes = sorted({draft.size for draft in found}, reverse=True)
    _make(drafts, {id(draft): deepest + 1 + sizes.index(draft.size) for draft in found})


def _make(drafts: Sequence[BlockDraft], levels: dict[int, int]) -> None:
    above = 0
    for draft in drafts:
        if id(draft) in levels:
            if draft.marker:
                draft.pieces.insert(0, Piece(f"{draft.marker} "))
            level = levels[id(draft)]
            draft.level = number_depth(draft.line) or min(level, above + 1 if above else level)
            draft.kind, draft.marker = BlockKind.HEADING, ""
        if is_heading(draft):
            above = draft.level


def number_depth(line: str) -> int:
    """Return how deep the number at the beginning of `line` goes: 1 for "3." and "3.0", 2 for "3.1"."""
    found = _NUMBER.match(line)
    return len(found["number"].removesuffix(".0").split(".")) if found else 0


def mend_levels(drafts: Sequence[BlockDraft]) -> None:
    """Give headings the level that most headings with numbers of the same depth have."""
    levels: dict[int, Counter[int]] = {}
    numbered = [(draft, number_depth(draft.line)) for draft in drafts if is_heading(draft)]
    for draft, depth in numbered:
        levels.setdefault(depth, Counter())[draft.level] += 1
    for draft, depth in numbered:
        level, count = levels[depth].most_common(1)[0]
        if depth and 3 * count >= 2 * levels[depth].total():
            draft.level = level


def usual_size(drafts: Sequence[BlockDraft]) -> float:
    """Return the size of most of the text, in points; 0 when nothing says one."""
    sizes: Counter[float] = Counter()
    for draft in drafts:
        if isinstance(draft, OfficeDraft) and draft.kind in _TEXT and draft.size:
            sizes[draft.size] += len(draft.line)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _looks_it(draft: OfficeDraft, usual: float) -> bool:
    line = draft.line
    if (
        draft.kind not in _TEXT
        or draft.aside
        or not 1 < len(line) <= LONGEST
        or len(line.split()) > MOST_WORDS
    ):
        return False
    if line.endswith(_ENDS) or not any(sign.isalpha() for sign in line):
        return False
    if draft.kind is BlockKind.LIST_ITEM and (not draft.marker[:1].isdigit() or draft.depth > 1):
        return False
    return draft.bold or (usual > 0 and draft.size >= LARGER * usual)


def _heads(drafts: Sequence[BlockDraft], index: int, usual: float) -> bool:
    """Tell whether text follows the draft at `index`, at most three more such lines later."""
    for draft in drafts[index + 1 : index + 5]:
        if not draft.line and draft.kind is not BlockKind.TABLE:
            continue
        if is_heading(draft):
            return False
        if not (isinstance(draft, OfficeDraft) and _looks_it(draft, usual)):
            return True
    return False
