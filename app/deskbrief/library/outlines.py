"""Outlines, kept so that a second opening needs no analysis: they can always be made again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskbrief.document.codec import join_outline, outline_parts
from deskbrief.document.errors import LibraryError
from deskbrief.document.outline import Outline
from deskbrief.document.tasks import Part
from deskbrief.library import bundles
from deskbrief.library.database import Database
from deskbrief.library.texts import bound

#: Outlines of one document for different document dates that are kept under one version of the rules.
MOST_DATES = 4
_AGAIN = "Let Deskbrief make the outline again."


def prepare(outline: Outline) -> Iterator[bundles.Prepared]:
    """Yield the parts of `outline` as `put` takes them."""
    return bundles.prepared(outline_parts(outline))


def put(db: Database, document: str, key: tuple[str, str], parts: Sequence[bundles.Prepared]) -> None:
    """Keep the outline of `document` under `key`, its rules and the document date it was made for.

    Outlines under other rules, and all but the newest few dates, are dropped.
    """
    rules, published = bound(key[0]), bound(key[1])
    old = db.all(
        "SELECT bundle FROM outline WHERE document = ?1"
        " AND (rules <> CAST(?2 AS TEXT) OR published = CAST(?3 AS TEXT))",
        (document, rules, published),
    )
    for (bundle,) in old + _beyond(db, document):
        bundles.remove(db, bundle)
    db.run(
        "INSERT INTO outline(document, rules, published, bundle)"
        " VALUES(?, CAST(? AS TEXT), CAST(? AS TEXT), ?)",
        (document, rules, published, bundles.add(db, parts)),
    )


def forget(db: Database, document: str) -> None:
    """Drop all outlines of `document`."""
    for (bundle,) in db.all("SELECT bundle FROM outline WHERE document = ?", (document,)):
        bundles.remove(db, bundle)


def parts(db: Database, document: str, rules: str, published: str) -> Iterator[Part]:
    """Yield the parts of a kept outline as `codec.outline_parts` does; nothing when there is none."""
    row = db.one(
        "SELECT bundle FROM outline"
        " WHERE document = ? AND rules = CAST(? AS TEXT) AND published = CAST(? AS TEXT)",
        (document, bound(rules), bound(published)),
    )
    if row is not None:
        yield from bundles.read(db, row[0], _AGAIN)


def find(db: Database, document: str, rules: str, published: str) -> Outline | None:
    """Return a kept outline; None when there is none or it is damaged, since it can be made again."""
    try:
        found = list(parts(db, document, rules, published))
    except LibraryError:
        return None
    return join_outline(found) if found else None


def _beyond(db: Database, document: str) -> list[tuple[int]]:
    rows = db.all(
        "SELECT bundle FROM outline WHERE document = ? ORDER BY bundle DESC LIMIT -1 OFFSET ?",
        (document, MOST_DATES - 1),
    )
    return [(row[0],) for row in rows]
