"""The one seam between plain callbacks and Qt: whatever is posted arrives on the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot

from deskbrief.ui.mailbox import Mailbox


class Bridge(QObject):
    """Delivers a mailbox from the event loop, a slice at a time."""

    _woken = Signal()

    def __init__(self, mailbox: Mailbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mailbox = mailbox
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        mailbox.attach(self._woken.emit)

    @Slot()
    def _deliver(self) -> None:
        if self._mailbox.deliver():
            self._woken.emit()
