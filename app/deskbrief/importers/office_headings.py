"""Headings by their looks: short paragraphs that are all bold or larger than the text.

The levels follow the numbers of such headings where they have any, and else their size.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from deskbrief.document.model import BlockKind
from deskbrief.importers.clean import Piece
from deskbrief.importers.draft import BlockDraft, is_heading
from deskbrief.importers.office_draft import OfficeDraft
from deskbrief.importers.office_enumerators import enumerated_depths

#: The longest heading by looks, in code points and in words.
LONGEST, MOST_WORDS = 120, 16
#: A heading is this many times as large as the text, unless it is bold.
LARGER = 1.15
#: Where more of the paragraphs look like headings than this share, and they hold more than this share of the
#: letters, looks mean nothing.
MOST_SHARE, MOST_LETTERS = 0.45, 0.2

_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})[.):]?\s")
_CAPTION = re.compile(
    r"(?:fig|figure|table|chart|box|exhibit|plate|abb|abbildung|tabelle|tableau|tabla|figura)\.?\s?\d",
    re.IGNORECASE,
)
#: The longest caption, in code points.
LONGEST_CAPTION = 300
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
    if not found or _are_too_many(found, drafts):
        return
    deepest = max((draft.level for draft in drafts if is_heading(draft)), default=0)
    sizes = sorted({draft.size for draft in found}, reverse=True)
    ranks = {id(draft): 1 + sizes.index(draft.size) for draft in found}
    depths = _depths(found)
    above = 0 if deepest else _ranks_above(found, ranks, depths)
    if deepest and _tops_all(found[0], drafts):
        # The headings have styles, but the title only looks like one.
        del ranks[id(found[0])]
        found[0].kind = BlockKind.TITLE
    levels = {key: depths[key] + above if depths[key] else deepest + rank for key, rank in ranks.items()}
    _make(drafts, levels, depths)


def mark_captions(drafts: Sequence[BlockDraft]) -> None:
    """Make captions of the paragraphs beside a picture or table that are numbered as captions are."""
    filled = [draft for draft in drafts if draft.line or draft.rows or draft.picture is not None]
    around = zip([None, *filled], filled, [*filled[1:], None], strict=False)
    for before, draft, after in around:
        alone = draft.kind is BlockKind.PARAGRAPH and draft.picture is None
        if alone and len(draft.line) <= LONGEST_CAPTION and _CAPTION.match(draft.line):
            beside = any(other is not None and (other.rows or other.picture) for other in (before, after))
            draft.kind = BlockKind.CAPTION if beside else draft.kind


def _depths(found: Sequence[OfficeDraft]) -> Mapping[int, int]:
    """Return for each heading how deep its number goes, or its letter where these change; 0 without one."""
    lines = [f"{draft.marker} {draft.line}" if draft.marker else draft.line for draft in found]
    by_kind = enumerated_depths(lines)
    depths = by_kind if any(by_kind) else [number_depth(line) for line in lines]
    return {id(draft): depth for draft, depth in zip(found, depths, strict=True)}


def _tops_all(draft: OfficeDraft, drafts: Sequence[BlockDraft]) -> bool:
    """Tell whether `draft` stands at the top and is larger than all else, and nothing else is the title."""
    others = [
        other for other in drafts if other is not draft and isinstance(other, OfficeDraft) and other.line
    ]
    first = next(other for other in drafts if other.line or other.rows)
    sizes = (other.size for other in others)
    titled = any(other.kind is BlockKind.TITLE for other in others)
    return draft is first and not titled and draft.size > max(sizes, default=draft.size)


def _ranks_above(found: Sequence[OfficeDraft], ranks: Mapping[int, int], depths: Mapping[int, int]) -> int:
    """Return how many ranks of larger headings, from the first one on, stand above those with numbers."""
    numbered = Counter(ranks[id(draft)] for draft in found if depths[id(draft)] == 1)
    rank = numbered.most_common(1)[0][0] if numbered else 1
    return rank - 1 if ranks[id(found[0])] < rank else 0


def _are_too_many(found: Sequence[OfficeDraft], drafts: Sequence[BlockDraft]) -> bool:
    texts = [len(draft.line) for draft in drafts if draft.kind in _TEXT and draft.line]
    letters = sum(len(draft.line) for draft in found)
    return len(found) > MOST_SHARE * len(texts) and letters > MOST_LETTERS * sum(texts)


def _make(drafts: Sequence[BlockDraft], levels: Mapping[int, int], depths: Mapping[int, int]) -> None:
    """Make headings of the drafts that have one of `levels`; those without a number skip none."""
    above = 0
    for draft in drafts:
        if id(draft) in levels:
            if draft.marker:
                draft.pieces.insert(0, Piece(f"{draft.marker} "))
            level = levels[id(draft)]
            draft.level = level if depths[id(draft)] or not above else min(level, above + 1)
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
    if line.endswith(_ENDS) or _CAPTION.match(line) or not any(sign.isalpha() for sign in line):
        return False
    if line[0] == "(" and line[-1] == ")":
        # It says something of the line above: "(in millions)".
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
