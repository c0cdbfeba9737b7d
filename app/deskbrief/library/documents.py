"""The texts: what a document says and how it is built, as importers read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskbrief.document.codec import document_assembly, document_parts, join_document, read_parts
from deskbrief.document.errors import LibraryError
from deskbrief.document.model import DateEvidence, Document
from deskbrief.document.tasks import Part
from deskbrief.library import bundles
from deskbrief.library.database import Database, Found
from deskbrief.library.hashing import blob_digest
from deskbrief.library.texts import bound

_BLOB = "document.blob"
#: Documents whose blocks fill no more parts than this are read at once.
SHORT = 8
#: So many parts of a list are read of a longer one to show a place in it.
AROUND = 2
_AGAIN = "Open its file again: Deskbrief then reads it afresh, and your notes stay."


def put(db: Database, document: Document, parts: Sequence[bundles.Prepared]) -> bool:
    """Keep `document`, whose prepared parts are `parts`; tell whether anything had to be written.

    A stored copy that says something else (from an older importer, or damaged) is replaced.
    """
    row = db.one("SELECT id, bundle FROM document WHERE sha256 = ?", (document.sha256,))
    text = document.text.encode("utf-8", "surrogatepass")
    if row is not None and bundles.holds(db, row[1], parts) and _text(db, row[1]) == text:
        return False
    bundle = bundles.add(db, parts)
    number = _insert(db, document, bundle) if row is None else _replace(db, document, bundle, row)
    db.run(
        "INSERT INTO document_text(document, text, sha256) VALUES(?, CAST(? AS TEXT), ?)",
        (number, text, blob_digest(text)),
    )
    return True


def prepare(document: Document) -> Iterator[bundles.Prepared]:
    """Yield the parts of `document` as `put` takes them."""
    return bundles.prepared(document_parts(document))


def parts(db: Database, sha256: str, *, to_be_read: bool = False) -> Iterator[Part]:
    """Yield the parts of a stored document as `codec.document_parts` does; nothing when there is none.

    Each part is read when it is asked for; of one `to_be_read` those of `codec.read_parts`.
    Raises `LibraryError` at a part that is damaged.
    """
    row = db.one("SELECT bundle FROM document WHERE sha256 = ?", (sha256,))
    if row is None:
        return
    rows = bundles.rows(db, row[0], _AGAIN)
    for part in read_parts(rows) if to_be_read else bundles.read(db, row[0], _AGAIN):
        yield Part(_BLOB, blob=_whole_text(db, row[0])) if part.name == _BLOB else part


def find(db: Database, sha256: str) -> Document | None:
    """Return a stored document, or None; raises `LibraryError` when it is damaged."""
    found = list(parts(db, sha256))
    return join_document(found) if found else None


def text(db: Database, sha256: str) -> str | None:
    """Return the text of a stored document alone; None when there is none or it is damaged."""
    row = db.one("SELECT bundle FROM document WHERE sha256 = ?", (sha256,))
    found = _text(db, row[0]) if row else None
    return None if found is None else found.decode("utf-8", "surrogatepass")


def every(db: Database) -> Iterator[tuple[str, str, str]]:
    """Yield hash, title and text of each stored document that is in the list, the last opened one first."""
    rows = db.all(
        "SELECT d.sha256, d.title FROM document AS d LEFT JOIN reading AS r ON r.document = d.sha256"
        " WHERE coalesce(r.turn, 0) >= 0 ORDER BY coalesce(r.turn, 0) DESC, d.id"
    )
    for sha256, title in rows:
        found = text(db, sha256)
        if found is not None:
            yield sha256, title, found


def stretch(db: Database, sha256: str, start: int, end: int) -> str:
    """Return a stretch of a stored text, to be shown; it is not looked over for damage."""
    row = db.one(
        "SELECT substr(t.text, ?, ?) FROM document_text AS t JOIN document AS d ON d.id = t.document"
        " WHERE d.sha256 = ?",
        (start + 1, end - start, sha256),
    )
    return str(row[0]) if row else ""


def around(db: Database, sha256: str, offset: int) -> Document | None:
    """Return a long stored document with its whole text, but only the blocks around `offset`.

    None for one that is not kept, or is short enough to be read at once. Raises `LibraryError` when what is
    kept is damaged.
    """
    row = db.one("SELECT bundle FROM document WHERE sha256 = ?", (sha256,))
    numbers = bundles.lists(db, row[0], "blocks") if row is not None else range(0)
    if row is None or len(numbers) <= SHORT:
        return None
    bundle = row[0]
    assembly = document_assembly()
    assembly.add(bundles.read_one(db, bundle, 0, _AGAIN))
    assembly.add(Part(_BLOB, blob=_whole_text(db, bundle)))
    first = bundles.holding(db, bundle, numbers, "blocks", offset)
    shown = numbers[first : first + AROUND]
    start = bundles.start_of(db, bundle, shown[0], "blocks")
    for number in shown:
        assembly.add(bundles.read_one(db, bundle, number, _AGAIN))
    inlines = bundles.lists(db, bundle, "inlines")
    if inlines:
        first = bundles.holding(db, bundle, inlines, "inlines", start)
        for number in inlines[first : first + AROUND]:
            assembly.add(bundles.read_one(db, bundle, number, _AGAIN))
    return assembly.add(Part("document.end"))


def damage(db: Database) -> Iterator[str]:
    """Yield a sentence for each stored document that is not as it was written."""
    for title, sha256, bundle in db.all("SELECT title, sha256, bundle FROM document ORDER BY id"):
        if not bundles.is_whole(db, bundle) or _text(db, bundle) is None:
            yield f"The stored copy of “{title or sha256[:12]}” is damaged. {_AGAIN}"


def _insert(db: Database, document: Document, bundle: int) -> int:
    return db.run(
        "INSERT INTO document(sha256, title, language, format, words, published, length, bundle)"
        " VALUES(?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, CAST(? AS TEXT), ?, ?)",
        (document.sha256, *_columns(document), bundle),
    )


def _replace(db: Database, document: Document, bundle: int, old: Found) -> int:
    number, old_bundle = old
    db.run(
        "UPDATE document SET title = CAST(? AS TEXT), language = CAST(? AS TEXT), format = CAST(? AS TEXT),"
        " words = ?, published = CAST(? AS TEXT), length = ?, bundle = ? WHERE id = ?",
        (*_columns(document), bundle, number),
    )
    bundles.remove(db, old_bundle)
    db.run("DELETE FROM document_text WHERE document = ?", (number,))
    return int(number)


def _columns(document: Document) -> tuple[str | bytes | int, ...]:
    head = document.metadata
    names = (bound(head.title), bound(head.language), bound(head.format))
    return *names, document.words, bound(_day(head.published)), len(document.text)


def _day(published: DateEvidence | None) -> str:
    """Return the day that lists show as that of a text: not one that only its file tells."""
    return published.edtf if published is not None and not published.is_guess else ""


def date(db: Database, sha256: str, found: DateEvidence | None) -> None:
    """Keep the day that was `found` in the text of a document, for lists; none changes nothing."""
    if day := _day(found):
        db.run("UPDATE document SET published = CAST(? AS TEXT) WHERE sha256 = ?", (bound(day), sha256))


def _text(db: Database, bundle: int) -> bytes | None:
    """Return the text that belongs to a bundle as UTF-8; None when it is missing or damaged."""
    row = db.one(
        "SELECT CAST(t.text AS BLOB), t.sha256 FROM document_text AS t"
        " JOIN document AS d ON d.id = t.document WHERE d.bundle = ?",
        (bundle,),
    )
    return row[0] if row and blob_digest(row[0]) == row[1] else None


def _whole_text(db: Database, bundle: int) -> bytes:
    text = _text(db, bundle)
    if text is None:
        raise LibraryError("The stored copy of this text is damaged.", _AGAIN)
    return text
