"""The worker's last words on its error stream, kept in memory and shown only when somebody asks."""

from __future__ import annotations

from collections import deque
from threading import Lock


class Log:
    """The last lines, each cut to a length; any thread may add to it."""

    def __init__(self, lines: int = 200, width: int = 1000) -> None:
        self._lines: deque[str] = deque(maxlen=lines)
        self._width = width
        self._lock = Lock()

    def add(self, line: str) -> None:
        """Keep `line`, without its line end, as the newest."""
        with self._lock:
            self._lines.append(line.rstrip()[: self._width])

    def lines(self) -> tuple[str, ...]:
        """Return the lines, oldest first."""
        with self._lock:
            return tuple(self._lines)
