"""Who and what documents name, as their outlines tell it: the index keeps it, to choose documents by."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from deskbrief.document.errors import LibraryError
from deskbrief.document.folding import Fold
from deskbrief.library import bundles
from deskbrief.library.database import Database


def newest(db: Database) -> int:
    """Return the number of the newest outline, 0 when there is none."""
    row = db.one("SELECT coalesce(max(bundle), 0) FROM outline")
    return int(row[0]) if row else 0


def fresh(db: Database, known: int, most: int) -> list[tuple[str, int]]:
    """Return document and number of the first `most` outlines from number `known` on, each document's newest.

    The number that is `known` comes again: of an outline that is gone, the next one may take the number.
    """
    return [
        (str(document), int(bundle))
        for document, bundle in db.all(
            "SELECT document, max(bundle) AS newest FROM outline WHERE bundle >= ?"
            " GROUP BY document ORDER BY newest LIMIT ?",
            (known, most),
        )
    ]


def date(index: sqlite3.Connection, db: Database, rows: Sequence[tuple[str, int]]) -> None:
    """Give texts of the index the days that their outlines found, for the documents of `rows`."""
    for sha256, _ in rows:
        for (day,) in db.all("SELECT published FROM document WHERE sha256 = ?", (sha256,)):
            index.execute("UPDATE text SET published = ? WHERE document = ?", (day, sha256))


def names(db: Database, bundle: int) -> str:
    """Return the names of an outline in the form in which `needle` finds the beginnings of their words."""
    fold = Fold()
    return "\n".join(dict.fromkeys(f" {' '.join(fold.word(name).split())}" for name in _read(db, bundle)))


def needle(name: str) -> str:
    """Return what `name`, or its beginning, is in what `names` returns."""
    return f" {' '.join(Fold().word(name).split())}"


def _read(db: Database, bundle: int) -> Iterator[str]:
    for number in bundles.lists(db, bundle, "names"):
        try:
            part = bundles.read_one(db, bundle, number, "")
        except LibraryError:
            # An outline can be made again, and is then read again.
            return
        for one in part.data.get("names", ()):
            yield str(one.get("name", ""))
            yield from map(str, one.get("aliases", ()))
