"""Opening a library that cannot be written."""

from __future__ import annotations

import sqlite3

from deskbrief.document.errors import LibraryError
from deskbrief.library.failures import SENTENCES
from deskbrief.library.identity import check_current, check_identity
from deskbrief.library.opened import Opened
from deskbrief.library.place import Place

_STALE_REMARK = (
    "The library is shown as it was when it was last closed properly. Later changes are in library.db-wal "
    "and can be read only where the folder can be written: copy the whole folder to see them."
)


def open_for_reading(place: Place, code: int) -> Opened:
    """Open a file that cannot be written; `code` is SQLite's primary result code for the reason.

    Raises `LibraryError` for that reason when the file cannot be read either.
    """
    reason, next_step = SENTENCES[code]
    connection, remarks = _connection(place, code)
    try:
        check_identity(connection)
        check_current(connection)
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return Opened(connection, wal=False, reason=reason, next_step=next_step, remarks=remarks)


def _connection(place: Place, code: int) -> tuple[sqlite3.Connection, tuple[str, ...]]:
    connection = _readable(place, "ro")
    if connection is not None:
        return connection, ()
    # A WAL file on a read-only medium opens only as immutable. With a rollback journal beside it, though, a
    # file may hold half a change, which must not be shown as the library.
    if not place.has_content("-journal"):
        connection = _readable(place, "ro&immutable=1")
    if connection is None:
        raise LibraryError(*SENTENCES[code])
    return connection, (_STALE_REMARK,) if place.has_content("-wal") else ()


def _readable(place: Place, mode: str) -> sqlite3.Connection | None:
    connection = None
    try:
        connection = place.connect(mode)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error:
        if connection is not None:
            connection.close()
        return None
    return connection
