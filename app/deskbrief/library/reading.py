"""What the reader did with a document: where it was opened from, when, how far it was read, its own date."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from deskbrief.document.records import dataclass
from deskbrief.library.database import Database
from deskbrief.library.texts import bound


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A row of the list of documents; `opened` is ISO 8601, `words` and `notes` are counts."""

    sha256: str
    title: str
    path: str
    opened: str
    words: int
    notes: int


def remember_file(db: Database, sha256: str, path: str, size: int, mtime_ns: int) -> None:
    """Remember that the file at `path`, in this state, holds the document."""
    db.run(
        "INSERT INTO file(document, path, size, mtime_ns, seen)"
        " VALUES(?1, CAST(?2 AS TEXT), ?3, ?4, (SELECT coalesce(max(seen), 0) + 1 FROM file))"
        " ON CONFLICT(document, path) DO UPDATE"
        " SET size = excluded.size, mtime_ns = excluded.mtime_ns, seen = excluded.seen",
        (sha256, bound(path), size, mtime_ns),
    )


def known_file(db: Database, path: str, size: int, mtime_ns: int) -> str | None:
    """Return the stored document that the file at `path` held when it was in this very state."""
    row = db.one(
        "SELECT f.document FROM file AS f JOIN document AS d ON d.sha256 = f.document"
        " WHERE f.path = CAST(? AS TEXT) AND f.size = ? AND f.mtime_ns = ? ORDER BY f.seen DESC",
        (bound(path), size, mtime_ns),
    )
    return row[0] if row else None


def last_at(db: Database, path: str) -> str | None:
    """Return the stored document that the file at `path` held when it was last seen."""
    row = db.one(
        "SELECT f.document FROM file AS f JOIN document AS d ON d.sha256 = f.document"
        " WHERE f.path = CAST(? AS TEXT) ORDER BY f.seen DESC",
        (bound(path),),
    )
    return row[0] if row else None


def paths(db: Database, sha256: str) -> tuple[str, ...]:
    """Return where the document was seen, newest first."""
    rows = db.all("SELECT path FROM file WHERE document = ? ORDER BY seen DESC", (sha256,))
    return tuple(row[0] for row in rows)


def files(db: Database, sha256: str) -> tuple[tuple[str, int, int], ...]:
    """Return path, size and time of change of the files that held the document, in the order of sight."""
    rows = db.all("SELECT path, size, mtime_ns FROM file WHERE document = ? ORDER BY seen", (sha256,))
    return tuple(rows)


