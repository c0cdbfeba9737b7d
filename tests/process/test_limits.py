"""Time and memory of a job are limited."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import monotonic

import pytest

from deskbrief.document.errors import JobTimedOutError, JobTooLargeError
from deskbrief.document.tasks import Request
from deskbrief.jobs import dispatch
from deskbrief.jobs.runner import JobState, Limits, Runner, collect
from helpers.tasks import TABLE
from helpers.workers import PATIENCE, Ears

pytestmark = pytest.mark.process


@pytest.mark.parametrize("task", ["endless", "stubborn"])
def test_a_job_that_takes_too_long_is_stopped(runner: Runner, task: str):
    with pytest.raises(JobTimedOutError) as caught:
        collect(runner, task, Request(), limits=Limits(seconds=0.3))
    assert caught.value.what
    assert caught.value.next_step
    assert collect(runner, "echo", Request())


def test_more_time_for_a_larger_request():
    limits = Limits(seconds=30, seconds_per_mb=2)
    assert limits.allowed_seconds(0) == 30
    assert limits.allowed_seconds(10 * 2**20) == 50


def test_the_clock_of_a_job_stands_still_while_another_one_runs(
    new_runner: Callable[..., Runner], ears: Ears
):
    table = {"outline": TABLE["endless"], "read": TABLE["endless"]}
    runner = new_runner(table=table)
    patient = runner.submit("outline", Request(), ears.listener, limits=Limits(seconds=1.0))
    ears.wait_for("progress", patient)
    urgent = runner.submit("read", Request(), ears.listener, limits=Limits(seconds=1.5))
    assert urgent.wait(PATIENCE) is JobState.FAILED
    assert "failed" not in ears.what(patient)
    assert patient.wait(PATIENCE) is JobState.FAILED


@pytest.mark.skipif(sys.platform != "linux", reason="memory is watched on Linux alone")
def test_a_job_that_takes_too_much_memory_is_stopped(runner: Runner):
    with pytest.raises(JobTooLargeError) as caught:
        collect(runner, "devour", Request({"megabytes": 3000}), limits=Limits(memory_mb=200))
    assert caught.value.next_step
    assert collect(runner, "echo", Request())


def test_a_job_that_sends_too_much_back_is_stopped(runner: Runner):
    with pytest.raises(JobTooLargeError):
        collect(runner, "flood", Request({"megabytes": 100_000}), limits=Limits(result_mb=20))


@pytest.mark.skipif(sys.platform != "linux", reason="memory is watched on Linux alone")
def test_a_worker_that_stays_large_is_replaced_between_jobs(
    runner: Runner, ears: Ears, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(dispatch, "MOST_IDLE_MB", 1)
    pids = [collect(runner, "crash", Request({"pid": 0}))[0].data["pid"] for _ in range(3)]
    assert len(set(pids)) == 3
    jobs = [runner.submit("echo", Request(), ears.listener) for _ in range(4)]
    assert [job.wait(PATIENCE) for job in jobs] == [JobState.DONE] * 4
    assert "restarted" not in ears.what()


def test_other_jobs_survive_the_end_of_the_worker(runner: Runner, ears: Ears):
    slow = runner.submit("stubborn", Request(), ears.listener, limits=Limits(seconds=0.2))
    others = [runner.submit("echo", Request(), ears.listener) for _ in range(3)]
    assert slow.wait(PATIENCE) is JobState.FAILED
    assert [job.wait(PATIENCE) for job in others] == [JobState.DONE] * 3


@pytest.mark.parametrize("task", ["endless", "stubborn"])
def test_the_time_for_which_this_process_was_stopped_is_not_held_against_a_job(
    runner: Runner, ears: Ears, monkeypatch: pytest.MonkeyPatch, task: str
):
    clock = [0.0]
    monkeypatch.setattr(dispatch, "monotonic", lambda: monotonic() + clock[0])
    job = runner.submit(task, Request(), ears.listener, limits=Limits(seconds=3, grace_seconds=1))
    ears.wait_for("progress", job)
    begun = monotonic()
    # As if the user had pressed Ctrl+Z and come back after an hour.
    clock[0] += 3600
    assert job.wait(PATIENCE) is JobState.FAILED
    assert monotonic() - begun > 2
    assert collect(runner, "echo", Request())
