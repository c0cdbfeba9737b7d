"""Notes as rows: real columns, so that any program can read them, and a digest over them.

A row whose digest does not fit is never taken for a note, and never overwritten or deleted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from deskbrief.document.anchors import Anchor
from deskbrief.document.errors import LibraryError
from deskbrief.document.notes import MarkStyle, Note, Role
from deskbrief.document.records import dataclass
from deskbrief.library.database import Database
from deskbrief.library.hashing import digest
from deskbrief.library.texts import bound

COLUMNS = (
    "id, document, starts, ends, quote, prefix, suffix, block_path, role, style, body, tags,"
    " created, modified, deleted, revision, sha256"
)
_IN_TEXT_ORDER = " ORDER BY document, starts, ends, created, id"
_ALL = "SELECT " + COLUMNS + " FROM note"  # noqa: S608 - constants only
_SAVE = """
    INSERT INTO note(id, document, starts, ends, quote, prefix, suffix, block_path, role, style, body, tags,
                     created, modified, deleted, revision, sha256)
    VALUES(CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT),
           CAST(? AS TEXT), ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?)
    ON CONFLICT(id) DO UPDATE SET
        document = excluded.document, starts = excluded.starts, ends = excluded.ends,
        quote = excluded.quote, prefix = excluded.prefix, suffix = excluded.suffix,
        block_path = excluded.block_path, role = excluded.role, style = excluded.style,
        body = excluded.body, tags = excluded.tags, created = excluded.created,
        modified = excluded.modified, deleted = excluded.deleted, revision = excluded.revision,
        sha256 = excluded.sha256
    """

#: The condition is that of the index `note_links`, so that it is used.
_LINKING = f"""
    SELECT coalesce((SELECT d.title FROM document AS d WHERE d.sha256 = note.document), ''),
        coalesce((SELECT f.path FROM file AS f WHERE f.document = note.document ORDER BY f.seen DESC), ''),
        {COLUMNS}
    FROM note WHERE deleted = '' AND instr(body, 'deskbrief:') > 0 AND document <> ?
    {_IN_TEXT_ORDER}
    """  # noqa: S608 - constants only

#: Where a note stands in the order of the text: its start and the number of its row.
Place = tuple[int, int]
BEFORE_ALL: Place = (-(2**63), -(2**63))
#: The characters of an id that tell the moment when it was made.
_MOMENT = 13
#: What follows these is a hyphen, and a full stop is the character after it.
_OF_MOMENTS = """
    SELECT n.id, n.document FROM json_each(?) AS m JOIN note AS n
        ON n.id >= m.value || '-' AND n.id < m.value || '.'
    WHERE EXISTS (SELECT 1 FROM note AS h WHERE h.id >= m.value || '-' AND h.id < m.value || '.'
        AND h.document = ?)
    """

_DAMAGED = (
    "This note is damaged in the library, so it was left as it is.",
    "Its words may be found in journal.ndjson beside the library. Write them as a new note.",
)


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note as it is kept: when it was deleted (empty: it was not), and the number of its last change."""

    note: Note
    revision: int
    deleted: str = ""

    @property
    def sha256(self) -> str:
        """The digest over all columns."""
        return digest(_values(self))

    @property
    def is_well_typed(self) -> bool:
        """Whether every column has the type of its value, which a row from a foreign file may lack."""
        numbers = {2, 3, 15}
        return all(type(value) is (int if at in numbers else str) for at, value in enumerate(_values(self)))


def save(db: Database, row: NoteRow) -> None:
    """Write `row` in place of the one with its id."""
    values = (bound(value) if isinstance(value, str) else value for value in _values(row))
    db.run(_SAVE, (*values, row.sha256))


def next_revision(db: Database, floor: int) -> int:
    """Return the number for the next change of a note, above `floor`."""
    row = db.one("SELECT coalesce(max(revision), 0) FROM note")
    return max(int(row[0]) if row else 0, floor) + 1


def find(db: Database, note_id: str) -> NoteRow | None:
    """Return a note's row, deleted or not; raises `LibraryError` when it is damaged."""
    found = db.one(_ALL + " WHERE id = CAST(? AS TEXT)", (bound(note_id),))
    if found is None:
        return None
    row = row_of(found)
    if row is None:
        raise LibraryError(*_DAMAGED)
    return row


def live(db: Database, document: str) -> tuple[tuple[Note, ...], list[str]]:
    """Return the notes on `document` ("" = on all) that are not deleted, in text order, and damaged ids."""
    if document:
        found = db.all(_ALL + " WHERE document = ? AND deleted = ''" + _IN_TEXT_ORDER, (document,))
    else:
        found = db.all(_ALL + " WHERE deleted = ''" + _IN_TEXT_ORDER)
    return _whole(found)


