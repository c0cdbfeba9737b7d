"""Reading what can still be read from a damaged file, row by row."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

from deskbrief.library.place import Place

#: Row numbers that are tried one by one where a stretch of a table cannot be read.
MOST_TRIED = 200_000

Row = tuple[object, ...]


def readable(file: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection to `file`, if it can be opened at all; nothing is written beside it."""
    with suppress(sqlite3.Error), closing(Place(file, 0).connect("ro")) as connection:
        connection.execute("PRAGMA cell_size_check = OFF")
        yield connection


def rows(connection: sqlite3.Connection, table: str, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of `table` that can be read, each once and by no index; damage is passed over."""
    select = f"SELECT rowid, {', '.join(columns)} FROM {table}"  # noqa: S608 - names of our own tables
    last, low, is_whole = None, None, False
    with suppress(sqlite3.Error):
        for number, *row in connection.execute(select + " ORDER BY rowid"):
            last = number
            yield tuple(row)
        is_whole = True
    if is_whole:
        return
    seen: list[Row] = []
    with suppress(sqlite3.Error):
        query = connection.execute(select + " WHERE rowid > ? ORDER BY rowid DESC", (_or(last, -1),))
        for number, *row in query:
            low = number
            seen.append(tuple(row))
    yield from _between(connection, select, _or(last, -1) + 1, low)
    yield from reversed(seen)


def _between(connection: sqlite3.Connection, select: str, start: int, end: int | None) -> Iterator[Row]:
    """Yield the rows numbered from `start` to `end` one by one; with no end, until many are missing."""
    stop = min(start + MOST_TRIED, end if end is not None else start + MOST_TRIED)
    missed = 0
    for number in range(start, stop):
        try:
            found = connection.execute(select + " WHERE rowid = ?", (number,)).fetchone()
        except sqlite3.Error:
            found = None
        missed = 0 if found else missed + 1
        if found:
            yield tuple(found[1:])
        elif end is None and missed > MOST_TRIED // 20:
            return


def _or(value: int | None, other: int) -> int:
    return other if value is None else value
