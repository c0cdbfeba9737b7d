"""The one seam between plain callbacks and Qt: whatever is posted arrives on the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from deskbrief.ui.mailbox import Mailbox


class Bridge(QObject):
    """Delivers a mailbox from the event loop, a slice at a time."""

    _woken = Signal()

    def __init__(self, mailbox: Mailbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mailbox = mailbox
        # Posted events are delivered ahead of timers and input for as long as new ones are posted, so what is
        # left goes on from a timer: a long chain of results never keeps the window from painting.
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.timeout.connect(self._deliver)
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        mailbox.attach(self._woken.emit)

    @property
    def mailbox(self) -> Mailbox:
        """What is delivered from."""
        return self._mailbox

    @Slot()
    def _deliver(self) -> None:
        left = True
        try:
            left = self._mailbox.deliver()
        finally:
            # After an error too: what waits behind a call that failed is nobody's fault.
            if left:
                self._more.start(0)
