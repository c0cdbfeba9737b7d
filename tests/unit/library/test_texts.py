from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbrief.library.hashing import digest
from deskbrief.library.texts import bound, loaded

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@settings(database=None, deadline=None)
@given(ANY_TEXT)
def test_every_string_comes_back_from_sqlite(text: str):
    with closing(sqlite3.connect(":memory:")) as db:
        db.text_factory = loaded
        db.execute("CREATE TABLE t(text TEXT NOT NULL) STRICT")
        db.execute("INSERT INTO t VALUES(CAST(? AS TEXT))", (bound(text),))
        assert db.execute("SELECT text FROM t").fetchone() == (text,)
        assert db.execute("SELECT 1 FROM t WHERE text = CAST(? AS TEXT)", (bound(text),)).fetchone()


@settings(database=None, deadline=None)
@given(st.binary())
def test_damaged_bytes_never_fail_to_load(raw: bytes):
    assert isinstance(loaded(raw), str)


def test_a_digest_can_be_computed_by_anybody():
    """SHA-256 of `["a","\\u00e9",3]`, as `sha256sum` gives it for these bytes."""
    assert digest(("a", "é", 3)) == "96fe5cbccbdbf312407ef089fdc7ffadba98c0cb186b43f521495911dc0b728f"


@pytest.mark.parametrize(
    "other", [("a", "b"), ("ab",), ("a", "b", ""), ("a", 1), ("a", "1 "), ("a", None), ("a", b"1")]
)
def test_a_digest_tells_values_apart(other: tuple[object, ...]):
    assert digest(other) != digest(("a", "1"))
