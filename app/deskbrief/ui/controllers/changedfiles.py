"""Files that change while they are open, which can be read again, or that go away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from deskbrief.services.aside import aside
from deskbrief.services.messages import Level, Message
from deskbrief.services.reading import GONE
from deskbrief.ui.controllers.documents import Documents
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.parts import Parts, Services

#: A program that writes a file does so in several steps; they count as one when none follows for so long.
STEPS_MS = 400


class ChangedFiles(QObject):
    """Watches the file of the document in front, and offers to read it again when it has changed.

    One that is gone is told of: its text and its notes are in the library.
    The system tells of changes on its own disks only. So the file is also looked at when the document comes
    to the front and when the user comes back to the window. `looked` carries an open document once its file
    was looked at, `telling_changed` the one in front of which something else is to be said.
    """

    looked = Signal(object)
    telling_changed = Signal(object)

    def __init__(self, parts: Parts, services: Services, documents: Documents) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._documents = documents
        self._told: dict[Path, tuple[int, int]] = {}
        #: What was to be said of a document before its file went away.
        self._before: dict[Path, Message | None] = {}
        #: Files that are being looked at, and whether a change that was told before is told no more.
        self._looking: dict[Path, bool] = {}
        self._followed: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._stirred)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(STEPS_MS)
        self._later.timeout.connect(self.look)
        documents.front_changed.connect(self.follow)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._come)
        self.follow()

    def follow(self) -> None:
        """Watch the file of the document that is in front now, and look at it when it has just come there."""
        item = self._parts.desk.front
        path = item.path if item is not None and _was_read(item) else None
        if path != self._followed:
            self._followed = path
            self._watch()
            self.look()

    def _watch(self) -> None:
        """Have the system tell of changes; a file that was put in place of the old one is another to it."""
        watched, wanted = self._watcher.files(), [str(self._followed)] if self._followed else []
        if watched and watched != wanted:
            self._watcher.removePaths(watched)
        if wanted and watched != wanted:
            self._watcher.addPaths(wanted)

    def look(self) -> None:
        """Look at the file of the document in front; each change of it is told once."""
        item = self._parts.desk.front
        if item is not None:
            self._look(item, once=True)

    def ask(self, item: OpenDocument) -> None:
        """Look at the file of an open document, and tell of a change even if it was told before."""
        self._look(item, once=False)

    def _come(self, window: QWindow | None) -> None:
        """Look at the file, and at notes of other windows, when the user comes to the window."""
        if window is not None and window is self._parts.window.windowHandle():
            self.look()
            self._documents.refresh_if_changed()

    def _stirred(self, _path: str) -> None:
        self._later.start()

    def _look(self, item: OpenDocument, *, once: bool) -> None:
        opening = item.opening
        if opening is None or not _was_read(item):
            return
        under_way = item.path in self._looking
        self._looking[item.path] = once and self._looking.get(item.path, True)
        if not under_way:
            changed = partial(self._services.reading.changed_to, opening)
            aside(changed, partial(self._seen, item), self._services.post)

    def _seen(self, item: OpenDocument, now: tuple[int, int] | None) -> None:
        once = self._looking.pop(item.path, True)
        if item is self._parts.desk.front:
            if now != GONE and self._told.get(item.path) == GONE:
                self._untell(item)
            if now is not None and not (once and self._told.get(item.path) == now):
                self._told[item.path] = now
                (self._tell_gone if now == GONE else self._offer)(item)
            self._watch()
        self.looked.emit(item)

    def _tell_gone(self, item: OpenDocument) -> None:
        # Asked for once more, it is told once more: what it says itself is not what was to be said before.
        self._before.setdefault(item.path, item.telling)
        item.telling = Message(
            Level.INFO,
            self.tr("{0} is no longer where it was opened from.").format(item.path.name),
            self.tr("Its text and notes stay in the library: read on, or open the file from its new place."),
        )
        self.telling_changed.emit(item)

    def _untell(self, item: OpenDocument) -> None:
        """Say no more that a file is gone which is back."""
        del self._told[item.path]
        item.telling = self._before.pop(item.path, None)
        self.telling_changed.emit(item)

    def _offer(self, item: OpenDocument) -> None:
        message = Message(
            Level.WARNING,
            self.tr("{0} has changed since it was opened here.").format(item.path.name),
            self.tr("Notes on the text as it was stay in the library with that text."),
        )
        read_again = partial(self._documents.read_again, item)
        self._parts.notice.show_message(message, self.tr("Read again"), read_again)


def _was_read(item: OpenDocument) -> bool:
    """Tell whether the text on screen was read from a file."""
    return item.document is not None and item.opening is not None and item.opening.size > 0
