"""What assistive technology is told: a paragraph in words, said aloud without moving the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.spans import Span
from deskbrief.ui.spoken import announce

#: The most code points of a paragraph that are read out.
MOST = 1_000


class Speaker(QObject):
    """Says things on behalf of a widget; without a screen reader, nothing happens but the signal."""

    said = Signal(str)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget

    def say(self, text: str) -> None:
        """Let assistive technology say `text` without moving the focus."""
        announce(self._widget, text)
        self.said.emit(text)

    def describe(self, document: Document, block: Block) -> str:
        """Return `block` in words: its number, its kind unless it is plain text, and how it reads."""
        head = ", ".join(part for part in (block.place, self._kind(block)) if part)
        text = _words(document, block)
        return f"{head}: {text}" if head and text else head or text

    def selected(self, document: Document, span: Span, near: Span) -> str:
        """Return a selection in words: how much it is, and `near`, what of it was taken last."""
        count = len(document.quote(span).split())
        words = " ".join(document.quote(near).split())
        return self.tr("{count} words selected: {words}").format(count=f"{count:,}", words=words)

    def _kind(self, block: Block) -> str:
        if block.scan:
            return self.tr("page {page}, a picture without text").format(page=block.page)
        if block.kind is BlockKind.HEADING:
            return self.tr("heading level {level}").format(level=max(block.level, 1))
        if block.rows:
            columns = max(len(row.cells) for row in block.rows)
            return self.tr("table, {rows} rows, {columns} columns").format(
                rows=len(block.rows), columns=columns
            )
        names = {
            BlockKind.TITLE: self.tr("title"),
            BlockKind.LIST_ITEM: self.tr("list item"),
            BlockKind.QUOTE: self.tr("quote"),
            BlockKind.CODE: self.tr("code"),
            BlockKind.FIGURE: self.tr("figure"),
            BlockKind.CAPTION: self.tr("caption"),
            BlockKind.FOOTNOTE: self.tr("footnote"),
        }
        return names.get(block.kind, "")


def _words(document: Document, block: Block) -> str:
    text = document.text[block.start : min(block.end, block.start + MOST)]
    if block.rows:
        cells = (document.text[cell.start : cell.end] for cell in block.rows[0].cells[:20])
        text = ", ".join(cells)[:MOST]
    return " ".join((text or block.alt).split())
