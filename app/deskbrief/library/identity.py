"""Whose file this is, and which version of the library wrote it."""

from __future__ import annotations

import sqlite3

from deskbrief.document.errors import LibraryError, NewerLibraryError
from deskbrief.library.schema import APPLICATION_ID, MIGRATIONS

#: One statement, so that the three belong together although another process may just be making the file.
_LOOK = """
SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
FROM pragma_application_id, pragma_user_version
"""


def version_of(connection: sqlite3.Connection) -> int:
    """Return the file's schema version; 0 for a file without content."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check_identity(connection: sqlite3.Connection) -> None:
    """Let a library of this version or an older one pass, and a file without content.

    Raises `NewerLibraryError` for a newer one and `LibraryError` for another program's database.
    """
    owner, version, tables = connection.execute(_LOOK).fetchone()
    if owner == APPLICATION_ID and version > len(MIGRATIONS):
        raise NewerLibraryError(
            f"This library was written by a newer version of Deskbrief (its format is {version}, "
            f"and this version knows {len(MIGRATIONS)}).",
            "Update Deskbrief to open it. The library was not changed.",
        )
    if owner != APPLICATION_ID and (owner or version or tables):
        raise LibraryError(
            "The file library.db belongs to another program.",
            "Move it away, or choose another folder for the library. The file was not changed.",
        )


def check_current(connection: sqlite3.Connection) -> None:
    """Raise `LibraryError` when a library that cannot be written is of an older version."""
    if version_of(connection) < len(MIGRATIONS):
        raise LibraryError(
            "This library is from an older version of Deskbrief and cannot be brought up to date, "
            "because it cannot be written.",
            "Copy its folder to a place where you may write, and open it there.",
        )
