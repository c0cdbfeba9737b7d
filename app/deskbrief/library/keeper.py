"""What all parts of the library stand on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from deskbrief.document.errors import DeskbriefError
from deskbrief.library.database import Database
from deskbrief.library.editor import Editor
from deskbrief.library.secondcopy import SecondCopy

if TYPE_CHECKING:
    from deskbrief.library.settling import Told


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

    def settle_beside(self, told: Told) -> None:
        """Wait for the disk in another thread from now on, which `told` hears of, where the place allows it.

        A write returns then as soon as it survives the death of the process. It survives the loss of power
        once `told`, in that thread, hears a number not below that of `written` after it, and no error.
        """
        self._db.settle_beside(told)

    @property
    def is_settled(self) -> bool:
        """Whether the disk has everything that was written."""
        settler = self._db.settler
        return settler is None or (settler.error is None and settler.settled == settler.written)

    @property
    def written(self) -> int:
        """The number of the last write whose way to the disk `settle_beside` tells of; 0 without that."""
        return self._db.settler.written if self._db.settler is not None else 0

    def settle(self) -> DeskbriefError | None:
        """Wait until the disk has everything; return why it may not have it, or None."""
        return self._db.settler.wait() if self._db.settler is not None else None

    def settle_again(self) -> None:
        """Have the disk take what it may not have, in another thread."""
        if self._db.settler is not None:
            self._db.settler.again()
