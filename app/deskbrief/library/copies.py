"""The copies of the library: where they lie, when and why each was made, and what it holds."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from deskbrief.document.errors import LibraryError
from deskbrief.document.records import dataclass
from deskbrief.library.checkup import connected

_NAME = re.compile(r"library-(?P<kind>[a-z-]{0,40}[0-9]{0,4}-)?(?P<stamp>\d{8}-\d{6})(-\d{1,6})?\.db")
_HOLDS = (
    "SELECT (SELECT count(*) FROM document AS d LEFT JOIN reading AS r ON r.document = d.sha256"
    " WHERE coalesce(r.turn, 0) >= 0), (SELECT count(*) FROM note WHERE deleted = '')"
)


class Reason(StrEnum):
    """Why a copy was made; the values begin the names of the files."""

    ROUTINE = "library"
    BY_HAND = "library-by-hand"
    BEFORE_RESTORING = "library-before-restoring"
    BEFORE_UPDATE = "library-format"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy: its file, when (UTC) and why it was made, its size in bytes.

    `order` tells which of two that were made in the same second is the later one.
    """

    path: Path
    made: datetime
    reason: Reason
    size: int
    order: int = 0


@dataclass(frozen=True, slots=True)
class Holding:
    """How many documents, of those in the list, and notes a copy holds."""

    documents: int
    notes: int


def every(folder: Path) -> Iterator[Copy]:
    """Yield the copies in `folder`, in no order; files of other names are not ours."""
    for path in folder.glob("library-*.db"):
        match = _NAME.fullmatch(path.name)
        if match is None:
            continue
        try:
            made = datetime.strptime(match["stamp"], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
            state = path.stat()
        except (ValueError, OSError):
            continue
        yield Copy(path, made, _reason(match["kind"] or ""), state.st_size, state.st_mtime_ns)


def latest_first(folder: Path) -> list[Copy]:
    """Return the copies in `folder`, the last one first."""
    return sorted(every(folder), key=lambda copy: (copy.made, copy.order), reverse=True)


def holding(path: Path) -> Holding | None:
    """Return what the copy at `path` holds; None when it cannot be read."""
    try:
        with closing(connected(path)) as connection:
            return Holding(*connection.execute(_HOLDS).fetchone())
    except (LibraryError, sqlite3.Error):
        return None


def _reason(kind: str) -> Reason:
    """Return the reason that the middle of a name, such as "format-3-", tells."""
    name = f"library-{kind}"
    special = (one for one in Reason if one is not Reason.ROUTINE and name.startswith(f"{one}-"))
    # A kind that is not known stays apart from those that rotate.
    return next(special, Reason.BY_HAND) if kind else Reason.ROUTINE
