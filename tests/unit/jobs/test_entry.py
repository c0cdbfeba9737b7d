from __future__ import annotations

import pytest

from deskbrief.document.tasks import Request
from deskbrief.jobs.entry import SENT_AHEAD, Entry, Roster, Stopwatch
from deskbrief.jobs.job import Job, Life, Listener
from deskbrief.jobs.limits import Limits
from deskbrief.jobs.watch import overrun

PROCESS = object()


def entry(number: int, priority: int = 0, **limits: float) -> Entry:
    life = Life()
    return Entry(
        job=Job(number, "read", life, lambda: None, lambda: None),
        life=life,
        listener=Listener(),
        target="module:function",
        priority=priority,
        limits=Limits(**limits),
        source=Request({}, bytes(2**20)),
    )


def roster(*entries: Entry) -> Roster:
    made = Roster()
    made.live = {each.job.id: each for each in entries}
    return made


def test_a_stopwatch_counts_only_while_it_runs():
    watch = Stopwatch()
    watch.go(10)
    watch.go(11)
    assert watch.seconds(12) == 2
    watch.pause(13)
    assert watch.seconds(50) == 3
    watch.go(100)
    assert watch.seconds(101) == 4


def test_few_jobs_of_one_urgency_are_sent_ahead_and_more_urgent_ones_pass():
    slow = [entry(number, priority=5) for number in range(5)]
    urgent = entry(9, priority=0)
    jobs = roster(*slow, urgent)
    assert list(jobs.sendable()) == [*slow[:SENT_AHEAD], urgent]
    for each in jobs.sendable():
        each.process = PROCESS
    assert list(jobs.sendable()) == []
    jobs.drop(0, now=1)
    assert list(jobs.sendable()) == [slow[SENT_AHEAD]]


def test_the_preferred_job_is_sent_next_however_many_are_there():
    slow = [entry(number, priority=5) for number in range(5)]
    jobs = roster(*slow)
    for each in jobs.sendable():
        each.process = PROCESS
    jobs.prefer(slow[4])
    assert list(jobs.sendable()) == [slow[4]]
    jobs.drop(4, now=1)
    jobs.prefer(slow[4])
    assert 4 not in jobs.live


def test_only_the_clock_of_the_active_job_runs():
    first, second = entry(1), entry(2)
    jobs = roster(first, second)
    jobs.switch(1, 0)
    jobs.switch(2, 10)
    jobs.switch(1, 13)
    assert (first.watch.seconds(20), second.watch.seconds(20)) == (17, 3)


def test_a_cancelled_job_is_overdue_only_while_the_worker_is_at_it():
    first, second = entry(1, grace_seconds=2), entry(2)
    jobs = roster(first, second)
    first.process = second.process = PROCESS
    jobs.switch(1, 0)
    assert jobs.stop(first, 0)
    assert not jobs.overdue(1.9)
    assert jobs.overdue(2.1)
    jobs.switch(2, 2.2)
    assert not jobs.overdue(9)
    assert jobs.knows(1)
    jobs.drop(1, 10)
    assert not jobs.knows(1)


def test_a_job_that_was_never_sent_needs_no_stopping():
    first = entry(1)
    jobs = roster(first)
    assert not jobs.stop(first, 0)
    assert not jobs.stop(first, 0)
    assert not jobs.live
    assert not jobs.stopping


def test_the_document_is_let_go_of_when_the_job_ends():
    first, second = entry(1), entry(2)
    jobs = roster(first, second)
    jobs.drop(1, 0)
    jobs.stop(second, 0)
    assert first.request().blob == second.request().blob == b""


def test_a_worker_that_ended_leaves_everything_to_be_sent_again():
    first, second = entry(1), entry(2)
    jobs = roster(first, second)
    for each in (first, second):
        each.process, each.arrived = PROCESS, True
    first.started = True
    jobs.switch(1, 0)
    assert jobs.take_back() == [first]
    assert list(jobs.sendable()) == [first, second]
    assert jobs.active is None
    assert first.watch.seconds(100) == 0


def test_a_request_is_built_once():
    built: list[Request] = []

    def build() -> Request:
        built.append(Request({}, b"12345"))
        return built[-1]

    lazy = entry(1)
    lazy.source = build
    assert lazy.request() is lazy.request()
    assert len(built) == 1
    assert lazy.size == 5


@pytest.mark.parametrize(
    ("seconds", "memory", "received", "kind"),
    [
        (29, 1500, 2**20, None),
        (31.5, 100, 0, None),
        (32.5, 100, 0, "JobTimedOutError"),
        (1, 1501, 0, "JobTooLargeError"),
        (1, 100, 3 * 2**20, "JobTooLargeError"),
    ],
)
def test_what_is_over_a_limit_is_said(seconds, memory, received, kind):
    job = entry(1, seconds=30, seconds_per_mb=2, result_mb=2)
    job.request()
    job.watch.go(0)
    job.received = received
    error = overrun(job, memory, seconds)
    assert (type(error).__name__ if error else None) == kind
    if error:
        assert error.what.startswith("Reading this document was stopped")
        assert error.next_step