def rows_after(db: Database, document: str, last: Place, most: int) -> list[Place]:
    """Return the places of the next `most` notes on `document` that are not deleted, in text order.

    An index alone tells them: of thousands of notes none is read.
    """
    sought = (
        "SELECT starts, rowid FROM note WHERE document = ? AND deleted = '' AND (starts, rowid) > (?, ?)"
        " ORDER BY starts, rowid LIMIT ?"
    )
    return [(starts, row) for starts, row in db.all(sought, (document, *last, most))]


def of_moments(db: Database, ids: Sequence[str], document: str) -> list[tuple[str, str]]:
    """Return id and document of each note, deleted or not, made in the moment of one of `ids`.

    Only moments in which a note on `document` was made count: of a note there its copies elsewhere have ids
    of the same moment, the first digits of a UUIDv7.
    """
    moments = json.dumps(sorted({note_id[:_MOMENT] for note_id in ids}))
    return [(str(note_id), str(sha256)) for note_id, sha256 in db.all(_OF_MOMENTS, (moments, document))]


def some_live(db: Database, document: str, rows: Sequence[int]) -> tuple[tuple[Note, ...], list[str]]:
    """Return what `live` does of the notes on `document` in these rows."""
    held = ",".join("?" * len(rows))
    # With the sign the rows are looked up by their numbers, not by what else is asked of them.
    sought = f"{_ALL} WHERE rowid IN ({held}) AND +document = ? AND +deleted = ''" + _IN_TEXT_ORDER
    return _whole(db.all(sought, (*rows, document)))


def _whole(found: Sequence[Sequence[Any]]) -> tuple[tuple[Note, ...], list[str]]:
    rows = [(columns[0], row_of(columns)) for columns in found]
    return tuple(row.note for _, row in rows if row), [str(note_id) for note_id, row in rows if row is None]


def linking(db: Database, document: str) -> tuple[tuple[Note, str, str], ...]:
    """Return the notes on other documents than `document` with links of ours, title and path of each."""
    rows = ((row_of(columns), title, path) for title, path, *columns in db.all(_LINKING, (document,)))
    return tuple((row.note, title, path) for row, title, path in rows if row)


def tags(db: Database) -> frozenset[str]:
    """Return all tags of the notes that are not deleted."""
    # As the index is defined, so that it alone is read.
    found = db.all("SELECT DISTINCT tags FROM note WHERE deleted = '' AND tags <> '[]'")
    return frozenset(tag for (kept,) in found for tag in _tags(kept))


def _tags(kept: str) -> list[str]:
    try:
        return [tag for tag in json.loads(kept) if isinstance(tag, str)]
    except ValueError:
        return []


def deleted(db: Database) -> tuple[tuple[str, Note], ...]:
    """Return the deleted notes with the time of deletion, the last one first."""
    found = db.all(_ALL + " WHERE deleted <> '' ORDER BY revision DESC")
    rows = (row_of(columns) for columns in found)
    return tuple((row.deleted, row.note) for row in rows if row)


def changed_since(db: Database, revision: int) -> Iterator[NoteRow]:
    """Yield the undamaged rows from number `revision` on, deleted ones too, in the order of their changes."""
    for found in db.all(_ALL + " WHERE revision >= ? ORDER BY revision", (revision,)):
        row = row_of(found)
        if row is not None:
            yield row


def some_since(db: Database, revision: int, most: int) -> list[NoteRow]:
    """Return the first `most` of what `changed_since` yields."""
    found = db.all(_ALL + " WHERE revision >= ? ORDER BY revision LIMIT ?", (revision, most))
    return [row for row in map(row_of, found) if row is not None]


def damage(db: Database) -> Iterator[str]:
    """Yield a sentence for each note that is not as it was written."""
    for found in db.each(_ALL + " ORDER BY rowid"):
        if row_of(found) is None:
            yield f"The note {found[0]} is damaged and not shown; its words may be in journal.ndjson."


def _values(row: NoteRow) -> tuple[str | int, ...]:
    note, anchor = row.note, row.note.anchor
    return (
        note.id, note.document, anchor.start, anchor.end, anchor.exact, anchor.prefix, anchor.suffix,
        anchor.block_path, note.role.value, note.style.value, note.body,
        json.dumps(list(note.tags), ensure_ascii=False), note.created, note.modified,
        row.deleted, row.revision,
    )  # fmt: skip


def row_of(found: Sequence[Any]) -> NoteRow | None:
    """Return what the columns stand for; None when they are not what was written."""
    *values, kept = found
    if digest(values) != kept:
        return None
    (note_id, document, start, end, exact, prefix, suffix, block_path,
     role, style, body, tags, created, modified, deleted, revision) = values  # fmt: skip
    note = Note(
        id=note_id,
        document=document,
        anchor=Anchor(start, end, exact, prefix, suffix, block_path),
        role=Role(role),
        style=MarkStyle(style),
        body=body,
        tags=tuple(json.loads(tags)),
        created=created,
        modified=modified,
    )
    return NoteRow(note, revision, deleted)
