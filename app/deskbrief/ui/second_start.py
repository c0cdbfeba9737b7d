"""Listening for second starts, which hand their files over."""

from __future__ import annotations

import contextlib
import socket
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from deskbrief.services.instance import (
    ANSWER,
    LONGEST_MESSAGE,
    handed_links,
    handed_over,
    is_whole,
)

if TYPE_CHECKING:
    from deskbrief.services.instance import Listener

#: A caller that does not finish its message in this time is hung up on.
PATIENCE_SECONDS = 0.2


class SecondStart(QObject):
    """Answers other starts of the program on the same library.

    `called` says that somebody started it again, `files_received` carries the paths handed over and
    `links_received` the links to passages. `listener` is what `instance.claim` has taken; it is closed
    with this. Where there is none (Windows) every start has a window of its own.
    """

    called = Signal()
    files_received = Signal(object)
    links_received = Signal(object)

    def __init__(self, listener: Listener, parent: QObject) -> None:
        super().__init__(parent)
        self._socket: socket.socket | None = socket.socket(fileno=listener.detach())
        self._socket.setblocking(False)
        self._path = Path(self._socket.getsockname())
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._answer)

    def close(self) -> None:
        """Stop listening and take the socket away."""
        if self._socket is not None:
            self._notifier.setEnabled(False)
            self._socket.close()
            self._socket = None
            with contextlib.suppress(OSError):
                self._path.unlink()

    def _answer(self) -> None:
        if self._socket is None:
            return
        with contextlib.suppress(OSError):
            line, _ = self._socket.accept()
            with line:
                message = _message_of(line)
                line.sendall(ANSWER)
                self.called.emit()
                paths = list(map(Path, handed_over(message)))
                if paths:
                    self.files_received.emit(paths)
                links = handed_links(message)
                if links:
                    self.links_received.emit(links)


def _message_of(line: socket.socket) -> bytes:
    """Return what a caller has to say; raises `OSError` when that takes too long."""
    message, end = b"", monotonic() + PATIENCE_SECONDS
    while not is_whole(message) and len(message) <= LONGEST_MESSAGE:
        line.settimeout(max(end - monotonic(), 0.001))
        piece = line.recv(4096)
        if not piece:
            break
        message += piece
    return message
