"""One connection, owned by one thread: every statement of the library goes through here."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from deskbrief.document.errors import BugError, LibraryError
from deskbrief.library.failures import translated
from deskbrief.library.standing import FilePlace, is_long

if TYPE_CHECKING:
    from deskbrief.library.settling import Settler, Told

Values = Sequence[str | bytes | int | None]
Found = tuple[Any, ...]


class Database:
    """A connection with its owner: reads, and writes that are whole or not at all.

    `reason` says in a sentence why the library cannot be written, and `next_step` what to do about it;
    both are empty when it can be. Where `place` is known, each write first makes sure that the file is still
    there, and is the one that was opened.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        wal: bool,
        reason: str = "",
        next_step: str = "",
        place: FilePlace | None = None,
    ) -> None:
        self._connection: sqlite3.Connection | None = connection
        self._place = place
        self._owner = threading.get_ident()
        self._wal = wal
        self._durable = True
        self._told: Told | None = None
        self._settler: Settler | None = None
        self.reason = reason
        self.next_step = next_step

    @property
    def writable(self) -> bool:
        """Whether the library can be written."""
        return not self.reason

    def settle_beside(self, told: Told) -> None:
        """Wait for the disk in another thread from now on, which `told` hears of, where the place allows it.

        A durable write has then survived the death of the process when it returns, and the loss of power when
        `told` hears its number. Elsewhere nothing changes, and `told` hears nothing.
        """
        if self._wal and self.writable and self._place is not None:
            self._told = told
            with translated():
                self.connection.execute("PRAGMA wal_autocheckpoint = 0")

    @property
    def settler(self) -> Settler | None:
        """Who waits for the disk in another thread, if anybody does."""
        if self._settler is None and self._told is not None and self._place is not None:
            # A start writes nothing that it would be needed for.
            from deskbrief.library.settling import Settler

            self._settler = Settler(self._place.path, self._told)
        return self._settler

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for its owner only; raises `BugError` in another thread and when it is closed."""
        if threading.get_ident() != self._owner:
            raise BugError("the library was used outside the thread that opened it")
        if self._connection is None:
            raise BugError("the library was used after it was closed")
        return self._connection

    def all(self, sql: str, values: Values = ()) -> list[Found]:
        """Return all rows of a query."""
        with translated():
            return self.connection.execute(sql, values).fetchall()

    def one(self, sql: str, values: Values = ()) -> Found | None:
        """Return the first row of a query, or None."""
        with translated():
            row: Found | None = self.connection.execute(sql, values).fetchone()
            return row

    def each(self, sql: str, values: Values = ()) -> Iterator[Found]:
        """Yield the rows of a query; to be used up at once, for it holds the library's state meanwhile."""
        with translated():
            yield from self.connection.execute(sql, values)

    def version(self) -> int:
        """Return a number that changes when another connection has written."""
        with translated():
            return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    def run(self, sql: str, values: Values = ()) -> int:
        """Run a statement inside `write`; return the rowid that it inserted, if it inserted one."""
        with translated():
            return self.connection.execute(sql, values).lastrowid or 0

    def run_many(self, sql: str, rows: Iterable[Values]) -> None:
        """Run a statement once for each of `rows` inside `write`."""
        with translated():
            self.connection.executemany(sql, rows)

    @contextmanager
    def write(self, *, durable: bool = True) -> Iterator[None]:
        """Make what happens inside one transaction, which takes the lock before it reads anything.

        When this ends without an error, the change survives the death of the process and, if `durable`,
        the loss of power (but see `settle_beside`); what can be made again need not be durable. Raises
        `LibraryError`, and then nothing was changed.
        """
        if not self.writable:
            raise LibraryError(self.reason, self.next_step)
        if self.connection.in_transaction:
            raise BugError("a write inside a write")
        if self._place is not None:
            self._connection = self._place.kept(self.connection)
        try:
            self._begin(durable=durable)
            yield
            with translated():
                self.connection.execute("COMMIT")
        except BaseException as error:
            self._roll_back()
            if self._place is not None:
                self._place.doubt(error)
            raise
        self._settle(durable=durable)

    def wait_at_most(self, milliseconds: int) -> None:
        """Wait no longer than this, from now on, for another program that is writing."""
        with translated():
            self.connection.execute(f"PRAGMA busy_timeout = {milliseconds}")
        if self._place is not None:
            self._place.busy_ms = milliseconds

    def close(self) -> None:
        """Close the connection, once the disk has everything; closing twice is harmless."""
        if self._connection is not None:
            if self._settler is not None:
                self._settler.wait()
            with translated():
                self.connection.close()
            self._connection = None

    def _begin(self, *, durable: bool) -> None:
        durable = (durable and self._told is None) or not self._wal
        with translated():
            if durable != self._durable:
                self.connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
                self._durable = durable
            self.connection.execute("BEGIN IMMEDIATE")

    def _settle(self, *, durable: bool) -> None:
        """Have the disk take what was just committed, or the log worked in that has grown long."""
        if self._told is not None and self._place is not None and (durable or is_long(self._place.path)):
            settler = self.settler
            if settler is not None:
                settler.committed()

    def _roll_back(self) -> None:
        if self.connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")
