"""The word, the paragraph and the rows of a table around a place."""

from __future__ import annotations

import re

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.stretches import stretch_at

#: Signs that stand inside of words.
_INSIDE = "'’-\u00ad_"
_LETTER = re.compile(r"\w")
#: White space and signs between two words are crossed as far as this.
MOST_BETWEEN = 10_000
#: A word is not looked for any further away than this.
LONGEST = 400


def word_at(document: Document, offset: int) -> Span:
    """Return the word at `offset`, or the run of other signs of one kind, within its block or cell."""
    bounds = stretch_at(document, offset)
    text = document.text
    if not len(bounds):
        return bounds
    at = min(max(offset, bounds.start), bounds.end - 1)
    if not _is_word(text[at]) and at > bounds.start and _is_word(text[at - 1]) and at == offset:
        at -= 1
    wanted = _kind(text[at])
    start, end = at, at + 1
    while start > max(bounds.start, at - LONGEST) and _joins(text, start - 1, wanted, bounds):
        start -= 1
    while end < min(bounds.end, at + LONGEST) and _joins(text, end, wanted, bounds):
        end += 1
    return Span(start, end)


def end_moved(document: Document, offset: int, step: int) -> int:
    """Return the end of the next word behind `offset`, or of the one before; ends of blocks count too."""
    text, at = document.text, offset
    if step > 0:
        bounds = stretch_at(document, offset)
        at = _word_from(text, offset, len(text))
        if offset < bounds.end <= at:
            return bounds.end
        return word_at(document, at).end if at < len(text) else len(text)
    if at and _is_word(text[at - 1]):
        at = word_at(document, at - 1).start
    while at > 0 and not _is_word(text[at - 1]) and offset - at < MOST_BETWEEN:
        at -= 1
    return at


def start_moved(document: Document, offset: int, step: int) -> int:
    """Return the start of the next word behind `offset`, or of the one before; starts of blocks count too."""
    text, at = document.text, offset
    if step > 0:
        if at < len(text) and _is_word(text[at]):
            at = word_at(document, at + 1).end
        return _word_from(text, at, len(text))
    while at > 0 and not _is_word(text[at - 1]) and offset - at < MOST_BETWEEN:
        at -= 1
    bounds = stretch_at(document, offset)
    if at <= bounds.start < offset:
        return bounds.start
    return word_at(document, at - 1).start if at else 0


def _word_from(text: str, offset: int, end: int) -> int:
    """Return where the first letter of a word stands from `offset` on, or `end`."""
    found = _LETTER.search(text, offset, end)
    return end if found is None else found.start()


def rows_between(document: Document, anchor: int, head: int) -> tuple[int, int]:
    """Return where a selection within a table begins and ends: whole cells of one row, or whole rows.

    A span of text has no columns, so that over several rows it takes whole rows. Anything else stays as
    it is.
    """
    low, high = sorted((anchor, head))
    if not document.blocks:
        return anchor, head
    block = document.block_at(low)
    if not block.rows or block is not document.block_at(high):
        return anchor, head
    rows = [row for row in block.rows if row.cells and row.span.start <= high and low <= row.span.end]
    if len(rows) == 1:
        cells = [cell for cell in rows[0].cells if cell.start <= high and low <= cell.end]
        start, end = (low, high) if len(cells) < 2 else (cells[0].start, cells[-1].end)
    elif rows:
        start, end = rows[0].span.start, rows[-1].span.end
    else:
        return anchor, head
    return (start, end) if anchor <= head else (end, start)


def _joins(text: str, at: int, wanted: int, bounds: Span) -> bool:
    letter = text[at]
    if _kind(letter) == wanted:
        return True
    if wanted != _WORD or letter not in _INSIDE:
        return False
    around = bounds.start < at < bounds.end - 1
    return around and _is_word(text[at - 1]) and _is_word(text[at + 1])


_SPACE, _WORD, _SIGN = range(3)


def _kind(letter: str) -> int:
    return _WORD if _is_word(letter) else _SPACE if letter.isspace() else _SIGN


def _is_word(letter: str) -> bool:
    """Tell whether a letter, a digit or a mark that is set on one; marks are no letters to Python."""
    return letter.isalnum() or "\u0300" <= letter <= "\u036f" or letter == "_" or letter in "\u200c\u200d"
