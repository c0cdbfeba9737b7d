"""Waiting for the disk in a thread, so that whoever writes need not: a slow disk takes its time beside it.

A write that is committed survives the death of the process at once, and the loss of power once the disk has
what SQLite wrote. Only for that last part somebody has to wait.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from deskbrief.document.errors import DeskbriefError
from deskbrief.library.failures import failure, file_failure
from deskbrief.library.place import Place
from deskbrief.library.standing import is_long, log_of

#: Hears, in another thread, up to which write the disk has everything, or why it may not have it.
Told = Callable[[int, DeskbriefError | None], None]
#: How long another program that works on the log is waited for.
BUSY_MS = 1000


class Settler:
    """Has the disk take what was written to the library in `file`, in the order in which it was written.

    `written` is the number of the last write, `settled` that of the last one that the disk has. The thread
    lives only while there is something to wait for.
    """

    def __init__(self, file: Path, told: Told) -> None:
        self._file = file
        self._told = told
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._is_due = False
        self._afterwards: list[Callable[[], None]] = []
        self.written = self.settled = 0
        self.error: DeskbriefError | None = None

    def committed(self) -> None:
        """Know that a write was committed that the disk is to have."""
        with self._lock:
            self.written += 1
            self._is_due = True
            self._begin()

    def then(self, act: Callable[[], None]) -> None:
        """Do `act` in the thread, once the disk has all that was committed so far; it must not raise."""
        with self._lock:
            self.written += 1
            self._afterwards.append(act)
            self._begin()

    def again(self) -> None:
        """Try once more what failed, if anything did."""
        if self.error is not None:
            with self._lock:
                self._is_due = True
                self._begin()

    def wait(self) -> DeskbriefError | None:
        """Wait until nothing is on its way any more; return why something may not be on the disk, or None."""
        while (thread := self._thread) is not None:
            thread.join()
        return self.error

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="settling", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        try:
            self._work()
        except BaseException:
            # Nobody is to wait for a thread that is gone; the next write begins another.
            with self._lock:
                self._thread = None
            raise

    def _work(self) -> None:
        while True:
            with self._lock:
                is_due, acts, number = self._is_due, self._afterwards, self.written
                self._is_due, self._afterwards = False, []
                if not is_due and not acts:
                    self._thread = None
                    return
            if is_due:
                self._settle()
            # Even when that failed: the second copy of the notes may then be the only one that lasts.
            for act in acts:
                act()
            if self.error is None:
                self.settled = number
            self._told(number, self.error)

    def _settle(self) -> None:
        try:
            if self.error is None:
                sync(log_of(self._file))
            else:
                # What a disk refused once it may forget and then report as written. So it is written anew.
                self._work_in()
            self.error = None
        except OSError as error:
            self.error = file_failure(error)
        except sqlite3.Error as error:
            self.error = failure(error)
        else:
            if is_long(self._file):
                with contextlib.suppress(sqlite3.Error):
                    self._work_in()

    def _work_in(self) -> None:
        """Write all that the log holds into the library's file, durably; raises `sqlite3.Error`."""
        with closing(Place(self._file, BUSY_MS).connect("rw")) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            # Those who write meanwhile need not wait for this; for what is then left they do, and briefly.
            _, log, done = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            is_busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if is_busy and done < log:
                raise sqlite3.OperationalError("the log is in use")


def sync(path: Path) -> None:
    """Wait until the disk has what was written to `path`; raises `OSError`."""
    with path.open("r+b", buffering=0) as file:
        os.fsync(file.fileno())