def recent(db: Database, limit: int) -> tuple[DocumentEntry, ...]:
    """Return the stored documents that were opened last, newest first."""
    rows = db.all(
        "SELECT d.sha256, d.title, coalesce("
        "  (SELECT f.path FROM file AS f WHERE f.document = d.sha256 ORDER BY f.seen DESC LIMIT 1), ''),"
        " r.opened, d.words,"
        " (SELECT count(*) FROM note AS n WHERE n.document = d.sha256 AND n.deleted = '')"
        " FROM reading AS r JOIN document AS d ON d.sha256 = r.document"
        " WHERE r.turn > 0 ORDER BY r.turn DESC LIMIT ?",
        (limit,),
    )
    return tuple(DocumentEntry(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class NotedDocument:
    """A stored document with notes on it; `words` and `notes` are counts."""

    sha256: str
    title: str
    words: int
    notes: int


@dataclass(frozen=True, slots=True)
class DescribedDocument:
    """What a stored document is called: its title, one of the paths that it was seen at, its address."""

    sha256: str
    title: str
    path: str
    url: str


def described(db: Database, at_once: int) -> Iterator[tuple[DescribedDocument, ...]]:
    """Yield what every stored document is called, once for each path; so many documents are read at once."""
    last = 0
    while rows := db.all(_DESCRIBED, (last, at_once)):
        last = rows[-1][0]
        yield tuple(DescribedDocument(*map(str, row)) for _, *row in rows)


_DESCRIBED = """
    SELECT d.id, d.sha256, d.title, coalesce(f.path, ''),
        coalesce(json_extract(p.data, '$.value.metadata.url'), '')
    FROM (SELECT * FROM document WHERE id > ? ORDER BY id LIMIT ?) AS d
    LEFT JOIN file AS f ON f.document = d.sha256
    LEFT JOIN part AS p ON p.bundle = d.bundle AND p.number = 0 AND json_valid(p.data)
    ORDER BY d.id
    """

_NOTED = """
    SELECT * FROM (
        SELECT d.sha256, d.title, d.words, (
            SELECT count(*) FROM note AS n WHERE n.document = d.sha256 AND n.deleted = ''
        ) AS notes
        FROM document AS d LEFT JOIN reading AS r ON r.document = d.sha256
        WHERE {}
        ORDER BY abs(coalesce(r.turn, 0)) DESC, d.id)
    WHERE notes > 0
    """


def noted(db: Database, words: tuple[int, int]) -> tuple[NotedDocument, ...]:
    """Return the stored documents of `words` from low to high that have notes, the last opened one first."""
    return _noted(db, "d.words BETWEEN ? AND ?", words)


def noted_as(db: Database, title: str, sha256: str) -> tuple[NotedDocument, ...]:
    """Return the stored documents with notes that are called `title`, and the one with the hash `sha256`."""
    return _noted(db, "(d.title = CAST(? AS TEXT) AND d.title <> '') OR d.sha256 = ?", (bound(title), sha256))


def _noted(db: Database, condition: str, values: Sequence[str | bytes | int]) -> tuple[NotedDocument, ...]:
    rows = db.all(_NOTED.format(condition), tuple(values))
    return tuple(NotedDocument(*row) for row in rows)


def remove(db: Database, sha256: str) -> None:
    """Take the document out of the list; opening it again, or `bring_back`, puts it back."""
    db.run("UPDATE reading SET turn = -turn WHERE document = ? AND turn > 0", (sha256,))


def bring_back(db: Database, sha256: str) -> None:
    """Put a document that was taken out of the list back to its place."""
    db.run("UPDATE reading SET turn = -turn WHERE document = ? AND turn < 0", (sha256,))


def was_opened(db: Database, sha256: str) -> bool:
    """Tell whether the document has a time of opening."""
    return db.one("SELECT 1 FROM reading WHERE document = ? AND turn > 0", (sha256,)) is not None


def opened(db: Database, sha256: str) -> str:
    """Return when the document was opened last (ISO 8601), or an empty string."""
    row = db.one("SELECT opened FROM reading WHERE document = ?", (sha256,))
    return str(row[0]) if row else ""


def touch(db: Database, sha256: str, opened: str) -> None:
    """Set the time of opening. Order goes by a count and not by this time: a clock can be set back."""
    db.run(
        "INSERT INTO reading(document, opened, turn)"
        " VALUES(?, ?, (SELECT coalesce(max(abs(turn)), 0) + 1 FROM reading))"
        " ON CONFLICT(document) DO UPDATE SET opened = excluded.opened, turn = excluded.turn",
        (sha256, opened),
    )


def set_place(db: Database, sha256: str, offset: int) -> None:
    """Set how far the document was read."""
    db.run(
        "INSERT INTO reading(document, place) VALUES(?, ?)"
        " ON CONFLICT(document) DO UPDATE SET place = excluded.place",
        (sha256, offset),
    )


def place(db: Database, sha256: str) -> int:
    """Return how far the document was read, as an offset into its text; 0 when it was not."""
    row = db.one("SELECT place FROM reading WHERE document = ?", (sha256,))
    return int(row[0]) if row else 0


def set_published(db: Database, sha256: str, edtf: str) -> None:
    """Set the reader's own document date; an empty one takes it away."""
    db.run(
        "INSERT INTO reading(document, published) VALUES(?, CAST(? AS TEXT))"
        " ON CONFLICT(document) DO UPDATE SET published = excluded.published",
        (sha256, bound(edtf)),
    )


def published(db: Database, sha256: str) -> str:
    """Return the reader's own document date, or an empty string."""
    row = db.one("SELECT published FROM reading WHERE document = ?", (sha256,))
    return str(row[0]) if row else ""


def set_taken_in(db: Database, sha256: str, reasons: Sequence[str]) -> None:
    """Set the reasons for leaving something out that the reader of the document does not share."""
    db.run(
        "INSERT INTO reading(document, taken_in) VALUES(?, CAST(? AS TEXT))"
        " ON CONFLICT(document) DO UPDATE SET taken_in = excluded.taken_in",
        (sha256, bound(json.dumps(sorted(reasons), ensure_ascii=False))),
    )


def taken_in(db: Database, sha256: str) -> tuple[str, ...]:
    """Return the reasons for leaving something out that the reader of the document does not share."""
    row = db.one("SELECT taken_in FROM reading WHERE document = ?", (sha256,))
    try:
        found = json.loads(row[0]) if row else []
    except ValueError:
        return ()
    return tuple(str(reason) for reason in found) if isinstance(found, list) else ()
