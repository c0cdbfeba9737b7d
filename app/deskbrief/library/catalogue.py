"""What a page of the library shows of each document."""

from __future__ import annotations

from deskbrief.document.records import dataclass
from deskbrief.library.database import Database


@dataclass(frozen=True, slots=True)
class Card:
    """A document of the library: `published` is the reader's own date, else that of the text (EDTF).

    `read` is the share that was read, `opened` when it was opened last (ISO 8601), `turn` tells the order of
    openings, `notes` counts marks and notes, and `written` those with words. `is_earlier` says that its file
    was saved again since and holds another text now; it is one of `editions` that the file has held, of which
    `edition` counts from the oldest. One that is not `is_here` is known by its notes alone,
    and `path` is the name of its file.
    """

    sha256: str
    title: str
    path: str
    published: str
    words: int
    read: float
    notes: int
    opened: str
    turn: int
    written: int = 0
    is_earlier: bool = False
    edition: int = 1
    editions: int = 1
    is_here: bool = True


_CARDS = """
    SELECT d.sha256, d.title, d.words, d.length, d.published,
        coalesce(r.published, ''), coalesce(r.place, 0), coalesce(r.opened, ''), coalesce(r.turn, 0)
    FROM document AS d LEFT JOIN reading AS r ON r.document = d.sha256
    WHERE (coalesce(r.turn, 0) < 0) = ? ORDER BY abs(coalesce(r.turn, 0)) DESC, d.id DESC
    """
_AWAITED = """
    SELECT a.document, a.title, a.file_name, coalesce(r.turn, 0)
    FROM awaited AS a LEFT JOIN reading AS r ON r.document = a.document
    WHERE (coalesce(r.turn, 0) < 0) = ? AND a.document NOT IN (SELECT sha256 FROM document)
    """


def cards(db: Database, *, removed: bool = False) -> tuple[Card, ...]:
    """Return the documents that are in the list, or those that were removed, the last opened one first."""
    notes: dict[str, int] = dict(
        db.all("SELECT document, count(*) FROM note WHERE deleted = '' GROUP BY document")
    )
    written: dict[str, int] = dict(
        db.all("SELECT document, count(*) FROM note WHERE deleted = '' AND body <> '' GROUP BY document")
    )
    files: list[tuple[str, str]] = db.all("SELECT document, path FROM file ORDER BY seen")
    paths = dict(files)
    held: dict[str, list[str]] = {}
    for document, path in files:
        if paths[document] == path:
            held.setdefault(path, []).append(document)
    last = {path: document for document, path in files}
    places = {document: number for every in held.values() for number, document in enumerate(every)}
    found = db.all(_CARDS, (int(removed),))
    here = [
        Card(
            sha256=sha256,
            title=title,
            path=paths.get(sha256, ""),
            published=own or published,
            words=words,
            read=min(place / length, 1.0) if length else 0.0,
            notes=notes.get(sha256, 0),
            opened=opened,
            turn=turn,
            written=written.get(sha256, 0),
            is_earlier=last.get(paths.get(sha256, ""), sha256) != sha256,
            edition=places.get(sha256, 0) + 1,
            editions=len(held.get(paths.get(sha256, ""), ("",))),
        )
        for sha256, title, words, length, published, own, place, opened, turn in found
    ]
    awaited = [
        Card(
            sha256=sha256,
            title=title,
            path=name,
            published="",
            words=0,
            read=0.0,
            notes=notes.get(sha256, 0),
            opened="",
            turn=turn,
            written=written.get(sha256, 0),
            is_here=False,
        )
        for sha256, title, name, turn in db.all(_AWAITED, (int(removed),))
        # Whose notes have all gone elsewhere is awaited no more.
        if removed or sha256 in notes
    ]
    return tuple(sorted(here + awaited, key=lambda card: -abs(card.turn))) if awaited else tuple(here)
