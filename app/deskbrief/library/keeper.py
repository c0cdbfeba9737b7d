"""What all parts of the library stand on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from deskbrief.library.database import Database
from deskbrief.library.editor import Editor
from deskbrief.library.secondcopy import SecondCopy


class Keeper:
    """A part of the library in `folder`: the connection, the acts on it, and the journal of notes.

    `_damaged` are the keys of notes and decisions that were found damaged.
    """

    def __init__(self, folder: Path, db: Database, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._db = db
        self._now = now
        self._second = SecondCopy(db, folder / "journal.ndjson", now)
        self._editor = Editor(db, self._second, now)
        self._damaged: set[str] = set()

    @property
    def writable(self) -> bool:
        """Whether the library can be written; `reason` says why not."""
        return self._db.writable

    @property
    def reason(self) -> str:
        """Why the library cannot be written, in a sentence; empty when it can."""
        return self._db.reason

    def version(self) -> int:
        """Return a number that changes when somebody else has written to the library."""
        return self._db.version()

    def wait_at_most(self, milliseconds: int) -> None:
        """Wait no longer than this, from now on, for another program that is writing; then a write fails."""
        self._db.wait_at_most(milliseconds)
