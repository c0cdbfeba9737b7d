"""The reader's decisions about extracted items, one for each item, with a digest over each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from deskbrief.document.codec import seal, unseal
from deskbrief.document.errors import LibraryError
from deskbrief.document.notes import Decision
from deskbrief.library.database import Database, Found
from deskbrief.library.hashing import digest
from deskbrief.library.texts import bound

_SAVE = """
    INSERT INTO decision(document, key, kind, verdict, quote, value, sha256)
    VALUES(?, CAST(? AS TEXT), ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?)
    ON CONFLICT(document, key) DO UPDATE SET
        kind = excluded.kind, verdict = excluded.verdict, quote = excluded.quote, value = excluded.value,
        sha256 = excluded.sha256
    """
_ALL = "SELECT document, key, kind, verdict, quote, value, sha256 FROM decision"
_DAMAGED = (
    "This decision is damaged in the library, so it was left as it is.",
    "Restore the library from a copy in the folder “backups”.",
)


def sealed(decision: Decision) -> str:
    """Return `decision` as codec JSON."""
    return json.dumps(seal("decision", decision), ensure_ascii=False, separators=(",", ":"))


def unsealed(value: str) -> Decision:
    """Return the decision that `sealed` wrote."""
    return unseal("decision", Decision, json.loads(value))


def save(db: Database, decision: Decision) -> None:
    """Write `decision` in place of an earlier one about the same item."""
    values = (
        decision.document,
        decision.key,
        decision.kind.value,
        decision.verdict.value,
        decision.anchor.exact,
        sealed(decision),
    )
    db.run(_SAVE, (*map(bound, values), digest(values)))


def remove(db: Database, document: str, key: str) -> None:
    """Take away the decision about an item."""
    db.run("DELETE FROM decision WHERE document = ? AND key = CAST(? AS TEXT)", (document, bound(key)))


def find(db: Database, document: str, key: str) -> Decision | None:
    """Return the decision about an item, or None; raises `LibraryError` when it is damaged."""
    row = db.one(_ALL + " WHERE document = ? AND key = CAST(? AS TEXT)", (document, bound(key)))
    if row is None:
        return None
    decision = _decision(row)
    if decision is None:
        raise LibraryError(*_DAMAGED)
    return decision


def of_document(db: Database, document: str) -> tuple[tuple[Decision, ...], list[str]]:
    """Return the decisions about a document in text order, and the keys of damaged ones."""
    found = db.all(_ALL + " WHERE document = ? ORDER BY rowid", (document,))
    rows = [(columns[1], _decision(columns)) for columns in found]
    whole = sorted((row for _, row in rows if row), key=lambda decision: decision.anchor.span)
    return tuple(whole), [str(key) for key, row in rows if row is None]


def documents(db: Database) -> tuple[str, ...]:
    """Return the documents with decisions about them, in the order of the first one."""
    found = db.all("SELECT document FROM decision GROUP BY document ORDER BY MIN(rowid)")
    return tuple(str(row[0]) for row in found)


def damage(db: Database) -> Iterator[str]:
    """Yield a sentence for each decision that is not as it was written."""
    for row in db.each(_ALL + " ORDER BY rowid"):
        if _decision(row) is None:
            yield "A decision about an extracted item is damaged and is not used."


def is_whole(row: Sequence[object]) -> bool:
    """Tell whether the columns of a row are as they were written."""
    *values, kept = row
    return bool(digest(values) == kept)


def _decision(row: Found) -> Decision | None:
    *values, kept = row
    return unsealed(values[5]) if digest(values) == kept else None
