"""What was left out of a document and may be taken in, and opening what was copied elsewhere."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from deskbrief.document.errors import DeskbriefError
from deskbrief.services.clippings import save_clipping
from deskbrief.ui.controllers.documents import Documents
from deskbrief.ui.parts import Parts, Services


class Coverages(QObject):
    """Shows the receipt of reading for the document in front."""

    def __init__(self, parts: Parts, services: Services, documents: Documents) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._documents = documents

    def ask(self) -> None:
        """Show what was left out, and read the file again when the reader wants some of it."""
        front = self._parts.desk.front
        if front is None or front.document is None:
            return
        from deskbrief.ui.dialogs.coverage import CoverageDialog

        dialog = CoverageDialog(front.document.coverage, self._parts.window)
        if dialog.exec() == dialog.DialogCode.Accepted:
            self.take_in(dialog.chosen())
        dialog.deleteLater()

    def take_in(self, reasons: tuple[str, ...]) -> None:
        """Read the file in front again with the parts that were left out for `reasons`."""
        front = self._parts.desk.front
        if front is None or front.document is None or front.opening is None:
            return
        self._services.reading.take_in(front.opening, front.document, reasons, self._documents.listener)

    def paste(self) -> None:
        """Open what was copied in another program as a document of its own."""
        data = QGuiApplication.clipboard().mimeData()
        html = data.html() if data is not None and data.hasHtml() else ""
        text = data.text() if data is not None else ""
        try:
            now = datetime.now().astimezone()
            path = save_clipping(self._services.clippings, html, text, now)
        except DeskbriefError as error:
            self._services.messages.report(error)
            return
        self._documents.open([path])
