"""What opening the file gives."""

from __future__ import annotations

import sqlite3

from deskbrief.document.records import dataclass


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection that is ready for use, why it cannot write (empty: it can), and what is worth knowing."""

    connection: sqlite3.Connection
    wal: bool
    reason: str = ""
    next_step: str = ""
    remarks: tuple[str, ...] = ()
