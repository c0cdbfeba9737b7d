"""Lines that are a day and a sign that leads to what stands below them: "3 March 1921:"."""

from __future__ import annotations

import re

from deskbrief.analysis.events.cells import DateCell, date_cell
from deskbrief.analysis.times.told import Times
from deskbrief.document.model import Block, BlockKind
from deskbrief.document.spans import Span

#: Code points of the longest such line.
_LONGEST = 60
_LEADS = re.compile(r"(?:\s?(?::|/{2,4}|\||[–—]|-{1,2}))[\s*_]{0,4}$")
#: Code points of the longest sign that leads on.
_SIGN = 10


def day_line(text: str, block: Block, times: Times) -> DateCell | None:
    """Return the date that a paragraph is but for the sign at its end; none for any other paragraph."""
    if block.kind is not BlockKind.PARAGRAPH or len(block.span) > _LONGEST:
        return None
    leads = _LEADS.search(text, max(block.start, block.end - _SIGN), block.end)
    return date_cell(text, Span(block.start, leads.start()), times) if leads else None
