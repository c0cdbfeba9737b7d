"""The worker dies, at any moment and in any way."""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Callable

import pytest

from deskbrief.document.errors import WorkerDiedError
from deskbrief.document.tasks import Request
from deskbrief.jobs import dispatch
from deskbrief.jobs.backoff import Backoff
from deskbrief.jobs.runner import Job, JobState, Listener, Runner, collect
from helpers.workers import PATIENCE, Ears

pytestmark = pytest.mark.process

NewRunner = Callable[..., Runner]


def test_a_job_is_repeated_once_and_told_so(runner: Runner, ears: Ears):
    runner.start()
    (part,) = collect(runner, "crash", Request({"pid": 0}))[:1]
    job = runner.submit("crash", Request({"pid": part.data["pid"]}), ears.listener)
    assert job.wait(PATIENCE) is JobState.DONE
    assert ears.what() == ["part", "restarted", "part", "part", "done"]


def test_collected_parts_are_those_of_the_last_run(runner: Runner):
    (part,) = collect(runner, "crash", Request({"pid": 0}))[:1]
    parts = collect(runner, "crash", Request({"pid": part.data["pid"]}))
    assert [part.name for part in parts] == ["begun", "survived"]
    assert parts[0].data == parts[1].data


def test_a_job_that_kills_the_worker_twice_is_given_up_and_the_others_survive(runner: Runner, ears: Ears):
    deadly = runner.submit("crash", Request(), ears.listener)
    others = [runner.submit("echo", Request(), ears.listener) for _ in range(3)]
    assert deadly.wait(PATIENCE) is JobState.FAILED
    (error,) = ears.news("failed", deadly)
    assert type(error) is WorkerDiedError
    assert error.what
    assert error.next_step
    assert [job.wait(PATIENCE) for job in others] == [JobState.DONE] * 3
    assert ears.what(deadly) == ["part", "restarted", "part", "failed"]


def test_a_suspended_job_is_not_blamed_for_the_crashes_of_another(new_runner: NewRunner, ears: Ears):
    table = {"outline": "helpers.tasks:endless", "read": "helpers.tasks:crash"}
    runner = new_runner(table=table)
    analysis = runner.submit("outline", Request(), ears.listener)
    for number in range(1, 4):
        ears.wait_until(lambda: "progress" in ears.what(analysis)[-1:])
        deadly = runner.submit("read", Request(), ears.listener)
        assert deadly.wait(PATIENCE) is JobState.FAILED
        assert ears.what(analysis).count("restarted") >= number
    assert not analysis.state.final


def test_rubbish_instead_of_messages_counts_as_a_crash(runner: Runner, ears: Ears):
    job = runner.submit("break_protocol", Request(), ears.listener)
    assert job.wait(PATIENCE) is JobState.FAILED
    assert type(ears.news("failed")[0]) is WorkerDiedError
    assert collect(runner, "echo", Request())


@pytest.mark.parametrize(
    "command",
    [
        (sys.executable, "-c", "raise SystemExit(1)"),
        (sys.executable, "-c", "print('no worker at all')"),
        ("/no/such/program",),
    ],
    ids=["ends at once", "says something else", "is not there"],
)
def test_a_worker_that_cannot_be_started_fails_the_job_in_plain_words(
    new_runner: NewRunner, command: tuple[str, ...]
):
    runner = new_runner(command=command, backoff=Backoff(first=0.01))
    for _ in range(2):
        with pytest.raises(WorkerDiedError) as caught:
            collect(runner, "echo", Request())
        assert caught.value.next_step


def test_killed_twenty_times_every_job_ends_well_exactly_once(new_runner: NewRunner, ears: Ears):
    runner = new_runner(backoff=Backoff(free=1000))
    chance = random.Random(20)
    jobs: list[Job] = []
    for _ in range(20):
        jobs += [
            runner.submit("echo", Request({"times": 4}, bytes(200_000)), ears.listener) for _ in range(4)
        ]
        news = len(ears.heard) + chance.randrange(1, 12)
        ears.wait_until(lambda news=news: len(ears.heard) >= news)
        process = runner.worker_pid
        if process:
            os.kill(process, signal.SIGKILL)
        done = ears.what().count("done")
        ears.wait_for("done", times=min(done + 2, len(jobs)))
    assert [job.wait(PATIENCE) for job in jobs] == [JobState.DONE] * len(jobs)
    assert all(ears.what(job).count("done") == 1 and ears.what(job)[-1] == "done" for job in jobs)
    assert not ears.news("failed")
    for job in jobs:
        since = (
            len(ears.what(job)) - ears.what(job)[::-1].index("restarted")
            if "restarted" in ears.what(job)
            else 0
        )
        assert ears.what(job)[since:] == ["progress", "part"] * 4 + ["done"]


def test_a_worker_that_does_not_answer_is_replaced(runner: Runner, monkeypatch: pytest.MonkeyPatch):
    collect(runner, "echo", Request())
    process = runner.worker_pid
    assert process
    # Long enough for the next worker to begin on a busy machine.
    monkeypatch.setattr(dispatch, "SILENCE_SECONDS", 3.0)
    os.kill(process, signal.SIGSTOP)
    assert collect(runner, "echo", Request())
    assert runner.worker_pid != process


def test_killed_while_nothing_runs(runner: Runner):
    collect(runner, "echo", Request())
    process = runner.worker_pid
    assert process
    os.kill(process, signal.SIGKILL)
    assert collect(runner, "echo", Request())


def test_a_failed_callback_may_ask_for_the_next_job(runner: Runner, ears: Ears):
    next_jobs: list[Job] = []
    ask = Listener(failed=lambda *_: next_jobs.append(runner.submit("echo", Request(), ears.listener)))
    runner.submit("crash", Request(), ask).wait(PATIENCE)
    ears.wait_for("done")
    assert len(next_jobs) == 1
