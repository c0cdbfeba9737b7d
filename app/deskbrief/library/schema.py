"""The tables, as an ordered list of migrations: the number of those applied is the file's `user_version`.

A migration that has been released is never changed; a new need is a new migration at the end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from deskbrief.document.model import OF_THE_BOOK, OF_THE_FILE

#: Marks the file as a Deskbrief library ("DSKB").
APPLICATION_ID = 0x44534B42

Migration = Callable[[sqlite3.Connection], None]

_VERSION_1 = (
    # A value that is kept in parts, so that it can be read back part by part.
    "CREATE TABLE bundle(id INTEGER PRIMARY KEY) STRICT",
    """CREATE TABLE part(
        bundle INTEGER NOT NULL REFERENCES bundle(id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        name TEXT NOT NULL,
        data TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY(bundle, number)) STRICT""",
    """CREATE TABLE document(
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        language TEXT NOT NULL,
        format TEXT NOT NULL,
        words INTEGER NOT NULL,
        bundle INTEGER NOT NULL UNIQUE REFERENCES bundle(id)) STRICT""",
    """CREATE TABLE document_text(
        document INTEGER PRIMARY KEY REFERENCES document(id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        sha256 TEXT NOT NULL) STRICT""",
    """CREATE TABLE outline(
        document TEXT NOT NULL,
        rules TEXT NOT NULL,
        published TEXT NOT NULL,
        bundle INTEGER NOT NULL UNIQUE REFERENCES bundle(id) ON DELETE CASCADE,
        PRIMARY KEY(document, rules, published)) STRICT""",
    # Where a document was seen. `seen` and `turn` count upwards: a clock can be set back.
    """CREATE TABLE file(
        document TEXT NOT NULL,
        path TEXT NOT NULL,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        seen INTEGER NOT NULL,
        PRIMARY KEY(document, path)) STRICT""",
    "CREATE INDEX file_path ON file(path)",
    # What the reader did with a document. No foreign key, here and below: it outlives the stored text.
    """CREATE TABLE reading(
        document TEXT PRIMARY KEY,
        opened TEXT NOT NULL DEFAULT '',
        turn INTEGER NOT NULL DEFAULT 0,
        place INTEGER NOT NULL DEFAULT 0,
        published TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX reading_turn ON reading(turn)",
    # `deleted` is empty for a live note. `sha256` is over all other columns in this order, see `hashing`.
    """CREATE TABLE note(
        id TEXT PRIMARY KEY,
        document TEXT NOT NULL,
        starts INTEGER NOT NULL,
        ends INTEGER NOT NULL,
        quote TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        block_path TEXT NOT NULL,
        role TEXT NOT NULL,
        style TEXT NOT NULL,
        body TEXT NOT NULL,
        tags TEXT NOT NULL,
        created TEXT NOT NULL,
        modified TEXT NOT NULL,
        deleted TEXT NOT NULL,
        revision INTEGER NOT NULL,
        sha256 TEXT NOT NULL) STRICT""",
    "CREATE INDEX note_document ON note(document, deleted, starts)",
    "CREATE INDEX note_revision ON note(revision)",
    """CREATE TABLE decision(
        document TEXT NOT NULL,
        key TEXT NOT NULL,
        kind TEXT NOT NULL,
        verdict TEXT NOT NULL,
        quote TEXT NOT NULL,
        value TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY(document, key)) STRICT""",
    # `was` and `became` are sealed values; empty stands for absence. `at_ms` is 0 once typing has paused.
    """CREATE TABLE step(
        id INTEGER PRIMARY KEY,
        document TEXT NOT NULL,
        subject TEXT NOT NULL,
        target TEXT NOT NULL,
        label TEXT NOT NULL,
        was TEXT NOT NULL,
        became TEXT NOT NULL,
        typing INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0,
        at_ms INTEGER NOT NULL) STRICT""",
    "CREATE INDEX step_document ON step(document, undone, id)",
)


def _first(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in _VERSION_1:
        connection.execute(statement)


def _second(connection: sqlite3.Connection) -> None:
    # Reasons for leaving something out of a document that its reader does not share: a JSON list.
    connection.execute("ALTER TABLE reading ADD COLUMN taken_in TEXT NOT NULL DEFAULT '[]'")


def _third(connection: sqlite3.Connection) -> None:
    connection.execute(
        """CREATE TABLE picture(
            document TEXT NOT NULL,
            key TEXT NOT NULL,
            data BLOB NOT NULL,
            sha256 TEXT NOT NULL,
            PRIMARY KEY(document, key)) STRICT"""
    )


#: What a list of documents shows of a text, taken from its stored form: date and length in code points.
#: A date that only the file tells, as `DateEvidence.is_guess` says, is not that of the text.
FILL_FACTS = (
    f"""UPDATE document SET published = coalesce((
        SELECT CAST(json_extract(p.data, '$.value.metadata.published.edtf') AS TEXT) FROM part AS p
        WHERE p.bundle = document.bundle AND p.number = 0 AND json_valid(p.data)
        AND coalesce(json_extract(p.data, '$.value.metadata.published.source'), '')
        NOT IN ('{OF_THE_FILE}', '{OF_THE_BOOK.replace("'", "''")}')), '')""",  # noqa: S608 - our words
    """UPDATE document SET length = coalesce((
        SELECT length(t.text) FROM document_text AS t WHERE t.document = document.id), 0)""",
)


def _fourth(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE document ADD COLUMN published TEXT NOT NULL DEFAULT ''")
    connection.execute("ALTER TABLE document ADD COLUMN length INTEGER NOT NULL DEFAULT 0")
    for statement in FILL_FACTS:
        connection.execute(statement)
    # Collections and tags of documents. A label may be empty; it outlives the stored text of its documents.
    connection.execute(
        """CREATE TABLE label(
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY(kind, name)) STRICT"""
    )
    connection.execute(
        """CREATE TABLE labelled(
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            document TEXT NOT NULL,
            PRIMARY KEY(kind, name, document)) STRICT"""
    )


def _fifth(connection: sqlite3.Connection) -> None:
    # The few notes with links in them, to find those that lead to notes of another document.
    connection.execute(
        "CREATE INDEX note_links ON note(document) WHERE deleted = '' AND instr(body, 'deskbrief:') > 0"
    )
    # The tags in use, to be offered while one is typed.
    connection.execute("CREATE INDEX note_tags ON note(tags, deleted) WHERE deleted = '' AND tags <> '[]'")


def _sixth(connection: sqlite3.Connection) -> None:
    # What documents are called that notes were brought for and that are not here yet.
    connection.execute(
        """CREATE TABLE awaited(
            document TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            file_name TEXT NOT NULL,
            url TEXT NOT NULL) STRICT"""
    )


def _seventh(connection: sqlite3.Connection) -> None:
    # Dates that only the files tell went out of the list.
    connection.execute(FILL_FACTS[0])


MIGRATIONS: tuple[Migration, ...] = (_first, _second, _third, _fourth, _fifth, _sixth, _seventh)

#: What a library of the present version must hold; more is harmless.
TABLES = frozenset(
    {
        *("bundle", "part", "document", "document_text", "outline", "file", "reading", "note", "decision"),
        *("step", "picture", "label", "labelled", "awaited"),
    }
)
