"""Headings and items that end with their date: "Talks (3 March 2021)", "Summit in Oslo - 26 November"."""

from __future__ import annotations

import re

from deskbrief.analysis.events.cells import DateCell, date_cell
from deskbrief.analysis.stretches import trimmed
from deskbrief.analysis.times.told import Times
from deskbrief.document.model import Block
from deskbrief.document.spans import Span

_WORDS = re.compile(r"[^\W\d_]{3,}")
#: What leads to a date at the end.
_LEADS = re.compile(r"(?:[–—]|\s-{1,2}|:|\()\s?$")
_COMMA = re.compile(r",\s?$")
_ENDS = re.compile(r"\)?[\s.]{0,4}")


def date_at_end(text: str, block: Block, times: Times, *, comma: bool) -> tuple[DateCell, Span] | None:
    """Return the date with which a block ends, and what stands before it; none where it ends otherwise.

    `comma` says that a comma is enough before the date, as in a heading.
    """
    inside = times.within(block.span)
    for first in (inside[-2:-1], inside[-1:]):
        if not first or not _ENDS.fullmatch(text, inside[-1].end, block.end):
            continue
        start = first[0].start
        leads = _LEADS.search(text, block.start, start) or (
            _COMMA.search(text, block.start, start) if comma else None
        )
        date = date_cell(text, Span(start, inside[-1].end), times) if leads else None
        if leads is None or date is None or not is_fine(date):
            continue
        told = Span(*trimmed(text, block.start, leads.start()))
        return (date, told) if _WORDS.search(text, told.start, told.end) else None
    return None


def is_fine(date: DateCell) -> bool:
    """Tell whether a date names a day or month: what stands with a year may be about anything."""
    return any(time.mention.recipe.month for time in date.times)
