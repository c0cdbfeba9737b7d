"""Opening the file, whatever state it and the place it stands in are in."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from deskbrief.document.errors import LibraryError
from deskbrief.library.failures import SENTENCES, damaged, failure, file_failure, primary_code
from deskbrief.library.identity import check_identity
from deskbrief.library.media import is_shared
from deskbrief.library.place import Opened, Place

_SHARED_REMARK = (
    "The library stands on a network drive or in a synchronised folder. Deskbrief saves there in a slower "
    "way that such places can take; open the library on one computer at a time."
)
_NO_WAL_REMARK = "The place where the library stands does not support fast saving, so saving is slower."
#: The length of the smallest page that a database can have.
_SHORTEST = 512
#: Failures to write after which a file may still be readable.
_READABLE_AFTER = frozenset(
    {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
)


def open_file(path: Path, *, busy_ms: int, vfs: str = "") -> Opened:
    """Open the library file at `path`, making it if it is not there; for reading only if need be.

    A file that is not ours, or from a newer version, is recognised through a read-only connection, so that
    not a byte of it changes. `busy_ms` is how long another writer is waited for. Raises `LibraryError`.
    """
    place = Place(path, busy_ms, vfs)
    if path.is_dir():
        raise LibraryError(
            f"There is a folder where the library should be: {path}.", "Rename that folder and try again."
        )
    try:
        return _open_existing(place) if place.has_content() else _open_new(place)
    except sqlite3.Error as error:
        raise failure(error) from error


def _open_new(place: Place) -> Opened:
    if not _may_write(place):
        raise LibraryError(*SENTENCES[sqlite3.SQLITE_READONLY])
    return _open_for_writing(place)


def _open_existing(place: Place) -> Opened:
    _refuse_stump(place)
    _refuse_foreign(place)
    if not _may_write(place):
        return _open_for_reading(place, sqlite3.SQLITE_READONLY)
    for opening in (_open_for_writing, _open_without_wal):
        try:
            return opening(place)
        except sqlite3.Error as error:
            code = primary_code(error)
            if code not in _READABLE_AFTER:
                raise
    return _open_for_reading(place, code)


def _open_for_reading(place: Place, code: int) -> Opened:
    # Hardly any library needs it, and each module takes time at a start.
    from deskbrief.library.opening_readonly import open_for_reading

    return open_for_reading(place, code)


def _may_write(place: Place) -> bool:
    paths = [place.path.parent, *([place.path] if place.path.exists() else [])]
    as_effective = os.access in os.supports_effective_ids
    return all(os.access(path, os.W_OK, effective_ids=as_effective) for path in paths)


def _refuse_stump(place: Place) -> None:
    """Refuse a file too short to be a database: SQLite would take it for an empty one and write over it."""
    try:
        is_stump = place.path.stat().st_size < _SHORTEST
    except OSError as error:
        raise file_failure(error) from error
    if is_stump:
        raise damaged(sqlite3.SQLITE_NOTADB)


def _refuse_foreign(place: Place) -> None:
    """Refuse files that must not be touched; what cannot be looked at yet is judged once it is open."""
    try:
        with closing(place.connect("ro")) as connection:
            check_identity(connection)
    except sqlite3.Error as error:
        if primary_code(error) not in _READABLE_AFTER:
            raise


def _open_for_writing(place: Place) -> Opened:
    connection = place.connect("rwc")
    try:
        check_identity(connection)
        shared = is_shared(place.path.parent.resolve())
        mode = _prepare(connection, place, "DELETE" if shared else "WAL")
    except BaseException:
        connection.close()
        raise
    remark = _SHARED_REMARK if shared else _NO_WAL_REMARK
    return Opened(connection, mode == "wal", remarks=() if mode == "wal" else (remark,))


def _open_without_wal(place: Place) -> Opened:
    """Open a WAL file where memory cannot be shared between processes, and turn WAL off."""
    connection = place.connect("rw")
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        check_identity(connection)
        mode = _prepare(connection, place, "DELETE")
        connection.execute("PRAGMA locking_mode = NORMAL")
    except BaseException:
        connection.close()
        raise
    return Opened(connection, mode == "wal", remarks=(_NO_WAL_REMARK,))


def _prepare(connection: sqlite3.Connection, place: Place, journal: str) -> str:
    """Set what writing needs, and take the lock once to see that it can be had; return the journal mode."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA journal_size_limit = 8388608")
    mode = _journal_mode(connection, journal, place.busy_ms)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")
    return mode


def _journal_mode(connection: sqlite3.Connection, wanted: str, busy_ms: int) -> str:
    """Set the journal mode; SQLite does not always wait for this lock, so it is asked for repeatedly."""
    end = time.monotonic() + busy_ms / 1000
    while True:
        try:
            return str(connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()[0])
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
        time.sleep(0.01)
