"""Documents that notes were brought for and that are not here yet: what the file of the notes calls them.

A document is named by its hash where the file told it, else by one that follows from what it is called.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from deskbrief.document.records import dataclass
from deskbrief.library.database import Database
from deskbrief.library.texts import bound

_PUT = (
    "INSERT INTO awaited(document, title, file_name, url)"
    " VALUES(?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT))"
    " ON CONFLICT(document) DO UPDATE SET"
    " title = iif(excluded.title = '', title, excluded.title),"
    " file_name = iif(excluded.file_name = '', file_name, excluded.file_name),"
    " url = iif(excluded.url = '', url, excluded.url)"
)
_ALL = (
    "SELECT document, title, file_name, url FROM awaited"
    " WHERE document NOT IN (SELECT sha256 FROM document) ORDER BY document"
)


@dataclass(frozen=True, slots=True)
class Awaited:
    """A document that is not here: the hash that its notes name, and its title, file and address if told."""

    document: str
    title: str = ""
    file_name: str = ""
    url: str = ""


def put(db: Database, every: Iterable[Awaited]) -> None:
    """Keep what documents are called; what is told of one again adds to what is known."""
    for one in every:
        db.run(_PUT, (one.document, bound(one.title), bound(one.file_name), bound(one.url)))


def every(db: Database) -> tuple[Awaited, ...]:
    """Return the documents that are still not here."""
    return tuple(Awaited(*row) for row in db.all(_ALL))


def find(db: Database, sha256: str) -> Awaited | None:
    """Return what a document is called that is not here; None when nothing is known of it."""
    row = db.one("SELECT document, title, file_name, url FROM awaited WHERE document = ?", (sha256,))
    return Awaited(*row) if row else None


def is_kept_in(db: Database) -> bool:
    """Tell whether a library, which may be an old copy, has room for such documents."""
    return db.one("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'awaited'") is not None


def name_for(called: Sequence[str]) -> str:
    """Return what stands for the hash of a document of which only is known what it is `called`."""
    words = "\n".join(" ".join(one.split()).casefold() for one in called)
    return hashlib.sha256(f"awaited\n{words}".encode("utf-8", "replace")).hexdigest()
