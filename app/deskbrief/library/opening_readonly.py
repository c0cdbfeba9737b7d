"""Opening a library that cannot be written."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from deskbrief.document.errors import LibraryError
from deskbrief.library.failures import SENTENCES
from deskbrief.library.identity import check_current, check_identity
from deskbrief.library.place import Opened, Place, guarded


def open_for_reading(place: Place, code: int) -> Opened:
    """Open a file that cannot be written; `code` is SQLite's primary result code for the reason.

    Raises `LibraryError` for that reason when the file cannot be read either.
    """
    reason, next_step = SENTENCES[code]
    connection = _connection(place, code)
    try:
        check_identity(connection)
        check_current(connection)
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return Opened(connection, wal=False, reason=reason, next_step=next_step)


def _connection(place: Place, code: int) -> sqlite3.Connection:
    # A WAL file on a read-only medium opens only as immutable. With a journal of either kind beside it,
    # though, the file itself may hold half a change, which must not be shown as the library.
    connection = _readable(lambda: place.connect("ro"))
    if connection is None and place.has_content("-wal"):
        connection = _readable(lambda: _merged_copy(place))
    elif connection is None and not place.has_content("-journal"):
        connection = _readable(lambda: place.connect("ro&immutable=1"))
    if connection is None:
        raise LibraryError(*SENTENCES[code])
    return connection


def _merged_copy(place: Place) -> sqlite3.Connection:
    """Return a private copy of the file with its log merged, which ends with the connection."""
    import shutil
    from tempfile import TemporaryDirectory

    copy = guarded(sqlite3.connect("", isolation_level=None))
    try:
        with TemporaryDirectory(prefix="deskbrief-") as folder:
            for name in (place.path.name, place.path.name + "-wal"):
                shutil.copyfile(place.path.with_name(name), Path(folder, name))
            with closing(Place(Path(folder, place.path.name), place.busy_ms).connect("rw")) as merged:
                merged.backup(copy)
    except BaseException:
        copy.close()
        raise
    return copy


def _readable(connect: Callable[[], sqlite3.Connection]) -> sqlite3.Connection | None:
    connection = None
    try:
        connection = connect()
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except (sqlite3.Error, OSError):
        if connection is not None:
            connection.close()
        return None
    return connection
