"""What a failure of SQLite or of the file system means to the person in front of the screen."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deskbrief.document.errors import BugError, DamagedLibraryError, DeskbriefError, LibraryError

_AFRESH = (
    "move it out of its folder and start Deskbrief again: your notes come back from journal.ndjson, if that "
    "stands beside it. Whole copies may be in the folder “backups”."
)
#: What each primary result code of SQLite means: what happened, and what to do.
SENTENCES: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: (
        "The library is in use by another program.",
        "Wait a moment, close other Deskbrief windows, and try again.",
    ),
    sqlite3.SQLITE_FULL: (
        "The disk is full, so the library could not be written.",
        "Make room on the disk and try again. What was saved before is safe.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The library cannot be written, because its file or folder is read-only.",
        "Allow writing to its folder, or move the library to a folder of your own.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "The library file library.db is damaged.",
        f"Keep the file, but {_AFRESH}",
    ),
    sqlite3.SQLITE_NOTADB: (
        "The file library.db is not a Deskbrief library, or it is damaged from its first page on.",
        f"If it should be one, {_AFRESH}",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk reported an error while the library was being used.",
        "Check that the drive is connected and has room, then try again. What was saved before is safe.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The library cannot be opened.",
        "Check that its folder exists and that you may read and write it.",
    ),
    sqlite3.SQLITE_NOMEM: ("There is not enough memory for this.", "Close other programs and try again."),
    sqlite3.SQLITE_TOOBIG: (
        "This text is too large for the library.",
        "Split it into parts and open these.",
    ),
}
_SAME_AS = {
    sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PROTOCOL: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PERM: sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_AUTH: sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_NOLFS: sqlite3.SQLITE_TOOBIG,
    sqlite3.SQLITE_FORMAT: sqlite3.SQLITE_NOTADB,
}
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_RIGHT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def primary_code(error: sqlite3.Error) -> int:
    """Return the primary result code of `error`; 1 (SQLITE_ERROR) when it carries none."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return _SAME_AS.get(code, code)


def failure(error: sqlite3.Error) -> DeskbriefError:
    """Return the error to raise for `error`: the world's where its code says so, else our own mistake."""
    code = primary_code(error)
    if code in _DAMAGED:
        return damaged(code)
    sentences = SENTENCES.get(code)
    return LibraryError(*sentences) if sentences else BugError("a statement that SQLite does not accept")


def damaged(code: int = sqlite3.SQLITE_CORRUPT) -> DamagedLibraryError:
    """Return the error to raise when the file is not what was written; `code` tells how that showed."""
    return DamagedLibraryError(*SENTENCES[code])


@contextmanager
def translated() -> Iterator[None]:
    """Turn errors of SQLite into ours."""
    try:
        yield
    except sqlite3.Error as error:
        raise failure(error) from error


def file_failure(error: OSError) -> LibraryError:
    """Return the error to raise for a failed operation on a file or folder of the library."""
    if error.errno in _NO_ROOM:
        return LibraryError(*SENTENCES[sqlite3.SQLITE_FULL])
    if error.errno in _NO_RIGHT:
        return LibraryError(*SENTENCES[sqlite3.SQLITE_READONLY])
    return LibraryError(*SENTENCES[sqlite3.SQLITE_IOERR])


def folder_failure(folder: Path, error: OSError) -> LibraryError:
    """Return the error to raise when the library's folder cannot be made."""
    return LibraryError(
        f"The folder for the library cannot be made: {folder}.", file_failure(error).next_step
    )
