"""The preview under the editor: the note as it is meant, with links that can be followed by key and mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from deskbrief.document.note_text import Paragraph, Span, paragraphs
from deskbrief.ui.models.look import Look
from deskbrief.ui.notes.markup import BAR, dress

#: Pixels by which a level of a list, and a quote, are set in.
STEP = 16


class NotePreview(QTextBrowser):
    """Shows a note; `followed` carries the address of a link. It loads nothing from anywhere."""

    followed = Signal(str)
    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Preview of the note"))
        self.setTabChangesFocus(False)
        self.anchorClicked.connect(self._follow)

    def show_note(self, body: str, look: Look) -> None:
        """Show `body`, filled in by cursor from its values."""
        self.clear()
        self.document().setDefaultFont(look.plain.font)
        cursor = QTextCursor(self.document())
        for number, paragraph in enumerate(paragraphs(body)):
            block = QTextBlockFormat()
            block.setLeftMargin(STEP * (paragraph.depth + bool(paragraph.quoted)))
            block.setTopMargin(0 if number == 0 or paragraph.marker else 6)
            if number:
                cursor.insertBlock(block, QTextCharFormat())
            else:
                cursor.setBlockFormat(block)
            for span in _spans(paragraph):
                cursor.insertText(span.text, _form(span, look))

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _follow(self, url: QUrl) -> None:
        self.followed.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


def _spans(paragraph: Paragraph) -> list[Span]:
    head = (BAR if paragraph.quoted else "") + (f"{paragraph.marker} " if paragraph.marker else "")
    return [Span(head), *paragraph.spans] if head else list(paragraph.spans)


def _form(span: Span, look: Look) -> QTextCharFormat:
    form = QTextCharFormat()
    dress(form, span, look)
    if span.link:
        form.setAnchor(True)
        form.setAnchorHref(span.link)
    return form
