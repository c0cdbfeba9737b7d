"""Finding words in all texts and notes: an index beside the library, which can always be made again.

It is a file of its own, `search.db`, so that the library and its copies stay small and no start waits for
it. It is brought up to date when somebody searches, and by whoever cares for the library.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from deskbrief.document.errors import DamagedLibraryError
from deskbrief.library import documents, notes
from deskbrief.library.checkup import connected
from deskbrief.library.database import Database
from deskbrief.library.failures import translated

FILE = "search.db"
#: Raised when the tables change: an index of another version is made afresh.
VERSION = 1
#: Words in a passage that is shown.
AROUND = 24
_TABLES = """
    CREATE VIRTUAL TABLE words USING fts5(
        body, title UNINDEXED, document UNINDEXED, note UNINDEXED,
        tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
    CREATE TABLE text(document TEXT PRIMARY KEY, bundle INTEGER NOT NULL, number INTEGER NOT NULL) STRICT;
    CREATE TABLE note(id TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT;
    CREATE TABLE state(revision INTEGER NOT NULL) STRICT;
    INSERT INTO state VALUES(0);
    """
_FIND = f"""
    SELECT document, title, note, body, snippet(words, 0, '', '', '', {AROUND})
    FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?
    """  # noqa: S608 - a constant
_TERM = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Found:
    """A passage: its document, the note's id when it stands in one, where it starts, and its words."""

    document: str
    title: str
    note: str
    start: int
    passage: str


def search(folder: Path, query: str, most: int = 20) -> tuple[Found, ...]:
    """Return the best `most` passages for `query` in the library in `folder`, the best one first.

    All words must occur, the last one may be the beginning of one, and words in quotes stand together;
    case and accents do not matter. May be called from any thread. Raises `LibraryError`.
    """
    wanted = expression(query)
    if not wanted:
        return ()
    try:
        rows = _matches(folder, wanted, most)
    except DamagedLibraryError:
        # Perhaps only the index is: it is made again. A damaged library says so once more.
        (folder / FILE).unlink(missing_ok=True)
        rows = _matches(folder, wanted, most)
    return tuple(_found(*row) for row in rows)


def refresh(folder: Path) -> None:
    """Bring the index up to date; raises `LibraryError`."""
    with _index(folder):
        pass


def expression(query: str) -> str:
    """Return `query` in the language of the index; nothing when there is no word in it."""
    terms = []
    for match in _TERM.finditer(query):
        together = _WORD.findall(match[1] if match[1] is not None else match[2])
        if together:
            terms.append(f'"{" ".join(together)}"')
    open_end = bool(terms) and not query.rstrip().endswith('"')
    return " ".join(terms) + ("*" if open_end else "")


def _matches(folder: Path, wanted: str, most: int) -> list[tuple[str, str, str, str, str]]:
    with _index(folder) as index, translated():
        return index.execute(_FIND, (wanted, most)).fetchall()


@contextmanager
def _index(folder: Path) -> Iterator[sqlite3.Connection]:
    """Yield the index, up to date; one that is damaged or of another version is made afresh."""
    path = folder / FILE
    with translated(), closing(connected(folder / "library.db")) as library:
        db = Database(library, wal=False, reason="It is only read here.", next_step="")
        try:
            index = _opened(path)
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
            index = _opened(path)
        with closing(index):
            _update(index, db)
            yield index


def _opened(path: Path) -> sqlite3.Connection:
    index = sqlite3.connect(path, isolation_level=None, timeout=5)
    try:
        # What is lost with the power is made again.
        index.execute("PRAGMA synchronous = OFF")
        version = index.execute("PRAGMA user_version").fetchone()[0]
        if version not in {0, VERSION}:
            raise sqlite3.DatabaseError
        if version == 0:
            index.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {VERSION}; COMMIT;")
        index.execute("SELECT revision FROM state").fetchone()
    except BaseException:
        index.close()
        raise
    return index


def _update(index: sqlite3.Connection, db: Database) -> None:
    if _is_current(index, db):
        return
    index.execute("BEGIN IMMEDIATE")
    try:
        _update_notes(index, db)
        _update_texts(index, db)
        index.execute("COMMIT")
    except BaseException:
        index.execute("ROLLBACK")
        raise


_SHOWN = (
    "SELECT d.sha256, d.bundle, d.title FROM document AS d LEFT JOIN reading AS r ON r.document = d.sha256"
    " WHERE coalesce(r.turn, 0) >= 0"
)


def _is_current(index: sqlite3.Connection, db: Database) -> bool:
    newest = db.one("SELECT coalesce(max(revision), 0) FROM note")
    here = {row[:2] for row in db.all(_SHOWN)}
    there = set(index.execute("SELECT document, bundle FROM text"))
    return newest == index.execute("SELECT revision FROM state").fetchone() and here == there


def _update_notes(index: sqlite3.Connection, db: Database) -> None:
    (done,) = index.execute("SELECT revision FROM state").fetchone()
    titles: dict[str, str] = dict(db.all("SELECT sha256, title FROM document"))
    for row in notes.changed_since(db, done + 1):
        note, done = row.note, row.revision
        _drop(index, "note", "id", note.id)
        if not row.deleted:
            body = "\n".join((note.body, note.anchor.exact, " ".join(note.tags)))
            number = _add(index, (body, titles.get(note.document, ""), note.document, note.id))
            index.execute("INSERT INTO note VALUES(?, ?)", (note.id, number))
    index.execute("UPDATE state SET revision = ?", (done,))


def _update_texts(index: sqlite3.Connection, db: Database) -> None:
    here = {sha256: (bundle, title) for sha256, bundle, title in db.all(_SHOWN)}
    there = dict(index.execute("SELECT document, bundle FROM text"))
    for sha256, bundle in there.items():
        if here.get(sha256, (None,))[0] != bundle:
            _drop(index, "text", "document", sha256)
    for sha256, (bundle, title) in here.items():
        if there.get(sha256) != bundle:
            number = _add(index, (documents.text(db, sha256) or "", title, sha256, ""))
            index.execute("INSERT INTO text VALUES(?, ?, ?)", (sha256, bundle, number))


def _add(index: sqlite3.Connection, row: tuple[str, str, str, str]) -> int:
    plain = [value.encode("utf-8", "replace").decode() for value in row]
    add = "INSERT INTO words(body, title, document, note) VALUES(?, ?, ?, ?)"
    return index.execute(add, plain).lastrowid or 0


def _drop(index: sqlite3.Connection, table: str, column: str, key: str) -> None:
    row = index.execute(f"SELECT number FROM {table} WHERE {column} = ?", (key,)).fetchone()  # noqa: S608
    if row is not None:
        index.execute("DELETE FROM words WHERE rowid = ?", row)
        index.execute(f"DELETE FROM {table} WHERE {column} = ?", (key,))  # noqa: S608 - names of our own


def _found(document: str, title: str, note: str, body: str, passage: str) -> Found:
    # A snippet is a stretch of the body as it stands.
    return Found(document, title, note, max(body.find(passage), 0), " ".join(passage.split()))
