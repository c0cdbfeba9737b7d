"""Bringing a library up to date, one version a transaction."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from deskbrief.document.errors import BugError
from deskbrief.library.failures import damaged, translated
from deskbrief.library.identity import version_of
from deskbrief.library.schema import MIGRATIONS, TABLES, Migration


def migrate(
    connection: sqlite3.Connection,
    copy: Callable[[int], object],
    migrations: Sequence[Migration] = MIGRATIONS,
) -> None:
    """Apply the migrations that the file has not seen.

    `copy` is called with the old version before a file that has content is touched. Each migration and its
    version number are one transaction: after a crash the file has the old version or the new one. Two
    processes may do this at once. Raises `LibraryError`; the file is then at the last whole version.
    """
    with translated():
        old = version_of(connection)
        if old == len(migrations):
            return
        if old:
            copy(old)
        with _foreign_keys_off(connection):
            for number, migration in enumerate(migrations, start=1):
                _apply(connection, number, migration)


def check_tables(connection: sqlite3.Connection) -> None:
    """Raise `DamagedLibraryError` when a table is missing: a file of this version always has them all."""
    with translated():
        found = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not found >= TABLES:
        raise damaged()


def _apply(connection: sqlite3.Connection, number: int, migration: Migration) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        if version_of(connection) < number:
            migration(connection)
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise BugError(f"migration {number} leaves a row that points nowhere")
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


@contextmanager
def _foreign_keys_off(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
