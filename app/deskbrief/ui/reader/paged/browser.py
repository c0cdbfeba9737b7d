"""A QTextBrowser that can show nothing but what is put into it, and opens nothing by itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from deskbrief.ui.reader.links import address
from deskbrief.ui.reader.styles import is_place


class QuietBrowser(QTextBrowser):
    """The safe half of the reading view: no resources, no links followed, no menu, plain text copied.

    `context_requested` carries the place of a context menu on the screen, `place_requested` the offset that
    a link inside the document leads to.
    """

    link_activated = Signal(str)
    place_requested = Signal(int)
    context_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.anchorClicked.connect(self._offer_link)

    def passage(self) -> QMimeData | None:
        """Return what a copy should hold; nothing unless a subclass knows better."""
        return None

    def copy(self) -> None:
        """Put the selection on the clipboard, as plain text and as HTML."""
        data = self.passage()
        if data is not None:
            QGuiApplication.clipboard().setMimeData(data)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Serve nothing: whatever a document refers to, it is not fetched."""
        return QByteArray()

    def doSetSource(
        self,
        _name: QUrl | str,
        _kind: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        """Stay where we are: the view is filled from the model alone."""

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy and drag what is made from the model, never Qt's own HTML."""
        return self.passage() or QMimeData()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.context_requested.emit(event.globalPos())
        event.accept()

    def _offer_link(self, url: QUrl) -> None:
        """Emit the address with its host in ASCII, so that look-alike letters in it can be seen."""
        target = bytes(url.toEncoded().data()).decode("ascii", "replace")
        if is_place(target):
            self.place_requested.emit(int(target[1:]))
        elif address(target):
            self.link_activated.emit(address(target))
