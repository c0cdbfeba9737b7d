"""The pictures of documents, small enough to be shown; they can always be made again from the file."""

from __future__ import annotations

from deskbrief.library.database import Database
from deskbrief.library.hashing import blob_digest
from deskbrief.library.texts import bound


def put(db: Database, document: str, key: str, data: bytes) -> None:
    """Keep a picture; one without any bytes stands for a picture that cannot be shown."""
    db.run(
        "INSERT INTO picture(document, key, data, sha256) VALUES(?, CAST(? AS TEXT), ?, ?)"
        " ON CONFLICT(document, key) DO UPDATE SET data = excluded.data, sha256 = excluded.sha256",
        (document, bound(key), data, blob_digest(data)),
    )


def find(db: Database, document: str, key: str) -> bytes:
    """Return a picture; nothing when there is none or it is damaged."""
    row = db.one(
        "SELECT data, sha256 FROM picture WHERE document = ? AND key = CAST(? AS TEXT)",
        (document, bound(key)),
    )
    return bytes(row[0]) if row and blob_digest(row[0]) == row[1] else b""


def keys(db: Database, document: str) -> frozenset[str]:
    """Return the names of the pictures that are kept of a document."""
    return frozenset(row[0] for row in db.all("SELECT key FROM picture WHERE document = ?", (document,)))
