"""What is said of the sample article, as long as it is what is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from deskbrief.services.messages import Level, Message
from deskbrief.services.sources import sample_path

if TYPE_CHECKING:
    from deskbrief.ui.mainwindow import MainWindow


class Welcome(QObject):
    """Says that the sample is one, and offers to open something else."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._message = Message(
            Level.INFO,
            self.tr("This is a sample article, to try things on."),
            self.tr("What you mark and note in it stays on your disk."),
        )
        notice = window.parts.notice
        notice.show_message(self._message, self.tr("Open your own…"), self._open_own)
        window.controllers.documents.front_changed.connect(self.look)
        window.page_shown.connect(self.look)

    def look(self) -> None:
        """Take away what is said of the sample as soon as that is not what is seen."""
        front = self._window.parts.desk.front
        if self._window.page is not None or front is None or front.path != sample_path():
            self._window.parts.notice.withdraw(self._message)
            self._window.controllers.documents.front_changed.disconnect(self.look)
            self._window.page_shown.disconnect(self.look)
            self.deleteLater()

    def _open_own(self) -> None:
        self._window.parts.notice.dismiss()
        self._window.controllers.views.choose_files()
