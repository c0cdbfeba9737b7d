"""One connection, owned by one thread: every statement of the library goes through here."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from deskbrief.document.errors import BugError, LibraryError
from deskbrief.library.failures import translated
from deskbrief.library.standing import FilePlace

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
        self.reason = reason
        self.next_step = next_step

    @property
    def writable(self) -> bool:
        """Whether the library can be written."""
        return not self.reason

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
        the loss of power; what can be made again need not be durable. Raises `LibraryError`, and then
        nothing was changed.
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

    def wait_at_most(self, milliseconds: int) -> None:
        """Wait no longer than this, from now on, for another program that is writing."""
        with translated():
            self.connection.execute(f"PRAGMA busy_timeout = {milliseconds}")
        if self._place is not None:
            self._place.busy_ms = milliseconds

    def close(self) -> None:
        """Close the connection; closing twice is harmless."""
        if self._connection is not None:
            with translated():
                self.connection.close()
            self._connection = None

    def _begin(self, *, durable: bool) -> None:
        durable = durable or not self._wal
        with translated():
            if durable != self._durable:
                self.connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
                self._durable = durable
            self.connection.execute("BEGIN IMMEDIATE")

    def _roll_back(self) -> None:
        if self.connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")
