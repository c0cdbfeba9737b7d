"""Jobs that are stopped, in a real worker process."""

from __future__ import annotations

import queue
import signal
import threading
from collections.abc import Callable, Iterator

import pytest

from deskbrief.document.errors import CancelledError
from deskbrief.document.tasks import Progress, Request
from deskbrief.jobs.runner import JobState, Limits, Runner, collect
from helpers.workers import PATIENCE, Ears, wait_until

pytestmark = pytest.mark.process

SHORT = Limits(grace_seconds=0.1)


def assert_cancelled(ears: Ears, job: object) -> None:
    ears.wait_for("failed", job)
    assert [type(error) for error in ears.news("failed", job)] == [CancelledError]
    assert ears.what(job)[-1] == "failed"


def test_before_it_was_started(runner: Runner, ears: Ears):
    first = runner.submit("endless", Request(), ears.listener)
    second = runner.submit("echo", Request(), ears.listener)
    second.cancel()
    assert second.state is JobState.CANCELLED
    assert_cancelled(ears, second)
    first.cancel()
    assert_cancelled(ears, first)
    assert ears.what(second) == ["failed"]


def test_while_it_runs(runner: Runner, ears: Ears):
    job = runner.submit("endless", Request(), ears.listener)
    ears.wait_for("progress")
    process = runner.worker_pid
    job.cancel()
    job.cancel()
    assert job.wait(0) is JobState.CANCELLED
    assert_cancelled(ears, job)
    heard = len(ears.heard)
    collect(runner, "echo", Request())
    assert len(ears.heard) == heard
    assert runner.worker_pid == process


def test_a_task_that_never_yields_is_ended_and_the_others_survive(runner: Runner, ears: Ears):
    stuck = runner.submit("silent", Request(), ears.listener, limits=SHORT)
    waiting = [runner.submit("echo", Request({"number": number}), ears.listener) for number in range(5)]
    wait_until(lambda: stuck.state is JobState.RUNNING)
    process = runner.worker_pid
    stuck.cancel()
    assert [job.wait(PATIENCE) for job in waiting] == [JobState.DONE] * 5
    assert_cancelled(ears, stuck)
    assert all(ears.what(job) == ["progress", "part", "done"] for job in waiting)
    assert runner.worker_pid != process


def test_after_its_end_it_does_nothing(runner: Runner, ears: Ears):
    job = runner.submit("echo", Request(), ears.listener)
    assert job.wait(PATIENCE) is JobState.DONE
    job.cancel()
    assert job.state is JobState.DONE
    collect(runner, "echo", Request())
    assert ears.what() == ["progress", "part", "done"]


def test_news_that_are_already_queued_are_not_told(new_runner: Callable[..., Runner], ears: Ears):
    posted: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    runner = new_runner(post=posted.put)
    job = runner.submit("endless", Request(), ears.listener)
    queued = [posted.get(timeout=PATIENCE) for _ in range(5)]
    job.cancel()
    for callback in queued:
        callback()
    assert ears.what() == []
    while not ears.heard:
        posted.get(timeout=PATIENCE)()
    assert ears.what() == ["failed"]


def test_from_within_a_callback(runner: Runner, ears: Ears):
    told = threading.Event()
    listener = type(ears.listener)(
        progress=lambda job, _: job.cancel(),
        failed=lambda job, error: (ears.listener.failed(job, error), told.set()),
    )
    job = runner.submit("endless", Request(), listener)
    assert told.wait(PATIENCE)
    assert_cancelled(ears, job)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let an interrupt raise here: a shell that starts the tests in the background has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_from_the_keyboard_cancels_what_is_collected(runner: Runner, ears: Ears):
    interrupted = threading.Event()

    def interrupt(_: Progress) -> None:
        if not interrupted.is_set():
            interrupted.set()
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        collect(runner, "endless", Request(), progress=interrupt)
    runner.submit("endless", Request(), ears.listener)
    ears.wait_for("progress")
