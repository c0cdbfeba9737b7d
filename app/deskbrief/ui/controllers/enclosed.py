"""Briefs that are opened: the notes that they carry can be brought back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.notes import Note
from deskbrief.services.messages import Level, Message
from deskbrief.ui.controllers.documents import Documents
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.parts import Parts, Services
from deskbrief.ui.words import numbered

if TYPE_CHECKING:
    from deskbrief.document.enclosure import Enclosure

#: A PDF is looked into once the reader has it before him, and nothing more urgent is done.
PATIENCE_MS = 800
#: Larger files are no briefs.
LARGEST = 30 * 2**20


class Enclosed(QObject):
    """Looks into each PDF that comes to the front for the first time."""

    def __init__(self, parts: Parts, services: Services, documents: Documents) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._documents = documents
        self._seen: set[str] = set()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PATIENCE_MS)
        self._later.timeout.connect(self._look)
        documents.front_changed.connect(self.consider)
        self.consider()

    def consider(self) -> None:
        """Look into what is in front a while later, if it may be a brief."""
        if self._unseen() is not None:
            self._later.start()

    def _unseen(self) -> OpenDocument | None:
        front = self._parts.desk.front
        document = front.document if front else None
        if document is None or document.metadata.format != "pdf" or document.sha256 in self._seen:
            return None
        return front

    def _look(self) -> None:
        front = self._unseen()
        if front is None or front.document is None or not self._parts.window.isVisible():
            return
        self._seen.add(front.document.sha256)
        try:
            small = front.path.stat().st_size <= LARGEST
        except OSError:
            return
        if small:
            from deskbrief.services.restoring import Briefcase

            briefcase = Briefcase(self._services.library, self._services.runner)
            briefcase.look(front.path, partial(self._found, front.document.sha256))

    def _found(self, sha256: str, enclosure: Enclosure, notes: tuple[Note, ...]) -> None:
        """Offer to bring back `notes`, if the brief is still in front."""
        front = self._parts.desk.front
        if not notes or front is None or front.document is None or front.document.sha256 != sha256:
            return
        title = enclosure.plan.source.title or enclosure.plan.title
        message = Message(
            Level.INFO,
            numbered(
                len(notes),
                self.tr("This brief carries 1 note on “{0}” that is not in your library."),
                self.tr("This brief carries {0} notes on “{{0}}” that are not in your library."),
            ).format(title),
        )
        self._parts.notice.show_message(message, self.tr("Restore notes"), partial(self._restore, notes))

    def _restore(self, notes: tuple[Note, ...]) -> None:
        from deskbrief.services.restoring import restore

        try:
            restore(self._services.library, notes)
        except DeskbriefError as error:
            self._services.messages.report(error)
            return
        self._documents.refresh_notes()
        self._services.messages.say(
            numbered(
                len(notes),
                self.tr("1 note is in your library again."),
                self.tr("{0} notes are in your library again."),
            ),
            self.tr("They show when their source is opened."),
        )
