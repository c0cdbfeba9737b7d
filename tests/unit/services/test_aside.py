"""Asking beside the window: on which thread each part runs."""

from __future__ import annotations

import queue
import threading
from pathlib import Path

from deskbrief.document.errors import LibraryError
from deskbrief.library.library import Library
from deskbrief.services.aside import aside, beside_library
from helpers.library_samples import note_on, sample


def test_it_is_asked_on_a_thread_of_its_own_and_told_where_post_brings_it():
    posted: queue.SimpleQueue = queue.SimpleQueue()
    asked, told = [], []

    def ask() -> str:
        asked.append(threading.current_thread())
        return "there"

    aside(ask, told.append, posted.put)
    call = posted.get(timeout=10)
    assert told == []
    call()
    assert told == ["there"]
    assert asked[0] is not threading.current_thread()
    assert asked[0].daemon


def test_work_on_the_library_beside_it_is_told_and_so_is_what_ends_it(tmp_path: Path):
    posted: queue.SimpleQueue = queue.SimpleQueue()
    told: list[object] = []
    with Library.open(tmp_path) as library:
        note = note_on(sample(), body="From a thread")
        beside_library(tmp_path, lambda held: held.add_note(note).label, told.append, posted.put)
        posted.get(timeout=10)()
        assert told == ["Add note"]
        assert library.notes() == (note,)

    def refuse(_: Library) -> None:
        raise LibraryError("The disk is full.")

    beside_library(tmp_path, refuse, told.append, posted.put)
    posted.get(timeout=10)()
    assert str(told[1]) == "The disk is full."
