"""Looking a library over from outside, without changing a byte of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from deskbrief.document.errors import LibraryError, NewerLibraryError
from deskbrief.library.checking import check
from deskbrief.library.clock import utc_now
from deskbrief.library.database import Database
from deskbrief.library.failures import translated
from deskbrief.library.identity import check_current, check_identity
from deskbrief.library.migrations import check_tables
from deskbrief.library.opening_readonly import open_for_reading
from deskbrief.library.place import Place
from deskbrief.library.secondcopy import SecondCopy

#: How long another program that is writing is waited for.
BUSY_MS = 5000
_SHORTEST = 512
_STUMP = "The library file library.db was cut off: hardly anything is left of it."
_NO_FILE = "The library file library.db is not there, though a journal of notes is."


def look_over(folder: Path) -> tuple[str, ...]:
    """Return a plain sentence for each thing that is wrong with the library in `folder`.

    Raises `NewerLibraryError` for a library that this version cannot judge. May be called from any thread,
    while the library is in use.
    """
    file = folder / "library.db"
    if not file.exists():
        return (_NO_FILE,) if (folder / "journal.ndjson").exists() else ()
    if file.stat().st_size < _SHORTEST:
        return (_STUMP,)
    try:
        with closing(connected(file)) as connection:
            check_identity(connection)
            check_current(connection)
            check_tables(connection)
            db = Database(connection, wal=False, reason="This library is only looked over.", next_step="")
            return check(db, SecondCopy(db, folder / "journal.ndjson", utc_now))
    except NewerLibraryError:
        raise
    except LibraryError as error:
        return (str(error),)


def connected(file: Path) -> sqlite3.Connection:
    """Return a connection to a library file that only reads; raises `LibraryError`."""
    place = Place(file, BUSY_MS)
    with translated():
        connection = place.connect("ro")
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError:
            # A file with a log of changes, where none may be written beside it.
            connection.close()
            return open_for_reading(place, sqlite3.SQLITE_READONLY).connection
        except BaseException:
            connection.close()
            raise
    return connection
