"""The library: everything Deskbrief keeps, in one folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Self

from deskbrief.document.errors import DamagedLibraryError
from deskbrief.library.clock import utc_now
from deskbrief.library.copykeeper import WANTED, CopyKeeper
from deskbrief.library.database import Database
from deskbrief.library.documentkeeper import DocumentKeeper
from deskbrief.library.failures import folder_failure
from deskbrief.library.migrations import check_tables, migrate
from deskbrief.library.notekeeper import NoteKeeper
from deskbrief.library.opening import open_file
from deskbrief.library.place import Opened
from deskbrief.library.reading import DocumentEntry
from deskbrief.library.standing import FilePlace

__all__ = ["DocumentEntry", "Library", "utc_now"]

#: How long another program that is writing is waited for.
BUSY_MS = 5000
_DAMAGED = (
    "Notes or decisions that are damaged on the disk, and so are not shown: {}. Nothing was deleted; words "
    "of notes may be found in journal.ndjson, and whole copies of the library in the folder “backups”."
)

_REPAIRED = (
    "The library was damaged and has been made afresh from what could be read of it, its backups and the "
    "journal: it holds {}. The damaged file was put away in {}."
)


class Library(DocumentKeeper, NoteKeeper, CopyKeeper):
    """Documents, outlines, notes and decisions, and the history of the acts on them.

    It belongs to the thread that opened it; another one gets `BugError`. Every write is one transaction
    that is on disk when the method returns, unless `settle_beside` was asked for. All methods raise
    `LibraryError` with a sentence for the user when the disk, the file or another program is at fault; a
    write has then changed nothing. `repaired` tells that it was damaged and has been made afresh as it was
    opened, `ended_badly` that the last session did not close it, or that another one has it open.
    """

    def __init__(self, folder: Path, opened: Opened, now: Callable[[], datetime], busy_ms: int) -> None:
        file = folder / "library.db"
        db = Database(
            opened.connection,
            wal=opened.wal,
            reason=opened.reason,
            next_step=opened.next_step,
            place=FilePlace(file, busy_ms, lambda wait: open_file(file, busy_ms=wait).connection),
        )
        super().__init__(folder, db, now)
        self.repaired = False
        self.ended_badly = False
        self._remarks = opened.remarks + self._start()

    @classmethod
    def open(cls, folder: Path, *, now: Callable[[], datetime] = utc_now, busy_ms: int = BUSY_MS) -> Library:
        """Open the library in `folder`, making both if need be.

        The folder holds `library.db`, `journal.ndjson` and `backups`. A library that cannot be written is
        opened for reading. `busy_ms` is how long another program that is writing is waited for. Raises
        `NewerLibraryError` for a library from a newer version, which is not touched, and `LibraryError`
        when it cannot be opened at all. A damaged one is repaired, which `remarks` tell.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise folder_failure(folder, error) from error
        if (folder / WANTED).exists():
            return cls._repaired(folder, now, busy_ms)
        try:
            return cls._opened(folder, now, busy_ms)
        except DamagedLibraryError:
            from deskbrief.library.repair import is_ours

            if not is_ours(folder):
                raise
            return cls._repaired(folder, now, busy_ms)

    @classmethod
    def join(cls, folder: Path) -> Library:
        """Open a library once more, for another thread, while it is open; it is never repaired by this."""
        return cls._opened(folder, utc_now, BUSY_MS)

    @classmethod
    def _opened(cls, folder: Path, now: Callable[[], datetime], busy_ms: int) -> Library:
        # What a clean end leaves behind is the file alone.
        ended_badly = any((folder / f"library.db{end}").exists() for end in ("-wal", "-journal"))
        opened = open_file(folder / "library.db", busy_ms=busy_ms)
        try:
            library = cls(folder, opened, now, busy_ms)
        except BaseException:
            opened.connection.close()
            raise
        library.ended_badly = ended_badly
        return library

    @classmethod
    def _repaired(cls, folder: Path, now: Callable[[], datetime], busy_ms: int) -> Library:
        from deskbrief.library.repair import repair

        back = repair(folder, now, WANTED)
        library = cls._opened(folder, now, busy_ms)
        library.take_repaired(
            _REPAIRED.format("1 note" if back.notes == 1 else f"{back.notes:,} notes", back.put_away)
        )
        return library

    def take_repaired(self, remark: str) -> None:
        """Take over that the library was made afresh, which `remark` tells the user."""
        self.repaired = True
        self._remarks = (remark, *self._remarks)

    def _start(self) -> tuple[str, ...]:
        """Bring the file up to date and its journal in step with it; return what is worth knowing."""
        connection = self._db.connection
        if not self.writable:
            check_tables(connection)
            return ()
        migrate(connection, self._copy_before)
        check_tables(connection)
        back = self._second.start(self._folder / "backups")
        return (f"The library held no notes, so {back} came back from journal.ndjson.",) if back else ()

    def _copy_before(self, version: int) -> Path:
        """Copy a library of an older format before it is touched."""
        from deskbrief.library.copies import Reason

        return self._copy(Reason.BEFORE_UPDATE, more=f"-{version}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the library; what was written is safe without it."""
        self._db.close()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the user should know about the library just now, in plain sentences."""
        damaged = len(self._damaged)
        found = (
            self._second.trouble,
            _DAMAGED.format(damaged) if damaged else "",
        )
        return self._remarks + tuple(remark for remark in found if remark)
