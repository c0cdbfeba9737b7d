"""Values kept in parts, so that a long one can be read back in slices.

Each part is codec JSON in a row of its own, with a digest that is checked when it is read.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from deskbrief.document.errors import LibraryError
from deskbrief.document.tasks import Part
from deskbrief.library.database import Database, Found
from deskbrief.library.hashing import digest
from deskbrief.library.texts import bound

_ADD = "INSERT INTO part(bundle, number, name, data, sha256) VALUES(?, ?, ?, CAST(? AS TEXT), ?)"
_ALL = "SELECT name, data, sha256 FROM part WHERE bundle = ? ORDER BY number"
_LISTS = "SELECT min(number), max(number) FROM part WHERE bundle = ? AND data >= ? AND data < ?"
_START = "SELECT json_extract(data, ?) FROM part WHERE bundle = ? AND number = ?"
_ONE = "SELECT name, data, sha256 FROM part WHERE bundle = ? AND number = ?"


class Prepared(NamedTuple):
    """A part as it is kept: its name, its data as JSON, and the digest of both."""

    name: str
    data: str
    sha256: str


def prepared(parts: Iterable[Part]) -> Iterator[Prepared]:
    """Yield `parts` as they are kept, without their blobs; this takes longer than writing them."""
    for part in parts:
        data = json.dumps(part.data, ensure_ascii=False, separators=(",", ":"))
        yield Prepared(part.name, data, digest((part.name, data)))


def add(db: Database, parts: Sequence[Prepared]) -> int:
    """Keep `parts` as a new bundle; return its number."""
    bundle = db.run("INSERT INTO bundle DEFAULT VALUES")
    db.run_many(
        _ADD,
        ((bundle, number, name, bound(data), sha256) for number, (name, data, sha256) in enumerate(parts)),
    )
    return bundle


def remove(db: Database, bundle: int) -> None:
    """Drop a bundle with its parts."""
    db.run("DELETE FROM bundle WHERE id = ?", (bundle,))


def holds(db: Database, bundle: int, parts: Sequence[Prepared]) -> bool:
    """Tell whether a bundle holds just `parts`, undamaged."""
    return db.all(_ALL, (bundle,)) == list(parts)


def is_whole(db: Database, bundle: int) -> bool:
    """Tell whether every part of a bundle is as it was written, and none is missing."""
    kept = db.all(_ALL, (bundle,))
    last = db.one("SELECT max(number) FROM part WHERE bundle = ?", (bundle,))
    is_complete = bool(kept) and kept[-1][0].endswith(".end") and last == (len(kept) - 1,)
    return is_complete and all(map(_is_whole, kept))


def read(db: Database, bundle: int, again: str) -> Iterator[Part]:
    """Yield the parts of a bundle, as `rows` does, each without its blob."""
    return (Part(name, json.loads(data)) for name, data in rows(db, bundle, again))


def rows(db: Database, bundle: int, again: str) -> Iterator[tuple[str, str]]:
    """Yield name and JSON of the parts of a bundle, each read when it is asked for.

    Raises `LibraryError` at a part that is damaged or gone; `again` is then what the user can do.
    """
    number, name = 0, ""
    while not name.endswith(".end"):
        row = db.one(_ONE, (bundle, number))
        if row is None:
            raise LibraryError("What is kept of this text changed while it was being read.", again)
        if not _is_whole(row):
            raise LibraryError("The stored copy of this text is damaged.", again)
        name = row[0]
        number += 1
        yield name, row[1]


def read_one(db: Database, bundle: int, number: int, again: str) -> Part:
    """Return one part of a bundle, as `read` does."""
    row = db.one(_ONE, (bundle, number))
    if row is None or not _is_whole(row):
        raise LibraryError("The stored copy of this text is damaged.", again)
    return Part(row[0], json.loads(row[1]))


def lists(db: Database, bundle: int, key: str) -> range:
    """Return the numbers of the parts that hold the list under `key`."""
    first, last = db.all(_LISTS, (bundle, f'{{"{key}":', f'{{"{key}";'))[0]
    return range(0) if first is None else range(first, last + 1)


#: What tells where an item of a list begins in the text.
_BEGINS = {"pages": "offset"}


def start_of(db: Database, bundle: int, number: int, key: str) -> int:
    """Return where the first item of a part of the list under `key` starts in the text; -1 for none."""
    row = db.one(_START, (f"$.{key}[0].{_BEGINS.get(key, 'start')}", bundle, number))
    return -1 if row is None or row[0] is None else int(row[0])


def holding(db: Database, bundle: int, numbers: range, key: str, offset: int) -> int:
    """Return the index in `numbers` of the last part of a list that starts at or before `offset`."""
    after = bisect_right(numbers, offset, key=lambda number: start_of(db, bundle, number, key))
    return max(after - 1, 0)


def _is_whole(row: Found) -> bool:
    name, data, kept = row
    return bool(digest((name, data)) == kept)
