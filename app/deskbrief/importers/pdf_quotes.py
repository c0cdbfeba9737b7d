"""Quotations of a PDF that are set in from both edges of their column, between paragraphs of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from deskbrief.document.model import BlockKind
from deskbrief.importers.pdf_faces import Face
from deskbrief.importers.pdf_paragraphs import Paragraph

#: A quotation is set in by so many sizes at least.
SET_IN = 1.5
#: Its letters are so many times as large as those of the text at least, and at most.
SMALLEST, LARGEST = 0.8, 1.05
#: The fewest letters of a quotation, and the fewest lines where they end here and there.
SHORTEST, FEWEST_LINES = 60, 3
#: Edges that differ by fewer points are one; the share of its width that a line may leave empty.
NEAR, EMPTY = 2.0, 0.2
#: So many paragraphs of a quotation are looked over for the text before and after it.
REACH = 12
#: Letters that differ by fewer points are of one size.
ALIKE = 0.6

_TEXTS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})


def mark_quotes(paragraphs: Sequence[Paragraph], usual: Face) -> None:
    """Make quotes of those `paragraphs` that are set in between others of the text, as quotations are."""
    for index, paragraph in enumerate(paragraphs):
        if not _looks_like_one(paragraph, usual):
            continue
        before = _beside(paragraph, reversed(paragraphs[max(index - REACH, 0) : index]))
        after = _beside(paragraph, paragraphs[index + 1 : index + 1 + REACH])
        if before is None or not _is_text(before, usual):
            continue
        around = [one for one in (before, after) if one is not None and _is_text(one, usual)]
        pages = paragraph.lines[0].page, paragraph.lines[-1].page
        texts = [one for one in around if len(one.lines) > 1 and one.lines[0].page in pages]
        if texts and all(_is_set_in(paragraph, one) for one in texts):
            paragraph.kind = BlockKind.QUOTE


def _is_text(paragraph: Paragraph, usual: Face) -> bool:
    """Tell whether `paragraph` is one of the running text, and no heading or caption."""
    plain = paragraph.kind is BlockKind.PARAGRAPH and paragraph.bold == usual.bold
    return plain and abs(paragraph.size - usual.size) < ALIKE


def _looks_like_one(paragraph: Paragraph, usual: Face) -> bool:
    """Tell whether `paragraph` is set as a text: at one left edge, and with lines that fill its width."""
    lines = paragraph.lines
    if paragraph.kind is not BlockKind.PARAGRAPH or paragraph.marginal or len(lines) < 2:
        return False
    alike = SMALLEST * usual.size <= paragraph.size <= LARGEST * usual.size
    if not alike or paragraph.bold or len(paragraph.text) < SHORTEST:
        return False
    left, right = _edges(paragraph)
    lefts, rights = [line.left for line in lines[1:]], [line.right for line in lines[:-1]]
    full = min(rights) > right - EMPTY * (right - left)
    justified = max(rights) - min(rights) < NEAR
    return full and max(lefts) - min(lefts) < NEAR and (justified or len(lines) >= FEWEST_LINES)


def _edges(paragraph: Paragraph) -> tuple[float, float]:
    return min(line.left for line in paragraph.lines), max(line.right for line in paragraph.lines)


def _beside(paragraph: Paragraph, others: Iterable[Paragraph]) -> Paragraph | None:
    """Return the next of `others` that is no part of the same quotation: those set in as much are."""
    left, _ = _edges(paragraph)
    others = list(takewhile(lambda other: abs(other.lines[0].page - paragraph.lines[0].page) < 2, others))
    rest = (one for one in others if one.kind not in _TEXTS or abs(_edges(one)[0] - left) > NEAR)
    return next(rest, None)


def _is_set_in(paragraph: Paragraph, text: Paragraph) -> bool:
    """Tell whether both edges of `paragraph` are inside those of `text`, which stands in its column."""
    (left, right), (first, last) = _edges(paragraph), _edges(text)
    least = SET_IN * paragraph.size
    return left - first > least and last - right > least
