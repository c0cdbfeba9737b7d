"""Work in slices."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from pytestqt.qtbot import QtBot

from deskbrief.ui.models.slices import BUDGET, Slicer


def busy_steps(count: int, done: list[int]) -> Iterator[None]:
    for number in range(count):
        until = perf_counter() + BUDGET / 2
        while perf_counter() < until:
            pass
        done.append(number)
        yield


def test_short_work_is_done_before_start_returns(qtbot: QtBot) -> None:
    slicer = Slicer()
    with qtbot.waitSignal(slicer.finished, timeout=0):
        slicer.start(iter([None, None]))
    assert not slicer.busy


def test_long_work_gives_the_window_its_turn(qtbot: QtBot) -> None:
    slicer, done = Slicer(), []
    slicer.start(busy_steps(20, done))
    assert slicer.busy
    assert len(done) < 20
    qtbot.waitSignal(slicer.finished).wait()
    assert done == list(range(20))
    assert not slicer.busy


def test_new_work_replaces_the_old(qtbot: QtBot) -> None:
    slicer, old, new = Slicer(), [], []
    finished: list[bool] = []
    slicer.finished.connect(lambda: finished.append(True))
    slicer.start(busy_steps(20, old))
    slicer.start(busy_steps(3, new))
    qtbot.waitUntil(lambda: not slicer.busy)
    assert new == [0, 1, 2]
    assert len(old) < 20
    assert finished == [True]


def test_stopped_work_never_finishes(qtbot: QtBot) -> None:
    slicer, done = Slicer(), []
    slicer.start(busy_steps(20, done))
    slicer.stop()
    with qtbot.assertNotEmitted(slicer.finished, wait=30):
        assert not slicer.busy
