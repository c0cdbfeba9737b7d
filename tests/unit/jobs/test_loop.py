from __future__ import annotations

import threading

from deskbrief.jobs.log import Log
from deskbrief.jobs.loop import Loop

PATIENCE = 30.0


def test_acts_are_done_in_order_on_one_thread():
    seen: list[tuple[int, int]] = []
    loop = Loop("test-loop")
    loop.start()
    for number in range(100):
        loop.do(lambda number=number: seen.append((number, threading.get_ident())))
    loop.stop()
    loop.join(PATIENCE)
    assert [number for number, _ in seen] == list(range(100))
    assert len({thread for _, thread in seen}) == 1


def test_it_looks_again_after_the_time_it_asked_for():
    looked = threading.Event()
    looks: list[int] = []

    def look() -> float | None:
        looks.append(1)
        if len(looks) == 4:
            looked.set()
            return None
        return 0.001

    loop = Loop("test-loop", look)
    loop.start()
    loop.do(lambda: None)
    assert looked.wait(PATIENCE)
    loop.stop()
    loop.join(PATIENCE)
    assert len(looks) == 4


def test_join_on_its_own_thread_or_before_the_start_does_not_wait():
    loop = Loop("test-loop")
    loop.join(PATIENCE)
    joined = threading.Event()
    loop.start()
    loop.do(lambda: (loop.join(PATIENCE), joined.set()))
    assert joined.wait(PATIENCE)
    loop.stop()
    loop.join(PATIENCE)


def test_the_log_keeps_the_last_lines_and_cuts_long_ones():
    log = Log(lines=3, width=5)
    for line in ("one\n", "two\r\n", "three", "four and more"):
        log.add(line)
    assert log.lines() == ("two", "three", "four ")
