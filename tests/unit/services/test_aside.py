"""Asking beside the window: on which thread each part runs."""

from __future__ import annotations

import queue
import threading

from deskbrief.services.aside import aside


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
