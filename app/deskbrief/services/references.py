"""Numbering what a brief cites: each passage once, each with an exact quote that was looked up again."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.outline import Outline, Section
from deskbrief.document.spans import Span

if TYPE_CHECKING:
    from deskbrief.document.plan import Reference

#: A reference quotes at most this many code points of its passage.
LONGEST_QUOTE = 90


class References:
    """Collects the references of one brief, numbered from 1 in the order in which they are first cited."""

    def __init__(self, document: Document, outline: Outline) -> None:
        self._document = document
        self._sections = outline.sections
        self._starts = [section.start for section in outline.sections]
        self._numbers: dict[Span, int] = {}

    def cite(self, span: Span) -> tuple[int, ...]:
        """Return the number of the reference to `span`, as a statement's `references`."""
        return (self._numbers.setdefault(span, len(self._numbers) + 1),)

    def listed(self) -> tuple[Reference, ...]:
        """Return all references in the order of their numbers."""
        return tuple(self._reference(number, span) for span, number in self._numbers.items())

    def _reference(self, number: int, span: Span) -> Reference:
        from deskbrief.document.plan import Reference

        quoted = quotable(self._document, span)
        words = self._document.quote(quoted)
        return Reference(
            number=number,
            quote=" ".join(words.split()),
            locator=locator(self._document, span),
            section=self._section(span),
            start=quoted.start,
            end=quoted.end,
            verified=bool(words.strip()) and self._document.text.find(words, quoted.start) == quoted.start,
        )

    def _section(self, span: Span) -> str:
        index = bisect_right(self._starts, span.start) - 1
        return self._sections[index].title if index >= 0 else ""


def locator(document: Document, span: Span) -> str:
    """Return how a reader finds `span`: its page where the format has pages, else its paragraph."""
    block = document.block_at(span.start)
    number = document.paragraph_at(span.start)
    return f"p. {block.page}, ¶{number}" if block.page else f"¶{number}"


def quotable(document: Document, span: Span) -> Span:
    """Return the stretch of `span` that a reference quotes: whole when short, else its first words."""
    block = document.block_at(span.start)
    end = min(span.end, block.end) if block.end > span.start else span.end
    if block.kind is BlockKind.TABLE:
        end = _row_end(block, Span(span.start, end))
    if end - span.start <= LONGEST_QUOTE:
        return Span(span.start, end)
    cut = document.text.rfind(" ", span.start, span.start + LONGEST_QUOTE)
    return Span(span.start, cut if cut > span.start else span.start + LONGEST_QUOTE)


def _row_end(table: Block, span: Span) -> int:
    """Return the end of the last cell that fits into a quote, so that no cell is cut without need."""
    ends = [cell.end for row in table.rows for cell in row.cells if span.start < cell.end <= span.end]
    fitting = [end for end in ends if end - span.start <= LONGEST_QUOTE]
    return fitting[-1] if fitting else span.end


def section_at(outline: Outline, offset: int) -> Section | None:
    """Return the innermost section that holds `offset`; sections are in the order of the text."""
    index = bisect_right(outline.sections, offset, key=lambda section: section.start) - 1
    return (
        next((section for section in outline.sections[index::-1] if offset < section.end), None)
        if index >= 0
        else None
    )
