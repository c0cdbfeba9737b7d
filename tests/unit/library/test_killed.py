"""A few of the kills that `benchmarks/store_torture.py` deals out by the hundred."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.store_torture import ABSENT, Promises, Tally, strike, torture, verify
from deskbrief.library.library import Library


def test_nothing_acknowledged_is_lost_to_a_kill(tmp_path: Path):
    tally = torture(tmp_path, kills=6, seed=3)
    assert (tally.lost, tally.invented, tally.unhealthy) == ([], [], [])
    assert tally.acknowledged > 20


def test_a_lost_note_would_be_seen(tmp_path: Path):
    """The harness itself, held against a library that did lose notes, and one that made some up."""
    promises, tally = Promises(), Tally()
    promises.hear(strike(tmp_path, seed=1, words=40, moment=0))
    with closing(sqlite3.connect(tmp_path / "library.db")) as db:
        db.execute("DELETE FROM note")
        db.commit()
    (tmp_path / "journal.ndjson").unlink()
    kept = {target for target, state in promises.kept.items() if "|" not in target and state != ABSENT}
    verify(tmp_path, promises, tally)
    assert set(tally.lost) == kept
    assert kept
    assert not tally.is_clean


def test_the_last_words_before_a_kill_are_there(tmp_path: Path):
    promises = Promises()
    promises.hear(strike(tmp_path, seed=2, words=2, moment=0))
    with Library.open(tmp_path) as library:
        assert library.check() == ()
        assert library.remarks == ()
        assert len(library.notes()) >= 1
