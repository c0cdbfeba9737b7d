"""Where headings stand, and which sections tell of other times than that of writing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from deskbrief.analysis.times.moment import Moment
from deskbrief.document.model import Block, BlockKind
from deskbrief.document.spans import Span

_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?,?\s"
_YEAR_LINE = re.compile(rf"[\s*_#\[(–—-]{{0,4}}(?:{_MONTHS})?(?:1\d|20)\d\d[\s*_\]):.,–—-]{{0,4}}")
#: Code points of the longest line that is a year and nothing else.
_LONGEST = 26


def is_year_line(text: str, block: Block) -> bool:
    """Tell whether a paragraph or item is a year, or a month of one, which holds for what stands below it."""
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} or block.end - block.start > _LONGEST:
        return False
    return _YEAR_LINE.fullmatch(text, block.start, block.end) is not None


@dataclass(frozen=True, slots=True)
class Entry:
    """What a diary or log tells under one day, or behind it."""

    span: Span
    day: Moment


class Layout:
    """The headings of a text, in order, and for each whether what stands under it is a history.

    `entries` are those of a log, in order.
    `histories` holds one more entry than `headings`: the first is for what stands before the first heading.
    Without entries nothing is known.
    """

    def __init__(
        self, headings: Sequence[Span], histories: Sequence[bool], entries: Sequence[Entry] = ()
    ) -> None:
        self._entries = tuple(entries)
        self._begins = [entry.span.start for entry in entries]
        self._headings = tuple(headings)
        self._starts = [heading.start for heading in headings]
        self._histories = tuple(histories)
        self._opened = -1

    def day(self, offset: int) -> Moment | None:
        """Return the day of the entry that holds `offset`, from which "yesterday" counts there."""
        at = bisect_right(self._begins, offset) - 1
        return self._entries[at].day if at >= 0 and offset < self._entries[at].span.end else None

    def section(self, offset: int) -> int:
        """Return the number of the section that holds `offset`, 0 before the first heading."""
        return bisect_right(self._starts, offset)

    def is_heading(self, offset: int) -> bool:
        """Tell whether `offset` is inside a heading."""
        at = self.section(offset) - 1
        return at >= 0 and offset < self._headings[at].end

    def opens(self, offset: int) -> bool:
        """Tell whether this is the first question about the heading that holds `offset`."""
        first = self.section(offset) != self._opened
        self._opened = self.section(offset)
        return first

    def tells_history(self, offset: int) -> bool | None:
        """Tell whether the section that holds `offset` is a history, none where that is not known."""
        return self._histories[self.section(offset)] if self._histories else None
