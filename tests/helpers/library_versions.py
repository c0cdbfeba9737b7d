"""Library files as released versions wrote them, built from their schema as it was and plain rows.

The statements of a released version are history: they are never changed, whatever the schema becomes.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

DOCUMENT = "d" * 64
NOTE = "01890000-0000-7000-8000-000000000001"
TEXT = "Ministers met."
STAMP = "2026-03-05T10:00:00.000Z"

VERSION_1 = """
PRAGMA application_id = 1146309442;
PRAGMA user_version = 1;
CREATE TABLE bundle(id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE part(
    bundle INTEGER NOT NULL REFERENCES bundle(id) ON DELETE CASCADE, number INTEGER NOT NULL,
    name TEXT NOT NULL, data TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY(bundle, number)) STRICT;
CREATE TABLE document(
    id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, title TEXT NOT NULL, language TEXT NOT NULL,
    format TEXT NOT NULL, words INTEGER NOT NULL,
    bundle INTEGER NOT NULL UNIQUE REFERENCES bundle(id)) STRICT;
CREATE TABLE document_text(
    document INTEGER PRIMARY KEY REFERENCES document(id) ON DELETE CASCADE, text TEXT NOT NULL,
    sha256 TEXT NOT NULL) STRICT;
CREATE TABLE outline(
    document TEXT NOT NULL, rules TEXT NOT NULL, published TEXT NOT NULL,
    bundle INTEGER NOT NULL UNIQUE REFERENCES bundle(id) ON DELETE CASCADE,
    PRIMARY KEY(document, rules, published)) STRICT;
CREATE TABLE file(
    document TEXT NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    seen INTEGER NOT NULL, PRIMARY KEY(document, path)) STRICT;
CREATE INDEX file_path ON file(path);
CREATE TABLE reading(
    document TEXT PRIMARY KEY, opened TEXT NOT NULL DEFAULT '', turn INTEGER NOT NULL DEFAULT 0,
    place INTEGER NOT NULL DEFAULT 0, published TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX reading_turn ON reading(turn);
CREATE TABLE note(
    id TEXT PRIMARY KEY, document TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL,
    quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, block_path TEXT NOT NULL,
    role TEXT NOT NULL, style TEXT NOT NULL, body TEXT NOT NULL, tags TEXT NOT NULL,
    created TEXT NOT NULL, modified TEXT NOT NULL, deleted TEXT NOT NULL, revision INTEGER NOT NULL,
    sha256 TEXT NOT NULL) STRICT;
CREATE INDEX note_document ON note(document, deleted, starts);
CREATE INDEX note_revision ON note(revision);
CREATE TABLE decision(
    document TEXT NOT NULL, key TEXT NOT NULL, kind TEXT NOT NULL, verdict TEXT NOT NULL,
    quote TEXT NOT NULL, value TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY(document, key)) STRICT;
CREATE TABLE step(
    id INTEGER PRIMARY KEY, document TEXT NOT NULL, subject TEXT NOT NULL, target TEXT NOT NULL,
    label TEXT NOT NULL, was TEXT NOT NULL, became TEXT NOT NULL, typing INTEGER NOT NULL,
    sha256 TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0, at_ms INTEGER NOT NULL) STRICT;
CREATE INDEX step_document ON step(document, undone, id);
"""
PARTS_1 = (
    ("document.head", {"schema": "deskbrief.document/1", "value": {"sha256": DOCUMENT, "metadata": {}}}),
    ("document.blob", None),
    ("document.list", {"blocks": [{"kind": "paragraph", "start": 0, "end": 14, "paragraph": 1}]}),
    ("document.end", None),
)
NOTE_1 = (
    NOTE, DOCUMENT, 0, 9, "Ministers", "", " met.", "b0+0", "pink", "underline", "Which ones?",
    '["ask"]', STAMP, STAMP, "", 1,
)  # fmt: skip
DECISION_1 = (
    DOCUMENT, "event|0||Ministers", "event", "rejected", "Ministers",
    json.dumps(
        {
            "schema": "deskbrief.decision/1",
            "value": {
                "document": DOCUMENT,
                "kind": "event",
                "anchor": {"start": 0, "end": 9, "exact": "Ministers"},
                "verdict": "rejected",
                "modified": STAMP,
            },
        }
    ),
)  # fmt: skip
STEP_1 = (DOCUMENT, "decisions", DECISION_1[1], "Reject event", "", DECISION_1[5], 0)


def build_version_1(folder: Path) -> None:
    """Write a library of version 1 with a document, a note, a decision and one step of undo."""
    folder.mkdir(parents=True)
    with closing(sqlite3.connect(folder / "library.db")) as db:
        db.executescript(VERSION_1)
        db.execute("INSERT INTO bundle VALUES(1)")
        for number, (name, value) in enumerate(PARTS_1):
            data = json.dumps(value)
            db.execute("INSERT INTO part VALUES(1, ?, ?, ?, ?)", (number, name, data, _digest((name, data))))
        db.execute("INSERT INTO document VALUES(1, ?, 'Grain', 'en', 'text', 2, 1)", (DOCUMENT,))
        db.execute(
            "INSERT INTO document_text VALUES(1, ?, ?)", (TEXT, hashlib.sha256(TEXT.encode()).hexdigest())
        )
        db.execute("INSERT INTO file VALUES(?, '/a', 14, 5, 1)", (DOCUMENT,))
        db.execute("INSERT INTO reading VALUES(?, ?, 1, 7, '2026-03')", (DOCUMENT, STAMP))
        db.execute(f"INSERT INTO note VALUES({', '.join('?' * 17)})", (*NOTE_1, _digest(NOTE_1)))
        db.execute("INSERT INTO decision VALUES(?, ?, ?, ?, ?, ?, ?)", (*DECISION_1, _digest(DECISION_1)))
        db.execute("INSERT INTO step VALUES(1, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1)", (*STEP_1, _digest(STEP_1)))
        db.commit()
        db.execute("PRAGMA journal_mode = WAL")


def _digest(values: tuple[str | int, ...]) -> str:
    form = json.dumps(list(values), separators=(",", ":"))
    return hashlib.sha256(form.encode()).hexdigest()
