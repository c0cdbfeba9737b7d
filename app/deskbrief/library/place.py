"""Where a library file is, and how a connection to it is made."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from deskbrief.document.records import dataclass
from deskbrief.library.texts import loaded


@dataclass(frozen=True, slots=True)
class Place:
    """A library file; `busy_ms` is how long another writer is waited for, `vfs` SQLite's file layer."""

    path: Path
    busy_ms: int
    vfs: str = ""

    def connect(self, mode: str) -> sqlite3.Connection:
        """Return a connection in `mode`: "ro", "rw", "rwc" or "ro&immutable=1"; raises `sqlite3.Error`."""
        posix = self.path.absolute().as_posix()
        start = "file://" if posix.startswith("/") else "file:///"
        vfs = f"&vfs={self.vfs}" if self.vfs else ""
        connection = sqlite3.connect(
            f"{start}{quote(os.fsencode(posix))}?mode={mode}{vfs}",
            uri=True,
            isolation_level=None,
            timeout=self.busy_ms / 1000,
        )
        return guarded(connection)

    def has_content(self, ending: str = "") -> bool:
        """Tell whether the file, or its companion with `ending` added to the name, has content."""
        try:
            return self.path.with_name(self.path.name + ending).stat().st_size > 0
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection that is ready for use, why it cannot write (empty: it can), and what is worth knowing."""

    connection: sqlite3.Connection
    wal: bool
    reason: str = ""
    next_step: str = ""
    remarks: tuple[str, ...] = ()


def guarded(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return `connection`, made ready for a file that may be damaged or made by an attacker."""
    connection.text_factory = loaded
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    # Sorting must not depend on room for temporary files.
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection
