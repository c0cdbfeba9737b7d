"""The library cared for while the window is open: looked over, copied, mirrored; what is wrong is told."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from deskbrief.document.errors import DeskbriefError
from deskbrief.library.care import Care
from deskbrief.library.library import Library
from deskbrief.services.care import Caretaker, Post
from deskbrief.services.messages import Level, Message, Messages

#: Between two rounds.
EVERY_MS = 60_000


class Upkeep(QObject):
    """Runs the caretaker now and then.

    `damaged` carries a Message: the library is damaged, and will be repaired when it is opened next.
    """

    damaged = Signal(object)

    def __init__(self, folder: Path, library: Library, messages: Messages, post: Post) -> None:
        super().__init__()
        self._library = library
        self._messages = messages
        self._caretaker = Caretaker(folder, post, self.told, look=library.ended_badly)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._caretaker.run)
        self._timer.start()
        self._caretaker.run()

    def end(self) -> None:
        """Stop; a round under way may end."""
        self._timer.stop()
        self._caretaker.end()

    def told(self, care: Care) -> None:
        """Have a damaged library repaired at the next start, and say so."""
        if not care.faults:
            return
        try:
            self._library.want_repair()
        except DeskbriefError as error:
            self._messages.report(error)
            return
        what = self.tr("The library is damaged on the disk: {0}").format(care.faults[0])
        next_step = self.tr(
            "It is repaired at the next start, from what can still be read of it, its backups and the "
            "journal. Nothing is deleted."
        )
        self.damaged.emit(Message(Level.ERROR, what, next_step))
