"""What of a long passage a reference quotes: whole clauses where it can, and what matters of them."""

from __future__ import annotations

import re

from deskbrief.document.cutting import CLAUSE, cut_at
from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.spans import Span

#: A reference quotes at most this many code points of its passage.
LONGEST_QUOTE = 90
#: A row of a table is quoted whole up to so many: its last cell often holds what the row says.
LONGEST_ROW = 160
#: A quote is not cut before so many of them.
BEFORE_CUT = 55
_SENTENCE_END = re.compile(r"(?<=[.!?])[”’)]? +(?=[A-Z“])|\n")


def quotable(document: Document, span: Span, core: Span | None = None) -> Span:
    """Return the stretch of `span` that a reference quotes: all of a short one, else the words about `core`.

    Without a `core` these are its first words.
    """
    block = document.block_at(span.start)
    end = min(span.end, block.end) if block.end > span.start else span.end
    if block.kind is BlockKind.TABLE:
        if end - span.start <= LONGEST_ROW:
            return Span(span.start, end)
        end = _row_end(block, Span(span.start, end))
    if end - span.start <= LONGEST_QUOTE:
        return Span(span.start, end)
    start = _beginning(document.text, Span(span.start, end), core or span)
    if end - start <= LONGEST_QUOTE:
        return Span(start, end)
    return Span(start, start + cut_at(document.text[start : start + LONGEST_QUOTE + 1], BEFORE_CUT))


def sentence_about(document: Document, span: Span) -> Span:
    """Return the sentence around `span`; in a table, the row."""
    block = document.block_at(span.start)
    for row in block.rows:
        if row.span.start <= span.start < row.span.end:
            return row.span
    ends = [match.end() for match in _SENTENCE_END.finditer(document.text, block.start, block.end)]
    start = max((end for end in ends if end <= span.start), default=block.start)
    return Span(start, next((end for end in ends if end >= span.end), block.end))


def _beginning(text: str, span: Span, core: Span) -> int:
    """Return where a quote of `span` begins: with a clause, so near `core` that this is quoted, too."""
    latest = min(core.end, span.end) - BEFORE_CUT
    if core.start - span.start <= LONGEST_QUOTE // 2 or latest <= span.start:
        return span.start
    earliest = max(core.start - LONGEST_QUOTE // 2, span.start)
    clause = next(CLAUSE.finditer(text, earliest, max(core.start, earliest)), None)
    word = text.find(" ", earliest, core.start) + 1
    return clause.end() if clause else word or min(core.start, latest)


def _row_end(table: Block, span: Span) -> int:
    """Return the end of the last cell that fits into a quote, so that no cell is cut without need."""
    ends = [cell.end for row in table.rows for cell in row.cells if span.start < cell.end <= span.end]
    fitting = [end for end in ends if end - span.start <= LONGEST_QUOTE]
    return fitting[-1] if fitting else span.end
