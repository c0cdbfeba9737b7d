from __future__ import annotations

import pytest

from deskbrief.document.errors import BugError, CancelledError
from deskbrief.document.tasks import Part, Progress, Request
from deskbrief.jobs.delivery import Delivery
from deskbrief.jobs.entry import Entry
from deskbrief.jobs.job import Job, JobState, Life, Listener
from deskbrief.jobs.limits import Limits


def make_entry(heard: list[str]) -> Entry:
    life = Life()
    listener = Listener(
        part=lambda job, part: heard.append(f"part {part.name}"),
        progress=lambda job, step: heard.append(f"progress {step.done}"),
        restarted=lambda job: heard.append("restarted"),
        done=lambda job: heard.append(f"done {job.state}"),
        failed=lambda job, error: heard.append(f"{type(error).__name__} {job.state}"),
    )
    entry = Entry(
        job=Job(1, "read", life, lambda: delivery_of(entry).cancelled(entry), lambda: None),
        life=life,
        listener=listener,
        target="",
        priority=0,
        limits=Limits(),
        source=Request(),
    )
    return entry


def delivery_of(_: Entry) -> Delivery:
    return Delivery(None)


def test_a_job_that_goes_well():
    heard: list[str] = []
    entry = make_entry(heard)
    delivery = Delivery(None)
    assert entry.job.state is JobState.PENDING
    delivery.started(entry)
    assert entry.job.state is JobState.RUNNING
    delivery.news(entry, Progress(1, 2))
    delivery.news(entry, Part("a"))
    assert entry.job.wait(0) is JobState.RUNNING
    delivery.done(entry)
    assert heard == ["progress 1", "part a", "done done"]
    assert entry.job.wait(0) is JobState.DONE


def test_nothing_is_told_after_the_end():
    heard: list[str] = []
    entry = make_entry(heard)
    delivery = Delivery(None)
    delivery.failed(entry, BugError("Our fault."))
    delivery.news(entry, Part("late"))
    delivery.restarted(entry)
    delivery.done(entry)
    delivery.failed(entry, BugError("Again."))
    entry.job.cancel()
    assert heard == ["BugError failed"]
    assert entry.job.state is JobState.FAILED


def test_a_restart_makes_it_pending_again():
    heard: list[str] = []
    entry = make_entry(heard)
    delivery = Delivery(None)
    delivery.started(entry)
    delivery.restarted(entry)
    assert entry.job.state is JobState.PENDING
    assert heard == ["restarted"]


def test_what_is_posted_waits_and_the_state_with_it():
    heard: list[str] = []
    posted: list = []
    entry = make_entry(heard)
    delivery = Delivery(posted.append)
    delivery.started(entry)
    delivery.news(entry, Part("a"))
    delivery.done(entry)
    assert (heard, entry.job.state) == ([], JobState.PENDING)
    for callback in posted:
        callback()
    assert (heard, entry.job.state) == (["part a", "done done"], JobState.DONE)


def test_a_cancelled_job_is_silent_at_once_even_if_it_had_finished_unheard():
    heard: list[str] = []
    posted: list = []
    entry = make_entry(heard)
    delivery = Delivery(posted.append)
    delivery.news(entry, Part("a"))
    delivery.done(entry)
    entry.job.cancel()
    for callback in posted:
        callback()
    assert heard == ["CancelledError cancelled"]
    assert entry.job.wait(0) is JobState.CANCELLED


def test_an_error_in_the_last_callback_still_ends_the_job():
    posted: list = []
    life = Life()
    entry = make_entry([])
    entry.listener = Listener(done=lambda _: 1 / 0)
    Delivery(posted.append).done(entry)
    with pytest.raises(ZeroDivisionError):
        posted[0]()
    assert entry.job.wait(0) is JobState.DONE
    assert life.state is JobState.PENDING


def test_a_task_that_stopped_itself_counts_as_cancelled():
    heard: list[str] = []
    entry = make_entry(heard)
    Delivery(None).failed(entry, CancelledError("Stopped."))
    assert heard == ["CancelledError cancelled"]


def test_a_handle_says_what_it_is():
    assert repr(make_entry([]).job) == "<Job 1 read pending>"
