"""The reading pane: the view with its ruler, find bar and selection bar, or a message in its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.find import FindBar
from deskbrief.ui.reader.message import Message
from deskbrief.ui.reader.ruler import OverviewRuler
from deskbrief.ui.reader.selectionbar import SelectionBar
from deskbrief.ui.reader.view import ReadingView
from deskbrief.ui.theme import LIGHT, Theme

#: The distance of the find bar from the edges of the view.
FIND_EDGE = 10


class ReaderPanel(QWidget):
    """Shows a document to read, or says why there is none.

    `view`, `find`, `bar` and `ruler` are its parts; their signals are forwarded under the same names.
    `message_action` carries the key of the button that was pressed under a message.
    """

    #: Hides QWidget.find, which looks up windows by number and has no use on a pane.
    find: FindBar  # type: ignore[assignment]

    place_changed = Signal(int)
    selection_changed = Signal(object)
    filled = Signal()
    first_screen = Signal()
    link_activated = Signal(str)
    mark_activated = Signal(str)
    marker_activated = Signal(object)
    zoom_changed = Signal(float)
    context_requested = Signal(QPoint)
    mark_requested = Signal(object)
    note_requested = Signal()
    event_requested = Signal()
    recommendation_requested = Signal()
    copy_requested = Signal()
    message_action = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ReadingView(self)
        self.ruler = OverviewRuler(self.view, self)
        self.find = FindBar(self.view, self)
        self.bar = SelectionBar(self)
        self._message = Message(self)
        self._dragging = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.ruler)
        self.setFocusProxy(self.view)
        self._forward()
        self._connect()
        self.set_theme(LIGHT)
        self.show_empty()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        for part in (self.view, self.ruler, self.find, self.bar, self._message):
            part.set_theme(theme)

    def show_empty(self) -> None:
        """Say that no document is open, and what to do."""
        self.show_message(
            self.tr("Nothing is open"),
            self.tr(
                "Open a file with Ctrl+O, or drop one here: PDF, Word, e-book, web page, e-mail or text."
            ),
        )

    def show_message(self, title: str, text: str, buttons: Sequence[tuple[str, str]] = ()) -> None:
        """Show a message over the text, with up to three buttons given as pairs of key and label."""
        self._message.say(title, text, buttons)
        self.bar.hide()
        self.find.hide()
        self._message.show()
        self._message.raise_()

    def clear_message(self) -> None:
        """Show the text again; without a document, say that none is open."""
        if self.view.shown_document() is None:
            self.show_empty()
        else:
            self._message.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._message.setGeometry(self.rect())
        self._place_find()
        self._place_bar()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.find.isVisible() or self.bar.isVisible()):
            self._step_back()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let a click in the empty margins take the keyboard to the text."""
        self.view.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold the selection bar back while the mouse is still selecting."""
        if event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}:
            self._dragging = True
            self.bar.hide()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._dragging = False
            self._place_bar()
        return super().eventFilter(watched, event)

    def _forward(self) -> None:
        view, bar = self.view, self.bar
        for source, target in (
            (view.place_changed, self.place_changed),
            (view.selection_changed, self.selection_changed),
            (view.filled, self.filled),
            (view.first_screen, self.first_screen),
            (view.link_activated, self.link_activated),
            (view.mark_activated, self.mark_activated),
            (view.marker_activated, self.marker_activated),
            (view.zoom_changed, self.zoom_changed),
            (view.context_requested, self.context_requested),
            (bar.mark_requested, self.mark_requested),
            (bar.note_requested, self.note_requested),
            (bar.event_requested, self.event_requested),
            (bar.recommendation_requested, self.recommendation_requested),
            (bar.copy_requested, self.copy_requested),
            (self._message.pressed, self.message_action),
        ):
            source.connect(target)

    def _connect(self) -> None:
        self.view.document_changed.connect(self._on_document)
        self.view.selection_changed.connect(self._place_bar)
        self.view.moved.connect(self._place_bar)
        self.view.viewport().installEventFilter(self)
        self.find.hits_changed.connect(self.ruler.set_hits)
        self.ruler.jumped.connect(self._jump)

    def _on_document(self, document: Document | None) -> None:
        self.bar.hide()
        self.find.set_document(document)
        if document is None:
            self.find.hide()
            self.show_empty()
        else:
            self._message.hide()

    def _jump(self, span: Span) -> None:
        self.view.go_to(span)
        self.view.setFocus(Qt.FocusReason.MouseFocusReason)

    def _step_back(self) -> None:
        if self.bar.isVisible():
            head = self.view.selection()
            self.view.go_to(Span(head.start, head.start), flash=False) if head else self.bar.hide()
        else:
            self.find.dismiss()

    def _place_find(self) -> None:
        size = self.find.sizeHint()
        right = self.view.width() - self.view.scroller.width() - FIND_EDGE
        wide = min(size.width(), right - FIND_EDGE)
        self.find.setGeometry(right - wide, FIND_EDGE, wide, size.height())

    def _place_bar(self) -> None:
        area = None if self._dragging or self._message.isVisible() else self.view.selection_area()
        if area is None:
            self.bar.hide()
        else:
            self.bar.show_beside(area, self.view.geometry())
