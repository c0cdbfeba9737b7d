"""What is said of a document, one sentence or row of a table after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from deskbrief.document.model import Block, BlockKind, Document, Inline, InlineKind
from deskbrief.document.spans import Span
from deskbrief.ui.reader.intervals import Intervals
from deskbrief.ui.reader.strides import Unit, unit_after, unit_at, unit_before

CONTEXT = "Script"

_ADDRESS = re.compile(r"\b(?:https?://|www\.)(?:www\.)?([^/\s]{1,200})[^\s]{0,2000}")
#: What references to notes look like: "3", "[12]", "a", "†".
_REFERENCE = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3})[\])]?")
#: A raised number behind one of these is a power, not a note.
_UNIT = re.compile(r"(?:^|[\s\d(])(?:[kcdmµ]?m|ft|in|mi|yd|s|10|ha)$")
#: Markers of list items that are said: "3.", "iv)", "b".
_SAID_MARKER = re.compile(r"\w{1,6}[.)]?")


class Utterance(NamedTuple):
    """What is said in one go: the index of its block, the span that is shown meanwhile, and the words."""

    block: int
    span: Span
    words: str


class Script:
    """The way through one document: each step leads to the next thing that has words.

    A table is announced, and read row by row. References to notes are left out, and so are the notes
    themselves, unless the reading begins in one. Of an address the name of its host is said.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._inlines: Intervals[Inline] = Intervals(document.inlines, attrgetter("start", "end"))

    def at(self, offset: int) -> Utterance | None:
        """Return the sentence or row that holds `offset`, or the first one behind it."""
        if not self.document.blocks:
            return None
        index = self.document.block_index(offset)
        notes = self.document.blocks[index].kind is BlockKind.FOOTNOTE
        return next(self._forward(index, offset, notes=notes), None)

    def after(self, now: Utterance) -> Utterance | None:
        """Return what follows `now`, or None at the end of the text."""
        notes = self.document.blocks[now.block].kind is BlockKind.FOOTNOTE
        return next(self._forward(now.block, max(now.span.end, now.span.start + 1), notes=notes), None)

    def before(self, now: Utterance) -> Utterance | None:
        """Return what stands before `now`, or None at the beginning of the text."""
        notes = self.document.blocks[now.block].kind is BlockKind.FOOTNOTE
        for index in range(now.block, -1, -1):
            if self._is_passed(index, notes=notes):
                continue
            for span in self._spans_back(index, now.span.start):
                made = self._made(index, span)
                if made.words:
                    return made
        return None

    def _forward(self, first: int, offset: int, *, notes: bool) -> Iterator[Utterance]:
        for index in range(first, len(self.document.blocks)):
            if self._is_passed(index, notes=notes):
                continue
            for span in self._spans(index, offset):
                made = self._made(index, span)
                if made.words:
                    yield made

    def _is_passed(self, index: int, *, notes: bool) -> bool:
        return self.document.blocks[index].kind is BlockKind.FOOTNOTE and not notes

    def _spans(self, index: int, offset: int) -> Iterator[Span]:
        """Yield what of one block ends behind `offset`: rows, sentences, or the place of a picture."""
        block = self.document.blocks[index]
        if block.rows:
            yield from (row.span for row in block.rows if row.cells and row.span.end > offset)
        elif block.start == block.end:
            if block.start >= offset:
                yield block.span
        elif block.end > offset:
            at = max(offset, block.start)
            found = unit_at(self.document, Unit.SENTENCE, at)
            if found is not None and found.end <= at:
                found = None
            found = found or unit_after(self.document, Unit.SENTENCE, at)
            while found is not None and found.start < block.end:
                yield found
                found = unit_after(self.document, Unit.SENTENCE, found.end)

    def _spans_back(self, index: int, offset: int) -> Iterator[Span]:
        """Yield what of one block begins before `offset`, the last first."""
        block = self.document.blocks[index]
        if block.rows:
            rows = (row.span for row in reversed(block.rows) if row.cells)
            yield from (span for span in rows if span.start < offset)
        elif block.start == block.end:
            if block.start < offset:
                yield block.span
        else:
            found = unit_before(self.document, Unit.SENTENCE, min(offset, block.end))
            while found is not None and found.start >= block.start:
                yield found
                found = unit_before(self.document, Unit.SENTENCE, found.start)

    def _made(self, index: int, span: Span) -> Utterance:
        block = self.document.blocks[index]
        if block.rows:
            words = self._row(block, span)
        elif block.start == block.end:
            words = _tr("Figure: {0}").format(block.alt) if block.alt else ""
        else:
            words = self._said(span)
            if words and span.start == block.start and _SAID_MARKER.fullmatch(block.marker):
                words = f"{block.marker} {words}"
        return Utterance(index, span, words)

    def _row(self, block: Block, span: Span) -> str:
        number = next(index for index, row in enumerate(block.rows) if row.cells and row.span == span)
        cells = [self._said(cell.span) for cell in block.rows[number].cells]
        words = "; ".join(cell for cell in cells if cell)
        if number:
            return words
        columns = max(len(row.cells) for row in block.rows)
        head = _tr("Table, {0} rows, {1} columns").format(len(block.rows), columns)
        return f"{head}. {words}"

    def _said(self, span: Span) -> str:
        """Return the words of a stretch as they are said."""
        parts, at = [], span.start
        for inline in self._inlines.overlapping(span.start, span.end):
            if inline.start >= at and self._is_reference(inline):
                parts.append(self.document.text[at : inline.start])
                at = inline.end
        parts.append(self.document.text[at : span.end])
        return _ADDRESS.sub(r"\1", " ".join("".join(parts).split())).strip()

    def _is_reference(self, inline: Inline) -> bool:
        """Tell whether an inline range is a reference to a note, which nobody reads out."""
        text = self.document.text
        words = text[inline.start : min(inline.end, inline.start + 10)]
        if inline.end - inline.start > len(words) or not _REFERENCE.fullmatch(words):
            return False
        if inline.kind is InlineKind.LINK:
            return inline.target.startswith("#")
        before = text[max(inline.start - 6, 0) : inline.start]
        return inline.kind is InlineKind.SUPERSCRIPT and not _UNIT.search(before)


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
