"""Jobs that go well, in a real worker process."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable

import pytest

from deskbrief.document.errors import BugError, JobTooLargeError, SourceError
from deskbrief.document.tasks import Part, Progress, Request
from deskbrief.jobs.framing import MAX_BLOB
from deskbrief.jobs.runner import JobState, Runner, collect
from helpers.tasks import TABLE
from helpers.workers import PATIENCE, Ears, wait_for_end

pytestmark = pytest.mark.process

NewRunner = Callable[..., Runner]


def test_parts_come_back_with_data_and_bytes(runner: Runner):
    blob = bytes(range(256)) * 5000
    data = {"times": 2, "text": "naïve 漢字 🙂 \ud800", "nested": {"list": [1, None, True, 0.5]}}
    parts = collect(runner, "echo", Request(data, blob))
    assert parts == [Part("echo", {"number": number, "data": data}, blob) for number in (0, 1)]


def test_a_long_list_survives_the_way_there_and_back(runner: Runner):
    data = {"blocks": [{"kind": "paragraph", "start": at} for at in range(3000)], "empty": []}
    (part,) = collect(runner, "echo", Request(data))
    assert part.data["data"] == data


def test_news_come_in_order_and_end_with_done(runner: Runner, ears: Ears):
    job = runner.submit("echo", Request({"times": 3}), ears.listener)
    assert job.wait(PATIENCE) is JobState.DONE
    assert ears.what() == ["progress", "part"] * 3 + ["done"]
    assert ears.news("progress") == [Progress(number, 3, "echoing") for number in range(3)]


def test_progress_reaches_the_one_who_collects(runner: Runner):
    steps: list[Progress] = []
    collect(runner, "echo", Request({"times": 2}), progress=steps.append)
    assert [step.done for step in steps] == [0, 1]


def test_jobs_of_one_urgency_are_done_in_the_order_they_were_asked_for(runner: Runner, ears: Ears):
    jobs = [runner.submit("echo", Request({"number": number}), ears.listener) for number in range(12)]
    ears.wait_for("done", times=12)
    assert [job for what, job, _ in ears.heard if what == "done"] == jobs


def test_more_urgent_work_goes_first_between_two_slices(new_runner: NewRunner, ears: Ears):
    runner = new_runner(table={"outline": TABLE["endless"], "read": TABLE["echo"]})
    analysis = runner.submit("outline", Request(), ears.listener)
    ears.wait_for("progress", analysis)
    opening = runner.submit("read", Request(), ears.listener)
    assert opening.wait(PATIENCE) is JobState.DONE
    assert analysis.state is JobState.RUNNING
    before = ears.what(analysis).count("progress")
    ears.wait_for("progress", analysis, times=before + 10)


def test_a_preferred_job_goes_first_even_if_it_had_not_been_sent_yet(new_runner: NewRunner, ears: Ears):
    runner = new_runner(table={"outline": TABLE["endless"], "short": TABLE["echo"]})
    waiting = [runner.submit("outline", Request(), ears.listener) for _ in range(4)]
    ears.wait_for("progress", waiting[0])
    wanted = runner.submit("short", Request(), ears.listener)
    wanted.prefer()
    assert wanted.wait(PATIENCE) is JobState.DONE
    assert waiting[0].state is JobState.RUNNING
    wanted.prefer()


def test_a_callable_request_is_built_on_another_thread(runner: Runner):
    threads: list[threading.Thread] = []

    def build() -> Request:
        threads.append(threading.current_thread())
        return Request({}, b"built")

    (part,) = collect(runner, "echo", build)
    assert part.blob == b"built"
    assert threads[0] is not threading.current_thread()


def test_an_error_while_building_a_request_fails_that_job_alone(runner: Runner):
    def build() -> Request:
        raise SourceError("The file is gone.", "Choose another.")

    with pytest.raises(SourceError, match="The file is gone"):
        collect(runner, "echo", build)
    assert collect(runner, "echo", Request())


def test_a_mistake_while_building_a_request_is_ours(runner: Runner):
    text = "the text of a document"

    def build() -> Request:
        raise KeyError(text)

    with pytest.raises(BugError) as caught:
        collect(runner, "echo", build)
    log = "".join(runner.log())
    assert "KeyError" in log
    assert text not in str(caught.value) + log


def test_a_request_over_the_limit_is_refused_in_plain_words(runner: Runner):
    with pytest.raises(JobTooLargeError) as caught:
        collect(runner, "echo", lambda: Request({}, bytes(MAX_BLOB + 1)))
    assert caught.value.next_step


def test_an_unknown_task_is_a_bug(runner: Runner, ears: Ears):
    with pytest.raises(BugError):
        runner.submit("os:system", Request(), ears.listener)


def test_callbacks_go_through_post_in_order(new_runner: NewRunner, ears: Ears):
    posted: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    runner = new_runner(post=posted.put)
    job = runner.submit("echo", Request({"times": 2}), ears.listener)
    while not job.state.final:
        assert len(ears.heard) < 5
        posted.get(timeout=PATIENCE)()
    assert ears.what() == ["progress", "part", "progress", "part", "done"]


def test_the_worker_ends_when_idle_and_comes_back_when_needed(new_runner: NewRunner):
    runner = new_runner(idle_seconds=0.05)
    (first,) = collect(runner, "crash", Request({"pid": 0}))[:1]
    process = first.data["pid"]
    ears = Ears()
    wait_for_end(process)
    runner.submit("echo", Request(), ears.listener)
    ears.wait_for("done")
    assert ears.what() == ["progress", "part", "done"]
    assert any("ended with code 0" in line for line in runner.log())


def test_start_brings_the_worker_up_before_any_job(runner: Runner, ears: Ears):
    runner.start()
    runner.start()
    collect(runner, "echo", Request())
    assert len([line for line in runner.log() if "started" in line]) == 1


def test_close_ends_the_process_and_every_thread(new_runner: NewRunner, ears: Ears):
    runner = new_runner()
    job = runner.submit("stubborn", Request(), ears.listener)
    ears.wait_for("progress")
    process = runner.worker_pid
    assert process
    runner.close(timeout=20)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert job.state is JobState.CANCELLED
    assert ears.what()[-1] == "failed"
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("deskbrief")]
    with pytest.raises(BugError):
        runner.submit("echo", Request(), ears.listener)


def test_close_of_a_runner_that_was_never_used(new_runner: NewRunner):
    new_runner().close()


def test_a_listener_that_raises_does_not_stop_the_others(
    runner: Runner, monkeypatch: pytest.MonkeyPatch, ears: Ears
):
    reported: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", reported.append)
    broken = type(ears.listener)(part=lambda *_: 1 / 0)
    assert runner.submit("echo", Request(), broken).wait(PATIENCE) is JobState.DONE
    assert [args.exc_type for args in reported] == [ZeroDivisionError]
    assert collect(runner, "echo", Request())
