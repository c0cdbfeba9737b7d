from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from deskbrief.library.identity import check_identity
from deskbrief.library.schema import APPLICATION_ID


@pytest.mark.parametrize("statement", [1, 2, 3])
def test_a_library_that_is_made_just_while_it_is_looked_at_is_ours(tmp_path: Path, statement: int):
    path = tmp_path / "library.db"
    with closing(sqlite3.connect(path)) as ours, closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        seen = []

        def meanwhile(sql: str) -> None:
            seen.append(sql)
            if len(seen) == statement:
                other.executescript(
                    f"BEGIN; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1;"
                    "CREATE TABLE document (id); COMMIT"
                )

        ours.set_trace_callback(meanwhile)
        check_identity(ours)
