"""Which copies of the library are made and which are kept.

A copy is due when the last one is an hour old and something was written since. Of these the last `RECENT`
stay, then the last of each of `DAYS` days; of those made by hand, before a change of the format and before a
restoration the last `SPECIAL` of each kind. All together take `MOST_BYTES` at most, but `FEWEST` stay.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from deskbrief.document.errors import LibraryError
from deskbrief.library.checkup import connected
from deskbrief.library.copies import Copy, Reason, every

RECENT, DAYS, SPECIAL, FEWEST = 24, 30, 10, 3
EVERY = timedelta(hours=1)
MOST_BYTES = 2 << 30


def is_due(connection: sqlite3.Connection, folder: Path, now: datetime) -> bool:
    """Tell whether a copy should be made into `folder` now."""
    copies = _ordered(folder, now)
    if not copies:
        return True
    newest = copies[0]
    is_recent = timedelta(0) <= now.astimezone(UTC) - newest.made < EVERY
    return not is_recent and _state(connection) != _state_of(newest.path)


def prune(folder: Path, now: datetime) -> None:
    """Delete the copies that need not be kept; raises `OSError`."""
    copies = _ordered(folder, now)
    kept = sorted(_kept(copies), key=copies.index)
    stay = set(_within_bytes(kept))
    for copy in copies:
        if copy not in stay:
            copy.path.unlink(missing_ok=True)
    for part in folder.glob("*.part"):
        _drop_old(part)


def _ordered(folder: Path, now: datetime) -> list[Copy]:
    """Return the copies, the last first; what seems to come from the future comes last.

    A clock that was set back must neither put copies off for years nor have each of them dropped at once.
    """
    moment = now.astimezone(UTC)
    return sorted(every(folder), key=lambda copy: (copy.made <= moment, copy.made), reverse=True)


def _kept(copies: Sequence[Copy]) -> Iterator[Copy]:
    """Yield those of `copies`, the last first, that have a place, whatever room they take."""
    days: dict[str, Copy] = {}
    for reason in Reason:
        own = [copy for copy in copies if copy.reason is reason]
        if reason is not Reason.ROUTINE:
            yield from own[:SPECIAL]
            continue
        yield from own[:RECENT]
        for copy in own[RECENT:]:
            days.setdefault(copy.made.date().isoformat(), copy)
    yield from list(days.values())[:DAYS]


def _within_bytes(copies: Iterable[Copy]) -> Iterator[Copy]:
    total = 0
    for number, copy in enumerate(copies):
        total += copy.size
        if number < FEWEST or total <= MOST_BYTES:
            yield copy


def _drop_old(part: Path) -> None:
    """Delete what a copy left that never came to its end, unless one may be under way."""
    age = datetime.now(UTC).timestamp() - part.stat().st_mtime
    if age > EVERY.total_seconds():
        part.unlink(missing_ok=True)


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
