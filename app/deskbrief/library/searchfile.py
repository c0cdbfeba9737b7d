"""The file of the index: words of texts and notes, without the texts themselves.

An entry cannot be taken out of it without the words that it was made of, and those are not kept; so its row
in `piece` goes, and what is left of it counts as waste until the index is made afresh.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from deskbrief.library.texts import loaded

FILE = "search.db"
#: Raised when the tables or what stands in them change: an index of another version is made afresh.
VERSION = 5
_TOKENS = "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'"
_TABLES = f"""
    CREATE VIRTUAL TABLE texts USING fts5(title, body, content = '', {_TOKENS});
    CREATE VIRTUAL TABLE notes USING fts5(title, body, content = '', {_TOKENS});
    CREATE TABLE piece(
        id INTEGER PRIMARY KEY AUTOINCREMENT, document TEXT NOT NULL, starts INTEGER NOT NULL,
        ends INTEGER NOT NULL) STRICT;
    CREATE INDEX piece_document ON piece(document);
    CREATE TABLE jotting(
        id INTEGER PRIMARY KEY AUTOINCREMENT, note TEXT NOT NULL UNIQUE, document TEXT NOT NULL,
        role TEXT NOT NULL, tags TEXT NOT NULL) STRICT;
    CREATE TABLE text(
        document TEXT PRIMARY KEY, bundle INTEGER NOT NULL, title TEXT NOT NULL, published TEXT NOT NULL
        ) STRICT;
    CREATE INDEX text_bundle ON text(bundle);
    CREATE TABLE naming(document TEXT PRIMARY KEY, bundle INTEGER NOT NULL, names TEXT NOT NULL) STRICT;
    CREATE TABLE state(revision INTEGER NOT NULL, waste INTEGER NOT NULL) STRICT;
    INSERT INTO state VALUES(0, 0);
    """
_ENDINGS = ("", "-wal", "-shm", "-journal")
#: An index with more waste than this, and than a third of what it holds, is made afresh.
MOST_WASTE = 2_000


def opened(folder: Path, *, in_memory: bool = False) -> sqlite3.Connection:
    """Return a connection to the index in `folder`; one that is damaged or of another version is made afresh.

    When none can be made there, one `in_memory` is given instead, or `sqlite3.Error` is raised.
    """
    path = folder / FILE
    try:
        return _opened(path)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and not _is_ours_to_drop(path):
            if in_memory:
                return _copied(path)
            raise
        drop(folder)
        return _opened(path)


def drop(folder: Path) -> None:
    """Delete the index in `folder`."""
    for ending in _ENDINGS:
        with contextlib.suppress(FileNotFoundError):
            (folder / f"{FILE}{ending}").unlink()


def _is_ours_to_drop(path: Path) -> bool:
    """Tell whether a file that could not be opened can be: then what is in it does not fit."""
    try:
        with path.open("rb+"):
            return True
    except OSError:
        return False


def _copied(path: Path) -> sqlite3.Connection:
    """Return an index in memory that holds what that at `path` holds, as far as it can be read."""
    index = sqlite3.connect(":memory:", isolation_level=None)
    with contextlib.suppress(sqlite3.Error):
        # A file that may only be read has no log that could be opened, and needs none.
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with contextlib.closing(sqlite3.connect(address, uri=True)) as kept:
            kept.backup(index)
    try:
        return _made_ready(index)
    except sqlite3.DatabaseError:
        return _made_ready(sqlite3.connect(":memory:", isolation_level=None))


def _opened(path: Path) -> sqlite3.Connection:
    return _made_ready(sqlite3.connect(path, isolation_level=None, timeout=5))


def _made_ready(index: sqlite3.Connection) -> sqlite3.Connection:
    """Return `index` with its tables; raises `sqlite3.DatabaseError` for one that is not to be used."""
    try:
        index.text_factory = loaded
        # What is lost with the power is made again.
        index.execute("PRAGMA journal_mode = WAL")
        index.execute("PRAGMA synchronous = OFF")
        index.execute("PRAGMA cache_size = -32000")
        index.execute("PRAGMA temp_store = MEMORY")
        version = index.execute("PRAGMA user_version").fetchone()[0]
        if version not in {0, VERSION}:
            raise sqlite3.DatabaseError
        if version == 0:
            _make(index)
        waste, held = index.execute(
            "SELECT (SELECT waste FROM state), (SELECT count(*) FROM jotting) + (SELECT count(*) FROM piece)"
        ).fetchone()
        if waste > max(MOST_WASTE, held // 3):
            raise sqlite3.DatabaseError
    except BaseException:
        index.close()
        raise
    return index


def _make(index: sqlite3.Connection) -> None:
    index.execute("BEGIN IMMEDIATE")
    if index.execute("PRAGMA user_version").fetchone()[0] == 0:
        for statement in _TABLES.split(";")[:-1]:
            index.execute(statement)
        index.execute(f"PRAGMA user_version = {VERSION}")
    index.execute("COMMIT")
