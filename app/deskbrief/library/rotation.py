"""Which copies of the library are made and which are kept.

A copy is due when the last one is an hour old and something was written since. Of the copies of every day
the last `RECENT` stay, then the last of each of `DAYS` days; those made before a change of the format, a
repair or a restoration have places of their own. All together take `MOST_BYTES` at most, but `FEWEST` stay.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from deskbrief.document.errors import LibraryError
from deskbrief.library.checkup import connected

RECENT, DAYS, SPECIAL, FEWEST = 24, 30, 10, 3
EVERY = timedelta(hours=1)
MOST_BYTES = 2 << 30
_NAME = re.compile(r"library-(?P<kind>[a-z-]{0,40}[0-9]{0,4}-)?(?P<stamp>\d{8}-\d{6})(-\d{1,6})?\.db")


def is_due(connection: sqlite3.Connection, folder: Path, now: datetime) -> bool:
    """Tell whether a copy should be made into `folder` now."""
    newest = max(_copies(folder), default=None, key=lambda copy: copy[1])
    if newest is None:
        return True
    path, made, _ = newest
    # A clock that was set back must not put copies off for years.
    return not timedelta(0) <= now.astimezone(UTC) - made < EVERY and _state(connection) != _state_of(path)


def prune(folder: Path) -> None:
    """Delete the copies that need not be kept; raises `OSError`."""
    copies = sorted(_copies(folder), key=lambda copy: copy[1], reverse=True)
    ordinary = [copy for copy in copies if not copy[2]]
    days: dict[str, Path] = {}
    for path, made, _ in ordinary[RECENT:]:
        days.setdefault(made.date().isoformat(), path)
    kept = [path for path, _, _ in ordinary[:RECENT]]
    kept += list(days.values())[:DAYS]
    kept += [path for path, _, special in copies if special][:SPECIAL]
    stay = set(_within_bytes(sorted(kept, key=lambda path: path.name[-24:], reverse=True)))
    for path, _, _ in copies:
        if path not in stay:
            path.unlink(missing_ok=True)
    for part in folder.glob("*.part"):
        _drop_old(part)


def _within_bytes(paths: Iterable[Path]) -> Iterator[Path]:
    total = 0
    for number, path in enumerate(paths):
        total += path.stat().st_size
        if number < FEWEST or total <= MOST_BYTES:
            yield path


def _drop_old(part: Path) -> None:
    """Delete what a copy left that never came to its end, unless one may be under way."""
    age = datetime.now(UTC).timestamp() - part.stat().st_mtime
    if age > EVERY.total_seconds():
        part.unlink(missing_ok=True)


def _copies(folder: Path) -> Iterator[tuple[Path, datetime, bool]]:
    for path in folder.glob("library-*.db"):
        match = _NAME.fullmatch(path.name)
        if match:
            made = datetime.strptime(match["stamp"], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
            yield path, made, bool(match["kind"])


def _state(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Return figures that change with everything that cannot be made again."""
    row = connection.execute(
        "SELECT (SELECT coalesce(max(revision), 0) FROM note), (SELECT count(*) FROM note),"
        " (SELECT coalesce(max(id), 0) FROM step), (SELECT count(*) FROM decision),"
        " (SELECT count(*) FROM document)"
    ).fetchone()
    return tuple(row)


def _state_of(path: Path) -> tuple[int, ...]:
    try:
        with closing(connected(path)) as connection:
            return _state(connection)
    except (LibraryError, sqlite3.Error):
        return ()
