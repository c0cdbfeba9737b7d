"""Ending when the system asks for it: at log-out, at shut-down, by Ctrl+C in a terminal or with it."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication, QSessionManager
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from deskbrief.ui.mainwindow import MainWindow

SIGNALS = (signal.SIGTERM, signal.SIGINT)
#: Comes when the terminal is closed that the program was started in, where there is such a signal.
HANG_UP = getattr(signal, "SIGHUP", None)


class Ending(QObject):
    """Keeps everything when the session ends, and closes the program in order when it gets a signal.

    Python hears of a signal only when it runs next, which may be long after in a quiet window: the number
    of the signal wakes the event loop through a pair of sockets.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._bell, self._ear = socket.socketpair()
        for end in (self._bell, self._ear):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        self._wakeup = signal.set_wakeup_fd(self._bell.fileno(), warn_on_full_buffer=False)
        self._before = {one: signal.signal(one, _ring) for one in _heeded()}
        application = QApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self._commit)

    def close(self) -> None:
        """Leave signals to whoever had them before."""
        for one, handler in self._before.items():
            signal.signal(one, handler)
        signal.set_wakeup_fd(self._wakeup)
        self._notifier.setEnabled(False)
        for end in (self._bell, self._ear):
            end.close()

    def _heard(self) -> None:
        try:
            heard = self._ear.recv(64)
        except OSError:
            return
        if any(one in self._before for one in heard):
            # Whoever asks twice does not want to wait.
            for one in self._before:
                signal.signal(one, signal.SIG_DFL)
            self._window.leave()
            QApplication.exit(0)

    def _commit(self, _manager: QSessionManager) -> None:
        self._window.keep()


def _heeded() -> Iterator[signal.Signals]:
    """Yield the signals that end the program; one that `nohup` has had ignored stays so."""
    yield from SIGNALS
    if HANG_UP is not None and signal.getsignal(HANG_UP) is not signal.SIG_IGN:
        yield HANG_UP


def _ring(_number: int, _frame: FrameType | None) -> None:
    """Let the wake-up socket do the work."""
