"""Whole copies of the library file, made while it is in use and checked before they count."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from deskbrief.document.errors import LibraryError
from deskbrief.library.failures import file_failure, translated
from deskbrief.library.media import sync_folder
from deskbrief.library.place import Place

_NOT_WHOLE = (
    "The copy of the library did not come out whole, so it was not kept.",
    "Check the library with “deskbrief doctor”, and the drive it stands on.",
)


#: Told how much of something is done, from 0 to 1; what it raises stops that, and nothing was changed.
Share = Callable[[float], None]
#: Pages that are copied before somebody who waits hears of it.
_STRETCH = 2048


def copy_library(connection: sqlite3.Connection, folder: Path, name: str, told: Share | None = None) -> Path:
    """Write a copy named `name` (".db" is added, and a number if need be) into `folder`; return its path.

    A copy is checked and made durable before it gets its name. `told` hears how far it is. Raises
    `LibraryError`.
    """

    def copied(_: int, left: int, total: int) -> None:
        if told is not None:
            told(1 - left / max(total, 1))

    part = folder / f"{name}.{os.getpid()}.part"
    with _file_errors(), translated(), _removed_on_error(part):
        folder.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        notes = _notes(connection)
        with closing(Place(part, busy_ms=0).connect("rwc")) as copy:
            connection.backup(copy, pages=_STRETCH if told else -1, progress=copied)
            # A copy is one file, wherever it is carried.
            copy.execute("PRAGMA journal_mode = DELETE")
        _check(part, notes)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        path = _free_path(folder, name)
        part.rename(path)
        sync_folder(folder)
    return path


def _check(copy: Path, notes: int) -> None:
    with closing(Place(copy, busy_ms=0).connect("ro")) as connection:
        is_whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        if not is_whole or _notes(connection) < notes:
            raise LibraryError(*_NOT_WHOLE)


def _notes(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM note").fetchone()[0])


def _free_path(folder: Path, name: str) -> Path:
    path, number = folder / f"{name}.db", 2
    while path.exists():
        path, number = folder / f"{name}-{number}.db", number + 1
    return path


@contextmanager
def _removed_on_error(part: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise


@contextmanager
def _file_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise file_failure(error) from error
