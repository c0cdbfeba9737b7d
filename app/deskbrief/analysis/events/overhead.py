"""The time that stands over a table or list: in its caption, its lead-in or a heading above it."""

from __future__ import annotations

import re

from deskbrief.analysis.times.anchors import Told
from deskbrief.analysis.times.layout import is_year_line
from deskbrief.analysis.times.told import Times
from deskbrief.document.model import BlockKind, Document

#: Blocks looked back through for a heading.
_REACH = 60
#: How a caption begins, and how long it is at most.
_CAPTION = re.compile(r"(?:table|box|exhibit|timeline) [A-Z]{0,2}[\d.-]{1,6}\b", re.IGNORECASE)
LONGEST_CAPTION = 200
#: Stands for the level of headings while none has been met.
_NO_LEVEL = 99


def time_over(document: Document, number: int, times: Times) -> Told | None:
    """Return the year told by the caption or lead-in beside block `number`, else by what stands over it.

    That is a line with a year and nothing else, or one of the headings above.
    """
    blocks = document.blocks
    for at in (number - 1, number + 1):
        if 0 <= at < len(blocks) and (
            blocks[at].kind is BlockKind.CAPTION or (at < number and _belongs_below(document, at))
        ):
            told = _year_in(document, at, times)
            if told:
                return told
    level = _NO_LEVEL
    for at in range(number - 1, max(number - _REACH, -1), -1):
        if blocks[at].kind in {BlockKind.HEADING, BlockKind.TITLE} and blocks[at].level < level:
            level = blocks[at].level
            told = _year_in(document, at, times)
            if told:
                return told
        elif level == _NO_LEVEL and _is_year_over(document, at, number):
            return _year_in(document, at, times)
    return None


def _is_year_over(document: Document, at: int, number: int) -> bool:
    """Tell whether block `at` is a line with a year, and an item only one under which `number` stands."""
    block, below = document.blocks[at], document.blocks[number]
    if not is_year_line(document.text, block):
        return False
    return block.kind is not BlockKind.LIST_ITEM or (
        below.kind is BlockKind.LIST_ITEM and block.depth < below.depth
    )


def _belongs_below(document: Document, at: int) -> bool:
    """Tell whether a paragraph leads in to what follows, or is the caption of it though nothing says so."""
    block = document.blocks[at]
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    if document.text[block.start : block.end].rstrip().endswith(":"):
        return True
    return len(block.span) <= LONGEST_CAPTION and _CAPTION.match(document.text, block.start) is not None


def _year_in(document: Document, at: int, times: Times) -> Told | None:
    """Return the first time of a block that says its year, if all of its years are the same."""
    said = [
        time for time in times.within(document.blocks[at].span) if time.concrete and time.mention.recipe.year
    ]
    years = {time.mention.recipe.year for time in said}
    if len(years) != 1 or said[0].worked.moment is None:
        return None
    wording = " ".join(document.text[said[0].start : said[0].end].split())
    return Told(said[0].worked.moment, wording)
