"""Making a damaged library afresh from everything that is left: the file itself, its copies, the journal.

Nothing is deleted: the damaged file is put away whole. What was in the library and can still be read, or
stands in a copy or in the journal, comes back; of each note its latest whole state.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from deskbrief.document.errors import LibraryError
from deskbrief.document.records import dataclass
from deskbrief.library import decisions, history, journal, notes, salvage
from deskbrief.library.bundles import is_whole
from deskbrief.library.clock import file_stamp
from deskbrief.library.database import Database
from deskbrief.library.failures import SENTENCES, file_failure, translated
from deskbrief.library.media import sync_folder
from deskbrief.library.migrations import migrate
from deskbrief.library.notes import NoteRow
from deskbrief.library.place import Place
from deskbrief.library.schema import APPLICATION_ID, FILL_FACTS

_FILES = ("library.db", "library.db-wal", "library.db-shm", "library.db-journal")
#: Tables that are copied as they are, in this order; notes have rules of their own.
_TABLES = {
    "bundle": ("id",),
    "part": ("bundle", "number", "name", "data", "sha256"),
    "document": ("id", "sha256", "title", "language", "format", "words", "bundle"),
    "document_text": ("document", "text", "sha256"),
    "outline": ("document", "rules", "published", "bundle"),
    "file": ("document", "path", "size", "mtime_ns", "seen"),
    "reading": ("document", "opened", "turn", "place", "published", "taken_in"),
    "decision": ("document", "key", "kind", "verdict", "quote", "value", "sha256"),
    "step": (
        *("id", "document", "subject", "target", "label", "was", "became", "typing", "sha256", "undone"),
        "at_ms",
    ),
    "picture": ("document", "key", "data", "sha256"),
    "label": ("kind", "name"),
    "labelled": ("kind", "name", "document"),
    "awaited": ("document", "title", "file_name", "url"),
}


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair brought back, and where the damaged file lies now."""

    notes: int
    put_away: Path


def repair(folder: Path, now: Callable[[], datetime], wanted: str) -> Repaired:
    """Make the library in `folder` afresh and drop the file `wanted` that asked for it.

    Raises `LibraryError` when another program uses it or the disk does not take it.
    """
    fresh = folder / "library.part"
    stamp = file_stamp(now())
    if in_use(folder / "library.db"):
        raise LibraryError(*SENTENCES[sqlite3.SQLITE_BUSY])
    try:
        for name in (fresh, *(fresh.with_name(fresh.name + end) for end in ("-wal", "-shm", "-journal"))):
            name.unlink(missing_ok=True)
        with translated(), closing(Place(fresh, 0).connect("rwc")) as connection:
            count = _fill(connection, folder)
        put_away = _put_away(folder, stamp)
        fresh.replace(folder / "library.db")
        (folder / wanted).unlink(missing_ok=True)
        sync_folder(folder)
    except OSError as error:
        raise file_failure(error) from error
    return Repaired(count, put_away)


def is_ours(folder: Path) -> bool:
    """Tell whether the damaged file in `folder` is a library: by its first bytes, or by what is beside it."""
    try:
        with (folder / "library.db").open("rb") as file:
            head = file.read(100)
    except OSError:
        head = b""
    by_head = head.startswith(b"SQLite format 3\0") and head[68:72] == APPLICATION_ID.to_bytes(4, "big")
    return by_head or (folder / "journal.ndjson").exists() or bool(copies(folder))


def in_use(file: Path) -> bool:
    """Tell whether another process has the library open, where the system can tell."""
    try:
        import fcntl
    except ImportError:
        # Elsewhere an open file cannot be renamed, so that a repair ends before it changes anything.
        return False
    try:
        with file.open("rb+") as handle:
            # The bytes that SQLite locks for as long as a connection is open (its file format document).
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def copies(folder: Path) -> list[Path]:
    """Return the copies of the library in `folder`, newest first."""
    found = (folder / "backups").glob("library-*.db")
    return sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)


def _fill(connection: sqlite3.Connection, folder: Path) -> int:
    connection.execute("PRAGMA synchronous = FULL")
    migrate(connection, lambda _: None)
    connection.execute("PRAGMA foreign_keys = OFF")
    db = Database(connection, wal=False, reason="", next_step="")
    latest: dict[str, NoteRow] = {}
    with db.write():
        for file in (folder / "library.db", *copies(folder)):
            for source in salvage.readable(file):
                _take_tables(connection, source, with_texts=file.name == "library.db")
                _take_notes(latest, _salvaged(source))
        _take_notes(latest, (entry.row for entry in journal.read(folder / "journal.ndjson")))
        for row in sorted(latest.values(), key=lambda row: row.revision):
            notes.save(db, row)
        _drop_broken(db)
    return sum(not row.deleted for row in latest.values())


def _take_tables(connection: sqlite3.Connection, source: sqlite3.Connection, *, with_texts: bool) -> None:
    """Add the rows of `source` that are not there yet; of copies no texts, for their numbers are others."""
    for table, columns in _TABLES.items():
        if with_texts or table in {"decision", "reading", "file", "label", "labelled", "awaited"}:
            marks = ", ".join("?" * len(columns))
            add = f"INSERT OR IGNORE INTO {table}({', '.join(columns)}) VALUES({marks})"
            for row in salvage.rows(source, table, columns):
                if table != "decision" or decisions.is_whole(row):
                    _insert(connection, add, row)


def _insert(connection: sqlite3.Connection, statement: str, row: salvage.Row) -> None:
    try:
        connection.execute(statement, row)
    except (sqlite3.Error, UnicodeEncodeError):
        # A value that no column takes was not written by us: damage.
        return


def _salvaged(source: sqlite3.Connection) -> Iterator[NoteRow]:
    for found in salvage.rows(source, "note", notes.COLUMNS.split(", ")):
        row = notes.row_of(found)
        if row is not None:
            yield row


def _take_notes(latest: dict[str, NoteRow], found: Iterable[NoteRow]) -> None:
    for row in found:
        known = latest.get(row.note.id)
        if known is None or known.revision < row.revision:
            latest[row.note.id] = row


def _drop_broken(db: Database) -> None:
    """Leave out what is not whole and can be made again: texts, outlines, pictures, steps of undo."""
    for table in ("document", "outline"):
        for (bundle,) in db.all(f"SELECT bundle FROM {table}"):  # noqa: S608 - our names
            if not is_whole(db, bundle):
                db.run(f"DELETE FROM {table} WHERE bundle = ?", (bundle,))  # noqa: S608 - our names
    db.run("DELETE FROM document_text WHERE document NOT IN (SELECT id FROM document)")
    db.run("DELETE FROM document WHERE id NOT IN (SELECT document FROM document_text)")
    db.run(
        "DELETE FROM bundle WHERE id NOT IN (SELECT bundle FROM document UNION SELECT bundle FROM outline)"
    )
    db.run("DELETE FROM part WHERE bundle NOT IN (SELECT id FROM bundle)")
    for statement in FILL_FACTS:
        db.run(statement)
    for number in history.broken(db):
        db.run("DELETE FROM step WHERE id = ?", (number,))


def _put_away(folder: Path, stamp: str) -> Path:
    place, number = folder / "damaged" / stamp, 2
    while place.exists():
        place, number = folder / "damaged" / f"{stamp}-{number}", number + 1
    place.mkdir(parents=True)
    for name in _FILES:
        if (folder / name).exists():
            (folder / name).replace(place / name)
    return place
