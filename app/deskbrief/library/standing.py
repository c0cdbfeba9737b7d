"""Whether the file that was opened is still there: drives vanish, and folders are moved and deleted.

What is written to a file that was deleted or replaced is written without an error, and lost.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from deskbrief.document.errors import LibraryError
from deskbrief.library.failures import primary_code

#: Failures after which a connection to a drive that was away for a while is of no use any more.
_DOUBTFUL = frozenset({sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN})
#: A log of writes longer than this is worked into the library's file.
LONG_LOG = 4 << 20


class FilePlace:
    """Where the library's file stands; `connect` opens it anew, waiting as long as `busy_ms` says."""

    def __init__(self, path: Path, busy_ms: int, connect: Callable[[int], sqlite3.Connection]) -> None:
        self.path = path
        self.busy_ms = busy_ms
        self._connect = connect
        self._identity = _identity(path)
        self._is_doubtful = False
        # Not closed at once: on a drive that failed that may take long, and nothing is left to be written.
        self._left: list[sqlite3.Connection] = []

    def kept(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        """Return `connection` if its file is still in its place, or one to the file that is there now.

        Raises `LibraryError` when none is there.
        """
        found = _identity(self.path)
        if found is None:
            raise LibraryError(
                f"The library is not in its place any more: {self.path}.",
                "Connect its drive again, or put its folder back: what you write is saved then by itself.",
            )
        if found == self._identity and not self._is_doubtful:
            return connection
        fresh = self._connect(self.busy_ms)
        self._left.append(connection)
        self._identity, self._is_doubtful = found, False
        return fresh

    def doubt(self, error: BaseException) -> None:
        """Open the file anew before the next write, if `error` says that its drive failed."""
        cause = error.__cause__
        if isinstance(cause, sqlite3.Error) and primary_code(cause) in _DOUBTFUL:
            self._is_doubtful = True


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino


def log_of(file: Path) -> Path:
    """Return where SQLite keeps the writes that are not in the library's `file` yet."""
    return file.with_name(f"{file.name}-wal")


def is_long(file: Path) -> bool:
    """Tell whether that log has grown so long that it should be worked into the file."""
    try:
        return log_of(file).stat().st_size > LONG_LOG
    except OSError:
        return False
